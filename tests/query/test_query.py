"""The four questions, asked of the real figures and of figures made to be awkward."""

from collections import Counter

import pytest

import kic
from kic.model import Period, Registration
from kic.model.errors import UsageError
from kic.model.interval import UNKNOWN, Interval
from kic.model.sentences import sentence
from kic.query.compare import Comparison
from kic.query.gaps import group_ids
from tests.cases import each
from tests.conftest import Write, exact, figure, gaps, indicator


def test_themes_count_what_there_is(dataset: kic.Dataset) -> None:
    """The counts over all themes are those of the records themselves."""
    answer = kic.themes(dataset)
    assert [t.theme for t in answer.themes] == [
        "jeugdhulp",
        "kindermishandeling",
        "jeugdstrafrecht",
        "migratie",
        "armoede",
        "uitbuiting",
        None,
    ]
    counted = ("indicators", "with_number", "in_words", "neither", "gaps")
    assert [sum(getattr(t, name) for t in answer.themes) for name in counted] == [
        *(len(dataset.indicators), 35, 9, 14),
        len(kic.gaps(dataset).gaps),
    ]
    migration = answer.themes[3]
    assert [getattr(migration, name) for name in counted] == [13, 6, 6, 1, 1]
    assert migration.regions == ("nederland", "caribisch")


@pytest.mark.parametrize(
    ("extra", "counted"), [("", (0, 1)), ('measure = "target"', (1, 0))], ids=["beside", "itself"]
)
def test_a_plan_is_no_number_of_what_came_of_it(
    write: Write, extra: str, counted: tuple[int, int]
) -> None:
    """Where an indicator counts outcomes a plan beside them is none; one of plans counts these."""
    plan = figure("2030", 'qualifier = "exact", value = 5, measure = "target"')
    [theme] = kic.themes(kic.load(write(indicator("a", plan, extra)))).themes
    assert (theme.with_number, theme.neither) == counted


def test_every_indicator_is_counted_once(write: Write) -> None:
    """By its number, else by a word or a direction, whatever else there is of it."""
    words = 'qualifier = "words", words = { nl = "veel", en = "many" }'
    path = write(
        indicator("a", exact("2019", 1) + figure("2020", words) + figure("2021", 'trend = "up"'))
        + indicator("b", figure("2019", 'trend = "up"') + figure("2020", 'reason = "not_stated"'))
        + indicator("c", figure("2020", 'reason = "not_stated"'))
        + indicator("d", figure("2020", 'registration = "unavailable", trend = "up"'), gaps(""))
        + indicator("e", exact("2020", 0), gaps('kind = "concluded"'))
    )
    [theme] = kic.themes(kic.load(path)).themes
    assert theme[2:8] == (5, 2, 2, 1, 2, 0)


def test_a_theme_shows_all_of_it_and_nothing_else(dataset: kic.Dataset) -> None:
    """Figures, gaps in their place and statements of one theme."""
    answer = kic.show(dataset, "migratie")
    assert answer.records == tuple(r for r in dataset.records if r.theme == "migratie")
    assert {s.theme for s in answer.statements} == {"migratie"}
    assert any(r.gap for r in answer.records)


def test_without_a_name_everything_is_shown(dataset: kic.Dataset) -> None:
    """Also what concerns no single theme."""
    answer = kic.show(dataset)
    assert answer.records == dataset.records
    assert answer.statements == dataset.statements


def test_names_add_up_and_filters_narrow(dataset: kic.Dataset) -> None:
    """A theme and an indicator give both; region and period take away."""
    answer = kic.show(dataset, "armoede", "nareis")
    assert {r.theme for r in answer.records} == {"armoede", "migratie"}
    assert {r.indicator for r in answer.records if r.theme == "migratie"} == {
        "gezinshereniging_wachttijd"
    }
    narrowed = kic.show(dataset, "armoede", "nareis", period="2018", region="nl")
    assert [(r.indicator, r.period.text) for r in narrowed.records] == [
        ("helpdesk_dakloosheid", "2018")
    ]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("NAREIS", {"gezinshereniging_wachttijd"}),
        ("Gezinshereniging-Wachttijd", {"gezinshereniging_wachttijd"}),
        (
            "veilig thuis",
            {
                "veilig_thuis_meldingen",
                "meldingen_professionals",
                "veilig_thuis_adviezen",
                "hulp_na_melding",
            },
        ),
        ("amv", {"amv_aantal", "amv_vertrokken"}),
    ],
)
def test_an_alias_means_all_that_bear_it(dataset: kic.Dataset, name: str, ids: set[str]) -> None:
    """Case, hyphens and underscores make no difference; a shared alias gives all."""
    assert {r.indicator for r in kic.show(dataset, name).records} == ids


