"""What was found, and where."""

from kic.dataset import Dataset
from kic.model.fields import FIELDS
from kic.model.wording import FOUND_IN, FOUND_KIND
from kic.query.find import Hits
from kic.table import Column, Page, Table, phrase
from kic.table.common import as_table, column, counted, one_block


def find_table(dataset: Dataset, answer: Hits) -> Table:
    """What was found, the best match first, and where."""

    def page() -> Page:
        columns = (
            Column(FIELDS["id"].title, "id"),
            *map(column, ("kind", "label", "matched", "match")),
        )
        rows = (
            (h.id, FOUND_KIND[h.kind], h.label, FOUND_IN[h.matched], h.match) for h in answer.hits
        )
        return Page(one_block(columns, rows))

    return as_table(
        dataset,
        answer,
        "find",
        {"words": answer.words},
        lambda: phrase("just", total=counted("hit", len(answer.hits))),
        page,
        is_empty=not answer.hits,
    )
