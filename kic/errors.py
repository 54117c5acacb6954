"""What can go wrong, as types: each error knows its exit code and its one-line message."""

from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple


class KicError(Exception):
    """Anything kic can explain to its user; ``str()`` is the message, ready to print."""

    exit_code = 1


class UsageError(KicError):
    """The question itself is wrong: an unknown id, an impossible combination of options."""

    exit_code = 2


class OutputError(KicError):
    """The answer exists but could not be written where it was asked for."""


class Problem(NamedTuple):
    """One thing wrong with a dataset: where in the file, what, and on which line."""

    where: str
    message: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


def _position(path: Path, problem: Problem) -> str:
    """``FILE``, ``FILE:LINE`` or ``FILE:LINE:COLUMN``, as editors understand it."""
    parts = (path, problem.line, problem.column)
    return ":".join(str(part) for part in parts if part is not None)


class DatasetError(KicError):
    """A dataset that cannot be used, with every problem found in it, one a line."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        super().__init__("\n".join(f"{_position(path, p)}: {p}" for p in problems))
        self.path = path
        self.problems = tuple(problems)


class MissingExtraError(KicError):
    """Something was asked for that needs a package which is not installed."""


def needed(module: str, extra: str) -> Any:
    """The module of an optional package; raises MissingExtraError with the way to get it."""
    try:
        return import_module(module)
    except ModuleNotFoundError:
        raise MissingExtraError(
            f"this needs the package {module}; install it with: pip install 'kic[{extra}]'"
        ) from None
