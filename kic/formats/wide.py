"""A block as one wide table, for formats that draw no headings between the rows."""

from itertools import compress

from kic.formats import Style
from kic.formats.cell_text import cell
from kic.model.fields import FIELDS
from kic.model.wording import TALLY, text
from kic.query.grid import GridCell
from kic.table import Block, Cell, Column, Group

_ID = Column(text("Id", "Id"))
_REGION = Column(text("Regio", "Region"))
_REMARK = Column(text("Opmerking", "Remark"))


def unfolded(block: Block) -> Block:
    """A grid with a row for each of its cells; any other block as it is.

    Whoever reads line by line need not remember which column is which region.
    """
    rows: list[tuple[Cell, ...]] = []
    first, regions = block.columns[:1], block.columns[1:]
    for head, *cells in (row for group in block.groups for row in group.rows):
        for region, content in zip(regions, cells, strict=True):
            if isinstance(content, GridCell):
                counts = dict(content.counts)
                numbers = (counts.get(name, 0) for name in TALLY)
                rows.append((head, region.title, *numbers, content.silence))
    if not rows:
        return block
    counted = (Column(FIELDS[name].title, "number") for name in TALLY)
    columns = (*first, _REGION, *counted, _REMARK)
    return block._replace(columns=columns, groups=(Group(None, None, tuple(rows)),))


def wide(block: Block, style: Style) -> tuple[list[Column], list[list[str]]]:
    """The columns, and the rows as text.

    What stands above the rows of a group elsewhere is a column of its own here.
    """
    shown = [column.kind != "bar" for column in block.columns]
    placed = any(group.place for group in block.groups)
    facts = {name.nl: name for group in block.groups for name, _ in group.facts}
    columns = [
        *([_ID, Column(block.group_title)] if block.group_title else []),
        *([_REGION] if placed else []),
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
