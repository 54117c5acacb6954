"""TOML, or a part of a store, becomes a checked dataset, which is held against its page."""

from kic.dataset.loading import (
    comparison,
    context,
    embedded,
    load,
    populations,
    read,
    store_at,
    unite,
    with_context,
    with_other_years,
)
from kic.dataset.united import Dataset, United

__all__ = [
    "Dataset",
    "United",
    "comparison",
    "context",
    "embedded",
    "load",
    "populations",
    "read",
    "store_at",
    "unite",
    "with_context",
    "with_other_years",
]
