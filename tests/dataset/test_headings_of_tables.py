"""What a caption, or the heading of a row or column, makes of the numbers below it."""

import re
from pathlib import Path

import pytest

from kic.dataset.validation import as_lines, validate
from kic.model import Lang
from tests.cases import each
from tests.conftest import MINIMAL, saved
from tests.units import UNITS, measured

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

LAYOUT = """
[units.dollar]
label = { nl = "dollar", en = "dollars" }
kind = "money"
currency = "USD"

[units.weken]
label = { nl = "weken", en = "weeks" }
kind = "duration"

[sources.bron.layout]
lang = "LANG"
themes = { thema = "Thema" }
tables = { "thema/tabel/1" = "NAME 1." }
"""


def _told(
    folder: Path,
    lang: Lang,
    caption: str,
    unit: str = "kinderen",
    *,
    keys: str = 'qualifier = "exact"',
    label: str = "",
    column: str = "2021",
    period: str = "2021",
) -> list[str]:
    """What is said of a 12 in a table, below a caption and in a column."""
    name = {"nl": "Tabel", "en": "Table"}[lang]
    page = f"Thema\n\n{name} 1. {caption}\nRegio\t{column}\tx\nNederland\t12\t1\n"
    place = re.sub(r"\W+", "_", column.lower()).strip("_")
    locator = f"thema/tabel/1/nederland/{place}"
    figure = (
        f'{{ period = "{period}", {keys}, value = 12, as_printed = "12", locator = "{locator}" }},'
    )
    layout = LAYOUT.replace("LANG", lang).replace("NAME", name)
    text = MINIMAL + UNITS + layout + measured(unit, figure)
    if label:
        text = text.replace({"nl": "Over a", "en": "About a"}[lang], label)
    [report] = validate([saved(folder / "x.toml", text)], saved(folder / "page.txt", page))
    assert report.page, as_lines([report])
    return [problem.message for problem in report.problems]


ESTIMATE, MEAN, TARGET = 'qualifier = "estimate"', 'measure = "mean"', 'measure = "target"'
ASKED: dict[tuple[Lang, str], tuple[str, str]] = {  # with the keys and the label that say so
    ("nl", "Prognose kinderen met hulp"): (ESTIMATE, "Prognose"),
    ("nl", "Verwachte kinderen met hulp"): (ESTIMATE, "Verwachte instroom"),
    ("nl", "Raming kinderen met hulp"): (ESTIMATE, "Raming"),
    ("nl", "Norm kinderen met hulp"): (TARGET, "Norm"),
    ("nl", "Begroot kinderen"): (TARGET, "Begroot aantal"),
    ("nl", "Mediaan van kinderen met hulp"): ("", "Mediaan"),
    ("nl", "Gemiddeld aantal kinderen met hulp"): (MEAN, "Gemiddeld aantal"),
    ("nl", "Kinderen met hulp (gemiddeld)"): (MEAN, "Gemiddelde"),
    ("nl", "Gem. aantal kinderen"): (MEAN, "Gem. aantal"),
    ("nl", "Verandering kinderen met hulp"): ("", "Verandering"),
    ("nl", "Toename aantal kinderen"): ("", "Toename"),
    ("nl", "Kinderen met hulp per maand"): ("", "Kinderen per maand"),
    ("nl", "Meldingen per week in 2021"): ("", "Meldingen per week"),
    ("en", "Expected children helped"): (ESTIMATE, "Expected arrivals"),
    ("en", "Projected children helped"): (ESTIMATE, "Projected number"),
    ("en", "Forecast children helped"): (ESTIMATE, "Forecast"),
    ("en", "Target children helped"): (TARGET, "Target"),
    ("en", "Median of children helped"): ("", "Median"),
    ("en", "Average number of children"): (MEAN, "Average number"),
    ("en", "Children helped, average"): (MEAN, "Mean number"),
    ("en", "Avg. number of children"): (MEAN, "Avg number"),
    ("en", "Avg number of children"): (MEAN, "Average number"),
    ("en", "Children helped per month"): ("", "Children per month"),
}


@each(("lang", "heading"), ASKED)
@each("is_caption", [True, False])
def test_a_heading_that_makes_something_else_of_a_number_is_asked_about(
    tmp_path: Path, lang: Lang, heading: str, is_caption: bool
) -> None:
    """Unless the figure says so itself, by its label, its measure or its qualifier."""
    keys, label = ASKED[lang, heading]
    over = {"caption": heading} if is_caption else {"caption": "x 2021", "column": heading}
    assert len(_told(tmp_path, lang, **over)) == 1
    assert not _told(tmp_path, lang, **over, label=label)
    if keys:
        exact = "" if keys == ESTIMATE else 'qualifier = "exact", '
        assert not _told(tmp_path, lang, **over, keys=exact + keys)


