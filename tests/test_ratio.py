"""Rates and shares: what divides what, what is refused, and how regions then compare."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kic
from kic.dataset import context, embedded, populations
from kic.model.errors import DatasetError, UsageError
from kic.model.interval import UNKNOWN, Interval, ratio
from kic.query.compare import Comparison
from kic.query.rate import rates
from kic.table.compare import compare_table
from kic.table.figures import codes
from tests.conftest import Run, Write, exact, figure, gaps, indicator
from tests.terminal import on_screen

BOUND = st.integers(0, 10**6)


def _population(figures: str, extra: str = "") -> str:
    return indicator(
        "inwoners", figures, f'denominator_for = ["kinderen"]\nages = "0-17"\n{extra}'
    )


def _counted(name: str, figures: str, extra: str = "") -> str:
    """An indicator of whom it is known that they are a part of the population."""
    return indicator(name, figures, f'ages = "0-17"\n{extra}')


def _rate(answer: Comparison, region: str = "nederland", period: str = "2020") -> Interval:
    [found] = [r for (_, a, p), r in answer.ratios.items() if (a, p.text) == (region, period)]
    return found.interval


def _notes(answer: Comparison, region: str = "nederland") -> list[str]:
    [found] = [r for (_, a, _), r in answer.ratios.items() if a == region]
    return [note.en for note in found.notes]


# ----------------------------------------------------------------------- the arithmetic


@given(BOUND, BOUND, st.integers(1, 10**6), BOUND, st.data())
def test_a_ratio_holds_every_ratio_of_what_lies_within(
    low: int, more: int, least: int, wider: int, data: st.DataObject
) -> None:
    """Whatever the true numbers are, their ratio lies within the bounds."""
    part, whole = Interval(None, low, low + more), Interval(None, least, least + wider)
    found = ratio(part, whole, 1000)
    a = data.draw(st.integers(low, low + more))
    b = data.draw(st.integers(least, least + wider))
    assert found.lower is not None
    assert found.upper is not None
    assert found.lower <= a * 1000 / b <= found.upper


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (Interval.exact(48), Interval(5000, 5000, None), Interval(None, None, 9.6)),
        (Interval.exact(29), Interval.exact(1000), Interval.exact(29.0)),
        (Interval(None, 0, 5), Interval.exact(10), Interval(None, 0, 500)),
        (Interval(10, 10, None), Interval.exact(100), Interval(None, 100, None)),
        (Interval(10, None, None), Interval.exact(100), Interval(100, None, None)),
        (Interval.exact(5), Interval(None, 0, 10), Interval(None, 500, None)),
        (Interval.exact(5), Interval.exact(0), UNKNOWN),
        (Interval.exact(0), Interval(1000, 1000, None), Interval.exact(0)),
        (UNKNOWN, Interval.exact(10), UNKNOWN),
    ],
    ids=[
        "at least",
        "exact",
        "less",
        "part",
        "estimate",
        "may be zero",
        "zero",
        "none",
        "unknown",
    ],
)
def test_a_ratio_is_no_more_precise_than_its_parts(
    part: Interval, whole: Interval, expected: Interval
) -> None:
    """A bound that is not known leaves the other one, an estimate no bounds at all."""
    assert ratio(part, whole, 1000) == expected


# ------------------------------------------------------------------------ real questions


def test_is_the_caribbean_worse_off_on_supervision_orders(dataset: kic.Dataset) -> None:
    """9,3 per 1.000 beside no rate at all, counted otherwise: nothing is concluded, and why."""
    answer = kic.compare(
        dataset, indicators="ondertoezichtstelling", per=1000, populations=populations(dataset)
    )
    national = _rate(answer)
    assert national.value == pytest.approx(30850 / 3300)
    assert national.lower == pytest.approx(30850 / 3350)
    assert national.upper == pytest.approx(30850 / 3250)
    assert _rate(answer, "caribisch") == UNKNOWN
    [conclusion] = answer.conclusions
    assert conclusion.regions == ("nederland", "caribisch")
    assert (conclusion.outcome, conclusion.region) == ("unclear", None)
    assert [reason.en for reason in conclusion.reasons] == [
        "Caribbean Netherlands: no rate. "
        "Different year: of the population figures that kic has, "
        "the one nearest to 2020 is for 2018.",
        "Not counted in the same way, as kic reads it. "
        "Netherlands: everyone it applied to at some time in the period. "
        "Caribbean Netherlands: number at the end of the period.",
    ]


def test_a_rate_names_what_it_is_divided_by(dataset: kic.Dataset) -> None:
    """The population, its source and its rounding, and the cautions of both."""
    answer = kic.compare(
        dataset, indicators="ondertoezichtstelling", per=1000, populations=populations(dataset)
    )
    told = _notes(answer)
    assert "Divided by: residents under 18." in told
    assert "Children under 18: The 2020 figure is rounded." in told
    [national] = [r for r in dataset.records if r.value == 30850]
    assert {caution.en for caution in national.cautions} <= set(told)
    [found] = [r for key, r in answer.ratios.items() if key[1] == "nederland"]
    assert found.whole is not None
    assert found.whole.links.source.title.startswith("Landelijke Jeugdmonitor 2021")


def test_a_part_is_told_as_a_share_of_its_whole(dataset: kic.Dataset) -> None:
    """29 of the 10.965 arrested, 4 unconfirmed ones of the 45 in a cell, and nothing else."""
    answer = kic.compare(dataset, share=True)
    found = {key[0]: r for key, r in answer.ratios.items() if r.interval.known}
    assert {id_: r.interval.value for id_, r in found.items()} == {
        "aangehouden_onder_12": pytest.approx(0.26448, abs=1e-5),
        "inverzekering_onder_12": pytest.approx(8.8889, abs=1e-4),
    }
    assert [s.indicator for s in answer.series] == list(found)
    disputed = [n.en for n in found["inverzekering_onder_12"].notes]
    told = {
        "The 2020 figure is not confirmed (inferred by kic).",
        "The year 2020 is inferred by kic.",
    }
    assert told <= set(disputed)


# -------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("gezinshereniging_wachttijd", "the figure is in days, which is not a count"),
        ("helpdesk_dakloosheid", "this figure counts cases"),
        ("veilig_thuis_meldingen", "this figure counts reports"),
        ("pleegzorg", "the ages of those counted are not known; a rate might be too high"),
        ("jeugdhulp_wachtenden", "there is no number"),
        ("jji_12_tot_18", "the figure is in per cent, which is not a count"),
        ("kinderpardon_vergunning", "children applying for a permit are a separate group"),
        ("amv_vertrokken", "children in asylum reception are a separate group"),
        ("gezinslocaties_kinderen", "there is no number"),
    ],
)
def test_no_population_fits(dataset: kic.Dataset, name: str, why: str) -> None:
    """Another unit, ages that nobody states, or another group is refused, with the reason."""
    with pytest.raises(UsageError, match=f"no rate per 1000 for {name}") as e:
        kic.compare(dataset, indicators=name, per=1000, populations=populations(dataset))
    assert why in str(e.value)


def test_a_share_of_what_is_no_part_is_refused(dataset: kic.Dataset) -> None:
    """45 in a cell are more than the 29 arrested, and no part of them; the parts are named."""
    with pytest.raises(UsageError, match="it is not part of another indicator") as refused:
        kic.compare(dataset, indicators="arrestantencel_onder_12", share=True)
    assert "aangehouden_onder_12" in str(refused.value)


def test_the_nearest_year_serves_for_one_year_and_says_so(write: Write) -> None:
    """A population of 2020 serves 2019 with a note, and not 2018."""
    text = _population(exact("2020", 1000)) + _counted(
        "a", exact("2018", 10) + exact("2019", 20) + exact("2020", 30)
    )
    answer = kic.compare(kic.load(write(text)), indicators="a", per=1000)
    found = {key[2].text: r for key, r in answer.ratios.items()}
    assert {period: r.interval.value for period, r in found.items()} == {
        "2018": None,
        "2019": 20,
        "2020": 30,
    }
    assert "No population figure for 2019; that for 2020 is used." in [
        n.en for n in found["2019"].notes
    ]
    assert found["2018"].refusal is not None
    assert found["2018"].refusal.en == (
        "Different year: of the population figures that kic has, "
        "the one nearest to 2018 is for 2020."
    )


def test_a_total_over_two_years_has_no_rate(write: Write) -> None:
    """It is never divided by the population of one of them."""
    text = _population(exact("2020", 1000)) + _counted("a", exact("2019/2020", 10))
    with pytest.raises(UsageError, match="2019/2020 is not a single year"):
        kic.compare(kic.load(write(text)), indicators="a", per=1000)


def test_a_region_without_a_population_has_no_rate(write: Write) -> None:
    """The island is not divided by the number of children of the country."""
    there = figure("2020", 'qualifier = "exact", value = 5, region = "eiland"')
    text = _population(exact("2020", 1000)) + _counted("a", exact("2020", 10) + there)
    answer = kic.compare(kic.load(write(text)), indicators="a", per=1000)
    refused = [r.refusal.en for r in answer.ratios.values() if r.refusal]
    assert refused == ["No population known: Island."]
    [conclusion] = answer.conclusions
    assert (conclusion.outcome, conclusion.region) == ("unclear", None)
    assert [r.en for r in conclusion.reasons] == ["Island: no rate. No population known: Island."]


@pytest.mark.parametrize(
    ("ages", "population", "rate"),
    [
        ("0-17", "0-17", 10),
        ("12-13", "0-17", 10),
        ("17-17", "0-17", 10),
        ("0-0", "0-17", 10),
        ("0-18", "0-17", None),
        ("12-22", "0-17", None),
        ("0-17", "4-11", None),
        ("18-22", "0-17", None),
        (None, "0-17", None),
        ("0-17", None, None),
        (None, None, None),
    ],
)
def test_ages_have_to_be_known_to_fit(
    write: Write, ages: str | None, population: str | None, rate: int | None
) -> None:
    """Those who count lie within the population, or there is no rate and no bound."""
    told = [f'ages = "{a}"' if a else "" for a in (ages, population)]
    text = indicator("inwoners", exact("2020", 1000), f'denominator_for = ["kinderen"]\n{told[1]}')
    text += indicator("a", exact("2020", 10), told[0]) + indicator("z", exact("2020", 1))
    dataset = kic.load(write(text))
    found = rates(dataset, [r for r in dataset.records if r.indicator == "a"], 1000)
    [one] = found.values()
    assert one.interval == (Interval.exact(rate) if rate else UNKNOWN)
    assert (one.refusal is None) == bool(rate)


def test_the_closest_population_is_taken(write: Write) -> None:
    """Of two populations that hold the ages the one that holds least besides divides."""
    text = _population(exact("2020", 1000)) + indicator(
        "ouder", exact("2020", 200), 'denominator_for = ["kinderen"]\nages = "12-17"'
    )
    text += indicator("a", exact("2020", 10), 'ages = "12-13"')
    answer = kic.compare(kic.load(write(text)), indicators="a", per=1000)
    assert _rate(answer) == Interval.exact(50.0)
    assert "Aged 12-13, divided by everybody aged 12-17." in _notes(answer)


def test_what_is_no_part_of_a_population_has_no_rate(write: Write) -> None:
    """Whatever the unit and the ages are: no_rate says why, and refuses."""
    no_rate = 'no_rate = { nl = "Een andere groep.", en = "Another group." }'
    text = _population(exact("2020", 1000)) + _counted("a", exact("2020", 10), no_rate)
    with pytest.raises(UsageError, match="no rate per 1000 for a: another group"):
        kic.compare(kic.load(write(text)), indicators="a", per=1000)


@pytest.mark.parametrize(
    ("first", "second", "outcome", "region"),
    [
        (exact("2020", 10), 'qualifier = "exact", value = 5', "higher", "eiland"),
        (exact("2020", 60), 'qualifier = "exact", value = 1', "higher", "nederland"),
        (exact("2020", 10), 'qualifier = "exact", value = 1', "equal", None),
        (exact("2020", 0), 'qualifier = "exact", value = 0', "equal", None),
        (exact("2020", 30), 'qualifier = "less_than", below = 5', "unclear", None),
        (exact("2020", 50), 'qualifier = "less_than", below = 5', "higher", "nederland"),
        (exact("2020", 10), 'qualifier = "at_least", value = 5', "higher", "eiland"),
        (exact("2020", 50), 'qualifier = "at_least", value = 5', "unclear", None),
        (exact("2020", 10), 'qualifier = "estimate", value = 5', "unclear", None),
    ],
    ids=[
        *("there", "here", "equal", "none", "bound", "below the bound"),
        *("above the bound", "on the bound", "estimate"),
    ],
)
def test_regions_compare_by_their_rates(
    write: Write, first: str, second: str, outcome: str, region: str | None
) -> None:
    """Higher or equal where the bounds leave no doubt, and else unclear, which says why."""
    there = figure("2020", f'{second}, region = "eiland"')
    people = exact("2020", 1000) + figure(
        "2020", 'qualifier = "exact", value = 100, region = "eiland"'
    )
    text = _population(people) + _counted("a", first + there)
    [found] = kic.compare(kic.load(write(text)), indicators="a", per=1000).conclusions
    assert (found.outcome, found.region, found.period) == (outcome, region, "2020")
    reason = "The bounds of the numbers leave open in which region it is higher."
    assert [r.en for r in found.reasons] == [reason] * (outcome == "unclear")


def test_a_share_is_never_more_than_the_whole(write: Write) -> None:
    """A part of "at least 5" of 10 is between 50 and 100 per cent."""
    text = indicator("geheel", exact("2020", 10)) + indicator(
        "deel", figure("2020", 'qualifier = "at_least", value = 5'), 'subset_of = "geheel"'
    )
    answer = kic.compare(kic.load(write(text)), indicators="deel", share=True)
    assert _rate(answer) == Interval(None, 50.0, 100)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"per": 10}, "a rate is per 1000, 10000, 100000"),
        ({"per": 1000, "share": True}, "two questions"),
        ({"start": "2020", "end": "2019"}, "2020 does not come before 2019"),
        ({"start": "2020", "end": "2020"}, "2020 does not come before 2020"),
        ({"start": "2019", "period": "2020"}, "ask for one"),
        ({"end": "unknown"}, "no start and no end"),
        ({"start": "1999"}, "nothing has the period '1999'"),
        ({"order": "size"}, "it is one of name, absolute, percent"),
        ({"order": "absolute", "share": True}, "a rate or share is no change"),
    ],
    ids=str,
)
def test_what_cannot_be_asked_is_refused(
    dataset: kic.Dataset, asked: dict[str, object], told: str
) -> None:
    """One line says what is wrong with the question."""
    with pytest.raises(UsageError, match=told):
        kic.compare(dataset, **asked)  # type: ignore[arg-type]


# ------------------------------------------------------------- where certainty would be false


def _part(name: str, figures: str, extra: str = "") -> str:
    return indicator(name, figures, f'subset_of = "geheel"\n{extra}')


def _there(rest: str) -> str:
    return figure("2020", f'{rest}, region = "eiland"')


@pytest.mark.parametrize(
    ("whole", "part", "why"),
    [
        ('qualifier = "at_least", value = 100', 'qualifier = "at_least", value = 5', "everything"),
        ('qualifier = "exact", value = 0', 'qualifier = "exact", value = 0', "the whole is zero"),
        (
            'qualifier = "exact", value = 100',
            'qualifier = "estimate", value = 120',
            "the estimate is larger than the whole",
        ),
        (
            'qualifier = "at_least", value = 80',
            'qualifier = "exact", value = 90',
            "leave everything open",
        ),
        (
            'qualifier = "exact", value = 40, unit = "procent"',
            'qualifier = "exact", value = 10, unit = "procent"',
            "the figure is in per cent, which is not a count",
        ),
        ("reason = 'not_stated'", 'qualifier = "exact", value = 1', "the whole has no number"),
    ],
    ids=["open", "zero", "estimate", "half open", "per cent", "no whole"],
)
def test_a_share_that_means_nothing_is_refused(
    write: Write, whole: str, part: str, why: str
) -> None:
    """Each with its own reason, and none is called zero that is not."""
    text = indicator("geheel", figure("2020", whole)) + _part("deel", figure("2020", part))
    with pytest.raises(UsageError, match=why):
        kic.compare(kic.load(write(text)), indicators="deel", share=True)


def test_a_rounded_part_loses_a_number_above_its_whole(write: Write) -> None:
    """50 to 150, told as 100, of 60 is between 83,3 and 100 per cent, and not 166,7."""
    text = indicator("geheel", exact("2020", 60)) + _part(
        "deel", figure("2020", 'qualifier = "rounded", value = 100, rounded_to = 100')
    )
    answer = kic.compare(kic.load(write(text)), indicators="deel", share=True)
    found = _rate(answer)
    assert found.value is None
    assert found.lower == pytest.approx(83.333, abs=1e-3)
    assert found.upper == 100


def test_a_part_that_may_be_the_whole_is_no_share(write: Write) -> None:
    """Fewer than 20 of 10 is anything from none to all, so it is not told and not compared."""
    ten = 'qualifier = "exact", value = 10'
    text = indicator("geheel", exact("2020", 10) + _there(ten)) + _part(
        "deel", figure("2020", 'qualifier = "less_than", below = 20') + _there(ten)
    )
    answer = kic.compare(kic.load(write(text)), indicators="deel", share=True)
    assert [r.refusal.en for r in answer.ratios.values() if r.refusal] == [
        "The bounds of the part and the whole leave everything open."
    ]
    [conclusion] = answer.conclusions
    assert conclusion.outcome == "unclear"


def test_equal_shares_are_equal(write: Write) -> None:
    """3 of 7 and 6 of 14 are the same, whatever a computer makes of a seventh."""
    text = indicator(
        "geheel", exact("2020", 7) + _there('qualifier = "exact", value = 14')
    ) + _part("deel", exact("2020", 3) + _there('qualifier = "exact", value = 6'))
    [found] = kic.compare(kic.load(write(text)), indicators="deel", share=True).conclusions
    assert (found.outcome, found.region, found.reasons) == ("equal", None, ())
    assert ratio(Interval.exact(1.1), Interval.exact(10), 100) == ratio(
        Interval.exact(3.3), Interval.exact(30), 100
    )


_THERE_1000 = 'qualifier = "exact", value = 1000, region = "eiland"'
_PEOPLE = exact("2020", 1000) + figure("2020", _THERE_1000)
_FAMILIES = '[units.gezinnen]\nlabel = { nl = "gezinnen", en = "families" }\nkind = "count"\n'


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            _population(exact("2020", 1000))
            + indicator(
                "anderen",
                _there('qualifier = "exact", value = 100'),
                "ages = '0-17'\ndenominator_for = ['kinderen']",
            )
            + _counted("a", exact("2020", 50) + _there('qualifier = "exact", value = 40')),
            "Divided by different populations.",
        ),
        (
            _population(_PEOPLE)
            + _counted(
                "a",
                exact("2020", 50)
                + _there('qualifier = "exact", value = 40, registration = "incomplete"'),
                gaps('region = "eiland"'),
            ),
            "Not complete everywhere according to the source.",
        ),
        (
            _population(_PEOPLE)
            + _counted(
                "a",
                exact("2020", 50)
                + _there('qualifier = "exact", value = 40, measure = "end_of_period"'),
            ),
            "Not known whether counted in the same way. Netherlands: not stated. "
            "Island: number at the end of the period.",
        ),
        (
            _population(_PEOPLE)
            + _counted(
                "a",
                exact("2020", 50)
                + _there('qualifier = "exact", value = 40, measure = "end_of_period"'),
                'measure = "ever_in_period"',
            ),
            "Not counted in the same way. "
            "Netherlands: everyone it applied to at some time in the period. "
            "Island: number at the end of the period.",
        ),
        (
            _population(
                exact("2020", 1000)
                + _there('qualifier = "exact", value = 1000, registration = "incomplete"'),
                gaps('region = "eiland"'),
            )
            + _counted("a", exact("2020", 50) + _there('qualifier = "exact", value = 40')),
            "Not complete everywhere according to the source.",
        ),
        (
            _population(
                exact("2020", 1000)
                + _there('qualifier = "exact", value = 1000, measure = "end_of_period"'),
                'measure = "in_period"',
            )
            + _counted("a", exact("2020", 50) + _there('qualifier = "exact", value = 40')),
            "Not counted in the same way. About inwoners, Netherlands: counted in the period. "
            "About inwoners, Island: number at the end of the period.",
        ),
        (
            _FAMILIES
            + _population(_PEOPLE).replace('["kinderen"]', '["kinderen", "gezinnen"]')
            + _counted(
                "a",
                exact("2020", 50) + _there('qualifier = "exact", value = 40, unit = "gezinnen"'),
            ),
            "The regions count different things.",
        ),
        (
            _population(_PEOPLE)
            + _counted(
                "a", exact("2020", 50) + _there('qualifier = "exact", value = 4, unit = "procent"')
            ),
            "Island: no rate. The figure is in per cent, which is not a count.",
        ),
    ],
    ids=[
        *("population", "registration", "measure", "measures", "whole registered"),
        *("whole measured", "unit", "no rate"),
    ],
)
def test_unlike_regions_are_not_ranked(write: Write, text: str, reason: str) -> None:
    """A difference that may be one of counting is no outcome: it is unclear, and says why."""
    [found] = kic.compare(kic.load(write(text)), indicators="a", per=1000).conclusions
    assert (found.outcome, found.region) == ("unclear", None)
    assert reason in [r.en for r in found.reasons]


@pytest.mark.parametrize(
    ("third", "outcome", "region"),
    [
        ('qualifier = "exact", value = 60', "higher", "stad"),
        ('qualifier = "exact", value = 50', "unclear", None),
        ('qualifier = "exact", value = 45', "higher", "nederland"),
    ],
)
def test_only_the_highest_of_several_regions_is_concluded(
    write: Write, third: str, outcome: str, region: str | None
) -> None:
    """Above every other, or nothing is said: two that are highest together are not one."""
    there = figure("2020", 'qualifier = "exact", value = 1000, region = "stad"')
    text = '[regions.stad]\nlabel = { nl = "Stad", en = "City" }\n' + _population(_PEOPLE + there)
    text += _counted(
        "a",
        exact("2020", 50)
        + _there('qualifier = "exact", value = 40')
        + figure("2020", f'{third}, region = "stad"'),
    )
    [found] = kic.compare(kic.load(write(text)), indicators="a", per=1000).conclusions
    assert found.regions == ("nederland", "eiland", "stad")
    assert (found.outcome, found.region) == (outcome, region)


def test_no_difference_between_regions_is_printed(run: Run, write: Write) -> None:
    """Both rates stand with their region, and one line concludes; a period has a line each."""
    people = _PEOPLE + exact("2019", 1000) + figure("2019", _THERE_1000)
    text = _population(people) + _counted(
        "a",
        exact("2019", 50)
        + exact("2020", 20)
        + figure("2019", 'qualifier = "exact", value = 40, region = "eiland"')
        + _there('qualifier = "exact", value = 40'),
    )
    path = write(text)
    done = run("compare", "a", "--per", "1000", "--data", path, "--format", "plain")
    concluded = [line for line in done.stdout.splitlines() if line.startswith("Over a, ")]
    assert concluded == [
        "Over a, 2019: het hoogst: Nederland.",
        "Over a, 2020: het hoogst: Eiland.",
    ]
    told = json.loads(run("compare", "a", "--per", "1000", "--data", path, "--json").stdout)
    assert [(c["period"], c["outcome"], c["region"]) for c in told["conclusions"]] == [
        ("2019", "higher", "nederland"),
        ("2020", "higher", "eiland"),
    ]
    assert "contrasts" not in told


@pytest.mark.parametrize(
    ("people", "figures", "why"),
    [
        (_population(exact("2020", 0)), exact("2020", 5), "the whole is zero"),
        (
            _population(figure("2020", 'qualifier = "at_least", value = 1000')),
            figure("2020", 'qualifier = "at_least", value = 5'),
            "leave everything open",
        ),
        (
            _population(figure("2020", 'qualifier = "estimate", value = 1000')),
            figure("2020", 'qualifier = "at_least", value = 5'),
            "leave everything open",
        ),
        (
            indicator("inwoners", exact("2020", 9), 'denominator_for = ["kinderen"]'),
            exact("2020", 5),
            "the ages of the population are not stated",
        ),
        (
            _population(exact("2020", 1000))
            + indicator(
                "anderen", exact("2020", 100), 'denominator_for = ["kinderen"]\nages = "0-17"'
            ),
            exact("2020", 5),
            "several populations fit",
        ),
        (indicator("inwoners", exact("2020", 9)), exact("2020", 5), "no indicator has a deno"),
        (
            _population(exact("2019/2020", 1000)),
            exact("2020", 5),
            "the population is not for a single year",
        ),
        (
            _population(exact("2019/2020", 1000))
            + indicator("anderen", exact("2020", 10), 'denominator_for = ["kinderen"]'),
            exact("2020", 5),
            "the population is not for a single year",
        ),
        (
            _population(exact("2020", 1000))
            + indicator("peuters", exact("2020", 10), 'denominator_for = ["kinderen"]'),
            None,
            "the ages of those counted are not known; a rate might be too high",
        ),
        (
            indicator(
                "peuters", exact("2020", 10), 'ages = "0-3"\ndenominator_for = ["kinderen"]'
            ),
            exact("2020", 5),
            "different ages: the figure is about 0-17, the population about 0-3",
        ),
    ],
    ids=[
        "zero",
        "at least",
        "open",
        "no age",
        "two",
        "none",
        "no year",
        "no year of ages",
        "unknown",
        "younger",
    ],
)
def test_every_rate_that_is_not_given_has_its_reason(
    write: Write, people: str, figures: str | None, why: str
) -> None:
    """Nothing is left empty: where there is no number there is a reason."""
    own = indicator("a", figures or exact("2020", 5), 'ages = "0-17"' if figures else "")
    dataset = kic.load(write(people + own))
    with pytest.raises(UsageError, match=f"(?i){why}"):
        kic.compare(dataset, indicators="a", per=1000)


def test_a_population_is_no_rate_of_itself(run: Run) -> None:
    """Exactly a thousand of every thousand is no news, and not to be computed from roundings."""
    done = run("compare", "--per", "1000", "--context", "--format", "csv")
    assert "\naantal_kinderen" not in done.stdout
    alone = run("compare", "aantal_kinderen", "--per", "1000", "--context")
    assert "this is the population itself" in alone.stderr


def test_a_whole_brings_what_limits_it(write: Write) -> None:
    """A share of what is incomplete, counted otherwise, with the whole's own cautions."""
    note = 'note = { nl = "Let wel.", en = "Mind this." }'
    caution = 'caution = { nl = "Pas op.", en = "Beware." }'
    text = indicator(
        "geheel",
        figure(
            "2020",
            f'qualifier = "exact", value = 100, registration = "incomplete", {note}, {caution}',
        ),
        f'measure = "ever_in_period"\n{gaps("")}',
    ) + _part("deel", exact("2020", 10), 'measure = "end_of_period"')
    [found] = kic.compare(kic.load(write(text)), "deel", share=True).ratios.values()
    told = [note.en for note in found.notes]
    assert "About geheel: incomplete according to the source." in told
    assert "About geheel: Beware." in told
    assert any(n.startswith("Not counted in the same way. About deel: number") for n in told)
    assert "Mind this." in told


