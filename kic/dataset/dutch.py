"""Reading the numbers in a Dutch text: digits, number words, and how exactly they are put.

Number words are read by text2num, which is well kept and knows Dutch; it takes "een" for a
number and leaves grouped digits and "397 duizend" apart, so that is done here.  It comes
with the extra ``kic[validate]``.
"""

import re
from collections.abc import Callable, Iterator
from math import inf
from typing import NamedTuple

from kic.model import Qualifier
from kic.model.errors import needed
from kic.model.interval import Number, as_number, exact


class Reading(NamedTuple):
    """A number in a text: from ``start`` to ``end``, and how exactly it is put.

    ``value`` is None for a word that tells a size and no number, such as "honderden", and
    infinite for digits without end, which are no number that is recorded.
    """

    start: int
    end: int
    value: Number | None
    qualifier: Qualifier


_DIGITS = r"\d{1,3}(?:[. \u00a0]\d{3})+(?:,\d+)?(?!\d)|\d+(?:,\d+)?"
_TOKEN = re.compile(rf"(?P<digits>{_DIGITS})|(?P<word>[^\W\d_]+)")
_SCALES = {"duizend": 10**3, "miljoen": 10**6, "miljard": 10**9}
_NONE = {"geen": 0, "nooit": 0}
_SIZES = {"tientallen", "honderden", "duizenden", "miljoenen"}
_NO_NUMBER = {"een", "en"}  # an article and a conjunction, whatever else they may be
_MOST_DIGITS = 300  # more are no float, and Python may refuse to read them

_PUT = (  # the words just before a number that say how exactly it is meant
    (Qualifier.LESS_THAN, re.compile(r"\b(minder dan|nog geen)\s+$", re.IGNORECASE)),
    (Qualifier.AT_LEAST, re.compile(r"\b(ruim|meer dan|minstens|ten minste)\s+$", re.IGNORECASE)),
    (Qualifier.ROUNDED, re.compile(r"\bafgerond\s+$", re.IGNORECASE)),
    (
        Qualifier.ESTIMATE,
        re.compile(r"\b(naar schatting|ongeveer|circa|ca\.)(\s+alleen al)?\s+$", re.IGNORECASE),
    ),
)
_BEFORE = 60  # characters before a number that such words stand in


def readings(text: str) -> list[Reading]:
    """All numbers and number words of a text, in their order.

    Raises MissingExtraError without the package that reads number words.
    """
    text2num: Callable[[str, str], int] = needed("text_to_num", "validate").text2num
    return list(_readings(text, text2num))


def _readings(text: str, text2num: Callable[[str, str], int]) -> Iterator[Reading]:
    position = 0
    while match := _TOKEN.search(text, position):
        position = match.end()
        value = _digits(match["digits"]) if match["digits"] else _word(match["word"], text2num)
        if value is None and match[0].lower() not in _SIZES:
            continue
        scale = _TOKEN.search(text, position)
        if (
            value
            and value < inf
            and scale
            and scale[0].lower() in _SCALES
            and not text[position : scale.start()].strip()
        ):
            # 2,01 miljoen is 2010000, and no float near it.
            value = as_number(exact(value) * _SCALES[scale[0].lower()])
            position = scale.end()
        before = (max(match.start() - _BEFORE, 0), match.start())
        put = (qualifier for qualifier, pattern in _PUT if pattern.search(text, *before))
        yield Reading(match.start(), position, value, next(put, Qualifier.EXACT))


def _digits(written: str) -> Number:
    plain = re.sub(r"[. \u00a0]", "", written)
    if len(plain) > _MOST_DIGITS:
        return inf
    return float(plain.replace(",", ".")) if "," in plain else int(plain)


def _word(word: str, text2num: Callable[[str, str], int]) -> Number | None:
    lower = word.lower()
    if lower in _NONE:
        return _NONE[lower]
    if lower in _NO_NUMBER or lower in _SIZES:
        return None
    try:
        return text2num(lower, "nl")
    except ValueError:
        return None
