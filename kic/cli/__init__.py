"""The command line: parses arguments, picks a verb, writes its answer."""

from collections.abc import Callable
from dataclasses import replace
from inspect import signature
from pathlib import Path
from typing import Annotated, Any

import typer

from kic import __version__
from kic.cli.boundary import Command, Group
from kic.cli.options import (
    COLORS,
    CONTEXT,
    END,
    INDICATOR,
    LANGUAGES,
    PERIOD,
    REGION,
    REGISTRATION,
    SHARED,
    START,
    SUBJECTS,
    THEME,
    Shared,
    completing,
    format_name,
    one_of,
    sharing,
    typed,
)
from kic.cli.output import as_answer, complain, made_at, one_line, put, terminal
from kic.cli.saving import save, save_all
from kic.dataset import Dataset, comparison, populations, read, unite, with_context
from kic.formats import FORMATS, Style, write
from kic.model import Lang
from kic.model.errors import KicError, UsageError, excerpt
from kic.query import verbs as query
from kic.query.change import ORDERS
from kic.query.ratio import SCALES
from kic.table import Table
from kic.table.compare import compare_table
from kic.table.gaps import gaps_table
from kic.table.grid import grid_table
from kic.table.show import show_table
from kic.table.themes import themes_table

app = typer.Typer(
    cls=Group,
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


# How help groups the commands.
_ASK, _TAKE, _KEEP = "Questions", "Answers to keep", "Datasets"


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
        with as_answer():
            typer.echo(ctx.get_help())


# ----------------------------------------------------------------------------- answering

_NOTHING = "nothing matches all of these filters."
_EMPTY = {
    "gaps": "the source names no gap for all of these filters; "
    "that does not mean that there is none.",
    "compare": "no indicator has two comparable figures here; 'kic show' tells what there is.",
    "find": "nothing has all of these words; try one of them, or a part of it.",
}


def _answers(verb: Callable[..., Table]) -> Callable[..., None]:
    """A command from a function of a dataset and filters: adds the shared options.

    The answer is complete before the first character of it is written.
    """

    def command(ctx: typer.Context, shared: Shared, **given: Any) -> None:
        named = format_name(
            shared["format_"], shared["json_"], _file(shared["output"]), typed(ctx, "format_")
        )
        lang = one_of("--lang", shared["lang"], LANGUAGES)
        color = one_of("--color", shared["color"], COLORS)
        if shared["bom"] and named not in ("csv", "tsv"):
            raise UsageError(f"--bom is for csv and tsv, not for {named}.")
        dataset = _read(shared["data"], context=given.get("context", False))
        table = _chosen(verb(dataset, **given), shared, lang)
        if table.is_empty and shared["limit"] != 0:
            complain(0, f"the answer is empty: {_EMPTY.get(table.command, _NOTHING)}")
        _deliver(table, named, Style(lang=lang), color, shared)
        if table.failure:
            raise KicError(table.failure)

    own = list(signature(verb).parameters.values())[1:]
    start = list(signature(command).parameters.values())[:2]
    command.__signature__ = signature(command).replace(  # type: ignore[attr-defined]
        parameters=[*start, *own]
    )
    command.__doc__, command.__name__ = verb.__doc__, verb.__name__
    return sharing(*SHARED)(command)


def _read(data: list[Path] | None, *, context: bool = False) -> Dataset:
    """The dataset of --data, with the figures for comparison if they are asked for."""
    editions = read(data or None)
    return unite(with_context(editions) if context else editions).dataset


def _chosen(table: Table, shared: Shared, lang: Lang) -> Table:
    """The table after --columns, --sort and --limit; untouched without them."""
    columns = [name.strip() for name in (shared["columns"] or "").split(",") if name.strip()]
    sort, limit = shared["sort"], shared["limit"]
    if not columns and sort is None and limit is None:
        return table
    if limit is not None and limit < 0:
        raise UsageError(f"--limit takes a number of rows, 0 or more (found {limit}).")
    from kic.table.view import select

    return select(table, columns=columns, sort=sort, limit=limit, lang=lang)


def _file(path: Path | None) -> Path | None:
    """Where an answer goes; ``-`` is stdout, as everywhere."""
    if path is not None and str(path) == ".":
        raise UsageError("--output needs the name of a file.")
    return None if path is None or str(path) == "-" else path


def _deliver(table: Table, named: str, style: Style, color: str, shared: Shared) -> None:
    """Write the table to stdout or to a file, in the format called ``named``."""
    path = _file(shared["output"])
    bom = "\ufeff" if shared["bom"] else ""
    if path is not None:
        written = write(named, table, style)
        data = written if isinstance(written, bytes) else (bom + written).encode("utf-8")
        save(path, data, force=shared["force"])
        return
    style = terminal(style.lang, color)
    written = write(named, table, style)
    if isinstance(written, str):
        written = bom + written
    put(written, style, for_people=FORMATS[named].for_people)


# ----------------------------------------------------------------------------- commands


@app.command(rich_help_panel=_ASK)
@_answers
def themes(dataset: Dataset, theme: THEME = None, region: REGION = None) -> Table:
    """The themes: how many indicators have a number, words or neither, and how many gaps."""
    return themes_table(dataset, query.themes(dataset, theme=theme, region=region))


@app.command(rich_help_panel=_ASK)
@_answers
def show(
    dataset: Dataset,
    subjects: SUBJECTS = None,
    theme: THEME = None,
    indicator: INDICATOR = None,
    region: REGION = None,
    period: PERIOD = None,
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


@app.command(rich_help_panel=_ASK)
@_answers
def compare(
    dataset: Dataset,
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
    per: Annotated[
        str | None,
        typer.Option(
            "--per",
            metavar="|".join(map(str, SCALES)),
            help="Rates: children counted per so many children in the region, side by side.",
            show_default=False,
        ),
    ] = None,
    share: Annotated[
        bool, typer.Option("--share", help="Show parts as a percentage of their whole.")
    ] = False,
    context: CONTEXT = False,
) -> Table:
    """Figures side by side, with what changed and what limits the comparison.

    Without --indicator: every indicator that has two comparable figures;
    with --per or --share: every one that has a rate or a share.
    """
    scale = _scale(per)
    if not context:
        _hint_at_context(dataset, [p for p in (start, end, *(period or ())) if p])
    answer = query.compare(
        dataset,
        *(subjects or ()),
        indicators=indicator,
        theme=theme,
        region=region,
        period=period,
        start=start,
        end=end,
        order=order,
        per=scale,
        share=share,
        populations=populations(dataset) if scale is not None else None,
    )
    return compare_table(dataset, answer)


def _scale(given: str | None) -> int | None:
    """How many a rate is of; thousands may be grouped as in any language."""
    if given is None:
        return None
    known = {str(scale): scale for scale in SCALES}
    known |= {f"{scale:,}".replace(",", mark): scale for scale in SCALES for mark in ",. "}
    if given not in known:
        raise UsageError(f"--per takes {', '.join(map(str, SCALES))} (found {excerpt(given)}).")
    return known[given]


def _hint_at_context(dataset: Dataset, periods: list[str]) -> None:
    """Say where a period is to be had that only the figures for comparison have."""
    known = {record.period.text for record in dataset.records}
    missing = [period for period in periods if period not in known]
    if missing and (added := comparison(dataset)):
        beside = {r.period.text for r in added.records}
        for period in missing:
            if period in beside:
                raise UsageError(
                    f"nothing in the source has the period {excerpt(period)}; "
                    "--context adds figures that do."
                )


@app.command(rich_help_panel=_ASK)
@_answers
def gaps(
    dataset: Dataset,
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
            metavar="|".join(query.GROUPINGS),
            help="Group the gaps by this, and count them.",
            autocompletion=lambda: list(query.GROUPINGS),
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
) -> Table:
    """What is not known according to the source, in its own words, and what kic concludes."""
    if grid:
        given = {
            "--indicator": indicator,
            "--period": period,
            "--registration": registration,
            "--all": all_,
            "--by": by,
        }
        if refused := [name for name, value in given.items() if value]:
            raise UsageError(f"--grid counts everything; leave out {', '.join(refused)}.")
        counted = query.grid(dataset, *(subjects or ()), theme=theme, region=region)
        return _failing(grid_table(dataset, counted), counted.gaps if fail_on_gaps else 0)
    answer = query.gaps(
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
    return _failing(gaps_table(dataset, answer), len(answer.gaps) if fail_on_gaps else 0)


def _failing(table: Table, gaps: int) -> Table:
    """The table of an answer that fails if it has any gaps."""
    told = f"{gaps} gap{'s' * (gaps != 1)} listed (--fail-on-gaps)."
    return replace(table, failure=told) if gaps else table


@app.command(rich_help_panel=_ASK)
@_answers
def find(
    dataset: Dataset,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help="Words, or parts of them, in Dutch or English."),
    ],
) -> Table:
    """Find themes and indicators by the words people use, and say where they matched."""
    from kic.query.search import find as find_
    from kic.table.find import find_table

    return find_table(dataset, find_(dataset, " ".join(words)))


@app.command(rich_help_panel=_TAKE)
@sharing("output", "force", "lang", "data")
def cite(
    _ctx: typer.Context,
    shared: Shared,
    indicators: Annotated[
        list[str],
        typer.Argument(
            metavar="INDICATOR",
            help="The indicators to cite, by id or alias.",
            autocompletion=completing("indicator"),
        ),
    ],
    figure: Annotated[
        list[str] | None,
        typer.Option(
            "--figure",
            metavar="PERIOD[:REGION]",
            help="Only this figure, as 2020 or 2020:caribisch; repeatable.",
            show_default=False,
        ),
    ] = None,
    style: Annotated[
        str,
        typer.Option("--style", metavar="text|bibtex|csl-json", help="The style of citation."),
    ] = "text",
) -> None:
    """Cite figures: value, period, region, what limits it, publication and where in it."""
    from kic.formats import citations
    from kic.query.citation import cite as cite_

    lang = one_of("--lang", shared["lang"], LANGUAGES)
    named = one_of("--style", style, tuple(citations.STYLES))
    cited = cite_(_read(shared["data"]), *indicators, figure=figure)
    if shared["output"] is not None:
        written = citations.write(cited, named, Style(lang=lang))
        save(shared["output"], written.encode("utf-8"), force=shared["force"])
    else:
        seen = terminal(lang, "never")
        put(citations.write(cited, named, seen), seen, for_people=named != "csl-json")


@app.command(rich_help_panel=_TAKE)
@sharing("output", "force", "lang", "data")
def chart(
    _ctx: typer.Context,
    shared: Shared,
    subjects: Annotated[
        list[str],
        typer.Argument(
            metavar="THEME|INDICATOR",
            help="What to draw: themes or indicators, by id or alias.",
            autocompletion=completing("subject"),
        ),
    ],
    region: REGION = None,
    period: PERIOD = None,
    context: CONTEXT = False,
) -> None:
    """Draw figures as bars, with what is uncertain and what is missing, as SVG or PNG.

    --output is needed: a file in .svg or .png.
    """
    from kic.query.change import series
    from kic.report.chart import SUFFIXES, draw, picture_of

    lang = one_of("--lang", shared["lang"], LANGUAGES)
    path = _file(shared["output"])
    kind = SUFFIXES.get(path.suffix.lower()) if path else None
    if path is None or kind is None:
        found = f" (found '{path}')" if path else ""
        raise UsageError(f"a chart is a picture; give --output FILE.svg or FILE.png{found}.")
    dataset = _read(shared["data"], context=context)
    if not context:
        _hint_at_context(dataset, period or [])
    answer = query.show(dataset, *subjects, region=region, period=period)
    if not answer.records:
        raise UsageError(f"there is nothing to draw: {_NOTHING}")
    drawn = draw(picture_of(dataset, series(dataset, answer.records)), kind, lang)
    save(path, drawn, force=shared["force"])


_SCHEMAS = ("output", "dataset")


@app.command(rich_help_panel=_KEEP)
@sharing("output", "force")
def schema(
    _ctx: typer.Context,
    shared: Shared,
    name: Annotated[
        str,
        typer.Argument(
            metavar="|".join(_SCHEMAS),
            help="output: of what --json writes; dataset: of a dataset's TOML.",
            autocompletion=lambda: list(_SCHEMAS),
        ),
    ],
) -> None:
    """Print a JSON Schema (draft 2020-12)."""
    import json

    from kic.table.schema import dataset_schema, output_schema

    wanted = one_of("SCHEMA", name, _SCHEMAS)
    made = output_schema() if wanted == "output" else dataset_schema()
    text = json.dumps(made, indent=2) + "\n"
    if shared["output"] is not None:
        save(shared["output"], text.encode("utf-8"), force=shared["force"])
    else:
        put(text, terminal("nl", "never"), for_people=False)


@app.command(rich_help_panel=_TAKE)
@sharing("force", "data")
def export(
    _ctx: typer.Context,
    shared: Shared,
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="DIR", readable=False, help="Where the files go; it is made if need be."
        ),
    ],
    way: Annotated[
        str,
        typer.Option(
            "--as",
            metavar="datapackage|csvw|sdmx-csv|sqlite|parquet",
            help="The form of publication.",
        ),
    ] = "datapackage",
) -> None:
    """Publish the whole dataset: all tables with their meaning, keys, sources and licence.

    All its files are written or none; other files in DIR stay.
    """
    from kic.publish import WAYS
    from kic.publish import export as export_

    named = one_of("--as", way, tuple(WAYS))
    dataset = _read(shared["data"])
    written = export_(dataset, named, made_at(dataset.sources[dataset.info.source].published))
    save_all(folder, written, force=shared["force"])


