"""Parquet: a file for each table, with the meaning of every column in its metadata.

Needs the extra ``kic[parquet]``.
"""

import io
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from kic.model.errors import needed
from kic.publish.tables import Column, Data, Tables
from kic.table.delimited import Value


def files(tables: Tables, _made: datetime) -> Mapping[str, bytes]:
    """``figures.parquet``, ``indicators.parquet`` and so on."""
    return {f"{data.name}.parquet": _file(data, tables) for data in tables.data}


def _file(data: Data, tables: Tables) -> bytes:
    arrow = needed("pyarrow", "parquet")
    parquet = needed("pyarrow.parquet", "parquet")
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
        for column in data.columns
    ]
    about = {
        "title": data.title,
        "description": data.about,
        "dataset": tables.info.id,
        "version": tables.info.version,
        "license": tables.info.license,
        "source": tables.source.url or tables.source.title,
    }
    arrays = [
        arrow.array([_typed(column, row[column.name]) for row in data.rows], field.type)
        for column, field in zip(data.columns, fields, strict=True)
    ]
    out = io.BytesIO()
    table = arrow.Table.from_arrays(arrays, schema=arrow.schema(fields, metadata=about))
    parquet.write_table(table, out)
    return out.getvalue()


def _typed(column: Column, value: Value) -> Any:
    if column.kind == "date" and isinstance(value, str):
        return date.fromisoformat(value)
    return value
