"""CSV and TSV by RFC 4180, for answers and exports alike."""

import csv
import io
from collections.abc import Iterable

from kic.safe import spreadsheet

Value = str | int | float | bool | None


def delimited(rows: Iterable[Iterable[Value]], delimiter: str = ",") -> str:
    """Rows as text: no value is an empty cell, truth is true or false.

    A cell that a spreadsheet would run as a formula has an apostrophe before it;
    characters that act on a terminal are written as escapes.
    """
    out = io.StringIO()
    written = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    written.writerows(map(_cell, row) for row in rows)
    return out.getvalue()


def _cell(value: Value) -> Value:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return spreadsheet(value)
        case _:
            return value
