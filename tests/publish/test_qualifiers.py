"""Numbers that are not exact, as they are published: with their bounds and their qualifier."""

import csv
import io
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from typing import Any

import pytest

import kic
from kic.publish import EXPORT_FORMATS, export
from tests.conftest import Write, figure, indicator
from tests.needs import package
from tests.qualifiers import SAID, put

_Row = dict[str, Any]
_Files = Mapping[str, bytes]


def _csv(name: str) -> Callable[[_Files], list[_Row]]:
    return lambda files: list(csv.DictReader(io.StringIO(files[name].decode("utf-8"))))


def _sqlite(files: _Files) -> list[_Row]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files["kic.sqlite"])
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute("SELECT * FROM figures")]


def _parquet(files: _Files) -> list[_Row]:
    table = package("pyarrow.parquet").read_table(io.BytesIO(files["figures.parquet"]))
    return list(table.to_pylist())


READ: dict[str, Callable[[_Files], list[_Row]]] = {
    "datapackage": _csv("figures.csv"),
    "csvw": _csv("figures.csv"),
    "sdmx-csv": _csv("figures.csv"),
    "sqlite": _sqlite,
    "parquet": _parquet,
}
_SDMX = {
    "value": "OBS_VALUE",
    "lower": "LOWER_BOUND",
    "upper": "UPPER_BOUND",
    "qualifier": "QUALIFIER",
    "status": "OBS_STATUS",
}


@pytest.mark.parametrize("way", EXPORT_FORMATS)
def test_every_qualifier_is_published_with_its_bounds(write: Write, way: str) -> None:
    """The same numbers in every form; what is not known is empty."""
    figures = "".join(put(qualifier, str(2000 + n)) for n, qualifier in enumerate(SAID))
    dataset = kic.load(write(indicator("a", figures)))
    rows = READ[way](export(dataset, way, datetime.now(UTC)))
    names = _SDMX if way == "sdmx-csv" else {name: name for name in _SDMX}
    found = [[row[name] for name in names.values()] for row in rows]
    expected = [[*said.interval, name, said.status] for name, said in SAID.items()]
    assert [[_plain(v) for v in row] for row in found] == [
        [_plain(v) for v in row] for row in expected
    ]


@pytest.mark.parametrize("way", EXPORT_FORMATS)
def test_a_suppressed_number_and_a_provisional_one_keep_their_codes(
    write: Write, way: str
) -> None:
    """Those of SDMX; what is suppressed says so as the reason too."""
    figures = figure("2019", 'status = "Q"') + put("exact", "2020", rest=', status = "P"')
    exported = export(kic.load(write(indicator("a", figures))), way, datetime.now(UTC))
    value, status, reason = ("value", "status", "reason")
    if way == "sdmx-csv":
        value, status, reason = ("OBS_VALUE", "OBS_STATUS", "REASON")
    found = [
        [_plain(row[name]) for name in (value, status, reason)] for row in READ[way](exported)
    ]
    assert found == [["", "Q", "suppressed"], ["300", "P", ""]]


def _plain(value: object) -> str:
    """A value as CSV has it."""
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
