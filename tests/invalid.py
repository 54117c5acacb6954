"""Datasets that kic refuses, a file for each below ``tests/dataset/invalid``.

Of ``NAME.toml`` the head is left out, which is ``MINIMAL``; ``NAME.txt`` holds the errors, each
without its place.  A JSON Schema tells the faults in ``seen_by_editors``; those in
``seen_by_kic`` mostly lie between records or keys.  What is in ``no_toml`` is the whole file, and
its error has its line and column too.
"""

from pathlib import Path

from tests.conftest import MINIMAL, ROOT

FOLDER = ROOT / "tests" / "dataset" / "invalid"
INVALID = {path.stem: path for path in sorted(FOLDER.glob("seen_by_*/*.toml"))}
NO_TOML = {path.stem: path for path in sorted(FOLDER.glob("no_toml/*.toml"))}
SEEN_BY_KIC = {name for name, path in INVALID.items() if path.parent.name == "seen_by_kic"}


def text_of(path: Path) -> str:
    """The whole text of a dataset that is refused."""
    return f"{MINIMAL}\n{path.read_text('utf-8')}"
