"""What the tests of formats share: an answer of every verb about the embedded dataset."""

from collections.abc import Iterator

import pytest

import kic
from kic.dataset import populations
from kic.formats import Style
from kic.formats.cell_text import cell
from kic.table import Again, Cell, Table
from kic.table.compare import compare_table
from kic.table.find import find_table
from kic.table.gaps import gaps_table
from kic.table.grid import grid_table
from kic.table.show import show_table
from kic.table.themes import themes_table

Answers = dict[str, Table]


@pytest.fixture(scope="session")
def answers(dataset: kic.Dataset) -> Answers:
    """One answer of every verb, as a table."""
    return {
        "themes": themes_table(dataset, kic.themes(dataset)),
        "show": show_table(dataset, kic.show(dataset)),
        "show one": show_table(dataset, kic.show(dataset, "nareis", "ots")),
        "compare": compare_table(dataset, kic.compare(dataset)),
        "rates": compare_table(
            dataset,
            kic.compare(dataset, "ots", per=1000, populations=populations(dataset)),
        ),
        "gaps": gaps_table(dataset, kic.gaps(dataset, all=True)),
        "gaps by": gaps_table(dataset, kic.gaps(dataset, by="kind")),
        "gaps there": gaps_table(dataset, kic.gaps(dataset, region="caribisch")),
        "grid": grid_table(dataset, kic.grid(dataset)),
        "find": find_table(dataset, kic.find(dataset, "veilig thuis")),
        "nothing": gaps_table(
            dataset, kic.gaps(dataset, region="caribisch", theme="jeugdstrafrecht")
        ),
    }


VERBS = ["themes", "show", "show one", "compare", "rates", "gaps", "gaps by", "find", "nothing"]


def said(answer: Table, style: Style, *, alone: bool = False) -> Iterator[str]:
    """Every text for people in an answer, in the order in which it is read.

    Where lines stand ``alone``, what the line before says too is said again.
    """
    page = answer.page
    with_notes = page.in_full or style.notes
    told: list[Cell] = [answer.line]
    for block in page.blocks:
        told.append(block.title)
        for line in block.lines:
            told += [c.shown if isinstance(c, Again) and not alone else c for c in line.cells]
            told += [*line.cautions, *(line.notes if with_notes else ())]
    return (text for part in (*told, *page.remarks) if (text := cell(part, style)))
