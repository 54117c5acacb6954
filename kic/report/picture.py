"""What a chart shows, decided before anything is drawn: panels, their axes and their slots.

One panel has one axis: points of one indicator in one region that have the same unit, are
counted in the same way and for the same kind of period.  Whatever differs in one of these
has a panel of its own, since bars on one axis say that their heights compare.  A panel is a
row of slots, a real sequence of periods: what is not known has a slot that says so, and
nothing is zero but a registered zero.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Measure, Period, Reason, Record, Status, Text, UnitKind
from kic.model.interval import UNKNOWN, Interval, Number, exact, magnitude
from kic.model.wording import MARK, NOT_HERE, STROKE, text
from kic.query.change import Series
from kic.table import Bar, Quantity, Stroke
from kic.table.common import source_text
from kic.table.figures import codes, correction_notes, measured, quantity


class Slot(NamedTuple):
    """One place in the sequence: a period, or several of which nothing is known.

    ``when`` stands below it, ``label`` and the ``codes`` beside the number or in its place.
    ``apart`` is a slot outside the sequence, ``breaks`` one before which the series breaks,
    ``overlaps`` one whose period has begun before the last one ended.
    """

    when: Text
    label: Quantity | Text
    codes: tuple[str, ...] = ()
    interval: Interval = UNKNOWN
    stroke: Stroke = "gap"
    breaks: bool = False
    apart: bool = False
    overlaps: bool = False
    notes: tuple[Text, ...] = ()

    @property
    def height(self) -> Number:
        """How high the bar itself is: the number given, or else its lower bound.

        One that is disputed is drawn so to the farthest that it may reach, as in a table.
        """
        if self.stroke == "disputed":
            return self.interval.farthest
        return self.interval.value or self.interval.lower or 0


class Panel(NamedTuple):
    """One axis with its slots; ``about`` says how is counted, where the unit does not.

    ``ticks`` start at zero and end at ``top``; without any number there are none.
    """

    title: Text
    region: Text
    unit: Text | None
    kind: UnitKind | None
    about: tuple[Text, ...]
    ticks: tuple[Number, ...]
    top: Number
    slots: tuple[Slot, ...]


class LegendEntry(NamedTuple):
    """An explanation of what stands in the panels: a way to draw, a code, or both."""

    stroke: Stroke | None
    code: str | None
    meaning: Text


class Picture(NamedTuple):
    """A whole chart: panels under one title, and all that explains them."""

    title: Text
    panels: tuple[Panel, ...]
    keys: tuple[LegendEntry, ...]
    corrections: tuple[Text, ...]
    notes: tuple[Text, ...]
    remarks: tuple[Text, ...]
    sources: tuple[Text, ...]


NOT_SHOWN = text("hier niet getoond", "not shown here")
NO_PERIOD = text("periode niet vermeld", "period not stated")
NOTHING_COUNTED = text("geen periode", "no period")
OWN_AXES = text(
    "Elk paneel heeft een eigen as: vergelijk de hoogten niet tussen panelen.",
    "Each panel has its own axis: do not compare heights between panels.",
)
_KIND_OF_PERIOD = {
    "quarter": text("per kwartaal", "per quarter"),
    "month": text("per maand", "per month"),
    "day": text("op één dag", "on one day"),
}
# What goes without saying, or is not known, is not said in the line below a title.
_SILENT = (None, Measure.IN_PERIOD, Measure.SHARE, Measure.UNSPECIFIED)
OVERLAP = text("De perioden overlappen elkaar.", "The periods overlap.")
MORE_NOTES = text(
    "Bij deze cijfers horen noten: zie kic show.",
    "These figures have notes: see kic show.",
)
_MOST_NOTES = 4  # more of them belong in a text
_MOST_MISSING = 3  # more of them in a row share one slot


def picture(dataset: Dataset, found: Iterable[Series]) -> Picture:
    """The chart of these series, of which there is at least one."""
    series = tuple(found)
    records = [r for s in series for r in s.points]
    drawn = panels(dataset, series)
    return Picture(
        title=_title(dataset, records),
        panels=drawn,
        keys=tuple(_keys([slot for panel in drawn for slot in panel.slots])),
        corrections=tuple(_corrections(dataset, records)),
        notes=tuple(_notes(dataset, records)),
        remarks=tuple(_remarks(drawn, records)),
        sources=tuple(_sources(dataset, records)),
    )


def panels(dataset: Dataset, found: Iterable[Series]) -> tuple[Panel, ...]:
    """The panels of these series, in their order; each series has one or more."""
    everything: dict[tuple[str, str], dict[Period, Record]] = {}  # also what is not drawn
    for r in dataset.records:
        everything.setdefault((r.indicator, r.region), {})[r.period] = r
    return tuple(
        _panel(dataset, s, points, everything[s.indicator, s.region])
        for s in found
        for points in _on_one_axis(s.points).values()
    )


# ----------------------------------------------------------------------------- panels

_Axis = tuple[str | None, Measure | None, str]


def _on_one_axis(points: Iterable[Record]) -> dict[_Axis, list[Record]]:
    """The points that share a unit, a way of counting and a kind of period.

    What has no number or no known period joins an axis that fits it, if there is one.
    """
    axes: dict[_Axis, list[Record]] = {}
    for r in sorted(points, key=lambda r: (not r.interval.known, not r.period.known)):
        own = (r.unit, r.measure, r.period.kind)
        axes.setdefault(next(_fitting(axes, r), own), []).append(r)
    for together in axes.values():
        together.sort(key=lambda r: r.period)
    return axes


def _fitting(axes: Iterable[_Axis], r: Record) -> Iterator[_Axis]:
    """The axes that a point may join, the best one first."""
    for axis in axes:
        unit, measure, kind = axis
        same_way = unit == r.unit and (measure == r.measure or not r.interval.known)
        if same_way and (kind == r.period.kind or not r.period.known):
            yield axis


def _panel(dataset: Dataset, s: Series, points: list[Record], told: dict[Period, Record]) -> Panel:
    first = points[0]
    numbers = [r.interval.farthest for r in points if r.interval.known]
    unit = dataset.units[first.unit] if first.unit else None
    kind = unit.kind if unit else None
    ticks = _ticks(max(numbers), kind) if numbers else ()
    about = [_kind_of_period(first.period)]
    about += [measured(first)] if first.measure not in _SILENT and numbers else []
    return Panel(
        title=s.label,
        region=dataset.regions[s.region].label,
        unit=unit.label if unit else None,
        kind=kind,
        about=tuple(fact for fact in about if fact),
        ticks=ticks,
        top=ticks[-1] or 1 if ticks else 1,
        slots=tuple(_slots(dataset, points, told)),
    )


def _kind_of_period(period: Period) -> Text | None:
    if period.kind.startswith("years-"):
        years = period.kind.removeprefix("years-")
        return text(f"over {years} jaar samen", f"over {years} years combined")
    return _KIND_OF_PERIOD.get(period.kind)


def _ticks(longest: Number, kind: UnitKind | None) -> tuple[Number, ...]:
    """Round numbers from zero to the first at or above the longest; a share's is 100."""
    if kind is UnitKind.SHARE and longest <= 100:
        return (0, 25, 50, 75, 100)
    if not longest:
        return (0,)
    power = magnitude(exact(longest)) - 1
    if kind is UnitKind.COUNT:
        power = max(power, 0)  # nothing is counted in parts
    for lead in (1, 2, 5, 10, 20, 50):
        step = lead * Fraction(10) ** power
        steps = ceil(exact(longest) / step)
        if steps <= 5:
            break
    return (0, *(int(n * step) if power >= 0 else float(n * step) for n in range(1, steps + 1)))


