"""The themes, with how much is known about each."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Record, Text
from kic.model.grouping import grouped
from kic.model.wording import ALL_THEMES
from kic.query import names
from kic.query.gaps import gap_figures
from kic.query.question import Query


class ThemeSummary(NamedTuple):
    """How much is known about one theme; ``theme`` is None for what concerns them all.

    Every indicator is counted once: ``with_number``, else ``in_words`` (only a word or a
    direction), else ``neither``.  A gap is counted for each indicator and region.
    """

    theme: str | None
    label: Text
    indicators: int
    with_number: int
    in_words: int
    neither: int
    gaps: int
    statements: int
    regions: tuple[str, ...]


class Themes(NamedTuple):
    """The answer of :func:`themes`."""

    query: Query
    themes: tuple[ThemeSummary, ...]


def themes(dataset: Dataset, *, theme: names.Names = None, region: names.Names = None) -> Themes:
    """The themes with the number of indicators, figures and gaps in each."""
    query = of_themes(dataset, names.listed(theme), region)
    records = grouped(filter(query.takes, dataset.records), lambda r: r.theme)
    counts = {id_: _counts(here) for id_, here in records.items()}
    regions = {id_: {r.region for r in here} for id_, here in records.items()}
    return summarised(dataset, query, counts, regions, shared=has_shared(dataset))


def of_themes(dataset: Dataset, theme: Iterable[str], region: names.Names) -> Query:
    """The query of an answer that counts whole themes."""
    ids = names.ids(dataset, theme, "theme")
    return Query(only_theme=ids, region=names.ids(dataset, region, "region"))


def has_shared(dataset: Dataset) -> bool:
    """Whether an indicator concerns all themes."""
    return any(i.theme is None for i in dataset.indicators.values())


def _counts(records: list[Record]) -> Mapping[str, int]:
    known = knowledge(records)
    return {"indicators": known.total(), "gaps": len(gap_figures(records)), **known}


COUNTED = ("indicators", "with_number", "in_words", "neither", "gaps")  # of a theme


def summarised(
    dataset: Dataset,
    query: Query,
    counts: Mapping[str | None, Mapping[str, int]],
    regions: Mapping[str | None, Iterable[str]],
    *,
    shared: bool,
) -> Themes:
    """The themes of a query, with what is counted of the figures of each and their regions."""
    said = filter(query.takes_statement, dataset.statements)
    statements = grouped(said, lambda s: s.theme)
    summaries = []
    for id_ in theme_ids(dataset, query, shared=shared):
        told = statements.get(id_, [])
        there = {*regions.get(id_, ()), *(s.region for s in told)}
        summaries.append(
            ThemeSummary(
                theme=id_,
                label=theme_label(dataset, id_),
                **{name: counts.get(id_, {}).get(name, 0) for name in COUNTED},
                statements=len(told),
                regions=tuple(region_ for region_ in dataset.regions if region_ in there),
            )
        )
    return Themes(query, tuple(summaries))


def theme_ids(dataset: Dataset, query: Query, *, shared: bool) -> tuple[str | None, ...]:
    """The themes of a query; without any, all of them, and None for what is ``shared``."""
    return query.only_theme or (*dataset.themes, *([None] if shared else []))


def theme_label(dataset: Dataset, theme: str | None) -> Text:
    """The name of a theme, or of what concerns them all."""
    return dataset.themes[theme].label if theme else ALL_THEMES


def knowledge(records: Iterable[Record]) -> Counter[str]:
    """How many indicators have a number, else a word or a direction, else neither."""
    return Counter(map(known, grouped(records, lambda r: r.indicator).values()))


def known(records: list[Record]) -> str:
    """Whether an indicator is ``with_number``, else ``in_words``, else ``neither``.

    A plan is a number only where it is what the indicator counts.
    """
    if any(r.gives_number for r in records):
        return "with_number"
    return "in_words" if any(r.worded for r in records) else "neither"
