"""Ctrl-C at any moment: exit code 130, not a word, and no file that is half there."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from kic.cli.saving import Uninterrupted, save_all
from tests.conftest import ENVIRONMENT, MINIMAL, exact, indicator
from tests.end_to_end.conftest import KIC


def _stopped(process: "subprocess.Popen[bytes]") -> tuple[int, bytes, bytes]:
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    return process.returncode, out, err


@pytest.mark.parametrize("moment", ["", "typer", "pydantic", "kic.model", "kic.query"])
def test_an_interrupt_during_start_up_is_silent(moment: str) -> None:
    """While modules are imported: right after Ctrl-C is taken over, or after any of them."""
    process = subprocess.Popen(
        [sys.executable, "-X", "importtime", KIC, "show", "--data", "/dev/stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,  # where Python tells each module that it has imported
        env=ENVIRONMENT,
        bufsize=0,
    )
    assert process.stderr is not None
    names = (line.rpartition(b"|")[2].strip().decode() for line in process.stderr)
    assert any(name == "kic.__main__" for name in names)
    assert any(name.startswith(moment) for name in names)
    code, out, err = _stopped(process)
    assert (code, out) == (130, b"")
    assert b"Traceback" not in err


@pytest.mark.parametrize("seconds", [0.02, 0.1, 0.2, 0.3, 0.4])
def test_an_interrupt_at_any_moment_is_silent(tmp_path: Path, seconds: float) -> None:
    """Also in the patterns and validators of pydantic, which would swallow an exception.

    The file takes seconds to check on any machine, so that no interrupt comes after its end.
    """
    text = MINIMAL + "".join(indicator(f"i{n}", exact("2019", 5)) for n in range(20_000))
    path = tmp_path / "x.toml"
    path.write_text(text, "utf-8")
    code = (
        "import kic.__main__, sys, kic.cli, kic.dataset.validation\n"
        f"sys.argv = ['kic', 'validate', {str(path)!r}]\n"
        "print(flush=True)\n"
        "kic.__main__.main()\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(seconds)
    assert _stopped(process) == (130, b"", b"")


def test_an_interrupt_that_is_ignored_stays_so(tmp_path: Path) -> None:
    """What runs in the background of a script is not what Ctrl-C is meant for."""
    fifo = tmp_path / "x.toml"
    os.mkfifo(fifo)
    process = subprocess.Popen(
        [KIC, "validate", fifo],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
    )
    with fifo.open("wb") as stream:
        process.send_signal(signal.SIGINT)
        stream.write((MINIMAL + indicator("a", exact("2019", 5))).encode())
    assert process.wait(20) == 0
    process.communicate()


WRITES = """
import os, signal, sys
from pathlib import Path
import kic.__main__
from kic.cli import saving

def interrupted(handle):
    os.kill(os.getpid(), signal.SIGINT)

os.fsync = interrupted
"""


@pytest.mark.parametrize(
    "write",
    [
        "saving.save(folder / 'a', b'new', force=True)",
        "saving.save_all(folder, {'a': b'new', 'b': b'new'}, force=True)",
    ],
)
def test_a_file_is_written_to_its_end(tmp_path: Path, write: str) -> None:
    """An interrupt while it is written comes after it: it is whole, and nothing is beside it."""
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"old")
    code = f"{WRITES}\nfolder = Path({str(tmp_path)!r})\n{write}\nprint('not reached')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")
    left = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert left == {"a": b"new", "b": b"new" if "save_all" in write else b"old"}


def test_an_interrupt_waits_only_for_the_block(tmp_path: Path) -> None:
    """A block within a block hands it on, and what went wrong in it does not hide it."""
    seen = []
    before = signal.signal(signal.SIGINT, lambda *_: seen.append(True))
    try:
        with Uninterrupted():
            with suppress(ValueError), Uninterrupted():
                signal.raise_signal(signal.SIGINT)
                int("broken")
            save_all(tmp_path / "x", {"a": b"1"}, force=False)
            assert seen == []
        assert seen == [True]
    finally:
        signal.signal(signal.SIGINT, before)
