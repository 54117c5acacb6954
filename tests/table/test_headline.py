"""The line that answers: one sentence, as sure as its numbers are."""

import pytest

import kic
from kic.table.compare import compare_table
from kic.table.show import show_table
from tests.cases import each
from tests.conftest import exact, figure, gaps, indicator
from tests.table.conftest import Load
from tests.table.said import rows, said

BELOW_5 = 'qualifier = "less_than", below = 5'
AT_LEAST_100 = 'qualifier = "at_least", value = 100'
ROUNDED = 'qualifier = "rounded", rounded_to = 100, value = '
ESTIMATE = 'qualifier = "estimate", value = 5'
MANY = 'qualifier = "words", words = { nl = "veel", en = "many" }'
INFERRED = 'inferred = ["period"]'
LACKING = 'registration = "unavailable"'
SEVEN = 'qualifier = "exact", value = 7'


_ALONE = "; no comparison: a number for one period"  # what only compare has to say


def answers(dataset: kic.Dataset) -> list[str]:
    """How ``show`` and ``compare`` answer for the indicator ``a``."""
    tables = (
        show_table(dataset, kic.show(dataset, "a")),
        compare_table(dataset, kic.compare(dataset, "a")),
    )
    return [said(table.line).removesuffix(_ALONE) for table in tables]


@each(
    ("figures", "line"),
    [
        (exact("2020", 7), "7 children in 2020"),
        (exact("2019", 5) + exact("2020", 7), "7 children in 2020, 2 more than in 2019 (+40%)"),
        (exact("2019", 5) + exact("2020", 3), "3 children in 2020, 2 fewer than in 2019 (-40%)"),
        (exact("2019", 5) + exact("2020", 5), "5 children in 2020, as in 2019"),
        (exact("2019", 0) + exact("2020", 7), "7 children in 2020, 7 more than in 2019"),
        (
            exact("2018", 9) + exact("2019", 5) + exact("2020", 7),
            "7 children in 2020, 2 more than in 2019 (+40%); 2 fewer than in 2018 (-22.2%)",
        ),
        (
            figure("2019", BELOW_5) + exact("2020", 10),
            "10 children in 2020, 5..10 more than in 2019 (100..%)",
        ),
        (
            exact("2019", 10) + figure("2020", BELOW_5),
            "0..5 children in 2020, 5..10 fewer than in 2019 (-100..-50%)",
        ),
        (
            figure("2019", AT_LEAST_100) + exact("2020", 50),
            "50 children in 2020, 50.. fewer than in 2019 (50..%)",
        ),
        (
            figure("2019", f"{ROUNDED} 1000") + figure("2020", f"{ROUNDED} 2000"),
            "2000 (1950..2050) children in 2020, 900..1100 more than in 2019 (+85.7..+115.8%)",
        ),
    ],
)
def test_a_number_is_told_with_how_much_it_changed(load: Load, figures: str, line: str) -> None:
    """More, less or as much, no surer than the two numbers are, from the year before it."""
    assert answers(load(indicator("a", figures))) == [f"About a: {line}"] * 2


def test_a_share_changes_in_points(load: Load) -> None:
    """And not in per cent of a percentage."""
    text = indicator("a", exact("2019", 64) + exact("2020", 60)).replace("kinderen", "procent")
    line = "60 per cent in 2020, 4 points less than in 2019"
    assert answers(load(text)) == [f"About a: {line}"] * 2


@pytest.mark.parametrize(
    "first", [BELOW_5, ESTIMATE, 'qualifier = "at_least", value = 2'], ids=str
)
def test_what_may_be_more_or_less_is_neither(load: Load, first: str) -> None:
    """Where the bounds leave the direction open, the line has the number alone."""
    text = indicator("a", figure("2019", first) + exact("2020", 3))
    assert answers(load(text)) == ["About a: 3 children in 2020"] * 2