def test_a_number_that_is_incomplete_is_marked(write: Write) -> None:
    """It is a gap with a number, and a change in it may come from that."""
    one = 'qualifier = "exact", registration = "incomplete"'
    figures = figure("2019", f"{one}, value = 50") + figure("2020", f"{one}, value = 90")
    dataset = kic.load(write(indicator("a", figures, gaps(""))))
    [series] = kic.compare(dataset, indicators="a").series
    assert [n.en for n in series.changes[0].notes] == [
        "Incomplete according to the source: that may explain the change."
    ]
    assert {tuple(codes(r)) for r in dataset.records} == {("i",)}


def test_populations_of_several_units_share_an_answer(write: Write) -> None:
    """Children of every thousand children and families of every thousand families."""
    text = _FAMILIES + _population(exact("2020", 1000)) + _counted("a", exact("2020", 5))
    text += _counted("huishoudens", exact("2020", 400), 'denominator_for = ["gezinnen"]')
    text += _counted("b", exact("2020", 2))
    for name in ("huishoudens", "b"):
        start = text.index(f"[indicators.{name}]")
        text = text[:start] + text[start:].replace('unit = "kinderen"', 'unit = "gezinnen"', 1)
    answer = kic.compare(kic.load(write(text)), indicators=["a", "b"], per=1000)
    assert [r.interval.value for r in answer.ratios.values()] == [5, 5]
    shown = compare_table(kic.load(write(text)), answer)
    assert "Per 1,000" in [c.title.en for c in shown.page.blocks[0].columns]


