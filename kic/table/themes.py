"""The themes, with how much is known of each."""

from kic.dataset import Dataset
from kic.model.wording import text
from kic.query.verbs import Themes
from kic.table import Column, Page, Several, Table
from kic.table.common import (
    as_table,
    asked,
    column,
    count_of,
    gap_count,
    single_block,
    used_sources,
)

_COUNTED = ("indicators", "with_number", "in_words", "neither", "gaps")
_GAP = text(
    "Een lacune: volgens de bron zijn er geen, geen (structurele) landelijke of te "
    "weinig gegevens, of is het onduidelijk; of kic leidt dat af.",
    "A gap: the source says that there are no data, no (systematic) national data or "
    "too little, or that it is unclear; or kic infers it.",
)


def themes_table(dataset: Dataset, answer: Themes) -> Table:
    """The themes, one a row."""

    def page() -> Page:
        columns = (
            *(column("theme"), Column(text("Id", "Id"), "id")),
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
        counted = count_of(total, ("indicator", "indicatoren"), ("indicator", "indicators"))
        summary = text(
            f"{counted.nl}: {numbers} met een getal, {words} met alleen een woord of richting, "
            f"{neither} met geen van beide. {gap_count(gaps).nl}",
            f"{counted.en}: {numbers} with a number, {words} with only a word or direction, "
            f"{neither} with neither. {gap_count(gaps).en}",
        )
        return Page(single_block(columns, rows), remarks=(_GAP,), summary=summary)

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