@each(
    ("figures", "line"),
    [
        (exact("2021-Q1", 7), "7 children, first quarter of 2021"),
        (exact("2017/2018 total", 7), "7 children, 2017-2018"),
        (exact("2017/2018 school", 7), "7 children, school year 2017-2018"),
        (
            exact("2020-12-31", 7) + exact("2021-12-31", 9),
            "9 children, 31 December 2021, 2 more than on 31 December 2020 (+28.6%)",
        ),
        (exact("unknown", 7), "7 children, no year given"),
        (exact("unknown", 7) + exact("2019", 5), "5 children in 2019"),
        (
            figure("2020", f"{SEVEN}, {INFERRED}"),
            "7 children in 2020 (inferred by the compiler: year)",
        ),
        (
            figure("2021-Q1", f"{SEVEN}, {INFERRED}"),
            "7 children, first quarter of 2021 (inferred by the compiler: period)",
        ),
        (
            exact("2019", 7) + figure("2020", f"{SEVEN}, {INFERRED}"),
            "7 children in 2020 (inferred by the compiler: year), as in 2019",
        ),
        (
            exact("2019", 7) + figure("2020", f'{SEVEN}, status = "V"'),
            "7 children in 2020 (not confirmed, says the source), as in 2019",
        ),
        (
            figure("2020", f'{SEVEN}, status = "V", inferred = ["period", "status"]'),
            "7 children in 2020 (inferred by the compiler: year; "
            "not confirmed, as the compiler reads the source)",
        ),
        (
            figure("2019", f'{SEVEN}, status = "V"') + figure("2020", f'{SEVEN}, status = "P"'),
            "7 children in 2020 (provisional), as in 2019; 2019: not confirmed, says the source",
        ),
        (
            figure("2019", f'{SEVEN}, status = "P"') + figure("2020", f'{SEVEN}, status = "P"'),
            "7 children in 2020 (provisional), as in 2019; 2019: provisional",
        ),
    ],
)
def test_a_number_has_its_period(load: Load, figures: str, line: str) -> None:
    """With what is read into the source, and what is not certain, of the number before it too."""
    assert answers(load(indicator("a", figures))) == [f"About a: {line}"] * 2


@pytest.mark.parametrize(
    ("later", "line"),
    [
        (exact("2021-Q1", 2), "2 children, first quarter of 2021"),
        (figure("2021", 'qualifier = "exact", value = 2, unit = "procent"'), "2 per cent in 2021"),
    ],
    ids=["period", "unit"],
)
def test_a_later_number_that_does_not_compare_is_told_too(
    load: Load, later: str, line: str
) -> None:
    """The last change that is known, and then the latest number by itself."""
    text = indicator("a", exact("2019", 5) + exact("2020", 7) + later)
    told = f"7 children in 2020, 2 more than in 2019 (+40%); then {line}"
    assert answers(load(text)) == [f"About a: {told}"] * 2


@pytest.mark.parametrize(
    ("other", "line"),
    [
        (exact("2020-12", 2), "2 children, December 2020"),
        (exact("2020/2021 school", 2), "2 children, school year 2020-2021"),
    ],
    ids=["within", "overlapping"],
)
def test_what_does_not_come_after_is_not_told_as_later(load: Load, other: str, line: str) -> None:
    """December is within its year, and a school year begins before the year is over."""
    text = indicator("a", exact("2019", 5) + exact("2020", 7) + other)
    told = f"7 children in 2020, 2 more than in 2019 (+40%); {line}"
    assert answers(load(text)) == [f"About a: {told}"] * 2


@pytest.mark.parametrize("other", ["2020-03", "2020-07-01", "2019/2020 school", "2020-Q3"])
def test_what_ends_before_its_year_is_no_later_number(load: Load, other: str) -> None:
    """A year ends after its months, its days and the school year that ends in it."""
    text = indicator("a", exact("2019", 5) + exact("2020", 7) + exact(other, 2))
    line = "7 children in 2020, 2 more than in 2019 (+40%)"
    assert answers(load(text)) == [f"About a: {line}"] * 2


