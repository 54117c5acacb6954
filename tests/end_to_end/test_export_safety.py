"""An export or a saved answer is all old or all new, whatever stops it."""

import fcntl
import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kic.cli.saving import save_all
from kic.model.errors import OutputError
from tests.conftest import ENVIRONMENT
from tests.end_to_end.conftest import KIC, Disk, Run

# In processes of their own, each killed a step later than the one before: just before the
# first thing it asks of the file system below a folder, before the second, and so on.  After
# each the next run, which may replace nothing, has to leave all old or all new.
KILLED = """
import json, os, signal, sys
from pathlib import Path
from shutil import rmtree

from kic.cli.saving import save, save_all
from kic.model.errors import OutputError

root, kind = Path(sys.argv[1]), sys.argv[2]
folder = root / "out"
new = {name: b"new" for name in ("a", "b", "c", "d")}


def begin():
    rmtree(root, ignore_errors=True)
    root.mkdir()
    (root / "mine").write_text("mine")
    if kind == "file":
        (root / "a").write_text("old")
    if kind in ("replace", "undo"):
        folder.mkdir()
        for name in ("a", "b", "mine"):
            (folder / name).write_text("old")


def write(force):
    if kind == "file":
        save(root / "a", b"new", force=force)
    else:
        save_all(folder, new, force=force)


def killed_before(step):
    child = os.fork()
    if child == 0:
        seen = 0

        def watch(event, arguments):
            nonlocal seen
            if not any(str(root) in str(a) for a in arguments[:2]):
                return
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)
            # Only now, when all has been checked, there is something in the way of the last.
            if kind == "undo" and event == "os.rename" and str(arguments[1]).endswith("out/a"):
                os.mkdir(folder / "d")

        sys.addaudithook(watch)
        try:
            write(True)
        except OutputError:
            os._exit(1)
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def below():
    if not root.exists():
        return {}
    files = (p for p in root.rglob("*") if p.is_file() or p.name.startswith(".kic"))
    return {str(p.relative_to(root)): p.read_text() if p.is_file() else "" for p in files}


step, states = 0, []
while True:
    step += 1
    begin()
    stopped = killed_before(step)
    try:
        write(False)
    except OutputError:
        pass
    states.append(below())
    if not stopped:
        break
print(json.dumps(states))
"""

KEPT = {"mine": "mine", "out/a": "old", "out/b": "old", "out/mine": "old"}
REPLACED = {"mine": "mine", "out/mine": "old"} | {f"out/{name}": "new" for name in "abcd"}
FRESH = {"mine": "mine"} | {f"out/{name}": "new" for name in "abcd"}
# What the next run may leave, and what it leaves of a run that was not killed.
ALLOWED: dict[str, tuple[dict[str, str], ...]] = {
    "file": ({"mine": "mine", "a": "old"}, {"mine": "mine", "a": "new"}),
    "fresh": (FRESH,),  # where nothing is there the next run needs no --force
    "replace": (KEPT, REPLACED),
    "undo": (REPLACED, KEPT),
}


@pytest.mark.parametrize("kind", ALLOWED)
def test_killed_at_any_step_all_is_old_or_all_new(tmp_path: Path, kind: str) -> None:
    """SIGKILL before every step in turn: the next run leaves no mixture and no litter."""
    done = subprocess.run(
        [sys.executable, "-c", KILLED, tmp_path / "root", kind],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    states = json.loads(done.stdout)
    assert len(states) > 5
    for step, state in enumerate(states, 1):
        assert state in ALLOWED[kind], f"killed before step {step}"
    assert states[-1] == ALLOWED[kind][-1]


def test_an_export_killed_while_it_replaces_is_completed(tmp_path: Path, run: Run) -> None:
    """The same with the real command: killed between two files, the next run mends it."""
    out = tmp_path / "out"
    assert run("export", out).returncode == 0
    whole = {path.name: path.read_bytes() for path in out.iterdir()}
    for path in out.iterdir():
        path.write_text("old", "utf-8")
    code = (
        "import os, signal, sys\n"
        "from kic.__main__ import main\n"
        "def watch(event, given):\n"
        "    if event == 'os.rename' and str(given[1]).endswith('/units.csv'):\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(watch)\n"
        f"sys.argv = ['kic', 'export', {str(out)!r}, '--force']\n"
        "main()\n"
    )
    killed = subprocess.run([sys.executable, "-c", code], env=ENVIRONMENT, check=False)
    assert killed.returncode == -9
    assert (out / "units.csv").read_text("utf-8") == "old"
    refused = run("export", out)
    assert refused.returncode == 1
    assert "give --force to replace them" in refused.stderr
    assert {path.name: path.read_bytes() for path in out.iterdir()} == whole


@pytest.mark.parametrize("kind", ["folder", "link", "pipe"])
def test_one_thing_in_the_way_keeps_all(tmp_path: Path, run: Run, kind: str) -> None:
    """Where one file cannot go, --force replaces none, and says which it is."""
    for name in ("figures.csv", "mine.txt"):
        (tmp_path / name).write_text("old", "utf-8")
    way = tmp_path / "units.csv"
    if kind == "folder":
        way.mkdir()
    elif kind == "pipe":
        os.mkfifo(way)
    else:
        way.symlink_to("mine.txt")
    done = run("export", tmp_path, "--force")
    told = {"folder": "a folder", "pipe": "no regular file", "link": "a link"}[kind]
    assert (done.returncode, done.stderr) == (1, f"kic: cannot write '{way}': it is {told}.\n")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["figures.csv", "mine.txt", "units.csv"]
    assert (tmp_path / "figures.csv").read_text("utf-8") == "old"
    assert (tmp_path / "mine.txt").read_text("utf-8") == "old"


def test_without_force_nothing_is_written(tmp_path: Path, run: Run) -> None:
    """One file that exists refuses all; no new one is left that would refuse the next run."""
    (tmp_path / "units.csv").write_text("mine", "utf-8")
    assert run("export", tmp_path).returncode == 1
    assert [p.name for p in tmp_path.iterdir()] == ["units.csv"]


def test_rights_stay_and_other_files_too(tmp_path: Path) -> None:
    """A replaced file keeps its rights; what is not the export's keeps everything."""
    (tmp_path / "a").write_text("old", "utf-8")
    (tmp_path / "a").chmod(0o640)
    (tmp_path / "mine").write_text("mine", "utf-8")
    before = (tmp_path / "mine").stat()
    save_all(tmp_path, {"a": b"new", "b": b"new"}, force=True)
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "mine").stat() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b", "mine"]


