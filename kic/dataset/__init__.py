"""TOML becomes a checked dataset; a dataset is held against the page it was typed from."""

from kic.dataset.loading import (
    Dataset,
    United,
    comparison,
    context,
    embedded,
    load,
    populations,
    read,
    unite,
    with_context,
)

__all__ = [
    "Dataset",
    "United",
    "comparison",
    "context",
    "embedded",
    "load",
    "populations",
    "read",
    "unite",
    "with_context",
]
