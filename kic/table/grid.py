"""What is known and what is not, themes by regions."""

from functools import partial
from itertools import groupby

from kic.dataset import Dataset
from kic.model.sentences import sentence
from kic.query.grid import Grid, GridCell
from kic.table import Cell, Column, Page, Table, counted, phrase
from kic.table.common import as_table, column, filters, one_block, used_sources
from kic.table.rows import Data, listed

GRID = tuple(name for name in GridCell._fields if name not in ("mentioned", "by"))


def grid_table(dataset: Dataset, answer: Grid) -> Table:
    """The themes down, the regions across, and in each cell what is known."""

    def page() -> Page:
        regions = dict.fromkeys(cell.region for cell in answer.cells)
        columns = (column("theme"), *(Column(dataset.regions[id_].label) for id_ in regions))
        themes = (list(cells) for _, cells in groupby(answer.cells, lambda cell: cell.theme))
        rows: list[tuple[Cell, ...]] = [(row[0].label, *row) for row in themes]
        silent = sentence("silent_one" if len(dataset.own) == 1 else "silent_many")
        return Page(one_block(columns, rows), (phrase("grid_counted", silent=silent),))

    return as_table(
        dataset,
        "grid",
        filters(answer.query),
        phrase("just", total=counted("gap", answer.gaps)),
        page,
        partial(rows, answer),
        is_empty=not answer.cells,
        sources=used_sources(dataset),
    )


def rows(answer: Grid) -> Data:
    """The cells, a row each."""
    shown = (name for name in GRID if name not in ("theme", "statements"))
    return listed(answer.cells, GRID, tuple(shown))
