"""What was found, each kind of thing together, with its latest figure and where it was found."""

import re
from collections.abc import Collection, Iterator
from functools import partial

from kic.dataset import Dataset
from kic.model import Lang, Record
from kic.model.fields import FIELDS
from kic.model.grouping import grouped
from kic.model.wording import FOUND_IN, FOUND_KIND, FOUND_KINDS, LOOSE, statements_title
from kic.query.find import Hit, Hits, numbers_of
from kic.table import (
    Amount,
    Block,
    Cell,
    Column,
    Line,
    Page,
    Phrase,
    Several,
    Table,
    When,
    counted,
    phrase,
)
from kic.table.common import (
    AMOUNT,
    PERIOD,
    PLACE,
    as_table,
    capitalised,
    used_sources,
)
from kic.table.figures import (
    gap_notes,
    gap_words,
    limits_of,
    name_and_region,
    name_of,
    notes_of,
    region_of,
)
from kic.table.headline import dated, no_number
from kic.table.rows import FIGURE, FOUND, FOUND_FIGURE, Data, Row, figure_row, row
from kic.table.show import said

_COLUMNS = (
    AMOUNT,
    PERIOD._replace(obvious=True),
    Column(FIELDS["matched"].title, "below"),
    Column(FIELDS["id"].title, "id"),
)


def find_table(dataset: Dataset, answer: Hits) -> Table:
    """What was found, the best match first, and where."""

    def page() -> Page:
        by_kind = grouped(answer.hits, lambda hit: hit.kind)
        blocks = (_block(dataset, kind, hits, answer.lang) for kind, hits in by_kind.items())
        alike = (phrase("found_alike"),) if answer.alike else ()
        best = (phrase("best_hits", hits=len(answer.hits)),) if answer.more else ()
        return Page(tuple(blocks), remarks=(*alike, *best))

    return as_table(
        dataset,
        "find",
        {"words": answer.words},
        _line(dataset, answer),
        page,
        partial(rows, answer),
        is_empty=not answer.hits,
        sources=used_sources(
            dataset,
            (hit.record for hit in answer.hits if hit.record),
            (hit.statement for hit in answer.hits if hit.statement),
        ),
        left_out={"limit": {"hits": answer.more}} if answer.more else {},
    )


def _line(dataset: Dataset, answer: Hits) -> Phrase:
    """How much was found, and the best of it."""
    found = phrase(
        "found_for", total=counted("hit", len(answer.hits) + answer.more), words=answer.words
    )
    if not answer.hits:
        return found
    best = answer.hits[0]
    what: Cell = best.label
    # Beside a number that a note has, the figure's own would seem to be the one asked for.
    is_said = best.matched in ("caution", "note") and re.search(r"\d", answer.words)
    if best.record and not is_said:
        region = region_of(dataset, best.record)
        amount = Several((_in_place(best.record), *_later(best)), "; ")
        what = Several((name_of(best.record), *region, amount))
    return phrase("found_best", found=found, best=what)


def _in_place(record: Record) -> Cell:
    """The latest figure, or the gap in its place."""
    if record.interval.known:
        return dated(record)
    return gap_words(record) if record.gap else Amount(record)


def _later(hit: Hit) -> Iterator[Phrase]:
    """What the source has after the figure of a hit, in the place of a number."""
    if later := hit.later:
        yield no_number(later)


def _block(dataset: Dataset, kind: str, hits: list[Hit], lang: Lang) -> Block:
    """The hits of one kind."""
    head = Column(capitalised(FOUND_KIND[kind]), obvious=True)
    if said_of := [hit.statement.kind for hit in hits if hit.statement]:
        lines = (Line((_statement(dataset, hit, lang), hit.id)) for hit in hits)
        return Block(statements_title(said_of), (head, PLACE), tuple(lines), sentences=True)
    lines = (
        _figure(dataset, hit, hit.record, lang) if hit.record else _counted(hit, lang)
        for hit in hits
    )
    return Block(FOUND_KINDS[kind], (head, *_COLUMNS), tuple(lines))


def _statement(dataset: Dataset, hit: Hit, lang: Lang) -> Cell:
    """A statement, also in the other language where only that has the words."""
    what = said(dataset, hit.statement) if hit.statement else hit.label
    if hit.matched == "statement" and hit.match != hit.label.of(lang):
        return phrase("reading", what=what, limits=hit.match)
    return what


def _counted(hit: Hit, lang: Lang) -> Line:
    """A theme or a region, and how many indicators are about it; or what has no figure."""
    total = counted("indicator", hit.indicators) if hit.indicators else None
    return Line((hit.label, total, None, _where(hit, {hit.label.of(lang)}), hit.id))


def _figure(dataset: Dataset, hit: Hit, record: Record, lang: Lang) -> Line:
    """An indicator with its latest figure, or with the gap in its place."""
    name = name_and_region(dataset, record)
    shown = [text.of(lang) for text in (name_of(record), *record.cautions)]
    later = (phrase("ended", what=what) for what in _later(hit))
    cautions = (*later, *limits_of(dataset, record))
    if not record.interval.known:
        cautions = (*gap_notes(record), *cautions)
    if record.gap and {*gap_notes(record)} <= {*cautions}:
        gap = record.gap
        shown += [gap.missing.of(lang), gap.as_printed or ""]
        if lang != record.lang:
            shown.append(gap.translation or "")
    shown += [record.words.of(lang)] if record.words else []
    shown += [place.words for place in numbers_of(record)]
    shown += [text.of(lang) for text in LOOSE.get(record.qualifier, ())]
    cells = (name, Amount(record), When(record), _where(hit, shown), hit.id)
    return Line(cells, cautions, notes_of(record))


def _where(hit: Hit, shown: Collection[str]) -> Cell:
    """Where the words were found, and the text that has them, unless the line shows that."""
    if hit.matched in ("id", "theme", "region", "period") or hit.match in shown:
        return None
    where = capitalised(FOUND_IN[hit.matched])
    return phrase("found_in", where=where, words=hit.match.removesuffix("."))


def rows(answer: Hits) -> Data:
    """What was found, each with its figure."""
    found = tuple(
        row(hit, FOUND) | {"later": hit.later and hit.later.period} | _found_figure(hit.record)
        for hit in answer.hits
    )
    figures = tuple(hit.record for hit in answer.hits)
    shown = ("id", "kind", "label", "value", "unit", "period", "later", "matched", "match")
    return Data((*FOUND, *FOUND_FIGURE), found, shown, figures=figures)


def _found_figure(record: Record | None) -> Row:
    """The figure of a hit, without what the hit itself has."""
    figure = figure_row(record) if record else dict.fromkeys(FIGURE)
    return {name: figure[name] for name in FOUND_FIGURE}
