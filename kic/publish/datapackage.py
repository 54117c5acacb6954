"""A Data Package v2 (datapackage.org): CSV files and a descriptor with all their meaning."""

from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from kic.model.safe import json_text
from kic.publish.tables import LICENSES, Column, Data, Tables, csv_bytes

_PROFILE = "https://datapackage.org/profiles/2.0/"


def files(tables: Tables, made: datetime) -> Mapping[str, bytes]:
    """A CSV file for each table, and ``datapackage.json`` as the last."""
    kept = [data for data in tables.data if data.rows]
    keys = {data.name: data.key for data in kept}
    written = {f"{data.name}.csv": csv_bytes(data) for data in kept}
    info, source = tables.info, tables.source
    descriptor = {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": info.id,
        "title": info.title.en,
        "description": (
            f"{info.title.nl}: every figure with its unit, region, period, exactness and place "
            "in the source, and what is not known as records of their own. A missing "
            "value is an empty cell; the column reason says why it is missing."
        ),
        "version": info.version,
        "created": made.isoformat(),
        "licenses": [_license(info.license)],
        "sources": [_source(row) for data in kept if data.name == "sources" for row in data.rows],
        "contributors": [{"title": source.publisher, "roles": ["author", "publisher"]}],
        "keywords": ["children's rights", "missing data"],
        "resources": [_resource(data, written[f"{data.name}.csv"], keys) for data in kept],
    }
    text = json_text(descriptor, indent=2) + "\n"
    return written | {"datapackage.json": text.encode("utf-8")}


def _license(name: str) -> dict[str, str]:
    return {"name": name, **(LICENSES[name]._asdict() if name in LICENSES else {})}


def _source(row: Mapping[str, Any]) -> dict[str, Any]:
    told = {"title": f"{row['publisher']}, {row['title']}", "path": row["url"]}
    return {name: value for name, value in told.items() if value}


def _resource(data: Data, content: bytes, keys: Mapping[str, str]) -> dict[str, Any]:
    links = [
        {
            "fields": [link.column],
            "reference": {"resource": link.table, "fields": [keys[link.table]]},
        }
        for link in data.links
        if link.table in keys
    ]
    return {
        "name": data.name,
        "type": "table",
        "path": f"{data.name}.csv",
        "title": data.title,
        "description": data.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "$schema": f"{_PROFILE}tableschema.json",
            "fields": [_field(column, data.key) for column in data.columns],
            "missingValues": [""],
            "primaryKey": [data.key],
            **({"foreignKeys": links} if links else {}),
        },
    }


def _field(column: Column, key: str) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.name == key:
        constraints["unique"] = True
    if column.codes:
        constraints["enum"] = list(column.codes)
    told: dict[str, Any] = {
        "name": column.name,
        "type": column.kind,
        "title": column.title,
        "description": column.about,
    }
    return told | ({"constraints": constraints} if constraints else {})
