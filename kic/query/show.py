"""Figures, gaps in their place, and statements."""

from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Indicator, Record, Statement
from kic.query.names import Names
from kic.query.question import Query, understood


class Selection(NamedTuple):
    """The answer of :func:`show`; ``details`` are the indicators asked for by name."""

    query: Query
    records: tuple[Record, ...]
    statements: tuple[Statement, ...]
    details: dict[str, Indicator]


def show(
    dataset: Dataset,
    *subjects: str,
    theme: Names = None,
    indicators: Names = None,
    region: Names = None,
    period: Names = None,
) -> Selection:
    """Figures, gaps in their place, and the statements of the themes asked for.

    ``subjects`` are themes or indicators; without any, everything is shown.
    """
    query = understood(
        dataset, subjects, theme=theme, indicators=indicators, region=region, period=period
    )
    return Selection(
        query,
        tuple(filter(query.takes, dataset.records)),
        tuple(filter(query.takes_statement, dataset.statements)),
        {id_: dataset.indicators[id_] for id_ in (*query.indicator, *query.only_indicator)},
    )