# --------------------------------------------------------------- two periods, and an order


def test_two_periods_are_compared_whatever_lies_between(write: Write) -> None:
    """From 2017 to 2021 directly, past 2020; without one of them the first or last serves."""
    text = indicator("a", exact("2017", 100) + exact("2020", 90) + exact("2021", 50))
    dataset = kic.load(write(text))
    for asked in ({"start": "2017", "end": "2021"}, {"start": "2017"}, {"end": "2021"}):
        [series] = kic.compare(dataset, indicators="a", **asked).series  # type: ignore[arg-type]
        [change] = series.changes
        assert (change.start.text, change.end.text) == ("2017", "2021")
        assert (change.absolute.value, change.percent.value) == (-50, -50)
        assert [n.en for n in change.notes] == ["2018, 2019: not in this dataset."]
    [series] = kic.compare(dataset, indicators="a", start="2020").series
    assert [c.absolute.value for c in series.changes] == [-40]


@pytest.mark.parametrize(
    ("between", "told"),
    [("2019-Q1", "2019: not in this dataset."), ("2018/2019", "2019: not in this dataset.")],
)
def test_a_part_or_a_total_is_no_year(write: Write, between: str, told: str) -> None:
    """A quarter, or a total over years, does not fill the place of a year."""
    text = indicator("a", exact("2018", 10) + exact(between, 3) + exact("2020", 20))
    [series] = kic.compare(kic.load(write(text)), indicators="a").series
    assert told in [n.en for n in series.changes[-1].notes]


