"""Numbers in digits, as people write them in Dutch or in English."""

from collections.abc import Callable
from decimal import Context, Decimal, Inexact
from fractions import Fraction
from math import floor

from kic.model import Lang
from kic.model.interval import Number, exact

_SEPARATORS: dict[Lang, dict[int, str]] = {"nl": {ord(","): ".", ord("."): ","}, "en": {}}


def half_up(value: Fraction) -> int:
    """The nearest whole number; of a half the one away from zero."""
    nearest = floor(abs(value) + Fraction(1, 2))
    return nearest if value > 0 else -nearest


Rounding = Callable[[Fraction], int]


def number(
    value: Number, lang: Lang, *, decimals: int | None = None, rounding: Rounding = half_up
) -> str:
    """A number as people write it: 30.850 and 24,0 in Dutch, 30,850 and 24.0 in English.

    With ``decimals`` it is rounded, once and from the exact number; without, all digits stand.
    """
    return f"{digits(value, decimals, rounding):,f}".translate(_SEPARATORS[lang])


def digits(value: Number, decimals: int | None = None, rounding: Rounding = half_up) -> Decimal:
    """The digits of a number that people see, zeros at the end included."""
    if decimals is None:
        return _all_digits(value)
    return Decimal(rounding(exact(value) * 10**decimals)).scaleb(-decimals, _WIDE)


def as_typed(value: Number) -> str:
    """A number as a file has it; one that has no end, as a third, is told to a tenth."""
    has_end = exact(float(value)) == exact(value)
    return f"{digits(value, None if has_end else 1):f}"


_WIDE = Context(prec=100)  # more digits than any number has
_WHOLE = Context(prec=100, traps=[Inexact])


def _all_digits(value: Number) -> Decimal:
    """A number with all its digits; of one that has no end those of the nearest float."""
    nearest, true = Decimal(repr(value)), exact(value)
    if exact(float(value)) == true or isinstance(value, int):
        return nearest
    try:
        return _WHOLE.divide(Decimal(true.numerator), Decimal(true.denominator))
    except Inexact:
        return nearest
