"""A picture drawn with what matplotlib has: bars, hatches, error bars, locators, a legend."""

from collections.abc import Iterable, Iterator, Mapping
from math import ceil
from typing import Any, Final

from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator

from kic.formats import Style
from kic.formats.cell_text import cell
from kic.model import Lang
from kic.model.digits import number
from kic.model.errors import UsageError
from kic.model.wording import BREAK, NEXT_SOURCE, SOURCE, STROKE
from kic.report.chart.labels import Box, Row, Scale, fitting
from kic.report.chart.picture import GAPS, SIGNS, Panel, Picture
from kic.report.chart.sheet import LARGE, LEADING, MARGIN, NORMAL, SMALL, Sheet
from kic.report.slots import Slot
from kic.table import Cell, Several, Stroke

HATCHES: dict[Stroke, str] = {"maybe": "/////", "about": "-----", "disputed": "xxxxx"}
_HIGH, _LOW = 170.0, 100.0  # of columns, in a panel alone and in one of several
_NARROWEST, _WIDEST = 3.0, 120.0  # of the place of a column
_CARD, _GUTTER = 110.0, 16.0  # the least width of a card, and what is between them
_SIZES = (26.0, 20.0, 16.0, LARGE, NORMAL, 6.0)  # of the numbers on cards
_WORDS = 11.0  # of what is in the place of one
_DASHES = (0, (3, 3))
_SEEN = 0.015  # the part of an axis below which a distance between bounds is not seen
_DESCENT = 2.0  # how far a number reaches below its line
_ARROW: Final = 10  # the marker that points upwards from its base


