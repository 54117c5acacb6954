"""A figure set against a whole: a rate per so many people, or a share of what it is part of.

A whole that does not fit is refused with the reason; what limits one that does travels with
it as notes.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import LACKING, Key, Record, Text, UnitKind
from kic.model.interval import UNKNOWN, Interval, exact, ratio
from kic.model.sentences import applying, sentence
from kic.model.text import begun
from kic.model.versions import broken
from kic.model.wording import counting, text
from kic.query.comparable import breaks_of, is_between, told_apart, ways_of_counting
from kic.query.limits import limits, periods_inferred

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


def divided(
    part: Record,
    whole: Record,
    per: int,
    cautions: Iterable[Text],
    about: Iterable[Text],
    *,
    is_bounded: bool = True,
) -> Ratio:
    """A figure for every ``per`` of a whole, or the reason why that says nothing.

    ``cautions`` are what limits this division, beside what limits both figures; ``about`` says
    what it is of, and where that is from.  It has bounds if those of the whole are bounds of what
    it stands for.  A share, which is per hundred, is at most all.
    """
    of = whole.interval if is_bounded else Interval(whole.value)
    interval = ratio(part.interval, of, per)
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
            "total": part.period.kind.startswith("years"),
        }
    )
    of_whole = applying({"whole_incomplete": whole.registration in LACKING})
    cautions = (*of_part, *(_of_whole(whole, note) for note in of_whole), *cautions)
    notes = (
        *(*limits(part), *applying({"plan": part.is_plan})),
        *(*periods_inferred(part), *part.cautions),
        *(
            _of_whole(whole, note)
            for note in (
                *(*limits(whole), *applying({"plan": whole.is_plan}), *broken(whole)),
                *(*periods_inferred(whole), *whole.cautions),
            )
        ),
        *(*cautions, *about, *whole.notes),
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


def _elsewhere(key: str, part: Record, whole: Record) -> Iterator[Text]:
    """That a whole is from another publication than its part, and from which."""
    _, origin = told_apart(part.links.source, whole.links.source)
    return applying({key: part.source != whole.source}, publication=origin)


def population_elsewhere(part: Record, whole: Record) -> Iterator[Text]:
    """That a population is from another publication than what it divides."""
    return _elsewhere("population_elsewhere", part, whole)


# ------------------------------------------------------------------------------- rates

_Populations = dict[str, dict[str, list[Record]]]  # by the unit they may divide, and by region


def rates(populations: Dataset, records: Iterable[Record], per: int) -> Ratios:
    """Every figure as a rate of the population, or with the reason why it has none.

    ``populations`` is the dataset with the indicators that name a ``denominator_for``.  The
    nearest year serves where it is a year away at most.
    """
    wholes: _Populations = {
        unit: {} for i in populations.indicators.values() for unit in i.denominator_for
    }
    for r in populations.records:
        for unit in r.links.indicator.denominator_for:
            here = wholes[unit].setdefault(r.region, [])
            if r.interval.known and r.unit_kind is UnitKind.COUNT:
                here.append(r)
    return {r.key: _rate(populations, wholes, r, per) for r in records}


def _rate(populations: Dataset, wholes: _Populations, part: Record, per: int) -> Ratio:
    """A figure by the one of the populations of its unit and region that fits."""
    unit, indicator, period = part.links.unit, part.links.indicator, part.period
    of_unit = wholes.get(part.unit or "", {})
    here = of_unit.get(part.region, [])
    aged = [r for r in here if r.links.indicator.ages]
    stated = dict.fromkeys(r.links.indicator.ages for r in aged)
    holding = [r for r in aged if _within(indicator.age_range, r.links.indicator.age_range)]
    of_year = [r for r in holding if r.period.kind == "year"]
    width = min((len(r.links.indicator.age_range) for r in of_year), default=0)
    fitting = [r for r in of_year if len(r.links.indicator.age_range) == width]
    whole = min(fitting, key=lambda r: (_apart(part, r), r.period), default=None)
    obstacles = applying(
        {
            "no_number": not part.interval.known,
            "no_count": part.unit_kind not in (None, UnitKind.COUNT),
            "no_rate": indicator.no_rate,
            "period_not_stated": not period.known,
            "no_calendar_year": period.kind == "school_year",
            "not_one_year": period.kind != "year",
            "no_populations": not wholes,
            "no_total": not of_unit,
            "no_population": not here,
            "population_itself": any(part.indicator == r.indicator for r in here),
            "ages_unknown": indicator.ages is None,
            "ages_not_stated": not stated,
            "other_ages": not fitting and len(holding) < len(aged),
            "population_not_one_year": not fitting,
            "other_year": whole and _apart(part, whole) > 1,
            "several_populations": whole and sum(r.period == whole.period for r in fitting) > 1,
        },
        no_rate=indicator.no_rate,
        period=period,
        unit=unit and unit.label,
        region=part.links.region.label,
        ages=indicator.ages,
        theirs=", ".join(map(str, stated)),
        nearest=whole and whole.period,
    )
    refusal = next(obstacles, None)
    if refusal or whole is None:
        return Ratio(per, refusal=refusal)
    population = whole.links.indicator
    cautions = applying(
        {
            "other_year_used": _apart(part, whole),
            "wider_ages": indicator.ages != population.ages,
        },
        period=period,
        other=whole.period,
        ages=indicator.ages,
        theirs=population.ages,
    )
    start, end = sorted((part.period, whole.period))
    breaks = breaks_of(populations.in_time[whole.indicator, whole.region]) if start < end else []
    over = (sentence("break", period=p) for p in breaks if is_between(p, start, end))
    limited = (*cautions, *(_of_whole(whole, note) for note in over))
    people = population.population or population.label
    about = (sentence("divided_by", people=people), *population_elsewhere(part, whole))
    return divided(part, whole, per, limited, about, is_bounded=not _apart(part, whole))


def _within(ages: range, others: range) -> bool:
    """Whether ages are known and all of them are among others."""
    return bool(ages) and ages[0] in others and ages[-1] in others


def _apart(part: Record, whole: Record) -> int:
    """How many years two figures are apart."""
    return abs(part.period.start.year - whole.period.start.year)


# ------------------------------------------------------------------------------ shares


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
    cautions = (*_elsewhere("whole_elsewhere", part, whole), *_counted_otherwise(part, whole))
    return divided(part, whole, PERCENT, cautions, [sentence("part_of", whole=whole.label)])


def _counted_otherwise(part: Record, whole: Record) -> Iterator[Text]:
    """That a part and its whole are counted differently, as far as it is known how."""
    if ways := ways_of_counting((part, whole)):
        named = [(r.label, counting(r)) for r in (part, whole)]
        yield text(
            " ".join([f"{begun(ways.nl)}.", *(f"{name.nl}: {way.nl}." for name, way in named)]),
            " ".join([f"{begun(ways.en)}.", *(f"{name.en}: {way.en}." for name, way in named)]),
        )
