"""The entry point: an interrupt is caught even while the command line is imported."""

import gc
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer.models import CommandInfo


def main() -> None:
    """Run the command line and exit with its code."""
    # A short run makes little garbage: looking for it, also once more at the end, takes
    # longer than all the work on an answer.
    gc.disable()
    # pydantic would look through every installed package for plugins; kic has none.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        from kic.cli import app

        # Typer takes longer to prepare ten commands than kic to answer one of them.
        asked = [c for c in app.registered_commands if _name(c) == sys.argv[1:2]]
        app.registered_commands = asked or app.registered_commands
        app()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()


def _name(command: "CommandInfo") -> list[str]:
    """The name of a command, as it stands first on the command line."""
    return [str(command.name or getattr(command.callback, "__name__", ""))]


if __name__ == "__main__":
    main()
