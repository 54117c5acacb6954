"""Exports as files: the same every time, and never at the cost of another file."""

import hashlib
import json
import subprocess
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

import kic
from kic.cli.saving import save_all
from kic.model.errors import OutputError
from kic.publish import EXPORT_FORMATS, NAMES, export
from tests.conftest import ENVIRONMENT, MINIMAL, exact, indicator, saved
from tests.end_to_end.conftest import KIC, Disk, Run


def _digest(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.iterdir())}


@pytest.mark.parametrize(
    "way",
    [
        pytest.param(w, marks=[pytest.mark.needs("pyarrow")] * (w == "parquet"))
        for w in EXPORT_FORMATS
    ],
)
def test_an_export_is_reproducible(run: Run, tmp_path: Path, way: str) -> None:
    """The same dataset gives the same bytes, in another time zone and on any day."""
    for name, zone in (("a", "Europe/Amsterdam"), ("b", "Asia/Tokyo")):
        assert run("export", tmp_path / name, "--as", way, TZ=zone).returncode == 0
    assert _digest(tmp_path / "a") == _digest(tmp_path / "b")


def test_source_date_epoch_is_respected(run: Run, tmp_path: Path) -> None:
    """The moment in the metadata is the one asked for, and a wrong one is told."""
    run("export", tmp_path / "a", SOURCE_DATE_EPOCH="0")
    descriptor = json.loads((tmp_path / "a" / "datapackage.json").read_text("utf-8"))
    assert descriptor["created"] == "1970-01-01T00:00:00+00:00"
    wrong = run("export", tmp_path / "b", SOURCE_DATE_EPOCH="gisteren")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "SOURCE_DATE_EPOCH is a number of seconds" in wrong.stderr


def test_an_export_replaces_nothing_unasked(run: Run, tmp_path: Path) -> None:
    """An existing file is kept without --force, and files of others always."""
    (tmp_path / "mine.txt").write_text("van mij", "utf-8")
    (tmp_path / "units.csv").write_text("van mij", "utf-8")
    done = run("export", tmp_path)
    assert done.returncode == 1
    assert (
        done.stderr == f"kic: '{tmp_path}' has units.csv already; give --force to replace them.\n"
    )
    assert (tmp_path / "units.csv").read_text("utf-8") == "van mij"
    assert len(list(tmp_path.iterdir())) == 2
    assert run("export", tmp_path, "--force").returncode == 0
    assert (tmp_path / "mine.txt").read_text("utf-8") == "van mij"
    assert (tmp_path / "units.csv").read_text("utf-8") != "van mij"


@pytest.mark.needs("pyarrow")
def test_a_folder_holds_one_export(tmp_path: Path) -> None:
    """A form that would leave files of the one before is refused, and nothing changes."""
    forms = {way: export(kic.load(), way, datetime.now(UTC)) for way in EXPORT_FORMATS}
    for before, after in permutations(forms, 2):
        folder = tmp_path / f"{before}-{after}"
        save_all(folder, forms[before], force=False, apart=NAMES)
        if before == "sdmx-csv" and after in ("csvw", "datapackage"):  # its one file is replaced
            save_all(folder, forms[after], force=True, apart=NAMES)
            assert _digest(folder).keys() == forms[after].keys()
            continue
        old = _digest(folder)
        with pytest.raises(OutputError, match="of another export; remove that, or give another"):
            save_all(folder, forms[after], force=True, apart=NAMES)
        assert _digest(folder) == old


def test_an_export_leaves_no_table_of_the_one_before(run: Run, tmp_path: Path) -> None:
    """A table that is empty now would stay as it was, and kic removes nothing by itself."""
    assert run("export", tmp_path).returncode == 0
    bare = saved(tmp_path / "a.toml", MINIMAL + indicator("a", exact("2020", 5)))
    done = run("export", tmp_path, "--force", "--data", bare)
    assert (done.returncode, done.stderr) == (
        1,
        f"kic: '{tmp_path}' has statements.csv of another export; remove that, "
        "or give another folder.\n",
    )


def test_an_export_goes_nowhere_without_a_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing, as of a variable that is not set, is not the folder one is in."""
    monkeypatch.chdir(tmp_path)
    done = run("export", "")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "kic: DIR needs the name of a folder; the one you are in is '.'.\n"
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize(("way", "extra"), [("parquet", "pyarrow")])
def test_a_missing_extra_is_told_in_one_line(tmp_path: Path, way: str, extra: str) -> None:
    """Which package, and how to get it; nothing is written."""
    blocker = tmp_path / "block" / extra
    blocker.mkdir(parents=True)
    (blocker / "__init__.py").write_text(
        f"raise ModuleNotFoundError('No module named {extra}', name='{extra}')", "utf-8"
    )
    done = subprocess.run(
        [KIC, "export", tmp_path / "out", "--as", way],
        env=ENVIRONMENT | {"PYTHONPATH": str(blocker.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"kic: this needs the package {extra}; install it with: pip install 'kic[{way}]'\n"
    )
    assert not (tmp_path / "out").exists()


def test_a_full_disk_leaves_the_old_file_whole(disk: Disk, run: Run) -> None:
    """A real file system without room: one line, the old answer untouched, no litter."""
    folder = disk("8k")
    path = saved(folder / "answer.json", "oud")
    done = run("show", "-o", path, "--force")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"kic: cannot write '{path}': no space left on device.\n"
    assert path.read_text("utf-8") == "oud"
    assert [p.name for p in folder.iterdir()] == ["answer.json"]
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    done = run("show", "-o", path, "--force")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"kic: cannot write '{path}': read-only file system.\n"
    assert path.read_text("utf-8") == "oud"
