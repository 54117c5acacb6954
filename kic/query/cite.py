"""Citations of a figure, not only of the report it stands in."""

from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Record
from kic.model.errors import UsageError
from kic.query import names
from kic.query.show import show


class Citations(NamedTuple):
    """The answer of :func:`cite`: figures, each with the edition that it is from in its links."""

    records: tuple[Record, ...]


def cite(
    dataset: Dataset,
    *subjects: str,
    region: names.Names = None,
    period: names.Names = None,
) -> Citations:
    """The citations of the figures, and of the gaps in their place, of what is asked for.

    ``subjects`` are indicators, themes or places of the page; ``region`` and ``period`` pick
    some of their figures, or of all.  Raises UsageError for a name that nothing has.
    """
    if not (subjects or region or period):
        raise UsageError("name the indicator to cite; 'kic find WORD' helps to find it.")
    return Citations(show(dataset, *subjects, region=region, period=period).records)
