"""What went up and down, series with what changed, and regions side by side."""

from collections import Counter
from collections.abc import Collection, Iterator
from functools import partial
from typing import Any

from kic.dataset import Dataset
from kic.model import Record, Source, Status, Text, UnitKind
from kic.model.grouping import collected, grouped
from kic.model.interval import UNKNOWN, Interval
from kic.model.sentences import sentence
from kic.model.wording import NOT_HERE, PER
from kic.query.change import Change, Series
from kic.query.comparable import missing_years, spans
from kic.query.compare import Comparison
from kic.query.conclusion import Conclusion
from kic.query.limits import periods_inferred
from kic.query.ratio import Ratio
from kic.table import (
    Again,
    Amount,
    Bar,
    Block,
    Cell,
    Column,
    Line,
    Missing,
    Page,
    Phrase,
    Several,
    Table,
    When,
    counted,
    phrase,
)
from kic.table.common import (
    AMOUNT,
    PERIOD,
    REGION,
    as_table,
    filters,
    publication,
    tallied,
    used_sources,
)
from kic.table.figures import (
    direction_note,
    has_bar,
    inferred_periods,
    limits_of,
    measured,
    name_of,
    notes_of,
    own_cautions,
    told_of_change,
)
from kic.table.headline import doubts, indicator_line, limited
from kic.table.in_full import near
from kic.table.overview import (
    DIFFERENCE,
    PERCENT,
    change_cells,
    moved_line,
    overview,
    without,
)
from kic.table.rows import Data
from kic.table.series import COLUMNS, point_row, series_row
from kic.table.together import as_told, told_together


def compare_table(
    dataset: Dataset, answer: Comparison, other_years: Collection[str] = ()
) -> Table:
    """What rose and fell; or, where indicators are named or set against a whole, each series.

    ``other_years`` are the indicators on which the figures for comparison have more.
    """
    several = list(grouped(answer.series, lambda s: s.indicator).values())
    alone = len(several) == 1 and not answer.cut

    def page() -> Page:
        if answer.is_overview:
            shown = overview(dataset, answer)
        else:
            blocks = (_block(dataset, answer, s, alone=alone) for s in several)
            shown = Page(tuple(blocks), tuple(_remarks(dataset, answer)))
        others = () if answer.ratios else other_years
        covered = any(r.indicator in others and answer.query.takes(r) for r in dataset.records)
        more = (phrase("other_years"),) if covered else ()
        return shown._replace(remarks=(*shown.remarks, *more))

    def extra() -> dict[str, Any]:
        return {"conclusions": [c._asdict() for c in answer.conclusions]}

    sources = used_sources(dataset, (r for s in answer.series for r in s.points))
    return as_table(
        dataset,
        "compare",
        filters(answer.query),
        moved_line(dataset, answer) if answer.is_overview else _answer(dataset, answer, several),
        page,
        partial(rows, answer),
        is_empty=not answer.series,
        sources=sources._replace(shown={**sources.shown, **whole_sources(answer)}),
        extra=extra,
    )


def whole_sources(answer: Comparison) -> dict[str, Source]:
    """The sources of what rates and shares are of."""
    ratios = (answer.ratio(r) for s in answer.series for r in s.points)
    wholes = (version for q in ratios if q and q.whole for version in (q.whole, *q.whole.earlier))
    return {whole.source: whole.links.source for whole in wholes}


# ------------------------------------------------------------------------------- series


def _answer(dataset: Dataset, answer: Comparison, several: list[list[Series]]) -> Phrase:
    """What the numbers come to: where a rate is higher, or what changed."""
    if answer.conclusions and len(several) == 1:
        lines = tuple(concluded(dataset, answer, c) for c in answer.conclusions)
        return lines[0] if len(lines) == 1 else phrase("just", total=Several(lines, "; "))
    if len(several) == 1 and not answer.ratios:
        line = indicator_line(dataset, several[0])
        single = all(sum(r.interval.known for r in s.points) == 1 for s in several[0])
        key = "one_asked_only" if any(answer.ends) else "one_period_only"
        return phrase(key, line=line) if single else line
    if not answer.ratios:
        return moved_line(dataset, answer)
    if len(several) == 1:
        label = phrase("with_per", label=several[0][0].label, per=_per(answer))
        rated = (_rated(answer, s, named=len(several[0]) > 1) for s in several[0])
        return phrase("about", label=label, what=Several(tuple(filter(None, rated)), "; "))
    total = counted("indicator", len(several))
    line = phrase("about_theme", theme=_per(answer), what=total)
    outcomes = Counter(c.outcome for c in answer.conclusions)
    if not outcomes:
        return line
    counts = {
        "ratio_higher": outcomes["higher"],
        "ratio_equal": outcomes["equal"],
        "ratio_open": outcomes["unclear"],
    }
    return phrase("counts", total=line, parts=tallied(counts))


