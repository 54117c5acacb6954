"""What the answers of all verbs have in common when they are laid out."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kic.dataset import Dataset
from kic.model import (
    Gap,
    Lang,
    Named,
    Qualifier,
    Reason,
    Record,
    Registration,
    Source,
    Status,
    Text,
    UnitKind,
)
from kic.model.digits import number
from kic.model.interval import Number
from kic.model.wording import ALL_THEMES, GAP_KIND, MARK, text
from kic.query.verbs import Compared, Gaps, Query, Shown
from kic.table import Cell, Column, Marks, Quantity, Term
from kic.table.rows import Answer, Row, field_names, flat, nested, source_row


class Notes:
    """Numbers notes in the order they are first needed."""

    def __init__(self) -> None:
        self.found: dict[Text, int] = {}
        self.codes: dict[str, None] = {}

    def number(self, note: Text) -> int:
        """The number of a note; the same text has one number."""
        return self.found.setdefault(note, len(self.found) + 1)

    def mark(self, *codes: str, notes: Iterable[Text] = ()) -> Marks:
        """The letters of a figure and the numbers of its notes."""
        self.codes.update(dict.fromkeys(codes))
        return Marks(codes, tuple(dict.fromkeys(self.number(n) for n in notes)))

    @property
    def legend(self) -> tuple[tuple[str, Text], ...]:
        """What the letters mean that were used."""
        return tuple((code, meaning) for code, meaning in MARK.items() if code in self.codes)


PERIOD = Column(text("Periode", "Period"))
REGION = Column(text("Regio", "Region"))
VALUE = Column(text("Waarde", "Value"), "number")
UNIT = Column(text("Eenheid", "Unit"))
MARKS = Column(text("Code", "Code"))
PLACE = Column(text("Vindplaats", "Locator"), "id")
_NONE = text("-", "-")
INDICATOR = text("Indicator", "Indicator")


def asked(query: Query) -> dict[str, Any]:
    """What was asked, without what was not; a filter is told as one unless both are given."""
    told = query._asdict()
    for name in ("theme", "indicator"):
        if not told[name]:
            told[name] = told.pop(f"only_{name}")
    return {_OPTION.get(name, name): value for name, value in told.items() if value}


_OPTION = {"start": "from", "end": "to"}  # what is a word of the language in Python


def for_machines(answer: Answer) -> dict[str, Any]:
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


def identity(dataset: Dataset) -> dict[str, str]:
    """What the dataset is called."""
    return {"id": dataset.info.id, "version": dataset.info.version}


def quantity(record: Record, *, trend: bool = True) -> Quantity:
    """The value of a figure; without its printed ``trend`` where numbers tell it."""
    told = record.trend if trend or not record.interval.known else None
    return Quantity(record.interval, record.qualifier, record.words, record.reason, told)


def marks_of(dataset: Dataset, record: Record, notes: Notes, extra: Iterable[Text] = ()) -> Marks:
    """The letters of a figure, and numbers for everything there is to say of it."""
    told = [
        *correction_notes(dataset, record),
        *_revision(dataset, record),
        *_elsewhere(dataset, record),
        *record.cautions,
        *target_notes(dataset, record),
        *record.notes,
        *extra,
    ]
    return notes.mark(*codes(record), notes=told)


def codes(record: Record) -> list[str]:
    """The letters that stand beside a figure."""
    found = []
    if record.qualifier is Qualifier.AT_LEAST:
        found.append("r")
    if "status" in record.inferred:
        found.append(record.status.value.lower())
    elif record.status is not Status.NORMAL:
        found.append(record.status.value)
    if record.reason and record.status is not Status.MISSING:
        found.append(Status.MISSING.value)
    if record.registration is Registration.INCOMPLETE and record.interval.known:
        found.append("i")
    if record.correction:
        found.append("c")
    if record.earlier:
        found.append("h")
    if "period" in record.inferred:
        found.append("p")
    if "measure" in record.inferred:
        found.append("m")
    return found


def correction_notes(dataset: Dataset, record: Record) -> Iterator[Text]:
    """Why a number is not the printed one, what is printed, and by whom it was corrected."""
    if record.correction:
        source = dataset.sources[record.correction.source]
        origin = f'{source.publisher}, "{source.title}"'
        reason = record.correction.reason
        yield text(
            f'{reason.nl} In de bron staat "{record.as_printed}"; gecorrigeerd volgens {origin}.',
            f'{reason.en} The source has "{record.as_printed}"; corrected according to {origin}.',
        )


def target_notes(dataset: Dataset, record: Record) -> Iterator[Text]:
    """How much of a target was reached, beside the outcome and beside the target."""
    for pair in dataset.targets:
        if record.indicator not in pair:
            continue
        at = (record.region, record.period)
        found = {r.indicator: r for r in dataset.records if (r.region, r.period) == at}
        done, aim = (_count(dataset, found.get(id_)) for id_ in pair)
        if done is not None and aim is not None:
            yield text(
                f"Gelukt: {number(done, 'nl')} van de {number(aim, 'nl')} beoogde.",
                f"Done: {number(done, 'en')} of the {number(aim, 'en')} planned.",
            )


def _count(dataset: Dataset, record: Record | None) -> Number | None:
    """A number of which "1 of the 3" can be said: a count that is exactly known."""
    if record is None or record.unit is None or not record.interval.exactly:
        return None
    return record.value if dataset.units[record.unit].kind is UnitKind.COUNT else None


def period_of(record: Record) -> Cell:
    """The period; where nothing was ever counted there is none to state."""
    counted = record.interval.known or record.reason is Reason.NOT_STATED
    return record.period if record.period.known or counted else _NONE


def bodies(dataset: Dataset, record: Record) -> Iterator[Text]:
    """The organisations that the source names with a figure, each with what it says of it."""
    if record.registered_by:
        body = dataset.organisations[record.registered_by]
        yield text(f"{body.nl} – registreert", f"{body.en} – records it")
    yield from roles(dataset, record.named)


def roles(dataset: Dataset, named: Iterable[Named]) -> Iterator[Text]:
    """Organisations with the role that the source gives them."""
    for n in named:
        body = dataset.organisations[n.organisation]
        yield text(f"{body.nl} – {n.role.nl}", f"{body.en} – {n.role.en}")


def body_notes(dataset: Dataset, record: Record) -> Iterator[Text]:
    """The same as one note."""
    if found := list(bodies(dataset, record)):
        told = listed(found)
        yield text(f"Genoemd: {told.nl}.", f"Named: {told.en}.")


def _revision(dataset: Dataset, record: Record) -> Iterator[Text]:
    """That earlier editions gave another number; the indicator in full tells which."""
    for then in record.earlier:
        source = source_text(dataset.sources[then.source])
        printed = f' "{then.as_printed}"' if then.as_printed else ""
        yield text(
            f"Herzien: eerder{printed} in {source.nl}.",
            f"Revised: earlier{printed} in {source.en}.",
        )


def _elsewhere(dataset: Dataset, record: Record) -> Iterator[Text]:
    """That a figure is not from the report itself, and where it is from."""
    if record.source != dataset.info.source:
        source = source_text(dataset.sources[record.source])
        title = dataset.sources[dataset.info.source].title
        yield text(
            f"Niet uit {title}, maar uit: {source.nl}.",
            f"Not from {title}, but from: {source.en}.",
        )


def unit_of(dataset: Dataset, record: Record) -> Text | None:
    """What a figure counts; nothing where there is no number."""
    return dataset.units[record.unit].label if record.unit and record.interval.known else None


def region_of(dataset: Dataset, id_: str) -> Text:
    """The name of a region."""
    return dataset.regions[id_].label


def area_of(dataset: Dataset, id_: str) -> Term:
    """A region as a cell."""
    return Term("region", id_, dataset.regions[id_].label)


def by_theme(
    dataset: Dataset, records: Iterable[Record]
) -> Iterator[tuple[str | None, list[Record]]]:
    """The records of each theme, in the order of the dataset; none at the end."""
    found: dict[str | None, list[Record]] = {id_: [] for id_ in dataset.themes} | {None: []}
    for record in records:
        found[record.theme].append(record)
    return iter(found.items())


def by_indicator(records: Iterable[Record]) -> Iterator[list[Record]]:
    """The records of each indicator, in the order of their first."""
    found: dict[str, list[Record]] = {}
    for record in records:
        found.setdefault(record.indicator, []).append(record)
    return iter(found.values())


def theme_label(dataset: Dataset, theme: str | None) -> Text:
    """The name of a theme, or of all of them."""
    return dataset.themes[theme].label if theme else ALL_THEMES


def used_sources(dataset: Dataset, records: Iterable[Record]) -> dict[str, Source]:
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
            for source in (figure.caution_source, figure.note_source):
                if source and key in shown:
                    used[source] = None
        for source in (indicator.caution_source, indicator.note_source):
            if source:
                used[source] = None
    return {id_: dataset.sources[id_] for id_ in used}


def source_rows(sources: Mapping[str, Source]) -> dict[str, Row]:
    """The sources under the names of the JSON contract, by their ids."""
    return {id_: source_row(source) for id_, source in sources.items()}


def source_line(source: Source, lang: Lang) -> str:
    """A publication on one line: publisher, title, date and address, as far as known."""
    return ", ".join(filter(None, (publication(source, lang), source.url)))


def publication(source: Source, lang: Lang) -> str:
    """The same without the address, for writers that make a link of that."""
    date = source.published.isoformat() if source.published else None
    title = f'"{source.title}"'
    if source.form:
        title = f"{source.form.nl if lang == 'nl' else source.form.en} {title}"
    return ", ".join(filter(None, (source.publisher, title, date)))


def source_text(source: Source) -> Text:
    """A publication on one line, in both languages."""
    return text(source_line(source, "nl"), source_line(source, "en"))


def count_of(number: int, nl: tuple[str, str], en: tuple[str, str]) -> Text:
    """A number with what it counts, one or several."""
    one = number == 1
    return text(f"{number} {nl[not one]}", f"{number} {en[not one]}")


def joined(parts: Iterable[Text]) -> Text:
    """Texts as one, with commas."""
    several = list(parts)
    return text(", ".join(p.nl for p in several), ", ".join(p.en for p in several))


def listed(parts: Iterable[Text]) -> Text:
    """Phrases as one text, with semicolons."""
    several = list(parts)
    return text("; ".join(p.nl for p in several), "; ".join(p.en for p in several))


def gap_words(gap: Gap) -> Text:
    """How strongly the source puts a gap, to the letter; or that kic concludes it."""
    if gap.as_printed is None:
        return GAP_KIND[gap.kind]
    if gap.translation is None:
        return text(f'"{gap.as_printed}"', f'"{gap.as_printed}"')
    return text(f'"{gap.as_printed}"', f'"{gap.as_printed}" ({gap.translation})')


def gap_count(number: int) -> Text:
    """How many gaps there are, in words."""
    return count_of(number, ("lacune", "lacunes"), ("gap", "gaps"))
