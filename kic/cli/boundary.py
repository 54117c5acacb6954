"""The one place where an error becomes a line on stderr and an exit code."""

import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from kic.cli.output import as_answer, complain
from kic.model.errors import LONGEST_USAGE, KicError, UsageError, cause, excerpt, shortened
from kic.query.names import nearest


class Command(TyperCommand):
    """A command of which the help is an answer: whole, to where answers go."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; --help is written here."""
        with as_answer():
            return super().parse_args(ctx, args)


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
            code = 130  # as the shell has it for Ctrl-C
        except MemoryError:
            code = complain(1, "there is not enough memory for this.")
        except OSError as error:  # not from writing: that is told where it is done
            named = "" if error.filename is None else f"'{error.filename}': "
            code = complain(1, f"{named}{cause(error)}.")
        if standalone_mode:
            sys.exit(code)
        return code

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments before the command; --help and --version are written here."""
        with as_answer():
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that was named, or tell the nearest one."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            near = nearest(args[0], dict.fromkeys(self.commands, ()), most=2)
            hint = "did you mean " + " or ".join(map(repr, near)) + "? " if near else ""
            raise UsageError(
                f"unknown command {excerpt(args[0])}; {hint}'kic --help' lists them all."
            )
        return super().resolve_command(ctx, args)


def _one_line(error: typer.TyperException) -> str:
    text = " ".join(error.format_message().split())
    return shortened(text[:1].lower() + text[1:], LONGEST_USAGE)
