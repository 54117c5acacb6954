"""Questions about several editions."""

from pathlib import Path

import pytest

import kic
from tests.conftest import MINIMAL, exact, indicator, saved, sequel


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """An edition with one indicator, of two years."""
    return saved(
        tmp_path / "2020.toml", MINIMAL + indicator("a", exact("2019", 5) + exact("2020", 7))
    )


def test_an_edition_adds_figures_by_id(tmp_path: Path, first: Path) -> None:
    """Two files, or their folder, are one dataset; an added figure has its own source."""
    second = saved(tmp_path / "2021.toml", sequel(exact("2021", 9)))
    for data in ([first, second], tmp_path):
        dataset = kic.load(data)
        assert [(r.period.text, r.value, r.source) for r in dataset.records] == [
            ("2019", 5, "bron"),
            ("2020", 7, "bron"),
            ("2021", 9, "vervolg"),
        ]
        [series] = kic.compare(dataset).series
        assert [c.absolute.value for c in series.changes] == [2, 2]
