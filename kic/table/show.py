"""Figures under their theme, and an indicator in full."""

from collections.abc import Iterable, Iterator
from typing import Any

from kic.dataset import Dataset
from kic.model import Indicator, Record, Registration, Statement, Text
from kic.model.fields import FIELDS
from kic.model.sentences import applying, sentence
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
    column,
    filters,
    joined,
    source_text,
    used_sources,
)
from kic.table.figures import (
    area_of,
    bodies,
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
        filters(answer.query),
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
                    marks_of(dataset, r, notes, _theme_notes(r)),
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


def _theme_notes(record: Record) -> tuple[Text, ...]:
    """What there is to say of a figure beside those of other indicators."""
    named = bodies(record)
    return (*gap_notes(record), *applying({"named": named}, bodies=named))


def _remark(dataset: Dataset, statement: Statement) -> tuple[Text, str]:
    """A statement as a sentence with its kind, region and date before it."""
    when = statement.date or statement.period
    kind, region = KIND[statement.kind], dataset.regions[statement.region].label
    head = joined((kind, region, when.text) if when else (kind, region))
    return joined((head, statement.summary), ": "), statement.locator


def _indicator_block(dataset: Dataset, records: list[Record], notes: Notes) -> Block:
    """One indicator in full: what it is, every figure with its words on the page."""
    rows: list[tuple[Cell, ...]] = []
    for r in records:
        rows += [_earlier(r, then, notes) for then in r.earlier]
        mentions = (
            sentence("also_at", place=mention.locator, words=mention.as_printed)
            for mention in r.repeated
        )
        unstated = r.registration is Registration.UNSTATED
        rows.append(
            (
                *(period_of(r), area_of(r), r, unit_of(r)),
                None if unstated else REGISTRATION[r.registration],
                printed(r),
                marks_of(dataset, r, notes, (*gap_notes(r), *mentions)),
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
        facts=_facts(dataset, indicator, records),
    )


def _earlier(now: Record, then: Record, notes: Notes) -> tuple[Cell, ...]:
    """What an earlier edition gave, in the columns of an indicator."""
    origin = sentence("replaced", source=source_text(then.links.source))
    return (
        *(now.period, area_of(now), then._replace(trend=None), unit_of(then)),
        *(None, printed(then), notes.mark("o", notes=[origin]), then.locator),
    )


def printed(record: Record) -> Quote | None:
    """The words of the source that hold a figure and its direction, in their order there."""
    return Quote(record.as_printed) if record.as_printed else None


def _facts(
    dataset: Dataset, indicator: Indicator, records: list[Record]
) -> tuple[tuple[Text, Cell], ...]:
    """What holds for the indicator as a whole, as far as it is known."""
    measures = {r.region: (r.links.region.label, measured(r)) for r in records if r.measure}
    how = [(measured_in(region), measure) for region, measure in measures.values()]
    if len({measure.nl for _, measure in how}) == 1:
        how = [(MEASURED, how[0][1])]
    registrars = list(_registrars(records)) or [sentence("registrar_not_stated")]
    named = dict.fromkeys(role for r in records for role in roles(r))
    regions = dict.fromkeys(r.links.region for r in records)
    facts: tuple[tuple[Text, Cell], ...] = (
        (FIELDS["theme"].title, theme_label(dataset, indicator.theme)),
        (sentence("found_as"), ", ".join(indicator.aliases)),
        (COUNTED, indicator.population),
        *how,
        (sentence("recorded_by"), joined(registrars)),
        (FIELDS["named"].title, joined(named, "; ") if named else None),
        *relations(dataset, indicator),
        *((region.label, region.note) for region in regions),
    )
    return tuple((name, content) for name, content in facts if content)


def measured_in(region: Text) -> Text:
    """What is said of how one of several regions counts."""
    return joined((MEASURED, region))


def relations(dataset: Dataset, indicator: Indicator) -> Iterator[tuple[Text, Cell]]:
    """What an indicator is a part or the target of."""
    others = {
        FIELDS["subset_of"].title: indicator.subset_of,
        sentence("plan_for"): indicator.target_of,
    }
    return ((name, dataset.indicators[id_].label) for name, id_ in others.items() if id_)


def _registrars(records: list[Record]) -> Iterator[Text]:
    """Who registers it; with the figures they register where they do not register all."""
    counted = [r for r in records if r.interval.known or r.worded]
    for several in grouped(counted, lambda r: r.registered_by).values():
        if name := several[0].links.registered_by:
            periods = ", ".join(r.period.text for r in several)
            every = several == counted
            yield name if every else sentence("registrar_of", name=name, periods=periods)
