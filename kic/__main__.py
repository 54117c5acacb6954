"""The entry point.  From its first lines on Ctrl-C ends kic at once and without a word.

An exception would not do: libraries swallow it or print it.  So this module imports at its
top only what Python has loaded already: ``signal`` itself would first import ``enum`` and all
that that needs.
"""

import _signal as signal  # type: ignore[import-not-found,unused-ignore]
import gc
import os
import sys


def _end(*_: object) -> None:
    os._exit(130)


# Whoever started kic may have had Ctrl-C ignored.
if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, _end)


def main() -> None:
    """Run the command line and exit with its code."""
    # A short run makes little garbage: looking for it, also once more at the end, takes
    # longer than all the work on an answer.
    gc.disable()
    # pydantic would look through every installed package for plugins; kic has none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from kic.cli import application

        application(sys.argv[1:4])()  # a language may stand before the command
    finally:
        gc.freeze()
        # The work is done: what comes now changes neither the answer nor the exit code.
        if signal.getsignal(signal.SIGINT) is _end:
            signal.signal(signal.SIGINT, signal.SIG_IGN)


if __name__ == "__main__":
    main()
