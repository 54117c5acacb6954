"""The command that draws a chart, whatever the settings of the machine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

import kic
from kic.cli import app
from kic.model.errors import MissingExtraError
from kic.query.change import series
from kic.query.show import show
from kic.report.chart import draw, picture_of
from kic.report.chart.picture import Picture
from tests.conftest import ENVIRONMENT
from tests.end_to_end.conftest import Run

if TYPE_CHECKING:
    pass


def _picture(dataset: kic.Dataset, *subjects: str, **only: list[str]) -> Picture:
    return picture_of(dataset, series(dataset, show(dataset, *subjects, **only).records))


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize("kind", ["svg", "png"])
def test_the_same_picture_gives_the_same_bytes(
    run: Run, process: Run, tmp_path: Path, kind: str
) -> None:
    """Here and in a process of its own, whatever settings matplotlib finds."""
    settings = tmp_path / "matplotlibrc"
    settings.write_text("font.size: 30\nsvg.fonttype: none\nsavefig.transparent: True\n")
    files = [tmp_path / f"{name}.{kind}" for name in ("a", "b")]
    run("chart", "helpdesk_dakloosheid", "-o", files[0])
    process("chart", "helpdesk_dakloosheid", "-o", files[1], MATPLOTLIBRC=str(settings))
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.needs("matplotlib")
def test_a_chart_is_written_by_its_suffix(run: Run, tmp_path: Path) -> None:
    """Whole, and over an existing file only with --force."""
    path = tmp_path / "kaart.SVG"
    done = run("chart", "gesloten_jeugdzorg", "--context", "-o", path, "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    again = run("chart", "gesloten_jeugdzorg", "-o", path)
    assert (again.returncode, again.stderr) == (
        1,
        f"kic: '{path}' exists; give --force to replace it.\n",
    )
    assert run("chart", "kinderarmoede", "-o", path, "--force").returncode == 0


def test_without_matplotlib_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, dataset: kic.Dataset
) -> None:
    """The extra is named, and no file is begun."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'kic\[chart\]'"):
        draw(_picture(dataset, "kinderarmoede"), "svg", "nl")
    done = CliRunner().invoke(app, ["chart", "kinderarmoede", "-o", str(tmp_path / "x.svg")])
    assert (done.exit_code, list(tmp_path.iterdir())) == (1, [])


@pytest.mark.needs("matplotlib")
def test_where_matplotlib_keeps_no_cache_nothing_is_said(process: Run, tmp_path: Path) -> None:
    """An unwritable home is no matter for who wants a chart."""
    file = tmp_path / "no-folder"
    file.write_text("")
    done = process("chart", "nareis", "-o", tmp_path / "a.svg", "-q", MPLCONFIGDIR=str(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_only_a_chart_imports_matplotlib() -> None:
    """What every command pays for is measured elsewhere; this is by far the largest."""
    code = (
        "import sys, kic.__main__, kic.report.chart\n"
        "from kic.cli import app\n"
        "for command in (['show', 'migratie'], ['compare'], ['chart', '--help']):\n"
        "    assert app(command, standalone_mode=False) in (None, 0)\n"
        "sys.exit('matplotlib' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"--output" in done.stdout


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize("settings", [{"MPLBACKEND": "nonsense", "MATPLOTLIBRC": "/nonexistent"}])
def test_no_setting_of_the_machine_stops_a_chart(
    run: Run,
    process: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    settings: dict[str, str],
) -> None:
    """A backend that does not exist, or settings that are no text, make the same chart."""
    (tmp_path / "matplotlibrc").write_bytes(b"f\xff\xfe: \x80\n")
    plain, other = tmp_path / "plain.svg", tmp_path / "other.svg"
    assert run("chart", "ots", "--output", plain).returncode == 0
    monkeypatch.chdir(tmp_path)
    done = process("chart", "ots", "--output", other, "-q", **settings)
    assert (done.returncode, done.stderr) == (0, "")
    assert other.read_bytes() == plain.read_bytes()
