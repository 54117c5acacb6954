"""What is installed is complete: from a wheel, from an sdist, and in an empty environment."""

import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import typer

from hatch_build import manual_page, shared_files
from kic.cli import app
from tests.conftest import ENVIRONMENT, ROOT
from tests.end_to_end.conftest import KIC

TEMPLATES = ROOT / "kic" / "formats" / "templates"


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
    """A wheel of the source archive."""
    unpacked = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as tar:
        tar.extractall(unpacked, filter="data")
    [source] = unpacked.iterdir()
    return _built("wheel", tmp_path_factory.mktemp("wheel"), source)


def _built(kind: str, folder: Path, source: Path = ROOT) -> Path:
    """What the build backend makes of a checkout, without the isolation of pip."""
    code = f"import sys; from hatchling.build import build_{kind} as b; b(sys.argv[1])"
    _call(sys.executable, "-c", code, folder, cwd=source)
    [built] = folder.iterdir()
    return built


def test_a_wheel_holds_the_figures_and_the_licences(wheel: Path) -> None:
    """The dataset, the marker of typing and both licences travel with the code."""
    names = set(zipfile.ZipFile(wheel).namelist())
    assert names >= {
        *("kic/data/figures.toml", "kic/data/context/bevolking.toml", "kic/template.toml"),
        *(f"kic/formats/templates/{path.name}" for path in TEMPLATES.iterdir()),
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
    for name, text in shared_files().items():
        assert (tmp_path / "venv" / "share" / name).read_text("utf-8") == text
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


def test_the_manual_has_every_command_and_option() -> None:
    """It is one page, which groff reads without a warning."""
    page = manual_page()
    group: typer.core.TyperGroup = typer.main.get_command(app)  # type: ignore[assignment]
    for name, command in group.commands.items():
        assert re.search(rf"^\.SS kic {name}\b", page, re.MULTILINE)
        for parameter in command.params:
            names = parameter.opts if parameter.param_type_name == "option" else ()
            assert [n for n in names if n.replace("-", r"\-") not in page] == []
    if shutil.which("groff"):
        told = subprocess.run(
            ["groff", "-mandoc", "-ww", "-z", "-Tutf8"],
            input=page,
            capture_output=True,
            text=True,
            check=True,
        )
        assert (told.stdout, told.stderr) == ("", "")


def test_bash_completes_with_the_file_that_is_shipped(tmp_path: Path) -> None:
    """A subject, by its first letters, once the file is read."""
    script = tmp_path / "kic"
    script.write_text(shared_files()["bash-completion/completions/kic"], "utf-8")
    asked = (
        f"PATH={KIC.parent}:$PATH; source {script}; COMP_WORDS=(kic show mig); COMP_CWORD=2; "
        "_kic_completion kic; echo ${COMPREPLY[*]}; complete -p kic"
    )
    shown = _call("bash", "--norc", "-c", asked).splitlines()
    assert shown == ["migratie migratie_gegevens", "complete -o default -F _kic_completion kic"]


def test_zsh_and_fish_find_their_completion() -> None:
    """Each file says in the words of its shell which program it completes, and asks that."""
    files = shared_files()
    assert files["zsh/site-functions/_kic"].startswith("#compdef kic\n")
    assert files["fish/vendor_completions.d/kic.fish"].startswith("complete --command kic ")
    assert all(
        "_KIC_COMPLETE=complete_" in text for name, text in files.items() if "kic.1" not in name
    )
