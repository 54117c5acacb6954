"""A number in a text, or what stands for one there."""

from typing import Literal, NamedTuple

from kic.model.interval import Number

Kind = Literal[
    "number", "share", "round", "size", "lacking", "date", "age", "reference", "unreadable"
]


class Numeral(NamedTuple):
    """A number in a text, from ``start`` to ``end``.

    ``numbers`` is the number, or the two ends of a range; it is empty for a word that tells a
    size and no number, such as "honderden", for what cannot be read, and where figures are
    ``lacking``, as in "no data".  The numbers of a
    ``share`` in words are per cent; a ``round`` one is never exact, as "een dertigtal".

    ``years`` are those of a date, or of a ``number`` that may be one; ``month`` and ``day`` are
    those of a date that has them; ``is_one``
    says that two years are one that runs through both, as "2019/20" or "schooljaar 2019-2020";
    ``part`` is the quarter or half of a year, as "Q1".
    """

    start: int
    end: int
    kind: Kind
    numbers: tuple[Number, ...] = ()
    years: frozenset[int] = frozenset()
    month: int = 0
    day: int = 0
    is_one: bool = False
    part: str = ""
    scale: int = 1
