"""What a figure says by itself: where its number lies, and what status follows from it."""

import re
from typing import Any

import pytest
from pydantic import ValidationError

from kic.model import Figure, Period
from kic.model.interval import Interval
from tests.cases import each


def _figure(qualifier: str | None, **keys: Any) -> Figure:
    given = {"period": "2020", "as_printed": "x", "qualifier": qualifier, **keys}
    return Figure.model_validate(given)


@each(
    ("qualifier", "keys", "interval"),
    [
        ("exact", {"value": 0}, Interval(0, 0, 0)),
        ("at_least", {"value": 5}, Interval(5, 5, None)),
        ("more_than", {"above": 5}, Interval(None, 5, None)),
        ("less_than", {"below": 5}, Interval(None, None, 5)),
        ("at_most", {"upper": 5}, Interval(None, None, 5)),
        ("range", {"lower": 5, "upper": 7}, Interval(None, 5, 7)),
        ("almost", {"value": 5}, Interval(5, None, 5)),
        ("almost", {"value": 0.5}, Interval(0.5, None, 0.5)),
        ("almost", {"value": -5}, Interval(-5, -5, None)),
        ("rounded", {"value": 0, "rounded_to": 10}, Interval(0, -5, 5)),
        ("rounded", {"value": 30, "rounded_to": 5}, Interval(30, 27.5, 32.5)),
        ("about", {"value": 5}, Interval(5)),
        ("estimate", {"value": 5}, Interval(5)),
        (None, {"trend": "up"}, Interval()),
    ],
)
def test_a_number_lies_where_its_qualifier_says(
    qualifier: str | None, keys: dict[str, Any], interval: Interval
) -> None:
    """Almost is nearer to zero, rounded within half a step; an estimate bounds nothing."""
    assert _figure(qualifier, **keys).interval == interval


@each(
    ("qualifier", "keys", "told"),
    [
        ("range", {"lower": 5, "upper": 5}, "'lower' 5 is not below 'upper' 5"),
        ("rounded", {"value": 3, "rounded_to": 2}, "3 is no multiple of 'rounded_to' 2"),
        ("rounded", {"value": 0, "rounded_to": 0}, "nothing is rounded to 0"),
        ("exact", {}, "qualifier 'exact' needs 'value'"),
        ("exact", {"value": 1, "below": 2}, "qualifier 'exact' takes no 'below'"),
        ("exact", {"below": 2}, "qualifier 'exact' needs 'value' in the place of 'below'"),
        (None, {"value": 1}, "a number needs a 'qualifier': exact, at_least, almost, rounded"),
        (None, {"words": {"nl": "x", "en": "y"}}, "words need a 'qualifier': words"),
        ("exact", {"value": 1, "status": "E"}, "status 'E' goes with qualifier 'estimate'"),
        ("estimate", {"value": 1, "status": "A"}, "status 'A' goes with a number that is no"),
        (None, {"trend": "up", "status": "P"}, "status 'P' goes with a number"),
        ("exact", {"value": 1, "status": "Q"}, "status 'Q' goes with qualifier at_most"),
        ("exact", {"value": 1, "status": "O"}, "status 'O' goes with no number"),
        ("exact", {"value": 1, "inferred": ["status"]}, "only a 'status' of B or V"),
        ("exact", {"value": 1, "breaks": True}, "a break alone is the status 'B'"),
        ("exact", {"value": 1, "breaks": True, "status": "B"}, "a break alone is the status 'B'"),
        ("exact", {"value": 1, "inferred": ["breaks"]}, "'breaks' is inferred where it is true"),
        ("exact", {"value": 1, "trend_as_printed": "x"}, "'trend_as_printed' without a 'trend'"),
        ("exact", {"value": 1, "as_printed": None}, "'as_printed' is missing"),
        ("exact", {"value": 1, "note_source": "bron"}, "'note_source' without a 'note'"),
        ("exact", {"value": 1, "caution_source": "bron"}, "'caution_source' without a 'caution'"),
        ("exact", {"value": 1, "reason": "unclear"}, "a figure with a number has no 'reason'"),
        (
            "words",
            {"words": {"nl": "x", "en": "y"}, "reason": "unclear"},
            r"words go with the reason 'not_stated' \(found 'unclear'\)",
        ),
        (
            "exact",
            {"value": 1, "trend": "up", "trend_as_printed": "z"},
            "'trend_as_printed' is a part of 'as_printed'",
        ),
        (
            "exact",
            {"value": 1, "inferred": ["period"], "period": "unknown"},
            "an unknown period cannot be inferred",
        ),
        (
            None,
            {"trend": "up", "correction": {"source": "x", "reason": {"nl": "x", "en": "y"}}},
            "a correction needs the corrected 'value'",
        ),
    ],
)
def test_what_contradicts_itself_is_told_alone(
    qualifier: str | None, keys: dict[str, Any], told: str
) -> None:
    """Each contradiction by itself, with what it is about."""
    with pytest.raises(ValidationError) as refused:
        _figure(qualifier, **keys)
    [error] = refused.value.errors()
    [message] = error["ctx"]["problems"]
    assert re.match(told, message), message


@each(
    ("qualifier", "keys"),
    [
        ("exact", {"value": 1, "status": "B", "inferred": ["status"]}),
        ("exact", {"value": 1, "status": "V", "inferred": ["status", "period"]}),
        ("at_most", {"upper": 5, "status": "Q"}),
        (None, {"status": "Q"}),
        (None, {"status": "B", "trend": "up"}),
        (None, {"status": "Q", "breaks": True}),
        (None, {"trend": "up", "breaks": True}),
        ("estimate", {"value": 1, "breaks": True}),
        ("exact", {"value": 1, "status": "P", "breaks": True, "inferred": ["breaks"]}),
        (
            "exact",
            {"value": 1, "trend": "up", "as_printed": "meer: 1", "trend_as_printed": "meer"},
        ),
        ("rounded", {"value": 0.3, "rounded_to": 0.1}),
        ("range", {"lower": -5, "upper": 0}),
    ],
)
def test_what_goes_together_is_taken(qualifier: str | None, keys: dict[str, Any]) -> None:
    """A break is added to anything, and only what is suppressed leaves a bound or nothing."""
    assert _figure(qualifier, **keys).period == Period.parse("2020")


@pytest.mark.parametrize(
    ("qualifier", "keys", "status"),
    [
        ("exact", {"value": 1}, "A"),
        ("estimate", {"value": 1}, "E"),
        ("words", {"words": {"nl": "x", "en": "y"}}, "O"),
        (None, {"trend": "up"}, "O"),
        ("exact", {"value": 1, "status": "P"}, "P"),
    ],
)
def test_a_status_follows_where_none_is_given(
    qualifier: str | None, keys: dict[str, Any], status: str
) -> None:
    """An estimate is one, and what has no number is missing."""
    assert _figure(qualifier, **keys).observed == status
