"""The command line: parses arguments, picks a verb, writes its answer.

Every answering command is a few lines; what they share stands once, in ``_answers``.
``_Group`` is the one boundary at which an error becomes a line on stderr and a code.
"""

import os
import sys
from collections.abc import Callable, Sequence
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from kic import __version__, query
from kic.dataset import Dataset, load
from kic.errors import KicError, OutputError, UsageError
from kic.formats import FORMATS, Style, write
from kic.names import nearest
from kic.table import Table, compare_table, gaps_table, show_table, themes_table

_INTERRUPTED = 130
_LANGUAGES = ("nl", "en")
_NOTHING = "nothing matches all of these filters."
_EMPTY = {
    "gaps": "the page names no gap for all of these filters, which is not to say there is none.",
    "compare": "no indicator has two comparable figures here; 'kic show' tells what there is.",
}
_COLORS = ("auto", "always", "never")


# ------------------------------------------------------------------------- the boundary


class _Group(TyperGroup):
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
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except KicError as error:
            code = _complain(str(error), error.exit_code)
        except typer.TyperException as error:
            code = _complain(_one_line(error), error.exit_code)
        except (KeyboardInterrupt, typer.Abort):
            code = _INTERRUPTED
        except BrokenPipeError:
            code = _hush()
        if standalone_mode:
            sys.exit(code)
        return code

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            near = nearest(args[0], dict.fromkeys(self.commands, ()), most=2)
            hint = "did you mean " + " or ".join(map(repr, near)) + "? " if near else ""
            raise UsageError(f"unknown command {args[0]!r}; {hint}'kic --help' lists them all.")
        return super().resolve_command(ctx, args)


def _one_line(error: typer.TyperException) -> str:
    text = " ".join(error.format_message().split())
    return text[:1].lower() + text[1:]


def _complain(message: str, code: int) -> int:
    for line in message.splitlines():
        text = f"kic: {line}\n"
        encoding = getattr(sys.stderr, "encoding", None) or "utf-8"
        try:
            sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))
            sys.stderr.flush()
        except (OSError, ValueError):
            return code  # nobody listens
    return code


def _hush() -> int:
    """Whoever read the answer has gone: let the interpreter flush into nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


app = typer.Typer(
    cls=_Group,
    name="kic",
    help=(
        "The figures on children's rights in the Netherlands, and what is not known about "
        "them.\n\nThe figures come from 'Kinderrechten in Cijfers 2020' of the "
        "Kinderrechtencollectief."
    ),
    epilog=(
        "Exit codes: 0 answered, 1 a file or a check failed, 2 wrong usage, 130 interrupted. "
        "Answers go to stdout, everything else to stderr."
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    add_completion=True,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"kic {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _start(
    ctx: typer.Context,
    _version_: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    if ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


# ----------------------------------------------------------------------------- options


def _completing(kind: str) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """Completion from the dataset that the command line itself names."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        try:
            dataset = load(ctx.params.get("data"))
        except KicError:
            return []
        known: dict[str, str] = {}
        if kind in ("theme", "subject"):
            known |= {id_: t.label.en for id_, t in dataset.themes.items()}
        if kind in ("indicator", "subject"):
            known |= {id_: t.label.en for id_, t in dataset.indicators.items()}
        if kind == "region":
            known |= {id_: t.label.en for id_, t in dataset.regions.items()}
        if kind == "period":
            known |= {str(r.period): "" for r in sorted(dataset.records, key=lambda r: r.period)}
        return [(k, v) for k, v in known.items() if k.startswith(incomplete.lower())]

    return complete


