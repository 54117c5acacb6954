"""The filters of a question, as ids."""

from collections.abc import Iterable
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Record, Statement
from kic.query import names


class Query(NamedTuple):
    """The question as understood: ids instead of aliases, empty where nothing is asked for.

    ``theme``, ``indicator`` and ``place`` are the subjects, which add up; the other filters
    narrow.
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

    @property
    def _subjects(self) -> bool:
        """Whether anything is asked for by name."""
        return bool(self.theme or self.indicator or self.place)

    @property
    def names_indicators(self) -> bool:
        """Whether single indicators are asked for."""
        return bool(self.indicator or self.only_indicator)

    def takes(self, record: Record) -> bool:
        """Whether a figure is asked for."""
        places = {record.locator, *(mention.locator for mention in record.repeated)}
        subject = not self._subjects or (
            record.theme in self.theme
            or record.indicator in self.indicator
            or not places.isdisjoint(self.place)
        )
        return (
            subject
            and (not self.only_theme or record.theme in self.only_theme)
            and (not self.only_indicator or record.indicator in self.only_indicator)
            and (not self.region or record.region in self.region)
            and (not self.period or record.period.text in self.period)
        )

    def takes_statement(self, statement: Statement) -> bool:
        """Whether a statement is asked for: it belongs to a theme, not to an indicator."""
        of_theme = self.only_theme or not (self.indicator or self.place)
        subject = statement.theme in self.theme if self.theme else bool(of_theme)
        periods = {p.text for p in (statement.period, statement.date) if p}
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
    return Query(
        theme=themes,
        indicator=single,
        only_theme=names.ids(dataset, theme, "theme"),
        only_indicator=names.ids(dataset, indicators, "indicator"),
        region=names.ids(dataset, region, "region"),
        period=names.periods(dataset, period),
    )
