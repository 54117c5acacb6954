"""Series with what changed, and regions side by side."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal

from kic.dataset import Dataset
from kic.model import Record, Source, Status, Text, UnitKind
from kic.model.interval import UNKNOWN, Interval
from kic.model.sentences import sentence
from kic.model.wording import NOT_HERE, PER, UNCLEAR
from kic.query.change import Change, Series, missing_years, spans
from kic.query.compare import Comparison
from kic.query.conclusion import Conclusion
from kic.query.ratio import Ratio
from kic.table import Bar, Block, Cell, Column, Delta, Group, Page, Table
from kic.table.common import (
    INDICATOR,
    MARKS,
    PERIOD,
    PLACE,
    UNIT,
    VALUE,
    Notes,
    as_table,
    asked,
    joined,
    theme_label,
    used_sources,
)
from kic.table.figures import area_of, marks_of, unit_of, without_trend
from kic.table.rows import points


def compare_table(dataset: Dataset, answer: Comparison) -> Table:
    """Every series as a group: its points in order of time, each with what changed."""

    def page() -> Page:
        notes = Notes()
        blocks = [
            _series_block(dataset, answer, title, theme, series, notes)
            for title, theme, series in _parts(dataset, answer)
        ]
        remarks = tuple(concluded(dataset, c) for c in answer.conclusions)
        return notes.page(blocks, remarks=remarks)

    def extra() -> dict[str, Any]:
        return {"conclusions": [c._asdict() for c in answer.conclusions]}

    points = (r for s in answer.series for r in s.points)
    return as_table(
        dataset,
        answer,
        "compare",
        asked(answer.query),
        page,
        is_empty=not answer.series,
        sources=used_sources(dataset, points) | whole_sources(answer),
        extra=extra,
    )


def whole_sources(answer: Comparison) -> dict[str, Source]:
    """The sources of what rates and shares are of."""
    found = (answer.ratio(r) for s in answer.series for r in s.points)
    return {r.whole.source: r.whole.links.source for r in found if r and r.whole}


def _parts(
    dataset: Dataset, answer: Comparison
) -> Iterator[tuple[Text, str | None, list[Series]]]:
    """The series by theme, or all of them in the order asked for, under their headings."""
    order = answer.query.order
    if order is not None:
        if answer.series:
            yield sentence(f"by_{order}"), None, list(answer.series)
        return
    themes: dict[str | None, list[Series]] = {}
    for s in answer.series:
        themes.setdefault(s.points[0].theme, []).append(s)
    for theme, series in themes.items():
        yield theme_label(dataset, theme), theme, series


def concluded(dataset: Dataset, conclusion: Conclusion) -> Text:
    """Where a rate or share is higher; or that nothing can be said, and why."""
    beginning = {"label": conclusion.label, "period": conclusion.period}
    if conclusion.outcome == "equal":
        return sentence("equal", **beginning)
    if conclusion.region:
        return sentence("highest", **beginning, region=dataset.regions[conclusion.region].label)
    return sentence("unclear_where", **beginning, reasons=joined(conclusion.reasons, " "))


def _per(answer: Comparison, per: int) -> Text:
    """What a rate is called, by how many it is of, and of what if that is the same for all."""
    wholes = [r.whole for r in answer.ratios.values() if r.whole and r.whole.unit]
    unit = wholes[0].links.unit if len({whole.unit for whole in wholes}) == 1 else None
    return joined((PER[per], unit.label), " ") if unit else PER[per]


def _series_block(
    dataset: Dataset,
    answer: Comparison,
    title: Text,
    id_: str | None,
    several: list[Series],
    notes: Notes,
) -> Block:
    """Some series under one heading; rates or shares stand beside what they are of."""
    per = answer.query.per
    called = _per(answer, per) if per else sentence("share")
    ratios = (Column(sentence("of"), "number"), Column(called, "number")) if answer.ratios else ()
    columns = (
        *(PERIOD, VALUE, UNIT),
        Column(sentence("difference"), "number"),
        Column(sentence("percent"), "number"),
        *(*ratios, Column(sentence("bar"), "bar"), MARKS, PLACE),
    )
    groups = tuple(
        Group(
            s.label,
            s.indicator,
            tuple(_points(dataset, answer, s, notes)),
            area_of(s.points[0]),
            tuple((sentence("caution"), note) for note in s.notes),
        )
        for s in several
    )
    return Block(title, id_, columns, groups, INDICATOR)


def _points(
    dataset: Dataset, answer: Comparison, s: Series, notes: Notes
) -> Iterator[tuple[Cell, ...]]:
    """A row for each figure, and one where years between two of them are missing."""
    scale = _Scale(answer, s)
    query = answer.query
    whole = not (query.period or query.start or query.end)  # the series as it is known
    before: Record | None = None
    for record, change in points(s):
        missing = missing_years(before, record) if before and whole else []
        if missing:
            empty, nothing = scale.bar(record, gap=True), (None,) * (2 if answer.ratios else 0)
            yield spans(missing), NOT_HERE, None, None, None, *nothing, empty, None, None
        before = record
        ratio = answer.ratio(record)
        told = (*(change.notes if change else ()), *(ratio.notes if ratio else ()))
        if ratio and ratio.refusal:
            told += (ratio.refusal,)
        yield (
            record.period,
            without_trend(record),
            unit_of(record),
            *_change_cells(s, change),
            *(_ratio_cells(record, ratio) if answer.ratios else ()),
            scale.bar(record),
            marks_of(dataset, record, notes, told),
            record.locator,
        )


def _ratio_cells(record: Record, ratio: Ratio | None) -> tuple[Cell, Cell]:
    """What a rate or share is of, and how much it is."""
    if ratio is None or not record.interval.known:
        return None, None
    if ratio.whole is None:
        return None, sentence("not_applicable")
    of = without_trend(ratio.whole)
    return of, ratio


def _change_cells(s: Series, change: Change | None) -> tuple[Cell, Cell]:
    """How much a figure changed, in its unit and in per cent of what it was."""
    if change is None:
        return None, None
    percent: Cell = sentence("not_applicable")
    if change.percent.known:
        percent = Delta(change.percent, "percent", base=_small_base(s, change))
    if change.direction is None:
        return sentence("not_applicable"), percent
    if not change.absolute.known:
        return UNCLEAR, percent
    kind: Literal["absolute", "points"] = "points" if change.points else "absolute"
    return Delta(change.absolute, kind, change.direction == "unclear"), percent


def _small_base(s: Series, change: Change) -> Record | None:
    """The count that a percentage is of, where it is so small that the percentage misleads."""
    base = next(r for r in s.points if r.period == change.start)
    small = _counts(base, UnitKind.COUNT) and base.interval.farthest < _SMALL
    return without_trend(base) if small else None


def _counts(record: Record, kind: UnitKind) -> bool:
    unit = record.links.unit
    return unit is not None and unit.kind is kind


_SMALL = 50


class _Scale:
    """What the bars of a series are measured against, so that they can be compared.

    Rates and shares share a scale with the other regions of their indicator.
    """

    def __init__(self, answer: Comparison, s: Series) -> None:
        self.answer = answer
        if answer.ratios:
            alike = [x for x in answer.series if x.indicator == s.indicator]
            drawn = [r for x in alike for r in x.points if self._interval(r).known]
            self.units = {r.unit for r in drawn}
        else:
            drawn = [r for r in s.points if r.interval.known]
            counted = Counter(r.unit for r in drawn)
            self.units = {unit for unit, number in counted.items() if number > 1}
        self.longest = max(
            (self._interval(r).farthest for r in drawn if r.unit in self.units), default=0
        )
        share = answer.query.share or (
            not answer.ratios
            and s.unit is not None
            and all(_counts(r, UnitKind.SHARE) for r in drawn)
        )
        if self.units and share:
            self.longest = 100

    def _interval(self, record: Record) -> Interval:
        ratio = self.answer.ratio(record)
        return ratio.interval if ratio else record.interval

    def bar(self, record: Record, *, gap: bool = False) -> Bar | None:
        """The bar of a figure, or the gap beside one; none where there is nothing to compare."""
        if record.unit not in self.units:
            return None
        if record.interval.known and not self._interval(record).known:
            return None  # there is a number, only none of this kind
        disputed = record.status is Status.UNVALIDATED
        return Bar(UNKNOWN if gap else self._interval(record), self.longest, disputed)
