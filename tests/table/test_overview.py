"""What went up and down laid out: in numbers, and then in words."""

import pytest

import kic
from kic.table import Table
from kic.table.compare import compare_table
from tests.cases import each
from tests.conftest import exact, figure, indicator
from tests.rates import FAMILIES
from tests.table.conftest import Load
from tests.table.said import rows, said

BELOW_5 = 'qualifier = "less_than", below = 5'
UP, DOWN = 'trend = "up"', 'trend = "down"'


def _table(dataset: kic.Dataset, *names: str) -> Table:
    return compare_table(dataset, kic.compare(dataset, *names))


def _pair(name: str, first: object, second: object, start: str = "2019") -> str:
    return indicator(name, exact(start, first) + exact("2020", second))


@each(
    ("text", "line"),
    [
        (
            _pair("a", 5, 7) + _pair("b", 7, 5) + _pair("c", 5, 5) + _pair("d", 5, 7, "2018"),
            "4 indicators: 2 up, 1 down; "
            "3 in numbers (from 2019 to 2020 unless stated otherwise); 1 neither",
        ),
        (
            _pair("a", 5, 5) + indicator("b", exact("2019", 3) + figure("2020", BELOW_5)),
            "2 indicators, up or down: 1 neither, 1 unclear",
        ),
        (
            _pair("a", 5, 7) + indicator("b", figure("2020", UP)),
            "2 indicators: 2 up; "
            "1 in numbers (from 2019 to 2020 unless stated otherwise), 1 in words",
        ),
        (
            _pair("a", 5, 7) + indicator("b", exact("2019", 3) + figure("2020", BELOW_5)),
            "2 indicators: 1 up; "
            "1 in numbers (from 2019 to 2020 unless stated otherwise); 1 unclear",
        ),
        (
            indicator("a", figure("2020", UP) + figure("2020", f'{DOWN}, region = "eiland"')),
            "1 indicator: 1 differing by region; 1 in words",
        ),
        (
            indicator("a", figure("2020", UP)) + indicator("b", exact("2020", 5)),
            "2 indicators: 1 up; 1 in words; 1 without a comparison",
        ),
        (
            indicator("a", figure("2020", 'trend = "not_up"')) + indicator("b", exact("2020", 5)),
            "2 indicators, up or down: 1 neither; 1 without a comparison",
        ),
        (
            indicator("a", exact("2019", 3) + figure("2020", BELOW_5)),
            "Of 1 indicator none is known to have risen or fallen",
        ),
    ],
    ids=["numbers", "neither", "both", "unclear", "regions", "words", "not up", "none"],
)
def test_the_line_counts_what_rose_or_fell(load: Load, text: str, line: str) -> None:
    """Of all indicators, in numbers and in words, and what did neither: together all of them."""
    assert said(_table(load(text)).line) == line


@pytest.mark.parametrize(
    ("start", "end", "line"),
    [
        ("2019", "2023", " from 2019 to 2023; within that time 2 did"),
        ("2020", None, " since 2020; within that time 1 did"),
        (None, "2019", " from their first figure to 2019"),
    ],
)
def test_the_line_claims_no_more_than_it_compared(
    load: Load, start: str | None, end: str | None, line: str
) -> None:
    """What rose from 2021 to 2022 is known to have risen, though not since 2019."""
    dataset = load(
        indicator("a", exact("2021", 5) + exact("2022", 7))
        + indicator("b", exact("2019", 5))
        + indicator("c", exact("2023", 5) + figure("2020", DOWN))
    )
    table = compare_table(dataset, kic.compare(dataset, start=start, end=end))
    assert said(table.line) == f"Of 3 indicators none is known to have risen or fallen{line}"


def test_of_no_indicator_nothing_is_said(load: Load) -> None:
    """Where no figure is of what is asked for there is none that neither rose nor fell."""
    dataset = load(indicator("a", exact("2020", 5)))
    table = compare_table(dataset, kic.compare(dataset, region="eiland"))
    assert said(table.line) == "0 indicators"


