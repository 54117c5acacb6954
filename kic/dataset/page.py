"""The text of a source page, taken apart into the places that locators name.

How a page is laid out (its headings, its lists, its bullet mark) is told by the layout in
the source record of a dataset, so that another page needs no code.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kic.model import Layout


class Passage(NamedTuple):
    """A piece of a page: its locator, the line on which its bullet or paragraph is, its text."""

    locator: str
    line: int
    text: str


def passages(text: str, layout: Layout) -> Iterator[Passage]:
    """Every bullet and paragraph of a page that a locator can name, in their order."""
    themes = {heading: theme for theme, heading in layout.themes.items()}
    lists = {heading: name for name, heading in layout.lists.items() if heading}
    first = next((name for name, heading in layout.lists.items() if not heading), None)
    theme = list_ = None
    number = 0
    for line, written in enumerate(text.splitlines(), 1):
        words = written.strip()
        opened = [at for at, start in layout.paragraphs.items() if words.startswith(start)]
        if words in themes:
            theme, list_, number = themes[words], first, 0
        elif words in lists and theme:
            list_, number = lists[words], 0
        elif opened:
            yield Passage(opened[0], line, words)
        elif words.startswith(layout.bullet) and theme and list_:
            number += 1
            bullet = words.removeprefix(layout.bullet).strip()
            yield Passage(f"{theme}/{list_}/{number}", line, bullet)
