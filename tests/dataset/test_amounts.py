"""What stands beside a number and makes another amount of it: amounts.toml has the sentences."""

import tomllib
from pathlib import Path

import pytest

from kic.dataset.page.found import Found
from kic.dataset.page.language import language
from kic.dataset.page.places import Place
from kic.dataset.validation import validate
from kic.model import Lang
from tests.cases import each
from tests.conftest import MINIMAL, indicator, saved

AMOUNTS = tomllib.loads(Path(__file__).with_name("amounts.toml").read_text("utf-8"))
EACH = [
    (lang, unit, meant, text)
    for lang, units in AMOUNTS.items()
    for unit, sentences in units.items()
    for meant, texts in sentences.items()
    for text in texts
]
UNITS = """
euro = { label = { nl = "euro", en = "euros" }, kind = "money", currency = "EUR" }
dagen = { label = { nl = "dagen", en = "days" }, kind = "duration" }
meldingen = { label = { nl = "meldingen", en = "reports" }, kind = "count" }
jongeren = { label = { nl = "jongeren", en = "young people" }, kind = "count" }
promille = { label = { nl = "op duizend", en = "in a thousand" }, kind = "rate", per = 1000 }

[sources.bron.layout]
lang = "nl"
bullet = "-"
themes = { thema = "Thema" }
lists = { cijfers = "" }
"""

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]


def _told(
    folder: Path, lang: str, unit: str, marked: str, keys: str = "value = 3", label: str = "Iets"
) -> list[str]:
    """What is said of a figure of 3, read from the words between braces."""
    quoted = marked[marked.index("{") + 1 : marked.index("}")]
    page = f"Thema\n- {marked.replace('{', '').replace('}', '')}\n"
    typed = (
        f'{{ period = "unknown", qualifier = "exact", {keys}, as_printed = "{quoted}", '
        'locator = "thema/cijfers/1" }'
    )
    text = UNITS.replace('"nl"\nbullet', f'"{lang}"\nbullet') + indicator("a", typed)
    text = text.replace('unit = "kinderen"', f'unit = "{unit}"')
    text = text.replace("Over a", label).replace("About a", label)
    [report] = validate(
        [saved(folder / "x.toml", MINIMAL + text)], saved(folder / "page.txt", page)
    )
    assert report.page, report.problems
    return [problem.message for problem in report.problems]


@each(("lang", "unit", "meant", "text"), EACH, ids=[f"{u}: {t}" for _, u, _, t in EACH])
def test_a_number_is_held_to_what_stands_beside_it(
    tmp_path: Path, lang: str, unit: str, meant: str, text: str
) -> None:
    """Another scale, currency or sign, a difference, a ratio and a mean are no plain three."""
    told = _told(tmp_path, lang, unit, text)
    assert bool(told) == (meant == "refused"), told


