"""A figure set against a whole: a rate per so many children, or a share of what it is part of.

A whole that does not fit is refused with the reason; what limits one that does travels with
it as notes.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Literal, NamedTuple

from kic.dataset import Dataset
from kic.model import (
    LACKING,
    Indicator,
    Measure,
    Period,
    Qualifier,
    Record,
    Source,
    Text,
    UnitKind,
)
from kic.model.interval import UNKNOWN, Interval, difference, direction, exact, ratio
from kic.model.wording import MEASURE, text
from kic.query.change import Key, Series, key, limits, periods_inferred, ways_of_counting

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


class Conclusion(NamedTuple):
    """What the rates or shares of several regions, same period, say beside each other.

    ``outcome`` is ``higher``, and ``region`` then where; ``equal``; or ``unclear``, and
    ``reasons`` say why nothing can be concluded.
    """

    indicator: str
    label: Text
    period: str
    regions: tuple[str, ...]
    per: int
    outcome: Literal["higher", "equal", "unclear"]
    region: str | None
    reasons: tuple[Text, ...]


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
    fitting = _fitting(ages, yearly)
    refusal = (
        _no_number(record)
        or _no_count(dataset, record)
        or dataset.indicators[record.indicator].no_rate
        or _no_year(record)
        or _no_population(dataset, record, counting, here)
        or _same(record, here)
        or _other_ages(ages, here, fitting)
        or _undated(record, yearly)
    )
    if refusal is not None:
        return Ratio(per, refusal=refusal)
    indicator, whole = min(fitting, key=lambda p: (_years(record, p[1]), p[1].period))
    interval = ratio(record.interval, whole.interval, per)
    refusal = _other_year(record, whole) or _several(whole, fitting) or _open(interval, whole)
    if refusal is not None:
        return Ratio(per, refusal=refusal)
    return Ratio(
        per,
        interval=interval,
        whole=whole,
        source=populations.sources[whole.source],
        upper_open=record.qualifier is Qualifier.LESS_THAN,
        limits=(
            *_of_part(record),
            *_of_whole(whole),
            *_of_population(record, whole),
            *_wider(ages, indicator),
        ),
        about=(*_divided_by(indicator), *whole.notes),
    )


def _fitting(ages: str | None, yearly: list[_Population]) -> list[_Population]:
    """The populations whose ages are known to hold those that count, the closest ones only."""
    if ages is None:
        return []
    low, high = _span(ages)
    holding = [
        (population, end - start)
        for population in yearly
        if population[0].ages
        for start, end in [_span(population[0].ages)]
        if start <= low and high <= end
    ]
    closest = min((width for _, width in holding), default=0)
    return [population for population, width in holding if width == closest]


def _span(ages: str) -> tuple[int, int]:
    low, high = map(int, ages.split("-"))
    return low, high


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
        f"The figure is in {unit.label.en}, which is not a count.",
    )


def _no_year(record: Record) -> Text | None:
    if not record.period.known:
        return text("Er is geen periode vermeld.", "No period is stated.")
    if record.period.kind == "year":
        return None
    return text(
        f"{record.period} is niet één jaar; een bevolkingscijfer geldt voor één jaar.",
        f"{record.period} is not a single year; a population figure is for one year.",
    )


def _no_population(
    dataset: Dataset,
    record: Record,
    counting: dict[str, _Populations],
    here: list[_Population],
) -> Text | None:
    """There is none at all, of what is counted, or of the region."""
    region = dataset.regions[record.region].label
    if not counting:
        return text(
            "Er is geen bevolkingscijfer: geen indicator heeft een denominator_for.",
            "There is no population: no indicator has a denominator_for.",
        )
    if not counting.get(record.unit or ""):
        unit = dataset.units[record.unit or ""].label
        return text(
            f"Dit cijfer telt {unit.nl}; daarvan is geen totaal bekend.",
            f"This figure counts {unit.en}, and no total of those is known.",
        )
    if not here:
        return text(
            f"Geen bevolkingscijfer bekend: {region.nl}.", f"No population known: {region.en}."
        )
    return None


def _undated(record: Record, yearly: list[_Population]) -> Text | None:
    if yearly:
        return None
    return text(
        "Het bevolkingscijfer is niet van één jaar.", "The population is not for a single year."
    )


def _other_ages(
    ages: str | None, here: list[_Population], fitting: list[_Population]
) -> Text | None:
    """Rates need ages that are known, of the figure and of the population, and that fit."""
    if fitting:
        return None
    if ages is None:
        return text(
            "De leeftijd van wie meetelt is niet bekend; de uitkomst kan te hoog zijn.",
            "The ages of those counted are not known; a rate might be too high.",
        )
    theirs = list(dict.fromkeys(indicator.ages for indicator, _ in here if indicator.ages))
    if not theirs:
        return text(
            "De leeftijd bij het bevolkingscijfer is niet vermeld.",
            "The ages of the population are not stated.",
        )
    if all(_span(a)[0] <= _span(ages)[0] and _span(ages)[1] <= _span(a)[1] for a in theirs):
        return None  # the ages fit, the year does not: told by what follows
    told = ", ".join(theirs)
    return text(
        f"Andere leeftijden: het cijfer gaat over {ages} jaar, het bevolkingscijfer over {told}.",
        f"Different ages: the figure is about {ages}, the population about {told}.",
    )


def _same(record: Record, here: list[_Population]) -> Text | None:
    if all(record.indicator != whole.indicator for _, whole in here):
        return None
    return text("Dit is zelf het bevolkingscijfer.", "This is the population itself.")


def _other_year(record: Record, whole: Record) -> Text | None:
    if _years(record, whole) <= 1:
        return None
    return text(
        f"Ander jaar: van de bevolkingscijfers die kic heeft, ligt dat van {whole.period} het "
        f"dichtst bij {record.period}.",
        f"Different year: of the population figures that kic has, the one nearest to "
        f"{record.period} is for {whole.period}.",
    )


def _several(whole: Record, fitting: list[_Population]) -> Text | None:
    """Nobody says which of two populations of one year is meant."""
    alike = [r for _, r in fitting if r.period == whole.period]
    if len(alike) == 1:
        return None
    return text("Er past meer dan één bevolkingscijfer.", "Several populations fit.")


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
    yield from record.cautions
    if record.registration in LACKING:
        yield text(
            "Volgens de bron onvolledig: het getal dekt niet alles.",
            "Incomplete according to the source: the number does not cover everything.",
        )
    if record.measure is Measure.TARGET:
        yield text("Een voornemen, geen uitkomst.", "A plan, not an outcome.")
    if record.period.kind.startswith("years"):
        yield text("Een totaal over meerdere jaren.", "A total over several years.")


def _of_whole(whole: Record) -> Iterator[Text]:
    """What has to be known of the number that it is divided by."""
    found = [*limits(whole), *periods_inferred(whole), *whole.cautions]
    if whole.registration in LACKING:
        found.append(text("onvolledig volgens de bron.", "incomplete according to the source."))
    for note in found:
        yield text(f"{whole.label.nl}: {note.nl}", f"{whole.label.en}: {note.en}")


def _of_population(record: Record, whole: Record) -> Iterator[Text]:
    """What makes a population less than fitting."""
    if _years(record, whole):
        yield text(
            f"Geen bevolkingscijfer voor {record.period}; dat van {whole.period} is gebruikt.",
            f"No population figure for {record.period}; that for {whole.period} is used.",
        )


def _wider(ages: str | None, population: Indicator) -> Iterator[Text]:
    if ages != population.ages:
        yield text(
            f"Van {ages} jaar, gedeeld door iedereen van {population.ages} jaar.",
            f"Aged {ages}, divided by everybody aged {population.ages}.",
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
            "Het is geen deel van een andere indicator.", "It is not part of another indicator."
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
            *_counted_otherwise((record.label, record), (whole.label, whole)),
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


# -------------------------------------------------------------------------- conclusions


def conclude(dataset: Dataset, found: Iterable[Series], ratios: Ratios) -> Iterator[Conclusion]:
    """What regions say beside each other, for each indicator and period with several numbers."""
    for _, group in groupby(found, key=lambda s: s.indicator):
        by_period: dict[Period, list[Record]] = {}
        for s in group:
            for r in s.points:
                if r.interval.known and key(r) in ratios:
                    by_period.setdefault(r.period, []).append(r)
        for several in by_period.values():
            if len(several) > 1 and any(known(ratios, r) for r in several):
                yield _conclusion(dataset, [(r, ratios[key(r)]) for r in several])


def _conclusion(dataset: Dataset, several: list[tuple[Record, Ratio]]) -> Conclusion:
    """Where a rate or share is highest, if all are of one kind and the bounds leave no doubt."""
    first, ratio_ = several[0]
    unlike = tuple(dict.fromkeys(_unlike(dataset, several)))
    highest = None if unlike else _highest(several)
    equal = not unlike and len({r.interval for _, r in several}) == 1 and ratio_.interval.exactly
    if not unlike and highest is None and not equal:
        unlike = (_OVERLAP,)
    return Conclusion(
        indicator=first.indicator,
        label=first.label,
        period=first.period.text,
        regions=tuple(r.region for r, _ in several),
        per=ratio_.per,
        outcome="unclear" if unlike else "equal" if equal else "higher",
        region=highest,
        reasons=unlike,
    )


_OVERLAP = text(
    "De grenzen van de getallen laten open in welke regio het cijfer hoger is.",
    "The bounds of the numbers leave open in which region it is higher.",
)


def _highest(several: list[tuple[Record, Ratio]]) -> str | None:
    """The region whose ratio is certainly above that of every other."""
    for record, this in several:
        others = (other for r, other in several if r.region != record.region)
        if all(
            direction(
                difference(other.interval, this.interval),
                lower_open=other.upper_open,
                upper_open=this.upper_open,
            )
            == "up"
            for other in others
        ):
            return record.region
    return None


def _unlike(dataset: Dataset, several: list[tuple[Record, Ratio]]) -> Iterator[Text]:
    """Why ratios of several regions are not of one kind, which may be all the difference."""
    rows = [(dataset.regions[r.region].label, r, found) for r, found in several]
    for name, _, found in rows:
        if found.refusal:
            is_share = found.per == PERCENT
            refused = text(
                "geen aandeel te geven" if is_share else "niet om te rekenen",
                "no share" if is_share else "no rate",
            )
            yield text(
                f"{name.nl}: {refused.nl}. {found.refusal.nl}",
                f"{name.en}: {refused.en}. {found.refusal.en}",
            )
    base = rows[0]
    for now in rows[1:]:
        yield from _counted_otherwise(base[:2], now[:2])
        if base[1].unit != now[1].unit:
            yield text("De regio's tellen niet hetzelfde.", "The regions count different things.")
        wholes = [(name, f.whole) for name, _, f in (base, now) if f.whole]
        if len(wholes) == 2:
            one, two = (
                (text(f"{w.label.nl}, {name.nl}", f"{w.label.en}, {name.en}"), w)
                for name, w in wholes
            )
            yield from _counted_otherwise(one, two)
    known_wholes = [found.whole for _, _, found in rows if found.whole]
    if len({whole.indicator for whole in known_wholes}) > 1:
        yield text(
            "Gedeeld door verschillende bevolkingscijfers.", "Divided by different populations."
        )
    if any(r.registration in LACKING for r in (*(r for _, r, _ in rows), *known_wholes)):
        yield text(
            "Volgens de bron niet overal volledig.",
            "Not complete everywhere according to the source.",
        )


def _counted_otherwise(one: tuple[Text, Record], other: tuple[Text, Record]) -> Iterator[Text]:
    """That two figures are counted differently, as far as it is known how."""
    told = ways_of_counting((one[1], other[1]))
    if told is None:
        return
    (a, x), (b, y) = (
        (name, MEASURE[r.measure or Measure.UNSPECIFIED]) for name, r in (one, other)
    )
    yield text(
        f"{told.nl}. {a.nl}: {x.nl}. {b.nl}: {y.nl}.",
        f"{told.en}. {a.en}: {x.en}. {b.en}: {y.en}.",
    )
