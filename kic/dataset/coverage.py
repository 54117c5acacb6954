"""A dataset held against the text of the page it was typed from.

Every phrase stands where its locator says, the number in it is the one that is recorded, and
every bullet, numeral and number word is accounted for.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from kic.dataset.dutch import Reading, readings
from kic.dataset.page import Passage, passages
from kic.dataset.united import United
from kic.model import File, Period, Qualifier, Record, Source
from kic.model.errors import At, Problem, UsageError, shortened

_EXACTNESS = (
    "words of exactness (as 'ruim', 'minder dan', 'naar schatting') are judged for the page of "
    "the dataset that comes with kic alone; on this page look at each of them yourself"
)


class Coverage(NamedTuple):
    """How much of a page the records account for.

    ``missed`` are the numbers that no record claims, each with some words around it;
    ``notes`` say how far the comparison goes.
    """

    path: Path
    bullets: int
    bullets_missed: tuple[Passage, ...]
    claimed: int
    set_aside: int
    missed: tuple[Passage, ...]
    notes: tuple[str, ...]


def coverage(
    united: United, path: Path, text: str, known: Source
) -> tuple[list[Problem], Coverage]:
    """How the last file of a dataset agrees with the text of the page of its source.

    Gives what it says unlike that page, and how much of the page it accounts for.  ``known``
    is the source whose words of exactness are known, and ``path`` where the page is.  Raises
    UsageError where the source has no layout, and MissingExtraError without the reader of
    numbers.
    """
    file, merged = united.file, united.merged
    head = united.heads[-1]
    source = file.sources[head.source]
    if source.layout is None:
        raise UsageError(f"the source '{head.source}' has no 'layout' to find its bullets by.")
    places = {p.locator: _Place(p) for p in passages(text, source.layout)}
    problems: list[Problem] = []
    for record, at in united.placed:
        if record.source == head.source:
            problems += _attach(_of_record(record, at), places)
            problems += _number_problems(record, at, places.get(record.locator or ""))
    last = len(merged.editions) - 1
    problems += _attach((q for q in _of_lists(file) if merged.origin(q.at)[0] == last), places)
    bullets = [place for locator, place in places.items() if locator.count("/") == 2]
    is_known = source == known.model_copy(update={"layout": source.layout})
    return merged.located(problems), Coverage(
        path=path,
        bullets=len(bullets),
        bullets_missed=tuple(bullet.passage for bullet in bullets if not bullet.is_claimed),
        claimed=sum(len(place.claimed) for place in places.values()),
        set_aside=sum(len(place.set_aside - place.claimed) for place in places.values()),
        missed=tuple(missed for place in places.values() for missed in place.missed()),
        notes=() if is_known else (_EXACTNESS,),
    )


class _Quotation(NamedTuple):
    """A place of the page that a file names, with the words that it quotes, or none.

    ``at`` is where the file does so, ``years`` are the numerals of the period that the page
    may print there too.  ``aside`` marks a numeral that the file says is no figure.
    """

    at: At
    locator: str
    words: str
    years: set[int]
    aside: bool = False


class _Place:
    """A passage of the page with the numbers in it, and those of them that a file accounts for.

    A number is claimed within the words of a record, or as a year of one.
    """

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.readings = list(readings(passage.text))
        self.values = {reading.value for reading in self.readings}
        self.is_claimed = False
        self.claimed: set[Reading] = set()
        self.set_aside: set[Reading] = set()

    def within(self, phrase: str) -> Iterator[Reading]:
        """The numbers within a phrase, wherever it stands."""
        for start, end in spans(phrase, self.passage.text):
            first = bisect_left(self.readings, start, key=attrgetter("start"))
            yield from self.readings[
                first : bisect_right(self.readings, end, first, key=attrgetter("end"))
            ]

    def missed(self) -> Iterator[Passage]:
        """The numbers that nothing accounts for, each with some words around it."""
        for r in self.readings:
            if r not in self.claimed and r not in self.set_aside:
                near = self.passage.text[max(r.start - 20, 0) : r.end + 20].strip()
                yield self.passage._replace(text=shortened(near))


def _of_record(record: Record, at: At) -> list[_Quotation]:
    """Every place of a record with its words there."""
    at, years = (*at, "as_printed"), _numbers_of(record.period)
    own = (record.as_printed, record.trend_as_printed, record.gap and record.gap.as_printed)
    quoted = [(record.locator, words) for words in own]
    quoted += [(mention.locator, mention.as_printed) for mention in record.repeated]
    return [_Quotation(at, locator, words or "", years) for locator, words in quoted if locator]


def _of_lists(file: File) -> list[_Quotation]:
    """The places of all statements, and the numerals that are no figures."""
    statements = [
        _Quotation(
            ("statements", number, "locator"),
            statement.locator,
            "",
            _numbers_of(statement.date) | _numbers_of(statement.period),
        )
        for number, statement in enumerate(file.statements)
    ]
    numerals = [
        _Quotation(("not_figures", number), numeral.locator, numeral.as_printed, set(), aside=True)
        for number, numeral in enumerate(file.not_figures)
    ]
    return statements + numerals


def _attach(quotations: Iterable[_Quotation], places: dict[str, _Place]) -> Iterator[Problem]:
    """Account for what is quoted at its places; gives a problem for each that is not there."""
    for at, locator, words, years, aside in quotations:
        place = places.get(locator)
        if place is None:
            yield Problem(at, f"the page has no {locator}")
            continue
        place.is_claimed |= not aside
        accounted = place.set_aside if aside else place.claimed
        accounted.update(r for r in place.readings if r.value in years)
        if words and not spans(words, place.passage.text):
            yield Problem(at, f"'{words}' does not stand at {locator} of the page")
        elif words:
            accounted.update(place.within(words))


def _number_problems(record: Record, at: At, place: _Place | None) -> Iterator[Problem]:
    """The number at a phrase, read where it stands, against the one that is recorded."""
    phrase, years = record.as_printed, _numbers_of(record.period)
    if not phrase or place is None:
        return
    is_printed = record.period.known and "period" not in record.inferred
    if is_printed and not place.values & {record.period.start.year, record.period.end.year}:
        message = f'the page prints no {record.period} there: say inferred = ["period"]'
        yield Problem((*at, "period"), message)
    if not record.interval.known or record.correction is not None:
        return
    low_only = record.value is None and record.upper is None
    expected = record.lower if low_only else record.upper if record.value is None else record.value
    quoted = list(place.within(phrase))
    # A year that is quoted with the number is not the number.
    read = [reading for reading in quoted if reading.value not in years] or quoted
    # "3,3 miljoen" does not say that it is rounded.
    unsaid = Qualifier.EXACT if record.qualifier is Qualifier.ROUNDED else record.qualifier
    numbers_read = {reading.value for reading in read}
    if record.qualifier is Qualifier.RANGE and numbers_read == {record.lower, record.upper}:
        return
    if len(numbers_read) > 1:
        yield Problem((*at, "as_printed"), f"'{phrase}' holds several numbers; quote one")
    elif not any(r.value == expected and r.qualifier in (record.qualifier, unsaid) for r in read):
        numbers = ", ".join(f"{r.qualifier} {r.value}" for r in read) or "no number"
        message = f"'{phrase}' reads as {numbers} (found {record.qualifier} {expected})"
        yield Problem((*at, "value"), message)


def _numbers_of(period: Period | None) -> set[int]:
    """The numerals by which a page names a period: its years, and the day of a date."""
    if period is None or not period.known:
        return set()
    days = {period.start.day} if period.kind == "day" else set()
    return {period.start.year, period.end.year} | days


def spans(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where the pieces of a quotation stand in a text, as whole words and in their order.

    What is left out between two pieces is written " ... ".  Of one piece every place is
    given; none at all where any piece is missing.
    """
    first, *rest = map(_pattern, phrase.split(" ... "))
    if not rest:
        return [match.span() for match in first.finditer(text)]
    found: list[tuple[int, int]] = []
    for pattern in (first, *rest):
        match = pattern.search(text, found[-1][1] if found else 0)
        if match is None:
            return []
        found.append(match.span())
    return found


def _pattern(piece: str) -> re.Pattern[str]:
    """What finds a piece of a quotation, but not within a longer word or number."""
    head = r"(?<![\w])(?<!\d[.,])" if piece[:1].isalnum() else ""
    tail = r"(?![\w])(?![.,]\d)" if piece[-1:].isalnum() else ""
    return re.compile(head + re.escape(piece) + tail)
