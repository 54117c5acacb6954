"""The dataset that a command is about."""

from collections.abc import Sequence
from pathlib import Path

from kic.dataset import Dataset, comparison, load, read, unite, with_context
from kic.dataset.editions import Edition
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


def read_both(old: Path, new: Path | None) -> tuple[Dataset, Dataset]:
    """The older and the newer of two datasets; an edition of one is read with what is there of it.

    Without ``new`` that is what comes with kic, or the older one where ``old`` builds on it.
    """
    if new is None:
        given, own = load(old), load()
        is_edition = any(head.builds_on == own.info.id for head in given.editions)
        return (own, given) if is_edition else (given, own)
    before, now = read(old), read(new)
    return unite(_with_bases(before, now)).dataset, unite(_with_bases(now, before)).dataset


def _with_bases(editions: tuple[Edition, ...], others: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Files with those of another dataset that they build on, as far as they lack these."""
    lacking = {e.builds_on for e in editions} - {e.id for e in editions}
    bases = tuple(e for e in others if e.id in lacking)
    return _with_bases((*bases, *editions), others) if bases else editions
