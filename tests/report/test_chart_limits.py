"""Charts of many periods, long texts and odd numbers: all of it can be read, or is refused."""

from __future__ import annotations

from typing import Any

import pytest

import kic
from kic.model.errors import UsageError
from kic.report.chart import Look, draw
from tests.conftest import Write, exact, figure, indicator
from tests.needs import package
from tests.qualifiers import SAID, put
from tests.report.drawn import Drawing, picture, said, svg, told
from tests.units import UNITS, measured, number

pytestmark = pytest.mark.needs("matplotlib")

WORD = "Kindercarnavalsoptochtvoorbereidingswerkzaamheden"
WORDS = f'qualifier = "words", words = {{ nl = "{WORD * 3}", en = "x" }}'


def _years(number: int, first: int = 1000, step: int = 7919) -> str:
    """So many years in a row, of numbers of one length that go up and down."""
    values = (first + n * step % 997 for n in range(number))
    return "".join(exact(str(2024 - number + n), value) for n, value in enumerate(values))


def _periods(form: str, number: int) -> str:
    """Periods in a row, of one kind."""
    months = ((2010 + n // 12, n % 12 + 1, 2011 + n // 12) for n in range(number))
    return "".join(exact(form.format(*each), 10 + n % 7) for n, each in enumerate(months))


SCHOOL = "".join(exact(f"{year}/{year + 1} school", 9 + year % 5) for year in range(1990, 2021))
TOTALS = "".join(exact(f"{year}/{year + 1} total", 9 + year % 5) for year in range(1990, 2021, 2))
EVERY = [*SAID] * 4
HARD = {
    "two": indicator("a", _years(2)),
    "five": indicator("a", _years(5)),
    "twelve": indicator("a", _years(12)),
    "thirty": indicator("a", _years(30)),
    "fifty": indicator("a", _years(50)),
    "hundred": indicator("a", _years(100)),
    "large": indicator("a", _years(5, 2**53 - 1000, 1)),
    "many large": indicator("a", _years(30, 2**53 - 1000, 1)),
    "tiny": UNITS + measured("dagen", number("2019", 0.0007) + number("2020", 0.0012)),
    "many tiny": UNITS
    + measured("dagen", "".join(number(str(1990 + n), (n % 13 + 1) / 10_000) for n in range(30))),
    "below zero": UNITS
    + measured("euro", "".join(number(str(1990 + n), (-1) ** n * n * 1000.5) for n in range(30))),
    "all below": UNITS + measured("euro", number("2019", -0.5) + number("2020", -0.25)),
    "every kind": indicator("a", "".join(put(q, str(1980 + n)) for n, q in enumerate(EVERY))),
    "ranges": indicator(
        "a",
        "".join(
            figure(str(2010 + n), f'qualifier = "range", lower = {10**6 + n}, upper = {2 * 10**6}')
            for n in range(8)
        ),
    ),
    "school years": indicator("a", SCHOOL),
    "totals": indicator("a", TOTALS),
    "months": indicator("a", _periods("{}-{:02}", 60)),
    "days": indicator("a", "".join(exact(f"2020-01-{n + 1:02}", n % 7) for n in range(31))),
    "far apart": indicator("a", exact("1900", 5) + exact("2020", 7)),
    "long label": indicator("a", exact("2019", 1) + exact("2020", 2)).replace(
        "Over a", f"{WORD * 3} {'en dan nog ' * 15}"
    ),
    "long words": indicator("a", figure("2019", WORDS) + exact("2020", 5) + exact("2021", 6)),
    "long card": indicator("a", figure("2019", WORDS)),
    "small beside tall": indicator(
        "a",
        "".join(exact(str(2012 + n), 12_012_000 + 1000 * n) for n in range(9))
        + figure("2021", 'qualifier = "at_most", upper = 150000')
        + exact("2022", 15_000_000)
        + figure("2023", 'qualifier = "at_least", value = 250000'),
    ),
    "next to nothing beside tall": UNITS
    + measured(
        "euro",
        number("2018", -5) + number("2022", 2**53 - 1) + number("2023", 0.000000000000001),
    ),
    "below and above zero": UNITS
    + measured(
        "euro",
        number("2019", -250_000_000)
        + figure("2020", 'qualifier = "almost", value = -100000000')
        + number("2021", 123456789.55)
        + number("2022", 1023456789.25)
        + number("2023", 223456789.25),
    ),
    "large cards": "".join(indicator(f"i{n}", exact("2020", 2**53 - 1 - n)) for n in range(5)),
    "long unit": '[units.lang]\nlabel = { nl = "%s", en = "x" }\nkind = "count"\n' % (WORD * 2)
    + indicator("a", exact("2020", 5)).replace("kinderen", "lang"),
}


@pytest.mark.parametrize("name", HARD)
def test_nothing_overlaps_or_is_cut_off(write: Write, name: str) -> None:
    """From as narrow as a chart can be on; and no number seems to be that of another column."""
    shown = picture(kic.load(write(HARD[name])))
    for width in (8, 13, 16, 34):
        if (name, width) != ("hundred", 8):  # which are too many
            drawing = Drawing(svg(shown, look=Look(width)))
            assert [*drawing.faults] == [], width
            _hides_nothing(drawing)
            for panel, read in zip(shown.panels, drawing.panels, strict=True):
                assert [*read.misplaced(panel.slots, "nl")] == [], width


def _hides_nothing(drawing: Drawing) -> None:
    """No ground of a number covers an arrow, or the end of a column beside it."""
    paper = drawing.look.palette.paper
    for panel in drawing.panels:
        inside = [s for s in drawing.shapes if panel.box.holds(s.box, 60)]
        grounds = [s.box for s in inside if s.fill == paper and s.corners == 4]
        drawn = [s for s in inside if s.color not in (paper, "none")]
        for ground in grounds:
            arrows = [s for s in drawn if s.corners == 3 and s.box.meets(ground)]
            columns = (s.box for s in drawn if s.corners == 4 and s.box.meets(ground))
            ends = (b.top if b.bottom <= panel.zero + 1 else b.bottom for b in columns)
            hidden = [end for end in ends if ground.top < end < ground.bottom]
            assert (arrows, hidden) == ([], [])


@pytest.mark.parametrize("name", ["five", "thirty", "hundred", "every kind", "below zero"])
def test_what_is_not_written_above_a_column_is_read_from_an_axis(write: Write, name: str) -> None:
    """The last number is written in any case, and the highest above it; the axis has a zero."""
    shown = picture(kic.load(write(HARD[name])))
    [panel] = shown.panels
    drawing = Drawing(svg(shown))
    [read] = drawing.panels
    here = [w.text.replace("\u00a0", " ") for w in read.words]
    numbers = [said(slot.what) for slot in panel.slots if not slot.sign]
    written = "".join("".join(here).split())
    if all("".join(n.split()) in written for n in numbers):
        return
    assert read.has_axis
    ticks = {w.text for w in drawing.words if w.box.right < read.box.left}
    assert "0" in ticks
    assert "".join(numbers[-1].split()) in "".join(drawing.text.split())
    highest = max((slot for slot in panel.slots if not slot.sign), key=lambda slot: slot.ends[1])
    assert "".join(said(highest.what).split()) in written


def test_what_may_be_anything_up_to_little_is_seen(write: Write) -> None:
    """A column without its number, of next to nothing, does not look like nothing known."""
    shown = picture(kic.load(write(HARD["small beside tall"])))
    [read] = Drawing(svg(shown, look=Look(13))).panels
    columns = read.columns(len(shown.panels[0].slots))
    assert all(column.pieces for column in columns)


def test_a_large_number_on_a_card_is_on_one_line(write: Write) -> None:
    """A number that is parted is read as two."""
    shown = picture(kic.load(write(HARD["large cards"])))
    for width in (8, 16):
        lines = [w.text for w in Drawing(svg(shown, look=Look(width))).words]
        for card in shown.cards:
            assert said(card.what) in lines


def test_words_of_the_source_stand_in_the_picture(write: Write) -> None:
    """What is in the place of a number is read too, not only that there is something."""
    figures = exact("2018", 5) + exact("2019", 6) + put("words", "2020")
    drawing = Drawing(svg(picture(kic.load(write(indicator("a", figures))))))
    assert '"honderden"' in drawing.text


def test_periods_are_told_in_order_and_the_last_one_always(write: Write) -> None:
    """Every so many where there is no room for all."""
    shown = picture(kic.load(write(HARD["fifty"])))
    drawing = Drawing(svg(shown))
    [read] = drawing.panels
    whens = [when for when, _ in told(shown.columns)]
    below = sorted((w.box.left, w.text) for w in drawing.words if w.text in whens)
    texts = [text for _, text in below]
    assert texts == sorted(texts)
    assert (texts[0], texts[-1]) == (whens[0], whens[-1])
    assert 5 <= len(texts) < 50
    for text, column in zip(whens, read.columns(len(whens)), strict=True):
        for words in drawing.words:
            if words.text == text:
                # The outermost may be moved, to stay on the sheet.
                assert column.box.left - 8 <= words.box.middle <= column.box.right + 8


# -------------------------------------------------------------------------- what is refused


@pytest.mark.parametrize("width", [7.9, 60.1, 0, -13, float("nan"), float("inf")])
def test_a_width_that_nobody_could_read_is_refused(dataset: kic.Dataset, width: float) -> None:
    """In one line that says what is taken."""
    with pytest.raises(UsageError, match=r"^--width is in cm, from 8 to 60 \(found .*\)\.$"):
        draw(picture(dataset, "nareis"), "svg", "nl", Look(width))


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_more_than_fits_on_a_page_is_refused(wide: kic.Dataset, kind: Any) -> None:
    """In one line; before a picture is drawn that no program would open."""
    with pytest.raises(UsageError, match=r"higher than a page .*; ask for fewer indicators\.$"):
        draw(picture(wide, "migratie"), kind, "nl", Look())


def test_more_periods_than_columns_fit_are_refused(write: Write) -> None:
    """In one line that says what helps, and a wider picture has them."""
    shown = picture(kic.load(write(indicator("a", _periods("{}-{:02}", 100)))))
    with pytest.raises(UsageError, match=r"^100 periods are too many .* --period.* --width\.$"):
        draw(shown, "svg", "nl", Look(8))
    assert draw(shown, "svg", "nl", Look(13))


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How long the texts are that are measured from now on."""
    Renderer = package("matplotlib.backends.backend_agg").RendererAgg  # noqa: N806 - a class

    found: list[int] = []
    measure = Renderer.get_text_width_height_descent

    def counting(self: Any, s: str, *rest: Any, **how: Any) -> Any:
        found.append(len(s))
        return measure(self, s, *rest, **how)

    monkeypatch.setattr(Renderer, "get_text_width_height_descent", counting)
    monkeypatch.setattr("kic.report.chart.sheet.Widths", dict)  # of each picture alone
    return found


@pytest.mark.parametrize("piece", ["a", "ab ", "ab/", " "])
def test_what_is_measured_grows_with_the_length_of_a_text(
    write: Write, letters: list[int], piece: str
) -> None:
    """A text ten times as long takes about ten times the work, and not a hundred times."""
    work = []
    for length in (60, 600):
        text = (piece * length)[:length] + "b"
        figures = indicator("getal", exact("2019", 5)).replace("Over getal", text)
        shown = picture(kic.load(write(figures.replace("About getal", text))))
        letters.clear()
        svg(shown)
        work.append(sum(letters))
    assert work[1] < 20 * work[0]


def test_what_is_refused_is_not_laid_out_whole(write: Write, letters: list[int]) -> None:
    """However much is asked for, it is refused once it is higher than a page."""
    work = []
    for several in (30, 90):
        text = "".join(indicator(f"i{n}", exact("2020", n + 1)) for n in range(several))
        shown = picture(kic.load(write(text)))
        letters.clear()
        with pytest.raises(UsageError, match="higher than a page"):
            svg(shown, look=Look(8))
        work.append(sum(letters))
    assert work[1] < 2 * work[0]
