"""Figures under their theme, an indicator in full, and what stands at one place of a page."""

from collections.abc import Iterable, Iterator
from typing import Any

from kic.dataset import Dataset
from kic.model import Indicator, Measure, Reason, Record, Registration, Statement, Text
from kic.model.fields import FIELDS
from kic.model.sentences import sentence
from kic.model.wording import REASON, REGISTRATION, TREND
from kic.query.change import series
from kic.query.gaps import gap_figures
from kic.query.grouping import grouped
from kic.query.show import Selection
from kic.query.themes import knowledge, theme_label
from kic.table import (
    Again,
    Amount,
    Block,
    Cell,
    Column,
    Line,
    Missing,
    Page,
    Phrase,
    Quote,
    Several,
    Table,
    When,
    phrase,
)
from kic.table.common import (
    AMOUNT,
    LABEL,
    PERIOD,
    PLACE,
    REGION,
    as_table,
    capitalised,
    column,
    counted,
    filters,
    knowledge_line,
    placed,
    source_text,
    used_sources,
)
from kic.table.figures import (
    area_of,
    cautions_of,
    direction_note,
    gap_notes,
    gap_words,
    home,
    in_theme,
    inferred_periods,
    measured,
    name_of,
    notes_of,
    place_of,
    repeated,
    roles,
)
from kic.table.headline import indicator_line
from kic.table.rows import INDICATOR as INDICATOR_FIELDS
from kic.table.rows import NOT_FIGURE, STATEMENT, row

COUNTED = sentence("counted")
MEASURED = sentence("measured")
_SAID = Column(FIELDS["words"].title, obvious=True)


def show_table(dataset: Dataset, answer: Selection) -> Table:
    """Figures under their theme, statements under the figures; indicators in full."""
    in_full = [r for r in answer.records if r.indicator in answer.details]
    others = [r for r in answer.records if r.indicator not in answer.details]
    several = list(grouped(in_full, lambda r: r.indicator).values())
    alone = not others and not answer.statements and len(several) == 1

    def line() -> Phrase:
        if alone:
            return indicator_line(series(dataset, in_full))
        return _counted(dataset, answer)

    def page() -> Page:
        blocks = [*_themes(dataset, others, answer.statements)]
        for records in several:
            title = None if alone else indicator_line(series(dataset, records))
            blocks += _in_full(dataset, records, title)
        blocks += _set_aside(answer)
        return Page(
            blocks=tuple(blocks),
            remarks=tuple(inferred_periods(answer.records)),
            in_full=not others,
        )

    def extra() -> dict[str, Any]:
        return {
            "statements": [row(s, STATEMENT) for s in answer.statements],
            "not_figures": [row(part, NOT_FIGURE) for part in answer.not_figures],
            "indicators": {id_: row(i, INDICATOR_FIELDS) for id_, i in answer.details.items()},
        }

    return as_table(
        dataset,
        answer,
        "show",
        filters(answer.query),
        line,
        page,
        is_empty=not (answer.records or answer.statements or answer.not_figures),
        sources=used_sources(dataset, answer.records),
        extra=extra,
    )


def _counted(dataset: Dataset, answer: Selection) -> Phrase:
    """How much is known of what is shown, after the name of its theme if it has one."""
    known = knowledge(answer.records)
    if not known:
        return phrase("just", total=counted("statement", len(answer.statements)))
    what = knowledge_line(known, len(gap_figures(answer.records)))
    themes = {r.theme for r in answer.records} | {s.theme for s in answer.statements}
    if len(themes) != 1:
        return what
    return phrase("about_theme", theme=theme_label(dataset, themes.pop()), what=what)


# ------------------------------------------------------------------------------- themes


def _themes(
    dataset: Dataset, records: Iterable[Record], statements: Iterable[Statement]
) -> Iterator[Block]:
    """Each theme: its numbers, what is said instead of one, its gaps, and its statements."""
    figures, told = grouped(records, lambda r: r.theme), grouped(statements, lambda s: s.theme)
    themes = [id_ for id_ in (*dataset.themes, None) if id_ in figures or id_ in told]
    for theme in themes:
        title = theme_label(dataset, theme) if len(themes) > 1 else None
        here = figures.get(theme, [])
        numbers = [r for r in here if r.interval.known]
        lines = (*_worded(dataset, here), *_gaps(dataset, here))
        blocks = [
            Block(None, _OBVIOUS, tuple(_numbers(dataset, numbers))),
            Block(None, (_KNOWN, LABEL), lines, sentences=True),
            Block(
                sentence("statements"),
                (_SAID, PLACE),
                tuple(_statement(dataset, s) for s in told.get(theme, ())),
                sentences=True,
            ),
        ]
        filled = [block for block in blocks if block.lines]
        if title:
            filled[0] = filled[0]._replace(title=title)
        yield from filled


