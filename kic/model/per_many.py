"""Of how many a rate is, as its label says in digits or in words."""

import re
from collections.abc import Iterator

_WORDS = {
    "honderd": 100,
    "hundred": 100,
    "duizend": 1_000,
    "thousand": 1_000,
    "tienduizend": 10_000,
    "ten thousand": 10_000,
    "honderdduizend": 100_000,
    "hundred thousand": 100_000,
    "miljoen": 1_000_000,
    "million": 1_000_000,
}
_NAMED = "|".join(sorted(_WORDS, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[.,\s]\d{3})+|\d{1,18}"
_TIME = r"uur|uren|dag|week|weken|maand|ja(?:ar|ren)|hour|day|month|year|minu"
_PER = re.compile(
    r"\bper (?:(?:een|a|one) )?"
    rf"(?:(?P<digits>{_DIGITS})(?: (?P<scale>{_NAMED}))?|(?P<word>{_NAMED}))"
    rf"(?![.,]?\w)(?![ -](?:{_TIME}))",
    re.IGNORECASE,
)


def told_per(label: str) -> Iterator[int]:
    """Each number of which a label says that it is per so many; a length of time is none."""
    for match in _PER.finditer(label):
        word = match["word"] or match["scale"] or ""
        yield int(re.sub(r"\D", "", match["digits"] or "1")) * _WORDS.get(word.lower(), 1)
