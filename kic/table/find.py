"""What was found, and where."""

from kic.dataset import Dataset
from kic.model.wording import FOUND_IN, FOUND_KIND, text
from kic.query.search import Found
from kic.table import Block, Column, Group, Table
from kic.table.common import for_machines, identity


def find_table(dataset: Dataset, answer: Found) -> Table:
    """What was found, the best match first, and where."""
    columns = (
        Column(text("Id", "Id"), "id"),
        Column(text("Soort", "Kind")),
        Column(text("Omschrijving", "Label")),
        Column(text("Gevonden in", "Found in")),
        Column(text("Tekst", "Text")),
    )
    rows = tuple(
        (h.id, FOUND_KIND[h.kind], h.label, FOUND_IN[h.matched], h.match) for h in answer.hits
    )
    return Table(
        command="find",
        dataset=identity(dataset),
        query={"words": answer.words},
        **for_machines(answer),
        extra={},
        blocks=(Block(None, None, columns, (Group(None, None, rows),)),) if rows else (),
    )
