"""A figure with everything that a reader needs to use it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kic.model.codes import (
    LACKING,
    SIGNED,
    GapKind,
    Measure,
    Qualifier,
    Reason,
    Registration,
    Status,
    Trend,
    UnitKind,
)
from kic.model.figure import Figure, Inferred
from kic.model.file import File, Indicator
from kic.model.interval import Interval, Number, difference, direction, exact
from kic.model.parts import (
    Correction,
    DatasetInfo,
    Gap,
    Mention,
    Named,
    Region,
    Source,
    Unit,
    compiler,
    language_of,
)
from kic.model.period import Period
from kic.model.sentences import sentence
from kic.model.text import Lang, Text

Key = tuple[str, str, Period]


class Links(NamedTuple):
    """What the ids of a record stand for, so that whoever shows it need not look them up.

    ``edition`` is the head of the file that gives it, and the others are as that speaks of them.
    ``named`` pairs each organisation with the role that the source gives it.  ``sources``
    are those of the figure, its correction and its cautions, ``background`` those of its
    notes, by their ids.  ``figure`` is what the file itself has.
    """

    edition: DatasetInfo
    indicator: Indicator
    figure: Figure
    region: Region
    unit: Unit | None
    source: Source
    registered_by: Text | None
    named: tuple[tuple[Text, Text], ...]
    sources: Mapping[str, Source]
    background: Mapping[str, Source]


class Record(NamedTuple):
    """A figure with everything a reader needs to use it, in the order machines get it.

    ``gap`` says what is not known of it, by whose word, or that no gap is told.
    ``inferred`` names the fields that kic read into the source.  ``cautions`` change how the
    number may be used, ``notes`` are background.
    ``earlier`` is what earlier editions gave, where a later one revised it or said more of it.
    ``links`` are
    the things that its ids stand for.

    ``value``, ``lower`` and ``upper`` are in ``unit``; ``None`` is what is not known,
    and ``reason`` then says why.  ``lower`` itself is excluded for ``more_than``, ``upper`` for
    ``less_than``; for ``almost`` the one that there is.
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
    earlier: tuple["Record", ...]
    links: Links

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def key(self) -> Key:
        """What it is about; in one edition no two records have the same."""
        return self.indicator, self.region, self.period

    @property
    def by(self) -> Text:
        """Who read into the source what it does not say."""
        return compiler(self.links.edition)

    @property
    def lang(self) -> Lang:
        """The language that it is printed in."""
        return language_of(self.links.source, self.links.edition)

    @property
    def interval(self) -> Interval:
        """The number with its bounds."""
        return Interval(self.value, self.lower, self.upper)

    @property
    def unit_kind(self) -> UnitKind | None:
        """Whether it is a count, a duration, a share, a rate or money, if it has a unit."""
        return self.links.unit.kind if self.links.unit else None

    @property
    def lower_open(self) -> bool:
        """Whether the lower bound is itself excluded, as in "more than 300" or "almost -100"."""
        below = self.qualifier is Qualifier.ALMOST and self.lower is not None
        return below or self.qualifier is Qualifier.MORE_THAN

    @property
    def upper_open(self) -> bool:
        """Whether the upper bound is itself excluded, as in "less than 5"."""
        above = self.qualifier is Qualifier.ALMOST and self.upper is not None
        return above or self.qualifier is Qualifier.LESS_THAN

    def direction_from(self, base: "Record") -> str | None:
        """Where a number went from another one; None where their bounds leave that open."""
        return direction(
            difference(base.interval, self.interval),
            lower_open=self.lower_open or base.upper_open,
            upper_open=self.upper_open or base.lower_open,
        )

    @property
    def typed(self) -> str:
        """A number as the file has it: exact, or with its qualifier and its value or bounds."""
        if self.qualifier is Qualifier.EXACT:
            return str(self.value)
        bounds = " to ".join(str(n) for n in (self.lower, self.upper) if n is not None)
        return f"{self.qualifier} {bounds if self.value is None else self.value}"

    @property
    def worded(self) -> bool:
        """Whether the source gives a word or a direction in the place of a number."""
        return not self.interval.known and bool(self.words or self.trend)

    @property
    def is_plan(self) -> bool:
        """Whether it is what is aimed at, and no outcome."""
        return self.measure is Measure.TARGET

    @property
    def is_at_end(self) -> bool:
        """Whether the source says that it is of the end of its period, a year or month."""
        is_said = self.measure is Measure.END_OF_PERIOD and "measure" not in self.inferred
        return is_said and self.period.kind in ("year", "month")

    @property
    def gives_number(self) -> bool:
        """Whether it has a number of what its indicator counts, of which a plan is none."""
        is_aside = self.is_plan and self.links.indicator.measure is not Measure.TARGET
        return self.interval.known and not is_aside

    def revises(self, earlier: "Record") -> bool:
        """Whether it says otherwise than an earlier edition did of the same.

        A direction, or a registration, that only one of the two gives is no other one.  An outcome
        is another one than its plan, unless it is printed in the same words.
        """
        if self.is_plan != earlier.is_plan and self.as_printed != earlier.as_printed:
            return True
        trends = {self.trend, earlier.trend} - {None}
        registrations = {self.registration, earlier.registration} - {Registration.UNSTATED}
        return len(trends) > 1 or len(registrations) > 1 or self._content != earlier._content

    def has_revised(self, earlier: "Record") -> bool:
        """Whether its publisher gave another one before, of the same known period.

        An outcome is no revision of the plan for it.
        """
        then, now = earlier.links.source, self.links.source
        is_later = then.published and now.published and then.published > now.published
        is_alike = self.is_of_publisher(earlier) and self.is_plan == earlier.is_plan
        return self.revises(earlier) and is_alike and self.period.known and not is_later

    def is_of_publisher(self, other: "Record") -> bool:
        """Whether one publisher gives both figures."""
        return self.links.source.publisher == other.links.source.publisher

    @property
    def beside(self) -> tuple["Record", ...]:
        """What other publications give, which it has not revised; each with all that differ."""
        every = (self, *self.earlier)
        return tuple(
            then._replace(earlier=tuple(one for one in every if one is not then))
            for then in filter(self.revises, self.earlier)
            if not self.has_revised(then)
        )

    @property
    def lacking(self) -> "Record":
        """The version that tells of its gap: where that is printed, and by whom."""
        return next((then for then in self.earlier if then.gap is self.gap), self)

    @property
    def stated(self) -> tuple[Number, ...]:
        """The numbers that a page prints for it: one, or the ends of a range."""
        given = self.links.figure
        numbers = (given.value, given.above, given.below, given.lower, given.upper)
        return tuple(number for number in numbers if number is not None)

    @property
    def breaks(self) -> bool:
        """Whether its series breaks here, as it says itself or an earlier edition did."""
        return bool(self.breaks_told)

    @property
    def breaks_told(self) -> frozenset[Text]:
        """That its series breaks here, in the voice of each edition that says so."""
        return frozenset(filter(None, (r.break_told for r in (self, *self.earlier))))

    @property
    def break_told(self) -> Text | None:
        """That its series breaks here, and who says so, if it says so itself."""
        mark = "status" if self.status is Status.BREAK else "breaks"
        if mark == "breaks" and not self.links.figure.breaks:
            return None
        by_kic = mark in self.inferred
        return sentence("broken_by_kic", by=self.by) if by_kic else sentence("broken")

    @property
    def _content(self) -> tuple[object, ...]:
        return (*self.interval, self.unit, self.qualifier, self.words, self.reason)


