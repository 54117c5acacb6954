"""Plain: every row on a line of its own, complete, for screen readers and ``grep``."""

from collections.abc import Iterator

from kic.formats import Style
from kic.formats.cells import NBSP, cell, say, visible
from kic.table import Block, Table
from kic.wording import text

_THEME = text("Thema", "Theme")
_ID = text("Id", "Id")
_SOURCE = text("Bron", "Source")
_MARKS = text("Merken", "Marks")


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
    shown = [i for i, column in enumerate(block.columns) if column.kind != "bar"]
    head = [say(block.columns[i].title, style.lang) for i in shown]
    named = block.group_title is not None
    rows = [
        [
            *(
                [say(_ID, style.lang), say(block.group_title, style.lang)]
                if block.group_title
                else []
            ),
            *head,
        ]
    ]
    for group in block.groups:
        title = visible(say(group.title, style.lang)) if group.title else ""
        if group.detail:
            title += f" ({visible(say(group.detail, style.lang))})"
        start = [visible(group.id or ""), title] if named else []
        rows += [[*start, *(cell(row[i], style) for i in shown)] for row in group.rows]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    numeric = [False] * (2 * named) + [block.columns[i].kind == "number" for i in shown]
    if len(rows) > 1:
        for row in rows:
            cells = zip(row, widths, numeric, strict=True)
            yield "  ".join(c.rjust(w) if n else c.ljust(w) for c, w, n in cells).rstrip()
    for remark, locator in block.remarks:
        yield f"{visible(say(remark, style.lang))} [{visible(locator)}]"


def _below(table: Table, style: Style) -> Iterator[str]:
    if table.summary:
        yield say(table.summary, style.lang)
    if table.marks:
        yield f"{say(_MARKS, style.lang)}: " + "; ".join(say(m, style.lang) for m in table.marks)
    for number, note in enumerate(table.notes, 1):
        yield f"{number} {visible(say(note, style.lang))}"
    for source in table.sources:
        yield f"{say(_SOURCE, style.lang)}: {visible(say(source, style.lang))}"
