"""TOML becomes a checked, immutable Dataset.

A file is read in three steps: TOML, then the shape of every record (:mod:`kic.dataset.shape`),
then what records must satisfy together.  Each step goes on as far as it can, so that a
person sees all problems of a file at once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from kic.dataset import consistency
from kic.dataset.defaults import fill_in
from kic.dataset.editions import Edition, Merged, check_ids, in_order
from kic.dataset.reading import datasets_in, distinct, identity, is_store, refusal
from kic.dataset.shape import NO_FIGURE, NO_INDICATOR, shape
from kic.dataset.united import Dataset, Placed, United
from kic.model import File, Gap, Indicator, Key, Region, record
from kic.model.errors import At, DatasetError, Problem, UsageError, together
from kic.model.versions import adds_to, stands_back

Paths = str | Path | Iterable[str | Path] | None


def load(path: Paths = None, *, alone: bool = False) -> Dataset:
    """Read a dataset: the embedded one, the TOML file at ``path``, or a store of Parquet there.

    Several files, or a folder of them, become one dataset: each adds to those before it,
    and what a later one gives otherwise is a revision.  The same file twice counts once.  A
    file that builds on the embedded dataset is read together with it, but not with ``alone``.

    Raises :class:`~kic.model.errors.DatasetError`, which holds every problem found, and for a
    store with more figures than are read at once.
    """
    if folder := store_at(path):
        from kic.dataset.store import open_store  # needed for a store only

        return open_store(folder).whole()
    return unite(read(path), alone=alone).dataset


def read(path: Paths = None) -> tuple[Edition, ...]:
    """The files of a dataset, each read once, before they are held against each other."""
    given = () if path is None else [path] if isinstance(path, str | Path) else path
    return tuple(map(Edition, distinct(map(Path, given)))) or (_embedded(),)


def store_at(path: Paths) -> Path | None:
    """The folder of a store, where nothing else is given.

    Raises DatasetError where it has files of TOML too, which may hold other figures.
    """
    given = () if path is None else [path] if isinstance(path, str | Path) else [*path]
    if len(given) != 1 or not is_store(folder := Path(given[0])):
        return None
    if files := datasets_in(folder):
        told = f"holds a store, and also {files[0].name}; give each a folder of its own"
        raise refusal(folder, told)
    return folder


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
    merged = Merged(tuple(editions) if alone else in_order(editions, first))
    if asked := [problem for edition in merged.editions for problem in edition.questions]:
        raise DatasetError(merged.editions[-1].path, together(asked))
    filled = fill_in(merged)
    problems = merged.problems
    faults, file = shape(merged.raw)
    problems += faults
    later = []
    for number, edition in enumerate(merged.editions[1:], 1):
        told = {id_: NO_INDICATOR | said for id_, said in merged.told[number].items()}
        faults, own = shape({"dataset": edition.raw["dataset"], "indicators": told})
        problems += [fault._replace(at=(f"edition {number}", *fault.at)) for fault in faults]
        later.append(own)
    typed = list(_placed(merged, [file, *later]))
    versions = _versions(merged, typed)
    united = United(merged, file, later, versions, [placed for placed, _ in typed])
    problems += consistency.problems(united)
    if problems := [problem for problem in problems if problem.at not in filled]:
        raise DatasetError(merged.editions[-1].path, together(merged.located(problems)))
    return united


def _versions(merged: Merged, typed: Iterable[tuple[Placed, int]]) -> list[list[Placed]]:
    """The versions of every figure, in the order of the editions that typed it.

    The same figure again in a later edition is no other version: it keeps its first source,
    unless that edition adds to it.  The last one is told; another publisher's same number or gap,
    or a plan, does not take the place of what was given.  One in
    another unit, and one that an edition gives twice, are added to the problems.
    """
    versions: dict[Key | At, list[Placed]] = {}
    seen: set[tuple[Key, int]] = set()
    for new, number in typed:
        r = new.record
        known = versions.setdefault(r.key, [])
        last = known[-1].record if known else None
        if (r.key, number) in seen:
            message = f"another figure has this region and period (found {r.region}, {r.period})"
            merged.problems.append(Problem((*new.at, "period"), message))
            versions[new.at] = [new]
        elif last and r.interval.known and last.interval.known and r.unit != last.unit:
            merged.contradict(*merged.origin((*new.at, "unit")), known[-1].at)
        elif last is None or r.revises(last) or adds_to(r, last):
            known.insert(len(known) - bool(last and stands_back(r, last)), new)
        seen.add((r.key, number))
    return list(versions.values())


def _placed(merged: Merged, files: Sequence[File]) -> Iterator[tuple[Placed, int]]:
    """Every record with the number of its edition, as that speaks of it.

    What one edition says of an indicator or a region in the words of its source is not said of
    the figures of another.
    """
    file = files[0]
    spoken = [
        file.model_copy(update={"dataset": own.dataset, "regions": _regions(merged, file, number)})
        for number, own in enumerate(files)
    ]
    for id_, indicator in file.indicators.items():
        at: At = ("indicators", id_)
        gaps: dict[int, list[Gap]] = defaultdict(list)
        for n, gap in enumerate(indicator.gaps):
            gaps[merged.origin((*at, "gaps", n))[0]].append(gap)
        told: dict[int, Indicator] = {}
        for n, figure in enumerate(indicator.figures):
            place = (*at, "figures", n)
            number = merged.origin(place)[0]
            if number not in told:
                is_own = number == merged.origin(at)[0]
                said = indicator if is_own else files[number].indicators.get(id_)
                alone = len(files) == 1  # then all that is said of it is its own
                told[number] = indicator if alone else indicator.as_told(said, gaps[number])
            if figure is not NO_FIGURE:
                yield Placed(record(spoken[number], id_, told[number], figure), place), number


def _regions(merged: Merged, file: File, number: int) -> dict[str, Region]:
    """The regions, each with its note only if this edition defines it."""
    noted = (id_ for id_, region in file.regions.items() if region.note)
    others = [id_ for id_ in noted if merged.origin(("regions", id_))[0] != number]
    unsaid = {id_: file.regions[id_].model_copy(update={"note": None}) for id_ in others}
    return file.regions | unsaid


# ------------------------------------------------------------------ figures for comparison


def context() -> Path:
    """The folder of figures for comparison, which are not from the report."""
    return embedded().with_name("context")


def _context(editions: Sequence[Edition]) -> tuple[Edition, ...]:
    """The figures for comparison that are not among some files, nor is a copy of them there."""
    known = {identity(edition.path) for edition in editions}
    files = (path for path in datasets_in(context()) if identity(path) not in known)
    ids = {edition.id for edition in editions}
    return tuple(edition for edition in map(Edition, files) if edition.id not in ids)


def with_context(editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Files with the figures for comparison; raises UsageError where those are about others."""
    editions = in_order(editions, _embedded)
    added = _context(editions)
    ids = {edition.id for edition in (*editions, *added)}
    if lacking := [edition.builds_on for edition in added if edition.builds_on not in ids]:
        raise UsageError(f"--context is about {lacking[0]}, which these data do not build on.")
    # What is for comparison does not take the place of what is asked about.
    return in_order((*added, *editions), _embedded)


def with_other_years(dataset: Dataset) -> frozenset[str]:
    """The indicators of which, or near which, there are figures for comparison beside a dataset.

    The figures that come with kic are marked with them, so that no other file is read for it.
    """
    if dataset.stored:
        return dataset.stored.marked
    heads = {file.path: head for file, head in zip(dataset.files, dataset.editions, strict=True)}
    if embedded() not in heads or any(
        path.parent.resolve() == context().resolve() for path in heads
    ):
        return frozenset()
    return frozenset(heads[embedded()].context)


def comparison(dataset: Dataset) -> Dataset | None:
    """The figures for comparison with those that come with kic.

    None where a dataset is not about what these are about.
    """
    if dataset.stored:
        return dataset.stored.context()
    if all(file.path != embedded() for file in dataset.files):
        return None
    return unite(with_context(dataset.files)).dataset


def populations(dataset: Dataset) -> Dataset:
    """Where the populations for rates are: in the dataset itself, or else in the context.

    The context is only added to the dataset it is about, or to one that builds on that.
    """
    if dataset.stored:
        return dataset.stored.populations() or dataset
    if any(indicator.denominator_for for indicator in dataset.indicators.values()):
        return dataset
    return comparison(dataset) or dataset
