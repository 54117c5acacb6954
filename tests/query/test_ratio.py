"""Rates and shares: what divides what, what is refused, and how regions then compare."""

from pathlib import Path
from typing import Any

import pytest

import kic
from kic.dataset import context, embedded, populations
from kic.model.errors import UsageError
from kic.model.interval import UNKNOWN, Interval, ratio
from kic.model.sentences import sentence
from kic.query.compare import Comparison
from kic.query.ratio import rates
from tests.cases import each
from tests.conftest import MINIMAL, Write, exact, figure, gaps, indicator, saved, sequel
from tests.rates import FAMILIES, PEOPLE, counted, on_island, population


def _rate(answer: Comparison, region: str = "nederland", period: str = "2020") -> Interval:
    [found] = [r for (_, a, p), r in answer.ratios.items() if (a, p.text) == (region, period)]
    return found.interval


def _said(key: str, **blanks: str) -> str:
    """A sentence of the catalogue in English."""
    return sentence(key, **blanks).en


def _notes(answer: Comparison, region: str = "nederland") -> list[str]:
    [found] = [r for (_, a, _), r in answer.ratios.items() if a == region]
    return [note.en for note in found.notes]


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
        _said("no_rate_of", region="Caribbean Netherlands"),
        _said("as_read", ways=_said("counted_otherwise"), by="kic"),
    ]
    [refusal] = [r.refusal.en for r in answer.ratios.values() if r.refusal]
    assert refusal == _said("other_year", nearest="2018", period="2020")


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


