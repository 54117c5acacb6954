"""The code lists: every word that a dataset may use for one of a few things."""

from enum import StrEnum
from typing import Literal


class Qualifier(StrEnum):
    """How exactly the source gives a number."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ALMOST = "almost"
    RANGE = "range"
    ROUNDED = "rounded"
    ABOUT = "about"
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
    """Why there is no number: its registration, or what the source leaves open, out or secret."""

    NOT_NATIONAL = "not_national"
    INCOMPLETE = "incomplete"
    UNAVAILABLE = "unavailable"
    UNCLEAR = "unclear"
    NOT_STATED = "not_stated"
    SUPPRESSED = "suppressed"


class Status(StrEnum):
    """Observation status, the codes of SDMX's CL_OBS_STATUS that kic uses."""

    NORMAL = "A"
    BREAK = "B"
    ESTIMATED = "E"
    MISSING = "O"
    PROVISIONAL = "P"
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
    RATE = "rate"
    MONEY = "money"


SIGNED = (UnitKind.RATE, UnitKind.MONEY)  # what may be below zero


class StatementKind(StrEnum):
    """What a statement without a number is."""

    CONCERN = "concern"
    DEVELOPMENT = "development"
    EVENT = "event"
    FINDING = "finding"


# What two datasets say otherwise, in the order in which it is told.  A gap is closed if a number
# came in its place, and untold if none did; an answered one is still told beside its first
# number.  What is reworded says nothing else of any number: a note, a summary, another name.
DifferenceKind = Literal[
    "gap_opened",
    "gap_closed",
    "gap_untold",
    "gap_answered",
    "gap_retold",
    "revised",
    "corrected",
    "qualifier",
    "definition",
    "added",
    "gone",
    "statement_added",
    "statement_gone",
    "reworded",
]
DEFINITIONS = ("indicator", "theme", "region", "unit", "organisation", "source")
PARTS = ("figure", "gap", "statement", *DEFINITIONS)  # what a difference may be about
