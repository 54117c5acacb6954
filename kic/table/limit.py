"""The first things of an answer, as the reader counts them and in the order they are read.

Nothing is parted: an indicator keeps all of its figures, and so does a gap.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import replace
from typing import Any

from kic.dataset import Dataset
from kic.model import Record
from kic.model.grouping import grouped
from kic.query.check import Check
from kic.query.compare import Comparison
from kic.query.diff import Diff
from kic.query.find import Hits
from kic.query.gaps import Gaps, gap_figures
from kic.query.grid import Grid
from kic.query.show import Selection
from kic.query.themes import Themes
from kic.table import Page, Table
from kic.table.left_out import Counts, limited
from kic.table.overview import as_read
from kic.table.rows import Data

_Thing = tuple[str, Hashable]  # what it is counted as, and which one it is
_PARTS: dict[type, tuple[str, Callable[[Any], _Thing]]] = {  # of an answer, each of one thing
    Themes: ("themes", lambda summary: ("themes", summary.theme)),
    Grid: ("cells", lambda cell: ("themes", cell.theme)),
    Selection: ("records", lambda r: ("indicators", r.indicator)),
    Comparison: ("series", lambda s: ("indicators", s.indicator)),
    Gaps: ("records", lambda r: ("gaps", r.key[:2]) if r.gap else ("figures", r.key)),
    Hits: ("hits", lambda hit: ("hits", hit)),
    Check: ("findings", lambda f: ("numbers", (*f.told.place, f.told.start))),
    Diff: ("differences", lambda d: ("differences", id(d))),
}


def first(dataset: Dataset, answer: Any, limit: int) -> tuple[Any, Counts]:
    """The answer with as many things as the limit allows, and how many it leaves out."""
    name, thing_of = _PARTS[type(answer)]
    every = things(dataset, answer)
    rest = dict(Counter(noun for noun, _ in every[limit:]))
    if not rest:
        return answer, rest
    kept = set(every[:limit])
    parts = tuple(part for part in getattr(answer, name) if thing_of(part) in kept)
    cut, shown = answer._replace(**{name: parts}), {key for _, key in kept}
    match cut:
        case Selection():
            if cut.statements:
                rest["statements"] = len(cut.statements)
            details = {id_: part for id_, part in cut.details.items() if id_ in shown}
            cut = cut._replace(statements=(), details=details, cut=True)
        case Comparison():
            conclusions = tuple(c for c in cut.conclusions if c.indicator in shown)
            cut = cut._replace(conclusions=conclusions, cut=True)
    return cut, rest


def things(dataset: Dataset, answer: Any) -> list[_Thing]:
    """What the reader counts, each once, in the order in which it is read."""
    name, thing_of = _PARTS[type(answer)]
    return list(dict.fromkeys(map(thing_of, _as_read(dataset, answer, name))))


def shortened(table: Table, cut: Table, left: Counts, limit: int) -> Table:
    """The table with the rows and blocks of a cut answer; its line and counts are of the whole."""

    def page() -> Page:
        remarks = (limited(left, limit), *cut.page.remarks) if left else cut.page.remarks
        return cut.page._replace(remarks=remarks)

    def rows() -> Data:
        whole = {name: table.data.extra[name] for name in ("counts",) if name in table.data.extra}
        return cut.data._replace(extra={**cut.data.extra, **whole})

    return replace(
        table,
        query={**table.query, "limit": limit},
        lay_out=page,
        list_rows=rows,
        left_out={**table.left_out, **({"limit": left} if left else {})},
    )


def _as_read(dataset: Dataset, answer: Any, name: str) -> Iterable[Any]:
    """The parts of an answer in the order in which they are read."""
    match answer:
        case Check():
            return answer.as_read
        case Selection():
            places = _places(dataset, answer)
            return sorted(answer.records, key=lambda r: places[r.indicator])
        case Comparison():
            return answer.series if answer.query.order else as_read(answer)
        case Gaps():
            groups = answer.groups(answer.query.by or "theme").values()
            return (r for several in groups for r in _gaps_first(several))
        case _:
            parts: Iterable[Any] = getattr(answer, name)
            return parts


def _places(dataset: Dataset, answer: Selection) -> dict[str, tuple[bool, int, int]]:
    """Indicators theme by theme, those with a number first; those shown in full after all."""
    themes = [*dataset.themes, None]

    def place(records: list[Record]) -> tuple[bool, int, int]:
        if records[0].indicator in answer.details:
            return True, 0, 0
        kinds = (0 if r.interval.known else 1 if r.worded or not r.gap else 2 for r in records)
        return False, themes.index(records[0].theme), min(kinds)

    several = grouped(answer.records, lambda r: r.indicator)
    return {id_: place(records) for id_, records in several.items()}


def _gaps_first(records: list[Record]) -> Iterable[Record]:
    """A figure for each gap, and then what is merely not stated."""
    return (*gap_figures(records), *(r for r in records if not r.gap))
