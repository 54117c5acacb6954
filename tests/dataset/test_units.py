"""Kinds of units: what may be below zero, and what follows from the kind."""

import pytest

import kic
from kic.model import SIGNED, UnitKind
from kic.model.interval import Interval
from tests.conftest import Write, figure
from tests.units import KINDS, UNITS, measured, number


def test_every_kind_of_unit_is_tested() -> None:
    """Those of the tests are all that there are."""
    assert set(KINDS.values()) == {kind.value for kind in UnitKind}


@pytest.mark.parametrize("unit", KINDS)
def test_only_a_rate_and_money_may_be_below_zero(write: Write, unit: str) -> None:
    """A count, a duration and a share are not, and the error stands at the number."""
    path = write(UNITS + measured(unit, number("2020", -5)))
    if KINDS[unit] in SIGNED:
        [record] = kic.load(path).records
        assert record.interval == Interval.exact(-5)
    else:
        with pytest.raises(kic.DatasetError, match=r"figure 1 \(2020\): value: a") as refused:
            kic.load(path)
        assert len(refused.value.lines) == 1


@pytest.mark.parametrize(
    ("rest", "interval"),
    [
        ('qualifier = "at_most", upper = 40', Interval(None, None, 40)),
        ('qualifier = "less_than", below = 0', Interval(None, None, 0)),
        ('qualifier = "almost", value = -5', Interval(-5, -5, None)),
        ('qualifier = "range", lower = -5, upper = 5', Interval(None, -5, 5)),
        ('qualifier = "rounded", value = 0, rounded_to = 10', Interval(0, -5, 5)),
        ('qualifier = "rounded", value = -20, rounded_to = 10', Interval(-20, -25, -15)),
    ],
)
@pytest.mark.parametrize("unit", ["promille", "euro"])
def test_nothing_follows_from_a_kind_that_may_be_below_zero(
    write: Write, unit: str, rest: str, interval: Interval
) -> None:
    """Money of at most 40 euros may be a loss."""
    [record] = kic.load(write(UNITS + measured(unit, figure("2020", rest)))).records
    assert record.interval == interval


@pytest.mark.parametrize("unit", ["promille", "euro"])
def test_a_part_of_what_may_be_below_zero_may_be_larger(write: Write, unit: str) -> None:
    """The others may have lost."""
    whole = measured(unit, number("2020", 5), "geheel")
    part = measured(unit, number("2020", 9), "deel", 'subset_of = "geheel"')
    assert len(kic.load(write(UNITS + whole + part)).records) == 2


def test_a_unit_says_of_how_many_and_in_which_currency(write: Write) -> None:
    """What makes a rate and money usable is with the unit of each record."""
    text = UNITS + measured("promille", number("2020", 4.1))
    text += measured("euro", number("2020", 1250.5), "b")
    rate, money = (r.links.unit for r in kic.load(write(text)).records)
    assert (rate and rate.per, rate and rate.currency) == (1000, None)
    assert (money and money.per, money and money.currency) == (None, "EUR")
