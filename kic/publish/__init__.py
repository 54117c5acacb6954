"""Publishing a whole dataset in the forms that catalogues, databases and statisticians use.

A new form is one file with ``files(exported, made)``, which gives the files to write by name,
and one line in ``EXPORT_FORMATS``.  ``made`` is the moment to write into metadata that wants
one: the same dataset and moment give the same bytes.
"""

from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from typing import NamedTuple

from kic.dataset import Dataset
from kic.publish.exported import exported


class ExportFormat(NamedTuple):
    """A form of publication: its module and what it is good for."""

    module: str
    about: str


EXPORT_FORMATS = {
    "datapackage": ExportFormat(
        "kic.publish.datapackage", "a Data Package v2: CSV with its description"
    ),
    "csvw": ExportFormat("kic.publish.csvw", "CSV on the Web"),
    "sdmx-csv": ExportFormat("kic.publish.sdmx", "SDMX-CSV 2.0, the observations"),
    "sqlite": ExportFormat(
        "kic.publish.sqlite", "a SQLite database with the gaps and the changes"
    ),
    "parquet": ExportFormat(
        "kic.publish.parquet", "Parquet, a file for each table; needs kic[parquet]"
    ),
}


def export(dataset: Dataset, name: str, made: datetime) -> Mapping[str, bytes]:
    """The files of a dataset in the form called ``name``, a key of ``EXPORT_FORMATS``.

    Raises MissingExtraError where a form needs a package that is not installed.
    """
    module = import_module(EXPORT_FORMATS[name].module)
    written: Mapping[str, bytes] = module.files(exported(dataset), made)
    return written
