"""The pen that draws a chart: it measures and wraps texts, and collects texts and shapes.

Everything is in points from the upper left corner, ``y`` downwards.  The font is the one that
comes with matplotlib.
"""

from bisect import bisect_right
from collections.abc import Iterable
from math import ceil
from pathlib import Path
from typing import Any, Literal, NamedTuple

from kic.formats.cell_text import say
from kic.model import Lang, Text
from kic.model.safe import as_escape
from kic.report.chart.marks import lines
from kic.report.chart.picture import Slot

# One dark hue and greys, so that the picture reads in greyscale and without colour vision.
INK = "#1a1a1a"
HUE = "#1f3b5c"
LIGHT = "#c9d3de"
GREY = "#595959"
GRID = "#dddddd"
PAPER = "#ffffff"

SMALL, NORMAL, LARGE = 8.5, 9.5, 14.0  # sizes of text
LEADING = 1.32


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


class Pen:
    """Measures texts in one language, and keeps in ``drawn`` what is drawn, in that order."""

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

    # --------------------------------------------------------------------------- texts

    def say(self, text: Text) -> str:
        """A text on one line, in the language and the characters of this pen."""
        return self._drawable(say(text, self.lang))

    def amount(self, slot: Slot) -> list[str]:
        """The number of a slot, or the words in its place, as lines."""
        return [self._drawable(line) for line in lines(slot.label, self.lang)]

    def _drawable(self, text: str) -> str:
        """The text with escapes for the characters that the font does not have."""
        return "".join(c if self._glyphs.get_char_index(ord(c)) else as_escape(c) for c in text)

    def font(self, size: float, bold: bool) -> Any:
        """The font of matplotlib in this size."""
        font = self._fonts[bold].copy()
        font.set_size(size)
        return font

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """How wide a text is."""
        key = (text, size, bold)
        if text and key not in self._measured:  # measuring is what takes most of the time
            self._measured[key] = float(self._measure(text, self.font(size, bold), False)[0])
        return self._measured.get(key, 0.0)

    def wrapped(self, text: str, width: float, size: float, bold: bool = False) -> list[str]:
        """The text in lines of at most this width; a word that is longer is divided."""
        wrapped = []
        start = 0
        while start < len(text):
            end = start + self._fitting(text, start, width, size, bold)
            blank = text.rfind(" ", start, end + 1)
            if end < len(text) and blank >= start:
                wrapped.append(text[start:blank])
                start = blank + 1
                continue
            if end < len(text):  # within a word: after a slash or hyphen if there is one
                nice = max(text.rfind(sign, start, end) for sign in "/-") + 1
                end = nice if nice - start > (end - start) / 2 else end
            wrapped.append(text[start:end])
            start = end
        return [line for line in wrapped if line]

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

    # ------------------------------------------------------------------------- drawing

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
        """Write a line that begins, has its middle or ends at ``x``."""
        share = {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
        start = x - share * self.width(text, size, bold) if share else x
        self.drawn.append(Words(start, y, text, size, bold, color))

    def paragraph(self, x: float, y: float, text: Iterable[str], size: float, **how: Any) -> float:
        """Write lines one below another, the first below ``y``; gives back where they end."""
        for line in text:
            y += size * LEADING
            self.write(x, y, line, size, **how)
        return y

    def line(self, *points: tuple[float, float], color: str = GRID, **how: Any) -> None:
        """Draw a line from point to point."""
        self.drawn.append(Shape(points, edge=color, **how))

    def box(self, x: float, top: float, width: float, bottom: float, **how: Any) -> None:
        """Draw a rectangle."""
        corners = ((x, top), (x + width, top), (x + width, bottom), (x, bottom), (x, top))
        self.drawn.append(Shape(corners, **how))