_OBVIOUS = (LABEL, AMOUNT, PERIOD._replace(obvious=True), PLACE._replace(obvious=True))
_KNOWN = Column(sentence("known_of_it"), obvious=True)


def _numbers(dataset: Dataset, records: Iterable[Record]) -> Iterator[Line]:
    """A line for each number, under the name of its indicator where that has several."""
    for several in grouped(records, lambda r: r.indicator).values():
        before: Record | None = None
        for r in several:
            yield Line(
                (_named_after(dataset, r, before), Amount(r), When(r), place_of(r)),
                tuple(_once(dataset, r, before)),
                tuple(note for note in notes_of(r) if note not in repeated(before)),
            )
            before = r


def _named_after(dataset: Dataset, record: Record, before: Record | None) -> Cell:
    """The name of a figure and its region, without what the figure before it has too."""
    region = None if record.region == home(dataset) else record.links.region.label
    name = Several((name_of(record), region)) if region else name_of(record)
    if before is None:
        return name
    return Again(name, phrase("below", region=region) if record.region != before.region else None)


def _once(dataset: Dataset, record: Record, before: Record | None) -> Iterator[Cell]:
    """The cautions that the figure before it does not have too, and a direction in words."""
    told = repeated(before)
    yield from (caution for caution in cautions_of(dataset, record) if caution not in told)
    if before is None or before.region != record.region:
        yield from direction_note(record)


def _worded(dataset: Dataset, records: Iterable[Record]) -> Iterator[Line]:
    """What is said instead of a number: a line for each direction, for words, or for nothing."""
    without = (r for r in records if not r.interval.known and (r.worded or not r.gap))
    for (trend, is_worded), several in grouped(without, lambda r: (r.trend, r.worded)).items():
        kind = sentence("a_word") if is_worded else capitalised(REASON[Reason.NOT_STATED])
        if trend:
            kind = capitalised(TREND[trend])
        told = Several(tuple(_told(dataset, r) for r in several), "; ")
        notes = dict.fromkeys(note for r in several for note in notes_of(r))
        yield Line((kind, told), (), tuple(notes))


def _told(dataset: Dataset, record: Record) -> Cell:
    """What is said of one thing: its name, words or period, place and cautions."""
    words = (phrase("quoted_word", words=record.words),) if record.words else ()
    name = placed(Several((_in_place(dataset, record), *words), ": "), place_of(record))
    cautions = cautions_of(dataset, record)
    if not cautions:
        return name
    return phrase("with_cautions", name=name, cautions=Several(cautions, " "))


def _gaps(dataset: Dataset, records: Iterable[Record]) -> Iterator[Line]:
    """The gaps; those that share a sentence of the page stand together."""
    by_words = grouped(gap_figures(records), lambda r: (gap_words(r.gap), r.locator))
    for several in by_words.values():
        names = Several(tuple(_missing(dataset, r) for r in several))
        words = gap_words(several[0].gap)
        yield Line(
            (
                Missing(sentence("gap_title")),
                placed(Several((names, words), ": "), place_of(several[0])),
            ),
            tuple(
                dict.fromkeys(
                    c for r in several if not r.interval.known for c in cautions_of(dataset, r)
                )
            ),
            tuple(dict.fromkeys(note for r in several for note in notes_of(r))),
        )


def _in_place(dataset: Dataset, record: Record) -> Cell:
    """The name of what has no number, with its region and period as far as they are known."""
    region = [] if record.region == home(dataset) else [record.links.region.label]
    name = Several((name_of(record), *region))
    if not record.period.known:
        return name
    key = "in_inferred" if "period" in record.inferred else "in_period"
    return phrase(key, name=name, period=record.period)


def _missing(dataset: Dataset, record: Record) -> Cell:
    """What is missing, after the region unless that is the one of all others."""
    missing = record.gap.missing if record.gap else name_of(record)
    if record.region == home(dataset):
        return missing
    return phrase("in_region", region=record.links.region.label, what=missing)


def _statement(dataset: Dataset, statement: Statement) -> Line:
    """A statement as a sentence, with its region and date where they need saying."""
    when = statement.date or statement.period
    head: list[Cell] = [when] if when else []
    if statement.region != home(dataset):
        head.insert(0, dataset.regions[statement.region].label)
    said = phrase("about", label=Several(tuple(head)), what=statement.summary)
    place = in_theme(statement.theme, statement.locator)
    return Line((said if head else statement.summary, place))


