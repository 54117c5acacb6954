"""Parquet: a file for each table, with the meaning of every column in its metadata.

Needs the extra ``kic[parquet]``.
"""

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from kic.model.errors import needed
from kic.publish.exported import Export, ExportTable
from kic.table.delimited import Value


def files(exported: Export, _made: datetime) -> Mapping[str, bytes]:
    """``figures.parquet``, ``indicators.parquet`` and so on."""
    about = {
        "dataset": exported.info.id,
        "version": exported.info.version,
        "license": exported.info.license,
        "source": exported.source.url or exported.source.title,
    }
    return {f"{name}.parquet": _file(table, about) for name, table in exported.tables.items()}


def _file(table: ExportTable, about: Mapping[str, str]) -> bytes:
    arrow = needed("pyarrow", "parquet")
    types = {
        "number": arrow.float64(),
        "integer": arrow.int64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
    }
    fields = [
        arrow.field(
            column.name,
            types.get(column.kind, arrow.string()),
            nullable=not column.required,
            metadata={"title": column.title, "description": column.about},
        )
        for column in table.columns
    ]
    arrays = [
        arrow.array([_typed(column.kind, row[column.name]) for row in table.rows], field.type)
        for column, field in zip(table.columns, fields, strict=True)
    ]
    schema = arrow.schema(fields, {"title": table.title, "description": table.about, **about})
    out = io.BytesIO()
    needed("pyarrow.parquet", "parquet").write_table(
        arrow.Table.from_arrays(arrays, schema=schema), out
    )
    return out.getvalue()


def _typed(kind: str, value: Value) -> Any:
    return date.fromisoformat(value) if kind == "date" and isinstance(value, str) else value
