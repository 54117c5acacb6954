"""Charts: what they show is decided before anything is drawn, and what is drawn is looked at."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, get_args
from xml.etree import ElementTree

import pytest
from PIL import Image, ImageChops

import kic
from kic.dataset import embedded
from kic.model import Lang, UnitKind
from kic.model.wording import NOT_HERE
from kic.query.change import series
from kic.query.show import show
from kic.report.chart import draw, picture_of
from kic.report.chart.bars import FILLS
from kic.report.chart.contents import NOT_SHOWN
from kic.report.chart.layout import MARGIN, lay_out
from kic.report.chart.marks import lines
from kic.report.chart.pen import GREY, HUE, INK, LIGHT, PAPER, Pen, Words
from kic.report.chart.picture import Panel, Picture
from kic.report.chart.save import DPI
from kic.table import Stroke
from tests.browser import contrast
from tests.conftest import ROOT, Write, exact, figure, indicator

if TYPE_CHECKING:
    from playwright.sync_api import Browser


PICTURES = ROOT / "tests" / "pictures"


@pytest.fixture(scope="session")
def wide() -> kic.Dataset:
    """The figures that come with kic, with some that are not from the report itself."""
    return kic.load([embedded(), Path(__file__).with_name("context.toml")])


def _picture(dataset: kic.Dataset, *subjects: str, **only: list[str]) -> Picture:
    return picture_of(dataset, series(dataset, show(dataset, *subjects, **only).records))


def _told(panel: Panel, lang: Lang = "nl") -> list[tuple[str, str, str]]:
    """The slots as period, number or reason, and codes."""
    return [
        (
            getattr(slot.when, lang),
            " ".join(lines(slot.label, lang)).replace("\u00a0", " "),
            " ".join(slot.codes),
        )
        for slot in panel.slots
    ]


# ----------------------------------------------------------------------- what is shown


def test_a_series_has_every_year_and_says_which_are_missing(wide: kic.Dataset) -> None:
    """Between 2017 and 2020 nothing is known of two years: they have slots that say so."""
    [panel] = _picture(wide, "gesloten_jeugdzorg").panels
    assert _told(panel) == [
        ("2017", "2.710", "n"),
        ("2018", "niet in deze dataset", ""),
        ("2019", "niet in deze dataset", ""),
        ("2020", "2.080", "c p"),
        ("2021", "1.815", "n"),
    ]
    assert _told(panel, "en")[:2] == [("2017", "2,710", "n"), ("2018", "not in this dataset", "")]
    assert [s.stroke for s in panel.slots] == ["full", "gap", "gap", "full", "full"]
    assert panel.ticks == (0, 1000, 2000, 3000)


def test_a_correction_says_what_is_printed_and_by_whom_it_was_corrected(
    wide: kic.Dataset,
) -> None:
    """The same sentence as in the tables, with the period it is about."""
    told = _picture(wide, "gesloten_jeugdzorg")
    [correction] = told.corrections
    assert correction.nl.startswith("2020: ")
    assert (
        'staat "080 kinderen"; gecorrigeerd volgens Centraal Bureau voor de Statistiek'
        in correction.nl
    )
    assert [key.code for key in told.keys] == ["c", "p", "n"]
    assert [s.nl[:5] for s in told.sources] == ["Kinde", "2017:", "2021:"]


def test_another_unit_and_kind_of_period_have_an_axis_of_their_own(dataset: kic.Dataset) -> None:
    """Cases in a year and families in a quarter do not stand side by side."""
    told = _picture(dataset, "helpdesk_dakloosheid")
    years, quarter = told.panels
    assert (years.unit and years.unit.nl, years.about) == ("zaken", ())
    assert _told(years) == [
        ("2018", "24", ""),
        ("2019", "niet in deze dataset", ""),
        ("2020", "59", ""),
    ]
    assert (quarter.unit and quarter.unit.nl, quarter.about[0].nl) == ("gezinnen", "per kwartaal")
    assert _told(quarter) == [("2021-Q1", "12", "")]
    assert "eigen as" in told.remarks[0].nl


def test_two_regions_never_share_an_axis(dataset: kic.Dataset) -> None:
    """A panel for each, which says how was counted."""
    first, second = _picture(dataset, "ondertoezichtstelling").panels
    assert (first.region.en, first.ticks[-1]) == ("Netherlands", 40000)
    assert (second.region.en, second.ticks[-1]) == ("Caribbean Netherlands", 50)
    assert second.about[0].en == "number at the end of the period (inferred by kic)"


def test_less_than_is_a_range_and_no_bar(dataset: kic.Dataset) -> None:
    """Less than five lies between 0 and 5, and has no height of its own."""
    [panel] = _picture(dataset, "buitenschuld_ingewilligd").panels
    [slot] = panel.slots
    assert _told(panel) == [("2020", "< 5", "p")]
    assert (slot.stroke, slot.height, tuple(slot.interval)) == ("maybe", 0, (None, 0, 5))


def test_at_least_is_open_above(dataset: kic.Dataset) -> None:
    """A number that is "ruim" is a bar with an arrow."""
    told = _picture(dataset, "jeugdhulp_zonder_verblijf")
    assert _told(told.panels[0]) == [("2020", "ruim 397.000", "r p")]
    assert (told.panels[0].slots[0].stroke, told.keys[0].stroke) == ("open", "open")


def test_an_estimate_of_no_known_period_stands_apart(dataset: kic.Dataset) -> None:
    """It is hatched, and on no axis of time."""
    [panel] = _picture(dataset, "seksuele_uitbuiting_meisjes").panels
    assert _told(panel) == [("periode niet vermeld", "ca. 1.300", "E")]
    assert (panel.slots[0].stroke, panel.slots[0].apart) == ("about", True)


def test_a_registered_zero_is_a_number_beside_no_total_of_two_years(dataset: kic.Dataset) -> None:
    """The zero is shown as 0, and the two years together elsewhere."""
    two_years, year = _picture(dataset, "deskundigenrapport").panels
    assert _told(two_years) == [("2017/2018", "25", "")]
    assert two_years.about[0].en == "over 2 years combined"
    assert _told(year) == [("2020", "0", "")]
    assert (year.slots[0].stroke, year.ticks, year.top) == ("full", (0,), 1)


def test_a_break_without_a_number_keeps_its_mark(dataset: kic.Dataset) -> None:
    """There is no axis without numbers, and no line where the moment is unknown."""
    [panel] = _picture(dataset, "kinderarmoede").panels
    assert _told(panel) == [("periode niet vermeld", "geen getal gegeven (gedaald)", "b O")]
    assert (panel.ticks, panel.slots[0].breaks, panel.slots[0].stroke) == ((), False, "gap")


def test_a_gap_says_why_there_is_no_number(dataset: kic.Dataset) -> None:
    """Nothing was counted, so there is no period to state either."""
    panels = _picture(dataset, "kindermishandeling", region=["caribisch"]).panels
    assert [_told(p) for p in panels] == [[("2020", "weinig/niet van allen volgens de bron", "O")]]
    told = {slot for p in _picture(dataset, "kindermishandeling").panels for slot in _told(p)}
    assert ("geen periode", "onduidelijk volgens de bron", "O") in told


def test_shares_run_to_a_hundred_and_the_rest_from_zero(wide: kic.Dataset) -> None:
    """No axis in the whole dataset is cut off, above or below."""
    for panel in _picture(wide, *wide.themes).panels:
        if panel.ticks:
            assert panel.ticks[0] == 0
            assert panel.top >= max(s.interval.farthest for s in panel.slots)
            assert (panel.ticks[-1] == 100) or panel.kind is not UnitKind.SHARE


def test_what_must_be_known_stands_in_the_picture(dataset: kic.Dataset) -> None:
    """How 30.850 was counted is told; of many notes only the cautions, and where the rest is."""
    told = [note.nl for note in _picture(dataset, "ondertoezichtstelling").notes]
    assert told[0].startswith("Nederland, 2020: Opgevat als iedereen die in 2020")
    assert told[1].startswith("Caribisch Nederland, 2020: Opgevat als de stand eind 2020")
    many = _picture(dataset, *dataset.themes)
    assert len(many.notes) == len({caution for r in dataset.records for caution in r.cautions})
    assert many.remarks[0].en == "These figures have notes: see kic show."


def test_overlapping_periods_are_told(write: Write) -> None:
    """Totals over years that share one are not put side by side in silence."""
    text = indicator(
        "a",
        exact("2017/2018 total", 9) + exact("2018/2019 total", 8) + exact("2020/2021 total", 7),
    )
    drawn = _picture(kic.load(write(text)), "a")
    assert [slot.overlaps for slot in drawn.panels[0].slots] == [False, True, False]
    assert [r.en for r in drawn.remarks] == ["The periods overlap."]


def test_school_years_have_an_axis_of_their_own(write: Write) -> None:
    """Beside a total over the same two years, and with the one that is missing between them."""
    periods = ("2017/2018 school", "2019/2020 school", "2017/2018 total", "2021-S1")
    text = indicator("a", "".join(exact(period, 9) for period in periods))
    slots = {p.about[0].en: p.slots for p in _picture(kic.load(write(text)), "a").panels}
    assert {kind: [slot.when.en for slot in own] for kind, own in slots.items()} == {
        "per school year": ["2017/2018", "2018/2019", "2019/2020"],
        "over 2 years combined": ["2017/2018"],
        "per half-year": ["2021-S1"],
    }
    assert slots["per school year"][1].label == NOT_HERE


def test_small_axes_begin_at_a_plain_zero(write: Write) -> None:
    """Ticks of thousandths, and the zero is 0."""
    text = indicator("a", exact("2020", 0.0007)).replace('unit = "kinderen"', 'unit = "dagen"')
    text = '[units.dagen]\nlabel = { nl = "dagen", en = "days" }\nkind = "duration"\n' + text
    [panel] = _picture(kic.load(write(text)), "a").panels
    assert repr(panel.ticks[0]) == "0"


def test_every_figure_is_in_exactly_one_slot(wide: kic.Dataset) -> None:
    """Nothing is lost in dividing series over panels."""
    slots = [s for p in _picture(wide, *wide.indicators).panels for s in p.slots]
    figures = [s for s in slots if s.label not in (NOT_HERE, NOT_SHOWN)]
    assert len(figures) == len(wide.records)


BROKEN = indicator(
    "breuk",
    exact("2012", 1200)
    + exact("2018", 900)
    + figure("2019", 'qualifier = "exact", value = 1400, status = "B"')
    + figure("2020", 'qualifier = "exact", value = 1350, status = "V"')
    + figure("2021", 'qualifier = "estimate", value = 1300')
    + figure("unknown", 'qualifier = "at_least", value = 1000'),
)


def test_a_break_is_a_line_also_where_its_year_is_not_asked_for(write: Write) -> None:
    """A year that is known but not asked for is not called missing."""
    dataset = kic.load(write(BROKEN))
    [panel] = _picture(dataset, "breuk").panels
    assert [s.breaks for s in panel.slots] == [False, False, False, True, *[False] * 3]
    assert _told(panel)[1] == ("2013–2017", "niet in deze dataset", "")
    assert [s.stroke for s in panel.slots][3:] == ["full", "disputed", "about", "open"]
    [panel] = _picture(dataset, "breuk", period=["2018", "2020"]).panels
    assert _told(panel)[1] == ("2019", "hier niet getoond", "B")
    assert [s.breaks for s in panel.slots] == [False, True, False]


@pytest.mark.needs("matplotlib")
def test_a_number_with_bounds_is_a_bar_with_a_whisker(write: Write) -> None:
    """Whatever gave it its bounds; what no code explains has a key of its own."""
    dataset = kic.load(write(indicator("rond", exact("2020", 1200))))
    rounded = [r._replace(lower=1150, upper=1250) for r in dataset.records]
    told = picture_of(dataset, series(dataset, rounded))
    [slot] = told.panels[0].slots
    assert (slot.stroke, slot.height, told.panels[0].top) == ("maybe", 1200, 1500)
    assert [(key.stroke, key.code) for key in told.keys] == [("maybe", None)]
    assert draw(told, "svg", "nl")


@pytest.mark.parametrize(
    ("longest", "ticks"),
    [
        (1, (0, 1)),
        (4, (0, 1, 2, 3, 4)),
        (30850, (0, 10000, 20000, 30000, 40000)),
        (2**53 - 1, tuple(n * 2 * 10**15 for n in range(6))),
    ],
)
def test_ticks_are_round(write: Write, longest: int, ticks: tuple[int, ...]) -> None:
    """A count has whole ticks, the last one at or above the largest number."""
    dataset = kic.load(write(indicator("getal", exact("2020", longest))))
    assert _picture(dataset, "getal").panels[0].ticks == ticks


# ---------------------------------------------------------------------- what is written


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize("lang", get_args(Lang))
def test_an_svg_is_an_image_with_all_its_values_as_text(wide: kic.Dataset, lang: Lang) -> None:
    """Well-formed, named and described, with nothing that runs or is fetched."""
    made = draw(_picture(wide, "gesloten_jeugdzorg"), "svg", lang)
    root = ElementTree.fromstring(made)  # noqa: S314 - it was made here
    name = "{http://www.w3.org/2000/svg}"
    assert (root.tag, root.get("role")) == (f"{name}svg", "img")
    assert [child.tag for child in root][:2] == [f"{name}title", f"{name}desc"]
    told = root.findtext(f"{name}desc", "")
    number, missing = (
        ("2.080", "niet in deze dataset") if lang == "nl" else ("2,080", "not in this dataset")
    )
    assert f"2020: {number} (c, p)." in told
    assert f"2018: {missing}." in told
    assert '"080 kinderen"' in told
    assert {e.tag.removeprefix(name) for e in root.iter()} <= {
        *("svg", "title", "desc", "defs", "g", "path", "use", "pattern", "rect"),
    }
    links = [v for e in root.iter() for k, v in e.attrib.items() if "href" in k or "url(" in v]
    assert all(re.fullmatch(r"(url\()?#[\w-]+\)?", link.rpartition(" ")[2]) for link in links)
    assert b"<!DOCTYPE" not in made
    names = [e.get("id", "") for e in root.iter() if "id" in e.attrib]
    assert len(set(names)) == len(names)
    assert all(n.startswith("DejaVuSans") for n in names)  # the same letter in any chart


@pytest.mark.needs("matplotlib")
def test_a_png_opens_and_says_what_it_shows(dataset: kic.Dataset) -> None:
    """At 200 dots an inch, with a title and a description."""
    made = draw(_picture(dataset, "kinderarmoede"), "png", "en")
    with Image.open(BytesIO(made)) as image:
        image.load()
        assert round(image.info["dpi"][0]) == DPI
        assert image.info["Title"] == "Poverty among children"
        assert "period not stated: no number given (down) (b, O)." in image.info["Description"]
        assert "Software" not in image.info


@pytest.mark.needs("matplotlib")
def test_text_of_a_dataset_does_nothing(write: Write) -> None:
    """Neither markup, nor formulas, nor what a font lacks, in either format."""
    label = '<script>alert(1)</script> $x^2$ \\u001b[31m \\u202e]]> -- & 子 "'
    text = indicator("raar", exact("2020", 3)).replace("Over raar", label.replace('"', '\\"'))
    told = _picture(kic.load(write(text)), "raar")
    made = draw(told, "svg", "nl")
    root = ElementTree.fromstring(made)  # noqa: S314
    title = root.findtext("{http://www.w3.org/2000/svg}title", "")
    shown = '<script>alert(1)</script> $x^2$ \\x1b[31m \\u202e]]> -- & \\u5b50 "'
    assert title == shown
    assert b"<script" not in made
    with Image.open(BytesIO(draw(told, "png", "nl"))) as image:
        assert image.text["Title"] == shown  # type: ignore[attr-defined]


# ------------------------------------------------------------------------- how it looks


def _box(words: Words, pen: Pen) -> tuple[float, float, float, float]:
    width = pen.width(words.text, words.size, words.bold)
    return words.x, words.y - 0.76 * words.size, words.x + width, words.y + 0.22 * words.size


@pytest.fixture(scope="module")
def pen_for() -> Callable[[Lang], Pen]:
    """A pen for each language, which measures once what stands in many pictures."""
    return cache(Pen)


def _check_texts(told: Picture, pen: Pen) -> None:
    """Every text lies on the page and none over another."""
    pen.drawn.clear()
    width, height = lay_out(pen, told)
    boxes = [(w.text, _box(w, pen)) for w in pen.drawn if isinstance(w, Words)]
    for text, (left, top, right, bottom) in boxes:
        assert min(left, top) > 0, text
        assert (right < width, bottom < height) == (True, True), text
    for (one, a), (other, b) in combinations(boxes, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, (one, other)


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize("lang", get_args(Lang))
def test_no_text_overlaps_or_is_cut(
    wide: kic.Dataset, pen_for: Callable[[Lang], Pen], lang: Lang
) -> None:
    """For each indicator, each theme, and everything at once."""
    for subjects in (*((s,) for s in (*wide.indicators, *wide.themes)), wide.themes):
        _check_texts(_picture(wide, *subjects), pen_for(lang))


@pytest.mark.needs("matplotlib")
def test_what_was_measured_is_what_is_drawn(wide: kic.Dataset) -> None:
    """No letter of a PNG stands in the margin: lines are as long as they were made to fit."""
    with Image.open(BytesIO(draw(_picture(wide, "jeugdhulp"), "png", "en"))) as image:
        ink = ImageChops.invert(image.convert("L")).getbbox()
    assert ink
    margin = MARGIN * DPI / 72
    assert margin - 3 <= ink[0]
    assert ink[2] <= image.width - margin + 3


@pytest.mark.needs("matplotlib")
def test_no_text_overlaps_however_long_it_is(write: Write, pen_for: Callable[[Lang], Pen]) -> None:
    """Long words, long words in place of a number, many years and numbers of many digits."""
    long = "Kindercarnavalsoptochtvoorbereidingswerkzaamheden" * 4
    text = BROKEN.replace("Over breuk", f"{long} {'en dan nog ' * 20}") + indicator(
        "woorden",
        figure("2019", f'qualifier = "words", words = {{ nl = "{long}" }}, reason = "not_stated"')
        + "".join(exact(str(year), 2**53 - 1) for year in range(2020, 2035)),
    )
    dataset = kic.load(write(text))
    for subjects in (["breuk"], ["woorden"], ["breuk", "woorden"]):
        _check_texts(_picture(dataset, *subjects), pen_for("nl"))


def test_the_colors_are_told_apart_without_color() -> None:
    """Text 4.5 to 1 on paper; a bar, a light range and its outline 3 to 1 to each other."""
    for color in (INK, GREY, HUE):
        assert contrast(color, PAPER) >= 4.5
    assert contrast(HUE, LIGHT) >= 3
    assert contrast(INK, LIGHT) >= 3
    assert set(FILLS) <= set(get_args(Stroke))
    assert len({tuple(fill.items()) for fill in FILLS.values()}) == len(FILLS)


# Pictures are compared in squares of 8 pixels, by the mean difference in grey (of 255) of the
# square that differs most: over the whole of a picture a letter would disappear.  From
# matplotlib 3.9 to 3.11 no square differs by more than 2; another letter as the mark beside a
# number makes 16, and no letter 94.
SQUARE, MOST = 8, 6


def _seen(chromium: Browser, svg: bytes) -> Image.Image:
    """The SVG as Chromium shows it, in greys."""
    page = chromium.new_page(viewport={"width": 640, "height": 640}, device_scale_factor=1)
    try:
        page.set_content(f"<style>body{{margin:0}}svg{{width:640px}}</style>{svg.decode()}")
        shot = page.locator("svg").screenshot()
    finally:
        page.close()
    return Image.open(BytesIO(shot)).convert("L")


def _difference(seen: Image.Image, known: Image.Image) -> int:
    """The mean difference in the square that differs most."""
    _, most = ImageChops.difference(seen, known).reduce(SQUARE).getextrema()
    assert isinstance(most, int)
    return most


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize(
    ("name", "subjects", "lang"),
    [
        ("correction", ["gesloten_jeugdzorg"], "nl"),
        ("regions", ["ondertoezichtstelling"], "en"),
        (
            "uncertain",
            [
                "buitenschuld_ingewilligd",
                "seksuele_uitbuiting_meisjes",
                "jeugdhulp_zonder_verblijf",
                "kinderarmoede",
            ],
            "nl",
        ),
    ],
)
def test_it_looks_as_it_did(
    wide: kic.Dataset,
    chromium: Browser,
    request: pytest.FixtureRequest,
    name: str,
    subjects: list[str],
    lang: Lang,
) -> None:
    """A chart in a browser is the picture that was looked at and kept."""
    seen = _seen(chromium, draw(_picture(wide, *subjects), "svg", lang))
    path = PICTURES / f"{name}.png"
    if request.config.getoption("--rewrite"):
        path.parent.mkdir(exist_ok=True)
        seen.save(path, optimize=True)
    with Image.open(path) as image:
        known = image.convert("L")
    again = f"look at it; if it is right: pytest {Path(__file__).relative_to(ROOT)} --rewrite"
    assert seen.size == known.size, again
    assert _difference(seen, known) <= MOST, again


@pytest.mark.needs("matplotlib")
def test_the_comparison_sees_a_letter(wide: kic.Dataset, chromium: Browser) -> None:
    """What is allowed to differ is less than one mark beside a number, or one year."""
    told = _picture(wide, "gesloten_jeugdzorg")
    [panel] = told.panels
    seen = _seen(chromium, draw(told, "svg", "nl"))
    for place, change in ((3, {"codes": ("c", "h")}), (1, {"when": NOT_HERE})):
        slots = list(panel.slots)
        slots[place] = slots[place]._replace(**change)
        other = told._replace(panels=(panel._replace(slots=tuple(slots)),))
        assert _difference(_seen(chromium, draw(other, "svg", "nl")), seen) > 2 * MOST
