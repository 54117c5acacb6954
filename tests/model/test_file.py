"""The file of a dataset as the model has it."""

import tomli

from kic.model import File
from tests.conftest import ROOT


def test_the_whole_file_survives_a_round_trip() -> None:
    """Everything in the embedded file is in the model, and nothing else."""
    raw = _raw()
    file = File.model_validate(raw)
    assert File.model_validate(file.model_dump()) == file
    written = file.model_dump(exclude_unset=True, mode="json")
    assert _plain(written) == _plain(raw)


def test_without_stated_ages_none_count() -> None:
    """Not even the youngest: whether they belong to a whole is not known."""
    indicators = File.model_validate(_raw()).indicators.values()
    unstated = [indicator for indicator in indicators if not indicator.ages]
    assert unstated
    assert {indicator.age_range for indicator in unstated} == {range(0)}


def _raw() -> dict[str, object]:
    return tomli.loads((ROOT / "data" / "figures.toml").read_text("utf-8"))


def _plain(value: object) -> object:
    """TOML as JSON has it: dates as text, tuples as lists."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    return value if isinstance(value, str | int | float | bool) else str(value)