def _set_aside(answer: Selection) -> Iterator[Block]:
    """The numerals of a place that are no figures, and why."""
    lines = tuple(
        Line((Quote(part.as_printed), part.reason, part.locator)) for part in answer.not_figures
    )
    if lines:
        columns = (column("as_printed"), column("reason"), PLACE)
        yield Block(sentence("no_figures"), columns, lines, sentences=True)


# -------------------------------------------------------------------------------- in full


def _in_full(dataset: Dataset, records: list[Record], title: Phrase | None) -> Iterator[Block]:
    """One indicator in full: every figure with its words on the page, and what it is."""
    indicator = records[0].links.indicator
    columns = (PERIOD, REGION, AMOUNT, column("as_printed"))
    several = len({r.region for r in records}) > 1 or records[0].region != home(dataset)
    lines: list[Line] = []
    told: set[Cell] = set()
    for r in records:
        for line in _full_lines(dataset, r, several=several):
            lines.append(line._replace(notes=tuple(n for n in line.notes if n not in told)))
            told |= {*line.notes}
    obvious = tuple(c._replace(obvious=True) for c in columns)
    yield Block(title, obvious, tuple(lines))
    facts = tuple(Line(fact) for fact in _facts(dataset, indicator, records))
    yield Block(None, (_KNOWN, _SAID), facts)


def _full_lines(dataset: Dataset, record: Record, *, several: bool) -> Iterator[Line]:
    """A figure after what earlier editions gave in its place."""
    for then in record.earlier:
        origin = phrase("replaced", source=source_text(then.links.source))
        yield Line(
            (
                *(When(record), area_of(record) if several else None),
                *(Amount(then._replace(trend=None)), placed(printed(then), then.locator)),
            ),
            (origin,),
        )
    mentions = (
        phrase("also_at", place=mention.locator, words=Quote(mention.as_printed))
        for mention in record.repeated
    )
    cautions = cautions_of(dataset, record, in_full=True)
    counted_once = record.interval.known or record.period.known
    yield Line(
        (
            *(When(record) if counted_once else None, area_of(record) if several else None),
            *(Amount(record), placed(printed(record), record.locator)),
        ),
        (*gap_notes(record), *cautions),
        (*mentions, *record.notes),
    )


def printed(record: Record) -> Quote | None:
    """The words of the source that hold a figure and its direction, in their order there."""
    return Quote(record.as_printed) if record.as_printed else None


def _facts(
    dataset: Dataset, indicator: Indicator, records: list[Record]
) -> Iterator[tuple[Text, Cell]]:
    """What holds for the indicator as a whole, as far as it is known."""
    unsaid = (None, Measure.UNSPECIFIED)
    counted = [r for r in records if r.measure not in unsaid]
    measures = {r.region: (r.links.region.label, measured(r)) for r in counted}
    how = [(measured_in(region), measure) for region, measure in measures.values()]
    if len({measure.nl for _, measure in how}) == 1:
        how = [(MEASURED, how[0][1])]
    registrars = tuple(_registrars(records)) or (sentence("registrar_not_stated"),)
    named = dict.fromkeys(role for r in records for role in roles(r))
    national = any(r.registration is Registration.NATIONAL for r in records)
    regions = dict.fromkeys(r.links.region for r in records)
    facts: tuple[tuple[Text, Cell], ...] = (
        (COUNTED, indicator.population),
        *how,
        (sentence("recorded"), REGISTRATION[Registration.NATIONAL] if national else None),
        (sentence("recorded_by"), Several(registrars)),
        (FIELDS["named"].title, Several(tuple(named), "; ")),
        *relations(dataset, indicator),
        *((region.label, region.note) for region in regions),
    )
    return (
        (name, told)
        for name, told in facts
        if told and not (isinstance(told, Several) and not told.cells)
    )


def measured_in(region: Text) -> Text:
    """What is said of how one of several regions counts."""
    return sentence("measured_in", region=region)


def relations(dataset: Dataset, indicator: Indicator) -> Iterator[tuple[Text, Cell]]:
    """What an indicator is a part or the target of."""
    others = {
        FIELDS["subset_of"].title: indicator.subset_of,
        sentence("plan_for"): indicator.target_of,
    }
    return ((name, dataset.indicators[id_].label) for name, id_ in others.items() if id_)


def _registrars(records: list[Record]) -> Iterator[Text]:
    """Who registers it; with the figures they register where they do not register all."""
    figures = [r for r in records if r.interval.known or r.worded]
    for several in grouped(figures, lambda r: r.registered_by).values():
        if name := several[0].links.registered_by:
            periods = ", ".join(r.period.text for r in several)
            every = several == figures
            yield name if every else sentence("registrar_of", name=name, periods=periods)
