"""A figure as the cells of a line, and everything there is to say of it."""

import re
from collections.abc import Collection, Iterable, Iterator

from kic.dataset import Dataset
from kic.model import SIGNED, GapKind, Measure, Record, Text, UnitKind, by
from kic.model.grouping import grouped
from kic.model.sentences import applying, sentence
from kic.model.versions import broken
from kic.model.wording import TREND, counting
from kic.query.change import Change
from kic.query.comparable import of_one_series
from kic.query.gaps import of_publishers
from kic.query.limits import doubt_of
from kic.table import Amount, Cell, Phrase, Quote, Several, phrase
from kic.table.common import elsewhere, publication, publication_of

_NUMBER = re.compile(r"\d[\d.,]*")


def has_bar(record: Record) -> bool:
    """Whether a bar from zero shows a number: not where it is, or may be, on either side."""
    numbers = [n for n in record.interval if n is not None]
    is_open = record.unit_kind in SIGNED and (record.value, record.lower) == (None, None)
    return bool(numbers) and min(numbers) >= 0 and not is_open


def small_base(record: Record) -> Record | None:
    """A count that is so small that a percentage of it misleads."""
    small = record.unit_kind is UnitKind.COUNT and record.interval.farthest < _SMALL
    return record if small else None


_SMALL = 50


_MEAN = re.compile(r"\bgem\.|gemiddeld|\baverage|\bavg|\bmean\b", re.IGNORECASE)  # in a name


def name_of(record: Record) -> Text:
    """The name of what a figure counts, in few words."""
    return record.links.indicator.short or record.label


def region_of(dataset: Dataset, record: Record) -> tuple[Text, ...]:
    """The name of the region of a figure, if it needs saying."""
    return () if record.region == dataset.home else (record.links.region.label,)


def name_and_region(dataset: Dataset, record: Record) -> Several:
    """The name of what a figure counts, and its region, if that needs saying."""
    return Several((name_of(record), *region_of(dataset, record)))


def in_region(record: Record, what: Cell, silent: Collection[str | None]) -> Cell:
    """What is told of a figure, after its region unless that goes without saying."""
    if record.region in silent:
        return what
    return phrase("in_region", region=record.links.region.label, what=what)


def place_of(record: Record) -> str | None:
    """Where a figure is printed, below the name of its theme."""
    return in_theme(record.theme, record.locator)


def in_theme(theme: str | None, locator: str | None) -> str | None:
    """A place without the theme that it stands under."""
    return locator and locator.removeprefix(f"{theme}/")


def measured(record: Record, *, dated: bool = False) -> Text:
    """How a figure relates to its period, and whether kic read that into it."""
    how = counting(record, dated=dated)
    return (
        sentence("as_kic_reads", text=how, by=record.by) if "measure" in record.inferred else how
    )


# ------------------------------------------------------------------- cautions and notes


def cautions_of(dataset: Dataset, record: Record, *, in_full: bool = False) -> tuple[Cell, ...]:
    """What changes how a number may be used: what follows from the data, then what is typed.

    ``in_full`` a correction is told with its reason.
    """
    about = (*elsewhere(dataset, record), *target_notes(dataset, record))
    return (*own_cautions(record, in_full=in_full), *about, *record.cautions)


def with_cautions(dataset: Dataset, record: Record, what: Cell) -> Cell:
    """What is told of a figure in a sentence, with its cautions behind it."""
    cautions = cautions_of(dataset, record)
    if not cautions:
        return what
    return phrase("with_cautions", name=what, cautions=Several(cautions, " "))


def own_cautions(record: Record, *, in_full: bool = False) -> tuple[Cell, ...]:
    """That a number is corrected, disputed, provisional, a plan, a mean or revised."""
    is_mean = record.measure is Measure.MEAN and not all(map(_MEAN.search, name_of(record).both))
    return (
        *(correction_notes(record) if in_full else _corrected(record)),
        *_disputed(record),
        *applying({"plan": record.is_plan and not in_full, "mean": is_mean and not in_full}),
        *revisions(record),
    )


def limits_of(dataset: Dataset, record: Record, *, stated: bool = False) -> tuple[Cell, ...]:
    """The cautions of a number that stands apart from the gaps: also what is missing beside it.

    With ``stated`` only where the source says so.
    """
    gap = record.gap if record.interval.known else None
    told = gap and not (stated and gap.kind is GapKind.CONCLUDED)
    return (*cautions_of(dataset, record), *(gap_notes(record) if told else ()))


def direction_note(record: Record) -> Iterator[Cell]:
    """The direction printed with a number, in the words of the source if they are known."""
    if record.trend_as_printed:
        yield phrase("in_source", words=Quote(record.trend_as_printed))
    elif record.trend:
        yield phrase("in_source", words=TREND[record.trend])


def notes_of(*records: Record) -> tuple[Cell, ...]:
    """What is background to figures, each note once."""
    notes: list[Cell] = []
    for r in records:
        named = bodies(r)
        notes += (*r.notes, *([phrase("named", bodies=named)] if named.cells else []))
    return tuple(dict.fromkeys(notes))


