"""What the rates or shares of several regions say beside each other."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kic.dataset import Dataset
from kic.model import LACKING, Period, Record, Status, Text
from kic.model.grouping import grouped
from kic.model.interval import difference, direction, exact
from kic.model.sentences import applying, sentence
from kic.query.comparable import are_of_publications, ways_of_counting
from kic.query.ratio import Ratio, Ratios

Outcome = Literal["higher", "equal", "unclear"]


class Conclusion(NamedTuple):
    """What the rates or shares of several regions, same period, say beside each other.

    ``outcome`` is ``higher``, and ``region`` then where; ``equal``; or ``unclear``, and
    ``reasons`` say why nothing can be concluded.  ``limits`` are what else to know of it.
    """

    indicator: str
    label: Text
    period: Period
    regions: tuple[str, ...]
    per: int
    outcome: Outcome
    region: str | None
    reasons: tuple[Text, ...]
    limits: tuple[Text, ...]


_Rated = tuple[Record, Ratio]


def conclude(dataset: Dataset, records: Iterable[Record], ratios: Ratios) -> Iterator[Conclusion]:
    """What regions say beside each other, for each indicator and period with several numbers."""
    points = (r for r in records if r.key in ratios)
    for everything in grouped(points, lambda r: r.indicator).values():
        numbers = (r for r in everything if r.interval.known)
        without = [r for r in everything if not r.interval.known]
        for period, several in grouped(numbers, lambda r: r.period).items():
            there = {r.region for r in several}
            unknown = [  # what is missing in no period in particular is so in each
                r
                for r in without
                if r.region not in there and (r.period == period or not r.period.known)
            ]
            rated = [(r, ratios[r.key]) for r in several]
            if len(rated) > 1 and any(ratio.interval.known for _, ratio in rated):
                yield _conclusion(dataset, rated, unknown)


def _conclusion(dataset: Dataset, rated: list[_Rated], unknown: list[Record]) -> Conclusion:
    """Where a rate or share is highest, if all are of one kind and nothing leaves a doubt.

    The doubt lies in the bounds of the numbers, or in a region whose number is not known.
    """
    record, ratio = max(rated, key=lambda pair: exact(pair[1].interval.lower or 0))
    directions = {
        direction(
            difference(theirs.interval, ratio.interval),
            lower_open=record.lower_open or other.upper_open,
        )
        for other, theirs in rated
        if other is not record
    }
    without = (sentence("no_number_of", region=r.links.region.label) for r in unknown)
    reasons = tuple(dict.fromkeys((*without, *_unlike(dataset, rated))))
    outcome: Outcome = "unclear"
    if not reasons and len(directions) == 1:
        outcome = _OUTCOMES.get(directions.pop(), "unclear")
    if not reasons and outcome == "unclear":
        reasons = (sentence("as_high" if directions == {"up", "stable"} else "bounds_overlap"),)
    return Conclusion(
        indicator=record.indicator,
        label=record.label,
        period=record.period,
        regions=tuple(r.region for r, _ in rated),
        per=ratio.per,
        outcome=outcome,
        region=record.region if outcome == "higher" else None,
        reasons=reasons,
        limits=tuple(_limits(rated)),
    )


_OUTCOMES: dict[str | None, Outcome] = {"up": "higher", "stable": "equal"}


def _limits(rated: list[_Rated]) -> Iterator[Text]:
    """What leaves a conclusion standing, but not as certain as it sounds."""
    records = [record for record, _ in rated]
    wholes = [ratio.whole for _, ratio in rated if ratio.whole]
    return applying(
        {
            "some_provisional": any(r.status is Status.PROVISIONAL for r in (*records, *wholes)),
            "some_cautioned": any(
                len({frozenset(r.cautions) for r in several}) > 1 for several in (records, wholes)
            ),
        }
    )


def _unlike(dataset: Dataset, rated: list[_Rated]) -> Iterator[Text]:
    """Why ratios of several regions are not of one kind, which may be all the difference."""
    for record, ratio in rated:
        yield from applying(
            {
                "no_share_of": ratio.refusal and ratio.is_share,
                "no_rate_of": ratio.refusal and not ratio.is_share,
            },
            region=record.links.region.label,
        )
    first, of_first = rated[0]
    for record, ratio in rated[1:]:
        if ways := ways_of_counting([first, record]):
            yield ways
        if first.unit != record.unit:
            yield sentence("regions_count_otherwise")
        both = [whole for whole in (of_first.whole, ratio.whole) if whole]
        if ways := ways_of_counting(both):
            yield sentence("wholes_otherwise", ways=ways)
    wholes = [ratio.whole for _, ratio in rated if ratio.whole]
    divided = (*(record for record, _ in rated), *wholes)
    yield from applying(
        {
            "other_year_of_whole": any(whole.period != first.period for whole in wholes),
            "different_populations": len({whole.indicator for whole in wholes}) > 1,
            "not_complete": any(r.registration in LACKING for r in divided),
            "of_plans": any(r.is_plan for r in divided),
            "unconfirmed": any(r.status is Status.UNVALIDATED for r in divided),
            "of_publications": any(
                are_of_publications(dataset, *several)
                for several in ([record for record, _ in rated], wholes)
            )
            or any(q.is_share and q.whole and q.whole.source != r.source for r, q in rated),
        },
        period=first.period,
    )
