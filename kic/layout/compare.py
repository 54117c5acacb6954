"""Series with what changed, and regions side by side."""

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from kic.change import Change, Series, missing_years, spans
from kic.dataset import Dataset
from kic.interval import UNKNOWN, Interval
from kic.layout.common import (
    INDICATOR,
    MARKS,
    PERIOD,
    PLACE,
    REGION,
    UNIT,
    VALUE,
    Notes,
    area_of,
    asked,
    for_machines,
    identity,
    marks_of,
    quantity,
    region_of,
    source_rows,
    theme_label,
    unit_of,
    used_sources,
)
from kic.model import Record, Source, Status, Text, UnitKind
from kic.query import Compared
from kic.ratio import PERCENT, Contrast, Ratio
from kic.rows import contrast_row, points
from kic.table import Bar, Block, Cell, Column, Delta, Group, Level, Table
from kic.wording import CONTRAST, MISSING, PER, SEVERAL_MISSING, text


def compare_table(dataset: Dataset, answer: Compared) -> Table:
    """Every series as a group: its points in order of time, each with what changed."""
    notes = Notes()
    order = answer.query.order
    if order is None:
        themes = dict.fromkeys(s.points[0].theme for s in answer.series)
        together = {
            theme: [s for s in answer.series if s.points[0].theme == theme] for theme in themes
        }
        blocks = [
            _series_block(dataset, answer, theme_label(dataset, theme), theme, several, notes)
            for theme, several in together.items()
        ]
    else:
        title = _ORDERED[order]
        blocks = [_series_block(dataset, answer, title, None, list(answer.series), notes)]
    if answer.contrasts:
        blocks.append(_contrast_block(dataset, answer, notes))
    points = [r for s in answer.series for r in s.points]
    sources = used_sources(dataset, points) | whole_sources(answer)
    return Table(
        command="compare",
        dataset=identity(dataset),
        query=asked(answer.query),
        **for_machines(answer),
        extra={
            "contrasts": [contrast_row(c) for c in answer.contrasts],
            "sources": source_rows(sources),
        },
        blocks=tuple(block for block in blocks if block.groups),
        marks=notes.legend,
        notes=tuple(notes.found),
        sources=tuple(sources.values()),
    )


_CAUTION = text("Let op", "Note")
_NOT_APPLICABLE = text("n.v.t.", "n/a")
_OF = Column(text("Van", "Of"), "number")
_SHARE = text("Aandeel", "Share")
_BAR = Column(text("Staaf", "Bar"), "bar")
_DIFFERENCE = text("Verschil", "Difference")
_ORDERED = {
    "name": text("Op naam", "By name"),
    "absolute": text("Grootste stijging eerst", "Largest rise first"),
    "percent": text("Grootste stijging in procenten eerst", "Largest rise in per cent first"),
}


def _per(dataset: Dataset, answer: Compared, per: int) -> Text:
    """What a rate is called, by how many it is of, and of what if that is the same for all."""
    wholes = (r.whole for r in answer.ratios.values())
    units = {whole.unit for whole in wholes if whole and whole.unit}
    nl, en = PER[per].nl, PER[per].en
    if len(units) == 1:
        unit = dataset.units[units.pop()].label
        nl, en = f"{nl} {unit.nl}", f"{en} {unit.en}"
    return text(nl, en)


def whole_sources(answer: Compared) -> dict[str, Source]:
    """The sources of what rates and shares are of."""
    found = (answer.ratio(r) for s in answer.series for r in s.points)
    return {r.whole.source: r.source for r in found if r and r.whole and r.source}


def _series_block(
    dataset: Dataset,
    answer: Compared,
    title: Text,
    id_: str | None,
    several: list[Series],
    notes: Notes,
) -> Block:
    """Some series under one heading; rates or shares stand beside what they are of."""
    per = answer.query.per
    called = _per(dataset, answer, per) if per else _SHARE
    ratios = (_OF, Column(called, "number")) if answer.ratios else ()
    columns = (
        *(PERIOD, VALUE, UNIT),
        Column(_DIFFERENCE, "number"),
        Column(text("Procent", "Per cent"), "number"),
        *(*ratios, _BAR, MARKS, PLACE),
    )
    groups = tuple(
        Group(
            s.label,
            s.indicator,
            tuple(_points(dataset, answer, s, notes)),
            area_of(dataset, s.region),
            tuple((_CAUTION, note) for note in s.notes),
        )
        for s in several
    )
    return Block(title, id_, columns, groups, INDICATOR)