@each(
    ("ask", "message"),
    [
        (
            lambda d: kic.show(d, "migrati"),
            "unknown theme or indicator 'migrati'; did you mean 'migratie'?",
        ),
        (lambda d: kic.show(d, "reunification"), "did you mean 'gezinshereniging_wachttijd'?"),
        (lambda d: kic.show(d, "kinderhandle"), "did you mean 'kinderhandel_slachtoffers'"),
        (lambda d: kic.show(d, "caribisch"), "'caribisch' is the name of a region."),
        (lambda d: kic.show(d, "bonare"), "'bonare' is nearly 'bonaire', the name of a region."),
        (lambda d: kic.show(d, "migrtie"), "indicator 'migrtie'; did you mean 'migratie'?"),
        (lambda d: kic.compare(d, indicators="migratie"), "'migratie' is the name of a theme."),
        (
            lambda d: kic.gaps(d, region="carib"),
            "unknown region 'carib'; did you mean 'caribisch'?",
        ),
        (
            lambda d: kic.gaps(d, region="xyz"),
            "unknown region 'xyz'. The regions are nederland, caribisch",
        ),
        (
            lambda d: kic.gaps(d, registration="nobody"),
            "it is one of national, not_national, incomplete, unavailable, unstated",
        ),
        (
            lambda d: kic.gaps(d, by="age"),
            "unknown grouping 'age'; it is one of theme, region, registration, kind, named.",
        ),
        (lambda d: kic.show(d, period="2031"), "nothing has the period '2031'"),
        (lambda d: kic.show(d, period="20-20"), "unknown period '20-20': a period is a year"),
        (lambda d: kic.show(d, ""), "unknown theme or indicator ''"),
    ],
)
def test_an_unknown_name_is_told_with_the_nearest(
    dataset: kic.Dataset, ask: object, message: str
) -> None:
    """One line: what is unknown, what was probably meant, where they are all listed."""
    assert callable(ask)
    with pytest.raises(UsageError) as refused:
        ask(dataset)
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_gaps_are_exact_on_region(dataset: kic.Dataset) -> None:
    """The four Caribbean gaps are Caribbean; no national gap is among them."""
    answer = kic.gaps(dataset, region="caribisch")
    assert [(g.theme, g.locator) for g in answer.gaps] == [
        ("kindermishandeling", "kindermishandeling/zorgen/3"),
        ("migratie", "migratie/cijfers/5"),
        ("uitbuiting", "uitbuiting/inleiding/2"),
        ("uitbuiting", "uitbuiting/cijfers/3"),
    ]
    assert {g.region for g in kic.gaps(dataset, region="nederland").gaps} == {"nederland"}


def test_a_gap_that_concerns_every_theme_has_none(dataset: kic.Dataset) -> None:
    """The impact of corona is listed, under no theme."""
    [corona] = [g for g in kic.gaps(dataset).gaps if g.theme is None]
    assert corona.indicator == "corona_gevolgen"
    assert corona.locator == "slot/1"


def test_all_adds_what_is_merely_not_stated(dataset: kic.Dataset) -> None:
    """The word "high" without a number is no gap, but is listed when asked for."""
    plain, all_ = kic.gaps(dataset), kic.gaps(dataset, all=True)
    added = [r for r in all_.records if r not in plain.records]
    assert {r.reason for r in added} == {"not_stated"}
    assert not any(r.gap for r in added)
    assert "sociaal_minimum_kinderen" in {r.indicator for r in added}
    assert all_.gaps == plain.gaps


def test_gaps_are_counted_by_whose_word_they_are(dataset: kic.Dataset) -> None:
    """Fourteen the page states, two it calls unclear, and one is concluded."""
    kinds = Counter(r.gap.kind.value for r in kic.gaps(dataset).gaps if r.gap)
    assert kinds == {"stated": 14, "unclear": 2, "concluded": 1}
    [concluded] = [r for r in kic.gaps(dataset).gaps if r.gap and r.gap.kind == "concluded"]
    assert concluded.indicator == "helpdesk_dakloosheid"


def test_gaps_filter_by_registration(dataset: kic.Dataset) -> None:
    """Each registration has its own gaps, together they are all, and none is national."""
    found = {
        registration: kic.gaps(dataset, registration=registration) for registration in Registration
    }
    for registration, answer in found.items():
        assert {r.registration for r in answer.records} <= {registration}
    assert {registration.value: len(answer.gaps) for registration, answer in found.items()} == {
        "national": 0,
        "not_national": 6,
        "incomplete": 4,
        "unavailable": 4,
        "unstated": 3,
    }


