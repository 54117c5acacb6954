"""What a figure is: the frozen types of a dataset, its code lists and its invariants.

The terms follow SDMX and the RDF Data Cube vocabulary: a figure is an observation of an
indicator (the measured concept) for one region (REF_AREA) and one period (TIME_PERIOD).
What one record must satisfy is checked here; what records must satisfy together is
checked by :mod:`kic.checks`.
"""

import re
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from math import inf
from typing import Annotated, Any, Literal, NamedTuple
from unicodedata import combining, normalize

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError, Url

from kic.interval import Interval, Number, as_number, exact
from kic.safe import address

Lang = Literal["nl", "en"]
ID = r"^[a-z][a-z0-9_]*$"
LOCATOR = r"^[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)?/[1-9][0-9]*$"
URL = r'^https?://[^\s"<>\[\\\]^`{|}@/?#]+([/?#][^\s"<>\[\\\]^`{|}]*)?$'
VERSION = r"^[0-9]+\.[0-9]+\.[0-9]+$"
DATASET_ID = r"^[a-z][a-z0-9-]*$"
AGES = r"^[0-9]{1,3}-[0-9]{1,3}$"
REGION_CODE = r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
Id = Annotated[str, Field(pattern=ID)]
Locator = Annotated[str, Field(pattern=LOCATOR)]


def _number(value: object) -> Number:
    """A number as statistics have them: finite and not below zero; a bool is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        if isinstance(value, Decimal):  # what the reader gives for digits that no float keeps
            raise ValueError("has more digits than a number in programs holds, which is about 16")
        raise ValueError("a number is written without quotes, as 30850 or 24.5")
    if not 0 <= value < inf:  # false for nan too
        raise ValueError("must be a finite number of 0 or more")
    if value > LARGEST:
        raise ValueError(f"must not be above {LARGEST}, the largest number all programs share")
    return abs(value)  # no minus before a zero


LARGEST = 2**53 - 1
SHORT = 40  # characters of a label that stands beside its number on 80 columns


Value = Annotated[
    Number, PlainValidator(_number), WithJsonSchema({"type": "number", "minimum": 0})
]


def _address(given: str) -> str:
    """An address to the letter, if it leads to a host and hides nothing."""
    try:
        Url(given)
    except ValueError as error:
        cause = str(error).partition("valid URL, ")[2].partition(" [")[0]
        raise ValueError(f"an address leads to a host: {cause}") from None
    if address(given) != given:
        raise ValueError("an address has no invisible characters")
    return given


Address = Annotated[str, Field(pattern=URL), AfterValidator(_address)]


class _Part(BaseModel):
    """A frozen piece of a dataset in which a misspelt key is an error."""

    # Only the whole file is ever validated; its parts need no validator of their own.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


FILLED = r"\S"
Filled = Annotated[str, Field(pattern=FILLED)]  # a text that is more than blanks


class Text(_Part):
    """A text in both languages of kic; one that is missing is told in the other."""

    nl: Filled
    en: Filled

    @model_validator(mode="before")
    @classmethod
    def _both(cls, given: Any) -> Any:
        if isinstance(given, dict) and len(given) == 1:
            [(lang, text)] = given.items()
            if lang in ("nl", "en"):
                return {"nl": text, "en": text}
        return given


def fold(text: str) -> str:
    """A name as it is compared: without case, accents, hyphens and underscores."""
    if text.isascii():
        plain = text.lower()
    else:
        plain = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return " ".join(plain.replace("_", " ").replace("-", " ").split())


# ------------------------------------------------------------------------ code lists


class Qualifier(StrEnum):
    """How exactly the source gives a number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    ROUNDED = "rounded"
    ESTIMATE = "estimate"
    WORDS = "words"


class Registration(StrEnum):
    """What the source itself says of who keeps the number; ``unstated`` is not a word of it.

    The three in the middle make a gap.  ``unavailable`` means that this source knows of no
    figures, not that nobody has them.
    """

    NATIONAL = "national"
    NOT_NATIONAL = "not_national"
    INCOMPLETE = "incomplete"
    UNAVAILABLE = "unavailable"
    UNSTATED = "unstated"


