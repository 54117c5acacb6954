"""The themes, with how much is known of each."""

from kic.dataset import Dataset
from kic.layout.common import (
    asked,
    count_of,
    for_machines,
    identity,
    joined,
    region_of,
    source_rows,
    used_sources,
)
from kic.query import Themes
from kic.table import Block, Column, Group, Several, Table
from kic.wording import text


def themes_table(dataset: Dataset, answer: Themes) -> Table:
    """The themes, one a row."""
    columns = (
        Column(text("Thema", "Theme")),
        Column(text("Id", "Id"), "id"),
        Column(text("Indicatoren", "Indicators"), "number"),
        Column(text("Cijfers", "Figures"), "number"),
        Column(text("Lacunes", "Gaps"), "number"),
        Column(text("Regio's", "Regions")),
    )
    rows = tuple(
        (
            t.label,
            t.theme,
            t.indicators,
            t.figures,
            t.gaps,
            Several(tuple(region_of(dataset, r) for r in t.regions)),
        )
        for t in answer.themes
    )
    total = [sum(getattr(t, n) for t in answer.themes) for n in ("indicators", "figures", "gaps")]
    summary = joined(
        (
            count_of(total[0], ("indicator", "indicatoren"), ("indicator", "indicators")),
            count_of(total[1], ("cijfer", "cijfers"), ("figure", "figures")),
            count_of(total[2], ("lacune", "lacunes"), ("gap", "gaps")),
        )
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
                "Cijfers hebben een getal; een lacune is wat niet landelijk wordt geregistreerd.",
                "Figures have a number; a gap is what is not nationally registered.",
            ),
        ),
        sources=tuple(sources.values()),
        summary=summary,
    )
