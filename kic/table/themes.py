"""The themes, with how much is known of each."""

from functools import partial

from kic.dataset import Dataset
from kic.query.themes import COUNTED, Themes, ThemeSummary
from kic.table import Page, Table, phrase
from kic.table.common import (
    as_table,
    column,
    filters,
    knowledge_line,
    one_block,
    used_sources,
)
from kic.table.rows import Data, listed


def themes_table(dataset: Dataset, answer: Themes) -> Table:
    """The themes, one a line."""
    sums = {name: sum(getattr(t, name) for t in answer.themes) for name in COUNTED}

    def page() -> Page:
        columns = (column("theme")._replace(obvious=True), *map(column, COUNTED))
        rows = ((t.label, *(getattr(t, name) for name in COUNTED)) for t in answer.themes)
        return Page(one_block(columns, rows), (phrase("what_a_gap_is", by=dataset.by),))

    return as_table(
        dataset,
        "themes",
        filters(answer.query),
        knowledge_line(sums, sums["gaps"]),
        page,
        partial(rows, answer),
        is_empty=not answer.themes,
        sources=used_sources(dataset),
    )


def rows(answer: Themes) -> Data:
    """The themes, a row each."""
    shown = ("theme", "label", "indicators", "with_number", "gaps", "regions")
    return listed(answer.themes, ThemeSummary._fields, shown)
