"""JSON: one object, stable and documented, with a version of its own."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from kic.formats import Style
from kic.formats.cell_text import NBSP, cell
from kic.model import Period, Record, Text
from kic.model.interval import Interval
from kic.model.safe import json_text
from kic.model.text import LANGS
from kic.query.ratio import Ratio
from kic.table import Amount, Cell, Delta, Phrase, Several, Table
from kic.table.rows import EARLIER, VERSION, row


def write(table: Table, style: Style) -> str:
    """The whole answer in both languages, with raw numbers; keys in a fixed order."""
    line = table.line
    document = {
        "schema_version": VERSION,
        "dataset": dict(table.dataset),
        **({"publications": table.publications} if table.publications else {}),
        "command": table.command,
        "query": table.query,
        "answer": {
            "nl": cell(line, style._replace(lang="nl")).replace(NBSP, " "),
            "en": cell(line, style._replace(lang="en")).replace(NBSP, " "),
            "numbers": numbers(line),
        },
        "left_out": table.left_out,
        "records": table.data.records,
        **table.data.extra,
    }
    return dump(as_data(document), style, indent=2) + "\n"


def numbers(content: Cell, name: str = "") -> dict[str, Any]:
    """The counts and numbers in a line that answers, by the names of the blanks they fill."""
    match content:
        case Phrase():
            parts = content.blanks
        case Several():
            parts = tuple((name, part) for part in content.cells)
        case Amount(record=record) if record.interval.known:
            return {name: record.interval._asdict()}
        case Delta() | Ratio():
            return {name: content.interval._asdict()}
        case int():
            return {name: content}
        case _:
            return {}
    found: dict[str, Any] = {}
    for blank, part in parts:
        found = numbers(part, blank) | found  # of one name the first counts
    return found


def dump(value: Any, style: Style, indent: int | None = None) -> str:
    """JSON text that any encoding can carry and that does nothing to a terminal."""
    return json_text(value, ascii_only=not style.is_unicode, indent=indent)


def as_data(value: Any) -> Any:
    """Any value of an answer as the types that JSON has; a code is a string already."""
    match value:
        case Period():
            return value.text
        case Interval():
            return value._asdict() if value.known else None
        case Record():  # of an earlier edition
            return as_data(row(value, EARLIER))
        case tuple() | list():
            return [as_data(item) for item in value]
        case Text():
            return {lang: value.given(lang) for lang in LANGS}
        case BaseModel():
            return {name: as_data(getattr(value, name)) for name in type(value).model_fields}
        case Mapping():
            return {name: as_data(item) for name, item in value.items()}
        case _:
            return value
