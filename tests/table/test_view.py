"""Rows and columns that are chosen, and rows for other programs."""

import json
from typing import Any

import pytest

import kic
from kic.model.errors import UsageError
from kic.table import Table
from kic.table.show import show_table
from kic.table.view import select
from tests.every_verb import of_every_verb
from tests.needs import package
from tests.table.said import said

Answers = dict[str, Table]


@pytest.fixture(scope="module")
def answers(dataset: kic.Dataset) -> Answers:
    """One answer of every verb, as a table."""
    return of_every_verb(dataset)


def test_what_has_no_value_comes_last_either_way(answers: Answers) -> None:
    """A missing number is neither the smallest nor the largest."""
    for sort in ("value", "-value"):
        values = [row["value"] for row in select(answers["show"], sort=sort).data.rows]
        known = [v for v in values if v is not None]
        assert values[: len(known)] == sorted(known, reverse=sort.startswith("-"))
        assert set(values[len(known) :]) == {None}


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
