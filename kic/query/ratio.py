"""A figure set against a whole: a rate per so many people, or a share of what it is part of.

A whole that does not fit is refused with the reason; what limits one that does travels with
it as notes.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kic.model import LACKING, Key, Measure, Record, Text, UnitKind
from kic.model.interval import UNKNOWN, Interval, exact
from kic.model.sentences import applying, sentence
from kic.model.wording import MEASURE, text
from kic.query.change import limits, periods_inferred, ways_of_counting

PERCENT = 100


class Ratio(NamedTuple):
    """``interval`` for every ``per`` of ``whole``; or nothing, and ``refusal`` says why.

    ``whole`` is the figure divided by.  ``notes`` are what limits the ratio, and then what it
    is of.
    """

    per: int
    interval: Interval = UNKNOWN
    whole: Record | None = None
    notes: tuple[Text, ...] = ()
    refusal: Text | None = None

    @property
    def remarks(self) -> tuple[Text, ...]:
        """What limits it and what it is of, or why there is none."""
        return (self.refusal,) if self.refusal else self.notes

    @property
    def is_share(self) -> bool:
        """Whether it is a percentage of a whole, and not a rate."""
        return self.per == PERCENT


Ratios = Mapping[Key, Ratio]


def no_count(record: Record) -> Iterator[Text]:
    """Why a figure is not so many of something: a duration or a percentage is not."""
    unit = record.links.unit
    return applying(
        {
            "no_number": not record.interval.known,
            "no_count": unit and unit.kind is not UnitKind.COUNT,
        },
        unit=unit and unit.label,
    )


def says_nothing(interval: Interval, whole: Record, most: int | None = None) -> Iterator[Text]:
    """Why a ratio could be anything: the whole is zero, or it reaches from zero to ``most``."""
    value, lower, upper = interval
    return applying(
        {
            "whole_zero": whole.interval.upper == 0,
            "all_open": value is None and not lower and (upper is None or exact(upper) == most),
        }
    )


def part_notes(part: Record) -> Iterator[Text]:
    """What has to be known of the figure that is divided."""
    yield from (*limits(part), *periods_inferred(part), *part.cautions)
    yield from applying(
        {
            "part_incomplete": part.registration in LACKING,
            "plan": part.measure is Measure.TARGET,
            "total": part.period.kind.startswith("years"),
        }
    )


def whole_notes(whole: Record) -> Iterator[Text]:
    """What has to be known of the number that it is divided by."""
    incomplete = applying({"whole_incomplete": whole.registration in LACKING})
    notes = (*limits(whole), *periods_inferred(whole), *whole.cautions, *incomplete)
    for note in notes:
        yield sentence("of_whole", label=whole.label, note=note)


def counted_otherwise(*figures: tuple[Text, Record]) -> Iterator[Text]:
    """That figures, each with its name, are counted differently, as far as it is known how."""
    if ways := ways_of_counting(r for _, r in figures):
        named = [(name, MEASURE[r.measure or Measure.UNSPECIFIED]) for name, r in figures]
        yield text(
            " ".join([f"{ways.nl}.", *(f"{name.nl}: {way.nl}." for name, way in named)]),
            " ".join([f"{ways.en}.", *(f"{name.en}: {way.en}." for name, way in named)]),
        )
