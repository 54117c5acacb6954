"""What a citation says of a figure: the statement, the words of the source, what limits it."""

from collections.abc import Iterator

from kic.dataset import Dataset
from kic.model import GapKind, Measure, Record, Registration, Source, Status, Text
from kic.model.versions import broken, of_earlier
from kic.model.wording import REGISTRATION, TREND
from kic.query.cite import Citations
from kic.query.gaps import of_publishers
from kic.table import Cell, Phrase, Quote, Several, phrase
from kic.table.common import publication
from kic.table.figures import gap_words, gaps_beside, measured, revisions, target_notes
from kic.table.headline import as_read, dated
from kic.table.place import in_words
from kic.table.rows import FIGURE, Data, figure_row, row


def statement(record: Record) -> Phrase:
    """A figure with its label, region and period, or what stands in its place."""
    label = Several((record.label, record.links.region.label))
    return phrase("about", label=label, what=_told(record))


def _told(record: Record) -> Phrase:
    if record.interval.known:
        return dated(record)
    if record.words:
        printed, translation = record.words.both
        if record.lang == "en":
            printed, translation = translation, printed
        words = _quoted(record, printed, translation, None)
        return phrase("only_words", what=dated(record, words))
    if record.trend:
        return phrase("only_words", what=dated(record, TREND[record.trend]))
    if record.period.known:
        return as_read(record, phrase("cited_none_known", period=record.period))
    return as_read(record, phrase("cited_none_unknown"))


def notes(dataset: Dataset, record: Record) -> Iterator[Cell]:
    """Everything a reader must know to use a figure, the words of the source first."""
    yield from _in_source(dataset, record)
    yield from _limits(dataset, record)
    yield from _background(record)


def _in_source(dataset: Dataset, record: Record) -> Iterator[Cell]:
    """The words of the source for a figure and for its gap, each with its place."""
    place = in_words(dataset, record.locator) if record.locator else None
    if record.as_printed:
        yield phrase("in_source", words=_quoted(record, record.as_printed, None, place))
    if record.interval.known and record.trend:
        yield phrase("cited_direction", trend=TREND[record.trend])
    gap = record.gap
    if gap and gap.as_printed:
        words = _quoted(record, gap.as_printed, gap.translation, place)
        yield phrase("gap", missing=gap.missing, words=words)
    elif place and not record.as_printed:
        yield phrase("cited_place", place=place)
    yield from gaps_beside(record, of_publishers(record))


def _quoted(record: Record, words: str, translation: str | None, place: Text | None) -> Cell:
    """Words of the source with their place in it; a translation of them is the compiler's."""
    if translation in (None, words):
        quote = Quote(words)
        return phrase("reading", what=quote, limits=place) if place else quote
    return phrase(
        f"cited_{record.lang}{'_at' if place else ''}",
        words=words,
        place=place,
        translation=translation,
        by=record.by,
    )


def _limits(dataset: Dataset, record: Record) -> Iterator[Cell]:
    """What changes how a figure may be used, and which other publications say so."""
    correction, sources = record.correction, record.links.sources
    if correction:
        yield phrase(
            "cited_correction",
            by=record.by,
            reason=correction.reason,
            source=publication(sources[correction.source]),
        )
    yield from broken(record)  # what else is doubted stands beside the number
    if record.status is Status.SUPPRESSED:
        yield phrase("cited_suppressed")
    yield from revisions(record)
    yield from target_notes(dataset, record)
    yield from _cautions(record)
    if record.gap and record.gap.kind is GapKind.CONCLUDED:
        yield phrase("gap", missing=record.gap.missing, words=gap_words(record))


def _cautions(record: Record) -> Iterator[Cell]:
    """What to beware of, each with the publication that says so, where it is another one."""
    said_by: dict[Text, Source] = {}
    for version in (record, *record.earlier):
        for part in (version.links.figure, version.links.indicator):
            if part.caution and part.caution_source not in (None, record.source):
                source = version.links.sources[part.caution_source]
                said_by |= {part.caution: source, of_earlier(part.caution): source}
    for caution in record.cautions:
        origin = said_by.get(caution)
        told = origin and phrase("cited_caution", caution=caution, source=publication(origin))
        yield told or caution


def _background(record: Record) -> Iterator[Cell]:
    """Where, who or what is counted, how, and by whom, as far as it is known."""
    region = record.links.region
    if region.note:
        yield phrase("about", label=region.label, what=region.note)
    if record.population:
        yield phrase("cited_population", population=record.population)
    if record.measure not in (None, Measure.UNSPECIFIED):
        yield phrase("cited_measure", measure=measured(record, dated=True))
    if record.registration is not Registration.UNSTATED:
        yield phrase("cited_registration", registration=REGISTRATION[record.registration])
    if record.links.registered_by:
        yield phrase("cited_registered_by", body=record.links.registered_by)


_PUBLICATION = ("publisher", "title", "published", "url")


def rows(answer: Citations) -> Data:
    """The figures, a row each, with the publication that each is from."""
    cited = (figure_row(r) | row(r.links.source, _PUBLICATION) for r in answer.records)
    return Data((*FIGURE, *_PUBLICATION), tuple(cited))
