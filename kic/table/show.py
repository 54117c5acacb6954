"""Figures under their theme, and an indicator in full."""

from collections.abc import Iterable, Iterator
from typing import Any

from kic.dataset import Dataset
from kic.model import Indicator, Record, Registration, Statement, Text
from kic.model.fields import FIELDS
from kic.model.sentences import sentence
from kic.model.wording import KIND, REGISTRATION
from kic.query.grouping import grouped
from kic.query.show import Selection
from kic.query.themes import theme_label
from kic.table import Block, Cell, Column, Group, Page, Quote, Table
from kic.table.common import (
    INDICATOR,
    MARKS,
    PERIOD,
    PLACE,
    REGION,
    UNIT,
    VALUE,
    Notes,
    as_table,
    asked,
    column,
    joined,
    source_text,
    used_sources,
)
from kic.table.figures import (
    area_of,
    body_notes,
    gap_notes,
    marks_of,
    measured,
    period_of,
    roles,
    unit_of,
)
from kic.table.rows import INDICATOR as INDICATOR_FIELDS
from kic.table.rows import STATEMENT, row

COUNTED = sentence("counted")
MEASURED = sentence("measured")


def show_table(dataset: Dataset, answer: Selection) -> Table:
    """Figures under their theme, statements under the figures; indicators in full."""

    def page() -> Page:
        notes = Notes()
        indicators = grouped(answer.records, lambda r: r.indicator)
        in_full = [records for id_, records in indicators.items() if id_ in answer.details]
        others = (r for r in answer.records if r.indicator not in answer.details)
        figures = grouped(others, lambda r: r.theme)
        statements = grouped(answer.statements, lambda s: s.theme)
        blocks = [
            _theme_block(dataset, id_, figures.get(id_, []), statements.get(id_, []), notes)
            for id_ in (*dataset.themes, None)
            if id_ in figures or id_ in statements
        ]
        blocks += [_indicator_block(dataset, records, notes) for records in in_full]
        return notes.page(blocks)

    def extra() -> dict[str, Any]:
        return {
            "statements": [row(s, STATEMENT) for s in answer.statements],
            "indicators": {id_: row(i, INDICATOR_FIELDS) for id_, i in answer.details.items()},
        }

    return as_table(
        dataset,
        answer,
        "show",
        asked(answer.query),
        page,
        is_empty=not answer.records and not answer.statements,
        sources=used_sources(dataset, answer.records),
        extra=extra,
    )


def _theme_block(
    dataset: Dataset,
    theme: str | None,
    records: list[Record],
    statements: Iterable[Statement],
    notes: Notes,
) -> Block:
    groups = tuple(
        Group(
            several[0].label,
            several[0].indicator,
            tuple(
                (
                    *(period_of(r), area_of(r), r, unit_of(r)),
                    marks_of(dataset, r, notes, (*gap_notes(r), *body_notes(r))),
                    r.locator,
                )
                for r in several
            ),
        )
        for several in grouped(records, lambda r: r.indicator).values()
    )
    return Block(
        title=theme_label(dataset, theme),
        id=theme,
        columns=(PERIOD, REGION, VALUE, UNIT, MARKS, PLACE),
        groups=groups,
        group_title=INDICATOR,
        remarks=tuple(_remark(dataset, s) for s in statements),
    )


def _remark(dataset: Dataset, statement: Statement) -> tuple[Text, str]:
    """A statement as a sentence with its kind, date and region before it."""
    when = statement.date or statement.period
    head = joined([KIND[statement.kind], dataset.regions[statement.region].label])
    if when:
        head = joined((head, when.text))
    return joined((head, statement.summary), ": "), statement.locator


def _indicator_block(dataset: Dataset, records: list[Record], notes: Notes) -> Block:
    """One indicator in full: what it is, every figure with its words on the page."""
    rows: list[tuple[Cell, ...]] = []
    for r in records:
        rows += [_earlier(r, then, notes) for then in r.earlier]
        unstated = r.registration is Registration.UNSTATED
        rows.append(
            (
                *(period_of(r), area_of(r), r, unit_of(r)),
                None if unstated else REGISTRATION[r.registration],
                printed(r),
                marks_of(dataset, r, notes, _detail_notes(r)),
                r.locator,
            )
        )
    indicator = records[0].links.indicator
    return Block(
        title=indicator.label,
        id=records[0].indicator,
        columns=(
            *(PERIOD, REGION, VALUE, UNIT),
            *(Column(sentence("recorded")), column("as_printed"), MARKS, PLACE),
        ),
        groups=(Group(None, None, tuple(rows)),),
        facts=tuple(_facts(dataset, indicator, records)),
    )


def _earlier(now: Record, then: Record, notes: Notes) -> tuple[Cell, ...]:
    """What an earlier edition gave, in the columns of an indicator."""
    origin = sentence("replaced", source=source_text(then.links.source))
    value = then._replace(trend=None)
    return (
        *(now.period, area_of(now), value, unit_of(then)),
        *(None, printed(then), notes.mark("o", notes=[origin]), then.locator),
    )


def printed(record: Record) -> Quote | None:
    """The words of the source that hold a figure and its direction, in their order there."""
    return Quote(record.as_printed) if record.as_printed else None


def _detail_notes(record: Record) -> Iterator[Text]:
    yield from gap_notes(record)
    for mention in record.repeated:
        yield sentence("also_at", place=mention.locator, words=mention.as_printed)


def _facts(
    dataset: Dataset, indicator: Indicator, records: list[Record]
) -> Iterator[tuple[Text, Cell]]:
    """What holds for the indicator as a whole, as far as it is known."""
    yield FIELDS["theme"].title, theme_label(dataset, indicator.theme)
    if indicator.aliases:
        yield sentence("found_as"), ", ".join(indicator.aliases)
    if indicator.population:
        yield COUNTED, indicator.population
    measures = {r.region: (r.links.region.label, measured(r)) for r in records if r.measure}
    if len({how.nl for _, how in measures.values()}) == 1:
        yield MEASURED, next(iter(measures.values()))[1]
    else:
        yield from ((measured_in(region), how) for region, how in measures.values())
    registrars = _registrars(records) or [sentence("registrar_not_stated")]
    yield sentence("recorded_by"), joined(registrars)
    if named := dict.fromkeys(role for r in records for role in roles(r)):
        yield FIELDS["named"].title, joined(named, "; ")
    yield from relations(dataset, indicator)
    for region in dict.fromkeys(r.region for r in records):
        if note := dataset.regions[region].note:
            yield dataset.regions[region].label, note


def measured_in(region: Text) -> Text:
    """What is said of how one of several regions counts."""
    return joined((MEASURED, region))


def relations(dataset: Dataset, indicator: Indicator) -> Iterator[tuple[Text, Cell]]:
    """What an indicator is a part or the target of."""
    for name, other in (
        (FIELDS["subset_of"].title, indicator.subset_of),
        (sentence("plan_for"), indicator.target_of),
    ):
        if other:
            yield name, dataset.indicators[other].label


def _registrars(records: list[Record]) -> list[Text]:
    """Who registers it; with the figures they register where they do not register all."""
    counted = [r for r in records if r.interval.known or r.worded]
    registrars = []
    for several in grouped(counted, lambda r: r.registered_by).values():
        name = several[0].links.registered_by
        if name and several != counted:
            periods = ", ".join(r.period.text for r in several)
            name = sentence("registrar_of", name=name, periods=periods)
        registrars.append(name)
    return [name for name in registrars if name]
