"""CSV by RFC 4180: a record a line under the names of the JSON, texts in one language."""

from typing import Any

from kic.formats import Style
from kic.model import Lang
from kic.table import Table
from kic.table.delimited import Value, delimited
from kic.table.rows import plain


def write(table: Table, style: Style, delimiter: str = ",") -> str:
    """The rows with a header; an empty cell is what has no value, as ``null`` in JSON."""
    rows = (
        [joined(row[name], style.lang) for name in table.data.columns] for row in table.data.rows
    )
    return delimited([table.data.columns, *rows], delimiter)


def joined(value: Any, lang: Lang) -> Value:
    """A value of a row as one of a single cell."""
    found: Value | list[str] = plain(value, lang)
    return " | ".join(found) if isinstance(found, list) else found