PLAIN: list[tuple[Lang, str]] = [
    ("nl", "Kinderen met verwachte terugkeer"),
    ("nl", "Kinderen onder de norm"),
    ("nl", "Normen en waarden"),
    ("nl", "Geplande opnames"),
    ("nl", "Kinderen boven het gemiddelde van de regio"),
    ("nl", "Verandering gezinssituatie"),
    ("nl", "Afname DNA"),
    ("nl", "Groei en ontwikkeling"),
    ("nl", "Kinderen naar uren opvang per week"),
    ("nl", "Kinderen met 3 dagen opvang per week"),
    ("nl", "Kinderen per gemeente"),
    ("nl", "Gem. Edam"),
    ("nl", "Kinderen met hulp, januari-december"),
    ("en", "Children meeting the expected standard"),
    ("en", "Expected standard"),
    ("en", "Target groups"),
    ("en", "Change of placement"),
    ("en", "Average-sized families"),
    ("en", "Children above the average"),
    ("en", "Children by hours of care per week"),
    ("en", "Children per town"),
    ("en", "Children helped, January to December"),
]


@each(("lang", "caption"), PLAIN)
def test_a_heading_that_only_has_such_a_word_leaves_a_number_plain(
    tmp_path: Path, lang: Lang, caption: str
) -> None:
    """It tells who is counted, or names a group."""
    assert not _told(tmp_path, lang, caption)


@each(
    ("lang", "caption"),
    [
        ("nl", "Kinderen met hulp, januari-juni"),
        ("nl", "Kinderen met hulp (jan. t/m sep.)"),
        ("en", "Children helped, January to June"),
        ("en", "Children helped (Apr–Dec)"),
    ],
)
def test_some_months_over_a_table_are_no_whole_year(
    tmp_path: Path, lang: Lang, caption: str
) -> None:
    """A person says which part of the year of the column it is."""
    [told] = _told(tmp_path, lang, caption)
    assert told.endswith('was not understood: say inferred = ["period"]')
    half = 'qualifier = "exact", inferred = ["period"]'
    assert not _told(tmp_path, lang, caption, keys=half, period="2021-S1")


@each(
    ("lang", "caption", "column"),
    [
        ("nl", "Meldingen per maand, 2021", "januari"),
        ("en", "Reports per month, 2021", "January"),
    ],
)
def test_a_table_by_month_has_the_numbers_of_its_months(
    tmp_path: Path, lang: Lang, caption: str, column: str
) -> None:
    """As "per month" says of its columns then."""
    keys = 'qualifier = "exact", inferred = ["period"]'
    told = _told(tmp_path, lang, caption, column=column, period="2021-01", keys=keys)
    assert not [message for message in told if "counts" in message]


IN: list[tuple[Lang, str, str, str, bool]] = [
    ("nl", "Hulp, per 1.000 kinderen", "2021", "procent", True),
    ("nl", "Hulp, per 1.000 kinderen", "2021", "promille", False),
    ("nl", "Hulp, per 1.000 kinderen", "2021 (%)", "procent", False),
    ("nl", "Hulp, in procenten", "2021", "promille", True),
    ("nl", "Hulp (%)", "2021", "promille", True),
    ("nl", "Hulp (%)", "2021", "procent", False),
    ("nl", "Hulp in procenten en per 1.000", "2021", "promille", False),
    ("nl", "Hulp onder 60% van het inkomen", "2021", "promille", False),
    ("nl", "Wachttijd in weken", "2021", "dagen", True),
    ("nl", "Wachttijd in weken", "2021", "weken", False),
    ("nl", "Wachttijd in weken", "dagen in 2021", "dagen", False),
    ("nl", "Wachttijd", "weken in 2021", "dagen", True),
    ("nl", "Wachttijd in werkdagen", "2021", "dagen", False),
    ("nl", "Wachttijd van kinderen", "2021", "dagen", False),
    ("nl", "Kosten in euro", "2021", "dollar", True),
    ("nl", "Kosten (€)", "2021", "dollar", True),
    ("nl", "Kosten in dollars", "2021", "dollar", False),
    ("nl", "Kosten in Franse gezinnen van Frank", "2021", "euro", False),
    ("nl", "Kosten in de eurolanden", "2021", "dollar", False),
    ("en", "Help, per 1,000 children", "2021", "procent", True),
    ("en", "Help, in per cent", "2021", "promille", True),
    ("en", "Waiting time in weeks", "2021", "dagen", True),
    ("en", "Waiting time (days)", "2021", "dagen", False),
    ("en", "Cost in euros", "2021", "dollar", True),
    ("en", "Cost, €", "2021", "euro", False),
    ("en", "Cost in $ and in €", "2021", "dollar", False),
]


@each(("lang", "caption", "column", "unit", "is_asked"), IN)
def test_a_heading_tells_the_unit_of_the_numbers_below_it(
    tmp_path: Path, lang: Lang, caption: str, column: str, unit: str, is_asked: bool
) -> None:
    """The nearest that names one does, and no other is read into it."""
    told = _told(tmp_path, lang, caption, unit, column=column)
    assert bool(told) == is_asked, told
    assert all("stands in its heading" in message for message in told)
