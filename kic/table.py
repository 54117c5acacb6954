"""The hinge between verbs and formats: an answer becomes a Table of typed cells.

A Table holds the answer twice, because people and machines read differently: ``blocks``
with the cells of a printed page, and ``records`` with every field under its name.  Both
come from the same answer in the same order, one row a record.  Nothing here is a string
that was a number before.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, NamedTuple

from kic.change import Change, Series
from kic.dataset import Dataset
from kic.interval import UNKNOWN, Interval, Number
from kic.model import (
    Earlier,
    Indicator,
    Period,
    PeriodBasis,
    Qualifier,
    Reason,
    Record,
    Registration,
    Source,
    Statement,
    Status,
    Text,
    Trend,
    UnitKind,
)
from kic.query import Compared, Gaps, Grid, GridCell, Query, Shown, Themes, grouped
from kic.ratio import PERCENT, Contrast, Ratio
from kic.rows import (
    Answer,
    Row,
    contrast_row,
    field_names,
    flat,
    indicator_row,
    nested,
    points,
    source_row,
    statement_row,
)
from kic.search import Found
from kic.wording import (
    ALL_THEMES,
    CONTRAST,
    FOUND_IN,
    FOUND_KIND,
    KIND,
    MARK,
    MEASURE,
    MISSING,
    REASON,
    REGISTRATION,
    SEVERAL_MISSING,
    TALLY,
    text,
)

# ------------------------------------------------------------------------------ cells


class Quantity(NamedTuple):
    """A number as exact as it is known, or else the words or the reason in its place."""

    interval: Interval
    qualifier: Qualifier | None
    words: Text | None
    reason: Reason | None
    trend: Trend | None


class Delta(NamedTuple):
    """A difference with its bounds: in the unit, in per cent, or in percentage points.

    Those of a ``rate`` and of a computed ``share`` have as many decimals as they need.  It is
    ``unclear`` where the bounds leave open in which direction it goes.
    """

    interval: Interval
    kind: Literal["absolute", "percent", "points", "rate", "share"]
    unclear: bool = False


class Level(NamedTuple):
    """A rate or, in ``percent``, a share with its bounds."""

    interval: Interval
    percent: bool


class Marks(NamedTuple):
    """The letters beside a value and the numbers of its notes, both explained below."""

    codes: tuple[str, ...]
    notes: tuple[int, ...]


class Tally(NamedTuple):
    """How many indicators are registered in which way; ``worded`` if there are words only."""

    national: int
    partial: int
    none: int
    worded: bool


class Term(NamedTuple):
    """A member of a code list by its id, as machines pick it, and its name."""

    concept: Literal["region"]
    id: str
    label: Text


class Bar(NamedTuple):
    """A number as a length against the longest in its series, with what is uncertain of it.

    An interval of which nothing is known is a gap in the series.
    """

    interval: Interval
    longest: Number


class Several(NamedTuple):
    """Texts that belong together, each on a line of its own where there is room."""

    texts: tuple[Text, ...]


class Quote(NamedTuple):
    """Words of the source, to the letter."""

    words: str


Cell = (
    None
    | int
    | float
    | str
    | Text
    | Period
    | Quantity
    | Delta
    | Level
    | Marks
    | Bar
    | Quote
    | Several
    | Tally
    | Term
)

# ----------------------------------------------------------------------------- tables


class Column(NamedTuple):
    """A titled column; ``kind`` is what its cells have in common, for their layout."""

    title: Text
    kind: Literal["text", "number", "id", "bar"] = "text"


class Group(NamedTuple):
    """Rows about one thing; ``title``, ``id`` and ``place`` name it.

    ``facts`` are pairs of a name and a cell that hold for all its rows.
    """

    title: Text | None
    id: str | None
    rows: tuple[tuple[Cell, ...], ...]
    place: Term | None = None
    facts: tuple[tuple[Text, Cell], ...] = ()


class Block(NamedTuple):
    """One theme, say: a title, the columns that its groups share, and the groups.

    ``facts`` are pairs of a name and a cell, ``remarks`` come after the rows.
    """

    title: Text | None
    id: str | None
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    group_title: Text | None = None
    facts: tuple[tuple[Text, Cell], ...] = ()
    remarks: tuple[tuple[Text, str], ...] = ()


class Table(NamedTuple):
    """An answer, ready to be written in any format.

    ``records`` follow the JSON contract; ``rows`` are the same, flat, with the fields named
    in ``columns``.
    ``extra`` stands beside the records.  ``marks``, ``notes`` and ``sources`` explain
    what the blocks refer to; ``summary`` says how much there is, ``remarks`` how to read it.
    ``codes`` are the marks of each row.  ``failure`` tells, in English, of a check that was
    asked for and failed.
    """

    command: str
    dataset: Mapping[str, str]
    query: Mapping[str, Any]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    records: tuple[Row, ...]
    extra: dict[str, Any]
    blocks: tuple[Block, ...]
    codes: tuple[tuple[str, ...], ...] = ()
    marks: tuple[tuple[str, Text], ...] = ()
    notes: tuple[Text, ...] = ()
    sources: tuple[str, ...] = ()
    remarks: tuple[Text, ...] = ()
    summary: Text | None = None
    failure: str | None = None


class _Notes:
    """Numbers notes in the order they are first needed."""

    def __init__(self) -> None:
        self.found: dict[Text, int] = {}
        self.codes: dict[str, None] = {}

    def number(self, note: Text) -> int:
        """The number of a note; the same text has one number."""
        return self.found.setdefault(note, len(self.found) + 1)

    def mark(self, *codes: str, notes: Iterable[Text] = ()) -> Marks:
        self.codes.update(dict.fromkeys(codes))
        return Marks(codes, tuple(dict.fromkeys(self.number(n) for n in notes)))

    @property
    def legend(self) -> tuple[tuple[str, Text], ...]:
        return tuple((code, meaning) for code, meaning in MARK.items() if code in self.codes)


# ---------------------------------------------------------------------- common pieces

_PERIOD = Column(text("Periode", "Period"))
_REGION = Column(text("Regio", "Region"))
_VALUE = Column(text("Waarde", "Value"), "number")
_UNIT = Column(text("Eenheid", "Unit"))
_MARKS = Column(text("Code", "Code"))
_PLACE = Column(text("Vindplaats", "Place"), "id")
_NONE = text("-", "-")
_REGISTERED = Column(text("Registratie", "Registered"))
_PRINTED = Column(text("Letterlijk", "As printed"))
_INDICATOR = text("Indicator", "Indicator")


def _query(query: Query) -> dict[str, Any]:
    """What was asked, without what was not; a filter is told as one unless both are given."""
    asked = query._asdict()
    for name in ("theme", "indicator"):
        if not asked[name]:
            asked[name] = asked.pop(f"only_{name}")
    asked = {_OPTION.get(name, name): value for name, value in asked.items()}
    return {name: value for name, value in asked.items() if value}


_OPTION = {"start": "from", "end": "to"}  # what is a word of the language in Python


def _for_machines(answer: Answer) -> dict[str, Any]:
    """The parts of a table that come from the answer as they are."""
    return {
        "columns": field_names(answer),
        "rows": flat(answer),
        "records": nested(answer),
        "codes": tuple(tuple(codes(r)) for r in _figures(answer)),
    }


def _figures(answer: Answer) -> Iterable[Record]:
    """The figures of an answer, one for each of its rows, where its rows are figures."""
    match answer:
        case Shown() | Gaps():
            return answer.records
        case Compared():
            return (r for s in answer.series for r in s.points)
        case _:
            return ()


def _identity(dataset: Dataset) -> dict[str, str]:
    return {"id": dataset.info.id, "version": dataset.info.version}


def quantity(record: Record, *, trend: bool = True) -> Quantity:
    """The value of a figure; without its printed ``trend`` where numbers tell it."""
    told = record.trend if trend or not record.interval.known else None
    return Quantity(record.interval, record.qualifier, record.words, record.reason, told)


def _marks(dataset: Dataset, record: Record, notes: _Notes, extra: Iterable[Text] = ()) -> Marks:
    told = [
        *correction_notes(dataset, record),
        *_revision(dataset, record),
        *_elsewhere(dataset, record),
        *record.notes,
        *extra,
    ]
    return notes.mark(*codes(record), notes=told)


def codes(record: Record) -> list[str]:
    """The letters that stand beside a figure."""
    found = []
    if record.qualifier is Qualifier.AT_LEAST:
        found.append("r")
    if record.status is not Status.NORMAL:
        found.append(record.status.value)
    if record.reason and record.status not in (Status.NOT_COLLECTED, Status.MISSING):
        found.append(Status.MISSING.value)
    if record.registration is Registration.PARTIAL and record.interval.known:
        found.append("i")
    if record.registration is Registration.NONE and record.interval.known:
        found.append(Status.NOT_COLLECTED.value)
    if record.correction:
        found.append("c")
    if record.earlier:
        found.append("h")
    if record.period_basis is PeriodBasis.INFERRED:
        found.append("p")
    return found


def correction_notes(dataset: Dataset, record: Record) -> Iterator[Text]:
    """Why a number is not the printed one, what is printed, and by whom it was corrected."""
    if record.correction:
        source = dataset.sources[record.correction.source]
        origin = f'{source.publisher}, "{source.title}"'
        reason = record.correction.reason
        yield text(
            f'{reason.nl} Op de pagina staat "{record.as_printed}"; verbeterd volgens {origin}.',
            f'{reason.en} The page prints "{record.as_printed}"; corrected by {origin}.',
        )


def _period(record: Record) -> Cell:
    """The period; where nothing was ever counted there is none to state."""
    counted = record.interval.known or record.reason is Reason.NOT_STATED
    return record.period if record.period.known or counted else _NONE


def _registrar(dataset: Dataset, record: Record) -> Iterator[Text]:
    if record.registered_by:
        body = dataset.organisations[record.registered_by]
        yield text(f"Geregistreerd door {body.nl}.", f"Registered by {body.en}.")


def _revision(dataset: Dataset, record: Record) -> Iterator[Text]:
    """That earlier editions gave another number; the indicator in full tells which."""
    for then in record.earlier:
        source = source_line(dataset.sources[then.source])
        printed = f' "{then.as_printed}"' if then.as_printed else ""
        yield text(
            f"Herzien: eerder{printed} in {source}.", f"Revised: earlier{printed} in {source}."
        )


def _elsewhere(dataset: Dataset, record: Record) -> Iterator[Text]:
    """That a figure is not from the report itself, and where it is from."""
    if record.source != dataset.info.source:
        source = source_line(dataset.sources[record.source])
        title = dataset.sources[dataset.info.source].title
        yield text(
            f"Niet uit {title}, maar uit: {source}.", f"Not from {title}, but from: {source}."
        )


def _unit(dataset: Dataset, record: Record) -> Text | None:
    return dataset.units[record.unit].label if record.unit and record.interval.known else None


def _region(dataset: Dataset, id_: str) -> Text:
    return dataset.regions[id_].label


def _area(dataset: Dataset, id_: str) -> Term:
    return Term("region", id_, dataset.regions[id_].label)


def _by_theme(
    dataset: Dataset, records: Iterable[Record]
) -> Iterator[tuple[str | None, list[Record]]]:
    found: dict[str | None, list[Record]] = {id_: [] for id_ in dataset.themes} | {None: []}
    for record in records:
        found[record.theme].append(record)
    return iter(found.items())


def _by_indicator(records: Iterable[Record]) -> Iterator[list[Record]]:
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.indicator, []).append(record)
    return iter(found.values())


def _theme_label(dataset: Dataset, theme: str | None) -> Text:
    return dataset.themes[theme].label if theme else ALL_THEMES


def _used_sources(dataset: Dataset, records: Iterable[Record]) -> dict[str, Source]:
    """The sources of the records and of what is said of them; without any, the dataset's."""
    found = list(records)
    used: dict[str, None] = {} if found else {dataset.info.source: None}
    for record in found:
        used[record.source] = None
        if record.correction:
            used[record.correction.source] = None
    shown = {(r.indicator, r.region, r.period) for r in found}
    for id_ in dict.fromkeys(r.indicator for r in found):
        indicator = dataset.indicators[id_]
        for figure in indicator.figures:
            key = (id_, figure.region or indicator.region, figure.period)
            if figure.note_source and key in shown:
                used[figure.note_source] = None
    return {id_: dataset.sources[id_] for id_ in used}


