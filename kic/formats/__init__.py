"""One writer per format: a Table to text.  A format never asks the terminal anything.

A new format is one file with ``write(table, style) -> str`` and one line in ``FORMATS``.
Writers are imported on use, so that an answer in JSON costs no Rich.
"""

from importlib import import_module
from typing import NamedTuple

from kic.model import Lang
from kic.table import Table


class Style(NamedTuple):
    """How to write: in which language, how wide (None: as wide as needed), how plainly.

    ``encoding`` is that of the place the text goes to; ``bars`` allows block characters.
    """

    lang: Lang = "nl"
    width: int | None = None
    color: bool = False
    bars: bool = False
    encoding: str = "utf-8"


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
    "csv": Format("kic.formats.as_csv", (".csv",), "the records as rows, for a spreadsheet"),
}


def write(name: str, table: Table, style: Style) -> str:
    """The table in the format called ``name``, a key of ``FORMATS``."""
    text: str = import_module(FORMATS[name].module).write(table, style)
    return text