ONE = 'qualifier = "exact", value = 1'
WORDS = 'qualifier = "words", words = { nl = "veel", en = "many" }'
ROLE = 'role = { nl = "telt", en = "counts" }'


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("theme", {"thema": "abcd"}),
        ("region", {"nederland": "abd", "eiland": "c"}),
        ("registration", {"incomplete": "a", "unavailable": "c", "unstated": "bd"}),
        ("kind", {"stated": "ac", "unclear": "b", "concluded": "d"}),
        ("named", {"loket": "ab", "raad": "b", None: "cd"}),
    ],
)
def test_gaps_are_put_together_by_what_they_share(
    write: Write, by: str, groups: dict[str | None, str]
) -> None:
    """In the order of the dataset; what names two organisations is under each of them."""
    both = f'{{ organisation = "raad", {ROLE} }}, {{ organisation = "loket", {ROLE} }}'
    there = 'region = "eiland"'
    unclear, concluded = gaps('kind = "unclear"'), gaps('kind = "concluded"')
    path = write(
        '[organisations.raad]\nnl = "Raad"\n'
        + indicator(
            "a",
            figure("2020", 'registration = "incomplete"'),
            f'{gaps("")}\nregistered_by = "loket"',
        )
        + indicator("b", figure("2020", 'reason = "unclear"'), f"{unclear}\nnamed = [{both}]")
        + indicator("c", figure("2020", f'registration = "unavailable", {there}'), gaps(there))
        + indicator("d", exact("2020", 1), concluded)
    )
    found: dict[str | None, str] = {}
    for r in kic.gaps(kic.load(path), by=by).records:
        for group in sorted(group_ids(r, by), key=str):
            found[group] = found.get(group, "") + r.indicator
    assert list(found.items()) == list(groups.items())


def test_a_region_is_told_what_else_is_known_of_it(dataset: kic.Dataset, write: Write) -> None:
    """A word without a number and statements on data, and only where a region is asked for."""
    words = 'qualifier = "words", words = { nl = "veel", en = "many" }, region = "eiland"'
    about = """
[[statements]]
theme = "thema"
region = "eiland"
kind = "finding"
locator = "thema/zorgen/%s"
about_data = %s
summary = { nl = "x", en = "y" }
"""
    path = write(
        indicator("a", figure("2020", words) + exact("2020", 1))
        + about % (1, "true")
        + about % (2, "false")
    )
    answer = kic.gaps(kic.load(path), region="eiland")
    assert (answer.records, [r.region for r in answer.worded]) == ((), ["eiland"])
    assert [s.locator for s in answer.statements] == ["thema/zorgen/1"]
    everywhere, elsewhere = (kic.gaps(kic.load(path), region=r) for r in (None, "nederland"))
    for other in (everywhere, elsewhere):
        assert (other.worded, other.statements) == ((), ())
    assert (answer.numbers, elsewhere.numbers) == (0, 1)


def test_a_gap_of_several_figures_is_one(write: Write) -> None:
    """Its figures are told together; one that has a single figure is not among them."""
    lacking = [figure(period, 'registration = "unavailable"') for period in ("2019", "2020")]
    text = indicator("a", "".join(lacking), gaps("")) + indicator("b", lacking[0], gaps(""))
    answer = kic.gaps(kic.load(write(text)))
    assert [(r.indicator, r.period.text) for r in answer.gaps] == [("a", "2019"), ("b", "2019")]
    assert [(r.indicator, r.period.text) for r in answer.of_several] == [
        ("a", "2019"),
        ("a", "2020"),
    ]


def test_a_gap_may_carry_a_number(dataset: kic.Dataset) -> None:
    """A helpdesk's caseload is three figures and one gap."""
    answer = kic.gaps(dataset, indicators="helpdesk_dakloosheid")
    assert [r.value for r in answer.records] == [24, 59, 12]
    assert len(answer.gaps) == 1


# ----------------------------------------------------------------------------- compare


def _change(answer: Comparison) -> tuple[Interval, Interval, list[str]]:
    [series] = answer.series
    [change] = series.changes
    return change.absolute, change.percent, [n.en for n in change.notes]


def test_compare_the_waiting_time(dataset: kic.Dataset) -> None:
    """From 233 to 289 days: 56 more, or 24.0 per cent."""
    absolute, percent, notes = _change(
        kic.compare(dataset, indicators="gezinshereniging_wachttijd")
    )
    assert absolute == Interval.exact(56)
    assert percent.value == pytest.approx(24.03, abs=0.01)
    assert notes == []


def test_without_indicators_all_that_went_up_or_down(dataset: kic.Dataset) -> None:
    """Every series with two comparable points or a printed direction, and no other."""
    all_series = kic.compare(dataset).series
    assert {s.indicator for s in all_series if s.last_change} == {
        "veilig_thuis_adviezen",
        "minderjarigen_verhoord",
        "gezinshereniging_wachttijd",
        "helpdesk_dakloosheid",
        "amv_vertrokken",
    }
    directed = {(r.indicator, r.region) for r in dataset.records if r.trend}
    shown = {(s.indicator, s.region) for s in all_series}
    assert shown == directed | {(s.indicator, s.region) for s in all_series if s.last_change}


@pytest.mark.parametrize(
    ("figures", "kind"),
    [
        (exact("2020", 1), "one_period"),
        (exact("2020", 1) + exact("unknown", 2), "one_period"),
        (exact("2020", 1) + figure("2020", f'{ONE}, region = "eiland"'), "one_period"),
        (exact("unknown", 1), "no_period"),
        (exact("2019", 1) + exact("2020-Q1", 2), "incomparable"),
        (figure("2020", WORDS), "in_words"),
        (figure("2020", 'reason = "not_stated"'), "neither"),
    ],
    ids=str,
)
def test_what_is_not_compared_is_counted_by_what_there_is(
    write: Write, figures: str, kind: str
) -> None:
    """Each indicator once, so that with those that are shown they are all of them."""
    shown = indicator("a", exact("2019", 1) + exact("2020", 2))
    shown += indicator("b", figure("2020", 'trend = "up"'))
    answer = kic.compare(kic.load(write(shown + indicator("c", figures))))
    assert [s.indicator for s in answer.series] == ["a", "b"]
    assert answer.left_out == {kind: 1}