class Drawing:
    """Draws a picture on a sheet, in one language."""

    def __init__(self, sheet: Sheet, lang: Lang) -> None:
        self.sheet, self.lang, self.palette = sheet, lang, sheet.palette
        self.drawn: set[Stroke] = set()
        self.dividers: dict[Cell, Line2D] = {}
        self.small, self.bold = sheet.font(SMALL), sheet.font(SMALL, weight="bold")

    def words(self, what: Cell) -> str:
        """A cell on one line, in the language and the characters of the sheet."""
        return self.sheet.drawable(cell(what, Style(lang=self.lang)))

    def write(self, what: Cell, size: float = SMALL, **how: Any) -> None:
        """Write a cell below what is there."""
        self.sheet.paragraph(self.words(what), size, **how)

    def draw(self, picture: Picture) -> None:
        """Draw everything in its place: the title, columns, cards, and what explains them.

        Raises UsageError where there are more periods than columns fit.
        """
        sheet, soft = self.sheet, {"color": self.palette.soft}
        self.write(picture.title, LARGE, weight="bold")
        lines = [picture.title]

        def once(line: Cell) -> None:
            if line not in lines:  # two panels may be about one series
                lines.append(line)
                self.write(line, NORMAL + 1, weight="bold")

        once(picture.line)
        for panel in picture.panels:
            sheet.y += 4
            once(panel.line)
            if panel.more:
                self.write(Several(panel.more, "; "), NORMAL + 1)
            self.write(panel.facts, NORMAL, **soft)
            self._columns(panel, _HIGH if len(picture.panels) == 1 else _LOW)
            for remark in panel.remarks:
                self.write(remark)
            sheet.y += 8
        if picture.cards:
            self._cards(picture.cards)
        self._legend(picture)
        for remark in picture.remarks:
            self.write(remark)
        sheet.y += 4
        for place, source in enumerate(picture.sources):
            self.write(_spaced(None if place else SOURCE, source), SMALL - 0.5, **soft)

    # ------------------------------------------------------------------------ columns

    def _columns(self, panel: Panel, tall: float) -> None:
        """A column for each period, from zero; a sign where there is no number."""
        sheet, slots = self.sheet, panel.slots
        if sheet.inner / len(slots) < _NARROWEST:
            raise UsageError(
                f"{len(slots)} periods are too many for a picture of this width; ask for "
                "fewer with --period, or for a wider picture with --width."
            )
        low, high = (pick(n for slot in slots for n in slot.ends) for pick in (min, max))
        numbers = [x for x, slot in enumerate(slots) if not slot.sign]
        left, row = MARGIN, Row(MARGIN, min(sheet.inner / len(slots), _WIDEST), len(slots))
        scale = Scale(low, high or (0 if low else 1), tall)
        labels = self._labels(slots, numbers, row, 0, scale)
        all_told = len(labels) == len(numbers)
        if not all_told:  # an axis tells the others
            longest = max(sheet.measured(number(n, self.lang), self.small) for n in (low, high))
            left += longest + 6
            row = self._row(slots, left)
            labels = self._labels(slots, _telling(slots, numbers), row, left, scale)
        sheet.y += 8 + 2 * SMALL * LEADING
        axes = sheet.axes(tall, left)
        sides = ((x - row.start) / row.each - 0.5 for x in (left, sheet.width - MARGIN))
        axes.set(xlim=tuple(sides), ylim=(scale.low, scale.high))
        axes.plot((-0.5, len(slots) - 0.5), (0, 0), color=self.palette.ink, lw=1)
        for x, slot in enumerate(slots):
            self._column(axes, slot, x, _thick(row) / row.each)
            if slot.sign:
                self._sign(axes, slot, x)
            elif x in labels:
                self._number(axes, slot, x, labels[x])
        self._dividers(axes, slots)
        axes.set(xticks=[], yticks=[])
        sheet.y += tall
        self._periods(axes, slots, left, row)
        if not all_told:
            axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10], integer=panel.whole))
            told = FuncFormatter(lambda y, _: number(_plain(y), self.lang))
            axes.yaxis.set_major_formatter(told)
            axes.grid(axis="y", color=self.palette.line, lw=0.6)

    def _sign(self, axes: Any, slot: Slot, x: int) -> None:
        """The sign in the place of a number."""
        how = {"xytext": (0, 4), "textcoords": "offset points", "ha": "center"}
        sign = SIGNS[slot.sign or ""]
        axes.annotate(sign, (x, 0), color=self._color(slot), size=NORMAL, **how)

    def _number(self, axes: Any, slot: Slot, x: int, label: str) -> None:
        """A number above its column."""
        axes.annotate(
            label,
            (x, slot.ends[1]),
            xytext=(0, _raised(slot)),
            textcoords="offset points",
            ha="center",
            font=self.bold,
            parse_math=False,
            bbox={"facecolor": self.palette.paper, "lw": 0, "pad": 0},
        )

    def _dividers(self, axes: Any, slots: tuple[Slot, ...]) -> None:
        """A line before a break in the series, and where the publication changes."""
        source = None
        for x, slot in enumerate(slots):
            if slot.breaks:
                line = axes.axvline(x - 0.5, color=self.palette.missing, lw=1.4)
                self.dividers[BREAK] = line
            elif source and slot.source not in (source, None):
                line = axes.axvline(x - 0.5, color=self.palette.soft, lw=1, ls=_DASHES)
                self.dividers[NEXT_SOURCE] = line
            source = slot.source or source

    def _row(self, slots: tuple[Slot, ...], left: float) -> Row:
        """The places of columns beside an axis, with room for the numbers of the outermost."""
        row = Row(left, (self.sheet.width - MARGIN - left) / len(slots), len(slots))
        first, last = (
            0 if slot.sign else self._wide(self._label(slot, row))
            for slot in (slots[0], slots[-1])
        )
        return row.between(left, self.sheet.width - MARGIN, first, max(0, last - 2 * MARGIN))

    def _labels(
        self, slots: tuple[Slot, ...], told: Iterable[int], row: Row, left: float, scale: Scale
    ) -> dict[int, str]:
        """The numbers of these columns that can stand above them, right of an edge."""
        texts = {x: self._label(slots[x], row) for x in told}
        grounds = {}
        for x, text in texts.items():
            half = self._wide(text) / 2
            bottom = scale.up(slots[x].ends[1]) + _raised(slots[x]) - _DESCENT
            high = (text.count("\n") + 1) * SMALL * LEADING
            middle = row.middle(x)
            grounds[x] = Box(middle - half, bottom, middle + half, bottom + high)
        columns = [_place(slot, x, row, scale) for x, slot in enumerate(slots)]
        return {x: texts[x] for x in fitting(grounds, columns, left, self.sheet.width)}

    def _label(self, slot: Slot, row: Row) -> str:
        """The number of a column, in two lines where it is wider than that."""
        text = self.words(slot.what)
        return "\n".join(text.rsplit("\u00a0", 1)) if self._wide(text) > row.each + 3 else text

    def _wide(self, text: str) -> float:
        """How wide a number is, with what parts it from the next."""
        return max(self.sheet.measured(line, self.bold) for line in text.split("\n")) + 3

    def _apart(
        self, texts: Mapping[int, str], row: Row, left: float
    ) -> Iterator[tuple[int, str, float]]:
        """The periods that overlap none before them, and how far aside of their columns.

        They stay within the edges of the sheet, and right of an axis.
        """
        taken: list[tuple[float, float]] = []
        for x, text in texts.items():
            wide = max(self.sheet.measured(line, self.small) for line in text.split("\n")) + 3
            middle = row.middle(x)
            edge = left if left > MARGIN else 0  # beyond it stands an axis
            start = max(edge, min(middle - wide / 2, self.sheet.width - wide))
            if all(start + wide <= a or b <= start for a, b in taken):
                taken.append((start, start + wide))
                yield x, text, start + wide / 2 - middle

    def _periods(self, axes: Any, slots: tuple[Slot, ...], left: float, row: Row) -> None:
        """The period of the first and the last column, and of every so many between them."""
        told = [self.words(slot.when) for slot in slots]
        words = (word for text in told for word in text.split(" "))
        width = max(row.each - 6, *(self.sheet.measured(word, self.small) for word in words))
        texts = ["\n".join(self.sheet.wrapped(text, width, self.small)) for text in told]
        last, step = len(slots) - 1, ceil((width + 4) / row.each)
        order = (last, 0, *range(last, step - 1, -step))
        below = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points"}
        how = {"ha": "center", "va": "top", "color": self.palette.soft, "font": self.small}
        for x, text, aside in self._apart({x: texts[x] for x in order}, row, left):
            axes.annotate(text, (x, 0), xytext=(aside, -4), parse_math=False, **below, **how)
        self.sheet.y += max(text.count("\n") + 1 for text in texts) * SMALL * LEADING + 6

    def _column(self, axes: Any, slot: Slot, x: int, wide: float) -> None:
        """A column with what is uncertain of it, as far as that can be seen."""
        color = self.palette.known if slot.own else self.palette.paler
        for stroke, start, end in slot.pieces:
            low, high = axes.get_ylim()
            alone = stroke == "maybe" and not start  # a column of nothing else is always drawn
            seen = alone or abs(end - start) > _SEEN * (high - low)
            self.drawn |= {stroke} if seen or stroke == "open" else set()
            if stroke == "open":
                axes.plot(x, end, marker=_ARROW, color=color, ms=9, clip_on=False)
            elif seen or stroke != "maybe":
                axes.bar(x, end - start, wide, bottom=start, **self._fill(stroke, color))
            value, low, high = slot.interval
            if seen and stroke == "maybe" and value is not None:
                bounds = [[value - (low or 0)], [(high or 0) - value]]
                axes.errorbar(x, value, yerr=bounds, color=self.palette.ink, capsize=3, lw=1)

    def _fill(self, stroke: Stroke, color: str) -> dict[str, Any]:
        """How matplotlib fills a column, or a part of one."""
        if stroke == "full":
            return {"color": color, "lw": 0}
        return {"facecolor": "none", "edgecolor": color, "hatch": HATCHES[stroke], "lw": 0.8}

    def _color(self, slot: Slot) -> str:
        """The colour of a number, or of the sign in its place."""
        if not slot.sign:
            return self.palette.known
        return self.palette.missing if slot.sign in GAPS else self.palette.soft

    # -------------------------------------------------------------------------- cards

    def _cards(self, cards: tuple[Slot, ...]) -> None:
        """Numbers that compare with no other, and what is in the place of one, side by side."""
        sheet = self.sheet
        columns = min(len(cards), int((sheet.inner + _GUTTER) // (_CARD + _GUTTER)), 4)
        wide = (sheet.inner + _GUTTER) / columns - _GUTTER
        numbers = [self.words(card.what) for card in cards if not card.sign]
        size = next(s for s in _SIZES if s == _SIZES[-1] or self._fit(numbers, s, wide))
        for start in range(0, len(cards), columns):
            top, end = sheet.y + 8, sheet.y
            for place, card in enumerate(cards[start : start + columns]):
                sheet.y = top
                where = {"x": MARGIN + place * (wide + _GUTTER), "width": wide}
                sign = SIGNS[card.sign] if card.sign and card.sign != "in_words" else None
                what = {"color": self._color(card), "weight": "bold", **where}
                self.write(card.name, NORMAL, **where)
                self.write(_spaced(sign, card.what), _WORDS if card.sign else size, **what)
                self.write(card.when, **where)
                for caution in card.cautions:
                    self.write(caution, SMALL - 0.5, color=self.palette.soft, **where)
                end = max(end, sheet.y)
            sheet.y = end
        sheet.y += 10

    def _fit(self, numbers: Iterable[str], size: float, wide: float) -> bool:
        font = self.sheet.font(size, weight="bold")
        return all(self.sheet.measured(text, font) <= wide for text in numbers)

    # ------------------------------------------------------------------------- legend

    def _legend(self, picture: Picture) -> None:
        """What is drawn that does not speak for itself."""
        sheet, palette = self.sheet, self.palette
        color = palette.known if any(slot.own for slot in picture.columns) else palette.paler
        handles: dict[Cell, Any] = {
            STROKE[stroke]: Patch(**self._fill(stroke, color))
            for stroke in STROKE
            if stroke in self.drawn - {"open", "full"}
        }
        if "open" in self.drawn:
            handles[STROKE["open"]] = Line2D([], [], ls="", marker=_ARROW, color=color)
        if any(slot.pieces and not slot.own for slot in picture.columns):
            handles[picture.paler] = Patch(color=palette.paler, lw=0)
        handles |= self.dividers
        for code, meaning in picture.signs.items():
            color = palette.missing if code in GAPS else palette.soft
            sign = f"$\\mathregular{{{SIGNS[code]}}}$"
            handles[meaning] = Line2D([], [], ls="", marker=sign, color=color, mew=0, ms=7)
        if not handles:
            return
        texts = [
            "\n".join(sheet.wrapped(self.words(meaning), sheet.inner - 30, self.small))
            for meaning in handles
        ]
        widest = max(sheet.measured(line, self.small) for t in texts for line in t.split("\n"))
        legend = sheet.figure.legend(
            handles.values(),
            texts,
            loc="upper left",
            bbox_to_anchor=(MARGIN / sheet.width, 1 - sheet.y / sheet.height),
            ncols=max(1, min(len(handles), int(sheet.inner // (widest + 36)))),
            prop=self.small,
        )
        for text in legend.get_texts():
            text.set_parse_math(False)  # a dollar in a title is a dollar
        sheet.y += legend.get_window_extent(sheet.renderer).height + 6


def _spaced(*cells: Cell) -> Several:
    return Several(tuple(filter(None, cells)), "  ")


def _plain(y: float) -> float:
    return int(y) if y.is_integer() else float(round(y, 9))


def _thick(row: Row) -> float:
    """How wide a column is drawn in its place."""
    return min(0.72 * row.each, 60)


def _raised(slot: Slot) -> float:
    """How far above a column its number stands: above its arrow, where it has one."""
    return 11 if _is_open(slot) else 4


def _is_open(slot: Slot) -> bool:
    return any(stroke == "open" for stroke, *_ in slot.pieces)


def _place(slot: Slot, x: int, row: Row, scale: Scale) -> Box:
    """What a column takes up, from the bottom of the axes, with its arrow or its sign."""
    mark = (4 + NORMAL) if slot.sign else 8 if _is_open(slot) else 0
    half = max(0 if slot.sign else _thick(row) / 2, 5 if mark else 0)
    return Box(row.middle(x) - half, 0, row.middle(x) + half, scale.up(slot.ends[1]) + mark)


def _telling(slots: tuple[Slot, ...], numbers: list[int]) -> list[int]:
    """The columns whose numbers are told first.

    The ends, where a caution tells another number, the publication's own, the unsure, the rest.
    """
    ranked = sorted(numbers, key=lambda x: slots[x].interval.farthest)
    own = [x for x in numbers if slots[x].own]
    unsure = [x for x in numbers if not slots[x].interval.exactly]
    replaced = (x for x in numbers if slots[x].replaces)
    first = (numbers[-1], numbers[0], *replaced, *own[: len(own) < len(numbers)], *unsure)
    return list(dict.fromkeys((*first, ranked[-1], ranked[0])))
