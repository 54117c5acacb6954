"""How an uncertain bar is drawn and explained: in one way on a terminal, a page and a chart."""

import re

import pytest

import kic
from kic.formats.bars import BRUSHES
from kic.formats.bars import bar as on_terminal
from kic.model.interval import UNKNOWN, Interval
from kic.model.wording import STROKE
from kic.query.change import series
from kic.report.chart import picture_of
from kic.report.drawing import bar as on_page
from kic.table import Bar
from tests.conftest import Write, exact, figure, indicator

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
    classes = re.findall('class="([a-z]+)"', on_page(bar))
    arrow = ["open" if c == "arrow" else c for c in classes if c in {*STROKE, "arrow"}]
    assert tuple(arrow) == strokes


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
