"""The questions: commands that write an answer in any format."""

from functools import partial
from pathlib import Path
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
    REGION,
    REGISTRATION,
    SORT,
    START,
    SUBJECTS,
    THEME,
    one_of,
)
from kic.cli.output import deliver, error_line, style_for, target
from kic.cli.reading import read_dataset
from kic.dataset import populations, with_other_years
from kic.formats import FORMATS, write
from kic.model.errors import KicError, UsageError
from kic.query.compare import ORDERS
from kic.query.gaps import GROUPINGS
from kic.table import Table

NOTHING = "nothing matches all of these filters."
_EMPTY = {
    "gaps": "the source names no gap for all of these filters; "
    "that does not mean that there is none.",
    "compare": "no indicator has two comparable figures here; 'kic show' tells what there is.",
    "find": "nothing has all of these words; try one of them, or a part of it.",
}


class _Request:
    """The options that every question has; where and how to write is checked at once.

    They are taken from the context of the command, by the names of its parameters.
    """

    def __init__(self, ctx: typer.Context) -> None:
        self.options = ctx.params
        self.path = target(ctx.params["output"])
        self.format = _format_name(ctx, self.path)
        if ctx.params["bom"] and self.format not in ("csv", "tsv"):
            raise UsageError(f"--bom is for csv and tsv, not for {self.format}.")

    def answer(self, table: Table) -> None:
        """Write the chosen rows and columns of a table, in the format and to the place given."""
        lang, sort, limit = (self.options[name] for name in ("lang", "sort", "limit"))
        names = (self.options["columns"] or "").split(",")
        columns = [name.strip() for name in names if name.strip()]
        if columns or sort is not None or limit is not None:
            if limit is not None and limit < 0:
                raise UsageError(f"--limit takes a number of rows, 0 or more (found {limit}).")
            from kic.table.view import select

            table = select(table, columns=columns, sort=sort, limit=limit, lang=lang)
        if table.is_empty and limit != 0:
            error_line(f"the answer is empty: {_EMPTY.get(table.command, NOTHING)}")
        style = style_for(self.path, lang, self.options["color"])
        style = style._replace(notes=self.options["notes"])
        content = write(self.format, table, style)
        if isinstance(content, str) and self.options["bom"]:
            content = "\ufeff" + content
        for_people = FORMATS[self.format].for_people
        deliver(content, self.path, style, force=self.options["force"], for_people=for_people)


def _format_name(ctx: typer.Context, path: Path | None) -> str:
    """The format: of --format, --json, the suffix of the file, or else the environment."""
    name, json = ctx.params["format_"], ctx.params["json_"]
    source = ctx.get_parameter_source("format_")
    if source is not None and source.name == "COMMANDLINE":
        name = one_of("--format", tuple(FORMATS), name)
        if json and name != "json":
            raise UsageError(f"--json contradicts --format {name}; give one of them.")
        return name
    if json:
        return "json"
    if path is not None:
        names = {suffix: name for name, f in FORMATS.items() for suffix in f.suffixes}
        if path.suffix.lower() in names:
            return names[path.suffix.lower()]
        if not name:
            raise UsageError(
                f"the suffix of '{path}' tells no format (known: {', '.join(names)}); "
                "rename it or give --format."
            )
    return one_of("KIC_FORMAT", tuple(FORMATS), name or "table")


def themes(
    ctx: typer.Context,
    theme: THEME = None,
    region: REGION = None,
    format_: FORMAT = None,
    json_: JSON = False,
    output: OUTPUT = None,
    force: FORCE = False,
    lang: LANG = "nl",
    color: COLOR = "auto",
    data: DATA = None,
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """The themes: how many indicators have a number, words or neither, and how many gaps."""
    from kic.table.themes import themes_table

    request = _Request(ctx)
    dataset = read_dataset(data)
    request.answer(themes_table(dataset, kic.themes(dataset, theme=theme, region=region)))


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
    lang: LANG = "nl",
    color: COLOR = "auto",
    data: DATA = None,
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """A theme's figures, gaps and statements, or everything about one indicator or place."""
    from kic.table.show import show_table

    request = _Request(ctx)
    dataset = read_dataset(data)
    answer = kic.show(
        dataset,
        *(subjects or ()),
        theme=theme,
        indicators=indicator,
        region=region,
        period=period,
    )
    request.answer(show_table(dataset, answer))


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
            metavar="|".join(ORDERS),
            help="Series by id, or by their last change with the largest rise first.",
            autocompletion=lambda: list(ORDERS),
            show_default=False,
        ),
    ] = None,
    per: PER = None,
    share: Annotated[
        bool, typer.Option("--share", help="Show parts as a percentage of their whole.")
    ] = False,
    context: CONTEXT = False,
    format_: FORMAT = None,
    json_: JSON = False,
    output: OUTPUT = None,
    force: FORCE = False,
    lang: LANG = "nl",
    color: COLOR = "auto",
    data: DATA = None,
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """Figures side by side, with what changed and what limits the comparison.

    Without --indicator: what went up and what went down, in numbers and in words;
    with --per or --share: every indicator that has a rate or a share.
    """
    from kic.table.compare import compare_table

    request = _Request(ctx)
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
    other_years = tuple if context else partial(with_other_years, dataset)
    request.answer(compare_table(dataset, answer, other_years))


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
        typer.Option("--all", help="Also what the source gives in words or a direction only."),
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="|".join(GROUPINGS),
            help="Group the gaps by this, and count them.",
            autocompletion=lambda: list(GROUPINGS),
            show_default=False,
        ),
    ] = None,
    grid: Annotated[
        bool,
        typer.Option("--grid", help="Themes by regions: what is known, and what is not."),
    ] = False,
    fail_on_gaps: Annotated[
        bool, typer.Option("--fail-on-gaps", help="Exit with 1 if any gap is listed.")
    ] = False,
    format_: FORMAT = None,
    json_: JSON = False,
    output: OUTPUT = None,
    force: FORCE = False,
    lang: LANG = "nl",
    color: COLOR = "auto",
    data: DATA = None,
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """What is not known according to the source, in its own words, and what kic concludes."""
    from kic.table.gaps import gaps_table
    from kic.table.grid import grid_table

    request = _Request(ctx)
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
        table, gap_count = grid_table(dataset, counts), counts.gaps
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
        table, gap_count = gaps_table(dataset, answer), len(answer.gaps)
    request.answer(table)
    if fail_on_gaps and gap_count:
        raise KicError(f"{gap_count} gap{'s' * (gap_count != 1)} listed (--fail-on-gaps).")


def find(
    ctx: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help="Words, or parts of them, in Dutch or English."),
    ],
    format_: FORMAT = None,
    json_: JSON = False,
    output: OUTPUT = None,
    force: FORCE = False,
    lang: LANG = "nl",
    color: COLOR = "auto",
    data: DATA = None,
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """Find themes and indicators by the words people use, and say where they matched."""
    from kic.table.find import find_table

    request = _Request(ctx)
    dataset = read_dataset(data)
    request.answer(find_table(dataset, kic.find(dataset, " ".join(words))))
