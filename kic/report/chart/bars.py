"""The inside of a panel: an axis, and on it a bar or a reason for each slot."""

from collections.abc import Iterable
from typing import Any

from kic.model.digits import number
from kic.report.chart.pen import (
    GREY,
    GRID,
    HUE,
    INK,
    LEADING,
    LIGHT,
    NORMAL,
    PAPER,
    SMALL,
    Pen,
    Shape,
)
from kic.report.chart.picture import Panel, Slot
from kic.table import Stroke

GAP = 30.0  # between panels, and around the slots apart
_BAR = 46.0
_BOX = 124.0  # the width of what stands in the place of a bar

FILLS: dict[Stroke, dict[str, Any]] = {  # how a bar, or a piece of one, is drawn
    "full": {"face": HUE},
    "maybe": {"face": LIGHT, "edge": HUE, "dashes": (2.5, 2)},
    "about": {"face": PAPER, "edge": HUE, "weight": 1, "hatch": "//////"},
    "disputed": {"face": PAPER, "edge": HUE, "weight": 1, "hatch": "xxxxx"},
}

# --------------------------------------------------------------------------- measuring


def panel_width(pen: Pen, panel: Panel) -> float:
    """The width a panel needs at least."""
    each = max(_slot_width(pen, slot) for slot in panel.slots)
    return _axis_width(pen, panel) + each * len(panel.slots) + _space_between(panel)


def reason_height(pen: Pen, panels: Iterable[Panel]) -> float:
    """The height that the longest words in place of a number need."""
    gaps = [slot for panel in panels for slot in panel.slots if slot.stroke == "gap"]
    longest = max((len(_reason(pen, slot, _slot_width(pen, slot))) for slot in gaps), default=0)
    return longest * SMALL * LEADING + 14


def _axis_width(pen: Pen, panel: Panel) -> float:
    return max((pen.width(number(t, pen.lang), SMALL) for t in panel.ticks), default=-8.0) + 8


def _slot_width(pen: Pen, slot: Slot) -> float:
    """What a slot needs so that no number, code or word in it is broken."""
    if slot.stroke == "gap":
        words = [w for line in pen.amount(slot) for w in line.split(" ")]
        longest = max((pen.width(w, SMALL) for w in words), default=0.0)
        label = min(longest, 110.0) + 18
    else:
        label = pen.width(pen.amount(slot)[0], NORMAL, bold=True) + _codes_width(pen, slot) + 10
    when = max(pen.width(w, SMALL) for w in pen.say(slot.when).split(" ")) + 8
    return max(label, when, 52.0)


def _codes_width(pen: Pen, slot: Slot) -> float:
    """The width of the codes of a slot with the space before them."""
    return pen.width(" ".join(slot.codes), SMALL) + 4 if slot.codes else 0.0


def _space_between(panel: Panel) -> float:
    """The space between the slots in the sequence and those apart, if there are both."""
    return GAP * (len({slot.apart for slot in panel.slots}) > 1)


def _reason(pen: Pen, slot: Slot, width: float) -> list[str]:
    """The lines of a slot without a number."""
    inner = min(width - 8, _BOX) - 6
    reason = [line for part in pen.amount(slot) for line in pen.wrapped(part, inner, SMALL)]
    return [*reason, *([" ".join(slot.codes)] if slot.codes else [])]


# ----------------------------------------------------------------------------- drawing


