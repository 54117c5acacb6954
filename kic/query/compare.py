"""Figures side by side, with what changed, and with rates or shares if asked for."""

from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Period, Record
from kic.model.errors import UsageError
from kic.model.sentences import sentence
from kic.query import names
from kic.query.change import Series, series
from kic.query.conclusion import Conclusion, conclude
from kic.query.grouping import grouped
from kic.query.question import Query, understood
from kic.query.rate import SCALES, rates
from kic.query.ratio import Ratio, Ratios
from kic.query.share import shares

ORDERS = ("name", "absolute", "percent")


class Comparison(NamedTuple):
    """The answer of :func:`compare`.

    ``ratios`` are the rates or shares that were asked for, by indicator, region and period;
    ``conclusions`` say where one is higher, or why nothing can be concluded.
    """

    query: Query
    series: tuple[Series, ...]
    ratios: Ratios = MappingProxyType({})
    conclusions: tuple[Conclusion, ...] = ()

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
    with two comparable points, or with a rate or share where one is asked for.  ``start`` and
    ``end`` pick two periods; one that is left out is the first or the last of each series
    that compares.  ``order`` is ``"name"`` (by id), ``"absolute"`` or ``"percent"``, by the
    last change that is known, the largest rise first.

    ``per`` (1000, 10000 or 100000) gives counts as rates of the population, taken from
    ``populations`` or the dataset itself; ``kic.populations(dataset)`` gives those that come
    with kic.  ``share`` gives parts as a percentage of their whole.  Raises UsageError, with
    the reason, where no figure asked for has one.
    """
    query = understood(
        dataset, subjects, theme=theme, indicators=indicators, region=region, period=period
    )._replace(start=start, end=end, order=order, per=per, share=share)
    _check(dataset, query)
    taken = [r for r in dataset.records if query.takes(r)]
    if start or end:
        taken = _ends(taken, start, end)
    ratios: Ratios = {}
    if per is not None:
        ratios = rates(populations or dataset, taken, per)
    elif share:
        ratios = shares(dataset, taken)
    rated = {key for key, ratio in ratios.items() if ratio.interval.known}
    if (per is not None or share) and not rated:
        raise UsageError(_refusal(dataset, query, ratios))
    listed = [_with_absent(s, query) for s in series(dataset, taken, rated)]
    if not query.names_indicators and ratios:
        # Beside a region with a rate stand the others of its indicator, each with its reason.
        ids = {indicator for indicator, _, _ in rated}
        listed = [s for s in listed if s.indicator in ids]
    elif not query.names_indicators:
        listed = [s for s in listed if any(change.absolute.known for change in s.changes)]
    conclusions = tuple(conclude(listed, ratios))
    return Comparison(query, _ordered(listed, order), MappingProxyType(ratios), conclusions)


def _check(dataset: Dataset, query: Query) -> None:
    """Refuse what cannot be asked for, or not together."""
    names.codes("order", query.order, ORDERS)
    if query.per not in (None, *SCALES):
        raise UsageError(f"a rate is per {', '.join(map(str, SCALES))} (found {query.per}).")
    if query.order in ("absolute", "percent") and (query.per is not None or query.share):
        raise UsageError("a rate or share is no change; sort the rows by 'ratio' instead.")
    if query.per is not None and query.share:
        raise UsageError("a rate and a share are two questions; ask for one of them.")
    ends = [p for p in (query.start, query.end) if p is not None]
    periods = [Period.parse(p) for p in names.periods(dataset, ends)]
    if periods and query.period:
        raise UsageError("a period, and where to start or end, are two questions; ask for one.")
    if not all(p.known for p in periods):
        raise UsageError("an unknown period is no start and no end.")
    if len(ends) == 2 and periods[0] >= periods[-1]:
        raise UsageError(f"{query.start} does not come before {query.end}.")


def _ends(records: list[Record], start: str | None, end: str | None) -> list[Record]:
    """The two figures of each series to compare, as far as there are any.

    Where no period to start or to end with is given, the first or the last number serves
    that compares with the other end, if any does.
    """
    chosen: list[Record] = []
    begin, finish = (Period.parse(p) if p is not None else None for p in (start, end))
    dated = (r for r in records if r.period.known)
    for points in grouped(dated, lambda r: (r.indicator, r.region)).values():
        points.sort(key=lambda r: r.period)
        first = [r for r in points if r.period == begin]
        last = [r for r in points if r.period == finish]
        if begin is None:
            first = _alike([r for r in points if finish and r.period < finish], last)[:1]
        if finish is None:
            last = _alike([r for r in points if begin and r.period > begin], first)[-1:]
        chosen += first + last
    return chosen


def _alike(points: list[Record], others: list[Record]) -> list[Record]:
    """The numbers that compare with another figure; without any, all numbers."""
    numbers = [r for r in points if r.interval.known]
    kinds = [(r.unit, r.period.kind) for r in others]
    return [r for r in numbers if (r.unit, r.period.kind) in kinds] or numbers


def _with_absent(s: Series, query: Query) -> Series:
    """The series with a note for a period that was asked for and that it does not have."""
    there = {r.period.text for r in s.points}
    absent = [p for p in (query.start, query.end) if p is not None and p not in there]
    notes = (sentence("no_figure", period=p) for p in absent)
    return s._replace(notes=(*s.notes, *notes))


def _ordered(listed: list[Series], order: str | None) -> tuple[Series, ...]:
    """By name, or by the last change that is known: the largest rise first, none at the end.

    A change without a number of its own counts as what is certain of it.
    """

    def size(s: Series) -> tuple[bool, Fraction | int]:
        changes = (getattr(change, order or "") for change in reversed(s.changes))
        last = next((interval.rank for interval in changes if interval.known), None)
        return last is None, -(last or 0)

    if order == "name":
        listed = sorted(listed, key=lambda s: s.indicator)
    elif order is not None:
        listed = sorted(listed, key=size)
    return tuple(listed)


_MOST_REASONS = 3


def _refusal(dataset: Dataset, query: Query, ratios: Ratios) -> str:
    """Why nothing that was asked for has a rate or share."""
    start = f"no rate per {query.per}" if query.per else "no share"
    if not ratios:
        return f"{start}: nothing matches all of these filters."
    if not query.names_indicators:
        return f"{start}: none of these figures has one."
    refusals = [(key[0], ratio.refusal.en) for key, ratio in ratios.items() if ratio.refusal]
    reasons = list(dict.fromkeys(f"{id_}: {why[0].lower()}{why[1:]}" for id_, why in refusals))
    shown = " ".join(reasons[:_MOST_REASONS])
    more = len(reasons) - _MOST_REASONS
    rest = f" And {more} more." if more > 0 else ""
    asked = {indicator for indicator, _, _ in ratios}
    parts = [id_ for id_, i in dataset.indicators.items() if i.subset_of and id_ not in asked]
    hint = f" Parts of a whole are {', '.join(parts)}." if query.share and parts else ""
    return f"{start} for {shown}{rest}{hint}"
