"""Changes of rates and money, which may be below zero, and what is never divided."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kic
from kic.model.errors import UsageError
from kic.model.interval import UNKNOWN, Interval, exact, percent_change
from kic.model.sentences import sentence
from kic.query.change import Change
from tests.cases import each
from tests.conftest import Write, figure, indicator
from tests.rates import PEOPLE, population
from tests.units import UNITS, measured, number


def _change(write: Write, unit: str, figures: str) -> Change:
    [s] = kic.compare(kic.load(write(UNITS + measured(unit, figures))), "a").series
    [change] = s.changes
    return change


@pytest.mark.parametrize(
    ("unit", "absolute", "percent", "points"),
    [
        ("kinderen", -2, -50, False),
        ("dagen", -2, -50, False),
        ("euro", -2, -50, False),
        ("promille", -2, None, False),
        ("procent", -2, None, True),
    ],
)
def test_each_kind_changes_in_its_own_way(
    write: Write, unit: str, absolute: int, percent: int | None, points: bool
) -> None:
    """A share in percentage points, a rate in its unit, the others in per cent too."""
    change = _change(write, unit, number("2019", 4) + number("2020", 2))
    assert change.absolute == Interval.exact(absolute)
    assert change.percent == (UNKNOWN if percent is None else Interval.exact(percent))
    assert (change.points, change.direction) == (points, "down")


def test_at_least_the_whole_is_all_of_it(write: Write) -> None:
    """From at least 100 per cent to none the fall is 100 points, not 100 or more."""
    whole = figure("2019", 'qualifier = "at_least", value = 100')
    change = _change(write, "procent", whole + figure("2020", 'qualifier = "at_most", upper = 0'))
    assert (change.absolute.lower, change.absolute.upper) == (-100, -100)
    change = _change(write, "procent", whole + number("2020", 40))
    assert change.absolute == Interval.exact(-60)


@each(
    ("first", "note"),
    [
        ('qualifier = "exact", value = 0', "No percentage from zero."),
        ('qualifier = "exact", value = -5', "No percentage: the 2019 figure is not certain"),
        ('qualifier = "at_least", value = -5', "No percentage: the 2019 figure is not certain"),
        ('qualifier = "at_most", upper = 5', "No percentage: the 2019 figure is not certain"),
        ('qualifier = "almost", value = 5', "No percentage: the 2019 figure is not certain"),
        ('qualifier = "range", lower = 0, upper = 5', "No percentage: the 2019 figure is not"),
        ('qualifier = "about", value = -5', "No percentage: the 2019 figure is not certain"),
        ('qualifier = "range", lower = 1, upper = 5', None),
        ('qualifier = "about", value = 5', None),
        ('qualifier = "exact", value = 5', None),
    ],
)
def test_money_has_a_percentage_only_of_what_is_above_zero(
    write: Write, first: str, note: str | None
) -> None:
    """The change itself is told of all of them, and why there is no percentage."""
    change = _change(write, "euro", figure("2019", first) + number("2020", 9))
    assert change.absolute.known
    assert change.percent.known == (note is None)
    told = [n.en or "" for n in change.notes if "No percentage" in (n.en or "")]
    assert len(told) == (note is not None)
    assert all(n.startswith(note or "") for n in told)


@pytest.mark.parametrize(
    ("value", "direction", "change"),
    [
        (-101, "down", Interval(None, None, -1)),
        (-100, "down", Interval(None, None, 0)),
        (-95, "unclear", Interval(None, None, 5)),
    ],
)
def test_almost_is_nearer_to_zero(
    write: Write, value: int, direction: str, change: Interval
) -> None:
    """A loss of almost 100 is a smaller one: from there to -100 the loss grew."""
    almost = figure("2019", 'qualifier = "almost", value = -100')
    found = _change(write, "euro", almost + number("2020", value))
    assert (found.absolute, found.direction) == (change, direction)
    assert "just above this number" in " ".join(note.en or "" for note in found.notes)


BOUND = st.integers(-40, 40)
ABOVE = st.integers(1, 40)


@given(ABOVE, ABOVE, BOUND, BOUND, st.data())
def test_a_percentage_holds_every_true_one_also_below_zero(
    a: int, b: int, c: int, d: int, data: st.DataObject
) -> None:
    """From a gain to a loss: whatever lies within both, its percentage lies within."""
    base, now = Interval(None, min(a, b), max(a, b)), Interval(None, min(c, d), max(c, d))
    before = data.draw(st.integers(min(a, b), max(a, b)))
    after = data.draw(st.integers(min(c, d), max(c, d)))
    told = percent_change(base, now)
    assert told.lower is not None
    assert told.upper is not None
    assert exact(told.lower) <= Fraction(after - before, before) * 100 <= exact(told.upper)


def test_what_is_rounded_to_nothing_has_no_percentage(write: Write) -> None:
    """As the caution says; "at least 0 per cent" beside it would say otherwise."""
    rounded = figure("2019", 'qualifier = "rounded", value = 0, rounded_to = 10')
    five = figure("2020", 'qualifier = "exact", value = 5')
    answer = kic.compare(kic.load(write(indicator("a", rounded + five))), "a")
    [change] = answer.series[0].changes
    assert (change.percent, change.absolute) == (UNKNOWN, Interval(5, 0, 5))
    assert [note.en for note in change.cautions] == [sentence("no_percentage").en]


@given(ABOVE, BOUND)
def test_what_has_one_bound_has_no_percentage_beyond_it(size: int, now: int) -> None:
    """From "at least 5" the fall of a loss has no end, and the rise of a gain none below."""
    told = percent_change(Interval(size, size, None), Interval.exact(now))
    true = [Fraction(now - base, base) * 100 for base in (size, size + 1, 1000 * size)]
    assert told.lower is None or exact(told.lower) <= min(true)
    assert told.upper is None or exact(told.upper) >= max(true)


@pytest.mark.parametrize("unit", ["promille", "euro", "dagen", "procent"])
def test_only_a_count_is_divided_by_a_population(write: Write, unit: str) -> None:
    """A rate is one already, and money is no part of the people."""
    text = UNITS + population(PEOPLE) + measured(unit, number("2020", 4), extra='ages = "0-17"')
    with pytest.raises(UsageError, match="which is not a count"):
        kic.compare(kic.load(write(text)), "a", per=1000)


def test_a_population_is_a_count(write: Write) -> None:
    """So many per thousand are no people that a count could be divided by."""
    extra = 'denominator_for = ["kinderen"]\nages = "0-17"'
    text = UNITS + measured("promille", number("2020", 1000), "inwoners", extra)
    text += measured("kinderen", number("2020", 5), extra='ages = "0-17"')
    with pytest.raises(UsageError, match="no population known"):
        kic.compare(kic.load(write(text)), "a", per=1000)


@pytest.mark.parametrize(
    ("part", "whole", "is_refused"),
    [
        ("duizend kinderen", "kinderen", True),
        ("kinderen (x 1.000)", "kinderen", True),
        ("mln kinderen", "duizend kinderen", True),
        ("duizend kinderen", "x 1.000 inwoners", False),
        ("kinderen in hun eerste 1.000 dagen", "kinderen", False),
    ],
)
def test_a_population_is_on_the_scale_of_what_it_divides(
    write: Write, part: str, whole: str, is_refused: bool
) -> None:
    """Thousands are not divided by people, however the two are written."""
    units = "".join(
        f'[units.{id_}]\nkind = "count"\nlabel = {{ nl = "{label}", en = "{label}" }}\n'
        for id_, label in (("deel", part), ("heel", whole))
    )
    text = indicator("a", number("2020", 5)).replace('unit = "kinderen"', 'unit = "deel"')
    people = indicator("b", number("2020", 9), 'denominator_for = ["deel"]')
    text += people.replace('unit = "kinderen"', 'unit = "heel"')
    if is_refused:
        with pytest.raises(kic.DatasetError, match="not on one scale"):
            kic.load(write(units + text))
    else:
        assert len(kic.load(write(units + text)).records) == 2
