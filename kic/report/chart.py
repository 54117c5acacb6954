"""A picture drawn with matplotlib: as SVG or PNG, with all its values as text besides.

The layout is kic's own, in points from the upper left corner: every text is measured and
wrapped before it gets its place, so that nothing overlaps or is cut off.  The font is the
one that comes with matplotlib, and no setting of the machine has a say: the same picture
gives the same bytes.

Why matplotlib: it makes both SVG and PNG, knows hatches for what is uncertain, turns text into
paths of a font that it brings along, and needs neither a browser nor a network, which the
renderers of web charts do.
"""

import logging
import os
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import chdir, nullcontext
from html import escape
from importlib.util import find_spec
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any, Literal, NamedTuple

from kic.formats import Style
from kic.formats.cells import lines, say
from kic.model import Lang, Text
from kic.model.digits import number
from kic.model.errors import OutputError, needed
from kic.model.safe import visible
from kic.model.wording import CODES, SOURCE
from kic.report.picture import LegendEntry, Panel, Picture, Slot
from kic.table import Stroke

Kind = Literal["svg", "png"]
SUFFIXES: dict[str, Kind] = {".svg": "svg", ".png": "png"}
DPI = 200
MOST_PIXELS = 100_000_000  # each takes four bytes of memory and more

# One dark hue and greys, so that the picture reads in greyscale and without colour vision.
INK = "#1a1a1a"
HUE = "#1f3b5c"
LIGHT = "#c9d3de"
GREY = "#595959"
GRID = "#dddddd"
PAPER = "#ffffff"

_MARGIN = 22.0
_GAP = 30.0  # between panels, and around the slots apart
_NARROWEST, _WIDEST = 440.0, 860.0  # of a page, unless its slots need more
_HIGH, _LOW = 190.0, 140.0  # of the bars, in a single panel and in one of several
_PANEL = 220.0  # the least width of one of several panels
_BAR = 46.0
_BOX = 124.0  # the width of what stands in the place of a bar
_SMALL, _NORMAL, _LARGE = 8.5, 9.5, 14.0
_LEADING = 1.32


def draw(picture: Picture, kind: Kind, lang: Lang) -> bytes:
    """The picture as the content of an SVG or a PNG file.

    Raises MissingExtraError if matplotlib is not installed, and OutputError for a PNG that no
    program would show.
    """
    told = logging.getLogger("matplotlib")
    level = told.level
    # Where it can keep no cache it says so on stderr, which is of no use to anybody here.
    told.setLevel(logging.ERROR)
    try:
        matplotlib = _matplotlib()
        pen = _Pen(lang)
        page = _page(pen, picture)
        if kind == "png":
            _check_size(page)
        return _painted(matplotlib, pen, picture, page, kind)
    finally:
        told.setLevel(level)


def _check_size(page: tuple[float, float]) -> None:
    wide, high = (round(length / 72 * DPI) for length in page)
    if wide * high > MOST_PIXELS:
        raise OutputError(
            f"this chart would have {wide} by {high} pixels, and a PNG is drawn up to "
            f"{MOST_PIXELS // 1_000_000} million; ask for less, or give --output FILE.svg."
        )


def _matplotlib() -> Any:
    """matplotlib, started without the settings of the machine, which may be none it takes.

    It reads them from the environment and, before any other, from the working directory.
    """
    if "matplotlib" in sys.modules or (spec := find_spec("matplotlib")) is None:
        return needed("matplotlib", "chart")
    own = Path(str(spec.origin)).with_name("mpl-data")  # with the settings it comes with
    backend = os.environ.pop("MPLBACKEND", None)
    try:
        with chdir(own) if own.is_dir() and _is_somewhere() else nullcontext():
            return needed("matplotlib", "chart")
    finally:
        if backend is not None:
            os.environ["MPLBACKEND"] = backend


def _is_somewhere() -> bool:
    """Whether the working directory is still there, to come back to."""
    try:
        return bool(os.getcwd())  # noqa: PTH109 - as chdir does
    except OSError:
        return False


# ------------------------------------------------------------------------ what is drawn


class Words(NamedTuple):
    """A line of text; ``x`` is its left end and ``y`` its baseline."""

    x: float
    y: float
    text: str
    size: float
    bold: bool
    color: str


class Shape(NamedTuple):
    """Straight lines from point to point; filled if it has a ``face``."""

    points: tuple[tuple[float, float], ...]
    face: str | None = None
    edge: str | None = None
    weight: float = 0.8
    dashes: tuple[float, float] | None = None
    hatch: str | None = None


