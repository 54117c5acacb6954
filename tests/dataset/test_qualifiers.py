"""How exactly a number is given, from the file to the record."""

import pytest

import kic
from kic.model import Qualifier
from kic.model.figure import HOLDS
from kic.model.interval import Interval
from tests.cases import each
from tests.conftest import Write, exact, figure, indicator
from tests.qualifiers import SAID, of_each, put


def test_every_qualifier_is_tested() -> None:
    """Those of the tests are all that there are, and each says what it holds."""
    assert set(SAID) == {q.value for q in Qualifier}
    assert HOLDS.keys() - {None} == set(Qualifier)


@of_each
def test_a_record_has_the_bounds_of_its_qualifier(write: Write, qualifier: str) -> None:
    """The table of the data model; only an estimate is one by its status."""
    [record] = kic.load(write(indicator("a", put(qualifier)))).records
    assert (record.qualifier, record.interval) == (qualifier, SAID[qualifier].interval)
    assert record.status == SAID[qualifier].status
    assert record.reason == ("not_stated" if qualifier == "words" else None)


@each("qualifier", [q for q in SAID if q != "words"])
def test_a_number_that_is_not_exact_may_be_unconfirmed(write: Write, qualifier: str) -> None:
    """Whatever its bounds are, a source may doubt it."""
    [record] = kic.load(write(indicator("a", put(qualifier, rest=', status = "V"')))).records
    assert record.status == "V"


@pytest.mark.parametrize(
    ("rest", "interval"),
    [
        ('qualifier = "rounded", value = 100, rounded_to = 10', Interval(100, 95, 100)),
        ('qualifier = "rounded", value = 0, rounded_to = 10', Interval(0, 0, 5)),
        ('qualifier = "at_most", upper = 100', Interval(None, 0, 100)),
        ('qualifier = "almost", value = 100', Interval(100, None, 100)),
        ('qualifier = "more_than", above = 99.99', Interval(None, 99.99, 100)),
        ('qualifier = "more_than", above = 0', Interval(None, 0, 100)),
    ],
)
def test_a_share_has_the_bounds_of_a_share(write: Write, rest: str, interval: Interval) -> None:
    """What follows from the kind of unit: not below 0, and not above 100."""
    share = figure("2020", f'{rest}, unit = "procent"')
    [record] = kic.load(write(indicator("a", share))).records
    assert record.interval == interval


@each(
    ("first", "then", "direction"),
    [
        ("exact", "more_than", "up"),
        ("more_than", "exact", "down"),
        ("more_than", "at_most", "down"),
        ("at_most", "more_than", "up"),
        ("less_than", "more_than", "up"),
        ("almost", "exact", "up"),
        ("almost", "at_least", "up"),
        ("exact", "almost", "down"),
        ("at_least", "almost", "down"),
        ("range", "more_than", "up"),
        ("range", "almost", None),
        ("exact", "at_most", None),
        ("exact", "at_least", None),
        ("exact", "range", None),
        ("at_most", "exact", None),
        ("more_than", "more_than", None),
        ("almost", "about", None),
        ("about", "about", None),
        ("exact", "exact", "stable"),
    ],
)
def test_a_bound_that_is_excluded_decides_a_direction(
    write: Write, first: str, then: str, direction: str | None
) -> None:
    """All are about 300: from "almost 300" to 300 is up, from "at most 300" it is not."""
    before, now = kic.load(write(indicator("a", put(first, "2019") + put(then, "2020")))).records
    assert now.direction_from(before) == direction


@pytest.mark.parametrize("qualifier", ["more_than", "at_least", "almost", "at_most", "range"])
def test_a_part_may_be_as_large_as_the_bounds_of_its_whole_allow(
    write: Write, qualifier: str
) -> None:
    """A part of 300 fits in "more than 300" and in "at most 300", and not in "almost 300"."""
    whole = indicator("geheel", put(qualifier))
    part = indicator("deel", exact("2020", 300), 'subset_of = "geheel"')
    path = write(whole + part)
    if qualifier == "almost":
        with pytest.raises(kic.DatasetError, match="a part is larger than its whole"):
            kic.load(path)
    else:
        assert len(kic.load(path).records) == 2


@pytest.mark.parametrize("qualifier", ["about", "almost", "at_most", "less_than", "range"])
def test_shares_add_up_to_no_more_than_they_certainly_are(write: Write, qualifier: str) -> None:
    """Three times "about 34 per cent" may be one whole; only lower bounds are sure."""
    bounds = {
        "range": "lower = 33, upper = 34",
        "at_most": "upper = 34",
        "less_than": "below = 34",
    }
    share = f'qualifier = "{qualifier}", {bounds.get(qualifier, "value = 34")}, unit = "procent"'
    parts = (indicator(name, figure("2020", share), 'breakdown = "h"') for name in "abc")
    assert len(kic.load(write("".join(parts))).records) == 3
