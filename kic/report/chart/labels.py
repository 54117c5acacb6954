"""Which numbers can be written above columns, so that none seems to be that of another.

A number stands in the middle above its own column.  One that would lie over another column, or
over another number, is left to the axis.  All measures are in points.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """What lies between these sides, the top above the bottom."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: "Box") -> bool:
        """Whether two have a place in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top


class Row(NamedTuple):
    """The places of so many columns: where the first begins, and how wide ``each`` is."""

    start: float
    each: float
    number: int

    def middle(self, x: int) -> float:
        """The middle of a column."""
        return self.start + (x + 0.5) * self.each

    def between(self, left: float, right: float, first: float, last: float) -> "Row":
        """Its columns between two edges, with a first and a last number as wide as this.

        The numbers are not made room for where that would take half of the width.
        """
        n, wide = self.number, right - left
        rooms = (wide / n, *((wide - side / 2) / (n - 0.5) for side in (first, last)))
        each = min(*rooms, (wide - (first + last) / 2) / (n - 1))
        if each < rooms[0] / 2:
            return self._replace(start=left, each=rooms[0])
        return self._replace(start=left + max(0, (first - each) / 2), each=each)


class Scale(NamedTuple):
    """What is lowest and highest on axes that are so ``tall``."""

    low: float
    high: float
    tall: float

    def up(self, number: float) -> float:
        """How far above the bottom of the axes a number stands."""
        return (number - self.low) / (self.high - self.low) * self.tall


def fitting(
    numbers: Mapping[int, Box], columns: Sequence[Box], left: float, right: float
) -> Iterator[int]:
    """The columns whose numbers have a place of their own, between two edges.

    ``numbers`` are in the order in which they get it.
    """
    taken: list[Box] = []
    for x, box in numbers.items():
        others = (*taken, *columns[:x], *columns[x + 1 :])
        if left <= box.left and box.right <= right and not any(map(box.meets, others)):
            taken.append(box)
            yield x
