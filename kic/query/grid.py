"""How much is known and not known, theme by region."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import product
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Record, Text
from kic.model.grouping import grouped
from kic.model.wording import NOTHING, SENTENCES_ONLY, TALLY
from kic.query import names
from kic.query.gaps import gap_code, gap_figures
from kic.query.question import Query
from kic.query.themes import has_shared, known, of_themes, theme_ids, theme_label


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
    query = of_themes(dataset, (*subjects, *names.listed(theme)), region)
    records = grouped(dataset.records, lambda r: (r.theme, r.region))
    counts = {place: Counter(code for code, _ in marks(here)) for place, here in records.items()}
    return laid_out(dataset, query, counts, shared=has_shared(dataset))


def laid_out(
    dataset: Dataset,
    query: Query,
    counts: Mapping[tuple[str | None, str], Mapping[str, int]],
    *,
    shared: bool,
) -> Grid:
    """The grid of a query, with what is counted of the figures of each theme and region."""
    said = Counter((s.theme, s.region) for s in dataset.statements)
    told = Counter(s.region for s in dataset.statements)
    there = {region for _, region in counts}
    regions = query.region or [id_ for id_ in dataset.regions if id_ in there or told[id_] > 1]
    themes = theme_ids(dataset, query, shared=shared)
    return Grid(
        query,
        tuple(
            GridCell(
                theme=theme,
                label=theme_label(dataset, theme),
                region=region,
                **{code: counts.get((theme, region), {}).get(code, 0) for code in TALLY},
                statements=said[theme, region],
                mentioned=(theme, region) in counts or (theme, region) in said,
                by=dataset.by,
            )
            for theme, region in product(themes, regions)
        ),
    )
