"""The commands that make something to keep: citations, charts, exports and reports."""

import os
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import kic
from kic.cli.given import DUCKDB, read_dataset, store_of
from kic.cli.options import (
    CONTEXT,
    DATA,
    ENGINE,
    FORCE,
    LANG,
    OUTPUT,
    PERIOD,
    QUIET,
    REGION,
    THEME,
    completing,
    one_of,
)
from kic.cli.output import deliver, error_line, keep, style_for, target, tell_written
from kic.cli.request import NOTHING
from kic.cli.saving import save_all, save_new
from kic.dataset.reading import datasets_in
from kic.formats import FORMATS, Style
from kic.model import Period, Source
from kic.model.errors import UsageError, excerpt
from kic.query.question import Scope

if TYPE_CHECKING:
    from kic.dataset.store import Store

_NO_FIGURE = "there is no figure to cite."


def _day(given: str) -> Period:
    """A day as ISO 8601 writes it with hyphens."""
    with suppress(ValueError):
        day = Period.parse(given)
        if day.kind == "day":
            return day
    raise UsageError(f"--accessed takes a day as 2026-11-27 (found {excerpt(given)}).")


def _refuse_before(accessed: Period | None, sources: Iterable[Source]) -> None:
    """Raise UsageError where nobody can have looked at a source yet: before it was published."""
    for published in (source.published for source in sources):
        if accessed and published and accessed.end < published.start:
            raise UsageError(f"--accessed {accessed} is before the publication of {published}.")


def cite(
    subjects: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="THEME|INDICATOR",
            help="What? Any names, or places; without one, the publication.",
            autocompletion=completing("subject"),
            show_default=False,
        ),
    ] = None,
    region: REGION = None,
    period: PERIOD = None,
    style: Annotated[
        str | None,
        typer.Option(
            "--style",
            metavar="STYLE",
            help="How? text (default), bibtex (.bib) or csl-json (.json).",
            show_default=False,
        ),
    ] = None,
    accessed: Annotated[
        Period | None,
        typer.Option(
            "--accessed",
            metavar="DATE",
            help="When did you look at the source? A day as 2026-11-27, for the citation.",
            parser=_day,
            show_default=False,
        ),
    ] = None,
    output: OUTPUT = None,
    force: FORCE = False,
    quiet: QUIET = False,
    lang: LANG = "nl",
    data: DATA = None,
    engine: ENGINE = DUCKDB,
) -> None:
    """Cite figures, gaps or the publication, in its own words.

    kic cite nareis
    kic cite nareis --style bibtex --output nareis.bib
    """
    from kic.formats import citations

    path = target(output)
    style = one_of("--style", (*citations.STYLES,), style or _style_of(path))
    dataset = read_dataset(data, Scope(subjects or (), None, None, region, period), engine=engine)
    writing = style_for(path, lang)
    if subjects or region or period:
        answer = kic.cite(dataset, *(subjects or ()), region=region, period=period)
        _refuse_before(accessed, (r.links.source for r in answer.records))
        text = citations.write(dataset, answer, style, writing, accessed)
        if not answer.records and not quiet:
            error_line(f"the answer is empty: {NOTHING if region or period else _NO_FIGURE}")
    else:
        _refuse_before(accessed, dataset.own.values())
        text = citations.write_whole(dataset, style, writing, accessed)
    deliver(text, path, writing, force=force, quiet=quiet, for_people=style != "csl-json")


def _style_of(path: Path | None) -> str:
    """The style that the suffix of a file tells; text without a file."""
    from kic.formats.citations import STYLES

    suffixes = {suffix: style for style, suffix in STYLES.items()}
    if path and path.suffix.lower() not in suffixes:
        raise UsageError(
            f"the suffix of '{path}' tells no style (known: {', '.join(suffixes)}); "
            "rename it or give --style."
        )
    return suffixes[path.suffix.lower()] if path else "text"


def chart(
    subjects: Annotated[
        list[str],
        typer.Argument(
            metavar="THEME|INDICATOR",
            help="What to draw, by any of its names.",
            autocompletion=completing("subject"),
        ),
    ],
    region: REGION = None,
    period: PERIOD = None,
    context: CONTEXT = False,
    width: Annotated[
        float,
        typer.Option(
            "--width",
            metavar="CM",
            help="How wide, in cm? 13 a newspaper column, 16 (default) a page, 34 a slide.",
            show_default=False,
        ),
    ] = 16.0,
    title: Annotated[
        str | None,
        typer.Option(
            "--title",
            metavar="TEXT",
            help="A title of your own, above the line that answers.",
            show_default=False,
        ),
    ] = None,
    dark: Annotated[bool, typer.Option("--dark", help="On a dark ground?")] = False,
    outlines: Annotated[
        bool,
        typer.Option("--outlines", help="Letters of an SVG as outlines, alike everywhere?"),
    ] = False,
    output: OUTPUT = None,
    force: FORCE = False,
    quiet: QUIET = False,
    lang: LANG = "nl",
    data: DATA = None,
    engine: ENGINE = DUCKDB,
) -> None:
    """Draw figures, as SVG or PNG, to print or to show.

    Numbers that compare as columns, others large, with what is uncertain and what is missing.
    --output is needed.

      kic chart nareis --output nareis.svg --width 13
      kic chart jeugdhulp --output jeugdhulp.png --dark
    """
    from kic.report.chart import SUFFIXES, Look, draw, picture_of

    path = target(output)
    kind = SUFFIXES.get(path.suffix.lower()) if path else None
    if path is None or kind is None:
        given = f" (found '{path}')" if path else ""
        raise UsageError(f"a chart is a picture; give --output FILE.svg or FILE.png{given}.")
    scope = Scope(subjects, None, None, region, period)
    dataset = read_dataset(data, scope, engine=engine, context=context, periods=period or ())
    answer = kic.show(dataset, *subjects, region=region, period=period)
    if not answer.records:
        raise UsageError(f"there is nothing to draw: {NOTHING}")
    picture = picture_of(dataset, answer, title)
    drawing = draw(picture, kind, lang, Look(width, dark=dark, outlines=outlines))
    keep(path, drawing, force=force, quiet=quiet)


