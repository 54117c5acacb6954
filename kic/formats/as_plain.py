"""Plain: every row on a line of its own, complete, for screen readers and ``grep``."""

from kic.formats import Style
from kic.formats.cell_text import NBSP
from kic.formats.markup import Layout, Markup, marked_up
from kic.model.safe import visible
from kic.table import Table

_LAYOUTS = {
    "answer": Layout("{0}"),
    "heading": Layout("{0}"),
    "remarks": Layout("{0}"),
    "sources": Layout("{title}: {0}{1}"),
}


def write(table: Table, style: Style) -> str:
    """The answer, the blocks one after the other, and the sources, without borders."""
    marked = marked_up(table, style, Markup(visible, _rows, ", {}".format, _LAYOUTS, unfolds=True))
    pages = ("\n".join(parts) for parts in marked)
    return "\n\n".join(page for page in pages if page).replace(NBSP, " ") + "\n"


def _rows(_caption: str, titles: list[str], right: list[bool], rows: list[list[str]]) -> str:
    """The cells of each column below each other."""
    everything = [titles, *rows]
    widths = [max(map(len, column)) for column in zip(*everything, strict=True)]
    sides = [">" if is_right else "<" for is_right in right]
    return "\n".join(
        "  ".join(f"{c:{side}{w}}" for c, side, w in zip(row, sides, widths, strict=True)).rstrip()
        for row in everything
    )
