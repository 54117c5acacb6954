"""A block as one wide table, for formats that draw no headings between the rows."""

from collections.abc import Iterable
from typing import NamedTuple

from kic.formats import Style
from kic.formats.cells import cell, say
from kic.model.fields import FIELDS
from kic.model.wording import TALLY, text
from kic.table import Block, Cell, Column, Group, Tally

_ID = text("Id", "Id")
_REGION = text("Regio", "Region")


_REMARK = text("Opmerking", "Remark")


def long(block: Block) -> Block:
    """A grid with a row for each of its cells; any other block as it is.

    Whoever reads line by line need not remember which column is which region.
    """
    rows = [row for group in block.groups for row in group.rows]
    if not any(isinstance(content, Tally) for row in rows for content in row):
        return block
    first, *regions = block.columns
    unfolded: list[tuple[Cell, ...]] = []
    for head, *cells in rows:
        for region, content in zip(regions, cells, strict=True):
            if isinstance(content, Tally):
                counts = dict(content.counts)
                numbers = [counts.get(name, 0) for name in TALLY]
                unfolded.append((head, region.title, *numbers, content.said))
    columns = (
        *(first, Column(_REGION)),
        *(Column(FIELDS[name].title, "number") for name in TALLY),
        Column(_REMARK),
    )
    return block._replace(columns=columns, groups=(Group(None, None, tuple(unfolded)),))


class Head(NamedTuple):
    """The title of a column, and whether its cells are set to the right."""

    title: str
    right: bool = False


def wide(block: Block, style: Style) -> tuple[list[Head], list[list[str]]]:
    """The heads of the columns, and the rows as text.

    What stands above the rows of a group elsewhere is a column of its own here.
    """
    drawn = [i for i, column in enumerate(block.columns) if column.kind != "bar"]
    placed = any(group.place for group in block.groups)
    facts = {name.nl: name for group in block.groups for name, _ in group.facts}
    heads = []
    if block.group_title:
        heads += [Head(say(_ID, style.lang)), Head(say(block.group_title, style.lang))]
    if placed:
        heads.append(Head(say(_REGION, style.lang)))
    for i in drawn:
        column = block.columns[i]
        heads.append(Head(say(column.title, style.lang), column.kind == "number"))
    heads += [Head(say(name, style.lang)) for name in facts.values()]
    rows = []
    for group in block.groups:
        named = [group.id, group.title] if block.group_title else []
        start = [cell(c, style) for c in (*named, *([group.place] if placed else []))]
        end = _told(group, facts, style)
        rows += [[*start, *(cell(row[i], style) for i in drawn), *end] for row in group.rows]
    return heads, rows


def _told(group: Group, facts: Iterable[str], style: Style) -> list[str]:
    """The facts of a group, in the order of all facts of its block."""
    told: dict[str, list[str]] = {}
    for name, content in group.facts:
        told.setdefault(name.nl, []).append(cell(content, style))
    return ["; ".join(told.get(name, [])) for name in facts]
