"""Rates and money in every format: with their sign, their unit, and no bar below zero."""

import csv
import html
import io
import json

import pytest

import kic
from kic.formats import Style
from kic.model import Lang
from kic.table import Bar, Table
from kic.table.compare import compare_table
from kic.table.show import show_table
from tests.answers import written
from tests.cases import each
from tests.conftest import Write
from tests.units import UNITS, measured, number


def _tables(dataset: kic.Dataset) -> tuple[Table, Table]:
    return (
        show_table(dataset, kic.show(dataset, "a")),
        compare_table(dataset, kic.compare(dataset, "a")),
    )


@each("name", ["table", "plain", "markdown", "html"])
@each(
    ("unit", "lang", "shown"),
    [
        ("euro", "nl", "-1.250,5 euro"),
        ("euro", "en", "-1,250.5 euros"),
        ("promille", "nl", "-1.250,5 per 1.000 kinderen"),
        ("promille", "en", "-1,250.5 per 1,000 children"),
    ],
)
def test_people_read_a_number_below_zero_with_its_unit(
    write: Write, name: str, unit: str, lang: Lang, shown: str
) -> None:
    """The sign stands before the number, in digits of the language."""
    figures = number("2019", 200) + number("2020", -1250.5)
    dataset = kic.load(write(UNITS + measured(unit, figures)))
    for answer in _tables(dataset):
        text = html.unescape(written(name, answer, Style(lang=lang)))
        assert shown in text.replace("\xa0", " ").replace("\\", "")


@pytest.mark.parametrize("unit", ["euro", "promille"])
def test_programs_read_a_number_below_zero(write: Write, unit: str) -> None:
    """Raw, in JSON and CSV, and the percentage only where there is one."""
    figures = number("2019", 200) + number("2020", -1250.5)
    dataset = kic.load(write(UNITS + measured(unit, figures)))
    shown, compared = _tables(dataset)
    [_, record] = json.loads(written("json", shown, Style()))["records"]
    assert (record["value"], record["unit"]) == (-1250.5, unit)
    [_, row] = csv.DictReader(io.StringIO(written("csv", compared, Style())))
    assert (row["value"], row["change_absolute"]) == ("-1250.5", "-1450.5")
    assert row["change_percent"] == ("-725.25" if unit == "euro" else "")
    assert row["change_percentage_points"] == "false"


@pytest.mark.parametrize(("last", "bars"), [(300, 2), (-1, 0)])
def test_a_series_that_reaches_below_zero_has_no_bars(write: Write, last: int, bars: int) -> None:
    """A bar from zero on a terminal or page would be drawn the wrong way."""
    figures = number("2019", 200) + number("2020", last)
    _, compared = _tables(kic.load(write(UNITS + measured("euro", figures))))
    cells = (c for block in compared.page.blocks for line in block.lines for c in line.cells)
    assert sum(isinstance(c, Bar) for c in cells) == bars