def test_what_is_compared_and_what_is_not_are_all_there_is(dataset: kic.Dataset) -> None:
    """Of everything, and of one theme."""
    for theme in (None, *dataset.themes):
        answer = kic.compare(dataset, theme=theme)
        shown = {s.indicator for s in answer.series}
        there = [i for i in dataset.indicators.values() if theme in (None, i.theme)]
        assert len(shown) + sum(answer.left_out.values()) == len(there)


def test_a_two_year_total_is_not_put_beside_one_year(dataset: kic.Dataset) -> None:
    """25 cases in two years and none in one: no change is computed."""
    absolute, percent, notes = _change(kic.compare(dataset, indicators="deskundigenrapport"))
    assert (absolute, percent) == (UNKNOWN, UNKNOWN)
    assert notes == ["Not comparable: cases and requests."]


def test_a_change_of_unit_is_no_change(dataset: kic.Dataset) -> None:
    """59 cases and 12 families do not compare; 24 and 59 cases do, without 2019."""
    [series] = kic.compare(dataset, indicators="helpdesk_dakloosheid").series
    assert [(str(c.start), str(c.end), c.absolute.value) for c in series.changes] == [
        ("2018", "2020", 35),
        ("2020", "2021-Q1", None),
    ]
    assert "2019: not in this dataset." in [n.en for n in series.changes[0].notes]
    assert series.unit is None


def test_regions_side_by_side_are_not_compared(dataset: kic.Dataset) -> None:
    """The Caribbean stands beside the Netherlands with a warning and without a change."""
    answer = kic.compare(dataset, indicators="ondertoezichtstelling")
    assert [(s.region, s.changes) for s in answer.series] == [("nederland", ()), ("caribisch", ())]
    ways = sentence("as_read", ways=sentence("counted_otherwise"), by="kic")
    for series in answer.series:
        assert series.notes == (sentence("regions_differ"), sentence("ways", ways=ways))


def test_shares_of_regions_are_levels_that_compare(write: Write) -> None:
    """A percentage does not grow with the region, so no warning says that it does."""
    path = write(
        indicator(
            "a",
            figure("2020", 'qualifier = "exact", value = 10, unit = "procent"')
            + figure(
                "2020", 'qualifier = "exact", value = 20, unit = "procent", region = "eiland"'
            ),
        )
    )
    assert [s.notes for s in kic.compare(kic.load(path), indicators="a").series] == [(), ()]


@each(
    ("figures", "absolute", "percent", "note"),
    [
        (
            figure("2019", 'qualifier = "less_than", below = 5') + exact("2020", 10),
            Interval(None, 5, 10),
            Interval(None, 100, None),
            "The 2019 figure has an upper bound only.",
        ),
        (
            figure("2019", 'qualifier = "at_least", value = 100') + exact("2020", 150),
            Interval(None, None, 50),
            Interval(None, None, 50),
            "The 2019 figure is a lower bound.",
        ),
        (
            figure("2019", 'qualifier = "estimate", value = 100') + exact("2020", 150),
            Interval(50, None, None),
            Interval(50, None, None),
            "The 2019 figure is an estimate.",
        ),
        (
            exact("2019", 0) + exact("2020", 7),
            Interval.exact(7),
            UNKNOWN,
            "No percentage from zero.",
        ),
        (
            exact("2019", 5) + figure("2020", 'qualifier = "exact", value = 7, status = "B"'),
            Interval.exact(2),
            Interval.exact(40),
            "Break in the series at 2020.",
        ),
        (
            exact("2019", 5)
            + figure("2020", 'qualifier = "exact", value = 7, inferred = ["period"]'),
            Interval.exact(2),
            Interval.exact(40),
            "The year 2020 is inferred by the compiler.",
        ),
        (
            exact("2019", 5)
            + figure(
                "2020",
                'qualifier = "exact", value = 7, '
                'correction = { source = "bron", reason = { nl = "x.", en = "y." } }',
            ),
            Interval.exact(2),
            Interval.exact(40),
            "The 2020 figure is corrected.",
        ),
        (
            exact("2017/2018 total", 5) + exact("2019/2020 total", 7),
            Interval.exact(2),
            Interval.exact(40),
            "Totals over several years.",
        ),
        (
            exact("2017/2018 total", 5) + exact("2020", 7),
            UNKNOWN,
            UNKNOWN,
            "Not comparable: 2017-2018 and 2020 are different kinds of period.",
        ),
        (
            exact("2019", 5) + figure("2020", 'trend = "down"'),
            UNKNOWN,
            UNKNOWN,
            "No number for 2020.",
        ),
    ],
)
def test_a_change_carries_what_limits_it(
    write: Write, figures: str, absolute: Interval, percent: Interval, note: str
) -> None:
    """Qualifier, correction, break, inferred year, totals: each is told with the change."""
    dataset = kic.load(write(indicator("a", figures)))
    found = _change(kic.compare(dataset, indicators="a"))
    assert found[:2] == (absolute, percent)
    assert note in found[2]


