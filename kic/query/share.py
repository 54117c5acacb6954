"""A figure as a percentage of the whole that it is part of."""

from collections.abc import Iterable, Mapping

from kic.dataset import Dataset
from kic.model import Key, Record, UnitKind
from kic.model.sentences import applying, sentence
from kic.query.ratio import PERCENT, Ratio, Ratios, counted_otherwise, divided


def shares(dataset: Dataset, records: Iterable[Record]) -> Ratios:
    """Every figure as a percentage of its whole, or with the reason why it is none.

    Only what the dataset calls ``subset_of`` something is a part of it, and only of the same
    region, period and unit.
    """
    figures = {r.key: r for r in dataset.records}
    return {r.key: _share(figures, r) for r in records}


def _share(figures: Mapping[Key, Record], part: Record) -> Ratio:
    """A figure by the whole of the same region and period."""
    unit, whole_id = part.links.unit, part.links.indicator.subset_of
    whole = figures.get((whole_id or "", part.region, part.period))
    obstacles = applying(
        {
            "no_part": whole_id is None,
            "no_number": not part.interval.known,
            "no_count": part.unit_kind not in (None, UnitKind.COUNT),
            "period_not_stated": not part.period.known,
            "whole_without_number": whole is None or not whole.interval.known,
        },
        period=part.period,
        unit=unit and unit.label,
    )
    refusal = next(obstacles, None)
    if refusal or whole is None:
        return Ratio(PERCENT, refusal=refusal)
    ways = counted_otherwise((part.label, part), (whole.label, whole))
    return divided(part, whole, PERCENT, ways, sentence("part_of", whole=whole.label))
