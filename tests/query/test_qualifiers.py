"""Changes, rates and what is found of numbers that are not exact."""

from fractions import Fraction
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kic
from kic.model import Qualifier, Record
from kic.model.interval import Interval, difference, exact, percent_change
from tests.cases import each
from tests.conftest import Write, indicator
from tests.conftest import exact as exactly
from tests.qualifiers import SAID, of_each, put
from tests.rates import PEOPLE, counted, on_island, population

NUMBERS = [q for q in SAID if q != "words"]


LIMITS = {
    "at_least": "is a lower bound",
    "more_than": "is a lower bound",
    "at_most": "has an upper bound only",
    "less_than": "has an upper bound only",
    "almost": "is just below this number",
    "range": "lies between two bounds",
    "rounded": "is rounded",
    "about": "is approximate",
    "estimate": "is an estimate",
}


@each(("first", "then"), list(product(NUMBERS, NUMBERS)))
def test_a_change_says_what_limits_both_numbers(write: Write, first: str, then: str) -> None:
    """A note of each that is not exact."""
    [s] = kic.compare(kic.load(write(indicator("a", put(first, "2019") + put(then)))), "a").series
    [change] = s.changes
    said = (("2019", first), ("2020", then))
    limits = [f"The {period} figure {LIMITS[q]}." for period, q in said if q != "exact"]
    assert [n.en for n in change.notes if " figure " in n.en] == limits
    assert change.absolute == difference(SAID[first].interval, SAID[then].interval)


class _Told(NamedTuple):
    """What a source says of a number, and a true number that it may be."""

    qualifier: str
    size: int
    true: Fraction


_FROM_SIZE = {  # where the true number lies
    "exact": 0,
    "at_least": 1,
    "more_than": 1,
    "at_most": -1,
    "less_than": -1,
    "almost": -1,
}


def _told(qualifier: str, size: int, distance: int) -> _Told:
    """A true number at a distance, in halves, from what is said of it."""
    apart = distance + (qualifier in ("more_than", "less_than", "almost"))
    return _Told(
        qualifier, size, max(size + _FROM_SIZE[qualifier] * Fraction(apart, 2), Fraction(0))
    )


TOLD = st.builds(_told, st.sampled_from(sorted(_FROM_SIZE)), st.integers(1, 9), st.integers(0, 9))


def _interval(told: _Told) -> Interval:
    said = SAID[told.qualifier].interval
    sized = (told.size if n == 300 else n for n in said)
    return Interval(*sized)


@given(TOLD, TOLD)
def test_every_true_change_is_within_what_is_told(first: _Told, then: _Told) -> None:
    """Whatever the true numbers are, the change and its percentage hold theirs."""
    true = then.true - first.true
    change = difference(_interval(first), _interval(then))
    assert change.lower is None or exact(change.lower) <= true
    assert change.upper is None or exact(change.upper) >= true
    if first.true:
        percent = percent_change(_interval(first), _interval(then))
        assert percent.lower is None or exact(percent.lower) <= true * 100 / first.true
        assert percent.upper is None or exact(percent.upper) >= true * 100 / first.true


@pytest.fixture(scope="session")
def some_record(dataset: kic.Dataset) -> Record:
    """A record, whatever it is about."""
    return dataset.records[0]


@given(first=TOLD, then=TOLD)
def test_no_true_numbers_contradict_a_direction(
    some_record: Record, first: _Told, then: _Told
) -> None:
    """Up, down and stable hold for all numbers within the bounds, the open ones too."""
    before, now = first.true, then.true
    base, record = (_like(some_record, said) for said in (first, then))
    told = record.direction_from(base)
    assert told in (None, "up" if now > before else "down" if now < before else "stable")


def _like(record: Record, told: _Told) -> Record:
    value, lower, upper = _interval(told)
    return record._replace(
        qualifier=Qualifier(told.qualifier), value=value, lower=lower, upper=upper
    )