@pytest.mark.parametrize(
    ("measures", "told"),
    [
        (("in_period", "end_of_period", "unspecified"), "Not counted in the same way."),
        (("in_period", "in_period", "unspecified"), "Not known whether counted in the same way."),
        (("in_period", "in_period", "in_period"), None),
    ],
)
@pytest.mark.parametrize("inferred", [False, True])
def test_how_regions_count_is_told_as_far_as_it_is_known(
    write: Write, measures: tuple[str, ...], told: str | None, inferred: bool
) -> None:
    """Two that differ are different, whatever is not known of the third, as kic reads it."""
    figures = ""
    for region, measure in zip(("nederland", "eiland", "stad"), measures, strict=True):
        told_so = f'region = "{region}", measure = "{measure}"'
        read = ', inferred = ["measure"]' if inferred and measure != "unspecified" else ""
        figures += figure("2020", f'qualifier = "exact", value = 1, {told_so}{read}')
    city = '[regions.stad]\nlabel = { nl = "Stad", en = "City" }\n'
    [series, *_] = kic.compare(kic.load(write(city + indicator("a", figures))), "a").series
    found = [n.en for n in series.notes if "counted in" in n.en]
    whole = told and (told.replace(".", ", as kic reads it.") if inferred else told)
    assert found == ([whole] if whole else [])


