"""The lines of a table: its headings, and its rows with every cell under one of them.

A cell that is left empty stays in its column.  Where the columns of a row cannot be told, as
between blanks with one cell too few, it is a row that does not fit, and nothing is guessed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\W*")
_NUMBER = re.compile(r"[-+−–]?\s?[€$£]?\s?\d[\d.,\s]*\W?")
_COUNTING = 3  # columns that are numbered one by one, at least


class Row(NamedTuple):
    """A row: its line, its cells, and the line ``over`` it that heads it and others."""

    line: int
    cells: tuple[str, ...]
    over: str = ""


class Table(NamedTuple):
    """The lines of a table.

    ``columns`` are the headings of all columns but the first, which has the headings of the
    ``rows``; each of these has a cell for each of them.  The ``unfit`` rows have not, or there
    are no headings.  ``rest`` are all other lines, of which the ``caption`` stands above.
    ``line`` is that of the first row or the headings.
    """

    line: int
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    unfit: tuple[Row, ...]
    rest: tuple[str, ...]
    caption: str


def split_cells(line: str) -> list[str]:
    """The cells of a line of a table: between tabs, bars or two blanks."""
    if "\t" in line:
        return [cell.strip() for cell in line.split("\t")]
    if "|" in line:
        text = line.strip()
        inner = text[1:].removesuffix("|") if text.startswith("|") else text
        return [cell.strip() for cell in inner.split("|")]
    return re.split(r"\s{2,}", line.strip())


def is_row_below(line: str) -> bool:
    """Whether a line behind a blank one goes on with a table: it has a number, and no years."""
    _, *cells = split_cells(line)
    return any(re.search(r"\d", cell) and not _YEARS.fullmatch(cell) for cell in cells)


def has_rows(lines: Iterable[str]) -> bool:
    """Whether there are headings, and a row below them."""
    return sum(_is_row(split_cells(line)) for line in lines) > 1


def table(lines: Sequence[tuple[int, str]]) -> Table:
    """The lines of a table with their numbers; the first is its caption, or begins it."""
    rows: list[Row] = []
    depths: list[int] = []
    rest: list[str] = []
    above = over = ""
    for number, text in lines:
        cells = split_cells(text)
        if number != lines[0][0] and _is_row(cells):
            above = above if rows else " ".join(rest)
            rows.append(Row(number, tuple(cells), over))
            depths.append(len(text) - len(text.lstrip()))
        elif not _is_rule(cells):
            rest.append(text.strip())
            over = " ".join(filter(None, cells)) if rows else ""
    line = rows[0].line if rows else lines[0][0]
    width = _width(rows, depths)
    head, body = rows[:1], [row for row in rows[1:] if len(row.cells) == width]
    if not body:
        return Table(line, (), (), tuple(rows), tuple(rest), above)
    columns = ("", *head[0].cells)[-width:]
    used = [0, *(n for n in range(1, width) if columns[n] or any(r.cells[n] for r in body))]
    fit = tuple(row._replace(cells=tuple(row.cells[n] for n in used)) for row in body)
    unfit = tuple(row for row in rows[1:] if len(row.cells) != width)
    heads = tuple(columns[n] for n in used[1:])
    return Table(line, heads, fit, unfit, tuple(rest), above)


def _is_row(cells: Sequence[str]) -> bool:
    """Whether some cell stands beside the heading of a row."""
    return any(cells[1:]) and not _is_rule(cells)


def _is_rule(cells: Sequence[str]) -> bool:
    return not any(re.sub(r"[-:=\s]", "", cell) for cell in cells)


def _width(rows: Sequence[Row], depths: Sequence[int]) -> int:
    """How many cells a row has: one for each heading, and its own where there is none over that.

    Nothing where there are no headings.
    """
    if not rows or _is_data(rows[0].cells):
        return 0
    [head, *others] = rows
    width = len(head.cells)
    ends = (at + len(row.cells[0]) for at, row in zip(depths[1:], others, strict=True))
    is_inside = bool(head.cells[0]) and depths[0] > max(ends, default=0)
    [*are_years] = map(bool, map(_YEARS.match, head.cells[:2]))
    widths = Counter(len(row.cells) for row in others)
    is_wider = widths[width + 1] > widths[width]
    return width + (is_inside or all(are_years) or (are_years[0] and is_wider))


def _is_data(cells: Sequence[str]) -> bool:
    """Whether a first row is one of numbers, and not of headings; these may be numbered."""
    told = [cell for cell in cells[1:] if cell]
    numbers = [cell for cell in told if _NUMBER.fullmatch(cell)]
    if not numbers or any(len(cell) > 1 for cell in told if cell not in numbers):
        return False
    counted = [int(cell) for cell in numbers if cell.isdecimal()]
    is_counting = len(counted) >= _COUNTING and all(b == a + 1 for a, b in pairwise(counted))
    return not is_counting and not any(map(_YEARS.fullmatch, numbers))
