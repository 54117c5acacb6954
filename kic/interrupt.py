"""Ctrl-C ends kic at once and without a word, but never in the middle of a file.

An exception would do for neither: libraries swallow it or print it, and it may come between
the making of a temporary file and the code that would remove it.

Until this module is there Ctrl-C is Python's own, so it imports only what Python has loaded
already: ``signal`` itself would first import ``enum`` and all that that needs.
"""

import _signal as signal  # type: ignore[import-not-found,unused-ignore]
import os

INTERRUPTED = 130


def end_on_interrupt() -> None:
    """From now on Ctrl-C ends the process, unless whoever started it had it ignored."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def ignore_interrupts() -> None:
    """The work is done: what comes now changes neither the answer nor the exit code."""
    if signal.getsignal(signal.SIGINT) is _end:
        signal.signal(signal.SIGINT, signal.SIG_IGN)


def _end(*_: object) -> None:
    os._exit(INTERRUPTED)


class Uninterrupted:
    """A block in which signals wait until files stand as they should, with nothing beside them.

    What no program can stop still stops it; Windows has no signals to hold back.
    """

    def __enter__(self) -> None:
        self._before: object = None
        if hasattr(signal, "pthread_sigmask"):
            self._before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, self._before)