# ------------------------------------------------------------------------------ slots


def _slots(dataset: Dataset, points: list[Record], told: dict[Period, Record]) -> Iterator[Slot]:
    """The points in order of time with what lies between them, then what has no period."""
    known = [r for r in points if r.period.known]
    yield from (_slot(dataset, r) for r in known[:1])
    for before, now in pairwise(known):
        yield from _skipped(before.period, now.period, told)
        overlaps = now.period.start <= before.period.end
        yield _slot(dataset, now)._replace(overlaps=overlaps)
    yield from (_slot(dataset, r) for r in points if not r.period.known)


def _slot(dataset: Dataset, r: Record) -> Slot:
    known = r.period.known
    counted = r.interval.known or r.reason is Reason.NOT_STATED
    when = text(r.period.text, r.period.text) if known else NO_PERIOD
    return Slot(
        when=when if known or counted else NOTHING_COUNTED,
        label=quantity(r, trend=False),
        codes=(*codes(r), *(("n",) if r.source != dataset.info.source else ())),
        interval=r.interval,
        stroke=_stroke(r),
        # Where a series breaks at no known time, the code at the figure has to do.
        breaks=known and r.status is Status.BREAK,
        apart=not known,
        notes=(*r.cautions, *r.notes),
    )


def _stroke(r: Record) -> Stroke:
    """What is least certain of a bar: how its last part is drawn."""
    drawn = Bar(r.interval, r.interval.farthest, r.status is Status.UNVALIDATED).strokes
    return drawn[-1] if drawn else "full"


