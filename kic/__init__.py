"""The figures on children's rights in the Netherlands, and what is not known about them.

``load`` reads a dataset, ``populations`` gives what rates are of; ``themes``, ``show``,
``compare``, ``gaps``, ``grid``, ``find`` and ``cite`` answer from it, ``check`` holds a text
against it, and ``diff`` tells two apart, with typed, immutable answers that hold raw numbers;
``records`` turns an answer into plain dictionaries.
Everything is imported on first use, so ``import kic`` costs next to nothing.
"""

TYPE_CHECKING = False  # without importing typing, which this alone would need
if TYPE_CHECKING:
    from kic.dataset import Dataset, load, populations
    from kic.model.errors import DatasetError, KicError, UsageError
    from kic.query.check import check
    from kic.query.cite import cite
    from kic.query.compare import compare
    from kic.query.diff import diff
    from kic.query.find import find
    from kic.query.gaps import gaps
    from kic.query.grid import grid
    from kic.query.show import show
    from kic.query.themes import themes
    from kic.table.rows import records

__version__ = "0.16.0"

__all__ = [
    "Dataset",
    "DatasetError",
    "KicError",
    "UsageError",
    "__version__",
    "check",
    "cite",
    "compare",
    "diff",
    "find",
    "gaps",
    "grid",
    "load",
    "populations",
    "records",
    "show",
    "themes",
]

_MODULES = {
    "Dataset": "dataset",
    "DatasetError": "model.errors",
    "KicError": "model.errors",
    "UsageError": "model.errors",
    "check": "query.check",
    "cite": "query.cite",
    "compare": "query.compare",
    "diff": "query.diff",
    "find": "query.find",
    "gaps": "query.gaps",
    "grid": "query.grid",
    "load": "dataset",
    "populations": "dataset",
    "records": "table.rows",
    "show": "query.show",
    "themes": "query.themes",
}


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module 'kic' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"kic.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return __all__