_Subjects = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="THEME|INDICATOR",
        help="Themes or indicators, by id or alias; without any, everything.",
        autocompletion=_completing("subject"),
        show_default=False,
    ),
]
_Theme = Annotated[
    list[str] | None,
    typer.Option(
        "--theme",
        help="Only this theme; repeatable.",
        autocompletion=_completing("theme"),
        show_default=False,
    ),
]
_Indicator = Annotated[
    list[str] | None,
    typer.Option(
        "--indicator",
        help="Only this indicator, by id or alias; repeatable.",
        autocompletion=_completing("indicator"),
        show_default=False,
    ),
]
_Region = Annotated[
    list[str] | None,
    typer.Option(
        "--region",
        help="Only this region, exactly; repeatable.",
        autocompletion=_completing("region"),
        show_default=False,
    ),
]
_Period = Annotated[
    list[str] | None,
    typer.Option(
        "--period",
        help="Only this period, as 2020 or 2021-Q1 or unknown; repeatable.",
        autocompletion=_completing("period"),
        show_default=False,
    ),
]
_Registration = Annotated[
    list[str] | None,
    typer.Option(
        "--registration",
        metavar="partial|none",
        help="Only gaps registered partly, or by nobody; repeatable.",
        show_default=False,
    ),
]
_OUTPUT = "Output"
_SHARED: dict[str, tuple[Any, Any]] = {
    "format_": (
        Annotated[
            str | None,
            typer.Option(
                "--format",
                metavar="|".join(FORMATS),
                envvar="KIC_FORMAT",
                help="How to write the answer; default table.",
                autocompletion=lambda: list(FORMATS),
                rich_help_panel=_OUTPUT,
                show_default=False,
            ),
        ],
        None,
    ),
    "json_": (
        Annotated[
            bool,
            typer.Option("--json", help="Short for --format json.", rich_help_panel=_OUTPUT),
        ],
        False,
    ),
    "output": (
        Annotated[
            Path | None,
            typer.Option(
                "--output",
                "-o",
                metavar="FILE",
                help="Write to a file; its suffix picks the format.",
                rich_help_panel=_OUTPUT,
                show_default=False,
            ),
        ],
        None,
    ),
    "force": (
        Annotated[
            bool,
            typer.Option("--force", help="Replace an existing file.", rich_help_panel=_OUTPUT),
        ],
        False,
    ),
    "lang": (
        Annotated[
            str,
            typer.Option(
                "--lang",
                metavar="nl|en",
                envvar="KIC_LANG",
                help="The language of the answer.",
                autocompletion=lambda: list(_LANGUAGES),
                rich_help_panel=_OUTPUT,
            ),
        ],
        "nl",
    ),
    "color": (
        Annotated[
            str,
            typer.Option(
                "--color",
                metavar="auto|always|never",
                help="When to use colour and bold.",
                autocompletion=lambda: list(_COLORS),
                rich_help_panel=_OUTPUT,
            ),
        ],
        "auto",
    ),
    "data": (
        Annotated[
            Path | None,
            typer.Option(
                "--data",
                metavar="FILE",
                envvar="KIC_DATA",
                help="Another dataset than the one that comes with kic.",
                rich_help_panel=_OUTPUT,
                show_default=False,
            ),
        ],
        None,
    ),
}


def _answers(verb: Callable[..., Table]) -> Callable[..., Any]:
    """A command from a function of a dataset and filters: adds the shared options.

    The answer is complete before the first character of it is written.
    """

    def command(ctx: typer.Context, **given: Any) -> None:
        shared = {name: given.pop(name) for name in _SHARED}
        path = shared["output"]
        format_ = _format(shared["format_"], shared["json_"], path, _typed(ctx, "format_"))
        lang = _one_of("--lang", shared["lang"], _LANGUAGES)
        color = _one_of("--color", shared["color"], _COLORS)
        table = verb(load(shared["data"]), **given)
        if not table.records and not table.extra.get("statements"):
            _complain(f"the answer is empty: {_EMPTY.get(table.command, _NOTHING)}", 0)
        if path is not None:
            text = write(format_, table, Style(lang=lang))  # type: ignore[arg-type]
            _save(path, text.encode("utf-8"), force=shared["force"])
        else:
            style = _terminal(lang, color)
            _print(write(format_, table, style), style, for_people=FORMATS[format_].for_people)
        _afterwards(ctx, table)

    own = list(signature(verb).parameters.values())[1:]
    parameters = [
        Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
        *(p.replace(kind=Parameter.KEYWORD_ONLY) for p in own),
        *(
            Parameter(name, Parameter.KEYWORD_ONLY, annotation=hint, default=default)
            for name, (hint, default) in _SHARED.items()
        ),
    ]
    command.__signature__ = signature(verb).replace(  # type: ignore[attr-defined]
        parameters=parameters, return_annotation=None
    )
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    command.__doc__ = verb.__doc__
    command.__name__ = verb.__name__
    return command


def _typed(ctx: typer.Context, name: str) -> bool:
    """Whether an option was typed, and not taken from the environment."""
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _one_of(option: str, given: str, known: Sequence[str]) -> str:
    if given.lower() in known:
        return given.lower()
    near = nearest(given, dict.fromkeys(known, ()), most=1)
    hint = f"; did you mean {near[0]!r}?" if near else "."
    raise UsageError(
        f"unknown value {given!r} for {option}{hint} It is one of {', '.join(known)}."
    )


def _format(given: str | None, json_: bool, path: Path | None, typed: bool) -> str:
    """The format that was asked for: by name, by --json, by suffix, or the default."""
    known = tuple(FORMATS)
    name = _one_of("--format", given, known) if given else None
    if json_:
        if typed and name != "json":
            raise UsageError(f"--json contradicts --format {name}; give one of them.")
        return "json"
    if typed and name:
        return name
    if path is not None:
        for candidate, format_ in FORMATS.items():
            if path.suffix.lower() in format_.suffixes:
                return candidate
        suffixes = ", ".join(s for f in FORMATS.values() for s in f.suffixes)
        raise UsageError(
            f"the suffix of '{path}' tells no format (known: {suffixes}); "
            "rename it or give --format."
        )
    return name or "table"


