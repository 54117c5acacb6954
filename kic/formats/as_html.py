"""HTML: a complete fragment to put into a page, with captions and a line of sources."""

from html import escape

from kic.formats import Style
from kic.formats.cell_text import NBSP
from kic.formats.markup import Layout, Markup, marked_up
from kic.model.safe import visible
from kic.table import Table

_LAYOUTS = {
    "answer": Layout("<p><strong>{0}</strong></p>"),
    "remarks": Layout("<p>{0}</p>"),
    "sources": Layout("{0}{1}", '<p class="source">{title}: ', between="; ", end="</p>"),
}


def write(table: Table, style: Style) -> str:
    """A ``<section>`` with a table for each block; every text is escaped."""
    marked = marked_up(table, style, Markup(safe, _rows, _link, _LAYOUTS))
    parts = [part for parts in marked for part in parts]
    # Where texts are in another language, no one language can be said of the whole.
    lang = f' lang="{style.lang}"' if style.lang in table.languages else ""
    lines = [f'<section class="kic"{lang}>', *parts, "</section>"]
    html = "\n".join(lines).replace(NBSP, "&nbsp;") + "\n"
    return html.encode(style.encoding, "xmlcharrefreplace").decode(style.encoding)


def safe(words: str) -> str:
    """Text as HTML that shows it and does nothing else, also within an attribute."""
    return escape(visible(words))


def _link(url: str) -> str:
    return f', <a href="{safe(url)}">{safe(url)}</a>'


def _rows(caption: str, titles: list[str], right: list[bool], rows: list[list[str]]) -> str:
    starts = ['<td style="text-align: right">' if is_right else "<td>" for is_right in right]
    heads = "".join(f'<th scope="col">{title}</th>' for title in titles)
    drawn = (
        "".join(f"{start}{content}</td>" for start, content in zip(starts, row, strict=True))
        for row in rows
    )
    return "\n".join(
        [
            *("<table>", f"<caption>{caption}</caption>"),
            *("<thead>", f"<tr>{heads}</tr>", "</thead>"),
            *("<tbody>", *(f"<tr>{cells}</tr>" for cells in drawn), "</tbody>", "</table>"),
        ]
    )