def test_the_other_end_is_one_that_compares(dataset: kic.Dataset, write: Write) -> None:
    """From 2018 goes to 2020 in cases and not to a quarter in families; and never back."""
    [series] = kic.compare(dataset, indicators="helpdesk_dakloosheid", start="2018").series
    assert [r.period.text for r in series.points] == ["2018", "2020"]
    text = indicator("a", exact("2018", 1) + exact("2019", 2) + figure("2020", WITHOUT))
    loaded = kic.load(write(text))
    [series] = kic.compare(loaded, indicators="a", start="2020").series
    assert [r.period.text for r in series.points] == ["2020"]
    [series] = kic.compare(loaded, indicators="a", end="2018").series
    assert [r.period.text for r in series.points] == ["2018"]


WITHOUT = 'trend = "up"'


def test_the_last_known_change_orders(write: Write) -> None:
    """A rise of at least 500 comes before a rise of one, and a past one counts no more."""
    text = indicator("klein", exact("2019", 10) + exact("2020", 11))
    text += indicator("groot", exact("2019", 10) + figure("2020", AT_LEAST_510))
    text += indicator("oud", exact("2018", 10) + exact("2019", 400) + exact("2020", 50))
    answer = kic.compare(kic.load(write(text)), order="absolute")
    assert [s.indicator for s in answer.series] == ["groot", "klein", "oud"]