def _corrected(record: Record) -> Iterator[Phrase]:
    """That a number is not the printed one; the indicator in full tells why."""
    if correction := record.correction:
        publisher = record.links.sources[correction.source].publisher
        yield phrase("is_not_printed", printed=Quote(record.as_printed or ""), by=publisher)


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


def _disputed(record: Record) -> Iterator[Text]:
    """That a number is not confirmed, and by whose word, or provisional; that a series breaks."""
    if doubt := doubt_of(record):
        yield sentence(f"figure_{doubt}", by=record.by)
    yield from broken(record)


def revisions(record: Record) -> Iterator[Phrase]:
    """That another edition gave another number; the indicator in full tells which.

    It is revised where one publisher gave both, the other one first, of the same known period;
    a plan was no outcome.
    """
    for then in filter(record.revises, record.earlier):
        words = then.as_printed or ""
        # Of a whole row, or of words with several numbers, the one that is meant.
        is_plain = bool(words) and not (then.interval.known and len(_NUMBER.findall(words)) > 1)
        told: Cell = f'"{words}"' if is_plain else Amount(then._replace(trend=None))
        key = "revised" if record.has_revised(then) else "otherwise"
        key = "planned_before" if then.is_plan and not record.is_plan else key
        source = publication(then.links.source)
        yield phrase(key, told=told, source=source)


def told_of_change(dataset: Dataset, change: Change) -> set[Cell]:
    """The publications of two figures, where what changed between them tells them already."""
    both = change.base, change.now
    if change.base.source == change.now.source or not of_one_series(dataset, *both):
        return set()
    return {cell for r in both for cell in publication_of(dataset, r.source)}


def target_notes(dataset: Dataset, record: Record) -> Iterator[Phrase]:
    """How much of a target was reached, beside the outcome and beside the target."""
    for pair in dataset.targets:
        if record.indicator in pair:
            at = (record.region, record.period)
            here = {r.indicator: r for r in dataset.records if (r.region, r.period) == at}
            done, planned = (here.get(id_) for id_ in pair)
            if done and planned and _is_of_target(dataset, done, planned):
                yield phrase("target", done=done.value, planned=planned.value)


def _is_of_target(dataset: Dataset, done: Record, planned: Record) -> bool:
    """Whether "1 of the 3" can be said: exact counts of the same thing, from one series.

    Without a period only one publication means the same time by both.
    """
    both = done, planned
    exact_counts = all(r.unit_kind is UnitKind.COUNT and r.interval.exactly for r in both)
    of_one = done.source == planned.source or (done.period.known and of_one_series(dataset, *both))
    return exact_counts and done.unit == planned.unit and of_one and not done.is_plan


def bodies(record: Record) -> Several:
    """The organisations that the source names with a figure, each with what it says of it."""
    body = record.links.registered_by
    return Several((*applying({"records_it": body}, body=body), *roles(record)), "; ")


def roles(record: Record) -> Iterator[Text]:
    """Organisations with the role that the source gives them."""
    return (sentence("role", body=body, role=role) for body, role in record.links.named)


def gap_notes(record: Record) -> Iterator[Phrase]:
    """What is missing and how strongly the source puts it, and what other publishers say."""
    if gap := record.gap:
        yield phrase("gap", missing=gap.missing, words=gap_words(record))
    yield from gaps_beside(record, of_publishers(record))


def gaps_beside(record: Record, others: Iterable[Record]) -> Iterator[Phrase]:
    """What is missing according to other publishers, the last of each, in its words."""
    told = record.lacking if record.gap else record
    quoting = (r for r in others if r.gap and r.gap.as_printed and not r.is_of_publisher(told))
    for r in {r.links.source.publisher: r for r in quoting}.values():
        missing = r.gap.missing if r.gap else None
        source = publication(r.links.source)
        yield phrase("gap_of_other", source=source, missing=missing, words=gap_words(r))


def sharing_words(records: Iterable[Record]) -> Iterable[list[Record]]:
    """The figures of gaps, those together that share a sentence of the page."""
    return grouped(records, lambda r: (gap_words(r), r.lacking.locator, r.lacking.source)).values()


def gap_words(record: Record) -> Cell:
    """How strongly the source puts a gap, to the letter; or who concludes it."""
    gap = record.gap
    if gap is None:
        return None
    if gap.as_printed is None:
        return sentence("concluded_gap", by=record.lacking.by)
    return Quote(gap.as_printed, gap.translation, record.lacking.lang)


def inferred_periods(records: Iterable[Record]) -> Iterator[Phrase]:
    """How many of the figures that show their period have one that kic read into the source."""
    figures = [r for r in records if r.interval.known or r.worded or r.period.known]
    inferred = [r for r in figures if "period" in r.inferred]
    if inferred:
        counts = {"inferred": len(inferred), "figures": len(figures)}
        yield phrase("periods_in_parentheses", by=by(inferred), **counts)
