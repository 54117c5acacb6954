"""Rates as tables and rows."""

import pytest

import kic
from kic.model.sentences import sentence
from kic.table import Table
from kic.table.compare import compare_table
from tests.conftest import Write, exact, figure, gaps, indicator
from tests.rates import FAMILIES, ISLAND_1000, PEOPLE, counted, on_island, population
from tests.table.conftest import Load
from tests.table.said import rows, said


def test_a_number_that_is_incomplete_is_told_with_its_gap(write: Write) -> None:
    """It is a gap with a number, and a change in it may come from that."""
    one = 'qualifier = "exact", registration = "incomplete"'
    figures = figure("2019", f"{one}, value = 50") + figure("2020", f"{one}, value = 90")
    dataset = kic.load(write(indicator("a", figures, gaps(""))))
    [series] = kic.compare(dataset, indicators="a").series
    assert [n.en for n in series.changes[0].notes] == [
        "Incomplete according to the source: that may explain the change."
    ]
    page = compare_table(dataset, kic.compare(dataset, indicators="a")).page
    assert [row for row in rows(page) if row[0] == "!"] == [
        '! Gap: something: "geen cijfers".',
        "! Incomplete according to the source: that may explain the change.",
    ]


@pytest.mark.parametrize("planned", ["part", "whole"])
def test_a_rate_of_a_plan_is_a_plan(write: Write, planned: str) -> None:
    """Whether it is what is counted that is aimed at, or what it is divided by."""
    number = 'qualifier = "exact", value = {}, measure = "target"'
    part = figure("2020", number.format(5)) if planned == "part" else exact("2020", 5)
    whole = figure("2020", number.format(1000)) if planned == "whole" else exact("2020", 1000)
    dataset = kic.load(write(population(whole) + counted("a", part)))
    line = said(compare_table(dataset, kic.compare(dataset, "a", per=1000)).line)
    assert line == "About a, Per 1,000: 5 in 2020 (a plan)"


def test_populations_of_several_units_share_an_answer(write: Write) -> None:
    """Children of every thousand children and families of every thousand families."""
    text = FAMILIES + population(exact("2020", 1000)) + counted("a", exact("2020", 5))
    text += counted("huishoudens", exact("2020", 400), 'denominator_for = ["gezinnen"]')
    text += counted("b", exact("2020", 2))
    for name in ("huishoudens", "b"):
        start = text.index(f"[indicators.{name}]")
        text = text[:start] + text[start:].replace('unit = "kinderen"', 'unit = "gezinnen"', 1)
    answer = kic.compare(kic.load(write(text)), indicators=["a", "b"], per=1000)
    assert [r.interval.value for r in answer.ratios.values()] == [5, 5]
    shown = compare_table(kic.load(write(text)), answer)
    assert "Per 1,000" in [c.title.en for c in shown.page.blocks[0].columns]


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
    assert rows[1]["ratio_notes"] == [sentence("other_year", nearest="2018", period="2020").en]
    grid = kic.records(kic.grid(dataset, region="rotterdam"), "en")
    assert [(r["label"], r["statements"], r["with_number"]) for r in grid[:2]] == [
        ("Youth care", 0, 0),
        ("Child abuse", 1, 0),
    ]


# ------------------------------------------------------------------------- laid out

BEWARE = 'caution = { nl = "Pas op.", en = "Beware." }'


def _rates(dataset: kic.Dataset, *names: str, start: str | None = None) -> Table:
    """The rates for every thousand of these indicators, as people see them."""
    return compare_table(dataset, kic.compare(dataset, *names, per=1000, start=start))


@pytest.mark.parametrize(
    ("there", "line"),
    [
        ('qualifier = "exact", value = 40', "proportionally highest in Netherlands"),
        ('qualifier = "exact", value = 60', "proportionally highest in Island"),
        ('qualifier = "exact", value = 50', "proportionally equal in all regions"),
        (
            'qualifier = "at_least", value = 40',
            f"no telling where it is proportionally higher; {sentence('bounds_overlap').en}",
        ),
        (
            'qualifier = "exact", value = 40, measure = "mean"',
            f"no telling where it is proportionally higher; {sentence('counted_unknown').en}",
        ),
    ],
)
def test_the_line_says_where_a_rate_is_higher(load: Load, there: str, line: str) -> None:
    """Or that nobody can tell, and why."""
    dataset = load(population(PEOPLE) + counted("a", exact("2020", 50) + on_island(there)))
    assert said(_rates(dataset, "a").line) == f"About a: {line}"