def _rated(answer: Comparison, s: Series, *, named: bool) -> Cell:
    """The rates or shares of one region, with their periods."""
    known = [
        _dated_ratio(r, ratio) for r in s.points if (ratio := answer.ratio(r)) and ratio.whole
    ]
    if not named or not known:
        return Several(tuple(known)) if known else None
    region = s.points[0].links.region.label
    return phrase("in_region", region=region, what=Several(tuple(known)))


def _dated_ratio(record: Record, ratio: Ratio) -> Phrase:
    """A rate or share with its period, and what its numbers are: a plan, or not certain yet."""
    what = phrase("rated", ratio=ratio, period=record.period.when)
    told = dict.fromkeys(doubt for r in (record, ratio.whole) if r for doubt in doubts(r))
    what = limited(what, *told)
    is_plan = record.is_plan or (ratio.whole and ratio.whole.is_plan)
    return phrase("planned", what=what) if is_plan else what


def concluded(dataset: Dataset, answer: Comparison, conclusion: Conclusion) -> Phrase:
    """Where a rate or share is higher, and what limits that; or why nothing can be said."""
    line = phrase(
        _OUTCOME[conclusion.outcome],
        region=conclusion.region and dataset.regions[conclusion.region].label,
        reasons=Several(conclusion.reasons, "; "),
    )
    if conclusion.outcome != "unclear":
        line = limited(line, *conclusion.limits)
    indicator = dataset.indicators[conclusion.indicator]
    label: Cell = indicator.short or indicator.label
    points = (r for s in answer.series if s.indicator == conclusion.indicator for r in s.points)
    if len({r.period for r in points}) > 1:
        label = Several((label, conclusion.period))
    return phrase("about", label=label, what=line)


_OUTCOME = {"equal": "equal", "higher": "highest", "unclear": "unclear_where"}  # its sentence


def _per(answer: Comparison) -> Text:
    """What a rate or share is called."""
    return PER[answer.query.per] if answer.query.per else sentence("share")


def _block(dataset: Dataset, answer: Comparison, several: list[Series], *, alone: bool) -> Block:
    """The series of one indicator, a line for each figure and for years that are missing."""
    ratios = (Column(_per(answer), "number", obvious=True),) if answer.ratios else ()
    columns = (
        *(REGION._replace(obvious=True), PERIOD._replace(obvious=True), AMOUNT),
        *(DIFFERENCE, PERCENT, *ratios, Column(sentence("bar"), "bar", obvious=True)),
    )
    several_regions = len(several) > 1 or several[0].region != dataset.home
    lines = [line for s in several for line in _lines(dataset, answer, s, region=several_regions)]
    return Block(None if alone else several[0].label, columns, tuple(lines))


def _lines(dataset: Dataset, answer: Comparison, s: Series, *, region: bool) -> Iterator[Line]:
    """A line for each figure of a series, and one where years between two are missing."""
    query = answer.query
    whole = not (query.period or query.start or query.end)  # the series as it is known
    nothing: tuple[Cell, ...] = (None,) if answer.ratios else ()
    previous, together = (None, *s.points), told_together(dataset, s.points)
    steps = zip(previous, s.steps, together, _bars(answer, s), strict=False)
    for before, (r, change), typed, bar in steps:
        told, area = dict(typed), r.links.region.label
        if before and whole and (missing := missing_years(before, r)):
            gap = bar and bar._replace(interval=UNKNOWN)
            cells = (
                Again(area) if region else None,
                *(spans(missing), Missing(NOT_HERE), None, None, *nothing, gap),
            )
            yield Line(cells)
            told[sentence("missing_years", missing=spans(missing))] = None
        if change and change.direction:
            told |= dict.fromkeys(told_of_change(dataset, change))
        ratio = answer.ratio(r)
        cautions: tuple[Cell, ...] = (
            *direction_note(r),
            *limits_of(dataset, r),
            *_over_others(before, change),
            *(change.cautions if change else ()),
            *(_of_ratio(ratio) if ratio else ()),
        )
        yield Line(
            (
                (Again(area) if before else area) if region else None,
                *(When(r), Amount(r), *change_cells(change)),
                *((_ratio_cell(r, ratio),) if answer.ratios else ()),
                bar,
            ),
            as_told(cautions, told),
            as_told((*notes_of(r), *_counted_as(before, r)), told),
        )


def _over_others(before: Record | None, change: Change | None) -> Iterator[Cell]:
    """From when a change is, where that is not the figure above it."""
    if change and change.absolute.known and change.base is not before:
        yield phrase("between", start=change.start, end=change.end)


