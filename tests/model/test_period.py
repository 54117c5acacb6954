"""Periods: what is one, and how they are ordered."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kic.model import Period
from tests.periods import periods


@given(periods)
def test_a_period_keeps_its_text(text: str) -> None:
    """What is written comes back, and its first day is not after its last."""
    period = Period.parse(text)
    assert str(period) == text
    assert period.start <= period.end
    assert period.known == (text != "unknown")


@given(st.lists(periods, min_size=2, max_size=6))
def test_periods_sort_by_time_and_the_unknown_last(texts: list[str]) -> None:
    """Sorted periods never step back in time; what is not known comes at the end."""
    ordered = sorted(map(Period.parse, texts))
    assert all(a.start <= b.start for a, b in pairwise(ordered))
    known = [p.known for p in ordered]
    assert known == sorted(known, reverse=True)


@given(st.text(max_size=12).filter(lambda t: not t[:1].isdigit() and t != "unknown"))
def test_what_is_no_period_is_refused(text: str) -> None:
    """Any other text is an error and never a guess."""
    with pytest.raises(ValueError, match="period"):
        Period.parse(text)
