"""Picking what to cite."""

import pytest

import kic
from kic.model.errors import UsageError


def test_figures_are_picked_as_in_every_question(dataset: kic.Dataset) -> None:
    """By name, place, period and region; gaps are cited as figures are."""
    [one] = kic.cite(dataset, "ots", period="2020", region="bes").records
    assert one.value == 48
    assert len(kic.cite(dataset, "nareis", period=["2020", "2019", "2020"]).records) == 2
    here = kic.cite(dataset, "migratie/cijfers/3").records
    assert [r.value for r in here] == [233, 289]
    [gap] = kic.cite(dataset, "corona").records
    assert gap.gap
    island = kic.cite(dataset, region="bes").records
    assert {r.region for r in island} == {"caribisch"}


def test_what_cannot_be_cited_is_told(dataset: kic.Dataset) -> None:
    """A period that nothing has is an error, one that this does not have no answer."""
    assert kic.cite(dataset, "nareis", period="2018").records == ()
    with pytest.raises(UsageError, match="nothing has the period '2015'"):
        kic.cite(dataset, "nareis", period="2015")
    with pytest.raises(UsageError, match="name the indicator to cite"):
        kic.cite(dataset)
