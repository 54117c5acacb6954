"""Text from a dataset is data: what could act on a terminal, or hide, is written out."""

from collections.abc import Callable


def visible(text: str) -> str:
    """Text on one line in which nothing can act: other characters than these as escapes."""
    return escaped(text, lambda c: c.encode("unicode_escape").decode("ascii"), keep="\u00a0")


def escaped(text: str, escape: Callable[[str], str], keep: str = "") -> str:
    """Text with every character escaped that is not printable, but for those to keep.

    Not printable are control characters, line and paragraph separators, and the invisible
    ones that turn the direction of text or join letters.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() or c in keep else escape(c) for c in text)
