"""Numbers that are not exact: a value with the interval in which the true number lies.

Differences and percentages are computed on the intervals, so that a change is never
stated more precisely than the numbers it comes from.
"""

from decimal import ROUND_FLOOR, Context, Decimal
from fractions import Fraction
from typing import NamedTuple, Self

# A float stands for the decimal digits that it is written with: 0.1 is a tenth.
Number = int | float


class Computed(float):
    """The float nearest to a computed number, which has that number itself as ``exact``.

    Whoever computes on, compares or rounds takes the exact number, so that rounding happens
    once; programs get the float.
    """

    __slots__ = ("exact",)
    exact: Fraction

    def __new__(cls, value: Fraction) -> Self:
        """The float of an exact number."""
        self = super().__new__(cls, value)
        self.exact = value
        return self

    def __reduce__(self) -> tuple[type[Self], tuple[Fraction]]:
        """How it is copied: with its exact number."""
        return type(self), (self.exact,)


def exact(number: Number) -> Fraction:
    """A number as it is written, or as it was computed, without any rounding."""
    if isinstance(number, int):
        return Fraction(number)
    return number.exact if isinstance(number, Computed) else Fraction(repr(number))


def as_number(value: Fraction) -> Number:
    """An exact number for programs: whole, or else the nearest float."""
    return int(value) if value.denominator == 1 else Computed(value)


def magnitude(size: Fraction) -> int:
    """The power of ten of the first digit of a number above zero: 2 for 360, -1 for 0.36."""
    return _FLOOR.divide(Decimal(size.numerator), Decimal(size.denominator)).adjusted()


_FLOOR = Context(prec=1, rounding=ROUND_FLOOR)


class Interval(NamedTuple):
    """``value`` is the number as given, ``lower`` and ``upper`` its bounds.

    An exact number has all three equal; "ruim 100" has no upper bound, "bijna 100" no lower
    one, and "bijna -100" no upper one; "< 5" has the bounds 0 and 5 and no value; an estimate
    has a value and no bounds.
    ``None`` stands for what is not known.
    """

    value: Number | None = None
    lower: Number | None = None
    upper: Number | None = None

    @classmethod
    def exact(cls, value: Number) -> "Interval":
        """A number known exactly."""
        return cls(value, value, value)

    @property
    def point(self) -> Number | None:
        """The one number to compute with: any but one that is itself the only bound."""
        return None if (self.lower is None) != (self.upper is None) else self.value

    @property
    def exactly(self) -> bool:
        """Whether it is one number, known exactly."""
        if self.value is None or self.lower is None or self.upper is None:
            return False
        return exact(self.value) == exact(self.lower) == exact(self.upper)

    @property
    def farthest(self) -> Number:
        """The number in it farthest from zero, which a scale has to hold; 0 if none is known."""
        return max((n for n in self if n is not None), key=abs, default=0)

    @property
    def rank(self) -> Fraction | None:
        """What is certain of a change, to sort by: its value, or else the bound nearer to zero.

        There is none where the bounds leave open whether it is above or below zero.
        """
        number = self.value
        if number is None and self.lower is not None and self.lower >= 0:
            number = self.lower
        if number is None and self.upper is not None and self.upper <= 0:
            number = self.upper
        return None if number is None else exact(number)

    @property
    def amount(self) -> tuple[Fraction, int] | None:
        """To sort an amount by: the number that tells it, and whether it lies above or below.

        That is its value, or else its lower bound, or the upper one: that it is at least zero
        says nothing where there is an upper bound.
        """
        number = self.value
        if number is None:
            number = self.lower if self.lower or self.upper is None else self.upper
        if number is None:
            return None
        return exact(number), (self.lower == number) - (self.upper == number)

    @property
    def known(self) -> bool:
        """Whether there is any number at all."""
        return (self.value, self.lower, self.upper) != (None, None, None)


UNKNOWN = Interval()


def _minus(a: Number | None, b: Number | None) -> Number | None:
    if a is None or b is None:
        return None
    return a - b if isinstance(a, int) and isinstance(b, int) else Computed(exact(a) - exact(b))


def difference(base: Interval, now: Interval) -> Interval:
    """``now`` minus ``base``: from [a, b] to [c, d] the change lies in [c - b, d - a].

    It has a value of its own only between numbers that are not themselves a bound.
    """
    return Interval(
        _minus(now.point, base.point),
        _minus(now.lower, base.upper),
        _minus(now.upper, base.lower),
    )


def percent_change(base: Interval, now: Interval) -> Interval:
    """The change as a percentage of ``base``, which lies at or above zero.

    The percentage grows with ``now``.  Where that is above zero it falls with ``base``, so that
    its lowest value comes from the highest base and the other way round; below zero it grows
    with ``base``.  It has no value from a base of zero, and no upper bound when the base may be
    as low as zero.  From anything above zero to nothing is -100 per cent.
    """
    if now.lower == now.upper == 0 and base.lower:
        return Interval.exact(-100)
    of_lower, of_upper = base.upper, base.lower
    if now.lower is not None and now.lower < 0:
        of_lower = base.lower
    if now.upper is not None and now.upper < 0:
        of_upper = base.upper
    return Interval(
        _per(_minus(now.point, base.point), base.point, 100),
        _per(_minus(now.lower, of_lower), of_lower, 100),
        _per(_minus(now.upper, of_upper), of_upper, 100),
    )


def ratio(part: Interval, whole: Interval, scale: int) -> Interval:
    """``part`` for every ``scale`` of ``whole``, both at or above zero.

    Its lowest value comes from the highest whole and the other way round: it has no lower
    bound where the whole has no upper one, and no upper bound where the whole may be zero.
    Nothing of nothing is not known, and nothing of anything else is 0.
    """
    if part.upper == 0 and whole.known and whole.upper != 0:
        return Interval.exact(0)
    return Interval(
        _per(part.point, whole.point, scale),
        _per(part.lower, whole.upper, scale),
        _per(part.upper, whole.lower, scale),
    )


def _per(part: Number | None, whole: Number | None, scale: int) -> Number | None:
    if part is None or not whole:
        return None
    return Computed(Fraction(exact(part) * scale, exact(whole)))


def direction(
    change: Interval, *, lower_open: bool = False, upper_open: bool = False
) -> str | None:
    """``"up"``, ``"down"`` or ``"stable"`` where the bounds leave no doubt, else None.

    An open bound is itself excluded: from "less than 5" or "almost 5" to 5 is up.
    """
    low, high = change.lower, change.upper
    if low is not None and (low > 0 or (lower_open and low == 0)):
        return "up"
    if high is not None and (high < 0 or (upper_open and high == 0)):
        return "down"
    if low == high == 0:
        return "stable"
    return None
