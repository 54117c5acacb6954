"""One writer per format: a Table to text or bytes.  A format never asks the terminal anything.

A new format is one file with ``write(table, style)`` and one line in ``FORMATS``.
Writers are imported on use, so that an answer in JSON costs no Rich.
"""

from importlib import import_module
from typing import Literal, NamedTuple

from kic.model import Lang
from kic.table import Table

Bars = Literal["ascii", "blocks"] | None


class Style(NamedTuple):
    """How to write: in which language, how wide (None: as wide as needed), how plainly.

    ``encoding`` is that of the place the text goes to; ``bars`` says with which characters
    lengths are drawn, if at all.
    """

    lang: Lang = "nl"
    width: int | None = None
    color: bool = False
    bars: Bars = None
    encoding: str = "utf-8"

    @property
    def is_unicode(self) -> bool:
        """Whether the encoding has all characters."""
        return self.encoding.lower().replace("-", "").startswith("utf")


class Format(NamedTuple):
    """A format by its module, the file names it goes with and what it is good for.

    ``for_people`` formats may replace a character that an encoding lacks; in the others
    such a character is an error, or written as an escape the format itself has.
    """

    module: str
    suffixes: tuple[str, ...]
    about: str
    for_people: bool = False


FORMATS = {
    "table": Format("kic.formats.as_table", (), "a table to read", for_people=True),
    "plain": Format(
        "kic.formats.as_plain", (".txt",), "a line for each row, without borders", for_people=True
    ),
    "json": Format("kic.formats.as_json", (".json",), "one object with everything"),
    "jsonl": Format("kic.formats.as_jsonl", (".jsonl", ".ndjson"), "a JSON object for each row"),
    "csv": Format("kic.formats.as_csv", (".csv",), "the records as rows, for a spreadsheet"),
    "tsv": Format("kic.formats.as_tsv", (".tsv",), "the same with tabs"),
    "markdown": Format(
        "kic.formats.as_markdown", (".md",), "tables for a README or a wiki", for_people=True
    ),
    "html": Format("kic.formats.as_html", (".html", ".htm"), "a fragment for a web page"),
    "xlsx": Format("kic.formats.as_xlsx", (".xlsx",), "a workbook; needs kic[xlsx]"),
}


def write(name: str, table: Table, style: Style) -> str | bytes:
    """The table in the format called ``name``, a key of ``FORMATS``.

    Text, or bytes where the format is no text.  Raises MissingExtraError where a format
    needs a package that is not installed.
    """
    written: str | bytes = import_module(FORMATS[name].module).write(table, style)
    return written