LACKING = (Registration.NOT_NATIONAL, Registration.INCOMPLETE, Registration.UNAVAILABLE)


class GapKind(StrEnum):
    """Whose words a gap rests on: the source says so, calls it unclear, or kic concludes it."""

    STATED = "stated"
    UNCLEAR = "unclear"
    CONCLUDED = "concluded"


class Reason(StrEnum):
    """Why there is no number: its registration, or what the source leaves open or out."""

    NOT_NATIONAL = "not_national"
    INCOMPLETE = "incomplete"
    UNAVAILABLE = "unavailable"
    UNCLEAR = "unclear"
    NOT_STATED = "not_stated"


class Status(StrEnum):
    """Observation status, the codes of SDMX's CL_OBS_STATUS that kic uses."""

    NORMAL = "A"
    BREAK = "B"
    ESTIMATED = "E"
    MISSING = "O"
    SUPPRESSED = "Q"
    UNVALIDATED = "V"


class Trend(StrEnum):
    """The direction the source prints, compared with the period before."""

    UP = "up"
    DOWN = "down"
    STABLE = "stable"
    NOT_UP = "not_up"
    NOT_DOWN = "not_down"


class Measure(StrEnum):
    """How a figure relates to its period."""

    IN_PERIOD = "in_period"
    EVER_IN_PERIOD = "ever_in_period"
    END_OF_PERIOD = "end_of_period"
    MEAN = "mean"
    SHARE = "share"
    TARGET = "target"
    UNSPECIFIED = "unspecified"


class UnitKind(StrEnum):
    """What kind of quantity a unit measures."""

    COUNT = "count"
    DURATION = "duration"
    SHARE = "share"


class StatementKind(StrEnum):
    """What a statement without a number is."""

    CONCERN = "concern"
    DEVELOPMENT = "development"
    EVENT = "event"
    FINDING = "finding"


# ---------------------------------------------------------------------------- period

_YEAR = "([12][0-9]{3})"
_PERIOD = re.compile(f"{_YEAR}(?:-Q([1-4])|-([0-9]{{2}})(?:-([0-9]{{2}}))?|/{_YEAR})?")


class Period(NamedTuple):
    """A span of time as a dataset writes it: ``2020``, ``2021-Q1``, ``2020-08``,
    ``2020-08-01``, ``2017/2018``, or ``unknown``.

    ``kind`` is ``year``, ``quarter``, ``month``, ``day``, ``years-2`` (a total over two
    years) or ``unknown``; only periods of one kind compare.  Periods sort by their first
    and last day, unknown ones after all others.
    """

    start: date
    end: date
    text: str
    kind: str

    @classmethod
    def parse(cls, text: object) -> "Period":
        """Read a period; raises ``ValueError`` for what is none or does not exist."""
        if isinstance(text, Period):
            return text
        if not isinstance(text, str):
            raise ValueError('a period is written in quotes, as "2020"')
        if text == "unknown":
            return cls(date.max, date.max, text, "unknown")
        if match := _PERIOD.fullmatch(text):
            year, *parts = (int(part) if part else None for part in match.groups())
            kind, start, end = _span(year or 0, *parts)
            return cls(start, end, text, kind)
        raise ValueError(
            'a period is a year ("2020"), a quarter ("2021-Q1"), a month ("2020-08"), '
            'a day ("2020-08-01"), years ("2017/2018") or "unknown"'
        )

    @property
    def known(self) -> bool:
        """Whether the source tells the period at all."""
        return self.kind != "unknown"

    def __str__(self) -> str:
        return self.text


