"""What a series shows in order of time: its figures, and what lies between them.

Pictures and the page draw the same: a slot for each period, with a number or with the sign of
what stands in its place.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import SIGNED, Period, Qualifier, Reason, Record, Status
from kic.model.grouping import grouped
from kic.model.interval import UNKNOWN, Interval, Number
from kic.model.wording import NOT_HERE, NOT_SHOWN
from kic.query.gaps import gap_code
from kic.table import Bar, Cell, Stroke, When

_MOST_MISSING = 3  # more of them in a row share one slot

Piece = tuple[Stroke, Number, Number]  # how it is drawn, from where and to where


class Slot(NamedTuple):
    """A column or a card: a number, or the sign of what stands in its place.

    ``when`` is its period and ``what`` the number or words.  ``interval`` is what is drawn of
    it.  ``source`` is the publication that it is from, or who publishes the editions of the
    dataset, and it is ``own`` if it is from one of these; ``breaks`` is one before which the
    series breaks, and one that ``replaces`` another number has that among its cautions.  A card
    says by its ``name`` of what it is, and has its cautions.
    """

    when: Cell
    what: Cell
    interval: Interval = UNKNOWN
    disputed: bool = False
    sign: str | None = None
    source: str | None = None
    own: bool = True
    breaks: bool = False
    replaces: bool = False
    name: Cell = None
    cautions: tuple[Cell, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of its column, from zero on; below zero they hang from it."""
        known = [n for n in self.interval if n is not None]
        if not known:
            return ()
        if min(known) < 0 < max(known):
            return (("maybe", min(known), max(known)),)
        value, low, high = self.interval
        side = -1 if min(known) < 0 else 1
        if side < 0:
            value, low, high = (None if n is None else -n for n in (value, high, low))
        parts = Bar(Interval(value, low, high), 0, self.disputed).parts
        starts = (0, *(end for _, end in parts))
        pairs = zip(starts, parts, strict=False)
        return tuple((stroke, side * start, side * end) for start, (stroke, end) in pairs)

    @property
    def ends(self) -> tuple[Number, Number]:
        """How far below and above zero its column reaches."""
        reached = [n for _, *piece in self.pieces for n in piece]
        return min(reached, default=0), max(reached, default=0)


def on_axes(points: Iterable[Record]) -> tuple[list[list[Record]], list[Record]]:
    """Figures that share a unit and a kind of period, plans apart, and those left alone.

    What has no number stands between those of its kind of period.
    """
    points = [*points]
    numbers = [r for r in points if _is_drawn(r) and r.period.known]
    axes = grouped(numbers, lambda r: (r.unit, r.period.kind, r.is_plan))
    several = [own for own in axes.values() if len(own) > 1]
    compared = {r for own in several for r in own}
    of_kind = {own[0].period.kind: own for own in reversed(several)}
    alone = []
    for r in points:
        if not r.interval.known and r.period.kind in of_kind:
            of_kind[r.period.kind].append(r)
        elif r not in compared:
            alone.append(r)
    return [sorted(own, key=lambda r: r.period) for own in several], alone


def _is_drawn(r: Record) -> bool:
    """Whether a number can be a column: not where it may go on beyond zero without an end."""
    value, low, high = r.interval
    endless = r.unit_kind in SIGNED and (
        (value is None and low is None) or (high is None and low is not None and low < 0)
    )
    return r.interval.known and (not endless or r.qualifier is Qualifier.ALMOST)


def slots(dataset: Dataset, points: list[Record], everything: Iterable[Record]) -> Iterator[Slot]:
    """The figures in order of time, and what lies between them.

    ``everything`` is all that the dataset has of their series, of which they may be a part.
    """
    here = {r.period: r for r in everything}
    yield slot(dataset, points[0])
    for before, now in pairwise(points):
        for r, periods in groupby(before.period.until(now.period), here.get):
            if r:
                yield Slot(r.period, NOT_SHOWN, sign="not_shown", breaks=r.breaks)
            else:
                yield from _missing([*periods])
        yield slot(dataset, now)


def _missing(periods: list[Period]) -> Iterator[Slot]:
    """A slot for each; one for all of them if they are many."""
    told: list[Cell] = [*periods]
    if len(periods) > _MOST_MISSING:
        told = [f"{periods[0].brief}\u2013{periods[-1].brief}"]
    return (Slot(when, NOT_HERE, sign="not_here") for when in told)


def slot(dataset: Dataset, r: Record) -> Slot:
    """The slot of a figure, with its period."""
    return Slot(
        When(r),
        r,
        r.interval if _is_drawn(r) else UNKNOWN,
        disputed=r.status is Status.UNVALIDATED,
        sign=_sign(r),
        source=own.publisher if (own := dataset.own.get(r.source)) else r.source,
        own=r.source in dataset.own,
        breaks=r.breaks,
        replaces=any(map(r.revises, r.earlier)),
    )


def _sign(r: Record) -> str | None:
    """The code of what stands in the place of a number."""
    if r.interval.known:
        return None
    if r.worded:
        return "in_words"
    if r.reason is Reason.SUPPRESSED:
        return "suppressed"
    return gap_code(r) if r.gap else "not_stated"
