"""Charts as they are drawn: what can be read, heard and seen in an SVG, and in a PNG."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image, ImageChops

import kic
from kic.model import Lang
from kic.model.wording import BREAK, NEXT_SOURCE, SOURCE, STROKE
from kic.report.chart import Look, draw, picture_of
from kic.report.chart.picture import SIGNS, Panel, Picture
from kic.report.chart.save import DPI
from tests.browser import contrast
from tests.conftest import ROOT, Write, exact, figure, indicator
from tests.qualifiers import SAID, put
from tests.rates import PEOPLE, counted, on_island, population
from tests.report.conftest import Open
from tests.report.drawn import PLAIN, SVG, Drawing, Read, picture, said, svg, told
from tests.units import UNITS, measured, number

pytestmark = pytest.mark.needs("matplotlib")

PICTURES = ROOT / "tests" / "pictures"
# Each look that a chart has, in turn, and each language in turn.
LOOKS = (Look(8), Look(13, dark=True), Look(16), Look(34, dark=True), Look(60))


# ------------------------------------------------------------ every picture of the figures


def _all_of(dataset: kic.Dataset, wide: kic.Dataset) -> list[tuple[Picture, Lang, Look]]:
    """The themes, and every series that has more besides, in each language and look in turn."""
    themes = [picture(dataset, theme) for theme in dataset.themes]
    known = {panel.slots for shown in themes for panel in shown.panels}
    alone = (picture(wide, name) for name in wide.indicators)
    series = [shown for shown in alone if {panel.slots for panel in shown.panels} - known]
    langs = cycle(get_args(Lang))
    looks = cycle(LOOKS[1:])
    return [(p, next(langs), next(looks)) for p in themes] + [
        (p, lang, look) for p, lang, look in zip(series, langs, cycle(LOOKS), strict=False)
    ]


def test_every_picture_of_the_figures_keeps_the_rules(
    dataset: kic.Dataset, wide: kic.Dataset
) -> None:
    """All series and themes, in both languages, on light and dark, at each width."""
    pictures = _all_of(dataset, wide)
    assert len(pictures) > 40
    for shown, lang, look in pictures:
        made = svg(shown, lang, look)
        drawing = Drawing(made, look)
        assert [*drawing.faults] == []
        _is_complete(drawing, shown, lang)
        _refers_to_nothing(drawing, made)
        for panel, read in zip(shown.panels, drawing.panels, strict=True):
            _is_in_proportion(panel, read)
            _is_told(panel, read, lang)
            assert [*read.misplaced(panel.slots, lang)] == []
        _is_explained(drawing, shown, lang)


def _is_complete(drawing: Drawing, shown: Picture, lang: Lang) -> None:
    """All that it shows can be read, and heard, and nothing of it points to a program."""
    heard = drawing.description
    lines = (shown.title, shown.line, *shown.remarks, *shown.sources)
    remarks = (remark for panel in shown.panels for remark in panel.remarks)
    cautions = (caution for card in shown.cards for caution in card.cautions)
    numbers = (card.what for card in shown.cards)
    read = drawing.text
    for line in (*lines, *remarks, *cautions, *numbers):
        assert said(line, lang) in heard
        assert "".join(said(line, lang).split()) in "".join(read.split())
    for when, what in told(shown.columns, lang):
        assert f"{when}: {what}" in heard
    assert not re.search(r"(?<!\w)--\w|`", read + heard)
    for verb in ("show", "compare", "gaps", "cite", "chart", "find", "export", "themes"):
        assert f"kic {verb}" not in read + heard


def _refers_to_nothing(drawing: Drawing, made: bytes) -> None:
    """An image with a name and a description, in which nothing runs or is fetched."""
    root = drawing.root
    assert (root.tag, root.get("role")) == (f"{SVG}svg", "img")
    assert [child.tag for child in root][:2] == [f"{SVG}title", f"{SVG}desc"]
    assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
        *("svg", "title", "desc", "defs", "g", "path", "use", "pattern", "rect", "clipPath"),
        "text",
    }
    assert not [k for e in root.iter() for k in e.attrib if k.lower().startswith("on")]
    links = [v for e in root.iter() for k, v in e.attrib.items() if "href" in k or "url(" in v]
    for link in links:
        assert re.search(r"(^|url\()#[\w-]+(\)|$)", link), link
        assert link.count("url(") <= 1
    assert b"<!DOCTYPE" not in made
    assert b"<style" not in made
    names = [e.get("id", "") for e in root.iter() if "id" in e.attrib]
    assert len(set(names)) == len(names)


def _is_in_proportion(panel: Panel, read: Read) -> None:
    """Columns are as long as their numbers from zero; no sign is taller than the data."""
    slots = panel.slots
    columns = [*read.columns(len(slots))]
    ends = [max(slot.ends, key=abs) for slot in slots]
    span = max(*ends, 0) - min(*ends, 0)
    tall = read.box.bottom - read.box.top
    for slot, end, column in zip(slots, ends, columns, strict=True):
        assert read.reach(column) == pytest.approx(end / (span or 1) * tall, abs=0.02 * tall)
        if slot.sign:
            assert not column.pieces
    highest = min((p.box.top for column in columns for p in column.pieces), default=0)
    signs = {SIGNS[slot.sign] for slot in slots if slot.sign}
    for words in read.words:
        if words.text in signs:
            assert words.box.top >= highest
            assert words.box.bottom <= read.zero + 1


def _is_told(panel: Panel, read: Read, lang: Lang) -> None:
    """Each sign stands in its column; each number in words, or on an axis from zero."""
    columns = read.columns(len(panel.slots))
    for slot, column in zip(panel.slots, columns, strict=True):
        here = [w.text for w in read.words if column.box.left < w.box.middle < column.box.right]
        if slot.sign:
            assert SIGNS[slot.sign] in here
        elif not read.has_axis:
            assert "".join(said(slot.what, lang).split()) in "".join("".join(here).split())


def _is_explained(drawing: Drawing, shown: Picture, lang: Lang) -> None:
    """The legend has a key for each sign and stroke in it, and no other."""
    columns = [
        column
        for panel, read in zip(shown.panels, drawing.panels, strict=True)
        for column in read.columns(len(panel.slots))
    ]
    hatches = {piece.hatch for column in columns for piece in column.pieces}
    assert hatches - {""} == {key.hatch for key in drawing.keys} - {""}
    if any(column.arrows for column in columns):
        assert drawing.key(said(STROKE["open"], lang)).corners == 3
    for code in SIGNS:
        used = any(s.sign == code for s in shown.columns)
        if used or any(s.sign == code for s in shown.cards if code != "in_words"):
            assert drawing.key(said(shown.signs[code], lang))
    lines = [line for panel in drawing.panels for line in panel.lines]
    assert any(s.breaks for s in shown.columns) == (said(BREAK, lang) in drawing.text)
    assert any(line.dashed for line in lines) == (said(NEXT_SOURCE, lang) in drawing.text)


# --------------------------------------------------------------------- a chart by itself


@cache
def _drawn(shown: Picture, lang: Lang = "nl", look: Look = PLAIN) -> Drawing:
    return Drawing(svg(shown, lang, look), look)


def test_an_svg_has_its_values_as_text(wide: kic.Dataset) -> None:
    """Small enough for a page, searchable; as outlines on request, alike on every machine."""
    shown = picture(wide, "ots")
    made = svg(shown)
    assert len(made) < 40_000
    drawing = Drawing(made)
    assert "30.850" in drawing.text
    outlines = svg(shown, look=Look(outlines=True))
    assert b"<text" not in outlines
    assert Drawing(outlines).description == drawing.description
    assert len(outlines) > len(made)


def test_two_charts_stand_on_one_page(wide: kic.Dataset) -> None:
    """A name that two of them have is of the same thing, also where letters are outlines."""
    named: dict[str, str] = {}
    for name in ("ots", "gesloten_jeugdzorg"):
        for e in Drawing(svg(picture(wide, name), look=Look(outlines=True))).root.iter():
            if id_ := e.get("id"):
                inside = " ".join(str(child.attrib) for child in e.iter())
                assert named.setdefault(id_, inside) == inside


@pytest.mark.parametrize(("lang", "width"), [("nl", 13), ("en", 34)])
def test_a_png_opens_and_says_what_it_shows(wide: kic.Dataset, lang: Lang, width: int) -> None:
    """At 200 dots an inch, with a title and a description, as wide as was asked for."""
    shown = picture(wide, "gesloten_jeugdzorg")
    with Image.open(BytesIO(draw(shown, "png", lang, Look(width)))) as image:
        image.load()
        across, down = image.info["dpi"]
        assert (round(across), round(down)) == (DPI, DPI)
        assert image.width == pytest.approx(width / 2.54 * DPI, abs=2)
        assert image.info["Title"] == said(shown.title, lang)
        assert '"080 kinderen"' in image.info["Description"]
        assert "Software" not in image.info


@pytest.mark.parametrize("width", [8, 13, 16, 34, 60])
def test_a_picture_is_as_wide_as_was_asked_for(dataset: kic.Dataset, width: float) -> None:
    """In centimetres; what is wider than a page is larger, since it is seen from further."""
    shown = picture(dataset, "nareis")
    root = Drawing(svg(shown, look=Look(width))).root
    wide = float(root.get("width", "").removesuffix("pt"))
    high = float(root.get("height", "").removesuffix("pt"))
    assert wide == pytest.approx(width / 2.54 * 72, abs=0.5)
    _, _, across, down = map(float, root.get("viewBox", "").split())
    assert wide / across == pytest.approx(high / down, rel=0.001)
    assert wide / across == pytest.approx(max(1, width / 16), rel=0.001)


def test_what_was_measured_is_what_is_drawn(dataset: kic.Dataset) -> None:
    """No letter of a PNG stands in the margin, and the picture ends below its last line."""
    with Image.open(BytesIO(draw(picture(dataset, "jeugdhulp"), "png", "en", PLAIN))) as image:
        ink = ImageChops.invert(image.convert("L")).getbbox()
    assert ink
    margin = 16 * DPI / 72
    assert margin - 4 <= ink[0]
    assert ink[2] <= image.width - margin + 4
    assert image.height - 2 * margin <= ink[3] <= image.height - margin / 2


@pytest.mark.parametrize("lang", get_args(Lang))
def test_a_dataset_in_one_language_is_drawn_in_both(lang: Lang) -> None:
    """In the language that it has, with what kic says in the one that was asked for."""
    one = kic.load(ROOT / "tests" / "one_language.toml")
    for theme in one.themes:
        drawing = Drawing(svg(picture(one, theme), lang))
        assert [*drawing.faults] == []
        assert said(SOURCE, lang) in drawing.text


# ------------------------------------------------------------------------------- columns


@pytest.mark.parametrize(
    ("values", "unit"),
    [
        ((1250.5, -300), "euro"),
        ((-40, -10), "euro"),
        ((3.5, 4), "procent"),
        ((99, 100), "procent"),
        ((0.0007, 0.0012), "dagen"),
        ((2**53 - 1, 5), "kinderen"),
        ((1, 30_850), "kinderen"),
    ],
)
def test_columns_begin_at_zero_and_fill_the_height(
    write: Write, values: tuple[float, float], unit: str
) -> None:
    """Percentages too: a scale is cut off nowhere, nor is it larger than what is drawn."""
    first, last = values
    text = UNITS + measured(unit, number("2019", first) + number("2020", last))
    shown = picture(kic.load(write(text)))
    [read] = _drawn(shown).panels
    _is_in_proportion(shown.panels[0], read)
    _is_told(shown.panels[0], read, "nl")
    tops = [p.box.top for c in read.columns(2) for p in c.pieces]
    bottoms = [p.box.bottom for c in read.columns(2) for p in c.pieces]
    assert max(*bottoms, read.zero) - min(*tops, read.zero) > 0.75 * (
        read.box.bottom - read.box.top
    )


@pytest.mark.parametrize("values", [(0, 0), (0, 5)])
def test_a_zero_is_a_number_without_a_column(write: Write, values: tuple[int, int]) -> None:
    """It stands as 0 on the line, and has no sign."""
    first, last = values
    shown = picture(kic.load(write(indicator("a", exact("2019", first) + exact("2020", last)))))
    [read] = _drawn(shown).panels
    columns = [*read.columns(2)]
    assert [bool(c.pieces) for c in columns] == [bool(value) for value in values]
    zero, *_ = [w for w in read.words if w.text == "0"]
    assert columns[0].box.left < zero.box.middle < columns[0].box.right
    assert 0 <= read.zero - zero.box.bottom < 8
    assert shown.signs == {}


def test_zeros_of_a_long_series_are_told(write: Write) -> None:
    """Where nothing is drawn something is written, or it would look like nothing known."""
    values = [0 if year % 7 == 0 else year % 7 for year in range(2000, 2025)]
    figures = "".join(exact(str(2000 + n), value) for n, value in enumerate(values))
    shown = picture(kic.load(write(indicator("a", figures))))
    [read] = _drawn(shown).panels
    for value, column in zip(values, read.columns(len(values)), strict=True):
        here = [w.text for w in read.words if column.box.meets(w.box)]
        assert column.pieces or (value == 0 and "0" in here)


def test_what_is_less_than_little_is_seen(write: Write) -> None:
    """Beside a large number "less than 5" has its words, if no column."""
    figures = exact("2018", 900) + put("less_than", "2019").replace("300", "5")
    shown = picture(kic.load(write(indicator("a", figures + exact("2020", 1000)))))
    assert "minder dan 5" in _drawn(shown).text


def test_lines_stand_where_a_series_breaks_and_where_the_publication_changes(
    write: Write,
) -> None:
    """Each with its own form, before the column that it is about; both are explained."""
    other = '[sources.andere]\npublisher = "Ander"\ntitle = "Anders"\n'
    figures = exact("2018", 5) + figure("2019", 'qualifier = "exact", value = 7, status = "B"')
    figures += figure("2020", 'qualifier = "exact", value = 6, source = "andere"')
    shown = picture(kic.load(write(other + indicator("a", figures))))
    drawing = _drawn(shown)
    [read] = drawing.panels
    broken, next_source = sorted(read.lines, key=lambda line: line.box.left)
    _, second, third = read.columns(3)
    assert broken.box.left == pytest.approx(second.box.left, abs=0.5)
    assert next_source.box.left == pytest.approx(third.box.left, abs=0.5)
    assert (broken.dashed, next_source.dashed) == (False, True)
    for line, meaning in ((broken, BREAK), (next_source, NEXT_SOURCE)):
        key = drawing.key(said(meaning))
        assert (key.dashed, key.stroke) == (line.dashed, line.stroke)
    assert broken.stroke != next_source.stroke


def test_the_number_that_replaces_another_is_written(wide: kic.Dataset) -> None:
    """Or the earlier one, among the cautions, would be all that can be read of its column."""
    shown = picture(wide, "kinderen_laag_inkomen")
    replaced = [said(slot.what) for slot in shown.panels[0].slots if slot.replaces]
    written = " ".join(_drawn(shown).text.split())
    assert (
        [n for n in replaced if n in written]
        == replaced
        == ["afgerond 258.000", "afgerond 218.000"]
    )


def test_own_and_other_publications_differ(wide: kic.Dataset) -> None:
    """By how dark they are, also without colour, on light and on dark; the legend says so."""
    for look in (PLAIN, Look(dark=True)):
        shown = picture(wide, "gesloten_jeugdzorg")
        drawing = _drawn(shown, "nl", look)
        [panel], [read] = shown.panels, drawing.panels
        columns = [*read.columns(len(panel.slots))]
        colors: dict[bool, set[str]] = {True: set(), False: set()}
        for slot, column in zip(panel.slots, columns, strict=True):
            colors[slot.own] |= {piece.color for piece in column.pieces}
        [own], [other] = colors[True], colors[False]
        assert contrast(own, other) >= 2.5
        assert drawing.key(said(shown.paler)).color == other


@pytest.mark.parametrize("look", [PLAIN, Look(dark=True)], ids=["light", "dark"])
def test_what_is_drawn_stands_out(write: Write, look: Look) -> None:
    """Text 4.5 to 1 on its ground; columns, strokes, lines and signs 3 to 1, others' 1.5."""
    other = '[sources.andere]\npublisher = "Ander"\ntitle = "Anders"\n'
    figures = "".join(put(q, str(2000 + n)) for n, q in enumerate(SAID))
    figures += figure("2011", 'qualifier = "exact", value = 7, status = "B"')
    figures += figure("2012", 'registration = "unavailable"')
    figures += figure("2013", 'qualifier = "exact", value = 300, source = "andere"')
    extra = 'gaps = [{ missing = { nl = "x" }, as_printed = "y" }]'
    drawing = _drawn(picture(kic.load(write(other + indicator("a", figures, extra)))), "nl", look)
    ground = drawing.shapes[0].fill
    for words in drawing.words:
        assert contrast(words.color, ground) >= 4.5, words
    [read] = drawing.panels
    paler = look.palette.paler
    for shape in (*read.inside, *drawing.keys):
        if shape.color not in ("none", ground, look.palette.line):
            assert contrast(shape.color, ground) >= (1.5 if shape.color == paler else 3), shape
    assert (contrast(ground, "#000000") < 1.5) == look.dark