def test_two_runs_do_not_write_to_one_folder(tmp_path: Path, run: Run) -> None:
    """The second is told to try again, and takes nothing of the first for litter."""
    work = tmp_path / ".kic-export"
    work.mkdir()
    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        done = run("export", tmp_path)
    finally:
        os.close(handle)
    assert (done.returncode, done.stderr) == (
        1,
        f"kic: another run of kic is writing to '{tmp_path}'; try again.\n",
    )
    assert list(tmp_path.iterdir()) == [work]


@pytest.mark.parametrize("work", [".kic-export", ".kic-export-forward", ".kic-export-back"])
@pytest.mark.parametrize("part", ["new", "old", "added"])
def test_what_kic_did_not_leave_is_not_completed(tmp_path: Path, work: str, part: str) -> None:
    """A folder from elsewhere cannot make an export take files from outside it."""
    outside, out = tmp_path / "outside", tmp_path / "out"
    for folder in (outside, out, out / work):
        folder.mkdir()
    (outside / "letter").write_text("mine", "utf-8")
    (out / "letter").write_text("mine", "utf-8")
    (out / work / part).symlink_to(outside)
    with pytest.raises(OutputError, match="was not left by kic"):
        save_all(out, {"a": b"new"}, force=True)
    assert (outside / "letter").read_text("utf-8") == "mine"
    assert (out / "letter").read_text("utf-8") == "mine"
    assert sorted(p.name for p in out.iterdir()) == [work, "letter"]
    (out / work / part).unlink()
    (out / work).rmdir()
    (out / work).symlink_to(outside)
    with pytest.raises(OutputError, match="was not left by kic"):
        save_all(out, {"a": b"new"}, force=True)
    assert [p.name for p in outside.iterdir()] == ["letter"]


@pytest.mark.parametrize("there", [True, False])
def test_a_full_disk_keeps_all_old_files(disk: Disk, run: Run, there: bool) -> None:
    """No room for the last file: none is replaced, no new folder appears, nothing is left."""
    folder = disk("64k")
    out = folder / "out"
    if there:
        out.mkdir()
        (out / "figures.csv").write_text("old", "utf-8")
    done = run("export", out, "--force")
    assert done.returncode == 1
    assert done.stderr.startswith(f"kic: cannot write '{out}/")
    assert done.stderr.endswith("': no space left on device.\n")
    left = [p.relative_to(folder).as_posix() for p in folder.rglob("*")]
    assert left == (["out", "out/figures.csv"] if there else [])


def test_a_file_that_cannot_be_moved_brings_all_back(disk: Disk, tmp_path: Path) -> None:
    """What only shows when a file is renamed is told, with all old files in their places."""
    folder = disk("64k")
    for name in ("a", "b"):
        (folder / name).write_text("old", "utf-8")
    (tmp_path / "other").write_text("mounted", "utf-8")
    subprocess.run(["mount", "--bind", tmp_path / "other", folder / "b"], check=True)
    try:
        with pytest.raises(OutputError, match=f"cannot write '{folder / 'b'}': "):
            save_all(folder, {"0": b"new", "a": b"new", "b": b"new", "c": b"new"}, force=True)
    finally:
        subprocess.run(["umount", folder / "b"], check=True)
    assert {p.name: p.read_text("utf-8") for p in folder.iterdir()} == {"a": "old", "b": "old"}


def test_a_full_temporary_folder_is_no_matter(disk: Disk, tmp_path: Path) -> None:
    """SQLite needs room only where the database goes."""
    folder = disk("64k")
    (folder / "filled").write_bytes(b"0" * 65536)
    done = subprocess.run(
        [KIC, "export", tmp_path / "out", "--as", "sqlite", "--quiet"],
        env=ENVIRONMENT | {"TMPDIR": str(folder), "SQLITE_TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    with closing(sqlite3.connect(tmp_path / "out" / "kic.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) > 60 FROM figures").fetchall() == [(1,)]