def _source_rows(sources: Mapping[str, Source]) -> dict[str, Row]:
    return {id_: source_row(source) for id_, source in sources.items()}


def source_line(source: Source) -> str:
    """A publication on one line: publisher, title, date and address, as far as known."""
    parts = [source.publisher, f'"{source.title}"']
    if source.published:
        parts.append(source.published.isoformat())
    parts += [source.url] if source.url else []
    return ", ".join(parts)


def _source_lines(sources: Mapping[str, Source]) -> tuple[str, ...]:
    return tuple(source_line(s) for s in sources.values())


def _count(number: int, nl: tuple[str, str], en: tuple[str, str]) -> Text:
    one = number == 1
    return text(f"{number} {nl[not one]}", f"{number} {en[not one]}")


def _joined(parts: Iterable[Text]) -> Text:
    several = list(parts)
    return text(", ".join(p.nl for p in several), ", ".join(p.en for p in several))


# ------------------------------------------------------------------------------ themes


def themes_table(dataset: Dataset, answer: Themes) -> Table:
    """The themes, one a row."""
    columns = (
        Column(text("Thema", "Theme")),
        Column(text("Id", "Id"), "id"),
        Column(text("Indicatoren", "Indicators"), "number"),
        Column(text("Cijfers", "Figures"), "number"),
        Column(text("Lacunes", "Gaps"), "number"),
        Column(text("Regio's", "Regions")),
    )
    rows = tuple(
        (
            t.label,
            t.theme,
            t.indicators,
            t.figures,
            t.gaps,
            Several(tuple(_region(dataset, r) for r in t.regions)),
        )
        for t in answer.themes
    )
    total = [sum(getattr(t, n) for t in answer.themes) for n in ("indicators", "figures", "gaps")]
    summary = _joined(
        (
            _count(total[0], ("indicator", "indicatoren"), ("indicator", "indicators")),
            _count(total[1], ("cijfer", "cijfers"), ("figure", "figures")),
            _count(total[2], ("lacune", "lacunes"), ("gap", "gaps")),
        )
    )
    sources = _used_sources(dataset, ())
    return Table(
        command="themes",
        dataset=_identity(dataset),
        query=_query(answer.query),
        **_for_machines(answer),
        extra={"sources": _source_rows(sources)},
        blocks=(Block(None, None, columns, (Group(None, None, rows),)),) if rows else (),
        remarks=(
            text(
                "Cijfers hebben een getal; een lacune is wat niet landelijk wordt geregistreerd.",
                "Figures have a number; a gap is what is not nationally registered.",
            ),
        ),
        sources=_source_lines(sources),
        summary=summary,
    )


