"""Plain: every row on a line of its own, complete, for screen readers and ``grep``."""

from collections.abc import Iterator

from kic.formats import Style
from kic.formats.cells import NBSP, cell, say, visible
from kic.table import Block, Table
from kic.wording import text

_THEME = text("Thema", "Theme")
_ID = text("Id", "Id")
_REGION = text("Regio", "Region")
_SOURCE = text("Bron", "Source")
_MARKS = text("Codes", "Codes")


def write(table: Table, style: Style) -> str:
    """The blocks one after the other, then the notes and sources, without borders."""
    parts = ["\n".join(_block(block, style)) for block in table.blocks]
    parts.append("\n".join(_below(table, style)))
    return "\n\n".join(part for part in parts if part).replace(NBSP, " ") + "\n"


def _block(block: Block, style: Style) -> Iterator[str]:
    if block.title:
        title = visible(say(block.title, style.lang))
        yield f"{title} [{block.id}]" if block.id else title
    for name, content in block.facts:
        yield f"{say(name, style.lang)}: {cell(content, style)}"
    columns, rows = _cells(block, style)
    if rows:
        everything = [[title for title, _ in columns], *rows]
        widths = [max(map(len, column)) for column in zip(*everything, strict=True)]
        for row in everything:
            cells = zip(row, widths, columns, strict=True)
            yield "  ".join(
                c.rjust(w) if right else c.ljust(w) for c, w, (_, right) in cells
            ).rstrip()
    for remark, locator in block.remarks:
        yield f"{visible(say(remark, style.lang))} [{visible(locator)}]"


def _cells(block: Block, style: Style) -> tuple[list[tuple[str, bool]], list[list[str]]]:
    """The columns, each with whether it is set to the right, and the rows as text.

    What stands above the rows of a group in a table is a column of its own here.
    """
    drawn = [i for i, column in enumerate(block.columns) if column.kind != "bar"]
    facts = {name.nl: name for group in block.groups for name, _ in group.facts}
    placed = any(group.place for group in block.groups)
    columns = [
        *([(say(_ID, style.lang), False)] if block.group_title else []),
        *([(say(block.group_title, style.lang), False)] if block.group_title else []),
        *([(say(_REGION, style.lang), False)] if placed else []),
        *(
            (say(c.title, style.lang), c.kind == "number")
            for c in map(block.columns.__getitem__, drawn)
        ),
        *((say(name, style.lang), False) for name in facts.values()),
    ]
    rows = []
    for group in block.groups:
        head = [group.id, group.title] if block.group_title else []
        head += [group.place] if placed else []
        told: dict[str, list[str]] = {name.nl: [] for name, _ in group.facts}
        for name, content in group.facts:
            told[name.nl].append(cell(content, style))
        tail = ["; ".join(told.get(name, [])) for name in facts]
        rows += [
            [*(cell(c, style) for c in (*head, *(row[i] for i in drawn))), *tail]
            for row in group.rows
        ]
    return columns, rows


def _below(table: Table, style: Style) -> Iterator[str]:
    if table.summary:
        yield say(table.summary, style.lang)
    for remark in table.remarks:
        yield visible(say(remark, style.lang))
    if table.marks:
        yield f"{say(_MARKS, style.lang)}: " + "; ".join(say(m, style.lang) for m in table.marks)
    for number, note in enumerate(table.notes, 1):
        yield f"{number} {visible(say(note, style.lang))}"
    for source in table.sources:
        yield f"{say(_SOURCE, style.lang)}: {visible(source)}"