# ------------------------------------------------------------------------------- output


def _terminal(lang: str, color: str) -> Style:
    """What stdout can show; asked here and nowhere else."""
    tty = sys.stdout.isatty()
    dumb = os.environ.get("TERM", "") in ("", "dumb") and os.name != "nt"
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    utf = encoding.lower().replace("-", "").startswith("utf")
    return Style(
        lang=lang,  # type: ignore[arg-type]  # checked by _one_of
        width=_columns() if tty else None,
        color=_colored(color, tty=tty and not dumb),
        bars=tty and utf and not dumb,
        encoding=encoding,
    )


def _columns() -> int:
    """The terminal's width; COLUMNS wins, as everywhere."""
    from shutil import get_terminal_size

    return max(get_terminal_size((80, 24)).columns, 1)


def _colored(color: str, *, tty: bool) -> bool:
    """--color first, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return tty


def _print(text: str, style: Style, *, for_people: bool) -> None:
    from kic.formats.cells import encodable

    try:
        if for_people:
            text = encodable(text, style.encoding)
        data = text.encode(style.encoding)
    except UnicodeEncodeError as error:
        character = error.object[error.start]
        raise OutputError(
            f"the output encoding {style.encoding} has no {character!a}; "
            "set PYTHONIOENCODING=utf-8 or write to a file with --output."
        ) from None
    try:
        sys.stdout.flush()
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:
            sys.stdout.write(text)
        else:
            stream.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _hush()
        raise OutputError(f"cannot write to stdout: {_cause(error)}.") from None


def _save(path: Path, data: bytes, *, force: bool) -> None:
    """The whole file or none: written beside its target, then renamed over it."""
    if path.is_dir():
        raise OutputError(f"cannot write '{path}': it is a folder.")
    if path.exists() and not path.is_file():
        raise OutputError(f"cannot write '{path}': it is no regular file.")
    if path.exists() and not force:
        raise OutputError(f"'{path}' exists; give --force to replace it.")
    target = path.resolve()  # a link stays a link to the new content
    beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OutputError(f"cannot write '{path}': {_cause(error)}.") from None
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _cause(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def _afterwards(ctx: typer.Context, table: Table) -> None:
    """A check that was asked for fails after its list is out."""
    if ctx.params.get("fail_on_gaps") and (number := table.extra["counts"]["total"]):
        raise KicError(f"{number} gap{'s' * (number != 1)} listed (--fail-on-gaps).")


# ----------------------------------------------------------------------------- commands


@app.command()
@_answers
def themes(dataset: Dataset, theme: _Theme = None, region: _Region = None) -> Table:
    """The themes, with the number of indicators, figures and gaps in each."""
    return themes_table(dataset, query.themes(dataset, theme=theme, region=region))


@app.command()
@_answers
def show(
    dataset: Dataset,
    subjects: _Subjects = None,
    theme: _Theme = None,
    indicator: _Indicator = None,
    region: _Region = None,
    period: _Period = None,
) -> Table:
    """A theme's figures, gaps and statements, or everything about one indicator."""
    answer = query.show(
        dataset,
        *(subjects or ()),
        theme=theme,
        indicators=indicator,
        region=region,
        period=period,
    )
    return show_table(dataset, answer)


@app.command()
@_answers
def compare(
    dataset: Dataset,
    subjects: _Subjects = None,
    indicator: _Indicator = None,
    theme: _Theme = None,
    region: _Region = None,
    period: _Period = None,
) -> Table:
    """Figures side by side, with what changed and what limits the comparison.

    Without --indicator: every indicator that has two comparable figures.
    """
    answer = query.compare(
        dataset, *(subjects or ()), indicators=indicator, theme=theme, region=region, period=period
    )
    return compare_table(dataset, answer)


@app.command()
@_answers
def gaps(
    dataset: Dataset,
    subjects: _Subjects = None,
    theme: _Theme = None,
    indicator: _Indicator = None,
    region: _Region = None,
    period: _Period = None,
    registration: _Registration = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Also what the page merely does not state.")
    ] = False,
    fail_on_gaps: Annotated[
        bool, typer.Option("--fail-on-gaps", help="Exit with 1 if any gap is listed.")
    ] = False,
) -> Table:
    """What is not nationally registered, and how strongly the page says so."""
    answer = query.gaps(
        dataset,
        *(subjects or ()),
        theme=theme,
        indicators=indicator,
        region=region,
        period=period,
        registration=registration,
        all=all_,
    )
    return gaps_table(dataset, answer)
