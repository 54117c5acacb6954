"""Text from a dataset is data: what could act where it is shown, or hide, is written out.

Texts are kept to the letter up to the writer, and every writer has one place where it calls
one of these.
"""

import re
from collections.abc import Callable
from typing import Any

# What Python calls printable and nobody sees: fillers, and what chooses the form of a letter.
# What chooses that of an emoji (U+FE0E and U+FE0F) is as common in texts as those are.
_HIDDEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180d\u180f\u3164\ufe00-\ufe0d\uffa0"
    "\U000e0100-\U000e01ef]"
)
# What stands in no address, and ends one in HTML, Markdown or BibTeX, or does not show.
_NOT_IN_ADDRESS = ' "<>[\\]^`{|}\ufe0e\ufe0f'


def visible(text: str) -> str:
    """Text on one line in which nothing can act: other characters than these as escapes."""
    return escaped(text, as_escape, keep="\u00a0")


def address(url: str) -> str:
    """An address in which no character has a meaning for the format around it."""
    if _shows(url) and not set(url) & set(_NOT_IN_ADDRESS):
        return url  # as every address of a dataset that was read
    from urllib.parse import quote

    hidden = (c for c in url if not _shows(c) or c in _NOT_IN_ADDRESS)
    return url.translate({ord(c): quote(c) for c in hidden})


def json_text(value: Any, *, ascii_only: bool = False, indent: int | None = None) -> str:
    """JSON in which what could act on a terminal is written as JSON's own escapes."""
    import json  # most answers are read by people and need none

    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent, allow_nan=False)
    return "\n".join(escaped(line, lambda c: json.dumps(c)[1:-1]) for line in text.split("\n"))


def escaped(text: str, escape: Callable[[str], str], keep: str = "") -> str:
    """Text with every character escaped that does not show, but for those to keep.

    These are control characters, line and paragraph separators, and the invisible ones that
    turn the direction of text, join letters or stand for none.
    """
    if _shows(text):
        return text
    hidden = (c for c in set(text).difference(keep) if not _shows(c))
    return text.translate({ord(c): escape(c) for c in hidden})


def _shows(text: str) -> bool:
    return text.isprintable() and (text.isascii() or not _HIDDEN.search(text))


def as_escape(character: str) -> str:
    """A character as Python writes it in a text."""
    return character.encode("unicode_escape").decode("ascii")
