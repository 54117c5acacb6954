"""A figure as a rate: so many for every thousand people of a population."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Indicator, Record, Text
from kic.model.interval import ratio
from kic.model.wording import NO_PERIOD, sentences
from kic.query.ratio import Ratio, Ratios, no_count, part_notes, says_nothing, whole_notes

SCALES = (1000, 10_000, 100_000)


class _Population(NamedTuple):
    """A figure that others may be divided by."""

    indicator: Indicator
    record: Record

    def holds(self, ages: str | None) -> bool:
        """Whether everybody of these ages is known to be part of it."""
        span = _span(ages)
        return bool(span) and set(span) <= set(_span(self.indicator.ages))


_Regions = Mapping[str, list[_Population]]


def rates(dataset: Dataset, populations: Dataset, records: Iterable[Record], per: int) -> Ratios:
    """Every figure as a rate of the population, or with the reason why it has none.

    ``populations`` is the dataset with the indicators that name a ``denominator_for``; it
    may be the same.  The nearest year serves where it is a year away at most.
    """
    counting: dict[str, defaultdict[str, list[_Population]]] = {
        unit: defaultdict(list)
        for indicator in populations.indicators.values()
        for unit in indicator.denominator_for
    }
    for r in populations.records:
        indicator = populations.indicators[r.indicator]
        for unit in indicator.denominator_for:
            counting[unit][r.region].append(_Population(indicator, r))
    return {r.key: _rate(dataset, populations, counting, r, per) for r in records}


def _rate(
    dataset: Dataset,
    populations: Dataset,
    counting: Mapping[str, _Regions],
    record: Record,
    per: int,
) -> Ratio:
    """A figure by the one of the populations of its unit and region that fits."""
    ages = dataset.indicators[record.indicator].ages
    there = counting.get(record.unit or "", {}).get(record.region, [])
    here = [p for p in there if p.record.interval.known]
    yearly = [p for p in here if p.record.period.kind == "year" and p.holds(ages)]
    width = min((len(_span(p.indicator.ages)) for p in yearly), default=0)
    fitting = [p for p in yearly if len(_span(p.indicator.ages)) == width]
    closest = min(fitting, key=lambda p: (_years(record, p.record), p.record.period), default=None)
    refusal = next(_obstacles(dataset, record, counting, here, fitting, closest), None)
    if refusal or closest is None:
        return Ratio(per, refusal=refusal)
    indicator, whole = closest
    interval = ratio(record.interval, whole.interval, per)
    if refusal := next(says_nothing(interval, whole), None):
        return Ratio(per, refusal=refusal)
    limits = sentences(
        (
            _years(record, whole),
            "Geen bevolkingscijfer voor {period}; dat van {other} is gebruikt.",
            "No population figure for {period}; that for {other} is used.",
        ),
        (
            ages != indicator.ages,
            "Van {ages} jaar, gedeeld door iedereen van {theirs} jaar.",
            "Aged {ages}, divided by everybody aged {theirs}.",
        ),
        (True, "Gedeeld door: {people}.", "Divided by: {people}."),
        period=record.period,
        other=whole.period,
        ages=ages,
        theirs=indicator.ages,
        people=indicator.population or indicator.label,
    )
    notes = (*part_notes(record), *whole_notes(whole), *limits, *whole.notes)
    return Ratio(per, interval, whole, populations.sources[whole.source], notes)


def _span(ages: str | None) -> range:
    """Ages in whole years; none where they are not known."""
    if ages is None:
        return range(0)
    youngest, oldest = map(int, ages.split("-"))
    return range(youngest, oldest + 1)


def _years(record: Record, whole: Record) -> int:
    """How many years two figures are apart."""
    return abs(record.period.start.year - whole.period.start.year)


def _obstacles(
    dataset: Dataset,
    record: Record,
    counting: Mapping[str, _Regions],
    here: list[_Population],
    fitting: list[_Population],
    closest: _Population | None,
) -> Iterator[Text]:
    """Why a figure has no rate; the first reason is the one that counts.

    ``here`` are the populations of its unit and region, ``fitting`` those that hold its ages,
    ``closest`` the one of them that is nearest in time.
    """
    indicator = dataset.indicators[record.indicator]
    stated = [p for p in here if p.indicator.ages]
    period = record.period
    yield from no_count(dataset, record)
    yield from sentences(
        (indicator.no_rate, "{no_rate}", "{no_rate}"),
        (not period.known, NO_PERIOD.nl, NO_PERIOD.en),
        (
            period.kind != "year",
            "{period} is niet één jaar; een bevolkingscijfer geldt voor één jaar.",
            "{period} is not a single year; a population figure is for one year.",
        ),
        (
            not counting,
            "Er is geen bevolkingscijfer: geen indicator heeft een denominator_for.",
            "There is no population: no indicator has a denominator_for.",
        ),
        (
            not counting.get(record.unit or ""),
            "Dit cijfer telt {unit}; daarvan is geen totaal bekend.",
            "This figure counts {unit}, and no total of those is known.",
        ),
        (not here, "Geen bevolkingscijfer bekend: {region}.", "No population known: {region}."),
        (
            any(record.indicator == p.record.indicator for p in here),
            "Dit is zelf het bevolkingscijfer.",
            "This is the population itself.",
        ),
        (
            indicator.ages is None,
            "De leeftijd van wie meetelt is niet bekend; de uitkomst kan te hoog zijn.",
            "The ages of those counted are not known; a rate might be too high.",
        ),
        (
            not stated,
            "De leeftijd bij het bevolkingscijfer is niet vermeld.",
            "The ages of the population are not stated.",
        ),
        (
            not fitting and not all(p.holds(indicator.ages) for p in stated),
            "Andere leeftijden: het cijfer gaat over {ages} jaar, het bevolkingscijfer over "
            "{theirs}.",
            "Different ages: the figure is about {ages}, the population about {theirs}.",
        ),
        (
            not fitting,
            "Het bevolkingscijfer is niet van één jaar.",
            "The population is not for a single year.",
        ),
        (
            closest and _years(record, closest.record) > 1,
            "Ander jaar: van de bevolkingscijfers die kic heeft, ligt dat van {nearest} het "
            "dichtst bij {period}.",
            "Different year: of the population figures that kic has, the one nearest to "
            "{period} is for {nearest}.",
        ),
        (
            closest and sum(p.record.period == closest.record.period for p in fitting) > 1,
            "Er past meer dan één bevolkingscijfer.",
            "Several populations fit.",
        ),
        no_rate=indicator.no_rate,
        period=period,
        unit=record.unit and dataset.units[record.unit].label,
        region=dataset.regions[record.region].label,
        ages=indicator.ages,
        theirs=", ".join(dict.fromkeys(p.indicator.ages or "" for p in stated)),
        nearest=closest and closest.record.period,
    )