def _points(
    dataset: Dataset, answer: Compared, s: Series, notes: Notes
) -> Iterator[tuple[Cell, ...]]:
    """A row for each figure, and one where years between two of them are missing."""
    scale = _Scale(dataset, answer, s)
    query = answer.query
    whole = not (query.period or query.start or query.end)  # the series as it is known
    before: Record | None = None
    for record, change in points(s):
        missing = missing_years(before, record) if before and whole else []
        if missing:
            told_so = SEVERAL_MISSING if len(missing) > 1 else MISSING
            empty, nothing = scale.bar(record, gap=True), (None,) * (2 if answer.ratios else 0)
            yield spans(missing), told_so, None, None, None, *nothing, empty, None, None
        before = record
        ratio = answer.ratio(record)
        told = (*(change.notes if change else ()), *(ratio.notes if ratio else ()))
        if ratio and ratio.refusal:
            told += (ratio.refusal,)
        yield (
            record.period,
            quantity(record, trend=False),
            unit_of(dataset, record),
            *_change_cells(change),
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
        return None, _NOT_APPLICABLE
    of = quantity(ratio.whole, trend=False)
    return of, Level(ratio.interval, percent=ratio.per == PERCENT)


def _change_cells(change: Change | None) -> tuple[Cell, Cell]:
    """How much a figure changed, in its unit and in per cent."""
    if change is None:
        return None, None
    percent: Cell = Delta(change.percent, "percent") if change.percent.known else _NOT_APPLICABLE
    if change.direction is None:
        return _NOT_APPLICABLE, percent
    if not change.absolute.known:
        return CONTRAST["unclear"], percent
    kind: Literal["absolute", "points"] = "points" if change.points else "absolute"
    return Delta(change.absolute, kind, change.direction == "unclear"), percent


class _Scale:
    """What the bars of a series are measured against, so that they can be compared.

    Rates and shares share a scale with the other regions of their indicator.
    """

    def __init__(self, dataset: Dataset, answer: Compared, s: Series) -> None:
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
        share = s.unit and dataset.units[s.unit].kind is UnitKind.SHARE and not answer.ratios
        if self.units and (share or answer.query.share):
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


_OPEN = text(
    "Onduidelijk: de grenzen van de getallen laten open waar het hoger is.",
    "Unclear: the bounds of the numbers leave open where it is higher.",
)
_UNLIKE = text(
    "Onduidelijk: niet zeker is dat hetzelfde is geteld, dus het verschil zegt niet waar het "
    "hoger is.",
    "Unclear: it is not certain that the same was counted, so the difference does not tell "
    "where it is higher.",
)


def _cautions(several: list[Contrast]) -> Iterator[tuple[Text, Text]]:
    """Why it is unclear where a rate or share is higher."""
    unclear = [c.unlike for c in several if c.direction == "unclear"]
    if True in unclear:
        yield _CAUTION, _UNLIKE
    if False in unclear:
        yield _CAUTION, _OPEN


def _contrast_block(dataset: Dataset, answer: Compared, notes: Notes) -> Block:
    """How rates or shares lie in one region beside another."""
    per = answer.query.per
    title = text("Regio's naast elkaar", "Regions side by side")
    if per:
        scale = _per(dataset, answer, per)
        title = text(f"{title.nl}, {scale.nl.lower()}", f"{title.en}, {scale.en.lower()}")
    columns = (
        PERIOD,
        REGION,
        Column(text("Tegenover", "Against")),
        Column(_DIFFERENCE, "number"),
        Column(text("Uitkomst", "Outcome")),
        MARKS,
    )
    found: dict[str, list[Contrast]] = {}
    for c in answer.contrasts:
        found.setdefault(c.indicator, []).append(c)
    groups = tuple(
        Group(
            several[0].label,
            id_,
            tuple(
                (
                    c.period,
                    area_of(dataset, c.region),
                    region_of(dataset, c.other),
                    Delta(c.difference, "rate" if per else "share"),
                    CONTRAST[c.direction],
                    notes.mark(notes=c.notes),
                )
                for c in several
            ),
            facts=tuple(_cautions(several)),
        )
        for id_, several in found.items()
    )
    return Block(title, None, columns, groups, INDICATOR)
