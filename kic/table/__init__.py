"""What verbs and formats share: a Table of typed cells.

A Table holds an answer twice, because people and machines read differently: as a ``page`` of
cells, and as ``data`` with every field under its name.  Both come from the same answer in the
same order, and each is made only when a format asks for it.  Nothing here is a string that was
a number before.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, NamedTuple

from kic.model import Lang, Period, Record, Source, Text
from kic.model.interval import Interval, Number
from kic.model.text import LANGS
from kic.query.grid import GridCell
from kic.query.ratio import Ratio
from kic.table.rows import Data

# ------------------------------------------------------------------------------ cells


class Delta(NamedTuple):
    """A difference with its bounds: in the unit, in per cent, or in percentage points.

    Where a word says whether it is more or less, it is not ``signed``.

    It is ``unclear`` where the bounds leave open in which direction it goes.  A percentage of
    a small number names it as its ``base``.
    """

    interval: Interval
    kind: Literal["absolute", "percent", "points"]
    unclear: bool = False
    base: Record | None = None
    signed: bool = True


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
        if low is None and value is not None:
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
    """Cells that belong together, one after the other with a separator between them."""

    cells: tuple["Cell", ...]
    separator: str = ", "


class Quote(NamedTuple):
    """Words of the source, to the letter, and what they mean in the other language.

    ``lang`` is theirs, where they have a translation.
    """

    words: str
    translation: str | None = None
    lang: Lang = "nl"


class Amount(NamedTuple):
    """A figure with its unit: the number as exact as it is known, or what is in its place."""

    record: Record


class When(NamedTuple):
    """The period of a figure; in parentheses where kic read it into the source."""

    record: Record


class Again(NamedTuple):
    """What the line before says too: in full where lines stand alone, else only what is new."""

    full: "Cell"
    shown: "Cell" = None


class Missing(NamedTuple):
    """What is not known, which stands out as much as a number does."""

    words: "Cell"


class Phrase(NamedTuple):
    """A sentence of the catalogue with the cells that fill its blanks.

    Its numbers become words only where it is written, in the language it is written in.
    """

    key: str
    blanks: tuple[tuple[str, "Cell"], ...] = ()


def phrase(key: str, **blanks: "Cell") -> Phrase:
    """The sentence of a key, with the cells for its blanks by their names."""
    return Phrase(key, tuple(blanks.items()))


def counted(noun: str, count: int) -> Phrase:
    """A number with what it counts: a ``gap`` or an ``indicator``, one or many."""
    return phrase(f"{noun}_{'one' if count == 1 else 'many'}", **{f"{noun}s": count})


# A figure alone stands for its number, or for what is in its place.
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
    | Bar
    | Quote
    | Several
    | Amount
    | When
    | Missing
    | Again
    | Phrase
    | GridCell
)

# ----------------------------------------------------------------------------- tables


class Column(NamedTuple):
    """A titled column; ``kind`` is what its cells have in common, for their layout.

    What an ``obvious`` column holds is plain without its title, to whoever sees the table.
    Sentences ``below`` a line stand before its cautions where there is no room beside it.
    """

    title: Text
    kind: Literal["text", "number", "whole", "place", "id", "bar", "below"] = "text"
    obvious: bool = False


class Line(NamedTuple):
    """The cells of one thing; ``cautions`` change how it may be used, ``notes`` are background."""

    cells: tuple[Cell, ...]
    cautions: tuple[Cell, ...] = ()
    notes: tuple[Cell, ...] = ()


class Block(NamedTuple):
    """Lines with something in common, below its title.

    Cells that read as a sentence, the place of it last, are ``sentences`` where they are not
    set as a table.
    """

    title: Cell
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    sentences: bool = False


class Page(NamedTuple):
    """What people read of an answer below the line that answers.

    ``remarks`` hold for the whole.  The notes of its lines, and the ``background`` that only
    they are from, are shown on request, or always if it is ``in_full``.
    """

    blocks: tuple[Block, ...]
    remarks: tuple[Cell, ...] = ()
    sources: tuple[Source, ...] = ()
    background: tuple[Source, ...] = ()
    in_full: bool = False

    @property
    def lines(self) -> int:
        """How many lines there are in its blocks."""
        return sum(len(block.lines) for block in self.blocks)

    def first(self, most: int) -> "Page":
        """The page with no more than so many lines."""
        blocks: list[Block] = []
        for block in self.blocks:
            if lines := block.lines[:most]:
                blocks.append(block._replace(lines=lines))
                most -= len(lines)
        return self._replace(blocks=tuple(blocks))

    @property
    def notes(self) -> int:
        """How many notes its lines have."""
        return len({note for b in self.blocks for line in b.lines for note in line.notes})

    def as_read(self, notes: bool) -> "Page":
        """The page with its notes and their sources if they are asked for, or their number."""
        if notes or self.in_full:
            return self._replace(sources=(*self.sources, *self.background))
        blocks = [
            b._replace(lines=tuple(line._replace(notes=()) for line in b.lines))
            for b in self.blocks
        ]
        told = (counted("note", self.notes),) if self.notes else ()
        return self._replace(blocks=tuple(blocks), remarks=(*self.remarks, *told))


@dataclass(frozen=True, eq=False, repr=False)
class Table:
    """An answer, ready to be written in any format.

    ``line`` is the line that answers, ``lay_out`` and ``list_rows`` make its two sides.
    ``left_out`` counts what each filter, by its option, leaves out; ``languages`` are those
    that all texts of the dataset are in.  ``dataset`` is what was read first, and
    ``publications`` are all that were read where these are several; ``origin`` tells of a figure
    from which it is, where that is not the first.
    """

    command: str
    dataset: Mapping[str, str]
    query: Mapping[str, Any]
    is_empty: bool
    line: Phrase
    lay_out: Callable[[], Page]
    list_rows: Callable[[], Data]
    left_out: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    languages: frozenset[Lang] = frozenset(LANGS)
    publications: Sequence[Mapping[str, str]] = ()
    origin: Callable[[Record], Iterable[Phrase]] = lambda record: ()

    @cached_property
    def page(self) -> Page:
        """The cells for people."""
        return self.lay_out()

    @cached_property
    def data(self) -> Data:
        """The rows for programs."""
        return self.list_rows()
