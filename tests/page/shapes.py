"""What the two readings note of the page."""

from typing import Literal, NamedTuple

Region = Literal["nederland", "caribisch", "rotterdam", "geen"]
Has = Literal["number", "word", "direction", "nothing"]
Registration = Literal["national", "not_national", "incomplete", "unavailable", "unstated"]
GapKind = Literal["stated", "unclear", "concluded"]
StatementKind = Literal["concern", "development", "finding", "event"]
Why = Literal[
    "implied_year",  # the year does not stand with the number
    "period",  # another kind of period, or a moment that the page leaves open
    "unit",  # what is counted differs from what a reader expects
    "who",  # whom it is about
    "part",  # a part of a larger number, or not known to be one
    "cause",  # the page itself names a cause
    "degree",  # an estimate, an average, a word that limits
    "conflict",  # another place of the page points another way
    "disputed",  # the page itself questions it
    "damaged",  # the text is visibly damaged
]

NL: Region = "nederland"
CARIB: Region = "caribisch"


class Printed(NamedTuple):
    """A number, and whether its year stands in the same sentence."""

    locator: str
    printed: str
    value: int | float | None
    qualifier: str
    region: str
    period: str | None
    period_printed: bool

    @property
    def key(self) -> tuple[object, ...]:
        """What the number is known by: its place, value, qualifier, region and period."""
        return self.locator, self.value, self.qualifier, self.region, self.period


class Direction(NamedTuple):
    """A direction that goes with a quantity."""

    locator: str
    printed: str
    direction: str


class Quantity(NamedTuple):
    """A quantity that the page speaks of at one place, with what the page says of who keeps it."""

    locator: str
    about: str
    region: Region
    has: Has
    registration: Registration
    registered_by: str | None
    printed: str  # words of the page
    points: int = 0  # how many numbers are printed for it here
    firm: bool = True  # False: a loose word of degree in running text, or hardly a quantity
    same_as: str | None = None  # locator where the same quantity is told with (more) numbers


class Gap(NamedTuple):
    """Something that is not (nationally, fully) registered, or that the page calls unclear."""

    locator: str
    about: str
    region: Region
    kind: GapKind
    registration: Registration
    as_printed: str
    since: str | None
    named: tuple[tuple[str, str], ...]


class Caution(NamedTuple):
    """A word of caution that follows from the page itself, and of what sort it is."""

    locator: str
    printed: str
    caution: str
    why: Why


class Statement(NamedTuple):
    """A concern, development, finding or event: what it does not say, and what limits it."""

    locator: str
    kind: StatementKind
    summary: str
    must_not: tuple[str, ...]
    words: tuple[str, ...]
    region: Region = "nederland"


class Order(NamedTuple):
    """The exact words of a bullet, in page order, that must be read together."""

    locator: str
    quotation: str
