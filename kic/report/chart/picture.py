"""What a chart shows, before anything is drawn: columns of what compares, cards of the rest.

The columns of one panel have one scale: the same indicator, unit and kind of period, or rates.
A number that compares with no other is not drawn to a scale, it stands on a card.  What is not
known has a sign that says so, and nothing is zero but a registered zero.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kic.formats import Style
from kic.formats.cell_text import cell
from kic.model import Lang, Reason, Text
from kic.model.wording import NOT_HERE, NOT_SHOWN, REASON, SOURCE, tallies
from kic.report.slots import Slot
from kic.table import Cell, Several

# The sign of what has no number, by its code.
SIGNS: Mapping[str, str] = {
    "in_words": "\u275d",
    "not_national": "\u25a8",
    "incomplete": "\u25d0",
    "unavailable": "\u00d7",
    "unclear": "?",
    "concluded": "\u25c7",
    "suppressed": "\u2298",
    "not_stated": "\u25cb",
    "not_here": "\u2026",
    "not_shown": "\u2013",
}
GAPS = ("not_national", "incomplete", "unavailable", "unclear", "concluded")
_NO_GAPS = {
    "suppressed": REASON[Reason.SUPPRESSED],
    "not_stated": REASON[Reason.NOT_STATED],
    "not_here": NOT_HERE,
    "not_shown": NOT_SHOWN,
}


class Panel(NamedTuple):
    """Columns with one scale; what is ``whole`` is counted in whole numbers.

    ``line`` is the line that answers, and ``more`` what limits it or comes with it; ``facts``
    hold for all its columns, and ``remarks`` are its cautions.
    """

    line: Cell
    more: tuple[Cell, ...]
    facts: Several
    slots: tuple[Slot, ...]
    whole: bool
    remarks: tuple[Cell, ...]


class Picture(NamedTuple):
    """A whole chart: panels and cards under the line that answers, and what explains them.

    Its ``title`` is that ``line``, unless its reader gives it one.  What is drawn ``paler`` is
    not from the publications of the dataset; gaps are inferred ``by`` whom its figures tell.
    """

    title: Cell
    line: Cell
    panels: tuple[Panel, ...]
    cards: tuple[Slot, ...]
    remarks: tuple[Cell, ...]
    sources: tuple[Cell, ...]
    paler: Cell
    by: Text

    @property
    def columns(self) -> tuple[Slot, ...]:
        """The columns of all panels."""
        return tuple(slot for panel in self.panels for slot in panel.slots)

    @property
    def signs(self) -> dict[str, Text]:
        """The signs in it, each with its meaning by its code."""
        used = {slot.sign for slot in (*self.columns, *self.cards)}
        if not any(slot.sign == "in_words" for slot in self.columns):
            used.discard("in_words")  # on a card the words speak for themselves
        meanings = {**tallies(self.by), **_NO_GAPS}
        return {code: meanings[code] for code in SIGNS if code in used}


def description(picture: Picture, lang: Lang) -> Iterator[str]:
    """Everything that the picture shows, in lines of text."""
    style = Style(lang=lang)

    def told(what: Cell, *names: Cell) -> str:
        name = ", ".join(filter(None, (cell(name, style) for name in names)))
        return f"{name}: {cell(what, style)}" if name else cell(what, style)

    yield from map(told, dict.fromkeys((picture.title, picture.line)))
    for panel in picture.panels:
        yield from map(told, (() if panel.line == picture.line else (panel.line,)))
        yield from map(told, (*panel.more, panel.facts))
        yield from (told(slot.what, slot.when) for slot in panel.slots)
        yield from map(told, panel.remarks)
    for card in picture.cards:
        yield told(card.what, card.name, card.when)
        yield from map(told, card.cautions)
    yield from map(told, picture.remarks)
    yield from (told(source, SOURCE) for source in picture.sources)