def test_a_change_between_two_publications_says_so(load: Load) -> None:
    """They may have been counted in two ways, and then nothing rose."""
    other = '[sources.ander]\npublisher = "Ander"\ntitle = "Anders"\n'
    text = indicator("a", exact("2019", 5) + figure("2020", f'{SEVEN}, source = "ander"'))
    line = "7 children in 2020, 2 more than in 2019 (+40%); "
    line += "from different publications, which may count differently"
    assert answers(load(other + text)) == [f"About a: {line}"] * 2


PLAN = 'measure = "target", qualifier = "exact", value = '
BREAK = 'status = "B"'


@pytest.mark.parametrize(
    ("later", "line"),
    [
        (figure("2022", 'status = "Q"'), "2022: suppressed, says the source"),
        (figure("2022", LACKING), "2022: none available, says the source"),
        (figure("2022", MANY), '2022: "many"'),
    ],
)
def test_what_stands_in_a_later_year_is_told_too(load: Load, later: str, line: str) -> None:
    """A number of 2020 is not the last word where the source has 2022 without one."""
    figures = exact("2019", 5) + exact("2020", 7) + later
    told = "7 children in 2020, 2 more than in 2019 (+40%)"
    text = indicator("a", figures, gaps("") if "registration" in later else "")
    assert answers(load(text)) == [f"About a: {told}; {line}"] * 2


@pytest.mark.parametrize(
    ("period", "line"),
    [
        (None, "8 children in 2021, 1 more than in 2020 (+14.3%)"),
        (
            ["2018", "2021"],
            "8 children in 2021; after a break in the series, so not to be compared with 2018",
        ),
    ],
    ids=["all", "two years"],
)
@pytest.mark.parametrize("broken", [f"{BREAK}, {LACKING}", f"{BREAK}, {SEVEN}"])
def test_a_break_that_is_not_shown_is_told(
    load: Load, broken: str, period: list[str] | None, line: str
) -> None:
    """Neither a filter nor a year without a number makes two sides of it comparable."""
    figures = exact("2018", 5) + figure("2019", broken) + exact("2020", 7) + exact("2021", 8)
    dataset = load(indicator("a", figures, gaps("") if "registration" in broken else ""))
    tables = (
        show_table(dataset, kic.show(dataset, "a", period=period)),
        compare_table(dataset, kic.compare(dataset, "a", period=period)),
    )
    assert [said(table.line).partition("; no number")[0] for table in tables] == [
        f"About a: {line}"
    ] * 2


@pytest.mark.parametrize(
    ("figures", "line"),
    [
        (exact("2020", 5) + figure("2030", f"{PLAN} 7"), "5 children in 2020; 7 children in 2030"),
        (figure("2030", f"{PLAN} 7"), "7 children in 2030"),
        (figure("2025", f"{PLAN} 9") + figure("2030", f"{PLAN} 7"), "7 children in 2030"),
        (
            exact("2018", 9) + exact("2019", 5) + exact("2020", 7) + figure("2030", f"{PLAN} 3"),
            "7 children in 2020, 2 more than in 2019 (+40%); 2 fewer than in 2018 (-22.2%); "
            "3 children in 2030",
        ),
        (
            exact("2019", 5) + figure("2020", f"{PLAN} 3") + exact("2021", 7),
            "7 children in 2021, 2 more than in 2019 (+40%); 3 children in 2020",
        ),
    ],
)
def test_a_plan_is_no_outcome(load: Load, figures: str, line: str) -> None:
    """It is told as one, and nothing rose or fell to it or from it."""
    assert answers(load(indicator("a", figures))) == [f"About a: {line} (a plan)"] * 2


