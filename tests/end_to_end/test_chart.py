"""The command that draws a chart, whatever the settings of the machine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

import kic
from kic.cli import app
from kic.model.errors import MissingExtraError
from kic.report.chart import Look, draw, picture_of
from tests.conftest import ENVIRONMENT
from tests.end_to_end.conftest import Run
from tests.needs import package


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


@pytest.mark.needs("matplotlib")
def test_the_context_answers_whether_it_got_better(run: Run, tmp_path: Path) -> None:
    """At least eight years of supervision orders, in one picture of less than 40 kB."""
    path = tmp_path / "ots.svg"
    assert run("chart", "ots", "--context", "-o", path).returncode == 0
    made = path.read_bytes()
    assert len(made) < 40_000
    told = ElementTree.fromstring(made).findtext("{http://www.w3.org/2000/svg}desc", "")  # noqa: S314
    years = re.findall(r"(?m)^\(?(20\d\d)\)?: (?:bijna\s)?[\d.]+$", told)
    assert len({*years}) >= 8


@pytest.mark.needs("matplotlib")
def test_a_look_is_an_option(run: Run, tmp_path: Path) -> None:
    """A width, a dark ground, a title of one's own, and letters as outlines."""
    path = tmp_path / "nareis.svg"
    options = ("--width", "13", "--dark", "--title", "Eigen titel", "--outlines", "--lang", "en")
    assert run("chart", "nareis", "-o", path, *options).returncode == 0
    root = ElementTree.fromstring(path.read_bytes())  # noqa: S314
    assert float(root.get("width", "").removesuffix("pt")) == pytest.approx(13 / 2.54 * 72, abs=1)
    assert root.findtext("{http://www.w3.org/2000/svg}title") == "Eigen titel"
    assert "289 days in 2020" in root.findtext("{http://www.w3.org/2000/svg}desc", "")
    assert not [*root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nareis", "--width", "3"), "--width is in cm, from 8 to 60 (found 3)."),
        (("nareis", "--width", "100"), "--width is in cm, from 8 to 60 (found 100)."),
        (("armoede", "--context"), "ask for fewer indicators."),
    ],
    ids=["narrow", "wide", "high"],
)
def test_what_nobody_could_read_is_refused(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], told: str
) -> None:
    """In one line on stderr that says what to do, with nothing written."""
    done = run("chart", *arguments, "-o", tmp_path / "x.svg")
    assert (done.returncode, done.stdout, [*tmp_path.iterdir()]) == (2, "", [])
    [line] = done.stderr.splitlines()
    assert line.startswith("kic: ")
    assert line.endswith(told)


@pytest.mark.needs("matplotlib")
def test_the_settings_of_whoever_draws_are_put_back(dataset: kic.Dataset) -> None:
    """Where matplotlib is used for something else too, it goes on as it was, and a chart too."""
    matplotlib = package("matplotlib")
    picture = picture_of(dataset, kic.show(dataset, "nareis"))
    plain = draw(picture, "svg", "nl", Look())
    with matplotlib.rc_context({"font.size": 30, "svg.fonttype": "path", "axes.grid": True}):
        before = dict(matplotlib.rcParams)
        assert draw(picture, "svg", "nl", Look()) == plain
        assert dict(matplotlib.rcParams) == before


def test_without_matplotlib_it_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, dataset: kic.Dataset
) -> None:
    """The extra is named, and no file is begun."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'kic\[chart\]'"):
        draw(picture_of(dataset, kic.show(dataset, "kinderarmoede")), "svg", "nl", Look())
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
