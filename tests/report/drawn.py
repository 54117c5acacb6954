"""A chart made, and the SVG of it read back: its texts with their places, its columns and lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

import kic
from kic.formats import Style
from kic.formats.cell_text import cell
from kic.model import Lang
from kic.report.chart import Look, draw, picture_of
from kic.report.chart.picture import Picture
from kic.report.slots import Slot
from kic.table import Cell
from tests.needs import package

SVG = "{http://www.w3.org/2000/svg}"
PLAIN = Look()


def picture(dataset: kic.Dataset, *subjects: str, **only: list[str]) -> Picture:
    """What a chart shows of these subjects, or of the whole dataset."""
    return picture_of(dataset, kic.show(dataset, *(subjects or dataset.indicators), **only))


def svg(shown: Picture, lang: Lang = "nl", look: Look = PLAIN) -> bytes:
    """The picture as SVG."""
    return draw(shown, "svg", lang, look)


def said(what: Cell, lang: Lang = "nl") -> str:
    """A cell as it is written, with plain spaces."""
    return cell(what, Style(lang=lang)).replace("\u00a0", " ")


def told(slots: tuple[Slot, ...], lang: Lang = "nl") -> list[tuple[str, str]]:
    """Of each column or card its period, and the number or what is in the place of one."""
    return [(said(slot.when, lang), said(slot.what, lang)) for slot in slots]


class Box(NamedTuple):
    """What lies between a left, top, right and bottom, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, other: Box, slack: float = 0) -> bool:
        """Whether another lies within it."""
        wide = self.left - slack <= other.left and other.right <= self.right + slack
        return wide and self.top - slack <= other.top and other.bottom <= self.bottom + slack

    @property
    def middle(self) -> float:
        """Between left and right."""
        return (self.left + self.right) / 2


class Words(NamedTuple):
    """A line of text; its box is that of its letters."""

    text: str
    box: Box
    color: str
    size: float


class Shape(NamedTuple):
    """Anything that is drawn; its ``fill`` is a colour, the name of a hatch, or ``none``."""

    box: Box
    fill: str
    stroke: str
    dashed: bool
    corners: int


class Column(NamedTuple):
    """The place of a period: pieces from zero on, arrows, and the numbers or signs in it."""

    pieces: tuple[Shape, ...]
    arrows: tuple[Shape, ...]

    @property
    def fills(self) -> tuple[str, ...]:
        """How its pieces are filled."""
        return tuple(piece.fill for piece in self.pieces)