@pytest.mark.parametrize(
    ("extra", "why"),
    [
        ('measure = "end_of_period"', "counted differently, so not to be compared with 2019"),
        (
            'measure = "end_of_period", inferred = ["measure"]',
            "counted differently, as the compiler reads it, so not to be compared with 2019",
        ),
        (
            'measure = "mean", status = "B"',
            "after a break in the series, so not to be compared with 2019",
        ),
    ],
    ids=["measure", "inferred", "break"],
)
def test_nothing_is_concluded_from_what_is_counted_anew(load: Load, extra: str, why: str) -> None:
    """A mean and a stock, or numbers on either side of a break, neither rose nor fell."""
    text = figure("2019", 'qualifier = "exact", value = 5, measure = "mean"')
    text += figure("2020", f'qualifier = "exact", value = 7, {extra}')
    dataset = load(indicator("a", text))
    assert all(line.startswith("About a: 7 children ") for line in answers(dataset))
    assert all(line.endswith(f"; {why}") for line in answers(dataset))
    assert rows(compare_table(dataset, kic.compare(dataset)).page)[0] == "# Unclear"
    [before, now] = kic.records(kic.compare(dataset, "a"), "en")
    assert (before["change_direction"], now["change_direction"]) == (None, "unclear")
    assert now["change_absolute"] == 2


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        (
            'measure = "end_of_period"',
            'measure = "unspecified"',
            "not known whether counted in the same way",
        ),
        (
            'registration = "national"',
            'registration = "incomplete"',
            "incomplete according to the source, which may explain the change",
        ),
    ],
)
def test_what_may_be_all_that_changed_stands_beside_a_change(
    load: Load, first: str, second: str, why: str
) -> None:
    """Another way of counting, or a registration that does not cover everybody."""
    five = 'qualifier = "exact", value = 5'
    figures = figure("2019", f"{five}, {first}") + figure("2020", f"{SEVEN}, {second}")
    start = "at the end of 2019" if "end_of_period" in first else "in 2019"
    line = f"7 children in 2020, 2 more than {start} (+40%); {why}"
    text = indicator("a", figures, gaps("") if "registration" in first else "")
    assert answers(load(text)) == [f"About a: {line}"] * 2


def test_no_long_run_is_told_from_a_number_that_does_not_cover_all(load: Load) -> None:
    """The change of the last year stands without it."""
    incomplete = figure("2018", f'{SEVEN}, registration = "incomplete"')
    text = indicator("a", incomplete + exact("2019", 5) + exact("2020", 7), gaps(""))
    line = "7 children in 2020, 2 more than in 2019 (+40%)"
    assert answers(load(text)) == [f"About a: {line}"] * 2


def test_a_planned_fall_is_no_fall(load: Load) -> None:
    """What is to go down has not gone down."""
    planned = figure("2030", 'trend = "down", measure = "target"')
    own = load(indicator("a", planned))
    assert answers(own) == ["About a: down in 2030, no number (a plan)"] * 2
    overview = compare_table(own, kic.compare(own)).line
    assert said(overview) == "Of 1 indicator none is known to have risen or fallen"


def test_a_later_direction_in_words_is_told_too(load: Load) -> None:
    """A rise is not the last word where the source says that it has fallen since."""
    text = indicator("a", exact("2018", 5) + exact("2019", 7) + figure("2020", 'trend = "down"'))
    for line in answers(load(text)):
        assert "down in 2020" in line


@each(
    ("figures", "line"),
    [
        (figure("2020", MANY), '"many" in 2020, no number'),
        (figure("unknown", MANY), '"many", no year given, no number'),
        (figure("2020", 'trend = "up"'), "up in 2020, no number"),
        (figure("unknown", 'trend = "not_down"'), "not down, no number"),
        (figure("2020", LACKING), 'no number: "geen cijfers"'),
        (figure("2019", MANY) + figure("2020", LACKING), '"many" in 2019, no number'),
        (figure("2020", 'reason = "not_stated"'), "2020: no number given"),
        (figure("unknown", 'reason = "not_stated"'), "no number given"),
        (
            figure("2019", 'status = "Q"') + figure("2020", 'status = "Q"'),
            "2019: suppressed, says the source; 2020: suppressed, says the source",
        ),
    ],
    ids=[
        "words",
        "undated words",
        "direction",
        "no period",
        "gap",
        "words and gap",
        "not stated",
        "undated",
        "suppressed",
    ],
)
def test_where_there_is_no_number_the_line_says_what_there_is(
    load: Load, figures: str, line: str
) -> None:
    """A word, a direction, or how the source puts what it lacks; never nothing at all."""
    text = indicator("a", figures, gaps("") if LACKING in figures else "")
    for answer in answers(load(text)):
        assert answer.startswith(f"About a: {line}")


