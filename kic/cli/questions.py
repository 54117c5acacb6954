"""The questions: commands that write an answer in any format."""

from functools import partial
from typing import Annotated

import typer

import kic
from kic.cli.options import (
    BOM,
    COLOR,
    COLUMNS,
    CONTEXT,
    DATA,
    END,
    FORCE,
    FORMAT,
    INDICATOR,
    JSON,
    LANG,
    LIMIT,
    NOTES,
    OUTPUT,
    PER,
    PERIOD,
    QUIET,
    REGION,
    REGISTRATION,
    SORT,
    START,
    SUBJECTS,
    THEME,
)
from kic.cli.reading import read_dataset
from kic.cli.request import Request
from kic.dataset import populations, with_other_years
from kic.model.errors import KicError, UsageError
from kic.query.question import GROUPINGS, ORDERS


def themes(
    ctx: typer.Context,
    theme: THEME = None,
    region: REGION = None,
    format_: FORMAT = None,
    json_: JSON = False,
    output: OUTPUT = None,
    force: FORCE = False,
    quiet: QUIET = False,
    lang: LANG = "nl",
    color: COLOR = "auto",
    data: DATA = None,
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """The themes, and how much is known of each.

    How many indicators have a number, words or neither, and how many gaps there are.

      kic themes
      kic themes --region caribisch --lang en
    """
    from kic.table.themes import themes_table

    request = Request(ctx)
    dataset = read_dataset(data)
    request.answer(dataset, kic.themes(dataset, theme=theme, region=region), themes_table)


def show(
    ctx: typer.Context,
    subjects: SUBJECTS = None,
    theme: THEME = None,
    indicator: INDICATOR = None,
    region: REGION = None,
    period: PERIOD = None,
    format_: FORMAT = None,
    json_: JSON = False,
    output: OUTPUT = None,
    force: FORCE = False,
    quiet: QUIET = False,
    lang: LANG = "nl",
    color: COLOR = "auto",
    data: DATA = None,
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """A theme's figures, or all about one indicator or place.

    With its gaps, its statements, and where each stands in the source.

      kic show migratie
      kic show nareis --period 2020 --output nareis.csv
    """
    from kic.table.show import show_table

    request = Request(ctx)
    dataset = read_dataset(data)
    answer = kic.show(
        dataset,
        *(subjects or ()),
        theme=theme,
        indicators=indicator,
        region=region,
        period=period,
    )
    request.answer(dataset, answer, show_table)


def compare(
    ctx: typer.Context,
    subjects: SUBJECTS = None,
    indicator: INDICATOR = None,
    theme: THEME = None,
    region: REGION = None,
    period: PERIOD = None,
    start: START = None,
    end: END = None,
    order: Annotated[
        str | None,
        typer.Option(
            "--order",
            metavar="ORDER",
            help=f"Which first? One of {', '.join(ORDERS)}.",
            autocompletion=lambda: list(ORDERS),
            show_default=False,
        ),
    ] = None,
    per: PER = None,
    share: Annotated[
        bool, typer.Option("--share", help="What part of the whole? In per cent.")
    ] = False,
    context: CONTEXT = False,
    format_: FORMAT = None,
    json_: JSON = False,
    output: OUTPUT = None,
    force: FORCE = False,
    quiet: QUIET = False,
    lang: LANG = "nl",
    color: COLOR = "auto",
    data: DATA = None,
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """Figures side by side: what changed, and what limits that.

    Without an indicator: what went up or down, in numbers and in words.

      kic compare nareis
      kic compare ots --per 1000
    """
    from kic.table.compare import compare_table

    request = Request(ctx)
    periods = tuple(p for p in (start, end, *(period or ())) if p)
    dataset = read_dataset(data, context=context, periods=periods)
    answer = kic.compare(
        dataset,
        *(subjects or ()),
        indicators=indicator,
        theme=theme,
        region=region,
        period=period,
        start=start,
        end=end,
        order=order,
        per=per,
        share=share,
        populations=populations(dataset) if per is not None else None,
    )
    more = with_other_years(dataset)
    request.answer(dataset, answer, partial(compare_table, other_years=more))


def gaps(
    ctx: typer.Context,
    subjects: SUBJECTS = None,
    theme: THEME = None,
    indicator: INDICATOR = None,
    region: REGION = None,
    period: PERIOD = None,
    registration: REGISTRATION = None,
    all_: Annotated[
        bool,
        typer.Option("--all", help="And what has words or a direction only?"),
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="GROUP",
            help=f"How many of each? {', '.join(GROUPINGS)}.",
            autocompletion=lambda: list(GROUPINGS),
            show_default=False,
        ),
    ] = None,
    grid: Annotated[
        bool,
        typer.Option("--grid", help="Where is what known? Themes by regions."),
    ] = False,
    fail_on_gaps: Annotated[
        bool, typer.Option("--fail-on-gaps", help="Is there any? Then the exit code is 1.")
    ] = False,
    format_: FORMAT = None,
    json_: JSON = False,
    output: OUTPUT = None,
    force: FORCE = False,
    quiet: QUIET = False,
    lang: LANG = "nl",
    color: COLOR = "auto",
    data: DATA = None,
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """What is not known, in the words of the source.

    And what kic concludes from what the source leaves out.

      kic gaps --region caribisch
      kic gaps --by named
    """
    from kic.table.gaps import gaps_table
    from kic.table.grid import grid_table

    request = Request(ctx)
    dataset = read_dataset(data)
    if grid:
        filters = {
            "--indicator": indicator,
            "--period": period,
            "--registration": registration,
            "--all": all_,
            "--by": by,
        }
        if refused := [name for name, value in filters.items() if value]:
            raise UsageError(f"--grid counts everything; leave out {', '.join(refused)}.")
        counts = kic.grid(dataset, *(subjects or ()), theme=theme, region=region)
        request.answer(dataset, counts, grid_table)
        gap_count = counts.gaps
    else:
        answer = kic.gaps(
            dataset,
            *(subjects or ()),
            theme=theme,
            indicators=indicator,
            region=region,
            period=period,
            registration=registration,
            all=all_,
            by=by,
        )
        request.answer(dataset, answer, gaps_table)
        gap_count = len(answer.gaps)
    if fail_on_gaps and gap_count:
        raise KicError(f"{gap_count} gap{'s' * (gap_count != 1)} listed (--fail-on-gaps).")


def find(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help="What about?"),
    ],
    format_: FORMAT = None,
    json_: JSON = False,
    output: OUTPUT = None,
    force: FORCE = False,
    quiet: QUIET = False,
    lang: LANG = "nl",
    color: COLOR = "auto",
    data: DATA = None,
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """Find what there is about a word, and where it stands.

    By words or parts of them, in Dutch or English; with the latest figure beside each.

      kic find dakloos
      kic find foster care --lang en
    """
    from kic.table.find import find_table

    request = Request(ctx)
    dataset = read_dataset(data)
    request.answer(dataset, kic.find(dataset, " ".join(words), lang=lang), find_table)
