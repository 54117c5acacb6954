"""The files of a dataset as one: as checks need it, and as a Dataset for questions."""

from collections.abc import Mapping
from dataclasses import dataclass
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
    Record,
    Region,
    Source,
    Statement,
    Text,
    Topic,
    Unit,
)
from kic.model.errors import At
from kic.model.text import LANGS


@dataclass(frozen=True, slots=True)
class Dataset:
    """A whole dataset, checked; nothing in it can be changed.

    ``records`` are the figures in the order of the file, each with what it takes over
    from its indicator; their ids point into the mappings.  ``files`` are what it was read
    from and ``editions`` their heads.  ``targets`` pairs each outcome with what was aimed at.
    """

    files: tuple[Edition, ...]
    editions: tuple[DatasetInfo, ...]
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

    @property
    def path(self) -> Path:
        """The last file."""
        return self.files[-1].path

    @property
    def info(self) -> DatasetInfo:
        """The head of the first file."""
        return self.editions[0]

    @property
    def home(self) -> str | None:
        """The region that all others are a part of; a figure about it need not name it."""
        whole = [id_ for id_, region in self.regions.items() if region.part_of is None]
        return whole[0] if len(whole) == 1 else None

    @property
    def languages(self) -> frozenset[Lang]:
        """Those that all files have their texts in."""
        return frozenset(LANGS).intersection(*(info.languages for info in self.editions))

    @property
    def last(self) -> DatasetInfo:
        """The head of the last file, whose own source its figures are from."""
        return self.editions[-1]


class Placed(NamedTuple):
    """A record with the place of the whole that it comes from."""

    record: Record
    at: At


class United(NamedTuple):
    """The files of a dataset as one, with everything that checks and reports need.

    In ``file`` stand-ins take the places of what is faulty.  ``heads`` are the heads of the
    editions, and ``versions`` the sound records: what later editions made of each, the last of
    which counts.
    """

    merged: Merged
    heads: tuple[DatasetInfo, ...]
    file: File
    versions: list[list[Placed]]

    def edition(self, at: At) -> int:
        """The number of the edition that a place of the whole comes from."""
        return self.merged.origin(at)[0]

    @property
    def placed(self) -> list[Placed]:
        """The records that count."""
        return [versions[-1] for versions in self.versions]

    @property
    def dataset(self) -> Dataset:
        """The same for questions: each record holds its earlier versions, and nothing changes."""
        file = self.file
        return Dataset(
            files=self.merged.editions,
            editions=self.heads,
            sources=MappingProxyType(file.sources),
            organisations=MappingProxyType(file.organisations),
            themes=MappingProxyType(file.themes),
            regions=MappingProxyType(file.regions),
            units=MappingProxyType(file.units),
            indicators=MappingProxyType(file.indicators),
            statements=tuple(dict.fromkeys(file.statements)),
            not_figures=file.not_figures,
            records=tuple(
                last.record._replace(earlier=tuple(version.record for version in earlier))
                for *earlier, last in self.versions
            ),
            targets=tuple((i.target_of, id_) for id_, i in file.indicators.items() if i.target_of),
        )
