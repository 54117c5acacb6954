"""How an uncertain bar is drawn and explained: in one way on a terminal, a page and a chart."""

from xml.etree import ElementTree

import pytest

import kic
from kic.formats.bars import BRUSHES
from kic.formats.bars import bar as on_terminal
from kic.model.interval import UNKNOWN, Interval
from kic.model.wording import NOT_HERE, NOT_SHOWN, STROKE
from kic.report import report
from kic.table import Bar
from tests.cases import each
from tests.conftest import Write, exact, figure, indicator
from tests.pages import identified, named, parsed, said
from tests.qualifiers import SAID, put
from tests.report.drawn import Drawing, picture, svg
from tests.report.drawn import said as written

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


@each("name", BARS)
@each("brush", BRUSHES)
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
    ("figures", "bars", "others"),
    [
        (exact("2020", 2), 0, []),
        (exact("2019", 1) + exact("2020", 2), 2, []),
        (exact("2019", 1) + exact("2020", 2) + exact("2021", 3), 3, []),
        (exact("2019", 1) + exact("2020", 2) + exact("2021-01", 3), 2, ["3"]),
        (exact("2020", 2) + exact("2021-01", 3), 0, ["2"]),
        (exact("2019", 1) + figure("2020", 'reason = "not_stated"'), 0, []),
    ],
    ids=["one", "two", "three", "and a month", "a month", "no number"],
)
def test_two_numbers_that_compare_are_drawn(
    write: Write, figures: str, bars: int, others: list[str]
) -> None:
    """What compares with no other is told in words, and each number once."""
    page = report(kic.load(write(indicator("a", figures))), "nl")
    assert len(_drawn(page)) == bars
    assert [said(e).split()[0] for e in named(parsed(page), "others")] == others


def test_a_page_has_a_row_for_each_missing_year(write: Write) -> None:
    """As a chart has: it says so, and has no bar; one that only a chart leaves out is none."""
    dataset = kic.load(write(indicator("a", exact("2018", 5) + exact("2020", 6))))
    page = report(dataset, "nl")
    table = next(named(parsed(page), "bars"))
    rows = [[said(cell) for cell in row][:2] for row in table.iter("tr")]
    assert rows == [["2018", "5"], ["2019", written(NOT_HERE)], ["2020", "6"]]
    assert _drawn(page) == [("full",), ("gap",), ("full",)]
    assert written(NOT_SHOWN) not in page
    slots = picture(dataset).columns
    assert [[written(s.when), written(s.what)] for s in slots] == rows


STATES = {
    **{f"{name}": put(name) for name in SAID if name != "words"},
    "disputed": figure("2020", 'qualifier = "exact", value = 300, status = "V"'),
    "disputed by kic": figure(
        "2020", 'qualifier = "exact", value = 300, status = "V", inferred = ["status"]'
    ),
    "disputed estimate": put("estimate", rest=', status = "V"').replace('status = "E", ', ""),
    "disputed rounded": put("rounded", rest=', status = "V"'),
    "disputed at least": put("at_least", rest=', status = "V"'),
    "zero": exact("2020", 0),
    "corrected": figure(
        "2020",
        'qualifier = "exact", value = 300, '
        'correction = { source = "bron", reason = { nl = "x" } }',
    ),
    "provisional": figure("2020", 'qualifier = "exact", value = 300, status = "P"'),
    "words": put("words"),
    "not stated": figure("2020", 'reason = "not_stated"'),
}