@pytest.mark.parametrize(
    ("periods", "told"),
    [
        ("2020", ["The year 2020 is inferred by the compiler."]),
        ("2020-Q2", ["The period second quarter of 2020 is inferred by the compiler."]),
        ("2019 2020", ["The years 2019 and 2020 are inferred by the compiler."]),
        (
            "2020-Q1 2020-Q2",
            [
                "The periods first quarter of 2020 and second quarter of 2020 are inferred by "
                "the compiler."
            ],
        ),
    ],
)
def test_periods_that_are_inferred_are_told_together(
    write: Write, periods: str, told: list[str]
) -> None:
    """One or both of a change, years called so."""
    inferred = periods.split()
    first = "2019" if "Q" not in periods else "2020-Q1"
    figures = exact(first, 5) if len(inferred) == 1 else ""
    figures += "".join(
        figure(p, f'qualifier = "exact", value = {n}, inferred = ["period"]')
        for n, p in enumerate(inferred, 1)
    )
    answer = kic.compare(kic.load(write(indicator("a", figures))), "a")
    assert _change(answer)[2] == told


def test_a_year_without_a_number_hides_no_change(write: Write) -> None:
    """5 in 2018 and 7 in 2020 compare over a 2019 that is not stated, and over a quarter."""
    figures = (
        exact("2018", 5) + figure("2019", 'trend = "up"') + exact("2020-Q1", 2) + exact("2020", 7)
    )
    [series] = kic.compare(kic.load(write(indicator("a", figures)))).series
    told = [(str(c.start), str(c.end), c.absolute.value) for c in series.changes]
    assert told == [("2018", "2019", None), ("2019", "2020-Q1", None), ("2018", "2020", 2)]


def test_a_year_that_is_told_of_is_in_the_dataset(write: Write) -> None:
    """A direction stands there in the place of its number; only a year without both is missing."""
    figures = exact("2017", 5) + figure("2018", 'trend = "up"') + exact("2020", 7)
    [series] = kic.compare(kic.load(write(indicator("a", figures)))).series
    assert [n.en for n in series.changes[-1].notes] == ["2019: not in this dataset."]


def test_a_filter_on_periods_hides_no_break(write: Write) -> None:
    """A break in a year that was left out is told, and that year is not called missing."""
    figures = (
        exact("2018", 5)
        + figure("2019", 'qualifier = "exact", value = 6, status = "B"')
        + exact("2020", 7)
    )
    dataset = kic.load(write(indicator("a", figures)))
    answer = kic.compare(dataset, "a", period=["2018", "2020"])
    assert _change(answer)[2] == ["Break in the series at 2019."]
    assert answer.series[0].changes[-1].doubt


@pytest.mark.parametrize("mark", ['qualifier = "exact", value = 6, status = "P"', 'status = "Q"'])
def test_a_break_beside_another_mark_is_a_break(write: Write, mark: str) -> None:
    """Nothing rose over a provisional or secret number that is counted anew."""
    broken = figure("2019", f"{mark}, breaks = true")
    text = indicator("a", exact("2018", 5) + broken + exact("2020", 9))
    [series] = kic.compare(kic.load(write(text)), start="2018", end="2020").series
    [change] = series.changes
    assert change.direction == "unclear"
    assert "Break in the series at 2019." in [c.en for c in change.cautions]


@pytest.mark.parametrize("mark", ['status = "B"', 'status = "P", breaks = true'])
def test_a_break_at_its_base_is_none_of_a_change(write: Write, mark: str) -> None:
    """From the first number of a new count to the next nothing is broken."""
    counted_anew = figure("2019", f'qualifier = "exact", value = 6, {mark}')
    text = indicator("a", exact("2018", 5) + counted_anew + exact("2020", 9))
    [series] = kic.compare(kic.load(write(text))).series
    broken, whole = ([n.en for n in change.notes if "Break" in n.en] for change in series.changes)
    assert broken
    assert not whole


