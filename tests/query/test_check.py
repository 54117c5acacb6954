"""What others write, held against the figures: no right number is called wrong."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import kic
from kic.dataset import read as read_files
from kic.dataset import unite, with_context
from kic.model import SOUND, Verdict
from kic.query.check import Check, Checker
from kic.query.placing import akin
from tests.cases import each
from tests.conftest import Write, exact, figure, gaps, indicator, saved, sequel
from tests.units import UNITS

PAGES = Path(__file__).parents[1] / "dataset" / "pages"
PASSAGES: list[dict[str, Any]] = [
    passage
    for name in ("passages", "more_passages")
    for passage in tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))[
        "passages"
    ]
]
RIGHT = [p for p in PASSAGES if "fault" not in p]
FAULTY = [p for p in PASSAGES if "fault" in p]

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]


@pytest.fixture(scope="module")
def checker(dataset: kic.Dataset) -> Checker:
    """The figures, ready for many texts."""
    return Checker(dataset)


def _wrong(answer: Check) -> list[tuple[str, str]]:
    """The numbers that are called wrong, with what is said of each."""
    return [(f.told.written, f.verdict.value) for f in answer.wrong]


# ------------------------------------------------------------------------------- passages


@each("passage", RIGHT, ids=[p["name"] for p in RIGHT])
def test_no_right_passage_is_called_wrong(checker: Checker, passage: dict[str, Any]) -> None:
    """Also where it has numbers of other things, places, years and sources."""
    assert _wrong(checker.check(passage["text"])) == []


@each("passage", FAULTY, ids=[p["name"] for p in FAULTY])
def test_a_fault_is_found_and_nothing_else(checker: Checker, passage: dict[str, Any]) -> None:
    """With what is wrong with it; one that is missed is passed over in silence."""
    expected = [] if passage.get("missed") else [(passage["fault"], passage["verdict"])]
    assert _wrong(checker.check(passage["text"])) == expected


def test_the_passages_are_half_right_and_half_wrong_in_both_languages() -> None:
    """A matcher that is silent on everything, or on one language, would pass otherwise."""
    for writer in ("first", "second", "third"):
        own = [p for p in PASSAGES if p.get("writer") == writer]
        assert len(own) == 30
        assert sum("fault" in p for p in own) == 15
    measured = [p for p in FAULTY if "writer" in p]
    assert sum("missed" not in p for p in measured) >= 36, "of 45 faults"
    assert {p["verdict"] for p in FAULTY} == {*map(str, Verdict)} - {*map(str, SOUND)}


@each(
    "text",
    [
        "In 2020 werden 10.965 minderjarigen verhoord door de politie.",
        "In 2020 was 68 procent van de jongeren in een jji ouder dan 18.",
        "In 2020 zat 36 procent van de jongeren in jji's in voorlopige hechtenis.",
        "Op 31 december 2019 werden 14.214 minderjarigen verhoord.",
        "In het eerste kwartaal van 2020 werden 14.214 minderjarigen verhoord.",
        "CoMensha registreerde 67 slachtoffers van kinderhandel in 2019.",
        "Minder dan 30.850 kinderen stonden in 2020 onder toezicht.",
        "In 2020 stonden niet 30.850 kinderen onder toezicht.",
        "In 2020 steeg het aantal kinderen onder toezicht met 30.850.",
        "De gemiddelde wachttijd bij gezinshereniging was in 2020 289 dagen minder.",
        "In 2020 stonden 30.850 jonge kinderen minder onder toezicht.",
        "In 2018 werden 25 zaken voor een deskundigenrapport aan de Raad voorgelegd.",
    ],
)
def test_the_right_number_in_a_wrong_sentence_is_not_called_right(
    checker: Checker, text: str
) -> None:
    """Of another indicator or day, a total of one year, between bounds, denied, or a change."""
    assert [f.verdict for f in checker.check(text).findings if f.verdict in SOUND] == []


@each("name", sorted(path.stem for path in PAGES.glob("*.txt")))
def test_pages_about_something_else_are_not_judged(checker: Checker, name: str) -> None:
    """Their subjects are near, but their figures are those of a country that does not exist."""
    assert _wrong(checker.check((PAGES / f"{name}.txt").read_text("utf-8"))) == []


def test_what_the_dataset_itself_says_is_not_called_wrong(
    dataset: kic.Dataset, checker: Checker
) -> None:
    """Its statements, notes and cautions, and the sources that are quoted for comparison."""
    compared = unite(with_context(read_files(None))).dataset
    texts = {s.summary for s in dataset.statements}
    texts |= {t for r in compared.records for t in (*r.notes, *r.cautions)}
    said = [words for text in texts for words in (text.nl, text.en)]
    quoted = [
        r.as_printed for r in compared.records if r.as_printed and " ... " not in r.as_printed
    ]
    for text in ("\n\n".join(said), "\n\n".join(quoted)):
        assert _wrong(checker.check(text)) == []


# ------------------------------------------------------------------------ a single number

FOSTER = 'aliases = ["pleegkinderen"]'


def _of(
    write: Write,
    figures: str,
    extra: str = "",
    label: tuple[str, str] = ("Kinderen in pleegzorg", "Children in foster care"),
    more: str = "",
) -> kic.Dataset:
    """A dataset about foster care, or something else, in a country with an island."""
    text = indicator("a", figures, extra)
    path = write(text.replace("Over a", label[0]).replace("About a", label[1]) + more)
    island = '[regions.eiland]\npart_of = "nederland"\naliases = ["Nederland aan zee"]\n'
    path.write_text(path.read_text("utf-8").replace("[regions.eiland]\n", island), "utf-8")
    return kic.load(path)


@each(
    ("rest", "words", "verdict"),
    [
        ('qualifier = "exact", value = 30850', "30.850", "matches"),
        ('qualifier = "exact", value = 30850', "ruim 30.000", "rounded"),
        ('qualifier = "exact", value = 30850', "bijna 31.000", "rounded"),
        ('qualifier = "exact", value = 30850', "31.000", "rounded"),
        ('qualifier = "exact", value = 30850', "zo'n 31.000", "rounded"),
        ('qualifier = "exact", value = 30850', "meer dan 20.000", None),
        ('qualifier = "exact", value = 30850', "tussen de 30.000 en 35.000", "rounded"),
        ('qualifier = "exact", value = 30850', "30.580", "differs"),
        ('qualifier = "exact", value = 30850', "ruim 32.500", "differs"),
        ('qualifier = "exact", value = 30850', "bijna 30.800", "differs"),
        ('qualifier = "exact", value = 30850', "300", None),
        ('qualifier = "exact", value = 30850', "ruim 30.850", None),
        ('qualifier = "exact", value = 30850', "meer dan 30.850", "differs"),
        ('qualifier = "exact", value = 30850', "meer dan de 30.850", None),
        # A bound or range says no more of a number that lies far from it, or has none above it.
        ('qualifier = "exact", value = 30850', "minder dan 100.000", None),
        ('qualifier = "exact", value = 30850', "minder dan 1 miljoen", None),
        ('qualifier = "exact", value = 30850', "5.000 tot 500.000", None),
        ('qualifier = "exact", value = 289', "ruim 200", None),
        ('qualifier = "exact", value = 289', "ruim 280", "rounded"),
        ('qualifier = "at_least", value = 21000', "hoogstens 22.000", None),
        ('qualifier = "at_least", value = 21000', "20.000 tot 25.000", None),
        ('qualifier = "at_least", value = 21000', "ruim 20.000", "rounded"),
        ('qualifier = "rounded", value = 3300, rounded_to = 100', "meer dan 3.300", None),
        ('qualifier = "at_least", value = 397000', "minder dan 397.000", "differs"),
        ('qualifier = "at_least", value = 397000', "hooguit 397.000", "lost_qualifier"),
        ('qualifier = "less_than", below = 5', "meer dan vijf", "differs"),
        ('qualifier = "less_than", below = 5', "minstens vijf", "differs"),
        ('qualifier = "exact", value = 30850', "minder dan 50.000", None),
        ('qualifier = "exact", value = 30850', "meer dan 20.123", "differs"),
        ('qualifier = "exact", value = 30850', "20.000", "differs"),
        ('qualifier = "exact", value = 30850', "40.000", "differs"),
        ('qualifier = "exact", value = 30850', "tussen de 31.000 en 35.000", "differs"),
        # Without a word half a step, but a twentieth of the number at most; with one a fifth.
        ('qualifier = "exact", value = 31500', "31.000", "rounded"),
        ('qualifier = "exact", value = 31501', "31.000", "differs"),
        ('qualifier = "exact", value = 31500', "30.000", "rounded"),
        ('qualifier = "exact", value = 31501', "30.000", "differs"),
        ('qualifier = "exact", value = 12000', "zo'n 10.000", "rounded"),
        ('qualifier = "exact", value = 12001', "zo'n 10.000", "differs"),
        ('qualifier = "exact", value = 8000', "zo'n 10.000", "rounded"),
        ('qualifier = "range", lower = 30000, upper = 33000', "30.000 tot 35.000", "rounded"),
        # Of another size it is another thing, unless a zero too many or too few makes it so.
        ('qualifier = "exact", value = 30850', "92.550", "differs"),
        ('qualifier = "exact", value = 30850', "92.551", None),
        ('qualifier = "exact", value = 30850', "3.100", None),
        ('qualifier = "exact", value = 30850', "308.500", "differs"),
        ('qualifier = "exact", value = 30850', "3.085.000", None),
        ('qualifier = "at_least", value = 397000', "ruim 397.000", "matches"),
        ('qualifier = "at_least", value = 397000', "meer dan 397.000", "lost_qualifier"),
        ('qualifier = "at_least", value = 397000', "bijna 400.000", None),
        ('qualifier = "at_least", value = 397000', "500.000", None),
        ('qualifier = "at_least", value = 397000', "meer dan 390.000", "rounded"),
        ('qualifier = "at_least", value = 397000', "397.000", "lost_qualifier"),
        ('qualifier = "at_least", value = 397000', "bijna 397.000", "differs"),
        ('qualifier = "at_least", value = 397000', "ruim 379.000", "differs"),
        ('qualifier = "less_than", below = 5', "minder dan vijf", "matches"),
        ('qualifier = "less_than", below = 5', "hooguit vier", None),
        ('qualifier = "less_than", below = 5', "3", None),
        ('qualifier = "less_than", below = 5', "vijf", "differs"),
        ('qualifier = "less_than", below = 5', "bijna vijf", "lost_qualifier"),
        ('qualifier = "less_than", below = 5', "0-5", None),
        ('qualifier = "less_than", below = 5', "<5", "matches"),
        ('qualifier = "less_than", below = 5', ">5", "differs"),
        ('qualifier = "less_than", below = 5', "≥5", "differs"),
        ('qualifier = "more_than", above = 5', "5", "differs"),
        ('qualifier = "more_than", above = 4000', "4.000", "lost_qualifier"),
        ('qualifier = "exact", value = 30850', "30.850+", None),
        ('qualifier = "exact", value = 30850', ">= 30.850", None),
        ('qualifier = "exact", value = 30850', "<30.850", "differs"),
        ('qualifier = "exact", value = 30850', "-> 30.850", "matches"),
        ('qualifier = "exact", value = 30850', "30.850-31.000", None),
        ('qualifier = "exact", value = 30850', "tot wel 30.850", None),
        ('qualifier = "exact", value = 30850', "tot 30.850", None),
        ('qualifier = "at_least", value = 397000', ">397.000", "lost_qualifier"),
        ('qualifier = "at_least", value = 397000', "≥397.000", "matches"),
        ('qualifier = "less_than", below = 5', "12", "differs"),
        ('qualifier = "less_than", below = 5', "bijna tien", None),
        ('qualifier = "estimate", value = 1300', "naar schatting 1.300", "matches"),
        ('qualifier = "estimate", value = 1300', "ongeveer 1.300", "matches"),
        ('qualifier = "estimate", value = 1300', "1.300", "lost_qualifier"),
        ('qualifier = "estimate", value = 1300', "meer dan 1.300", "lost_qualifier"),
        ('qualifier = "exact", value = 30850', "naar schatting 30.850", None),
        ('qualifier = "range", lower = 10, upper = 15', "10 tot 15", "matches"),
        ('qualifier = "rounded", value = 3300, rounded_to = 100', "3.300", "lost_qualifier"),
        ('qualifier = "rounded", value = 3300, rounded_to = 100', "afgerond 3.300", "matches"),
        ('qualifier = "rounded", value = 3300, rounded_to = 100', "ongeveer 3.300", "matches"),
        (
            'qualifier = "words", words = { nl = "honderden", en = "hundreds" }',
            "300",
            "none_known",
        ),
        ('qualifier = "exact", value = 0', "0", "matches"),
        ('qualifier = "exact", value = 0', "precies nul", "matches"),
        ('qualifier = "exact", value = 5', "0", "differs"),
        ('qualifier = "less_than", below = 5', "0", None),
        ('qualifier = "exact", value = 30850', "precies 30.850", None),
        ('qualifier = "exact", value = 30850', "exact 30.850", None),
        ('qualifier = "exact", value = 30850', "precies 31.000", None),
        ('qualifier = "exact", value = 30850', "precies 40.850", "differs"),
        ('qualifier = "exact", value = 30851', "precies 30.851", "matches"),
        (
            'qualifier = "rounded", value = 3300, rounded_to = 100',
            "precies 3.300",
            "lost_qualifier",
        ),
    ],
)
def test_a_number_is_held_to_what_the_source_says(
    write: Write, rest: str, words: str, verdict: str | None
) -> None:
    """As exactly as both put it; what may be either is not judged."""
    dataset = _of(write, figure("2020", rest))
    answer = kic.check(dataset, f"In 2020 waren er {words} kinderen in pleegzorg.")
    assert [f.verdict.value for f in answer.findings] == ([verdict] if verdict else [])
    assert len(answer.not_judged) == (0 if verdict else 1)


@pytest.mark.parametrize(
    ("printed", "text", "verdicts"),
    [
        ("In 2020, 30,850 children", "exactly 30,850 children in foster care", []),
        ("In 2020, 30,850 children", "precisely 30,850 children in foster care", []),
        ("In 2020, 30,850 children", "30,850 children in foster care", ["matches"]),
        ("exact 30.850 kinderen", "exactly 30,850 children in foster care", ["matches"]),
        ("precies 30.850 kinderen", "exactly 30,850 children in foster care", ["matches"]),
    ],
)
def test_a_round_number_is_precise_only_where_its_source_says_so(
    write: Write, printed: str, text: str, verdicts: list[str]
) -> None:
    """A source that has only the number may have rounded it."""
    own = figure("2020", 'qualifier = "exact", value = 30850')
    dataset = _of(write, own.replace('as_printed = "x"', f'as_printed = "{printed}"'))
    answer = kic.check(dataset, f"In 2020 there were {text}.")
    assert [f.verdict.value for f in answer.findings] == verdicts


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("CoMensha registreerde {} slachtoffers van kinderhandel.", []),
        ("CoMensha registreerde daar {} slachtoffers van kinderhandel.", []),
        (
            "CoMensha registreerde in Caribisch Nederland {} slachtoffers van kinderhandel.",
            ["none_known"],
        ),
    ],
)
def test_no_number_is_known_only_of_a_region_that_its_sentence_names(
    checker: Checker, text: str, verdicts: list[str]
) -> None:
    """One named before leaves open whether a number is of the country, which has one."""
    before = "In Caribisch Nederland zijn 60 kinderen in pleegzorg geplaatst."
    answer = checker.check(f"{before}\n{text.format(76)}")
    assert [f.verdict.value for f in answer.findings if f.told.written == "76"] == verdicts


_ABOVE = {"more than", "at least"}
_BELOW = {"fewer than", "at most", "no more than", "nearly"}
_BOUNDS = {  # of 40, with the words that say as much or less of it
    'qualifier = "less_than", below = 40': _BELOW - {"nearly"},
    'qualifier = "at_most", upper = 40': {"at most", "no more than"},
    'qualifier = "at_least", value = 40': {"at least"},
    'qualifier = "more_than", above = 40': _ABOVE,
    'qualifier = "almost", value = 40': _BELOW,
    'qualifier = "about", value = 40': {"about", "an estimated"},
    'qualifier = "estimate", value = 40': {"about", "an estimated"},
}
_EXCLUDED = {  # what cannot be so, by what the source says
    ("less_than", "more than"),
    ("less_than", "at least"),
    ("at_most", "more than"),
    ("at_least", "fewer than"),
    ("at_least", "nearly"),
    ("more_than", "fewer than"),
    ("more_than", "at most"),
    ("more_than", "no more than"),
    ("more_than", "nearly"),
    ("almost", "more than"),
    ("almost", "at least"),
}


@each("words", [*sorted(_ABOVE | _BELOW), "about", "an estimated", ""])
@each("rest", _BOUNDS)
def test_a_bound_is_told_as_one_that_follows_from_it(write: Write, rest: str, words: str) -> None:
    """The number of the source put in a stronger way is not the same number as in the source."""
    answer = kic.check(
        _of(write, figure("2020", rest)),
        f"In 2020 there were {words} 40 children in foster care.".replace("  ", " "),
    )
    is_excluded = (rest.split('"')[1], words) in _EXCLUDED
    wrong = "differs" if is_excluded else "lost_qualifier"
    expected = "matches" if words in _BOUNDS[rest] else wrong
    assert [f.verdict.value for f in answer.findings] == [expected]


@pytest.mark.parametrize(
    ("printed", "words", "verdict"),
    [
        ("1,5 miljoen", "1,5 miljoen", "matches"),
        ("1,5 miljoen", "1.500.000", "matches"),
        ("afgerond 1,5 miljoen", "1,5 miljoen", "lost_qualifier"),
        ("1.500.000", "1.500.000", "lost_qualifier"),
    ],
)
def test_who_repeats_a_number_as_it_is_printed_loses_nothing(
    write: Write, printed: str, words: str, verdict: str
) -> None:
    """A scale rounds without a word, and the source has no other."""
    figures = figure("2020", 'qualifier = "rounded", value = 1500000, rounded_to = 100000')
    dataset = _of(write, figures.replace('"x"', f'"{printed}"'))
    answer = kic.check(dataset, f"In 2020 waren er {words} kinderen in pleegzorg.")
    assert [f.verdict.value for f in answer.findings] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In 2020 waren er 7 kinderen in pleegzorg.", "lost_qualifier"),
        ("In 2020 waren er 7 kinderen in pleegzorg geregistreerd.", "matches"),
    ],
)
def test_what_is_not_confirmed_is_not_told_as_certain(
    write: Write, text: str, verdict: str
) -> None:
    """Also where the label says nothing of a register."""
    dataset = _of(write, figure("2020", 'qualifier = "exact", value = 7, status = "V"'))
    assert [f.verdict.value for f in kic.check(dataset, text).findings] == [verdict]


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("meer dan 397.000", "matches"),
        ("minstens 397.000", "matches"),
        ("ongeveer 397.000", "lost_qualifier"),
        ("circa 397.000", "lost_qualifier"),
        ("zo'n 397.000", "lost_qualifier"),
        ("afgerond 397.000", "lost_qualifier"),
        ("naar schatting 397.000", "lost_qualifier"),
        ("bijna 397.000", "differs"),
        ("397.000", "lost_qualifier"),
        ("bijna 400.000", "rounded"),
        ("bijna 500.000", None),
        ("500.000", "differs"),
    ],
)
def test_ruim_is_a_little_more_than_it(write: Write, words: str, verdict: str | None) -> None:
    """Where "minstens" may be any number above, and it is never less."""
    figures = figure("2020", 'qualifier = "at_least", value = 397000')
    dataset = _of(write, figures.replace('"x"', '"ruim 397 duizend kinderen"'))
    answer = kic.check(dataset, f"In 2020 waren er {words} kinderen in pleegzorg.")
    assert [f.verdict.value for f in answer.findings] == ([verdict] if verdict else [])


def test_the_figure_of_its_own_year_comes_before_that_of_another(write: Write) -> None:
    """A number without its qualifier is not told to be that of the year before, or of the next."""
    figures = "".join(
        figure(year, f"qualifier = {rest}")
        for year, rest in {
            "2019": '"about", value = 600',
            "2020": '"less_than", below = 600',
            "2021": '"exact", value = 600',
        }.items()
    )
    dataset = _of(write, figures)
    [found] = kic.check(dataset, "In 2020 waren er 600 kinderen in pleegzorg.").findings
    assert (found.verdict, found.record.period.text) == ("lost_qualifier", "2020")


@each(
    ("text", "verdicts"),
    [
        ("120 kinderen in pleegzorg. In 2019 waren het er 110.", ["matches", "differs"]),
        ("120 kinderen in pleegzorg. In 2019 waren er bijna 90.", ["matches", "differs"]),
        (
            "120 kinderen in pleegzorg. In 2019 waren dat er 120.",
            ["matches", "other_year_or_region"],
        ),
        ("120 kinderen in pleegzorg. In 2019 kregen er 110 een fiets.", ["matches"]),
        ("120 kinderen in pleegzorg. In 2019 verhuisden 110 kinderen.", ["matches"]),
        ("120 kinderen in pleegzorg. In 2019 verhuisden 120 kinderen.", ["matches"]),
        ("120 children in foster care. In 2019 it was 110.", ["matches", "differs"]),
        ("120 children in foster care. In 2019 110 moved away.", ["matches"]),
        ("120 children in foster care. In 2019 the country gave 110 a bicycle.", ["matches"]),
        ("children in foster care\n\nIn 2019 there were 110.", ["differs"]),
        ("children in foster care\n\nIn 2019 the country gave 110 a bicycle.", []),
    ],
)
def test_a_sentence_about_something_else_is_not_about_what_was_told_before(
    write: Write, text: str, verdicts: list[str]
) -> None:
    """Only one of nothing but a year, a number and the like takes that with it."""
    figures = exact("2019", 100) + exact("2020", 120)
    found = kic.check(_of(write, figures), f"In 2020: {text}").findings
    assert [f.verdict.value for f in found] == verdicts


@pytest.mark.parametrize(
    ("bound", "said", "verdict"),
    [
        ('"less_than", below = 5', "5", "differs"),
        ('"at_least", value = 5', "5", "differs"),
        ('"less_than", below = 5', "minder dan 5", "other_year_or_region"),
        ('"exact", value = 5', "5", "other_year_or_region"),
    ],
)
def test_the_bound_of_another_year_is_not_its_number(
    write: Write, bound: str, said: str, verdict: str
) -> None:
    """A number is held against its own year, where the other one only has it with a qualifier."""
    figures = figure("2020", 'qualifier = "exact", value = 7') + figure(
        "2021", f"qualifier = {bound}"
    )
    text = f"In 2020 waren er {said} kinderen in pleegzorg."
    assert [f.verdict.value for f in kic.check(_of(write, figures), text).findings] == [verdict]


@pytest.mark.parametrize(
    ("date", "is_then"),
    [
        ("Op 31 december 2020", True),
        ("In 2020", True),
        ("Op 31 december 2019", False),
        ("Op 3 mei 2020", False),
        ("In 2019", False),
    ],
)
def test_a_number_under_another_date_has_not_lost_its_qualifier(
    write: Write, date: str, is_then: bool
) -> None:
    """It is not judged there, as without a qualifier."""
    figures = figure("2020", 'qualifier = "almost", value = 250, measure = "end_of_period"')
    figures = figures.replace('"2020"', '"2020-12-31"')
    found = kic.check(_of(write, figures), f"{date} waren er 250 kinderen in pleegzorg.").findings
    assert [f.verdict.value for f in found] == (["lost_qualifier"] if is_then else [])


@each(
    ("value", "words", "verdict"),
    [
        ("64", "66,5", "differs"),
        ("7.8", "7,9", "differs"),
        ("6.65", "6,6", "rounded"),
        ("6.6", "7", "rounded"),
        ("6.6", "6", "differs"),
        ("289", "290,5", "differs"),
        ("21400", "bijna 22.000", None),
        ("21600", "bijna 22.000", "rounded"),
        ("289", "300", "rounded"),
        ("0.4", "0", "rounded"),
        ("0.6", "0", "differs"),
    ],
)
def test_a_number_is_rounded_where_it_was_written_to(
    write: Write, value: str, words: str, verdict: str | None
) -> None:
    """7.9 is no 7.8: who writes a tenth has rounded to tenths; who writes 300 may mean 289."""
    names = ("Schade van aanbieders", "Damage of providers")
    extra = f'unit = "euro", qualifier = "exact", value = {value}'
    dataset = _of(write, figure("2020", extra), label=names, more=UNITS)
    answer = kic.check(dataset, f"De schade van aanbieders was in 2020 {words} euro.")
    assert [f.verdict.value for f in answer.findings] == ([verdict] if verdict else [])


@pytest.mark.parametrize(
    ("rest", "words", "verdict"),
    [
        ('qualifier = "exact", value = 2.75', "ruim 2,5", "rounded"),
        ('qualifier = "exact", value = 2.76', "ruim 2,5", None),
        ('qualifier = "exact", value = 0.45', "bijna 0,5", "rounded"),
        ('qualifier = "exact", value = 0.44', "bijna 0,5", None),
        ('qualifier = "exact", value = 3', "meer dan 0", None),
        ('qualifier = "less_than", below = 2', "0,7", None),
    ],
)
def test_a_broken_number_is_rounded_by_a_tenth_at_most(
    write: Write, rest: str, words: str, verdict: str | None
) -> None:
    """What a bound leaves open beyond that is neither right nor wrong; so it is of nothing."""
    names = ("Schade van aanbieders", "Damage of providers")
    dataset = _of(write, figure("2020", f'unit = "euro", {rest}'), label=names, more=UNITS)
    answer = kic.check(dataset, f"De schade van aanbieders was in 2020 {words} euro.")
    assert [f.verdict.value for f in answer.findings] == ([verdict] if verdict else [])


@each(
    ("sentence", "verdicts"),
    [
        ("In 2020 waren er 120 kinderen in pleegzorg.", ["matches"]),
        ("In 2019 waren er 120 kinderen in pleegzorg.", ["other_year_or_region"]),
        ("In 2019 waren er 100 kinderen in pleegzorg, in 2020 120.", ["matches", "matches"]),
        ("In pleegzorg waren 100 kinderen in 2019 en 120 in 2020.", ["matches", "matches"]),
        ("In 2020 waren er 120 kinderen in pleegzorg, een jaar eerder 100.", ["matches"] * 2),
        ("Vergeleken met 2019 groeide de pleegzorg tot 120 kinderen.", ["matches"]),
        ("Op 3 mei 2019 bleek dat er 120 kinderen in pleegzorg waren.", ["matches"]),
        ("In 2019 meldde de krant dat er 120 kinderen in pleegzorg zijn.", ["matches"]),
        ("In 2023 waren er 130 kinderen in pleegzorg.", []),
        ("Er zijn nu 130 kinderen in pleegzorg.", []),
        ("Er zijn 130 kinderen in pleegzorg.", []),
        ("Volgens de Uitgever zijn er 130 kinderen in pleegzorg.", ["differs"]),
        ("Volgens de Uitgever waren er later 130 kinderen in pleegzorg.", []),
        ("In Proef staat dat er 130 kinderen in pleegzorg zijn.", ["differs"]),
        ("In 2020 waren er 12 kinderen in pleegzorg in Nederland aan zee.", []),
        ("In 2019 en 2020 waren er 130 kinderen in pleegzorg.", ["differs"]),
        ("In mei 2020 waren er 130 kinderen in pleegzorg.", []),
        ("In 2020 waren er 120 kinderen in pleegzorg en in 2020 130 kinderen.", ["matches"]),
        (
            "In 2020 waren er 120 kinderen in pleegzorg.\n\nEr waren in 2020 130 kinderen in "
            "pleegzorg.",
            ["matches", "differs"],
        ),
        ("Op het eiland is pleegzorg. In 2020 waren er 12 kinderen in pleegzorg.", ["matches"]),
        ("Op het eiland is pleegzorg. In 2020 waren er 120 kinderen in pleegzorg.", ["matches"]),
        ("In 2020 waren er 120 kinderen in pleegzorg op het eiland.", ["other_year_or_region"]),
        ("In 2020 waren er 12 kinderen in pleegzorg op het eiland.", ["matches"]),
        ("In 2020 waren er 12 kinderen in pleegzorg in Nederland.", ["other_year_or_region"]),
        ("In 2020 waren er 130 kinderen in pleegzorg in Utrecht.", []),
        ("Volgens Jeugdzorg Nederland waren er in 2020 130 kinderen in pleegzorg.", []),
        ("In 2020 waren er 130 kinderen in pleegzorg, meldt de Uitgever.", ["differs"]),
        ("In 2020 waren er 130 gezinnen voor pleegzorg aangemeld.", []),
        ("In 2020 waren er elke dag 130 kinderen in pleegzorg op bezoek.", []),
        ("In 2020 waren er 210 kinderen in pleegzorg met regenval en sneeuw.", ["differs"]),
        ("In 2020 waren er 130 kinderen in pleegzorg met regenval sneeuw en hagel.", []),
        ("In 2020 groeide de pleegzorg met 130 kinderen.", []),
        ("In 2020 waren er 130 kinderen meer in pleegzorg.", []),
        ("In 2020 waren er 120 kinderen in pleegzorg, van wie 90 meisjes.", ["matches"]),
        ("In 2020 was 90 procent van de kinderen in pleegzorg blij.", []),
        ("In 2020 woonden er 120 pleegkinderen in Nederland.", ["matches"]),
        ("In 2020 woonden er 120 pleegkinderen bij familie.", []),
        ("In 2020 there were 120 children in foster care.", ["matches"]),
        ("In 2020 there were 210 children in foster care.", ["differs"]),
        ("In 2019 there were 120 children in foster care.", ["other_year_or_region"]),
    ],
)
def test_a_number_is_placed_by_the_words_around_it(
    write: Write, sentence: str, verdicts: list[str]
) -> None:
    """Its year, its region, what it counts and who says so; where one is open it is not judged."""
    figures = (
        figure("2019", 'qualifier = "exact", value = 100')
        + figure("2020", 'qualifier = "exact", value = 120')
        + figure("2020", 'region = "eiland", qualifier = "exact", value = 12')
    )
    answer = kic.check(_of(write, figures, FOSTER), sentence)
    assert [f.verdict.value for f in answer.findings] == verdicts


@each(
    ("value", "other", "number", "is_judged"),
    [
        (125, "value = 135", 135, False),
        (120, "value = 130", 130, True),
        (120, "value = 10", 130, False),
        (120, 'value = 10, region = "eiland"', 130, True),
        (65, "value = 5", 130, True),
        (125, "value = 1135", 135, True),
        (1100, "value = 1000", 1000, False),
        (900, "value = 990", 990, True),
        (1100, 'value = 5, note = { nl = "Er waren er 1.300.", en = "x" }', 1300, False),
        (1100, 'value = 5, caution = { nl = "Er waren er 1.300.", en = "x" }', 1300, False),
        (1100, 'value = 5, caution = { nl = "Er waren er 1.300,5.", en = "x" }', 1300, True),
    ],
)
def test_a_number_that_is_told_of_something_else_is_not_called_wrong(
    write: Write, value: int, other: str, number: int, is_judged: bool
) -> None:
    """Of another indicator of the theme, in a note, or two figures of one place and time added.

    A number of a few digits stands elsewhere by chance.
    """
    more = indicator("b", figure("2020", f'qualifier = "exact", {other}'))
    dataset = _of(write, exact("2020", value), more=more)
    answer = kic.check(dataset, f"In 2020 waren er {number} kinderen in pleegzorg.")
    assert _wrong(answer) == ([(str(number), "differs")] if is_judged else [])


@each(
    ("period", "told", "verdicts"),
    [
        ("2019/2020 total", "In 2019 en 2020 samen waren er 120", ["matches"]),
        ("2019/2020 total", "In 2020 waren er 120", []),
        ("2019/2020 total", "In 2019 waren er 120", []),
        ("2019/2020 total", "In 2020 waren er 130", []),
        ("2019/2020 school", "In het schooljaar 2019/2020 waren er 120", ["matches"]),
        ("2019/2020 school", "In 2020 waren er 120", []),
        ("2020-12-31", "Op 31 december 2020 waren er 120", ["matches"]),
        ("unknown", "Er waren 120", ["matches"]),
        ("unknown", "Er waren 130", ["differs"]),
        ("unknown", "In 2020 waren er 120", []),
        ("unknown", "In 2020 waren er 130", []),
    ],
)
def test_a_number_is_right_of_its_whole_period_alone(
    write: Write, period: str, told: str, verdicts: list[str]
) -> None:
    """A total over two years is that of neither, and what is not dated is of no year."""
    answer = kic.check(_of(write, exact(period, 120)), f"{told} kinderen in pleegzorg.")
    assert [f.verdict.value for f in answer.findings] == verdicts


@pytest.mark.parametrize(
    ("measure", "is_judged"),
    [
        ("end_of_period", [True, True, False, True, True]),
        ("ever_in_period", [False, True, True, True, False]),
        ("unspecified", [False, True, True, True, False]),
        ("in_period", [False, True, True, True, True]),
    ],
)
def test_a_day_and_a_year_are_not_held_against_each_other(
    write: Write, measure: str, is_judged: list[bool]
) -> None:
    """There are more in all of a year than on one day, and no fewer."""
    there = figure("2020", f'qualifier = "exact", value = 120, measure = "{measure}"')
    checker = Checker(_of(write, there))
    texts = (
        "Op 31 december 2020 waren er 130 kinderen in pleegzorg.",
        "In 2020 waren er 130 kinderen in pleegzorg.",
        "In 2020 kregen 130 kinderen pleegzorg.",
        "In 2020 kregen 110 kinderen pleegzorg.",
        "In 2020 zaten 110 kinderen in pleegzorg.",
    )
    assert [bool(checker.check(text).wrong) for text in texts] == is_judged


@each(
    ("label", "told", "is_judged"),
    [
        ("Kinderen in pleegzorg", "130 meisjes in pleegzorg", False),
        ("Meisjes in pleegzorg", "130 meisjes in pleegzorg", True),
        ("Meisjes in pleegzorg", "130 jongens in pleegzorg", False),
        ("Kinderen in pleegzorg", "130 euro voor pleegzorg", False),
        ("Kinderen in pleegzorg", "130,5 kinderen in pleegzorg", False),
        ("Kinderen in pleegzorg", "130 kinderen onder de 18 jaar in pleegzorg", True),
        ("Kinderen in pleegzorg", "130 kinderen onder de 19 jaar in pleegzorg", False),
        ("Kinderen in pleegzorg", "130 kinderen van 12 jaar in pleegzorg", False),
        ("Kinderen van 12 tot 16 in pleegzorg", "130 kinderen in pleegzorg", False),
        ("Kinderen van 12 tot 16 in pleegzorg", "130 kinderen van 12 jaar in pleegzorg", False),
        ("Kinderen van 12 tot 16 in pleegzorg", "130 van 12 tot 16 jaar in pleegzorg", True),
        ("Kinderen van 12 tot 16 in pleegzorg", "130 van 12 tot 17 jaar in pleegzorg", False),
        ("Kinderen in arrest", "130 kinderen in huisarrest", True),
        ("Kinderen in arrest", "130 kinderen in huisarresten", True),
        ("Kinderen met ouder", "130 kinderen met grootouders", False),
    ],
)
def test_a_number_is_of_what_counts_the_same(
    write: Write, label: str, told: str, is_judged: bool
) -> None:
    """The same things or people, of the same ages; a word may have that of a name as a part."""
    there = figure("2020", 'qualifier = "exact", value = 120')
    dataset = _of(write, there, label=(label, "Four other English words"))
    assert bool(kic.check(dataset, f"In 2020 waren er {told}.").wrong) == is_judged


@pytest.mark.parametrize(
    ("told", "verdicts"),
    [
        ("120 kinderen in pleegzorg", ["matches"]),
        ("130 kinderen in pleegzorg", []),
        ("130 kinderen in pleegzorg met wachtlijst", ["differs"]),
        ("55 kinderen in pleegzorg met wachtlijst", ["matches"]),
        ("120 kinderen in pleegzorg met wachtlijst", []),
    ],
)
def test_a_number_that_may_be_of_two_indicators_is_not_called_wrong(
    write: Write, told: str, verdicts: list[str]
) -> None:
    """Unless it is right of one of them, or the sentence says which is meant."""
    other = indicator("b", exact("2020", 55)).replace("Over b", "Pleegzorg met wachtlijst")
    names = ("Kinderen in pleegzorg", "Four other English words")
    answer = kic.check(
        _of(write, exact("2020", 120), label=names, more=other), f"In 2020 waren er {told}."
    )
    assert [f.verdict.value for f in answer.findings] == verdicts


@pytest.mark.parametrize(
    ("word", "other", "is_akin"),
    [
        ("kamp", "kampen", True),
        ("zaal", "zalen", False),
        ("zorgde", "zorgen", True),
        ("wachtlijst", "wachtlijsten", True),
        ("jeugdige", "jeugdhulp", False),
        ("arrest", "huisarresten", True),
        ("ouder", "grootouders", False),
    ],
)
def test_words_are_akin_by_their_beginning_or_a_long_part(
    word: str, other: str, is_akin: bool
) -> None:
    """All but an ending, of four letters at least, or six of them within the other."""
    assert akin(word, {other}) == ({other} if is_akin else set())
    assert akin(other, {word}) == ({word} if is_akin else set())


@pytest.mark.parametrize(
    ("named", "is_right"),
    [
        ("wachtlijst", False),
        ("wachtlijst speltherapie vervoer", False),
        ("wachtlijst speltherapie buitengebied vervoer", True),
        ("spelhulp", True),
        ("speltherapie in het buitengebied", True),
        ("dagbesteding", False),
    ],
)
def test_a_number_is_right_by_a_name_in_full(write: Write, named: str, is_right: bool) -> None:
    """By the whole label, or another name that is of this indicator alone."""
    names = ("Wachtlijst speltherapie buitengebied vervoer", "Other English words here")
    shared = indicator("b", exact("2020", 7), 'aliases = ["dagbesteding"]')
    aliases = 'aliases = ["spelhulp", "speltherapie buitengebied", "dagbesteding", "wachtlijst"]'
    dataset = _of(write, exact("2020", 123), aliases, label=names, more=shared)
    found = kic.check(dataset, f"In 2020 waren er 123 kinderen met {named}.").findings
    assert [f.verdict.value for f in found] == (["matches"] if is_right else [])


@pytest.mark.parametrize(
    ("named", "is_judged"),
    [
        ("wachtlijst", False),
        ("wachtlijst speltherapie", True),
        ("wachtlijst speltherapie regenval sneeuw hagel", True),
        ("wachtlijst speltherapie regenval sneeuw hagel onweer", False),
        ("wachtlijst speltherapie vervoer regenval sneeuw hagel onweer nevel", False),
        ("wachtlijst speltherapie vervoer buitengebied regen sneeuw hagel onweer nevel ijs", True),
    ],
)
def test_a_number_is_judged_where_half_of_a_name_is_beside_it(
    write: Write, named: str, is_judged: bool
) -> None:
    """Not where more than half of the words are foreign to it, unless four are of it."""
    names = ("Wachtlijst speltherapie buitengebied vervoer", "Four other English words")
    there = figure("2020", 'qualifier = "exact", value = 120')
    dataset = _of(write, there, label=names)
    answer = kic.check(dataset, f"In 2020 waren er 210 kinderen met {named}.")
    assert _wrong(answer) == ([("210", "differs")] if is_judged else [])


def test_what_would_be_right_is_told(dataset: kic.Dataset) -> None:
    """The figure of the year that is written, and whose number it is instead."""
    text = "In 2019 wachtten kinderen gemiddeld 289 dagen op gezinshereniging."
    [found] = kic.check(dataset, text).findings
    assert (found.record.period.text, found.record.value) == ("2019", 233)
    assert found.other
    assert (found.other.period.text, found.other.value) == ("2020", 289)
    assert found.told.sentence[found.told.start :].startswith("289")


def test_a_revised_number_was_right(tmp_path: Path, write: Write) -> None:
    """The number of an earlier edition is no fault; the figure is the one that is told now."""
    _of(write, exact("2020", 120))
    later = saved(tmp_path / "later.toml", sequel(exact("2020", 130)))
    dataset = kic.load([*tmp_path.glob("*.toml")])
    [found] = kic.check(dataset, "In 2020 waren er 120 kinderen in pleegzorg.").findings
    assert (found.verdict, found.record.value) == (Verdict.REVISED, 130)
    later.write_text(later.read_text("utf-8").replace('"Uitgever"', '"Een ander"'), "utf-8")
    dataset = kic.load([*tmp_path.glob("*.toml")])
    [found] = kic.check(dataset, "In 2020 waren er 120 kinderen in pleegzorg.").findings
    assert (found.verdict, found.record.value) == (Verdict.MATCHES, 120)
    assert [then.value for then in found.record.earlier] == [130]


def test_a_revised_mean_was_right_as_well(tmp_path: Path, write: Write) -> None:
    """That is said before that it is a mean, which the number of today loses without the word."""
    label = ("Wachttijd voor hulp", "Waiting time for help")
    own = figure("2020", 'unit = "dagen", qualifier = "exact", value = 74')
    _of(write, own, 'measure = "mean"', label, UNITS)
    saved(tmp_path / "later.toml", sequel(own.replace("74", "76")))
    dataset = kic.load([*tmp_path.glob("*.toml")])
    text = "In 2020 was de wachttijd voor hulp {} dagen."
    [before], [now] = (kic.check(dataset, text.format(n)).findings for n in (74, 76))
    told = kic.check(dataset, text.replace("de", "de gemiddelde", 1).format(76)).findings
    assert [f.verdict for f in told] == [Verdict.MATCHES]
    assert (before.verdict, before.record.value) == (Verdict.REVISED, 76)
    assert (now.verdict, now.record.value) == (Verdict.LOST_QUALIFIER, 76)


@pytest.mark.parametrize(
    ("earlier", "now", "words", "verdict"),
    [
        ('"less_than", below = 5', 2, "minder dan 5", "revised"),
        ('"less_than", below = 5', 2, "precies 5", "differs"),
        ('"less_than", below = 5', 2, "5", "differs"),
        ('"more_than", above = 60', 74, "meer dan 60", "revised"),
        ('"more_than", above = 60', 74, "precies 60", "differs"),
        ('"more_than", above = 60', 74, "60", "differs"),
        ('"at_least", value = 240', 251, "minstens 240", "revised"),
        ('"at_least", value = 240', 251, "240", "differs"),
        ('"estimate", value = 150', 162, "naar schatting 150", "revised"),
        ('"estimate", value = 150', 162, "150", "differs"),
        ('"exact", value = 150', 162, "150", "revised"),
        ('"exact", value = 150', 162, "meer dan 150", None),
    ],
)
def test_only_what_an_edition_said_was_right_once(
    tmp_path: Path, write: Write, earlier: str, now: int, words: str, verdict: str | None
) -> None:
    """A number without the qualifier that it had then was in no edition."""
    _of(write, figure("2020", f"qualifier = {earlier}"))
    saved(tmp_path / "later.toml", sequel(exact("2020", now)))
    dataset = kic.load([*tmp_path.glob("*.toml")])
    answer = kic.check(dataset, f"In 2020 waren er {words} kinderen in pleegzorg.")
    assert [f.verdict.value for f in answer.findings] == ([verdict] if verdict else [])


def test_what_another_publication_has_is_not_revised_by_it() -> None:
    """Each is the same as in its source; the one that is told has the other beside it."""
    compared = unite(with_context(read_files(None))).dataset
    text = "In 2020 waren er 1.366 plaatsingen in de gesloten jeugdhulp."
    [found] = kic.check(compared, text).findings
    assert (found.verdict, found.record.value) == (Verdict.MATCHES, 1366)
    assert [then.value for then in found.record.earlier] == [1364]


def test_a_gap_has_no_number_in_any_year(write: Write) -> None:
    """Where the source has none for that region; elsewhere there may be one."""
    lacking = 'registration = "unavailable"'
    dataset = _of(write, figure("unknown", lacking).replace('as_printed = "x", ', ""), gaps(""))
    [found] = kic.check(dataset, "In 2020 waren er 120 kinderen in pleegzorg.").findings
    assert (found.verdict, found.record.gap is not None) == (Verdict.NONE_KNOWN, True)
    there = kic.check(dataset, "In 2020 waren er op het eiland 120 kinderen in pleegzorg.")
    assert there.findings == ()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_dataset_of_one_language_is_searched_by_its_own_names(write: Write, lang: str) -> None:
    """A text in the other language is not placed by names that it cannot have."""
    other = "en" if lang == "nl" else "nl"
    path = write(indicator("a", figure("2020", 'qualifier = "exact", value = 120')))
    text = path.read_text("utf-8")
    text = re.sub(
        r'\{ nl = "([^"]*)", en = "([^"]*)" \}', r'"\1"' if lang == "nl" else r'"\2"', text
    )
    text = text.replace("license =", f'languages = ["{lang}"]\nlicense =')
    label = {"nl": "Over a", "en": "About a"}[lang]
    path.write_text(text.replace(f'"{label}"', '"Pleegzorgplekken op school"'), "utf-8")
    sentence = {
        "nl": "In 2020 waren er 120 pleegzorgplekken op school.",
        "en": "In 2020 there were 120 pleegzorgplekken on a school.",
    }[other]
    assert [f.verdict.value for f in kic.check(kic.load(path), sentence).findings] == ["matches"]


NOTHING = [
    "",
    "\n\n",
    "Niets.",
    "1",
    "2020",
    "?" * 5000,
    "9" * 5000,
    f"jaarlijks 1+{'9' * 5000}=1",
]


@each("text", NOTHING)
def test_any_text_is_answered(dataset: kic.Dataset, text: str) -> None:
    """Also one without a number, and one of nothing but digits."""
    assert kic.check(dataset, text).findings == ()


def test_signs_that_run_together_break_nothing(dataset: kic.Dataset) -> None:
    """Where no word follows a number, only signs."""
    found = kic.check(dataset, "12.700 -1+1 dakloze jongvolwassenen.").findings
    assert [f.told.written for f in found] == ["12.700"]


@pytest.mark.parametrize(
    ("said", "verdicts"),
    [
        ("meer dan -100.000", ["matches"]),
        ("minder dan -100.000", ["differs"]),
        ("-90.000", []),
        ("-110.000", ["differs"]),
    ],
)
def test_almost_a_loss_is_more_than_it(write: Write, said: str, verdicts: list[str]) -> None:
    """Below zero almost is nearer to zero, and less than it is another number."""
    almost = figure("2020", 'unit = "euro", qualifier = "almost", value = -100000')
    names = ("Resultaat van aanbieders", "Results of providers")
    dataset = _of(write, almost, label=names, more=UNITS)
    text = f"Het resultaat van aanbieders was in 2020 {said} euro."
    found = kic.check(dataset, text).findings
    assert [f.verdict.value for f in found] == verdicts


@pytest.mark.parametrize(
    ("said", "is_right"),
    [
        ("-€ 100.000", True),
        ("€-100.000", True),
        ("-/- € 100.000", True),
        *((said, False) for said in ("€ 100.000", "€ 100.000-", "€ 100.000 negatief")),
    ],
)
@pytest.mark.parametrize("value", [-100_000, 100_000])
def test_a_loss_is_no_gain_of_as_much(write: Write, said: str, is_right: bool, value: int) -> None:
    """A sign that is certain is read, and of one that is not nothing is said."""
    exact = figure("2020", f'unit = "euro", qualifier = "exact", value = {value}')
    names = ("Resultaat van aanbieders", "Results of providers")
    dataset = _of(write, exact, label=names, more=UNITS)
    found = kic.check(dataset, f"Het resultaat van aanbieders was in 2020 {said}.").findings
    is_plain = said == "€ 100.000" and value > 0
    assert bool(found) == ((is_right and value < 0) or is_plain)


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("In 2020 waren er 46,3 meldingen van verwaarlozing per 1.000 kinderen.", ["matches"]),
        ("In 2020 waren er per 1.000 kinderen 46,3 meldingen van verwaarlozing.", ["matches"]),
        ("Per 1.000 kinderen waren er in 2020 46,3 meldingen van verwaarlozing.", ["matches"]),
        ("In 2020 waren er 47,9 meldingen van verwaarlozing per 1.000 kinderen.", ["differs"]),
        ("In 2020 waren er 46,3 meldingen van verwaarlozing per 100 kinderen.", []),
        ("In 2020 waren er 46,3 meldingen van verwaarlozing per 10.000 kinderen.", []),
        ("In 2020 waren er 46,3 meldingen van verwaarlozing per 100.000 kinderen.", []),
        ("In 2020 waren er 46,3 meldingen van verwaarlozing per tienduizend kinderen.", []),
        ("In 2020 waren er 46,3 meldingen van verwaarlozing op de 10.000 kinderen.", []),
        ("Per 100 kinderen waren er in 2020 46,3 meldingen van verwaarlozing.", []),
        ("In 2020 waren er 46,3 meldingen van verwaarlozing onder kinderen.", []),
        ("In 2020 there were 46.3 reports of neglect per 1,000 children.", ["matches"]),
        ("In 2020 there were 47.9 reports of neglect per 1,000 children.", ["differs"]),
        ("In 2020 there were 46.3 reports of neglect per 10,000 children.", []),
        ("In 2020 there were 46.3 reports of neglect per 100 children.", []),
        ("In 2020 there were 46.3 reports of neglect for every hundred children.", []),
        ("In 2020 there were 46.3 reports of neglect.", []),
    ],
)
@pytest.mark.parametrize("many", [(" per 1.000 kinderen", " per 1,000 children"), ("", "")])
def test_a_rate_is_of_as_many_as_its_figure(
    write: Write, many: tuple[str, str], text: str, verdicts: list[str]
) -> None:
    """Per 10,000 or of nothing it is another number, whatever its label says."""
    names = (f"Meldingen van verwaarlozing{many[0]}", f"Reports of neglect{many[1]}")
    figures = figure("2020", 'unit = "promille", qualifier = "exact", value = 46.3')
    dataset = _of(write, figures, label=names, more=UNITS)
    assert [f.verdict.value for f in kic.check(dataset, text).findings] == verdicts


@pytest.mark.parametrize(
    ("label", "alias", "told", "is_right"),
    [
        ("Klachten over opvang", "het Loket", "klachten bij het Loket", False),
        ("Klachten over opvang", "loket", "klachten bij het loket", False),
        ("Klachten over opvang", "het Loket", "klachten over opvang", True),
        ("Klachten over opvang", "klacht bij loket", "klachten bij het Loket", True),
        ("Klachten bij het Loket", "x", "klachten bij het Loket", True),
        ("Klachten bij het Loket", "x", "klachten", False),
        ("Klachten over (dreigende) sluiting", "x", "klachten over sluiting", False),
        ("Klachten over (dreigende) sluiting", "x", "klachten over dreigende sluiting", True),
        ("Klachten over sluiting (ontruiming)", "x", "klachten over sluiting", True),
    ],
)
def test_a_number_is_no_figure_by_the_name_of_a_body_alone(
    write: Write, label: str, alias: str, told: str, is_right: bool
) -> None:
    """Whom it is told is no subject; but of what is told to one it is a part, with both halves."""
    role = 'named = [{ organisation = "loket", role = { nl = "krijgt ze", en = "gets them" } }]'
    unit = '[units.klachten]\nlabel = { nl = "klachten", en = "complaints" }\nkind = "count"\n'
    figures = figure("2020", 'unit = "klachten", qualifier = "exact", value = 120')
    extra = f'{role}\naliases = ["{alias}"]'
    dataset = _of(write, figures, extra, (label, "Other words"), unit)
    found = kic.check(dataset, f"In 2020 waren er 120 {told}.").findings
    assert [f.verdict.value for f in found] == (["matches"] if is_right else [])


@each(
    ("text", "verdicts"),
    [
        ("De uitgaven aan zorg waren in 2020 € 41,3 miljoen.", ["matches"]),
        ("De uitgaven aan zorg waren in 2020 41,3 miljoen euro.", ["matches"]),
        ("De uitgaven aan zorg waren in 2020 41,3 miljoen.", ["matches"]),
        ("De uitgaven aan zorg waren in 2020 € 61,7 miljoen.", ["differs"]),
        ("De uitgaven aan zorg waren in 2020 $ 41,3 miljoen.", []),
        ("De uitgaven aan zorg waren in 2020 £ 41,3 miljoen.", []),
        ("De uitgaven aan zorg waren in 2020 41,3 miljoen dollar.", []),
        ("De uitgaven aan zorg waren in 2020 $ 61,7 miljoen.", []),
        ("Spending on care was €41.3m in 2020.", ["matches"]),
        ("Spending on care was $41.3m in 2020.", []),
        ("Spending on care was £41.3 million in 2020.", []),
        ("Spending on care was US$41.3 million in 2020.", []),
    ],
)
def test_an_amount_is_of_the_currency_of_its_figure(
    write: Write, text: str, verdicts: list[str]
) -> None:
    """By the sign before it or the word behind it; without any it may be."""
    own = 'unit = "euro", qualifier = "exact", value = 41300000'
    label = ("Uitgaven aan zorg", "Spending on care")
    dataset = _of(write, figure("2020", own), label=label, more=UNITS)
    assert [f.verdict.value for f in kic.check(dataset, text).findings] == verdicts
