"""Stores that are damaged: refused, or answered with the numbers that were written."""

import gc
import hashlib
import json
import shutil
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import kic
from kic.publish import export
from tests.conftest import ROOT
from tests.fuzz.mutation import ODD, bytes_changed
from tests.fuzz.running import Kic, expect, main
from tests.needs import package

_QUESTIONS = (
    *("themes", "compare --order percent", "compare --per 1000", "gaps --all", "gaps --grid"),
    *("find hulp", "find kindr", "show latest", "compare --context", "export again --as parquet"),
    *("show hulp/cijfers/1", "cite kinderen_met_hulp", "report -o -"),
)


@cache
def _files() -> dict[str, bytes]:
    """A store, small and with every kind of figure."""
    dataset = kic.load(ROOT / "kic" / "template.toml")
    return {**export(dataset, "parquet", datetime(2020, 1, 1, tzinfo=UTC))}


@cache
def _rows() -> list[Any]:
    return [
        (r.indicator, r.value, r.lower, r.upper)
        for r in kic.load(ROOT / "kic" / "template.toml").records
    ]


def case(asked: Kic) -> str:
    """A store with other bytes, files or cells, shown whole and asked one thing more."""
    gc.collect()  # the engines of the cases before, which hold memory that Python does not count
    random, folder = asked.random, asked.folder / "store"
    folder.mkdir()
    for name, data in _files().items():
        (folder / name).write_bytes(data)
    how = random.choice((_other_bytes, _other_bytes, _other_files, _other_cells))
    how(random, folder)
    shown = asked.ask("show", "--json", "--data", "store")
    asked.ask(*random.choice(_QUESTIONS).split(), "--data", "store")
    if shown.code:
        return "refused"
    told = [
        tuple(row[key] for key in ("indicator", "value", "lower", "upper"))
        for row in json.loads(shown.out)["records"]
    ]
    expect(how is _other_cells or told == _rows(), "other numbers than were written")
    return "answered"


def _other_bytes(random: Random, folder: Path) -> None:
    names = [*_files()]
    path = folder / random.choice([*names, "figures.parquet", "parts.parquet", "store.parquet"])
    data, other = path.read_bytes(), _files()[random.choice(names)]
    if random.random() < 0.5:
        at = random.randrange(len(data))
        path.write_bytes(data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :])
    else:
        path.write_bytes(bytes_changed(random, data, other))


def _other_files(random: Random, folder: Path) -> None:
    path, other = (folder / name for name in random.choices([*_files()], k=2))
    match random.randrange(4):
        case 0:
            path.unlink()
        case 1:
            shutil.copyfile(other, path) if other != path else path.write_bytes(b"")
        case 2:
            path.unlink()
            path.mkdir()
        case _:
            path.unlink()
            path.symlink_to(random.choice((path, folder, Path("/dev/null"), other)))


def _other_cells(random: Random, folder: Path) -> None:
    """A column gone, of another type or name, or with other values in it."""
    pyarrow, parquet = package("pyarrow"), package("pyarrow.parquet")
    path = folder / random.choice([*_files(), "figures.parquet", "parts.parquet", "store.parquet"])
    table = parquet.read_table(path)
    column = random.choice(table.column_names)
    at = table.column_names.index(column)
    if random.random() < 0.3:
        table = table.drop_columns([column])
    else:
        values = table.column(column).to_pylist()
        for n in random.sample(range(len(values)), min(len(values), random.choice((1, 3)))):
            odd = random.choice([*ODD, None, *values])
            values[n] = json.dumps(odd, default=str) if isinstance(odd, dict | list) else odd
        try:
            put = pyarrow.array(values)
        except (pyarrow.ArrowException, OverflowError, TypeError, ValueError):
            put = pyarrow.array([None if value is None else str(value)[:300] for value in values])
        table = table.set_column(at, column, put)
    parquet.write_table(table, path)
    if path.stem != "store":  # whose list says what was written
        listed = parquet.read_table(folder / "store.parquet")
        rows = zip(listed["file"].to_pylist(), listed["sha256"].to_pylist(), strict=True)
        told = hashlib.sha256(path.read_bytes()).hexdigest()
        put = pyarrow.array([told if file == path.name else written for file, written in rows])
        at = listed.schema.get_field_index("sha256")
        parquet.write_table(listed.set_column(at, "sha256", put), folder / "store.parquet")


if __name__ == "__main__":
    main(case)
