"""The figures on children's rights in the Netherlands, and what is not known about them.

``load`` reads a dataset, ``populations`` gives what rates are of; ``themes``, ``show``,
``compare``, ``gaps``, ``grid``, ``find`` and ``cite`` answer from it with typed, immutable
answers that hold raw numbers; ``records`` turns an answer into plain dictionaries.
Everything is imported on first use, so ``import kic`` costs next to nothing.
"""

TYPE_CHECKING = False  # without importing typing, which this alone would need
if TYPE_CHECKING:
    from kic.citation import cite as cite
    from kic.dataset import Dataset as Dataset
    from kic.dataset import load as load
    from kic.dataset import populations as populations
    from kic.errors import DatasetError as DatasetError
    from kic.errors import KicError as KicError
    from kic.errors import UsageError as UsageError
    from kic.query import compare as compare
    from kic.query import gaps as gaps
    from kic.query import grid as grid
    from kic.query import show as show
    from kic.query import themes as themes
    from kic.rows import records as records
    from kic.search import find as find

__version__ = "0.5.0"

_HOME = {
    "Dataset": "dataset",
    "load": "dataset",
    "DatasetError": "errors",
    "KicError": "errors",
    "UsageError": "errors",
    "cite": "citation",
    "compare": "query",
    "find": "search",
    "gaps": "query",
    "grid": "query",
    "populations": "dataset",
    "records": "rows",
    "show": "query",
    "themes": "query",
}

__all__ = [
    "Dataset",
    "DatasetError",
    "KicError",
    "UsageError",
    "__version__",
    "cite",
    "compare",
    "find",
    "gaps",
    "grid",
    "load",
    "populations",
    "records",
    "show",
    "themes",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'kic' has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"kic.{_HOME[name]}"), name)
    return found


def __dir__() -> list[str]:
    return __all__
