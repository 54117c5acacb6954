"""A real pseudo-terminal, around a kic process or the command line within that of the tests."""

import fcntl
import os
import pty
import struct
import subprocess
import termios
import threading

from tests.conftest import ENVIRONMENT
from tests.end_to_end import inprocess
from tests.end_to_end.conftest import KIC


def on_terminal(*arguments: str, width: int = 80, **env: str) -> tuple[str, int]:
    """Run kic on a terminal of ``width`` columns: what it wrote there, and its exit code."""
    master, slave = _opened(width)
    with subprocess.Popen(
        [KIC, *arguments], stdin=slave, stdout=slave, stderr=slave, env=ENVIRONMENT | env
    ) as process:
        os.close(slave)
        shown = _read(master)
        code = process.wait(30)
    return shown, code


def on_screen(*arguments: str, width: int = 80, **env: str) -> tuple[str, int]:
    """The same without a process of its own, where nothing but the terminal matters."""
    master, slave = _opened(width)
    shown = []
    reader = threading.Thread(target=lambda: shown.append(_read(master)))
    reader.start()
    try:
        with open(slave, "w", encoding="utf-8") as stream:  # noqa: PTH123 - it is a number
            code = inprocess.run(arguments, ENVIRONMENT | env, stream, stream)
    finally:
        reader.join()
    return shown[0], code


def _opened(width: int) -> tuple[int, int]:
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    return master, slave


def _read(master: int) -> str:
    """What is written until the terminal closes."""
    written = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # the terminal closes with its last user
            break
        if not piece:
            break
        written += piece
    os.close(master)
    return written.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
