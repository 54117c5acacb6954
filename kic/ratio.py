"""A figure set against a whole: a rate per so many children, or a share of what it is part of.

A whole that does not fit is refused with the reason; what limits one that does travels with
it as notes.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import NamedTuple

from kic.change import Key, Series, key, limits, periods_inferred
from kic.dataset import Dataset
from kic.interval import UNKNOWN, Interval, difference, direction, exact, ratio
from kic.model import Indicator, Measure, Period, Qualifier, Record, Source, Text, UnitKind
from kic.wording import MEASURE, text

SCALES = (1000, 10_000, 100_000)
PERCENT = 100


class Ratio(NamedTuple):
    """``interval`` for every ``per`` of ``whole``; or nothing, and ``refusal`` says why.

    ``whole`` is the figure divided by, ``source`` where it was published.  The upper bound is
    itself excluded if it is ``upper_open``.  ``limits`` make it say less than it seems to,
    ``about`` tells what it is of.
    """

    per: int
    interval: Interval = UNKNOWN
    whole: Record | None = None
    source: Source | None = None
    upper_open: bool = False
    limits: tuple[Text, ...] = ()
    about: tuple[Text, ...] = ()
    refusal: Text | None = None

    @property
    def notes(self) -> tuple[Text, ...]:
        """Everything there is to know with it."""
        return (*self.limits, *self.about)


Ratios = Mapping[Key, Ratio]


def known(ratios: Ratios, record: Record) -> bool:
    """Whether a figure has a rate or share."""
    return key(record) in ratios and ratios[key(record)].interval.known


class Contrast(NamedTuple):
    """How much higher a rate or share is in one region than in another, same period.

    ``direction`` is ``up`` where it is certainly higher, ``down``, ``stable``, or
    ``unclear`` where the numbers leave it open, or the two are ``unlike`` each other.
    """

    indicator: str
    label: Text
    period: str
    region: str
    other: str
    per: int
    difference: Interval
    direction: str
    unlike: bool
    notes: tuple[Text, ...]


# ------------------------------------------------------------------------------- rates


def rates(dataset: Dataset, populations: Dataset, records: Iterable[Record], per: int) -> Ratios:
    """Every figure as a rate of the population, or with the reason why it has none.

    ``populations`` is the dataset with the indicators that name a ``denominator_for``; it
    may be the same.  The nearest year serves where it is a year away at most.
    """
    counting: dict[str, _Populations] = {
        unit: {} for i in populations.indicators.values() for unit in i.denominator_for
    }
    for r in populations.records:
        indicator = populations.indicators[r.indicator]
        for unit in indicator.denominator_for:
            counting[unit].setdefault(r.region, []).append((indicator, r))
    found = {key(r): _rate(dataset, populations, counting, r, per) for r in records}
    return MappingProxyType(found)


_Population = tuple[Indicator, Record]
_Populations = dict[str, list[_Population]]  # by region


def _rate(
    dataset: Dataset,
    populations: Dataset,
    counting: dict[str, _Populations],
    record: Record,
    per: int,
) -> Ratio:
    """A figure by the one of the populations of its unit that fits."""
    ages = dataset.indicators[record.indicator].ages
    of_unit = counting.get(record.unit or "", {})
    here = [p for p in of_unit.get(record.region, ()) if p[1].interval.known]
    yearly = [p for p in here if p[1].period.kind == "year"]
    fitting = [p for p in yearly if ages is None or ages == p[0].ages]
    refusal = (
        _no_number(record)
        or _no_count(dataset, record)
        or _no_year(record)
        or _no_population(dataset, record, counting, here, yearly)
        or _other_ages(ages, yearly, fitting)
    )
    if refusal is not None:
        return Ratio(per, refusal=refusal)
    indicator, whole = min(fitting, key=lambda p: (_years(record, p[1]), p[1].period))
    interval = ratio(record.interval, whole.interval, per)
    refusal = (
        _same(record, whole)
        or _other_year(record, whole)
        or _several(whole, fitting)
        or _open(interval, whole)
    )
    if refusal is not None:
        return Ratio(per, refusal=refusal)
    return Ratio(
        per,
        interval=interval,
        whole=whole,
        source=populations.sources[whole.source],
        upper_open=record.qualifier is Qualifier.LESS_THAN,
        limits=(*_of_part(record), *_of_whole(whole), *_of_population(record, whole, ages)),
        about=(*_divided_by(indicator), *whole.notes),
    )


def _years(record: Record, whole: Record) -> int:
    return abs(record.period.start.year - whole.period.start.year)


def _no_number(record: Record) -> Text | None:
    if record.interval.known:
        return None
    return text("Er is geen getal.", "There is no number.")


def _no_count(dataset: Dataset, record: Record) -> Text | None:
    """Only what is counted is so many of something: a duration or a percentage is not."""
    unit = dataset.units[record.unit or ""]
    if unit.kind is UnitKind.COUNT:
        return None
    return text(
        f"Het gaat om {unit.label.nl}, en dat is geen aantal.",
        f"It is in {unit.label.en}, which is not a count.",
    )


def _no_year(record: Record) -> Text | None:
    if not record.period.known:
        return text("Er is geen periode vermeld.", "No period is stated.")
    if record.period.kind == "year":
        return None
    return text(
        f"{record.period} is geen enkel jaar, en een bevolking is van een jaar.",
        f"{record.period} is no single year, and a population is of one year.",
    )


def _no_population(
    dataset: Dataset,
    record: Record,
    counting: dict[str, _Populations],
    here: list[_Population],
    yearly: list[_Population],
) -> Text | None:
    """There is none at all, of what is counted, of the region, or of a single year."""
    region = dataset.regions[record.region].label
    if not counting:
        return text(
            "Er is geen bevolking: geen indicator heeft een denominator_for.",
            "There is no population: no indicator has a denominator_for.",
        )
    if not counting.get(record.unit or ""):
        unit = dataset.units[record.unit or ""].label
        return text(
            f"Dit cijfer telt {unit.nl}, en daarvan is geen bevolking bekend.",
            f"It counts {unit.en}, and no population of those is known.",
        )
    if not here:
        return text(
            f"Geen bevolking bekend van: {region.nl}.", f"No population known of: {region.en}."
        )
    if not yearly:
        return text(
            f"De bevolking is niet van een enkel jaar: {region.nl}.",
            f"The population is not of a single year: {region.en}.",
        )
    return None


def _other_ages(
    ages: str | None, yearly: list[_Population], fitting: list[_Population]
) -> Text | None:
    """The population has other ages, does not tell them, or it is not told which one fits."""
    theirs = list(dict.fromkeys(indicator.ages for indicator, _ in yearly))
    if not fitting:
        told = [t for t in theirs if t is not None]
        nl = f"is {', '.join(told)} jaar" if told else "vermeldt geen leeftijd"
        en = f"is {', '.join(told)} years" if told else "states no age"
        return text(
            f"Een andere leeftijdsgroep: {ages} jaar, en de bevolking {nl}.",
            f"Another age group: {ages} years, and the population {en}.",
        )
    if ages is None and len(theirs) > 1:
        return text(
            "Er is geen leeftijd vermeld, en er zijn bevolkingen van verschillende leeftijd.",
            "No age is stated, and there are populations of different ages.",
        )
    return None


def _same(record: Record, whole: Record) -> Text | None:
    if record.indicator != whole.indicator:
        return None
    return text("Het is zelf de bevolking.", "It is the population itself.")


def _other_year(record: Record, whole: Record) -> Text | None:
    if _years(record, whole) <= 1:
        return None
    return text(
        f"Een andere periode: de bevolking die het dichtst bij {record.period} ligt, "
        f"is van {whole.period}.",
        f"Another period: the population nearest to {record.period} is of {whole.period}.",
    )


def _several(whole: Record, fitting: list[_Population]) -> Text | None:
    """Nobody says which of two populations of one year is meant."""
    alike = [r for _, r in fitting if r.period == whole.period]
    if len(alike) == 1:
        return None
    return text("Er passen verschillende bevolkingen.", "Several populations fit.")


def _open(interval: Interval, whole: Record) -> Text | None:
    """A ratio that could be anything: the whole is zero, or the bounds say nothing."""
    if interval.value is not None or interval.lower or interval.upper is not None:
        return None
    if whole.interval.upper == 0:
        return text("Het geheel is nul.", "The whole is zero.")
    return _ANYTHING


_ANYTHING = text(
    "De grenzen van deel en geheel laten alles open.",
    "The bounds of the part and the whole leave everything open.",
)


def _of_part(record: Record) -> Iterator[Text]:
    """What has to be known of the figure that is divided."""
    yield from limits(record)
    yield from periods_inferred(record)
    if record.is_gap:
        yield text(
            "Niet landelijk geregistreerd: het getal dekt niet alles.",
            "Not nationally registered: the number does not cover everything.",
        )
    if record.measure is Measure.TARGET:
        yield text("Een doel, geen uitkomst.", "A target, no outcome.")
    if record.period.kind.startswith("years"):
        yield text("Een totaal over meer jaren.", "A total over several years.")


def _of_whole(whole: Record) -> Iterator[Text]:
    """What has to be known of the number that it is divided by."""
    found = [*limits(whole), *periods_inferred(whole)]
    if whole.is_gap:
        found.append(text("niet landelijk geregistreerd.", "not nationally registered."))
    for note in found:
        yield text(f"{whole.label.nl}: {note.nl}", f"{whole.label.en}: {note.en}")


def _of_population(record: Record, whole: Record, ages: str | None) -> Iterator[Text]:
    """What makes a population less than fitting."""
    if _years(record, whole):
        yield text(
            f"Er is geen bevolking van {record.period}; die van {whole.period} is het dichtstbij.",
            f"There is no population of {record.period}; that of {whole.period} is nearest.",
        )
    if ages is None:
        yield text(
            "Bij dit cijfer is geen leeftijd vermeld; het is gedeeld door de hele bevolking.",
            "No age is stated with this figure; it is divided by the whole population.",
        )


def _divided_by(indicator: Indicator) -> Iterator[Text]:
    what = indicator.population or indicator.label
    yield text(f"Gedeeld door: {what.nl}.", f"Divided by: {what.en}.")


# ------------------------------------------------------------------------------ shares


def shares(dataset: Dataset, records: Iterable[Record]) -> Ratios:
    """Every figure as a percentage of its whole, or with the reason why it is none.

    Only what the dataset calls ``subset_of`` something is a part of it, and only of the same
    region, period and unit.
    """
    all_ = {key(r): r for r in dataset.records}
    return MappingProxyType({key(r): _share(dataset, all_, r) for r in records})


def _share(dataset: Dataset, all_: Mapping[Key, Record], record: Record) -> Ratio:
    whole_id = dataset.indicators[record.indicator].subset_of
    if whole_id is None:
        no_part = text(
            "Het is geen deel van een andere indicator.", "It is no part of another indicator."
        )
        return Ratio(PERCENT, refusal=no_part)
    whole = all_.get((whole_id, record.region, record.period))
    refusal = _no_number(record) or _no_count(dataset, record) or _no_whole(record, whole)
    if refusal is not None or whole is None:
        return Ratio(PERCENT, refusal=refusal)
    found = ratio(record.interval, whole.interval, PERCENT)
    refusal = _open(found, whole) or _too_much(found) or _anything(found)
    if refusal is not None:
        return Ratio(PERCENT, refusal=refusal)
    return Ratio(
        PERCENT,
        interval=_at_most(found),
        whole=whole,
        source=dataset.sources[whole.source],
        upper_open=record.qualifier is Qualifier.LESS_THAN,
        limits=(
            *_of_part(record),
            *_of_whole(whole),
            *_counted_otherwise((record.label, record.measure), (whole.label, whole.measure)),
        ),
        about=(
            text(f"Deel van: {whole.label.nl}.", f"Part of: {whole.label.en}."),
            *whole.notes,
        ),
    )


def _no_whole(record: Record, whole: Record | None) -> Text | None:
    """The whole has no number of the same period and unit."""
    if not record.period.known:
        return text("Er is geen periode vermeld.", "No period is stated.")
    if whole is None or not whole.interval.known:
        return text(
            f"Het geheel heeft geen getal voor {record.period}.",
            f"The whole has no number for {record.period}.",
        )
    if whole.unit != record.unit:
        return text(
            "Deel en geheel tellen niet hetzelfde.", "Part and whole count different things."
        )
    return None


def _too_much(share: Interval) -> Text | None:
    """An estimate that is no part of anything."""
    if share.value is None or exact(share.value) <= PERCENT or share.upper is not None:
        return None
    return text("De schatting is groter dan het geheel.", "The estimate is larger than the whole.")


def _anything(share: Interval) -> Text | None:
    """Between nothing and the whole lies every part."""
    value, lower, upper = _at_most(share)
    whole = upper is not None and exact(upper) == PERCENT
    return _ANYTHING if value is None and not lower and whole else None


def _at_most(share: Interval) -> Interval:
    """The share without what lies above 100 %: a part is not larger than its whole."""
    if share.lower is None and share.upper is None:
        return share
    value = None if share.value is None or exact(share.value) > PERCENT else share.value
    upper = PERCENT if share.upper is None else min(PERCENT, share.upper, key=exact)
    return Interval(value, share.lower, upper)


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
                yield _contrast(dataset, (first, ratios[key(first)]), (r, ratios[key(r)]))


def _contrast(dataset: Dataset, base: tuple[Record, Ratio], now: tuple[Record, Ratio]) -> Contrast:
    """How a rate or share of one region lies to that of another.

    Where the two are not of the same kind nothing is concluded from the numbers.
    """
    (there, other), (here, this) = base, now
    lies = difference(other.interval, this.interval)
    names = [dataset.regions[r.region].label for r in (there, here)]
    unlike = list(_unlike(names, base, now))
    certain = direction(lies, lower_open=other.upper_open, upper_open=this.upper_open)
    notes = [*unlike, *(n for n in other.limits if n in this.limits)]
    for name, found in zip(names, (other, this), strict=True):
        own = (n for n in found.limits if n not in notes)  # of this region alone
        notes += [text(f"{name.nl}: {n.nl}", f"{name.en}: {n.en}") for n in own]
    return Contrast(
        indicator=here.indicator,
        label=here.label,
        period=here.period.text,
        region=here.region,
        other=there.region,
        per=this.per,
        difference=lies,
        direction="unclear" if unlike or certain is None else certain,
        unlike=bool(unlike),
        notes=tuple(dict.fromkeys(notes)),
    )


def _unlike(
    names: list[Text], base: tuple[Record, Ratio], now: tuple[Record, Ratio]
) -> Iterator[Text]:
    """Why two ratios are not of the same kind, which may be all the difference."""
    (there, other), (here, this) = base, now
    yield from _counted_otherwise((names[0], there.measure), (names[1], here.measure))
    if here.unit != there.unit:
        yield text("De regio's tellen niet hetzelfde.", "The regions count different things.")
    wholes = [found.whole for found in (other, this) if found.whole]
    if len(wholes) == 2:  # both are known, or there would be nothing to compare
        one, two = (
            (text(f"{w.label.nl}, {name.nl}", f"{w.label.en}, {name.en}"), w.measure)
            for w, name in zip(wholes, names, strict=True)
        )
        yield from _counted_otherwise(one, two)
    if len({whole.indicator for whole in wholes}) > 1:
        yield text("Gedeeld door verschillende bevolkingen.", "Divided by different populations.")
    if any(record.is_gap for record in (here, there, *wholes)):
        yield text(
            "Niet overal landelijk geregistreerd: het verschil kan daardoor komen.",
            "Not nationally registered everywhere: the difference may come from that.",
        )


def _counted_otherwise(
    one: tuple[Text, Measure | None], other: tuple[Text, Measure | None]
) -> Iterator[Text]:
    """That two figures are counted differently, as far as it is known how."""
    if one[1] == other[1]:
        return
    (a, x), (b, y) = (
        (name, MEASURE[measure or Measure.UNSPECIFIED]) for name, measure in (one, other)
    )
    unknown = {one[1], other[1]} & {None, Measure.UNSPECIFIED}
    nl = "Niet bekend of er gelijk is geteld" if unknown else "Anders geteld"
    en = "Not known whether counted alike" if unknown else "Counted differently"
    yield text(f"{nl}. {a.nl}: {x.nl}. {b.nl}: {y.nl}.", f"{en}. {a.en}: {x.en}. {b.en}: {y.en}.")
