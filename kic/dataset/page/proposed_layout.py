"""How the text of a page seems to be laid out, as a proposal for a person to check."""

import re
from collections import Counter

from kic.dataset.page.exactness import readings
from kic.dataset.page.language import Language
from kic.dataset.page.places import LISTED, NUMBERING, paragraphs
from kic.dataset.page.tables import split_cells
from kic.dataset.shape import as_id
from kic.model import Layout
from kic.model.errors import UsageError

_HEADING = 8  # words, at most
_BEGINNING = re.compile(r"(?:\S+\s+){0,4}\S+")  # that a paragraph or a table is known by
_NAMES = {"nl": ("punten", "tekst", "tabel"), "en": ("points", "text", "table")}  # in locators


def proposed_layout(text: str, lang: Language) -> Layout:
    """The headings, bullets, paragraphs and tables of a page.

    A short line that begins a paragraph is a heading; one that comes back is that of a list.
    Raises UsageError where nothing stands above a table by which it could be known.
    """
    lines = text.splitlines()
    blocks = [lines[p.starts[0][1] - 1 : p.starts[-1][1]] for p in paragraphs(text)]
    first = [block[0].strip() for block in blocks]
    marks = Counter(match[0].strip() for line in first if (match := LISTED.match(line)))
    mark = next((mark for mark, often in marks.items() if often > 1 or mark == "1."), None)
    heads = Counter(line for line in first if _is_heading(line, lang))
    points, running, table = _NAMES[lang.code]
    themes: dict[str, str] = {}
    lists = {points: ""} if mark else {}
    named: dict[str, str] = {}
    tables: dict[str, str] = {}
    head = last = ""
    for block, line in zip(blocks, first, strict=True):
        theme = [running, *themes][-1]
        rows = [row for row in block if len(split_cells(row)) > 2]
        caption, is_head = last if block[0] in rows else line, line in heads
        last = block[-1].strip()
        if len(rows) > 1:
            if not caption:
                raise UsageError(
                    "the page begins with a table: put what it is about on a line above it."
                )
            tables[f"{theme}/{table}/{len(tables) + 1}"] = _beginning(caption)
            named = {name: words for name, words in named.items() if words not in caption}
        elif heads[line] > 1:
            if line not in lists.values():
                lists[as_id(line) or f"{points}_{len(lists)}"] = line
        elif is_head:
            head = line
        if head and len(block) > is_head:
            themes[as_id(" ".join(head.split()[:3])) or f"{running}_{len(themes)}"] = head
            head = ""
        elif not (themes or is_head or rows) and _has_number(" ".join(block), lang):
            named[f"{running}/{len(named) + 1}"] = _beginning(line)
    return Layout(
        lang=lang.code,
        bullet=mark,
        themes=themes,
        lists=lists,
        running_text=running,
        paragraphs=named,
        tables=tables,
    )


def _is_heading(line: str, lang: Language) -> bool:
    """Whether a line is short, ends no sentence, and tells no number but its own."""
    is_short = len(line.split()) <= _HEADING and not LISTED.match(line)
    told = NUMBERING.sub("", line)
    return (
        is_short and line[-1] not in ".,;!" and not _has_number(told, lang) and told[:1].isupper()
    )


def _has_number(text: str, lang: Language) -> bool:
    return any(reading.is_figure for reading in readings(text, lang))


def _beginning(line: str) -> str:
    """The first words of a line, by which it is known."""
    match = _BEGINNING.match(line)
    return match[0] if match else line
