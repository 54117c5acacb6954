"""Any text, taken apart: its sentences, its language, and the time that each number is of."""

import pytest

from kic.dataset.page.running_text import language_of, numbers_of, sentences
from kic.model import Lang

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


@pytest.mark.parametrize(("lang", "text"), DATES)
def test_a_number_is_of_the_time_that_its_sentence_tells(lang: Lang, text: str) -> None:
    """A day, a month and the end of a year are no year."""
    [told] = numbers_of(text, lang, [])
    assert (set(told.dates), told.is_dated) == DATES[lang, text]
