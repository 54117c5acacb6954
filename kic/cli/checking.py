"""The question about what others write: whether it is as the figures have it."""

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

import kic
from kic.cli.given import DUCKDB, read_dataset, read_given
from kic.cli.options import (
    BOM,
    COLOR,
    COLUMNS,
    CONTEXT,
    DATA,
    ENGINE,
    FORCE,
    FORMAT,
    JSON,
    LANG,
    LIMIT,
    NOTES,
    OUTPUT,
    QUIET,
    SORT,
    one_of,
)
from kic.cli.request import Request
from kic.model import Lang
from kic.model.errors import KicError
from kic.model.text import LANGS
from kic.query.question import TooLargeError


def check(
    ctx: typer.Context,
    text: Annotated[
        Path,
        typer.Argument(metavar="TEXT", readable=False, help="Which text? A file, or - for stdin."),
    ],
    text_lang: Annotated[
        Lang | None,
        typer.Option(
            "--text-lang",
            metavar="nl|en",
            help="In which language is it? Else its words tell.",
            parser=partial(one_of, "--text-lang", LANGS),
            show_default=False,
        ),
    ] = None,
    context: CONTEXT = False,
    exit_code: Annotated[
        bool,
        typer.Option("--exit-code", help="Is a number not as here? Then the exit code is 1."),
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
    """Hold the numbers of an article, letter or speech against the figures.

    Compares number, period and region: what differs comes first, what is in doubt is not judged.

      kic check article.txt
      kic check speech.txt --lang en --exit-code
    """
    from kic.table.check import check_table

    request = Request(ctx)
    written = read_given(text)
    try:
        dataset = read_dataset(data, engine=engine, context=context)
    except TooLargeError as error:
        raise KicError(
            "a text is held against a whole dataset, and this store has more than is read at once."
        ) from error
    answer = kic.check(dataset, written, text_lang=text_lang)
    request.write_answer(dataset, answer, partial(check_table, text=str(text)))
    if exit_code and answer.wrong:
        raise typer.Exit(1)