# ------------------------------------------------------------------------- in a browser

# Pictures are compared in squares of 8 pixels, by the mean difference in grey (of 255) of the
# square that differs most: over the whole of a picture a letter would disappear.
SQUARE, MOST = 8, 6


def _seen(open_free: Open, made: bytes) -> Image.Image:
    """The SVG as Chromium shows it."""
    page = open_free("about:blank", 640, 640)
    page.set_content(f"<style>body{{margin:0}}svg{{width:640px}}</style>{made.decode()}")
    return Image.open(BytesIO(page.locator("svg").screenshot())).convert("RGB")


def _difference(seen: Image.Image, known: Image.Image) -> int:
    """The mean difference in the square that differs most."""
    greys = ImageChops.difference(seen.convert("L"), known.convert("L"))
    _, most = greys.reduce(SQUARE).getextrema()
    assert isinstance(most, int)
    return most


EVERY_KIND = "".join(put(q, str(2000 + n)) for n, q in enumerate(SAID))
RATES = counted(
    "a",
    figure("2020", 'qualifier = "range", lower = 40, upper = 60')
    + on_island('qualifier = "rounded", value = 10, rounded_to = 5'),
) + population(PEOPLE)


@pytest.fixture
def kept(wide: kic.Dataset, dataset: kic.Dataset, write: Write) -> Callable[[str], bytes]:
    """The pictures that are kept, by their names, with letters as outlines."""

    def kept_(name: str) -> bytes:
        match name:
            case "series":
                return svg(picture(wide, "ots"), "nl", Look(outlines=True))
            case "cards":
                return svg(picture(dataset, "uitbuiting"), "en", Look(13, outlines=True))
            case "uncertain":
                shown = picture(kic.load(write(indicator("a", EVERY_KIND))))
                return svg(shown, "nl", Look(dark=True, outlines=True))
            case _:
                rated = kic.load(write(RATES))
                shown = picture_of(rated, kic.show(rated, "a"), "A title of one's own")
                return svg(shown, "en", Look(8, outlines=True))

    return kept_


