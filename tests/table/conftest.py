"""A dataset of one country, of which the island is a part."""

from collections.abc import Callable
from pathlib import Path

import pytest

import kic
from tests.conftest import MINIMAL, saved

COUNTRY = MINIMAL.replace("[regions.eiland]", '[regions.eiland]\npart_of = "nederland"')

Load = Callable[[str], kic.Dataset]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Load a dataset below the one of the country."""

    def load_(text: str) -> kic.Dataset:
        return kic.load(saved(tmp_path / "country.toml", COUNTRY + text))

    return load_
