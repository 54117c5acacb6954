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
from kic.query.grouping import grouped
from kic.query.ratio import Ratio
from kic.query.themes import theme_label
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
    filters,
    joined,
    used_sources,
)
from kic.table.figures import area_of, marks_of, unit_of, without_trend
from kic.table.rows import points


def compare_table(dataset: Dataset, answer: Comparison) -> Table:
    """Every series as a group: its points in order of time, each with what changed."""

    def page() -> Page:
        notes = Notes()
        order = answer.query.order
        themes = grouped(answer.series, lambda s: None if order else s.points[0].theme)
        blocks = [
            _block(
                answer,
                sentence(f"by_{order}") if order else theme_label(dataset, theme),
                theme,
                [_group(dataset, answer, s, notes) for s in series],
            )
            for theme, series in themes.items()
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
        filters(answer.query),
        page,
        is_empty=not answer.series,
        sources=used_sources(dataset, points) | whole_sources(answer),
        extra=extra,
    )


def whole_sources(answer: Comparison) -> dict[str, Source]:
    """The sources of what rates and shares are of."""
    ratios = (answer.ratio(r) for s in answer.series for r in s.points)
    return {r.whole.source: r.whole.links.source for r in ratios if r and r.whole}


def concluded(dataset: Dataset, conclusion: Conclusion) -> Text:
    """Where a rate or share is higher; or that nothing can be said, and why."""
    return sentence(
        _OUTCOME[conclusion.outcome],
        label=conclusion.label,
        period=conclusion.period,
        region=conclusion.region and dataset.regions[conclusion.region].label,
        reasons=conclusion.reasons and joined(conclusion.reasons, " "),
    )


_OUTCOME = {"equal": "equal", "higher": "highest", "unclear": "unclear_where"}  # its sentence


def _per(answer: Comparison, per: int) -> Text:
    """What a rate is called, by how many it is of, and of what if that is the same for all."""
    wholes = [r.whole for r in answer.ratios.values() if r.whole and r.whole.unit]
    unit = wholes[0].links.unit if len({whole.unit for whole in wholes}) == 1 else None
    return joined((PER[per], unit.label), " ") if unit else PER[per]


def _block(answer: Comparison, title: Text, id_: str | None, groups: list[Group]) -> Block:
    """Some series under one heading; rates or shares stand beside what they are of."""
    per = answer.query.per
    label = _per(answer, per) if per else sentence("share")
    ratios = (Column(sentence("of"), "number"), Column(label, "number")) if answer.ratios else ()
    columns = (
        *(PERIOD, VALUE, UNIT),
        Column(sentence("difference"), "number"),
        Column(sentence("percent"), "number"),
        *(*ratios, Column(sentence("bar"), "bar"), MARKS, PLACE),
    )
    return Block(title, id_, columns, tuple(groups), INDICATOR)


def _group(dataset: Dataset, answer: Comparison, s: Series, notes: Notes) -> Group:
    """A series with a row for each figure, and one where years between two are missing."""
    query = answer.query
    whole = not (query.period or query.start or query.end)  # the series as it is known
    nothing: tuple[Cell, ...] = (None, None) if answer.ratios else ()
    rows: list[tuple[Cell, ...]] = []
    previous = (None, *s.points)
    for before, (record, change), bar in zip(previous, points(s), _bars(answer, s), strict=False):
        if before and whole and (missing := missing_years(before, record)):
            gap = bar and bar._replace(interval=UNKNOWN)
            rows.append((spans(missing), NOT_HERE, None, None, None, *nothing, gap, None, None))
        ratio = answer.ratio(record)
        remarks = (*(change.notes if change else ()), *(ratio.remarks if ratio else ()))
        rows.append(
            (
                record.period,
                without_trend(record),
                unit_of(record),
                *_change_cells(s, change),
                *(_ratio_cells(record, ratio) if answer.ratios else ()),
                bar,
                marks_of(dataset, record, notes, remarks),
                record.locator,
            )
        )
    cautions = tuple((sentence("caution"), note) for note in s.notes)
    return Group(s.label, s.indicator, tuple(rows), area_of(s.points[0]), cautions)


def _ratio_cells(record: Record, ratio: Ratio | None) -> tuple[Cell, Cell]:
    """What a rate or share is of, and how much it is."""
    if ratio is None or not record.interval.known:
        return None, None
    if ratio.whole is None:
        return None, sentence("not_applicable")
    return without_trend(ratio.whole), ratio


def _change_cells(s: Series, change: Change | None) -> tuple[Cell, Cell]:
    """How much a figure changed, in its unit and in per cent of what it was."""
    if change is None:
        return None, None
    none = sentence("not_applicable")
    percent: Cell = none
    if change.percent.known:
        percent = Delta(change.percent, "percent", base=_small_base(s, change))
    if not change.absolute.known:
        return none if change.direction is None else UNCLEAR, percent
    kind: Literal["absolute", "points"] = "points" if change.points else "absolute"
    return Delta(change.absolute, kind, change.direction == "unclear"), percent


def _small_base(s: Series, change: Change) -> Record | None:
    """The count that a percentage is of, where it is so small that the percentage misleads."""
    base = next(r for r in s.points if r.period == change.start)
    small = base.unit_kind is UnitKind.COUNT and base.interval.farthest < _SMALL
    return without_trend(base) if small else None


_SMALL = 50


def _bars(answer: Comparison, s: Series) -> Iterator[Bar | None]:
    """The bar of each figure, on a scale on which they compare; none where nothing does.

    Rates and shares share a scale with the other regions of their indicator.
    """
    alike = [x for x in answer.series if x.indicator == s.indicator] if answer.ratios else [s]
    drawn = [r for x in alike for r in x.points if _drawn(answer, r).known]
    counted = Counter(r.unit for r in drawn)
    units = {unit for unit, number in counted.items() if number > 1 or answer.ratios}
    farthest = (_drawn(answer, r).farthest for r in drawn if r.unit in units)
    longest = max(farthest, default=0)
    if answer.query.share or (
        not answer.ratios and s.unit and all(r.unit_kind is UnitKind.SHARE for r in drawn)
    ):
        longest = 100
    for r in s.points:
        interval = _drawn(answer, r)
        # Where there is a number, only none of the kind that is drawn, nothing is missing.
        compares = r.unit in units and (interval.known or not r.interval.known)
        yield Bar(interval, longest, r.status is Status.UNVALIDATED) if compares else None


def _drawn(answer: Comparison, record: Record) -> Interval:
    """The number that a bar shows: the rate or share, if one was asked for."""
    ratio = answer.ratio(record)
    return ratio.interval if ratio else record.interval
