"""The options that commands share, what they take and what they complete to."""

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
from kic.model.spelling import nearest
from kic.query.rate import SCALES

_Value = TypeVar("_Value", bound=str)


def one_of(option: str, values: Sequence[_Value], given: str) -> _Value:
    """The value that was given, in any case; raises UsageError with the nearest one."""
    for value in values:
        if value == given.lower():
            return value
    near = nearest(given, dict.fromkeys(values, ()), most=1)
    hint = f"; did you mean {near[0]!r}?" if near else "."
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
        periods = sorted(record.period for record in dataset.records)
        known = {
            "theme": themes,
            "indicator": indicators,
            "subject": themes | indicators,
            "region": regions,
            "period": dict.fromkeys(map(str, periods), ""),
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


# How help groups the options.
_OUTPUT = "Output"
_ROWS = "Rows and columns"

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
PER = Annotated[
    int | None,
    typer.Option(
        "--per",
        metavar="|".join(map(str, SCALES)),
        help="Rates: children counted per so many children in the region, side by side.",
        parser=_scale,
        show_default=False,
    ),
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
FORMAT = Annotated[
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
]
JSON = Annotated[
    bool,
    typer.Option("--json", help="Short for --format json.", rich_help_panel=_OUTPUT),
]
OUTPUT = Annotated[
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
]
FORCE = Annotated[
    bool,
    typer.Option("--force", help="Replace an existing file.", rich_help_panel=_OUTPUT),
]
LANG = Annotated[
    Lang,
    typer.Option(
        "--lang",
        metavar="nl|en",
        envvar="KIC_LANG",
        help="The language of the answer.",
        parser=partial(one_of, "--lang", get_args(Lang)),
        rich_help_panel=_OUTPUT,
    ),
]
Color = Literal["auto", "always", "never"]
COLOR = Annotated[
    Color,
    typer.Option(
        "--color",
        metavar="auto|always|never",
        help="When to use colour and bold.",
        parser=partial(one_of, "--color", get_args(Color)),
        rich_help_panel=_OUTPUT,
    ),
]
DATA = Annotated[
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
]
COLUMNS = Annotated[
    str | None,
    typer.Option(
        "--columns",
        metavar="A,B,...",
        help="Only these columns, by the names in CSV and JSON.",
        rich_help_panel=_ROWS,
        show_default=False,
    ),
]
SORT = Annotated[
    str | None,
    typer.Option(
        "--sort",
        metavar="[-]COLUMN",
        help="Sort by a column; with - the largest first.",
        rich_help_panel=_ROWS,
        show_default=False,
    ),
]
LIMIT = Annotated[
    int | None,
    typer.Option(
        "--limit",
        metavar="N",
        help="At most this many rows.",
        rich_help_panel=_ROWS,
        show_default=False,
    ),
]
NOTES = Annotated[
    bool,
    typer.Option("--notes", help="Show what is background too.", rich_help_panel=_OUTPUT),
]
BOM = Annotated[
    bool,
    typer.Option(
        "--bom",
        help="Begin CSV or TSV with a byte order mark, for spreadsheets that need it.",
        rich_help_panel=_OUTPUT,
    ),
]
