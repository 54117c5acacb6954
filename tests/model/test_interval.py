"""Change on intervals: never more precise than the numbers it comes from."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kic.model.interval import UNKNOWN, Interval, difference, direction, percent_change
from tests.cases import each

BELOW_5 = Interval(None, 0, 5)
RUIM_397 = Interval(397_000, 397_000, None)
ABOUT_1300 = Interval(1300, None, None)


@pytest.mark.parametrize(
    ("base", "now", "absolute", "percent"),
    [
        (Interval.exact(550), Interval.exact(360), (-190, -190, -190), -34.5),
        (Interval.exact(233), Interval.exact(289), (56, 56, 56), 24.0),
    ],
)
def test_change_between_exact_numbers(
    base: Interval, now: Interval, absolute: tuple[int, int, int], percent: float
) -> None:
    """From 550 to 360 is exactly -190 and -34.5 per cent."""
    assert tuple(difference(base, now)) == absolute
    change = percent_change(base, now)
    assert change.value == pytest.approx(percent, abs=0.05)
    assert change.value == change.lower == change.upper


def test_from_below_five_to_ten() -> None:
    """Between +5 and +10, and a percentage without an upper bound."""
    now = Interval.exact(10)
    assert difference(BELOW_5, now) == Interval(None, 5, 10)
    assert percent_change(BELOW_5, now) == Interval(None, 100, None)


def test_from_at_least_nothing_has_an_upper_bound_only() -> None:
    """From "ruim 397.000" to 397.000 it is 0 or less, in number and in per cent."""
    now = Interval.exact(397_000)
    assert difference(RUIM_397, now) == Interval(None, None, 0)
    change = percent_change(RUIM_397, now)
    assert change == Interval(None, None, 0)
    assert direction(difference(RUIM_397, now)) is None


def test_from_at_least_something_to_nothing_is_all_of_it() -> None:
    """No fall is of more than a hundred per cent, whatever it fell from."""
    none = Interval.exact(0)
    assert percent_change(Interval(None, 98, None), none) == Interval.exact(-100)
    assert percent_change(Interval.exact(0), none) == UNKNOWN
    assert percent_change(BELOW_5, none).upper is None


def test_between_two_lower_bounds_nothing_is_known() -> None:
    """From "ruim 397.000" to "ruim 410.000" may be up or down, by anything."""
    now = Interval(410_000, 410_000, None)
    assert difference(RUIM_397, now) == UNKNOWN
    assert not percent_change(RUIM_397, now).known


def test_decimals_change_as_they_are_written() -> None:
    """From 24.3 to 24.5 is 0.2 and not a little less."""
    assert difference(Interval.exact(24.3), Interval.exact(24.5)) == Interval.exact(0.2)


@pytest.mark.parametrize(("now", "lowest", "highest"), [(0.5, -97.5, -95), (-0.5, -105, -102.5)])
def test_a_percentage_below_zero_grows_with_its_base(
    now: float, lowest: float, highest: float
) -> None:
    """From 10 to 20, to what lies about zero: the highest base leaves most of it, or least."""
    change = percent_change(Interval(None, 10, 20), Interval.exact(now))
    assert change == Interval(None, lowest, highest)


@pytest.mark.parametrize(
    ("interval", "exactly"),
    [
        (Interval.exact(0), True),
        (Interval(5, 5, 5.0), True),
        (Interval(5, 5, None), False),
        (Interval(5, None, 5), False),
        (Interval(None, 5, 5), False),
        (Interval(5, 4, 6), False),
        (UNKNOWN, False),
    ],
)
def test_a_number_is_known_exactly_where_its_bounds_are_it(
    interval: Interval, exactly: bool
) -> None:
    """All three are there, and are one number."""
    assert interval.exactly == exactly


def test_an_estimate_bounds_nothing() -> None:
    """A change from or to an estimate has a value and no bounds."""
    assert difference(ABOUT_1300, Interval.exact(1400)) == Interval(100, None, None)
    assert percent_change(ABOUT_1300, Interval.exact(1430)) == Interval(10, None, None)
    assert difference(Interval.exact(1000), ABOUT_1300) == Interval(300, None, None)
    assert percent_change(Interval.exact(1000), ABOUT_1300) == Interval(30, None, None)


def test_no_percentage_from_zero() -> None:
    """Nothing can be a percentage of nothing."""
    assert percent_change(Interval.exact(0), Interval.exact(7)) == UNKNOWN
    assert difference(Interval.exact(0), Interval.exact(7)) == Interval.exact(7)


def test_what_is_not_known_does_not_change() -> None:
    """Without a number there is no change to tell."""
    assert difference(UNKNOWN, Interval.exact(7)) == UNKNOWN
    assert percent_change(Interval.exact(7), UNKNOWN) == UNKNOWN


bounds = st.integers(0, 10**6)
closed = st.tuples(bounds, bounds).map(lambda p: Interval(None, min(p), max(p)))


@given(closed, closed, st.data())
def test_every_true_change_lies_within_the_bounds(
    base: Interval, now: Interval, data: st.DataObject
) -> None:
    """Whatever the true numbers are, their change is inside the interval that is told."""
    assert base.lower is not None
    assert base.upper is not None
    assert now.lower is not None
    assert now.upper is not None
    a = data.draw(st.integers(int(base.lower), int(base.upper)))
    b = data.draw(st.integers(int(now.lower), int(now.upper)))
    change = difference(base, now)
    assert change.lower is not None
    assert change.upper is not None
    assert change.lower <= b - a <= change.upper
    assume(a > 0 and base.upper > 0)
    percent = percent_change(base, now)
    true = (b - a) * 100 / a
    rounding = 1e-9 * max(1, abs(true))
    assert percent.lower is None or percent.lower <= true + rounding
    assert percent.upper is None or percent.upper >= true - rounding


@given(closed, closed)
def test_the_way_back_is_the_opposite_of_the_way_there(a: Interval, b: Interval) -> None:
    """Swapping the two numbers turns the difference around."""
    there, back = difference(a, b), difference(b, a)
    assert there.lower is not None
    assert there.upper is not None
    assert (back.lower, back.upper) == (-there.upper, -there.lower)


@given(closed, closed)
def test_a_direction_is_told_only_without_doubt(a: Interval, b: Interval) -> None:
    """Up and down are said when no numbers within the bounds say otherwise."""
    told = direction(difference(a, b))
    assert a.lower is not None
    assert a.upper is not None
    assert b.lower is not None
    assert b.upper is not None
    if told == "up":
        assert b.lower > a.upper
    elif told == "down":
        assert b.upper < a.lower
    elif told == "stable":
        assert a.lower == a.upper == b.lower == b.upper
    else:
        assert b.lower <= a.upper
        assert b.upper >= a.lower


@each(
    ("interval", "rank", "farthest"),
    [
        (Interval.exact(300), 300, 300),
        (RUIM_397, 397_000, 397_000),
        (Interval(None, 300, None), 300, 300),
        (Interval(None, 0, 5), 0, 5),
        (Interval(None, None, 770), None, 770),
        (Interval(None, None, -5), -5, -5),
        (Interval(None, None, 0), 0, 0),
        (Interval(None, -901, -1), -1, -901),
        (Interval(None, 1, 901), 1, 901),
        (Interval(None, -5, 10), None, 10),
        (Interval(None, -5, None), None, -5),
        (UNKNOWN, None, 0),
    ],
)
def test_a_size_is_ranked_by_what_is_certain_of_it(
    interval: Interval, rank: int | None, farthest: int
) -> None:
    """The value, or else the bound nearer to zero; none where it may be a rise or a fall."""
    assert (interval.rank, interval.farthest) == (rank, farthest)


def test_an_amount_is_sorted_by_the_number_that_tells_it() -> None:
    """More than 5,000 after 5,000, and less than 5,000 before it; about 5,000 is in between."""
    ordered = [
        *(Interval(None, None, -5), Interval.exact(0), Interval(None, 0, None)),
        *(Interval(None, 0, 2000), Interval(None, 3000, 4000)),
        *(Interval(None, 0, 5000), Interval(5000), Interval(None, 5000, None)),
        *(RUIM_397, Interval(400_000, None, 400_000), Interval.exact(400_000)),
    ]
    assert sorted({*ordered}, key=lambda interval: interval.amount or ()) == ordered
    assert UNKNOWN.amount is None
