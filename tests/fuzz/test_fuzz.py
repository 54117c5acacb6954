"""A short run of each program, always the same: that they work, and find nothing."""

from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import faults
from tests.fuzz.running import FOUND, run_case

CASES = {"datasets": 12, "pages": 4, "commands": 30, "articles": 2, "exports": 5, "stores": 4}
SHORT = [(name, number) for name, count in CASES.items() for number in range(count)]
SUDDEN = [fault for fault in dict.fromkeys(faults.FAULTS) if fault not in faults.LASTING]


@pytest.mark.needs("pyarrow", "duckdb", "openpyxl", "text_to_num", "babel")
@pytest.mark.parametrize(("name", "number"), SHORT)
def test_a_short_run_finds_nothing(name: str, number: int, tmp_path: Path) -> None:
    """One case of a program; why it found something stands beside its input."""
    keep = tmp_path / "found"
    outcome = run_case(import_module(f"tests.fuzz.{name}").case, f"suite:{number}", keep)
    assert outcome != FOUND, (keep / "why.txt").read_text("utf-8")


@pytest.mark.needs("matplotlib", "xlsxwriter")
@pytest.mark.parametrize("fault", SUDDEN, ids=lambda fault: fault.__name__)
def test_a_fault_leaves_the_old_or_the_new_and_a_line(fault: faults.Fault, tmp_path: Path) -> None:
    """Each once, as the program does it for as long as somebody likes."""
    if fault in faults.ON_DISKS and not faults.can_mount():
        pytest.skip("no file system can be mounted here")
    fault(Random("suite"), tmp_path)
