"""Checking datasets as an answer of its own: every problem of every file, and warnings."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from kic.coverage import Coverage, coverage
from kic.dataset import Dataset, builds_on, load, located, placed, read_text, warnings
from kic.errors import DatasetError, Problem


class Page(NamedTuple):
    """The text of a source page, and how a dataset agrees with it."""

    path: Path
    coverage: Coverage


class Report(NamedTuple):
    """What was found in one file; ``dataset`` is None where it cannot be used."""

    path: Path
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    dataset: Dataset | None
    page: Page | None = None

    def passes(self, *, strict: bool) -> bool:
        """Whether nothing is wrong, nor with ``strict`` only unusual."""
        complete = self.page is None or self.page.coverage.complete
        return not self.problems and complete and not (strict and self.warnings)


def validate(
    paths: Iterable[str | Path | None], page: Path | None = None, *, alone: bool = False
) -> tuple[Report, ...]:
    """A report for every file; None is the dataset that comes with kic.

    A file that builds on that one, or on a file before it, is checked together with it, but
    not with ``alone``.

    ``page`` is the text of the page that the datasets were typed from.  Raises DatasetError
    where it cannot be read, and what :func:`kic.coverage.coverage` raises.
    """
    text = None if page is None else read_text(page)
    reports: list[Report] = []
    bases: dict[str, tuple[str | Path, ...]] = {}  # by id, the files that make it up
    for path in paths:
        files: tuple[str | Path, ...] = () if path is None else (path,)
        if path is not None and not alone:
            files = (*bases.get(builds_on(path) or "", ()), path)
        report = _report(files or None, page, text, alone=alone)
        if report.dataset is not None and path is not None:
            bases[report.dataset.last.id] = files
        reports.append(report)
    return tuple(reports)


def _report(
    files: tuple[str | Path, ...] | None, page: Path | None, text: str | None, *, alone: bool
) -> Report:
    try:
        dataset = load(files, alone=alone)
    except DatasetError as error:
        return Report(error.path, error.problems, (), None)
    told = tuple(w for w in warnings(files, alone=alone) if w.path == dataset.path)
    report = Report(dataset.path, (), told, dataset)
    if page is None or text is None:
        return report
    found = coverage(dataset, placed(files), text)
    mismatches = located(files, list(found.mismatches))
    return report._replace(
        problems=tuple(mismatches), page=Page(page, found._replace(mismatches=()))
    )


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
        if report.dataset is not None:
            d = report.dataset
            gaps = len({(r.indicator, r.region) for r in d.records if r.is_gap})
            lines.append(
                f"{report.path}: {len(d.indicators)} indicators, {len(d.records)} figures, "
                f"{gaps} gaps, {len(d.statements)} statements"
            )
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
                "valid": report.dataset is not None and not report.problems,
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
