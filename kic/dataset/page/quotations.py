"""Where the words of a quotation stand in a text."""

import re


def spans(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where the pieces of a quotation stand in a text, as whole words and in their order.

    What is left out between two pieces is written " ... ".  One kind of blank is as good as
    another.  Of one piece every place is given; none at all where any piece is missing.
    """
    first, *rest = map(_pattern, phrase.split(" ... "))
    if not rest:
        return [match.span() for match in first.finditer(text)]
    found: list[tuple[int, int]] = []
    for pattern in (first, *rest):
        match = pattern.search(text, found[-1][1] if found else 0)
        if match is None:
            return []
        found.append(match.span())
    return found


def _pattern(piece: str) -> re.Pattern[str]:
    """What finds a piece of a quotation, but not within a longer word or number."""
    head = r"(?<![\w])(?<!\d[.,])" if piece[:1].isalnum() else ""
    tail = r"(?![\w])(?![.,]\d)" if piece[-1:].isalnum() else ""
    return re.compile(head + r"\s+".join(map(re.escape, piece.split())) + tail)