def test_what_moved_within_the_time_is_counted_of_all(load: Load) -> None:
    """Also of what is unclear between its start and its end, as over a break."""
    broken = figure("2020", 'qualifier = "exact", value = 5, status = "B"')
    dataset = load(
        indicator("a", exact("2019", 9) + broken + exact("2021", 7))
        + indicator("b", exact("2019", 5) + exact("2020", 7))
    )
    table = compare_table(dataset, kic.compare(dataset, start="2019", end="2021"))
    assert said(table.line) == (
        "Of 2 indicators none is known to have risen or fallen from 2019 to 2021; "
        "within that time 2 did"
    )


@pytest.mark.parametrize("mark", ['status = "B"', 'status = "P", breaks = true'])
def test_no_break_is_told_of_a_change_that_crosses_none(load: Load, mark: str) -> None:
    """The first number of a new count is what it starts from; the next such number breaks it."""
    counted_anew = 'qualifier = "exact", value = 6, ' + mark
    first = exact("2018", 5) + figure("2019", counted_anew)
    after = indicator("a", first + exact("2020", 9))
    again = indicator("b", first + figure("2020", counted_anew))
    told = "\n".join(rows(_table(load(after)).page))
    assert "Break" not in told
    assert told.count("Provisional") == ("P" in mark)
    assert "Break in the series." in "\n".join(rows(_table(load(again)).page))


def test_what_is_planned_neither_rose_nor_fell(load: Load) -> None:
    """The outcomes before it tell where it goes; one outcome and a plan do not."""
    plan = figure("2030", 'qualifier = "exact", value = 1, measure = "target"')
    outcomes = exact("2019", 5) + exact("2020", 7)
    dataset = load(indicator("a", outcomes + plan) + indicator("b", exact("2020", 9) + plan))
    table = _table(dataset)
    assert [row.partition(" | ")[2] for row in rows(table.page) if "About" in row] == [
        "5 | 7 | +2 | +40%"
    ]
    [planned] = kic.compare(dataset, "b").series
    assert planned.last_change is None


def test_the_line_names_the_theme_that_was_asked_for(load: Load) -> None:
    """The counts are of that theme alone."""
    line = said(_table(load(_pair("a", 5, 7)), "thema").line)
    assert line.startswith("Theme: 1 indicator: 1 up; 1 in numbers")


def test_what_goes_the_same_way_stands_together(load: Load) -> None:
    """With numbers a row each, in words all on one; a period of its own is told below it."""
    text = _pair("a", 5, 7) + _pair("b", 50, 60, "2018") + _pair("c", 9, 3)
    text += indicator("d", figure("2020", UP)) + indicator("e", figure("2020", UP))
    text += indicator("f", figure("2019", BELOW_5) + exact("2020", 3))
    text += indicator("g", figure("2020", 'trend = "not_down"')) + _pair("h", 2, 3)
    assert rows(_table(load(text)).page) == [
        "# Up",
        "About a (children) | 5 | 7 | +2 | +40%",
        "About b (children) | 50 | 60 | +10 | +20%",
        "! From 2018 to 2020.",
        "! 2019: not in this dataset.",
        "About h (children) | 2 | 3 | +1 | +50%",
        "In words: About d; About e",
        "# Down",
        "About c (children) | 9 | 3 | -6 | -66.7%",
        "Not down, in words: About g",
        "# Unclear",
        "About f (children) | 0..5 | 3 | -2..+3 | -40..%",
    ]


def test_a_direction_in_words_keeps_its_number_and_its_cautions(load: Load) -> None:
    """The only number there is, the words of the source, and what limits both."""
    caution = 'caution = { nl = "Pas op.", en = "Beware." }'
    five = 'qualifier = "exact", value = 5'
    up = f'{five}, {UP}, trend_as_printed = "x", region = "eiland", {caution}'
    assert rows(_table(load(indicator("a", figure("2020", up)))).page) == [
        'Up, in words: About a, Island, 5 children, "x" (Beware.)'
    ]


