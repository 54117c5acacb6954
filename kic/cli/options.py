"""The options that commands share, what they take and what they complete to."""

import os
import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated, Literal, TypeVar, get_args

import typer

from kic.dataset import load
from kic.formats import FORMATS
from kic.model import Lang, Registration
from kic.model.errors import KicError, UsageError, excerpt
from kic.model.safe import visible
from kic.model.spelling import nearest, suggestion
from kic.query.question import LATEST, SCALES

_Value = TypeVar("_Value", bound=str)


def one_of(option: str, values: Sequence[_Value], given: str) -> _Value:
    """The value that was given, in any case; raises UsageError with the nearest one."""
    for value in values:
        if value == given.lower():
            return value
    if option == "--lang" and os.environ.get("KIC_LANG") == given:
        option = "KIC_LANG"
    hint = suggestion(nearest(given, dict.fromkeys(values, ()), most=1))
    raise UsageError(
        f"unknown value {excerpt(given)} for {option}{hint} It is one of {', '.join(values)}."
    )


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
        themes, indicators, regions = (
            {id_: _hint(topic.label.en) for id_, topic in topics.items()}
            for topics in (dataset.themes, dataset.indicators, dataset.regions)
        )
        # Without the word of a school year: a shell would make two words of it.
        periods = (period.brief for period in sorted(record.period for record in dataset.records))
        known = {
            "theme": themes,
            "indicator": indicators,
            "subject": themes | indicators,
            "region": regions,
            "period": dict.fromkeys((*periods, LATEST), ""),
        }[kind]
        return [(k, label) for k, label in known.items() if k.startswith(incomplete.lower())]

    return complete


def _scale(given: str) -> int:
    """How many a rate is of; thousands may be grouped as in any language."""
    scales = {str(scale): scale for scale in SCALES}
    scales |= {f"{scale:,}".replace(",", mark): scale for scale in SCALES for mark in ",. "}
    if given not in scales:
        raise UsageError(f"--per takes {', '.join(map(str, SCALES))} (found {excerpt(given)}).")
    return scales[given]


# The group that closes the help of every command; what is asked stands above it.
SHARED = "Shared options"

SUBJECTS = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="THEME|INDICATOR",
        help="Which ones? By any of their names; else everything.",
        autocompletion=completing("subject"),
        show_default=False,
    ),
]
THEME = Annotated[
    list[str] | None,
    typer.Option(
        "--theme",
        metavar="THEME",
        help="Which theme? Repeatable.",
        autocompletion=completing("theme"),
        show_default=False,
    ),
]
INDICATOR = Annotated[
    list[str] | None,
    typer.Option(
        "--indicator",
        metavar="INDICATOR",
        help="Which indicator? Repeatable.",
        autocompletion=completing("indicator"),
        show_default=False,
    ),
]
REGION = Annotated[
    list[str] | None,
    typer.Option(
        "--region",
        metavar="REGION",
        help="Where? Exactly this region; repeatable.",
        autocompletion=completing("region"),
        show_default=False,
    ),
]
PERIOD = Annotated[
    list[str] | None,
    typer.Option(
        "--period",
        metavar="PERIOD",
        help="When? As 2020, latest, unknown; repeatable.",
        autocompletion=completing("period"),
        show_default=False,
    ),
]
START = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="PERIOD",
        help="Since when? Else since each series begins.",
        autocompletion=completing("period"),
        show_default=False,
    ),
]
END = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="PERIOD",
        help="Until when? Else until each series ends.",
        autocompletion=completing("period"),
        show_default=False,
    ),
]
CONTEXT = Annotated[
    bool,
    typer.Option("--context", help="And elsewhere? Adds other sources' figures."),
]
PER = Annotated[
    int | None,
    typer.Option(
        "--per",
        metavar="N",
        help=f"How many per {', '.join(map(str, SCALES[:-1]))} or {SCALES[-1]} children?",
        parser=_scale,
        show_default=False,
    ),
]
REGISTRATION = Annotated[
    list[str] | None,
    typer.Option(
        "--registration",
        metavar="STATUS",
        help=f"Is it registered? {', '.join(Registration)}.",
        show_default=False,
    ),
]
FORMAT = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        envvar="KIC_FORMAT",
        show_envvar=False,
        help=f"{', '.join(FORMATS)}; default table, or KIC_FORMAT.",
        autocompletion=lambda: list(FORMATS),
        rich_help_panel=SHARED,
        show_default=False,
    ),
]
JSON = Annotated[
    bool,
    typer.Option("--json", help="Short for --format json.", rich_help_panel=SHARED),
]
OUTPUT = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        readable=False,
        help="Into a file; its suffix picks the format.",
        rich_help_panel=SHARED,
        show_default=False,
    ),
]
FORCE = Annotated[
    bool,
    typer.Option("--force", help="Replace an existing file.", rich_help_panel=SHARED),
]
QUIET = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="Nothing but errors on stderr.", rich_help_panel=SHARED),
]
LANG = Annotated[
    Lang,
    typer.Option(
        "--lang",
        metavar="nl|en",
        envvar="KIC_LANG",
        show_envvar=False,
        help="The language; default nl, or KIC_LANG.",
        parser=partial(one_of, "--lang", get_args(Lang)),
        show_default=False,
        rich_help_panel=SHARED,
    ),
]
Color = Literal["auto", "always", "never"]
COLOR = Annotated[
    Color,
    typer.Option(
        "--color",
        metavar="WHEN",
        help="Colour: auto (default), always or never.",
        parser=partial(one_of, "--color", get_args(Color)),
        show_default=False,
        rich_help_panel=SHARED,
    ),
]
DATA = Annotated[
    list[Path] | None,
    typer.Option(
        "--data",
        metavar="FILE",
        readable=False,
        envvar="KIC_DATA",
        show_envvar=False,
        help="Other figures, or KIC_DATA; several combine.",
        rich_help_panel=SHARED,
        show_default=False,
    ),
]
ENGINE = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="ENGINE",
        envvar="KIC_ENGINE",
        show_envvar=False,
        help="What asks a store? duckdb (default), sc://HOST:PORT.",
        rich_help_panel=SHARED,
        show_default=False,
        hidden=True,  # for those who run a server: docs/large.md
    ),
]
COLUMNS = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="A,B,...",
        help="Only these columns, named as in CSV and JSON.",
        rich_help_panel=SHARED,
        show_default=False,
    ),
]
SORT = Annotated[
    str | None,
    typer.Option(
        "--sort",
        metavar="[-]COLUMN",
        help="In the order of a column; - the largest first.",
        rich_help_panel=SHARED,
        show_default=False,
    ),
]
LIMIT = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        help="How many indicators, gaps, themes, hits, differences, numbers? After --sort: lines.",
        rich_help_panel=SHARED,
        show_default=False,
    ),
]
NOTES = Annotated[
    bool,
    typer.Option("--notes", help="Show what is background too.", rich_help_panel=SHARED),
]
BOM = Annotated[
    bool,
    typer.Option(
        "--bom",
        help="CSV and TSV with a byte order mark, for Excel.",
        rich_help_panel=SHARED,
    ),
]