# -------------------------------------------------------------------------------- show


def show_table(dataset: Dataset, answer: Shown) -> Table:
    """Figures under their theme, statements under the figures; indicators in full."""
    notes = _Notes()
    named = [r for r in answer.records if r.indicator in answer.details]
    others = [r for r in answer.records if r.indicator not in answer.details]
    blocks = [
        _theme_block(dataset, theme, rows, answer.statements, notes)
        for theme, rows in _by_theme(dataset, others)
        if rows or any(s.theme == theme for s in answer.statements)
    ]
    blocks += [_indicator_block(dataset, rows, notes) for rows in _by_indicator(named)]
    sources = _used_sources(dataset, answer.records)
    return Table(
        command="show",
        dataset=_identity(dataset),
        query=_query(answer.query),
        **_for_machines(answer),
        extra={
            "statements": [statement_row(s) for s in answer.statements],
            "indicators": {id_: indicator_row(i) for id_, i in answer.details.items()},
            "sources": _source_rows(sources),
        },
        blocks=tuple(blocks),
        marks=notes.legend,
        notes=tuple(notes.found),
        sources=_source_lines(sources),
    )


def _theme_block(
    dataset: Dataset,
    theme: str | None,
    records: list[Record],
    statements: Iterable[Statement],
    notes: _Notes,
) -> Block:
    groups = tuple(
        Group(
            rows[0].label,
            rows[0].indicator,
            tuple(
                (
                    _period(r),
                    _area(dataset, r.region),
                    quantity(r),
                    _unit(dataset, r),
                    _marks(dataset, r, notes, (*gap_notes(dataset, r), *_registrar(dataset, r))),
                    r.locator,
                )
                for r in rows
            ),
        )
        for rows in _by_indicator(records)
    )
    return Block(
        title=_theme_label(dataset, theme),
        id=theme,
        columns=(_PERIOD, _REGION, _VALUE, _UNIT, _MARKS, _PLACE),
        groups=groups,
        group_title=_INDICATOR,
        remarks=tuple(_remark(dataset, s) for s in statements if s.theme == theme),
    )


