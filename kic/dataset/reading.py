"""The only reader of files: bytes become text, and a text becomes TOML.

Every file is read once, up to a size: a pipe cannot be read a second time, and may never end.
"""

import os
import stat
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable
from decimal import Context, Decimal
from math import isfinite
from pathlib import Path
from typing import Any

import tomli

from kic.model.errors import DatasetError, Problem, cause

LARGEST = 64_000_000  # bytes of a dataset
LONGEST = 2_000_000  # bytes of a page or an article: more than a thousand pages of print
STORE = "store"  # the name of the list that makes a folder of Parquet a store
DEEPEST = 50  # tables within tables; a dataset has eight, and Python cannot walk a thousand
_BEGINNING = 200  # bytes that tell an encoding
_NO_TRAPS = Context(traps=[])  # an exponent without end is no number, and no error here


def refusal(path: Path, message: str, line: int | None = None) -> DatasetError:
    """The error of a file that cannot be used at all."""
    return DatasetError(path, [Problem((), message, line=line)])


def distinct(paths: Iterable[Path]) -> list[Path]:
    """The files at some paths, in their order, each once; a folder stands for its datasets."""
    files: dict[tuple[int, int], Path] = {}
    for path in paths:
        found = [path]
        if stat.S_ISDIR(_status(path).st_mode):
            found = datasets_in(path)
            if is_store(path):
                raise refusal(
                    path, "is a store of Parquet: give it alone, and where no TOML is asked for"
                )
            if not found:
                again = "; its tables are no store: export them again from their dataset"
                told = again if any(path.glob("*.parquet")) else ""
                raise refusal(path, f"is a folder without a dataset (FILE.toml){told}")
        for file in found:
            files.setdefault(identity(file), file)
    return list(files.values())


def is_store(path: Path) -> bool:
    """Whether a folder is a store of Parquet."""
    return os.path.isfile(path / f"{STORE}.parquet")  # noqa: PTH113 - silent on any path


def datasets_in(folder: Path) -> list[Path]:
    """What a folder has of datasets, in the order of their names."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - glob is silent on what it cannot read
    except OSError as error:
        raise _unreadable(folder, error) from None
    return [folder / name for name in names if name.endswith(".toml") and name[0] != "."]


def identity(path: Path) -> tuple[int, int]:
    """What makes a file the same one, whatever path leads to it: its device and its number.

    Raises DatasetError where there is none.
    """
    status = _status(path)
    return status.st_dev, status.st_ino


def _status(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except (OSError, ValueError) as error:  # ValueError: a name with a null byte
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> DatasetError:
    is_absent = isinstance(error, FileNotFoundError)
    return refusal(path, "no such file" if is_absent else f"cannot be read: {cause(error)}")


# ------------------------------------------------------------------------ bytes to text


def read_text(path: Path, most: int | None = None) -> str:
    """The text of a file in UTF-8, of at most so many bytes, or as many as a dataset may have.

    Raises DatasetError for one that cannot be read.
    """
    most = most or LARGEST
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None
    return _as_text(path, data, most)


def read_stdin() -> str:
    """The text on stdin; raises DatasetError where it cannot be read as one in UTF-8."""
    path = Path("stdin")
    if sys.stdin is None:
        raise refusal(path, "is closed")
    return _as_text(path, sys.stdin.buffer.read(LONGEST + 1), LONGEST)


def _as_text(path: Path, data: bytes, most: int) -> str:
    """The text of what a file holds."""
    if len(data) > most:
        what = "text" if most == LONGEST else "dataset"
        raise refusal(path, f"is too large; a {what} is read up to {most // 1_000_000} MB")
    if _is_utf_16(data):
        raise refusal(path, "is UTF-16: save it again as UTF-8")
    if b"\0" in data:
        raise refusal(path, "is a binary file; a text file is needed")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"(found byte 0x{data[error.start]:02x})"
        message = f"is not UTF-8: save it again with that encoding {found}"
        line = data.count(b"\n", 0, error.start) + 1
        raise refusal(path, message, line) from None


def _is_utf_16(data: bytes) -> bool:
    """Whether a text is in two bytes a letter, of which one is empty in Dutch and English."""
    is_marked = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    first, second = data[:_BEGINNING:2], data[1:_BEGINNING:2]
    is_even = len(data) % 2 == 0
    return is_marked or (is_even and any(first) is not any(second))


# ------------------------------------------------------------------------- text to TOML


def parse(path: Path, text: str) -> dict[str, Any]:
    """What TOML makes of the text of a file; raises DatasetError where it is no TOML."""
    try:
        raw = tomli.loads(text, parse_float=_as_typed)
    except tomli.TOMLDecodeError as error:
        from kic.dataset.syntax import syntax_problem  # needed for an error only

        problem = syntax_problem(text, error.lineno, error.colno, error.msg)
        raise DatasetError(path, [problem]) from None
    except RecursionError as error:
        raise refusal(path, f"cannot be read as TOML: {error}") from None
    except ValueError:  # what Python says of it is no help outside a program
        message = "cannot be read as TOML: a whole number has more digits than can be read"
        raise refusal(path, message) from None
    if (depth := _depth(raw)) > DEEPEST:
        raise refusal(path, f"has tables {depth} deep; at most {DEEPEST} are read")
    return raw


def _as_typed(digits: str) -> int | float | Decimal:
    """The float that stands for these digits; where none does, the digits, to be refused.

    What is typed as 1.4e6 has no digits behind a point.
    """
    number = float(digits)
    typed = Decimal(digits, _NO_TRAPS)
    if isfinite(number) and typed != Decimal(repr(number)):
        return typed
    return int(number) if "e" in digits.lower() and number.is_integer() else number


def _depth(raw: dict[str, Any]) -> int:
    """How many tables and lists stand within each other."""
    depth = 0
    level: list[Any] = [raw]
    while level:
        depth += 1
        children = (node.values() if isinstance(node, dict) else node for node in level)
        level = [item for items in children for item in items if isinstance(item, dict | list)]
    return depth
