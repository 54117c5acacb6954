"""What an answer leaves out because of a filter or a limit: counted, and said."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kic.model import Record, Statement
from kic.table import Cell, Phrase, Several, counted, phrase

Counts = Mapping[str, int]  # by what is counted, as "gaps"


def counts(
    left_out: Mapping[str, tuple[Any, ...]], noun_of: Callable[[Any], str]
) -> dict[str, Counts]:
    """How much each filter leaves out, by its option and by what it is."""
    return {option: _tally(parts, noun_of) for option, parts in left_out.items()}


def noun(part: Record | Statement) -> str:
    """Whether a part of an answer is a statement, a gap in the place of a figure, or a figure."""
    if isinstance(part, Statement):
        return "statements"
    return "gaps" if part.gap and not (part.interval.known or part.worded) else "figures"


def remark(
    left_out: Mapping[str, tuple[Any, ...]],
    noun_of: Callable[[Any], str],
    *,
    unless: tuple[str, ...] = (),
) -> Iterator[Phrase]:
    """The line that says what filters leave out, if they do; not ``unless`` it is plain."""
    parts = [
        phrase(f"left_out_{_how(option, items)}", what=nouns(_tally(items, noun_of)))
        for option, items in left_out.items()
        if option not in unless
    ]
    if parts:
        yield phrase("left_out", parts=Several(tuple(parts), "; "))


def limited(left: Counts, limit: int) -> Phrase:
    """The line that says what a limit leaves out."""
    return phrase("left_out", parts=phrase("left_out_limit", what=nouns(left), limit=limit))


def nouns(left: Counts) -> Cell:
    """Numbers with what they count."""
    return Several(tuple(counted(noun.removesuffix("s"), n) for noun, n in left.items()))


def _tally(parts: tuple[Any, ...], noun_of: Callable[[Any], str]) -> Counts:
    return dict(Counter(map(noun_of, parts)))


def _how(option: str, parts: tuple[Any, ...]) -> str:
    """How what is left out differs from what was asked for."""
    if option != "period":
        return option
    dated = [_is_dated(part) for part in parts]
    if all(dated):
        return "other_period"
    return "period" if any(dated) else "undated"


def _is_dated(part: Any) -> bool:
    periods = (part.period, part.date) if isinstance(part, Statement) else (part.period,)
    return any(period and period.known for period in periods)
