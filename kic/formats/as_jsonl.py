"""JSON Lines: the rows of the CSV, each a JSON object on a line of its own."""

from kic.formats import Style
from kic.formats.as_json import dump
from kic.table import Table
from kic.table.rows import plain


def write(table: Table, style: Style) -> str:
    """Flat objects with raw numbers, lists of notes, and texts in one language."""
    rows = (
        {name: plain(row[name], style.lang) for name in table.data.columns}
        for row in table.data.rows
    )
    return "".join(f"{dump(row, style)}\n" for row in rows)
