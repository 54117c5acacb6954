"""What stands around the panels of a chart: title, legend, corrections, notes and sources."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kic.dataset import Dataset
from kic.formats import Style
from kic.formats.cell_text import cell
from kic.model import Record, Source, Status, Text
from kic.model.wording import STROKE, named, text
from kic.report.chart.marks import MARK
from kic.report.chart.picture import LegendEntry, Panel, Slot
from kic.table import Stroke
from kic.table.common import source_text
from kic.table.figures import correction_notes

NO_PERIOD = text("periode niet vermeld", "period not stated")
_OWN_AXES = text(
    "Elk paneel heeft een eigen as: vergelijk de hoogten niet tussen panelen.",
    "Each panel has its own axis: do not compare heights between panels.",
)
_OVERLAP = text("De perioden overlappen elkaar.", "The periods overlap.")
_MORE_NOTES = text(
    "Bij deze cijfers horen noten: zie kic show.",
    "These figures have notes: see kic show.",
)
_MOST_NOTES = 4  # more of them belong in a text

# The way to draw that a code explains.
_STROKE_OF_CODE: dict[str, Stroke] = {
    "r": "open",
    Status.SUPPRESSED: "maybe",
    Status.ESTIMATED: "about",
    Status.UNVALIDATED: "disputed",
    "v": "disputed",
}


def legend(slots: list[Slot], by: Text) -> Iterator[LegendEntry]:
    """The ways to draw that no code explains, then the codes, each with its way to draw.

    ``by`` is who inferred or corrected what they mark.
    """
    drawn = {slot.stroke for slot in slots}
    used = {code for slot in slots for code in slot.codes}
    for code in (Status.SUPPRESSED, "r", Status.ESTIMATED):
        way = _STROKE_OF_CODE[code]
        # A suppressed number lies between bounds; others that do may stand beside it.
        if any(slot.stroke == way and code not in slot.codes for slot in slots):
            yield LegendEntry(way, None, STROKE[way])
    for code, meaning in MARK.items():
        if code in used:
            coded = _STROKE_OF_CODE.get(code)
            yield LegendEntry(coded if coded in drawn else None, str(code), named(meaning, by))


class Explanations:
    """What explains the figures that are drawn; each text names those it is about."""

    def __init__(self, dataset: Dataset, records: list[Record]) -> None:
        self._dataset, self._records = dataset, records
        indicators = {r.indicator for r in records}
        places = {(r.indicator, r.region) for r in records}
        self._several_indicators = len(indicators) > 1
        self._several_regions = len(places) > len(indicators)
        self._background = self._by_text("notes")

    def title(self) -> Text:
        """What all that is drawn has in common: an indicator, a theme, or the dataset."""
        if not self._several_indicators:
            return self._records[0].label
        theme, *others = {r.theme for r in self._records}
        if theme is None or others:
            return self._dataset.title
        return self._dataset.themes[theme].label

    def corrections(self) -> Iterator[Text]:
        """Why numbers are not the printed ones."""
        for r in self._records:
            for note in correction_notes(r):
                yield self._with_figures([r], note)

    def notes(self) -> Iterator[Text]:
        """Every caution, and of the background as much as a picture can hold, each once."""
        notes = self._by_text("cautions")
        if len(self._background) <= _MOST_NOTES:
            notes |= self._background
        for note, records in notes.items():
            everywhere = len(records) == len(self._records)
            yield note if everywhere else self._with_figures(records, note)

    def remarks(self, panels: tuple[Panel, ...]) -> Iterator[Text]:
        """How to read the panels, and where the notes are that have no room here."""
        if len(self._background) > _MOST_NOTES:
            yield _MORE_NOTES
        if any(slot.overlaps for panel in panels for slot in panel.slots):
            yield _OVERLAP
        if len(panels) > 1:
            yield _OWN_AXES

    def sources(self) -> Iterator[Text]:
        """The publications of the numbers and of their corrections, the dataset's own first.

        Those other than the dataset's own say which figures they give.
        """
        own = self._dataset.info.source
        given: dict[str, list[Record]] = defaultdict(list)
        for r in self._records:
            given[r.source].append(r)
        for r in self._records:
            if r.correction:
                given.setdefault(r.correction.source, [])
        for id_ in sorted(given, key=lambda id_: id_ != own):
            line = _written(self._dataset.sources[id_])
            yield self._with_figures(given[id_] if id_ != own else [], line)

    def _by_text(self, field: str) -> dict[Text, list[Record]]:
        """The texts in a field, each with the figures that it belongs to."""
        found: dict[Text, list[Record]] = defaultdict(list)
        for r in self._records:
            for note in getattr(r, field):
                found[note].append(r)
        return found

    def _with_figures(self, records: list[Record], sentence: Text) -> Text:
        """A sentence with the figures it is about before it: their periods, and what differs."""
        if not records:
            return sentence
        names = list(self._names(records))
        nl, en = (", ".join(parts) for parts in ([n.nl for n in names], [n.en for n in names]))
        return text(f"{nl}: {sentence.nl}", f"{en}: {sentence.en}")

    def _names(self, records: Iterable[Record]) -> Iterator[Text]:
        by_indicator: dict[str, list[Record]] = defaultdict(list)
        for r in records:
            by_indicator[r.indicator].append(r)
        for own in by_indicator.values():
            if self._several_indicators:
                yield own[0].label
            if self._several_regions:
                yield from {r.region: r.links.region.label for r in own}.values()
            periods = ", ".join(dict.fromkeys(r.period.brief for r in own if r.period.known))
            yield text(periods, periods) if periods else NO_PERIOD


def _written(source: Source) -> Text:
    """A publication with its address, in both languages."""
    cells = source_text(source)
    return text(cell(cells, Style(lang="nl")), cell(cells, Style(lang="en")))