def _skipped(before: Period, now: Period, told: dict[Period, Record]) -> Iterator[Slot]:
    """The periods between two points: not in the dataset, or known but not on this axis."""
    missing: list[Period] = []
    for period in _between(before, now):
        if period in told:
            yield from _missing(missing)
            missing = []
            broken = told[period].status is Status.BREAK
            code = "b" if "status" in told[period].inferred else Status.BREAK.value
            when = text(period.text, period.text)
            yield Slot(when, NOT_SHOWN, (code,) * broken, breaks=broken)
        else:
            missing.append(period)
    yield from _missing(missing)


def _missing(periods: list[Period]) -> Iterator[Slot]:
    """A slot for each; one for all of them if they are many."""
    if len(periods) > _MOST_MISSING:
        span = f"{periods[0]}–{periods[-1]}"
        yield Slot(text(span, span), NOT_HERE)
    else:
        yield from (Slot(text(p.text, p.text), NOT_HERE) for p in periods)


def _between(before: Period, now: Period) -> Iterator[Period]:
    """The periods of the same kind that lie between two; none between single days.

    Totals over several years need not adjoin: what is between them is told in years.
    """
    start = before.end + timedelta(days=1)
    while start < now.start:
        match before.kind:
            case "day":
                return
            case "quarter":
                period = Period.parse(f"{start.year}-Q{(start.month + 2) // 3}")
            case "month":
                period = Period.parse(f"{start.year}-{start.month:02}")
            case _:
                period = Period.parse(str(start.year))
        yield period
        start = period.end + timedelta(days=1)


# ------------------------------------------------------------------------ explanations


def _title(dataset: Dataset, records: list[Record]) -> Text:
    """What all that is drawn has in common: an indicator, a theme, or the dataset."""
    if len({r.indicator for r in records}) == 1:
        return records[0].label
    theme = records[0].theme
    if theme and {r.theme for r in records} == {theme}:
        return dataset.themes[theme].label
    return dataset.info.title


def _keys(slots: list[Slot]) -> Iterator[LegendEntry]:
    """The codes used, each with the way to draw that goes with it, and what is left."""
    drawn = {slot.stroke for slot in slots}
    used = {code for slot in slots for code in slot.codes}
    by_code: dict[str, Stroke] = {
        "r": "open",
        Status.SUPPRESSED: "maybe",
        Status.ESTIMATED: "about",
        Status.UNVALIDATED: "disputed",
        "v": "disputed",
    }
    told = {stroke for slot in slots for stroke in map(by_code.get, slot.codes) if stroke}
    ways: tuple[Stroke, ...] = ("maybe", "open", "about")
    for stroke in ways:
        if stroke in drawn - told or (stroke == "maybe" and _between_bounds(slots)):
            yield LegendEntry(stroke, None, STROKE[stroke])
    for code, meaning in MARK.items():
        if code in used:
            way = by_code.get(code)
            yield LegendEntry(way if way in drawn else None, str(code), meaning)


