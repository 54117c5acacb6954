"""Rates as tables and rows."""

import kic
from kic.table.compare import compare_table
from kic.table.figures import codes
from tests.conftest import Write, exact, figure, gaps, indicator
from tests.rates import FAMILIES, counted, population


def test_a_number_that_is_incomplete_is_marked(write: Write) -> None:
    """It is a gap with a number, and a change in it may come from that."""
    one = 'qualifier = "exact", registration = "incomplete"'
    figures = figure("2019", f"{one}, value = 50") + figure("2020", f"{one}, value = 90")
    dataset = kic.load(write(indicator("a", figures, gaps(""))))
    [series] = kic.compare(dataset, indicators="a").series
    assert [n.en for n in series.changes[0].notes] == [
        "Incomplete according to the source: that may explain the change."
    ]
    assert {tuple(codes(r)) for r in dataset.records} == {("i",)}


def test_populations_of_several_units_share_an_answer(write: Write) -> None:
    """Children of every thousand children and families of every thousand families."""
    text = FAMILIES + population(exact("2020", 1000)) + counted("a", exact("2020", 5))
    text += counted("huishoudens", exact("2020", 400), 'denominator_for = ["gezinnen"]')
    text += counted("b", exact("2020", 2))
    for name in ("huishoudens", "b"):
        start = text.index(f"[indicators.{name}]")
        text = text[:start] + text[start:].replace('unit = "kinderen"', 'unit = "gezinnen"', 1)
    answer = kic.compare(kic.load(write(text)), indicators=["a", "b"], per=1000)
    assert [r.interval.value for r in answer.ratios.values()] == [5, 5]
    shown = compare_table(kic.load(write(text)), answer)
    assert "Per 1,000" in [c.title.en for c in shown.page.blocks[0].columns]


def test_rows_of_rates_and_of_the_grid_are_plain(dataset: kic.Dataset) -> None:
    """Dictionaries with raw numbers, as pandas takes them."""
    rows = kic.records(
        kic.compare(dataset, indicators="ots", per=1000, populations=kic.populations(dataset)),
        "en",
    )
    assert [(r["ratio_of"], r["ratio_per"]) for r in rows] == [
        ("aantal_kinderen", 1000),
        (None, None),
    ]
    assert rows[1]["ratio_notes"] == [
        "Different year: of the population figures that kic has, "
        "the one nearest to 2020 is for 2018."
    ]
    grid = kic.records(kic.grid(dataset, region="rotterdam"), "en")
    assert [(r["label"], r["statements"], r["with_number"]) for r in grid[:2]] == [
        ("Youth care", 0, 0),
        ("Child abuse", 1, 0),
    ]
