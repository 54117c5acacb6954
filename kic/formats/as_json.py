"""JSON: one object, stable and documented, with a version of its own."""

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from kic.formats import Style
from kic.model import Period, Record, Text
from kic.model.safe import json_text
from kic.table import Table
from kic.table.rows import EARLIER, VERSION, row


def write(table: Table, style: Style) -> str:
    """The whole answer in both languages, with raw numbers; keys in a fixed order."""
    document = {
        "schema_version": VERSION,
        "dataset": dict(table.dataset),
        "command": table.command,
        "query": as_data(table.query),
        "records": as_data(table.data.records),
        **as_data(table.data.extra),
    }
    return dump(document, style, indent=2) + "\n"


def dump(value: Any, style: Style, indent: int | None = None) -> str:
    """JSON text that any encoding can carry and that does nothing to a terminal."""
    utf = style.encoding.lower().replace("-", "").startswith("utf")
    return json_text(value, ascii_only=not utf, indent=indent)


def as_data(value: Any) -> Any:
    """Any value of an answer as JSON's own types."""
    if isinstance(value, Text):
        return {"nl": value.nl, "en": value.en}
    if isinstance(value, Period):
        return value.text if value.known else None
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Record):
        return as_data(row(value, EARLIER))
    if isinstance(value, tuple | list):
        return [as_data(item) for item in value]
    if isinstance(value, dict):
        return {as_data(key): as_data(item) for key, item in value.items()}
    if isinstance(value, BaseModel):
        return {name: as_data(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, date):
        return value.isoformat()
    return value
