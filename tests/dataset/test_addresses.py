"""Addresses that a dataset may have, and those that it may not."""

import re
from pathlib import Path

import pytest
from pydantic_core import Url

from kic.model import URL
from kic.model.errors import DatasetError
from kic.model.safe import address
from tests.addresses import REFUSED, TAKEN, with_address
from tests.cases import each


@each("url", REFUSED)
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    """Another scheme, no host, a user, or a character that stands in no address."""
    with pytest.raises(DatasetError) as refused:
        with_address(tmp_path, url)
    [problem] = refused.value.problems
    assert problem.at == ("sources", "rapport", "url")
    assert problem.message.startswith("an address ")


def test_the_schema_knows_what_an_address_is() -> None:
    """An editor refuses by pattern what kic does, but for what only a parser can see."""
    pattern = re.compile(URL)
    assert all(pattern.match(url) for url in TAKEN)
    seen = [url for url in REFUSED if pattern.match(url)]
    assert all(address(url) != url or _unparsed(url) for url in seen)


def _unparsed(url: str) -> bool:
    try:
        Url(url)
    except ValueError:
        return True
    return False
