"""The files of a dataset as one: as checks need it, and as a Dataset for questions."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from kic.dataset.editions import Edition, Merged
from kic.model import (
    DatasetInfo,
    File,
    Indicator,
    Lang,
    NotFigure,
    Period,
    Record,
    Region,
    Source,
    Statement,
    Text,
    Topic,
    Unit,
    compiler,
)
from kic.model.errors import At
from kic.model.grouping import collected, grouped
from kic.model.text import LANGS
from kic.model.versions import after


class Stored(NamedTuple):
    """What a store has beside the part of it that is a Dataset.

    ``periods`` are those of all its figures, ``marked`` the indicators on which there are
    figures for comparison.  ``populations`` and ``context`` read what rates are of, and the
    dataset with the figures for comparison, where there are any.  ``applied`` are the filters
    of a question by which the part was chosen, so that it does not tell what they leave out;
    ``numbers`` counts the indicators with a number that they take, where the part has not all.
    """

    path: Path
    periods: frozenset[Period]
    marked: frozenset[str]
    populations: Callable[[], "Dataset | None"]
    context: Callable[[], "Dataset | None"]
    applied: frozenset[str] = frozenset()
    numbers: int | None = None


@dataclass(frozen=True)
class Dataset:
    """A whole dataset, checked; nothing in it can be changed.

    ``records`` are the figures in the order of the file, each with what it takes over
    from its indicator; their ids point into the mappings.  ``files`` are what it was read
    from and ``editions`` their heads.  ``own`` are the publications that these are editions of,
    by the ids of their sources, without what a file adds from another publisher.  ``targets``
    pairs each outcome with what was aimed at.  A part of a store has no files and is ``stored``.
    """

    files: tuple[Edition, ...]
    editions: tuple[DatasetInfo, ...]
    own: Mapping[str, Source]
    sources: Mapping[str, Source]
    organisations: Mapping[str, Text]
    themes: Mapping[str, Topic]
    regions: Mapping[str, Region]
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    statements: tuple[Statement, ...]
    not_figures: tuple[NotFigure, ...]
    records: tuple[Record, ...]
    targets: tuple[tuple[str, str], ...]
    stored: Stored | None = None

    @property
    def path(self) -> Path:
        """The last file, or the store."""
        return self.stored.path if self.stored else self.files[-1].path

    @property
    def periods(self) -> set[Period]:
        """Those of all figures, also of figures of a store that are not in this part of it."""
        here = {r.period for r in self.records}
        return here.union(self.stored.periods) if self.stored else here

    @property
    def info(self) -> DatasetInfo:
        """The head of the first file."""
        return self.editions[0]

    @property
    def publications(self) -> tuple[DatasetInfo, ...]:
        """The heads of the files whose publications these are, the last of each."""
        return tuple(
            {info.source: info for info in self.editions if info.source in self.own}.values()
        )

    @property
    def by(self) -> Text:
        """Who infers, corrects and translates in it."""
        return compiler(*self.publications)

    @cached_property
    def home(self) -> str | None:
        """The region that all others are a part of; a figure about it need not name it."""
        whole = [id_ for id_, region in self.regions.items() if region.part_of is None]
        return whole[0] if len(whole) == 1 else None

    @cached_property
    def shared_titles(self) -> frozenset[str]:
        """The titles that more than one publication has."""
        counts = Counter(source.title for source in self.sources.values())
        return frozenset(title for title, count in counts.items() if count > 1)

    @cached_property
    def in_time(self) -> Mapping[tuple[str, str], Sequence[Record]]:
        """The figures of each indicator and region, in order of time."""
        in_order = sorted(self.records, key=attrgetter("period"))
        return grouped(in_order, attrgetter("indicator", "region"))

    @cached_property
    def near(self) -> Mapping[str, Sequence[str]]:
        """The indicators that measure something near each, in order; either of two may say so."""
        linked: dict[str, set[str]] = defaultdict(set)
        for id_, indicator in self.indicators.items():
            for other in indicator.related_to:
                linked[id_].add(other)
                linked[other].add(id_)
        return collected((asked, id_) for id_ in self.indicators for asked in linked[id_])

    @property
    def languages(self) -> frozenset[Lang]:
        """Those that all files have their texts in."""
        return frozenset(LANGS).intersection(*(info.languages for info in self.editions))

    @property
    def title(self) -> Text:
        """The title of the whole: of several publications all their titles."""
        first, *others = dict.fromkeys(info.title for info in self.publications)
        titles = (first, *others)
        joined = Text(nl="; ".join(t.nl for t in titles), en="; ".join(t.en for t in titles))
        return joined if others else first


class Placed(NamedTuple):
    """A record with the place of the whole that it comes from."""

    record: Record
    at: At


class United(NamedTuple):
    """The files of a dataset as one, with everything that checks and reports need.

    In ``file`` stand-ins take the places of what is faulty.  ``later`` are the heads of later
    editions, with what each says of the figures that it adds to an indicator.  ``versions`` are
    the sound records: what later editions made of each, the last of which counts.  ``typed`` are
    these with the ones that repeat what an earlier edition gave, and make nothing else of it.
    """

    merged: Merged
    file: File
    later: list[File]
    versions: list[list[Placed]]
    typed: list[Placed]

    @property
    def heads(self) -> tuple[DatasetInfo, ...]:
        """The heads of the editions."""
        return (self.file.dataset, *(later.dataset for later in self.later))

    def edition(self, at: At) -> int:
        """The number of the edition that a place of the whole comes from."""
        return self.merged.origin(at)[0]

    @property
    def placed(self) -> list[Placed]:
        """The records that count."""
        return [versions[-1] for versions in self.versions]

    def typed_from(self, source: str) -> list[Placed]:
        """The records as typed from one source, but for those that it revised itself."""
        revised = {
            at
            for *earlier, (last, _) in self.versions
            for record, at in earlier
            if record.source == last.source
        }
        return [p for p in self.typed if p.record.source == source and p.at not in revised]

    @property
    def every_version(self) -> Iterator[Placed]:
        """The records that count, and those that later editions revised."""
        return chain.from_iterable(self.versions)

    @property
    def dataset(self) -> Dataset:
        """The same for questions: each record holds its earlier versions, and nothing changes."""
        file = self.file
        return Dataset(
            files=self.merged.editions,
            editions=self.heads,
            own=MappingProxyType(publications_of(self.heads, file.sources)),
            sources=MappingProxyType(file.sources),
            organisations=MappingProxyType(file.organisations),
            themes=MappingProxyType(file.themes),
            regions=MappingProxyType(file.regions),
            units=MappingProxyType(file.units),
            indicators=MappingProxyType(file.indicators),
            statements=_distinct(file.statements, file.dataset.source),
            not_figures=file.not_figures,
            records=tuple(
                after(last.record, (version.record for version in earlier))
                for *earlier, last in self.versions
            ),
            targets=targets_of(file.indicators),
        )


def targets_of(indicators: Mapping[str, Indicator]) -> tuple[tuple[str, str], ...]:
    """Each outcome with what was aimed at."""
    return tuple((i.target_of, id_) for id_, i in indicators.items() if i.target_of)


def publications_of(
    heads: tuple[DatasetInfo, ...], sources: Mapping[str, Source]
) -> dict[str, Source]:
    """The sources of the heads, each after what it builds on, but for what others add to those."""
    by_id = {head.id: head for head in heads}
    own: dict[str, Source] = {}
    for head in heads:
        source, base = sources[head.source], by_id.get(head.builds_on or "")
        of_base = own.get(base.source) if base else source
        if of_base and of_base.publisher == source.publisher:
            own[head.source] = source
    return own


def _distinct(statements: tuple[Statement, ...], source: str) -> tuple[Statement, ...]:
    """The statements with the source of each; what several editions say is that of the first."""
    first: dict[Statement, Statement] = {}
    for said in statements:
        first.setdefault(said.of(None), said.of(said.source or source))
    return tuple(first.values())
