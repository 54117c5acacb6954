"""One walk through a table for all formats that are text with markup."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from kic.formats import Style
from kic.formats.cell_text import cell, say
from kic.model.fields import FIELDS
from kic.model.safe import address
from kic.model.sentences import sentence
from kic.model.wording import SOURCE, TALLY
from kic.query.grid import GridCell
from kic.table import Block, Cell, Column, Line, Several, Table
from kic.table.common import REGION, publication

_CAUTION = Column(FIELDS["caution"].title, "below")


class Layout(NamedTuple):
    """How a list is set: each item, what stands before the first, between and after them.

    ``{0}`` and ``{1}`` are the parts of an item, ``{title}`` is the title of the list.
    """

    item: str
    start: str = ""
    between: str = "\n"
    end: str = ""


class Markup(NamedTuple):
    """A format: how it makes a text harmless, and how it sets each part of a table.

    ``rows`` takes a caption, the titles of the columns, whether each is set to the right, and
    the rows; ``link`` takes an address.  A list of a kind without a layout is left out.
    A format ``unfolds`` a grid where each of its cells needs a row.
    """

    safe: Callable[[str], str]
    rows: Callable[[str, list[str], list[bool], list[list[str]]], str]
    link: Callable[[str], str]
    layouts: Mapping[str, Layout]
    unfolds: bool = False

    def listed(self, kind: str, items: Iterable[tuple[str, ...]], title: str = "") -> list[str]:
        """A list of harmless texts as one text, if it is not empty and is shown at all."""
        layout = self.layouts.get(kind)
        texts = [layout.item.format(*item, title=title) for item in items] if layout else []
        if not layout or not texts:
            return []
        return [layout.start.format(title=title) + layout.between.join(texts) + layout.end]


def marked_up(table: Table, style: Style, markup: Markup) -> Iterator[list[str]]:
    """The answer, the parts of each block, and then those that hold for all, as text."""
    safe, listed = markup.safe, markup.listed

    page = table.page.as_read(style.notes)
    unfolds = markup.unfolds and table.command == "grid"
    yield listed("answer", [(safe(cell(table.line, style)),)])
    for block in map(_unfolded, page.blocks) if unfolds else page.blocks:
        yield list(_block(table, block, style, markup))
    sources = (
        (safe(cell(publication(s), style)), markup.link(address(s.url)) if s.url else "")
        for s in page.sources
    )
    yield [
        *listed("remarks", ((safe(cell(r, style)),) for r in page.remarks)),
        *listed("sources", sources, safe(say(SOURCE, style.lang))),
    ]


def _block(table: Table, block: Block, style: Style, markup: Markup) -> Iterator[str]:
    """The title and the lines of a block."""
    safe = markup.safe
    title = safe(cell(block.title, style))
    yield from markup.listed("heading", [(title,)] if title else [])
    columns, rows = wide(block)
    cells = [[safe(cell(content, style)) for content in row] for row in rows]
    if len(block.columns) == 1:  # sentences are no table
        yield from markup.listed("remarks", ((" ".join(row),) for row in cells))
    else:
        titles = [safe(say(column.title, style.lang)) for column in columns]
        right = [column.kind == "number" for column in columns]
        caption = title or safe(say(sentence(f"rows_of_{table.command}"), style.lang))
        yield markup.rows(caption, titles, right, cells)


def _unfolded(grid: Block) -> Block:
    """A grid with a line for each of its cells.

    Whoever reads line by line need not remember which column is which region.
    """
    first, *regions = grid.columns
    lines = (
        (head, region.title, *(dict(tally.counts).get(code, 0) for code in TALLY), tally.silence)
        for line in grid.lines
        for head, *tallies in [line.cells]
        for region, tally in zip(regions, tallies, strict=True)
        if isinstance(tally, GridCell)
    )
    counted = (Column(FIELDS[code].title, "number") for code in TALLY)
    columns = (first, REGION, *counted, Column(sentence("remark")))
    return grid._replace(columns=columns, lines=tuple(map(Line, lines)))


def wide(block: Block) -> tuple[list[Column], list[list[Cell]]]:
    """The columns, and the cells of each line; what stands below a line is a column of its own."""
    shown = [
        i
        for i, column in enumerate(block.columns)
        if column.kind != "bar" and any(line.cells[i] is not None for line in block.lines)
    ]
    columns = [block.columns[i] for i in shown]
    rows = [[line.cells[i] for i in shown] for line in block.lines]
    below = [Several((*line.cautions, *line.notes), " ") for line in block.lines]
    if not any(more.cells for more in below):
        return columns, rows
    return [*columns, _CAUTION], [[*row, more] for row, more in zip(rows, below, strict=True)]