SAID: dict[str, tuple[str, str, str, str, str, bool]] = {
    "a difference by its label": (
        *("nl", "kinderen", "{3 minder} dan in 2019", "value = 3", "Daling van het aantal", True),
    ),
    "a difference by its label, with words between": (
        *("nl", "kinderen", "In 2020 steeg het aantal kinderen in zorg met {3}.", "value = 3"),
        *("Stijging van het aantal", True),
    ),
    "a difference by another label": (
        *("nl", "kinderen", "{3 minder} dan in 2019", "value = 3", "Plaatsingen", False),
    ),
    "points by its label": (
        *("en", "procent", "{3 percentage points}", "value = 3", "Change of the share", True),
    ),
    "a mean by its measure": (
        *("en", "kinderen", "an average of {3}", 'value = 3, measure = "mean"', "X", True),
    ),
    "a mean with words between": (
        *("nl", "dagen", "De gemiddelde wachttijd voor een kind was {3 dagen}"),
        *('value = 3, measure = "mean"', "X", True),
    ),
    "a median is no mean": (
        *("nl", "dagen", "De mediane wachttijd bedroeg {3 dagen}"),
        *('value = 3, measure = "mean"', "X", False),
    ),
    "a median by its label": (
        *("en", "dagen", "The median wait was {3 days}", "value = 3", "Median wait", True),
    ),
    "a target by its measure": (
        *(
            "en",
            "kinderen",
            "The goal is {3 children}",
            'value = 3, measure = "target"',
            "X",
            True,
        ),
    ),
    "a norm by its label": (
        *("nl", "kinderen", "De norm is {3 kinderen}", "value = 3", "Norm per groep", True),
    ),
    "a norm read by hand": (
        *("nl", "kinderen", "De norm is {3 kinderen}", 'value = 3, read_by_hand = "zo was het"'),
        *("X", True),
    ),
    "a provisional one by its status": (
        *("nl", "kinderen", "{3} [p]", 'value = 3, status = "P"', "X", True),
    ),
    "a loss below zero": ("en", "euro", "a loss of {3 euros}", "value = -3", "X", True),
    "a loss in accounts": ("nl", "euro", "({3}) euro", "value = -3", "X", True),
    "a loss by its label": ("nl", "euro", "een tekort van {3 euro}", "value = 3", "Tekort", True),
    "no loss below zero": ("en", "euro", "It cost {3 euros}", "value = -3", "X", False),
    "a loss of children": ("nl", "kinderen", "een tekort van {3}", "value = 3", "X", False),
    "in thousands": ("nl", "kinderen", "Kinderen (x 1.000): {3}", "value = 3000", "X", True),
    "just as many, read by hand": (
        *("en", "kinderen", "In millions of euros: 8 for {3 children}"),
        *('value = 3, read_by_hand = "the euros are millions"', "X", True),
    ),
    "in tens of thousands": (
        "en",
        "kinderen",
        "In tens of thousands: {3}",
        "value = 30_000",
        "X",
        True,
    ),
    "in millions": ("en", "euro", "In millions of euros: {3}", "value = 3_000_000", "X", True),
    "per cent in thousands": (
        "en",
        "procent",
        "In thousands: 8 children and {3%}",
        "value = 3",
        "X",
        True,
    ),
    "a surplus by its label": (
        "en",
        "euro",
        "a surplus of {3 euros}",
        "value = 3",
        "Surplus",
        True,
    ),
    "children per nurse": (
        "en",
        "kinderen",
        "{3} children per nurse",
        "value = 3",
        "Per nurse",
        True,
    ),
    "of each month by its label": (
        *("nl", "kinderen", "Elke maand kregen {3 kinderen} hulp.", "value = 3"),
        *("Kinderen met hulp per maand", True),
    ),
    "of each month by another label": (
        *("nl", "kinderen", "Elke maand kregen {3 kinderen} hulp.", "value = 3"),
        *("Kinderen met hulp", False),
    ),
    "a number without its unit read by hand": (
        *("nl", "procent", "Het was {3}.", 'value = 3, read_by_hand = "procent"', "X", True),
    ),
    "a number with its unit read by hand": (
        *("nl", "procent", "Het was {3}%.", 'value = 3, read_by_hand = "procent"', "X", False),
    ),
    "a word of another unit read by hand": (
        *("nl", "kinderen", "{3} uur", 'value = 3, read_by_hand = "opvang"', "X", True),
    ),
    "a mean of whatever waits": (
        *("nl", "dagen", "De wachttijd was in mei voor jongeren gemiddeld {3 dagen}."),
        *('value = 3, measure = "mean"', "X", True),
    ),
    "a mean behind another word": (
        *("nl", "dagen", "Voor jongeren was de wachttijd rond gemiddeld {3 dagen}."),
        *('value = 3, measure = "mean"', "X", False),
    ),
    "a mean in a year, in weeks of it": (
        *("en", "dagen", "Children waited on average {3 days} in 2022."),
        *('value = 3, measure = "mean"', "X", True),
    ),
    "read by hand": (
        *("nl", "kinderen", "{3 minder}", 'value = 3, read_by_hand = "zo geteld"', "X", True),
    ),
    "read by hand for nothing": (
        *("nl", "kinderen", "{3 kinderen}", 'value = 3, read_by_hand = "zo geteld"', "X", False),
    ),
}


@each("name", SAID)
def test_a_figure_that_says_so_itself_is_such_an_amount(tmp_path: Path, name: str) -> None:
    """By its label, its measure or its status, or where a person answers for it."""
    lang, unit, text, keys, label, is_held = SAID[name]
    told = _told(tmp_path, lang, unit, text, keys, label)
    assert bool(told) != is_held, told


LOSSES: dict[Lang, list[str]] = {
    "nl": [
        *("Het resultaat was {-€ 3}.", "Het resultaat was {€-3}.", "Het resultaat was {–€ 3}."),
        *("Het resultaat was {€–3}.", "Het resultaat was {-/- € 3}.", "Dat was {€ 3 -/-}."),
        *("Dat was {€ 3-}.", "Dat was € {3 negatief}.", "Dat was {3 euro} negatief."),
        *("Het resultaat was negatief: {€ 3}.", "In 2022 {-€ 3}", "({-€ 3})", "{EUR-3}"),
        *("{-EUR 3}", "{€ 3} verlies"),
    ],
    "en": [
        *("The result was {-€3}.", "The result was {€-3}.", "The result was {–€3}."),
        *("The result was {€3-}.", "It was {€3} negative.", "Negative: {€3}.", "{EUR -3}"),
        *("a {€3} loss",),
    ],
}


@each(("lang", "text"), [(lang, text) for lang, told in LOSSES.items() for text in told])
def test_a_sign_may_stand_beside_its_currency(tmp_path: Path, lang: Lang, text: str) -> None:
    """Before it or behind it, as a dash or a word; the amount is no gain then."""
    assert not _told(tmp_path, lang, "euro", text, "value = -3")
    assert _told(tmp_path, lang, "euro", text)