@each(
    ("broken", "before", "now", "is_broken"),
    [
        ("2020", "2019-S2", "2020-S1", True),
        ("2020", "2020-S1", "2020-S2", False),
        ("2020", "2019-Q4", "2020-Q1", True),
        ("2020", "2020-Q3", "2020-Q4", False),
        ("2020", "2020-12-31", "2021-12-31", False),
        ("2020", "2019-12-31", "2020-01-31", True),
        ("2020-S2", "2019", "2020", True),
        ("2020-S2", "2020", "2021", True),
        ("2020-S2", "2021", "2022", False),
        ("2020", "2019/2020 school", "2020/2021 school", True),
        ("2020", "2018/2019 school", "2019/2020 school", True),
        ("2020", "2020/2021 school", "2021/2022 school", False),
        ("unknown", "2019", "2020", False),
    ],
)
def test_a_break_lies_where_its_period_begins(
    write: Write, broken: str, before: str, now: str, is_broken: bool
) -> None:
    """What begins after it is counted alike; what ends before it, or holds it, is not."""
    figures = figure(broken, 'qualifier = "exact", value = 6, status = "B"')
    dataset = kic.load(write(indicator("a", exact(before, 5) + figures + exact(now, 7))))
    [change] = [c for c in kic.compare(dataset, "a").series[0].changes if c.direction]
    assert (change.start, change.end) == (Period.parse(before), Period.parse(now))
    assert bool(change.doubt) == is_broken
    told = f"Break in the series at {broken}." in [c.en for c in change.cautions]
    assert told == (is_broken and "-" not in broken)


@pytest.mark.parametrize(
    ("first", "second", "note"),
    [
        ("2017/2018 total", "2018/2019 total", "The periods overlap."),
        ("2019-Q1", "2019-Q4", "The periods are not consecutive."),
        ("2019-Q1", "2019-Q2", None),
        ("2017", "2020", "2018, 2019: not in this dataset."),
    ],
)
def test_periods_that_do_not_follow_each_other_are_told(
    write: Write, first: str, second: str, note: str | None
) -> None:
    """Overlapping totals, quarters and years that are left out."""
    dataset = kic.load(write(indicator("a", exact(first, 5) + exact(second, 7))))
    told = [n for n in _change(kic.compare(dataset, "a"))[2] if n != "Totals over several years."]
    assert told == ([note] if note else [])


def test_an_open_bound_is_excluded(write: Write) -> None:
    """From "less than 5" to 5 is up, and the other way round down."""
    below, five = 'qualifier = "less_than", below = 5', 'qualifier = "exact", value = 5'
    for first, second, told in ((below, five, "up"), (five, below, "down")):
        text = indicator("a", figure("2019", first) + figure("2020", second))
        [series] = kic.compare(kic.load(write(text)), "a").series
        assert series.changes[0].direction == told


@pytest.mark.parametrize(
    ("extra", "note"),
    [
        ('status = "V"', "The 2020 figure is not confirmed."),
        ('status = "P"', "The 2020 figure is provisional."),
        ('caution = { nl = "Let wel.", en = "Mind this." }', "Mind this."),
        ('measure = "mean"', "2019 and 2020 are not counted in the same way."),
        (
            'registration = "incomplete"',
            "Incomplete according to the source: that may explain the change.",
        ),
    ],
)
def test_a_doubtful_neighbour_is_told(write: Write, extra: str, note: str) -> None:
    """An unconfirmed number, another way of counting, an incomplete registration, a caution."""
    figures = exact("2019", 5) + figure("2020", f'qualifier = "exact", value = 7, {extra}')
    gap = gaps("") if "incomplete" in extra else ""
    text = indicator("a", figures, f'measure = "in_period"\n{gap}')
    found = _change(kic.compare(kic.load(write(text)), indicators="a"))
    assert found[2] == [note]


def test_a_target_is_told(dataset: kic.Dataset) -> None:
    """What was planned is not put beside what came of it as if it were the same."""
    [planned] = kic.compare(dataset, indicators="servicecentrum_gepland").series
    assert [r.is_plan for r in planned.points] == [True]


@pytest.mark.parametrize(("start", "end"), [("2018", None), (None, "2020")], ids=["from", "to"])
def test_no_plan_is_taken_for_the_first_or_last_outcome(
    write: Write, start: str | None, end: str | None
) -> None:
    """A comparison whose other end is not given runs between outcomes."""
    first, last = (
        figure(year, 'qualifier = "exact", value = 9, measure = "target"')
        for year in ("2017", "2030")
    )
    text = indicator("a", first + exact("2018", 5) + exact("2020", 7) + last)
    [series] = kic.compare(kic.load(write(text)), "a", start=start, end=end).series
    assert [r.period.text for r in series.points] == ["2018", "2020"]


def test_a_year_without_a_figure_of_its_own_may_have_one_of_a_part(write: Write) -> None:
    """Nobody is told that there is nothing where there is a day or a half of that year."""
    text = indicator("a", exact("2018", 1) + exact("2020-12-31", 5) + exact("2024-12-31", 7))
    [series] = kic.compare(kic.load(write(text)), "a", start="2018", end="2024-12-31").series
    assert [n.en for n in series.notes] == [
        "Netherlands: Also known, not shown here: 31 December 2020."
    ]
    text = indicator("b", exact("2020", 1)) + indicator(
        "a", exact("2020-S1", 5) + exact("2021", 6)
    )
    [series] = kic.compare(kic.load(write(text)), "a", start="2020", end="2021").series
    assert [n.en for n in series.notes] == [
        "Netherlands: There is no figure for all of 2020, only for a part or a day of it.",
        "Netherlands: Also known, not shown here: first half of 2020.",
    ]