def _remark(dataset: Dataset, statement: Statement) -> tuple[Text, str]:
    """A statement as a sentence with its kind, date and region before it."""
    kind, region = KIND[statement.kind], _region(dataset, statement.region)
    when = statement.date or statement.period
    head = [kind, region] + ([text(str(when), str(when))] if when else [])
    start = _joined(head)
    return text(
        f"{start.nl}: {statement.summary.nl}", f"{start.en}: {statement.summary.en}"
    ), statement.locator


def gap_notes(dataset: Dataset, record: Record) -> Iterator[Text]:
    """What is missing and how strongly the source puts it, as one note."""
    if gap := record.gap:
        nl, en = f"Ontbreekt: {gap.missing.nl}", f"Missing: {gap.missing.en}"
        if gap.strength:
            nl += f' ("{gap.strength.nl}")'
            en += f' ("{gap.strength.nl}": {gap.strength.en})'
        if gap.since:
            nl += f", sinds: {gap.since.nl}"
            en += f", since: {gap.since.en}"
        if gap.responsible:
            body = dataset.organisations[gap.responsible]
            nl += f"; genoemd: {body.nl}"
            en += f"; named: {body.en}"
        yield text(f"{nl}.", f"{en}.")


def _indicator_block(dataset: Dataset, records: list[Record], notes: _Notes) -> Block:
    """One indicator in full: what it is, every figure with its words on the page."""
    id_ = records[0].indicator
    indicator = dataset.indicators[id_]
    rows: list[tuple[Cell, ...]] = []
    for r in records:
        rows += [_earlier(dataset, r, then, notes) for then in r.earlier]
        rows.append(
            (
                _period(r),
                _area(dataset, r.region),
                quantity(r),
                _unit(dataset, r),
                None if r.registration is Registration.NATIONAL else REGISTRATION[r.registration],
                _printed(r),
                _marks(dataset, r, notes, _detail_notes(dataset, r)),
                r.locator,
            )
        )
    columns = (
        _PERIOD,
        _REGION,
        _VALUE,
        _UNIT,
        _REGISTERED,
        _PRINTED,
        _MARKS,
        _PLACE,
    )
    return Block(
        title=indicator.label,
        id=id_,
        columns=columns,
        groups=(Group(None, None, tuple(rows)),),
        facts=tuple(_facts(dataset, indicator, records)),
    )