AT_LEAST_510 = 'qualifier = "at_least", value = 510'


def test_a_period_without_a_figure_is_told(dataset: kic.Dataset) -> None:
    """The indicator that was named stays, with what it lacks."""
    [series] = kic.compare(dataset, indicators="nareis", start="2018").series
    assert [n.en for n in series.notes] == ["There is no figure for 2018."]
    assert series.changes == ()


def test_two_unlike_periods_are_refused_in_the_answer(dataset: kic.Dataset) -> None:
    """A two-year total and a year stand side by side and say why they do not compare."""
    [series] = kic.compare(
        dataset, indicators="deskundigenrapport", start="2017/2018", end="2020"
    ).series
    [change] = series.changes
    assert not change.absolute.known
    assert change.direction is None


def test_series_come_in_the_order_asked_for(dataset: kic.Dataset) -> None:
    """By name, or by their last change with the largest rise first and none at the end."""

    def ids(order: str) -> list[str]:
        return [s.indicator for s in kic.compare(dataset, order=order).series]

    names = ids("name")
    assert names == sorted(names)
    assert ids("percent") == [
        "helpdesk_dakloosheid",
        "gezinshereniging_wachttijd",
        "veilig_thuis_adviezen",
        "minderjarigen_verhoord",
        "amv_vertrokken",
    ]
    assert ids("absolute")[0] == "veilig_thuis_adviezen"
    assert ids("absolute")[-1] == "minderjarigen_verhoord"


@pytest.mark.parametrize(
    ("figures", "direction"),
    [
        (figure("2019", 'qualifier = "less_than", below = 5') + exact("2020", 3), "unclear"),
        (figure("2019", 'qualifier = "less_than", below = 5') + exact("2020", 5), "up"),
        (figure("2019", 'qualifier = "estimate", value = 9') + exact("2020", 3), "unclear"),
        (figure("2019", 'qualifier = "at_least", value = 9') + exact("2020", 12), "unclear"),
        (exact("2019", 9) + exact("2020", 3), "down"),
        (exact("2019", 9) + exact("2020/2021", 3), None),
    ],
    ids=["below", "above", "estimate", "at least", "down", "unlike"],
)
def test_a_change_that_is_open_is_called_unclear(
    write: Write, figures: str, direction: str | None
) -> None:
    """Up or down only where the bounds leave no doubt; nothing where two do not compare."""
    [series] = kic.compare(kic.load(write(indicator("a", figures))), indicators="a").series
    assert [c.direction for c in series.changes] == [direction]


@pytest.mark.parametrize(
    ("base", "told"),
    [
        (exact("2019", 24), "(van 24)"),
        (exact("2019", 49), "(van 49)"),
        (exact("2019", 50), ""),
        (figure("2019", 'qualifier = "exact", value = 24, unit = "procent"'), ""),
        (figure("2019", 'qualifier = "at_least", value = 40'), "(van ruim 40)"),
        (figure("2019", 'qualifier = "rounded", value = 40, rounded_to = 20'), ""),
        (figure("2019", 'qualifier = "less_than", below = 5'), "(van < 5)"),
    ],
    ids=["small", "just small", "fifty", "share", "at least", "maybe fifty", "less than"],
)
def test_a_percentage_of_a_small_count_names_it(
    run: Run, write: Write, base: str, told: str
) -> None:
    """So that "+145,8 % (van 24)" is not taken for more than 35; none of a share or of zero."""
    unit = ', unit = "procent"' if "procent" in base else ""
    figures = base + figure("2020", f'qualifier = "exact", value = 90{unit}')
    path = write(indicator("a", figures))
    shown = run("compare", "a", "--data", path, "--format", "plain").stdout.replace("\u00a0", " ")
    [row] = [line for line in shown.splitlines() if "  2020  " in line]
    assert re.findall(r"% (\(van [^)]+\))", row) == ([told] if told else [])


# ----------------------------------------------------------------- what a dataset can say


def test_a_rounded_number_is_an_interval(write: Write) -> None:
    """3,3 million lies within half of a hundred thousand of what is printed."""
    path = write(
        indicator(
            "a", figure("2020", 'qualifier = "rounded", value = 3300000, rounded_to = 100000')
        )
    )
    [record] = kic.load(path).records
    assert record.interval == Interval(3300000, 3250000, 3350000)
    assert (record.status, record.qualifier) == ("A", "rounded")


