"""A SQLite database: typed tables with their keys, the changes between figures, and the gaps."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import datetime

from kic.publish.tables import Column, Data, Tables, figure_id
from kic.query.change import Series
from kic.table.delimited import Value

_TYPES = {"number": "NUMERIC", "integer": "INTEGER", "boolean": "INTEGER"}

_GAPS = """
CREATE VIEW gaps AS
SELECT figure, theme, indicator, region, period, value, unit, gap, registration, reason,
       missing_nl, missing_en, gap_as_printed, gap_translation, since_nl, since_en,
       registered_by, named_nl, named_en, locator, source
FROM figures
WHERE gap IS NOT NULL
"""

# The changes that kic compare gives: SQL computes in floats, and would give others.
_CHANGES = """
CREATE TABLE changes (
  from_figure TEXT NOT NULL REFERENCES figures (figure),
  to_figure TEXT NOT NULL REFERENCES figures (figure),
  indicator TEXT NOT NULL REFERENCES indicators (indicator),
  region TEXT NOT NULL REFERENCES regions (region),
  unit TEXT NOT NULL REFERENCES units (unit),
  from_period TEXT NOT NULL,
  to_period TEXT NOT NULL,
  change NUMERIC,
  change_lower NUMERIC,
  change_upper NUMERIC,
  percent NUMERIC
)
"""


def files(tables: Tables, _made: datetime) -> Mapping[str, bytes]:
    """One file, ``kic.sqlite``; made in memory, so that no temporary folder is needed."""
    with closing(sqlite3.connect(":memory:")) as connection:
        _fill(connection, tables)
        return {"kic.sqlite": connection.serialize()}


def _fill(connection: sqlite3.Connection, tables: Tables) -> None:
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA foreign_keys = OFF")  # tables link in circles while they fill
    keys = {data.name: data.key for data in tables.data}
    for data in tables.data:
        connection.execute(_create(data, keys))
        marks = ", ".join("?" * len(data.columns))
        connection.executemany(
            f"INSERT INTO {data.name} VALUES ({marks})",  # noqa: S608 - names of our own
            [tuple(row.values()) for row in data.rows],
        )
    connection.execute(_GAPS)
    connection.execute(_CHANGES)
    marks = ", ".join("?" * 11)
    connection.executemany(f"INSERT INTO changes VALUES ({marks})", _changes(tables.series))  # noqa: S608 - as above
    about = {
        "id": tables.info.id,
        "version": tables.info.version,
        "title": tables.info.title.en,
        "license": tables.info.license,
    }
    connection.execute("CREATE TABLE dataset (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    connection.executemany("INSERT INTO dataset VALUES (?, ?)", about.items())
    connection.commit()
    connection.execute("VACUUM")


def _changes(found: Iterable[Series]) -> Iterator[tuple[Value, ...]]:
    """A row for every two figures that compare."""
    for s in found:
        ids = {r.period: figure_id(r) for r in s.points}
        units = {r.period: r.unit for r in s.points}
        for c in s.changes:
            if c.direction is not None:
                yield (
                    *(ids[c.start], ids[c.end], s.indicator, s.region, units[c.end]),
                    *(c.start.text, c.end.text, *c.absolute, c.percent.value),
                )


def _create(data: Data, keys: Mapping[str, str]) -> str:
    lines = [_column(column, data.key) for column in data.columns]
    lines += [
        f"FOREIGN KEY ({link.column}) REFERENCES {link.table} ({keys[link.table]})"
        for link in data.links
    ]
    body = ",\n  ".join(lines)
    return f"CREATE TABLE {data.name} (\n  {body}\n)"


def _column(column: Column, key: str) -> str:
    words = [f'"{column.name}"', _TYPES.get(column.kind, "TEXT")]
    if column.name == key:
        words.append("PRIMARY KEY")
    if column.required:
        words.append("NOT NULL")
    if column.codes:
        codes = ", ".join(f"'{code}'" for code in column.codes)
        words.append(f'CHECK ("{column.name}" IN ({codes}))')
    return " ".join(words)
