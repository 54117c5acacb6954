"""The lines of a table: its headings, and its rows with every cell under one of them.

A cell that is left empty stays in its column.  Where the columns of a row cannot be told, as
between blanks with one cell too few, or below other years within the table, it is a row that
does not fit, and nothing is guessed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

_YEARS = re.compile(r"(?:1[89]|20)\d\d(?:\s?[-–/]\s?\d{2,4})?\W*")
_NUMBER = re.compile(r"[-+−–]?\s?[€$£]?\s?\d[\d.,\s]*\W?")
_COUNTING = 3  # columns that are numbered one by one, at least
_APART = 10  # years between two columns, at most


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


def table(lines: Sequence[tuple[int, str]], over_rows: re.Pattern[str]) -> Table:
    """The lines of a table with their numbers; the first is its caption, or begins it.

    What stands ``over_rows`` heads their names, and is none itself.
    """
    rows: list[Row] = []
    depths: list[int] = []
    rest: list[str] = []
    above = over = ""
    names: set[str] = set()  # of the rows below the headings
    apart: set[int] = set()  # the lines below other years than those of the headings
    is_apart = False
    for (number, text), (_, after) in zip(lines, [*lines[1:], (0, "")], strict=True):
        cells = split_cells(text)
        is_row = number != lines[0][0] and _is_row(cells)
        is_again = split_cells(after)[0] in names
        is_head = is_row and bool(names) and _are_years(cells[1:], is_again)
        if is_head:
            over, is_apart = cells[0], (*cells[1:],) != rows[0].cells[1:]
        if is_row and (is_apart or not is_head):
            above = above if rows else " ".join(rest)
            is_top = not rows and not _is_data(cells, over_rows)
            names |= {cells[0]} if rows else set()
            rows.append(Row(number, tuple(cells), over))
            over = (is_top and cells[0]) or over
            depths.append(len(text) - len(text.lstrip()))
            apart |= {number} if is_apart else set()
        elif not _is_rule(cells):
            rest.append(text.strip())
            told = cells[:1] if is_head else cells
            over = " ".join(filter(None, told)) * (len(rest) > 1)  # the first is the caption
    line = rows[0].line if rows else lines[0][0]
    width = _width(rows, depths, over_rows)
    head = rows[:1]
    body = [row for row in rows[1:] if len(row.cells) == width and row.line not in apart]
    if not body:
        return Table(line, (), (), tuple(rows), tuple(rest), above)
    columns = ("", *head[0].cells)[-width:]
    used = [0, *(n for n in range(1, width) if columns[n] or any(r.cells[n] for r in body))]
    fit = tuple(row._replace(cells=tuple(row.cells[n] for n in used)) for row in body)
    unfit = tuple(row for row in rows[1:] if row not in body)
    heads = tuple(columns[n] for n in used[1:])
    return Table(line, heads, fit, unfit, tuple(rest), above)


def _is_row(cells: Sequence[str]) -> bool:
    """Whether some cell stands beside the heading of a row."""
    return any(cells[1:]) and not _is_rule(cells)


def _is_rule(cells: Sequence[str]) -> bool:
    return not any(re.sub(r"[-:=\s]", "", cell) for cell in cells)


def _are_years(cells: Sequence[str], is_again: bool) -> bool:
    """Whether the cells of a row are years, one after the other, and head what is below.

    One alone does where the row below ``is_again`` one that stood above.
    """
    told = [cell for cell in cells if cell]
    years = [int(cell[:4]) for cell in told if _YEARS.fullmatch(cell)]
    steps = [b - a for a, b in pairwise(years)]
    is_in_order = all(0 < s <= _APART for s in steps) or all(0 < -s <= _APART for s in steps)
    return len(told) == len(years) >= 2 - is_again and is_in_order


def _width(rows: Sequence[Row], depths: Sequence[int], over_rows: re.Pattern[str]) -> int:
    """How many cells a row has: one for each heading, and its own where there is none over that.

    Nothing where there are no headings.
    """
    if not rows or _is_data(rows[0].cells, over_rows):
        return 0
    [head, *others] = rows
    width = len(head.cells)
    ends = (at + len(row.cells[0]) for at, row in zip(depths[1:], others, strict=True))
    is_inside = bool(head.cells[0]) and depths[0] > max(ends, default=0)
    [*are_years] = map(bool, map(_YEARS.match, head.cells[:2]))
    widths = Counter(len(row.cells) for row in others)
    is_wider = widths[width + 1] > widths[width]
    return width + (is_inside or all(are_years) or (are_years[0] and is_wider))


def _is_data(cells: Sequence[str], over_rows: re.Pattern[str]) -> bool:
    """Whether a first row is one of numbers, and not of headings.

    These may be numbered, where the first is not the name of a row.
    """
    told = [cell for cell in cells[1:] if cell]
    numbers = [cell for cell in told if _NUMBER.fullmatch(cell)]
    if not numbers or any(len(cell) > 1 for cell in told if cell not in numbers):
        return False
    counted = [int(cell) for cell in numbers if cell.isdecimal()]
    is_counting = len(counted) >= _COUNTING and all(b == a + 1 for a, b in pairwise(counted))
    is_counting &= not cells[0] or bool(over_rows.fullmatch(cells[0]))
    return not is_counting and not any(map(_YEARS.fullmatch, numbers))