PLANS = [
    ("en", "The county plans to open {3 children} homes.", "plans", "open is for the homes"),
    ("en", "The aim for the county is {3 children}.", "aim", "so it was"),
    ("nl", "Er zijn {3 kinderen} in de groep gepland.", "gepland", "zo was het"),
]


@each(("lang", "text", "word", "reason"), PLANS)
def test_who_reads_a_plan_by_hand_names_its_word(
    tmp_path: Path, lang: str, text: str, word: str, reason: str
) -> None:
    """Or says that it is a target; the word stands in the complaint too."""
    told = _told(tmp_path, lang, "kinderen", text)
    assert any(word in one and 'say measure = "target" if it is a plan' in one for one in told)
    by_hand = 'value = 3, read_by_hand = "{}"'
    [one] = _told(tmp_path, lang, "kinderen", text, by_hand.format(reason))
    assert f"is told as '{word}'; say measure = \"target\", or name that word" in one
    for known in ("the plan was carried out", "het plan is uitgevoerd"):
        assert not _told(tmp_path, lang, "kinderen", text, by_hand.format(known))
    target = by_hand.format(reason) + ', measure = "target"'
    told = _told(tmp_path, lang, "kinderen", text, target)
    assert all("leave 'read_by_hand' out" in one for one in told)


@pytest.mark.parametrize(
    ("period", "keys", "is_held"),
    [
        ("2025", "", False),
        ("2025", 'measure = "target", ', True),
        ("2025", 'read_by_hand = "een plan", ', True),
        ("2022-07", "", False),
        ("2022-06", "", True),
        ("2022", "", True),
        ("unknown", "", True),
    ],
)
def test_what_lies_after_its_publication_is_no_plain_outcome(
    tmp_path: Path, period: str, keys: str, is_held: bool
) -> None:
    """No word needs to say so; the year in which a source appeared had begun."""
    inferred = "" if period == "unknown" else 'inferred = ["period"], '
    typed = (
        f'{{ period = "{period}", qualifier = "exact", value = 3, as_printed = "3 kinderen", '
        f'{keys}{inferred}locator = "thema/cijfers/1" }}'
    )
    head = MINIMAL.replace('title = "Titel"', 'title = "Titel"\npublished = 2022-06-30')
    page = saved(tmp_path / "page.txt", "Thema\n- De opvang groeit naar 3 kinderen.\n")
    [report] = validate([saved(tmp_path / "x.toml", head + UNITS + indicator("a", typed))], page)
    told = [problem.message for problem in report.problems]
    assert bool(told) != is_held, told
    assert all(f"{period}, published 2022-06-30" in message for message in told)


@pytest.mark.parametrize(("heading", "is_held"), [("Percentages", True), ("Cijfers", False)])
def test_a_heading_names_the_unit_of_the_numbers_below_it(
    tmp_path: Path, heading: str, is_held: bool
) -> None:
    """Where no sign of a unit stands with a number or above it, a person has to look."""
    typed = (
        '{ period = "unknown", qualifier = "exact", value = 3, as_printed = "Zij: 3", '
        'locator = "thema/cijfers/1" }'
    )
    layout = UNITS.replace('cijfers = ""', f'cijfers = "{heading}"')
    text = (layout + indicator("a", typed)).replace('unit = "kinderen"', 'unit = "procent"')
    page = saved(tmp_path / "page.txt", f"Thema\n{heading}\n- Zij: 3\n")
    [report] = validate([saved(tmp_path / "x.toml", MINIMAL + text)], page)
    told = [problem.message.partition(";")[0] for problem in report.problems]
    assert told == ([] if is_held else ["no sign of the unit stands there (found procent)"])


def test_what_stands_there_is_told_with_what_to_do(tmp_path: Path) -> None:
    """The words that were seen, or the unit that is printed."""
    told = {
        text: _told(tmp_path, "nl", "procent", text)
        for text in ("{3 procent} minder dan toen", "{3} per 100.000", "{3 dollar}")
    }
    assert told == {
        "{3 procent} minder dan toen": [
            "what '3 procent' counts was not understood (found 'procent minder'); look at it "
            'yourself, and say read_by_hand = "why"'
        ],
        "{3} per 100.000": ["a number per 100,000 is printed there (found procent)"],
        "{3 dollar}": ["USD is printed there (found procent)"],
    }


def test_the_scale_of_a_sentence_is_no_number_that_is_missed() -> None:
    """It is accounted for with the number that it multiplies, as in a table."""
    lang = language("en")
    place = Place("thema/cijfers/1", 1, "Spending (in millions of euros): 3 of 8%.", "bullet", ())
    read = [reading.numeral.numbers for reading in Found(place, lang).readings]
    assert read == [(3_000_000,), (8,)]
