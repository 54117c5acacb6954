"""TOML becomes a checked, immutable Dataset.

A file is read in three steps: TOML, then the shape of every record (:mod:`kic.dataset.shape`),
then what records must satisfy together.  Each step goes on as far as it can, so that a
person sees all problems of a file at once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from pydantic import ValidationError

from kic.dataset import checks
from kic.dataset.editions import Edition, Merged, check_ids, in_order, merge
from kic.dataset.reading import distinct
from kic.dataset.shape import NO_STATEMENT, Checked, Placed, explain, shape
from kic.model import (
    DatasetInfo,
    Indicator,
    NotFigure,
    Period,
    Record,
    Region,
    Source,
    Statement,
    Text,
    Topic,
    Unit,
)
from kic.model.errors import DatasetError, Problem, UsageError


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
    def last(self) -> DatasetInfo:
        """The head of the last file, whose own source its figures are from."""
        return self.editions[-1]


Paths = str | Path | Iterable[str | Path] | None


def load(path: Paths = None, *, alone: bool = False) -> Dataset:
    """Read a dataset: the embedded one, or the TOML file at ``path``.

    Several files, or a folder of them, become one dataset: each adds to those before it,
    and what a later one gives otherwise is a revision.  The same file twice counts once.  A
    file that builds on the embedded dataset is read together with it, but not with ``alone``.

    Raises :class:`~kic.model.errors.DatasetError`, which holds every problem found.
    """
    return unite(read(path), alone=alone).dataset


def read(path: Paths = None) -> tuple[Edition, ...]:
    """The files of a dataset, each read once, before they are held against each other."""
    given = () if path is None else [path] if isinstance(path, str | Path) else path
    return tuple(map(Edition, distinct(map(Path, given)))) or (_embedded(),)


_Key = tuple[str, str, Period]


class United(NamedTuple):
    """A usable dataset with all that is known of its files.

    ``infos`` are the heads of its editions; ``revised`` are the records that later editions
    replaced, by what they are about.
    """

    merged: Merged
    infos: tuple[DatasetInfo, ...]
    given: Checked
    revised: dict[_Key, list[Placed]]

    @property
    def dataset(self) -> Dataset:
        """The dataset for those who ask it."""
        file = self.given.file
        return Dataset(
            files=self.merged.editions,
            editions=self.infos,
            sources=MappingProxyType(file.sources),
            organisations=MappingProxyType(file.organisations),
            themes=MappingProxyType(file.themes),
            regions=MappingProxyType(file.regions),
            units=MappingProxyType(file.units),
            indicators=MappingProxyType(file.indicators),
            statements=tuple(dict.fromkeys(file.statements)),
            not_figures=file.not_figures,
            records=tuple(self._with_earlier(kept.record) for kept in self.given.placed),
            targets=tuple((i.target_of, id_) for id_, i in file.indicators.items() if i.target_of),
        )

    def _with_earlier(self, record: Record) -> Record:
        earlier = self.revised.get(record.key, ())
        return record._replace(earlier=tuple(old.record for old in earlier))

    @property
    def warnings(self) -> list[Problem]:
        """What is allowed, but rarely meant, in the order of the files."""
        return self.located(checks.warnings(self.given))

    def located(self, problems: list[Problem]) -> list[Problem]:
        """Problems with their places in words and, if known, in the text."""
        return self.merged.located(problems)


def embedded() -> Path:
    """The figures that come with kic: inside the package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "data" / "figures.toml"
    return installed if installed.exists() else package.parent / "data" / "figures.toml"


def _embedded() -> Edition:
    return Edition(embedded())