@pytest.mark.parametrize(
    ("here", "line"),
    [
        ('status = "P"', "some numbers are provisional"),
        (BEWARE, "the cautions are not the same everywhere"),
    ],
    ids=["provisional", "cautioned"],
)
def test_a_conclusion_tells_what_limits_it(load: Load, here: str, line: str) -> None:
    """In the line itself, and for programs; a caution that all numbers have is no difference."""
    there = on_island('qualifier = "exact", value = 40')
    number = figure("2020", f'qualifier = "exact", value = 50, {here}')
    dataset = load(population(PEOPLE) + counted("a", number + there))
    highest = "About a: proportionally highest in Netherlands"
    assert said(_rates(dataset, "a").line) == f"{highest} ({line})"
    [found] = kic.compare(dataset, "a", per=1000).conclusions
    assert (found.outcome, [limit.en for limit in found.limits]) == ("higher", [line])
    dataset = load(population(PEOPLE) + counted("a", exact("2020", 50) + there, BEWARE))
    assert said(_rates(dataset, "a").line) == highest


def test_a_rate_of_what_is_not_certain_says_so(load: Load) -> None:
    """Of the number and of what it is divided by, each once."""
    number = figure("2020", 'qualifier = "exact", value = 50, status = "V"')
    people = figure("2020", 'qualifier = "exact", value = 1000, status = "P"')
    dataset = load(population(people) + counted("a", number))
    doubts = "not confirmed, says the source; provisional"
    assert said(_rates(dataset, "a").line) == f"About a, Per 1,000: 50 in 2020 ({doubts})"


def test_a_region_without_a_rate_says_why_below_its_number(load: Load) -> None:
    """The line says that there is none; the reason stands where the rate would."""
    there = on_island('qualifier = "exact", value = 40')
    dataset = load(population(exact("2020", 1000)) + counted("a", exact("2020", 50) + there))
    assert rows(_rates(dataset, "a").page) == [
        "Netherlands | 2020 | 50 children | 50 per 1000",
        "Island | 2020 | 40 children | no rate",
        "! No population known: Island.",
    ]


def test_a_rate_over_time_is_told_by_year(load: Load) -> None:
    """Of one region there is nothing to set it beside but itself."""
    people = population(exact("2019", 1000) + exact("2020", 1000))
    dataset = load(people + counted("a", exact("2019", 50) + exact("2020", 60)))
    assert said(_rates(dataset, "a").line) == "About a, Per 1,000: 50 in 2019, 60 in 2020"


def test_rates_of_several_years_and_regions_say_which_is_which(load: Load) -> None:
    """No number stands without the region that it is about, and no conclusion without its year."""
    there = 'qualifier = "exact", region = "eiland", value = '
    people = exact("2019", 1000) + exact("2020", 1000)
    people += figure("2019", ISLAND_1000) + figure("2020", ISLAND_1000)
    children = exact("2019", 50) + exact("2020", 60)
    children += figure("2019", f"{there} 70") + figure("2020", f"{there} 80")
    table = _rates(load(population(people) + counted("a", children)), "a")
    assert "Island" in said(table.line)
    concluded = [
        said(remark) for remark in table.page.remarks if "highest in Island" in said(remark)
    ]
    assert len(concluded) == len(set(concluded))


def test_a_rate_names_what_it_is_divided_by_once(load: Load) -> None:
    """With the cautions of that, below all that is divided by it."""
    people = population(figure("2020", f'qualifier = "exact", value = 1000, {BEWARE}'))
    dataset = load(people + counted("a", exact("2020", 5)) + counted("b", exact("2020", 6)))
    assert [said(remark) for remark in _rates(dataset, "a", "b").page.remarks] == [
        "kic divided by: About inwoners, Netherlands, 2020: 1000 children. Beware."
    ]


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        (BEWARE, "Beware."),
        ('status = "V"', "ot confirmed"),
        ('inferred = ["period"]', "inferred by the compiler"),
    ],
    ids=["caution", "not confirmed", "period"],
)
@pytest.mark.parametrize("share", [False, True], ids=["rate", "share"])
def test_what_limits_a_whole_is_told(load: Load, rest: str, told: str, share: bool) -> None:
    """A rate or share is no surer than the number that it is divided by."""
    whole = population(figure("2020", f'qualifier = "exact", value = 1000, {rest}'))
    dataset = load(whole + counted("a", exact("2020", 50), 'subset_of = "inwoners"'))
    answer = kic.compare(dataset, "a", share=share, per=None if share else 1000)
    page = compare_table(dataset, answer).page
    assert told in " ".join([*rows(page), *map(said, page.remarks)])


def test_a_period_that_was_asked_for_and_is_not_there_is_told(load: Load) -> None:
    """Also where the rates of regions lead to a conclusion."""
    children = exact("2020", 50) + on_island('qualifier = "exact", value = 40')
    other = indicator("b", exact("2018", 1))
    dataset = load(population(PEOPLE) + counted("a", children) + other)
    remarks = _rates(dataset, "a", start="2018").page.remarks
    assert "There is no figure for 2018." in [said(remark) for remark in remarks]


