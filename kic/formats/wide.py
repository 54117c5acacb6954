"""A block as one wide table, for formats that draw nothing between the lines."""

from kic.formats import Style
from kic.formats.cell_text import cell
from kic.model.fields import FIELDS
from kic.model.sentences import sentence
from kic.model.wording import TALLY
from kic.query.grid import GridCell
from kic.table import Block, Column, Line
from kic.table.common import REGION

_CAUTION = Column(FIELDS["caution"].title)


def unfolded(grid: Block) -> Block:
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


def wide(block: Block, style: Style) -> tuple[list[Column], list[list[str]]]:
    """The columns, and the lines as text; what stands below a line is a column of its own."""
    shown = [
        i
        for i, column in enumerate(block.columns)
        if column.kind != "bar" and any(line.cells[i] is not None for line in block.lines)
    ]
    below = [
        " ".join(cell(c, style) for c in (*line.cautions, *line.notes)) for line in block.lines
    ]
    columns = [block.columns[i] for i in shown]
    rows = [[cell(line.cells[i], style) for i in shown] for line in block.lines]
    if not any(below):
        return columns, rows
    return [*columns, _CAUTION], [[*row, more] for row, more in zip(rows, below, strict=True)]
