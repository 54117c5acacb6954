"""A Data Package v2 (datapackage.org): CSV files and a descriptor with all their meaning."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any

from kic.model.safe import json_text
from kic.publish.exported import LICENSES, Export, ExportTable, csv_bytes

_PROFILE = "https://datapackage.org/profiles/2.0/"


def files(exported: Export, made: datetime) -> Mapping[str, bytes]:
    """A CSV file for each table, and ``datapackage.json`` as the last."""
    written = {f"{table.name}.csv": csv_bytes(table) for table in exported.filled}
    info = exported.info
    license_ = LICENSES.get(info.license)
    sources = (
        {"title": f"{row['publisher']}, {row['title']}", "path": row["url"]}
        for row in exported.tables["sources"].rows
    )
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
        "licenses": [{"name": info.license, **(license_._asdict() if license_ else {})}],
        "sources": [{name: words for name, words in s.items() if words} for s in sources],
        "contributors": [{"title": exported.source.publisher, "roles": ["author", "publisher"]}],
        "keywords": ["children's rights", "missing data"],
        "resources": [_resource(table, written[f"{table.name}.csv"]) for table in exported.filled],
    }
    text = json_text(descriptor, indent=2) + "\n"
    return written | {"datapackage.json": text.encode("utf-8")}


def _resource(table: ExportTable, content: bytes) -> dict[str, Any]:
    links = [
        {
            "fields": [link.column],
            "reference": {"resource": link.table, "fields": [link.key]},
        }
        for link in table.links
    ]
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "title": table.title,
        "description": table.about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "schema": {
            "$schema": f"{_PROFILE}tableschema.json",
            "fields": list(_fields(table)),
            "missingValues": [""],
            "primaryKey": [table.key],
            **({"foreignKeys": links} if links else {}),
        },
    }


def _fields(table: ExportTable) -> Iterator[dict[str, Any]]:
    for column in table.columns:
        constraints: dict[str, Any] = {
            "required": column.required,
            "unique": column.name == table.key,
            "enum": list(column.codes),
        }
        held = {name: value for name, value in constraints.items() if value}
        yield {
            "name": column.name,
            "type": column.kind,
            "title": column.title,
            "description": column.about,
            **({"constraints": held} if held else {}),
        }
