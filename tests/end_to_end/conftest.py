"""Ways to run kic, and a disk that fills up."""

import io
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import ENVIRONMENT
from tests.end_to_end import inprocess

KIC = Path(sys.executable).with_name("kic")

# A shell has what it runs in the background ignore Ctrl-C, and so would all that is run here.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def run() -> Run:
    """Run kic here, with the bytes that a pipe would get."""

    def run_(*arguments: object, **env: str) -> "subprocess.CompletedProcess[str]":
        assert inprocess.heard(env), "this takes a process of its own"
        command = [*map(str, arguments)]
        done = inprocess.answer(command, ENVIRONMENT | env)
        encoding = env.get("PYTHONIOENCODING", "utf-8")
        out, err = (io.TextIOWrapper(io.BytesIO(b), encoding).read() for b in done[:2])
        return subprocess.CompletedProcess(command, done.code, out, err)

    return run_


@pytest.fixture(scope="session")
def process() -> Run:
    """Run kic as a process of its own, with its output in a pipe; for what needs one."""

    def run_(*arguments: object, **env: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [KIC, *map(str, arguments)],
            env=ENVIRONMENT | env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding=env.get("PYTHONIOENCODING", "utf-8"),
            timeout=60,
            check=False,
        )

    return run_


Disk = Callable[[str], Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Mount a file system of its own, of a size such as 16k, and give its folder."""
    folder = tmp_path / "disk"

    def mount(size: str) -> Path:
        folder.mkdir()
        if os.geteuid() != 0:
            pytest.skip("mounting a small disk needs root")
        command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
        if subprocess.run(command, capture_output=True, check=False).returncode != 0:
            pytest.skip("no file system can be mounted here")
        return folder

    yield mount
    if folder.is_mount():
        subprocess.run(["umount", str(folder)], check=True)
