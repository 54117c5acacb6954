"""A figure with each qualifier: what the file says, what it means and how people read it."""

from typing import NamedTuple

import pytest

from kic.model.interval import Interval
from tests.conftest import exact


class Said(NamedTuple):
    """A number as the file has it, with its bounds, and its words where the page has none.

    ``strokes`` are how its bar is drawn.
    """

    toml: str
    interval: Interval
    nl: str
    en: str
    strokes: tuple[str, ...]
    status: str = "A"


SAID = {
    "exact": Said("value = 300", Interval.exact(300), "300", "300", ("full",)),
    "at_least": Said(
        "value = 300",
        Interval(300, 300, None),
        *("minstens 300", "at least 300", ("full", "open")),
    ),
    "more_than": Said(
        "above = 300",
        Interval(None, 300, None),
        *("meer dan 300", "more than 300", ("full", "open")),
    ),
    "at_most": Said(
        "upper = 300",
        Interval(None, 0, 300),
        *("hoogstens 300", "at most 300", ("maybe",)),
    ),
    "less_than": Said(
        "below = 300",
        Interval(None, 0, 300),
        *("minder dan 300", "fewer than 300", ("maybe",)),
    ),
    "almost": Said(
        "value = 300",
        Interval(300, None, 300),
        *("bijna 300", "almost 300", ("about",)),
    ),
    "range": Said(
        "lower = 200, upper = 300",
        Interval(None, 200, 300),
        *("200 tot 300", "200 to 300", ("full", "maybe")),
    ),
    "rounded": Said(
        "value = 300, rounded_to = 100",
        Interval(300, 250, 350),
        *("afgerond 300", "rounded 300", ("full", "maybe")),
    ),
    "about": Said(
        "value = 300",
        Interval(300),
        *("ongeveer 300", "about 300", ("about",)),
    ),
    "estimate": Said(
        "value = 300",
        Interval(300),
        *("naar schatting 300", "an estimated 300", ("about",)),
        status="E",
    ),
    "words": Said(
        'words = { nl = "honderden", en = "hundreds" }',
        Interval(),
        *('"honderden"', '"hundreds"', ("gap",)),
        status="O",
    ),
}
of_each = pytest.mark.parametrize("qualifier", SAID)


def put(qualifier: str, period: str = "2020", printed: str = "x", rest: str = "") -> str:
    """The TOML of a figure with a qualifier."""
    said = f'qualifier = "{qualifier}", {SAID[qualifier].toml}'
    return (
        exact(period, 1)
        .replace('qualifier = "exact", value = 1', said + rest)
        .replace('as_printed = "x"', f'as_printed = "{printed}"')
    )
