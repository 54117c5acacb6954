"""CSV by RFC 4180: a record a line under the names of the JSON, texts in one language."""

import csv
import io
from typing import Any

from kic.formats import Style
from kic.formats.safe import escaped
from kic.rows import plain
from kic.table import Table

# What a spreadsheet would run as a formula begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(table: Table, style: Style) -> str:
    """The rows with a header; an empty cell is what has no value, as ``null`` in JSON.

    A cell that a spreadsheet would run gets an apostrophe before it; characters that act
    on a terminal are written as escapes.
    """
    return delimited(table, style, ",")


def delimited(table: Table, style: Style, delimiter: str) -> str:
    """The same with another character between the cells."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    rows.writerow(table.columns)
    rows.writerows([_cell(row[c], style) for c in table.columns] for row in table.rows)
    return out.getvalue()


def _cell(value: Any, style: Style) -> Any:
    match plain(value, style.lang):
        case str(text):
            return _harmless(text)
        case bool(flag):
            return str(flag).lower()
        case list(texts):
            return _harmless(" | ".join(texts))
        case other:
            return other


def _harmless(text: str) -> str:
    text = escaped(text, lambda c: c.encode("unicode_escape").decode("ascii"), keep="\n\r\t")
    return f"'{text}" if text.startswith(_FORMULA) else text
