"""What reads hostile texts back, as people and programs would."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import html5lib
from markdown_it import MarkdownIt

from tests.hostile import HOSTILE

_UNSEEN = set(HOSTILE["hidden"]) - set("abcdefgh")


def inert(text: str) -> bool:
    """Whether nothing acts on a terminal: lines of characters that can be seen."""
    shown = text.replace("\n", "").replace("\u00a0", "")
    return shown.isprintable() and _UNSEEN.isdisjoint(shown)


def strings(value: Any) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


Markup = list[tuple[str, str]]
Elements = list[tuple[str, tuple[tuple[str, str], ...]]]


@cache  # each text is read once for all that look at it
def in_markdown(markdown: str) -> tuple[Markup, str]:
    """The markup of a Markdown text without the words in it, and those words without blanks."""
    words = ("text", "text_special", "softbreak")
    shown = (*words, "code_inline", "code_block", "fence")
    tokens = [
        token
        for outer in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
        for token in (outer, *(outer.children or ()))
    ]
    markup = [(t.type, str(t.attrs.get("href", ""))) for t in tokens if t.type not in words]
    return markup, squeezed("".join(t.content for t in tokens if t.type in shown))


@cache
def in_html(html: str) -> tuple[Elements, str]:
    """The elements of a fragment with what may act in their attributes, and its words."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parseFragment(f"<div>{html}</div>")
    return _elements(tree), squeezed("".join(tree.itertext()))


@cache
def elements(page: str) -> Elements:
    """The same elements of a whole page."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return _elements(parser.parse(page))


def _elements(tree: Any) -> Elements:
    shown = ("data-label", "aria-label", "content", "title", "value")  # words, and hashes
    return [
        (e.tag, tuple((k, "" if k in shown else v) for k, v in sorted(e.attrib.items())))
        for e in tree.iter()
        if isinstance(e.tag, str) and e.tag not in ("wbr", "span")
    ]


def squeezed(text: str) -> str:
    """A text without the blanks in it."""
    return re.sub(r"\s", "", text)


def runs_formula(text: str, delimiter: str = ",") -> bool:
    """Whether a spreadsheet may take a part of a cell for a formula, however it parts them."""
    if re.fullmatch(r"-\d+(\.\d+)?", text):
        return False  # a number below zero
    elsewhere = r"[;\t\r\n]" if delimiter == "," else r"[,;\t\r\n]"
    return any(
        re.match(r"[\s\"]*[=+@\uff1d-]", part) for part in re.split(elsewhere, text)[1:]
    ) or (re.match(r"[\t\r\n]|\s*[=+@\uff1d-]", text) is not None)


def as_shown(cell: Any) -> str:
    """A cell of a workbook in the digits of its format; a text as it is."""
    if not isinstance(cell.value, int | float):
        return str(cell.value)
    found = re.fullmatch(
        r"\[\$-(413|409)\](\+?)#,##0(\.0+)?(%?)", cell.number_format.split(";")[0]
    )
    assert found, cell.number_format
    locale, sign, decimals, percent = found.groups()
    value = cell.value * 100 if percent else cell.value
    shown = f"{value:{sign if value else ''},.{max(len(decimals or '') - 1, 0)}f}{percent}"
    return shown.translate({44: ".", 46: ","}) if locale == "413" else shown
