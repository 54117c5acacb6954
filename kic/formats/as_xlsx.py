"""XLSX: a workbook with the answer on one sheet, and what explains it on another.

Needs the extra ``kic[xlsx]``.
"""

import io
from datetime import datetime
from typing import Any

from kic.formats import Style
from kic.formats.as_csv import joined
from kic.formats.cell_text import cell, say
from kic.model import Period
from kic.model.errors import OutputError, needed
from kic.model.fields import FIELDS
from kic.model.safe import visible
from kic.model.sentences import sentence
from kic.table import Cell, Table
from kic.table.common import source_text

_WIDEST = 60
_LONGEST = 32_767  # what a cell of a workbook can hold, in units of UTF-16

# A workbook says when it was made; the same answer has to give the same bytes on any day.
_MADE = datetime(2000, 1, 1)


def write(table: Table, style: Style) -> bytes:
    """The rows with real numbers under a header that stays in view."""
    xlsxwriter = needed("xlsxwriter", "xlsx")
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"created": _MADE})
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        _answer(book.add_worksheet(say(sentence("answer"), style.lang)), table, style, bold, day)
        _legend(book.add_worksheet(say(sentence("explanation"), style.lang)), table, style, bold)
    return out.getvalue()


def _answer(sheet: Any, table: Table, style: Style, bold: Any, day: Any) -> None:
    for column, name in enumerate(table.data.columns):
        width = _put(sheet, 0, column, name, "a name", bold)
        for line, row in enumerate(table.data.rows, 1):
            value = joined(row[name], style.lang)
            if isinstance(row[name], Period) and row[name].kind == "day":
                sheet.write_datetime(line, column, row[name].start, day)
            elif isinstance(value, str):
                width = max(width, _put(sheet, line, column, value, f"'{name}' of row {line}"))
            else:
                sheet.write(line, column, value)
        sheet.set_column(column, column, min(width, _WIDEST) + 2)
    sheet.freeze_panes(1, 0)
    if table.data.rows:
        sheet.autofilter(0, 0, len(table.data.rows), len(table.data.columns) - 1)


def _legend(sheet: Any, table: Table, style: Style, bold: Any) -> None:
    """Sources, the answer in words, and the meaning of the columns, one below the other."""
    sources = (*table.page.sources, *table.page.background)
    lines: list[tuple[Cell, Cell, Any]] = [
        (sentence("sources"), "", bold),
        *((source_text(source), "", None) for source in sources),
        ("", "", None),
        (table.line, "", None),
        *((remark, "", None) for remark in table.page.remarks),
        ("", "", None),
        (sentence("columns"), "", bold),
        *((name, FIELDS[name].title, None) for name in table.data.columns),
    ]
    for number, (left, right, look) in enumerate(lines):
        _put(sheet, number, 0, cell(left, style), "a note or source", look)
        _put(sheet, number, 1, cell(right, style), "an explanation")
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 1, 100)


def _put(sheet: Any, line: int, column: int, words: str, what: str, look: Any = None) -> int:
    """Harmless text into a cell, whole; gives its length.

    Raises OutputError where a cell cannot hold it.
    """
    shown = visible(words)
    length = len(shown.encode("utf-16-le")) // 2
    if length > _LONGEST:
        raise OutputError(
            f"{what} has {length} characters and a cell of a workbook holds {_LONGEST}; "
            "name other --columns, or take another format, as csv."
        )
    sheet.write_string(line, column, shown, look)
    return len(shown)
