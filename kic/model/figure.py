"""A figure as the file writes it, and what one figure must satisfy by itself."""

from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from kic.model.codes import Measure, Qualifier, Reason, Registration, Status, Trend
from kic.model.interval import Interval, Number, as_number, exact
from kic.model.parts import Correction, Mention, Named
from kic.model.period import PeriodField
from kic.model.text import Filled, Id, Locator, Part, Step, Text, Value

Inferred = Literal["period", "measure", "status", "breaks"]


class Figure(Part):
    """One value of one indicator as the file writes it.

    ``region``, ``unit``, ``measure``, ``registration``, ``registered_by`` and ``named``
    default to the indicator's.  A figure has either a number (``value``, or the bounds that
    its ``qualifier`` asks for), words, a direction, a ``reason`` why it has no number, or a
    registration or status (suppressed) that says why.  ``above`` and ``below`` are themselves
    excluded, ``lower`` and ``upper`` are not.  A rounded number lies within half of
    ``rounded_to`` of what is printed.  ``breaks`` says beside another status that the series
    breaks here.
    ``inferred`` names what the source does not print and kic read into it; ``period_from``
    says that a heading above its place prints the period.  ``read_by_hand`` says why
    ``kic validate --source`` cannot read the number itself.
    """

    period: PeriodField
    locator: Locator | None = None
    inferred: tuple[Inferred, ...] = ()
    period_from: Literal["heading"] | None = None
    read_by_hand: Filled | None = None
    qualifier: Qualifier | None = None
    value: Value | None = None
    above: Value | None = None
    below: Value | None = None
    lower: Value | None = None
    upper: Value | None = None
    rounded_to: Step | None = None
    words: Text | None = None
    reason: Literal[Reason.UNCLEAR, Reason.NOT_STATED] | None = None
    trend: Trend | None = None
    as_printed: Filled | None = None
    trend_as_printed: Filled | None = None
    status: Status | None = None
    breaks: bool = False
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
            case Qualifier.MORE_THAN:
                return Interval(None, self.above, None)
            case Qualifier.LESS_THAN:
                return Interval(None, None, self.below)
            case Qualifier.AT_MOST | Qualifier.RANGE:
                return Interval(None, self.lower, self.upper)
            case Qualifier.ALMOST if self.value and self.value < 0:  # nearer to zero
                return Interval(self.value, self.value, None)
            case Qualifier.ALMOST:
                return Interval(self.value, None, self.value)
            case Qualifier.ROUNDED:
                return _rounded(self.value or 0, self.rounded_to or 0)
            case _:
                return Interval(self.value)

    @property
    def observed(self) -> Status:
        """The status given, or else the one that follows from qualifier and reason."""
        implied = {
            Qualifier.ESTIMATE: Status.ESTIMATED,
            Qualifier.WORDS: Status.MISSING,
            None: Status.MISSING,
        }
        return self.status or implied.get(self.qualifier, Status.NORMAL)


def _rounded(value: Number, step: Number) -> Interval:
    """Where a number lies that was rounded to a multiple of ``step``."""
    low, high = (as_number(exact(value) + sign * exact(step) / 2) for sign in (-1, 1))
    return Interval(value, low, high)


HOLDS = {  # what a qualifier asks for of all that may hold a number; no other may stand
    Qualifier.EXACT: {"value"},
    Qualifier.AT_LEAST: {"value"},
    Qualifier.MORE_THAN: {"above"},
    Qualifier.AT_MOST: {"upper"},
    Qualifier.LESS_THAN: {"below"},
    Qualifier.ALMOST: {"value"},
    Qualifier.RANGE: {"lower", "upper"},
    Qualifier.ROUNDED: {"value", "rounded_to"},
    Qualifier.ABOUT: {"value"},
    Qualifier.ESTIMATE: {"value"},
    Qualifier.WORDS: {"words"},
    None: set(),
}
HOLDING = set[str]().union(*HOLDS.values())
_UP_TO = (Qualifier.AT_MOST, Qualifier.LESS_THAN, Qualifier.RANGE)  # what suppression leaves


