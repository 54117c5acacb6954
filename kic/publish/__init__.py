"""Publishing a whole dataset in the forms that catalogues, databases and statisticians use.

Each way is one file with ``files(tables, made)``, which gives the files to write by name.
``made`` is the moment to write into metadata that wants one: the same dataset and moment
give the same bytes.
"""

from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from typing import NamedTuple

from kic.dataset import Dataset
from kic.publish.tables import tables


class Way(NamedTuple):
    """A way to publish: its module and what it is good for."""

    module: str
    about: str


WAYS = {
    "datapackage": Way("kic.publish.datapackage", "a Data Package v2: CSV with its description"),
    "csvw": Way("kic.publish.csvw", "CSV on the Web"),
    "sdmx-csv": Way("kic.publish.sdmx", "SDMX-CSV 2.0, the observations"),
    "sqlite": Way("kic.publish.sqlite", "a SQLite database with the gaps and the changes"),
    "parquet": Way("kic.publish.parquet", "Parquet, a file for each table; needs kic[parquet]"),
}


def export(dataset: Dataset, way: str, made: datetime) -> Mapping[str, bytes]:
    """The files of a dataset published in one of ``WAYS``, by their names.

    Raises MissingExtraError where a way needs a package that is not installed.
    """
    written: Mapping[str, bytes] = import_module(WAYS[way].module).files(tables(dataset), made)
    return written
