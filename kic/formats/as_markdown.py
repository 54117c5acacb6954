"""Markdown: tables as the usual forges render them, with headings, notes and sources."""

import re
from collections.abc import Iterable, Iterator

from kic.formats import Style
from kic.formats.cells import NBSP, cell, say
from kic.formats.wide import wide
from kic.model import Lang, Source
from kic.model.safe import address, visible
from kic.model.wording import CODES, NOTES, SOURCE
from kic.table import Block, Table
from kic.table.common import publication

# Also what makes a link by itself on the usual forges.
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~&!$:@]|(?<=www)\.)", re.IGNORECASE)
_LEADING = re.compile(r"^([-+=]|\d+[.)])")


def write(table: Table, style: Style) -> str:
    """The blocks as tables under headings; a heading more than in a table is a column here."""
    parts = [part for block in table.page.blocks for part in _block(block, style)]
    if table.page.summary:
        parts.append(f"**{_safe(say(table.page.summary, style.lang))}**")
    parts += [_safe(say(remark, style.lang)) for remark in table.page.remarks]
    if table.page.marks:
        told = (
            f"- **{mark}** {_safe(say(words, style.lang))}" for mark, words in table.page.marks
        )
        parts.append(f"{say(CODES, style.lang)}:\n\n" + "\n".join(told))
    if table.page.notes:
        told = (
            f"{n}. {_safe(say(note, style.lang))}" for n, note in enumerate(table.page.notes, 1)
        )
        parts.append(f"{say(NOTES, style.lang)}:\n\n" + "\n".join(told))
    parts += [
        f"{say(SOURCE, style.lang)}: {_linked(source, style.lang)}"
        for source in table.page.sources
    ]
    return "\n\n".join(parts) + "\n"


def _block(block: Block, style: Style) -> Iterator[str]:
    if block.title:
        yield f"## {_safe(say(block.title, style.lang))}"
    if block.facts:
        yield "\n".join(
            f"- {_safe(say(name, style.lang))}: {_safe(cell(content, style))}"
            for name, content in block.facts
        )
    heads, rows = wide(block, style)
    if rows:
        aligned = ["---:" if right else "---" for _, right in heads]
        lines = [[_safe(title) for title, _ in heads], aligned]
        lines += [[_safe(content) for content in row] for row in rows]
        yield "\n".join(_row(line) for line in lines)
    if block.remarks:
        yield "\n".join(
            f"- {_safe(say(remark, style.lang))} ({_safe(place)})"
            for remark, place in block.remarks
        )


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _safe(words: str) -> str:
    """Words in which nothing is markup, on one line."""
    words = _ACTIVE.sub(r"\\\1", visible(words).replace(NBSP, " ").strip())
    return _LEADING.sub(lambda m: f"{m[0][:-1]}\\{m[0][-1]}", words)


def _linked(source: Source, lang: Lang) -> str:
    words = _safe(publication(source, lang))
    return f"{words}, <{address(source.url)}>" if source.url else words
