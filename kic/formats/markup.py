"""One walk through a table for all formats that are text with markup."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from kic.formats import Style
from kic.formats.cell_text import cell, say
from kic.formats.wide import unfolded, wide
from kic.model import Text
from kic.model.safe import address
from kic.model.sentences import sentence
from kic.model.wording import CODES, NOTES, SOURCE
from kic.table import Table
from kic.table.common import publication


class Layout(NamedTuple):
    """How a list is set: each item, what stands before the first, between and after them.

    ``{0}`` and ``{1}`` are the parts of an item, ``{title}`` is the title of the list.
    """

    item: str
    start: str = ""
    between: str = "\n"
    end: str = ""


class Markup(NamedTuple):
    """A format: how it makes a text harmless, and how it sets each part of a table.

    ``rows`` takes a caption, the titles of the columns, whether each is set to the right, and
    the rows; ``link`` takes an address.  A list of a kind without a layout is left out.
    A format ``unfolds`` a grid where each of its cells needs a row.
    """

    safe: Callable[[str], str]
    rows: Callable[[str, list[str], list[bool], list[list[str]]], str]
    link: Callable[[str], str]
    layouts: Mapping[str, Layout]
    unfolds: bool = False

    def listed(self, kind: str, items: Iterable[tuple[str, ...]], title: str = "") -> list[str]:
        """A list of harmless texts as one text, if it is not empty and is shown at all."""
        layout = self.layouts.get(kind)
        texts = [layout.item.format(*item, title=title) for item in items] if layout else []
        if not layout or not texts:
            return []
        return [layout.start.format(title=title) + layout.between.join(texts) + layout.end]


def marked_up(table: Table, style: Style, markup: Markup) -> Iterator[list[str]]:
    """The parts of each block as text, and then those that explain them all."""
    safe, listed = markup.safe, markup.listed

    def said(words: Text) -> str:
        return safe(say(words, style.lang))

    page = table.page
    unfolds = markup.unfolds and table.command == "grid"
    for block in map(unfolded, page.blocks) if unfolds else page.blocks:
        title = (
            [(said(block.title), f" [{safe(block.id)}]" if block.id else "")]
            if block.title
            else []
        )
        columns, rows = wide(block, style)
        titles = [said(column.title) for column in columns]
        right = [column.kind == "number" for column in columns]
        cells = [[safe(content) for content in row] for row in rows]
        caption = said(block.title or sentence(f"rows_of_{table.command}"))
        yield [
            *listed("heading", title),
            *listed("facts", ((said(n), safe(cell(c, style))) for n, c in block.facts)),
            *([markup.rows(caption, titles, right, cells)] if rows else []),
            *listed("places", ((said(words), safe(place)) for words, place in block.remarks)),
        ]
    sources = (
        (said(publication(s)), markup.link(address(s.url)) if s.url else "") for s in page.sources
    )
    yield [
        *listed("summary", [(said(page.summary),)] if page.summary else []),
        *listed("remarks", ((said(remark),) for remark in page.remarks)),
        *listed("codes", ((mark, said(words)) for mark, words in page.marks), said(CODES)),
        *listed("notes", ((str(n), said(w)) for n, w in enumerate(page.notes, 1)), said(NOTES)),
        *listed("sources", sources, said(SOURCE)),
    ]
