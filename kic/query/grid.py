"""How much is known and not known, theme by region."""

from collections import Counter
from collections.abc import Iterable
from itertools import product
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Record, Text
from kic.model.wording import NOTHING, SENTENCES_ONLY, TALLY
from kic.query import names
from kic.query.gaps import gap_code, gap_figures
from kic.query.grouping import grouped
from kic.query.question import Query
from kic.query.themes import known, theme_ids, theme_label


class GridCell(NamedTuple):
    """How much is known of one theme in one region; ``theme`` is None for what concerns all.

    ``with_number`` and ``in_words`` count indicators, each once; the others count gaps by
    their code, so that they add up to those of :func:`gaps`.  An indicator with a number may
    have a gap too.  ``statements`` are what the source says of it in sentences only.
    """

    theme: str | None
    label: Text
    region: str
    with_number: int
    in_words: int
    not_national: int
    incomplete: int
    unavailable: int
    unclear: int
    concluded: int
    statements: int
    mentioned: bool  # in any way, also where that counts as nothing
    by: Text  # who infers what is concluded

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """The numbers above zero, each with its code of :data:`TALLY`."""
        counts = ((code, getattr(self, code)) for code in TALLY)
        return tuple((code, count) for code, count in counts if count)

    @property
    def silence(self) -> Text | None:
        """What stands in the place of numbers where the source has nothing that counts."""
        if self.counts:
            return None
        return SENTENCES_ONLY if self.mentioned else NOTHING

    @property
    def gaps(self) -> int:
        """How many gaps there are in it."""
        return (
            self.not_national + self.incomplete + self.unavailable + self.unclear + self.concluded
        )


def marks(records: Iterable[Record]) -> list[tuple[str, Record]]:
    """What is known of each indicator, and each gap: its code with a figure it is about.

    An indicator with neither a number nor a word has a gap alone, or nothing.
    """
    records = list(records)
    found = [
        (code, several[0])
        for several in grouped(records, lambda r: r.indicator).values()
        if (code := known(several)) != "neither"
    ]
    return [*found, *((gap_code(r), r) for r in gap_figures(records))]


class Grid(NamedTuple):
    """The answer of :func:`grid`: a cell for every theme and region, theme by theme."""

    query: Query
    cells: tuple[GridCell, ...]

    @property
    def gaps(self) -> int:
        """How many gaps there are in all cells."""
        return sum(cell.gaps for cell in self.cells)


def grid(
    dataset: Dataset, *subjects: str, theme: names.Names = None, region: names.Names = None
) -> Grid:
    """How much is known and not known, theme by region.

    ``subjects`` are themes too.  A region that only a single statement is about has no cells,
    unless it is asked for.
    """
    query = Query(
        only_theme=names.ids(dataset, (*subjects, *names.listed(theme)), "theme"),
        region=names.ids(dataset, region, "region"),
    )
    records = grouped(dataset.records, lambda r: (r.theme, r.region))
    statements = Counter((s.theme, s.region) for s in dataset.statements)
    counted = {r.region for r in dataset.records}
    counted |= {id_ for id_, n in Counter(s.region for s in dataset.statements).items() if n > 1}
    regions = query.region or tuple(id_ for id_ in dataset.regions if id_ in counted)
    cells = []
    for theme_, region_ in product(theme_ids(dataset, query), regions):
        here = records.get((theme_, region_), [])
        counts = Counter(code for code, _ in marks(here))
        cells.append(
            GridCell(
                theme=theme_,
                label=theme_label(dataset, theme_),
                region=region_,
                **{code: counts[code] for code in TALLY},
                statements=statements[theme_, region_],
                mentioned=bool(here or statements[theme_, region_]),
                by=dataset.by,
            )
        )
    return Grid(query, tuple(cells))