def _counted_as(before: Record | None, record: Record) -> Iterator[Cell]:
    """How a figure is counted, unless that is known of the one before it."""
    if record.measure and (before is None or before.measure != record.measure):
        yield phrase("counted_as", measure=measured(record))


def _of_ratio(ratio: Ratio) -> Iterator[Cell]:
    """Why there is no rate or share; or of what it is, if it is a share, and what limits it."""
    if ratio.refusal:
        yield ratio.refusal
    if ratio.whole and ratio.is_share:
        yield phrase("part_of", whole=ratio.whole.label)
        whole = ratio.whole
        yield from (*periods_inferred(whole), *own_cautions(whole), *whole.cautions)
    yield from ratio.cautions


def _remarks(dataset: Dataset, answer: Comparison) -> Iterator[Cell]:
    """What holds for all series: what rates are of, and why regions may not compare."""
    wholes = _populations(answer)
    yield from divisors(answer)
    if len({s.indicator for s in answer.series}) > 1:
        yield from (
            phrase("ended", what=concluded(dataset, answer, c)) for c in answer.conclusions
        )
    if answer.query.names_indicators:
        yield from without(answer)
    yield from _noted(answer)
    yield from inferred_periods((*(r for s in answer.series for r in s.points), *wholes))
    if any(c.absolute.known for s in answer.series for c in s.changes) and not answer.ratios:
        yield phrase("computed")
    if len(asked := {s.indicator for s in answer.series}) == 1 and (o := near(dataset, *asked)):
        yield phrase("near", others=Several(o, "; "))


def _noted(answer: Comparison) -> Iterator[Cell]:
    """What is noted of the series, by the name of what it is about where that is not all of them.

    Conclusions say themselves why regions do not compare.
    """
    notes = ((n, s) for s in answer.series for n in s.notes)
    own = collected((n, s) for n, s in notes if not answer.conclusions or n not in s.regions)
    total = len({s.indicator for s in answer.series})
    for note, several in own.items():
        names = {s.indicator: name_of(s.points[0]) for s in several}
        label = Several((*names.values(),), "; ")
        yield note if len(names) == total else phrase("about", label=label, what=note)


def divisors(answer: Comparison) -> Iterator[Cell]:
    """Each population that rates are of, with its cautions."""
    wholes = _populations(answer)
    # Where all are of one publication, the sources below tell which.
    differ = len({whole.source for whole in wholes}) > 1
    for whole, parts in wholes.items():
        of = Several((whole.label, whole.links.region.label, When(whole)))
        line = phrase("divided", whole=of, amount=Amount(whole))
        origin = publication(whole.links.source)
        is_elsewhere = differ and any(r.source != whole.source for r in parts)
        told = [phrase("population_elsewhere", publication=origin)] if is_elsewhere else []
        yield Several((line, *told, *own_cautions(whole), *whole.cautions), " ")


def _populations(answer: Comparison) -> dict[Record, list[Record]]:
    """What rates are of, each once, with the figures that it divides."""
    rated = ((answer.ratio(r), r) for s in answer.series for r in s.points)
    return collected((q.whole, r) for q, r in rated if q and q.whole and not q.is_share)


def _ratio_cell(record: Record, ratio: Ratio | None) -> Cell:
    """How much a rate or share is, a share with what it is of."""
    if ratio is None or not record.interval.known:
        return None
    if ratio.whole is None:
        return Missing(sentence("no_share_here" if ratio.is_share else "no_rate_here"))
    if ratio.is_share:
        return phrase("share_of", ratio=ratio, whole=ratio.whole)
    return phrase("rate_per", ratio=ratio, per=ratio.per)


def _bars(answer: Comparison, s: Series) -> Iterator[Bar | None]:
    """The bar of each figure, on a scale on which they compare; none where nothing does.

    Rates and shares share a scale with the other regions of their indicator.
    """
    alike = [x for x in answer.series if x.indicator == s.indicator] if answer.ratios else [s]
    drawn = [r for x in alike for r in x.points if _drawn(answer, r).known]
    if len(drawn) < 2 or not all(map(has_bar, drawn)):
        drawn = []  # one length alone compares with nothing, and none is below zero
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


def rows(answer: Comparison) -> Data:
    """A row for each figure, and a record for each series."""
    several = answer.series
    return Data(
        columns=COLUMNS,
        rows=tuple(point_row(answer, s, *step) for s in several for step in s.steps),
        shown=(
            *("indicator", "region", "period", "value", "unit"),
            *("change_from", "change_absolute", "change_percent"),
            *(("ratio", "ratio_per") if answer.ratios else ()),
            "locator",
        ),
        series=tuple(series_row(answer, s) for s in several),
        figures=tuple(r for s in several for r in s.points),
        notes=tuple(dict.fromkeys(note for s in several for note in s.notes)),
    )
