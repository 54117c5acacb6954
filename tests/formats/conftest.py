"""What the tests of formats share: an answer of every verb about the embedded dataset."""

from collections.abc import Iterator

import pytest

import kic
from kic.formats import Style
from kic.formats.cell_text import cell
from kic.table import Again, Cell, Table
from tests.every_verb import of_every_verb

Answers = dict[str, Table]


@pytest.fixture(scope="session")
def answers(dataset: kic.Dataset) -> Answers:
    """One answer of every verb, as a table."""
    return of_every_verb(dataset)


VERBS = [
    "themes",
    "show",
    "show one",
    "compare",
    "rates",
    "gaps",
    "gaps by",
    "find",
    "check",
    "nothing",
]


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
