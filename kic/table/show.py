"""Figures under their theme, an indicator in full, and what stands at one place of a page."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from kic.dataset import Dataset, with_other_years
from kic.model import Reason, Record, Statement, Trend
from kic.model.grouping import grouped
from kic.model.sentences import sentence
from kic.model.wording import ALL_HERE, REASON, TREND, statements_title
from kic.query.change import series
from kic.query.gaps import gap_figures
from kic.query.question import Query
from kic.query.show import Selection
from kic.query.themes import knowledge, theme_label
from kic.table import (
    Again,
    Amount,
    Block,
    Cell,
    Line,
    Missing,
    Page,
    Phrase,
    Quote,
    Several,
    Table,
    When,
    counted,
    phrase,
)
from kic.table.common import (
    AMOUNT,
    KNOWN,
    LABEL,
    PERIOD,
    PLACE,
    SAID,
    as_table,
    capitalised,
    column,
    filters,
    knowledge_line,
    placed,
    publication_of,
    used_sources,
)
from kic.table.figures import (
    cautions_of,
    direction_note,
    gap_words,
    in_region,
    in_theme,
    inferred_periods,
    name_and_region,
    notes_of,
    place_of,
    sharing_words,
    with_cautions,
)
from kic.table.headline import indicator_line
from kic.table.in_full import in_full
from kic.table.left_out import counts, remark, tally_of
from kic.table.rows import FIGURE, NOT_FIGURE, Data, figure_row, row, statement_row
from kic.table.rows import INDICATOR as INDICATOR_FIELDS
from kic.table.together import as_told, told_together


def show_table(dataset: Dataset, answer: Selection) -> Table:
    """Figures under their theme, statements under the figures; indicators in full."""
    named = [r for r in answer.records if r.indicator in answer.details]
    others = [r for r in answer.records if r.indicator not in answer.details]
    several = list(grouped(named, lambda r: r.indicator).values())
    is_empty = not (answer.records or answer.statements or answer.not_figures)
    alone = not (others or answer.statements or answer.cut) and len(several) == 1
    if is_empty:
        asked = _asked(dataset, answer.query)
        none = phrase("just", total=sentence("no_figures"))
        line = phrase("nothing_of", what=asked) if asked.cells else none
    elif 0 < len(several) <= _FEW and not (others or answer.statements or answer.cut):
        lines = (indicator_line(dataset, series(dataset, records)) for records in several)
        line = phrase("just", total=Several(tuple(lines), "; "))
    else:
        line = _counted(dataset, answer)

    # That there are other indicators is plain where single ones are shown.
    plain = ("indicator", "several") if answer.query.only_indicator else ()

    def page() -> Page:
        more = with_other_years(dataset)
        blocks = [*_themes(dataset, others, answer.statements)]
        for records in several:
            title = None if alone else records[0].label
            blocks += in_full(dataset, records, title)
            if (id_ := records[0].indicator) in more:
                line = Line((sentence("elsewhere_too"), phrase("with_context", id=id_)))
                blocks[-1] = blocks[-1]._replace(lines=(*blocks[-1].lines, line))
        blocks += _set_aside(answer)
        return Page(
            blocks=tuple(blocks),
            remarks=(
                *remark(answer.left_out, tally_of, answer.records, unless=plain),
                *inferred_periods((*named, *(r for r in others if r.interval.known or r.worded))),
            ),
            in_full=not others,
        )

    def extra() -> dict[str, Any]:
        return {
            "statements": [statement_row(dataset, s) for s in answer.statements],
            "not_figures": [row(part, NOT_FIGURE) for part in answer.not_figures],
            "indicators": {id_: row(i, INDICATOR_FIELDS) for id_, i in answer.details.items()},
        }

    return as_table(
        dataset,
        "show",
        filters(answer.query),
        line,
        page,
        partial(rows, answer),
        is_empty=is_empty,
        sources=used_sources(dataset, answer.records, answer.statements),
        extra=extra,
        left_out=counts(answer.left_out, tally_of, answer.records),
    )


_FEW = 3  # indicators of which the line that answers tells each


def _asked(dataset: Dataset, query: Query) -> Several:
    """What is asked for, by name."""
    named: tuple[Cell, ...] = (
        *(dataset.themes[id_].label for id_ in (*query.theme, *query.only_theme)),
        *(dataset.indicators[id_].label for id_ in (*query.indicator, *query.only_indicator)),
        *(dataset.regions[id_].label for id_ in query.region),
        *query.period,
    )
    return Several(named)


def _counted(dataset: Dataset, answer: Selection) -> Phrase:
    """How much is known of what is shown, after the name of its theme if it has one."""
    known = knowledge(answer.records)
    what = phrase("just", total=counted("statement", len(answer.statements)))
    if known:
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
            Block(None, (KNOWN, LABEL), lines, sentences=True),
            Block(
                statements_title(s.kind for s in told.get(theme, ())),
                (SAID, PLACE),
                tuple(
                    Line((said(dataset, s), in_theme(s.theme, s.locator)))
                    for s in told.get(theme, ())
                ),
                sentences=True,
            ),
        ]
        filled = [block for block in blocks if block.lines]
        if title:
            filled[0] = filled[0]._replace(title=title)
        yield from filled


_OBVIOUS = (LABEL, AMOUNT, PERIOD._replace(obvious=True), PLACE._replace(obvious=True))


def _numbers(dataset: Dataset, records: Iterable[Record]) -> Iterator[Line]:
    """A line for each number, those of a region together, below the name of its indicator."""
    for several in grouped(records, lambda r: r.indicator).values():
        by_region = grouped(several, lambda r: r.region).values()
        ordered = [r for figures in by_region for r in sorted(figures, key=lambda r: r.period)]
        previous = (None, *ordered)
        for before, r, told in zip(
            previous, ordered, told_together(dataset, ordered), strict=False
        ):
            is_first = before is None or before.region != r.region
            direction = direction_note(r) if is_first else ()
            yield Line(
                (_named_after(dataset, r, before), Amount(r), When(r), place_of(r)),
                as_told((*cautions_of(dataset, r), *direction), told),
                as_told(notes_of(r), told),
            )


def _named_after(dataset: Dataset, record: Record, before: Record | None) -> Cell:
    """The name of a figure and its region, without what the figure before it has too."""
    name = name_and_region(dataset, record)
    if before is None:
        return name
    is_other = record.region != before.region
    return Again(name, phrase("below", region=record.links.region.label) if is_other else None)


def _worded(dataset: Dataset, records: Iterable[Record]) -> Iterator[Line]:
    """What is said instead of a number: a line for each direction, for words, or for nothing."""
    without = (r for r in records if not r.interval.known and _is_told(r))
    for (trend, reason), several in grouped(without, _instead).items():
        kind = capitalised(REASON[reason]) if reason else sentence("a_word")
        if trend:
            kind = capitalised(TREND[trend])
        told = Several(tuple(_told(dataset, r) for r in several), "; ")
        yield Line((kind, told), (), notes_of(*several))


def _is_told(record: Record) -> bool:
    """Whether there is more to say of what has no number than its gap."""
    return record.worded or not record.gap or record.reason is Reason.SUPPRESSED


def _instead(record: Record) -> tuple[Trend | None, Reason | None]:
    """The direction that stands for a number, or why there is not even a word."""
    return record.trend, None if record.worded else record.reason


def _told(dataset: Dataset, record: Record) -> Cell:
    """What is said of one thing: its name, words or period, place and cautions."""
    words = (phrase("quoted_word", words=record.words),) if record.words else ()
    name = Several((_in_place(dataset, record), *words), ": ")
    return with_cautions(dataset, record, placed(name, place_of(record)))


def _gaps(dataset: Dataset, records: Iterable[Record]) -> Iterator[Line]:
    """The gaps; those that share a sentence of the page stand together."""
    for several in sharing_words(gap_figures(records)):
        names = Several(
            tuple(in_region(r, r.gap.missing, {dataset.home}) for r in several if r.gap)
        )
        words = gap_words(several[0])
        yield Line(
            (
                Missing(sentence("gap_title")),
                placed(Several((names, words), ": "), place_of(several[0].lacking)),
            ),
            tuple(
                dict.fromkeys(
                    c for r in several if not r.interval.known for c in cautions_of(dataset, r)
                )
            ),
            notes_of(*several),
        )


def _in_place(dataset: Dataset, record: Record) -> Cell:
    """The name of what has no number, with its region and period as far as they are known."""
    name = name_and_region(dataset, record)
    if not record.period.known:
        return name
    if "period" in record.inferred:
        return phrase("in_inferred", name=name, period=record.period)
    return phrase("in_period", name=name, period=record.period.when)


def said(dataset: Dataset, statement: Statement) -> Cell:
    """A statement as a sentence, with its region and date where they need saying."""
    when = statement.date or statement.period
    head: list[Cell] = [when] if when else []
    if statement.region != dataset.home:
        head.insert(0, dataset.regions[statement.region].label)
    origin = tuple(publication_of(dataset, statement.source))
    what = Several((statement.summary, *origin), " ") if origin else statement.summary
    return phrase("about", label=Several(tuple(head)), what=what) if head else what


def _set_aside(answer: Selection) -> Iterator[Block]:
    """The numerals of a place that are no figures, and why."""
    lines = tuple(
        Line((Quote(part.as_printed) if part.as_printed else ALL_HERE, part.reason, part.locator))
        for part in answer.not_figures
    )
    if lines:
        columns = (column("as_printed"), column("reason"), PLACE)
        yield Block(sentence("no_figures"), columns, lines, sentences=True)


def rows(answer: Selection) -> Data:
    """The figures, a row each."""
    shown = ("indicator", "region", "period", "value", "unit", "locator")
    return Data(FIGURE, tuple(map(figure_row, answer.records)), shown, figures=answer.records)
