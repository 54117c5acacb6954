"""CSV by RFC 4180: a record a line under the names of the JSON, texts in one language."""

import csv
import io
import re
from typing import Any

from kic.formats import Style
from kic.formats.cells import say
from kic.model import Correction, Mention, Period, Text
from kic.table import Table

# What a spreadsheet would run as a formula begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ACTS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)


def write(table: Table, style: Style) -> str:
    """The rows with a header; an empty cell is what has no value, as ``null`` in JSON.

    A cell that a spreadsheet would run gets an apostrophe before it; characters that act
    on a terminal are written as escapes.
    """
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    if table.rows:
        rows.writerow(table.rows[0])
        rows.writerows([_cell(v, style) for v in row.values()] for row in table.rows)
    return out.getvalue()


def _cell(value: Any, style: Style) -> Any:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    return _harmless(_words(value, style))


def _words(value: Any, style: Style) -> str:
    match value:
        case Text():
            return say(value, style.lang)
        case Period():
            return value.text if value.known else ""
        case Correction():
            return f"{say(value.reason, style.lang)} ({value.source})"
        case Mention():
            return f"{value.locator}: {value.as_printed}"
        case tuple() | list():
            return " | ".join(_words(item, style) for item in value)
        case _:
            return str(value)


def _harmless(text: str) -> str:
    text = _ACTS.sub(lambda match: match[0].encode("unicode_escape").decode(), text)
    return f"'{text}" if text.startswith(_FORMULA) else text
