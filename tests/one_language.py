"""A dataset in one language, with a text under every key that can hold one."""

from pathlib import Path

from tests.conftest import ROOT, saved

DUTCH = (ROOT / "tests" / "one_language.toml").read_text("utf-8")


def dutch(folder: Path) -> Path:
    """A file with the dataset in Dutch alone."""
    return saved(folder / "monitor.toml", DUTCH)
