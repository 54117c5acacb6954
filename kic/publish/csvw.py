"""CSV on the Web (W3C): the same CSV files, described together in ``csv-metadata.json``."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kic.model.safe import json_text
from kic.publish.tables import LICENSES, Column, Data, Tables, csv_bytes


def files(tables: Tables, _made: datetime) -> Mapping[str, bytes]:
    """A CSV file for each table, and the metadata of the group as the last."""
    kept = [data for data in tables.data if data.rows]
    keys = {data.name: data.key for data in kept}
    info, source = tables.info, tables.source
    metadata: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": info.title.en,
        "dc:publisher": source.publisher,
        "dc:license": {"@id": _license(info.license)},
        "dc:identifier": f"{info.id} {info.version}",
        "tables": [_table(data, keys) for data in kept],
    }
    if source.published:
        metadata["dc:issued"] = source.published.isoformat()
    if source.url:
        metadata["dc:source"] = {"@id": source.url}
    text = json_text(metadata, indent=2) + "\n"
    written = {f"{data.name}.csv": csv_bytes(data) for data in kept}
    return written | {"csv-metadata.json": text.encode("utf-8")}


def _license(name: str) -> str:
    return LICENSES[name].path if name in LICENSES else name


def _table(data: Data, keys: Mapping[str, str]) -> dict[str, Any]:
    # A foreign key with an empty cell is an error to strict readers of CSVW: only links that
    # every row has are declared.
    links = [
        {
            "columnReference": link.column,
            "reference": {"resource": f"{link.table}.csv", "columnReference": keys[link.table]},
        }
        for link in data.links
        if link.table in keys and all(row[link.column] is not None for row in data.rows)
    ]
    schema: dict[str, Any] = {
        "columns": [_column(column) for column in data.columns],
        "primaryKey": data.key,
    }
    return {
        "url": f"{data.name}.csv",
        "dc:title": data.title,
        "dc:description": data.about,
        "tableSchema": schema | ({"foreignKeys": links} if links else {}),
    }


def _column(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.title,
        "dc:description": column.about,
        "datatype": {"base": column.kind},
    }
    if column.codes:
        told["datatype"]["format"] = "|".join(column.codes)
    if column.required:
        told["required"] = True
    return told
