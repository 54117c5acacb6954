"""Citations of a figure, not only of the report it stands in."""

from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import DatasetInfo, Record, Source, Text
from kic.model.errors import UsageError, excerpt
from kic.query import names
from kic.query.show import show


class Citation(NamedTuple):
    """A figure with everything that a reader needs to find and to judge it again.

    ``corrected_by`` is the source of a corrected value, ``registered_by`` the name of the
    organisation that keeps it, ``dataset`` the edition it is from.
    """

    record: Record
    unit: Text | None
    region: Text
    registered_by: Text | None
    source: Source
    corrected_by: Source | None
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
        records = tuple(
            dict.fromkeys(r for name in picked for r in _picked(dataset, records, name))
        )
    return Citations(tuple(_citation(dataset, r) for r in records))


def _picked(dataset: Dataset, records: tuple[Record, ...], name: str) -> list[Record]:
    """The figures of a period, or of a period and a region."""
    period, _, region = name.partition(":")
    regions = names.ids(dataset, region or None, "region")
    found = [
        r for r in records if r.period.text == period and (not regions or r.region in regions)
    ]
    if not found:
        known = ", ".join(dict.fromkeys(f"{r.period}:{r.region}" for r in records))
        raise UsageError(f"no figure {excerpt(name)} here; there are {known}.")
    return found


def _citation(dataset: Dataset, record: Record) -> Citation:
    links = record.links
    # A figure with a source of its own counts as one of the first edition.
    editions = (info for info in reversed(dataset.editions) if info.source == record.source)
    return Citation(
        record=record,
        unit=links.unit.label if links.unit else None,
        region=links.region.label,
        registered_by=links.registered_by,
        source=links.source,
        corrected_by=links.corrected_by,
        dataset=next(editions, dataset.info),
    )