def _span(
    year: int, quarter: int | None, month: int | None, day: int | None, last: int | None
) -> tuple[str, date, date]:
    """The kind, first and last day of the parts of a written period."""
    if last is not None:
        if last <= year:
            raise ValueError("the last year must come after the first")
        return f"years-{last - year + 1}", date(year, 1, 1), date(last, 12, 31)
    if quarter is not None:
        return "quarter", date(year, 3 * quarter - 2, 1), _month_end(year, 3 * quarter)
    if month is None:
        return "year", date(year, 1, 1), date(year, 12, 31)
    if not 1 <= month <= 12:
        raise ValueError(f"month {month:02} does not exist")
    end = _month_end(year, month)
    if day is None:
        return "month", date(year, month, 1), end
    if not 1 <= day <= end.day:
        raise ValueError(f"day {day:02} does not exist in {year}-{month:02}")
    return "day", date(year, month, day), date(year, month, day)


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


PERIOD = r"^([12][0-9]{3}(-Q[1-4]|-[0-9]{2}(-[0-9]{2})?|/[12][0-9]{3})?|unknown)$"
PeriodField = Annotated[
    Period,
    PlainValidator(Period.parse),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "pattern": PERIOD}),
]

# ------------------------------------------------------------------ the parts of a file


class DatasetInfo(_Part):
    """What the dataset as a whole is called, and the source of all that names no other."""

    id: Annotated[str, Field(pattern=DATASET_ID)]
    version: Annotated[str, Field(pattern=VERSION)]
    source: Id
    license: Filled
    title: Text
    builds_on: Annotated[str, Field(pattern=DATASET_ID)] | None = None


class Layout(_Part):
    """How the text of a source page is laid out, to find the places that locators name.

    ``bullet`` begins a bullet, ``themes`` gives the heading of each theme, ``lists`` that
    of each list (none for the bullets before the first), ``paragraphs`` the first words of
    single paragraphs.
    """

    bullet: Filled
    themes: dict[Id, str]
    lists: dict[Id, str]
    paragraphs: dict[Locator, str] = Field(default_factory=dict)


class Source(_Part):
    """Where a number was published; ``form`` says what it is, where it is not the work itself."""

    publisher: Filled
    title: Filled
    form: Text | None = None
    published: Annotated[date, Field(strict=True)] | None = None
    url: Address | None = None
    note: Text | None = None
    layout: Layout | None = None


class Topic(_Part):
    """A theme, or whatever else has a label and other names people use for it."""

    label: Text
    aliases: tuple[str, ...] = ()


class Region(Topic):
    """An area, with its ISO 3166 code where one exists."""

    code: Annotated[str, Field(pattern=REGION_CODE)] | None = None
    part_of: Id | None = None
    note: Text | None = None


class Unit(_Part):
    """What a value counts."""

    label: Text
    kind: UnitKind


class Correction(_Part):
    """Why a value differs from what is printed, and on whose authority."""

    source: Id
    reason: Text


class Mention(_Part):
    """A further place where the source gives the same figure, and its words there."""

    locator: Locator
    as_printed: Filled


class Named(_Part):
    """An organisation that the source names with a figure or gap, and as what."""

    organisation: Id
    role: Text


class Gap(_Part):
    """What is not known in one region, and on whose word.

    ``as_printed`` is how strongly the source puts it, to the letter, and ``translation`` the
    same in the other language; a gap that kic concludes has neither.
    """

    region: Id | None = None
    kind: GapKind = GapKind.STATED
    missing: Text
    as_printed: Filled | None = None
    translation: Filled | None = None
    since: Text | None = None

    @model_validator(mode="after")
    def _quoted(self) -> "Gap":
        concluded = self.kind is GapKind.CONCLUDED
        if concluded and (self.as_printed or self.translation):
            raise ValueError("a gap that is concluded has no 'as_printed' and no 'translation'")
        if not concluded and self.as_printed is None:
            raise ValueError("'as_printed' is missing: the words on the page that say so")
        return self


Inferred = Literal["period", "measure", "status"]