@app.command(rich_help_panel=_TAKE)
@sharing("output", "force", "lang", "data")
def report(
    _ctx: typer.Context,
    shared: Shared,
    themes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="THEME",
            help="Only these themes; without any, everything.",
            autocompletion=completing("theme"),
            show_default=False,
        ),
    ] = None,
    theme: THEME = None,
) -> None:
    """Write everything as one web page that works offline, by mail and on paper.

    --output is needed: a file in .html, or - for stdout.
    """
    from kic.report import report as report_

    lang = one_of("--lang", shared["lang"], LANGUAGES)
    path = _page(shared["output"])
    page = report_(_read(shared["data"]), lang, [*(themes or ()), *(theme or ())])
    if path is None:
        put(page, Style(lang=lang), for_people=False)
    else:
        save(path, page.encode("utf-8"), force=shared["force"])


def _page(output: Path | None) -> Path | None:
    """Where a page goes: a file that a browser will open, or ``-`` for stdout."""
    path = _file(output)
    if output is None or (path is not None and path.suffix.lower() not in (".html", ".htm")):
        found = f" (found '{output}')" if output else ""
        raise UsageError(f"a report is a page for browsers; give --output FILE.html{found}.")
    return path


@app.command(rich_help_panel=_KEEP)
def init(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", readable=False, help="The file to make.")
    ],
) -> None:
    """Write a commented template of a dataset, valid as it stands."""
    import kic

    template = Path(kic.__file__).with_name("template.toml")
    save(path, template.read_bytes(), force=None)


