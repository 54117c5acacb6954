"""What is installed is complete: from a wheel, from an sdist, and in an empty environment."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ENVIRONMENT, ROOT


def _call(*command: object, cwd: Path | None = None) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A source archive of this checkout."""
    return _built("sdist", tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the source archive, built as pip builds it, in isolation."""
    folder = tmp_path_factory.mktemp("wheel")
    _call(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder, sdist)
    [built] = folder.glob("*.whl")
    return built


def _built(kind: str, folder: Path) -> Path:
    """What the build backend makes of this checkout, without the isolation of pip."""
    code = f"import sys; from hatchling.build import build_{kind} as b; b(sys.argv[1])"
    _call(sys.executable, "-c", code, folder, cwd=ROOT)
    [built] = folder.iterdir()
    return built


def test_a_wheel_holds_the_figures_and_the_licences(wheel: Path) -> None:
    """The dataset, the marker of typing and both licences travel with the code."""
    names = set(zipfile.ZipFile(wheel).namelist())
    assert names >= {
        *("kic/data/figures.toml", "kic/data/context.toml", "kic/template.toml"),
        *("kic/report/report.css", "kic/report/report.js"),
        *("kic/py.typed", "kic/formats/as_table.py", "kic/publish/exported.py"),
    }
    licences = {n.partition("licenses/")[2] for n in names if "/licenses/" in n}
    assert licences == {"LICENSE", "data/LICENSE"}
    assert not [n for n in names if n.startswith(("tests/", "bench/"))]


def test_a_wheel_answers_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    """Installed with nothing but its dependencies, kic knows its figures."""
    _call(sys.executable, "-m", "venv", "--without-pip", tmp_path / "venv")
    python = tmp_path / "venv" / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python)
    _call(*pip, "install", "-q", "--no-compile", wheel)
    shown = _call(tmp_path / "venv" / "bin" / "kic", "show", "migratie", cwd=tmp_path)
    assert "289 dagen" in shown
    packages = [*(tmp_path / "venv").rglob("*.dist-info")]
    assert 1 < len(packages) < 20, packages
    where = "import kic; print(kic.load().path)"
    found = Path(_call(python, "-c", where, cwd=tmp_path).strip())
    assert found.parts[-3:] == ("kic", "data", "figures.toml")
    assert tmp_path in found.parents


def test_an_sdist_builds_the_same_wheel(sdist: Path, wheel: Path, tmp_path: Path) -> None:
    """Somebody who only has the source archive gets the same files as from a checkout."""
    with tarfile.open(sdist) as tar:
        names = {Path(n).parts[1:] for n in tar.getnames()}
    assert ("data", "figures.toml") in names
    assert ("tests", "page", "__init__.py") in names
    other = _built("wheel", tmp_path)
    assert zipfile.ZipFile(other).namelist() == zipfile.ZipFile(wheel).namelist()


def test_a_plain_checkout_answers(tmp_path: Path) -> None:
    """``python -m kic`` works from the sources without an installation of kic."""
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import kic; print(kic.load().path)"
    assert _call(sys.executable, "-c", code, cwd=tmp_path).strip() == str(
        ROOT / "data" / "figures.toml"
    )
    assert "289 dagen" in _call(sys.executable, "-m", "kic", "show", "nareis", cwd=ROOT)