def unite(
    editions: Sequence[Edition], *, alone: bool = False, first: Callable[[], Edition] = _embedded
) -> United:
    """The files without a fault, as one; raises DatasetError with every problem found.

    ``first`` gives the embedded dataset, where that has been read already.
    """
    check_ids(editions)
    merged = merge(tuple(editions) if alone else in_order(editions, first))
    problems, given = shape(merged.raw)
    given, revised = _revise(merged, given)
    infos, faults = _heads(merged)
    numbers = {id_: merged.origin(("indicators", id_))[0] for id_ in given.file.indicators}
    given = given._replace(editions=numbers)
    problems += [*faults, *checks.problems(given), *_repeated(merged, given)]
    if problems or merged.problems:
        path = merged.editions[-1].path
        raise DatasetError(path, merged.located([*merged.problems, *problems]))
    return United(merged, (given.file.dataset, *infos), given, revised)


def _revise(merged: Merged, given: Checked) -> tuple[Checked, dict[_Key, list[Placed]]]:
    """What is left of the records when later editions have replaced those of earlier ones.

    The same figure again is no revision: it keeps its first source.  A revision in another
    unit is a contradiction, added to the problems of ``merged``.
    """
    current: dict[_Key, int] = {}  # where in ``kept`` the record stands
    seen: set[tuple[_Key, int]] = set()
    kept: list[Placed] = []
    revised: dict[_Key, list[Placed]] = defaultdict(list)
    for new in given.placed:
        r, number = new.record, merged.origin(new.at)[0]
        if r.key not in current or (r.key, number) in seen:
            current.setdefault(r.key, len(kept))
            kept.append(new)  # twice in one file is a fault, found by the checks
        else:
            before = kept[current[r.key]]
            both = r.interval.known and before.record.interval.known
            if both and r.unit != before.record.unit:
                here, there = merged.origin((*new.at, "unit")), merged.origin(before.at)
                merged.problems.append(merged.contradiction(here, there))
            elif r.content != before.record.content:
                kept[current[r.key]] = new
                revised[r.key].append(before)
        seen.add((r.key, number))
    return given._replace(placed=tuple(kept)), revised


def _heads(merged: Merged) -> tuple[list[DatasetInfo], list[Problem]]:
    """The heads of the editions after the first, which merging leaves out, and their faults."""
    infos, faults = [], []
    for number, edition in enumerate(merged.editions[1:], 1):
        try:
            infos.append(DatasetInfo.model_validate(edition.raw["dataset"]))
        except ValidationError as error:
            faults += [
                fault._replace(at=(f"edition {number}", "dataset", *fault.at))
                for e in error.errors(include_url=False)
                for fault in explain(e)
            ]
    return infos, faults


def _repeated(merged: Merged, given: Checked) -> Iterator[Problem]:
    """Statements that one file gives twice; what a later one says again counts once."""
    seen: dict[tuple[int, Statement], int] = {}
    for number, statement in enumerate(given.file.statements):
        edition, (_, here) = merged.origin(("statements", number))
        first = seen.setdefault((edition, statement), int(here))
        if first != here and statement is not NO_STATEMENT:
            message = f"says the same as statements[{first + 1}]"
            yield Problem(("statements", number), message)


# ------------------------------------------------------------------ figures for comparison


def context() -> Path:
    """The file of figures for comparison, which are not from the report."""
    return embedded().with_name("context.toml")


def with_context(editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Files with the figures for comparison; raises UsageError where those are about others."""
    added = Edition(context())
    if any(edition.id == added.id for edition in editions):
        return editions
    if not any(added.builds_on in (edition.id, edition.builds_on) for edition in editions):
        raise UsageError(
            f"--context is about {added.builds_on}, which these data do not build on."
        )
    return (*editions, added)


def comparison(dataset: Dataset) -> Dataset | None:
    """The figures for comparison with those that come with kic.

    None where they are about neither a dataset nor what it builds on.
    """
    added = Edition(context())
    if added.builds_on not in {info.id for info in dataset.editions}:
        return None
    return unite([*(file for file in dataset.files if file.path == embedded()), added]).dataset


def populations(dataset: Dataset) -> Dataset:
    """Where the populations for rates are: in the dataset itself, or else in the context.

    The context is only added to the dataset it is about, or to one that builds on that.
    """
    if any(indicator.denominator_for for indicator in dataset.indicators.values()):
        return dataset
    return comparison(dataset) or dataset
