"""What limits several figures together, each caution with the periods that it is about."""

from collections.abc import Callable, Iterable, Iterator

from kic.model import Period, Record
from kic.query.change import spans
from kic.table import Cell, Several, phrase


def of_several(
    points: Iterable[Record], cautions_of: Callable[[Record], Iterable[Cell]]
) -> Iterator[Cell]:
    """Each caution once, with the periods of its figures if it does not hold for all."""
    points = list(points)
    found: dict[Cell, list[Record]] = {}
    for r in points:
        for caution in cautions_of(r):
            found.setdefault(caution, []).append(r)
    for caution, several in found.items():
        label = in_periods(r.period for r in several)
        yield caution if several == points else phrase("about", label=label, what=caution)


def in_periods(periods: Iterable[Period]) -> Cell:
    """Periods in order of time: of years in a row the first and the last."""
    several = sorted(set(periods))
    if {period.kind for period in several} in ({"year"}, {"school_year"}):
        return spans(several)
    return Several(tuple(several))
