"""What the page shows, gathered from the answers of the verbs for its templates.

Nothing here is a string that was a number before: the templates get typed cells and write
them as all other formats do.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import zip_longest

from kic.dataset import Dataset, populations
from kic.model import Reason, Record, UnitKind
from kic.model.errors import UsageError
from kic.model.grouping import grouped
from kic.model.wording import TALLY_TOGETHER, drawn_as
from kic.query.change import Series, series
from kic.query.compare import Comparison, compare
from kic.query.grid import grid, marks
from kic.query.names import Names
from kic.query.show import show
from kic.query.themes import themes
from kic.report.contents import Contents, Entry, Group, Indicator, Mark, Section
from kic.report.slots import on_axes, slots
from kic.table import Bar, Cell, Line, Phrase, Several, When, phrase
from kic.table.compare import compare_table, divisors, whole_sources
from kic.table.figures import cautions_of, direction_note, gap_notes, has_bar
from kic.table.headline import (
    change_line,
    dated,
    direction_line,
    doubts,
    limited,
    no_number,
    of_period,
    read_into,
)
from kic.table.in_full import in_full
from kic.table.place import in_words
from kic.table.show import said
from kic.table.together import of_several

RATE = 1000


def gather(dataset: Dataset, theme: Names) -> Contents:
    """All that a page about these themes, or about all of them, shows.

    Raises UsageError for a theme that does not exist.
    """
    shown, counted = show(dataset, theme=theme), themes(dataset, theme=theme)
    cells = grouped(grid(dataset, theme=theme).cells, lambda cell: cell.theme)
    regions = dict.fromkeys(cell.region for several in cells.values() for cell in several)
    rates = _rates(dataset, theme)
    records = grouped(shown.records, lambda r: r.theme)
    statements = grouped(shown.statements, lambda s: s.theme)
    sections = []
    for summary in counted.themes:
        here = records.get(summary.theme, [])
        of_region = grouped(here, lambda r: r.region)
        found = [
            _indicator(dataset, several, rates.get(name))
            for name, several in grouped(here, lambda r: r.indicator).items()
        ]
        told = (
            (s.region, said(dataset, s), in_words(dataset, s.locator) if s.locator else None)
            for s in statements.get(summary.theme, ())
        )
        silent = (
            (cell.region, dataset.regions[cell.region].label, bool(cell.statements))
            for cell in cells.get(summary.theme, ())
            if not cell.counts and cell.theme is not None
        )
        sections.append(
            Section(
                key=summary.theme or "-all",
                summary=summary,
                cells=tuple(
                    (_marks(of_region.get(cell.region, ())), cell.silence)
                    for cell in cells.get(summary.theme, ())
                ),
                groups=tuple(_together(found)),
                statements=tuple(told),
                silent=tuple(silent),
            )
        )
    return Contents(
        dataset=dataset,
        sections=tuple(sections),
        regions=tuple((id_, dataset.regions[id_].label) for id_ in regions),
        cards=tuple(_cards(dataset, sections)),
        records=shown.records,
        populations={
            id_: source for one in rates.values() for id_, source in whole_sources(one).items()
        },
        is_part=bool(counted.query.only_theme),
    )


def _marks(records: Iterable[Record]) -> tuple[Mark, ...]:
    """The signs of one cell of the grid, those of a kind together."""
    found = (Mark(drawn_as(code), code, record) for code, record in marks(records))
    return tuple(sorted(found, key=lambda mark: TALLY_TOGETHER.index(mark.sign)))


# --------------------------------------------------------------------------- indicators


def _indicator(dataset: Dataset, records: list[Record], rates: Comparison | None) -> Indicator:
    """The block of one indicator."""
    several = series(dataset, records)
    about = records[0].links.indicator
    entries = tuple(_entry(dataset, s, several, rates) for s in several)
    return Indicator(
        id=records[0].indicator,
        label=records[0].label,
        aliases=about.aliases,
        entries=entries,
        conclusion=_concluded(dataset, rates) if rates else (),
        behind=tuple(_behind(dataset, records, entries)),
        records=tuple(records),
    )


def _behind(
    dataset: Dataset, records: list[Record], entries: tuple[Entry, ...]
) -> Iterator[tuple[Cell, tuple[Line, ...]]]:
    """What stands behind an indicator, without what its entries or the page as a whole tell."""
    told = {caution for r in records for caution in cautions_of(dataset, r)}
    told |= {note for entry in entries if entry.gap for note in gap_notes(entry.gap)}
    told |= {note for r in records for note in [r.links.region.note] if note}
    figures, *facts = in_full(dataset, records, None)
    lines = []
    for line in figures.lines:
        *known, place = line.cells
        more = (note for note in (*line.cautions, *line.notes) if note not in told)
        # The words of the only figure need no repeating of what stands above them.
        cells = (*(known if len(figures.lines) > 1 else ()), _spelled(dataset, place))
        lines.append(Line(cells, notes=tuple(_spelled(dataset, note) for note in more)))
    yield None, tuple(lines)
    for block in facts:
        yield block.title, tuple(line for line in block.lines if line.cells[1] not in told)


def _spelled(dataset: Dataset, what: Cell) -> Cell:
    """A sentence with its place on the page in words."""
    if not isinstance(what, Phrase):
        return what
    blanks = (
        (name, in_words(dataset, blank) if name == "place" and isinstance(blank, str) else blank)
        for name, blank in what.blanks
    )
    return what._replace(blanks=tuple(blanks))


def _entry(
    dataset: Dataset, s: Series, several: tuple[Series, ...], rates: Comparison | None
) -> Entry:
    """What is shown of an indicator in one region."""
    numbers = [r for r in s.points if r.interval.known]
    worded = [r for r in s.points if r.worded]
    change = s.last_change
    latest = max(numbers, key=lambda r: (r.period.known, r.period), default=None)
    lead = change.now if change else latest or next(iter([*worded, *s.points]))
    line = (change.doubt or change_line(change)) if change else None
    compared = next((own for own in on_axes(s.points)[0] if lead in own), [])
    drawable = all(has_bar(r) for r in compared if r.interval.known)
    drawn = tuple(slots(dataset, compared, s.points)) if compared and drawable else ()
    shown = {r.key for r in (lead, *(compared if drawn else ()))}
    longest = max((slot.interval.farthest for slot in drawn), default=0)
    rate = rates.ratio(lead) if rates else None
    is_home = len(several) == 1 and s.region == dataset.home
    later = [s.later_trend] if s.later_trend else []
    directions = [r for r in worded if r is not lead and r.trend and not numbers]
    lacking = [r for r in s.points if r.period.known and r.reason not in _UNSAID]
    cautions = (
        *of_several(s.points, partial(cautions_of, dataset)),
        *(change.cautions if change and line else ()),
        *(rate.cautions if rate else ()),
        *(_of_divisor(rate.whole) if rate and rate.whole else ()),
    )
    return Entry(
        record=lead,
        area=None if is_home else lead.links.region.label,
        words=direction_line(lead) if lead.worded and not lead.words else None,
        told=_told(lead),
        rate=rate,
        change=line or next(direction_note(lead) if lead.interval.known else iter(()), None),
        others=(
            *(dated(r) for r in numbers if r.key not in shown),
            *(no_number(r) for r in lacking if r.key not in shown),
            *map(direction_line, (*later, *directions)),
        ),
        bars=tuple(
            (slot.when, slot.what, Bar(slot.interval, longest, slot.disputed)) for slot in drawn
        ),
        gap=next((r for r in s.points if r.gap), None),
        cautions=tuple(dict.fromkeys(cautions)),
    )


def _of_divisor(whole: Record) -> Iterator[Phrase]:
    """What the number that a rate is of is not certain of."""
    if told := tuple(doubts(whole)):
        yield phrase("about", label=whole.label, what=Several(told))


_UNSAID = (None, Reason.NOT_STATED)  # of what has a number, or at most a word


def _told(record: Record) -> Cell:
    """The unit and the period of the figure in large type."""
    unit = record.links.unit
    if not record.interval.known and not record.words:
        return None
    if not record.interval.known and record.unit_kind is not UnitKind.COUNT:
        return When(record)  # a word is no per cent
    # That it is corrected, or a plan, is told below it.
    told = of_period(record, unit.label if unit else None)
    return limited(told, *read_into(record), *doubts(record))


def _together(found: list[Indicator]) -> Iterator[Group]:
    """Indicators, those of which one sentence of the source says what is missing together."""
    several: list[list[Indicator]] = []
    for indicator in found:
        gap, last = indicator.gap_alone, several[-1][-1].gap_alone if several else None
        if gap and last and _sentence(gap) == _sentence(last):
            several[-1].append(indicator)
        else:
            several.append([indicator])
    for group in several:
        (_, lines), *_ = group[0].behind
        if len(group) > 1 and all(i.behind[0] == (None, lines) for i in group):
            yield Group(
                tuple(i._replace(behind=((None, ()), *i.behind[1:])) for i in group), lines
            )
        else:
            yield Group(tuple(group))


def _sentence(record: Record) -> tuple[object, ...]:
    """What two gaps share that one sentence of the source tells."""
    gap = record.gap
    return (record.region, record.locator, gap and gap.kind, gap and gap.as_printed)


# -------------------------------------------------------------------------------- rates


def _rates(dataset: Dataset, theme: Names) -> dict[str, Comparison]:
    """The rates of each indicator that is counted in several regions, if there are any."""
    try:
        found = compare(dataset, theme=theme, per=RATE, populations=populations(dataset))
    except UsageError:
        return {}
    several = grouped(found.series, lambda s: s.indicator)
    conclusions = grouped(found.conclusions, lambda c: c.indicator)
    return {
        name: found._replace(series=tuple(several[name]), conclusions=tuple(concluded))
        for name, concluded in conclusions.items()
    }


def _concluded(dataset: Dataset, rates: Comparison) -> tuple[Cell, ...]:
    """What the regions of an indicator come to by their rates, and what divided them."""
    table = compare_table(dataset, rates)
    # Its name stands over it.
    return (dict(table.line.blanks).get("what", table.line), *divisors(rates))


# -------------------------------------------------------------------------------- cards


def _cards(dataset: Dataset, sections: list[Section]) -> Iterator[tuple[Indicator, Section]]:
    """The indicators that the page begins with.

    Those that the dataset names, else two that changed and two gaps, of themes of their own.
    """
    every = [(i, s) for s in sections for group in s.groups for i in group.indicators]
    named = {i.id: (i, s) for i, s in every}
    highlights = dict.fromkeys(id_ for info in dataset.editions for id_ in info.highlights)
    if wanted := [named[id_] for id_ in highlights if id_ in named]:
        yield from wanted[:4]
        return
    changed = [pair for pair in every if any(entry.change for entry in pair[0].entries)]
    numbers = [pair for pair in every if pair[0].entries[0].record.interval.known]
    gaps = [pair for pair in every if pair[0].gap_alone]
    for pairs in zip_longest(_of_themes(changed or numbers), _of_themes(gaps)):
        yield from (pair for pair in pairs if pair)


def _of_themes(pairs: list[tuple[Indicator, Section]]) -> list[tuple[Indicator, Section]]:
    """The first two of different themes."""
    first: dict[str, tuple[Indicator, Section]] = {}
    for pair in pairs:
        first.setdefault(pair[1].key, pair)
    return list(first.values())[:2]
