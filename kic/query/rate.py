"""A figure as a rate: so many for every thousand people of a population."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Record, Text
from kic.model.interval import ratio
from kic.model.sentences import applying
from kic.query.ratio import Ratio, Ratios, no_count, part_notes, says_nothing, whole_notes

SCALES = (1000, 10_000, 100_000)


class _Population(NamedTuple):
    """A number that others may be divided by, with the ages of everybody in it."""

    record: Record
    ages: range


_Regions = dict[str, list[_Population]]


def rates(populations: Dataset, records: Iterable[Record], per: int) -> Ratios:
    """Every figure as a rate of the population, or with the reason why it has none.

    ``populations`` is the dataset with the indicators that name a ``denominator_for``.  The
    nearest year serves where it is a year away at most.
    """
    counting: dict[str, _Regions] = {
        unit: {} for i in populations.indicators.values() for unit in i.denominator_for
    }
    for r in populations.records:
        for unit in r.links.indicator.denominator_for:
            here = counting[unit].setdefault(r.region, [])
            if r.interval.known:
                here.append(_Population(r, _span(r.links.indicator.ages)))
    return {r.key: _rate(counting, r, per) for r in records}


def _rate(counting: dict[str, _Regions], record: Record, per: int) -> Ratio:
    """A figure by the one of the populations of its unit and region that fits."""
    ages = record.links.indicator.ages
    here = counting.get(record.unit or "", {}).get(record.region, [])
    span = _span(ages)
    holding = [p for p in here if p.record.period.kind == "year" and _within(span, p.ages)]
    width = min((len(p.ages) for p in holding), default=0)
    fitting = [p.record for p in holding if len(p.ages) == width]
    whole = min(fitting, key=lambda r: (_years(record, r), r.period), default=None)
    refusal = next(_obstacles(counting, record, here, fitting, whole), None)
    if refusal or whole is None:
        return Ratio(per, refusal=refusal)
    interval = ratio(record.interval, whole.interval, per)
    if refusal := next(says_nothing(interval, whole), None):
        return Ratio(per, refusal=refusal)
    population = whole.links.indicator
    limits = applying(
        {
            "other_year_used": _years(record, whole),
            "wider_ages": ages != population.ages,
            "divided_by": True,
        },
        period=record.period,
        other=whole.period,
        ages=ages,
        theirs=population.ages,
        people=population.population or population.label,
    )
    notes = (*part_notes(record), *whole_notes(whole), *limits, *whole.notes)
    return Ratio(per, interval, whole, notes)


def _span(ages: str | None) -> range:
    """Ages in whole years; none where they are not known."""
    if ages is None:
        return range(0)
    youngest, oldest = map(int, ages.split("-"))
    return range(youngest, oldest + 1)


def _within(ages: range, others: range) -> bool:
    """Whether ages are known and all of them are among others."""
    return bool(ages) and ages[0] in others and ages[-1] in others


def _years(record: Record, whole: Record) -> int:
    """How many years two figures are apart."""
    return abs(record.period.start.year - whole.period.start.year)


def _obstacles(
    counting: dict[str, _Regions],
    record: Record,
    here: list[_Population],
    fitting: list[Record],
    closest: Record | None,
) -> Iterator[Text]:
    """Why a figure has no rate; the first reason is the one that counts.

    ``here`` are the populations of its unit and region, ``fitting`` those that hold its ages,
    ``closest`` the one of them that is nearest in time.
    """
    indicator = record.links.indicator
    stated = dict.fromkeys(p.record.links.indicator.ages for p in here if p.ages)
    period = record.period
    yield from no_count(record)
    yield from applying(
        {
            "no_rate": indicator.no_rate,
            "period_not_stated": not period.known,
            "not_one_year": period.kind != "year",
            "no_populations": not counting,
            "no_total": not counting.get(record.unit or ""),
            "no_population": not here,
            "population_itself": any(record.indicator == p.record.indicator for p in here),
            "ages_unknown": indicator.ages is None,
            "ages_not_stated": not stated,
            "other_ages": not fitting
            and not all(_within(_span(indicator.ages), _span(ages)) for ages in stated),
            "population_not_one_year": not fitting,
            "other_year": closest and _years(record, closest) > 1,
            "several_populations": closest
            and sum(r.period == closest.period for r in fitting) > 1,
        },
        no_rate=indicator.no_rate,
        period=period,
        unit=record.links.unit and record.links.unit.label,
        region=record.links.region.label,
        ages=indicator.ages,
        theirs=", ".join(map(str, stated)),
        nearest=closest and closest.period,
    )
