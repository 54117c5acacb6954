"""Figures side by side, with what changed, and with rates or shares if asked for."""

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from fractions import Fraction
from types import MappingProxyType
from typing import Any, NamedTuple

from kic.dataset import Dataset
from kic.model import Period, Record
from kic.model.errors import UsageError
from kic.model.grouping import grouped
from kic.model.interval import UNKNOWN, Interval
from kic.model.sentences import sentence
from kic.query import names
from kic.query.change import Series, is_told_since, series
from kic.query.conclusion import Conclusion, conclude
from kic.query.question import ORDERS, SCALES, Query, understood
from kic.query.ratio import Ratio, Ratios, rates, shares

Years = tuple[Period, Period] | None
Ends = tuple[Period | None, Period | None]  # where to start and end, as far as asked for


class Comparison(NamedTuple):
    """The answer of :func:`compare`.

    ``ratios`` are the rates or shares that were asked for, by indicator, region and period;
    ``conclusions`` say where one is higher, or why nothing can be concluded.  ``left_out``
    counts the indicators that have no series in the answer, by what they do have.  ``years``
    are the first and the last period of most changes, ``ends`` those that were asked for, and
    ``within`` counts the indicators that moved between others within these.  It is ``cut`` if
    there is more after it.
    """

    query: Query
    series: tuple[Series, ...]
    ratios: Ratios = MappingProxyType({})
    conclusions: tuple[Conclusion, ...] = ()
    left_out: Mapping[str, int] = MappingProxyType({})
    years: Years = None
    ends: Ends = (None, None)
    within: int = 0
    cut: bool = False

    @property
    def is_overview(self) -> bool:
        """Whether it is about what rose and fell, not about single indicators or ratios."""
        return not self.query.names_indicators and not self.ratios

    def ratio(self, record: Record) -> Ratio | None:
        """The rate or share of a figure, if one was asked for."""
        return self.ratios.get(record.key)


def compare(
    dataset: Dataset,
    *subjects: str,
    indicators: names.Names = None,
    theme: names.Names = None,
    region: names.Names = None,
    period: names.Names = None,
    start: str | None = None,
    end: str | None = None,
    order: str | None = None,
    per: int | None = None,
    share: bool = False,
    populations: Dataset | None = None,
) -> Comparison:
    """Figures side by side with their change, one series an indicator and region.

    ``subjects`` are themes or indicators.  Without an indicator: every one (of the themes)
    with two comparable points or a printed direction, or with a rate or share where one is
    asked for.  ``start`` and ``end`` pick two periods; one that is left out is the first or the
    last of each series that compares, the last with what comes after it.  ``order`` is
    ``"absolute"`` or ``"percent"``, by the last change that is known: the largest rise first, or
    with a minus before it the largest fall.

    ``per`` (1000, 10000 or 100000) gives counts as rates of the population, taken from
    ``populations`` or the dataset itself; ``kic.populations(dataset)`` gives those that come
    with kic.  ``share`` gives parts as a percentage of their whole.  Raises UsageError, with
    the reason, where no figure asked for has one.
    """
    query = understood(
        dataset, subjects, theme=theme, indicators=indicators, region=region, period=period
    )._replace(start=start, end=end, order=order, per=per, share=share)
    ends = _checked(dataset, query)
    taken = [r for r in dataset.records if query.takes(r)]
    sought, asked = taken, grouped(taken, lambda r: r.indicator)
    if any(ends):
        all_points = grouped(taken, lambda r: (r.indicator, r.region)).values()
        taken = [r for points in all_points for r in _between(points, *ends)]
    every_ratio: Ratios = {}
    if per is not None:
        every_ratio = rates(populations or dataset, sought, per)
    elif share:
        every_ratio = shares(dataset, sought)
    ratios = {r.key: every_ratio[r.key] for r in taken if r.key in every_ratio}
    rated = {key for key, ratio in ratios.items() if ratio.interval.known}
    if (per is not None or share) and not rated:
        raise UsageError(_refusal(dataset, query, ratios))
    listed = [_asked(dataset, s, ends) for s in series(dataset, taken, rated)]
    if not query.names_indicators:
        # Beside a region with a rate stand the others of its indicator, each with its reason.
        ids = {indicator for indicator, _, _ in rated}
        listed = [
            s for s in listed if (s.indicator in ids if ratios else s.last_change or s.trend)
        ]
    conclusions = tuple(_conclusions(dataset, listed, sought, every_ratio))
    if order is not None:
        listed.sort(key=lambda s: place_of(s, order))
    shown = {s.indicator for s in listed}
    there = grouped(taken, lambda r: r.indicator)
    moved = {
        id_ for id_, all_ in asked.items() if any(ends) and _moved_within(dataset, all_, ends)
    }
    left_out = Counter(
        "within" if id_ in moved else _without_series(there.get(id_, []), several)
        for id_, several in asked.items()
        if id_ not in shown
    )
    spans = Counter((c.start, c.end) for s in listed if (c := s.last_change))
    years = max(spans, key=lambda pair: spans[pair], default=None)
    known = MappingProxyType(ratios)
    return Comparison(
        query, tuple(listed), known, conclusions, left_out, years, ends, within=len(moved)
    )


