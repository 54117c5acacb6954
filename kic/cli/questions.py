"""The questions: commands that write an answer in any format."""

from typing import TYPE_CHECKING, Annotated

import typer

import kic
from kic.cli.given import DUCKDB
from kic.cli.options import (
    BOM,
    COLOR,
    COLUMNS,
    CONTEXT,
    DATA,
    END,
    ENGINE,
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
from kic.cli.request import Request
from kic.dataset import Dataset, populations, with_other_years
from kic.model.errors import KicError, UsageError
from kic.query.question import GROUPINGS, ORDERS, Scope
from kic.table import Table

if TYPE_CHECKING:
    from kic.dataset.store import Store
    from kic.query.compare import Comparison
    from kic.query.find import Hits
    from kic.query.grid import Grid
    from kic.query.themes import Themes


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
    engine: ENGINE = DUCKDB,
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

    def counted(store: "Store") -> "tuple[Dataset, Themes]":
        from kic.query import stored

        return store.frame, stored.themes(store, theme=theme, region=region)

    Request(ctx).answer(
        Scope(),
        lambda dataset: kic.themes(dataset, theme=theme, region=region),
        themes_table,
        counted=counted,
    )


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
    engine: ENGINE = DUCKDB,
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

    scope = Scope(subjects or (), theme, indicator, region, period)
    Request(ctx).answer(
        scope,
        lambda dataset: kic.show(dataset, *scope.subjects, **scope.filters),
        show_table,
    )


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
    engine: ENGINE = DUCKDB,
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
    from kic.query.compare import refuse_backwards
    from kic.table.compare import compare_table

    refuse_backwards(start, end)
    scope = Scope(subjects or (), theme, indicator, region, period)

    def ask(dataset: Dataset) -> "Comparison":
        return kic.compare(
            dataset,
            *scope.subjects,
            **scope.filters,
            start=start,
            end=end,
            order=order,
            per=per,
            share=share,
            populations=populations(dataset) if per is not None else None,
        )

    def table_of(dataset: Dataset, answer: "Comparison") -> Table:
        return compare_table(dataset, answer, other_years=with_other_years(dataset))

    periods = tuple(p for p in (start, end, *(period or ())) if p)
    Request(ctx).answer(scope, ask, table_of, periods=periods)


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
    engine: ENGINE = DUCKDB,
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
    scope = Scope(subjects or (), theme, indicator, region, period, gaps=not all_)
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

        def counted(store: "Store") -> "tuple[Dataset, Grid]":
            from kic.query import stored

            return store.frame, stored.grid(store, *scope.subjects, theme=theme, region=region)

        gap_count = request.answer(
            scope,
            lambda dataset: kic.grid(dataset, *scope.subjects, theme=theme, region=region),
            grid_table,
            counted=counted,
        ).gaps
    else:
        answer = request.answer(
            scope,
            lambda dataset: kic.gaps(
                dataset,
                *scope.subjects,
                **scope.filters,
                registration=registration,
                all=all_,
                by=by,
            ),
            gaps_table,
        )
        gap_count = answer if isinstance(answer, int) else len(answer.gaps)
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
    engine: ENGINE = DUCKDB,
    columns: COLUMNS = None,
    sort: SORT = None,
    limit: LIMIT = None,
    bom: BOM = False,
    notes: NOTES = False,
) -> None:
    """Find what there is about a word or a number, and where it stands.

    By words or parts of them, in Dutch or English; with the latest figure beside each.

      kic find dakloos
      kic find foster care --lang en
    """
    from kic.table.find import find_table

    wanted = " ".join(words)

    def counted(store: "Store") -> "tuple[Dataset, Hits]":
        from kic.query import stored

        return stored.find(store, wanted, lang=lang)

    Request(ctx).answer(
        Scope(), lambda dataset: kic.find(dataset, wanted, lang=lang), find_table, counted=counted
    )
