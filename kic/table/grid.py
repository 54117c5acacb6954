"""What is known and what is not, themes by regions."""

from kic.dataset import Dataset
from kic.model.wording import TALLY, text
from kic.query.verbs import Grid, GridCell
from kic.table import Block, Cell, Column, Group, Table, Tally
from kic.table.common import (
    asked,
    for_machines,
    gap_count,
    identity,
    region_of,
    source_rows,
    used_sources,
)


def grid_table(dataset: Dataset, answer: Grid) -> Table:
    """The themes down, the regions across, and in each cell what is known."""
    regions = tuple(dict.fromkeys(cell.region for cell in answer.cells))
    found: dict[str | None, list[GridCell]] = {}
    for cell in answer.cells:
        found.setdefault(cell.theme, []).append(cell)
    columns = (
        Column(text("Thema", "Theme")),
        *(Column(region_of(dataset, id_)) for id_ in regions),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            cells[0].label,
            *(_tally(c) for c in cells),
        )
        for cells in found.values()
    )
    sources = used_sources(dataset, ())
    return Table(
        command="grid",
        dataset=identity(dataset),
        query=asked(answer.query),
        **for_machines(answer),
        extra={"sources": source_rows(sources)},
        blocks=(Block(None, None, columns, (Group(None, None, rows),)),) if rows else (),
        sources=tuple(sources.values()),
        summary=gap_count(answer.gaps),
        remarks=(
            text(
                "Geteld zijn indicatoren, per regio. Een indicator met een getal kan ook een "
                "lacune hebben en staat er dan twee keer. Waar niets staat, noemt deze bron "
                "niets; of iemand het bijhoudt, blijkt daar niet uit.",
                "The counts are of indicators, by region; one with both a number and a gap "
                "appears twice. Where there is nothing, this source says nothing, which does not "
                "show whether anyone records it.",
            ),
        ),
    )


def _tally(cell: GridCell) -> Tally:
    counts = ((name, getattr(cell, name)) for name in TALLY)
    return Tally(tuple((name, n) for name, n in counts if n), bool(cell.statements))
