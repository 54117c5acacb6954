"""The page of a chart: title, panels in columns, and below them what explains them.

Every text is measured and wrapped before it gets its place, so that nothing overlaps or is
cut off.
"""

from collections.abc import Iterable

from kic.formats.cell_text import say
from kic.model.wording import SOURCE
from kic.report.chart.bars import FILLS, GAP, draw_arrow, draw_bars, panel_width, reason_height
from kic.report.chart.pen import GREY, INK, LARGE, LEADING, NORMAL, SMALL, Pen
from kic.report.chart.picture import LegendEntry, Panel, Picture
from kic.table import Stroke

MARGIN = 22.0
_NARROWEST, _WIDEST = 440.0, 860.0  # of a page, unless its slots need more
_HIGH, _LOW = 190.0, 140.0  # of the bars, in a single panel and in one of several
_PANEL = 220.0  # the least width of one of several panels
_SUBTITLE = 10.5  # its size


def lay_out(pen: Pen, picture: Picture) -> tuple[float, float]:
    """Draw everything in its place; gives back the width and height of the page."""
    panels = picture.panels
    several = len(panels) > 1
    wide = max(panel_width(pen, panel) for panel in panels)
    columns = 1
    if several:
        wide = max(wide, _PANEL)
        fitting = int((_WIDEST - 2 * MARGIN + GAP) // (wide + GAP))
        columns = max(1, min(fitting, {2: 2, 4: 2}.get(len(panels), 3)))
    inner = max(columns * wide + (columns - 1) * GAP, _NARROWEST - 2 * MARGIN)
    wide = (inner - (columns - 1) * GAP) / columns

    title = pen.balanced(pen.say(picture.title), inner, LARGE)
    y = pen.paragraph(MARGIN, MARGIN - 4, title, LARGE, bold=True)
    own_titles = any(panel.title != picture.title for panel in panels)
    for start in range(0, len(panels), columns):
        row = panels[start : start + columns]
        heads = [_head(pen, panel, wide, own_titles, several) for panel in row]
        y += 20 if several else 2
        below = y + max(sum(size for _, size, *_ in head) for head in heads) * LEADING
        # Above the longest bar stands its number, and maybe an arrow or the mark of a break.
        raised = any(slot.stroke == "open" or slot.breaks for p in row for slot in p.slots)
        top = below + (38 if raised else 24)
        high = max(_LOW if several else _HIGH, reason_height(pen, row))
        end = y
        for column, (panel, head) in enumerate(zip(row, heads, strict=True)):
            x = MARGIN + column * (wide + GAP)
            at = y
            for line, size, bold, color in head:
                at = pen.paragraph(x, at, [line], size, bold=bold, color=color)
            end = max(end, draw_bars(pen, panel, x, top, wide, high))
        y = end
    y = _draw_foot(pen, picture, y + 14, inner)
    return inner + 2 * MARGIN, y + MARGIN - 4


def _head(
    pen: Pen, panel: Panel, width: float, own_title: bool, several: bool
) -> list[tuple[str, float, bool, str]]:
    """The lines above a panel: its title unless the page has it, region, unit and the rest."""
    facts = [pen.say(fact) for fact in panel.facts]
    head = []
    if several:
        title = pen.say(panel.title) if own_title else facts.pop(0)
        head = [(line, _SUBTITLE, True, INK) for line in pen.balanced(title, width, _SUBTITLE)]
    line = " · ".join(fact.replace(" ", "\u00a0") if len(fact) < 30 else fact for fact in facts)
    return head + [(part, NORMAL, False, GREY) for part in pen.wrapped(line, width, NORMAL)]


def _draw_foot(pen: Pen, picture: Picture, y: float, width: float) -> float:
    """What explains the panels: drawings and codes, corrections, remarks, sources."""
    if picture.keys:
        y = _draw_legend(pen, picture.keys, y, width)
    for text in (*picture.corrections, *picture.notes, *picture.remarks):
        paragraph = pen.wrapped(pen.say(text), width, SMALL)
        y = pen.paragraph(MARGIN, y + 3, paragraph, SMALL, color=GREY)
    y += 5
    for place, text in enumerate(picture.sources):
        before = "" if place else f"{say(SOURCE, pen.lang)}:\u00a0"
        paragraph = pen.wrapped(before + pen.say(text), width, SMALL)
        y = pen.paragraph(MARGIN, y + 2 * bool(place), paragraph, SMALL, color=GREY)
    return y


def _draw_legend(pen: Pen, keys: Iterable[LegendEntry], y: float, width: float) -> float:
    """Each key with its drawing and its code, side by side as far as they fit."""
    x = MARGIN
    y += SMALL * LEADING
    for key in keys:
        before = (20.0 if key.stroke else 0.0) + (14.0 if key.code else 0.0)
        meaning = pen.wrapped(pen.say(key.meaning), width - before, SMALL)
        size = before + max(pen.width(line, SMALL) for line in meaning)
        if x > MARGIN and x + size > MARGIN + width:
            x, y = MARGIN, y + SMALL * LEADING + 2
        if key.stroke:
            _draw_sample(pen, key.stroke, x, y)
        if key.code:
            pen.write(x + before - 14, y, key.code, SMALL, bold=True)
        y = pen.paragraph(x + before, y - SMALL * LEADING, meaning, SMALL, color=GREY)
        x += size + 16
    return y + 2


def _draw_sample(pen: Pen, stroke: Stroke, x: float, y: float) -> None:
    """A small example of a way to draw, on a baseline."""
    if stroke == "open":
        draw_arrow(pen, x + 7, y + 1, shaft=4)
        return
    pen.box(x, y - 7.5, 14, y + 1, **FILLS[stroke])
    if stroke == "maybe":
        pen.line((x + 7, y - 7.5), (x + 7, y + 1), color=INK, weight=1.3)
