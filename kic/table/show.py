"""Figures under their theme, and an indicator in full."""

from collections.abc import Iterable, Iterator

from kic.dataset import Dataset
from kic.model import Indicator, Measure, Record, Registration, Statement, Text
from kic.model.interval import Interval
from kic.model.wording import KIND, MEASURE, REGISTRATION, text
from kic.query.verbs import Shown
from kic.table import Block, Cell, Column, Group, Quantity, Quote, Table
from kic.table.common import (
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
    body_notes,
    by_indicator,
    by_theme,
    for_machines,
    gap_words,
    identity,
    joined,
    listed,
    marks_of,
    period_of,
    quantity,
    region_of,
    roles,
    source_rows,
    source_text,
    theme_label,
    unit_of,
    used_sources,
)
from kic.table.rows import indicator_row, statement_row

COUNTED = text("Wie of wat telt mee", "Who or what is counted")
MEASURED = text("Hoe geteld", "How counted")
_REGISTERED = Column(text("Registratie", "Recorded"))
_PRINTED = Column(text("Letterlijk", "As printed"))


def show_table(dataset: Dataset, answer: Shown) -> Table:
    """Figures under their theme, statements under the figures; indicators in full."""
    notes = Notes()
    named = [r for r in answer.records if r.indicator in answer.details]
    others = [r for r in answer.records if r.indicator not in answer.details]
    blocks = [
        _theme_block(dataset, theme, rows, answer.statements, notes)
        for theme, rows in by_theme(dataset, others)
        if rows or any(s.theme == theme for s in answer.statements)
    ]
    blocks += [_indicator_block(dataset, rows, notes) for rows in by_indicator(named)]
    sources = used_sources(dataset, answer.records)
    return Table(
        command="show",
        dataset=identity(dataset),
        query=asked(answer.query),
        **for_machines(answer),
        extra={
            "statements": [statement_row(s) for s in answer.statements],
            "indicators": {id_: indicator_row(i) for id_, i in answer.details.items()},
            "sources": source_rows(sources),
        },
        blocks=tuple(blocks),
        marks=notes.legend,
        notes=tuple(notes.found),
        sources=tuple(sources.values()),
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
            rows[0].label,
            rows[0].indicator,
            tuple(
                (
                    period_of(r),
                    area_of(dataset, r.region),
                    quantity(r),
                    unit_of(dataset, r),
                    marks_of(dataset, r, notes, (*gap_notes(r), *body_notes(dataset, r))),
                    r.locator,
                )
                for r in rows
            ),
        )
        for rows in by_indicator(records)
    )
    return Block(
        title=theme_label(dataset, theme),
        id=theme,
        columns=(PERIOD, REGION, VALUE, UNIT, MARKS, PLACE),
        groups=groups,
        group_title=INDICATOR,
        remarks=tuple(_remark(dataset, s) for s in statements if s.theme == theme),
    )


def _remark(dataset: Dataset, statement: Statement) -> tuple[Text, str]:
    """A statement as a sentence with its kind, date and region before it."""
    kind, region = KIND[statement.kind], region_of(dataset, statement.region)
    when = statement.date or statement.period
    head = [kind, region] + ([text(str(when), str(when))] if when else [])
    start = joined(head)
    return text(
        f"{start.nl}: {statement.summary.nl}", f"{start.en}: {statement.summary.en}"
    ), statement.locator


def gap_notes(record: Record) -> Iterator[Text]:
    """What is missing and how strongly the source puts it, as one note."""
    if gap := record.gap:
        words = gap_words(gap)
        yield text(
            f"Lacune: {gap.missing.nl}. {words.nl[:1].upper()}{words.nl[1:]}.",
            f"Gap: {gap.missing.en}. {words.en[:1].upper()}{words.en[1:]}.",
        )


def _indicator_block(dataset: Dataset, records: list[Record], notes: Notes) -> Block:
    """One indicator in full: what it is, every figure with its words on the page."""
    id_ = records[0].indicator
    indicator = dataset.indicators[id_]
    rows: list[tuple[Cell, ...]] = []
    for r in records:
        rows += [_earlier(dataset, r, then, notes) for then in r.earlier]
        rows.append(
            (
                period_of(r),
                area_of(dataset, r.region),
                quantity(r),
                unit_of(dataset, r),
                None if r.registration is Registration.UNSTATED else REGISTRATION[r.registration],
                printed(r),
                marks_of(dataset, r, notes, _detail_notes(dataset, r)),
                r.locator,
            )
        )
    columns = (
        PERIOD,
        REGION,
        VALUE,
        UNIT,
        _REGISTERED,
        _PRINTED,
        MARKS,
        PLACE,
    )
    return Block(
        title=indicator.label,
        id=id_,
        columns=columns,
        groups=(Group(None, None, tuple(rows)),),
        facts=tuple(_facts(dataset, indicator, records)),
    )


