"""The one place where an error becomes a line on stderr and an exit code."""

import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from kic.cli.output import cause, complain, hush
from kic.errors import KicError, UsageError
from kic.interrupt import INTERRUPTED
from kic.names import nearest


class Group(TyperGroup):
    """Turns what can go wrong into one line on stderr and an exit code."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command; what goes wrong becomes a line and an exit code."""
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except KicError as error:
            code = complain(error.exit_code, *error.lines)
        except typer.TyperException as error:
            code = complain(error.exit_code, _one_line(error))
        except (KeyboardInterrupt, typer.Abort):
            code = INTERRUPTED
        except OSError as error:  # what kic itself reads or writes is caught where that is done
            hush()
            what = "write to stdout" if error.filename is None else f"use '{error.filename}'"
            code = complain(1, f"cannot {what}: {cause(error)}.")
        if standalone_mode:
            sys.exit(code)
        return code

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was named, or tell the nearest one."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            near = nearest(args[0], dict.fromkeys(self.commands, ()), most=2)
            hint = "did you mean " + " or ".join(map(repr, near)) + "? " if near else ""
            raise UsageError(f"unknown command {args[0]!r}; {hint}'kic --help' lists them all.")
        return super().resolve_command(ctx, args)


def _one_line(error: typer.TyperException) -> str:
    text = " ".join(error.format_message().split())
    return text[:1].lower() + text[1:]
