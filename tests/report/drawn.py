"""A chart made, and its SVG read back: texts with their places, columns and lines."""

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
    return picture_of(dataset, kic.show(dataset, *subjects, **only))


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
    """Anything that is drawn; its ``hatch`` is the lines in it, whatever their colour."""

    box: Box
    fill: str
    stroke: str
    hatch: str
    dashed: bool
    corners: int

    @property
    def color(self) -> str:
        """That of its inside, or of its lines."""
        return self.stroke if self.hatch or self.fill == "none" else self.fill


class Column(NamedTuple):
    """The place of a period: pieces from zero on, arrows, and the words in it."""

    box: Box
    pieces: tuple[Shape, ...]
    arrows: tuple[Shape, ...]


class Read:
    """The columns of one scale, from ``zero``, and the lines that stand between them.

    ``words`` are the numbers and signs, not what stands on the axes.
    """

    def __init__(self, drawing: Drawing, box: Box) -> None:
        self.box = box
        inside = [s for s in drawing.shapes if box.holds(s.box, 10) and s.box != box]
        flat = [s.box for s in inside if s.corners == 2 and s.box.top == s.box.bottom]
        self.ink = drawing.look.palette.ink
        lines = (s.box for s in inside if s.box in flat and s.stroke == self.ink)
        self.baseline = max(lines, key=lambda line: line.right - line.left)
        self.zero = self.baseline.top
        self.inside = [s for s in inside if s.fill != drawing.look.palette.paper]
        around = Box(box.left - 20, box.top - 30, drawing.box.right, box.bottom)
        soft = drawing.look.palette.soft
        axis = [w for w in drawing.words if w.color == soft and w.box.right < box.left]
        self.has_axis = any(around._replace(left=0).meets(w.box) for w in axis)
        self.words = [w for w in drawing.words if around.meets(w.box) and w not in axis]
        papers = (s.box for s in drawing.shapes[1:] if s.fill == drawing.look.palette.paper)
        self.grounds = [b for b in papers if around._replace(left=0).meets(b)]

    @property
    def lines(self) -> list[Shape]:
        """Those from top to bottom."""
        tall = self.box.bottom - self.box.top - 1
        return [s for s in self.inside if s.corners == 2 and s.box.bottom - s.box.top > tall]

    def columns(self, number: int) -> Iterator[Column]:
        """Its columns, of which there are so many, from left to right."""
        each = (self.baseline.right - self.baseline.left) / number
        for place in range(number):
            left = self.baseline.left + place * each
            box = self.box._replace(left=left, right=left + each)
            here = [s for s in self.inside if left < s.box.middle < left + each]
            filled = [s for s in here if s.fill != "none" and s.color != self.ink]
            pieces, arrows = ([s for s in filled if s.corners == n] for n in (4, 3))
            yield Column(box, tuple(pieces), tuple(arrows))

    def misplaced(self, slots: tuple[Slot, ...], lang: Lang) -> Iterator[tuple[object, ...]]:
        """Numbers that seem to be those of another column.

        The ground of a number stands in the middle above its own, and no other column reaches
        the height at which it stands within its width.
        """
        columns = [*self.columns(len(slots))]
        for ground in self.grounds:
            text = "".join(w.text for w in self.words if ground.holds(w.box, 2))
            owners = 0
            for slot, column in zip(slots, columns, strict=True):
                if abs(ground.middle - column.box.middle) < 1:
                    owners += 1
                    if "".join(text.split()) != "".join(said(slot.what, lang).split()):
                        yield "of another", text, said(slot.when, lang)
                    continue
                below = ground._replace(bottom=self.box.bottom + 99)
                shapes = (s.box for s in (*column.pieces, *column.arrows))
                if any(b.meets(below) and b.top < ground.bottom for b in shapes):
                    yield "over another", text, said(slot.when, lang)
            if owners != 1:
                yield "not in the middle", text

    def reach(self, column: Column) -> float:
        """How far a column reaches above zero, or below, in points."""
        ends = [end for s in column.pieces for end in (s.box.top, s.box.bottom)]
        return self.zero - max(ends, key=lambda end: abs(self.zero - end), default=self.zero)


class Drawing:
    """An SVG with its text as text, read back."""

    def __init__(self, made: bytes, look: Look = PLAIN) -> None:
        self.root = ElementTree.fromstring(made)  # noqa: S314 - it was made here
        self.look = look
        self.box = Box(*map(float, self.root.get("viewBox", "").split()))
        self.words = [_words(e) for e in self.root.iter(f"{SVG}text")]

    @cached_property
    def shapes(self) -> list[Shape]:
        """All that is drawn, the ground of the picture first."""
        return [*_shapes(self.root)]

    @cached_property
    def panels(self) -> list[Read]:
        """Its panels from the top down: each an empty frame around its columns."""
        frames = [s for s in self.shapes if s.fill == s.stroke == "none" and s.corners == 5]
        return [Read(self, frame.box) for frame in frames]

    @property
    def text(self) -> str:
        """All that can be read in it, the lines one after the other."""
        return " ".join(words.text for words in self.words).replace("\u00a0", " ")

    @property
    def description(self) -> str:
        """What is heard of it."""
        return self.root.findtext(f"{SVG}desc", "").replace("\u00a0", " ")

    @property
    def keys(self) -> list[Shape]:
        """What its legend explains: all that is drawn outside of panels."""
        frames = [panel.box for panel in self.panels]
        return [s for s in self.shapes[1:] if not any(f.holds(s.box, 10) for f in frames)]

    def key(self, meaning: str) -> Shape:
        """What the legend has beside a meaning, of which the first line may be enough."""
        begun = (w for w in self.words if w.text and meaning.startswith(w.text))
        line = max(begun, key=lambda words: len(words.text))
        left, top, _, bottom = line.box
        beside = Box(left - 24, top - 1, left - 1, bottom + 1)
        [found] = [s for s in self.keys if s.box.meets(beside)]
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
    return dict(pairs)


def _shapes(root: ElementTree.Element) -> Iterator[Shape]:
    """The paths and markers that are drawn, in order."""
    symbols = {e.get("id", ""): e for defs in root.iter(f"{SVG}defs") for e in defs}
    defined = {id(e) for symbol in symbols.values() for e in symbol.iter()}
    for e in root.iter():
        if e.tag == f"{SVG}path" and id(e) not in defined:
            yield _shape(e, e, symbols)
        elif e.tag == f"{SVG}use":
            name = e.get("{http://www.w3.org/1999/xlink}href", "").removeprefix("#")
            yield _shape(symbols[name], e, symbols)


def _shape(
    path: ElementTree.Element, e: ElementTree.Element, symbols: dict[str, ElementTree.Element]
) -> Shape:
    style = _style(e)
    x, y = (float(e.get(name, 0)) for name in "xy")
    ends = re.findall(r"([-\d.]+) ([-\d.]+)", path.get("d", ""))
    across, down = ([*side] for side in zip(*ends, strict=True))
    left, *_, right = sorted(x + float(a) for a in (*across, *across))
    top, *_, bottom = sorted(y + float(b) for b in (*down, *down))
    fill = style.get("fill", "none")
    hatched = re.fullmatch(r"url\(#(.*)\)", fill)
    lines = symbols[hatched[1]].iter(f"{SVG}path") if hatched else ()
    return Shape(
        box=Box(left, top, right, bottom),
        fill=fill,
        stroke=style.get("stroke", "none"),
        hatch="".join(line.get("d", "") for line in lines),
        dashed="stroke-dasharray" in style,
        corners=len(ends),
    )
