"""What a chart shows of an answer: numbers that compare as columns, the others on cards."""

from collections.abc import Iterable, Iterator

from kic.dataset import Dataset, populations
from kic.model import GapKind, Measure, Period, Record, Status, Text, UnitKind, by
from kic.model.errors import UsageError
from kic.model.grouping import grouped
from kic.model.sentences import sentence
from kic.model.wording import PER, text
from kic.query.change import Series, series
from kic.query.comparable import missing_years, other_publications, spans
from kic.query.compare import Comparison, compare
from kic.query.ratio import Ratio
from kic.query.show import Selection
from kic.report.chart.picture import Panel, Picture
from kic.report.slots import Slot, on_axes, slot, slots
from kic.table import Amount, Cell, Missing, Phrase, Several, When, phrase
from kic.table.common import elsewhere, publication, used_sources
from kic.table.compare import compare_table, divisors
from kic.table.figures import (
    direction_note,
    gap_words,
    inferred_periods,
    limits_of,
    measured,
    name_and_region,
    name_of,
    region_of,
)
from kic.table.headline import indicator_line, limited, of_period, read_into, summed_up
from kic.table.show import show_table
from kic.table.together import in_periods, of_several

RATE = 1000
_KIND_OF_PERIOD = {
    "school_year": text("per schooljaar", "per school year"),
    "half_year": text("per halfjaar", "per half-year"),
    "quarter": text("per kwartaal", "per quarter"),
    "month": text("per maand", "per month"),
    "day": text("op één dag", "on one day"),
}
# What goes without saying, or is not known, is not said in the line below a title.
_SILENT = (None, Measure.IN_PERIOD, Measure.SHARE, Measure.UNSPECIFIED)


def picture_of(dataset: Dataset, answer: Selection, title: str | None = None) -> Picture:
    """The chart of an answer in which there is at least one figure.

    A ``title`` of its reader's stands above the line that answers.

    Two numbers and more of an indicator that compare stand in a panel, as do the rates of its
    regions where these compare; everything else stands on cards.
    """
    several = series(dataset, answer.records)
    everything = grouped(dataset.records, lambda r: (r.indicator, r.region))
    alone = len({s.indicator for s in several}) == 1
    panels: list[Panel] = []
    left: list[Record] = []
    for s in several:
        compared, single = on_axes(s.points)
        known = everything[s.indicator, s.region]
        panels += (_panel(dataset, s, points, known) for points in compared)
        left += single
    remarks: list[Cell] = [note for s in several if alone for note in s.notes]
    sources = [*_sources(dataset, answer.records)]
    line: Cell = _bare(show_table(dataset, answer).line)
    if alone and not panels and (rates := _rates(dataset, answer)):
        panels = [_rated(dataset, rates)]
        left, remarks = [r for r in left if not r.interval.known], []
        sources += _of_populations(rates)
    if alone:
        line = panels[0].line if panels else _bare(indicator_line(dataset, several))
    cards = tuple(_cards(dataset, left, alone=alone))
    first = next(iter(dataset.own.values()))
    is_shared = first.title in dataset.shared_titles
    shown = (slot.when for part in (*(p.slots for p in panels), cards) for slot in part)
    inferred = inferred_periods(when.record for when in shown if isinstance(when, When))
    return Picture(
        title or line,
        line,
        tuple(panels),
        cards,
        (*dict.fromkeys(remarks), *inferred, phrase("made_with")),
        tuple(sources),
        paler=phrase("not_of", title=publication(first) if is_shared else first.title),
        by=by(r for r in answer.records if r.gap and r.gap.kind is GapKind.CONCLUDED),
    )


def _bare(what: Cell) -> Cell:
    """A line without what kic read into the source, which stands below it in the picture.

    That a number is not confirmed, or not yet certain, stays in it.
    """
    match what:
        case Phrase("reading", ((_, told), (_, Several() as limits))):
            kept = [c for c in limits.cells if not (isinstance(c, Phrase) and c.key in _BELOW)]
            if not kept:
                return _bare(told)
            return phrase("reading", what=_bare(told), limits=limits._replace(cells=(*kept,)))
        case Phrase():
            return what._replace(blanks=tuple((name, _bare(cell)) for name, cell in what.blanks))
        case Several():
            return what._replace(cells=tuple(map(_bare, what.cells)))
    return what


_BELOW = ("inferred", "repaired")


# ----------------------------------------------------------------------------- columns


def _panel(dataset: Dataset, s: Series, points: list[Record], everything: list[Record]) -> Panel:
    """A column for each period of a series."""
    first, *others = (r for r in points if r.interval.known)
    one_way = first.measure not in _SILENT and {r.measure for r in others} <= {first.measure}
    name = name_and_region(dataset, first)
    line, *more = summed_up(dataset, s).cells
    facts: tuple[Cell, ...] = (
        first.label if first.label != name_of(first) else None,
        _kind_of_period(first.period),
        measured(first) if one_way else None,
    )
    return Panel(
        _bare(phrase("about", label=name, what=line)),
        tuple(map(_bare, more)),
        Several(tuple(filter(None, facts)), " \u00b7 "),
        tuple(slots(dataset, points, everything)),
        whole=first.unit_kind is UnitKind.COUNT,
        remarks=tuple(_cautions(dataset, s, points)),
    )


def _kind_of_period(period: Period) -> Text | None:
    if period.kind.startswith("years-"):
        years = period.kind.removeprefix("years-")
        return text(f"over {years} jaar samen", f"over {years} years combined")
    return _KIND_OF_PERIOD.get(period.kind)


