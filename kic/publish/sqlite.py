"""A SQLite database: typed tables with their keys, and views of gaps and changes."""

import sqlite3
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from kic.interrupt import Uninterrupted
from kic.publish.tables import Column, Data, Tables

_TYPES = {"number": "NUMERIC", "integer": "INTEGER", "boolean": "INTEGER"}

# A change is told between neighbours in time with one unit and kind of period, on the
# bounds; a share changes in points and has no percentage, nor has anything from zero.
_VIEWS = """
CREATE VIEW gaps AS
SELECT figure, theme, indicator, region, period, value, unit, registration, reason,
       missing_nl, missing_en, strength_nl, strength_en, since_nl, since_en, responsible,
       locator, source
FROM figures
WHERE is_gap;

CREATE VIEW changes AS
WITH neighbours AS (
  SELECT figure, indicator, region, unit, period, period_kind, value, lower, upper,
         LAG(figure) OVER series AS from_figure,
         LAG(period) OVER series AS from_period,
         LAG(unit) OVER series AS from_unit,
         LAG(period_kind) OVER series AS from_kind,
         LAG(value) OVER series AS from_value,
         LAG(lower) OVER series AS from_lower,
         LAG(upper) OVER series AS from_upper
  FROM figures
  WHERE period IS NOT NULL
  WINDOW series AS (PARTITION BY indicator, region ORDER BY period_start, period_end)
)
SELECT from_figure, figure AS to_figure, n.indicator, region, n.unit, from_period,
       period AS to_period,
       value - from_value AS change,
       lower - from_upper AS change_lower,
       upper - from_lower AS change_upper,
       CASE WHEN units.kind <> 'share' AND from_value > 0
            THEN (value - from_value) * 100.0 / from_value END AS percent
FROM neighbours AS n JOIN units ON units.unit = n.unit
WHERE from_unit = n.unit AND from_kind = period_kind
  AND COALESCE(value, lower, upper) IS NOT NULL
  AND COALESCE(from_value, from_lower, from_upper) IS NOT NULL;
"""


def files(tables: Tables, _made: datetime) -> Mapping[str, bytes]:
    """One file, ``kic.sqlite``."""
    with Uninterrupted(), TemporaryDirectory() as folder:
        path = Path(folder) / "kic.sqlite"
        connection = sqlite3.connect(path)
        try:
            _fill(connection, tables)
        finally:
            connection.close()
        return {"kic.sqlite": path.read_bytes()}


def _fill(connection: sqlite3.Connection, tables: Tables) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")  # tables link in circles while they fill
    keys = {data.name: data.key for data in tables.data}
    for data in tables.data:
        connection.execute(_create(data, keys))
        marks = ", ".join("?" * len(data.columns))
        connection.executemany(
            f"INSERT INTO {data.name} VALUES ({marks})",  # noqa: S608 - names of our own
            [tuple(row.values()) for row in data.rows],
        )
    connection.executescript(_VIEWS)
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