def by(records: Iterable[Record]) -> Text:
    """Who read into the sources of several figures what these do not say."""
    return compiler(*(r.links.edition for r in records))


def record(file: File, indicator_id: str, indicator: Indicator, figure: Figure) -> Record:
    """The figure with what it takes over from its indicator and the dataset."""
    unit_id = figure.unit or indicator.unit
    unit = file.units.get(unit_id or "")
    region = figure.region or indicator.region
    registration = figure.registration or indicator.registration
    registered_by = figure.registered_by or indicator.registered_by
    named = indicator.named if figure.named is None else figure.named
    source = figure.source or file.dataset.source
    interval = _bounded(figure.interval, unit)
    made = Record(
        theme=indicator.theme,
        indicator=indicator_id,
        label=indicator.label,
        region=region,
        period=figure.period,
        value=interval.value,
        lower=interval.lower,
        upper=interval.upper,
        qualifier=figure.qualifier,
        unit=unit_id,
        status=figure.observed,
        registration=registration,
        gap=_gap(indicator, figure, region, registration),
        reason=None if interval.known else _reason(figure, registration),
        as_printed=figure.as_printed,
        locator=figure.locator,
        source=source,
        correction=figure.correction,
        cautions=tuple(c for c in (figure.caution, indicator.caution) if c),
        notes=tuple(note for note in (figure.note, indicator.note) if note),
        inferred=figure.inferred,
        measure=figure.measure or indicator.measure,
        population=indicator.population,
        registered_by=registered_by,
        named=named,
        trend=figure.trend,
        trend_as_printed=figure.trend_as_printed,
        words=figure.words,
        repeated=figure.repeated,
        earlier=(),
        links=Links(
            edition=file.dataset,
            indicator=indicator,
            figure=figure,
            region=file.regions.get(region, _NO_REGION),
            unit=unit,
            source=file.sources.get(source, _NO_SOURCE),
            registered_by=file.organisations.get(registered_by or ""),
            named=tuple((file.organisations.get(n.organisation, _NO_TEXT), n.role) for n in named),
            sources=_sources(
                file,
                *(source, figure.correction.source if figure.correction else None),
                *(figure.caution_source, indicator.caution_source),
            ),
            background=_sources(file, figure.note_source, indicator.note_source),
        ),
    )
    beside = (made.break_told,) if figure.breaks and made.break_told else ()
    return made._replace(cautions=(*beside, *made.cautions))