class _Pen:
    """Collects what is drawn, in points with ``y`` downwards, and measures text."""

    def __init__(self, lang: Lang) -> None:
        import matplotlib
        from matplotlib.font_manager import FontProperties, get_font
        from matplotlib.textpath import text_to_path

        folder = Path(matplotlib.get_data_path(), "fonts", "ttf")
        files = (folder / "DejaVuSans.ttf", folder / "DejaVuSans-Bold.ttf")
        self.lang = lang
        self.drawn: list[Words | Shape] = []
        self._fonts = [FontProperties(fname=file) for file in files]
        self._glyphs = get_font(str(files[0]))
        self._measure = text_to_path.get_text_width_height_descent
        self._measured: dict[tuple[str, float, bool], float] = {}

    def font(self, size: float, bold: bool) -> Any:
        font = self._fonts[bold].copy()
        font.set_size(size)
        return font

    def width(self, text: str, size: float, bold: bool = False) -> float:
        key = (text, size, bold)
        if text and key not in self._measured:  # measuring is what takes most of the time
            self._measured[key] = float(self._measure(text, self.font(size, bold), False)[0])
        return self._measured.get(key, 0.0)

    def plain(self, text: str) -> str:
        """Text on one line that the font can show: other characters as escapes."""
        told = visible(text)
        return "".join(
            c if self._glyphs.get_char_index(ord(c)) else c.encode("unicode_escape").decode()
            for c in told
        )

    def say(self, text: Text) -> str:
        return self.plain(say(text, self.lang))

    def amount(self, slot: Slot) -> list[str]:
        return [self.plain(line) for line in lines(slot.label, Style(lang=self.lang))]

    def wrapped(self, text: str, width: float, size: float, bold: bool = False) -> list[str]:
        """The text in lines of at most this width; a word that is longer is divided."""
        found = []
        start = 0
        while start < len(text):
            end = start + self._fitting(text, start, width, size, bold)
            blank = text.rfind(" ", start, end + 1)
            if end < len(text) and blank >= start:
                found.append(text[start:blank])
                start = blank + 1
                continue
            if end < len(text):  # within a word: after a slash or hyphen if there is one
                nice = max(text.rfind(sign, start, end) for sign in "/-") + 1
                end = nice if nice - start > (end - start) / 2 else end
            found.append(text[start:end])
            start = end
        return [line for line in found if line]

    def balanced(self, text: str, width: float, size: float) -> list[str]:
        """A bold text in as few lines as fit, of about the same length."""
        fewest = len(self.wrapped(text, width, size, bold=True))
        widths = [width - 8 * step for step in range(max(ceil((width - 40) / 8), 0) + 1)]
        as_few = bisect_right(
            widths, fewest, key=lambda narrow: len(self.wrapped(text, narrow, size, bold=True))
        )
        return self.wrapped(text, widths[max(as_few, 1) - 1], size, bold=True)

    def _fitting(self, text: str, start: int, width: float, size: float, bold: bool) -> int:
        """How many characters from ``start`` on fit in a line, at least one.

        No more than a few lines are measured, however long the text is.
        """

        def measured(length: int) -> float:
            return self.width(text[start : start + length], size, bold)

        most = 64
        while start + most < len(text) and measured(most) <= width:
            most *= 2
        lengths = range(1, min(most, len(text) - start) + 1)
        return max(bisect_right(lengths, width, key=measured), 1)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        bold: bool = False,
        color: str = INK,
        align: Literal["left", "middle", "right"] = "left",
    ) -> None:
        share = {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
        start = x - share * self.width(text, size, bold) if share else x
        self.drawn.append(Words(start, y, text, size, bold, color))

    def paragraph(self, x: float, y: float, told: Iterable[str], size: float, **how: Any) -> float:
        """Lines one below another, the first below ``y``; gives back where they end."""
        for line in told:
            y += size * _LEADING
            self.write(x, y, line, size, **how)
        return y

    def line(self, *points: tuple[float, float], color: str = GRID, **how: Any) -> None:
        self.drawn.append(Shape(points, edge=color, **how))

    def box(self, x: float, top: float, width: float, bottom: float, **how: Any) -> None:
        corners = ((x, top), (x + width, top), (x + width, bottom), (x, bottom), (x, top))
        self.drawn.append(Shape(corners, **how))


# ------------------------------------------------------------------------------ layout


def _page(pen: _Pen, picture: Picture) -> tuple[float, float]:
    """Lay everything out; gives back the width and height of the page."""
    panels = picture.panels
    several = len(panels) > 1
    needs = max(_needs(pen, panel) for panel in panels)
    if several:
        wide = max(needs, _PANEL)
        fitting = int((_WIDEST - 2 * _MARGIN + _GAP) // (wide + _GAP))
        columns = max(1, min(fitting, {2: 2, 4: 2}.get(len(panels), 3)))
        inner = columns * wide + (columns - 1) * _GAP
    else:
        columns, inner = 1, needs
    inner = max(inner, _NARROWEST - 2 * _MARGIN)
    wide = (inner - (columns - 1) * _GAP) / columns

    y = _MARGIN - 4
    title = pen.balanced(pen.say(picture.title), inner, _LARGE)
    y = pen.paragraph(_MARGIN, y, title, _LARGE, bold=True)
    own_titles = any(panel.title != picture.title for panel in panels)
    for start in range(0, len(panels), columns):
        row = panels[start : start + columns]
        heads = [_head(pen, panel, wide, own_titles, several) for panel in row]
        y += 20 if several else 2
        below = y + max(sum(size for _, size, *_ in head) for head in heads) * _LEADING
        # Above the longest bar stands its number, and maybe an arrow or the mark of a break.
        raised = any(slot.stroke == "open" or slot.breaks for p in row for slot in p.slots)
        end = y
        for column, (panel, head) in enumerate(zip(row, heads, strict=True)):
            x = _MARGIN + column * (wide + _GAP)
            at = y
            for line, size, bold, color in head:
                at = pen.paragraph(x, at, [line], size, bold=bold, color=color)
            high = _LOW if several else _HIGH
            top = below + (38 if raised else 24)
            end = max(end, _bars(pen, panel, x, top, wide, max(high, _tallest(pen, row))))
        y = end
    y = _foot(pen, picture, y + 14, inner)
    return inner + 2 * _MARGIN, y + _MARGIN - 4


def _head(
    pen: _Pen, panel: Panel, width: float, own_title: bool, several: bool
) -> list[tuple[str, float, bool, str]]:
    """The lines above a panel: its title unless the page has it, region, unit and the rest."""
    facts = [panel.region, *([panel.unit] if panel.unit else []), *panel.about]
    told = [pen.say(fact) for fact in facts]
    head = []
    if several:
        title = pen.say(panel.title) if own_title else told.pop(0)
        head += [(line, 10.5, True, INK) for line in pen.balanced(title, width, 10.5)]
    line = " · ".join(part.replace(" ", "\u00a0") if len(part) < 30 else part for part in told)
    return head + [(part, _NORMAL, False, GREY) for part in pen.wrapped(line, width, _NORMAL)]


def _mark_width(pen: _Pen, slot: Slot) -> float:
    """The width of the codes of a slot with the space before them."""
    return pen.width(" ".join(slot.codes), _SMALL) + 4 if slot.codes else 0.0


def _slot_width(pen: _Pen, slot: Slot) -> float:
    """What a slot needs so that no number, code or word in it is broken."""
    if slot.stroke == "gap":
        words = [w for line in pen.amount(slot) for w in line.split(" ")]
        longest = max((pen.width(w, _SMALL) for w in words), default=0.0)
        label = min(longest, 110.0) + 18
    else:
        label = pen.width(pen.amount(slot)[0], _NORMAL, bold=True) + _mark_width(pen, slot) + 10
    when = max(pen.width(w, _SMALL) for w in pen.say(slot.when).split(" ")) + 8
    return max(label, when, 52.0)


def _axis_width(pen: _Pen, panel: Panel) -> float:
    return max((pen.width(number(t, pen.lang), _SMALL) for t in panel.ticks), default=-8.0) + 8


def _has_both(panel: Panel) -> bool:
    """Whether some slots stand in the sequence and others apart from it."""
    return len({slot.apart for slot in panel.slots}) > 1


def _needs(pen: _Pen, panel: Panel) -> float:
    """The width a panel needs at least."""
    each = max(_slot_width(pen, slot) for slot in panel.slots)
    return _axis_width(pen, panel) + each * len(panel.slots) + _GAP * _has_both(panel)


def _tallest(pen: _Pen, row: Iterable[Panel]) -> float:
    """The height that the longest words in place of a number need."""
    gaps = [slot for panel in row for slot in panel.slots if slot.stroke == "gap"]
    return max((_reason_height(pen, slot, _slot_width(pen, slot)) for slot in gaps), default=0.0)


def _reason(pen: _Pen, slot: Slot, width: float) -> list[str]:
    inner = min(width - 8, _BOX) - 6
    told = [line for part in pen.amount(slot) for line in pen.wrapped(part, inner, _SMALL)]
    return [*told, *([" ".join(slot.codes)] if slot.codes else [])]


def _reason_height(pen: _Pen, slot: Slot, width: float) -> float:
    return len(_reason(pen, slot, width)) * _SMALL * _LEADING + 14


def _bars(pen: _Pen, panel: Panel, x: float, top: float, width: float, high: float) -> float:
    """Draw the axis and the slots, ``high`` below ``top``; gives back where they end."""
    bottom = top + high
    left = x + _axis_width(pen, panel)
    between = _GAP * _has_both(panel)
    each = (x + width - left - between) / len(panel.slots)
    inside = sum(not slot.apart for slot in panel.slots)
    stretches = [(left, left + inside * each), (left + inside * each + between, x + width)]
    stretches = [(a, b) for a, b in stretches if b - a > 1]
    scale = high / panel.top
    for tick in panel.ticks:
        level = bottom - tick * scale
        label = number(tick, pen.lang)
        pen.write(left - 8, level + 3, label, _SMALL, color=GREY, align="right")
        for a, b in stretches:
            pen.line((a, level), (b, level))
    end = bottom
    for place, slot in enumerate(panel.slots):
        start = left + place * each + (between if slot.apart else 0.0)
        if slot.breaks:
            pen.line((start, top - 26), (start, bottom), color=INK, weight=1, dashes=(4, 3))
            code = next(c for c in slot.codes if c in "Bb")
            pen.write(start + 3, top - 19, code, _SMALL, bold=True)
        if slot.stroke == "gap":
            _empty(pen, slot, start, top, bottom, each)
        else:
            _bar(pen, slot, start + each / 2, bottom, scale, min(each * 0.6, _BAR))
        when = pen.wrapped(pen.say(slot.when), each - 6, _SMALL)
        for row, line in enumerate(when):
            at = bottom + 4 + (row + 1) * _SMALL * _LEADING
            pen.write(start + each / 2, at, line, _SMALL, align="middle")
            end = max(end, at)
    for a, b in stretches:
        pen.line((a, bottom), (b, bottom), color=INK, weight=1)
    return end


def _empty(pen: _Pen, slot: Slot, x: float, top: float, bottom: float, width: float) -> None:
    """A slot without a number: a dotted outline with what is known of it."""
    wide = min(width - 8, _BOX)
    left = x + (width - wide) / 2
    pen.box(left, top, wide, bottom - 3, face=PAPER, edge=GREY, dashes=(1, 2.5))
    told = _reason(pen, slot, width)
    y = (top + bottom - len(told) * _SMALL * _LEADING) / 2 - 2
    for place, line in enumerate(told, 1):
        at = y + place * _SMALL * _LEADING
        pen.write(x + width / 2, at, line, _SMALL, color=GREY, align="middle")


def _bar(pen: _Pen, slot: Slot, x: float, bottom: float, scale: float, wide: float) -> None:
    """A bar around ``x`` with what is uncertain of it, and its number above."""
    height = slot.height * scale
    low, high = slot.interval.lower, slot.interval.upper
    if slot.stroke == "disputed":  # then so are its bounds
        low = high = None
    left, top = x - wide / 2, bottom - height
    label = top
    if slot.stroke == "maybe" and slot.interval.value is None and high is not None:
        _fill(pen, "maybe", left, bottom - high * scale, wide, top)
    if height:
        hatched: Stroke = slot.stroke if slot.stroke in ("about", "disputed") else "full"
        least = 1 if hatched == "full" else 5  # so high that the hatching is seen
        _fill(pen, hatched, left, min(top, bottom - least), wide, bottom)
    if high is not None and low != high:
        label = bottom - high * scale
        _whisker(pen, x, bottom - (low or 0) * scale, label, height > 0)
    if high is None and low is not None:
        label = _arrow(pen, x, top)
    value, marks = pen.amount(slot)[0], " ".join(slot.codes)
    size = pen.width(value, _NORMAL, bold=True)
    start = x - (size + _mark_width(pen, slot)) / 2
    whole = size + _mark_width(pen, slot)
    pen.box(start - 2, label - 14, whole + 4, label - 3, face=PAPER)  # no line through a number
    pen.write(start, label - 5, value, _NORMAL, bold=True)
    if marks:
        pen.write(start + size + 4, label - 5, marks, _SMALL, color=GREY)


_HATCH: dict[str, str] = {"about": "//////", "disputed": "xxxxx"}


def _fill(pen: _Pen, stroke: Stroke, x: float, top: float, width: float, bottom: float) -> None:
    """A bar, or a piece of one, drawn as its number is known."""
    if stroke == "full":
        pen.box(x, top, width, bottom, face=HUE)
    elif stroke == "maybe":
        pen.box(x, top, width, bottom, face=LIGHT, edge=HUE, dashes=(2.5, 2))
    else:
        pen.box(x, top, width, bottom, face=PAPER, edge=HUE, weight=1, hatch=_HATCH[stroke])


def _whisker(pen: _Pen, x: float, low: float, high: float, on_bar: bool) -> None:
    """From bound to bound, with a light edge where it would be lost on a dark bar."""
    for color, weight in ((PAPER, 4.0), (INK, 1.3))[not on_bar :]:
        for y in (low, high):
            pen.line((x - 7, y), (x + 7, y), color=color, weight=weight)
        pen.line((x, low), (x, high), color=color, weight=weight)


def _arrow(pen: _Pen, x: float, top: float, shaft: float = 9) -> float:
    """Upwards from a bar: at least this much.  Gives back where it ends."""
    end = top - shaft
    pen.line((x, top), (x, end), color=HUE, weight=2)
    head = ((x - 5, end + 1.5), (x, end - 5), (x + 5, end + 1.5), (x - 5, end + 1.5))
    pen.drawn.append(Shape(head, face=HUE))
    return end - 5


def _foot(pen: _Pen, picture: Picture, y: float, width: float) -> float:
    """What explains the panels: drawings and codes, corrections, remarks, sources."""
    if picture.keys:
        y = _legend(pen, picture.keys, y, width)
    for group in (picture.corrections, picture.notes, picture.remarks):
        for told in group:
            y = pen.paragraph(
                _MARGIN, y + 3, pen.wrapped(pen.say(told), width, _SMALL), _SMALL, color=GREY
            )
    y += 5
    head = f"{say(SOURCE, pen.lang)}:\u00a0"
    for place, told in enumerate(picture.sources):
        line = ("" if place else head) + pen.say(told)
        y = pen.paragraph(
            _MARGIN, y + 2 * bool(place), pen.wrapped(line, width, _SMALL), _SMALL, color=GREY
        )
    return y


def _legend(pen: _Pen, keys: Iterable[LegendEntry], y: float, width: float) -> float:
    """Each key with its drawing and its code, side by side as far as they fit."""
    x = _MARGIN
    y += _SMALL * _LEADING
    for key in keys:
        before = (20.0 if key.stroke else 0.0) + (14.0 if key.code else 0.0)
        told = pen.wrapped(pen.say(key.meaning), width - before, _SMALL)
        size = before + max(pen.width(line, _SMALL) for line in told)
        if x > _MARGIN and x + size > _MARGIN + width:
            x, y = _MARGIN, y + _SMALL * _LEADING + 2
        if key.stroke:
            _swatch(pen, key.stroke, x, y)
        if key.code:
            pen.write(x + before - 14, y, key.code, _SMALL, bold=True)
        y = pen.paragraph(x + before, y - _SMALL * _LEADING, told, _SMALL, color=GREY)
        x += size + 16
    return y + 2


def _swatch(pen: _Pen, stroke: Stroke, x: float, y: float) -> None:
    """A small example of a way to draw, on a baseline."""
    if stroke == "open":
        _arrow(pen, x + 7, y + 1, shaft=4)
        return
    _fill(pen, stroke, x, y - 7.5, 14, y + 1)
    if stroke == "maybe":
        pen.line((x + 7, y - 7.5), (x + 7, y + 1), color=INK, weight=1.3)


# ----------------------------------------------------------------------------- painting


def _painted(
    matplotlib: Any, pen: _Pen, picture: Picture, page: tuple[float, float], kind: Kind
) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    width, height = page
    title = pen.say(picture.title)
    told = "\n".join(described(picture, pen.lang))
    # The settings of whoever runs this are put aside, and put back.
    settings = {k: v for k, v in matplotlib.rcParamsDefault.items() if k != "backend"}
    settings |= {
        "svg.fonttype": "path",  # so that it looks the same where the font is not
        "svg.hashsalt": "kic",
        "text.hinting": "none",  # letters as wide as they were measured
        "hatch.color": HUE,
        "hatch.linewidth": 1.1,
    }
    made = BytesIO()
    with matplotlib.rc_context(settings):
        figure = Figure(figsize=(width / 72, height / 72), facecolor=PAPER)
        points = Affine2D().scale(1, -1).translate(0, height).scale(1 / 72)
        for place, thing in enumerate(pen.drawn):
            artist = _painted_thing(figure, thing, pen)
            artist.set_transform(points + figure.dpi_scale_trans)
            artist.set_zorder(place)  # what is drawn later lies over what was drawn before
        if kind == "png":
            FigureCanvasAgg(figure)
            about = {"Title": title, "Description": told, "Software": None}
            figure.savefig(made, format="png", dpi=DPI, metadata=about)
            return made.getvalue()
        FigureCanvasSVG(figure)
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        figure.savefig(made, format="svg", metadata=nothing)
    return _accessible(made.getvalue().decode("utf-8"), title, told).encode("utf-8")


def _painted_thing(figure: Any, thing: Words | Shape, pen: _Pen) -> Any:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Polygon

    if isinstance(thing, Words):
        return figure.text(
            thing.x,
            thing.y,
            thing.text,
            fontproperties=pen.font(thing.size, thing.bold),
            color=thing.color,
            parse_math=False,  # a dollar in a dataset is a dollar
        )
    style = (0, thing.dashes) if thing.dashes else "-"
    if len(thing.points) == 2:
        xs, ys = zip(*thing.points, strict=True)
        return figure.add_artist(
            Line2D(xs, ys, color=thing.edge, lw=thing.weight, ls=style, solid_capstyle="butt")
        )
    return figure.add_artist(
        Polygon(
            thing.points,
            facecolor=thing.face or "none",
            edgecolor=thing.edge or "none",
            linewidth=thing.weight if thing.edge else 0,
            linestyle=style,
            hatch=thing.hatch,
        )
    )


def _accessible(svg: str, title: str, told: str) -> str:
    """The SVG as an image with a name and a description, fit to stand in a page.

    It has no doctype to look up, no style that would hold for the whole page, and no names
    of parts that a second chart would have too.
    """
    svg = re.sub(r"<!DOCTYPE[^>]*>\s*", "", svg, count=1)
    svg = re.sub(r"<defs>\s*<style[^>]*>\*\{[^}]*\}</style>\s*</defs>\s*", "", svg, count=1)
    svg = re.sub(r'<g id="[a-z0-9]+_\d+">', "<g>", svg)
    head = f"<title>{escape(title, quote=False)}</title>\n"
    head += f" <desc>{escape(told, quote=False)}</desc>"
    return re.sub(
        r"<svg ([^>]*)>",
        lambda m: f'<svg role="img" stroke-linejoin="round" {m[1]}>\n {head}',
        svg,
        count=1,
    )


def described(picture: Picture, lang: Lang) -> Iterator[str]:
    """Everything that the picture shows, and the notes on its figures, in lines of text."""
    several = len(picture.panels) > 1
    yield visible(say(picture.title, lang))
    for panel in picture.panels:
        facts = [panel.title] * several + [panel.region, *([panel.unit] if panel.unit else [])]
        yield ", ".join(visible(say(fact, lang)) for fact in (*facts, *panel.about)) + "."
        for slot in panel.slots:
            value = " ".join(lines(slot.label, Style(lang=lang)))
            marks = f" ({', '.join(slot.codes)})" if slot.codes else ""
            yield visible(f"{say(slot.when, lang)}: {value}{marks}.")
        notes = dict.fromkeys(note for slot in panel.slots for note in slot.notes)
        yield from (visible(say(note, lang)) for note in notes)
    coded = [key for key in picture.keys if key.code]
    if coded:
        told = "; ".join(f"{key.code} = {say(key.meaning, lang)}" for key in coded)
        yield visible(f"{say(CODES, lang)}: {told}.")
    for text in (*picture.corrections, *picture.remarks):
        yield visible(say(text, lang))
    for text in picture.sources:
        yield visible(f"{say(SOURCE, lang)}: {say(text, lang)}")
