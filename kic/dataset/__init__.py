"""TOML becomes a checked dataset; a dataset is held against the page it was typed from."""

from kic.dataset.loading import (
    Dataset,
    United,
    context,
    embedded,
    has_context,
    load,
    populations,
    read,
    unite,
    with_context,
)

__all__ = [
    "Dataset",
    "United",
    "context",
    "embedded",
    "has_context",
    "load",
    "populations",
    "read",
    "unite",
    "with_context",
]
