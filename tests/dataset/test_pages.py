"""Twelve pages in the manner of publications, each with a dataset and with falsifications.

The pages, the datasets and the falsifications were written by people who had the
documentation alone.  A new page is three files in ``pages``.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kic.dataset.validation import Report, as_lines, validate
from tests.cases import each
from tests.conftest import saved

PAGES = Path(__file__).with_name("pages")
NAMES = sorted(path.stem for path in PAGES.glob("*.txt"))
FALSE: list[tuple[str, dict[str, Any]]] = [
    (name, false)
    for name in NAMES
    for false in tomllib.loads((PAGES / f"{name}.false.toml").read_text("utf-8"))["false"]
]

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]


def _held(name: str, dataset: Path) -> Report:
    """What is said of a dataset held against the page of a name."""
    [report] = validate([dataset], PAGES / f"{name}.txt")
    return report


def test_there_are_six_pages_in_each_language() -> None:
    """A reader tuned to one page, or to one language, would pass with fewer."""
    assert len(NAMES) >= 12
    assert len([name for name in NAMES if name.startswith("nl_")]) >= 6
    assert len([name for name in NAMES if name.startswith("en_")]) >= 6
    assert len(FALSE) >= 10 * len(NAMES)


@each("name", NAMES)
def test_what_is_right_passes(name: str) -> None:
    """Without a problem or a warning, and with few numbers that a person had to read."""
    report = _held(name, PAGES / f"{name}.toml")
    assert report.passes(strict=True), "\n".join(as_lines([report]))
    assert report.page
    assert len(report.page.read_by_hand) <= 3


@each(("name", "false"), FALSE, ids=[f"{name}: {false['why']}" for name, false in FALSE])
@pytest.mark.needs("tree_sitter_toml")
def test_what_is_false_is_refused(tmp_path: Path, name: str, false: dict[str, Any]) -> None:
    """At its own line, at the number of the page that is left, or where the fault shows."""
    text = (PAGES / f"{name}.toml").read_text("utf-8")
    assert text.count(false["old"]) == 1
    before = text[: text.index(false["old"])].count("\n") + 1
    changed = range(before, before + false["new"].count("\n") + 1)
    report = _held(name, saved(tmp_path / "x.toml", text.replace(false["old"], false["new"])))
    assert not report.passes(strict=False)
    match false.get("told"):
        case None:
            assert {problem.line for problem in report.problems} & {*changed}, report.problems
        case "page":
            assert report.missed
        case where:
            assert where in {problem.where.split(" (")[0] for problem in report.problems}
