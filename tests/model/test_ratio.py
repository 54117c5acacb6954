"""Ratios of intervals."""

from hypothesis import given
from hypothesis import strategies as st

from kic.model.interval import UNKNOWN, Interval, ratio
from tests.cases import each

BOUND = st.integers(0, 10**6)


@given(BOUND, BOUND, st.integers(1, 10**6), BOUND, st.data())
def test_a_ratio_holds_every_ratio_of_what_lies_within(
    low: int, more: int, least: int, wider: int, data: st.DataObject
) -> None:
    """Whatever the true numbers are, their ratio lies within the bounds."""
    part, whole = Interval(None, low, low + more), Interval(None, least, least + wider)
    found = ratio(part, whole, 1000)
    a = data.draw(st.integers(low, low + more))
    b = data.draw(st.integers(least, least + wider))
    assert found.lower is not None
    assert found.upper is not None
    assert found.lower <= a * 1000 / b <= found.upper


@each(
    ("part", "whole", "expected"),
    [
        (Interval.exact(48), Interval(5000, 5000, None), Interval(None, None, 9.6)),
        (Interval.exact(29), Interval.exact(1000), Interval.exact(29.0)),
        (Interval(None, 0, 5), Interval.exact(10), Interval(None, 0, 500)),
        (Interval(10, 10, None), Interval.exact(100), Interval(None, 100, None)),
        (Interval(10, None, None), Interval.exact(100), Interval(100, None, None)),
        (Interval.exact(5), Interval(None, 0, 10), Interval(None, 500, None)),
        (Interval.exact(5), Interval.exact(0), UNKNOWN),
        (Interval.exact(0), Interval(1000, 1000, None), Interval.exact(0)),
        (Interval.exact(0), Interval(None, 0, 1), Interval.exact(0)),
        (Interval.exact(0), Interval.exact(0), UNKNOWN),
        (Interval.exact(1), Interval.exact(1000), Interval.exact(1.0)),
        (UNKNOWN, Interval.exact(10), UNKNOWN),
    ],
    ids=[
        "at least",
        "exact",
        "less",
        "part",
        "estimate",
        "may be zero",
        "zero",
        "none",
        "none of one at most",
        "none of none",
        "one",
        "unknown",
    ],
)
def test_a_ratio_is_no_more_precise_than_its_parts(
    part: Interval, whole: Interval, expected: Interval
) -> None:
    """A bound that is not known leaves the other one, an estimate no bounds at all."""
    assert ratio(part, whole, 1000) == expected
