"""The pieces that the sections of the page are made of."""

from collections.abc import Iterable, Iterator

from kic.model import Text
from kic.report.voice import Voice


def key(theme: str | None) -> str:
    """A theme in the ids of the page; no theme of a dataset begins with a hyphen."""
    return theme or "-all"


def section(name: str, title: Text, voice: Voice, inside: Iterable[str]) -> Iterator[str]:
    """A part of the page under a heading of its own."""
    yield f'<section id="{name}" aria-labelledby="{name}-title">'
    yield f'<h2 id="{name}-title">{voice(title)}</h2>'
    yield from inside
    yield "</section>"