def export(
    folder: Annotated[str, typer.Argument(metavar="DIR", help="Where the files go.")],
    way: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="FORM",
            help="As what? datapackage (default), csvw, sdmx-csv, sqlite, parquet.",
            show_default=False,
        ),
    ] = None,
    force: FORCE = False,
    quiet: QUIET = False,
    data: DATA = None,
    engine: ENGINE = DUCKDB,
) -> None:
    """Publish the whole dataset: tables, their meaning, licence.

    All its files are written or none. DIR holds one export; other files in it stay.

      kic export cijfers
      kic export cijfers-csvw --as csvw
    """
    from kic.publish import EXPORT_FORMATS, NAMES
    from kic.publish import export as export_

    if not folder:
        raise UsageError("DIR needs the name of a folder; the one you are in is '.'.")
    if way is None:
        _refuse_a_format(folder)
    way = one_of("--as", tuple(EXPORT_FORMATS), way or "datapackage")
    if way == "parquet" and Path(folder).is_dir() and (typed := datasets_in(Path(folder))):
        raise UsageError(f"{folder} holds {typed[0].name}; a store needs a folder of its own.")
    store = store_of(data, engine) if way == "parquet" else None
    if store:
        _rewrite(store, Path(folder), quiet=quiet)
        return
    dataset = read_dataset(data, engine=engine)
    dates = [source.published for source in dataset.own.values() if source.published]
    files = export_(dataset, way, _made_at(max(dates, default=None)))
    save_all(Path(folder), files, force=force, apart=NAMES)
    if not quiet:
        tell_written(Path(folder), sum(map(len, files.values())), [*files])


def _rewrite(store: "Store", folder: Path, *, quiet: bool) -> None:
    """Write a store anew into a new folder, part by part, however large it is."""
    from kic.publish.parquet import rewrite

    def write(beside: Path) -> None:
        with ExitStack() as opened:
            rewrite(store, lambda name: opened.enter_context((beside / name).open("w+b")))

    save_new(folder, write)
    if not quiet:
        files = sorted(folder.iterdir())
        tell_written(folder, sum(f.stat().st_size for f in files), [f.name for f in files])


def _refuse_a_format(folder: str) -> None:
    """Raise UsageError for a new folder that is named as a format, with what may be meant."""
    from kic.publish import EXPORT_FORMATS

    name = folder.lower()
    if name not in (*FORMATS, *EXPORT_FORMATS) or Path(folder).is_dir():
        return
    message = f"{excerpt(folder)} is a format; as the name of a folder it is ./{folder}."
    if name == "csv":
        raise UsageError(message, instead=("show", "--format", "csv"))
    if name in EXPORT_FORMATS:
        raise UsageError(message, name=folder, instead=("--as", name, folder))
    suffix, *_ = *FORMATS[name].suffixes, ".txt"
    shown = ("show", "--format", name, "--output", f"figures{suffix}")
    raise UsageError(message, instead=shown)


def _made_at(published: Period | None) -> datetime:
    """The moment to write into metadata: SOURCE_DATE_EPOCH, or the day of publication, if known.

    Never the clock's, so that the same dataset gives the same files on any day.
    """
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        day = published.start if published and published.kind == "day" else date(2000, 1, 1)
        return datetime.combine(day, time(), UTC)
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
    quiet: QUIET = False,
    lang: LANG = "nl",
    data: DATA = None,
    engine: ENGINE = DUCKDB,
) -> None:
    """Write everything, or some themes, as one web page.

    It works offline, by mail and on paper. --output is needed: a file in .html, or - for stdout.

      kic report --output report.html
      kic report migratie --lang en --output migration.html
    """
    from kic.query import names
    from kic.report import report as report_

    asked = [*(themes or ()), *(theme or ())]
    dataset = read_dataset(data, Scope(asked), engine=engine)
    try:
        ids = names.ids(dataset, asked, "theme")
    except UsageError as error:
        if not (error.name and error.instead):  # nothing here is near it
            raise
        corrected = error.corrected(asked)
        file = () if output else ("--output", f"{corrected[0]}.html")
        raise UsageError(str(error), instead=("report", *corrected, *file)) from None
    path = target(output)
    if output is None or (path is not None and path.suffix.lower() not in (".html", ".htm")):
        given = f" (found '{output}')" if output else ""
        raise UsageError(
            f"a report is a page for browsers; give --output FILE.html{given}.",
            instead=("report", *ids, "--output", f"{'-'.join(ids) or 'report'}.html"),
        )
    page = report_(dataset, lang, ids)
    deliver(page, path, Style(lang=lang), force=force, quiet=quiet, for_people=False)
