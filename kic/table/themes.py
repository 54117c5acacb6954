"""The themes, with how much is known of each."""

from kic.dataset import Dataset
from kic.model.fields import FIELDS
from kic.model.sentences import sentence
from kic.query.themes import Themes
from kic.table import Column, Page, Several, Table
from kic.table.common import (
    as_table,
    asked,
    column,
    count_of,
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
        sums = (sum(getattr(t, name) for t in answer.themes) for name in _COUNTED)
        total, numbers, words, neither, gaps = sums
        summary = sentence(
            "themes_counted",
            indicators=count_of("indicator", total),
            numbers=numbers,
            words=words,
            neither=neither,
            gaps=count_of("gap", gaps),
        )
        remarks = (sentence("what_a_gap_is"),)
        return Page(single_block(columns, rows), remarks=remarks, summary=summary)

    query = asked(answer.query)
    return as_table(
        dataset,
        answer,
        "themes",
        query,
        page,
        is_empty=not answer.themes,
        sources=used_sources(dataset),
    )
