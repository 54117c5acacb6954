"""What can go wrong, as types: each error knows its exit code and its one-line message."""

from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from kic.model.grouping import grouped

_MOST_LINES = 3  # that are named of a mistake made again and again

At = tuple[str | int, ...]  # the path of keys and positions to a place in a file


def excerpt(found: object, most: int = 60) -> str:
    """What was found, as a message quotes it: a short piece of it, however long it is."""
    if isinstance(found, str):
        text = repr(found[:most])
    elif isinstance(found, int) and abs(found) >= 10**most:  # Python may refuse digits
        text = hex(found)
    else:
        text = str(found)
    return text if len(text) <= most else f"{text[: most - 3]}..."


def shortened(text: str, most: int = 400) -> str:
    """A message without its middle, if it is longer than anybody reads."""
    return text if len(text) <= most else f"{text[: most - 105]} ... {text[-100:]}"


def cause(error: Exception) -> str:
    """Why something could not be read or written, in a few words."""
    return (getattr(error, "strerror", None) or str(error)).lower()


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """The nearest known name, as the end of a message; empty where none is near."""
    from difflib import get_close_matches  # needed for an error only

    near = get_close_matches(name, known)
    return f"; did you mean '{near[0]}'?" if near else ""


class KicError(Exception):
    """Anything kic can explain to its user; ``str()`` is the message, ready to print."""

    exit_code = 1

    @property
    def lines(self) -> tuple[str, ...]:
        """What to tell, a line for each thing that is wrong."""
        return (str(self),)


LONGEST_USAGE = 1000  # characters: all columns that there are, or a few hundred names


class UsageError(KicError):
    """The question itself is wrong: an unknown id, an impossible combination of options.

    ``instead`` are arguments that would do in the place of the one called ``name``, and of the
    whole question if there is no such name; ``others`` are names with what would do for them.
    """

    exit_code = 2

    def __init__(
        self,
        message: str,
        *,
        name: str = "",
        instead: tuple[str, ...] = (),
        others: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        super().__init__(message)
        self.name, self.instead, self.others = name, instead, others

    def corrected(self, arguments: Iterable[str]) -> tuple[str, ...]:
        """The arguments of a question that would be understood; none where none is known."""
        if not self.instead:
            return ()
        if not self.name:
            return self.instead
        # An option may hold its value, as in --name=value.
        apart = (
            part
            for a in arguments
            for part in (a.split("=", 1) if a.startswith(f"{self.name}=") else (a,))
        )
        swaps = {**self.others, self.name: self.instead}
        corrected: list[str] = []
        before = ""
        for argument in apart:
            swap = swaps.get(argument, (argument,))
            # No option takes the place of what is the value of another.
            keeps = before.startswith("-") and not argument.startswith("-") and swap[0][:1] == "-"
            corrected += (argument,) if keeps else swap
            before = argument
        return tuple(corrected)

    @property
    def lines(self) -> tuple[str, ...]:
        """What to tell, without the middle of what is very long."""
        return (shortened(str(self), LONGEST_USAGE),)


class OutputError(KicError):
    """The answer exists but could not be written where it was asked for."""


class Problem(NamedTuple):
    """One thing wrong with a dataset: the path of keys to it, and what it is.

    ``where`` is the path as a person would point, ``line`` and ``column`` its place in the
    text, where they are known, and ``path`` its file, where a dataset has several.  Those with
    the same ``like`` are the same mistake, and ``others`` its other places.
    """

    at: At
    message: str
    where: str = ""
    line: int | None = None
    column: int | None = None
    path: Path | None = None
    like: str = ""
    others: tuple["Problem", ...] = ()

    def __str__(self) -> str:
        told = f"{self.where}: {self.message}" if self.where else self.message
        return f"{told} ({self._elsewhere})" if self.others else told

    @property
    def _elsewhere(self) -> str:
        """How often the same mistake was made, and where else first."""
        lines = [str(other.line) for other in self.others[:_MOST_LINES] if other.line]
        named = f": line{'s' * (len(lines) > 1)} {', '.join(lines)}" if lines else ""
        dots = " ..." if lines and len(self.others) > len(lines) else ""
        return f"and {len(self.others)} more like it{named}{dots}"

    @property
    def brief(self) -> "Problem":
        """The same without the middle of what is very long."""
        return self._replace(message=shortened(self.message), where=shortened(self.where))

    def position(self, path: Path) -> str:
        """``FILE``, ``FILE:LINE`` or ``FILE:LINE:COLUMN``, as editors understand it."""
        parts = (self.path or path, self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)


def key_of(at: At) -> str:
    """The last key of a path."""
    return next((key for key in reversed(at) if isinstance(key, str)), "")


def together(problems: Iterable[Problem]) -> list[Problem]:
    """The problems, each mistake once: the first of those that are alike holds the others."""
    alike = grouped(problems, lambda p: (p.path, p.like or f"{key_of(p.at)}: {p.message}"))
    return [first._replace(others=tuple(others)) for first, *others in alike.values()]


class DatasetError(KicError):
    """A dataset that cannot be used, with every problem found in it, one a line."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        self.path = path
        self.problems = tuple(problem.brief for problem in problems)
        super().__init__("\n".join(self.lines))

    @property
    def lines(self) -> tuple[str, ...]:
        """A line for each problem."""
        return tuple(f"{p.position(self.path)}: {p}" for p in self.problems)


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
