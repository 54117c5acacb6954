"""What a chart shows, before anything is drawn: panels of slots, and what explains them.

One panel has one axis: points of one indicator in one region that have the same unit, are
counted in the same way and for the same kind of period.  Whatever differs in one of these
has a panel of its own, since bars on one axis say that their heights compare.  A panel is a
row of slots, a real sequence of periods: what is not known has a slot that says so, and
nothing is zero but a registered zero.
"""

from collections.abc import Iterator
from typing import NamedTuple

from kic.formats.cell_text import say
from kic.model import Lang, Record, Text, UnitKind
from kic.model.interval import UNKNOWN, Interval, Number
from kic.model.wording import SOURCE
from kic.report.chart.marks import CODES, lines
from kic.table import Stroke


class Slot(NamedTuple):
    """One place in the sequence: a period, or several of which nothing is known.

    ``when`` stands below it, ``label`` and the ``codes`` beside the number or in its place.
    ``interval`` is drawn; of a disputed number it is the farthest that the number may reach.
    ``apart`` is a slot outside the sequence, ``breaks`` one before which the series breaks,
    ``overlaps`` one whose period begins before the previous one ends.
    """

    when: Text
    label: Record | Text
    codes: tuple[str, ...] = ()
    interval: Interval = UNKNOWN
    stroke: Stroke = "gap"
    breaks: bool = False
    apart: bool = False
    overlaps: bool = False
    notes: tuple[Text, ...] = ()

    @property
    def height(self) -> Number:
        """How high the bar itself is: the number given, or else its bound nearest to zero.

        Below zero it is a depth.
        """
        value, low, high = self.interval
        if value is not None:
            return value
        return high if high is not None and high < 0 else max(low or 0, 0)


class Panel(NamedTuple):
    """One axis with its slots; ``about`` says how is counted, where the unit does not.

    ``ticks`` go from zero, or from below what lies below it, to ``top``; without any number
    there are none.
    """

    title: Text
    region: Text
    unit: Text | None
    kind: UnitKind | None
    about: tuple[Text, ...]
    ticks: tuple[Number, ...]
    top: Number
    slots: tuple[Slot, ...]

    @property
    def bottom(self) -> Number:
        """Where the axis begins."""
        return self.ticks[0] if self.ticks else 0

    @property
    def facts(self) -> tuple[Text, ...]:
        """What holds for the whole panel: its region, its unit and how that is counted."""
        return tuple(fact for fact in (self.region, self.unit, *self.about) if fact)


class LegendEntry(NamedTuple):
    """An explanation of what stands in the panels: a way to draw, a code, or both."""

    stroke: Stroke | None
    code: str | None
    meaning: Text


class Picture(NamedTuple):
    """A whole chart: panels under one title, and all that explains them."""

    title: Text
    panels: tuple[Panel, ...]
    keys: tuple[LegendEntry, ...]
    corrections: tuple[Text, ...]
    notes: tuple[Text, ...]
    remarks: tuple[Text, ...]
    sources: tuple[Text, ...]


def description(picture: Picture, lang: Lang) -> Iterator[str]:
    """Everything that the picture shows, and the notes on its figures, in lines of text."""
    several = len(picture.panels) > 1
    yield say(picture.title, lang)
    for panel in picture.panels:
        facts = (*[panel.title] * several, *panel.facts)
        yield ", ".join(say(fact, lang) for fact in facts) + "."
        for slot in panel.slots:
            value = " ".join(lines(slot.label, lang))
            marks = f" ({', '.join(slot.codes)})" if slot.codes else ""
            yield f"{say(slot.when, lang)}: {value}{marks}."
        notes = dict.fromkeys(note for slot in panel.slots for note in slot.notes)
        yield from (say(note, lang) for note in notes)
    coded = [f"{key.code} = {say(key.meaning, lang)}" for key in picture.keys if key.code]
    if coded:
        yield f"{say(CODES, lang)}: {'; '.join(coded)}."
    yield from (say(text, lang) for text in (*picture.corrections, *picture.remarks))
    yield from (f"{say(SOURCE, lang)}: {say(text, lang)}" for text in picture.sources)
