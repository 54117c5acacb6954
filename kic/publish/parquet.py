"""Parquet: a file for each table, with the meaning of every column in its metadata.

The tables that are published, and those that make them a store, which kic answers from.
Needs the extra ``kic[parquet]``.
"""

import hashlib
import io
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from kic.dataset import comparison
from kic.dataset.manifest import CONTEXT, VERSION
from kic.dataset.reading import STORE
from kic.dataset.store import Store
from kic.model.errors import needed
from kic.model.grouping import grouped
from kic.publish import stored
from kic.publish.exported import Export, ExportColumn, ExportTable, exported

LARGE = 20_000_000  # figures, half a GB: above that each theme has files of its own
_BY_THEME = ("figures", "records")
_AT_ONCE = {"records": 20_000, "parts": 20_000}  # rows written together; of these few are read
_TYPES = {"number": "float64", "integer": "int64", "boolean": "bool_", "date": "date32"}
_GROWING = ("figures", "indicators")  # the published tables that each part adds to

Sink = io.BytesIO | io.BufferedRandom
Open = Callable[[str], Sink]  # a new file, by its name
Listed = list[tuple[Any, ...]]  # the files of a store with what they hold


def files(export: Export, _made: datetime) -> Mapping[str, bytes]:
    """``figures.parquet``, ``indicators.parquet`` and so on; ``store.parquet`` lists them."""
    made: dict[str, io.BytesIO] = defaultdict(io.BytesIO)
    listed = write([export], made.__getitem__)
    if beside := comparison(export.dataset):
        listed += write([exported(beside)], made.__getitem__, CONTEXT)
    finish(listed, made.__getitem__)
    return {name: file.getvalue() for name, file in made.items()}


def rewrite(store: Store, open_: Open) -> None:
    """Write a store anew, part by part; the figures of each theme in a file if it is large."""
    parts = (_nullable(exported(part)) for part in store.parts(5_000))
    listed = write(parts, open_, by_theme=store.figures > LARGE)
    if context := store.context():
        listed += write([exported(context)], open_, CONTEXT)
    finish(listed, open_)


def _nullable(export: Export) -> Export:
    """The same, where it is not known whether a text is in each language in all parts."""
    table = export.tables["indicators"]
    columns = [
        c._replace(required=c.required and not c.name.endswith(("_nl", "_en")))
        for c in table.columns
    ]
    tables = {**export.tables, "indicators": table._replace(columns=tuple(columns))}
    return export._replace(tables=tables)


def write(
    parts: Iterable[Export], open_: Open, prefix: str = "", *, by_theme: bool = False
) -> Listed:
    """Write the tables of a dataset that comes in parts, and give the list of their files.

    The figures of each theme have a file of their own if they are to be ``by_theme``.
    """
    writing = _Writing(open_, prefix, by_theme=by_theme)
    for part in parts:
        writing.add(part)
    return writing.finish()


def finish(listed: Listed, open_: Open) -> None:
    """Write the list of the files of a store, which makes it one."""
    list_ = _File(_plain(STORE, _LISTED), {}, open_(f"{STORE}.parquet"))
    list_.add([dict(zip(_LISTED, (VERSION, *row), strict=True)) for row in sorted(listed)])
    list_.close()


_LISTED = {
    "version": "integer",
    "name": "string",
    "file": "string",
    "rows": "integer",
    "sha256": "string",
}


