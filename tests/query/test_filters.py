"""Filters: the latest period, and what each filter leaves out."""

from collections import Counter
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import kic
from kic.model.errors import UsageError
from tests.conftest import exact, figure, gaps, indicator

Write = Callable[[str], Path]
LACKING = 'registration = "unavailable"'
ISLAND = 'region = "eiland"'


@pytest.fixture
def several(write: Write) -> kic.Dataset:
    """Two series of one indicator, one figure without a period, and a gap without one."""
    island = figure("2018", f'qualifier = "exact", value = 3, {ISLAND}')
    undated = figure("unknown", f'qualifier = "exact", value = 4, {ISLAND}')
    return kic.load(
        write(
            indicator("a", exact("2019", 1) + exact("2020", 2) + island + undated)
            + indicator("b", exact("unknown", 5))
            + indicator("c", figure("unknown", LACKING), gaps(""))
            + indicator("d", figure("2020", f"{LACKING}, {ISLAND}"), gaps(ISLAND))
        )
    )


def test_latest_is_the_last_known_period_of_each_series(several: kic.Dataset) -> None:
    """Of each region by itself; what has no known period has no latest one."""
    latest = [
        (r.indicator, r.region, r.period.text) for r in kic.show(several, period="latest").records
    ]
    assert latest == [
        ("a", "nederland", "2020"),
        ("a", "eiland", "2018"),
        ("d", "eiland", "2020"),
    ]
    compared = kic.compare(several, "a", period="latest").series
    assert [[r.period.text for r in s.points] for s in compared] == [["2020"], ["2018"]]


@pytest.mark.parametrize(
    ("periods", "latest"),
    [
        (("2020", "2020-03", "2020-07-01", "2019/2020 school"), "2020"),
        (("2020", "2018/2020"), "2020"),
        (("2020", "2020/2021 school"), "2020/2021 school"),
    ],
)
def test_latest_is_what_ends_last(write: Write, periods: tuple[str, ...], latest: str) -> None:
    """A month does not hide its year; of two that end on one day it is the one begun later."""
    own = kic.load(write(indicator("a", "".join(exact(period, 1) for period in periods))))
    assert [r.period.text for r in kic.show(own, period="latest").records] == [latest]
    found = [hit.record for hit in kic.find(own, "about a").hits if hit.record]
    assert [r.period.text for r in found] == [latest]


def test_a_plan_is_the_latest_where_there_is_nothing_else(write: Write) -> None:
    """What is aimed at in 2030 is no news of today."""
    plan = figure("2030", 'qualifier = "exact", value = 9, measure = "target"')
    text = indicator("a", exact("2020", 5) + plan) + indicator("b", plan)
    latest = kic.show(kic.load(write(text)), period="latest").records
    assert [(r.indicator, r.period.text) for r in latest] == [("a", "2020"), ("b", "2030")]


def test_latest_adds_to_other_periods(several: kic.Dataset) -> None:
    """As any two periods do."""
    records = kic.show(several, "a", period=["2019", "latest"], region="nederland").records
    assert [r.period.text for r in records] == ["2019", "2020"]


def test_statements_have_no_later_one(dataset: kic.Dataset) -> None:
    """They are of no series, so that all of them stay."""
    assert kic.show(dataset, period="latest").statements == kic.show(dataset).statements


def test_a_theme_narrows_statements_too(dataset: kic.Dataset) -> None:
    """Those of the theme stay, and all of them."""
    own = tuple(s for s in dataset.statements if s.theme == "migratie")
    assert kic.show(dataset, theme="migratie").statements == own
    assert kic.show(dataset, "armoede", theme="migratie").statements == ()


def test_latest_is_no_start_and_no_end(several: kic.Dataset) -> None:
    """It is not one period but several."""
    with pytest.raises(UsageError, match="unknown period 'latest'"):
        kic.compare(several, start="latest")


def test_each_filter_tells_what_it_alone_leaves_out(several: kic.Dataset) -> None:
    """What another one leaves out as well is told of several: together it is the whole."""

    def left_out(**filters: Any) -> tuple[list[str], dict[str, list[str]]]:
        answer = kic.gaps(several, **filters)
        left = {k: [r.indicator for r in v] for k, v in answer.left_out.items()}
        return [r.indicator for r in answer.records], left

    assert left_out(region="eiland", period="2020") == (["d"], {"several": ["c"]})
    assert left_out(region="nederland", period="unknown") == (["c"], {"several": ["d"]})
    assert left_out(period="2020") == (["d"], {"period": ["c"]})
    unavailable = left_out(registration="unavailable", indicators="d")
    assert unavailable == (["d"], {"indicator": ["c"]})


def test_what_is_shown_and_left_out_is_the_whole(dataset: kic.Dataset) -> None:
    """However many filters there are, each figure, statement and gap is shown or counted once."""
    everything = kic.show(dataset)
    for theme, region, period in product(dataset.themes, dataset.regions, ("2019", "unknown")):
        asked: Any = {"theme": theme, "region": region, "period": period}
        shown, missing = kic.show(dataset, **asked), kic.gaps(dataset, **asked)
        left = [part for parts in shown.left_out.values() for part in parts]
        told = [*shown.records, *shown.statements, *left]
        assert Counter(told) == Counter((*everything.records, *everything.statements))
        lacking = [gap for gaps_ in missing.left_out.values() for gap in gaps_]
        gaps_of = Counter((r.indicator, r.region) for r in (*missing.gaps, *lacking))
        assert gaps_of == Counter((r.indicator, r.region) for r in kic.gaps(dataset).gaps)


def test_a_gap_with_a_figure_in_the_period_is_not_left_out(dataset: kic.Dataset) -> None:
    """It is one gap, whatever other years it has."""
    answer = kic.gaps(dataset, period="2020")
    left_out = {(r.indicator, r.region) for r in answer.left_out["period"]}
    assert ("helpdesk_dakloosheid", "nederland") not in left_out
    assert len(left_out) + len(answer.gaps) == len(kic.gaps(dataset).gaps)


def test_what_is_asked_for_by_name_leaves_nothing_out(dataset: kic.Dataset) -> None:
    """A subject is the question, not a filter of it."""
    assert kic.gaps(dataset, "migratie").left_out == {}
    assert kic.show(dataset, "migratie").left_out == {}
    assert set(kic.show(dataset, theme="migratie").left_out) == {"theme"}
