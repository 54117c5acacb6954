"""Numbers of a dataset: to the digit as they are typed, and no others."""

import pytest

import kic
from kic.dataset.dutch import readings
from kic.model.errors import DatasetError
from kic.model.interval import Interval
from tests.conftest import Write, exact, figure, indicator


@pytest.mark.parametrize("digits", ["4503599627370497.5", "0.12345678901234567890", "1e-400"])
def test_digits_that_no_float_holds_are_refused(write: Write, digits: str) -> None:
    """A number is never read as another one than was typed."""
    with pytest.raises(DatasetError, match="more digits than"):
        kic.load(write(indicator("getal", exact("2020", digits))))


@pytest.mark.parametrize(
    "rest",
    [
        'qualifier = "exact", value = 1e-300',
        'qualifier = "less_than", below = 1e-300',
        'qualifier = "rounded", value = 0, rounded_to = 1e-300',
    ],
)
def test_no_number_is_so_small_that_a_quotient_is_infinite(write: Write, rest: str) -> None:
    """A number no program can divide by is refused when it is read."""
    with pytest.raises(DatasetError, match="a number is 0, or not below 1e-15"):
        kic.load(write(indicator("getal", figure("2019", rest))))


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


def test_a_printed_number_of_millions_is_read_exactly() -> None:
    """2,01 miljoen is 2010000, and not a little less."""
    pytest.importorskip("text_to_num")
    [reading] = readings("2,01 miljoen")
    assert repr(reading.value) == "2010000"


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            indicator("a", figure("2020", 'qualifier = "rounded", value = 5')),
            "qualifier 'rounded' needs 'rounded_to'",
        ),
        (
            indicator("a", figure("2020", 'qualifier = "exact", value = 5, rounded_to = 10')),
            "qualifier 'exact' takes no 'rounded_to'",
        ),
        (
            indicator("a", figure("2020", 'qualifier = "rounded", value = 5, rounded_to = 0')),
            "nothing is rounded to 0",
        ),
        (
            indicator("a", exact("2020", 5), 'ages = "18-12"'),
            "indicators.a.ages: the youngest of 'ages' comes first (found '18-12')",
        ),
        (
            indicator("a", figure("2020", 'qualifier = "rounded", value = 7, rounded_to = 5')),
            "7 is no multiple of 'rounded_to' 5",
        ),
        (
            indicator("a", figure("2020", 'qualifier = "rounded", value = 1, rounded_to = 3e-30')),
            "1 is no multiple of 'rounded_to' 3e-30",
        ),
        (indicator("a", exact("2020", 5), 'ages = "under 18"'), "as '0-17'"),
        (
            indicator("a", exact("2020", 5), 'denominator_for = ["mensen"]'),
            "unknown unit 'mensen'",
        ),
    ],
    ids=["step", "no step", "zero", "ages", "multiple", "tiny", "age text", "unit"],
)
def test_the_model_refuses_what_makes_no_sense(write: Write, text: str, told: str) -> None:
    """A rounded number has a step, ages have an order, and a population divides known units."""
    with pytest.raises(DatasetError) as refused:
        kic.load(write(text))
    assert told in str(refused.value)
