"""A sheet that a chart is laid out on from the top down, in points.

Every text is measured and wrapped before it gets its place, so that nothing overlaps or is
cut off.  Nothing here knows what a figure is.
"""

from collections.abc import Iterator
from typing import Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.transforms import Bbox

from kic.model.errors import UsageError
from kic.model.safe import as_escape
from kic.report.chart.look import CM, Palette

SMALL, NORMAL, LARGE = 8.0, 9.0, 13.0  # sizes of text
LEADING = 1.32
MARGIN = 16.0

Widths = dict[tuple[str, FontProperties], float]


class Sheet:
    """A figure of matplotlib; ``y`` is how far down it is filled, ``inner`` its width to fill."""

    def __init__(self, width: float, height: float, palette: Palette) -> None:
        self.palette = palette
        self._widths = Widths()
        self.width, self.height = width, height
        self.inner = width - 2 * MARGIN
        self.y = MARGIN
        self.figure = Figure(figsize=(width / 72, height / 72), facecolor=palette.paper, dpi=72)
        self.renderer: Any = RendererAgg(width, height, 72)  # type: ignore[no-untyped-call]
        self._glyphs = get_font(findfont(FontProperties()))

    def filled(self) -> Bbox:
        """The part that is filled, with its margin, in inches."""
        high = self.y + MARGIN
        return Bbox.from_bounds(0, (self.height - high) / 72, self.width / 72, high / 72)

    def axes(self, high: float, left: float) -> Any:
        """Axes from ``left`` to the right margin, ``high`` from ``y`` down."""
        wide, tall = self.width, self.height
        below = tall - self.y - high
        return self.figure.add_axes(
            (left / wide, below / tall, (wide - MARGIN - left) / wide, high / tall)
        )

    def paragraph(
        self, text: str, size: float, *, x: float = MARGIN, width: float = 0, **how: Any
    ) -> None:
        """Write a text in lines from ``x`` on, the first below ``y``.

        Raises UsageError where the sheet is not high enough.
        """
        font = self.font(size, **how)
        for line in self.wrapped(text, width or self.width - MARGIN - x, font):
            self.y += size * LEADING
            at = (x / self.width, 1 - (self.y - size * 0.25) / self.height)
            self.figure.text(*at, line, font=font, parse_math=False, **how)
        if self.y > self.height:
            raise UsageError(
                f"this picture would be higher than a page ({self.height / CM:.0f} cm); ask for "
                "fewer indicators."
            )

    def font(self, size: float, *, weight: str = "normal", **_: object) -> FontProperties:
        """The font in this size."""
        return FontProperties(family="sans-serif", size=size, weight=weight)

    def drawable(self, text: str) -> str:
        """The text with escapes for the characters that the font does not have."""
        return "".join(c if self._glyphs.get_char_index(ord(c)) else as_escape(c) for c in text)

    def measured(self, text: str, font: FontProperties) -> float:
        """How wide a line is."""
        key = (text, font)
        if key not in self._widths:
            size = self.renderer.get_text_width_height_descent(text, font, False)
            self._widths[key] = float(size[0])
        return self._widths[key]

    def wrapped(self, text: str, width: float, font: FontProperties) -> Iterator[str]:
        """The text in lines of at most this width; a word that is longer is divided."""
        line = ""
        for word in text.split(" "):
            fits = self.measured(word, font) <= width
            for place, part in enumerate([word] if fits else word):
                longer = f"{line}{'' if place or not line else ' '}{part}"
                if line and self.measured(longer, font) > width:
                    yield line
                    longer = part
                line = longer
        if line:
            yield line
