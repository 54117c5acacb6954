"""Markdown: tables as the usual forges render them, with headings, notes and sources."""

import re

from kic.formats import Style
from kic.formats.cell_text import NBSP
from kic.formats.markup import Layout, Markup, marked_up
from kic.model.safe import visible
from kic.table import Table

# Also what makes a link by itself on the usual forges.
_ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~&!$:@]|(?<=www)\.)", re.IGNORECASE)
_LEADING = re.compile(r"^([-+=]|\d+[.)])")
_LAYOUTS = {
    "answer": Layout("**{0}**"),
    "heading": Layout("## {0}"),
    "remarks": Layout("{0}", between="\n\n"),
    "sources": Layout("{title}: {0}{1}", between="\n\n"),
}


def write(table: Table, style: Style) -> str:
    """The answer, and the blocks as tables under headings."""
    marked = marked_up(table, style, Markup(_safe, _rows, ", <{}>".format, _LAYOUTS))
    return "\n\n".join(part for parts in marked for part in parts) + "\n"


def _rows(_caption: str, titles: list[str], right: list[bool], rows: list[list[str]]) -> str:
    aligned = ["---:" if is_right else "---" for is_right in right]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (titles, aligned, *rows))


def _safe(words: str) -> str:
    """Words in which nothing is markup, on one line."""
    words = _ACTIVE.sub(r"\\\1", visible(words).replace(NBSP, " ").strip())
    return _LEADING.sub(lambda m: f"{m[0][:-1]}\\{m[0][-1]}", words)