@each(
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
    text = population(exact("2020", 1000)) + counted(
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
    assert found["2018"].refusal.en == _said("other_year", nearest="2020", period="2018")


def test_a_total_over_two_years_has_no_rate(write: Write) -> None:
    """It is never divided by the population of one of them."""
    text = population(exact("2020", 1000)) + counted("a", exact("2019/2020 total", 10))
    with pytest.raises(UsageError, match="2019-2020 is not a single year"):
        kic.compare(kic.load(write(text)), indicators="a", per=1000)


def test_a_region_without_a_population_has_no_rate(write: Write) -> None:
    """The island is not divided by the number of children of the country."""
    there = figure("2020", 'qualifier = "exact", value = 5, region = "eiland"')
    text = population(exact("2020", 1000)) + counted("a", exact("2020", 10) + there)
    answer = kic.compare(kic.load(write(text)), indicators="a", per=1000)
    refused = [r.refusal.en for r in answer.ratios.values() if r.refusal]
    assert refused == ["No population known: Island."]
    [conclusion] = answer.conclusions
    assert (conclusion.outcome, conclusion.region) == ("unclear", None)
    assert [r.en for r in conclusion.reasons] == [_said("no_rate_of", region="Island")]


@each(
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
    text = population(exact("2020", 1000)) + indicator(
        "ouder", exact("2020", 200), 'denominator_for = ["kinderen"]\nages = "12-17"'
    )
    text += indicator("a", exact("2020", 10), 'ages = "12-13"')
    answer = kic.compare(kic.load(write(text)), indicators="a", per=1000)
    assert _rate(answer) == Interval.exact(50.0)
    assert "Aged 12-13, divided by everybody aged 12-17." in _notes(answer)


def test_what_is_no_part_of_a_population_has_no_rate(write: Write) -> None:
    """Whatever the unit and the ages are: no_rate says why, and refuses."""
    no_rate = 'no_rate = { nl = "Een andere groep.", en = "Another group." }'
    text = population(exact("2020", 1000)) + counted("a", exact("2020", 10), no_rate)
    with pytest.raises(UsageError, match="no rate per 1000 for a: another group"):
        kic.compare(kic.load(write(text)), indicators="a", per=1000)


@each(
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
    text = population(people) + counted("a", first + there)
    [found] = kic.compare(kic.load(write(text)), indicators="a", per=1000).conclusions
    assert (found.outcome, found.region, str(found.period)) == (outcome, region, "2020")
    reason = _said("bounds_overlap")
    assert [r.en for r in found.reasons] == [reason] * (outcome == "unclear")


def test_regions_that_differ_by_less_than_a_float_shows_are_not_equal(write: Write) -> None:
    """A third of an island is more than 333.3333333333333 of a thousand, and nothing else."""
    there = 'qualifier = "exact", value = {}, region = "eiland"'
    people = exact("2020", 1000) + figure("2020", there.format(3))
    children = exact("2020", 333.3333333333333) + figure("2020", there.format(1))
    text = population(people) + counted("a", children)
    [found] = kic.compare(kic.load(write(text)), indicators="a", per=1000).conclusions
    assert (found.outcome, found.region, found.reasons) == ("higher", "eiland", ())


def test_a_population_of_another_year_decides_nothing(write: Write) -> None:
    """It is near enough for a rate, and not for saying where that is higher."""
    there = 'qualifier = "exact", value = {}, region = "eiland"'
    text = population(exact("2020", 1000) + figure("2019", there.format(1000)))
    text += counted("a", exact("2020", 10) + figure("2020", there.format(900)))
    answer = kic.compare(kic.load(write(text)), indicators="a", per=1000)
    assert _rate(answer, "eiland") == Interval(900, None, None)  # its bounds are not known
    [found] = answer.conclusions
    assert (found.outcome, found.region) == ("unclear", None)
    assert [r.en for r in found.reasons] == [_said("other_year_of_whole", period="2020")]


def test_the_highest_may_be_in_two_regions(write: Write) -> None:
    """Exact numbers that are alike leave nothing open: it is as high in both."""
    regions = '[regions.zuid]\nlabel = { nl = "Zuid", en = "South" }\n'
    there = 'qualifier = "exact", value = {}, region = "{}"'
    elsewhere = [("eiland", 10), ("zuid", 5)]
    people = [figure("2020", there.format(1000, region)) for region, _ in elsewhere]
    counts = [figure("2020", there.format(n, region)) for region, n in elsewhere]
    text = regions + population(exact("2020", 1000) + "".join(people))
    text += counted("a", exact("2020", 10) + "".join(counts))
    [found] = kic.compare(kic.load(write(text)), indicators="a", per=1000).conclusions
    assert (found.outcome, [r.en for r in found.reasons]) == ("unclear", [_said("as_high")])


OTHER = '[sources.ander]\npublisher = "Ander"\ntitle = "Anders"\n'


@pytest.mark.parametrize(
    ("of_population", "of_part", "reason"),
    [
        ("", 'source = "ander"', "of_publications"),
        ('source = "ander"', "", "of_publications"),
        ("", 'status = "V"', "unconfirmed"),
        ('status = "V"', "", "unconfirmed"),
        ('measure = "target"', "", "of_plans"),
        ("", 'measure = "target"', "of_plans"),
    ],
)
def test_no_region_is_higher_by_numbers_that_may_be_no_outcome(
    write: Write, of_population: str, of_part: str, reason: str
) -> None:
    """Nor by those of two publications: the way of counting may be all the difference."""
    there = 'qualifier = "exact", value = {}, region = "eiland", {}'
    people = exact("2020", 1000) + figure("2020", there.format(1000, of_population))
    text = OTHER + population(people)
    text += counted("a", exact("2020", 10) + figure("2020", there.format(900, of_part)))
    [found] = kic.compare(kic.load(write(text)), indicators="a", per=1000).conclusions
    assert (found.outcome, found.region) == ("unclear", None)
    assert _said(reason) in [r.en for r in found.reasons]


def test_a_share_of_another_publication_says_so(write: Write) -> None:
    """The part and the whole may not have been counted alike."""
    whole = figure("2020", 'qualifier = "exact", value = 10, source = "ander"')
    text = OTHER + indicator("geheel", whole)
    text += indicator("deel", exact("2020", 5), 'subset_of = "geheel"')
    answer = kic.compare(kic.load(write(text)), indicators="deel", share=True)
    assert _said("whole_elsewhere", publication="Ander") in _notes(answer)


def test_a_share_of_a_revised_whole_decides_nothing(tmp_path: Path) -> None:
    """The part is of one edition, the whole of the next, which may count fewer."""
    there = figure("2020", 'qualifier = "exact", value = {}, region = "eiland"')
    text = indicator("geheel", exact("2020", 100) + there.replace("{}", "100"))
    part = exact("2020", 30) + there.replace("{}", "20")
    text += indicator("deel", part, 'subset_of = "geheel"')
    first = saved(tmp_path / "1.toml", MINIMAL + text)
    revised = sequel(there.replace("{}", "25")).replace("indicators.a", "indicators.geheel")
    dataset = kic.load([first, saved(tmp_path / "2.toml", revised)])
    answer = kic.compare(dataset, indicators="deel", share=True)
    assert _rate(answer, "eiland") == Interval(80, 80, 80)
    assert _said("whole_elsewhere", publication='"Een jaar later"') in _notes(answer, "eiland")
    [found] = answer.conclusions
    assert (found.outcome, found.region) == ("unclear", None)
    assert [r.en for r in found.reasons] == [_said("of_publications")]


def test_a_share_is_never_more_than_the_whole(write: Write) -> None:
    """A part of "at least 5" of 10 is between 50 and 100 per cent."""
    text = indicator("geheel", exact("2020", 10)) + indicator(
        "deel", figure("2020", 'qualifier = "at_least", value = 5'), 'subset_of = "geheel"'
    )
    answer = kic.compare(kic.load(write(text)), indicators="deel", share=True)
    assert _rate(answer) == Interval(None, 50.0, 100)


NO_PART = "it is not part of another indicator."


@each(
    ("asked", "told"),
    [
        ({"per": 10}, "a rate is per 1000, 10000, 100000"),
        ({"per": 1000, "share": True}, "two questions"),
        ({"start": "2020", "end": "2019"}, "2020 does not come before 2019"),
        ({"start": "2020", "end": "2020"}, "2020 does not come before 2020"),
        ({"start": "2019", "period": "2020"}, "ask for one"),
        ({"end": "unknown"}, "no start and no end"),
        ({"start": "1999"}, "nothing has the period '1999'"),
        ({"order": "size"}, "it is one of absolute, -absolute, percent, -percent"),
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


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            {"theme": "migratie", "indicators": "veilig_thuis_adviezen", "per": 1000},
            "no rate per 1000: nothing matches all of these filters.",
        ),
        ({"theme": "migratie", "share": True}, "no share: none of these figures has one."),
        (
            {"indicators": ["amv", "nareis"], "share": True},
            f"no share for amv_aantal: {NO_PART} gezinshereniging_wachttijd: {NO_PART} "
            f"amv_vertrokken: {NO_PART} Parts of a whole are aangehouden_onder_12, "
            "inverzekering_onder_12.",
        ),
        (
            {"indicators": ["amv_aantal", "nareis", "deskundigenrapport"], "per": 1000},
            "no rate per 1000 for amv_aantal: there is no number. gezinshereniging_wachttijd: "
            "the figure is in days, which is not a count. deskundigenrapport: 2017-2018 is not "
            "a single year; a population figure is for one year. And 1 more.",
        ),
    ],
    ids=["nothing", "none", "three reasons", "four reasons"],
)
def test_where_nothing_has_a_rate_or_share_the_reasons_are_told(
    dataset: kic.Dataset, asked: dict[str, object], told: str
) -> None:
    """Of what is named, three of them in full; of a share also what would have one."""
    with pytest.raises(UsageError) as refused:
        kic.compare(dataset, **asked)  # type: ignore[arg-type]
    assert str(refused.value) == told


# ------------------------------------------------------------- where certainty would be false


def _part(name: str, figures: str, extra: str = "") -> str:
    return indicator(name, figures, f'subset_of = "geheel"\n{extra}')


@pytest.mark.parametrize(
    ("whole", "part", "why"),
    [
        (
            'qualifier = "at_least", value = 100',
            'qualifier = "at_least", value = 5',
            "no bound follows",
        ),
        ('qualifier = "exact", value = 0', 'qualifier = "exact", value = 0', "the whole is zero"),
        (
            'qualifier = "exact", value = 100',
            'qualifier = "estimate", value = 120',
            "the estimate is larger than the whole",
        ),
        (
            'qualifier = "at_least", value = 80',
            'qualifier = "exact", value = 90',
            "no bound follows",
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


@pytest.mark.parametrize(
    ("whole", "part", "share"),
    [
        (80, 'qualifier = "rounded", value = 100, rounded_to = 50', Interval(None, 93.75, 100)),
        (100, 'qualifier = "rounded", value = 100, rounded_to = 10', Interval(100, 95, 100)),
        (100, 'qualifier = "estimate", value = 100', Interval(100)),
        (100, 'qualifier = "less_than", below = 5', Interval(None, 0, 5)),
        (100, 'qualifier = "at_least", value = 5', Interval(None, 5, 100)),
    ],
)
def test_a_share_loses_what_lies_above_its_whole(
    write: Write, whole: int, part: str, share: Interval
) -> None:
    """75 to 125, told as 100, of 80 is between 93.75 and 100 per cent, and not 125."""
    text = indicator("geheel", exact("2020", whole)) + _part("deel", figure("2020", part))
    assert _rate(kic.compare(kic.load(write(text)), indicators="deel", share=True)) == share


def test_a_part_that_may_be_the_whole_is_no_share(write: Write) -> None:
    """Fewer than 20 of 10 is anything from none to all, so it is not told and not compared."""
    ten = 'qualifier = "exact", value = 10'
    text = indicator("geheel", exact("2020", 10) + on_island(ten)) + _part(
        "deel", figure("2020", 'qualifier = "less_than", below = 20') + on_island(ten)
    )
    answer = kic.compare(kic.load(write(text)), indicators="deel", share=True)
    assert [r.refusal.en for r in answer.ratios.values() if r.refusal] == [
        "No number and no bound follows from the part and the whole."
    ]
    [conclusion] = answer.conclusions
    assert conclusion.outcome == "unclear"
    assert [reason.en for reason in conclusion.reasons] == ["no share for Netherlands"]


def test_equal_shares_are_equal(write: Write) -> None:
    """3 of 7 and 6 of 14 are the same, whatever a computer makes of a seventh."""
    text = indicator(
        "geheel", exact("2020", 7) + on_island('qualifier = "exact", value = 14')
    ) + _part("deel", exact("2020", 3) + on_island('qualifier = "exact", value = 6'))
    [found] = kic.compare(kic.load(write(text)), indicators="deel", share=True).conclusions
    assert (found.outcome, found.region, found.reasons) == ("equal", None, ())
    assert ratio(Interval.exact(1.1), Interval.exact(10), 100) == ratio(
        Interval.exact(3.3), Interval.exact(30), 100
    )


@each(
    ("text", "reason"),
    [
        (
            population(exact("2020", 1000))
            + indicator(
                "anderen",
                on_island('qualifier = "exact", value = 100'),
                "ages = '0-17'\ndenominator_for = ['kinderen']",
            )
            + counted("a", exact("2020", 50) + on_island('qualifier = "exact", value = 40')),
            _said("different_populations"),
        ),
        (
            population(PEOPLE)
            + counted(
                "a",
                exact("2020", 50)
                + on_island('qualifier = "exact", value = 40, registration = "incomplete"'),
                gaps('region = "eiland"'),
            ),
            _said("not_complete"),
        ),
        (
            population(PEOPLE)
            + counted(
                "a",
                exact("2020", 50)
                + on_island('qualifier = "exact", value = 40, measure = "end_of_period"'),
            ),
            _said("counted_unknown"),
        ),
        (
            population(PEOPLE)
            + counted(
                "a",
                exact("2020", 50)
                + on_island('qualifier = "exact", value = 40, measure = "end_of_period"'),
                'measure = "ever_in_period"',
            ),
            _said("counted_otherwise"),
        ),
        (
            population(
                exact("2020", 1000)
                + on_island('qualifier = "exact", value = 1000, registration = "incomplete"'),
                gaps('region = "eiland"'),
            )
            + counted("a", exact("2020", 50) + on_island('qualifier = "exact", value = 40')),
            _said("not_complete"),
        ),
        (
            population(
                exact("2020", 1000)
                + on_island('qualifier = "exact", value = 1000, measure = "end_of_period"'),
                'measure = "in_period"',
            )
            + counted("a", exact("2020", 50) + on_island('qualifier = "exact", value = 40')),
            _said("wholes_otherwise", ways=_said("counted_otherwise")),
        ),
        (
            FAMILIES
            + population(PEOPLE).replace('["kinderen"]', '["kinderen", "gezinnen"]')
            + counted(
                "a",
                exact("2020", 50)
                + on_island('qualifier = "exact", value = 40, unit = "gezinnen"'),
            ),
            _said("regions_count_otherwise"),
        ),
        (
            population(PEOPLE)
            + counted(
                "a",
                exact("2020", 50) + on_island('qualifier = "exact", value = 4, unit = "procent"'),
            ),
            _said("no_rate_of", region="Island"),
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
    text = '[regions.stad]\nlabel = { nl = "Stad", en = "City" }\n' + population(PEOPLE + there)
    text += counted(
        "a",
        exact("2020", 50)
        + on_island('qualifier = "exact", value = 40')
        + figure("2020", f'{third}, region = "stad"'),
    )
    [found] = kic.compare(kic.load(write(text)), indicators="a", per=1000).conclusions
    assert found.regions == ("nederland", "eiland", "stad")
    assert (found.outcome, found.region) == (outcome, region)


@each(
    ("third", "reasons"),
    [
        (figure("2020", 'status = "Q", region = "stad"'), ["no number for City"]),
        (figure("2020", 'registration = "unavailable", region = "stad"'), ["no number for City"]),
        (
            figure(
                "2020",
                'qualifier = "words", words = { nl = "enige", en = "some" }, region = "stad"',
            ),
            ["no number for City"],
        ),
        (figure("unknown", 'status = "Q", region = "stad"'), ["no number for City"]),
        (figure("2019", 'status = "Q", region = "stad"'), []),
        ("", []),
    ],
    ids=["suppressed", "gap", "words", "without period", "other period", "none"],
)
@each("ratio", [{"per": 1000}, {"share": True}], ids=["rate", "share"])
def test_a_region_without_its_number_leaves_the_highest_open(
    write: Write, third: str, reasons: list[str], ratio: dict[str, Any]
) -> None:
    """It may be the highest; a region without any figure of the period is not asked about."""
    there = figure("2020", 'qualifier = "exact", value = 1000, region = "stad"')
    text = '[regions.stad]\nlabel = { nl = "Stad", en = "City" }\n' + population(PEOPLE + there)
    extra = 'subset_of = "inwoners"\n'
    if "registration" in third:
        extra += gaps('region = "stad"')
    figures = exact("2020", 50) + on_island('qualifier = "exact", value = 40') + third
    dataset = kic.load(write(text + counted("a", figures, extra)))
    [found] = kic.compare(dataset, indicators="a", **ratio).conclusions
    assert [r.en for r in found.reasons] == reasons
    assert found.regions == ("nederland", "eiland")
    told = ("unclear", None) if reasons else ("higher", "nederland")
    assert (found.outcome, found.region) == told


@each(
    ("people", "figures", "why"),
    [
        (population(exact("2020", 0)), exact("2020", 5), "the whole is zero"),
        (
            population(figure("2020", 'qualifier = "at_least", value = 1000')),
            figure("2020", 'qualifier = "at_least", value = 5'),
            "no bound follows",
        ),
        (
            population(figure("2020", 'qualifier = "estimate", value = 1000')),
            figure("2020", 'qualifier = "at_least", value = 5'),
            "no bound follows",
        ),
        (
            population(exact("2019", 1000)),
            figure("2020", 'qualifier = "at_least", value = 5'),
            "no bound follows",
        ),
        (
            indicator("inwoners", exact("2020", 9), 'denominator_for = ["kinderen"]'),
            exact("2020", 5),
            "the ages of the population are not stated",
        ),
        (
            population(exact("2020", 1000))
            + indicator(
                "anderen", exact("2020", 100), 'denominator_for = ["kinderen"]\nages = "0-17"'
            ),
            exact("2020", 5),
            "several populations fit",
        ),
        (indicator("inwoners", exact("2020", 9)), exact("2020", 5), "no indicator has a deno"),
        (
            population(exact("2019/2020 total", 1000)),
            exact("2020", 5),
            "the population is not for a single year",
        ),
        (
            population(exact("2019/2020 total", 1000))
            + indicator("anderen", exact("2020", 10), 'denominator_for = ["kinderen"]'),
            exact("2020", 5),
            "the population is not for a single year",
        ),
        (
            population(exact("2020", 1000))
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
        "open of another year",
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
    assert any(f"{_said('counted_otherwise')[1:]}. About deel: number" in n for n in told)
    assert "Mind this." in told
    assert [n for n in told if n[0].islower()] == []


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
    [("2019-Q1", "2019: not in this dataset."), ("2018/2019 total", "2019: not in this dataset.")],
)
def test_a_part_or_a_total_is_no_year(write: Write, between: str, told: str) -> None:
    """A quarter, or a total over years, does not fill the place of a year."""
    text = indicator("a", exact("2018", 10) + exact(between, 3) + exact("2020", 20))
    [series] = kic.compare(kic.load(write(text)), indicators="a").series
    assert told in [n.en for n in series.changes[-1].notes]


@pytest.mark.parametrize(
    ("measures", "told"),
    [
        (("in_period", "end_of_period", "unspecified"), "counted_otherwise"),
        (("in_period", "in_period", "unspecified"), "counted_unknown"),
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
    found = [n.en for n in series.notes if n != sentence("regions_differ")]
    ways = told and _said(told)
    if ways and inferred:
        ways = _said("as_read", ways=ways, by="the compiler")
    assert found == ([_said("ways", ways=ways)] if ways else [])


def test_the_other_end_is_one_that_compares(dataset: kic.Dataset, write: Write) -> None:
    """From 2018 goes to 2020 in cases; a quarter in families stands after it; and never back.

    Where there is no later number it goes to what the source says in words.
    """
    [series] = kic.compare(dataset, indicators="helpdesk_dakloosheid", start="2018").series
    assert [r.period.text for r in series.points] == ["2018", "2020", "2021-Q1"]
    assert series.last_change
    assert series.last_change.end.text == "2020"
    text = indicator("a", exact("2018", 1) + exact("2019", 2) + figure("2020", WITHOUT))
    loaded = kic.load(write(text))
    for only, taken in (
        ({"end": "2018"}, ["2018"]),
        ({"start": "2019"}, ["2019", "2020"]),
        ({"start": "2020"}, ["2020"]),
    ):
        [series] = kic.compare(loaded, "a", **only).series  # type: ignore[arg-type]
        assert [r.period.text for r in series.points] == taken


WITHOUT = 'trend = "up"'


def test_the_last_known_change_orders(write: Write) -> None:
    """A rise of at least 500 comes before a rise of one, and a past one counts no more."""
    text = indicator("stil", exact("2019", 10) + exact("2020", 10))
    text += indicator("klein", exact("2019", 10) + exact("2020", 11))
    text += indicator("groot", exact("2019", 10) + figure("2020", AT_LEAST_510))
    text += indicator("oud", exact("2018", 10) + exact("2019", 400) + exact("2020", 50))
    text += indicator("woord", figure("2020", 'trend = "up"'))
    dataset = kic.load(write(text))
    rising = ["groot", "klein", "stil", "oud"]
    for order, ids in {"absolute": rising, "-absolute": rising[::-1]}.items():
        answer = kic.compare(dataset, order=order)
        assert [s.indicator for s in answer.series] == [*ids, "woord"]


def test_a_change_is_ordered_by_what_is_certain_of_it(write: Write) -> None:
    """A fall of 1 to 901 comes after one of 800, and what may be a rise or a fall at the end."""
    wide = figure("2019", 'qualifier = "range", lower = 100, upper = 1000')
    text = indicator("open", wide + exact("2020", 500))
    text += indicator("wijd", wide + exact("2020", 99))
    text += indicator("zeker", exact("2019", 1000) + exact("2020", 200))
    dataset = kic.load(write(text))
    for order in ("-absolute", "-percent"):
        listed = [s.indicator for s in kic.compare(dataset, order=order).series]
        assert listed == ["zeker", "wijd", "open"]


def test_an_earlier_percentage_does_not_stand_for_the_last_change(write: Write) -> None:
    """From nothing to five is no fall of 100 per cent, though it fell to nothing before."""
    text = indicator("nul", exact("2018", 200) + exact("2019", 0) + exact("2020", 5))
    text += indicator("min", exact("2019", 10) + exact("2020", 9))
    text += indicator("plus", exact("2019", 10) + exact("2020", 11))
    dataset = kic.load(write(text))
    for order, ids in {"percent": ["plus", "min"], "-percent": ["min", "plus"]}.items():
        assert [s.indicator for s in kic.compare(dataset, order=order).series] == [*ids, "nul"]


AT_LEAST_510 = 'qualifier = "at_least", value = 510'


def test_a_period_without_a_figure_is_told(dataset: kic.Dataset) -> None:
    """The indicator that was named stays, with what it lacks."""
    [series] = kic.compare(dataset, indicators="nareis", start="2018").series
    assert [n.en for n in series.notes] == [
        "There is no figure for 2018.",
        "Also known, not shown here: 2019.",
    ]
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
    """By their last change: the largest rise first, directions in words at the end."""

    def ids(order: str) -> list[str]:
        return [s.indicator for s in kic.compare(dataset, order=order).series]

    changed = [
        "helpdesk_dakloosheid",
        "gezinshereniging_wachttijd",
        "veilig_thuis_adviezen",
        "minderjarigen_verhoord",
        "amv_vertrokken",
    ]
    in_words = [s.indicator for s in kic.compare(dataset).series if not s.last_change]
    assert ids("percent") == [*changed, *in_words]
    assert ids("absolute")[0] == "veilig_thuis_adviezen"
    assert ids("absolute")[len(changed) - 1] == "minderjarigen_verhoord"


@pytest.mark.parametrize(
    ("figures", "direction"),
    [
        (figure("2019", 'qualifier = "less_than", below = 5') + exact("2020", 3), "unclear"),
        (figure("2019", 'qualifier = "less_than", below = 5') + exact("2020", 5), "up"),
        (figure("2019", 'qualifier = "less_than", below = 5') + exact("2020", 6), "up"),
        (figure("2019", 'qualifier = "estimate", value = 9') + exact("2020", 3), "unclear"),
        (figure("2019", 'qualifier = "at_least", value = 9') + exact("2020", 12), "unclear"),
        (exact("2019", 9) + exact("2020", 3), "down"),
        (exact("2019", 9) + exact("2020/2021 total", 3), None),
    ],
    ids=["below", "at", "above", "estimate", "at least", "down", "unlike"],
)
def test_a_change_that_is_open_is_called_unclear(
    write: Write, figures: str, direction: str | None
) -> None:
    """Up or down only where the bounds leave no doubt; nothing where two do not compare."""
    [series] = kic.compare(kic.load(write(indicator("a", figures))), indicators="a").series
    assert [c.direction for c in series.changes] == [direction]


def test_what_rose_and_fell_is_an_overview(dataset: kic.Dataset) -> None:
    """Not what is named, nor rates and shares."""
    assert kic.compare(dataset).is_overview
    assert kic.compare(dataset, "migratie").is_overview
    assert not kic.compare(dataset, "nareis").is_overview
    assert not kic.compare(dataset, share=True).is_overview


def test_two_publications_of_others_are_no_editions(write: Write) -> None:
    """They may have counted differently, also where one publisher made both."""
    sources = "".join(
        f'[sources.{name}]\npublisher = "Bureau"\ntitle = "Deel {name}"\n'
        for name in ("een", "twee")
    )
    figures = "".join(
        figure(period, f'qualifier = "exact", value = 5, source = "{source}"')
        for period, source in (("2019", "een"), ("2020", "twee"))
    )
    [series] = kic.compare(kic.load(write(sources + indicator("a", figures))), "a").series
    assert [note.en for note in series.changes[0].notes] == [
        'From different publications (2019: "Deel een"; 2020: "Deel twee"); '
        "they may have been counted differently."
    ]


def test_figures_of_several_sources_say_so(dataset: kic.Dataset) -> None:
    """Three publications may have counted in three ways."""
    with_context = kic.load([embedded(), context()])
    [series] = kic.compare(with_context, indicators="gesloten_jeugdzorg").series
    for change in series.changes:
        assert "From different publications" in " ".join(n.en for n in change.notes)


def test_a_region_that_is_shown_of_another_year_counts_where_it_has_this_one(write: Write) -> None:
    """North is highest in 2020, though from 2019 on it is shown with its last year, 2021."""
    first = "".join(
        figure(year, f'qualifier = "exact", value = {value}, region = "{region}"')
        for region, values in (("nederland", (2, 3)), ("eiland", (5, 6, 7)))
        for year, value in zip(("2019", "2020", "2021"), values, strict=False)
    )
    whole = "".join(
        figure(year, f'qualifier = "exact", value = 10, region = "{region}"')
        for region in ("nederland", "eiland")
        for year in ("2019", "2020", "2021")
    )
    part = indicator("a", first, 'subset_of = "b"')
    dataset = kic.load(write(part + indicator("b", whole)))
    for start in (None, "2019"):
        told = kic.compare(dataset, "a", share=True, start=start).conclusions
        assert {(c.period.text, c.region) for c in told} == {
            ("2019", "eiland"),
            ("2020", "eiland"),
        }


def test_what_regions_come_to_is_told_of_the_periods_that_are_shown(write: Write) -> None:
    """Between two periods lies another one, in which the island was higher: it was not asked."""
    years = ("2019", "2020", "2021")
    island = 'qualifier = "exact", value = {}, region = "eiland"'
    people = "".join(exact(y, 1000) + figure(y, island.format(1000)) for y in years)
    there = zip(years, (40, 60, 30), strict=True)
    figures = "".join(exact(y, 50) + figure(y, island.format(n)) for y, n in there)
    dataset = kic.load(write(population(people) + counted("a", figures)))
    found = kic.compare(dataset, "a", per=1000, start="2019", end="2021").conclusions
    told = [(c.period.text, c.region) for c in found]
    assert told == [("2019", "nederland"), ("2021", "nederland")]
