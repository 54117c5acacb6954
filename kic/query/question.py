"""The filters of a question, as ids, and what each of them leaves out."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from kic.dataset import Dataset
from kic.model import Key, Record, Statement
from kic.model.errors import KicError
from kic.model.grouping import grouped
from kic.query import names

LATEST = "latest"  # in the place of a period: the last one of each indicator and region
GROUPINGS = ("theme", "region", "registration", "kind", "named")
ORDERS = ("absolute", "-absolute", "percent", "-percent")
SCALES = (1000, 10_000, 100_000)
_Item = TypeVar("_Item")


class Scope(NamedTuple):
    """What a question is about, as it is typed; of ``gaps`` only what lacks something matters."""

    subjects: Sequence[str] = ()
    theme: names.Names = None
    indicators: names.Names = None
    region: names.Names = None
    period: names.Names = None
    gaps: bool = False

    @property
    def filters(self) -> dict[str, names.Names]:
        """The filters that verbs share, by the names of their parameters."""
        return {name: getattr(self, name) for name in ("theme", "indicators", "region", "period")}


class TooLargeError(KicError):
    """More figures of a store are asked for than are read at once.

    ``chosen`` is what was asked for, as :mod:`kic.query.stored` understands it.
    """

    def __init__(self, chosen: Any, figures: int, most: int) -> None:
        super().__init__(
            f"the answer is about {figures} figures, and at most {most} are read at once; name a "
            "theme, an indicator or a region."
        )
        self.chosen = chosen


class Query(NamedTuple):
    """The question as understood: ids instead of aliases, empty where nothing is asked for.

    ``theme``, ``indicator`` and ``place`` are the subjects, which add up; the other filters
    narrow.  ``latest`` are the figures that are meant by the period ``"latest"``.
    """

    theme: tuple[str, ...] = ()
    indicator: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    only_theme: tuple[str, ...] = ()
    only_indicator: tuple[str, ...] = ()
    region: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    registration: tuple[str, ...] = ()
    all: bool = False
    by: str | None = None
    start: str | None = None
    end: str | None = None
    order: str | None = None
    per: int | None = None
    share: bool = False
    latest: frozenset[Key] = frozenset()

    @property
    def names_indicators(self) -> bool:
        """Whether single indicators are asked for."""
        return bool(self.indicator or self.only_indicator)

    def takes(self, record: Record) -> bool:
        """Whether a figure is asked for."""
        places = {record.locator, *(mention.locator for mention in record.repeated)}
        subject = not (self.theme or self.indicator or self.place) or (
            record.theme in self.theme
            or record.indicator in self.indicator
            or not places.isdisjoint(self.place)
        )
        return (
            subject
            and (not self.only_theme or record.theme in self.only_theme)
            and (not self.only_indicator or record.indicator in self.only_indicator)
            and (not self.region or record.region in self.region)
            and (not self.registration or record.registration in self.registration)
            and (not self.period or record.period.text in self.period or record.key in self.latest)
        )

    def takes_statement(self, statement: Statement) -> bool:
        """Whether a statement is asked for: it belongs to a theme, not to an indicator.

        It is of no series, so that there is no later one of it.
        """
        of_theme = self.only_theme or not (self.indicator or self.place)
        subject = statement.theme in self.theme if self.theme else bool(of_theme)
        periods = {LATEST, *(p.text for p in (statement.period, statement.date) if p)}
        return (
            not self.only_indicator
            and (subject or statement.locator in self.place)
            and (not self.only_theme or statement.theme in self.only_theme)
            and (not self.region or statement.region in self.region)
            and (not self.period or not periods.isdisjoint(self.period))
        )


def understood(
    dataset: Dataset,
    subjects: Iterable[str],
    *,
    theme: names.Names,
    indicators: names.Names,
    region: names.Names,
    period: names.Names,
) -> Query:
    """The query of the filters that verbs share; ``subjects`` are themes or indicators."""
    themes, single = names.subjects(dataset, subjects)
    periods = names.periods(dataset, period, LATEST)
    return Query(
        theme=themes,
        indicator=single,
        only_theme=names.ids(dataset, theme, "theme"),
        only_indicator=names.ids(dataset, indicators, "indicator"),
        region=names.ids(dataset, region, "region"),
        period=periods,
        latest=_latest(dataset) if LATEST in periods else frozenset(),
    )


def _latest(dataset: Dataset) -> frozenset[Key]:
    """The last figure of each indicator and region that has a known period, and is no plan."""
    dated = (r for r in dataset.records if r.period.known)
    series = grouped(dated, lambda r: (r.indicator, r.region)).values()
    return frozenset(
        max(figures, key=lambda r: (not r.is_plan, r.period)).key for figures in series
    )


_FILTERS = {  # by the option of each
    "theme": "only_theme",
    "indicator": "only_indicator",
    "region": "region",
    "period": "period",
    "registration": "registration",
}


def left_out(
    dataset: Dataset,
    query: Query,
    taken: Callable[[Query], Iterable[_Item]],
    key: Callable[[_Item], Hashable],
) -> dict[str, tuple[_Item, ...]]:
    """What each filter of a query, by its option, leaves out of what the others take.

    What more than one of them leaves out is under ``"several"``.  ``taken`` gives what a query
    takes; two items are the same if ``key`` gives the same.  Of a filter that chose the part of a
    store which the dataset is, that is not known.
    """
    applied = dataset.stored.applied if dataset.stored else ()
    named = {option: name for option, name in _FILTERS.items() if getattr(query, name)}
    lifted: dict[str, tuple[str, ...]] = {
        option: (name,) for option, name in named.items() if name not in applied
    }
    if len(named) > 1 and not applied:
        lifted["several"] = tuple(named.values())
    told = set(map(key, taken(query)))
    beyond: dict[str, tuple[_Item, ...]] = {}
    for option, names_ in lifted.items():
        unset: dict[str, Any] = dict.fromkeys(names_, ())
        more = taken(query._replace(**unset))
        if items := tuple(item for item in more if key(item) not in told):
            beyond[option] = items
            told |= set(map(key, items))
    return beyond
