"""TSV: as CSV, with tabs between the cells."""

from kic.formats import Style, as_csv
from kic.table import Table


def write(table: Table, style: Style) -> str:
    """The rows with a header; see :mod:`kic.formats.as_csv` for what a cell holds."""
    return as_csv.write(table, style, "\t")
