"""What a dataset refuses: each fault in its own words, and all of them at once."""

from pathlib import Path

import pytest

import kic
from kic.model.errors import DatasetError
from tests.cases import each
from tests.conftest import saved
from tests.invalid import INVALID, NO_TOML, text_of


@each("name", INVALID)
def test_what_is_impossible_is_refused(tmp_path: Path, name: str) -> None:
    """Each impossible dataset is refused in the lines that stand beside it."""
    with pytest.raises(DatasetError) as refused:
        kic.load(saved(tmp_path / "figures.toml", text_of(INVALID[name])))
    told = [line.partition(": ")[2] for line in refused.value.lines]
    assert told == INVALID[name].with_suffix(".txt").read_text("utf-8").splitlines()


@each("name", NO_TOML)
def test_what_is_no_toml_is_told_as_what_has_to_be_done(name: str) -> None:
    """One line: the first place, and what the one who typed it has to do there."""
    path = NO_TOML[name]
    with pytest.raises(DatasetError) as refused:
        kic.load(path)
    told = [line.removeprefix(f"{path}:") for line in refused.value.lines]
    assert told == path.with_suffix(".txt").read_text("utf-8").splitlines()
