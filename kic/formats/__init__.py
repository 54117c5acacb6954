"""One writer per format: a Table to text or bytes.  A format never asks the terminal anything.

A new format is one file, ``as_NAME``, with ``write(table, style)`` and one line in ``FORMATS``.
Writers are imported on use, so that an answer in JSON costs no Rich.
"""

from importlib import import_module
from typing import Literal, NamedTuple

from kic.model import Lang
from kic.table import Table

Bars = Literal["ascii", "blocks", "none"]
UNLIMITED = 1_000_000


class Style(NamedTuple):
    """How to write: in which language, at most how wide, how plainly.

    ``encoding`` is that of the place the text goes to; ``bars`` says with which characters
    lengths are drawn, if at all.  With ``notes`` people get what is background too.  What is
    to be ``alone``, as in a file, is whole by itself: HTML is a page and no part of one.
    """

    lang: Lang = "nl"
    width: int = UNLIMITED
    color: bool = False
    bars: Bars = "none"
    encoding: str = "utf-8"
    notes: bool = False
    alone: bool = False

    @property
    def is_unicode(self) -> bool:
        """Whether the encoding has all characters."""
        return self.encoding.lower().replace("-", "").startswith("utf")


class Format(NamedTuple):
    """A format by what it is good for and the file names it goes with.

    ``for_people`` formats may replace a character that an encoding lacks; in the others
    such a character is an error, or written as an escape the format itself has.
    """

    about: str
    suffixes: tuple[str, ...] = ()
    for_people: bool = False


FORMATS = {  # each is written by the module as_NAME
    "table": Format("a table to read", for_people=True),
    "plain": Format("a line for each row, without borders", (".txt",), for_people=True),
    "json": Format("one object with everything", (".json",)),
    "jsonl": Format("a JSON object for each row", (".jsonl", ".ndjson")),
    "csv": Format("the records as rows, for a spreadsheet", (".csv",)),
    "tsv": Format("the same with tabs", (".tsv",)),
    "markdown": Format("tables for a README or a wiki", (".md",), for_people=True),
    "html": Format("a web page in a file, else a fragment of one", (".html", ".htm")),
    "xlsx": Format("a workbook; needs kic[xlsx]", (".xlsx",)),
}

PAGES = ("table", "plain", "markdown", "html")  # those that people read as they are written


def write(name: str, table: Table, style: Style) -> str | bytes:
    """The table in the format called ``name``, a key of ``FORMATS``.

    Text, or bytes where the format is no text.  Raises MissingExtraError where a format
    needs a package that is not installed.
    """
    written: str | bytes = import_module(f"kic.formats.as_{name}").write(table, style)
    return written
