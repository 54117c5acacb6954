"""Checking datasets as an answer of its own: every problem of every file, and warnings."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kic.dataset import Dataset, United, read, unite
from kic.dataset.checks import independent, uses
from kic.dataset.coverage import Coverage, coverage
from kic.dataset.editions import Edition, check_ids
from kic.dataset.reading import identity, read_text
from kic.model import File, Statement
from kic.model.errors import DatasetError, Problem, excerpt


class Page(NamedTuple):
    """The text of a source page, and how a dataset agrees with it."""

    path: Path
    coverage: Coverage


class Counts(NamedTuple):
    """How much a dataset holds."""

    indicators: int
    figures: int
    gaps: int
    statements: int


class Report(NamedTuple):
    """What was found in one file; ``counts`` is None where it cannot be used."""

    path: Path
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    counts: Counts | None
    page: Page | None = None

    def passes(self, *, strict: bool) -> bool:
        """Whether nothing is wrong, nor with ``strict`` only unusual."""
        complete = self.page is None or self.page.coverage.complete
        return not self.problems and complete and not (strict and self.warnings)


_Files = tuple[Edition, ...]  # one file, or all of a folder


def validate(
    paths: Iterable[str | Path | None], page: Path | None = None, *, alone: bool = False
) -> tuple[Report, ...]:
    """A report for every file; None is the dataset that comes with kic.

    A file that builds on that one, or on a file before it, is checked together with it, but
    not with ``alone``.  The same file twice is one.

    ``page`` is the text of the page that the datasets were typed from.  Raises DatasetError
    where it cannot be read, and what :func:`kic.dataset.coverage.coverage` raises.
    """
    text = None if page is None else read_text(page)
    given = list(_read(paths, alone=alone))
    reports: dict[int, Report] = {}
    for number, files in enumerate(given):
        if isinstance(files, DatasetError):
            reports[number] = Report(files.path, files.problems, (), None)
    for numbers in _chains(given, alone=alone):
        chain = [files for n in numbers if isinstance(files := given[n], tuple)]
        for position, report in _reports(chain, page, text, alone=alone):
            reports.setdefault(numbers[position], report)
    return tuple(reports[number] for number in sorted(reports))


def _read(paths: Iterable[str | Path | None], *, alone: bool) -> Iterator[_Files | DatasetError]:
    """Every file, or all of a folder, read once; in place of one that cannot be its error."""
    seen = set()
    known: dict[str | None, Edition] = {}
    for path in paths:
        try:
            if path is not None:
                if (file := identity(Path(path))) in seen:
                    continue
                seen.add(file)
            files = read(path)
            for edition in files:
                other = known.setdefault(edition.id, edition)
                # Two that stand alone are two datasets, whatever they are called.
                if not alone and (edition.builds_on or other.builds_on):
                    check_ids((other, edition))
            yield files
        except DatasetError as error:
            yield error


def _chains(given: Sequence[_Files | DatasetError], *, alone: bool) -> Iterator[list[int]]:
    """The numbers of the files that build on each other, the first of them first.

    What several files build on stands in several chains.
    """
    base: dict[int, int] = {}
    by_id: dict[str, int] = {}
    for number, files in enumerate(given):
        if isinstance(files, DatasetError):
            continue
        builds_on = files[0].builds_on if len(files) == 1 and not alone else None
        if builds_on is not None and builds_on in by_id:
            base[number] = by_id[builds_on]
        by_id |= {edition.id: number for edition in files if edition.id is not None}
    for number in sorted(set(range(len(given))) - set(base.values())):
        chain = [number]
        while chain[-1] in base:
            chain.append(base[chain[-1]])
        yield chain[::-1]


def _reports(
    chain: list[_Files], page: Path | None, text: str | None, *, alone: bool
) -> Iterator[tuple[int, Report]]:
    """A report for every file of a chain, each checked together with those before it.

    The whole chain is checked first: where it has no fault, no shorter one has, but for what
    a later file changes of an earlier one.  So the work does not grow with the square.
    """

    def attempt(length: int) -> United | DatasetError:
        try:
            return unite([file for files in chain[:length] for file in files], alone=alone)
        except DatasetError as error:
            return error

    length = len(chain)
    while length:
        united = attempt(length)
        if isinstance(united, DatasetError):
            sound, error = _longest(attempt, length, united)
            yield sound, Report(error.path, error.problems, (), None)
            yield from ((n, _without_base(chain[n][0])) for n in range(sound + 1, length))
            length = sound
        else:
            # A page is held against one file at a time.
            first = length - 1 if text is not None else _settled(united, chain)
            for position, report in enumerate(_sound(united, chain[first:length]), first):
                yield position, report if text is None else _held(report, united, page, text)
            length = first


def _longest(
    attempt: Callable[[int], United | DatasetError], length: int, error: DatasetError
) -> tuple[int, DatasetError]:
    """How many of the first files can be used together, and what is wrong with one more."""
    sound = 0
    while length - sound > 1:
        middle = (sound + length) // 2
        found = attempt(middle)
        if isinstance(found, DatasetError):
            length, error = middle, found
        else:
            sound = middle
    return sound, error


def _without_base(edition: Edition) -> Report:
    """The report of a file that builds on one with a fault."""
    at = ("dataset", "builds_on")
    line, column = edition.place(at)
    told = f"builds on {excerpt(edition.builds_on)}, which cannot be used"
    return Report(edition.path, (Problem(at, told, ".".join(at), line, column),), (), None)


def _settled(united: United, chain: list[_Files]) -> int:
    """The position in a chain from which on files only add to what those before them say.

    A fault of an earlier file may be gone from the whole: where a later one revises a figure
    that is held against others, says what gap there is, or defines what was used before.
    """
    merged, given = united.merged, united.given
    harmless = independent(given, (old for several in united.revised.values() for old in several))
    last = 0
    for indicator, item in given.file.indicators.items():
        places = (("indicators", indicator, "gaps", n) for n in range(len(item.gaps)))
        gaps = (merged.origin(place)[0] for place in places)
        last = max([last, *(n for n in gaps if n > given.editions[indicator])])
    for r, at in given.placed:
        number = merged.origin(at)[0]
        is_later_gap = r.gap and number > given.editions[r.indicator]
        is_revised = (r.indicator, r.region, r.period) in united.revised
        if is_later_gap or (is_revised and r.indicator not in harmless):
            last = max(last, number)
    for at, kind, id_ in uses(given):
        defined = merged.origin((f"{kind}s", id_ or ""))[0]
        if defined > merged.origin(at)[0]:
            last = max(last, defined)
    return next((n for n, files in enumerate(chain) if merged.editions[last] in files), 0)


def _sound(united: United, chain: list[_Files]) -> Iterator[Report]:
    """The reports of the last files of a dataset that has no fault, up to any of them."""
    warnings: dict[Path | None, list[Problem]] = defaultdict(list)
    for warning in united.warnings:
        warnings[warning.path].append(warning)
    number = {edition: n for n, edition in enumerate(united.merged.editions)}
    counts = _counts(united)
    for files in chain:
        last = max(files, key=number.__getitem__)
        told = (warning for file in files for warning in warnings[file.path])
        yield Report(last.path, (), tuple(told), counts[number[last]])


def _counts(united: United) -> list[Counts]:
    """How much there is up to each edition."""
    merged, given = united.merged, united.given
    added: dict[int, list[int]] = defaultdict(lambda: [0] * len(Counts._fields))
    gaps: dict[tuple[str, str], int] = {}
    for number in given.editions.values():
        added[number][0] += 1
    for r, at in given.placed:
        number = merged.origin(at)[0]
        before = united.revised.get((r.indicator, r.region, r.period))
        added[merged.origin(before[0].at)[0] if before else number][1] += 1
        if r.gap:
            key = (r.indicator, r.region)
            gaps[key] = min(number, gaps.get(key, number))
    for number in gaps.values():
        added[number][2] += 1
    first: dict[Statement, int] = {}  # said again, it is the same statement
    for n, statement in enumerate(given.file.statements):
        first.setdefault(statement, merged.origin(("statements", n))[0])
    for number in first.values():
        added[number][3] += 1
    up_to, counts = [0] * len(Counts._fields), []
    for number in range(len(merged.editions)):
        up_to = [before + more for before, more in zip(up_to, added[number], strict=True)]
        counts.append(Counts(*up_to))
    return counts


def _held(report: Report, united: United, page: Path | None, text: str) -> Report:
    """The report of a file with how its records agree with the text of its page."""
    dataset, file = united.dataset, united.given.file
    found = coverage(dataset, united.given.placed, text)
    told = [_among_all(problem, dataset, file) for problem in found.mismatches]
    mismatches = tuple(united.located(told))
    agreement = found._replace(mismatches=())
    return report._replace(problems=mismatches, page=Page(page or Path(), agreement))


def _among_all(problem: Problem, dataset: Dataset, file: File) -> Problem:
    """A problem in a list of the last file with its place in that list of all files."""
    match problem.at:
        case ("statements", int(number), *rest):
            before = len(file.statements) - len(dataset.own_statements)
            return problem._replace(at=("statements", before + number, *rest))
        case ("not_figures", int(number), *rest):
            before = len(file.not_figures) - len(dataset.own_not_figures)
            return problem._replace(at=("not_figures", before + number, *rest))
        case _:
            return problem


def as_lines(reports: Iterable[Report]) -> list[str]:
    """Every problem and warning as ``FILE:LINE:COLUMN: where: message``, then a count."""
    lines, problems, warned = [], 0, 0
    told = tuple(reports)
    for report in told:
        lines += [f"{problem.position(report.path)}: {problem}" for problem in report.problems]
        lines += [f"{w.position(report.path)}: warning: {w}" for w in report.warnings]
        problems += len(report.problems)
        warned += len(report.warnings)
        if report.page is not None:
            lines += _page_lines(report.page)
            problems += len(report.page.coverage.bullets_missed)
            problems += len(report.page.coverage.missed)
        if report.counts is not None:
            told_ = ", ".join(f"{n} {name}" for name, n in report.counts._asdict().items())
            lines.append(f"{report.path}: {told_}")
    files = _counted(len(told), "file")
    lines.append(f"{_counted(problems, 'problem')}, {_counted(warned, 'warning')} in {files}")
    return lines


def _page_lines(page: Page) -> list[str]:
    found = page.coverage
    lines = [
        f"{page.path}:{passage.line}: {passage.locator}: nothing accounts for this bullet"
        for passage in found.bullets_missed
    ]
    lines += [
        f"{page.path}:{missed.line}: {missed.locator}: no record claims the number in "
        f"'{missed.text}'"
        for missed in found.missed
    ]
    lines += [f"{page.path}: note: {note}" for note in found.notes]
    covered = found.bullets - len(found.bullets_missed)
    lines.append(
        f"{page.path}: {covered} of {found.bullets} bullets accounted for; numerals: "
        f"{found.claimed} claimed, {found.set_aside} set aside, {len(found.missed)} missed"
    )
    return lines


def as_data(reports: Iterable[Report]) -> dict[str, Any]:
    """The same as data for a program."""
    told = tuple(reports)
    return {
        "schema_version": 1,
        "command": "validate",
        "files": [
            {
                "path": str(report.path),
                "valid": report.counts is not None and not report.problems,
                "problems": [_data(problem) for problem in report.problems],
                "warnings": [_data(warning) for warning in report.warnings],
                "page": _page_data(report.page) if report.page else None,
            }
            for report in told
        ],
        "problems": sum(len(report.problems) for report in told),
        "warnings": sum(len(report.warnings) for report in told),
    }


def _page_data(page: Page) -> dict[str, Any]:
    found = page.coverage
    return {
        "path": str(page.path),
        "bullets": found.bullets,
        "bullets_missed": [{"locator": p.locator, "line": p.line} for p in found.bullets_missed],
        "claimed": found.claimed,
        "set_aside": found.set_aside,
        "missed": [missed._asdict() for missed in found.missed],
        "notes": list(found.notes),
    }


def _data(problem: Problem) -> dict[str, Any]:
    return {
        "path": str(problem.path) if problem.path else None,
        "line": problem.line,
        "column": problem.column,
        "at": list(problem.at),
        "where": problem.where,
        "message": problem.message,
    }


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"