def test_a_later_direction_in_words_is_told_beside_an_earlier_change(load: Load) -> None:
    """A rise is not the last word where the source says that it has fallen since."""
    text = indicator("a", exact("2018", 5) + exact("2019", 7) + figure("2020", DOWN))
    assert "down" in "\n".join(rows(_table(load(text)).page)).lower()


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (
            figure("2021", 'qualifier = "exact", value = 3, unit = "gezinnen"'),
            "3 families in 2021",
        ),
        (
            exact("2021-S1", 3)
            + figure("2022", 'qualifier = "words", words = { nl = "tientallen", en = "dozens" }'),
            '3 children, first half of 2021; 2022: "dozens"',
        ),
        (figure("2021", 'status = "Q"'), "2021: suppressed, says the source"),
        (figure("2021", DOWN), "down in 2021, no number"),
    ],
    ids=["unit", "kind of period", "suppressed", "direction"],
)
def test_what_comes_after_a_change_is_told_below_it(load: Load, after: str, told: str) -> None:
    """A rise is not the last word where the source has something else for a later year."""
    text = FAMILIES + indicator("a", exact("2019", 5) + exact("2020", 7) + after)
    assert f"! Latest: {told}." in rows(_table(load(text)).page)


def test_a_later_change_that_is_unclear_is_the_last(load: Load) -> None:
    """From at least 7 to at least 6 it may have gone either way, whatever came before."""
    bounds = [
        figure(y, f'qualifier = "at_least", value = {n}') for y, n in (("2020", 7), ("2021", 6))
    ]
    table = _table(load(indicator("a", exact("2019", 5) + "".join(bounds))))
    assert said(table.line).startswith("Of 1 indicator none is known")
    assert rows(table.page) == ["# Unclear", "About a (children) | 7.. | 6.. | unclear"]


def test_a_direction_in_words_stands_for_a_change_that_is_unclear(load: Load) -> None:
    """The source says that it fell, which its bounds do not."""
    bound = 'qualifier = "at_least", value = '
    later = figure("2020", f'{bound}6, {DOWN}, trend_as_printed = "x"')
    table = _table(load(indicator("a", figure("2019", f"{bound}7") + later)))
    assert [row.partition(":")[0] for row in rows(table.page)] == ["Down, in words"]


def test_a_period_that_kic_inferred_is_told_below_the_change(load: Load) -> None:
    """The row has no column for it."""
    seven = 'qualifier = "exact", value = 7, inferred = ["period"]'
    table = _table(load(indicator("a", exact("2019", 5) + figure("2020", seven))))
    assert rows(table.page)[-1] == "! The year 2020 is inferred by the compiler."


def test_what_is_left_out_is_counted_by_what_there_is(load: Load) -> None:
    """Each kind once; with what is shown it adds up to the indicators of the line."""
    text = _pair("a", 5, 7) + indicator("b", exact("2020", 5)) + indicator("c", exact("2020", 5))
    text += indicator("d", figure("2020", 'reason = "not_stated"'))
    table = _table(load(text))
    assert said(table.line).startswith("4 indicators: 1 up")
    assert [said(remark) for remark in table.page.remarks] == [
        "Without a comparison: 2 with a number for one period, 1 with neither.",
        "Differences and percentages: computed by kic.",
    ]


def test_where_all_is_compared_nothing_is_left_out(load: Load) -> None:
    """And nothing is said of it."""
    remarks = map(said, _table(load(_pair("a", 5, 7))).page.remarks)
    assert not [remark for remark in remarks if remark.startswith("Without")]


def test_a_named_indicator_without_a_figure_of_the_periods_is_told(load: Load) -> None:
    """Beside another one that has them: it is not left out in silence."""
    dataset = load(_pair("a", 5, 7) + indicator("b", exact("2016", 1)))
    answer = kic.compare(dataset, "a", "b", start="2019", end="2020")
    remarks = [said(remark) for remark in compare_table(dataset, answer).page.remarks]
    assert "Without a comparison: 1 with figures for other periods only." in remarks
