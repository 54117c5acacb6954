"""JSON: one object, stable and documented, with a version of its own."""

import json
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import BaseModel

from kic.formats import Style
from kic.formats.safe import escaped
from kic.model import Earlier, Period, Text
from kic.rows import VERSION
from kic.table import Table


def write(table: Table, style: Style) -> str:
    """The whole answer in both languages, with raw numbers; keys in a fixed order."""
    document = {
        "schema_version": VERSION,
        "dataset": dict(table.dataset),
        "command": table.command,
        "query": as_data(table.query),
        "records": as_data(table.records),
        **as_data(table.extra),
    }
    return dump(document, style, indent=2) + "\n"


def dump(value: Any, style: Style, indent: int | None = None) -> str:
    """JSON text that any encoding can carry and that does nothing to a terminal."""
    utf = style.encoding.lower().replace("-", "").startswith("utf")
    text = json.dumps(value, ensure_ascii=not utf, indent=indent, allow_nan=False)
    return "\n".join(escaped(line, lambda c: json.dumps(c)[1:-1]) for line in text.split("\n"))


def as_data(value: Any) -> Any:
    """Any value of an answer as JSON's own types."""
    if isinstance(value, Text):
        return {"nl": value.nl, "en": value.en}
    if isinstance(value, Period):
        return value.text if value.known else None
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Earlier):
        return as_data(value._asdict())
    if isinstance(value, tuple | list):
        return [as_data(item) for item in value]
    if isinstance(value, dict):
        return {as_data(key): as_data(item) for key, item in value.items()}
    if isinstance(value, BaseModel):
        return {name: as_data(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, date):
        return value.isoformat()
    return value
