"""The dataset that a command is about."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kic.dataset import Dataset, comparison, load, read, store_at, unite, with_context
from kic.dataset.editions import Edition
from kic.dataset.reading import LONGEST, read_stdin, read_text
from kic.model.errors import UsageError, excerpt
from kic.query.question import Scope

if TYPE_CHECKING:
    from kic.dataset.store import Store

Data = Sequence[Path] | None
DUCKDB = "duckdb"


def store_of(data: Data, engine: str) -> "Store | None":
    """The store that --data names, if it is one; what a server is asked for need not be here."""
    folder = store_at(data)
    if folder is None and engine != DUCKDB and data and not data[0].exists():
        [folder, *others] = data
        if others:
            raise UsageError("a store stands alone; give --data once.")
    if folder is None:
        return None
    from kic.dataset.store import open_store  # needed for a store only

    return open_store(folder, engine)


def read_dataset(
    data: Data,
    scope: Scope | None = None,
    *,
    engine: str = DUCKDB,
    context: bool = False,
    periods: Sequence[str] = (),
) -> Dataset:
    """The dataset of --data, with the figures for comparison if ``context`` is set.

    Of a store it is the part that a question is about.  Raises UsageError for the first of
    ``periods`` that only the figures for comparison have, and TooLargeError where a part has
    more figures than are read at once.
    """
    store = store_of(data, engine)
    if store is None and context:
        return unite(with_context(read(data))).dataset
    if store is None:
        dataset = load(data)
    else:
        from kic.query.stored import part

        dataset = part(store, scope or Scope())
    missing = _missing(dataset, periods)
    compared = comparison(dataset) if context or missing else None
    if context and compared is None:
        raise UsageError("--context is not about the figures of this store.")
    if context and compared:
        return compared
    if compared and (added := [p for p in missing if p not in _missing(compared, missing)]):
        raise UsageError(
            f"nothing in the source has the period {excerpt(added[0])}; "
            "--context adds figures that do."
        )
    return dataset


def read_given(path: Path) -> str:
    """The text of a file, or of stdin where ``-`` is given."""
    return read_stdin() if str(path) == "-" else read_text(path, LONGEST)


def _missing(dataset: Dataset, periods: Sequence[str]) -> list[str]:
    known = {name for period in dataset.periods for name in period.typed}
    return [period for period in periods if period not in known]


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
