"""What spreadsheets get of exports: text that stays text, whole."""

import csv
import io
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from kic.publish import export
from kic.table.delimited import spreadsheet
from tests.hostile import CELLS, TAME, EachCell, dataset_of
from tests.needs import package
from tests.readers import inert, runs_formula, strings

_MADE = datetime(2020, 1, 1, tzinfo=UTC)


@cache
def exported(words: str, way: str) -> Mapping[str, bytes]:
    """A dataset with these words in all its texts, published in one of the ways."""
    return export(dataset_of(words), way, _MADE)


def _csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


@EachCell
def test_exports_for_people_do_nothing(name: str) -> None:
    """CSV as in answers: no formula, nothing raw; descriptions are JSON with its escapes."""
    for way in ("datapackage", "csvw", "sdmx-csv"):
        tame = exported(TAME, way)
        for file, data in exported(CELLS[name], way).items():
            assert inert(data.decode("utf-8").replace("\r\n", "").replace("\t", "")), file
            if file.endswith(".json"):
                assert CELLS[name] in list(strings(json.loads(data)))
                continue
            rows = _csv(data)
            assert [list(r) for r in rows] == [list(r) for r in _csv(tame[file])], file
            assert not any(runs_formula(cell) for row in rows for cell in row.values()), file


@pytest.mark.needs("pyarrow")
@EachCell
def test_exports_for_programs_hold_the_texts_to_the_letter(name: str, tmp_path: Path) -> None:
    """SQLite and Parquet give the very words, and the CSV the same with its escapes."""
    (tmp_path / "kic.sqlite").write_bytes(exported(CELLS[name], "sqlite")["kic.sqlite"])
    database = sqlite3.connect(tmp_path / "kic.sqlite")
    [(title,)] = database.execute("SELECT title FROM sources WHERE source = 'rapport'").fetchall()
    database.close()
    assert title == CELLS[name]
    parquet = exported(CELLS[name], "parquet")["figures.parquet"]
    read = package("pyarrow.parquet").read_table(io.BytesIO(parquet)).to_pylist()
    assert read[0]["as_printed"] == CELLS[name]
    rows = _csv(exported(CELLS[name], "datapackage")["figures.csv"])
    assert [row["as_printed"] for row in rows] == [
        spreadsheet(row["as_printed"] or "") for row in read
    ]


@EachCell
def test_pandas_reads_as_many_rows_and_the_same_cells(name: str, tmp_path: Path) -> None:
    """From CSV as a program reads it, and from the database its very words; no cell is parted."""
    pandas = package("pandas")
    data = exported(CELLS[name], "datapackage")["figures.csv"]
    frame = pandas.read_csv(io.BytesIO(data), dtype=str, keep_default_na=False)
    assert frame.to_dict("records") == _csv(data)
    (tmp_path / "kic.sqlite").write_bytes(exported(CELLS[name], "sqlite")["kic.sqlite"])
    with closing(sqlite3.connect(tmp_path / "kic.sqlite")) as database:
        kept = pandas.read_sql("SELECT * FROM figures", database)
    assert len(kept) == len(frame)
    assert set(kept["as_printed"].dropna()) == {CELLS[name]}
