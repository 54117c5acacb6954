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
from kic.dataset.checks import Checked, Placed
from kic.dataset.editions import Edition, Merged, check_ids, contradiction, in_order, merge
from kic.dataset.reading import distinct
from kic.dataset.shape import explain, place, shape
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
    from its indicator; their ids point into the mappings.  ``editions`` are the heads of
    the files that it was read from, ``info`` is the first of them; ``path`` belongs to the
    last.  ``targets`` pairs each outcome with what was aimed at.
    """

    path: Path
    info: DatasetInfo
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


def unite(
    editions: Sequence[Edition],
    *,
    alone: bool = False,
    first: Callable[[], Edition] | None = None,
) -> "United":
    """The files without a fault, as one; raises DatasetError with every problem found.

    ``first`` gives the embedded dataset, where that has been read already.
    """
    if alone:
        check_ids(editions)
        ordered = tuple(editions)
    else:
        ordered = in_order(editions, first or _embedded)
    merged = merge(ordered)
    problems, given = shape(merged.raw)
    given, revised = _revise(merged, given)
    infos, faults = _infos(merged)
    problems += faults
    numbers = {id_: merged.origin(("indicators", id_))[0] for id_ in given.file.indicators}
    given = given._replace(editions=numbers)
    problems += checks.problems(given)
    problems += _repeated(merged, given)
    if problems or merged.problems:
        placed_ = [problem for problem in merged.problems if problem.path is not None]
        rest = [problem for problem in merged.problems if problem.path is None]
        told = [*placed_, *_located([*rest, *problems], merged)]
        raise DatasetError(ordered[-1].path, told)
    return United(merged._replace(infos=infos), given, revised)


_Key = tuple[str, str, Period]


class United(NamedTuple):
    """A usable dataset with all that is known of its files.

    ``revised`` are the records that later editions replaced, by what they are about.
    """

    merged: Merged
    given: Checked
    revised: dict[_Key, list[Placed]]

    @property
    def dataset(self) -> Dataset:
        """The dataset for those who ask it."""
        return _dataset(self.merged, self.given, self.revised)

    @property
    def warnings(self) -> list[Problem]:
        """What is allowed, but rarely meant, in the order of the files."""
        return self.located(checks.warnings(self.given))

    def located(self, problems: list[Problem]) -> list[Problem]:
        """Problems with their places in words and, if known, in the text."""
        return _located(problems, self.merged)


def _revise(merged: Merged, given: Checked) -> tuple[Checked, dict[_Key, list[Placed]]]:
    """What is left of the records when later editions have replaced those of earlier ones.

    The same figure again is no revision: it keeps its first source.  A revision in another
    unit is a contradiction, told among the problems of ``merged``.
    """
    if len(merged.editions) == 1:
        return given, {}
    current: dict[_Key, int] = {}  # where in ``kept`` the record stands
    seen: set[tuple[_Key, int]] = set()
    kept: list[Placed] = []
    revised: dict[_Key, list[Placed]] = defaultdict(list)
    for new in given.placed:
        r, number = new.record, merged.origin(new.at)[0]
        key = (r.indicator, r.region, r.period)
        if key not in current or (key, number) in seen:
            current.setdefault(key, len(kept))
            kept.append(new)  # twice in one file is a fault, told by the checks
        else:
            before = kept[current[key]]
            both = r.interval.known and before.record.interval.known
            if both and r.unit != before.record.unit:
                merged.problems.append(contradiction(merged, (*new.at, "unit"), before.at))
            elif r.content != before.record.content:
                kept[current[key]] = new
                revised[key].append(before)
        seen.add((key, number))
    return given._replace(placed=tuple(kept)), revised


def _repeated(merged: Merged, given: Checked) -> Iterator[Problem]:
    """Statements that one file gives twice; what a later one says again counts once."""
    seen: dict[tuple[int, Statement], int] = {}
    for number, statement in zip(given.numbers["statements",], given.file.statements, strict=True):
        at = ("statements", number)
        edition, (_, here) = merged.origin(at)
        first = seen.setdefault((edition, statement), int(here))
        if first != here:
            yield Problem(at, f"says the same as statements[{first + 1}]")


def _infos(merged: Merged) -> tuple[tuple[DatasetInfo, ...], list[Problem]]:
    """The heads of the editions after the first, which merging leaves out, and their faults."""
    infos, faults = [], []
    for number, edition in enumerate(merged.editions[1:], 1):
        try:
            infos.append(DatasetInfo.model_validate(edition.raw["dataset"]))
        except ValidationError as error:
            for problem in (p for e in error.errors(include_url=False) for p in explain(e)):
                at = ("dataset", *problem.at)
                merged.origins[f"edition {number}", *at] = (number, at)
                faults.append(problem._replace(at=(f"edition {number}", *at)))
    return tuple(infos), faults


def _located(problems: list[Problem], merged: Merged) -> list[Problem]:
    """The problems with their places in words and, if they can be found, in the texts."""
    found = []
    for problem in dict.fromkeys(problems):
        number, at = merged.origin(problem.at)
        edition = merged.editions[number]
        line, column = edition.place(at)
        where = place(at, edition.raw)
        told = problem._replace(where=where, line=line, column=column, path=edition.path)
        found.append(((number, line or 0, column or 0), told.brief))
    found.sort(key=lambda pair: pair[0])
    return [problem for _, problem in found]


def context() -> Path:
    """The file of figures for comparison, which are not from the report."""
    return embedded().with_name("context.toml")


def populations(dataset: Dataset) -> Dataset:
    """Where the populations for rates are: in the dataset itself, or else in the context.

    The context is only added to the dataset it is about, or to one that builds on that.
    """
    if any(indicator.denominator_for for indicator in dataset.indicators.values()):
        return dataset
    return load([embedded(), context()]) if has_context(dataset) else dataset


def has_context(dataset: Dataset) -> bool:
    """Whether the figures for comparison are about a dataset, or what it builds on."""
    return Edition(context()).builds_on in {edition.id for edition in dataset.editions}


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


def _embedded() -> Edition:
    return Edition(embedded())


def embedded() -> Path:
    """The figures that come with kic: inside the package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "data" / "figures.toml"
    return installed if installed.exists() else package.parent / "data" / "figures.toml"


def _dataset(merged: Merged, given: Checked, revised: dict[_Key, list[Placed]]) -> Dataset:
    file = given.file
    return Dataset(
        path=merged.editions[-1].path,
        info=file.dataset,
        editions=(file.dataset, *merged.infos),
        sources=MappingProxyType(file.sources),
        organisations=MappingProxyType(file.organisations),
        themes=MappingProxyType(file.themes),
        regions=MappingProxyType(file.regions),
        units=MappingProxyType(file.units),
        indicators=MappingProxyType(file.indicators),
        statements=tuple(dict.fromkeys(file.statements)),
        not_figures=file.not_figures,
        records=tuple(_with_earlier(kept.record, revised) for kept in given.placed),
        targets=tuple((i.target_of, id_) for id_, i in file.indicators.items() if i.target_of),
    )


def _with_earlier(now: Record, revised: dict[_Key, list[Placed]]) -> Record:
    before = revised.get((now.indicator, now.region, now.period), ())
    return now._replace(earlier=tuple(p.record for p in before)) if before else now