def _conclusions(
    dataset: Dataset, listed: list[Series], sought: list[Record], ratios: Ratios
) -> Iterator[Conclusion]:
    """What regions say beside each other in the periods that are shown.

    Of a region that is shown in other periods only what it has in these counts too.
    """
    points = [r for s in listed for r in s.points]
    shown, indicators = {(r.indicator, r.period) for r in points}, {s.indicator for s in listed}
    others = (r for r in sought if r.indicator in indicators)
    points = list(dict.fromkeys((*points, *others)))
    for conclusion in conclude(dataset, points, ratios):
        if (conclusion.indicator, conclusion.period) in shown:
            yield conclusion


def _without_series(records: list[Record], everything: list[Record]) -> str:
    """What an indicator has that is in no comparison, of the periods that are asked for."""
    if not records and any(r.period.known and (r.interval.known or r.worded) for r in everything):
        return "other_periods"
    records = records or everything
    numbers = [r for r in records if r.interval.known]
    dated = Counter(r.region for r in numbers if r.period.known)
    if any(several > 1 for several in dated.values()):
        return "incomparable"
    if dated:
        return "one_period"
    if numbers:
        return "no_period"
    return "in_words" if any(r.worded for r in records) else "neither"


def _moved_within(dataset: Dataset, records: list[Record], ends: Ends) -> bool:
    """Whether a rise or fall is known between other periods than those asked for, within them."""
    start, end = ends
    inside = [
        r
        for r in records
        if r.period.known
        and (start is None or r.period.start >= start.start)
        and (end is None or r.period.end <= end.end)
    ]
    ways = {c.direction for s in series(dataset, inside) for c in s.changes}
    numbers = [r.period for r in records if r.interval.known]
    later = (
        r
        for r in inside
        if start is None
        or (r.period.start > start.end and is_told_since(start, r.period, numbers))
    )
    ways |= {r.trend for r in later if not r.is_plan}
    return not ways.isdisjoint({"up", "down"})


def _checked(dataset: Dataset, query: Query) -> Ends:
    """Where to start and end, if nothing is asked for that cannot be, or not together."""
    names.codes("order", query.order, ORDERS)
    ratio = query.per is not None or query.share
    _refuse(
        {
            f"a rate is per {', '.join(map(str, SCALES))} (found {query.per}).": (
                query.per not in (None, *SCALES)
            ),
            "a rate or share is no change; sort the rows by 'ratio' instead.": (
                query.order is not None and ratio
            ),
            "a rate and a share are two questions; ask for one of them.": (
                query.per is not None and query.share
            ),
        }
    )
    ends = (query.start, query.end)
    start, end = (names.one_period(dataset, p) if p is not None else None for p in ends)
    _refuse(
        {
            "a period, and where to start or end, are two questions; ask for one.": (
                query.period and (start or end)
            ),
            "an unknown period is no start and no end.": (
                any(p and not p.known for p in (start, end))
            ),
        }
    )
    if start and end:
        _refuse_backwards(start, end)
    return start, end


def refuse_backwards(start: str | None, end: str | None) -> None:
    """Raise UsageError where one would end before one starts, whatever a dataset has.

    What is no period by itself is left to those that the dataset has.
    """
    with suppress(ValueError):
        _refuse_backwards(Period.parse(start or ""), Period.parse(end or ""))


def _refuse_backwards(start: Period, end: Period) -> None:
    if start.known and start >= end:
        raise UsageError(f"{start} does not come before {end}.")


def _refuse(reasons: Mapping[str, object]) -> None:
    """Raise UsageError with the first of the reasons that applies."""
    for reason, applies in reasons.items():
        if applies:
            raise UsageError(reason)