def draw_bars(pen: Pen, panel: Panel, x: float, top: float, width: float, high: float) -> float:
    """Draw the axis and the slots, ``high`` below ``top``; gives back where they end."""
    bottom = top + high
    left = x + _axis_width(pen, panel)
    between = _space_between(panel)
    each = (x + width - left - between) / len(panel.slots)
    inside = left + sum(not slot.apart for slot in panel.slots) * each
    stretches = [(a, b) for a, b in ((left, inside), (inside + between, x + width)) if b - a > 1]
    scale = high / (panel.top - panel.bottom)
    zero = bottom + panel.bottom * scale
    for tick in panel.ticks:
        level = zero - tick * scale
        label = number(tick, pen.lang)
        pen.write(left - 8, level + 3, label, SMALL, color=GREY, align="right")
        color = INK if panel.bottom and not tick else GRID
        for a, b in stretches:
            pen.line((a, level), (b, level), color=color)
    end = bottom
    for place, slot in enumerate(panel.slots):
        start = left + place * each + (between if slot.apart else 0.0)
        middle = start + each / 2
        if slot.breaks:
            pen.line((start, top - 26), (start, bottom), color=INK, weight=1, dashes=(4, 3))
            code = next(c for c in slot.codes if c in "Bb")
            pen.write(start + 3, top - 19, code, SMALL, bold=True)
        if slot.stroke == "gap":
            _draw_reason(pen, slot, start, top, bottom, each)
        else:
            draw_bar(pen, slot, middle, zero, scale, min(each * 0.6, _BAR))
        when = pen.wrapped(pen.say(slot.when), each - 6, SMALL)
        end = max(end, pen.paragraph(middle, bottom + 4, when, SMALL, align="middle"))
    for a, b in stretches if not panel.bottom else ():
        pen.line((a, bottom), (b, bottom), color=INK, weight=1)
    return end


def _draw_reason(pen: Pen, slot: Slot, x: float, top: float, bottom: float, width: float) -> None:
    """A slot without a number: a dotted outline with what is known of it."""
    wide = min(width - 8, _BOX)
    left = x + (width - wide) / 2
    pen.box(left, top, wide, bottom - 3, face=PAPER, edge=GREY, dashes=(1, 2.5))
    reason = _reason(pen, slot, width)
    y = (top + bottom - len(reason) * SMALL * LEADING) / 2 - 2
    pen.paragraph(x + width / 2, y, reason, SMALL, color=GREY, align="middle")


def draw_bar(pen: Pen, slot: Slot, x: float, bottom: float, scale: float, wide: float) -> None:
    """A bar around ``x`` with what is uncertain of it, and its number above.

    What is below zero hangs below its bottom.
    """
    height = slot.height * scale
    value, low, high = slot.interval
    left, top = x - wide / 2, bottom - height
    label = min(top, bottom)
    if slot.stroke == "maybe" and value is None and high is not None:
        pen.box(left, bottom - high * scale, wide, bottom - (low or 0) * scale, **FILLS["maybe"])
    hatched = slot.stroke in ("about", "disputed")
    if height:
        least = 5 if hatched else 1  # so high that the hatching is seen
        fill = FILLS[slot.stroke if hatched else "full"]
        upper, lower = (bottom, max(top, bottom + least)) if height < 0 else (top, bottom)
        pen.box(left, min(upper, lower - least), wide, lower, **fill)
    if high is not None and low != high and not hatched:
        reach = bottom - high * scale
        label = min(label, reach)
        _draw_whisker(pen, x, bottom - (low or 0) * scale, reach, bool(height))
    if high is None and low is not None:
        label = draw_arrow(pen, x, top)
    amount = pen.amount(slot)[0]
    size = pen.width(amount, NORMAL, bold=True)
    whole = size + _codes_width(pen, slot)
    start = x - whole / 2
    pen.box(start - 2, label - 14, whole + 4, label - 3, face=PAPER)  # no line through a number
    pen.write(start, label - 5, amount, NORMAL, bold=True)
    if slot.codes:
        pen.write(start + size + 4, label - 5, " ".join(slot.codes), SMALL, color=GREY)


def _draw_whisker(pen: Pen, x: float, low: float, high: float, on_bar: bool) -> None:
    """From bound to bound, with a light edge where it would be lost on a dark bar."""
    for color, weight in ((PAPER, 4.0), (INK, 1.3))[not on_bar :]:
        for y in (low, high):
            pen.line((x - 7, y), (x + 7, y), color=color, weight=weight)
        pen.line((x, low), (x, high), color=color, weight=weight)


def draw_arrow(pen: Pen, x: float, top: float, shaft: float = 9) -> float:
    """Upwards from a bar: at least this much.  Gives back where it ends."""
    end = top - shaft
    pen.line((x, top), (x, end), color=HUE, weight=2)
    head = ((x - 5, end + 1.5), (x, end - 5), (x + 5, end + 1.5), (x - 5, end + 1.5))
    pen.drawn.append(Shape(head, face=HUE))
    return end - 5
