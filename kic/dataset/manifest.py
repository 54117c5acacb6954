"""What a store lists of its files, and whether they are as it says."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kic.dataset.reading import STORE, refusal
from kic.model.errors import cause, excerpt

VERSION = 3  # of the tables and their columns
CONTEXT = "context-"  # begins the names of the files with the figures for comparison
_VERIFIED = 16_000_000  # bytes that are held against what was written: more would take time
_READ = ("records", "parts", "series", "names", "things", "places", "words", "relations")

Manifest = Sequence[tuple[Any, ...]]  # of each file: version, table, name, rows and checksum


class Tables(NamedTuple):
    """The tables that questions are about: the files of each, and how many rows it has."""

    files: dict[str, list[str]]
    rows: dict[str, int]


def tables_of(path: Path, manifest: Manifest, prefix: str) -> Tables:
    """The tables with such names; raises DatasetError for what is no store of this version."""
    tables = Tables(defaultdict(list), defaultdict(int))
    for version, name, file, count, _ in manifest:
        if version != VERSION:
            told = f"is a store of version {version}, and this kic reads version {VERSION}"
            raise refusal(path, f"{told}: export it again")
        is_own = isinstance(file, str) and Path(file).name == file
        if not (is_own and isinstance(name, str) and isinstance(count, int)):
            told = f"lists what is no file of its own (found {excerpt(file)})"
            raise refusal(path, f"{told}: export it again")
        if name.startswith(prefix) and (table := name.removeprefix(prefix)) in _READ:
            tables.files[table].append(file)
            tables.rows[table] += count
    if {*tables.files} != {*_READ}:
        raise refusal(path, "is no whole store: export it again")
    return tables


def has_context(manifest: Manifest) -> bool:
    """Whether there are figures for comparison."""
    return any(row[1].startswith(CONTEXT) for row in manifest)


def verified(path: Path, manifest: Manifest, prefix: str, read: Collection[str]) -> set[str]:
    """The files that are as they were written: small ones, those that are ``read`` before others.

    Raises DatasetError for another one, and for one that is not there; what a server reads
    need not be here.
    """
    found: set[str] = set()
    if not (path / f"{STORE}.parquet").is_file():
        return found
    written = {file: sum_ for _, name, file, _, sum_ in manifest if name.startswith(prefix)}
    try:
        sizes = {file: (path / file).stat().st_size for file in written}
        left = _VERIFIED
        for name in sorted(sizes, key=lambda name: (name not in read, sizes[name])):
            if (left := left - sizes[name]) < 0:
                break
            with (path / name).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != written[name]:
                    told = f"has a {name} that is damaged, or is being replaced"
                    raise refusal(path, f"{told}: ask again, or export it again")
            found.add(name)
    except OSError as error:
        told = f"has a {Path(error.filename).name} that cannot be read: {cause(error)}"
        raise refusal(path, told) from None
    return found