class _Writing:
    """The files of one dataset, while parts of it are added."""

    def __init__(self, open_: Open, prefix: str, *, by_theme: bool) -> None:
        self._open, self._prefix, self._by_theme = open_, prefix, by_theme
        self._files: dict[tuple[str, str], _File] = {}
        self._words: set[str] = set()
        self._figures = self._indicators = 0

    def add(self, export: Export) -> None:
        """Write a part, with its own figures and indicators and with what all parts have."""
        dataset, is_first = export.dataset, not self._files
        about = {
            "dataset": export.info.id,
            "version": export.info.version,
            "license": export.info.license,
            "source": export.source.url or export.source.title,
        }
        for name, table in export.tables.items():
            if is_first or name in _GROWING:
                self._add(table, about, table.rows)
        rows: dict[str, list[stored.Row]] = {name: [] for name in stored.COLUMNS}
        rows["records"] += stored.records(export, self._figures)
        rows["parts"] += stored.frame(dataset) if is_first else ()
        rows["parts"] += stored.spoken(dataset, self._indicators)
        numbers = {id(r): n for n, r in enumerate(dataset.records, self._figures)}
        rows["series"] += stored.summaries(export.series, numbers)
        for name, row in stored.findable(dataset, self._indicators):
            rows[name].append(row)
        rows["words"] = [
            (word,) for (word,) in dict.fromkeys(rows["words"]) if word not in self._words
        ]
        self._words.update(word for (word,) in rows["words"])
        for name, columns in stored.COLUMNS.items():
            given = sorted(rows[name]) if name in ("names", "words") else rows[name]
            self._add(
                _plain(name, columns), about, [dict(zip(columns, r, strict=True)) for r in given]
            )
        self._figures += len(dataset.records)
        self._indicators += len(dataset.indicators)

    def _add(
        self, table: ExportTable, about: Mapping[str, str], rows: Sequence[Mapping[str, Any]]
    ) -> None:
        apart = self._by_theme and table.name in _BY_THEME
        groups = grouped(rows, lambda row: row["theme"] if apart else None)
        for theme, some in (groups or {None: []}).items():  # also a table without rows
            ending = f"-{theme}" if theme else ""
            key = (table.name, f"{self._prefix}{table.name}{ending}.parquet")
            if key not in self._files:
                self._files[key] = _File(table, about, self._open(key[1]))
            self._files[key].add(some)

    def finish(self) -> Listed:
        """Complete the files, and give their list."""
        return [
            (f"{self._prefix}{name}", file_name, *file.close())
            for (name, file_name), file in self._files.items()
        ]


def _plain(name: str, columns: Mapping[str, str]) -> ExportTable:
    """A table that only kic reads."""
    about = f"For kic alone: the {name} of a store."
    described = tuple(ExportColumn(c, c.capitalize(), about, kind) for c, kind in columns.items())
    return ExportTable(name, name.capitalize(), about, described, (), ())


class _File:
    """A table of Parquet that is written as its rows come."""

    def __init__(self, table: ExportTable, about: Mapping[str, str], file: Sink) -> None:
        self._arrow, self._file = needed("pyarrow", "parquet"), file
        self._held: list[Any] = []
        self._rows = self._written = 0
        self._at_once = _AT_ONCE.get(table.name, 50_000)
        fields = [
            self._arrow.field(
                column.name,
                getattr(self._arrow, _TYPES.get(column.kind, "string"))(),
                nullable=not column.required,
                metadata={"title": column.title, "description": column.about},
            )
            for column in table.columns
        ]
        told = {"title": table.title, "description": table.about, **about}
        self._schema = self._arrow.schema(fields, told)
        writer = needed("pyarrow.parquet", "parquet").ParquetWriter
        self._writer = writer(file, self._schema, compression="zstd")

    def add(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Write rows, or hold them until they are worth it."""
        arrays = [
            self._arrow.array([_typed(field.type, row[field.name]) for row in rows], field.type)
            for field in self._schema
        ]
        self._held.append(self._arrow.Table.from_arrays(arrays, schema=self._schema))
        self._rows += len(rows)
        if self._rows - self._written >= self._at_once:
            self._write()

    def close(self) -> tuple[int, str]:
        """Complete the file, and give how many rows it has and its fingerprint."""
        if self._rows > self._written:
            self._write()
        self._writer.close()
        self._file.seek(0)
        return self._rows, hashlib.file_digest(self._file, "sha256").hexdigest()

    def _write(self) -> None:
        self._writer.write_table(self._arrow.concat_tables(self._held))
        self._held, self._written = [], self._rows


def _typed(type_: Any, value: Any) -> Any:
    return (
        date.fromisoformat(value) if type_ == "date32[day]" and isinstance(value, str) else value
    )
