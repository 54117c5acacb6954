"""Any text, taken apart: its sentences, its language, and the time that each number is of."""

import pytest

from kic.dataset.page.running_text import language_of, numbers_of, sentences
from kic.model import Lang
from tests.cases import each

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

SENTENCES = [
    ["Er waren 120 kinderen.", "In 2020 waren het er 130."],
    ["Het waren er 120 in Nederland.", "289 dagen wachtten zij."],
    ["Dat zegt de J. Korczakschool over art. 37 van het verdrag."],
    ['"Het zijn er 120."', '"Nee, 130!"'],
    ["Were there 1.5 million?", "There were 2."],
]


@pytest.mark.parametrize("parts", SENTENCES)
def test_a_text_is_taken_apart_where_a_sentence_begins(parts: list[str]) -> None:
    """Not behind an abbreviation or within a number."""
    assert [sentence for _, sentence in sentences(" ".join(parts))] == parts


@pytest.mark.parametrize(
    "text", ["1.234 kinderen, " * 500, "x" * 5000, "x" * 5000 + " 12 kinderen"]
)
def test_what_has_no_end_is_read_part_by_part(text: str) -> None:
    """All of it, as a table in one line: what a number is about stands near it."""
    parts = sentences(text)
    assert all(text.startswith(part, start) for start, part in parts)
    assert "".join("".join(part.split()) for _, part in parts) == "".join(text.split())
    assert all(len(part) <= 1000 or " " not in part for _, part in parts)


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("In 2020 waren er 12 kinderen in de opvang.", "nl"),
        ("In 2020 there were 12 children in care.", "en"),
        ("12 in 2020", "nl"),
        ("kinderen children", "nl"),
        ("jongeren", "nl"),
        ("young people", "en"),
    ],
)
def test_its_common_words_tell_a_language(text: str, lang: Lang) -> None:
    """Dutch, where nothing tells."""
    assert language_of(text) == lang


DATES: dict[tuple[Lang, str], tuple[set[str], bool]] = {
    ("nl", "In 2020 waren er 120 kinderen."): ({"2020"}, True),
    ("nl", "Er waren 120 kinderen in 2020."): ({"2020"}, True),
    ("nl", "Er waren 120 kinderen."): (set(), False),
    ("nl", "Anders dan in 2019 waren er 120 kinderen."): (set(), False),
    ("nl", "In 2020 waren het er meer; een jaar eerder 120 kinderen."): (set(), False),
    ("nl", "In maart 2020 waren er 120 kinderen."): ({"2020-03"}, False),
    ("nl", "Op 1 juli 2020 waren er 120 kinderen."): ({"2020-07-01"}, False),
    ("nl", "Eind 2020 waren er 120 kinderen."): ({"2020-12-31"}, False),
    ("nl", "Er waren aan het eind van 2020 120 kinderen."): ({"2020-12-31"}, False),
    ("nl", "Begin 2020 waren er 120 kinderen."): ({"2020-moment"}, False),
    ("nl", "In het eerste kwartaal van 2021 waren er 120 kinderen."): ({"2021-Q1"}, True),
    ("en", "At the end of 2020 there were 120 children."): ({"2020-12-31"}, False),
    ("en", "In early 2020 there were 120 children."): ({"2020-moment"}, False),
    ("en", "Over the whole of 2020 there were 120 children."): ({"2020"}, True),
}


@each(("lang", "text"), DATES)
def test_a_number_is_of_the_time_that_its_sentence_tells(lang: Lang, text: str) -> None:
    """A day, a month and the end of a year are no year."""
    [told] = numbers_of(text, lang, [])
    assert (set(told.dates), told.is_dated) == DATES[lang, text]


