"""A short run of each program, always the same: that they work, and find nothing."""

from importlib import import_module
from pathlib import Path

import pytest

from tests.fuzz.running import FOUND, run_case

CASES = {"datasets": 12, "pages": 4, "commands": 30, "articles": 2, "exports": 5, "stores": 4}
SHORT = [(name, number) for name, count in CASES.items() for number in range(count)]


@pytest.mark.needs("pyarrow", "duckdb", "openpyxl", "text_to_num", "babel")
@pytest.mark.parametrize(("name", "number"), SHORT)
def test_a_short_run_finds_nothing(name: str, number: int, tmp_path: Path) -> None:
    """One case of a program; why it found something stands beside its input."""
    keep = tmp_path / "found"
    outcome = run_case(import_module(f"tests.fuzz.{name}").case, f"suite:{number}", keep)
    assert outcome != FOUND, (keep / "why.txt").read_text("utf-8")
