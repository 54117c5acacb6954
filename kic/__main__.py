"""The entry point: takes over Ctrl-C before anything else is imported."""

# ruff: noqa: E402 - what else is imported comes after that
from kic.interrupt import end_on_interrupt, ignore_interrupts

end_on_interrupt()

import gc
import os
import sys

TYPE_CHECKING = False
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
    finally:
        gc.freeze()
        ignore_interrupts()


def _name(command: "CommandInfo") -> list[str]:
    """The name of a command, as it stands first on the command line."""
    return [str(command.name or getattr(command.callback, "__name__", ""))]


if __name__ == "__main__":
    main()