def _earlier(dataset: Dataset, now: Record, then: Earlier, notes: _Notes) -> tuple[Cell, ...]:
    """What an earlier edition gave, in the columns of an indicator."""
    value = Quantity(
        Interval(then.value, then.lower, then.upper), then.qualifier, then.words, then.reason, None
    )
    source = source_line(dataset.sources[then.source])
    return (
        now.period,
        _area(dataset, now.region),
        value,
        dataset.units[then.unit].label if then.unit and value.interval.known else None,
        None,
        Quote(then.as_printed) if then.as_printed else None,
        notes.mark("o", notes=[text(f"Uit: {source}.", f"From: {source}.")]),
        then.locator,
    )


def _printed(record: Record) -> Quote | None:
    words = [w for w in (record.as_printed, record.trend_as_printed) if w]
    return Quote(" ... ".join(words)) if words else None


def _detail_notes(dataset: Dataset, record: Record) -> Iterator[Text]:
    yield from gap_notes(dataset, record)
    for mention in record.repeated:
        yield text(
            f'Ook op {mention.locator}: "{mention.as_printed}".',
            f'Also at {mention.locator}: "{mention.as_printed}".',
        )


def _facts(
    dataset: Dataset, indicator: Indicator, records: list[Record]
) -> Iterator[tuple[Text, Cell]]:
    """What holds for the indicator as a whole, as far as it is known."""
    yield text("Thema", "Theme"), _theme_label(dataset, indicator.theme)
    if indicator.aliases:
        yield text("Ook gevonden als", "Also found as"), ", ".join(indicator.aliases)
    if indicator.population:
        yield text("Wie of wat telt mee", "Who or what counts"), indicator.population
    measures = {r.region: MEASURE[r.measure] for r in records if r.measure}
    if len({m.nl for m in measures.values()}) == 1:
        yield text("Hoe geteld", "How counted"), next(iter(measures.values()))
    else:
        for id_, measure in measures.items():
            region = _region(dataset, id_)
            name = text(f"Hoe geteld, {region.nl}", f"How counted, {region.en}")
            yield name, measure
    bodies = _bodies(dataset, records)
    yield (
        text("Geregistreerd door", "Registered by"),
        _joined(bodies) if bodies else text("niet vermeld op de pagina", "not stated on the page"),
    )
    for name, other in (
        (text("Deel van", "Part of"), indicator.subset_of),
        (text("Doel van", "Target of"), indicator.target_of),
    ):
        if other:
            label = dataset.indicators[other].label
            yield name, text(f"{label.nl} ({other})", f"{label.en} ({other})")
    for id_ in dict.fromkeys(r.region for r in records):
        if note := dataset.regions[id_].note:
            yield _region(dataset, id_), note


def _bodies(dataset: Dataset, records: list[Record]) -> list[Text]:
    """Who registers it; with the figures they register where they do not register all."""
    counted = [r for r in records if r.interval.known or r.reason is Reason.NOT_STATED]
    found = []
    for id_ in dict.fromkeys(r.registered_by for r in counted if r.registered_by):
        name, theirs = dataset.organisations[id_], [r for r in counted if r.registered_by == id_]
        which = ", ".join(str(r.period) for r in theirs)
        whole = theirs == counted
        found.append(name if whole else text(f"{name.nl} ({which})", f"{name.en} ({which})"))
    return found