RATES = {
    "exact": Interval.exact(300),
    "at_least": Interval(None, 300, None),
    "more_than": Interval(None, 300, None),
    "at_most": Interval(None, 0, 300),
    "less_than": Interval(None, 0, 300),
    "almost": Interval(None, None, 300),
    "range": Interval(None, 200, 300),
    "rounded": Interval(300, 250, 350),
    "about": Interval(300),
    "estimate": Interval(300),
}


@each("qualifier", RATES)
def test_a_rate_is_as_exact_as_its_number(write: Write, qualifier: str) -> None:
    """Of a thousand people a rate per thousand has the bounds of the number."""
    path = write(population(PEOPLE) + counted("a", put(qualifier)))
    answer = kic.compare(kic.load(path), "a", per=1000)
    [ratio] = answer.ratios.values()
    assert ratio.interval == RATES[qualifier]


@each(
    ("here", "there", "outcome"),
    [
        ("more_than", "exact", "higher"),
        ("more_than", "at_most", "higher"),
        ("at_least", "at_most", "unclear"),
        ("exact", "almost", "higher"),
        ("exact", "less_than", "higher"),
        ("exact", "at_most", "unclear"),
        ("exact", "about", "unclear"),
        ("exact", "range", "unclear"),
    ],
)
def test_regions_compare_by_bounds_that_are_excluded(
    write: Write, here: str, there: str, outcome: str
) -> None:
    """More than 300 is higher than 300 among as many people."""
    island = put(there).replace(" },\n", ', region = "eiland" },\n')
    dataset = kic.load(write(population(PEOPLE) + counted("a", put(here) + island)))
    [conclusion] = kic.compare(dataset, "a", per=1000).conclusions
    assert conclusion.outcome == outcome
    assert conclusion.region == ("nederland" if outcome == "higher" else None)


def test_a_number_below_one_is_higher_than_what_is_almost_less(write: Write) -> None:
    """0.5 per 1,000 is more than almost 0.2, which has no lower bound."""
    people = exactly("2020", 2000) + on_island('qualifier = "exact", value = 5000')
    figures = exactly("2020", 1) + on_island('qualifier = "almost", value = 1')
    dataset = kic.load(write(population(people) + counted("a", figures)))
    [conclusion] = kic.compare(dataset, "a", per=1000).conclusions
    assert (conclusion.outcome, conclusion.region) == ("higher", "nederland")


def test_what_a_share_is_cut_off_at_is_not_excluded(write: Write) -> None:
    """Of "less than 150" among 100 all may be a part: that is no less than 100 of 100."""
    part = exactly("2020", 100) + on_island('qualifier = "less_than", below = 150')
    whole = exactly("2020", 100) + on_island('qualifier = "exact", value = 100')
    text = indicator("geheel", whole) + indicator("deel", part, 'subset_of = "geheel"')
    [conclusion] = kic.compare(kic.load(write(text)), "deel", share=True).conclusions
    assert conclusion.outcome == "unclear"


@pytest.mark.parametrize(
    ("word", "qualifier"), [("estimate", "estimate"), ("approximate", "about")]
)
def test_numbers_that_are_not_exact_are_found_by_it(
    write: Write, word: str, qualifier: str
) -> None:
    """Who looks for estimates finds them, and who looks for approximate numbers those."""
    dataset = kic.load(write(indicator("a", put(qualifier)) + indicator("b", exactly("2020", 1))))
    assert [hit.id for hit in kic.find(dataset, word, lang="en").hits] == ["a"]


@of_each
def test_what_has_a_number_is_counted_so(write: Write, qualifier: str) -> None:
    """A bound alone is a number too; a word is not."""
    dataset = kic.load(write(indicator("a", put(qualifier))))
    [theme] = kic.themes(dataset).themes
    assert (theme.with_number, theme.in_words) == ((0, 1) if qualifier == "words" else (1, 0))
