"""Numbers that are not exact: a value with the interval in which the true number lies.

Differences and percentages are computed on the intervals, so that a change is never
stated more precisely than the numbers it comes from.
"""

from typing import NamedTuple

Number = int | float


class Interval(NamedTuple):
    """``value`` is the number as given, ``lower`` and ``upper`` its bounds.

    An exact number has all three equal; "ruim 100" has no upper bound; "< 5" has the
    bounds 0 and 5 and no value; an estimate has a value and no bounds.  ``None`` stands
    for what is not known.
    """

    value: Number | None = None
    lower: Number | None = None
    upper: Number | None = None

    @classmethod
    def exact(cls, value: Number) -> "Interval":
        """A number known exactly."""
        return cls(value, value, value)

    @property
    def known(self) -> bool:
        """Whether there is any number at all."""
        return (self.value, self.lower, self.upper) != (None, None, None)


UNKNOWN = Interval()


def _minus(a: Number | None, b: Number | None) -> Number | None:
    return None if a is None or b is None else a - b


def _percent(now: Number | None, base: Number | None) -> Number | None:
    return None if now is None or not base else (now - base) * 100 / base


def difference(base: Interval, now: Interval) -> Interval:
    """``now`` minus ``base``: from [a, b] to [c, d] the change lies in [c - b, d - a]."""
    return Interval(
        _minus(now.value, base.value),
        _minus(now.lower, base.upper),
        _minus(now.upper, base.lower),
    )


def percent_change(base: Interval, now: Interval) -> Interval:
    """The change as a percentage of ``base``; both lie at or above zero.

    The percentage grows with ``now`` and falls with ``base``, so its lowest value comes
    from the highest base and the other way round.  It has no value from a base of zero,
    no upper bound when the base may be as low as zero, and never drops below -100.
    """
    if not (base.known and now.known) or base.upper == 0:
        return UNKNOWN
    value = _percent(now.value, base.value)
    if base.lower is None and base.upper is None:  # an estimate bounds nothing
        return Interval(value)
    if now.lower is None and now.upper is None:
        return Interval(value)
    if base.upper is None:  # the base may be anything above its lower bound
        lower: Number | None = -100
    else:
        lower = _percent(now.lower, base.upper)
    return Interval(value, lower, _percent(now.upper, base.lower))


def direction(change: Interval) -> str | None:
    """``"up"``, ``"down"`` or ``"stable"`` where the bounds leave no doubt, else None."""
    if change.lower is not None and change.lower > 0:
        return "up"
    if change.upper is not None and change.upper < 0:
        return "down"
    if change.lower == change.upper == 0:
        return "stable"
    return None
