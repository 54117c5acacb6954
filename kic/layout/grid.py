"""How much is registered, themes by regions."""

from kic.dataset import Dataset
from kic.layout.common import (
    asked,
    for_machines,
    gap_count,
    identity,
    joined,
    region_of,
    source_rows,
    used_sources,
)
from kic.query import Grid, GridCell
from kic.table import Block, Cell, Column, Group, Table, Tally
from kic.wording import text


def grid_table(dataset: Dataset, answer: Grid) -> Table:
    """The themes down, the regions across, and in each cell how much is registered."""
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
            *(Tally(c.national, c.partial, c.none, bool(c.statements), c.silent) for c in cells),
        )
        for cells in found.values()
    )
    silent = sum(cell.silent for cell in answer.cells)
    sources = used_sources(dataset, ())
    return Table(
        command="grid",
        dataset=identity(dataset),
        query=asked(answer.query),
        **for_machines(answer),
        extra={"sources": source_rows(sources)},
        blocks=(Block(None, None, columns, (Group(None, None, rows),)),) if rows else (),
        sources=tuple(sources.values()),
        summary=joined(
            (
                gap_count(answer.gaps),
                text(
                    f"{silent} keer zwijgt de pagina",
                    f"{silent} {'time' if silent == 1 else 'times'} the page is silent",
                ),
            )
        ),
        remarks=(
            text(
                "Geteld zijn indicatoren, elk één keer per regio, ook die zonder getal op de "
                "pagina; wat zij onduidelijk noemt, telt als deels. Alleen in woorden: geen "
                "cijfer en geen lacune. Waar de pagina zwijgt, is niet bekend of iemand het "
                "registreert.",
                "Indicators are counted, each once per region, also those without a number on the "
                "page; what it calls unclear counts as partly. In words only: no figure and no "
                "gap. Where the page is silent, it is not known whether anybody registers it.",
            ),
        ),
    )
