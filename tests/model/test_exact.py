"""Arithmetic of values: exact from the digits as typed, and rounded once."""

import copy
from fractions import Fraction
from random import Random

from kic.model.digits import number
from kic.model.interval import Computed, Interval, Number, difference, percent_change, ratio

_UNIT = 10_000  # the oracle counts in parts of a whole


def _typed(random: Random) -> tuple[int, Number]:
    """A whole number or one with decimals, of any size, in parts and as people type it."""
    decimals = random.randrange(5)
    digits = random.randrange(1, 10 ** random.randint(1, 15))
    parts = digits * _UNIT // 10**decimals if decimals else digits * _UNIT
    whole, rest = divmod(parts, _UNIT)
    return parts, float(f"{whole}.{rest:04}") if decimals else whole


def _to_one_decimal(part: int, whole: int) -> str:
    """A quotient as people read it, half away from zero, by whole numbers alone."""
    tenths, rest = divmod(abs(part) * 10, whole)
    tenths += 2 * rest >= whole
    return f"{'-' if part < 0 and tenths else ''}{tenths // 10}.{tenths % 10}"


def test_changes_and_rates_are_exact() -> None:
    """For 30,000 pairs the number for programs is the nearest, and that for people too."""
    random = Random(9)  # noqa: S311 - no secret
    wrong = []
    for count in range(30_000):
        (x, a), (y, b) = _typed(random), _typed(random)
        if not x:
            continue
        base, now = Interval(a), Interval(b)  # bounds are computed in the same way
        percent = percent_change(base, now).value
        assert percent is not None
        actual = (
            *(difference(base, now).value, percent, ratio(now, base, 1000).value),
            # What people read is rounded from the same exact number, so a part of them will do.
            "" if count % 10 else number(percent, "en", decimals=1).replace(",", ""),
        )
        # Python divides whole numbers exactly and rounds once.
        expected = (
            *((y - x) / _UNIT, (y - x) * 100 / x, y * 1000 / x),
            "" if count % 10 else _to_one_decimal((y - x) * 100, x),
        )
        if actual != expected:
            wrong.append((a, b, actual, expected))
    assert wrong == []


def test_a_computed_number_keeps_its_exact_value_when_copied() -> None:
    """A copy of an answer rounds as the answer does."""
    third = Computed(Fraction(1, 3))
    assert copy.deepcopy(third).exact == third.exact == Fraction(1, 3)


def test_what_is_just_below_a_half_is_not_rounded_twice() -> None:
    """A number whose nearest float lies on a half is rounded by what it is."""
    below = Computed(Fraction(-6375, 100) + Fraction(1, 10**30))
    assert (float(below), number(below, "nl", decimals=1)) == (-63.75, "-63,7")
    assert number(-63.75, "nl", decimals=1) == "-63,8"
