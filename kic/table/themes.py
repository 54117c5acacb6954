"""The themes, with how much is known of each."""

from kic.dataset import Dataset
from kic.model.fields import FIELDS
from kic.model.sentences import sentence
from kic.query.themes import Themes
from kic.table import Column, Page, Several, Table
from kic.table.common import (
    as_table,
    column,
    count_of,
    filters,
    single_block,
    used_sources,
)

_COUNTED = ("indicators", "with_number", "in_words", "neither", "gaps")


def themes_table(dataset: Dataset, answer: Themes) -> Table:
    """The themes, one a row."""

    def page() -> Page:
        columns = (
            *(column("theme"), Column(FIELDS["id"].title, "id")),
            *(column(name) for name in (*_COUNTED, "regions")),
        )
        rows = (
            (
                *(t.label, t.theme, *(getattr(t, name) for name in _COUNTED)),
                Several(tuple(dataset.regions[id_].label for id_ in t.regions)),
            )
            for t in answer.themes
        )
        sums = {name: sum(getattr(t, name) for t in answer.themes) for name in _COUNTED}
        summary = sentence(
            "themes_counted",
            indicators=count_of("indicator", sums["indicators"]),
            numbers=sums["with_number"],
            words=sums["in_words"],
            neither=sums["neither"],
            gaps=count_of("gap", sums["gaps"]),
        )
        remarks = (sentence("what_a_gap_is"),)
        return Page(single_block(columns, rows), remarks=remarks, summary=summary)

    return as_table(
        dataset,
        answer,
        "themes",
        filters(answer.query),
        page,
        is_empty=not answer.themes,
        sources=used_sources(dataset),
    )
