"""A dataset in one language, published."""

import csv
import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import pytest

import kic
from kic.publish import EXPORT_FORMATS, export
from tests.one_language import dutch


def _files(path: Path, way: str) -> dict[str, bytes]:
    return dict(export(kic.load(path), way, datetime(2026, 1, 1, tzinfo=UTC)))


def test_no_text_stands_in_a_column_of_the_other_language(tmp_path: Path) -> None:
    """Those columns are empty, and nothing requires a value of them."""
    files = _files(dutch(tmp_path), "csvw")
    for name, content in files.items():
        if name.endswith(".csv"):
            rows = list(csv.DictReader(StringIO(content.decode("utf-8"))))
            filled = {key for row in rows for key, words in row.items() if words}
            assert not {key for key in filled if key.endswith("_en")}, name
            assert "label_nl" in filled or name in ("figures.csv", "sources.csv", "statements.csv")
    metadata = json.loads(files["csv-metadata.json"])
    assert metadata["dc:title"] == {"@value": "Monitor", "@language": "nl"}
    columns = [c for table in metadata["tables"] for c in table["tableSchema"]["columns"]]
    assert not [c["name"] for c in columns if c["name"].endswith("_en") and "required" in c]


def test_sdmx_has_a_caution_in_whatever_language_it_is(tmp_path: Path) -> None:
    """Its column names no language, and a caution may not be lost."""
    [content] = _files(dutch(tmp_path), "sdmx-csv").values()
    rows = list(csv.DictReader(StringIO(content.decode("utf-8"))))
    assert {row["CAUTION"] for row in rows} == {"Zonder speciaal onderwijs."}
    assert {row["TIME_PERIOD"] for row in rows} == {"2019", "2020", "2021", "2022"}


def test_what_limits_a_change_is_told_in_whatever_language_it_is(tmp_path: Path) -> None:
    """Among the notes of kic itself, which are in both, a caution may not be lost."""
    [made] = _files(dutch(tmp_path), "sqlite").values()
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(made)
        [notes] = database.execute("SELECT notes_nl, notes_en FROM changes")
    assert all("Zonder speciaal onderwijs." in told for told in notes)
    assert "is corrected" in notes[1]


@pytest.mark.parametrize("way", EXPORT_FORMATS)
def test_every_export_takes_it(tmp_path: Path, way: str) -> None:
    """No format holds a column for filled that is not."""
    assert all(_files(dutch(tmp_path), way).values())
