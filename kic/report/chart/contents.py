"""The figures of a chart as panels with an axis each, and the periods of each as slots."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from kic.dataset import Dataset
from kic.model import SIGNED, Measure, Period, Reason, Record, Status, Text, UnitKind
from kic.model.interval import UNKNOWN, Interval, Number, exact, magnitude
from kic.model.wording import NOT_HERE, text
from kic.query.change import Series
from kic.report.chart.explanations import NO_PERIOD, Explanations, legend
from kic.report.chart.marks import codes
from kic.report.chart.picture import Panel, Picture, Slot
from kic.table import Bar
from kic.table.figures import measured

NOT_SHOWN = text("hier niet getoond", "not shown here")
_NOTHING_COUNTED = text("geen periode", "no period")
_KIND_OF_PERIOD = {
    "school_year": text("per schooljaar", "per school year"),
    "half_year": text("per halfjaar", "per half-year"),
    "quarter": text("per kwartaal", "per quarter"),
    "month": text("per maand", "per month"),
    "day": text("op één dag", "on one day"),
}
# What goes without saying, or is not known, is not said in the line below a title.
_SILENT = (None, Measure.IN_PERIOD, Measure.SHARE, Measure.UNSPECIFIED)
_MOST_MISSING = 3  # more of them in a row share one slot


def picture_of(dataset: Dataset, series: Iterable[Series]) -> Picture:
    """The chart of these series, of which there is at least one."""
    series = tuple(series)
    everything: dict[tuple[str, str], dict[Period, Record]] = {}  # also what is not drawn
    for r in dataset.records:
        everything.setdefault((r.indicator, r.region), {})[r.period] = r
    panels = tuple(
        _panel(dataset, s, points, everything[s.indicator, s.region])
        for s in series
        for points in _on_one_axis(s.points).values()
    )
    explanations = Explanations(dataset, [r for s in series for r in s.points])
    return Picture(
        title=explanations.title(),
        panels=panels,
        keys=tuple(legend([slot for panel in panels for slot in panel.slots], dataset.by)),
        corrections=tuple(explanations.corrections()),
        notes=tuple(explanations.notes()),
        remarks=tuple(explanations.remarks(panels)),
        sources=tuple(explanations.sources()),
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
        axes.setdefault(next((axis for axis in axes if _fits(axis, r)), own), []).append(r)
    for together in axes.values():
        together.sort(key=lambda r: r.period)
    return axes


def _fits(axis: _Axis, r: Record) -> bool:
    """Whether a point can be drawn on an axis."""
    unit, measure, kind = axis
    same_way = unit == r.unit and (measure == r.measure or not r.interval.known)
    return same_way and (kind == r.period.kind or not r.period.known)


def _panel(
    dataset: Dataset, s: Series, points: list[Record], everything: dict[Period, Record]
) -> Panel:
    """A panel with some points of a series, of which ``everything`` is in the dataset."""
    first = points[0]
    numbers = [n for r in points if _is_drawn(r) for n in r.interval if n is not None]
    unit = first.links.unit
    kind = unit.kind if unit else None
    ticks = _ticks(min(0, *numbers), max(0, *numbers), kind) if numbers else ()
    counted = measured(first) if first.measure not in _SILENT and numbers else None
    return Panel(
        title=s.label,
        region=first.links.region.label,
        unit=unit.label if unit else None,
        kind=kind,
        about=tuple(fact for fact in (_kind_of_period(first.period), counted) if fact),
        ticks=ticks,
        top=ticks[-1] if any(ticks) else 1,
        slots=tuple(_slots(dataset, points, everything)),
    )


def _kind_of_period(period: Period) -> Text | None:
    if period.kind.startswith("years-"):
        years = period.kind.removeprefix("years-")
        return text(f"over {years} jaar samen", f"over {years} years combined")
    return _KIND_OF_PERIOD.get(period.kind)


def _is_drawn(r: Record) -> bool:
    """Whether a number can be a bar: not where it may go on beyond zero without an end."""
    value, low, high = r.interval
    endless = r.unit_kind in SIGNED and (
        (value is None and low is None) or (high is None and low is not None and low < 0)
    )
    return r.interval.known and not endless


def _ticks(lowest: Number, longest: Number, kind: UnitKind | None) -> tuple[Number, ...]:
    """Round numbers from the lowest or below to the longest or above; a share's go to 100."""
    if kind is UnitKind.SHARE and longest <= 100:
        return (0, 25, 50, 75, 100)
    size = max(exact(longest), -exact(lowest))
    if not size:
        return (0,)
    power = magnitude(size) - 1
    if kind is UnitKind.COUNT:
        power = max(power, 0)  # nothing is counted in parts
    for lead in (1, 2, 5, 10, 20, 50):
        step = lead * Fraction(10) ** power
        first, last = floor(exact(lowest) / step), ceil(exact(longest) / step)
        if last - first <= 5:
            break
    steps = range(first, last + 1)
    return tuple(int(n * step) if power >= 0 or not n else float(n * step) for n in steps)


# ------------------------------------------------------------------------------ slots


def _slots(
    dataset: Dataset, points: list[Record], everything: dict[Period, Record]
) -> Iterator[Slot]:
    """The points in order of time with what lies between them, then what has no period."""
    known = [r for r in points if r.period.known]
    yield from (_slot(dataset, r) for r in known[:1])
    for before, now in pairwise(known):
        yield from _skipped(before.period, now.period, everything)
        overlaps = now.period.start <= before.period.end
        yield _slot(dataset, now)._replace(overlaps=overlaps)
    yield from (_slot(dataset, r) for r in points if not r.period.known)


def _slot(dataset: Dataset, r: Record) -> Slot:
    known = r.period.known
    counted = r.interval.known or r.reason is Reason.NOT_STATED
    when = text(r.period.brief, r.period.brief) if known else NO_PERIOD
    farthest = r.interval.farthest
    shown = r.interval if _is_drawn(r) else UNKNOWN
    strokes = Bar(shown, farthest, r.status is Status.UNVALIDATED).strokes
    stroke = strokes[-1] if strokes else "full"  # the last part is the least certain one
    return Slot(
        when=when if known or counted else _NOTHING_COUNTED,
        label=r,
        codes=(*codes(r), *(("n",) if r.source not in dataset.own else ())),
        interval=Interval.exact(farthest) if stroke == "disputed" else r.interval,
        stroke=stroke,
        # Where a series breaks at no known time, the code at the figure has to do.
        breaks=known and r.status is Status.BREAK,
        apart=not known,
        notes=(*r.cautions, *r.notes),
    )


def _skipped(before: Period, now: Period, everything: dict[Period, Record]) -> Iterator[Slot]:
    """The periods between two points: not in the dataset, or known but not on this axis."""
    missing: list[Period] = []
    for period in before.until(now):
        r = everything.get(period)
        if r is None:
            missing.append(period)
            continue
        yield from _missing(missing)
        missing = []
        broken = tuple(code for code in codes(r) if code.upper() == Status.BREAK)
        yield Slot(text(period.brief, period.brief), NOT_SHOWN, broken, breaks=bool(broken))
    yield from _missing(missing)


def _missing(periods: list[Period]) -> Iterator[Slot]:
    """A slot for each; one for all of them if they are many."""
    spans = [period.brief for period in periods]
    if len(spans) > _MOST_MISSING:
        spans = [f"{spans[0]}–{spans[-1]}"]
    yield from (Slot(text(span, span), NOT_HERE) for span in spans)
