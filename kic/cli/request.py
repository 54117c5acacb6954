"""What every question has: which dataset, which part of the answer, how and where to write it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from kic.cli.given import read_dataset, store_of
from kic.cli.options import one_of
from kic.cli.output import deliver, deliver_parts, error_line, style_for, target
from kic.dataset import Dataset
from kic.formats import FORMATS, PAGES, Style, write
from kic.model.errors import UsageError
from kic.query.question import Scope, TooLargeError
from kic.table import Table
from kic.table.rows import Data

if TYPE_CHECKING:
    from kic.dataset.store import Store

NOTHING = "nothing matches all of these filters."
_EMPTY = {
    "gaps": "the source names no gap{these}; that does not mean that there is none.",
    "compare": "no indicator has two comparable figures here; 'kic show' tells what there is.",
    "check": "the text has no number that may be a figure.",
    "find": "nothing has all of these words; try one of them or a part of it, "
    "or look among the themes with 'kic themes'.",
}


Ask = Callable[[Dataset], Any]
TableOf = Callable[[Dataset, Any], Table]
Counting = Callable[["Store"], tuple[Dataset, Any]]


class Request:
    """The options that every question has; where and how to write is checked at once.

    They are taken from the context of the command, by the names of its parameters.
    """

    def __init__(self, ctx: typer.Context) -> None:
        self.options = ctx.params
        self.path = target(ctx.params["output"])
        alone = (ctx.params.get(name) for name in ("text", "old", "new"))
        _refuse_what_is_read(self.path, *(ctx.params.get("data") or ()), *alone)
        self.writing = {name: ctx.params[name] for name in ("force", "quiet")}
        self.format = _format_name(ctx, self.path)
        if ctx.params["bom"] and self.format not in ("csv", "tsv"):
            raise UsageError(f"--bom is for csv and tsv, not for {self.format}.")
        limit = ctx.params["limit"]
        if limit is not None and limit < 0:
            raise UsageError(f"--limit takes a number, 0 or more (found {limit}).")
        names = (self.options["columns"] or "").split(",")
        self._columns = [name.strip() for name in names if name.strip()]

    def answer(
        self,
        scope: Scope,
        ask: Ask,
        table_of: TableOf,
        *,
        counted: Counting | None = None,
        periods: Sequence[str] = (),
    ) -> Any:
        """Ask the dataset, or the part of a store that the question is about; write the answer.

        Where a store is large ``counted`` asks it, if given.  Gives the answer, or of one that is
        written in parts the number of gaps in it.
        """
        data, engine = self.options["data"], self.options["engine"]
        store = store_of(data, engine) if counted else None
        if store and counted:
            part = counted(store)
            store.check()
            return self.write_answer(*part, table_of)
        context = self.options.get("context", False)
        try:
            dataset = read_dataset(data, scope, engine=engine, context=context, periods=periods)
        except TooLargeError as error:
            return self._write_large(error, ask, table_of)
        return self.write_answer(dataset, ask(dataset), table_of)

    def write_answer(self, dataset: Dataset, answer: Any, table_of: TableOf) -> Any:
        """Write the chosen part of an answer."""
        table = table_of(dataset, answer)
        limit, sort = self.options["limit"], self.options["sort"]
        if limit is not None and sort is None:
            from kic.table.limit import first, shortened

            cut, left_out = first(dataset, answer, limit)
            table = shortened(table, table_of(dataset, cut), left_out, limit)
            limit = None
        if self.options.get("context"):
            table = replace(table, query={**table.query, "context": True})
        whole, table = table, self._chosen(table, limit)
        is_found = not (table.is_empty and table.command == "find")
        if is_found or self.format not in PAGES or self.path is not None:
            self._deliver(write(self.format, table, self._style))
            self._tell_bare(whole.data)
        if table.is_empty:
            self._tell_empty(table)
        return answer

    def _write_large(self, error: TooLargeError, ask: Ask, table_of: TableOf) -> int:
        """Write what can be of an answer that is too large; gives the number of gaps in it."""
        from kic.cli.large import HEADS, gaps_in, in_parts  # needed for a large answer only

        made = in_parts(error, self.options, self.format, ask, table_of)
        if isinstance(made, Table):
            self._deliver(write(self.format, self._chosen(made), self._style))
            self._tell_bare(made.data)
            return gaps_in(error, self.options)
        texts = (str(write(self.format, self._chosen(table), self._style)) for table in made)
        parts = (
            "".join(text.splitlines(keepends=True)[HEADS[self.format] :]) if number else text
            for number, text in enumerate(texts)
        )
        mark = "\ufeff" if self.options["bom"] else ""
        deliver_parts(chain([mark], parts), self.path, self._style, **self.writing)
        self._tell_bare()
        return gaps_in(error, self.options)

    def _chosen(self, table: Table, limit: int | None = None) -> Table:
        """The table with the columns and in the order asked for."""
        sort, lang = self.options["sort"], self.options["lang"]
        if not self._columns and sort is None:
            return table
        from kic.table.view import select

        return select(table, columns=self._columns, sort=sort, limit=limit, lang=lang)

    def _tell_empty(self, table: Table) -> None:
        """Say on stderr that there is nothing in an answer, and what to try."""
        if not self.options["quiet"]:
            these = " for all of these filters" if {*table.query} - {"all", "by"} else ""
            told = _EMPTY.get(table.command, NOTHING).format(these=these)
            error_line(f"the answer is empty: {told}")

    @property
    def _style(self) -> Style:
        """How to write, as the place that it goes to can show it."""
        style = style_for(self.path, self.options["lang"], self.options["color"])
        return style._replace(notes=self.options["notes"])

    def _deliver(self, content: str | bytes) -> None:
        """Write an answer, whole, to where it goes."""
        if isinstance(content, str) and self.options["bom"]:
            content = "\ufeff" + content
        for_people = FORMATS[self.format].for_people
        deliver(content, self.path, self._style, for_people=for_people, **self.writing)

    def _tell_bare(self, data: Data | None = None) -> None:
        """Say on stderr what the numbers of an answer, if it is known, are written without."""
        if "value" not in self._columns or self.options["quiet"]:
            return
        needless = {*self._columns}
        if FORMATS[self.format].for_people:
            needless |= {*_PLAIN}  # in words, with the number
        if data:
            told = {name: {row.get(name) for row in data.rows} for name in _BESIDE_A_VALUE}
            told["unit"] = {r.get("unit") for r in data.rows if r.get("value") is not None}
            needless |= {name for name, plain in _PLAIN.items() if told[name] <= {None, plain}}
            needless |= {name for name in ("region", "unit") if len(told[name] - {None}) < 2}
        if lost := [name for name in _BESIDE_A_VALUE if name not in needless]:
            words = _listed([_BESIDE_A_VALUE[name] for name in lost])
            goes, it = ("go", "them") if lost[1:] else ("goes", "it")
            columns = _listed([f"'{name}'" for name in lost])
            error_line(f"{words} of each value {goes}; add {columns} to --columns to keep {it}.")


def _listed(several: list[str]) -> str:
    """Words as a sentence lists them."""
    *most, last = several
    return f"{', '.join(most)} and {last}" if most else last


_BESIDE_A_VALUE = {
    "period": "the year",
    "region": "the region",
    "unit": "the unit",
    "qualifier": "the exactness",
    "status": "the status",
    "correction": "the correction",
}
_PLAIN = {"qualifier": "exact", "status": "A", "correction": None}  # with which nothing is lost


def _refuse_what_is_read(output: Path | None, *given: Path | None) -> None:
    """Raise UsageError where an answer would take the place of what it is made from."""
    for path in given:
        with suppress(OSError, ValueError):  # which are told where it is read
            if output and path and output.samefile(path):
                raise UsageError(f"{path} is what is read; give --output another name.")


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
