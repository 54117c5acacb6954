"""A figure as a rate: so many for every thousand people of a population."""

from collections.abc import Iterable

from kic.dataset import Dataset
from kic.model import Record, UnitKind
from kic.model.sentences import applying, sentence
from kic.query.ratio import Ratio, Ratios, divided

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
    return {r.key: _rate(wholes, r, per) for r in records}


def _rate(wholes: _Populations, part: Record, per: int) -> Ratio:
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
    people = population.population or population.label
    return divided(part, whole, per, cautions, sentence("divided_by", people=people))


def _within(ages: range, others: range) -> bool:
    """Whether ages are known and all of them are among others."""
    return bool(ages) and ages[0] in others and ages[-1] in others


def _apart(part: Record, whole: Record) -> int:
    """How many years two figures are apart."""
    return abs(part.period.start.year - whole.period.start.year)
