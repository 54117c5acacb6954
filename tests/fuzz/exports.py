"""Other numbers and texts in every form of publication, read back by what people open it with."""

import csv
import io
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import tomli

from tests.fuzz.datasets import expect_all, numbers_of
from tests.fuzz.mutation import contents_changed, tree, written
from tests.fuzz.running import Kic, expect, main
from tests.needs import package

Rows = Iterable[Mapping[str, Any]]
_SDMX = {
    "OBS_VALUE": "value",
    "LOWER_BOUND": "lower",
    "UPPER_BOUND": "upper",
    "INDICATOR": "indicator",
}


def _csv(data: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


def _sqlite(folder: Path) -> Rows:
    with closing(sqlite3.connect(folder / "kic.sqlite")) as database:
        database.row_factory = sqlite3.Row
        expect(database.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "is no database")
        return [dict(row) for row in database.execute("SELECT * FROM figures")]


def _exported(folder: Path, way: str) -> Rows:
    match way:
        case "sqlite":
            return _sqlite(folder)
        case "parquet":
            table = package("pyarrow.parquet").read_table(folder / "figures.parquet")
            return list(table.to_pylist())
        case "sdmx-csv":
            rows = _csv((folder / "figures.csv").read_bytes())
            return [{name: row[code] for code, name in _SDMX.items()} for row in rows]
        case _:
            described = json.loads(next(folder.glob("*.json")).read_text("utf-8"))
            expect(described, "has no description")
            return _csv((folder / "figures.csv").read_bytes())


def _workbook(path: Path) -> Iterator[Mapping[str, Any]]:
    """The rows of the sheet for programs."""
    book = package("openpyxl").load_workbook(path)
    head, *rows = book[book.sheetnames[1]].iter_rows(values_only=True)
    return (dict(zip(map(str, head), row, strict=True)) for row in rows)


def case(kic: Kic) -> str:
    """A dataset with other contents, in one form of publication and in one format."""
    random, path = kic.random, kic.folder / "x.toml"
    path.write_text(written(contents_changed(random, tree(random))), "utf-8")
    shown = kic.ask("show", "--format", "jsonl", "--data", "x.toml")
    if shown.code:
        return "refused"
    given = numbers_of(tomli.loads(path.read_text("utf-8"), parse_float=Decimal))
    expect_all(given, map(json.loads, shown.out.decode().splitlines()))
    way = random.choice(("datapackage", "csvw", "sdmx-csv", "sqlite", "parquet"))
    done = kic.ask("export", "out", "--as", way, "--data", "x.toml")
    if way == "parquet" and b"contradicts" in done.err:
        return "at odds with the figures for comparison, which a store holds too"
    expect(done.code == 0, "is shown and not exported")
    expect_all(given, _exported(kic.folder / "out", way))
    if random.random() < 0.2:
        expect(kic.ask("show", "-o", "x.xlsx", "--data", "x.toml").code == 0, "is no workbook")
        expect_all(given, _workbook(kic.folder / "x.xlsx"))
    if way == "parquet":
        kept = kic.ask("show", "--format", "jsonl", "--data", "out")
        expect(kept.out == shown.out, "a store tells other than its dataset")
    return f"in {way}"


if __name__ == "__main__":
    main(case)