# What stands in for an id that nothing defines, until that is told as a fault.
_NO_TEXT = Text.model_construct(nl="", en="")
_NO_REGION = Region.model_construct(label=_NO_TEXT)
_NO_SOURCE = Source.model_construct(publisher="", title="")


def _sources(file: File, *ids: str | None) -> dict[str, Source]:
    """The publications that are named, by their ids."""
    return {id_: file.sources.get(id_, _NO_SOURCE) for id_ in ids if id_ is not None}


def _bounded(interval: Interval, unit: Unit | None) -> Interval:
    """The interval within what its kind of unit can be: not below 0, a share not above 100.

    A number that itself lies outside is a fault, and told as one.
    """
    value, low, high = interval
    if unit is None or unit.kind in SIGNED:
        return interval
    if high is None:
        is_cut = low is not None and (low < 100 if value is None else low == 100)
        # "more than 90 per cent", or at least all of it
        return interval._replace(upper=100) if unit.kind is UnitKind.SHARE and is_cut else interval
    if value is None:  # "less than 5" of what is counted
        return interval._replace(lower=low or 0)
    # Only rounding takes it where it cannot be.
    if low is not None:
        low = max(low, 0, key=exact)
    if unit.kind is UnitKind.SHARE:
        high = max(min(high, 100, key=exact), value, key=exact)
    return Interval(value, low, high)


def _gap(
    indicator: Indicator, figure: Figure, region: str, registration: Registration
) -> Gap | None:
    """The gap of a region.

    Where the source calls its figure national, or lacks those of other periods only, it says of
    no gap there; kic may conclude one.
    """
    gap = indicator.gap_of.get(region)
    elsewhere = region in indicator.dated_gaps and not indicator.lacks(figure)
    told = gap is not None and gap.kind is not GapKind.CONCLUDED
    return None if told and (elsewhere or registration is Registration.NATIONAL) else gap


def _reason(figure: Figure, registration: Registration) -> Reason | None:
    """Why there is no number: as typed, because words stand there, or by its registration."""
    if figure.status is Status.SUPPRESSED:
        return Reason.SUPPRESSED
    if figure.reason is not None:
        return figure.reason
    if figure.words or figure.trend:
        return Reason.NOT_STATED
    return Reason(registration) if registration in LACKING else None
