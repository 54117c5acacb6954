"""A block as one wide table, for formats that draw no headings between the rows."""

from itertools import compress

from kic.formats import Style
from kic.formats.cell_text import cell
from kic.model.fields import FIELDS
from kic.model.sentences import sentence
from kic.model.wording import TALLY
from kic.query.grid import GridCell
from kic.table import Block, Cell, Column, Group
from kic.table.common import REGION

_ID = Column(sentence("id"))
_REMARK = Column(sentence("remark"))


def unfolded(grid: Block) -> Block:
    """A grid with a row for each of its cells.

    Whoever reads line by line need not remember which column is which region.
    """
    first, *regions = grid.columns
    rows = tuple(
        (head, region.title, *(dict(tally.counts).get(code, 0) for code in TALLY), tally.silence)
        for group in grid.groups
        for head, *tallies in group.rows
        for region, tally in zip(regions, tallies, strict=True)
        if isinstance(tally, GridCell)
    )
    counted = (Column(FIELDS[code].title, "number") for code in TALLY)
    columns = (first, REGION, *counted, _REMARK)
    return grid._replace(columns=columns, groups=(Group(None, None, rows),))


def wide(block: Block, style: Style) -> tuple[list[Column], list[list[str]]]:
    """The columns, and the rows as text.

    What stands above the rows of a group elsewhere is a column of its own here.
    """
    shown = [column.kind != "bar" for column in block.columns]
    placed = any(group.place for group in block.groups)
    facts = {name.nl: name for group in block.groups for name, _ in group.facts}
    columns = [
        *([_ID, Column(block.group_title)] if block.group_title else []),
        *([REGION] if placed else []),
        *compress(block.columns, shown),
        *map(Column, facts.values()),
    ]
    rows = []
    for group in block.groups:
        before: list[Cell] = [group.id, group.title] if block.group_title else []
        before += [group.place] if placed else []
        after = [
            "; ".join(cell(content, style) for name, content in group.facts if name.nl == fact)
            for fact in facts
        ]
        rows += [
            [*(cell(c, style) for c in (*before, *compress(row, shown))), *after]
            for row in group.rows
        ]
    return columns, rows
