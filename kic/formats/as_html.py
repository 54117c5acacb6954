"""HTML with captions and a line of sources: a fragment to put into a page, or a page."""

from functools import partial
from html import escape

from kic.formats import Style
from kic.formats.cell_text import NBSP, cell
from kic.formats.markup import Layout, Markup, marked_up
from kic.model.safe import visible
from kic.table import Table

_LAYOUTS = {
    "answer": Layout("<p><strong>{0}</strong></p>"),
    "remarks": Layout("<p>{0}</p>"),
    "sources": Layout("{0}{1}", '<p class="source">{title}: ', between="; ", end="</p>"),
}

# How a cell is set to the right: a page lets no style act but its own.
_STYLE, _CLASS = 'style="text-align: right"', 'class="number"'


def write(table: Table, style: Style) -> str:
    """A ``<section>`` with a table for each block; every text is escaped.

    What is to be alone has a page around it.
    """
    rows = partial(_rows, _CLASS if style.alone else _STYLE)
    marked = marked_up(table, style, Markup(safe, rows, _link, _LAYOUTS))
    parts = [part for parts in marked for part in parts]
    # Where texts are in another language, no one language can be said of the whole.
    lang = style.lang if style.lang in table.languages else ""
    lines = [
        f'<section class="kic" lang="{lang}">' if lang else '<section class="kic">',
        *parts,
        "</section>",
    ]
    html = "\n".join(lines).replace(NBSP, "&nbsp;") + "\n"
    if style.alone:
        from kic.formats.html import asset, page

        shown = {"lang": lang, "title": cell(table.line, style), "answer": html}
        html = page("answer.html", {}, style=asset("answer.css"), **shown)
    return html.encode(style.encoding, "xmlcharrefreplace").decode(style.encoding)


def safe(words: str) -> str:
    """Text as HTML that shows it and does nothing else, also within an attribute."""
    return escape(visible(words))


def _link(url: str) -> str:
    return f', <a href="{safe(url)}">{safe(url)}</a>'


def _rows(
    right_is: str, caption: str, titles: list[str], right: list[bool], rows: list[list[str]]
) -> str:
    starts = [f"<td {right_is}>" if is_right else "<td>" for is_right in right]
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