@pytest.mark.needs("matplotlib")
@each("name", STATES)
def test_terminal_page_and_chart_draw_the_same(write: Write, name: str) -> None:
    """Every kind of number has the same strokes, in the same order, and the same meanings."""
    dataset = kic.load(
        write(indicator("a", exact("2018", 100) + exact("2019", 400) + STATES[name]))
    )
    last = dataset.records[-1]
    bar = Bar(last.interval, 400, disputed=last.status == "V")
    strokes = bar.strokes
    signs = {sign[-1]: stroke for stroke, sign in BRUSHES["ascii"].items()}
    terminal = on_terminal(bar, 20, BRUSHES["ascii"]).replace(" ", "")
    assert tuple(dict.fromkeys(signs[sign] for sign in terminal)) == strokes
    assert _drawn(report(dataset, "nl"))[-1] == strokes
    shown = picture(dataset)
    *_, slot = shown.columns
    assert (tuple(stroke for stroke, *_ in slot.pieces) or ("gap",)) == (
        strokes if last.interval.farthest or not last.interval.known else ("gap",)
    )
    assert bool(slot.sign) == (strokes == ("gap",))
    _is_drawn_so(Drawing(svg(shown)), strokes)


def _is_drawn_so(drawing: Drawing, strokes: tuple[str, ...]) -> None:
    """The last of three columns has a piece for each stroke, as the legend explains it."""
    [read] = drawing.panels
    *_, column = read.columns(3)
    pieces = [stroke for stroke in strokes if stroke not in ("open", "gap")]
    assert len(column.pieces) == len(pieces)
    assert len(column.arrows) == strokes.count("open")
    for stroke, piece in zip(pieces, column.pieces, strict=True):
        assert bool(piece.hatch) == (stroke != "full")
        if piece.hatch:
            assert drawing.key(written(STROKE[stroke])).hatch == piece.hatch
    if "open" in strokes:
        [arrow] = column.arrows
        assert arrow.box.bottom == pytest.approx(column.pieces[-1].box.top, abs=1)
        assert drawing.key(written(STROKE["open"])).corners == arrow.corners
    kinds = {*STROKE} - {"full", "gap"}
    explained = {stroke for stroke in kinds if written(STROKE[stroke]) in drawing.text}
    assert explained == {*strokes} - {"full", "gap"}


@pytest.mark.needs("matplotlib")
def test_a_chart_draws_each_stroke_in_its_own_way(write: Write) -> None:
    """No two of them are filled alike, nor does one have the form of a column that is certain."""
    names = ("exact", "at_most", "about")
    figures = "".join(put(name, str(2010 + n)) for n, name in enumerate(names))
    shown = picture(kic.load(write(indicator("a", figures + STATES["disputed"]))))
    [read] = Drawing(svg(shown)).panels
    columns = [c for c in read.columns(len(shown.columns)) if c.pieces]
    assert len({piece.hatch for column in columns for piece in column.pieces}) == 4


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize(
    ("name", "bounds"),
    [("rounded", (250, 350)), ("range", None), ("about", None), ("disputed rounded", None)],
)
def test_a_number_between_bounds_has_a_whisker(
    write: Write, name: str, bounds: tuple[int, int] | None
) -> None:
    """From the one bound to the other, where there is a number between that is not in doubt."""
    figures = exact("2018", 100) + exact("2019", 400) + STATES[name]
    shown = picture(kic.load(write(indicator("a", figures))))
    [read] = Drawing(svg(shown)).panels
    *_, column = read.columns(3)
    upright = [
        s.box
        for s in read.inside
        if s.corners == 2 and s.box.left == s.box.right and column.box.meets(s.box)
    ]
    whiskers = [box for box in upright if box.bottom - box.top < 150]
    assert len(whiskers) == bool(bounds)
    if bounds:
        [whisker] = whiskers
        tall = (read.zero - read.box.top) / 400
        low, high = ((read.zero - end) / tall for end in (whisker.bottom, whisker.top))
        assert [low, high] == pytest.approx(bounds, abs=3)


def test_a_page_draws_no_bar_for_what_is_not_here(write: Write) -> None:
    """A suppressed number and a gap have a row with their words, and no length."""
    figures = exact("2018", 5) + exact("2019", 6) + figure("2020", 'status = "Q"')
    page = report(kic.load(write(indicator("a", figures))), "nl")
    table = next(named(parsed(page), "bars"))
    *_, last = table.iter("tr")
    assert "geheim" in "".join(ElementTree.tostring(last, "unicode", "text"))
    assert _drawn(page)[-1] == ("gap",)