def _between(points: list[Record], start: Period | None, end: Period | None) -> list[Record]:
    """The two figures of a series to compare, as far as there are any.

    Where no period to start or to end with is given, the first or the last number serves
    that compares with the other end, if any does; where there is no later number, the last
    direction that is printed.  What comes after that last one goes with it.  What counts on
    days has none of a whole year: its last day in the period serves.
    """
    points = sorted((r for r in points if r.period.known), key=lambda r: r.period)
    first, last = _of_period(points, start), _of_period(points, end)
    if start is None and end:
        before = min((end, *(r.period for r in last)))
        first = _alike([r for r in points if r.period < before], last)[:1]
    if end is None and start:
        after = max((start, *(r.period for r in first)))
        later = [r for r in points if r.period > after]
        last = (_alike(later, first) or [r for r in later if r.trend])[-1:]
        rest = (r for r in later if last and r.period > last[0].period and not r.is_plan)
        # The last of each kind; of two numbers there would be a change that is not asked for.
        last += {r.reason and bool(r.trend): r for r in rest}.values()
    return list(dict.fromkeys(first + last))


def _of_period(points: list[Record], asked: Period | None) -> list[Record]:
    """The figure of a period; else that of the last day in it, if one is of a day."""
    days = [r for r in points if asked and r.period.kind == "day" and r.period.within(asked)]
    return [r for r in points if r.period == asked] or days[-1:]


def _alike(points: list[Record], others: list[Record]) -> list[Record]:
    """The outcomes that compare with another figure; without any, all numbers."""
    numbers = [r for r in points if r.interval.known]
    kinds = [(r.unit, r.period.kind) for r in others]
    alike = [r for r in numbers if (r.unit, r.period.kind) in kinds and not r.is_plan]
    return alike or numbers


def _asked(dataset: Dataset, s: Series, ends: Ends) -> Series:
    """The series with where it starts, and what is not shown of it.

    That is that it has no figure of a start or end, and its other periods.
    """
    if not any(ends):
        return s
    start = ends[0] or (s.points[0].period if len(s.points) > 1 else None)
    there = {r.period for r in s.points}
    everything = dataset.in_time[s.indicator, s.region]
    told = []
    for p in ends:
        if p and not any(
            shown == p or (shown.kind == "day" and shown.within(p)) for shown in there
        ):
            within = any(r.period.within(p) for r in everything)
            told.append(sentence("no_figure_of_all" if within else "no_figure", period=p))
    beside = [r for r in everything if r.period.known and r.period not in there]
    after = [r for r in beside if not r.interval.known and r.period > max(there)]
    told.extend(sentence("no_number_end", end=r.period) for r in after[-1:])
    if hidden := list(dict.fromkeys(r.period for r in beside if r.interval.known)):
        several = "periods_hidden" if len(hidden) > 1 else "period_hidden"
        number, first, last = len(hidden), hidden[0], hidden[-1]
        told.append(sentence(several, number=number, first=first, last=last))
    if s.region != dataset.home:
        region = s.points[0].links.region.label
        told = [sentence("in_region", region=region, what=what) for what in told]
    return s._replace(notes=(*s.notes, *told), start=start)


def place_of(s: Series, order: str) -> tuple[bool, Any]:
    """Sort key: the last change that is known, the largest rise or fall first.

    A change without a number of its own counts as what is certain of it.
    """
    last = rank(s, order.removeprefix("-"))
    if last is None:
        return True, None
    return False, last if order.startswith("-") else -last


def rank(s: Series, measure: str) -> Fraction | None:
    """What is certain of the last change that is known, ``absolute`` or in ``percent``."""
    interval: Interval = getattr(s.last_change, measure) if s.last_change else UNKNOWN
    return interval.rank


_MOST_REASONS = 3


def _refusal(dataset: Dataset, query: Query, ratios: Ratios) -> str:
    """Why nothing that was asked for has a rate or share."""
    start = f"no rate per {query.per}" if query.per else "no share"
    if not ratios:
        return f"{start}: nothing matches all of these filters."
    if not query.names_indicators:
        return f"{start}: none of these figures has one."
    refusals = ((id_, ratio.refusal.en) for (id_, _, _), ratio in ratios.items() if ratio.refusal)
    reasons = list(dict.fromkeys(f"{id_}: {why[0].lower()}{why[1:]}" for id_, why in refusals))
    more = len(reasons) - _MOST_REASONS
    rest = f" And {more} more." if more > 0 else ""
    asked = {indicator for indicator, _, _ in ratios}
    parts = [id_ for id_, i in dataset.indicators.items() if i.subset_of and id_ not in asked]
    hint = f" Parts of a whole are {', '.join(parts)}." if query.share and parts else ""
    return f"{start} for {' '.join(reasons[:_MOST_REASONS])}{rest}{hint}"
