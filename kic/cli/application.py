"""The Typer application, and the one place where an error becomes a line and an exit code."""

import sys
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from kic import __version__
from kic.cli.output import as_answer, error_line
from kic.model.errors import LONGEST_USAGE, KicError, UsageError, cause, excerpt, shortened
from kic.model.spelling import nearest


class Command(TyperCommand):
    """A command of which the help is an answer: whole, to where answers go."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; --help is written here."""
        with as_answer():
            return super().parse_args(ctx, args)


class Group(TyperGroup):
    """All commands; what can go wrong in one becomes lines on stderr and an exit code."""

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run a command; exits with its code, or gives it back if not in ``standalone_mode``."""
        lines: tuple[str, ...] = ()
        try:
            code = super().main(*args, **{**settings, "standalone_mode": False})
        except KicError as error:
            code, lines = error.exit_code, error.lines
        except typer.TyperException as error:
            text = " ".join(error.format_message().split())
            line = shortened(text[:1].lower() + text[1:], LONGEST_USAGE)
            code, lines = error.exit_code, (line,)
        except MemoryError:
            code, lines = 1, ("there is not enough memory for this.",)
        except OSError as error:  # from reading: errors of writing are explained where they occur
            named = "" if error.filename is None else f"'{error.filename}': "
            code, lines = 1, (f"{named}{cause(error)}.",)
        for line in lines:
            error_line(line)
        if settings.get("standalone_mode", True):
            sys.exit(code)
        return code

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments before the command; --help and --version are written here."""
        with as_answer():
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command with the name that comes first; raises UsageError with the nearest ones."""
        if not args[0].startswith("-") and args[0] not in self.commands:
            near = nearest(args[0], dict.fromkeys(self.commands, ()), most=2)
            hint = "did you mean " + " or ".join(map(repr, near)) + "? " if near else ""
            raise UsageError(
                f"unknown command {excerpt(args[0])}; {hint}'kic --help' lists them all."
            )
        return super().resolve_command(ctx, args)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kic {__version__}")
        raise typer.Exit


def _start(
    ctx: typer.Context,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        with as_answer():
            typer.echo(ctx.get_help())


def new_application() -> typer.Typer:
    """The application without a command."""
    return typer.Typer(
        cls=Group,
        callback=_start,
        invoke_without_command=True,
        name="kic",
        help=(
            "The figures on children's rights in the Netherlands, and what is not known about "
            "them.\n\nThe figures come from 'Kinderrechten in Cijfers 2020' of the "
            "Kinderrechtencollectief."
        ),
        epilog=(
            "Begin with 'kic themes', 'kic find dakloos' or 'kic gaps --grid'. "
            "Exit codes: 0 answered, 1 a file or a check failed, 2 wrong usage, 130 interrupted. "
            "Answers go to stdout, everything else to stderr."
        ),
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
        add_completion=True,
    )
