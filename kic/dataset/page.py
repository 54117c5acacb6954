"""The text of a source page, taken apart into the places that locators name.

How a page is laid out (its headings, its lists, its bullet mark) is told by the layout in
the source record of a dataset, so that another page needs no code.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kic.model import Layout


class Passage(NamedTuple):
    """A bullet or paragraph: its locator, the line it begins on, and its text."""

    locator: str
    line: int
    text: str


def passages(text: str, layout: Layout) -> dict[str, Passage]:
    """Everything of a page that a locator can name, by locator."""
    return {passage.locator: passage for passage in _passages(text, layout)}


def _passages(text: str, layout: Layout) -> Iterator[Passage]:
    themes = {heading: theme for theme, heading in layout.themes.items()}
    lists = {heading: name for name, heading in layout.lists.items() if heading}
    first = next((name for name, heading in layout.lists.items() if not heading), None)
    theme: str | None = None
    here: str | None = None
    number = 0
    for line, written in enumerate(text.splitlines(), 1):
        words = written.strip()
        opened = next(
            (at for at, start in layout.paragraphs.items() if words.startswith(start)), None
        )
        if words in themes:
            theme, here, number = themes[words], first, 0
        elif words in lists and theme:
            here, number = lists[words], 0
        elif opened:
            yield Passage(opened, line, words)
        elif words.startswith(layout.bullet) and theme and here:
            number += 1
            told = words.removeprefix(layout.bullet).strip()
            yield Passage(f"{theme}/{here}/{number}", line, told)
