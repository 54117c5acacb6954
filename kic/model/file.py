"""The parts of a dataset's file, frozen; what parts satisfy together is checked elsewhere.

The terms follow SDMX and the RDF Data Cube vocabulary: a figure is an observation of an
indicator (the measured concept) for one region (REF_AREA) and one period (TIME_PERIOD).
"""

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from kic.model.codes import LACKING, Measure, Reason, Registration, StatementKind
from kic.model.figure import Figure
from kic.model.parts import DatasetInfo, Gap, Named, Region, Source, Topic, Unit
from kic.model.period import PeriodField
from kic.model.text import AGES, SHORT, Filled, Id, Locator, Part, Text


def _ages(text: str) -> range:
    """The ages from the first to the last that is written."""
    youngest, oldest = map(int, text.split("-"))
    return range(youngest, oldest + 1)


def _in_order(ages: str) -> str:
    if not _ages(ages):
        raise ValueError("the youngest of 'ages' comes first")
    return ages


class Indicator(Topic):
    """What is counted: the measured concept, with its figures and its gaps.

    Without a ``theme`` it concerns them all.  ``subset_of`` names an indicator it is a
    part of, ``target_of`` one it is the target of, ``related_to`` others that measure
    something near; shares with the same ``breakdown`` divide one whole.  ``ages`` are the
    ages that count, in completed years, as ``"0-17"``.
    A population names in ``denominator_for`` the units that it may divide, for a rate;
    ``no_rate`` says why figures of this indicator are no part of any such population.
    ``short`` is the label for tables and pictures, never wider in meaning.
    """

    short: Text | None = None
    theme: Id | None = None
    population: Text | None = None
    unit: Id | None = None
    measure: Measure | None = None
    region: Id
    registration: Registration = Registration.UNSTATED
    registered_by: Id | None = None
    named: tuple[Named, ...] = ()
    subset_of: Id | None = None
    target_of: Id | None = None
    related_to: tuple[Id, ...] = ()
    breakdown: Id | None = None
    ages: Annotated[str, Field(pattern=AGES), AfterValidator(_in_order)] | None = None
    denominator_for: tuple[Id, ...] = ()
    no_rate: Text | None = None
    caution: Text | None = None
    caution_source: Id | None = None
    note: Text | None = None
    note_source: Id | None = None
    gaps: tuple[Gap, ...] = ()
    figures: tuple[Figure, ...]

    @model_validator(mode="after")
    def _brief(self) -> "Indicator":
        for words in self.short.both if self.short else ():
            if len(words) > SHORT:
                raise ValueError(
                    f"a 'short' label has at most {SHORT} characters, not {len(words)}"
                )
        return self

    @property
    def labels(self) -> tuple[str, ...]:
        """What answers call it, in both languages, in full and in short."""
        return (*self.label.both, *(self.short.both if self.short else ()))

    @cached_property
    def age_range(self) -> range:
        """The ages that count; none where they are not stated."""
        return _ages(self.ages) if self.ages else range(0)

    def as_told(self, told: "Indicator | None", gaps: Iterable[Gap]) -> "Indicator":
        """The same with some of its gaps, and what ``told`` says of its figures, if anything.

        How they count is only told of others where nobody read that into the figures.
        """
        fields = Indicator.model_fields
        said = {key: getattr(told, key) if told else fields[key].default for key in SAID}
        read = (figure.inferred for figure in self.figures if figure.measure is None)
        if told is not self and any("measure" in inferred for inferred in read):
            said["measure"] = None
        return self.model_copy(update={**said, "gaps": tuple(gaps)})

    @cached_property
    def gap_of(self) -> dict[str, Gap]:
        """What is missing, by region."""
        return {gap.region or self.region: gap for gap in self.gaps}

    def lacks(self, figure: Figure) -> bool:
        """Whether a figure is one that a gap of the source is about."""
        registration = figure.registration or self.registration
        return registration in LACKING or figure.reason is Reason.UNCLEAR

    @cached_property
    def dated_gaps(self) -> frozenset[str]:
        """The regions whose gap is one of certain periods: all that lack something have one."""
        lacking = [
            (f.region or self.region, f.period.known) for f in filter(self.lacks, self.figures)
        ]
        return frozenset(r for r, _ in lacking) - {r for r, dated in lacking if not dated}


# What an indicator says of its figures in the words of one publication, and a figure of itself.
SAID = (
    *("registration", "registered_by", "named"),
    *("caution", "caution_source", "note", "note_source"),
)


class Statement(Part):
    """A concern, a development, an event or a finding without a number, summarised.

    ``about_data`` marks one that says what is known, and belongs beside the gaps.
    """

    theme: Id | None = None
    region: Id
    kind: StatementKind
    locator: Locator
    source: Id | None = None
    summary: Text
    about_data: bool = False
    date: PeriodField | None = None
    period: PeriodField | None = None

    def of(self, source: str | None) -> "Statement":
        """The same as said by another publication, or whoever says it."""
        return self.model_copy(update={"source": source})

    @model_validator(mode="after")
    def _dated(self) -> "Statement":
        dated = self.date is not None and self.date.known
        if (self.kind is StatementKind.EVENT) != dated:
            raise ValueError("an event, and only an event, has a 'date'")
        return self


class NotFigure(Part):
    """A numeral or number word on the page that is no figure, and why.

    Without ``as_printed`` it is everything at its place, as all cells of a table.
    """

    locator: Locator
    as_printed: Filled | None = None
    reason: Text


class File(Part):
    """A whole dataset as its file holds it."""

    dataset: DatasetInfo
    sources: dict[Id, Source] = Field(default_factory=dict)
    organisations: dict[Id, Text] = Field(default_factory=dict)
    themes: dict[Id, Topic] = Field(default_factory=dict)
    regions: dict[Id, Region] = Field(default_factory=dict)
    units: dict[Id, Unit] = Field(default_factory=dict)
    indicators: dict[Id, Indicator]
    statements: tuple[Statement, ...] = ()
    not_figures: tuple[NotFigure, ...] = ()
