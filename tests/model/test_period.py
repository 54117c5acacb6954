"""Periods: what is one, and how they are ordered."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kic.model import Period
from tests.cases import each
from tests.periods import periods


@given(periods)
def test_a_period_keeps_its_text(text: str) -> None:
    """What is written comes back, but for the word of a total, and never ends before it begins."""
    period = Period.parse(text)
    assert str(period) == text.removesuffix(" total")
    assert period.typed[-1] in (text, f"{text} total")
    assert Period.parse(period.typed[-1]) == period
    assert period.start <= period.end
    assert period.known == (text != "unknown")


@given(st.lists(periods, min_size=2, max_size=6))
def test_periods_sort_by_time_and_the_unknown_last(texts: list[str]) -> None:
    """What ends later comes later; what is not known comes at the end."""
    ordered = sorted(map(Period.parse, texts))
    assert all(a.end <= b.end for a, b in pairwise(ordered))
    known = [p.known for p in ordered]
    assert known == sorted(known, reverse=True)


def test_a_year_comes_after_what_ends_in_it_before_its_end() -> None:
    """Of two that end on one day the one that begins later comes last."""
    texts = ["2020", "2020-03", "2020-07-01", "2019/2020 school", "2019", "2020-12", "2018/2020"]
    assert [p.text for p in sorted(map(Period.parse, texts))] == [
        *("2019", "2020-03", "2020-07-01", "2019/2020 school"),
        *("2018/2020", "2020", "2020-12"),
    ]


@given(st.text(max_size=12).filter(lambda t: not t[:1].isdigit() and t != "unknown"))
def test_what_is_no_period_is_refused(text: str) -> None:
    """Any other text is an error and never a guess."""
    with pytest.raises(ValueError, match="period"):
        Period.parse(text)


@pytest.mark.parametrize(
    ("text", "kind", "first", "last", "nl", "en"),
    [
        ("2021-S1", "half_year", "2021-01-01", "2021-06-30", "eerste halfjaar", "first half of"),
        ("2021-S2", "half_year", "2021-07-01", "2021-12-31", "tweede halfjaar", "second half of"),
        ("2021-Q4", "quarter", "2021-10-01", "2021-12-31", "vierde kwartaal", "fourth quarter of"),
    ],
)
def test_a_part_of_a_year_has_its_days_and_words(
    text: str, kind: str, first: str, last: str, nl: str, en: str
) -> None:
    """Two halves and four quarters."""
    period = Period.parse(text)
    assert (period.kind, str(period.start), str(period.end)) == (kind, first, last)
    assert (period.words.nl, period.words.en) == (f"{nl} 2021", f"{en} 2021")


@pytest.mark.parametrize(
    ("text", "kind", "first", "last"),
    [
        ("2020", "year", "2020-01-01", "2020-12-31"),
        ("2021-Q1", "quarter", "2021-01-01", "2021-03-31"),
        ("2020-02", "month", "2020-02-01", "2020-02-29"),
        ("2020-12", "month", "2020-12-01", "2020-12-31"),
        ("2020-12-31", "day", "2020-12-31", "2020-12-31"),
        ("2017/2019", "years-3", "2017-01-01", "2019-12-31"),
    ],
)
def test_a_period_has_its_days(text: str, kind: str, first: str, last: str) -> None:
    """From its first to its last."""
    period = Period.parse(text)
    assert (period.kind, str(period.start), str(period.end)) == (kind, first, last)


def test_a_school_year_runs_from_august_and_is_no_total() -> None:
    """Of the same two years; each is typed by a word and has its own days and words."""
    school, total = Period.parse("2019/2020 school"), Period.parse("2019/2020 total")
    assert (str(school.start), str(school.end)) == ("2019-08-01", "2020-07-31")
    assert (str(total.start), str(total.end)) == ("2019-01-01", "2020-12-31")
    assert (school.kind, total.kind) == ("school_year", "years-2")
    assert (str(school), str(total)) == ("2019/2020 school", "2019/2020")
    assert (school.words.nl, school.words.en) == ("schooljaar 2019-2020", "school year 2019-2020")
    assert total.words.nl == "2019-2020"


def test_two_years_in_a_row_are_refused_with_both_meanings() -> None:
    """Nothing says which of the two is meant; three years can only be a total."""
    with pytest.raises(ValueError, match="could be a school year or a total") as refused:
        Period.parse("2019/2020")
    assert 'write "2019/2020 school" or "2019/2020 total"' in str(refused.value)
    assert Period.parse("2019/2021") == Period.parse("2019/2021 total")


@each(
    ("text", "told"),
    [
        ("2019/2021 school", "a school year ends in the year after"),
        ("2020/2020 school", "the last year must come after the first"),
        ("2020/2019 total", "the last year must come after the first"),
        ("2020 school", "a period is a year"),
        ("2021-S3", "a period is a year"),
        ("2019/20", "a period is a year"),
        ("2020-00", "month 00 does not exist"),
        ("2020-13", "month 13 does not exist"),
        ("2020-02-30", "day 30 does not exist in 2020-02"),
        ("2020-01-00", "day 00 does not exist in 2020-01"),
    ],
)
def test_what_is_almost_a_period_is_refused(text: str, told: str) -> None:
    """No year is guessed, and no third half."""
    with pytest.raises(ValueError, match=told):
        Period.parse(text)


@pytest.mark.parametrize(
    ("first", "later", "between"),
    [
        ("2018/2019 school", "2019/2020 school", []),
        ("2017/2018 school", "2019/2020 school", ["2018/2019 school"]),
        ("2020-S2", "2022-S1", ["2021-S1", "2021-S2"]),
        ("2020-Q4", "2021-Q3", ["2021-Q1", "2021-Q2"]),
        ("2020-11", "2021-02", ["2020-12", "2021-01"]),
        ("2015/2016 total", "2019/2020 total", ["2017", "2018"]),
        ("2020-12-31", "2021-12-31", []),
    ],
)
def test_what_lies_between_two_periods_is_of_their_kind(
    first: str, later: str, between: list[str]
) -> None:
    """School years adjoin at the first of August; between single days there is nothing to name."""
    assert [str(p) for p in Period.parse(first).until(Period.parse(later))] == between


@each(
    ("first", "second", "follows"),
    [
        ("2019-12-31", "2020-12-31", True),
        ("2020-06-30", "2020-09-30", True),
        ("2020-02-29", "2020-08-31", True),
        ("2020-01-15", "2020-02-15", True),
        ("2020-01-15", "2020-01-16", True),
        ("2018-12-31", "2020-12-31", False),
        ("2020-01-01", "2020-12-31", False),
        ("2019-S1", "2020-S1", False),
        ("2019-Q4", "2020-Q1", True),
    ],
)
def test_a_day_follows_as_stocks_are_counted(first: str, second: str, follows: bool) -> None:
    """A month, quarter, half-year or year later to the day; other periods right after."""
    assert Period.parse(second).follows(Period.parse(first)) == follows


@pytest.mark.parametrize(
    ("period", "nl", "en"),
    [("2020", "in 2020", "in 2020"), ("2020-12-31", "op 31 december 2020", "on 31 December 2020")],
)
def test_a_period_has_its_preposition(period: str, nl: str, en: str) -> None:
    """In a year, and on a day."""
    when = Period.parse(period).when
    assert (when.nl, when.en) == (nl, en)


@pytest.mark.parametrize(("typed", "is_span"), [("2019-20", True), ("2019-21", False)])
def test_two_years_that_follow_may_be_meant_for_a_school_year(typed: str, is_span: bool) -> None:
    """A month that does not exist is told, and how to write a school year only where it is one."""
    with pytest.raises(ValueError, match="does not exist") as refused:
        Period.parse(typed)
    assert ('write "2019/2020 school"' in str(refused.value)) == is_span