# ----------------------------------------------------------------------------- compare


def compare_table(dataset: Dataset, answer: Compared) -> Table:
    """Every series as a group: its points in order of time, each with what changed."""
    notes = _Notes()
    order = answer.query.order
    if order is None:
        themes = dict.fromkeys(s.points[0].theme for s in answer.series)
        together = {
            theme: [s for s in answer.series if s.points[0].theme == theme] for theme in themes
        }
        blocks = [
            _series_block(dataset, answer, _theme_label(dataset, theme), theme, several, notes)
            for theme, several in together.items()
        ]
    else:
        title = _ORDERED[order]
        blocks = [_series_block(dataset, answer, title, None, list(answer.series), notes)]
    if answer.contrasts:
        blocks.append(_contrast_block(dataset, answer, notes))
    points = [r for s in answer.series for r in s.points]
    sources = _used_sources(dataset, points) | _whole_sources(answer)
    return Table(
        command="compare",
        dataset=_identity(dataset),
        query=_query(answer.query),
        **_for_machines(answer),
        extra={
            "contrasts": [contrast_row(c) for c in answer.contrasts],
            "sources": _source_rows(sources),
        },
        blocks=tuple(block for block in blocks if block.groups),
        marks=notes.legend,
        notes=tuple(notes.found),
        sources=_source_lines(sources),
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
    nl, en = f"Per {per:,}".replace(",", "."), f"Per {per:,}"
    if len(units) == 1:
        unit = dataset.units[units.pop()].label
        nl, en = f"{nl} {unit.nl}", f"{en} {unit.en}"
    return text(nl, en)


def _whole_sources(answer: Compared) -> dict[str, Source]:
    """The sources of what rates and shares are of."""
    found = (answer.ratio(r) for s in answer.series for r in s.points)
    return {r.whole.source: r.source for r in found if r and r.whole and r.source}


def _series_block(
    dataset: Dataset,
    answer: Compared,
    title: Text,
    id_: str | None,
    several: list[Series],
    notes: _Notes,
) -> Block:
    """Some series under one heading; rates or shares stand beside what they are of."""
    per = answer.query.per
    called = _per(dataset, answer, per) if per else _SHARE
    ratios = (_OF, Column(called, "number")) if answer.ratios else ()
    columns = (
        *(_PERIOD, _VALUE, _UNIT, *ratios, _BAR),
        Column(_DIFFERENCE, "number"),
        Column(text("Procent", "Per cent"), "number"),
        *(_MARKS, _PLACE),
    )
    groups = tuple(
        Group(
            s.label,
            s.indicator,
            tuple(_points(dataset, answer, s, notes)),
            _area(dataset, s.region),
            tuple((_CAUTION, note) for note in s.notes),
        )
        for s in several
    )
    return Block(title, id_, columns, groups, _INDICATOR)


def _points(
    dataset: Dataset, answer: Compared, s: Series, notes: _Notes
) -> Iterator[tuple[Cell, ...]]:
    """A row for each figure, and one where years between two of them are missing."""
    scale = _Scale(dataset, answer, s)
    before: Record | None = None
    for record, change in points(s):
        if before is not None and (missing := _missing_years(before, record, answer.query)):
            empty = scale.bar(record, gap=True)
            nothing = (None,) * (2 if answer.ratios else 0)
            yield (
                missing,
                SEVERAL_MISSING if "-" in missing else MISSING,
                None,
                *nothing,
                empty,
                None,
                None,
                None,
                None,
            )
        before = record
        ratio = answer.ratio(record)
        told = (*(change.notes if change else ()), *(ratio.notes if ratio else ()))
        if ratio and ratio.refusal:
            told += (ratio.refusal,)
        yield (
            record.period,
            quantity(record, trend=False),
            _unit(dataset, record),
            *(_ratio_cells(record, ratio) if answer.ratios else ()),
            scale.bar(record),
            *_change_cells(change),
            _marks(dataset, record, notes, told),
            record.locator,
        )


def _missing_years(before: Record, now: Record, query: Query) -> str | None:
    """The years without a figure between two that are neighbours in a whole series."""
    if (
        query.period
        or query.start
        or query.end
        or {before.period.kind, now.period.kind} != {"year"}
    ):
        return None
    first, last = before.period.start.year + 1, now.period.start.year - 1
    if first > last:
        return None
    return str(first) if first == last else f"{first}-{last}"


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
    kind: Literal["absolute", "points"] = "points" if change.points else "absolute"
    unclear = change.direction == "unclear"
    return (
        _NOT_APPLICABLE
        if change.direction is None
        else Delta(change.absolute, kind, unclear)
        if change.absolute.known
        else _UNCLEAR,
        Delta(change.percent, "percent") if change.percent.known else _NOT_APPLICABLE,
    )


_UNCLEAR = text("onduidelijk", "unclear")


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
        return Bar(UNKNOWN if gap else self._interval(record), self.longest)


def _contrast_block(dataset: Dataset, answer: Compared, notes: _Notes) -> Block:
    """How rates or shares lie in one region beside another."""
    per = answer.query.per
    title = text("Regio's naast elkaar", "Regions side by side")
    if per:
        scale = _per(dataset, answer, per)
        title = text(f"{title.nl}, {scale.nl.lower()}", f"{title.en}, {scale.en.lower()}")
    columns = (
        _PERIOD,
        _REGION,
        Column(text("Tegenover", "Against")),
        Column(_DIFFERENCE, "number"),
        Column(text("Uitkomst", "Outcome")),
        _MARKS,
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
                    _area(dataset, c.region),
                    _region(dataset, c.other),
                    Delta(c.difference, "rate" if per else "share"),
                    CONTRAST[c.direction],
                    notes.mark(notes=c.notes),
                )
                for c in several
            ),
        )
        for id_, several in found.items()
    )
    return Block(title, None, columns, groups, _INDICATOR)


