"""The dataset that a command is about."""

from collections.abc import Sequence
from pathlib import Path

from kic.dataset import Dataset, comparison, load, read, unite, with_context
from kic.model.errors import UsageError, excerpt


def read_dataset(
    data: Sequence[Path] | None, *, context: bool = False, periods: Sequence[str] = ()
) -> Dataset:
    """The dataset of --data, with the figures for comparison if ``context`` is set.

    Raises UsageError for the first of ``periods`` that only those figures have.
    """
    if context:
        return unite(with_context(read(data))).dataset
    dataset = load(data)
    known = {name for record in dataset.records for name in record.period.typed}
    missing = [period for period in periods if period not in known]
    if missing and (compared := comparison(dataset)):
        beside = {name for r in compared.records for name in r.period.typed}
        if added := [period for period in missing if period in beside]:
            raise UsageError(
                f"nothing in the source has the period {excerpt(added[0])}; "
                "--context adds figures that do."
            )
    return dataset
