"""A figure as a rate: so many for every thousand people of a population."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Record, Text
from kic.model.interval import ratio
from kic.model.wording import NO_PERIOD, sentences
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
    limits = sentences(
        (
            _years(record, whole),
            "Geen bevolkingscijfer voor {period}; dat van {other} is gebruikt.",
            "No population figure for {period}; that for {other} is used.",
        ),
        (
            ages != population.ages,
            "Van {ages} jaar, gedeeld door iedereen van {theirs} jaar.",
            "Aged {ages}, divided by everybody aged {theirs}.",
        ),
        (True, "Gedeeld door: {people}.", "Divided by: {people}."),
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
            not fitting
            and not all(_within(_span(indicator.ages), _span(ages)) for ages in stated),
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
            closest and _years(record, closest) > 1,
            "Ander jaar: van de bevolkingscijfers die kic heeft, ligt dat van {nearest} het "
            "dichtst bij {period}.",
            "Different year: of the population figures that kic has, the one nearest to "
            "{period} is for {nearest}.",
        ),
        (
            closest and sum(r.period == closest.period for r in fitting) > 1,
            "Er past meer dan één bevolkingscijfer.",
            "Several populations fit.",
        ),
        no_rate=indicator.no_rate,
        period=period,
        unit=record.links.unit and record.links.unit.label,
        region=record.links.region.label,
        ages=indicator.ages,
        theirs=", ".join(map(str, stated)),
        nearest=closest and closest.period,
    )