# -------------------------------------------------------------------------------- gaps


def gaps_table(dataset: Dataset, answer: Gaps) -> Table:
    """What is not known, under its theme, counted."""
    notes = _Notes()
    by = answer.query.by or "theme"
    groups: dict[str | None, list[Record]] = {}
    for r in answer.records:
        groups.setdefault(grouped(r, by), []).append(r)
    blocks = [_gap_block(dataset, by, id_, rows, answer, notes) for id_, rows in groups.items()]
    counts = _gap_counts(answer)
    parts = [_gap_count(counts["total"])]
    for reason, number in counts["reason"].items():
        label = REASON[reason] if reason else _WITH_NUMBER
        parts.append(text(f"{number} {label.nl}", f"{number} {label.en}"))
    if answer.query.all:
        more = _count(counts["not_stated"], ("cijfer", "cijfers"), ("figure", "figures"))
        parts.append(text(f"daarnaast {more.nl} niet vermeld", f"besides {more.en} not stated"))
    sources = _used_sources(dataset, answer.records)
    return Table(
        command="gaps",
        dataset=_identity(dataset),
        query=_query(answer.query),
        **_for_machines(answer),
        extra={"counts": counts, "sources": _source_rows(sources)},
        blocks=tuple(blocks),
        marks=notes.legend,
        notes=tuple(notes.found),
        sources=_source_lines(sources),
        summary=_joined(parts),
        remarks=(
            text(
                "Dit is wat de pagina zelf niet bekend of niet landelijk geregistreerd noemt, of "
                "wat alleen een hulplijn bijhoudt. Waarover zij zwijgt, staat hier niet.",
                "This is what the page itself calls unknown or not nationally registered, or what "
                "only a helpdesk keeps. What it is silent about is not listed here.",
            ),
        ),
    )


_WITH_NUMBER = text("met een getal dat niet alles dekt", "with a number that is incomplete")


def _gap_count(number: int) -> Text:
    return _count(number, ("lacune", "lacunes"), ("gap", "gaps"))


def _gap_counts(answer: Gaps) -> dict[str, Any]:
    gaps = answer.gaps
    marks = dict.fromkeys(r.registration for r in gaps)
    reasons = dict.fromkeys(r.reason for r in gaps)
    by = {}
    for name in ("theme", "region", "responsible"):
        found = Counter(grouped(r, name) for r in gaps)
        by[name] = [{name: id_, "gaps": number} for id_, number in found.items()]
    return {
        "total": len(gaps),
        "registration": {m: sum(r.registration is m for r in gaps) for m in marks},
        "reason": {m: sum(r.reason is m for r in gaps) for m in reasons},
        **by,
        "not_stated": sum(not r.is_gap for r in answer.records),
    }