def _between_bounds(slots: list[Slot]) -> bool:
    """Whether a number has bounds that no code beside it explains."""
    return any(s.stroke == "maybe" and Status.SUPPRESSED not in s.codes for s in slots)


def _notes(dataset: Dataset, records: list[Record]) -> Iterator[Text]:
    """Every caution, and of the background as much as a picture can hold, each once."""
    found = _told(records, "cautions")
    background = _told(records, "notes")
    if len(background) <= _MOST_NOTES:
        found |= background
    differ = _what_differs(records)
    for note, which in found.items():
        yield note if len(which) == len(records) else _of(dataset, which, differ, note)


def _told(records: list[Record], kind: str) -> dict[Text, list[Record]]:
    """The texts of a kind, each with the figures that it belongs to."""
    found: dict[Text, list[Record]] = {}
    for r in records:
        for words in getattr(r, kind):
            found.setdefault(words, []).append(r)
    return found


def _remarks(drawn: tuple[Panel, ...], records: list[Record]) -> Iterator[Text]:
    if len(_told(records, "notes")) > _MOST_NOTES:
        yield MORE_NOTES
    if any(slot.overlaps for panel in drawn for slot in panel.slots):
        yield OVERLAP
    if len(drawn) > 1:
        yield OWN_AXES


def _corrections(dataset: Dataset, records: list[Record]) -> Iterator[Text]:
    differ = _what_differs(records)
    for r in records:
        for note in correction_notes(r):
            yield _of(dataset, [r], differ, note)


def _sources(dataset: Dataset, records: list[Record]) -> Iterator[Text]:
    """The publications of the numbers and of their corrections, the dataset's own first.

    Those other than the dataset's own say which figures they gave.
    """
    own, differ = dataset.info.source, _what_differs(records)
    gave: dict[str, list[Record]] = {}
    for r in records:
        gave.setdefault(r.source, []).append(r)
    for r in records:
        if r.correction:
            gave.setdefault(r.correction.source, [])
    for id_ in sorted(gave, key=lambda id_: id_ != own):
        line = source_text(dataset.sources[id_])
        yield _of(dataset, gave[id_] if id_ != own else [], differ, line)


class _Differ(NamedTuple):
    """Whether there are several indicators, and one of them in several regions."""

    indicators: bool
    places: bool


def _what_differs(records: list[Record]) -> _Differ:
    indicators = {r.indicator for r in records}
    places = {(r.indicator, r.region) for r in records}
    return _Differ(len(indicators) > 1, len(places) > len(indicators))


def _of(dataset: Dataset, which: list[Record], differ: _Differ, told: Text) -> Text:
    """A sentence with the figures it is about before it: their periods, and what else differs."""
    if not which:
        return told
    nl: list[str] = []
    en: list[str] = []
    for indicator in dict.fromkeys(r.indicator for r in which):
        one = [r for r in which if r.indicator == indicator]
        when = ", ".join(dict.fromkeys(r.period.text for r in one if r.period.known))
        regions = [dataset.regions[id_].label for id_ in dict.fromkeys(r.region for r in one)]
        for parts, lang in ((nl, "nl"), (en, "en")):
            parts += [getattr(one[0].label, lang)] * differ.indicators
            parts += [getattr(region, lang) for region in regions] * differ.places
            parts += [when or getattr(NO_PERIOD, lang)]
    return text(f"{', '.join(nl)}: {told.nl}", f"{', '.join(en)}: {told.en}")
