"""A text as words, and phrases of several words that begin or end it."""

import re
from collections.abc import Collection

Phrase = tuple[str, ...]

LONGEST = 5  # words of a phrase
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]|\d+")

_STRESSED = {
    "méér": "meer",
    "meér": "meer",
    "mínder": "minder",
    "áltijd": "altijd",
    "álle": "alle",
}


def words(text: str) -> list[str]:
    """The words and the punctuation of a text, as phrases are compared."""
    found = (word.replace("’", "'") for word in _WORD.findall(text.lower()))
    return [_STRESSED.get(word, word) for word in found]


def at_start(phrases: Collection[Phrase], there: list[str]) -> int:
    """How many words at the start of some words are one of the phrases; 0 where none are."""
    return next((n for n in _lengths(there) if tuple(there[:n]) in phrases), 0)


def at_end(phrases: Collection[Phrase], there: list[str]) -> int:
    """How many words at the end of some words are one of the phrases; 0 where none are."""
    return next((n for n in _lengths(there) if tuple(there[-n:]) in phrases), 0)


def _lengths(there: list[str]) -> range:
    return range(min(LONGEST, len(there)), 0, -1)
