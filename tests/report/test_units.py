"""The page of what may be below zero."""

import kic
from kic.report import report
from tests.conftest import Write
from tests.pages import named, parsed, said
from tests.units import UNITS, measured, number


def test_the_page_shows_a_loss_without_a_bar(write: Write) -> None:
    """The number with its sign and unit."""
    three = number("2018", 4) + number("2019", 5) + number("2020", -300)
    dataset = kic.load(write(UNITS + measured("euro", three)))
    page = parsed(report(dataset, "nl"))
    told = " ".join(said(e) for e in named(page, "theme"))
    assert "-300 euro" in told
    assert not [e for part in named(page, "theme") for e in named(part, "bar")]