def number_key(qualifier: Qualifier | None) -> str:
    """The key under which a figure has its number, the first where there are two."""
    return min(HOLDS[qualifier] - {"rounded_to"}, default="value")


def _figure_problems(figure: Figure) -> list[str]:
    """Everything about one figure that contradicts itself."""
    held = {name for name in HOLDING if getattr(figure, name) is not None}
    if held and figure.qualifier is None:
        fitting = [q for q, wanted in HOLDS.items() if q and held <= wanted]
        what = "words need" if held == {"words"} else "a number needs"
        return [f"{what} a 'qualifier': {', '.join(fitting or filter(None, HOLDS))}"]
    numbers, wanted = held - {"words"}, HOLDS[figure.qualifier]
    kind = f"qualifier '{figure.qualifier}'"
    is_secret = (figure.qualifier, figure.trend, figure.reason) == (None, None, None)
    # What a status goes with, and whether that is there; a break may be added to any figure.
    goes_with: dict[Status | None, tuple[str, object]] = {
        Status.NORMAL: (
            "a number that is no estimate",
            figure.qualifier not in (None, Qualifier.WORDS, Qualifier.ESTIMATE),
        ),
        Status.ESTIMATED: ("qualifier 'estimate'", figure.qualifier is Qualifier.ESTIMATE),
        Status.SUPPRESSED: (
            f"qualifier {', '.join(_UP_TO)}, or with no qualifier, trend and reason",
            figure.qualifier in _UP_TO or is_secret,
        ),
        Status.PROVISIONAL: ("a number", numbers),
        Status.UNVALIDATED: ("a number", numbers),
        Status.MISSING: ("no number", figure.qualifier in (None, Qualifier.WORDS)),
    }
    company, is_there = goes_with.get(figure.status, ("", True))
    step, low, high = figure.rounded_to, figure.lower, figure.upper
    printed, direction = figure.as_printed, figure.trend_as_printed
    contradictions = {
        "a figure with a number has no 'reason' for a missing one": (figure.reason and numbers),
        f"'lower' {low} is not below 'upper' {high}": (
            low is not None and high is not None and exact(low) >= exact(high)
        ),
        "nothing is rounded to 0; leave 'rounded_to' out and call it exact": step == 0,
        f"{figure.value} is no multiple of 'rounded_to' {step}": (
            step and exact(figure.value or 0) % exact(step)
        ),
        f"words go with the reason 'not_stated' (found '{figure.reason}')": (
            figure.qualifier is Qualifier.WORDS and figure.reason is Reason.UNCLEAR
        ),
        "'as_printed' is missing: the words on the page that hold this": (
            (figure.qualifier or figure.trend or figure.status is Status.SUPPRESSED)
            and printed is None
        ),
        "'trend_as_printed' without a 'trend'": direction and not figure.trend,
        "'trend_as_printed' is a part of 'as_printed', in the order of the page": (
            direction and figure.trend and direction not in (printed or "")
        ),
        "an unknown period cannot be inferred": (
            "period" in figure.inferred and not figure.period.known
        ),
        "only a 'status' of B or V can be inferred": (
            "status" in figure.inferred and figure.status not in (Status.BREAK, Status.UNVALIDATED)
        ),
        "a break alone is the status 'B'; leave 'breaks' out": (
            figure.breaks and figure.observed in (Status.NORMAL, Status.BREAK)
        ),
        "'breaks' is inferred where it is true": "breaks" in figure.inferred and not figure.breaks,
        "a correction needs the corrected 'value'": figure.correction and not numbers,
        "'note_source' without a 'note'": figure.note_source and not figure.note,
        "'caution_source' without a 'caution'": figure.caution_source and not figure.caution,
        f"status '{figure.status}' goes with {company}": not is_there,
    }
    lacking, needless = (
        " and ".join(f"'{name}'" for name in sorted(names))
        for names in (wanted - held, held - wanted)
    )
    holds = {
        f"{kind} needs {lacking} in the place of {needless}": lacking and needless,
        f"{kind} needs {lacking}": lacking and not needless,
        f"{kind} takes no {needless}": needless and not lacking,
    }
    return [message for message, applies in (holds | contradictions).items() if applies]