class Figure(_Part):
    """One value of one indicator as the file writes it.

    ``region``, ``unit``, ``measure``, ``registration``, ``registered_by`` and ``named``
    default to the indicator's.  A figure has either a number (``value``, or ``below`` for
    "less than"), words, a direction, a ``reason`` why it has no number, or a registration
    that says why.  A rounded number lies within half of ``rounded_to`` of what is printed.
    ``inferred`` names what the source does not print and kic read into it.
    """

    period: PeriodField
    locator: Locator | None = None
    inferred: tuple[Inferred, ...] = ()
    qualifier: Qualifier | None = None
    value: Value | None = None
    below: Value | None = None
    rounded_to: Value | None = None
    words: Text | None = None
    reason: Literal[Reason.UNCLEAR, Reason.NOT_STATED] | None = None
    trend: Trend | None = None
    as_printed: Filled | None = None
    trend_as_printed: Filled | None = None
    status: Status | None = None
    region: Id | None = None
    unit: Id | None = None
    measure: Measure | None = None
    registration: Registration | None = None
    registered_by: Id | None = None
    named: tuple[Named, ...] | None = None
    source: Id | None = None
    correction: Correction | None = None
    repeated: tuple[Mention, ...] = ()
    caution: Text | None = None
    caution_source: Id | None = None
    note: Text | None = None
    note_source: Id | None = None

    @model_validator(mode="after")
    def _consistent(self) -> "Figure":
        if problems := _figure_problems(self):
            # One error per record is all pydantic lets a validator raise; the reader of
            # the file takes them apart again.
            raise PydanticCustomError("figure", "contradiction", {"problems": problems})
        return self

    @property
    def interval(self) -> Interval:
        """The number with the bounds that its qualifier gives it."""
        match self.qualifier:
            case Qualifier.EXACT:
                return Interval(self.value, self.value, self.value)
            case Qualifier.AT_LEAST:
                return Interval(self.value, self.value, None)
            case Qualifier.LESS_THAN:
                return Interval(None, 0, self.below)
            case Qualifier.ROUNDED:
                return _rounded(self.value or 0, self.rounded_to or 0)
            case _:
                return Interval(self.value)

    @property
    def observed(self) -> Status:
        """The status given, or else the one that follows from qualifier and reason."""
        if self.status is not None:
            return self.status
        match self.qualifier:
            case Qualifier.ESTIMATE:
                return Status.ESTIMATED
            case None | Qualifier.WORDS:
                return Status.MISSING
            case _:
                return Status.NORMAL


def _rounded(value: Number, step: Number) -> Interval:
    """Where a number lies that was rounded to a multiple of ``step``; never below 0."""
    bounds = (max(exact(value) + sign * exact(step) / 2, Fraction(0)) for sign in (-1, 1))
    low, high = map(as_number, bounds)
    return Interval(value, low, high)


_HOLDS = {  # what a qualifier asks for of all that may hold a number; no other may stand
    Qualifier.EXACT: {"value"},
    Qualifier.AT_LEAST: {"value"},
    Qualifier.ESTIMATE: {"value"},
    Qualifier.LESS_THAN: {"below"},
    Qualifier.ROUNDED: {"value", "rounded_to"},
    Qualifier.WORDS: {"words"},
    None: set(),
}


def _is_multiple(value: Number, step: Number) -> bool:
    return not exact(value) % exact(step)


