"""A number of a text held against the figures that it may be: the one that it is, or should be."""

import re
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from kic.dataset import Dataset, comparison
from kic.dataset.page.running_text import Told
from kic.model import SOUND, Record, Status, Verdict
from kic.model.interval import exact
from kic.query.dated import (
    is_comparable,
    is_counted_otherwise,
    is_still_then,
    is_then,
    is_told_then,
)
from kic.query.located import Places
from kic.query.placing import Placing
from kic.query.scope import is_told_as_record
from kic.query.understood import is_part
from kic.query.verdict import is_near, is_telling, verdict_on

_NAMED = 0.3  # of a name: enough where another sign tells what a number is about
_NAMED_IN_FULL = 0.7  # enough where there is no number to hold it against
_LARGE = 1000  # a number that few other things have


class Finding(NamedTuple):
    """A number of a text with its verdict.

    ``record`` is the figure that it is held against, which says what would be right.  ``other``
    is the figure of another year or region whose number it is.
    """

    verdict: Verdict
    told: Told
    record: Record
    other: Record | None = None


class Figures:
    """The figures of a dataset, which numbers are held against; ``places`` are its regions."""

    def __init__(self, dataset: Dataset, places: Places) -> None:
        self._dataset = dataset
        self._places = places

    def sound(self, told: Told, placings: list[Placing]) -> Finding | None:
        """The figure that has a number, or of which it is a rounded or an earlier one."""
        for placing in placings:
            for record in self._there_and_then(told, placing):
                verdict = verdict_on(told, record)
                is_same = verdict is Verdict.MATCHES and placing.named >= _NAMED
                is_sound = verdict in SOUND and is_still_then(told, record)
                if verdict and is_sound and (is_same or placing.is_sure):
                    is_unconfirmed = record.status is Status.UNVALIDATED
                    is_lost = is_unconfirmed and not is_told_as_record(told, record)
                    return Finding(Verdict.LOST_QUALIFIER if is_lost else verdict, told, record)
        return None

    def wrong(
        self, told: Told, placing: Placing, *, is_topic: bool, is_about_it: bool
    ) -> Finding | None:
        """What is wrong with a number, if it is certain that something is.

        ``is_topic`` tells that its sentence has a sound number of the same indicator, and
        ``is_about_it`` that the text is about what the dataset is of.
        """
        is_sure = placing.is_sure or (placing.only and placing.named >= _NAMED and is_topic)
        there = self._there_and_then(told, placing)
        regions = self._places.told_of(told)
        here = [r for r in placing.records if r.region in regions]
        right = [r for r in here if is_comparable(told, r, is_about_it)]
        right.sort(key=lambda r: (r.interval.known, r.period.known, r.period), reverse=True)
        known = [r for r in right if r.interval.known]
        instead = [r for r in there if r.interval.known]
        is_long = is_telling(told) and placing.named >= _NAMED
        for own in (r for r in there if is_sure and is_told_then(told, r)):
            verdict = verdict_on(told, own)
            is_same = [*told.reading.numeral.numbers] == [*own.stated]
            is_beyond = is_same and verdict is Verdict.DIFFERS  # "more than" it
            if verdict and (is_beyond or verdict in (Verdict.LOST_QUALIFIER, Verdict.CORRECTED)):
                return Finding(verdict, told, own)
        for own in (r for r in placing.records if r not in there):
            if verdict_on(told, own) is Verdict.MATCHES and (
                (is_sure and (known or is_topic))
                or ((is_long or (is_sure and instead)) and self._says(told, own))
            ):
                record = [*known, *instead, own][0]
                return Finding(Verdict.OTHER_YEAR_OR_REGION, told, record, own)
        return self._instead(told, placing, right) if is_sure and right else None

    def _there_and_then(self, told: Told, placing: Placing) -> list[Record]:
        """The figures that may be of the region and the year that a text tells of."""
        regions = self._places.possible(told)
        return [r for r in placing.records if r.region in regions and is_then(told, r)]

    def _says(self, told: Told, record: Record) -> bool:
        """Whether a text says that a number is of another year or region than a figure."""
        return not is_then(told, record) or bool(self._places.named_in(told.sentence))

    def _instead(self, told: Told, placing: Placing, right: list[Record]) -> Finding | None:
        """What the dataset has in the place of a number, the latest first, if that is another."""
        record = right[0]
        verdicts = {verdict_on(told, r) for r in right}
        if not verdicts <= {Verdict.DIFFERS, Verdict.NONE_KNOWN} or told.qualifier is None:
            return None
        if (
            is_part(told)
            or is_counted_otherwise(told, record)
            or self._is_sum(told, record)
            or self._is_told_elsewhere(told, record)
        ):
            return None
        is_in_full = placing.named >= _NAMED_IN_FULL
        if record.interval.known:
            is_none = not any(told.reading.numeral.numbers)  # 0 is of the size of nothing
            is_other = is_in_full if is_none else is_near(told, record)
            return Finding(Verdict.DIFFERS, told, record) if is_other else None
        is_lacking = (record.gap or record.words) and not self._is_known_elsewhere(placing, told)
        is_certain = is_in_full and is_lacking
        return Finding(Verdict.NONE_KNOWN, told, record) if is_certain else None

    def _is_known_elsewhere(self, placing: Placing, told: Told) -> bool:
        """Whether a number may as well be of a region that has one: none is named beside it."""
        regions = self._places.possible(told) - self._places.told_of(told)
        return any(r.interval.known for r in placing.records if r.region in regions)

    def _is_sum(self, told: Told, record: Record) -> bool:
        """Whether a number is two figures of the theme added, of the same place and time."""
        own = (record.theme, record.unit, record.region, record.period)
        near = [r for r in self._dataset.records if (r.theme, r.unit, r.region, r.period) == own]
        values = Counter(exact(r.value) for r in near if r.value is not None)
        rest = ((one, exact(told.reading.numeral.numbers[0]) - one) for one in values)
        return any(values[other] > (one == other) for one, other in rest)

    def _is_told_elsewhere(self, told: Told, record: Record) -> bool:
        """Whether a number stands in another figure on the theme, or in a note.

        That may be a figure for comparison; a small number only counts on the indicator itself,
        where the bound of another figure is no number of its own.
        """
        is_long = is_telling(told) or max(told.reading.numeral.numbers) >= _LARGE
        near = [r for r in self._every if r.theme == record.theme]
        same = [r for r in near if r.indicator == record.indicator]
        others = [r for r in near if r not in same] if is_long else []
        beyond = (Verdict.LOST_QUALIFIER, Verdict.DIFFERS)  # that bound itself
        numbers = [*told.reading.numeral.numbers]
        near = [r for r in same if numbers != [*r.stated] or verdict_on(told, r) not in beyond]
        near += others
        parts = [str((r.as_printed, *r.interval)) for r in near if r.key != record.key]
        parts += [note.nl for r in near for note in (*r.notes, *r.cautions)]
        texts = re.sub(r"(?<=\d)[.,\s](?=\d{3})", "", "; ".join(parts))
        own = "|".join(re.escape(str(n)) for n in told.reading.numeral.numbers)
        return bool(re.search(rf"(?<![\d.,])(?:{own})(?![\d.,]*\d)", texts))

    @cached_property
    def _every(self) -> tuple[Record, ...]:
        """The figures, with those for comparison where the dataset is about what these are."""
        compared = comparison(self._dataset)
        there = (*(compared.records if compared else ()), *self._dataset.records)
        return tuple({r.key: r for r in there}.values())
