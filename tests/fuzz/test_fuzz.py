"""A short run of each program, always the same: that they work, and find nothing."""

from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import faults
from tests.fuzz.running import FOUND, KIC, FoundError, Kic, run_case

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


Faulty = pytest.mark.parametrize("fault", SUDDEN, ids=lambda fault: fault.__name__)


def _needs_disk(fault: faults.Fault) -> None:
    if fault in faults.ON_DISKS and not faults.can_mount():
        pytest.skip("no file system can be mounted here")


@pytest.mark.needs("matplotlib", "xlsxwriter")
@Faulty
def test_a_fault_leaves_the_old_or_the_new_and_a_line(fault: faults.Fault, tmp_path: Path) -> None:
    """Each once, as the program does it for as long as somebody likes."""
    _needs_disk(fault)
    keep = tmp_path / "found"

    def once(kic: Kic) -> str:
        fault(kic.random, kic.folder)
        return fault.__name__

    outcome = run_case(once, "suite", keep, longest=120)
    assert outcome == fault.__name__, (keep / "why.txt").read_text("utf-8")


LITTER = "echo > out/litter-$$"
TRACEBACK = "echo Traceback >&2"
# What a program would do that is not as it should be, and what the fault tells of it.
SABOTAGE: dict[faults.Fault, tuple[str, str]] = {
    faults.killed: (LITTER, "a mixture is left|leaves something"),
    faults.full: (LITTER, "not all is written|something is left"),
    faults.read_only: (TRACEBACK, "more or less than a line"),
    faults.streams: (TRACEBACK, "Traceback"),
    faults.bare: (TRACEBACK, "Traceback"),
    faults.changing: ("echo value; echo 6; exit", "6"),
    faults.odd: (TRACEBACK, "more or less than a line|Traceback"),
}


@pytest.mark.needs("matplotlib", "xlsxwriter")
@Faulty
def test_a_fault_tells_of_a_program_that_does_otherwise(
    fault: faults.Fault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Litter, a second line or a wrong number is found: finding nothing means something."""
    _needs_disk(fault)
    does, told = SABOTAGE[fault]
    program = tmp_path / "kic"
    # Only below this folder; what a file should be is asked of kic elsewhere.
    program.write_text(
        f'#!/bin/sh\ncase "$PWD" in {tmp_path}*) {does};; esac\nexec {KIC} "$@"\n', "utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setattr(faults, "KIC", program)
    with pytest.raises(FoundError, match=told):
        fault(Random("open"), tmp_path)