def _figure_problems(figure: Figure) -> list[str]:
    """Everything about one figure that contradicts itself."""
    found = []
    told = ("value", "below", "rounded_to", "words")
    held = {name for name in told if getattr(figure, name) is not None}
    wanted = _HOLDS[figure.qualifier]
    kind = (
        f"qualifier '{figure.qualifier}'" if figure.qualifier else "a figure without a qualifier"
    )
    found += [f"{kind} needs '{name}'" for name in sorted(wanted - held)]
    found += [f"{kind} takes no '{name}'" for name in sorted(held - wanted)]
    if figure.reason and held & {"value", "below"}:
        found.append("a figure with a number has no 'reason' for a missing one")
    if figure.below == 0:
        found.append("nothing is less than 0")
    if figure.rounded_to == 0:
        found.append("nothing is rounded to 0; leave 'rounded_to' out and call it exact")
    elif figure.rounded_to and not _is_multiple(figure.value or 0, figure.rounded_to):
        found.append(f"{figure.value} is no multiple of 'rounded_to' {figure.rounded_to}")
    if figure.qualifier is Qualifier.WORDS and figure.reason not in (None, Reason.NOT_STATED):
        found.append(f"words go with the reason 'not_stated' (found '{figure.reason}')")
    if (figure.qualifier or figure.trend) and figure.as_printed is None:
        found.append("'as_printed' is missing: the words on the page that hold this")
    if figure.trend_as_printed and not figure.trend:
        found.append("'trend_as_printed' without a 'trend'")
    elif figure.trend_as_printed and figure.trend_as_printed not in (figure.as_printed or ""):
        found.append("'trend_as_printed' is a part of 'as_printed', in the order of the page")
    if "period" in figure.inferred and not figure.period.known:
        found.append("an unknown period cannot be inferred")
    if "status" in figure.inferred and figure.status not in (Status.BREAK, Status.UNVALIDATED):
        found.append("only a 'status' of B or V can be inferred")
    if figure.correction and figure.value is None:
        found.append("a correction needs the corrected 'value'")
    for name in ("note", "caution"):
        if getattr(figure, f"{name}_source") and not getattr(figure, name):
            found.append(f"'{name}_source' without a '{name}'")
    return found + _status_problems(figure)


def _status_problems(figure: Figure) -> list[str]:
    """A status written by hand may add a break or a doubt, and contradict nothing."""
    allowed = {
        Status.NORMAL: figure.qualifier not in (None, Qualifier.WORDS, Qualifier.ESTIMATE),
        Status.ESTIMATED: figure.qualifier is Qualifier.ESTIMATE,
        Status.SUPPRESSED: figure.qualifier is Qualifier.LESS_THAN,
        Status.UNVALIDATED: figure.value is not None,
        Status.MISSING: figure.qualifier in (None, Qualifier.WORDS),
        Status.BREAK: True,
    }
    if figure.status is not None and not allowed[figure.status]:
        return [f"status '{figure.status}' contradicts the rest of the figure"]
    return []


def _in_order(ages: str) -> str:
    youngest, oldest = map(int, ages.split("-"))
    if youngest > oldest:
        raise ValueError("the youngest of 'ages' comes first")
    return ages


class Indicator(Topic):
    """What is counted: the measured concept, with its figures and its gaps.

    Without a ``theme`` it concerns them all.  ``subset_of`` names an indicator it is a
    part of, ``target_of`` one it is the target of; shares with the same ``breakdown``
    divide one whole.  ``ages`` are the ages that count, in completed years, as ``"0-17"``.
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
        for words in (self.short.nl, self.short.en) if self.short else ():
            if len(words) > SHORT:
                raise ValueError(
                    f"a 'short' label has at most {SHORT} characters, not {len(words)}"
                )
        return self

    @cached_property
    def gap_of(self) -> dict[str, Gap]:
        """What is missing, by region."""
        return {gap.region or self.region: gap for gap in self.gaps}


class Statement(_Part):
    """A concern, a development, an event or a finding without a number, summarised.

    ``about_data`` marks one that says what is known, and belongs beside the gaps.
    """

    theme: Id | None = None
    region: Id
    kind: StatementKind
    locator: Locator
    summary: Text
    about_data: bool = False
    date: PeriodField | None = None
    period: PeriodField | None = None

    @model_validator(mode="after")
    def _dated(self) -> "Statement":
        dated = self.date is not None and self.date.known
        if (self.kind is StatementKind.EVENT) != dated:
            raise PydanticCustomError("statement", "an event, and only an event, has a 'date'")
        return self


class NotFigure(_Part):
    """A numeral or number word on the page that is no figure, and why."""

    locator: Locator
    as_printed: Filled
    reason: Text


class File(_Part):
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


# --------------------------------------------------------------------------- records


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
