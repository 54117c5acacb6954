"""The commands that make something to keep: citations, charts, exports and reports."""

import os
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated

import typer

import kic
from kic.cli.options import (
    CONTEXT,
    DATA,
    FORCE,
    LANG,
    OUTPUT,
    PERIOD,
    REGION,
    THEME,
    completing,
    one_of,
)
from kic.cli.output import deliver, error_line, style_for, target
from kic.cli.questions import NOTHING
from kic.cli.reading import read_dataset
from kic.cli.saving import save, save_all
from kic.formats import Style
from kic.model.errors import UsageError, excerpt


def cite(
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
    output: OUTPUT = None,
    force: FORCE = False,
    lang: LANG = "nl",
    data: DATA = None,
) -> None:
    """Cite figures: value, period, region, what limits it, publication and where in it."""
    from kic.formats import citations

    style = one_of("--style", tuple(citations.STYLES), style)
    answer = kic.cite(read_dataset(data), *indicators, figure=figure)
    path = target(output)
    writing = style_for(path, lang)
    text = citations.write(answer, style, writing)
    if not answer.citations:
        error_line("the answer is empty: there is no figure to cite.")
    deliver(text, path, writing, force=force, for_people=style != "csl-json")


def chart(
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
    output: OUTPUT = None,
    force: FORCE = False,
    lang: LANG = "nl",
    data: DATA = None,
) -> None:
    """Draw figures as bars, with what is uncertain and what is missing, as SVG or PNG.

    --output is needed: a file in .svg or .png.
    """
    from kic.query.change import series
    from kic.report.chart import SUFFIXES, draw, picture_of

    path = target(output)
    kind = SUFFIXES.get(path.suffix.lower()) if path else None
    if path is None or kind is None:
        given = f" (found '{path}')" if path else ""
        raise UsageError(f"a chart is a picture; give --output FILE.svg or FILE.png{given}.")
    dataset = read_dataset(data, context=context, periods=period or ())
    answer = kic.show(dataset, *subjects, region=region, period=period)
    if not answer.records:
        raise UsageError(f"there is nothing to draw: {NOTHING}")
    drawing = draw(picture_of(dataset, series(dataset, answer.records)), kind, lang)
    save(path, drawing, force=force)


def export(
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
    force: FORCE = False,
    data: DATA = None,
) -> None:
    """Publish the whole dataset: all tables with their meaning, keys, sources and licence.

    All its files are written or none; other files in DIR stay.
    """
    from kic.publish import EXPORT_FORMATS
    from kic.publish import export as export_

    way = one_of("--as", tuple(EXPORT_FORMATS), way)
    dataset = read_dataset(data)
    files = export_(dataset, way, _made_at(dataset.sources[dataset.info.source].published))
    save_all(folder, files, force=force)


def _made_at(published: date | None) -> datetime:
    """The moment to write into metadata: SOURCE_DATE_EPOCH, or the day of publication.

    Never the clock's, so that the same dataset gives the same files on any day.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return datetime.combine(published or date(2000, 1, 1), time(), UTC)
    try:
        return datetime.fromtimestamp(int(seconds), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(
            f"SOURCE_DATE_EPOCH is a number of seconds since 1970 (found {excerpt(seconds)})."
        ) from None


def report(
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
    output: OUTPUT = None,
    force: FORCE = False,
    lang: LANG = "nl",
    data: DATA = None,
) -> None:
    """Write everything as one web page that works offline, by mail and on paper.

    --output is needed: a file in .html, or - for stdout.
    """
    from kic.report import report as report_

    path = target(output)
    if output is None or (path is not None and path.suffix.lower() not in (".html", ".htm")):
        given = f" (found '{output}')" if output else ""
        raise UsageError(f"a report is a page for browsers; give --output FILE.html{given}.")
    page = report_(read_dataset(data), lang, [*(themes or ()), *(theme or ())])
    deliver(page, path, Style(lang=lang), force=force, for_people=False)
