"""The only reader of files: bytes become text, and a text becomes TOML.

Every file is read once, up to a size, whatever it is: a pipe cannot be read a second time,
and a device may never end.
"""

import os
import stat
from collections.abc import Iterable
from decimal import Context, Decimal
from functools import cached_property
from itertools import islice
from math import isfinite
from pathlib import Path
from typing import Any, NamedTuple

import tomli

from kic.dataset.positions import At, Positions, broken
from kic.model.errors import DatasetError, Problem, cause, excerpt

LARGEST = 64_000_000  # bytes
PATIENCE = 10.0  # seconds without a byte from a pipe
DEEPEST = 50  # tables within tables; a dataset has eight, and Python cannot walk a thousand
SYNTAX_ERRORS = 20


class Identity(NamedTuple):
    """What makes a file the same one, whatever path leads to it."""

    device: int
    number: int


class TomlFile:
    """One file that was read: where it is, its text, and what TOML makes of it.

    Raises DatasetError where it cannot be read or is no TOML.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = read_text(path)
        self.raw = _parse(path, self.text)

    @cached_property
    def _positions(self) -> Positions | None:
        try:
            return Positions(self.text)
        except ModuleNotFoundError:  # the extra kic[validate] is not there
            return None

    def place(self, at: At) -> tuple[int | None, int | None]:
        """The line and column of a path of keys; none of both without the extra."""
        return self._positions.of(at) if self._positions else (None, None)


def refusal(path: Path, message: str, **where: Any) -> DatasetError:
    """The error of a file that cannot be used at all."""
    return DatasetError(path, [Problem((), message, **where)])


def distinct(paths: Iterable[Path]) -> list[Path]:
    """The files at some paths, in their order, each once; a folder stands for its datasets."""
    found: dict[Identity, Path] = {}
    for path in paths:
        for file in _files(path):
            found.setdefault(identity(file), file)
    return list(found.values())


def _files(path: Path) -> list[Path]:
    """A file, or the datasets of a folder in the order of their names."""
    if not stat.S_ISDIR(_stat(path).st_mode):
        return [path]
    try:
        names = sorted(os.listdir(path))  # noqa: PTH208 - glob says nothing of what it cannot read
    except OSError as error:
        raise _unreadable(path, error) from None
    found = [path / name for name in names if name.endswith(".toml") and name[0] != "."]
    if not found:
        raise refusal(path, "is a folder without a dataset (FILE.toml)")
    return found


def identity(path: Path) -> Identity:
    """What tells a file from every other one; raises DatasetError where there is none."""
    status = _stat(path)
    return Identity(status.st_dev, status.st_ino)


def _stat(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except (OSError, ValueError) as error:  # ValueError: a name with a null byte
        raise _unreadable(path, error) from None


def _unreadable(path: Path, error: Exception) -> DatasetError:
    if isinstance(error, FileNotFoundError):
        return refusal(path, "no such file")
    return refusal(path, f"cannot be read: {cause(error)}")


# ------------------------------------------------------------------------ bytes to text


def read_text(path: Path) -> str:
    """The text of a file in UTF-8; raises DatasetError for one that cannot be read."""
    data = _read(path)
    if b"\0" in data:
        raise refusal(path, "is a binary file; a text file is needed")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        raise refusal(path, f"is not UTF-8 (found byte 0x{byte:02x})", line=line) from None


def _read(path: Path) -> bytes:
    status = _stat(path)
    kind = stat.S_IFMT(status.st_mode)
    if kind == stat.S_IFDIR:
        raise refusal(path, "is a folder; a text file is needed")
    if kind in (stat.S_IFCHR, stat.S_IFBLK):
        raise refusal(path, "is a device; a text file is needed")
    if status.st_size > LARGEST:
        raise _too_large(path, "file")
    # Without O_NONBLOCK a pipe that nobody has opened for writing would not even open.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        handle = os.open(path, flags)
        try:
            return _all(path, handle, is_pipe=kind == stat.S_IFIFO)
        finally:
            os.close(handle)
    except OSError as error:
        raise _unreadable(path, error) from None


def _all(path: Path, handle: int, *, is_pipe: bool) -> bytes:
    parts: list[bytes] = []
    size = 0
    while size <= LARGEST:
        if is_pipe:
            _await(path, handle)
        part = os.read(handle, min(LARGEST + 1 - size, 1 << 20))
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
    raise _too_large(path, "pipe" if is_pipe else "file")


def _await(path: Path, handle: int) -> None:
    """Wait until a pipe has something to read or has ended, but not for ever."""
    import select

    ready = select.poll()
    ready.register(handle, select.POLLIN)
    if not ready.poll(PATIENCE * 1000):
        raise refusal(path, f"is a pipe that nobody writes to (waited {PATIENCE:g} seconds)")


def _too_large(path: Path, kind: str) -> DatasetError:
    return refusal(path, f"is too large; a {kind} is read up to {LARGEST // 1_000_000} MB")


# ------------------------------------------------------------------------- text to TOML


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        raw = tomli.loads(text, parse_float=_as_typed)
    except tomli.TOMLDecodeError as error:
        raise DatasetError(path, _syntax(text, error)) from None
    except RecursionError as error:
        raise refusal(path, f"cannot be read as TOML: {error}") from None
    except ValueError:  # what Python says of it is no help outside a program
        told = "cannot be read as TOML: a whole number has more digits than can be read"
        raise refusal(path, told) from None
    if (depth := _depth(raw)) > DEEPEST:
        raise refusal(path, f"has tables {depth} deep; at most {DEEPEST} are read")
    return raw


def _as_typed(digits: str) -> float | Decimal:
    """The float that stands for these digits; where none does, the digits, to be refused."""
    number = float(digits)
    typed = Decimal(digits, _NO_TRAPS)
    return number if not isfinite(number) or typed == Decimal(repr(number)) else typed


_NO_TRAPS = Context(traps=[])  # an exponent without end is no number, and no error here


def _depth(raw: dict[str, Any]) -> int:
    """How many tables and lists stand within each other."""
    depth = 0
    level: list[Any] = [raw]
    while level:
        depth += 1
        children = (node.values() if isinstance(node, dict) else node for node in level)
        level = [item for items in children for item in items if isinstance(item, dict | list)]
    return depth


def _syntax(text: str, error: tomli.TOMLDecodeError) -> list[Problem]:
    """Where a text is no TOML: as tomli says, which stops there, and wherever else."""
    start, end = error.doc.rfind("\n", 0, error.pos) + 1, error.doc.find("\n", error.pos)
    written = error.doc[start : len(error.doc) if end < 0 else end].strip()
    told = f"broken TOML: {error.msg} (found {excerpt(written)})"
    first = Problem((), told, line=error.lineno, column=error.colno)
    found = broken(text)
    later = (place for place in found.places if place[0].line > error.lineno)
    rest = [
        Problem((), f"broken TOML (found {excerpt(there)})", line=at.line, column=at.column)
        for at, there in islice(later, SYNTAX_ERRORS - 1)
    ]
    if more := sum(1 for _ in later):
        number = f"{more}" if found.whole else f"at least {more}"
        rest.append(Problem((), f"broken TOML: {number} more such errors"))
    return [first, *rest]