@pytest.mark.parametrize("name", ["series", "cards", "uncertain", "regions"])
def test_it_looks_as_it_did(
    kept: Callable[[str], bytes], open_free: Open, request: pytest.FixtureRequest, name: str
) -> None:
    """A chart in a browser is the picture that was looked at and kept."""
    seen = _seen(open_free, kept(name))
    path = PICTURES / f"{name}.png"
    if request.config.getoption("--rewrite"):
        path.parent.mkdir(exist_ok=True)
        seen.quantize(64, dither=Image.Dither.NONE).save(path, optimize=True)
    with Image.open(path) as image:
        known = image.convert("RGB")
    again = f"look at it; if it is right: pytest {Path(__file__).relative_to(ROOT)} --rewrite"
    assert seen.size == known.size, again
    assert _difference(seen, known) <= MOST, again


def test_the_comparison_sees_a_letter(wide: kic.Dataset, open_free: Open) -> None:
    """What is allowed to differ is less than one year, or one sign, of a picture."""
    shown = picture(wide, "ots", region=["nederland"])
    [panel] = shown.panels
    outlines = Look(outlines=True)
    seen = _seen(open_free, svg(shown, look=outlines))
    missing = next(n for n, s in enumerate(panel.slots) if s.sign)
    for place, changed in (
        (0, panel.slots[0]._replace(when="2016")),
        (missing, panel.slots[missing]._replace(sign="not_shown")),
    ):
        slots = [*panel.slots]
        slots[place] = changed
        other = shown._replace(panels=(panel._replace(slots=tuple(slots)),))
        assert _difference(_seen(open_free, svg(other, look=outlines)), seen) > 2 * MOST


