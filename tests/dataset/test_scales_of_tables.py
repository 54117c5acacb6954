"""What says in which thousands or millions of money the numbers of a table are."""

import pytest
import tomli

from kic.dataset.page.found import Places
from kic.dataset.page.language import language
from kic.dataset.page.places import take_apart
from kic.dataset.page.proposal import proposal
from kic.model import Lang, Layout
from tests.cases import each

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

SCALES: dict[Lang, dict[str, int]] = {  # by what a heading multiplies
    "nl": {
        **dict.fromkeys(("Uitgaven (x € 1.000)", "Uitgaven x €1.000", "× € 1000"), 1_000),
        **dict.fromkeys(("bedragen in € 1.000", "x EUR 1.000", "in 1.000 euro"), 1_000),
        **dict.fromkeys(("Uitgaven (€ duizend)", "Uitgaven (k€)", "Uitgaven, € '000"), 1_000),
        **dict.fromkeys(("Uitgaven (x € 1 miljoen)", "x € 1 mln", "x € 1.000.000"), 1_000_000),
        **dict.fromkeys(("Uitgaven, € mld", "in miljarden euro"), 1_000_000_000),
        **dict.fromkeys(("Boetes van € 1.000", "Boetes, max € 1.000", "Boete: max 1.000"), 1),
        **dict.fromkeys(("Inkomen tot € 1 miljoen", "Uitgaven (€)"), 1),
    },
    "en": {
        **dict.fromkeys(("Spending (x £1,000)", "× £1,000", "in £1,000", "x GBP 1,000"), 1_000),
        **dict.fromkeys(("Spending (£000)", "Spending (£'000)", "Spending ('000)"), 1_000),
        **dict.fromkeys(("£’000s", "Spending, £k", "x £1 thousand"), 1_000),
        **dict.fromkeys(("Spending (x £1 million)", "Spending, £mn"), 1_000_000),
        "Spending, £bn": 1_000_000_000,
        **dict.fromkeys(("Fines of £1,000", "Fines, max £1,000", "Spending (£)"), 1),
    },
}


@each(
    ("lang", "heading", "scale"),
    [(lang, heading, n) for lang, rows in SCALES.items() for heading, n in rows.items()],
)
@each("is_caption", [True, False])
def test_a_scale_may_have_a_currency(
    lang: Lang, heading: str, scale: int, is_caption: bool
) -> None:
    """It multiplies what is below, and is no number itself; an amount in a heading is none."""
    name = {"nl": "Tabel 1.", "en": "Table 1."}[lang]
    caption, column = (f"{name} {heading}", "A") if is_caption else (name, heading)
    page = f"Thema\n{caption}\nRegio\t{column}\tx\nNoord\t12\t1\n"
    layout = Layout(lang=lang, themes={"a": "Thema"}, tables={"a/tabel/1": name})
    there = Places(take_apart(page, layout, language(lang)), language(lang)).all
    table, cell = there[0], there[1]
    assert [reading.numeral.numbers for reading in cell.readings] == [(12 * scale,)]
    assert not (scale > 1 and [*table.unclaimed(figures=True)])


@pytest.mark.parametrize("caption", ["Uitgaven (x € 1.000)", "Uitgaven x € 1 miljoen"])
def test_a_scale_is_no_figure_of_a_proposal(caption: str) -> None:
    """Only the cells are, as they are multiplied."""
    page = f"Thema\n\nTabel 1. {caption}\nRegio\t2019\t2020\nNoord\t12\t13\n"
    raw = tomli.loads(proposal(page, "page.txt").text)
    figures = [f for i in raw["indicators"].values() for f in i["figures"]]
    by = 1_000_000 if "miljoen" in caption else 1_000
    assert [figure["value"] for figure in figures] == [12 * by, 13 * by]


@pytest.mark.parametrize("column", ["2019 (x € 1.000)", "2019 (in miljoenen)"])
def test_a_scale_beside_a_year_leaves_it_whole(column: str) -> None:
    """It says nothing of the time that is counted."""
    page = f"Thema\n\nTabel 1. Uitgaven\nRegio\t{column}\tx\nNoord\t12\t1\n"
    [row] = tomli.loads(proposal(page, "page.txt").text)["indicators"].values()
    assert row["figures"][0]["period"] == "2019"
