"""A real pseudo-terminal around a kic process."""

import fcntl
import os
import pty
import struct
import subprocess
import termios

from tests.conftest import ENVIRONMENT, KIC


def on_terminal(*arguments: str, width: int = 80, **env: str) -> tuple[str, int]:
    """Run kic on a terminal of ``width`` columns: what it wrote there, and its exit code."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, width, 0, 0))
    with subprocess.Popen(
        [KIC, *arguments], stdin=slave, stdout=slave, stderr=slave, env=ENVIRONMENT | env
    ) as process:
        os.close(slave)
        written = b""
        while True:
            try:
                piece = os.read(master, 65536)
            except OSError:  # the terminal closes with its last user
                break
            if not piece:
                break
            written += piece
        code = process.wait(30)
    os.close(master)
    return written.decode("utf-8", "surrogateescape").replace("\r\n", "\n"), code
