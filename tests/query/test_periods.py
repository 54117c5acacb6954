"""School years, half-years and totals: which of them a question means, and what compares."""

from pathlib import Path

import pytest

import kic
from kic.model.errors import UsageError
from kic.model.sentences import sentence
from tests.cases import each
from tests.conftest import Write, exact, figure, indicator

POPULATION = indicator(
    "inwoners", exact("2020", 1000), 'ages = "0-17"\ndenominator_for = ["kinderen"]'
)


@pytest.fixture
def both(write: Write) -> kic.Dataset:
    """A school year and a total over the same two years, among others."""
    figures = "".join(
        exact(*pair)
        for pair in (
            *(("2017/2018 school", 10), ("2017/2018 total", 25)),
            *(("2018/2019 school", 12), ("2021/2022 school", 9)),
        )
    )
    return kic.load(write(indicator("a", figures)))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2017/2018", ["2017/2018", "2017/2018 school"]),
        ("2017/2018 school", ["2017/2018 school"]),
        ("2017/2018 total", ["2017/2018"]),
        ("2018/2019", ["2018/2019 school"]),
        ("latest", ["2021/2022 school"]),
    ],
)
def test_two_years_find_the_total_and_the_school_year(
    both: kic.Dataset, typed: str, found: list[str]
) -> None:
    """With its word only the one; without, both, as far as they are there."""
    records = kic.show(both, period=typed).records
    assert sorted(str(r.period) for r in records) == found


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2018/2019 total", "nothing has the period '2018/2019 total'; the dataset has 2017/2018"),
        ("2016/2017", "nothing has the period '2016/2017'"),
        ("2017/2019 school", "a school year ends in the year after the one in which it begins"),
    ],
)
def test_a_period_that_is_not_there_is_told(both: kic.Dataset, typed: str, told: str) -> None:
    """The other of the two does not stand in for it."""
    with pytest.raises(UsageError, match=told):
        kic.show(both, period=typed)


def test_a_series_begins_at_one_of_the_two(both: kic.Dataset) -> None:
    """Where both are there it has to be said which; where one is, it is that."""
    with pytest.raises(UsageError, match="'2017/2018' could be a school year or a total"):
        kic.compare(both, "a", start="2017/2018")
    [series] = kic.compare(both, "a", start="2018/2019", end="2021/2022").series
    assert [r.value for r in series.points] == [12, 9]


def test_school_years_are_a_series_of_their_own(both: kic.Dataset) -> None:
    """Consecutive ones adjoin; those that are left out between two are named."""
    [series] = kic.compare(both, "a").series
    told = {(str(c.start), str(c.end)): [n.en for n in c.notes] for c in series.changes}
    consecutive = told["2017/2018 school", "2018/2019 school"]
    assert consecutive == []
    assert told["2018/2019 school", "2021/2022 school"] == [
        "School year 2019-2020, school year 2020-2021: not in this dataset."
    ]
    unlike = sentence("other_kinds", start="school year 2017-2018", end="2017-2018").en
    assert [n for notes in told.values() for n in notes if "different kinds" in n] == [unlike]


def test_many_missing_school_years_are_the_first_and_the_last(write: Write) -> None:
    """As years are, in words."""
    figures = exact("2015/2016 school", 1) + exact("2019/2020 school", 2)
    [series] = kic.compare(kic.load(write(indicator("a", figures))), "a").series
    [note] = series.changes[0].notes
    assert note.nl == (
        "Schooljaar 2016-2017 tot en met schooljaar 2018-2019: niet in deze dataset."
    )


def test_the_direction_of_a_school_year_is_held_against_the_one_before(write: Write) -> None:
    """They adjoin at the first of August, so that a printed rise has to be one."""
    rise = figure("2019/2020 school", 'qualifier = "exact", value = 3, trend = "up"')
    with pytest.raises(kic.DatasetError, match="trend 'up' contradicts the numbers"):
        kic.load(write(indicator("a", exact("2018/2019 school", 5) + rise)))


@pytest.mark.parametrize(
    ("first", "middle", "last"),
    [("2020-12-31", "2021-07-01", "2021-12-31"), ("2020-S1", "2020-S2", "2021-S1")],
)
def test_a_printed_direction_may_be_since_a_year_before(
    write: Write, first: str, middle: str, last: str
) -> None:
    """Higher than a year ago is a rise, though there were more half a year ago; never lower."""
    before = exact(first, 50) + exact(middle, 60)
    risen, fallen = (
        figure(last, f'qualifier = "exact", value = {value}, trend = "up"') for value in (55, 45)
    )
    assert len(kic.load(write(indicator("a", before + risen))).records) == 3
    with pytest.raises(kic.DatasetError, match="trend 'up' contradicts the numbers"):
        kic.load(write(indicator("a", before + fallen)))


def test_a_printed_direction_may_be_since_the_day_before(write: Write) -> None:
    """Higher than in April is a rise, though there were more a year ago."""
    rise = figure("2020-12-31", 'qualifier = "exact", value = 90, trend = "up"')
    days = exact("2019-12-31", 100) + exact("2020-04-30", 80) + rise
    assert len(kic.load(write(indicator("a", days))).records) == 3


@pytest.mark.parametrize(
    ("period", "why"), [("2019/2020 school", "no_calendar_year"), ("2020-S1", "not_one_year")]
)
def test_only_a_calendar_year_has_a_rate(write: Write, period: str, why: str) -> None:
    """A school year is one year, but not that of a population."""
    path: Path = write(POPULATION + indicator("a", exact(period, 5), 'ages = "0-17"'))
    with pytest.raises(UsageError) as refused:
        kic.compare(kic.load(path), indicators="a", per=1000)
    reason = sentence(why, period=kic.load(path).records[-1].period).en
    assert reason[1:] in str(refused.value)


UP = 'trend = "up"'


@each(
    ("figures", "later"),
    [
        (exact("2019", 1) + exact("2020", 2) + figure("2021", UP), "2021"),
        (exact("2019", 1) + figure("2021", UP), "2021"),
        (figure("2019", UP) + exact("2020", 2), None),
        (exact("2019", 1) + figure("2020", f'qualifier = "exact", value = 2, {UP}'), None),
        (exact("2019", 1) + figure("unknown", UP), None),
        (figure("2020", UP), None),
        (exact("unknown", 1) + figure("2020", UP), None),
        (exact("2019", 1), None),
    ],
)
def test_a_direction_goes_on_where_the_numbers_end(
    write: Write, figures: str, later: str | None
) -> None:
    """It is later than the last number, and both are dated."""
    [series] = kic.compare(kic.load(write(indicator("a", figures))), "a").series
    assert (series.later_trend and series.later_trend.period.text) == later


def test_a_single_number_is_a_series_of_itself(write: Write) -> None:
    """It has a unit, as all of one unit have, and stands beside no series if it is not dated."""
    [series] = kic.compare(kic.load(write(indicator("a", exact("unknown", 1)))), "a").series
    assert (series.unit, series.notes, series.changes) == ("kinderen", (), ())
