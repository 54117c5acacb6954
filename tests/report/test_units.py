"""Charts and the page of what may be below zero."""

import pytest

import kic
from kic.query.change import series
from kic.report import report
from kic.report.chart import draw, picture_of
from kic.report.chart.picture import Picture
from tests.conftest import Write, figure
from tests.pages import named, parsed, said
from tests.units import UNITS, measured, number


def _picture(write: Write, figures: str, unit: str = "euro") -> Picture:
    dataset = kic.load(write(UNITS + measured(unit, figures)))
    return picture_of(dataset, series(dataset, dataset.records))


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize(
    ("values", "ticks", "top"),
    [
        ((1250.5, -300), (-500, 0, 500, 1000, 1500), 1500),
        ((-40, -10), (-40, -30, -20, -10, 0), 0),
        ((0, 0), (0,), 1),
        ((99, -99), (-100, -50, 0, 50, 100), 100),
    ],
)
def test_an_axis_reaches_below_zero(
    write: Write, values: tuple[float, float], ticks: tuple[int, ...], top: int
) -> None:
    """As far as the numbers do, in round steps, with a line at zero."""
    first, last = values
    picture = _picture(write, number("2019", first) + number("2020", last))
    [panel] = picture.panels
    assert (panel.ticks, panel.top, panel.bottom) == (ticks, top, min(ticks))
    assert draw(picture, "svg", "nl")


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize(
    ("rest", "height", "stroke", "reach"),
    [
        ('qualifier = "exact", value = -30', -30, "full", (0, -30)),
        ('qualifier = "range", lower = -40, upper = -30', -30, "maybe", (0, -40)),
        ('qualifier = "range", lower = -10, upper = 20', 0, "maybe", (20, -10)),
        ('qualifier = "about", value = -30', -30, "about", (0, -30)),
        ('qualifier = "rounded", value = -30, rounded_to = 10', -30, "maybe", (0, -35)),
        ('qualifier = "at_least", value = 30', 30, "open", (30, 0)),
        ('qualifier = "more_than", above = -30', 0, "gap", None),
        ('qualifier = "at_most", upper = 30', 0, "gap", None),
        ('qualifier = "less_than", below = -30', -30, "gap", None),
    ],
)
def test_a_bar_hangs_below_zero(
    write: Write, rest: str, height: int, stroke: str, reach: tuple[int, int] | None
) -> None:
    """What may go on beyond zero without an end stands in words, and has no bar."""
    from kic.report.chart.bars import draw_bar
    from kic.report.chart.pen import Pen, Shape

    picture = _picture(write, number("2019", 50) + figure("2020", rest))
    slot = picture.panels[0].slots[1]
    assert slot.stroke == stroke
    assert draw(picture, "svg", "nl")
    if reach is not None:
        assert slot.height == height
        pen = Pen("nl")
        draw_bar(pen, slot, x=50, bottom=100, scale=1, wide=20)
        shapes = [s for s in pen.drawn if isinstance(s, Shape)][:-1]  # the last is behind words
        levels = [100 - y for s in shapes for x, y in s.points if stroke != "open" or y >= 70]
        assert (max(levels), min(levels)) == reach


def test_the_page_shows_a_loss_without_a_bar(write: Write) -> None:
    """The number with its sign and unit."""
    three = number("2018", 4) + number("2019", 5) + number("2020", -300)
    dataset = kic.load(write(UNITS + measured("euro", three)))
    page = parsed(report(dataset, "nl"))
    told = " ".join(said(e) for e in named(page, "theme"))
    assert "-300 euro" in told
    assert not [e for part in named(page, "theme") for e in named(part, "bar")]