class Panel:
    """The columns of one scale, from ``zero``, and the lines that stand between them."""

    def __init__(self, drawing: Drawing, box: Box) -> None:
        self.box = box
        inside = [s for s in drawing.shapes if box.holds(s.box, 10) and s.box != box]
        [self.baseline] = (
            s.box for s in inside if s.corners == 2 and s.stroke == drawing.ink and _flat(s.box)
        )
        self.zero = self.baseline.top
        self.inside = [s for s in inside if s.fill != drawing.paper]
        self.words = [w for w in drawing.words if box.meets(w.box)]

    @property
    def lines(self) -> list[Shape]:
        """Those from top to bottom."""
        tall = self.box.bottom - self.box.top - 1
        return [s for s in self.inside if s.corners == 2 and s.box.bottom - s.box.top > tall]

    def columns(self, number: int) -> list[Column]:
        """Its columns, of which there are so many, from left to right."""
        each = (self.baseline.right - self.baseline.left) / number
        found: list[tuple[list[Shape], list[Shape]]] = [([], []) for _ in range(number)]
        for shape in self.inside:
            place = int((shape.box.middle - self.baseline.left) // each)
            if shape.fill != "none" and shape.corners in (3, 4) and 0 <= place < number:
                found[place][shape.corners == 3].append(shape)
        return [Column(tuple(pieces), tuple(arrows)) for pieces, arrows in found]

    def reach(self, column: Column) -> float:
        """How far a column reaches above zero, or below, in points."""
        ends = [end for s in column.pieces for end in (s.box.top, s.box.bottom)]
        return self.zero - max(ends, key=lambda end: abs(self.zero - end), default=self.zero)


def _flat(box: Box) -> bool:
    return box.top == box.bottom and box.right - box.left > 20


class Drawing:
    """An SVG with its text as text, read back."""

    def __init__(self, made: bytes, ink: str = "#1b1d22") -> None:
        self.root = ElementTree.fromstring(made)  # noqa: S314 - it was made here
        self.ink = ink
        self.box = Box(*map(float, self.root.get("viewBox", "").split()))
        self.words = [_words(e) for e in self.root.iter(f"{SVG}text")]
        ground, *self.shapes = _shapes(self.root)
        self.paper = ground.fill

    @cached_property
    def panels(self) -> list[Panel]:
        """Its panels from the top down: each an empty frame around its columns."""
        frames = [s for s in self.shapes if s.fill == s.stroke == "none" and s.corners == 5]
        return [Panel(self, frame.box) for frame in frames]

    @property
    def text(self) -> str:
        """All that can be read in it, the lines one after the other."""
        return " ".join(words.text for words in self.words).replace("\u00a0", " ")

    def key(self, meaning: str) -> Shape:
        """What the legend has beside a meaning."""
        [line] = [w for w in self.words if w.text == meaning]
        beside = Box(line.box.left - 24, line.box.top - 1, line.box.left - 1, line.box.bottom + 1)
        [found] = [s for s in self.shapes if s.box.meets(beside) and s.box.right < line.box.left]
        return found

    @property
    def faults(self) -> Iterator[tuple[object, ...]]:
        """Texts that are cut off or lie over each other."""
        for words in self.words:
            if not self.box.holds(words.box):
                yield "cut off", words.text, words.box, self.box
        for one, other in combinations(self.words, 2):
            if one.box.meets(other.box):
                yield "over each other", one.text, other.text


@cache
def _font(weight: str) -> Any:
    """The font that comes with matplotlib, for measuring without it."""
    data = Path(package("matplotlib").get_data_path())
    name = "DejaVuSans-Bold.ttf" if weight == "700" else "DejaVuSans.ttf"
    pil = package("PIL.ImageFont")
    return pil.truetype(str(data / "fonts" / "ttf" / name), 1000, layout_engine=0)


def _words(e: ElementTree.Element) -> Words:
    style = _style(e)
    size = float(style["font-size"].removesuffix("px"))
    font, text = _font(style.get("font-weight", "")), e.text or ""
    wide = font.getlength(text) * size / 1000
    _, up, _, down = (n * size / 1000 for n in font.getbbox(text, anchor="ls"))
    at = (e.get("x"), e.get("y"))
    if None in at:
        at = re.findall(r"translate\(([-\d.]+) ([-\d.]+)\)", e.get("transform", ""))[0]
    x, y = (float(str(n)) for n in at)
    x -= {"start": 0, "middle": wide / 2, "end": wide}[style.get("text-anchor", "start")]
    return Words(text, Box(x, y + up, x + wide, y + down), style["fill"], size)


def _style(e: ElementTree.Element) -> dict[str, str]:
    pairs = (part.split(": ", 1) for part in e.get("style", "").split("; ") if part)
    return dict(pairs)  # type: ignore[arg-type]


def _shapes(root: ElementTree.Element) -> Iterator[Shape]:
    """The paths and markers that are drawn, in order."""
    symbols = {e.get("id"): e for defs in root.iter(f"{SVG}defs") for e in defs}
    defined = {id(e) for symbol in symbols.values() for e in symbol.iter()}
    for e in root.iter():
        if e.tag == f"{SVG}path" and id(e) not in defined:
            yield _shape(e, e)
        elif e.tag == f"{SVG}use":
            name = e.get("{http://www.w3.org/1999/xlink}href", "").removeprefix("#")
            yield _shape(symbols[name], e, float(e.get("x", 0)), float(e.get("y", 0)))


def _shape(path: ElementTree.Element, e: ElementTree.Element, x: float = 0, y: float = 0) -> Shape:
    style = _style(e)
    ends = re.findall(r"([-\d.]+) ([-\d.]+)", path.get("d", ""))
    places = [(x + float(a), y + float(b)) for a, b in ends]
    across, down = ([*side] for side in zip(*places, strict=True))
    box = Box(min(across), min(down), max(across), max(down))
    dashed = "stroke-dasharray" in style
    return Shape(box, style.get("fill", "none"), style.get("stroke", "none"), dashed, len(places))