def test_how_regions_count_waits_for_the_notes(load: Load) -> None:
    """That they count differently is in the line; how is told on request."""
    there = on_island('qualifier = "exact", value = 40, measure = "end_of_period"')
    children = counted("a", exact("2020", 50) + there, 'measure = "ever_in_period"')
    table = _rates(load(population(PEOPLE) + children), "a")
    assert said(table.line).endswith(sentence("counted_otherwise").en)
    assert [
        said(note) for block in table.page.blocks for line in block.lines for note in line.notes
    ] == [
        "How counted: everyone it applied to at some time in the period.",
        "How counted: number at the end of the period.",
    ]


OTHER = '[sources.bureau]\npublisher = "Bureau"\ntitle = "Bevolking"\n'


@pytest.mark.parametrize(
    ("whole", "row", "shown"),
    [
        ('status = "B"', "About inwoners: Break in the series.", "Break in the series."),
        (
            'status = "B", inferred = ["status"]',
            "About inwoners: Break in the series (inferred by the compiler).",
            "Break in the series (inferred by the compiler).",
        ),
        (
            'measure = "target"',
            "About inwoners: A plan, not an outcome.",
            "A plan, not an outcome.",
        ),
        (
            'status = "P"',
            "About inwoners: The 2020 figure is provisional.",
            "Provisional figure.",
        ),
        (
            'status = "V"',
            "About inwoners: The 2020 figure is not confirmed.",
            "Not confirmed, says the source itself.",
        ),
        (
            'source = "bureau"',
            "The population is from another publication (Bureau).",
            "kic divided by: ",
        ),
    ],
    ids=["break", "break inferred", "plan", "provisional", "unconfirmed", "elsewhere"],
)
def test_what_limits_a_population_limits_a_rate(
    write: Write, whole: str, row: str, shown: str
) -> None:
    """Rows for programs tell it with each rate, the page once."""
    people = figure("2020", f'qualifier = "exact", value = 1000, {whole}')
    text = OTHER + population(people) + counted("a", exact("2020", 5))
    dataset = kic.load(write(text + counted("b", exact("2020", 6))))
    answer = kic.compare(dataset, "a", "b", per=1000)
    assert [row in told["ratio_notes"] for told in kic.records(answer, "en")] == [True, True]
    page = compare_table(dataset, answer).page
    assert " ".join(map(said, page.remarks)).count(shown) == 1


def test_a_population_of_another_year_may_lie_over_a_break(write: Write) -> None:
    """The nearest year serves with a note; that the series broke between the two is another."""
    people = exact("2019", 1000) + figure("2020", 'reason = "not_stated", status = "B"')
    dataset = kic.load(write(population(people) + counted("a", exact("2020", 5))))
    answer = kic.compare(dataset, "a", per=1000)
    note = "About inwoners: Break in the series at 2020."
    [told] = kic.records(answer, "en")
    assert note in told["ratio_notes"]
    assert f"! {note}" in rows(compare_table(dataset, answer).page)


@pytest.mark.parametrize(
    ("whole", "row"),
    [
        ('status = "B"', "About b: Break in the series."),
        ('measure = "target"', "About b: A plan, not an outcome."),
    ],
)
def test_what_limits_a_whole_limits_a_share(write: Write, whole: str, row: str) -> None:
    """A part of what is planned, or of what is counted anew, is no more certain than that."""
    number = figure("2020", f'qualifier = "exact", value = 10, {whole}')
    text = indicator("a", exact("2020", 5), 'subset_of = "b"') + indicator("b", number)
    dataset = kic.load(write(text))
    answer = kic.compare(dataset, "a", share=True)
    assert row in kic.records(answer, "en")[0]["ratio_notes"]
    shown = f"! {row.removeprefix('About b: ')}"
    assert rows(compare_table(dataset, answer).page).count(shown) == 1


def test_populations_of_several_publications_are_told_apart(write: Write) -> None:
    """Each with its own; where all are of one the sources below tell which."""
    one, other = (
        f'qualifier = "exact", value = 1000, source = "{id_}"' for id_ in ("een", "twee")
    )
    sources = "".join(
        f'[sources.{id_}]\npublisher = "Bureau {id_}"\ntitle = "Bevolking"\n'
        for id_ in ("een", "twee")
    )
    figures = exact("2019", 5) + exact("2020", 6)
    for second, told in ((one, 0), (other, 2)):
        people = figure("2019", one) + figure("2020", second)
        dataset = kic.load(write(sources + population(people) + counted("a", figures)))
        page = compare_table(dataset, kic.compare(dataset, "a", per=1000)).page
        assert " ".join(map(said, page.remarks)).count("from another publication") == told


def test_rates_of_regions_in_other_years_stand_beside_each_other(load: Load) -> None:
    """Each with its region and year, and nothing is concluded from them."""
    people = exact("2019", 1000) + figure("2020", ISLAND_1000)
    there = on_island('qualifier = "exact", value = 40')
    dataset = load(population(people) + counted("a", exact("2019", 50) + there))
    line = "About a, Per 1,000: Netherlands: 50 in 2019; Island: 40 in 2020"
    assert said(_rates(dataset, "a").line) == line