def _gap_block(
    dataset: Dataset,
    by: str,
    id_: str | None,
    records: list[Record],
    answer: Gaps,
    notes: _Notes,
) -> Block:
    """The gaps that have something in common, by default their theme."""
    found: dict[tuple[str, str], list[Record]] = {}
    for r in records:
        found.setdefault((r.indicator, r.region), []).append(r)
    groups = tuple(
        Group(
            several[0].label,
            several[0].indicator,
            tuple(
                (
                    _area(dataset, r.region),
                    _period(r),
                    quantity(r),
                    _unit(dataset, r),
                    _marks(dataset, r, notes),
                    r.locator,
                )
                for r in several
            ),
            facts=tuple(_gap_facts(dataset, several[0], themed=by != "theme")),
        )
        for several in found.values()
    )
    label = _group_label(dataset, by, id_)
    count = _gap_count(sum(grouped(r, by) == id_ for r in answer.gaps))
    return Block(
        title=text(f"{label.nl}: {count.nl}", f"{label.en}: {count.en}"),
        id=id_,
        columns=(_REGION, _PERIOD, _VALUE, _UNIT, _MARKS, _PLACE),
        groups=groups,
        group_title=_INDICATOR,
    )


def _group_label(dataset: Dataset, by: str, id_: str | None) -> Text:
    match by:
        case "region" if id_:
            return dataset.regions[id_].label
        case "registration" if id_:
            return _REGISTERED_AS[Registration(id_)]
        case "responsible":
            return dataset.organisations[id_] if id_ else _NOBODY_NAMED
        case _:
            return _theme_label(dataset, id_)


_REGISTERED_AS = {mark: TALLY[mark.value] for mark in Registration}
_NOBODY_NAMED = text("De pagina noemt geen organisatie", "The page names no organisation")


def _gap_facts(dataset: Dataset, record: Record, *, themed: bool) -> Iterator[tuple[Text, Cell]]:
    """What is missing, how strongly the source puts it, since when, and which body it names."""
    if themed:
        yield text("Thema", "Theme"), _theme_label(dataset, record.theme)
    gap = record.gap
    if gap is None:
        return
    yield text("Ontbreekt", "Missing"), gap.missing
    if gap.strength:
        quoted = text(f'"{gap.strength.nl}"', f'"{gap.strength.nl}" ({gap.strength.en})')
        yield text("Op de pagina", "On the page"), quoted
    else:
        yield (
            text("Op de pagina", "On the page"),
            text(
                "niet als lacune genoemd; volgt uit wie het registreert",
                "not named as a gap; follows from who registers it",
            ),
        )
    if gap.since:
        yield text("Sinds", "Since"), gap.since
    if gap.responsible:
        yield text("Genoemd", "Named"), dataset.organisations[gap.responsible]


def grid_table(dataset: Dataset, answer: Grid) -> Table:
    """The themes down, the regions across, and in each cell how much is registered."""
    regions = tuple(dict.fromkeys(cell.region for cell in answer.cells))
    found: dict[str | None, list[GridCell]] = {}
    for cell in answer.cells:
        found.setdefault(cell.theme, []).append(cell)
    columns = (
        Column(text("Thema", "Theme")),
        *(Column(_region(dataset, id_)) for id_ in regions),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            cells[0].label,
            *(Tally(c.national, c.partial, c.none, bool(c.statements)) for c in cells),
        )
        for cells in found.values()
    )
    silent = sum(cell.silent for cell in answer.cells)
    sources = _used_sources(dataset, ())
    return Table(
        command="grid",
        dataset=_identity(dataset),
        query=_query(answer.query),
        **_for_machines(answer),
        extra={"sources": _source_rows(sources)},
        blocks=(Block(None, None, columns, (Group(None, None, rows),)),) if rows else (),
        sources=_source_lines(sources),
        summary=_joined(
            (
                _gap_count(answer.gaps),
                text(
                    f"{silent} keer zwijgt de pagina",
                    f"{silent} {'time' if silent == 1 else 'times'} the page is silent",
                ),
            )
        ),
        remarks=(
            text(
                "Geteld zijn indicatoren, elk een keer per regio. Waar de pagina zwijgt, is niet "
                "bekend of iemand het registreert.",
                "Counted are indicators, each once a region. Where the page is silent, it is not "
                "known whether anybody registers it.",
            ),
        ),
    )


# -------------------------------------------------------------------------------- find


def find_table(dataset: Dataset, answer: Found) -> Table:
    """What was found, the best match first, and where."""
    columns = (
        Column(text("Id", "Id"), "id"),
        Column(text("Soort", "Kind")),
        Column(text("Omschrijving", "Label")),
        Column(text("Gevonden in", "Found in")),
        Column(text("Tekst", "Text")),
    )
    rows = tuple(
        (h.id, FOUND_KIND[h.kind], h.label, FOUND_IN[h.matched], h.match) for h in answer.hits
    )
    return Table(
        command="find",
        dataset=_identity(dataset),
        query={"words": answer.words},
        **_for_machines(answer),
        extra={},
        blocks=(Block(None, None, columns, (Group(None, None, rows),)),) if rows else (),
    )
