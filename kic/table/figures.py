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
from kic.model.sentences import applying, sentence
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
    return sentence("as_kic_reads", text=how) if "measure" in record.inferred else how


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
    own = dataset.info.source
    remarks = (
        *correction_notes(record),
        *map(_revision, record.earlier),
        *applying(
            {"elsewhere": record.source != own},
            title=dataset.sources[own].title,
            source=source_text(record.links.source),
        ),
        *record.cautions,
        *target_notes(dataset, record),
        *record.notes,
        *extra,
    )
    return notes.mark(*codes(record), notes=remarks)


def correction_notes(record: Record) -> Iterator[Text]:
    """Why a number is not the printed one, what is printed, and by whom it was corrected."""
    if correction := record.correction:
        source = record.links.sources[correction.source]
        yield sentence(
            "corrected",
            reason=correction.reason,
            printed=record.as_printed,
            origin=f'{source.publisher}, "{source.title}"',
        )


def _revision(then: Record) -> Text:
    """That an earlier edition gave another number; the indicator in full tells which."""
    printed = f' "{then.as_printed}"' if then.as_printed else ""
    return sentence("revised", printed=printed, source=source_text(then.links.source))


def target_notes(dataset: Dataset, record: Record) -> Iterator[Text]:
    """How much of a target was reached, beside the outcome and beside the target."""
    for pair in dataset.targets:
        if record.indicator in pair:
            at = (record.region, record.period)
            here = {r.indicator: r for r in dataset.records if (r.region, r.period) == at}
            done, planned = (_count(here.get(id_)) for id_ in pair)
            if done and planned:
                yield sentence("target", done=done, planned=planned)


def _count(record: Record | None) -> Text | None:
    """A number of which "1 of the 3" can be said: a count that is exactly known."""
    if not (record and record.unit_kind is UnitKind.COUNT and record.interval.exactly):
        return None
    value = record.value or 0
    return Text(nl=number(value, "nl"), en=number(value, "en"))


def bodies(record: Record) -> Text | None:
    """The organisations that the source names with a figure, each with what it says of it."""
    body = record.links.registered_by
    named = (*applying({"records_it": body}, body=body), *roles(record))
    return joined(named, "; ") if named else None


def roles(record: Record) -> Iterator[Text]:
    """Organisations with the role that the source gives them."""
    return (sentence("role", body=body, role=role) for body, role in record.links.named)


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
    key = "quoted_translated" if gap.translation else "quoted"
    return sentence(key, words=gap.as_printed, translation=gap.translation)
