"""Numbers of a dataset: to the digit as they are typed, and no others."""

import kic
from kic.model.interval import Interval
from tests.conftest import Write, exact, figure, indicator


def test_shares_that_add_up_to_exactly_100_are_accepted(write: Write) -> None:
    """Ten shares of which floats add up to more than 100 divide one whole."""
    shares = [33.4, 33.3, 33.3]
    text = "".join(
        indicator(f"deel_{n}", exact("2020", share), 'breakdown = "heel"').replace(
            '"kinderen"', '"procent"'
        )
        for n, share in enumerate(shares)
    )
    assert len(kic.load(write(text)).records) == len(shares)


def test_a_rounded_number_is_an_interval(write: Write) -> None:
    """3,3 million lies within half of a hundred thousand of what is printed."""
    path = write(
        indicator(
            "a", figure("2020", 'qualifier = "rounded", value = 3300000, rounded_to = 100000')
        )
    )
    [record] = kic.load(path).records
    assert record.interval == Interval(3300000, 3250000, 3350000)
    assert (record.status, record.qualifier) == ("A", "rounded")


def test_a_rounded_number_is_exact_about_its_bounds(write: Write) -> None:
    """1,1 to a tenth lies from 1,05 to 1,15, and a share of 100 % may be rounded."""
    tenth = 'qualifier = "rounded", value = 1.1, rounded_to = 0.1'
    whole = 'qualifier = "rounded", value = 100, rounded_to = 1, unit = "procent"'
    text = indicator("a", figure("2020", tenth) + figure("2021", whole))
    first, second = kic.load(write(text)).records
    assert (first.lower, first.upper) == (1.05, 1.15)
    assert (second.value, second.upper) == (100, 100)


def test_a_number_typed_with_an_exponent_is_the_one_meant(write: Write) -> None:
    """1.4e6 is 1400000, with no digits behind a point that nobody typed."""
    [record] = kic.load(write(indicator("a", exact("2020", "1.4e6")))).records
    assert repr(record.value) == "1400000"
