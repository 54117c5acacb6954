"""The entry point: an interrupt is caught even while the command line is imported."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and exit with its code."""
    # A short run makes little garbage: looking for it, also once more at the end, takes
    # longer than all the work on an answer.
    gc.disable()
    # pydantic would look through every installed package for plugins; kic has none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from kic.cli import app

        app()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
