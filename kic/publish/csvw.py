"""CSV on the Web (W3C): the same CSV files, described together in ``csv-metadata.json``."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kic.model.safe import json_text
from kic.publish.exported import LICENSES, Export, ExportColumn, ExportTable, csv_bytes


def files(exported: Export, _made: datetime) -> Mapping[str, bytes]:
    """A CSV file for each table, and the metadata of the group as the last."""
    info, source = exported.info, exported.source
    known = LICENSES.get(info.license)
    metadata: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": info.title.given("en") or {"@value": info.title.nl, "@language": "nl"},
        "dc:publisher": source.publisher,
        "dc:license": {"@id": known.path if known else info.license},
        "dc:identifier": f"{info.id} {info.version}",
        "tables": [_table(table) for table in exported.filled],
    }
    if source.published:
        metadata["dc:issued"] = source.published.text
    if source.url:
        metadata["dc:source"] = {"@id": source.url}
    text = json_text(metadata, indent=2) + "\n"
    written = {f"{table.name}.csv": csv_bytes(table) for table in exported.filled}
    return written | {"csv-metadata.json": text.encode("utf-8")}


def _table(table: ExportTable) -> dict[str, Any]:
    # A foreign key with an empty cell is an error to strict readers of CSVW: only links that
    # every row has are declared.
    links = [
        {
            "columnReference": link.column,
            "reference": {"resource": f"{link.table}.csv", "columnReference": link.key},
        }
        for link in table.links
        if all(row[link.column] is not None for row in table.rows)
    ]
    return {
        "url": f"{table.name}.csv",
        "dc:title": table.title,
        "dc:description": table.about,
        "tableSchema": {
            "columns": [_column(column) for column in table.columns],
            "primaryKey": table.key,
            **({"foreignKeys": links} if links else {}),
        },
    }


def _column(column: ExportColumn) -> dict[str, Any]:
    codes = {"format": "|".join(column.codes)} if column.codes else {}
    return {
        "name": column.name,
        "titles": column.name,
        "dc:title": column.title,
        "dc:description": column.about,
        "datatype": {"base": column.kind, **codes},
        **({"required": True} if column.required else {}),
    }
