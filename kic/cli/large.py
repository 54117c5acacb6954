"""Answers too large to be read at once: their first lines for people, all for programs."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from kic.dataset import Dataset
from kic.dataset.store import MOST
from kic.formats import PAGES
from kic.model.errors import UsageError
from kic.query.question import TooLargeError
from kic.query.stored import Chosen, batches, lacking, leading, moved, size
from kic.table import Table, counted, phrase
from kic.table.limit import first, things

LINES = 200  # that people get of an answer
HEADS = {"jsonl": 0, "csv": 1, "tsv": 1}  # lines above the rows, of the formats written in parts


def in_parts(
    error: TooLargeError,
    options: Mapping[str, Any],
    format_: str,
    ask: Callable[[Dataset], Any],
    table_of: Callable[[Dataset, Any], Table],
) -> Table | Iterator[Table]:
    """The first lines of an answer that is too large, or all of it in tables one after the other.

    Raises UsageError, or the error itself, for what needs the whole answer.
    """
    chosen, order, limit = (
        _restricted(error.chosen, options),
        options.get("order"),
        options["limit"],
    )
    if needless := [f"--{name}" for name in ("sort", "by") if options.get(name)]:
        raise UsageError(f"{needless[0]} puts a whole answer in order, and {error}")
    if order and any(options[name] for name in ("period", "start", "end")):
        raise UsageError(f"--order with a period needs the whole answer, and {error}")
    if format_ in HEADS and limit is None and order is None:
        return (table_of(*part) for part in batches(chosen, ask, order))
    if format_ not in PAGES and limit is None:
        raise error
    if limit is None:
        part = next(batches(chosen, ask, order, LINES, figures=10 * LINES))
    else:
        part = next(batches(chosen, ask, order, limit, figures=MOST))
        if len(things(*part)) < limit:
            raise error
    dataset, answer = part
    if order:
        answer = leading(answer, order)
    return _first(chosen, dataset, answer, limit, table_of)


def gaps_in(error: TooLargeError, options: Mapping[str, Any]) -> int:
    """How many gaps an answer has that is too large, where it is about gaps."""
    return size(_restricted(error.chosen, options), gaps=True) if "registration" in options else 0


def _restricted(chosen: Chosen, options: Mapping[str, Any]) -> Chosen:
    """What is chosen, without what the verb passes over."""
    if "registration" in options:
        return lacking(chosen, options["registration"], everything=options["all_"])
    others = ("per", "share", "period", "start", "end")
    is_overview = "order" in options and not any(options[name] for name in others)
    return moved(chosen) if is_overview else chosen


def _first(
    chosen: Chosen,
    dataset: Dataset,
    answer: Any,
    limit: int | None,
    table_of: Callable[[Dataset, Any], Table],
) -> Table:
    """The first lines of an answer, and how much there is.

    As many whole indicators as go on these lines, or as the limit allows.
    """
    kept = len(things(dataset, answer)) if limit is None else limit
    table = table_of(dataset, first(dataset, answer, kept)[0])
    while limit is None and kept > 1 and table.page.lines > LINES:
        kept = max(1, min(kept - 1, kept * LINES // table.page.lines))
        table = table_of(dataset, first(dataset, answer, kept)[0])
    noun = "gap" if chosen.only == [{"lacks": [True]}] else "indicator"
    total = size(chosen, gaps=noun == "gap")
    page = table.page.first(LINES)
    page = page._replace(remarks=(*page.remarks, phrase("all_lines")))
    lines = counted("line", page.lines)
    return replace(
        table,
        query={**table.query, **({} if limit is None else {"limit": limit})},
        line=phrase("first_lines", total=counted(noun, total), first=kept, lines=lines),
        lay_out=lambda: page,
        left_out={**table.left_out, "limit": {f"{noun}s": total - kept}},
    )
