"""The Typer application, and the one place where an error becomes a line and an exit code."""

import re
import shlex
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from kic import __version__
from kic.cli.options import SHARED
from kic.cli.output import as_answer, error_line
from kic.model.errors import LONGEST_USAGE, KicError, UsageError, cause, excerpt
from kic.model.spelling import nearest


def _without_types(parameters: list[Any]) -> list[Any]:
    """The same parameters; beside each help shows its metavar, or nothing, and no Python type."""
    for parameter in parameters:
        is_flag = getattr(parameter, "is_flag", True)  # an argument has its metavar as name
        shown = "" if is_flag else parameter.metavar
        parameter.display_type_rich = lambda ctx, shown=shown: shown
    return parameters


class Command(TyperCommand):
    """A command of which the help is an answer: whole, to where answers go."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters as help shows them: what is asked first, --help among the last."""
        *parameters, help_ = _without_types(super().get_params(ctx))
        help_.rich_help_panel = SHARED
        return [*parameters, help_]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments; --help is written here."""
        with as_answer():
            return super().parse_args(ctx, args)


class Group(TyperGroup):
    """All commands; what can go wrong in one becomes lines on stderr and an exit code."""

    def main(self, *args: Any, **settings: Any) -> Any:
        """Run a command; exits with its code, or gives it back if not in ``standalone_mode``."""
        lines: tuple[str, ...] = ()
        given = settings.get("args") or next(filter(None, args), None) or sys.argv[1:]
        try:
            code = super().main(*args, **{**settings, "standalone_mode": False})
        except UsageError as error:
            code, lines = error.exit_code, (self._with_hint(error, given),)
        except KicError as error:
            code, lines = error.exit_code, error.lines
        except typer.TyperException as error:
            code, lines = error.exit_code, (self._with_hint(_told(error, given), given),)
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

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters as help shows them."""
        return _without_types(super().get_params(ctx))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments before the command; --help and --version are written here.

        A language may stand before the command too.
        """
        first = args[0] if args else ""
        before = 2 if first == "--lang" else int(first.startswith("--lang="))
        command, rest = args[before : before + 1], args[before + 1 :]
        with as_answer():
            return super().parse_args(ctx, [*command, *args[:before], *rest])

    def _with_hint(self, error: UsageError, given: Iterable[str]) -> str:
        """What is wrong with a question on one line, with one that would be understood."""
        [line] = error.lines
        corrected = error.corrected(given)
        command = self.commands.get(corrected[0]) if corrected else None
        known = [name for p in command.params for name in p.opts] if command else []
        unknown = [a for a in corrected if command and a.startswith("--") and a not in known]
        hinted = f"{line} Try: kic {shlex.join(corrected)}"
        # One that is longer than anybody reads is no help.
        if list(corrected) == list(given):
            return line
        return hinted if corrected and not unknown and len(hinted) <= LONGEST_USAGE else line

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command with the name that comes first, or the help of the one after ``help``.

        Raises UsageError with what may have been meant.
        """
        if args[0] == "help":
            args = [name for name in args[1:] if name in self.commands][:1]
            if not args:
                with as_answer():
                    typer.echo(ctx.get_help())
                raise typer.Exit
            return super().resolve_command(ctx, [*args, "--help"])
        if not args[0].startswith("-") and args[0] not in self.commands:
            raise _no_command(args, list(self.commands))
        return super().resolve_command(ctx, args)


_STYLES = {"text", "bibtex", "csl-json"}
# What is called otherwise elsewhere, by the command and the option that it does not have.
_OPTIONS = {
    ("cite", "--format"): "--style",
    ("cite", "-f"): "--style",
    ("cite", "--figure"): "--period",
    ("export", "--format"): "--as",
    ("export", "-f"): "--as",
}


def _told(error: Any, given: Iterable[str]) -> UsageError:
    """What Typer says is wrong, on one line, with the option that a command does have."""
    text = " ".join(error.format_message().split())
    option = getattr(error, "option_name", "")
    known = _OPTIONS.get((error.ctx.info_name, option)) if option and error.ctx else None
    if option == "--figure" and known and any(":" in argument for argument in given):
        return UsageError("cite has --period and --region, in the place of PERIOD:REGION.")
    values = {part for argument in given for part in argument.split("=", 1)}
    if known == "--style" and not _STYLES & values:
        return UsageError("cite has --style, which is text, bibtex or csl-json.")
    if known:
        return UsageError(f"{error.ctx.info_name} has {known}.", name=option, instead=(known,))
    if number := re.match(r"Invalid value for '(\S+)'.* valid (integer|number)", text):
        kind = {"integer": "whole number", "number": "number"}[number[2]]
        return UsageError(f"{number[1]} takes a {kind}.")
    return UsageError(text[:1].lower() + text[1:])


