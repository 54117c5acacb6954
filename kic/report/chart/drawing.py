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
Label = tuple[str, float]  # a text, and how far aside of the middle of its column it stands
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
        left, each = MARGIN, min(sheet.inner / len(slots), _WIDEST)
        labels = self._numbers(slots, numbers, left, each)
        all_told = len(labels) == len(numbers)
        if not all_told:  # an axis tells the others
            longest = max(sheet.measured(number(n, self.lang), self.small) for n in (low, high))
            left += longest + 6
            each = (sheet.width - MARGIN - left) / len(slots)
            labels = self._numbers(slots, _telling(slots, numbers), left, each)
        sheet.y += 8 + 2 * SMALL * LEADING
        axes = sheet.axes(tall, left)
        axes.set(
            xlim=(-0.5, (sheet.width - MARGIN - left) / each - 0.5),
            ylim=(low, high or (0 if low else 1)),
        )
        axes.plot((-0.5, len(slots) - 0.5), (0, 0), color=self.palette.ink, lw=1)
        for x, slot in enumerate(slots):
            self._column(axes, slot, x, min(0.72, 60 / each))
            if slot.sign:
                self._sign(axes, slot, x)
            elif x in labels:
                wide = max(sheet.measured(t, self.bold) for t in labels[x][0].split("\n"))
                reach = wide / 2 + abs(labels[x][1])
                beside = ceil(max(reach / each - 0.5, 0))  # columns that it stands above too
                self._number(axes, slots[max(x - beside, 0) : x + beside + 1], x, *labels[x])
        self._dividers(axes, slots)
        axes.set(xticks=[], yticks=[])
        sheet.y += tall
        self._periods(axes, slots, left, each)
        if not all_told:
            axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10], integer=panel.whole))
            told = FuncFormatter(lambda y, _: number(_plain(y), self.lang))
            axes.yaxis.set_major_formatter(told)
            axes.grid(axis="y", color=self.palette.line, lw=0.6)

    def _sign(self, axes: Any, slot: Slot, x: int) -> None:
        """The sign in the place of a number."""
        how = {"xytext": (0, 4), "textcoords": "offset points", "ha": "center"}
        sign = SIGNS[slot.sign or ""][0]
        axes.annotate(sign, (x, 0), color=self._color(slot), size=NORMAL, **how)

    def _number(
        self, axes: Any, below: tuple[Slot, ...], x: int, label: str, aside: float
    ) -> None:
        """A number above its column, and above what it would hide beside that."""
        raised = 11 if any("open" in (p[0] for p in slot.pieces) for slot in below) else 4
        axes.annotate(
            label,
            (x, max(slot.ends[1] for slot in below)),
            xytext=(aside, raised),
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

    def _numbers(
        self, slots: tuple[Slot, ...], told: Iterable[int], left: float, each: float
    ) -> dict[int, Label]:
        """The numbers of these columns, in two lines where they are wider than one."""
        texts = {}
        for x in told:
            text = self.words(slots[x].what)
            wide = self.sheet.measured(text, self.bold) > each
            texts[x] = "\n".join(text.rsplit("\u00a0", 1)) if wide else text
        return dict(self._apart(texts, left, each, self.bold))

    def _apart(
        self, texts: Mapping[int, str], left: float, each: float, font: Any
    ) -> Iterator[tuple[int, Label]]:
        """The texts of columns that overlap none before them, within the edges of the sheet."""
        taken: list[tuple[float, float]] = []
        for x, text in texts.items():
            wide = max(self.sheet.measured(line, font) for line in text.split("\n")) + 3
            middle = left + (x + 0.5) * each
            edge = left if left > MARGIN else 0  # beyond it stands an axis
            start = max(edge, min(middle - wide / 2, self.sheet.width - wide))
            if all(start + wide <= a or b <= start for a, b in taken):
                taken.append((start, start + wide))
                yield x, (text, start + wide / 2 - middle)

    def _periods(self, axes: Any, slots: tuple[Slot, ...], left: float, each: float) -> None:
        """The period of the first and the last column, and of every so many between them."""
        told = [self.words(slot.when) for slot in slots]
        words = (word for text in told for word in text.split(" "))
        width = max(each - 6, *(self.sheet.measured(word, self.small) for word in words))
        texts = ["\n".join(self.sheet.wrapped(text, width, self.small)) for text in told]
        last, step = len(slots) - 1, ceil((width + 4) / each)
        order = (last, 0, *range(last, step - 1, -step))
        below = {"xycoords": ("data", "axes fraction"), "textcoords": "offset points"}
        how = {"ha": "center", "va": "top", "color": self.palette.soft, "font": self.small}
        for x, (text, aside) in self._apart({x: texts[x] for x in order}, left, each, self.small):
            axes.annotate(text, (x, 0), xytext=(aside, -4), parse_math=False, **below, **how)
        self.sheet.y += max(text.count("\n") + 1 for text in texts) * SMALL * LEADING + 6

    def _column(self, axes: Any, slot: Slot, x: int, wide: float) -> None:
        """A column with what is uncertain of it, as far as that can be seen."""
        color = self.palette.known if slot.own else self.palette.paler
        for stroke, start, end in slot.pieces:
            seen = abs(end - start) > _SEEN * abs(axes.get_ylim()[1] - axes.get_ylim()[0])
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
                sign = SIGNS[card.sign][0] if card.sign and card.sign != "in_words" else None
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
            sign = f"$\\mathregular{{{SIGNS[code][0]}}}$"
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


def _telling(slots: tuple[Slot, ...], numbers: list[int]) -> list[int]:
    """The columns whose numbers are told first: the ends, the publication's own, the extremes."""
    ranked = sorted(numbers, key=lambda x: slots[x].interval.farthest)
    own = [x for x in numbers if slots[x].own]
    unsure = [x for x in numbers if not slots[x].interval.exactly]
    first = (numbers[-1], numbers[0], *own[: len(own) < len(numbers)], *unsure)
    return list(dict.fromkeys((*first, ranked[-1], ranked[0])))
