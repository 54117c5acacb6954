"""What the templates of the page are given: typed cells, and nothing that is text already."""

from collections.abc import Mapping
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Record, Source, Text
from kic.model.wording import tallies, tallies_together
from kic.query.ratio import Ratio
from kic.query.themes import COUNTED, ThemeSummary
from kic.table import Bar, Cell, Line, Phrase


class Mark(NamedTuple):
    """One sign of the grid: its kind, the code it stands for, and the indicator it leads to."""

    sign: str
    code: str
    record: Record

    @property
    def means(self) -> Text:
        """What the sign says."""
        return tallies(self.record.by)[self.code]


class Entry(NamedTuple):
    """One indicator in one region: the number that leads, or what stands in its place.

    ``record`` is the figure in large type, or ``words`` are in its place; ``told`` is its unit
    and period, ``rate`` what it is of its population, ``change`` what changed to it, ``others``
    the other numbers, and ``bars`` those that compare, from two up: the period, the number or
    what is in its place, and the bar.  ``gap`` is the figure whose gap is told.
    """

    record: Record
    area: Text | None
    words: Cell
    told: Cell
    rate: Ratio | None
    change: Cell
    others: tuple[Phrase, ...]
    bars: tuple[tuple[Cell, Cell, Bar], ...]
    gap: Record | None
    cautions: tuple[Cell, ...]


class Indicator(NamedTuple):
    """A block of the page: an indicator with an entry for each of its regions.

    ``conclusion`` is what its regions come to beside each other, and by what they were
    divided; ``behind`` is what is not told above it: the words and places of its figures, and
    then what holds for it as a whole, by publication.
    """

    id: str
    label: Text
    aliases: tuple[str, ...]
    entries: tuple[Entry, ...]
    conclusion: tuple[Cell, ...]
    behind: tuple[tuple[Cell, tuple[Line, ...]], ...]
    records: tuple[Record, ...]

    @property
    def short(self) -> Text:
        """The label for where there is little room."""
        return self.records[0].links.indicator.short or self.label

    @property
    def regions(self) -> str:
        """The regions that it is about, by their ids."""
        return " ".join(dict.fromkeys(entry.record.region for entry in self.entries))

    @property
    def gap_alone(self) -> Record | None:
        """The figure of its gap, where there is nothing else to show of it."""
        [first, *more] = self.entries
        nothing_else = first.gap and not (more or first.record.interval.known)
        return first.gap if nothing_else and not first.record.worded else None


class Group(NamedTuple):
    """Indicators that stand together, and the lines that stand behind each of them alike."""

    indicators: tuple[Indicator, ...]
    lines: tuple[Line, ...] = ()


class Section(NamedTuple):
    """A theme: its indicators, those whose gaps share a sentence together, and statements.

    ``cells`` are its signs in each region, or what is said in the place of them.
    ``silent`` are the regions of which the source says nothing that counts.
    """

    key: str
    summary: ThemeSummary
    cells: tuple[tuple[tuple[Mark, ...], Text | None], ...]
    groups: tuple[Group, ...]
    statements: tuple[tuple[str, Cell, Text | None], ...]
    silent: tuple[tuple[str, Text, bool], ...]


class Contents(NamedTuple):
    """Everything the page shows, of all themes or of some."""

    dataset: Dataset
    sections: tuple[Section, ...]
    regions: tuple[tuple[str, Text], ...]
    cards: tuple[tuple[Indicator, Section], ...]
    records: tuple[Record, ...]
    populations: Mapping[str, Source]
    is_part: bool

    @property
    def counts(self) -> dict[str, int]:
        """How many indicators there are, and with what; the parts add up to the whole."""
        summaries = [section.summary for section in self.sections]
        return {name: sum(getattr(s, name) for s in summaries) for name in COUNTED}

    @property
    def legend(self) -> list[tuple[str, Text]]:
        """The signs that the grid has, each with what it means."""
        there = {mark.sign for s in self.sections for several, _ in s.cells for mark in several}
        return [pair for pair in tallies_together(self.dataset.by).items() if pair[0] in there]