@pytest.mark.parametrize("fonts", ["'DejaVu Sans'", "'Liberation Sans', Arial, Helvetica"])
def test_no_text_overlaps_in_a_browser(
    wide: kic.Dataset, dataset: kic.Dataset, open_free: Open, fonts: str
) -> None:
    """Nor leaves the picture, in the font that was measured and in another one."""
    shown = ((picture(wide, "ots"), Look(8)), (picture(dataset, "migratie"), PLAIN))
    page = open_free("about:blank")
    for one, look in shown:
        made = svg(one, "nl", look).decode()
        page.set_content(made.replace("'DejaVu Sans', 'Verdana'", fonts))
        boxes = page.evaluate(
            """() => {
              const all = [document.querySelector("svg"), ...document.querySelectorAll("text")];
              return all.map((e) => [e.getBoundingClientRect(), e.textContent]).map(
                ([b, text]) => [b.left, b.top, b.right, b.bottom, text]);
            }"""
        )
        (left, top, right, bottom, _), *texts = boxes
        assert len(texts) > 30
        for n, (x, y, to_x, to_y, text) in enumerate(texts):
            assert left <= x, text
            assert (top <= y, to_x <= right, to_y <= bottom) == (True, True, True), text
            # A line is higher than its letters, by a sixth above and below.
            low = (to_y - y) / 3
            for x2, y2, to_x2, to_y2, other in texts[:n]:
                apart = to_x <= x2 or to_x2 <= x or to_y - low <= y2 or to_y2 - low <= y
                assert apart, (text, other)
