"""A figure as a percentage of the whole that it is part of."""

from collections.abc import Iterable, Iterator, Mapping

from kic.dataset import Dataset
from kic.model import Key, Record, Text
from kic.model.interval import Interval, exact, ratio
from kic.model.sentences import applying, sentence
from kic.query.ratio import (
    PERCENT,
    Ratio,
    Ratios,
    counted_otherwise,
    no_count,
    part_notes,
    says_nothing,
    whole_notes,
)


def shares(dataset: Dataset, records: Iterable[Record]) -> Ratios:
    """Every figure as a percentage of its whole, or with the reason why it is none.

    Only what the dataset calls ``subset_of`` something is a part of it, and only of the same
    region, period and unit.
    """
    figures = {r.key: r for r in dataset.records}
    return {r.key: _share(figures, r) for r in records}


def _share(figures: Mapping[Key, Record], record: Record) -> Ratio:
    whole_id = record.links.indicator.subset_of or ""
    whole = figures.get((whole_id, record.region, record.period))
    refusal = next(_obstacles(record, whole), None)
    if refusal or whole is None:
        return Ratio(PERCENT, refusal=refusal)
    share = ratio(record.interval, whole.interval, PERCENT)
    too_large = share.value is not None and share.upper is None and exact(share.value) > PERCENT
    interval = _at_most_all(share)
    if too_large:
        return Ratio(PERCENT, refusal=sentence("estimate_too_large"))
    if refusal := next(says_nothing(interval, whole, PERCENT), None):
        return Ratio(PERCENT, refusal=refusal)
    notes = (
        *part_notes(record),
        *whole_notes(whole),
        *counted_otherwise((record.label, record), (whole.label, whole)),
        sentence("part_of", whole=whole.label),
        *whole.notes,
    )
    return Ratio(PERCENT, interval, whole, notes)


def _obstacles(record: Record, whole: Record | None) -> Iterator[Text]:
    """Why a figure is no share; the first reason is the one that counts."""
    yield from applying({"no_part": record.links.indicator.subset_of is None})
    yield from no_count(record)
    yield from applying(
        {
            "period_not_stated": not record.period.known,
            "whole_without_number": whole is None or not whole.interval.known,
        },
        period=record.period,
    )


def _at_most_all(share: Interval) -> Interval:
    """The share without what lies above 100 %: a part is not larger than its whole."""
    if share.lower is None and share.upper is None:
        return share
    value = None if share.value is None or exact(share.value) > PERCENT else share.value
    upper = PERCENT if share.upper is None else min(PERCENT, share.upper, key=exact)
    return Interval(value, share.lower, upper)
