"""A figure as the file writes it, and what one figure must satisfy by itself."""

from fractions import Fraction
from typing import Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from kic.model.codes import Measure, Qualifier, Reason, Registration, Status, Trend
from kic.model.interval import Interval, Number, as_number, exact
from kic.model.parts import Correction, Mention, Named
from kic.model.period import PeriodField
from kic.model.text import Filled, Id, Locator, Part, Text, Value

Inferred = Literal["period", "measure", "status"]


class Figure(Part):
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
