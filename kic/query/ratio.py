"""A figure set against a whole: a rate per so many people, or a share of what it is part of.

A whole that does not fit is refused with the reason; what limits one that does travels with
it as notes.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from kic.model import LACKING, Key, Measure, Record, Text, UnitKind
from kic.model.interval import UNKNOWN, Interval, exact
from kic.model.wording import MEASURE, PLAN, sentences, text
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


Ratios = Mapping[Key, Ratio]


def no_count(record: Record) -> Iterator[Text]:
    """Why a figure is not so many of something: a duration or a percentage is not."""
    unit = record.links.unit
    return sentences(
        (not record.interval.known, "Er is geen getal.", "There is no number."),
        (
            unit and unit.kind is not UnitKind.COUNT,
            "Het gaat om {unit}, en dat is geen aantal.",
            "The figure is in {unit}, which is not a count.",
        ),
        unit=unit and unit.label,
    )


def says_nothing(interval: Interval, whole: Record, most: int | None = None) -> Iterator[Text]:
    """Why a ratio could be anything: the whole is zero, or it reaches from zero to ``most``."""
    value, lower, upper = interval
    return sentences(
        (whole.interval.upper == 0, "Het geheel is nul.", "The whole is zero."),
        (
            value is None and not lower and (upper is None or exact(upper) == most),
            "De grenzen van deel en geheel laten alles open.",
            "The bounds of the part and the whole leave everything open.",
        ),
    )


def part_notes(part: Record) -> Iterator[Text]:
    """What has to be known of the figure that is divided."""
    yield from (*limits(part), *periods_inferred(part), *part.cautions)
    yield from sentences(
        (
            part.registration in LACKING,
            "Volgens de bron onvolledig: het getal dekt niet alles.",
            "Incomplete according to the source: the number does not cover everything.",
        ),
        (part.measure is Measure.TARGET, PLAN.nl, PLAN.en),
        (
            part.period.kind.startswith("years"),
            "Een totaal over meerdere jaren.",
            "A total over several years.",
        ),
    )


def whole_notes(whole: Record) -> Iterator[Text]:
    """What has to be known of the number that it is divided by."""
    incomplete = (
        whole.registration in LACKING,
        "onvolledig volgens de bron.",
        "incomplete according to the source.",
    )
    notes = (*limits(whole), *periods_inferred(whole), *whole.cautions, *sentences(incomplete))
    for note in notes:
        yield text(f"{whole.label.nl}: {note.nl}", f"{whole.label.en}: {note.en}")


def counted_otherwise(*figures: tuple[Text, Record]) -> Iterator[Text]:
    """That figures, each with its name, are counted differently, as far as it is known how."""
    if ways := ways_of_counting(r for _, r in figures):
        named = [(name, MEASURE[r.measure or Measure.UNSPECIFIED]) for name, r in figures]
        yield text(
            " ".join([f"{ways.nl}.", *(f"{name.nl}: {way.nl}." for name, way in named)]),
            " ".join([f"{ways.en}.", *(f"{name.en}: {way.en}." for name, way in named)]),
        )
