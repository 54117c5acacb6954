"""What to write for a number or a date that somebody typed."""

import pytest

from kic.model.typed import date_to_write, number_hint, number_to_write
from tests.cases import each


@each(
    ("typed", "number"),
    [
        ("1,8", "1.8"),
        ("0,5", "0.5"),
        ("-3,2", "-3.2"),
        ("1.250,50", "1250.50"),
        ("1,250.50", "1250.50"),
        ("3.300.000", "3300000"),
        ("1 680", "1680"),
        ("12'500", "12500"),
        ("30.850", "30850, or 30.850 with decimals"),
        ("30,850", "30850, or 30.850 with decimals"),
        ("123.456", "123456, or 123.456 with decimals"),
        ("1234.567", "1234.567"),
        ("1,234.567", "1234.567"),
        ("1'234,567.8", None),
        ("0134", "134"),
        ("€ 12,50", "12.50"),
        ("134 kinderen", "134"),
        ("10-15", None),
        ("1.0.0", None),
        ("1,2,3", None),
        ("n.v.t.", None),
        ("", None),
    ],
)
def test_a_number_is_read_where_it_can_be_only_one(typed: str, number: str | None) -> None:
    """Where it could be two, both are named; where it is several or none, nothing is."""
    assert number_to_write(typed) == number


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("10-15", "a range has 'lower' and 'upper', a number each"),
        ("10 tot 15", "a range has 'lower' and 'upper', a number each"),
        ("ruim 40", "a number stands alone, and 'qualifier' says how exact it is: write 40"),
        ("<5", "a number stands alone, and 'qualifier' says how exact it is: write 5"),
        ("1,8", "a number has a decimal point and no other marks: write 1.8"),
        ("12%", "a number has a decimal point and no other marks: write 12"),
        ("-", "a number has only digits and a decimal point; without one, leave 'value' out"),
    ],
)
def test_what_is_no_number_says_what_to_do(typed: str, hint: str) -> None:
    """A range, a word of exactness, and no number are no matter of a comma."""
    assert number_hint(typed) == hint


@each(
    ("typed", "date"),
    [
        ("30-11-2021", "2021-11-30"),
        ("30/11/2021", "2021-11-30"),
        ("30.11.2021", "2021-11-30"),
        ("3 mei 2021", "2021-05-03"),
        ("30 November 2021", "2021-11-30"),
        ("2021/11/30", "2021-11-30"),
        ("2021-11-30", "2021-11-30"),
        ("3-4-2021", None),
        ("12-11-2021", None),
        ("13-11-2021", "2021-11-13"),
        ("11/30/2021", None),
        ("32-11-2021", None),
        ("31 mei 2021", "2021-05-31"),
        ("1 mei 2021", "2021-05-01"),
        ("0 mei 2021", None),
        ("31-1-2021", "2021-01-31"),
        ("31-0-2021", None),
        ("31-12-2021", "2021-12-31"),
        ("30-13-2021", None),
        ("30-11-21", None),
        ("november 2021", None),
    ],
)
def test_a_date_is_read_where_its_day_is_certain(typed: str, date: str | None) -> None:
    """A day up to the twelfth may be a month in another country."""
    assert date_to_write(typed) == date
