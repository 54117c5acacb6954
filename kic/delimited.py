"""CSV and TSV by RFC 4180, for answers and exports alike."""

import csv
import io
import re
from collections.abc import Iterable

from kic.safe import as_escape, escaped

Value = str | int | float | bool | None

# What a spreadsheet would run begins with one of these, also after blanks; the wide forms
# count where Japanese is set.  Where semicolons or tabs part the cells, one may begin within
# a text.
_SIGN = "=+@\uff1d\uff0b\uff0d\uff20-"
_FORMULA = re.compile(rf'^(?=[\t\n]|\s*[{_SIGN}])|(?<=[;\t\n])(?="*[{_SIGN}])')


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


def spreadsheet(text: str) -> str:
    """Text for a cell of CSV or TSV: harmless, on as many lines as it has.

    An apostrophe stands before what a spreadsheet would run as a formula.
    """
    text = text.replace("\r\n", "\n")
    return _FORMULA.sub("'", escaped(text, as_escape, keep="\n\t\u00a0"))
