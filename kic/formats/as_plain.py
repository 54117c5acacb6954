"""Plain: every row on a line of its own, complete, for screen readers and ``grep``."""

from collections.abc import Iterator

from kic.formats import Style
from kic.formats.cells import NBSP, cell, say
from kic.formats.wide import long, wide
from kic.model.safe import visible
from kic.model.wording import CODES, SOURCE
from kic.table import Block, Table
from kic.table.common import source_line


def write(table: Table, style: Style) -> str:
    """The blocks one after the other, then the notes and sources, without borders."""
    parts = ["\n".join(map(visible, _block(block, style))) for block in table.page.blocks]
    parts.append("\n".join(map(visible, _below(table, style))))
    return "\n\n".join(part for part in parts if part).replace(NBSP, " ") + "\n"


def _block(block: Block, style: Style) -> Iterator[str]:
    if block.title:
        title = say(block.title, style.lang)
        yield f"{title} [{block.id}]" if block.id else title
    for name, content in block.facts:
        yield f"{say(name, style.lang)}: {cell(content, style)}"
    heads, rows = wide(long(block), style)
    if rows:
        everything = [[head.title for head in heads], *rows]
        widths = [max(map(len, column)) for column in zip(*everything, strict=True)]
        for row in everything:
            cells = zip(row, widths, heads, strict=True)
            padded = (c.rjust(w) if head.right else c.ljust(w) for c, w, head in cells)
            yield "  ".join(padded).rstrip()
    for remark, locator in block.remarks:
        yield f"{say(remark, style.lang)} [{locator}]"


def _below(table: Table, style: Style) -> Iterator[str]:
    if table.page.summary:
        yield say(table.page.summary, style.lang)
    for remark in table.page.remarks:
        yield say(remark, style.lang)
    if table.page.marks:
        yield f"{say(CODES, style.lang)}: " + "; ".join(
            f"{mark} {say(meaning, style.lang)}" for mark, meaning in table.page.marks
        )
    for number, note in enumerate(table.page.notes, 1):
        yield f"{number} {say(note, style.lang)}"
    for source in table.page.sources:
        yield f"{say(SOURCE, style.lang)}: {source_line(source, style.lang)}"
