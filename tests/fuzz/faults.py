"""What goes wrong around kic: killed, a full disk, closed streams, others who write, odd files.

In processes of their own.  A file that is written is the old one or the new one, and the next run
leaves nothing beside it.  ``--only`` and the seed give the same fault, not the same moment.
"""

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from functools import cache, partial
from itertools import combinations, cycle
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from threading import Event, Thread
from typing import Any, NamedTuple

import kic
from kic.publish import export
from tests.conftest import ENVIRONMENT, MINIMAL, exact, indicator
from tests.fuzz.running import KIC, Kic, expect, main

_ENVIRONMENT = ENVIRONMENT | {"SOURCE_DATE_EPOCH": "0"}
WRITES = (  # to ``out`` or into it
    *("show -o out/a.json", "show -o out/a.xlsx", "report -o out/a.html"),
    *("chart nareis -o out/a.svg", "export out", "export out --as sqlite", "export out --as csvw"),
)
ANSWERS = (
    "themes",
    "show nareis",
    "find dakloos",
    "compare",
    "gaps --json",
    "--help",
    "show nowhere",
)
_MEMORY = 1_000_000  # kB that a process may take
Files = Mapping[str, bytes]
Fault = Callable[[Random, Path], None]


class Done(NamedTuple):
    """How a process ended; ``memory`` is the most that it had, in kB."""

    code: int
    out: bytes
    err: bytes
    memory: int = 0


def _start(folder: Path, command: str, **settings: Any) -> "subprocess.Popen[bytes]":
    piped: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    settings = {"env": _ENVIRONMENT, "cwd": folder, **piped, **settings}
    return subprocess.Popen([str(KIC), *command.split()], **settings)


def _run(folder: Path, command: str, **settings: Any) -> Done:
    with _start(folder, command, **settings) as process:
        out, err = process.communicate(timeout=120)
    return Done(process.returncode, out or b"", err or b"")


def _expect_one_line(done: Done, *codes: int) -> None:
    expect(done.code in codes, f"exit code {done.code}: {done.err.decode()[-500:]}")
    expect(not done.out, "half an answer")
    lines = done.err.decode().splitlines()
    expect(len(lines) == 1 and lines[0].startswith("kic: "), f"more or less than a line: {lines}")


def _files(folder: Path) -> Files:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


