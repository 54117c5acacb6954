"""HTML: a complete fragment to put into a page, with captions and a line of sources."""

from collections.abc import Iterable, Iterator
from html import escape

from kic.formats import Style
from kic.formats.cells import NBSP, cell, say
from kic.formats.wide import wide
from kic.model import Lang, Source
from kic.model.safe import address, visible
from kic.model.wording import CODES, NOTES, SOURCE, text
from kic.table import Block, Table
from kic.table.common import publication

_ANSWER = {
    "themes": text("Thema's", "Themes"),
    "show": text("Cijfers", "Figures"),
    "compare": text("Vergelijking", "Comparison"),
    "gaps": text("Lacunes", "Gaps"),
    "grid": text("Wat bekend is", "What is known"),
    "find": text("Gevonden", "Found"),
}


def write(table: Table, style: Style) -> str:
    """A ``<section>`` with a table for each block; every text is escaped."""
    lines = [f'<section class="kic" lang="{style.lang}">', *_inside(table, style), "</section>"]
    html = "\n".join(lines).replace(NBSP, "&nbsp;") + "\n"
    return html.encode(style.encoding, "xmlcharrefreplace").decode(style.encoding)


def _inside(table: Table, style: Style) -> Iterator[str]:
    for block in table.page.blocks:
        yield from _block(block, say(block.title or _ANSWER[table.command], style.lang), style)
    if table.page.summary:
        yield f"<p><strong>{safe(say(table.page.summary, style.lang))}</strong></p>"
    yield from (f"<p>{safe(say(remark, style.lang))}</p>" for remark in table.page.remarks)
    if table.page.marks:
        yield f"<p>{say(CODES, style.lang)}</p>"
        marks = ((mark, say(words, style.lang)) for mark, words in table.page.marks)
        yield from _list("ul", (f"<b>{mark}</b> {safe(words)}" for mark, words in marks))
    if table.page.notes:
        yield f"<p>{say(NOTES, style.lang)}</p>"
        yield from _list("ol", (safe(say(note, style.lang)) for note in table.page.notes))
    if table.page.sources:
        told = "; ".join(_linked(source, style.lang) for source in table.page.sources)
        yield f'<p class="source">{say(SOURCE, style.lang)}: {told}</p>'


def _block(block: Block, caption: str, style: Style) -> Iterator[str]:
    if block.facts:
        yield "<dl>"
        for name, content in block.facts:
            yield f"<dt>{safe(say(name, style.lang))}</dt><dd>{safe(cell(content, style))}</dd>"
        yield "</dl>"
    heads, rows = wide(block, style)
    if rows:
        yield "<table>"
        yield f"<caption>{safe(caption)}</caption>"
        yield "<thead>"
        titles = (f'<th scope="col">{safe(head.title)}</th>' for head in heads)
        yield f"<tr>{''.join(titles)}</tr>"
        yield "</thead>"
        yield "<tbody>"
        for row in rows:
            cells = zip(row, heads, strict=True)
            drawn = (_cell(content, right=head.right) for content, head in cells)
            yield f"<tr>{''.join(drawn)}</tr>"
        yield "</tbody>"
        yield "</table>"
    if block.remarks:
        told = ((say(remark, style.lang), place) for remark, place in block.remarks)
        yield from _list("ul", (f"{safe(t)} <small>[{safe(p)}]</small>" for t, p in told))


def _cell(content: str, *, right: bool) -> str:
    style = ' style="text-align: right"' if right else ""
    return f"<td{style}>{safe(content)}</td>"


def _list(tag: str, items: Iterable[str]) -> Iterator[str]:
    yield f"<{tag}>"
    yield from (f"<li>{item}</li>" for item in items)
    yield f"</{tag}>"


def safe(words: str) -> str:
    """Text as HTML that shows it and does nothing else, also within an attribute."""
    return escape(visible(words))


def _linked(source: Source, lang: Lang) -> str:
    if not source.url:
        return safe(publication(source, lang))
    link = safe(address(source.url))
    return f'{safe(publication(source, lang))}, <a href="{link}">{link}</a>'
