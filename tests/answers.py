"""Answers about a dataset of hostile texts, and what reads them back."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import html5lib
from markdown_it import MarkdownIt

import kic
from kic.dataset import populations
from kic.formats import Style, write
from kic.table import Table
from kic.table.compare import compare_table
from kic.table.find import find_table
from kic.table.gaps import gaps_table
from kic.table.grid import grid_table
from kic.table.show import show_table
from kic.table.themes import themes_table
from kic.table.view import select
from tests.hostile import HOSTILE, dataset_of


def _answers(dataset: kic.Dataset) -> Iterator[tuple[str, Table]]:
    """An answer of every verb, in its every shape."""
    yield "themes", themes_table(dataset, kic.themes(dataset))
    yield "show", (shown := show_table(dataset, kic.show(dataset)))
    every = tuple(dataset.indicators)
    yield "show each", show_table(dataset, kic.show(dataset, indicators=every))
    yield "compare", compare_table(dataset, kic.compare(dataset))
    rates = kic.compare(dataset, per=1000, populations=populations(dataset))
    yield "rates", compare_table(dataset, rates)
    yield "gaps", gaps_table(dataset, kic.gaps(dataset, all=True))
    yield "gaps by", gaps_table(dataset, kic.gaps(dataset, by="named"))
    yield "grid", grid_table(dataset, kic.grid(dataset))
    yield "find", find_table(dataset, kic.find(dataset, "hulp"))
    yield "columns", select(shown, columns=shown.data.columns)
    yield "cut", select(shown, sort="label", limit=3)


@cache
def answers_of(words: str) -> dict[str, Table]:
    """The answers of a dataset with these words in all its texts."""
    return dict(_answers(dataset_of(words)))


def written(name: str, answer: Table, style: Style) -> str:
    """An answer in a format that is text."""
    text = write(name, answer, style)
    assert isinstance(text, str)
    return text


def inert(text: str) -> bool:
    """Whether nothing acts on a terminal: lines of characters that can be seen."""
    unseen = set(HOSTILE["hidden"]) - set("abcdefgh")
    return all((c.isprintable() and c not in unseen) or c in "\n\u00a0" for c in text)


def strings(value: Any) -> Iterator[str]:
    """Every text in a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def markup(markdown: str) -> list[tuple[str, str]]:
    """The markup of a Markdown text, without the words in it."""
    words = ("text", "text_special", "softbreak")
    return [
        (token.type, str(token.attrs.get("href", "")))
        for outer in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
        for token in (outer, *(outer.children or ()))
        if token.type not in words
    ]


def elements(html: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """The elements of a page with what may act in their attributes."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(html) if html.startswith("<!") else parser.parseFragment(html)
    shown = ("data-label", "aria-label", "content", "title", "value")  # words, and hashes
    return [
        (e.tag, tuple((k, "" if k in shown else v) for k, v in sorted(e.attrib.items())))
        for e in tree.iter()
        if isinstance(e.tag, str) and e.tag not in ("wbr", "span")
    ]


def runs_formula(text: str, delimiter: str = ",") -> bool:
    """Whether a spreadsheet may take a part of a cell for a formula, however it parts them."""
    elsewhere = r"[;\t\r\n]" if delimiter == "," else r"[,;\t\r\n]"
    return any(
        re.match(r"[\s\"]*[=+@\uff1d-]", part) for part in re.split(elsewhere, text)[1:]
    ) or (re.match(r"[\t\r\n]|\s*[=+@\uff1d-]", text) is not None)