def _no_command(args: list[str], commands: list[str]) -> UsageError:
    """What is no command: a name, a command misspelt, or words that stand somewhere."""
    if meant := _COMMANDS.get(args[0].lower()):
        if meant == "themes" and args[1:2] and not args[1].startswith("-"):
            meant = "show"
        return UsageError(f"unknown command {excerpt(args[0])}.", instead=(meant, *args[1:]))
    words = [word for word in args if not word.startswith("-")]
    kind = _kind_of(words)
    if kind == "region":
        message = f"{excerpt(args[0])} is a region, not a command."
        return UsageError(message, instead=("gaps", "--region", *args))
    if kind:
        message = f"{excerpt(' '.join(words))} is no command."
        return UsageError(message, instead=("show", *args))
    near = nearest(args[0], dict.fromkeys(commands, ()), most=2)
    if not near and words == args and len(" ".join(words)) <= 100 and _is_found(words):
        return UsageError(f"unknown command {excerpt(args[0])}.", instead=("find", *words))
    hint = "did you mean " + " or ".join(map(repr, near)) + "? " if near else ""
    return UsageError(f"unknown command {excerpt(args[0])}; {hint}'kic --help' lists them all.")


# What other programs, or people, call a command.
_COMMANDS = {
    **dict.fromkeys(("list", "ls", "thema", "topics"), "themes"),
    **dict.fromkeys(("get", "view", "toon"), "show"),
    **dict.fromkeys(("vergelijk", "changes"), "compare"),
    **dict.fromkeys(("difference", "differences", "verschil", "delta"), "diff"),
    **dict.fromkeys(("missing", "lacunes", "gap", "unknown"), "gaps"),
    **dict.fromkeys(("search", "grep", "zoek"), "find"),
    **dict.fromkeys(("factcheck", "controleer", "toets"), "check"),
    **dict.fromkeys(("quote", "citeer", "bibtex"), "cite"),
}


def _kind_of(words: list[str]) -> str:
    """Whether kic's own figures know words as subjects, or as a region."""
    from kic.dataset import load
    from kic.query import names

    dataset = load()
    with suppress(UsageError):
        names.subjects(dataset, words)
        return "subject"
    with suppress(UsageError):
        names.ids(dataset, " ".join(words), "region")
        return "region"
    return ""


def _is_found(words: list[str]) -> bool:
    """Whether kic's own figures have words somewhere."""
    from kic.dataset import load
    from kic.query.find import find

    return bool(find(load(), " ".join(words)).hits)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kic {__version__}")
        raise typer.Exit


def _start(
    ctx: typer.Context,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", "-V", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        with as_answer():
            typer.echo(_first_screen(ctx))


def _first_screen(ctx: Any) -> str:
    """What kic is for those who type its name alone: examples, and what else there is."""
    commands = ctx.command.commands.values()
    return "\n".join(
        [
            _ABOUT,
            _EXAMPLES,
            "",
            *(f"{c.name:<10}{c.get_short_help_str(70)}" for c in commands),
            "",
            "'kic help' tells more, and 'kic help COMMAND' all about one.",
        ]
    )


_ABOUT = "The figures on children's rights in the Netherlands, and what is not known."
_EXAMPLES = """\
  kic show migratie             the figures of a theme
  kic show nareis               all about one figure
  kic find dakloos              which figures are about this
  kic compare                   what went up, what went down
  kic gaps --region caribisch   what is not known, and why"""


def new_application() -> typer.Typer:
    """The application without a command."""
    return typer.Typer(
        cls=Group,
        callback=_start,
        invoke_without_command=True,
        name="kic",
        help=(
            f"{_ABOUT}\n\nThe figures come from 'Kinderrechten in Cijfers 2020' of the "
            f"Kinderrechtencollectief.\n\n{_EXAMPLES}"
        ),
        epilog=(
            "Answers go to stdout, everything else to stderr. Exit codes: 0 answered, 1 a file or "
            "a check failed, 2 wrong usage, 130 interrupted."
        ),
        context_settings={"help_option_names": ["-h", "--help"]},
        pretty_exceptions_enable=False,
        add_completion=True,
    )
