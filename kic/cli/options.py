"""The options that commands share, spelled once, and what they complete to."""

import re
from collections.abc import Callable, Sequence
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from kic.dataset import load
from kic.formats import FORMATS
from kic.model import Lang, Registration
from kic.model.errors import KicError, UsageError, excerpt
from kic.model.safe import visible
from kic.query.names import nearest

LANGUAGES: tuple[Lang, ...] = ("nl", "en")
COLORS = ("auto", "always", "never")
_OUTPUT = "Output"
_ROWS = "Rows and columns"


def _hint(label: str) -> str:
    """A label without what a shell may run, or end a quotation at, when it shows it."""
    return re.sub(r"[^\w ,;:.()/+\u2019-]", " ", visible(label).replace("'", "\u2019"))


def completing(kind: str) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """Completion from the dataset that the command line itself names."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        try:
            dataset = load(ctx.params.get("data") or None)
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
        begun = incomplete.lower()
        return [(k, _hint(label)) for k, label in known.items() if k.startswith(begun)]

    return complete


SUBJECTS = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="THEME|INDICATOR",
        help="Themes or indicators, by id or alias; without any, everything.",
        autocompletion=completing("subject"),
        show_default=False,
    ),
]
THEME = Annotated[
    list[str] | None,
    typer.Option(
        "--theme",
        metavar="THEME",
        help="Only this theme; repeatable.",
        autocompletion=completing("theme"),
        show_default=False,
    ),
]
INDICATOR = Annotated[
    list[str] | None,
    typer.Option(
        "--indicator",
        metavar="INDICATOR",
        help="Only this indicator, by id or alias; repeatable.",
        autocompletion=completing("indicator"),
        show_default=False,
    ),
]
REGION = Annotated[
    list[str] | None,
    typer.Option(
        "--region",
        metavar="REGION",
        help="Only this region, exactly; repeatable.",
        autocompletion=completing("region"),
        show_default=False,
    ),
]
PERIOD = Annotated[
    list[str] | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help="Only this period, as 2020 or 2021-Q1 or unknown; repeatable.",
        autocompletion=completing("period"),
        show_default=False,
    ),
]
START = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="PERIOD",
        help="The first of two periods to compare; without it, the first of each series.",
        autocompletion=completing("period"),
        show_default=False,
    ),
]
END = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="PERIOD",
        help="The last of two periods to compare; without it, the last of each series.",
        autocompletion=completing("period"),
        show_default=False,
    ),
]
CONTEXT = Annotated[
    bool,
    typer.Option("--context", help="Also figures from other sources, to set beside these."),
]
REGISTRATION = Annotated[
    list[str] | None,
    typer.Option(
        "--registration",
        metavar="|".join(Registration),
        help="Only gaps with this status in the source; unstated: none given; repeatable.",
        show_default=False,
    ),
]
SHARED: dict[str, tuple[Any, Any]] = {
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
                readable=False,
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
                autocompletion=lambda: list(LANGUAGES),
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
                autocompletion=lambda: list(COLORS),
                rich_help_panel=_OUTPUT,
            ),
        ],
        "auto",
    ),
    "data": (
        Annotated[
            list[Path] | None,
            typer.Option(
                "--data",
                metavar="FILE",
                readable=False,
                envvar="KIC_DATA",
                help="Use this dataset instead of kic's own; several are combined.",
                rich_help_panel=_OUTPUT,
                show_default=False,
            ),
        ],
        None,
    ),
    "columns": (
        Annotated[
            str | None,
            typer.Option(
                "--columns",
                metavar="A,B,...",
                help="Only these columns, by the names in CSV and JSON.",
                rich_help_panel=_ROWS,
                show_default=False,
            ),
        ],
        None,
    ),
    "sort": (
        Annotated[
            str | None,
            typer.Option(
                "--sort",
                metavar="[-]COLUMN",
                help="Sort by a column; with - the largest first.",
                rich_help_panel=_ROWS,
                show_default=False,
            ),
        ],
        None,
    ),
    "limit": (
        Annotated[
            int | None,
            typer.Option(
                "--limit",
                metavar="N",
                help="At most this many rows.",
                rich_help_panel=_ROWS,
                show_default=False,
            ),
        ],
        None,
    ),
    "bom": (
        Annotated[
            bool,
            typer.Option(
                "--bom",
                help="Begin CSV or TSV with a byte order mark, for spreadsheets that need it.",
                rich_help_panel=_OUTPUT,
            ),
        ],
        False,
    ),
}

Shared = dict[str, Any]


def sharing(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command these shared options; it gets them together as its second argument.

    The command is called with the context, the shared options by name, and its own.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        def called(ctx: typer.Context, **given: Any) -> None:
            shared = {name: given.pop(name) for name in names}
            command(ctx, shared, **given)

        own = list(signature(command).parameters.values())[2:]
        parameters = [
            Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context),
            *(p.replace(kind=Parameter.KEYWORD_ONLY) for p in own),
            *(
                Parameter(name, Parameter.KEYWORD_ONLY, annotation=hint, default=default)
                for name, (hint, default) in ((name, SHARED[name]) for name in names)
            ),
        ]
        called.__signature__ = signature(called).replace(  # type: ignore[attr-defined]
            parameters=parameters
        )
        called.__annotations__ = {p.name: p.annotation for p in parameters}
        called.__doc__, called.__name__ = command.__doc__, command.__name__
        return called

    return decorate


def typed(ctx: typer.Context, name: str) -> bool:
    """Whether an option was typed, and not taken from the environment."""
    source = ctx.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


_Known = TypeVar("_Known", bound=str)


def one_of(option: str, given: str, known: Sequence[_Known]) -> _Known:
    """The value in lower case; raises UsageError where it is none of those known."""
    for value in known:
        if value == given.lower():
            return value
    near = nearest(given, dict.fromkeys(known, ()), most=1)
    hint = f"; did you mean {near[0]!r}?" if near else "."
    raise UsageError(
        f"unknown value {excerpt(given)} for {option}{hint} It is one of {', '.join(known)}."
    )


def format_name(given: str | None, json_: bool, path: Path | None, typed: bool) -> str:
    """The format that was asked for: by name, by --json, by suffix, or by the environment."""
    known = tuple(FORMATS)
    name = one_of("--format", given or "", known) if typed else None
    if json_:
        if name not in (None, "json"):
            raise UsageError(f"--json contradicts --format {name}; give one of them.")
        return "json"
    if name:
        return name
    if path is not None:
        for candidate, format_ in FORMATS.items():
            if path.suffix.lower() in format_.suffixes:
                return candidate
    if given:
        return one_of("KIC_FORMAT", given, known)
    if path is not None:
        suffixes = ", ".join(s for f in FORMATS.values() for s in f.suffixes)
        raise UsageError(
            f"the suffix of '{path}' tells no format (known: {suffixes}); "
            "rename it or give --format."
        )
    return "table"
