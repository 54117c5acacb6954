"""The pieces that the sections of the page are made of."""

from collections.abc import Callable, Iterable, Iterator

from kic.model import Text
from kic.report.voice import Voice
from kic.table import Block, Column


def key(theme: str | None) -> str:
    """A theme in the ids of the page; no theme of a dataset begins with a hyphen."""
    return theme or "-all"


def keeping(block: Block, wanted: Callable[[Column], bool]) -> Block:
    """The block with only some of its columns."""
    kept = [i for i, column in enumerate(block.columns) if wanted(column)]
    groups = (
        group._replace(rows=tuple(tuple(row[i] for i in kept) for row in group.rows))
        for group in block.groups
    )
    return block._replace(columns=tuple(block.columns[i] for i in kept), groups=tuple(groups))


def section(name: str, title: Text, voice: Voice, inside: Iterable[str]) -> Iterator[str]:
    """A part of the page under a heading of its own."""
    yield f'<section id="{name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title">{voice(title)}</h2>'
    yield from inside
    yield "</section>"
