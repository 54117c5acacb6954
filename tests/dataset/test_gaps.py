"""Which figure a gap belongs to."""

import pytest

import kic
from tests.conftest import Write, exact, figure, gaps, indicator


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


@pytest.mark.parametrize(
    ("lacking", "with_gap"), [("2019", ["2019"]), ("unknown", ["2018", "2020", "unknown"])]
)
def test_a_gap_of_a_period_is_one_of_no_other(
    write: Write, lacking: str, with_gap: list[str]
) -> None:
    """As that of a cell of a table; without a period it may be one of all."""
    others = exact("2018", 5) + exact("2020", 7)
    text = indicator("a", figure(lacking, 'registration = "unavailable"') + others, gaps(""))
    records = kic.load(write(text)).records
    assert sorted(r.period.text for r in records if r.gap) == with_gap


def test_a_suppressed_number_is_no_gap(write: Write) -> None:
    """The source has it; that it keeps it secret is why there is none."""
    [record] = kic.load(write(indicator("a", figure("2020", 'status = "Q"')))).records
    assert (record.gap, record.reason, record.interval.known) == (None, "suppressed", False)
