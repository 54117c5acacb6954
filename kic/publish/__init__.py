"""Publishing a whole dataset in the forms that catalogues, databases and statisticians use.

A new form is one file with ``files(exported, made)``, which gives the files to write by name,
and one line in ``EXPORT_FORMATS``.  ``made`` is the moment to write into metadata that wants
one: the same dataset and moment give the same bytes.
"""

from collections.abc import Mapping
from datetime import datetime
from importlib import import_module

from kic.dataset import Dataset
from kic.publish.exported import TABLES, exported

EXPORT_FORMATS = {  # with what each is good for; each has a module of its name
    "datapackage": "a Data Package v2: CSV with its description",
    "csvw": "CSV on the Web",
    "sdmx-csv": "SDMX-CSV 2.0, the observations",
    "sqlite": "a SQLite database with the gaps and the changes",
    "parquet": "Parquet, a file for each table; needs kic[parquet]",
}

# What tells of an export in a folder, in any form.
NAMES = frozenset(
    {"datapackage.json", "csv-metadata.json", "kic.sqlite", "store.parquet"}
    | {f"{table}.csv" for table in TABLES}
)


def export(dataset: Dataset, name: str, made: datetime) -> Mapping[str, bytes]:
    """The files of a dataset in the form called ``name``, a key of ``EXPORT_FORMATS``.

    Raises MissingExtraError where a form needs a package that is not installed.
    """
    module = import_module(f"kic.publish.{name.replace('-', '_')}")
    written: Mapping[str, bytes] = module.files(exported(dataset), made)
    return written
