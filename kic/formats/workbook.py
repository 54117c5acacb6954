"""Sheets as a workbook that a spreadsheet opens: what it holds, and nothing that acts."""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from textwrap import wrap
from typing import Any, NamedTuple

from kic.model.errors import OutputError, needed

# What a workbook holds: units of UTF-16 in a cell and in a footer, lines of a sheet and links on
# it, characters of a link.
_LONGEST, _FOOTER, _LINES, _LINKS, _LINK = 32_767, 255, 1_048_576, 65_530, 2_000

# A workbook says when it was made; the same answer has to give the same bytes on any day.
_MADE = datetime(2000, 1, 1)

_SIZE, _TALLEST = 11, 409  # points: of a letter, and of a line, where more is held than shown
_DIGIT, _EDGES = 7, 18  # pixels: of a digit, in which columns are measured; beside a text
_PAGE = "&R&P / &N"  # of a footer
_A4, _UPRIGHT = 9, 94  # a size of paper, and how many characters stand on a line of it

_LEFT, _RIGHT = {"align": "left", "indent": 1}, {"align": "right", "indent": 1}
_WRAPPED, _RULED = {**_LEFT, "text_wrap": True}, {"bottom": 1, "bottom_color": "#BFBFBF"}
_TEXTS: Mapping[str, Mapping[str, Any]] = {
    "head": {**_WRAPPED, "bold": True, "bottom": 1, "bg_color": "#E7E6E6"},
    "cell": {**_WRAPPED, **_RULED},
    "gap": {**_WRAPPED, **_RULED, "italic": True},
}
_LOOKS = {
    **_TEXTS,
    **{f"{name} of numbers": {**look, **_RIGHT} for name, look in _TEXTS.items()},
    "number": {**_RULED, **_RIGHT},
    "answer": {**_WRAPPED, "bold": True, "font_size": 14},
    "title": {**_WRAPPED, "bold": True, "font_size": 12},
    "said": _WRAPPED,
    "link": {**_LEFT, "underline": 1, "font_color": "#0563C1"},
}


class Put(NamedTuple):
    """A harmless text, a number, a day or nothing, for a cell or for several made one.

    It fills the cells of a line from ``first`` up to ``last``.  Its ``look`` is a key of
    ``_LOOKS``, of which a link is its own address, and ``form`` a format of numbers; ``what``
    names it where it does not fit.
    """

    value: str | float | date | None
    first: int = 0
    last: int = 0
    look: str = ""
    form: str = "General"
    what: str = "a text of the answer"


class Sheet(NamedTuple):
    """Lines, the widths of their columns in characters, and which of them has the heads.

    It is a table with filters, or else a page to read and print.
    """

    name: str
    lines: Sequence[Sequence[Put]]
    widths: Sequence[int]
    head: int = 0
    is_page: bool = False


def workbook(sheets: Sequence[Sheet], title: str, footers: Sequence[str]) -> bytes:
    """The sheets in one file, the same for the same sheets; the first footer that fits is theirs.

    Raises OutputError for what a workbook cannot hold.
    """
    xlsxwriter = needed("xlsxwriter", "xlsx")
    out = io.BytesIO()
    escaped = (*(f"&L{words.replace('&', '&&')}" for words in footers), "")
    footer = next(f"{words}{_PAGE}" for words in escaped if _length(words + _PAGE) <= _FOOTER)
    options = {"in_memory": True, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": title, "created": _MADE})

        @cache
        def look(name: str, form: str) -> Any:
            return book.add_format({"valign": "top", "num_format": form, **_LOOKS[name]})

        for sheet in sheets:
            if len(sheet.lines) > _LINES:
                raise OutputError(
                    f"the answer has {len(sheet.lines)} lines and a sheet of a workbook holds "
                    f"{_LINES}; ask for less, as with --limit, or take another format, as csv."
                )
            made, links = book.add_worksheet(sheet.name), iter(range(_LINKS))
            for number, line in enumerate(sheet.lines):
                for put in line:
                    _put(made, number, put, look(put.look, put.form) if put.look else None, links)
                if any(put.last > put.first for put in line):  # others find their own height
                    made.set_row(number, _height(line, sheet.widths))
            _set_up(made, sheet, footer)
    return out.getvalue()


def _put(made: Any, line: int, put: Put, look: Any, links: Iterator[int]) -> None:
    """A value into its cells, in which a text stays a text; a link while there may be more."""
    if put.last > put.first:
        made.merge_range(line, put.first, line, put.last, "", look)
    if not isinstance(put.value, str):
        made.write(line, put.first, put.value, look)
    elif (length := _length(put.value)) > _LONGEST:
        raise OutputError(
            f"{put.what} has {length} characters and a cell of a workbook holds {_LONGEST}; "
            "name other --columns, or take another format, as csv."
        )
    elif put.look == "link" and length <= _LINK and next(links, None) is not None:
        made.write_url(line, put.first, put.value, look)
    elif put.value.startswith("<r>") and put.value.endswith("</r>"):
        # In one piece it would be taken for markup of the file itself.
        made.write_rich_string(line, put.first, *"<r>", put.value[3:], *filter(None, [look]))
    else:
        made.write_string(line, put.first, put.value, look)


def _length(words: str) -> int:
    """The units of UTF-16 of a text."""
    return len(words.encode("utf-16-le")) // 2


def _height(line: Sequence[Put], widths: Sequence[int]) -> float:
    """The points that a line needs, of which a spreadsheet does not look into cells made one."""
    pixels = needed("xlsxwriter.utility", "xlsx").xl_pixel_width
    heights = [0.0]
    for put in (put for put in line if put.value):
        size = _LOOKS[put.look].get("font_size", _SIZE)
        room = sum(_DIGIT * width for width in widths[put.first : put.last + 1]) - _EDGES
        words = str(put.value)
        letter = pixels(words) / len(words) * size / _SIZE
        heights.append(1.4 * size * len(wrap(words, max(int(room / letter), 1))))
    return min(max(heights), _TALLEST)


def _set_up(made: Any, sheet: Sheet, footer: str) -> None:
    """How a sheet is seen and printed."""
    for column, width in enumerate(sheet.widths):
        made.set_column(column, column, width)
    made.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})  # a year is no number
    made.freeze_panes(sheet.head + 1, 0)
    made.repeat_rows(sheet.head)
    made.set_paper(_A4)
    made.set_footer(footer)
    if sum(sheet.widths) > _UPRIGHT:
        made.set_landscape()
    if sheet.is_page:
        made.hide_gridlines(2)
        made.fit_to_pages(1, 0)
    elif len(sheet.lines) > 1:
        columns = [{"header": put.value} for put in sheet.lines[0]]
        options = {"columns": columns, "style": "Table Style Light 1"}
        made.add_table(0, 0, len(sheet.lines) - 1, len(columns) - 1, options)
