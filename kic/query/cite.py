"""Citations of a figure, not only of the report it stands in."""

from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import DatasetInfo, Record
from kic.model.errors import UsageError, excerpt
from kic.query import names
from kic.query.show import show


class Citation(NamedTuple):
    """A figure, and the edition of the dataset that it is from."""

    record: Record
    dataset: DatasetInfo


class Citations(NamedTuple):
    """The answer of :func:`cite`."""

    citations: tuple[Citation, ...]


def cite(
    dataset: Dataset,
    *indicators: str,
    figure: names.Names = None,
    region: names.Names = None,
    period: names.Names = None,
) -> Citations:
    """The citations of the figures of one or more indicators.

    ``figure`` picks single ones, each as ``PERIOD`` or ``PERIOD:REGION``, for instance
    ``2020:caribisch``.  Raises UsageError for a name, or a figure, that does not exist.
    """
    if not indicators:
        raise UsageError("name the indicator to cite; 'kic find WORD' helps to find it.")
    records = show(dataset, indicators=indicators, region=region, period=period).records
    if picked := names.listed(figure):
        picks = (r for name in picked for r in _picked(dataset, records, name))
        records = tuple(dict.fromkeys(picks))
    # Of two editions from one source the later one is cited; a figure with a source of its
    # own counts as one of the first edition.
    editions = {info.source: info for info in dataset.editions}
    return Citations(tuple(Citation(r, editions.get(r.source, dataset.info)) for r in records))


def _picked(dataset: Dataset, records: tuple[Record, ...], name: str) -> list[Record]:
    """The figures of a period, or of a period and a region."""
    period, _, region = name.partition(":")
    regions = names.ids(dataset, region or None, "region")
    picked = [
        r for r in records if r.period.text == period and (not regions or r.region in regions)
    ]
    if not picked:
        known = ", ".join(dict.fromkeys(f"{r.period}:{r.region}" for r in records))
        raise UsageError(f"no figure {excerpt(name)} here; there are {known}.")
    return picked