def test_a_rounded_number_is_exact_about_its_bounds(write: Write) -> None:
    """1,1 to a tenth lies from 1,05 to 1,15, and a share of 100 % may be rounded."""
    tenth = 'qualifier = "rounded", value = 1.1, rounded_to = 0.1'
    whole = 'qualifier = "rounded", value = 100, rounded_to = 1, unit = "procent"'
    text = indicator("a", figure("2020", tenth) + figure("2021", whole))
    first, second = kic.load(write(text)).records
    assert (first.lower, first.upper) == (1.05, 1.15)
    assert (second.value, second.upper) == (100, 100)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            indicator("a", figure("2020", 'qualifier = "rounded", value = 5')),
            "qualifier 'rounded' needs 'rounded_to'",
        ),
        (
            indicator("a", figure("2020", 'qualifier = "exact", value = 5, rounded_to = 10')),
            "qualifier 'exact' takes no 'rounded_to'",
        ),
        (
            indicator("a", figure("2020", 'qualifier = "rounded", value = 5, rounded_to = 0')),
            "nothing is rounded to 0",
        ),
        (
            indicator("a", exact("2020", 5), 'ages = "18-12"'),
            "indicators.a.ages: the youngest of 'ages' comes first (found '18-12')",
        ),
        (
            indicator("a", figure("2020", 'qualifier = "rounded", value = 7, rounded_to = 5')),
            "7 is no multiple of 'rounded_to' 5",
        ),
        (
            indicator("a", figure("2020", 'qualifier = "rounded", value = 1, rounded_to = 3e-30')),
            "1 is no multiple of 'rounded_to' 3e-30",
        ),
        (indicator("a", exact("2020", 5), 'ages = "under 18"'), "as '0-17'"),
        (
            indicator("a", exact("2020", 5), 'denominator_for = ["mensen"]'),
            "unknown unit 'mensen'",
        ),
    ],
    ids=["step", "no step", "zero", "ages", "multiple", "tiny", "age text", "unit"],
)
def test_the_model_refuses_what_makes_no_sense(write: Write, text: str, told: str) -> None:
    """A rounded number has a step, ages have an order, and a population divides known units."""
    with pytest.raises(DatasetError) as refused:
        kic.load(write(text))
    assert told in str(refused.value)


# ------------------------------------------------------------------------- as people see it


def test_one_command_answers_whether_the_caribbean_is_worse_off(run: Run) -> None:
    """Both numbers, the rate there is with its bounds, and that nothing can be concluded."""
    done = run("compare", "ots", "--per", "1000", "--format", "plain")
    assert done.returncode == 0
    lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert any("48 kinderen n.v.t." in line for line in lines)
    assert any("afgerond 3.300.000 9,3 (9,2 tot 9,5)" in line for line in lines)
    start = "Kinderen die onder toezicht zijn gesteld, 2020: niet te zeggen in welke regio"
    assert len([line for line in lines if line.startswith(start)]) == 1
    assert any("Landelijke Jeugdmonitor 2021" in line for line in lines)


def test_the_population_is_no_figure_of_the_answer(run: Run) -> None:
    """What only divides is not listed, unless figures for comparison are asked for."""
    rows = run("compare", "--per", "1000", "--format", "csv", "--columns", "indicator").stdout
    assert "aantal_kinderen" not in rows
    with_context = run("compare", "verhoord", "--per", "10000", "--context", "--json")
    [series] = json.loads(with_context.stdout)["records"]
    assert [r["refusal"] for r in series["ratios"]] == [None, None]
    whole = series["ratios"][1]["whole"]
    assert (whole["indicator"], whole["lower"], whole["upper"]) == (
        "aantal_kinderen",
        3250000,
        3350000,
    )


def test_programs_get_rates_and_shares_in_columns(run: Run) -> None:
    """In CSV each figure has its ratio with bounds, of what, and the notes."""
    text = run("compare", "aangehouden_onder_12", "--share", "--format", "csv").stdout
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    assert round(float(row["ratio"]), 4) == 0.2645
    assert row["ratio"] == row["ratio_lower"] == row["ratio_upper"]
    assert (row["ratio_per"], row["ratio_of"], row["ratio_of_period"]) == (
        "100",
        "minderjarigen_aangehouden",
        "2020",
    )
    assert row["ratio_notes"].startswith("Deel van: Minderjarigen die door de politie")


def test_sorted_rows_keep_what_limits_them(run: Run, write: Write) -> None:
    """A change shown in a flat table has its bounds, its notes, and says unclear."""
    text = indicator("a", figure("2019", 'qualifier = "less_than", below = 5') + exact("2020", 3))
    done = run(
        *("compare", "a", "--data", write(text), "--sort", "-change_absolute"),
        *("--format", "plain", "--lang", "en"),
    )
    rows = [" ".join(line.split()) for line in done.stdout.splitlines()]
    told = "a nederland 2020 3 kinderen -2 to +3 (unclear) at least -40.0 % thema/cijfers/1 1"
    assert told in rows
    assert "1 The 2019 figure has an upper bound only." in rows


def test_rates_are_sorted_by_what_is_certain_of_them(run: Run, write: Write) -> None:
    """At least 100 comes before 9,0, and the table says per how many."""
    text = _population(exact("2020", 1000)) + _counted("a", exact("2020", 9))
    text += _counted("b", figure("2020", 'qualifier = "at_least", value = 100'))
    done = run(
        *("compare", "--per", "1000", "--data", write(text), "--sort", "-ratio"),
        *("--format", "plain"),
    )
    head, first, second = done.stdout.splitlines()[:3]
    assert {"Verhouding", "Per"} <= set(head.split())
    assert "minstens 100,0  1.000" in " ".join(first.split("\u00a0"))
    assert "9,0  1.000" in second


def test_points_stay_points_and_bounds_bounds(run: Run, write: Write) -> None:
    """A share changes in percentage points in a flat table too; its bounds are bounds."""
    share = figure("2019", 'qualifier = "exact", value = 10, unit = "procent"')
    share += figure("2020", 'qualifier = "at_least", value = 12, unit = "procent"')
    done = run(
        *("compare", "a", "--data", write(indicator("a", share)), "--sort", "period"),
        *("--columns", "change_absolute,change_absolute_lower,change_percentage_points"),
        *("--format", "plain", "--lang", "en"),
    )
    row = " ".join(done.stdout.splitlines()[2].split())
    assert row.startswith("at least +2 percentage points 2 yes")


def test_a_bound_that_is_asked_for_is_a_number(run: Run, write: Write) -> None:
    """Also where it is zero, which is as much known as any other."""
    text = _population(exact("2020", 1000)) + _counted("a", exact("2020", 0))
    done = run(
        *("compare", "a", "--per", "1000", "--data", write(text), "--format", "plain"),
        *("--columns", "ratio,ratio_lower,ratio_upper"),
    )
    assert done.stdout.splitlines()[1].split()[:3] == ["0,0", "0", "0"]


