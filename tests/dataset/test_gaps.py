"""Which figure a gap belongs to."""

import pytest

import kic
from tests.conftest import Write, figure, gaps, indicator


@pytest.mark.parametrize(("kind", "kept"), [("stated", False), ("concluded", True)])
def test_a_national_figure_has_no_gap_of_the_source(write: Write, kind: str, kept: bool) -> None:
    """What the source lacked before it has now; what kic concludes may still be missing."""
    lacking = figure("2019", 'registration = "unavailable"') if kind == "stated" else ""
    text = indicator(
        "a",
        lacking + figure("2020", 'qualifier = "exact", value = 8, registration = "national"'),
        gaps(f'kind = "{kind}"'),
    )
    *_, now = kic.load(write(text)).records
    assert (now.gap is not None) == kept
