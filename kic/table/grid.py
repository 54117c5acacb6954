"""What is known and what is not, themes by regions."""

from itertools import groupby

from kic.dataset import Dataset
from kic.model.wording import TALLY, text
from kic.query.verbs import Grid, GridCell
from kic.table import Cell, Column, Page, Table, Tally
from kic.table.common import as_table, asked, column, gap_count, single_block, used_sources

_COUNTED = text(
    "Geteld zijn indicatoren, per regio. Een indicator met een getal kan ook een "
    "lacune hebben en staat er dan twee keer. Waar niets staat, noemt deze bron "
    "niets; of iemand het bijhoudt, blijkt daar niet uit.",
    "The counts are of indicators, by region; one with both a number and a gap "
    "appears twice. Where there is nothing, this source says nothing, which does not "
    "show whether anyone records it.",
)


def grid_table(dataset: Dataset, answer: Grid) -> Table:
    """The themes down, the regions across, and in each cell what is known."""

    def page() -> Page:
        regions = dict.fromkeys(cell.region for cell in answer.cells)
        columns = (column("theme"), *(Column(dataset.regions[id_].label) for id_ in regions))
        themes = (list(cells) for _, cells in groupby(answer.cells, lambda cell: cell.theme))
        rows: list[tuple[Cell, ...]] = [(row[0].label, *map(_tally, row)) for row in themes]
        blocks = single_block(columns, rows)
        return Page(blocks, remarks=(_COUNTED,), summary=gap_count(answer.gaps))

    return as_table(
        dataset,
        answer,
        "grid",
        asked(answer.query),
        page,
        is_empty=not answer.cells,
        sources=used_sources(dataset),
    )


def _tally(cell: GridCell) -> Tally:
    counts = ((name, getattr(cell, name)) for name in TALLY)
    return Tally(tuple((name, n) for name, n in counts if n), bool(cell.statements))