@app.command(rich_help_panel=_KEEP)
def validate(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE",
            readable=False,
            help="Datasets to check; without any, the one that comes with kic.",
            show_default=False,
        ),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--source",
            metavar="PAGE.txt",
            readable=False,
            help="Check it against the text of the page it was typed from.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")] = False,
    alone: Annotated[
        bool,
        typer.Option("--alone", help="Without the dataset that the file says it builds on."),
    ] = False,
    format_: Annotated[
        str, typer.Option("--format", metavar="text|json", help="How to write the report.")
    ] = "text",
) -> None:
    """Check datasets: every problem of every file, with its line, and warnings."""
    import json

    from kic.dataset import positions, validation

    named = one_of("--format", format_, ("text", "json"))
    reports = validation.validate(files or [None], source, alone=alone)
    if named == "json":
        text = json.dumps(validation.as_data(reports), indent=2) + "\n"
    else:
        text = "".join(f"{one_line(line)}\n" for line in validation.as_lines(reports))
    put(text, terminal("nl", "never"), for_people=named == "text")
    if any(r.problems or r.warnings for r in reports) and not positions.available():
        complain(0, "lines are not known; for them: pip install 'kic[validate]'")
    if not all(report.passes(strict=strict) for report in reports):
        raise typer.Exit(1)


for _info in app.registered_commands:
    _info.cls = Command
