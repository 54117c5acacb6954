"""Points of one indicator and region in time, and what changed between neighbours.

Two points compare only with the same unit and kind of period; everything that limits
what a change says travels with it as a note.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import LACKING, Key, Period, Record, Text, UnitKind
from kic.model.grouping import grouped
from kic.model.interval import UNKNOWN, Interval, difference, percent_change
from kic.model.sentences import applying, sentence
from kic.query.comparable import (
    YEARS,
    are_counted_otherwise,
    breaks_of,
    is_between,
    missing_years,
    other_publications,
    spans,
    unbroken,
    ways_of_counting,
)
from kic.query.limits import limits, periods_inferred


class Change(NamedTuple):
    """From one figure to a later one: ``absolute`` in the unit, ``percent`` of the first.

    Both are intervals.  A share changes in percentage points, a rate in its unit, and neither
    has a ``percent``.  ``direction`` is ``up``, ``down`` or ``stable``, ``unclear`` where the
    intervals or a ``doubt`` leave it open, and None where the two do not compare.  The ``doubt``
    is that the series breaks between the two, whether or not what is between them is shown, or
    that they are counted differently.
    """

    base: Record
    now: Record
    absolute: Interval
    percent: Interval
    direction: str | None
    notes: tuple[Text, ...]
    cautions: tuple[Text, ...]
    doubt: Text | None = None

    @property
    def start(self) -> Period:
        """The period that it is counted from."""
        return self.base.period

    @property
    def end(self) -> Period:
        """The period that it leads to."""
        return self.now.period

    @property
    def is_open(self) -> bool:
        """Whether the bounds of the two leave open in which direction it goes."""
        return self.now.direction_from(self.base) is None

    @property
    def points(self) -> bool:
        """Whether it is one between percentages."""
        return self.base.unit_kind is UnitKind.SHARE


class Series(NamedTuple):
    """One indicator in one region: its figures in order of time and their changes.

    ``start`` is the period since which is asked what changed, if one is; ``numbers`` are the
    periods of all its numbers, also of those that are not asked for.
    """

    indicator: str
    label: Text
    region: str
    unit: str | None
    points: tuple[Record, ...]
    changes: tuple[Change, ...]
    notes: tuple[Text, ...]
    regions: tuple[Text, ...] = ()  # those of the notes that are about other regions
    start: Period | None = None
    numbers: tuple[Period, ...] = ()

    @property
    def steps(self) -> Iterator[tuple[Record, Change | None]]:
        """The points, each with the change that leads to it, if there is one."""
        changes = {change.now.key: change for change in self.changes}
        return ((r, changes.get(r.key)) for r in self.points)

    @property
    def last_change(self) -> Change | None:
        """The last change between two figures that compare, clear or not.

        There is none where all that is known of it is the direction that the source prints.
        """
        last = next((c for c in reversed(self.changes) if c.direction), None)
        is_in_words = last and self._tells(last.now) and not last.absolute.known
        return None if is_in_words else last

    @property
    def later(self) -> Record | None:
        """What the source has after its last number, in the place of one."""
        outcomes = [r for r in self.points if r.period.known and not r.is_plan]
        last = max(outcomes, key=lambda r: r.period, default=None)
        is_later = last and not last.interval.known and any(r.interval.known for r in outcomes)
        return last if is_later else None

    @property
    def later_trend(self) -> Record | None:
        """The direction that the source prints, without a number, after the last number."""
        dated = [r for r in self.points if r.period.known]
        numbers = [r.period for r in dated if r.interval.known]
        later = (r for r in dated if r.trend and not r.is_plan and r.period > max(numbers))
        return max(later, key=lambda r: r.period, default=None) if numbers else None

    @property
    def trend(self) -> Record | None:
        """The last figure with a direction in the words of the source, which is no plan."""
        return next(filter(self._tells, reversed(self.points)), None)

    def _tells(self, record: Record) -> bool:
        """Whether a figure has the direction since what is asked for: words are of one period.

        They are since the number before it, should that be older than the period before.
        """
        period, start = record.period, self.start
        is_since = start is None or (
            start.end < period.start
            and period.follows(start)
            and is_told_since(start, period, self.numbers)
        )
        return bool(record.trend) and not record.is_plan and is_since


def is_told_since(start: Period, period: Period, numbers: Iterable[Period]) -> bool:
    """Whether what is printed of a direction in a period begins no earlier than another one.

    It begins with the last of the ``numbers`` before it.
    """
    return max((n for n in numbers if n < period), default=start) >= start


def series(
    dataset: Dataset, records: Iterable[Record], rated: Container[Key] = ()
) -> tuple[Series, ...]:
    """The records as one series for each indicator and region, regions beside each other.

    ``rated`` are the keys of figures that have a rate or share too, by which regions compare.
    """
    answer = []
    for indicator, several in grouped(records, lambda r: r.indicator).items():
        regions = grouped(several, lambda r: r.region)
        cautions = tuple(_cautions(several, rated)) if len(regions) > 1 else ()
        for region, points in regions.items():
            everything = dataset.in_time[indicator, region]
            points.sort(key=lambda r: r.period)
            units = {r.unit for r in points}
            is_partly_dated = len(points) > 1 and not all(r.period.known for r in points)
            notes = applying({"without_period": is_partly_dated})
            answer.append(
                Series(
                    indicator=indicator,
                    label=points[0].label,
                    region=region,
                    unit=units.pop() if len(units) == 1 else None,
                    points=tuple(points),
                    changes=tuple(_changes(points, everything, dataset)),
                    notes=(*notes, *cautions),
                    regions=cautions,
                    numbers=tuple(r.period for r in everything if r.interval.known),
                )
            )
    return tuple(answer)


def _changes(
    points: list[Record], everything: Sequence[Record], dataset: Dataset
) -> Iterator[Change]:
    """A change to every point but the first, from the nearest earlier one to compare with.

    That is the latest of the same unit and kind of period with a number, which is no plan;
    where there is none, the latest of all, to say why it does not compare.  ``everything`` is
    the whole series, of which the points may be a part.
    """
    latest: dict[tuple[str | None, str], Record] = {}
    breaks = breaks_of(everything)
    for before, now in pairwise(r for r in points if r.period.known):
        if before.interval.known and not before.is_plan:
            latest[before.unit, before.period.kind] = before
        base = latest.get((now.unit, now.period.kind), before) if now.interval.known else before
        first = bisect_right(everything, base.period, key=lambda r: r.period)
        last = bisect_left(everything, now.period, key=lambda r: r.period)
        broken = [p for p in breaks if is_between(p, base.period, now.period)]
        yield _change(base, now, everything[first:last], broken, dataset)


def _change(
    base: Record,
    now: Record,
    between: Sequence[Record],
    breaks: Collection[Period],
    dataset: Dataset,
) -> Change:
    """What changed between two figures, or the first reason why they do not compare."""
    one, other = base.links.unit, now.links.unit
    start, end = base.interval, now.interval
    obstacles = applying(
        {
            "no_number_start": not start.known,
            "no_number_end": not end.known,
            "other_units": base.unit != now.unit,
            "other_kinds": base.period.kind != now.period.kind,
            "plan": now.is_plan,
            "with_plan": base.is_plan,
        },
        start=base.period,
        end=now.period,
        one=one and one.label,
        other=other and other.label,
    )
    if obstacle := next(obstacles, None):
        return Change(base, now, UNKNOWN, UNKNOWN, None, (obstacle,), (obstacle,))
    change = computed(base, now)
    doubts = applying(
        {"after_break": breaks, "counted_apart": are_counted_otherwise((base, now))},
        start=base.period,
        ways=ways_of_counting((base, now)),
    )
    if doubt := next(doubts, None):
        change = change._replace(direction="unclear", doubt=doubt)
    publications = (*other_publications(dataset, base, now),)
    parted = {period: sentence("break", period=period) for period in breaks}
    others = (*_cautions_of_change(base, now, between),)
    # That the series breaks at its last figure, that says itself.
    between_them = (told for period, told in parted.items() if period != now.period)
    notes = (
        *(*limits(base), *limits(now), *periods_inferred(base, now)),
        *dict.fromkeys((*unbroken(base, base.cautions), *now.cautions)),
        *(*publications, *parted.values(), *others),
    )
    return change._replace(notes=notes, cautions=(*publications, *between_them, *others))


def computed(base: Record, now: Record) -> Change:
    """How much more or less one number is than another that counts the same."""
    start, end = base.interval, now.interval
    starts_at_zero = base.value == 0 or _may_be_below_zero(base)
    has_percentage = base.unit_kind not in _PROPORTIONS and not starts_at_zero
    return Change(
        base=base,
        now=now,
        absolute=difference(start, end),
        percent=percent_change(start, end) if has_percentage else UNKNOWN,
        direction=now.direction_from(base) or "unclear",
        notes=(),
        cautions=(),
    )


_PROPORTIONS = (UnitKind.SHARE, UnitKind.RATE)  # a percentage of them would be mistaken for them


def _may_be_below_zero(base: Record) -> bool:
    """Whether money is nothing, less, or not known to be more."""
    lowest = base.interval.point if base.lower is None else base.lower
    return base.unit_kind is UnitKind.MONEY and (lowest is None or lowest <= 0)


def _cautions_of_change(base: Record, now: Record, between: Sequence[Record]) -> Iterator[Text]:
    """What makes a computed change say less than the two figures of a series seem to."""
    start, end = base.period, now.period
    missing = missing_years(base, now, between)
    differ = are_counted_otherwise((base, now))
    return applying(
        {
            "other_measure": differ,
            "unknown_measure": not differ and ways_of_counting((base, now)),
            "change_incomplete": base.registration in LACKING or now.registration in LACKING,
            "totals": start.kind.startswith("years"),
            "overlap": start.end >= end.start,
            "not_consecutive": start.kind not in YEARS and not end.follows(start),
            "missing_years": missing,
            "no_percentage": base.value == 0 and base.unit_kind not in _PROPORTIONS,
            "no_percentage_below": base.value != 0 and _may_be_below_zero(base),
        },
        start=start,
        end=end,
        missing=missing and spans(missing),
    )


def _cautions(records: list[Record], rated: Container[Key]) -> Iterator[Text]:
    """Why the numbers of several regions do not simply compare."""
    numbers = [r for r in records if r.interval.known]
    counts = (r for r in numbers if r.unit_kind is UnitKind.COUNT)
    ways = ways_of_counting(numbers)
    return applying(
        {"regions_differ": any(r.key not in rated for r in counts), "ways": ways}, ways=ways
    )