@pytest.mark.parametrize(
    ("start", "end", "taken"),
    [
        ("2020", "2024", ["2020-12-31", "2024-12-31"]),
        ("2020", None, ["2020-12-31", "2024-12-31"]),
        ("2018", "2024", ["2018", "2024-12-31"]),
        ("2022", "2024-07-01", ["2024-07-01"]),
    ],
)
def test_what_counts_on_days_is_compared_by_year(
    write: Write, start: str, end: str | None, taken: list[str]
) -> None:
    """The last day in a year is its figure, where the year has none of its own."""
    days = ("2018", "2020-07-01", "2020-12-31", "2024-07-01", "2024-12-31")
    text = indicator("a", "".join(exact(day, n) for n, day in enumerate(days, 1)))
    text += indicator("b", exact("2020", 1) + exact("2022", 2) + exact("2024", 3))
    [series] = kic.compare(kic.load(write(text)), "a", start=start, end=end).series
    assert [r.period.text for r in series.points] == taken


def test_a_year_of_days_is_a_year_also_where_nothing_has_it(write: Write) -> None:
    """What is counted on 1 October only is compared by year as it is beside what has the year."""
    days = exact("2019-10-01", 1) + exact("2021-10-01", 2) + exact("2022-Q1", 3)
    dataset = kic.load(write(indicator("a", days)))
    [series] = kic.compare(dataset, "a", start="2019", end="2021").series
    assert [r.period.text for r in series.points] == ["2019-10-01", "2021-10-01"]
    for year in ("2020", "2022"):
        with pytest.raises(UsageError, match=f"nothing has the period '{year}'"):
            kic.compare(dataset, "a", start=year)


@pytest.mark.parametrize("end", [None, "2020-12-31"])
def test_a_figure_is_compared_with_no_other_name_of_itself(write: Write, end: str | None) -> None:
    """The last day of 2020 is what there is of that year, and none after it."""
    days = exact("2020-07-01", 80) + exact("2020-12-31", 90)
    text = indicator("a", days) + indicator("b", exact("2020", 1))
    [series] = kic.compare(kic.load(write(text)), "a", start="2020", end=end).series
    assert [r.period.text for r in series.points if r.interval.known] == ["2020-12-31"]
    assert not series.last_change
    assert [n.en for n in series.notes] == [
        "Netherlands: Also known, not shown here: 1 July 2020."
    ]


@pytest.mark.parametrize(
    ("later", "shown"),
    [
        (figure("2022", 'status = "Q"'), ["2022"]),
        (figure("2022", 'trend = "down"'), ["2022"]),
        (figure("2022", 'qualifier = "words", words = { nl = "veel", en = "many" }'), ["2022"]),
        (exact("2022-Q1", 1) + exact("2022-Q2", 2), ["2022-Q2"]),
        (exact("2022-Q2", 2) + figure("2023", 'status = "Q"'), ["2022-Q2", "2023"]),
        (figure("2022", 'trend = "down", measure = "target"'), []),
    ],
)
def test_what_comes_after_the_last_year_goes_with_it(
    write: Write, later: str, shown: list[str]
) -> None:
    """Since 2020, with 2022 suppressed or a direction: the series does not end in 2021."""
    dataset = kic.load(write(indicator("a", exact("2020", 5) + exact("2021", 6) + later)))
    [series] = kic.compare(dataset, "a", start="2020").series
    assert [r.period.text for r in series.points] == ["2020", "2021", *shown]
    assert series.last_change
    assert series.last_change.end.text == "2021"
    [whole] = kic.compare(dataset, "a").series
    assert (series.later, series.later_trend) == (whole.later, whole.later_trend)
    [to] = kic.compare(dataset, "a", start="2020", end="2021").series
    assert [r.period.text for r in to.points] == ["2020", "2021"]


def test_what_has_other_periods_only_is_counted(write: Write) -> None:
    """An indicator without a figure of the periods asked for is not left out in silence."""
    text = indicator("a", exact("2018", 1)) + indicator("b", exact("2020", 1) + exact("2021", 2))
    loaded = kic.load(write(text))
    assert kic.compare(loaded, "a", start="2020", end="2021").left_out == {"other_periods": 1}
    assert kic.compare(loaded, start="2020", end="2021").left_out == {"other_periods": 1}


