"""Rows and columns that are chosen, and rows for other programs."""

import json
from pathlib import Path
from typing import Any

import pytest

import kic
from kic.model.errors import UsageError
from kic.model.interval import Interval
from kic.table import Delta, Table
from kic.table.compare import compare_table
from kic.table.show import show_table
from kic.table.view import select
from tests.conftest import MINIMAL, exact, figure, indicator, saved, sequel
from tests.every_verb import of_every_verb
from tests.needs import package
from tests.table.conftest import Load
from tests.table.said import rows, said

Answers = dict[str, Table]


@pytest.fixture(scope="module")
def answers(dataset: kic.Dataset) -> Answers:
    """One answer of every verb, as a table."""
    return of_every_verb(dataset)


def test_what_has_no_value_comes_last_either_way(answers: Answers) -> None:
    """A missing number is neither the smallest nor the largest."""
    for sort in ("value", "-value"):
        table = select(answers["show"], sort=sort)
        bounds = ((row["value"], row["lower"], row["upper"]) for row in table.data.rows)
        values = [Interval(*numbers).amount for numbers in bounds]
        known = [v for v in values if v is not None]
        assert values[: len(known)] == sorted(known, reverse=sort.startswith("-"))
        assert set(values[len(known) :]) == {None}


def test_a_bound_is_sorted_by_what_is_certain_of_it(load: Load) -> None:
    """More than 5,000 is more than 500, and at most 2,000 is less than 3,000 to 4,000."""
    figures = (
        exact("2017", 500)
        + figure("2018", 'qualifier = "more_than", above = 5000')
        + figure("2019", 'qualifier = "range", lower = 3000, upper = 4000')
        + figure("2020", 'qualifier = "at_most", upper = 2000')
    )
    own = load(indicator("a", figures))
    table = select(show_table(own, kic.show(own)), columns=["period"], sort="-value")
    assert [str(row["period"]) for row in table.data.rows] == ["2018", "2019", "2020", "2017"]


def test_a_sorted_percentage_names_the_small_number_and_the_year_it_is_from(load: Load) -> None:
    """Nothing stands above a sorted line that would tell it."""
    families = '[units.gezinnen]\nlabel = { nl = "gezinnen", en = "families" }\nkind = "count"\n'
    between = figure("2019", 'qualifier = "exact", value = 60, unit = "gezinnen"')
    own = load(families + indicator("a", exact("2018", 11) + between + exact("2020", 111)))
    table = compare_table(own, kic.compare(own, "a"))
    [block] = select(table, sort="-value").page.blocks
    *_, since, _, percent, _ = block.lines[0].cells
    assert isinstance(percent, Delta)
    assert (said(since), percent.base and percent.base.value) == ("2018", 11)
    assert "! From 2018 to 2020." in rows(table.page)


def test_a_change_from_the_figure_above_it_says_no_years(load: Load) -> None:
    """They stand beside the two numbers."""
    own = load(indicator("a", exact("2018", 11) + exact("2019", 12)))
    assert not any("From" in row for row in rows(compare_table(own, kic.compare(own, "a")).page))


_PLAN = 'qualifier = "exact", value = 5, measure = "target"'


def test_a_sorted_line_has_no_note_of_another_line(load: Load) -> None:
    """Only the plan is a plan, once; what holds for all of them is said once, below them."""
    figures = exact("2019", 9) + exact("2020", 7) + figure("2021", _PLAN) + exact("unknown", 3)
    own = load(indicator("a", figures, 'measure = "in_period"'))
    table = select(compare_table(own, kic.compare(own, "a")), sort="-value")
    plan = "A plan, not an outcome."
    assert [row for row in rows(table.page) if row.startswith("!")] == [f"! {plan}"]
    undated = "A number without a known period is not part of the series."
    assert [said(remark) for remark in table.page.remarks].count(undated) == 1
    told = {str(r["period"]): [n.en for n in r["change_notes"]] for r in table.data.rows}
    assert told == {
        "2019": [],
        "2020": [],
        "2021": [plan],
        "unknown": [undated],
    }


