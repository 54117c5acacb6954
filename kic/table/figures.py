"""A figure as the cells of a row, and everything there is to say of it."""

from collections.abc import Iterable, Iterator

from kic.dataset import Dataset
from kic.model import (
    Gap,
    Measure,
    Qualifier,
    Reason,
    Record,
    Registration,
    Status,
    Text,
    UnitKind,
)
from kic.model.digits import number
from kic.model.interval import Number
from kic.model.sentences import sentence
from kic.model.wording import GAP_KIND, MEASURE
from kic.table import Area, Cell, Marks
from kic.table.common import Notes, joined, source_text


def without_trend(record: Record) -> Record:
    """The figure without the direction that is printed with it, where it has a number."""
    return record._replace(trend=None) if record.interval.known else record


def period_of(record: Record) -> Cell:
    """The period; where nothing was ever counted there is none to state."""
    counted = record.interval.known or record.reason is Reason.NOT_STATED
    return record.period if record.period.known or counted else sentence("none")


def unit_of(record: Record) -> Text | None:
    """What a figure counts; nothing where there is no number."""
    unit = record.links.unit
    return unit.label if unit and record.interval.known else None


def area_of(record: Record) -> Area:
    """The region of a figure."""
    return Area(record.region, record.links.region.label)


def measured(record: Record) -> Text:
    """How a figure relates to its period, and whether kic read that into it."""
    how = MEASURE[record.measure or Measure.UNSPECIFIED]
    if "measure" in record.inferred:
        return sentence("as_kic_reads", text=how)
    return how


def codes(record: Record) -> list[str]:
    """The letters that stand beside a figure."""
    status = record.status.value
    stands = {
        "r": record.qualifier is Qualifier.AT_LEAST,
        status.lower(): "status" in record.inferred,
        status: record.status is not Status.NORMAL and "status" not in record.inferred,
        Status.MISSING.value: record.reason is not None or record.status is Status.MISSING,
        "i": record.registration is Registration.INCOMPLETE and record.interval.known,
        "c": record.correction is not None,
        "h": bool(record.earlier),
        "p": "period" in record.inferred,
        "m": "measure" in record.inferred,
    }
    return [code for code, applies in stands.items() if applies]


def marks_of(dataset: Dataset, record: Record, notes: Notes, extra: Iterable[Text] = ()) -> Marks:
    """The letters of a figure, and numbers for everything there is to say of it."""
    told = (
        *correction_notes(record),
        *_revision(record),
        *_elsewhere(dataset, record),
        *record.cautions,
        *target_notes(dataset, record),
        *record.notes,
        *extra,
    )
    return notes.mark(*codes(record), notes=told)


def correction_notes(record: Record) -> Iterator[Text]:
    """Why a number is not the printed one, what is printed, and by whom it was corrected."""
    source = record.links.corrected_by
    if record.correction and source:
        yield sentence(
            "corrected",
            reason=record.correction.reason,
            printed=record.as_printed,
            origin=f'{source.publisher}, "{source.title}"',
        )


def _revision(record: Record) -> Iterator[Text]:
    """That earlier editions gave another number; the indicator in full tells which."""
    for then in record.earlier:
        printed = f' "{then.as_printed}"' if then.as_printed else ""
        yield sentence("revised", printed=printed, source=source_text(then.links.source))


def _elsewhere(dataset: Dataset, record: Record) -> Iterator[Text]:
    """That a figure is not from the report itself, and where it is from."""
    if record.source != dataset.info.source:
        title = dataset.sources[dataset.info.source].title
        yield sentence("elsewhere", title=title, source=source_text(record.links.source))


def target_notes(dataset: Dataset, record: Record) -> Iterator[Text]:
    """How much of a target was reached, beside the outcome and beside the target."""
    for pair in dataset.targets:
        if record.indicator not in pair:
            continue
        at = (record.region, record.period)
        found = {r.indicator: r for r in dataset.records if (r.region, r.period) == at}
        done, aim = (_count(found.get(id_)) for id_ in pair)
        if done is not None and aim is not None:
            yield sentence("target", done=_digits(done), planned=_digits(aim))


def _count(record: Record | None) -> Number | None:
    """A number of which "1 of the 3" can be said: a count that is exactly known."""
    unit = record and record.links.unit
    counted = record and unit and unit.kind is UnitKind.COUNT and record.interval.exactly
    return record.value if record and counted else None


def _digits(value: Number) -> Text:
    return Text(nl=number(value, "nl"), en=number(value, "en"))


def bodies(record: Record) -> Iterator[Text]:
    """The organisations that the source names with a figure, each with what it says of it."""
    if body := record.links.registered_by:
        yield sentence("records_it", body=body)
    yield from roles(record)


def roles(record: Record) -> Iterator[Text]:
    """Organisations with the role that the source gives them."""
    for body, role in record.links.named:
        yield sentence("role", body=body, role=role)


def body_notes(record: Record) -> Iterator[Text]:
    """The same as one note."""
    if found := list(bodies(record)):
        yield sentence("named", bodies=joined(found, "; "))


def gap_notes(record: Record) -> Iterator[Text]:
    """What is missing and how strongly the source puts it, as one note."""
    if gap := record.gap:
        words = gap_words(gap)
        begun = Text(
            nl=words.nl[:1].upper() + words.nl[1:], en=words.en[:1].upper() + words.en[1:]
        )
        yield sentence("gap", missing=gap.missing, words=begun)


def gap_words(gap: Gap) -> Text:
    """How strongly the source puts a gap, to the letter; or that kic concludes it."""
    if gap.as_printed is None:
        return GAP_KIND[gap.kind]
    if gap.translation is None:
        return sentence("quoted", words=gap.as_printed)
    return sentence("quoted_translated", words=gap.as_printed, translation=gap.translation)