SEVERAL: dict[str, list[tuple[str, set[str], bool]]] = {
    "Er waren 120 kinderen, dat was in de telling van 2020.": [("120", {"2020"}, True)],
    "Er waren 120 kinderen, dat was in de telling van 2020 of die van 2021.": [
        ("120", {"2020"}, False)
    ],
    "In 2019 waren het er 100; in 2020 120 kinderen.": [
        *(("100", {"2019"}, True), ("120", {"2020"}, True))
    ],
    "Er waren 120 kinderen in 2019 en 130 in 2020.": [
        *(("120", {"2019"}, True), ("130", {"2020"}, True))
    ],
    "In 2020 waren er 120 kinderen, tegen 100 in 2019.": [
        *(("120", {"2020"}, True), ("100", {"2019"}, True))
    ],
    "Vorig jaar waren er 120 kinderen, in 2020 100.": [
        *(("120", set(), False), ("100", {"2020"}, True))
    ],
    "In 2020 was er veel te doen. Er waren 120 kinderen. In 2021 waren het er 130.": [
        *(("120", {"2020"}, False), ("130", {"2021"}, True))
    ],
    "Cijfers over 2020\n\nEr waren 120 kinderen.\n\nEn 12 gezinnen.": [
        *(("120", {"2020"}, False), ("12", {"2020"}, False))
    ],
    "Dat was in 2020.\n\nEr waren 120 kinderen.": [("120", set(), False)],
    "In Cijfers in beeld 2019 staat dat er 120 kinderen waren.": [("120", set(), False)],
    "Er waren in 2019 120 kinderen en in 2020 kwam er niets bij.": [("120", {"2019"}, True)],
    "Eerder waren er 120 kinderen en in 2020 kwam er niets bij.": [("120", set(), False)],
    "In 2019 en 2020 waren het er 120.": [("120", {"2019", "2020"}, False)],
    "In 2019 en 2020 120 kinderen.": [("120", {"2019", "2020"}, False)],
    "Het waren er in 2019 120 en in 2020 130.": [("120", {"2019"}, True), ("130", {"2020"}, True)],
    "Het waren er 130 in 2020, in 2019 120 en in 2018 110.": [
        *(("130", {"2020"}, True), ("120", {"2019"}, True), ("110", {"2018"}, True))
    ],
    "Het waren 120 kinderen (2019) en 130 kinderen (2020).": [
        *(("120", {"2019"}, True), ("130", {"2020"}, True))
    ],
    "Het waren er 130 (2019: 120).": [("130", set(), False), ("120", {"2019"}, True)],
    "In 2019-2020 waren het er 120.": [("120", {"2019/2020"}, True)],
    "In 2019/20 waren het er 120.": [("120", {"2019/2020 school"}, True)],
    "In schooljaar 2019/2020 waren het er 120.": [("120", {"2019/2020 school"}, True)],
    "In de eerste drie maanden van 2020 waren het er 120.": [
        *(("drie", {"2020-Q1"}, True), ("120", {"2020-Q1"}, True))
    ],
}


@each("text", SEVERAL)
def test_each_number_of_a_text_has_its_own_time(text: str) -> None:
    """That of its clause, else of its sentence, what comes before, or the heading; no title's."""
    told = numbers_of(text, "nl", ["Cijfers in beeld 2019"])
    assert [(t.written, {*t.dates}, t.is_dated) for t in told] == SEVERAL[text]


def test_a_number_has_the_words_around_it() -> None:
    """Up to the numbers beside it, and all of its paragraph that comes before."""
    text = "Hulp aan jeugd\n\nEr is veel.\nDat is 12% van de 40 kinderen, en\n5 gezinnen.\n"
    share, children, families = numbers_of(text, "nl", [])
    assert (share.is_percent, share.clause) == (True, "Dat is 12% van de ")
    assert (children.behind, children.clause) == (["kinderen"], "% van de 40 kinderen")
    assert (families.behind, families.clause) == (["gezinnen", "."], " kinderen, en 5 gezinnen.")
    assert {t.before for t in (share, children, families)} == {"Hulp aan jeugd Er is veel. "}
    assert [(t.paragraph, t.line) for t in (share, children, families)] == [(1, 4), (1, 4), (1, 5)]
    assert {t.sentence for t in (share, children)} == {
        "Dat is 12% van de 40 kinderen, en 5 gezinnen."
    }
    assert [t.sentence[t.start :][:2] for t in (share, children, families)] == ["12", "40", "5 "]


