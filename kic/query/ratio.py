"""A figure set against a whole: a rate per so many people, or a share of what it is part of.

A whole that does not fit is refused with the reason; what limits one that does travels with
it as notes.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import LACKING, Key, Measure, Record, Text, UnitKind
from kic.model.interval import UNKNOWN, Interval, exact, ratio
from kic.model.sentences import applying, sentence
from kic.model.text import begun
from kic.model.wording import counting, text
from kic.query.change import limits, periods_inferred, ways_of_counting

PERCENT = 100


class Ratio(NamedTuple):
    """``interval`` for every ``per`` of ``whole``; or nothing, and ``refusal`` says why.

    ``whole`` is the figure divided by.  ``notes`` are what limits the ratio, and then what it
    is of; ``cautions`` those that are not seen at the figure itself.
    """

    per: int
    interval: Interval = UNKNOWN
    whole: Record | None = None
    notes: tuple[Text, ...] = ()
    refusal: Text | None = None
    cautions: tuple[Text, ...] = ()

    @property
    def remarks(self) -> tuple[Text, ...]:
        """What limits it and what it is of, or why there is none."""
        return (self.refusal,) if self.refusal else self.notes

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage of a whole, and not a rate."""
        return self.per == PERCENT


Ratios = Mapping[Key, Ratio]


def divided(part: Record, whole: Record, per: int, cautions: Iterable[Text], about: Text) -> Ratio:
    """A figure for every ``per`` of a whole, or the reason why that says nothing.

    ``cautions`` are what limits this division, beside what limits both figures; ``about`` says
    what it is of.  A share, which is per hundred, is at most all.
    """
    interval = ratio(part.interval, whole.interval, per)
    if per == PERCENT:
        interval = _at_most_all(interval)
    value, lower, upper = interval
    refusals = applying(
        {
            "whole_zero": whole.interval.upper == 0,
            "estimate_too_large": per == PERCENT and value is not None and exact(value) > PERCENT,
            "all_open": value is None
            and not lower
            and (upper is None or (per == PERCENT and exact(upper) == PERCENT)),
        }
    )
    if refusal := next(refusals, None):
        return Ratio(per, refusal=refusal)
    of_part = applying(  # what limits it where it is set against a whole
        {
            "part_incomplete": part.registration in LACKING,
            "plan": part.measure is Measure.TARGET,
            "total": part.period.kind.startswith("years"),
        }
    )
    of_whole = applying({"whole_incomplete": whole.registration in LACKING})
    cautions = (*of_part, *(_of_whole(whole, note) for note in of_whole), *cautions)
    notes = (
        *(*limits(part), *periods_inferred(part), *part.cautions),
        *(
            _of_whole(whole, note)
            for note in (*limits(whole), *periods_inferred(whole), *whole.cautions)
        ),
        *(*cautions, about, *whole.notes),
    )
    return Ratio(per, interval, whole, notes, cautions=cautions)


def _at_most_all(share: Interval) -> Interval:
    """The share without what lies above 100 %: a part is not larger than its whole."""
    if share.lower is None and share.upper is None:
        return share
    value = None if share.value is None or exact(share.value) > PERCENT else share.value
    upper = PERCENT if share.upper is None else min(PERCENT, share.upper, key=exact)
    return Interval(value, share.lower, upper)


def _of_whole(whole: Record, note: Text) -> Text:
    return sentence("of_whole", label=whole.label, note=note)


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
    ways = _counted_otherwise(part, whole)
    return divided(part, whole, PERCENT, ways, sentence("part_of", whole=whole.label))


def _counted_otherwise(part: Record, whole: Record) -> Iterator[Text]:
    """That a part and its whole are counted differently, as far as it is known how."""
    if ways := ways_of_counting((part, whole)):
        named = [(r.label, counting(r)) for r in (part, whole)]
        yield text(
            " ".join([f"{begun(ways.nl)}.", *(f"{name.nl}: {way.nl}." for name, way in named)]),
            " ".join([f"{begun(ways.en)}.", *(f"{name.en}: {way.en}." for name, way in named)]),
        )
