"""A figure with everything that a reader needs to use it."""

from typing import NamedTuple

from kic.model.codes import (
    LACKING,
    GapKind,
    Measure,
    Qualifier,
    Reason,
    Registration,
    Status,
    Trend,
)
from kic.model.figure import Figure, Inferred
from kic.model.file import Indicator
from kic.model.interval import Interval, Number, exact
from kic.model.parts import Correction, Gap, Mention, Named
from kic.model.period import Period
from kic.model.text import Text


class Earlier(NamedTuple):
    """What an earlier edition gave for the same indicator, region and period."""

    value: Number | None
    lower: Number | None
    upper: Number | None
    qualifier: Qualifier | None
    unit: str | None
    words: Text | None
    reason: Reason | None
    as_printed: str | None
    locator: str | None
    source: str


class Record(NamedTuple):
    """A figure with everything a reader needs to use it, in the order machines get it.

    ``gap`` says what is not known of it, by whose word, or that no gap is told.
    ``inferred`` names the fields that kic read into the source.  ``cautions`` change how the
    number may be used, ``notes`` are background.
    ``earlier`` is what earlier editions gave, where a later one revised it.

    ``value``, ``lower`` and ``upper`` are in ``unit``; ``None`` is what is not known,
    and ``reason`` then says why.  ``upper`` itself is excluded for ``less_than``.
    """

    theme: str | None
    indicator: str
    label: Text
    region: str
    period: Period
    value: Number | None
    lower: Number | None
    upper: Number | None
    qualifier: Qualifier | None
    unit: str | None
    status: Status
    registration: Registration
    gap: Gap | None
    reason: Reason | None
    as_printed: str | None
    locator: str | None
    source: str
    correction: Correction | None
    cautions: tuple[Text, ...]
    notes: tuple[Text, ...]
    inferred: tuple[Inferred, ...]
    measure: Measure | None
    population: Text | None
    registered_by: str | None
    named: tuple[Named, ...]
    trend: Trend | None
    trend_as_printed: str | None
    words: Text | None
    repeated: tuple[Mention, ...]
    earlier: tuple[Earlier, ...]

    @property
    def interval(self) -> Interval:
        """The number with its bounds."""
        return Interval(self.value, self.lower, self.upper)

    @property
    def worded(self) -> bool:
        """Whether the source gives a word or a direction in the place of a number."""
        return not self.interval.known and bool(self.words or self.trend)

    @property
    def content(self) -> tuple[object, ...]:
        """What a later edition would have to change to revise the figure."""
        told = (self.unit, self.qualifier, self.words, self.reason, self.registration, self.status)
        return (*self.interval, *told)

    @property
    def as_earlier(self) -> Earlier:
        """The figure as a later edition mentions it."""
        return Earlier(*(getattr(self, name) for name in Earlier._fields))


def record(
    indicator_id: str,
    indicator: Indicator,
    figure: Figure,
    source: str,
    most: Number | None = None,
) -> Record:
    """The figure with what it takes over from its indicator and the dataset.

    ``most`` is what no number of its unit can exceed: 100 for a share.
    """
    interval = figure.interval
    if most is not None and interval.value is not None and interval.upper is not None:
        # Rounding reaches no further; a number that itself does is a fault, and told as one.
        interval = interval._replace(
            upper=max(min(interval.upper, most, key=exact), interval.value, key=exact)
        )
    region = figure.region or indicator.region
    registration = figure.registration or indicator.registration
    return Record(
        theme=indicator.theme,
        indicator=indicator_id,
        label=indicator.label,
        region=region,
        period=figure.period,
        value=interval.value,
        lower=interval.lower,
        upper=interval.upper,
        qualifier=figure.qualifier,
        unit=figure.unit or indicator.unit,
        status=figure.observed,
        registration=registration,
        gap=_gap(indicator, region, registration),
        reason=None if interval.known else _reason(figure, registration),
        as_printed=figure.as_printed,
        locator=figure.locator,
        source=figure.source or source,
        correction=figure.correction,
        cautions=tuple(c for c in (figure.caution, indicator.caution) if c),
        notes=tuple(note for note in (figure.note, indicator.note) if note),
        inferred=figure.inferred,
        measure=figure.measure or indicator.measure,
        population=indicator.population,
        registered_by=figure.registered_by or indicator.registered_by,
        named=indicator.named if figure.named is None else figure.named,
        trend=figure.trend,
        trend_as_printed=figure.trend_as_printed,
        words=figure.words,
        repeated=figure.repeated,
        earlier=(),
    )


def _gap(indicator: Indicator, region: str, registration: Registration) -> Gap | None:
    """What is missing; where the source speaks of national figures only what kic concludes."""
    gap = indicator.gap_of.get(region)
    told = gap is not None and gap.kind is not GapKind.CONCLUDED
    return None if told and registration is Registration.NATIONAL else gap


def _reason(figure: Figure, registration: Registration) -> Reason | None:
    """Why there is no number: as typed, because words stand there, or by its registration."""
    if figure.reason is not None:
        return figure.reason
    if figure.words or figure.trend:
        return Reason.NOT_STATED
    return Reason(registration) if registration in LACKING else None
