"""How an uncertain bar is drawn and explained: in one way on a terminal, a page and a chart."""

import pytest

import kic
from kic.formats.bars import BRUSHES
from kic.formats.bars import bar as on_terminal
from kic.model.interval import UNKNOWN, Interval
from kic.model.wording import STROKE
from kic.query.change import series
from kic.report import report
from kic.report.chart import picture_of
from kic.table import Bar
from tests.conftest import Write, exact, figure, indicator
from tests.pages import identified, named, parsed, said
from tests.qualifiers import SAID, put

BARS = {
    "exact": (Bar(Interval.exact(10), 10), ("full",)),
    "rounded": (Bar(Interval(8, 6, 10), 10), ("full", "maybe")),
    "less than": (Bar(Interval(None, 0, 5), 10), ("maybe",)),
    "at least": (Bar(Interval(5, 5, None), 10), ("full", "open")),
    "estimate": (Bar(Interval(5), 10), ("about",)),
    "missing": (Bar(UNKNOWN, 10), ("gap",)),
    "disputed": (Bar(Interval.exact(5), 10, disputed=True), ("disputed",)),
    "disputed estimate": (Bar(Interval(5), 10, disputed=True), ("disputed",)),
    "disputed rounded": (Bar(Interval(8, 6, 10), 10, disputed=True), ("disputed",)),
    "disputed at least": (Bar(Interval(5, 5, None), 10, disputed=True), ("disputed",)),
    "zero": (Bar(Interval.exact(0), 10), ()),
    "disputed zero": (Bar(Interval.exact(0), 10, disputed=True), ()),
    "estimated zero": (Bar(Interval(0), 10), ()),
    "less than zero": (Bar(Interval(None, 0, 0), 10), ()),
}


@pytest.mark.parametrize("name", BARS)
@pytest.mark.parametrize("brush", BRUSHES)
def test_a_bar_is_drawn_with_what_explains_it(name: str, brush: str) -> None:
    """On a terminal and on a page a bar has the strokes of its legend, and no others."""
    bar, strokes = BARS[name]
    assert bar.strokes == strokes
    signs = {BRUSHES[brush][stroke][-1]: stroke for stroke in BRUSHES[brush]}
    assert set(BRUSHES[brush]) == set(STROKE)
    drawn = on_terminal(bar, 20, BRUSHES[brush]).replace(" ", "")
    assert tuple(dict.fromkeys(signs[sign] for sign in drawn)) == strokes


def _drawn(page: str) -> list[tuple[str, ...]]:
    """The strokes of each bar of an indicator, as the page draws them."""
    strokes = {"none": "gap", "edge": "open"}
    return [
        tuple(strokes.get(str(e.get("class")), str(e.get("class"))) for e in svg)
        for svg in named(identified(parsed(page), "a"), "bar")
    ]


def test_a_page_draws_a_bar_with_the_same_strokes(write: Write) -> None:
    """Each in the row of its period and number, and nothing but the number is heard."""
    counted = [name for name in SAID if name != "words"]
    figures = "".join(put(name, str(2000 + n)) for n, name in enumerate(counted))
    page = report(kic.load(write(indicator("a", figures))), "nl")
    assert _drawn(page) == [SAID[name].strokes for name in counted]
    table = next(named(identified(parsed(page), "a"), "bars"))
    rows = [[said(cell) for cell in row] for row in table.iter("tr")]
    assert rows == [[str(2000 + n), SAID[name].nl, ""] for n, name in enumerate(counted)]
    assert {svg.get("aria-hidden") for svg in named(table, "bar")} == {"true"}


def test_a_bar_is_as_long_as_its_number_from_zero(write: Write) -> None:
    """In proportion to the longest of its series, what is certain before what may be."""
    ranged = figure("2018", 'qualifier = "range", lower = 20, upper = 60')
    text = indicator("a", exact("2016", 50) + exact("2017", 100) + ranged)
    page = report(kic.load(write(text)), "nl")
    boxes = [
        [(e.get("class"), e.get("x"), e.get("width")) for e in svg]
        for svg in named(parsed(page), "bar")
    ]
    assert boxes == [
        [("full", "0", "92.0")],
        [("full", "0", "184.0")],
        [("full", "0", "36.8"), ("maybe", "36.8", "73.6")],
    ]


@pytest.mark.parametrize(
    ("figures", "bars"),
    [
        (exact("2019", 1) + exact("2020", 2), 0),  # two are a sentence
        (exact("2019", 1) + exact("2020", 2) + exact("2021", 3), 3),
        (exact("2019", 1) + exact("2020", 2) + exact("2021-01", 3), 0),
    ],
)
def test_three_numbers_that_compare_are_drawn(write: Write, figures: str, bars: int) -> None:
    """Fewer, or of other spans of time, are told in words, each of them once."""
    page = report(kic.load(write(indicator("a", figures))), "nl")
    assert len(_drawn(page)) == bars
    assert bool([*named(parsed(page), "others")]) == (not bars)


def test_a_page_draws_a_disputed_number_in_doubt(write: Write) -> None:
    """Whatever else is known of it."""
    disputed = figure("2020", 'qualifier = "exact", value = 12, status = "V"')
    text = indicator("a", exact("2018", 9) + exact("2019", 9) + disputed)
    assert _drawn(report(kic.load(write(text)), "nl"))[-1] == ("disputed",)


@pytest.mark.parametrize(
    "rest",
    [
        "",
        ', inferred = ["status"]',
    ],
)
def test_a_chart_draws_and_explains_a_disputed_estimate_as_disputed(
    write: Write, rest: str
) -> None:
    """The legend has what is drawn, and nothing that is not, whoever doubts it."""
    disputed = figure("2020", f'qualifier = "estimate", value = 12, status = "V"{rest}')
    dataset = kic.load(write(indicator("a", exact("2019", 10) + disputed)))
    shown = picture_of(dataset, series(dataset, dataset.records))
    assert [slot.stroke for slot in shown.panels[0].slots] == ["full", "disputed"]
    assert [key.stroke for key in shown.keys] == ["disputed"]


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize(
    ("rest", "farthest"),
    [
        ('qualifier = "rounded", value = 8, rounded_to = 4', 10),
        ('qualifier = "at_least", value = 8', 8),
    ],
)
def test_a_chart_draws_no_bounds_of_a_disputed_number(
    write: Write, rest: str, farthest: int
) -> None:
    """It is as long as on a terminal, and has no whisker or arrow that no legend explains."""
    from kic.report.chart.bars import draw_bar
    from kic.report.chart.pen import Pen, Shape

    dataset = kic.load(write(indicator("a", figure("2020", f'{rest}, status = "V"'))))
    [slot] = picture_of(dataset, series(dataset, dataset.records)).panels[0].slots
    pen = Pen("nl")
    draw_bar(pen, slot, x=50, bottom=100, scale=1, wide=20)
    shapes = [shape for shape in pen.drawn if isinstance(shape, Shape)]
    assert [shape.hatch for shape in shapes] == ["xxxxx", None]  # the bar, and behind the number
    assert {y for _, y in shapes[0].points} == {100, 100 - farthest}
