"""Numbers that are not exact as bars, in a chart and on the page."""

import pytest

import kic
from kic.model import Lang
from kic.query.change import series
from kic.report import report
from kic.report.chart import draw, picture_of
from kic.report.chart.marks import lines
from kic.report.chart.picture import Picture
from tests.conftest import Write, exact, indicator
from tests.pages import named, parsed, said
from tests.qualifiers import SAID, of_each, put


def _picture(dataset: kic.Dataset) -> Picture:
    return picture_of(dataset, series(dataset, dataset.records))


@of_each
@pytest.mark.needs("matplotlib")
def test_a_chart_shows_how_exact_a_number_is(write: Write, qualifier: str) -> None:
    """By its words and its bar, and what is no full bar is explained."""
    dataset = kic.load(write(indicator("a", put(qualifier, "2019") + exact("2020", 500))))
    picture = _picture(dataset)
    slot = picture.panels[0].slots[0]
    assert " ".join(lines(slot.label, "nl")).replace("\xa0", " ") == SAID[qualifier].in_short
    assert slot.stroke == SAID[qualifier].strokes[-1]
    assert {key.stroke for key in picture.keys} - {None} == {slot.stroke} - {"full", "gap"}
    assert draw(picture, "svg", "nl")


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize(
    ("qualifiers", "explained"),
    [
        (["at_least"], [("open", "r")]),
        (["at_least", "more_than"], [("open", None), ("open", "r")]),
        (["estimate"], [("about", "E")]),
        (["estimate", "about"], [("about", None), ("about", "E")]),
        (["estimate", "almost"], [("about", None), ("about", "E")]),
    ],
)
def test_a_code_explains_only_the_bars_that_have_it(
    write: Write, qualifiers: list[str], explained: list[tuple[str, str | None]]
) -> None:
    """What is "almost" is no estimate, though it is drawn like one."""
    figures = "".join(put(q, str(2019 + n)) for n, q in enumerate(qualifiers))
    keys = _picture(kic.load(write(indicator("a", figures)))).keys
    assert [(key.stroke, key.code) for key in keys] == explained


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize(
    ("qualifier", "bar", "lines_up"),
    [
        ("more_than", 300, True),
        ("range", 200, False),
        ("almost", 300, False),
        ("about", 300, False),
    ],
)
def test_a_bar_is_as_high_as_is_certain(
    write: Write, qualifier: str, bar: int, lines_up: bool
) -> None:
    """An arrow only where there is no upper bound, a whisker only between two bounds."""
    from kic.report.chart.bars import draw_bar
    from kic.report.chart.pen import Pen, Shape

    [slot] = _picture(kic.load(write(indicator("a", put(qualifier))))).panels[0].slots
    pen = Pen("nl")
    draw_bar(pen, slot, x=50, bottom=400, scale=1, wide=20)
    shapes = [s for s in pen.drawn if isinstance(s, Shape)]
    assert slot.height == bar
    assert any(s.face and len(s.points) == 4 and s.points[0] == s.points[-1] for s in shapes) == (
        lines_up
    )
    whiskers = [s for s in shapes if len(s.points) == 2 and s.points[0][0] == s.points[1][0] == 50]
    assert bool(whiskers) == (qualifier in ("range", "more_than"))


@of_each
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_shows_and_explains_it(write: Write, qualifier: str, lang: Lang) -> None:
    """The number in its words, with what such a number means."""
    dataset = kic.load(write(indicator("a", put(qualifier) + exact("2021", 500))))
    page = parsed(report(dataset, lang))
    words = SAID[qualifier].nl if lang == "nl" else SAID[qualifier].en
    explained = [said(dt) for dt in next(page.iter("footer")).iter("dt")]
    assert words in explained
    assert words in " ".join(said(e) for e in named(page, "theme"))