def test_a_direction_printed_with_a_number_is_quoted(load: Load) -> None:
    """It is all that is known of a change where there is no other number."""
    text = indicator("a", figure("2020", f'{SEVEN}, trend = "up", trend_as_printed = "x"'))
    assert answers(load(text)) == ['About a: 7 children in 2020: "x"'] * 2


def test_each_region_has_a_part_of_the_line(load: Load) -> None:
    """With its own change, and with its gap where another has a number."""
    island, lacking = 'region = "eiland"', 'registration = "unavailable"'
    text = indicator(
        "a",
        exact("2019", 5) + exact("2020", 7) + figure("2020", f"{lacking}, {island}"),
        gaps(island),
    )
    assert (
        answers(load(text))
        == [
            "About a: Netherlands: 7 children in 2020, 2 more than in 2019 (+40%); "
            'Island: no number: "geen cijfers"'
        ]
        * 2
    )


def test_a_single_number_is_no_comparison(load: Load) -> None:
    """Who compares is told why nothing is compared."""
    dataset = load(indicator("a", exact("2020", 7)))
    assert said(compare_table(dataset, kic.compare(dataset, "a")).line).endswith(_ALONE)


@pytest.mark.parametrize(
    ("period", "extra", "told"),
    [
        ("2020", "", "7 children at the end of 2020"),
        ("2020-03", "", "7 children at the end of March 2020"),
        ("2020-Q2", "", "7 children, second quarter of 2020"),
        ("2020-12-31", "", "7 children, 31 December 2020"),
        ("2020", ', inferred = ["measure"]', "7 children in 2020"),
    ],
    ids=["year", "month", "quarter", "day", "inferred"],
)
def test_what_stands_at_the_end_of_a_period_is_told_so(
    load: Load, period: str, extra: str, told: str
) -> None:
    """Only where the source says it: what kic reads into it is told by a caution."""
    text = figure(period, f'qualifier = "exact", value = 7, measure = "end_of_period"{extra}')
    assert all(told in line for line in answers(load(indicator("a", text))))


def test_what_a_number_at_the_end_of_a_year_is_compared_with_is_of_its_end(load: Load) -> None:
    """It is no more than in a year, but than at the end of it."""
    ends = 'measure = "end_of_period"'
    numbers = (
        (year, f'qualifier = "exact", value = {v}, {ends}')
        for year, v in (("2019", 5), ("2020", 7))
    )
    dataset = load(indicator("a", "".join(figure(*number) for number in numbers)))
    line = said(compare_table(dataset, kic.compare(dataset, "a")).line)
    assert line.endswith("7 children at the end of 2020, 2 more than at the end of 2019 (+40%)")


def test_a_note_of_one_series_says_of_which(load: Load) -> None:
    """Beside another it would contradict the numbers above; what holds of all stands alone."""
    dataset = load(
        indicator("a", exact("2018", 5) + exact("2019", 6) + exact("2020", 7))
        + indicator("b", exact("2019", 5) + exact("2020", 7))
    )
    one = compare_table(dataset, kic.compare(dataset, "a", "b", start="2018"))
    told = [said(remark) for remark in one.page.remarks]
    assert "About b: There is no figure for 2018." in told
    assert "There is no figure for 2018." not in told
    dataset = load(
        indicator("a", exact("2019", 6) + exact("2020", 7))
        + indicator("b", exact("2019", 5) + exact("2020", 7))
        + indicator("c", exact("2018", 5))
    )
    both = compare_table(dataset, kic.compare(dataset, "a", "b", start="2018"))
    assert "There is no figure for 2018." in [said(remark) for remark in both.page.remarks]
