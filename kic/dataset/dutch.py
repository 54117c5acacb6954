"""Reading the numbers in a Dutch text: digits, number words, and how exactly they are put.

Number words are read by text2num, which is well kept and knows Dutch; it takes "een" for a
number and leaves grouped digits and "397 duizend" apart, so that is done here.  It comes
with the extra ``kic[validate]``.
"""

import re
from collections.abc import Iterator
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
_TOKEN = re.compile(rf"(?P<digits>{_DIGITS})|[^\W\d_]+")
_NEXT_WORD = re.compile(r"\s*([^\W\d_]+)")
_SCALES = {"duizend": 10**3, "miljoen": 10**6, "miljard": 10**9}
_SIZES = ("tientallen", "honderden", "duizenden", "miljoenen")
_WORDS: dict[str, int | None] = {"geen": 0, "nooit": 0, **dict.fromkeys(_SIZES)}
_NO_NUMBER = {"een", "en"}  # an article and a conjunction, whatever else they may be
_MOST_DIGITS = 300  # more are no float, and Python may refuse to read them

_EXACTNESS = re.compile(  # the words just before a number, by the qualifier that they mean
    r"\b(?:(?P<less_than>minder dan|nog geen)"
    r"|(?P<at_least>ruim|minstens|ten minste|minimaal)"
    r"|(?P<more_than>meer dan)"
    r"|(?P<at_most>hoogstens|hooguit|maximaal|ten hoogste|niet meer dan)"
    r"|(?P<almost>bijna|krap|net geen|een kleine)"
    r"|(?P<rounded>afgerond)"
    r"|(?P<about>ongeveer|circa|ca\.|zo'n|rond de)"
    r"|(?P<estimate>naar schatting(?:\s+alleen al)?))\s+$",
    re.IGNORECASE,
)
_BEFORE = 60  # characters before a number that such words stand in


def readings(text: str) -> Iterator[Reading]:
    """All numbers and number words of a text, in their order.

    Raises MissingExtraError without the package that reads number words.
    """
    text2num = needed("text_to_num", "validate").text2num
    position = 0
    while token := _TOKEN.search(text, position):
        start, position = token.span()
        word = token[0].lower()
        value: Number | None
        if token["digits"]:
            value = _digits(word)
        elif word in _WORDS:
            value = _WORDS[word]
        elif word in _NO_NUMBER:
            continue
        else:
            try:
                value = text2num(word, "nl")
            except ValueError:
                continue
        scale = _NEXT_WORD.match(text, position)
        if value and value < inf and scale and scale[1].lower() in _SCALES:
            # 2,01 miljoen is 2010000, and no float near it.
            value = as_number(exact(value) * _SCALES[scale[1].lower()])
            position = scale.end()
        before = _EXACTNESS.search(text, max(start - _BEFORE, 0), start)
        qualifier = (before and before.lastgroup) or Qualifier.EXACT
        yield Reading(start, position, value, Qualifier(qualifier))


def _digits(written: str) -> Number:
    plain = re.sub(r"[. \u00a0]", "", written)
    if len(plain) > _MOST_DIGITS:
        return inf
    return float(plain.replace(",", ".")) if "," in plain else int(plain)
