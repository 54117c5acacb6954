"""The command that writes the report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import kic
from kic.report import report
from tests.end_to_end.conftest import Run

if TYPE_CHECKING:
    pass


def test_the_command_writes_a_file(run: Run, tmp_path: Path) -> None:
    """The file is the page of the library; an existing one is replaced only with --force."""
    path = tmp_path / "report.html"
    done = run("report", "-o", path, "--lang", "en", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert path.read_text("utf-8") == report(kic.load(), "en")
    again = run("report", "-o", path)
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == f"kic: '{path}' exists; give --force to replace it.\n"
    assert run("report", "-o", path, "--force", "--theme", "armoede").returncode == 0
    assert path.read_text("utf-8") == report(kic.load(), "nl", "armoede")
    assert run("report", "-o", "-").stdout == report(kic.load())
