"""A SQLite database: typed tables with their keys, the changes between figures, and the gaps."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from datetime import datetime

from kic.model.text import LANGS
from kic.publish.exported import Export, ExportTable, figure_id
from kic.query.change import Series
from kic.table.delimited import Value
from kic.table.rows import plain

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
  percent NUMERIC,
  percent_lower NUMERIC,
  percent_upper NUMERIC,
  percentage_points INTEGER NOT NULL,
  direction TEXT NOT NULL,
  notes_nl TEXT,
  notes_en TEXT
)
"""


def files(exported: Export, _made: datetime) -> Mapping[str, bytes]:
    """One file, ``kic.sqlite``; made in memory, so that no temporary folder is needed."""
    info = exported.info
    about = {
        "id": info.id,
        "version": info.version,
        "title": info.title.en,
        "license": info.license,
    }
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA foreign_keys = OFF")  # tables link in circles while they fill
        for table in exported.tables.values():
            connection.execute(_create(table))
            _insert(connection, table.name, [tuple(row.values()) for row in table.rows])
        connection.execute(_GAPS)
        connection.execute(_CHANGES)
        _insert(connection, "changes", list(_changes(exported.series)))
        connection.execute("CREATE TABLE dataset (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
        _insert(connection, "dataset", list(about.items()))
        connection.commit()
        connection.execute("VACUUM")
        return {"kic.sqlite": connection.serialize()}


def _insert(connection: sqlite3.Connection, table: str, rows: list[tuple[Value, ...]]) -> None:
    """Put rows that fill all columns into a table of our own."""
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608


def _changes(several: Iterable[Series]) -> Iterator[tuple[Value, ...]]:
    """A row for every two figures that compare."""
    for s in several:
        own = [note for note in s.notes if note not in s.regions]  # those are of no change
        for c in s.changes:
            if c.direction is not None:
                yield (
                    *(figure_id(c.base), figure_id(c.now), s.indicator, s.region, c.now.unit),
                    *(c.start.text, c.end.text, *c.absolute, *c.percent),
                    *(c.points, c.direction),
                    # What limits it is lost in neither, also where a text is in one language.
                    *(" | ".join(plain((*own, *c.notes), lang)) or None for lang in LANGS),
                )


def _create(table: ExportTable) -> str:
    """The statement that makes an empty table, with what its columns can hold."""
    lines = []
    for column in table.columns:
        words = [f'"{column.name}"', _TYPES.get(column.kind, "TEXT")]
        if column.name == table.key:
            words.append("PRIMARY KEY")
        if column.required:
            words.append("NOT NULL")
        if column.codes:
            codes = ", ".join(f"'{code}'" for code in column.codes)
            words.append(f'CHECK ("{column.name}" IN ({codes}))')
        lines.append(" ".join(words))
    lines += [
        f"FOREIGN KEY ({link.column}) REFERENCES {link.table} ({link.key})" for link in table.links
    ]
    body = ",\n  ".join(lines)
    return f"CREATE TABLE {table.name} (\n  {body}\n)"
