"""The question about two datasets: what changed from one to the other."""

from pathlib import Path
from typing import Annotated

import typer

import kic
from kic.cli.given import read_both
from kic.cli.options import (
    BOM,
    COLOR,
    COLUMNS,
    FORCE,
    FORMAT,
    INDICATOR,
    JSON,
    LANG,
    LIMIT,
    NOTES,
    OUTPUT,
    PERIOD,
    QUIET,
    REGION,
    SORT,
    THEME,
)
from kic.cli.request import Request


def diff(
    ctx: typer.Context,
    old: Annotated[
        Path,
        typer.Argument(metavar="OLD", readable=False, help="Since when? A dataset, or a folder."),
    ],
    new: Annotated[
        Path | None,
        typer.Argument(
            metavar="NEW",
            readable=False,
            help="Until when? Else the figures that come with kic.",
            show_default=False,
        ),
    ] = None,
    theme: THEME = None,
    indicator: INDICATOR = None,
    region: REGION = None,
    period: PERIOD = None,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="Is there any difference? Then the exit code is 1."),
    ] = False,
    format_: FORMAT = None,
    json_: JSON = False,
    output: OUTPUT = None,
    force: FORCE = False,
    quiet: QUIET = False,
    lang: LANG = "nl",
    color: COLOR = "auto",
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """What changed from one dataset or edition to another.

    Gaps opened and closed, numbers revised and corrected, and what is defined otherwise.
    An edition is read with the one that it builds on.

      kic diff 2020.toml
      kic diff 2020.toml 2021.toml --lang en
    """
    from kic.table.diff import diff_table

    request = Request(ctx)
    before, now = read_both(old, new)
    answer = kic.diff(before, now, theme=theme, indicators=indicator, region=region, period=period)
    request.write_answer(now, answer, diff_table)
    if exit_code and answer.differences:
        raise typer.Exit(1)
