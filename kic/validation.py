"""Checking datasets as an answer of its own: every problem of every file, and warnings."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from kic.dataset import Dataset, load, warnings
from kic.errors import DatasetError, Problem


class Report(NamedTuple):
    """What was found in one file; ``dataset`` is None where it cannot be used."""

    path: Path
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    dataset: Dataset | None


def validate(paths: Iterable[str | Path | None]) -> tuple[Report, ...]:
    """A report for every file; None is the dataset that comes with kic."""
    return tuple(_report(path) for path in paths)


def _report(path: str | Path | None) -> Report:
    try:
        dataset = load(path)
        return Report(dataset.path, (), tuple(warnings(path)), dataset)
    except DatasetError as error:
        return Report(error.path, error.problems, (), None)


def as_lines(reports: Iterable[Report]) -> list[str]:
    """Every problem and warning as ``FILE:LINE:COLUMN: where: message``, then a count."""
    lines, problems, warned = [], 0, 0
    told = tuple(reports)
    for report in told:
        lines += [f"{problem.position(report.path)}: {problem}" for problem in report.problems]
        lines += [f"{w.position(report.path)}: warning: {w}" for w in report.warnings]
        problems += len(report.problems)
        warned += len(report.warnings)
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


def as_data(reports: Iterable[Report]) -> dict[str, Any]:
    """The same as data for a program."""
    return {
        "schema_version": 1,
        "command": "validate",
        "files": [
            {
                "path": str(report.path),
                "valid": report.dataset is not None,
                "problems": [_data(problem) for problem in report.problems],
                "warnings": [_data(warning) for warning in report.warnings],
            }
            for report in reports
        ],
    }


def _data(problem: Problem) -> dict[str, Any]:
    return {
        "line": problem.line,
        "column": problem.column,
        "at": list(problem.at),
        "where": problem.where,
        "message": problem.message,
    }


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'s' * (number != 1)}"