@pytest.mark.parametrize(
    ("start", "end", "moved"),
    [
        ("2019", "2020", ["a", "b"]),  # the period before, and the one that tells
        ("2019", None, ["a", "b"]),  # c fell since its number of 2016, for all that is known
        (None, "2020", ["a", "b"]),
        ("2020", "2021", []),
        ("2020", None, []),
        ("2018", "2020", []),
        ("2018", "2021", []),
    ],
)
def test_a_printed_direction_is_of_the_period_before(
    write: Write, start: str | None, end: str | None, moved: list[str]
) -> None:
    """What fell up to 2020 is no fall since 2020, nor one since 2018."""
    down = 'trend = "down"'
    text = indicator("a", figure("2020", down))
    text += indicator("b", figure("2020", f'qualifier = "exact", value = 5, {down}'))
    text += indicator("c", figure("2020-12-31", down) + exact("2016-12-31", 3))
    text += indicator("d", exact("2018", 1) + exact("2021-12-31", 1))
    text += indicator("e", exact("2019", 1)) + indicator("f", exact("2021", 1))
    answer = kic.compare(kic.load(write(text)), start=start, end=end)
    assert [s.indicator for s in answer.series if s.trend] == moved
    assert [s.indicator for s in answer.series] == moved


def test_a_change_without_an_amount_is_no_printed_direction_of_longer(write: Write) -> None:
    """From about 5 in 2018 to about 7 in 2020, and down since 2019: unclear from 2018."""
    about = 'qualifier = "about", value = 5'
    figures = figure("2018", about) + figure("2020", f'{about}, trend = "down"')
    [series] = kic.compare(kic.load(write(indicator("a", figures))), start="2018").series
    assert series.last_change
    assert series.last_change.direction == "unclear"


@each(
    ("figures", "start", "end", "why"),
    [
        (exact("2019", 1) + exact("2022", 2), "2019", "2023", "within"),
        (exact("2020", 1) + exact("2022", 2), "2019", None, "within"),
        (exact("2020", 1) + exact("2022", 2), None, "2023", "within"),
        (figure("2020", 'trend = "down"'), "2019", "2023", "within"),
        (figure("2020", 'trend = "down"'), "2020", "2023", "in_words"),
        (exact("2018", 1) + exact("2022", 2), "2019", "2023", "other_periods"),
        (exact("2020", 1) + exact("2022", 1), "2019", "2023", "other_periods"),
        (exact("2019", 1), "2019", "2023", "one_period"),
    ],
)
def test_what_moved_within_the_time_asked_for_is_counted(
    write: Write, figures: str, start: str | None, end: str | None, why: str
) -> None:
    """Though not from its start to its end, of which one has no figure."""
    others = "".join(exact(year, 1) for year in ("2019", "2020", "2023"))
    text = indicator("a", figures) + indicator("b", others)
    assert kic.compare(kic.load(write(text)), start=start, end=end).left_out == {why: 1}


def test_no_outcome_is_counted_from_a_plan(write: Write) -> None:
    """A later number is compared with the one that came before it, not with what was aimed at."""
    plan = figure("2019", 'qualifier = "exact", value = 9, measure = "target"')
    dataset = kic.load(write(indicator("a", exact("2018", 5) + plan + exact("2020", 7))))
    [series] = kic.compare(dataset, "a").series
    changes = [(str(c.start), c.absolute.value) for c in series.changes]
    assert changes == [("2018", None), ("2018", 2)]


def test_filters_narrow_what_subjects_add_up(dataset: kic.Dataset) -> None:
    """--theme and --indicator together are less and not more."""
    assert kic.compare(dataset, theme="migratie", indicators="veilig_thuis_adviezen").series == ()
    shown = kic.show(dataset, "migratie", indicators="nareis")
    assert {r.indicator for r in shown.records} == {"gezinshereniging_wachttijd"}
    assert shown.statements == ()


def test_statements_follow_region_and_period(dataset: kic.Dataset) -> None:
    """An event is found by its date, a concern by its region."""
    dated = kic.show(dataset, period="2020-08-01")
    assert [s.locator for s in dated.statements] == ["jeugdstrafrecht/cijfers/7"]
    assert dated.records == ()
    rotterdam = kic.show(dataset, region="rotterdam")
    assert [s.region for s in rotterdam.statements] == ["rotterdam"]
    themes = {t.theme: t.regions for t in kic.themes(dataset).themes}
    assert "rotterdam" in themes["kindermishandeling"]


def test_a_share_changes_in_percentage_points(write: Write) -> None:
    """From 60 to 64 per cent is 4 points and no percentage."""
    text = indicator("a", exact("2019", 60) + exact("2020", 64)).replace("kinderen", "procent")
    [series] = kic.compare(kic.load(write(text))).series
    [change] = series.changes
    assert (change.points, change.absolute, change.percent) == (True, Interval.exact(4), UNKNOWN)


def test_a_number_without_period_is_beside_the_series(write: Write) -> None:
    """It is shown, takes part in no change, and a note says so."""
    dataset = kic.load(write(indicator("a", exact("unknown", 3) + exact("2020", 7))))
    [series] = kic.compare(dataset, indicators="a").series
    assert [p.period.text for p in series.points] == ["2020", "unknown"]
    assert series.changes == ()
    assert "is not part of the series." in series.notes[0].en


def test_an_id_can_be_guessed(dataset: kic.Dataset) -> None:
    """The words people use lead to an indicator or a theme."""
    for word in ("nareis", "ots", "amv", "jeugd-ggz", "veilig thuis", "dakloos", "Asiel"):
        answer = kic.show(dataset, word)
        assert answer.records, word
