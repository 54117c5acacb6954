"""What limits several figures together, each caution with the periods that it is about."""

from collections.abc import Callable, Iterable, Iterator

from kic.model import Record
from kic.table import Cell, phrase
from kic.table.figures import in_periods


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
        label = in_periods(several)
        yield caution if several == points else phrase("about", label=label, what=caution)
