"""The themes, with how much is known of each."""

from kic.dataset import Dataset
from kic.model.wording import text
from kic.query.verbs import Themes
from kic.table import Block, Column, Group, Several, Table
from kic.table.common import (
    asked,
    count_of,
    for_machines,
    gap_count,
    identity,
    region_of,
    source_rows,
    used_sources,
)


def themes_table(dataset: Dataset, answer: Themes) -> Table:
    """The themes, one a row."""
    columns = (
        Column(text("Thema", "Theme")),
        Column(text("Id", "Id"), "id"),
        Column(text("Indicatoren", "Indicators"), "number"),
        Column(text("Met getal", "With a number"), "number"),
        Column(text("In woorden", "In words"), "number"),
        Column(text("Geen van beide", "Neither"), "number"),
        Column(text("Lacunes", "Gaps"), "number"),
        Column(text("Regio's", "Regions")),
    )
    rows = tuple(
        (
            t.label,
            t.theme,
            t.indicators,
            t.with_number,
            t.in_words,
            t.neither,
            t.gaps,
            Several(tuple(region_of(dataset, r) for r in t.regions)),
        )
        for t in answer.themes
    )
    names = ("indicators", "with_number", "in_words", "neither", "gaps")
    total, numbers, words, neither, gaps = (
        sum(getattr(t, name) for t in answer.themes) for name in names
    )
    counted = count_of(total, ("indicator", "indicatoren"), ("indicator", "indicators"))
    summary = text(
        f"{counted.nl}: {numbers} met een getal, {words} met alleen een woord of richting, "
        f"{neither} met geen van beide. {gap_count(gaps).nl}",
        f"{counted.en}: {numbers} with a number, {words} with only a word or direction, "
        f"{neither} with neither. {gap_count(gaps).en}",
    )
    sources = used_sources(dataset, ())
    return Table(
        command="themes",
        dataset=identity(dataset),
        query=asked(answer.query),
        **for_machines(answer),
        extra={"sources": source_rows(sources)},
        blocks=(Block(None, None, columns, (Group(None, None, rows),)),) if rows else (),
        remarks=(
            text(
                "Een lacune: volgens de bron zijn er geen, geen (structurele) landelijke of te "
                "weinig gegevens, of is het onduidelijk; of kic leidt dat af.",
                "A gap: the source says that there are no data, no (systematic) national data or "
                "too little, or that it is unclear; or kic infers it.",
            ),
        ),
        sources=tuple(sources.values()),
        summary=summary,
    )
