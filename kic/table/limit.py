"""The first things of an answer, as the reader counts them and in the order they are read.

Nothing is parted: an indicator keeps all of its figures, and so does a gap.
"""

from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import replace

from kic.dataset import Dataset
from kic.query.compare import Comparison
from kic.query.find import Hits
from kic.query.gaps import Gaps, gap_figures
from kic.query.grid import Grid
from kic.query.grouping import grouped
from kic.query.show import Selection
from kic.query.themes import Themes
from kic.table import Page, Table
from kic.table.left_out import Counts, limited
from kic.table.overview import as_read
from kic.table.rows import Answer, Data

Thing = tuple[str, Hashable]  # what it is counted as, and which one it is


def first(dataset: Dataset, answer: Answer, limit: int) -> tuple[Answer, Counts]:
    """The answer with as many things as the limit allows, and how many it leaves out."""
    every = things(dataset, answer)
    rest = dict(Counter(noun for noun, _ in every[limit:]))
    if not rest:
        return answer, rest
    if isinstance(answer, Selection) and answer.statements:
        rest["statements"] = len(answer.statements)
    return _only(answer, {key for _, key in every[:limit]}), rest


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


def things(dataset: Dataset, answer: Answer) -> list[Thing]:
    """What the reader counts, each once, in the order in which it is read."""
    return list(dict.fromkeys(_things(dataset, answer)))


def _things(dataset: Dataset, answer: Answer) -> Iterator[Thing]:
    """What the reader counts, in the order in which it is read."""
    match answer:
        case Themes(themes=parts) | Grid(cells=parts):
            yield from (("themes", part.theme) for part in parts)
        case Selection():
            yield from (("indicators", id_) for id_ in _shown(dataset, answer))
        case Comparison():
            yield from (("indicators", s.indicator) for s in as_read(answer))
        case Gaps():
            for records in answer.groups(answer.query.by or "theme").values():
                yield from (("gaps", (r.indicator, r.region)) for r in gap_figures(records))
                others = (r for r in records if not r.gap)
                yield from (("figures", (r.indicator, r.region, r.period)) for r in others)
        case Hits(hits=hits):
            yield from (("hits", hit) for hit in hits)


def _shown(dataset: Dataset, answer: Selection) -> list[str]:
    """Indicators theme by theme, those with a number first; those shown in full after all."""
    themes = [*dataset.themes, None]

    def place(id_: str) -> tuple[bool, int, int]:
        records = several[id_]
        kinds = (0 if r.interval.known else 1 if r.worded or not r.gap else 2 for r in records)
        if id_ in answer.details:
            return True, 0, 0
        return False, themes.index(records[0].theme), min(kinds)

    several = grouped(answer.records, lambda r: r.indicator)
    return sorted(several, key=place)


def _only(answer: Answer, kept: set[Hashable]) -> Answer:
    """The answer with these things only."""
    match answer:
        case Themes(themes=parts):
            return answer._replace(themes=tuple(part for part in parts if part.theme in kept))
        case Grid(cells=cells):
            return answer._replace(cells=tuple(cell for cell in cells if cell.theme in kept))
        case Selection():
            return answer._replace(
                records=tuple(r for r in answer.records if r.indicator in kept),
                statements=(),
                cut=True,
                details={id_: part for id_, part in answer.details.items() if id_ in kept},
            )
        case Comparison():
            return answer._replace(
                series=tuple(s for s in answer.series if s.indicator in kept),
                cut=True,
                conclusions=tuple(c for c in answer.conclusions if c.indicator in kept),
            )
        case Gaps():
            return answer._replace(
                records=tuple(
                    r
                    for r in answer.records
                    if ((r.indicator, r.region) if r.gap else r.key) in kept
                )
            )
        case Hits(hits=hits):
            return answer._replace(hits=tuple(hit for hit in hits if hit in kept))
        case _:
            return answer