@pytest.mark.parametrize("format_", ["table", "plain", "markdown", "html"])
def test_a_truth_is_told_in_words(run: Run, format_: str) -> None:
    """A column of truths says yes or no."""
    asked = ("--columns", "indicator,change_percentage_points", "--limit", "3")
    done = run("compare", *asked, "--format", format_)
    assert (done.returncode, "nee" in done.stdout, "False" in done.stdout) == (0, True, False)


def test_numbers_of_any_size_are_written(run: Run, write: Write) -> None:
    """Neither the smallest whole nor the largest part is too much for a rate."""
    huge = 'qualifier = "rounded", value = 9007199254740990, rounded_to = 9007199254740990'
    text = _population(figure("2020", huge)) + _counted("a", figure("2020", huge))
    done = run("compare", "a", "--per", "100000", "--data", write(text))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("given", ["1000", "1.000", "1,000", "1 000"])
def test_thousands_are_written_in_any_way(run: Run, given: str) -> None:
    """A Dutch thousand has a point, and no other number is taken for one."""
    done = run("compare", "ots", "--per", given, "--json")
    assert json.loads(done.stdout)["query"]["per"] == 1000
    for other in ("1.5", "1000.00", "10.00", "10.0000"):
        wrong = run("compare", "ots", "--per", other)
        assert (wrong.returncode, wrong.stdout) == (2, "")
        assert wrong.stderr == f"kic: --per takes 1000, 10000, 100000 (found '{other}').\n"


def test_a_period_of_the_context_is_pointed_at(run: Run) -> None:
    """2017 is not in the source, and the error says where it is."""
    done = run("compare", "gesloten_jeugdzorg", "--from", "2017")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "kic: nothing in the source has the period '2017'; --context adds figures that do.\n"
    )
    assert "nothing has the period '1999'" in run("compare", "--from", "1999").stderr


def test_figures_of_several_sources_say_so(dataset: kic.Dataset) -> None:
    """Three publications may have counted in three ways."""
    with_context = kic.load([embedded(), context()])
    [series] = kic.compare(with_context, indicators="gesloten_jeugdzorg").series
    for change in series.changes:
        assert "From different publications" in " ".join(n.en for n in change.notes)


def test_missing_years_are_seen(run: Run, write: Write) -> None:
    """Years between two figures have a row that says so, and a gap in place of a bar."""
    text = indicator("a", exact("2010", 4) + exact("2012", 2) + exact("2020", 3))
    path = write(text)
    piped = run("compare", "a", "--data", path).stdout
    assert [" ".join(line.split()) for line in piped.splitlines() if "niet in" in line][:2] == [
        "2011 niet in deze dataset",
        "2013-2019 niet in deze dataset",
    ]
    shown, _ = on_screen("compare", "a", "--data", str(path), width=120)
    assert re.search(r"2013-2019  niet in deze dataset .*· · · ·", shown)
    document = json.loads(run("compare", "a", "--data", path, "--json").stdout)
    assert len(document["records"][0]["points"]) == 3


def test_an_edition_is_of_the_same_population(run: Run, tmp_path: Path) -> None:
    """What builds on the embedded dataset is divided by the population that comes with kic."""
    path = tmp_path / "2021.toml"
    path.write_text(
        '[dataset]\nid = "e"\nversion = "1.0.0"\nbuilds_on = "kinderrechten-in-cijfers-2020"\n'
        'source = "s"\nlicense = "CC-BY-4.0"\ntitle = { nl = "E", en = "E" }\n'
        '[sources.s]\npublisher = "x"\ntitle = "y"\n[indicators.minderjarigen_verhoord]\n'
        'figures = [{ period = "2021", qualifier = "exact", value = 13200, as_printed = "x", '
        'locator = "jeugdstrafrecht/cijfers/1" }]\n',
        "utf-8",
    )
    done = run(
        *("compare", "minderjarigen_verhoord", "--per", "1000", "--data", path),
        *("--period", "2021", "--format", "csv", "--columns", "ratio"),
    )
    assert (done.returncode, done.stdout) == (0, "ratio\n4.0\n")


def test_rows_of_rates_and_of_the_grid_are_plain(dataset: kic.Dataset) -> None:
    """Dictionaries with raw numbers, as pandas takes them."""
    rows = kic.records(
        kic.compare(dataset, indicators="ots", per=1000, populations=kic.populations(dataset)),
        "en",
    )
    assert [(r["ratio_of"], r["ratio_per"]) for r in rows] == [
        ("aantal_kinderen", 1000),
        (None, None),
    ]
    assert rows[1]["ratio_notes"] == [
        "Different year: of the population figures that kic has, "
        "the one nearest to 2020 is for 2018."
    ]
    grid = kic.records(kic.grid(dataset, region="rotterdam"), "en")
    assert [(r["label"], r["statements"], r["with_number"]) for r in grid[:2]] == [
        ("Youth care", 0, 0),
        ("Child abuse", 1, 0),
    ]


def test_another_dataset_has_populations_of_its_own(run: Run, write: Write) -> None:
    """The children of the Netherlands are not the population of any dataset."""
    alone = run("compare", "a", "--per", "1000", "--data", write(_counted("a", exact("2020", 1))))
    assert (alone.returncode, alone.stdout) == (2, "")
    assert "no indicator has a denominator_for" in alone.stderr
    own = write(_population(exact("2020", 100)) + _counted("a", exact("2020", 1)))
    done = run("compare", "a", "--per", "1000", "--data", own, "--format", "csv")
    assert ",10.0,10.0,10.0,1000,inwoners,2020," in done.stdout


def test_a_disputed_bar_is_explained(write: Write) -> None:
    """A number in doubt is exact all the same, and drawn and explained as what it is."""
    disputed = figure("2020", 'qualifier = "exact", value = 12, status = "V"')
    path = write(indicator("a", exact("2019", 10) + disputed))
    shown, _ = on_screen("compare", "a", "--data", str(path), "--color", "never", width=120)
    assert "▓▓▓" in shown
    assert "▓ niet bevestigd" in shown
    plain, _ = on_screen(
        "compare", "a", "--data", str(path), "--color", "never", width=120, TERM="dumb"
    )
    assert "% niet bevestigd" in plain
