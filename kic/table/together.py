"""What several figures have in common: told once, with the periods that it is about."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kic.dataset import Dataset
from kic.model import Record
from kic.model.grouping import collected, grouped
from kic.model.sentences import sentence
from kic.query.comparable import spans
from kic.query.gaps import telling
from kic.table import Cell, Phrase, Several, phrase
from kic.table.common import elsewhere
from kic.table.figures import gap_notes, notes_of

_FEW = 3  # figures of which the periods are named, though all have something in common


def of_several(
    points: Sequence[Record], cautions_of: Callable[[Record], Iterable[Cell]]
) -> Iterator[Cell]:
    """Each caution once, with the periods of its figures if it does not hold for all."""
    for caution, having in _having(points, cautions_of).items():
        is_of_all = len(having) == len(points)
        yield caution if is_of_all else phrase("about", label=in_periods(having), what=caution)


def told_together(dataset: Dataset, records: Sequence[Record]) -> list[dict[Cell, Cell]]:
    """What is typed of each figure, and how it is told: once for all of its region that have it.

    That is with the first of them, a caution with their periods; of the others there is None in
    its place.  A gap is one of the indicator in any case, and a note is background.
    """
    told: dict[Record, dict[Cell, Cell]] = {r: {} for r in records}
    for there in grouped(records, lambda r: r.region).values():
        shared = _other_source(dataset, there)
        cells_of = {r: (*shared, *_typed(r)) for r in there}
        having = _having(there, cells_of.__getitem__)
        alike = grouped(having.items(), lambda pair: tuple(pair[1]))
        for (first, *others), pairs in alike.items():
            cells = [cell for cell, _ in pairs]
            for r in others:
                told[r] |= dict.fromkeys(cells)
            cautions = [cell for cell in cells if cell in (*shared, *first.cautions)]
            if others and cautions:
                is_of_all = len(others) + 1 == len(there) > _FEW
                periods = sentence("these_periods") if is_of_all else in_periods((first, *others))
                told[first] |= dict.fromkeys(cautions)
                what = Several(tuple(cautions), " ")
                told[first][cautions[0]] = phrase("of_periods", periods=periods, what=what)
    return list(told.values())


def _other_source(dataset: Dataset, records: Sequence[Record]) -> tuple[Cell, ...]:
    """The other source that all of these are from, if they are of one.

    Where only some are, each says so: a number beside which no source stands is of the first one.
    """
    if not all(r.period.known and r.source not in dataset.own for r in records):
        return ()
    named, *others = {(*elsewhere(dataset, r),) for r in records}
    return () if others else named


def _typed(record: Record) -> Iterable[Cell]:
    """What is typed of a figure, without the cautions of one that is of no known period."""
    cautions = record.cautions if record.period.known else ()
    return (*cautions, *gap_notes(record), *notes_of(record))


def as_told(cells: Iterable[Cell], told: Mapping[Cell, Cell]) -> tuple[Cell, ...]:
    """The cells as they are told, each once, without those that are told elsewhere.

    Those of several figures come last: what stands behind them would seem to be of these too.
    """
    every = (told.get(cell, cell) for cell in dict.fromkeys(cells))
    return tuple(sorted(filter(None, every), key=_is_of_several))


def _is_of_several(cell: Cell) -> bool:
    return isinstance(cell, Phrase) and cell.key == "of_periods"


def in_periods(records: Iterable[Record]) -> Cell:
    """The periods of figures, in order of time: of years in a row the first and the last."""
    several = sorted({r.period for r in records})
    if {period.kind for period in several} in ({"year"}, {"school_year"}):
        return spans(several)
    return Several(tuple(several))


def periods_of_gap(gap: Record, figures: Iterable[Record]) -> Cell:
    """The periods of a gap, where it is one of certain ``figures`` alone; else none."""
    if gap.region not in gap.lacking.links.indicator.dated_gaps:
        return None
    return in_periods(told for told in map(telling, figures) if told.gap == gap.gap)


def _having(
    records: Iterable[Record], cells_of: Callable[[Record], Iterable[Cell]]
) -> dict[Cell, list[Record]]:
    """The figures that have each cell."""
    return collected((cell, r) for r in records for cell in dict.fromkeys(cells_of(r)))
