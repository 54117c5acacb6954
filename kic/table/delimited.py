"""CSV and TSV by RFC 4180, for answers and exports alike."""

import csv
import io
import re
from collections.abc import Iterable

from kic.model.safe import as_escape, escaped

Value = str | int | float | bool | None

# What a spreadsheet would run begins with one of these, also after blanks; the wide forms
# count where Japanese is set.  A spreadsheet may part the cells at other signs than ours, so
# that one begins within a text; at our own it cannot, for a text that has it is quoted.
_SIGN = "=+@\uff1d\uff0b\uff0d\uff20-"


def _formula(separators: str) -> re.Pattern[str]:
    return re.compile(rf'^(?=[\t\n]|\s*[{_SIGN}])|(?<=[{separators}])(?=[\s"]*[{_SIGN}])')


_FORMULA = {",": _formula(";\t\n"), "\t": _formula(",;\t\n")}


def delimited(rows: Iterable[Iterable[Value]], delimiter: str = ",") -> str:
    """Rows as text: no value is an empty cell, truth is true or false.

    A cell that a spreadsheet would run as a formula has an apostrophe before it;
    characters that act on a terminal are written as escapes.
    """
    out = io.StringIO()
    written = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    written.writerows([_cell(value, delimiter) for value in row] for row in rows)
    return out.getvalue()


def _cell(value: Value, delimiter: str) -> Value:
    if isinstance(value, bool):
        return str(value).lower()
    return spreadsheet(value, delimiter) if isinstance(value, str) else value


def spreadsheet(text: str, delimiter: str = ",") -> str:
    """Text for a cell of CSV or TSV: harmless, on as many lines as it has.

    An apostrophe stands before what a spreadsheet would run as a formula.
    """
    text = text.replace("\r\n", "\n")
    return _FORMULA[delimiter].sub("'", escaped(text, as_escape, keep="\n\t\u00a0"))
