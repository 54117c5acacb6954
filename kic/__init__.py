"""The figures on children's rights in the Netherlands, and what is not known about them.

``load`` reads a dataset, ``populations`` gives what rates are of; ``themes``, ``show``,
``compare``, ``gaps``, ``grid``, ``find`` and ``cite`` answer from it with typed, immutable
answers that hold raw numbers; ``records`` turns an answer into plain dictionaries.
Everything is imported on first use, so ``import kic`` costs next to nothing.
"""

TYPE_CHECKING = False  # without importing typing, which this alone would need
if TYPE_CHECKING:
    from kic.dataset import Dataset as Dataset
    from kic.dataset import load as load
    from kic.dataset import populations as populations
    from kic.model.errors import DatasetError as DatasetError
    from kic.model.errors import KicError as KicError
    from kic.model.errors import UsageError as UsageError
    from kic.query.citation import cite as cite
    from kic.query.search import find as find
    from kic.query.verbs import compare as compare
    from kic.query.verbs import gaps as gaps
    from kic.query.verbs import grid as grid
    from kic.query.verbs import show as show
    from kic.query.verbs import themes as themes
    from kic.table.rows import records as records

__version__ = "0.5.0"

_HOME = {
    "Dataset": "dataset",
    "load": "dataset",
    "DatasetError": "model.errors",
    "KicError": "model.errors",
    "UsageError": "model.errors",
    "cite": "query.citation",
    "compare": "query.verbs",
    "find": "query.search",
    "gaps": "query.verbs",
    "grid": "query.verbs",
    "populations": "dataset",
    "records": "table.rows",
    "show": "query.verbs",
    "themes": "query.verbs",
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
