"""Points of one indicator and region in time, and what changed between neighbours.

Two points compare only with the same unit and kind of period; everything that limits
what a change says travels with it as a note.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable
from datetime import timedelta
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import (
    LACKING,
    Measure,
    Period,
    Qualifier,
    Record,
    Status,
    Text,
    UnitKind,
)
from kic.model.interval import UNKNOWN, Interval, difference, direction, percent_change
from kic.model.wording import NOT_HERE, text


class Change(NamedTuple):
    """From one period to the next: ``absolute`` in the unit, ``percent`` of the first.

    Both are intervals.  A share changes in percentage points (``points`` is true) and
    has no ``percent``.  ``direction`` is ``up``, ``down`` or ``stable``, ``unclear`` where
    the intervals leave it open, and None where the two do not compare.
    """

    start: Period
    end: Period
    absolute: Interval
    percent: Interval
    points: bool
    direction: str | None
    notes: tuple[Text, ...]


class Series(NamedTuple):
    """One indicator in one region: its figures in order of time and their changes."""

    indicator: str
    label: Text
    region: str
    unit: str | None
    points: tuple[Record, ...]
    changes: tuple[Change, ...]
    notes: tuple[Text, ...]

    @property
    def comparable(self) -> bool:
        """Whether any change could be computed."""
        return any(change.absolute.known for change in self.changes)


Key = tuple[str, str, Period]


def key(record: Record) -> Key:
    """What a figure is found by: its indicator, region and period."""
    return record.indicator, record.region, record.period


def series(
    dataset: Dataset, records: Iterable[Record], rated: Container[Key] = ()
) -> tuple[Series, ...]:
    """The records as one series for each indicator and region, in the order they came.

    Those ``rated`` are told as so many of a whole too, so that regions compare.
    """
    order: dict[tuple[str, str], list[Record]] = {}
    for record in records:
        order.setdefault((record.indicator, record.region), []).append(record)
    told: dict[tuple[str, str], list[Record]] = {}  # also what was not asked for
    for record in dataset.records:
        told.setdefault((record.indicator, record.region), []).append(record)
    for everything in told.values():
        everything.sort(key=lambda r: r.period)
    found = []
    for (indicator, region), points in order.items():
        points.sort(key=lambda r: r.period)
        units = {r.unit for r in points}
        found.append(
            Series(
                indicator=indicator,
                label=points[0].label,
                region=region,
                unit=units.pop() if len(units) == 1 else None,
                points=tuple(points),
                changes=_changes(dataset, points, told[indicator, region]),
                notes=_series_notes(points),
            )
        )
    return _side_by_side(dataset, found, rated)


def ends(records: Iterable[Record], start: str | None, end: str | None) -> list[Record]:
    """The two figures of each series to compare, as far as there are any.

    Where no period to start or to end with is given, the first or the last number serves
    that compares with the other end, if any does.
    """
    found: list[Record] = []
    told: dict[tuple[str, str], list[Record]] = {}
    for r in records:
        if r.period.known:
            told.setdefault((r.indicator, r.region), []).append(r)
    begin, finish = (Period.parse(p) if p is not None else None for p in (start, end))
    for points in told.values():
        points.sort(key=lambda r: r.period)
        first = next((r for r in points if r.period == begin), None)
        last = next((r for r in points if r.period == finish), None)
        if finish is None:
            later = [r for r in points if begin is None or r.period > begin]
            last = next(reversed(_alike(later, first)), None)
        if begin is None:
            earlier = [r for r in points if finish is None or r.period < finish]
            first = next(iter(_alike(earlier, last)), None)
        found += [r for r in (first, last) if r is not None]
    return found


def _alike(points: list[Record], other: Record | None) -> list[Record]:
    """The numbers that compare with another figure; without any, all numbers."""
    numbers = [r for r in points if r.interval.known]
    alike = [
        r for r in numbers if other and (r.unit, r.period.kind) == (other.unit, other.period.kind)
    ]
    return alike or numbers


ORDERS = ("name", "absolute", "percent")


def ordered(found: tuple[Series, ...], order: str | None) -> tuple[Series, ...]:
    """By name, or by the last change that is known: the largest rise first, none at the end.

    A change without a number of its own counts as what is certain of it.
    """
    if order == "name":
        return tuple(sorted(found, key=lambda s: s.indicator))
    if order is None:
        return found

    def size(s: Series) -> tuple[bool, Fraction | int]:
        changed = (getattr(c, order) for c in reversed(s.changes))
        last = next((i.rank for i in changed if i.known), None)
        return (last is None, -(last or 0))

    return tuple(sorted(found, key=size))


def _changes(
    dataset: Dataset, points: list[Record], everything: list[Record]
) -> tuple[Change, ...]:
    """A change to every point but the first, from the nearest earlier one to compare with.

    That is the latest of the same unit and kind of period with a number; where there is
    none, the latest of all, to say why it does not compare.
    """
    changes = []
    alike: dict[tuple[str | None, str], Record] = {}
    before: Record | None = None
    for now in points:
        if not now.period.known:
            continue
        kind = (now.unit, now.period.kind)
        if before is not None:
            base = alike.get(kind, before) if now.interval.known else before
            changes.append(_change(dataset, base, now, _between(everything, base, now)))
        if now.interval.known:
            alike[kind] = now
        before = now
    return tuple(changes)


def _between(everything: list[Record], base: Record, now: Record) -> list[Record]:
    """The figures between two, of all in order of time; a period that is unknown is last."""
    first = bisect_right(everything, base.period, key=lambda r: r.period)
    return everything[first : bisect_left(everything, now.period, key=lambda r: r.period)]


def _change(dataset: Dataset, base: Record, now: Record, between: list[Record]) -> Change:
    obstacle = _obstacle(dataset, base, now)
    share = base.unit is not None and dataset.units[base.unit].kind is UnitKind.SHARE
    absolute = UNKNOWN if obstacle else difference(base.interval, now.interval)
    percent = UNKNOWN if obstacle or share else percent_change(base.interval, now.interval)
    return Change(
        start=base.period,
        end=now.period,
        absolute=absolute,
        percent=percent,
        points=share,
        direction=None if obstacle else told_direction(absolute, base, now),
        notes=(obstacle,)
        if obstacle
        else tuple(_limits(dataset, base, now, between, share=share)),
    )


def told_direction(change: Interval, base: Record, now: Record) -> str:
    """Where a change goes that was computed from two figures, or ``unclear``."""
    certain = direction(
        change,
        lower_open=base.qualifier is Qualifier.LESS_THAN,
        upper_open=now.qualifier is Qualifier.LESS_THAN,
    )
    return certain or "unclear"


def _obstacle(dataset: Dataset, base: Record, now: Record) -> Text | None:
    """Why two neighbours do not compare at all."""
    for record in (base, now):
        if not record.interval.known:
            return text(f"Geen getal voor {record.period}.", f"No number for {record.period}.")
    if base.unit != now.unit:
        units = [dataset.units[r.unit].label for r in (base, now) if r.unit]
        return text(
            f"Niet te vergelijken: {units[0].nl} en {units[1].nl}.",
            f"Not comparable: {units[0].en} and {units[1].en}.",
        )
    if base.period.kind != now.period.kind:
        return text(
            f"Niet te vergelijken: {base.period} en {now.period} zijn andere soorten perioden.",
            f"Not comparable: {base.period} and {now.period} are different kinds of period.",
        )
    return None


def _limits(
    dataset: Dataset, base: Record, now: Record, between: list[Record], *, share: bool
) -> Iterable[Text]:
    """Everything that makes a computed change say less than it seems to."""
    for record in (base, now):
        yield from limits(record)
    yield from periods_inferred(base, now)
    if base.source != now.source:
        sources = [dataset.sources[r.source] for r in (base, now)]
        one, other = (s.publisher for s in sources)
        if one == other:
            one, other = (f'"{s.title}"' for s in sources)
        yield text(
            f"Uit verschillende publicaties ({base.period}: {one}; {now.period}: {other}); "
            "de telling kan verschillen.",
            f"From different publications ({base.period}: {one}; {now.period}: {other}); "
            "they may have been counted differently.",
        )
    yield from cautions(base, now)
    for record in (*between, now):
        if record.status is Status.BREAK:
            p = record.period
            yield text(f"Breuk in de reeks bij {p}.", f"Break in the series at {p}.")
    if base.measure != now.measure:
        yield text(
            f"{base.period} en {now.period} zijn niet op dezelfde manier geteld.",
            f"{base.period} and {now.period} are not counted in the same way.",
        )
    if {base.registration, now.registration} & set(LACKING):
        yield text(
            "Volgens de bron onvolledig: de verandering kan daardoor komen.",
            "Incomplete according to the source: that may explain the change.",
        )
    if base.period.kind.startswith("years"):
        yield text("Totalen over meerdere jaren.", "Totals over several years.")
    yield from _skipped(base, now, between)
    if not share and base.value == 0:
        yield text("Geen percentage vanaf nul.", "No percentage from zero.")


def limits(record: Record) -> Iterable[Text]:
    """Everything that makes a single number say less than it seems to."""
    p = record.period
    match record.qualifier:
        case Qualifier.AT_LEAST:
            yield text(f"{p} is een ondergrens.", f"The {p} figure is a lower bound.")
        case Qualifier.LESS_THAN:
            yield text(
                f"{p} heeft alleen een bovengrens.", f"The {p} figure has an upper bound only."
            )
        case Qualifier.ESTIMATE:
            yield text(f"{p} is een schatting.", f"The {p} figure is an estimate.")
        case Qualifier.ROUNDED:
            yield text(f"{p} is afgerond.", f"The {p} figure is rounded.")
        case _:
            pass
    if record.correction:
        yield text(f"{p} is gecorrigeerd.", f"The {p} figure is corrected.")
    if record.status is Status.UNVALIDATED:
        yield (
            text(
                f"{p} is niet bevestigd (afgeleid door kic).",
                f"The {p} figure is not confirmed (inferred by kic).",
            )
            if "status" in record.inferred
            else text(f"{p} is niet bevestigd.", f"The {p} figure is not confirmed.")
        )


def cautions(*records: Record) -> Iterable[Text]:
    """The cautions of figures, each once."""
    yield from dict.fromkeys(caution for r in records for caution in r.cautions)


def periods_inferred(*records: Record) -> Iterable[Text]:
    """The periods, of one or two figures, that the source does not print with them."""
    found = [r.period for r in records if "period" in r.inferred]
    guessed = list(dict.fromkeys(map(str, found)))
    years = all(period.kind == "year" for period in found)
    if len(guessed) == 1:
        nl, en = ("Het jaar", "The year") if years else ("De periode", "The period")
        yield text(
            f"{nl} {guessed[0]} is afgeleid door kic.", f"{en} {guessed[0]} is inferred by kic."
        )
    elif guessed:
        a, b = guessed
        nl, en = ("jaren", "years") if years else ("perioden", "periods")
        yield text(
            f"De {nl} {a} en {b} zijn afgeleid door kic.",
            f"The {en} {a} and {b} are inferred by kic.",
        )


def _skipped(base: Record, now: Record, between: list[Record]) -> Iterable[Text]:
    """What lies between two neighbours, or in both of them."""
    if base.period.end >= now.period.start:
        yield text("De perioden overlappen elkaar.", "The periods overlap.")
    elif base.period.kind != "year":
        if base.period.end + timedelta(days=1) != now.period.start:
            yield text(
                "De perioden sluiten niet op elkaar aan.", "The periods are not consecutive."
            )
    else:
        missing = missing_years(base, now, between)
        if missing:
            told = spans(missing)
            yield text(f"{told}: {NOT_HERE.nl}.", f"{told}: {NOT_HERE.en}.")


def missing_years(base: Record, now: Record, between: Iterable[Record] = ()) -> list[int]:
    """The years between those of two figures of which the dataset has nothing."""
    if {base.period.kind, now.period.kind} != {"year"}:
        return []
    there = {r.period.start.year for r in between if r.period.kind == "year"}
    years = range(base.period.end.year + 1, now.period.start.year)
    return [year for year in years if year not in there]


def spans(years: list[int]) -> str:
    """Years as people list them, three or more in a row as the first and the last."""
    told: list[str] = []
    for _, group in groupby(enumerate(years), key=lambda pair: pair[1] - pair[0]):
        run = [year for _, year in group]
        told += [f"{run[0]}-{run[-1]}"] if len(run) > 2 else map(str, run)
    return ", ".join(told)


def _series_notes(points: list[Record]) -> tuple[Text, ...]:
    notes = []
    if len(points) > 1 and any(not r.period.known for r in points):
        notes.append(
            text(
                "Een getal zonder bekende periode staat buiten de reeks.",
                "A number without a known period is not part of the series.",
            )
        )
    if any(r.measure is Measure.TARGET for r in points):
        notes.append(text("Een voornemen, geen uitkomst.", "A plan, not an outcome."))
    return tuple(notes)


def _side_by_side(
    dataset: Dataset, found: list[Series], rated: Container[Key]
) -> tuple[Series, ...]:
    """Regions of one indicator stand next to each other, with words of caution."""
    answer: list[Series] = []
    for _, group in groupby(found, key=lambda s: s.indicator):
        several = list(group)
        cautions = tuple(_cautions(dataset, several, rated)) if len(several) > 1 else ()
        answer += (s._replace(notes=(*s.notes, *cautions)) for s in several)
    return tuple(answer)


def ways_of_counting(records: Iterable[Record]) -> Text | None:
    """That figures are counted differently, or that it is not known of all; None if alike."""
    told = list(records)
    found = {r.measure for r in told}
    if len(found) < 2:
        return None
    differ = len(found - {None, Measure.UNSPECIFIED}) > 1
    nl = (
        "Niet op dezelfde manier geteld"
        if differ
        else "Niet bekend of op dezelfde manier is geteld"
    )
    en = "Not counted in the same way" if differ else "Not known whether counted in the same way"
    if any("measure" in r.inferred for r in told):
        return text(f"{nl}, zoals kic het leest", f"{en}, as kic reads it")
    return text(nl, en)


def _cautions(dataset: Dataset, several: list[Series], rated: Container[Key]) -> Iterable[Text]:
    """Why the levels of several regions do not simply compare."""
    points = [r for s in several for r in s.points if r.interval.known]
    bare = (r.unit for r in points if key(r) not in rated)
    if any(unit and dataset.units[unit].kind is UnitKind.COUNT for unit in bare):
        yield text(
            "De regio's verschillen in grootte: de aantallen zijn zo niet te vergelijken.",
            "Regions differ in size, so these numbers cannot be compared.",
        )
    if counting := ways_of_counting(points):
        yield text(f"{counting.nl}.", f"{counting.en}.")