def test_why_regions_do_not_compare_is_said_once_below_sorted_lines(load: Load) -> None:
    """Of all lines, and for programs with each of them."""
    island = figure("2020", 'qualifier = "exact", value = 5, region = "eiland"')
    own = load(indicator("a", exact("2019", 9) + exact("2020", 7) + island))
    for asked in (("a",), ()):
        table = select(compare_table(own, kic.compare(own, *asked)), sort="change_absolute")
        differ = "Regions differ in size, so these numbers cannot be compared."
        assert not [row for row in rows(table.page) if differ in row]
        assert [said(remark) for remark in table.page.remarks].count(differ) == 1


def test_below_a_few_sorted_lines_stands_what_is_of_these(load: Load) -> None:
    """No note of the lines that are left out, and no count of them."""
    inferred = figure("2018", 'qualifier = "exact", value = 1, inferred = ["period"]')
    island = figure("2020", 'qualifier = "exact", value = 5, region = "eiland"')
    other = indicator("b", exact("2019", 90) + exact("2020", 1))
    own = load(indicator("a", inferred + exact("2020", 7) + island) + other)

    def remarks(limit: int | None) -> str:
        table = compare_table(own, kic.compare(own, "a", "b"))
        page = select(table, sort="-value", limit=limit).page
        return " / ".join(said(remark) for remark in page.remarks)

    both = ("Regions differ in size", "(1 of 5)")
    assert all(told in remarks(None) for told in both)
    assert not any(told in remarks(1) for told in ("Regions differ in size", "of 5)", "of 1)"))


@pytest.mark.parametrize("choice", [{"sort": "value"}, {"columns": ["period", "value"]}])
def test_a_doubtful_value_is_not_made_certain_by_a_choice(
    dataset: kic.Dataset, choice: dict[str, Any]
) -> None:
    """A period that kic inferred stands in parentheses, and below it what was corrected."""
    table = select(show_table(dataset, kic.show(dataset, "gesloten_jeugdzorg")), **choice)
    [block] = table.page.blocks
    [line] = block.lines
    assert "(2020)" in map(said, line.cells)
    assert any("Corrected according to" in said(caution) for caution in line.cautions)


def test_an_unknown_column_is_told_with_the_nearest(answers: Answers) -> None:
    """For columns and for the order alike."""
    for choice in ({"columns": ["valeu"]}, {"sort": "-valeu"}):
        with pytest.raises(UsageError, match="unknown column 'valeu'; did you mean 'value'"):
            select(answers["show"], **choice)


def test_records_are_taken_by_pandas_and_polars(dataset: kic.Dataset) -> None:
    """Plain dictionaries with the same keys, with numbers as numbers."""
    pandas, polars = package("pandas"), package("polars")

    for answer in (
        kic.show(dataset),
        kic.gaps(dataset),
        kic.compare(dataset),
        kic.themes(dataset),
    ):
        rows = kic.records(answer, lang="en")
        assert rows
        assert len({tuple(row) for row in rows}) == 1
        assert len(pandas.DataFrame(rows)) == len(rows)
        assert polars.DataFrame(rows, infer_schema_length=None).height == len(rows)
    frame = pandas.DataFrame(kic.records(kic.show(dataset)))
    assert frame["value"].max() == 397_000
    assert json.loads(json.dumps(rows)) == rows


def test_a_sorted_row_tells_its_publication(tmp_path: Path) -> None:
    """What comes from a later edition is not said to be from the first."""
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", exact("2020", 5)))
    dataset = kic.load([first, saved(tmp_path / "2.toml", sequel(exact("2021", 7)))])
    table = select(show_table(dataset, kic.show(dataset, "a")), sort="-value")
    assert [row for row in rows(table.page) if row[0] == "!"] == ['! From "Een jaar later".']


def test_a_list_is_sorted_by_how_much_it_holds(answers: Answers) -> None:
    """The figures that need the most care come first."""
    rows_ = select(answers["show"], sort="-cautions").data.rows
    counts = [len(row["cautions"]) for row in rows_]
    assert counts == sorted(counts, reverse=True) != sorted(counts)