def _earlier(dataset: Dataset, now: Record, then: Record, notes: Notes) -> tuple[Cell, ...]:
    """What an earlier edition gave, in the columns of an indicator."""
    value = Quantity(
        Interval(then.value, then.lower, then.upper), then.qualifier, then.words, then.reason, None
    )
    source = source_text(dataset.sources[then.source])
    return (
        now.period,
        area_of(dataset, now.region),
        value,
        dataset.units[then.unit].label if then.unit and value.interval.known else None,
        None,
        Quote(then.as_printed) if then.as_printed else None,
        notes.mark("o", notes=[text(f"Uit: {source.nl}.", f"From: {source.en}.")]),
        then.locator,
    )


def printed(record: Record) -> Quote | None:
    """The words of the source that hold a figure and its direction, in their order there."""
    return Quote(record.as_printed) if record.as_printed else None


def _detail_notes(dataset: Dataset, record: Record) -> Iterator[Text]:
    yield from gap_notes(record)
    for mention in record.repeated:
        yield text(
            f'Ook op {mention.locator}: "{mention.as_printed}".',
            f'Also at {mention.locator}: "{mention.as_printed}".',
        )


def _facts(
    dataset: Dataset, indicator: Indicator, records: list[Record]
) -> Iterator[tuple[Text, Cell]]:
    """What holds for the indicator as a whole, as far as it is known."""
    yield text("Thema", "Theme"), theme_label(dataset, indicator.theme)
    if indicator.aliases:
        yield text("Ook gevonden als", "Also found as"), ", ".join(indicator.aliases)
    if indicator.population:
        yield COUNTED, indicator.population
    measures = {r.region: measured(r) for r in records if r.measure}
    if len({m.nl for m in measures.values()}) == 1:
        yield MEASURED, next(iter(measures.values()))
    else:
        for id_, measure in measures.items():
            yield measured_in(region_of(dataset, id_)), measure
    yield (
        text("Wie registreert", "Recorded by"),
        joined(_registrars(dataset, records))
        if any(r.registered_by for r in records)
        else text("niet vermeld in de bron", "not stated in the source"),
    )
    if named := dict.fromkeys(n for r in records for n in r.named):
        yield text("Genoemd", "Named"), listed(roles(dataset, named))
    yield from relations(dataset, indicator)
    for id_ in dict.fromkeys(r.region for r in records):
        if note := dataset.regions[id_].note:
            yield region_of(dataset, id_), note


def measured(record: Record) -> Text:
    """How a figure relates to its period, and whether kic read that into it."""
    how = MEASURE[record.measure or Measure.UNSPECIFIED]
    if "measure" in record.inferred:
        return text(f"{how.nl} (afgeleid door kic)", f"{how.en} (inferred by kic)")
    return how


def measured_in(region: Text) -> Text:
    """What is said of how one of several regions counts."""
    return text(f"{MEASURED.nl}, {region.nl}", f"{MEASURED.en}, {region.en}")


def relations(dataset: Dataset, indicator: Indicator) -> Iterator[tuple[Text, Cell]]:
    """What an indicator is a part or the target of."""
    for name, other in (
        (text("Deel van", "Part of"), indicator.subset_of),
        (text("Voornemen bij", "Plan for"), indicator.target_of),
    ):
        if other:
            label = dataset.indicators[other].label
            yield name, label


def _registrars(dataset: Dataset, records: list[Record]) -> list[Text]:
    """Who registers it; with the figures they register where they do not register all."""
    counted = [r for r in records if r.interval.known or r.worded]
    found = []
    for id_ in dict.fromkeys(r.registered_by for r in counted if r.registered_by):
        name, theirs = dataset.organisations[id_], [r for r in counted if r.registered_by == id_]
        which = ", ".join(str(r.period) for r in theirs)
        whole = theirs == counted
        found.append(name if whole else text(f"{name.nl} ({which})", f"{name.en} ({which})"))
    return found
