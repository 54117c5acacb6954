"""What every question has in common: its format, its place, and which part is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import typer

from kic.cli.options import one_of
from kic.cli.output import deliver, error_line, style_for, target
from kic.dataset import Dataset
from kic.formats import FORMATS, PAGES, write
from kic.model.errors import UsageError
from kic.table import Table

NOTHING = "nothing matches all of these filters."
_EMPTY = {
    "gaps": "the source names no gap{these}; that does not mean that there is none.",
    "compare": "no indicator has two comparable figures here; 'kic show' tells what there is.",
    "find": "nothing has all of these words; try one of them or a part of it, "
    "or look among the themes with 'kic themes'.",
}


class Request:
    """The options that every question has; where and how to write is checked at once.

    They are taken from the context of the command, by the names of its parameters.
    """

    def __init__(self, ctx: typer.Context) -> None:
        self.options = ctx.params
        self.path = target(ctx.params["output"])
        self.writing = {name: ctx.params[name] for name in ("force", "quiet")}
        self.format = _format_name(ctx, self.path)
        if ctx.params["bom"] and self.format not in ("csv", "tsv"):
            raise UsageError(f"--bom is for csv and tsv, not for {self.format}.")

    def answer(
        self, dataset: Dataset, answer: Any, table_of: Callable[[Dataset, Any], Table]
    ) -> None:
        """Write the chosen part of an answer, in the format and to the place given.

        ``table_of`` makes the table of an answer.
        """
        table = table_of(dataset, answer)
        lang, sort, limit = (self.options[name] for name in ("lang", "sort", "limit"))
        names = (self.options["columns"] or "").split(",")
        columns = [name.strip() for name in names if name.strip()]
        if limit is not None and limit < 0:
            raise UsageError(f"--limit takes a number, 0 or more (found {limit}).")
        if limit is not None and sort is None:
            from kic.table.limit import first, shortened

            cut, left_out = first(dataset, answer, limit)
            table = shortened(table, table_of(dataset, cut), left_out, limit)
            limit = None
        if columns or sort is not None:
            from kic.table.view import select

            table = select(table, columns=columns, sort=sort, limit=limit, lang=lang)
            if "value" in columns and "period" not in columns and not self.options["quiet"]:
                error_line("the year of each value goes; add 'period' to --columns to keep it.")
        if table.is_empty:
            if not self.options["quiet"]:
                these = " for all of these filters" if {*table.query} - {"all", "by"} else ""
                told = _EMPTY.get(table.command, NOTHING).format(these=these)
                error_line(f"the answer is empty: {told}")
            if table.command == "find" and self.format in PAGES and self.path is None:
                return
        style = style_for(self.path, lang, self.options["color"])
        style = style._replace(notes=self.options["notes"])
        content = write(self.format, table, style)
        if isinstance(content, str) and self.options["bom"]:
            content = "\ufeff" + content
        for_people = FORMATS[self.format].for_people
        deliver(content, self.path, style, for_people=for_people, **self.writing)


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
