"""What spreadsheets get of exports: text that stays text, whole."""

import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from kic.formats import Style
from kic.publish import export
from kic.table.delimited import spreadsheet
from tests.answers import answers_of, inert, runs_formula, strings, written
from tests.hostile import HOSTILE, TAME, Hostile, dataset_of
from tests.needs import missing, package

_MADE = datetime(2020, 1, 1, tzinfo=UTC)


@cache
def exported(words: str, way: str) -> Mapping[str, bytes]:
    """A dataset with these words in all its texts, published in one of the ways."""
    return export(dataset_of(words), way, _MADE)


def _csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


@Hostile
def test_exports_for_people_do_nothing(name: str) -> None:
    """CSV as in answers: no formula, nothing raw; descriptions are JSON with its escapes."""
    for way in ("datapackage", "csvw", "sdmx-csv"):
        tame = exported(TAME, way)
        for file, data in exported(HOSTILE[name], way).items():
            assert inert(data.decode("utf-8").replace("\r\n", "").replace("\t", "")), file
            if file.endswith(".json"):
                assert HOSTILE[name] in list(strings(json.loads(data)))
                continue
            rows = _csv(data)
            assert [list(r) for r in rows] == [list(r) for r in _csv(tame[file])], file
            assert not any(runs_formula(cell) for row in rows for cell in row.values()), file


@pytest.mark.needs("pyarrow")
@pytest.mark.parametrize("name", ["control", "lines", "formula"])
def test_exports_for_programs_hold_the_texts_to_the_letter(name: str, tmp_path: Path) -> None:
    """SQLite and Parquet give the very words, and the CSV the same with its escapes."""
    (tmp_path / "kic.sqlite").write_bytes(exported(HOSTILE[name], "sqlite")["kic.sqlite"])
    database = sqlite3.connect(tmp_path / "kic.sqlite")
    [(title,)] = database.execute("SELECT title FROM sources WHERE source = 'rapport'").fetchall()
    database.close()
    assert title == HOSTILE[name]
    parquet = exported(HOSTILE[name], "parquet")["figures.parquet"]
    read = package("pyarrow.parquet").read_table(io.BytesIO(parquet)).to_pylist()
    assert read[0]["as_printed"] == HOSTILE[name]
    rows = _csv(exported(HOSTILE[name], "datapackage")["figures.csv"])
    assert [row["as_printed"] for row in rows] == [
        spreadsheet(row["as_printed"] or "") for row in read
    ]


@pytest.fixture(scope="session")
def soffice() -> str:
    """LibreOffice, without a screen."""
    path = shutil.which("soffice") or shutil.which("libreoffice")
    return path or missing("no LibreOffice is installed")


def _one_csv(words: str, name: str) -> str:
    if name in ("answer", "answer.tsv"):
        format_ = "tsv" if name.endswith(".tsv") else "csv"
        return written(format_, answers_of(words)["columns"], Style())
    return exported(words, "datapackage")[name].decode("utf-8")


def test_a_real_spreadsheet_runs_nothing(soffice: str, tmp_path: Path) -> None:
    """LibreOffice reads answers and exports as text, at commas, semicolons, tabs, or all three."""
    for name in ("answer", "answer.tsv", "figures.csv", "indicators.csv", "sources.csv"):
        texts = [_one_csv(words, name) for words in HOSTILE.values()]
        path = tmp_path / f"{name.removesuffix('.csv').replace('.', '_')}.csv"
        path.write_text("".join(texts), "utf-8", newline="")
    trap = tmp_path / "trap.csv"
    trap.write_text("=1+1,x;=2+2\r\n", "utf-8")  # that it would run one, if there were any
    for separator in ("44", "59", "9/44/59"):
        out = tmp_path / separator.replace("/", "_")
        done = subprocess.run(
            [
                soffice,
                f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
                "--headless",
                f"--infilter=Text - txt - csv (StarCalc):{separator},34,UTF8,1,,1033,false,true",
                *("--convert-to", "xlsx", "--outdir", str(out)),
                *map(str, tmp_path.glob("*.csv")),
            ],
            env={**os.environ, "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        made = {path.stem: path for path in out.glob("*.xlsx")}
        assert len(made) == 6, done.stderr
        formulas = {
            stem: [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f"]
            for stem, path in made.items()
            for sheet in openpyxl.load_workbook(path)
        }
        assert formulas.pop("trap")
        assert {stem: found for stem, found in formulas.items() if found} == {}
