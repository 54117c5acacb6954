"""Checking datasets as an answer of its own: every problem of every file, and warnings."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple

from kic.dataset import consistency
from kic.dataset.editions import Edition, check_ids
from kic.dataset.loading import embedded, read, unite
from kic.dataset.page.ages import age_warnings
from kic.dataset.page.comparison import quotation_warnings
from kic.dataset.page.coverage import Coverage, coverage
from kic.dataset.page.found import Missed
from kic.dataset.reading import LONGEST, identity, read_text
from kic.dataset.united import United
from kic.model.errors import DatasetError, MissingExtraError, Problem, excerpt, together


class Counts(NamedTuple):
    """How much a dataset holds."""

    indicators: int
    figures: int
    gaps: int
    statements: int


class Report(NamedTuple):
    """What is wrong with one file, and what is in it; without counts it cannot be used."""

    path: Path
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    counts: Counts | None = None
    page: Coverage | None = None

    @property
    def missed(self) -> tuple[Missed, ...]:
        """What no record accounts for on the page: bullets and numbers."""
        page = self.page
        return page.bullets_missed + page.cells_missed + page.missed if page else ()

    def passes(self, *, strict: bool) -> bool:
        """Whether nothing is wrong, nor with ``strict`` only unusual."""
        unusual = self.warnings or (self.page and self.page.outside)
        return not (self.problems or self.missed or (strict and unusual))


_Part = tuple[Edition, ...]  # one file, or all of a folder
_Compare = Callable[[United], tuple[list[Problem], Coverage]]  # with a page


def validate(
    paths: Iterable[str | Path | None], page: Path | None = None, *, alone: bool = False
) -> tuple[Report, ...]:
    """A report for every file; None is the dataset that comes with kic.

    A file that builds on that one, on a file before it or on one beside it is checked together
    with it, but not with ``alone``.  The same file twice is one.

    ``page`` is the text of the page that a file was typed from; of files that build on each
    other it is that of the last.  Raises DatasetError
    where it cannot be read, and what :func:`kic.dataset.page.coverage.coverage` raises.
    """
    first = cache(partial(Edition, embedded()))
    compare: _Compare | None = None
    if page is not None:
        compare = partial(coverage, path=page, text=read_text(page, LONGEST))
    given = list(_read(paths, first, alone=alone))
    reports: dict[_Part, Report] = {}
    together = partial(unite, alone=alone, first=first)
    for parts in _chains([part for part in given if not isinstance(part, Report)], alone=alone):
        for part, report in _reports(parts, compare, together):
            reports.setdefault(part, report)
    return tuple(part if isinstance(part, Report) else reports[part] for part in given)


def _read(
    paths: Iterable[str | Path | None], first: Callable[[], Edition], *, alone: bool
) -> Iterator[_Part | Report]:
    """Every file, or all of a folder, read once; of one that cannot be read the report."""
    seen = set()
    by_id: dict[str | None, Edition] = {}
    for path in paths:
        try:
            file = identity(embedded() if path is None else Path(path))
            if file in seen:
                continue
            seen.add(file)
            part = (first(),) if path is None else read(path)
            for edition in part:
                other = by_id.setdefault(edition.id, edition)
                # Two that stand alone are two datasets, whatever they are called.
                if not alone and (edition.builds_on or other.builds_on):
                    check_ids((other, edition))
            yield part
        except DatasetError as error:
            yield Report(error.path, error.problems)


def _chains(given: Sequence[_Part], *, alone: bool) -> Iterator[list[_Part]]:
    """The files that build on each other, the first of them first.

    What several files build on stands in several chains.
    """
    base: dict[_Part, _Part] = {}
    by_id: dict[str | None, _Part] = {}
    for part in given:
        for edition in () if alone else part:
            if edition.builds_on in by_id:
                base.setdefault(part, by_id[edition.builds_on])
        by_id |= {edition.id: part for edition in part if edition.id is not None}
    below = set(base.values())
    for last in given:
        if last not in below:
            parts = [last]
            while parts[-1] in base:
                parts.append(base[parts[-1]])
            yield parts[::-1]


def _reports(
    parts: list[_Part], compare: _Compare | None, together: Callable[[_Part], United]
) -> Iterator[tuple[_Part, Report]]:
    """A report for every file of a chain, each checked together with those before it.

    The whole chain is checked at once; a fault is told of the first file that has it, and no
    more of those that build on that one.
    """
    try:
        united = together(tuple(chain.from_iterable(parts)))
    except DatasetError as error:
        refused = error
    else:
        yield from _of_sound(united, parts, compare)
        return
    named = {problem.path or refused.path for problem in refused.problems}
    at_fault = (n for n, part in enumerate(parts, 1) if named & {e.path for e in part})
    length = next(at_fault, 1)
    while length < len(parts):  # what is told of a file may be the fault of a later one
        try:
            together(tuple(chain.from_iterable(parts[:length])))
        except DatasetError as error:
            refused = error
            break
        length += 1
    *sound, faulty = parts[:length]
    if sound:
        yield from _reports(sound, None, together)
    yield faulty, Report(refused.path, refused.problems)
    yield from ((part, _without_base(part[0])) for part in parts[length:])


def _without_base(edition: Edition) -> Report:
    """The report of a file that builds on one with a fault."""
    message = f"builds on {excerpt(edition.builds_on)}, which cannot be used"
    problem = edition.problem(("dataset", "builds_on"), message)
    return Report(edition.path, (problem._replace(path=None),))


def _of_sound(
    united: United, parts: list[_Part], compare: _Compare | None
) -> Iterator[tuple[_Part, Report]]:
    """The reports of a chain without a fault; a page is that of its last file."""
    found = consistency.warnings(united) + _of_words(united, is_read=compare is not None)
    warnings = together(united.merged.located(found))
    numbers = {edition: n for n, edition in enumerate(united.merged.editions)}
    added = _added(united)
    for part in parts:
        last = max(part, key=numbers.__getitem__)
        problems, page = compare(united) if compare and part is parts[-1] else ([], None)
        own = tuple(w for edition in part for w in warnings if w.path == edition.path)
        counts = Counts(*(bisect_right(editions, numbers[last]) for editions in added))
        yield part, Report(last.path, tuple(problems), own, counts, page)


def _of_words(united: United, *, is_read: bool) -> list[Problem]:
    """What labels deny of ages, and words of numbers, unless a page ``is_read`` for these.

    Nothing without the readers.
    """
    indicators = united.file.indicators
    placed = ((r, indicators[r.indicator].figures[int(at[-1])], at) for r, at in united.typed)
    try:
        return [*age_warnings(indicators), *(() if is_read else quotation_warnings(placed))]
    except MissingExtraError:
        return []


def _added(united: United) -> list[list[int]]:
    """The numbers of the editions that give something first, in order, by field of Counts."""
    edition, file = united.edition, united.file
    given: tuple[Iterator[tuple[object, int]], ...] = (
        ((id_, edition(("indicators", id_))) for id_ in file.indicators),
        ((first.at, edition(first.at)) for first, *_ in united.versions),
        (((r.indicator, r.region), edition(at)) for r, at in united.every_version if r.gap),
        ((said.of(None), edition(("statements", n))) for n, said in enumerate(file.statements)),
    )
    # Of what several editions give, the first stands last and stays.
    firsts = (dict(sorted(pairs, key=itemgetter(1), reverse=True)) for pairs in given)
    return [sorted(first.values()) for first in firsts]


def as_lines(reports: Sequence[Report]) -> list[str]:
    """Every problem and warning as ``FILE:LINE:COLUMN: where: message``, then a count."""
    lines = []
    for report in reports:
        lines += [f"{problem.position(report.path)}: {problem}" for problem in report.problems]
        lines += [f"{w.position(report.path)}: warning: {w}" for w in report.warnings]
        lines += _page_lines(report.page) if report.page else []
        if report.counts:
            counts = ", ".join(f"{n} {name}" for name, n in report.counts._asdict().items())
            lines.append(f"{report.path}: {counts}")
    problems, warnings = _totals(reports)
    told = f"{_counted(problems, 'problem')}, {_counted(warnings, 'warning')}"
    return [*lines, f"{told} in {_counted(len(reports), 'file')}"]


def _totals(reports: Sequence[Report]) -> tuple[int, int]:
    """How many problems and warnings there are, with those of a page."""
    outside = sum(len(r.page.outside) for r in reports if r.page)
    problems = sum(len(r.problems) + len(r.missed) for r in reports)
    return problems, outside + sum(len(r.warnings) for r in reports)


def _page_lines(page: Coverage) -> list[str]:
    covered = page.bullets - len(page.bullets_missed)
    return [
        *(
            f"{page.path}:{bullet.line}: {bullet.locator}: nothing accounts for this bullet"
            for bullet in page.bullets_missed
        ),
        *(
            f"{page.path}:{cell.line}: {cell.locator}: nothing says what '{cell.text}' means"
            for cell in page.cells_missed
        ),
        *(
            f"{page.path}:{near.line}: {near.locator}: no record claims '{near.number}' in "
            f"'{near.text}'"
            for near in page.missed
        ),
        *(
            f"{page.path}:{near.line}: warning: in no declared place: '{near.number}' in "
            f"'{near.text}'"
            for near in page.outside
        ),
        *(
            f"{page.path}: read by hand: {by_hand.where}: '{by_hand.as_printed}': {by_hand.why}"
            for by_hand in page.read_by_hand
        ),
        f"{page.path}: {covered} of {page.bullets} bullets accounted for; numerals: "
        f"{page.claimed} claimed, {page.set_aside} set aside, {len(page.missed)} missed, "
        f"{len(page.outside)} in no place; {len(page.others)} dates, ages and references",
        f"{page.path}: {page.lines_read} of {page.lines} lines are in a declared place; "
        f"{_counted(len(page.read_by_hand), 'figure')} read by hand",
    ]


def as_data(reports: Sequence[Report]) -> dict[str, Any]:
    """The same as data for a program."""
    problems, warnings = _totals(reports)
    return {
        "schema_version": 1,
        "command": "validate",
        "files": [
            {
                "path": str(report.path),
                "valid": report.counts is not None and not (report.problems or report.missed),
                "problems": [_data(problem) for problem in report.problems],
                "warnings": [_data(warning) for warning in report.warnings],
                "page": _page_data(report.page) if report.page else None,
            }
            for report in reports
        ],
        "problems": problems,
        "warnings": warnings,
    }


def _page_data(page: Coverage) -> dict[str, Any]:
    return page._asdict() | {
        "path": str(page.path),
        "bullets_missed": [{"locator": p.locator, "line": p.line} for p in page.bullets_missed],
        "cells_missed": [missed._asdict() for missed in page.cells_missed],
        "missed": [missed._asdict() for missed in page.missed],
        "others": [other._asdict() for other in page.others],
        "outside": [missed._asdict() for missed in page.outside],
        "read_by_hand": [by_hand._asdict() for by_hand in page.read_by_hand],
    }


def _data(problem: Problem) -> dict[str, Any]:
    return {
        "path": str(problem.path) if problem.path else None,
        "line": problem.line,
        "column": problem.column,
        "at": problem.at,
        "where": problem.where,
        "message": problem.message,
        **({"others": list(map(_place, problem.others))} if problem.others else {}),
    }


def _place(problem: Problem) -> dict[str, Any]:
    """Where the same mistake was made again."""
    return {name: getattr(problem, name) for name in ("line", "column", "at", "where")}


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"
