"""A figure set against a whole: a rate per so many children, or a share of what it is part of.

A whole that does not fit is refused with the reason; what limits one that does travels with
it as notes.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from kic.change import Series, limits, periods_inferred, told_direction
from kic.dataset import Dataset
from kic.interval import UNKNOWN, Interval, difference, ratio
from kic.model import Indicator, Measure, Period, Record, Registration, Source, Text
from kic.wording import MEASURE, text

SCALES = (1000, 10_000, 100_000)
PERCENT = 100


class Ratio(NamedTuple):
    """``interval`` for every ``per`` of ``whole``; or nothing, and ``refusal`` says why.

    ``whole`` is the figure divided by, ``called`` what it counts and ``source`` where it was
    published.
    """

    per: int
    interval: Interval = UNKNOWN
    whole: Record | None = None
    called: Text | None = None
    source: Source | None = None
    refusal: Text | None = None
    notes: tuple[Text, ...] = ()


class Contrast(NamedTuple):
    """How much higher a rate or share is in one region than in another, same period.

    ``direction`` is ``up`` where it is certainly higher, ``down``, ``stable``, or
    ``unclear`` where the bounds leave it open.
    """

    indicator: str
    label: Text
    period: str
    region: str
    other: str
    per: int
    difference: Interval
    direction: str
    notes: tuple[Text, ...]


Key = tuple[str, str, Period]
Ratios = Mapping[Key, Ratio]


def key(record: Record) -> Key:
    """What a figure is found by: its indicator, region and period."""
    return record.indicator, record.region, record.period


def known(ratios: Ratios, record: Record) -> bool:
    """Whether a figure has a rate or share."""
    return key(record) in ratios and ratios[key(record)].interval.known


# ------------------------------------------------------------------------------- rates


def rates(dataset: Dataset, populations: Dataset, records: Iterable[Record], per: int) -> Ratios:
    """Every figure as a rate of the population, or with the reason why it has none."""
    found = {key(r): rate(dataset, populations, r, per) for r in records}
    return MappingProxyType(found)


def rate(dataset: Dataset, populations: Dataset, record: Record, per: int) -> Ratio:
    """A count of people per so many of the population of its region and year.

    ``populations`` is the dataset with the indicators that name a ``denominator_for``; it
    may be the same.  The nearest year serves where it is a year away at most.
    """
    refusal = _no_rate(record)
    if refusal is not None:
        return Ratio(per, refusal=refusal)
    counting = [
        (indicator, r)
        for r in populations.records
        if record.unit in (indicator := populations.indicators[r.indicator]).denominator_for
    ]
    found = [
        (indicator, r)
        for indicator, r in counting
        if r.region == record.region and r.interval.known and r.period.kind == "year"
    ]
    if not found:
        return Ratio(per, refusal=_no_population(dataset, record, any_=bool(counting)))
    ages = dataset.indicators[record.indicator].ages
    fitting = [(i, r) for i, r in found if ages in (None, i.ages)]
    if not fitting:
        return Ratio(per, refusal=_other_ages(ages or "", found[0][0]))
    indicator, whole = min(fitting, key=lambda pair: (_years(record, pair[1]), pair[1].period))
    if _years(record, whole) > 1:
        return Ratio(per, refusal=_other_year(record, whole))
    return Ratio(
        per,
        interval=ratio(record.interval, whole.interval, per),
        whole=whole,
        called=indicator.label,
        source=populations.sources[whole.source],
        notes=(
            *_of_part(record),
            *periods_inferred(record),
            *_of_population(record, whole, indicator, ages),
        ),
    )


def _years(record: Record, whole: Record) -> int:
    return abs(record.period.start.year - whole.period.start.year)


def _no_rate(record: Record) -> Text | None:
    """Why a figure has no rate, whatever population there is."""
    if not record.interval.known:
        return text("Er is geen getal.", "There is no number.")
    if not record.period.known:
        return text("Er is geen periode vermeld.", "No period is stated.")
    if record.period.kind != "year":
        return text(
            f"{record.period} is geen enkel jaar, en een bevolking is van een jaar.",
            f"{record.period} is no single year, and a population is of one year.",
        )
    return None


def _no_population(dataset: Dataset, record: Record, *, any_: bool) -> Text:
    """There is none of the region, or none of what is counted."""
    if any_:
        region = dataset.regions[record.region].label
        return text(
            f"Van {region.nl} is geen bevolking bekend.",
            f"No population of {region.en} is known.",
        )
    unit = dataset.units[record.unit or ""].label
    return text(
        f"Het telt {unit.nl}, en geen bekende bevolking bestaat daaruit.",
        f"It counts {unit.en}, and no known population consists of those.",
    )


def _other_ages(ages: str, population: Indicator) -> Text:
    theirs = population.ages or ""
    return text(
        f"Een andere leeftijdsgroep: {ages} jaar, en de bevolking is {theirs} jaar.",
        f"Another age group: {ages} years, and the population is {theirs} years.",
    )


def _other_year(record: Record, whole: Record) -> Text:
    return text(
        f"Een andere periode: de naaste bevolking bij {record.period} is van {whole.period}.",
        f"Another period: the population nearest to {record.period} is of {whole.period}.",
    )


def _of_population(
    record: Record, whole: Record, indicator: Indicator, ages: str | None
) -> Iterator[Text]:
    """What has to be known of the population to judge a rate."""
    what = indicator.population or indicator.label
    yield text(f"Gedeeld door: {what.nl}.", f"Divided by: {what.en}.")
    yield from _of_whole(whole)
    yield from whole.notes
    if _years(record, whole):
        yield text(
            f"Bij {record.period} hoort geen bevolking; die van {whole.period} is het naast.",
            f"There is no population of {record.period}; that of {whole.period} is nearest.",
        )
    if ages is None:
        yield text(
            "Bij dit cijfer is geen leeftijd vermeld; het is gedeeld door alle kinderen.",
            "No age is stated with this figure; it is divided by all children.",
        )


def _of_part(record: Record) -> Iterator[Text]:
    """What has to be known of the figure that is divided."""
    yield from limits(record)
    if record.registration is Registration.PARTIAL:
        yield text(
            "Niet overal geregistreerd: het getal dekt niet alles.",
            "Not registered everywhere: the number does not cover everything.",
        )
    if record.measure is Measure.TARGET:
        yield text("Een doel, geen uitkomst.", "A target, no outcome.")
    if record.period.kind.startswith("years"):
        yield text("Een totaal over meer jaren.", "A total over several years.")


def _of_whole(whole: Record) -> Iterator[Text]:
    """What has to be known of the number that it is divided by."""
    for note in limits(whole):
        nl, en = whole.label.nl, whole.label.en
        yield text(f"{nl}: {note.nl}", f"{en}: {note.en}")


# ------------------------------------------------------------------------------ shares


def shares(dataset: Dataset, records: Iterable[Record]) -> Ratios:
    """Every figure as a share of its whole, or with the reason why it has none."""
    return MappingProxyType({key(r): share(dataset, r) for r in records})


def share(dataset: Dataset, record: Record) -> Ratio:
    """A part as a percentage of its whole, of the same region, period and unit.

    Only what the dataset calls ``subset_of`` something is a part of it.
    """
    whole_id = dataset.indicators[record.indicator].subset_of
    if whole_id is None:
        return Ratio(
            PERCENT,
            refusal=text(
                "Het is geen deel van een andere indicator.", "It is no part of another indicator."
            ),
        )
    called = dataset.indicators[whole_id].label
    whole = next(
        (
            r
            for r in dataset.records
            if r.indicator == whole_id
            and (r.region, r.period, r.unit) == (record.region, record.period, record.unit)
            and r.period.known
        ),
        None,
    )
    if whole is None or not (whole.interval.known and record.interval.known):
        refusal = text(
            f"Deel en geheel ({called.nl}) hebben niet beide een getal voor {record.period}.",
            f"Part and whole ({called.en}) do not both have a number for {record.period}.",
        )
        return Ratio(PERCENT, called=called, refusal=refusal)
    found = ratio(record.interval, whole.interval, PERCENT)
    if not found.known:
        refusal = text("Het geheel is nul.", "The whole is zero.")
        return Ratio(PERCENT, called=called, refusal=refusal)
    return Ratio(
        PERCENT,
        interval=_at_most(found, PERCENT),
        whole=whole,
        called=called,
        source=dataset.sources[whole.source],
        notes=(
            *_of_part(record),
            *_of_whole(whole),
            *periods_inferred(record, whole),
            text(f"Deel van: {called.nl}.", f"Part of: {called.en}."),
        ),
    )


def _at_most(interval: Interval, most: int) -> Interval:
    """The interval without what lies above ``most``: a part is not larger than its whole."""
    if interval.lower is None and interval.upper is None:
        return interval
    upper = most if interval.upper is None else min(interval.upper, most)
    return interval._replace(upper=upper)


# ---------------------------------------------------------------------------- contrasts


def contrasts(dataset: Dataset, found: Iterable[Series], ratios: Ratios) -> Iterator[Contrast]:
    """Every region beside the first that has a number, for each indicator and period."""
    for _, group in groupby(found, key=lambda s: s.indicator):
        by_period: dict[Period, list[Record]] = {}
        for s in group:
            for r in s.points:
                if known(ratios, r):
                    by_period.setdefault(r.period, []).append(r)
        for first, *others in by_period.values():
            for r in others:
                yield contrast(dataset, (first, ratios[key(first)]), (r, ratios[key(r)]))


def contrast(dataset: Dataset, base: tuple[Record, Ratio], now: tuple[Record, Ratio]) -> Contrast:
    """How a rate or share of one region lies to that of another, in the same period.

    Where the two were counted differently nothing is concluded from the numbers.
    """
    (there, other), (here, this) = base, now
    lies = difference(other.interval, this.interval)
    notes = list(_counted_otherwise(dataset, there, here))
    for record, found in (base, now):
        region = dataset.regions[record.region].label
        limited = [*limits(record), *(_of_whole(found.whole) if found.whole else ())]
        notes += [text(f"{region.nl}: {n.nl}", f"{region.en}: {n.en}") for n in limited]
    return Contrast(
        indicator=here.indicator,
        label=here.label,
        period=here.period.text,
        region=here.region,
        other=there.region,
        per=this.per,
        difference=lies,
        direction=told_direction(lies, there, here)
        if here.measure == there.measure
        else "unclear",
        notes=tuple(dict.fromkeys(notes)),
    )


def _counted_otherwise(dataset: Dataset, there: Record, here: Record) -> Iterator[Text]:
    """That two regions count differently, which may be all the difference."""
    if here.measure != there.measure:
        (a, x), (b, y) = (
            (dataset.regions[r.region].label, MEASURE[r.measure or Measure.UNSPECIFIED])
            for r in (there, here)
        )
        yield text(
            f"Anders geteld. {a.nl}: {x.nl}. {b.nl}: {y.nl}.",
            f"Counted differently. {a.en}: {x.en}. {b.en}: {y.en}.",
        )