@cache
def _whole(command: str) -> tuple[Files, float]:
    """The files that a command writes, and how many seconds it takes."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        began = time.monotonic()
        (folder / "out").mkdir()
        expect(_run(folder, command).code == 0, f"{command} fails")
        return _files(folder / "out"), time.monotonic() - began


# ------------------------------------------------------------------------- while it writes


def killed(random: Random, folder: Path) -> None:
    """By SIGKILL, at any moment: all is old or all new, and the next run clears up."""
    command = random.choice(WRITES)
    new, seconds = _whole(command)
    old = dict.fromkeys(new, b"old")
    (folder / "out").mkdir()
    for name, data in old.items():
        (folder / "out" / name).write_bytes(data)
    with _start(folder, f"{command} --force") as process:
        # Most of the time it reads; what matters is at the end.
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds * random.choice((random.random(), random.uniform(0.7, 1.1))))
        process.kill()
    left = {
        name: data for name, data in _files(folder / "out").items() if not name.startswith(".kic")
    }
    mixed = left not in (old, new)
    expect(not mixed or (folder / "out" / ".kic-export-forward").exists(), "a mixture is left")
    expect(_run(folder, f"{command} --force").code == 0, "the next run fails")
    expect(_files(folder / "out") == new, "the next run leaves something")


def full(random: Random, folder: Path) -> None:
    """A disk that is full at any write: the new files, or a line and what was there."""
    command = random.choice(WRITES)
    new, _ = _whole(command)
    most = sum(map(len, new.values())) // 1024 + 64
    with _disk(folder, f"{random.randrange(4, 3 * most)}k") as disk:
        (disk / "out").mkdir()
        done = _run(disk, command)
        _expect_old_or_new(done, _files(disk / "out"), new)


def read_only(random: Random, folder: Path) -> None:
    """A disk that nothing can be written to."""
    with _disk(folder, "1m") as disk:
        (disk / "out").mkdir()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        _expect_one_line(_run(disk, random.choice(WRITES)), 1)


def _expect_old_or_new(done: Done, files: Files, new: Files, old: Files | None = None) -> None:
    if done.code == 0:
        expect(files == new, "not all is written")
    else:
        _expect_one_line(done, 1)
        expect(files == (old or {}), f"something is left: {[*files]}")


@contextmanager
def _disk(folder: Path, size: str) -> Iterator[Path]:
    """A file system of its own."""
    disk = folder / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
    subprocess.run(command, check=True, capture_output=True)
    try:
        yield disk
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=True)


def many(random: Random, folder: Path) -> None:
    """Who write one file or folder at once: it is whole, and each of them says what it did."""
    command = random.choice(WRITES)
    new, _ = _whole(command)
    (folder / "out").mkdir()
    several = [_start(folder, f"{command} --force -q") for _ in range(random.choice((5, 20, 100)))]
    for process in several:
        out, err = process.communicate(timeout=300)
        done = Done(process.returncode, out, err)
        if done.code:
            _expect_one_line(done, 1)
            expect(b"another run" in err, err.decode())
    expect(_files(folder / "out") == new, "is not whole")


# -------------------------------------------------------------------- around it, and what it reads


def streams(random: Random, folder: Path) -> None:
    """Any of the three closed: a command in all eight ways."""
    command = random.choice(ANSWERS)
    plain = _run(folder, command)
    for closed in (several for count in range(4) for several in combinations(range(3), count)):
        done = _run(folder, command, preexec_fn=partial(_close, closed), stdin=subprocess.DEVNULL)
        expect(b"Traceback" not in done.err, done.err.decode())
        if 1 in closed and plain.code == 0:
            expect((done.code, done.out) == (1, b""), f"exit code {done.code} without stdout")
            expect(2 in closed or done.err == b"kic: stdout is closed.\n", done.err.decode())
        else:
            out = b"" if 1 in closed else plain.out
            expect((done.code, done.out) == (plain.code, out), f"differs without {closed}")
            expect(done.err == (b"" if 2 in closed else plain.err), f"{done.err!r}")


def _close(several: tuple[int, ...]) -> None:
    for number in several:
        os.close(number)


def bare(random: Random, folder: Path) -> None:
    """No home, no folder for what is temporary, no locale, no path: the same files."""
    command = random.choice(WRITES)
    (folder / "out").mkdir()
    gone = ("HOME", "TMPDIR", "LANG", "TERM", "PATH", "USER")
    env = {k: v for k, v in _ENVIRONMENT.items() if k not in random.sample(gone, 3)}
    env |= random.choice(({}, {"HOME": "/nowhere"}, {"TMPDIR": "/nowhere"}, {"HOME": ""}))
    done = _run(folder, f"{command} -q", env=env)
    expect((done.code, done.err) == (0, b""), done.err.decode()[-500:])
    expect(_files(folder / "out") == _whole(command)[0], "other files")


def changing(random: Random, folder: Path) -> None:
    """A dataset or a store that is saved again and again while it is read: one of two, or a line.

    Of a store each file is replaced in turn, the list of them last.
    """
    texts = [MINIMAL + indicator("a", exact("2020", n)) for n in (5, 7)]
    path, is_over = folder / "x.toml", Event()
    versions: list[Files] = [{path.name: text.encode()} for text in texts]
    given, pause = random.choice([path, folder / "store"]), random.choice((0, 0.01, 0.1))
    if given is not path:
        versions = [_store(text) for text in texts]

    def save(files: Files) -> None:
        for name, data in files.items():
            if given is path:
                path.write_bytes(data)
            else:
                (folder / ".saved").write_bytes(data)
                (folder / ".saved").replace(given / name)
            is_over.wait(pause)

    def keep_saving() -> None:
        for files in cycle(versions):
            if is_over.is_set():
                return
            save(files)

    if given is not path:
        given.mkdir()
    save(versions[0])
    saving = Thread(target=keep_saving)
    saving.start()
    try:
        done = _run(folder, f"show a --format csv --columns value -q --data {given.name}")
    finally:
        is_over.set()
        saving.join()
    if done.code:
        _expect_one_line(done, 1)
    else:
        expect(done.out.split()[1:] in ([b"5"], [b"7"]), done.out.decode())


@cache
def _store(text: str) -> Files:
    """The store of a dataset, the list of its files last."""
    with TemporaryDirectory() as name:
        path = Path(name, "x.toml")
        path.write_text(text, "utf-8")
        files = export(kic.load(path), "parquet", datetime(2000, 1, 1))
        return dict(sorted(files.items(), key=lambda item: item[0] == "store.parquet"))


_DATA: Mapping[str, Callable[[Path], object]] = {
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to its folder": lambda path: path.symlink_to(path.parent),
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a folder": lambda path: path.mkdir(),
    "zeros": lambda path: path.symlink_to("/dev/zero"),
    "noise": lambda path: path.symlink_to("/dev/urandom"),
    "nothing": lambda path: path.symlink_to("/dev/null"),
    "memory": lambda path: path.symlink_to("/proc/self/mem"),
    "100 MB of noise": lambda path: path.write_bytes(os.urandom(100_000_000)),
    "100 MB of letters": lambda path: path.write_bytes(b"a" * 100_000_000),
    "10 MB of keys": lambda path: path.write_text(
        "".join(f"k{n} = 1\n" for n in range(1_000_000))[:10_000_000]
    ),
    "10 MB of brackets": lambda path: path.write_bytes(b"[" * 10_000_000),
    "10 MB on a line": lambda path: path.write_bytes(b'a = "' + b"x" * 10_000_000),
    "lists 10.000 deep": lambda path: path.write_text(f"a = {'[' * 10_000}{']' * 10_000}"),
    "tables 10.000 deep": lambda path: path.write_text(f"[a{'.a' * 10_000}]\nx = 1"),
    "keys 10.000 deep": lambda path: path.write_text(f"a{'.a' * 10_000} = 1"),
    "braces 10.000 deep": lambda path: path.write_text(f"a = {'{a = ' * 10_000}1{'}' * 10_000}"),
}


def odd(random: Random, folder: Path) -> None:
    """Data and texts that are none, or too large or deep: a line, in bounded time and memory."""
    name = random.choice([*_DATA])
    _DATA[name](folder / "x.toml")
    command = random.choice(
        ("show --data", "validate", "check", "validate --source", "init b --from")
    )
    with _start(folder, f"{command} x.toml") as process:
        out, err = (stream.read() for stream in (process.stdout, process.stderr) if stream)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    done = Done(process.returncode, out, err, used.ru_maxrss)
    expect(done.memory < _MEMORY, f"{name}: {done.memory} kB")
    if command.startswith("validate") and done.out:  # which answers "no"
        expect(done.code == 1 and done.out and not done.err, f"{name}: {done.err.decode()[-500:]}")
    elif done.code or command not in ("check", "init b --from"):
        _expect_one_line(done, 1, 2)


@cache
def can_mount() -> bool:
    """Whether a file system can be mounted here, which root may."""
    try:
        with TemporaryDirectory() as name, _disk(Path(name), "1m"):
            return True
    except (OSError, subprocess.CalledProcessError):
        return False


ON_DISKS = (full, read_only)
LASTING = (many,)  # takes as long as many others
FAULTS: tuple[Fault, ...] = (*(killed,) * 8, *(full,) * 4, read_only, many)
FAULTS += (*(streams,) * 4, *(bare,) * 2, *(changing,) * 3, *(odd,) * 4)


def case(kic: Kic) -> str:
    """One fault."""
    fault = kic.random.choice([f for f in FAULTS if f not in ON_DISKS or can_mount()])
    fault(kic.random, kic.folder)
    return fault.__name__


if __name__ == "__main__":
    main(case, longest=400)
