"""What an answer leaves out because of a filter or a limit: counted, and said."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kic.model import Record, Statement
from kic.query.diff import Difference
from kic.query.gaps import gap_figures
from kic.table import Cell, Phrase, Several, counted, phrase

Counts = Mapping[str, int]  # by what is counted, as "gaps"
Parts = tuple[Any, ...]  # of an answer
Tally = Callable[[Parts, Parts], Counts]  # of parts, beside those that are told already


def counts(left_out: Mapping[str, Parts], tally: Tally, shown: Parts = ()) -> dict[str, Counts]:
    """How much each filter leaves out, beside what is ``shown``: by its option and what it is."""
    told, counts_ = shown, dict[str, Counts]()
    for option, parts in left_out.items():
        if left := tally(parts, told):
            counts_[option] = left
        told = (*told, *parts)
    return counts_


def tally_of(parts: Parts, told: Parts) -> Counts:
    """How many figures, gaps and statements there are beside those that are ``told`` already.

    A gap is one of an indicator and region, whatever figures it has.
    """
    records, before = ([p for p in several if isinstance(p, Record)] for several in (parts, told))
    gaps = {(r.indicator, r.region) for r in gap_figures(before)}
    numbers = {
        "figures": sum(r.interval.known or r.worded or not r.gap for r in records),
        "gaps": sum((r.indicator, r.region) not in gaps for r in gap_figures(records)),
        "statements": len(parts) - len(records),
    }
    return {noun: number for noun, number in numbers.items() if number}


def all_as(noun: str) -> Tally:
    """A tally of parts that are all of one kind, whatever is told already."""
    return lambda parts, _: {noun: len(parts)}


def remark(
    left_out: Mapping[str, Parts],
    tally: Tally,
    shown: Parts = (),
    *,
    unless: tuple[str, ...] = (),
) -> Iterator[Phrase]:
    """The line that says what filters leave out, if they do; not ``unless`` it is plain."""
    parts = [
        phrase(f"left_out_{_how(option, left_out[option])}", what=nouns(left))
        for option, left in counts(left_out, tally, shown).items()
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


def _how(option: str, parts: Parts) -> str:
    """How what is left out differs from what was asked for."""
    if option != "period":
        return option
    dated = [_is_dated(part) for part in parts]
    if all(dated):
        return "other_period"
    return "period" if any(dated) else "undated"


def _is_dated(part: Any) -> bool:
    """Whether a figure, a statement, or one of those that a difference is of, has a period."""
    if isinstance(part, Difference):
        return any(map(_is_dated, (*part.records, *part.statements)))
    periods = (part.period, part.date) if isinstance(part, Statement) else (part.period,)
    return any(period and period.known for period in periods)
