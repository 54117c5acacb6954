"""Figures, gaps in their place, and statements."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Indicator, NotFigure, Record, Statement
from kic.query import names
from kic.query.names import Names
from kic.query.question import Query, left_out, understood


class Selection(NamedTuple):
    """The answer of :func:`show`; ``details`` are the indicators asked for by name or place.

    ``not_figures`` are the numerals at the places asked for that are no figures.  ``left_out``
    is what each filter, by its option, leaves out.  It is ``cut`` if there is more after it.
    """

    query: Query
    records: tuple[Record, ...]
    statements: tuple[Statement, ...]
    details: dict[str, Indicator]
    not_figures: tuple[NotFigure, ...] = ()
    left_out: Mapping[str, tuple[Record | Statement, ...]] = MappingProxyType({})
    cut: bool = False


def show(
    dataset: Dataset,
    *subjects: str,
    theme: Names = None,
    indicators: Names = None,
    region: Names = None,
    period: Names = None,
) -> Selection:
    """Figures, gaps in their place, and the statements of the themes asked for.

    ``subjects`` are themes, indicators or places of the page, as ``migratie/cijfers/3``;
    without any, everything is shown.  The period ``"latest"`` is the last known one of each
    indicator and region.
    """
    places = tuple(dict.fromkeys(name for name in subjects if "/" in name))
    query = understood(
        dataset,
        (name for name in subjects if name not in places),
        theme=theme,
        indicators=indicators,
        region=region,
        period=period,
    )._replace(place=names.places(dataset, places))
    records = tuple(filter(query.takes, dataset.records))
    here = (r.indicator for r in records if r.theme not in query.theme) if places else ()

    def taken(query: Query) -> Iterator[Record | Statement]:
        yield from filter(query.takes, dataset.records)
        yield from filter(query.takes_statement, dataset.statements)

    return Selection(
        query,
        records,
        tuple(filter(query.takes_statement, dataset.statements)),
        {id_: dataset.indicators[id_] for id_ in (*query.indicator, *query.only_indicator, *here)},
        tuple(part for part in dataset.not_figures if part.locator in query.place),
        left_out(dataset, query, taken, lambda part: part),
    )