def _cautions(dataset: Dataset, s: Series, points: list[Record]) -> Iterable[Cell]:
    """What limits the figures of a panel and their changes, but for what is seen.

    Whose a figure is stands at the sources, and a line is drawn where that changes.
    """

    def limits(r: Record) -> Iterable[Cell]:
        whose = set(elsewhere(dataset, r))
        words = (r,) if r.words and not r.interval.known else ()
        return (*words, *(caution for caution in _limits(dataset, r) if caution not in whose))

    told, shown = [*of_several(points, limits)], set(points)
    for change in s.changes:
        if change.direction and change.now in shown:
            ends = (change.base, change.now)
            seen = {*other_publications(dataset, *ends), sentence("break", period=change.end)}
            if missing := missing_years(*ends):
                seen.add(sentence("missing_years", missing=spans(missing)))
            told += (caution for caution in change.cautions if caution not in seen)
    return dict.fromkeys(told)


def _limits(dataset: Dataset, r: Record) -> tuple[Cell, ...]:
    """The direction in the words of the source, and what limits a figure."""
    told = direction_note(r) if r.interval.known or r.trend_as_printed else ()
    return (*told, *limits_of(dataset, r))


def _rates(dataset: Dataset, answer: Selection) -> Comparison | None:
    """The rates of regions to draw beside each other; nothing where one of them has none."""
    try:
        found = compare(
            dataset,
            answer.records[0].indicator,
            region=answer.query.region,
            period=answer.query.period,
            per=RATE,
            populations=populations(dataset),
        )
    except UsageError:
        return None
    numbers = [r for s in found.series for r in s.points if r.interval.known]
    several = len({r.region for r in numbers}) > 1
    return found if several and len([*_pairs(found)]) == len(numbers) else None


def _pairs(rates: Comparison) -> Iterator[tuple[Record, Ratio]]:
    """The numbers that have a rate, each with it."""
    for r in (r for s in rates.series for r in s.points):
        if (ratio := rates.ratio(r)) and ratio.interval.known:
            yield r, ratio


def _rated(dataset: Dataset, found: Comparison) -> Panel:
    """What regions come to by their rates, a column for each."""
    columns: list[Slot] = []
    told: list[Cell] = []
    for r, ratio in _pairs(found):
        region = r.links.region.label
        when = Several((region, When(r)), " ")
        columns.append(slot(dataset, r)._replace(when=when, what=ratio, interval=ratio.interval))
        limits = (Amount(r), *_limits(dataset, r), *ratio.cautions)
        told += (phrase("in_region", region=region, what=limit) for limit in limits)
    remarks = (*told, *divisors(found))
    line, per = compare_table(dataset, found).line, Several((PER[RATE],))
    return Panel(line, (), per, tuple(columns), whole=False, remarks=remarks)


# ------------------------------------------------------------------------------- cards


def _cards(dataset: Dataset, records: Iterable[Record], *, alone: bool) -> Iterator[Slot]:
    """A card for each number, and for what is in the place of one.

    Gaps of which one sentence tells stand together.  Where the picture is about one indicator
    ``alone``, its name is not said again.
    """
    records = [*records]
    everywhere = alone and len({r.region for r in records}) > 1
    for (words, *_), own in grouped(records, _gap_sentence).items():
        r = own[0]
        region = (r.links.region.label,) if everywhere else region_of(dataset, r)
        name: tuple[Cell, ...] = region if alone else (name_of(r), *region)
        what: Cell = r
        when: Cell = When(r) if r.period.known else None
        if words:
            missing = Several(tuple(gap.missing for one in own if (gap := one.gap)), "; ")
            what, name = Missing(words), (missing, *region)
        elif r.interval.known or r.words:
            unit = r.links.unit.label if r.links.unit else None
            # A word is no per cent: "high" has no unit.
            has_unit = r.interval.known or r.unit_kind is UnitKind.COUNT
            # That it is corrected, a plan or not certain is told below it.
            read = read_into(r._replace(status=Status.NORMAL))
            when = limited(of_period(r, unit), *read) if has_unit else When(r)
        yield slot(dataset, r)._replace(
            name=Several(name), what=what, when=when, cautions=_limits(dataset, r)
        )


def _gap_sentence(r: Record) -> tuple[Cell, ...]:
    """What gaps share that stand together: whose words, and where; of others what they are."""
    if r.interval.known or r.worded or not r.gap:
        return (None, *r.key)
    return (gap_words(r), r.region, r.locator, r.source)


# ------------------------------------------------------------------------------ sources


def _of_populations(rates: Comparison) -> Iterator[Cell]:
    """The publications of what rates are of, each with the name of that."""
    wholes = dict.fromkeys(ratio.whole for _, ratio in _pairs(rates) if ratio.whole)
    told = {(w.label, v.source): v.links.source for w in wholes for v in (w, *w.earlier)}
    shown = {r.source for r, _ in _pairs(rates)}
    for (label, id_), source in told.items():
        if id_ not in shown:
            yield phrase("about", label=label, what=publication(source))


def _sources(dataset: Dataset, records: tuple[Record, ...]) -> Iterator[Cell]:
    """The publications of the figures and of their corrections, each with its periods."""
    shown = used_sources(dataset, records).shown
    given = grouped(records, lambda r: r.source)
    for id_, source in shown.items():
        dated = [r for r in given.get(id_, ()) if r.period.known]
        if dated and len(shown) > 1:
            yield phrase("about", label=in_periods(dated), what=publication(source))
        else:
            yield publication(source)
