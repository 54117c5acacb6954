"""The command that cites figures."""

from pathlib import Path

import pytest

from tests.conftest import MINIMAL, exact, indicator
from tests.end_to_end.conftest import Run


@pytest.mark.parametrize(
    ("style", "written"), [("text", ""), ("bibtex", ""), ("csl-json", "[]\n")]
)
def test_no_figure_to_cite_is_said(tmp_path: Path, run: Run, style: str, written: str) -> None:
    """An indicator without figures has no citation, and a line says so."""
    path = tmp_path / "x.toml"
    path.write_text(MINIMAL + indicator("a", exact("2020", 1)) + indicator("b", ""), "utf-8")
    done = run("cite", "b", "--style", style, "--data", path)
    message = "kic: the answer is empty: there is no figure to cite.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, written, message)
