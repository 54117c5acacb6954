"""What verbs and formats share: a Table of typed cells.

A Table holds an answer twice, because people and machines read differently: as a ``page`` of
cells, and as ``data`` with every field under its name.  Both come from the same answer in the
same order, and each is made only when a format asks for it.  Nothing here is a string that was
a number before.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, NamedTuple

from kic.model import Period, Record, Source, Text
from kic.model.interval import Interval, Number
from kic.query.grid import GridCell
from kic.query.ratio import Ratio
from kic.table.rows import Data

# ------------------------------------------------------------------------------ cells


class Delta(NamedTuple):
    """A difference with its bounds: in the unit, in per cent, or in percentage points.

    It is ``unclear`` where the bounds leave open in which direction it goes.  A percentage of
    a small number names it as its ``base``.
    """

    interval: Interval
    kind: Literal["absolute", "percent", "points"]
    unclear: bool = False
    base: Record | None = None


class Marks(NamedTuple):
    """The letters beside a value and the numbers of its notes, both explained below."""

    codes: tuple[str, ...]
    notes: tuple[int, ...]


class Area(NamedTuple):
    """A region by its id, as machines pick it, and its name."""

    id: str
    label: Text


# How a bar, or a part of one, is drawn; :data:`kic.model.wording.STROKE` says what each means.
Stroke = Literal["full", "maybe", "open", "about", "disputed", "gap"]


class Bar(NamedTuple):
    """A number as a length against the longest in its series, with what is uncertain of it.

    An interval of which nothing is known is a gap in the series.  A number that is
    ``disputed`` is not drawn like one that is not.
    """

    interval: Interval
    longest: Number
    disputed: bool = False

    @property
    def parts(self) -> tuple[tuple[Stroke, Number], ...]:
        """Its parts from zero on: how each is drawn, and the number that it ends at.

        Every writer draws these and explains these, in this order; a part that ends at zero
        is no part.
        """
        value, low, high = self.interval
        if not self.interval.known:
            return (("gap", self.longest),)
        if self.disputed:
            farthest = self.interval.farthest
            return (("disputed", farthest),) if farthest else ()
        if low is None and high is None:
            return (("about", value),) if value else ()
        certain: tuple[tuple[Stroke, Number], ...] = (("full", low),) if low else ()
        if high is None:
            return (*certain, ("open", low or 0))
        return (*certain, ("maybe", high)) if low != high else certain

    @property
    def strokes(self) -> tuple[Stroke, ...]:
        """How its parts are drawn."""
        return tuple(stroke for stroke, _ in self.parts)


class Several(NamedTuple):
    """Texts that belong together, each on a line of its own where there is room."""

    texts: tuple[Text, ...]


class Quote(NamedTuple):
    """Words of the source, to the letter."""

    words: str


# A figure stands for its number, as exact as it is known, or for what is in its place.
Cell = (
    None
    | int
    | float
    | str
    | Text
    | Period
    | Record
    | Delta
    | Ratio
    | Marks
    | Bar
    | Quote
    | Several
    | GridCell
    | Area
)

# ----------------------------------------------------------------------------- tables


class Column(NamedTuple):
    """A titled column; ``kind`` is what its cells have in common, for their layout."""

    title: Text
    kind: Literal["text", "number", "id", "bar"] = "text"


class Group(NamedTuple):
    """Rows about one thing; ``title``, ``id`` and ``place`` name it.

    ``facts`` are pairs of a name and a cell that hold for all its rows.
    """

    title: Text | None
    id: str | None
    rows: tuple[tuple[Cell, ...], ...]
    place: Area | None = None
    facts: tuple[tuple[Text, Cell], ...] = ()


class Block(NamedTuple):
    """One theme, say: a title, the columns that its groups share, and the groups.

    ``facts`` are pairs of a name and a cell, ``remarks`` come after the rows.
    """

    title: Text | None
    id: str | None
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    group_title: Text | None = None
    facts: tuple[tuple[Text, Cell], ...] = ()
    remarks: tuple[tuple[Text, str], ...] = ()


class Page(NamedTuple):
    """What people read of an answer.

    ``marks``, ``notes`` and ``sources`` explain what the blocks refer to; ``summary`` says
    how much there is, ``remarks`` how to read it.
    """

    blocks: tuple[Block, ...]
    marks: tuple[tuple[str, Text], ...] = ()
    notes: tuple[Text, ...] = ()
    sources: tuple[Source, ...] = ()
    remarks: tuple[Text, ...] = ()
    summary: Text | None = None


@dataclass(frozen=True)
class Table:
    """An answer, ready to be written in any format.

    ``lay_out`` and ``list_rows`` make its two sides.
    """

    command: str
    dataset: Mapping[str, str]
    query: Mapping[str, Any]
    is_empty: bool
    lay_out: Callable[[], Page]
    list_rows: Callable[[], Data]

    @cached_property
    def page(self) -> Page:
        """The cells for people."""
        return self.lay_out()

    @cached_property
    def data(self) -> Data:
        """The rows for programs."""
        return self.list_rows()