def test_a_number_is_a_part_of_a_whole_where_its_sign_or_word_says_so() -> None:
    """Directly behind it; "een derde" is one by itself."""
    text = "Het was 12% en 13 procent, 14 van de 15 procent, een derde van 16 kinderen."
    told = [(t.written, t.is_percent) for t in numbers_of(text, "nl", [])]
    assert told == [
        *(("12", True), ("13", True), ("14", False), ("15", True)),
        *(("een derde", True), ("16", False)),
    ]
    [one, other] = numbers_of("Er zijn 12 kinderen en 13 gezinnen. Er", "nl", [])
    assert one.place == other.place


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("Er waren 12 kinderen.", ["exact"]),
        ("Er waren ruim 12 kinderen.", ["at_least"]),
        ("Er waren een schamele 12 kinderen.", ["exact"]),
        ("Er waren vermoedelijk 12 kinderen.", [None]),
    ],
)
def test_a_number_is_exact_where_no_word_limits_it(text: str, qualifiers: list[str]) -> None:
    """Where a word leaves open how exact it is, that is left open."""
    assert [told.qualifier for told in numbers_of(text, "nl", [])] == qualifiers


def test_each_paragraph_is_read_in_its_own_language() -> None:
    """Unless the language of all is given; where its words do not tell it has that of the rest."""
    text = (
        "Er waren in dat jaar 1.200 kinderen in de opvang.\n\n1.300\n\n"
        "There were 1,400 children in the care of the county.\n\nEr waren er 1.500 in de zorg."
    )
    read = [(t.lang.code, t.reading.numeral.numbers) for t in numbers_of(text, None, [])]
    assert read == [("nl", (1200,)), ("nl", (1300,)), ("en", (1400,)), ("nl", (1500,))]
    assert {t.lang.code for t in numbers_of(text, "en", [])} == {"en"}


@each(
    ("text", "read"),
    [
        ("Er waren 120 kinderen jonger dan 12 jaar.", [("120", {(-1, 12)})]),
        ("Van de 120 waren er 29 onder de 12.", [("120", set()), ("29", {(-1, 12)})]),
        ("Er waren 29 kinderen onder de 12 aangehouden.", [("29", {(-1, 12)})]),
        ("Van de kinderen onder de 12 waren er 29 verhoord.", [("29", {(-1, 12)})]),
        ("Er waren 29 kinderen tot en met 12 jaar.", [("29", {(-1, 13)})]),
        ("Er waren 29 kinderen van 12 jaar of jonger.", [("29", {(-1, 13)})]),
        ("Er waren 29 kinderen ouder dan 12 jaar.", [("29", {(1, 13)})]),
        ("Er waren 29 kinderen vanaf 12 jaar.", [("29", {(1, 12)})]),
        ("Er waren 29 kinderen van 12 jaar en ouder.", [("29", {(1, 12)})]),
        ("Er waren 29 kinderen van 12 tot 16 jaar.", [("29", {(0, 12), (0, 16)})]),
        (
            "64% is ouder dan 18 jaar en 36% tussen 12 en 18 jaar.",
            [
                *(("64", {(1, 19)}), ("36", {(0, 12), (0, 18)})),
            ],
        ),
        ("Er waren minder dan 5 aangehouden.", [("5", set())]),
        ("Er waren onder de 12 kinderen ook meisjes.", [("12", set())]),
        ("Het waren er minder dan 40.", [("40", set())]),
        ("Er waren minder dan 20 kinderen.", [("20", set())]),
        ("Er waren minder dan 20%.", [("20", set())]),
    ],
)
def test_an_age_is_no_number_of_its_own(
    text: str, read: list[tuple[str, set[tuple[int, int]]]]
) -> None:
    """Also where it is the bound of one, with no people behind it; ages lie on a side of it."""
    assert [(t.written, {*t.ages}) for t in numbers_of(text, "nl", [])] == read
