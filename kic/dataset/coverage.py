"""A dataset held against the text of the page it was typed from.

Every phrase has to stand where its locator says, the number in it has to be the one that
is recorded, and every bullet, numeral and number word has to be accounted for.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from kic.dataset.dutch import Reading, readings
from kic.dataset.loading import United
from kic.dataset.page import Passage, passages
from kic.dataset.positions import At
from kic.model import File, Period, Qualifier, Record, Source
from kic.model.errors import Problem, UsageError, shortened

_EXACTNESS = (
    "words of exactness (as 'ruim', 'minder dan', 'naar schatting') are judged for the page of "
    "the dataset that comes with kic alone; on this page look at each of them yourself"
)


class Page(NamedTuple):
    """The text of a source page, with the source whose words of exactness are known."""

    path: Path
    text: str
    known: Source


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


def coverage(united: United, page: Page) -> tuple[list[Problem], Coverage]:
    """What the last file of a dataset says unlike the page of its source, and what it covers.

    Raises UsageError where the source has no layout, and MissingExtraError without the reader
    of numbers.
    """
    file, merged = united.given.file, united.merged
    head = (file.dataset, *merged.infos)[-1]
    source = file.sources[head.source]
    if source.layout is None:
        raise UsageError(f"the source '{head.source}' has no 'layout' to find its bullets by.")
    places = {p.locator: _Place(p) for p in passages(page.text, source.layout)}
    problems: list[Problem] = []
    for record, at in united.given.placed:
        if record.source == head.source:
            problems += _hold(_of_record(record, at), places)
            problems += _number_problems(record, at, places.get(record.locator or ""))
    last = len(merged.editions) - 1
    problems += _hold((q for q in _of_lists(file) if merged.origin(q.at)[0] == last), places)
    bullets = [place for locator, place in places.items() if locator.count("/") == 2]
    is_known = source == page.known.model_copy(update={"layout": source.layout})
    return united.located(problems), Coverage(
        page.path,
        len(bullets),
        tuple(bullet.passage for bullet in bullets if all(q.aside for q in bullet.quotations)),
        sum(len(place.claimed) for place in places.values()),
        sum(len(place.set_aside) for place in places.values()),
        tuple(missed for place in places.values() for missed in place.missed),
        () if is_known else (_EXACTNESS,),
    )


class _Quotation(NamedTuple):
    """A place of the page that a file names, with the words that it quotes, if any.

    ``at`` is where the file does so, ``years`` are numerals that the place may print as well.
    What is set ``aside`` is no figure.
    """

    at: At
    locator: str
    words: str
    years: set[int]
    aside: bool = False


class _Place:
    """A passage of the page with the numbers in it, and what a file quotes of it."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.quotations: list[_Quotation] = []

    @cached_property
    def readings(self) -> list[Reading]:
        """The numbers in their order."""
        return list(readings(self.passage.text))

    @cached_property
    def values(self) -> set[object]:
        """What they are."""
        return {reading.value for reading in self.readings}

    def within(self, phrase: str) -> Iterator[Reading]:
        """The numbers within a phrase, wherever it stands."""
        for start, end in spans(phrase, self.passage.text):
            first = bisect_left(self.readings, start, key=attrgetter("start"))
            yield from self.readings[
                first : bisect_right(self.readings, end, first, key=attrgetter("end"))
            ]

    @cached_property
    def claimed(self) -> set[Reading]:
        """The numbers within the words of records, and the years of those."""
        years = {year for quotation in self.quotations for year in quotation.years}
        return self._quoted(aside=False).union(r for r in self.readings if r.value in years)

    @cached_property
    def set_aside(self) -> set[Reading]:
        """The other numbers that are said to be no figure."""
        return self._quoted(aside=True) - self.claimed

    def _quoted(self, *, aside: bool) -> set[Reading]:
        words = {q.words for q in self.quotations if q.words and q.aside is aside}
        return {reading for phrase in words for reading in self.within(phrase)}

    @property
    def missed(self) -> Iterator[Passage]:
        """The rest, each with some words around it."""
        for reading in self.readings:
            if reading not in self.claimed and reading not in self.set_aside:
                around = self.passage.text[max(reading.start - 20, 0) : reading.end + 20]
                yield self.passage._replace(text=shortened(around.strip()))


def _of_record(record: Record, at: At) -> Iterator[_Quotation]:
    """Every place of a record with its words there."""
    at, years = (*at, "as_printed"), _numbers_of(record.period)
    if record.locator is not None:
        gap = record.gap and record.gap.as_printed
        for words in (record.as_printed, record.trend_as_printed, gap):
            yield _Quotation(at, record.locator, words or "", years)
    for mention in record.repeated:
        yield _Quotation(at, mention.locator, mention.as_printed, years)


def _of_lists(file: File) -> Iterator[_Quotation]:
    """The places of all statements, and the numerals that are no figures."""
    for number, statement in enumerate(file.statements):
        years = _numbers_of(statement.date) | _numbers_of(statement.period)
        yield _Quotation(("statements", number, "locator"), statement.locator, "", years)
    for number, numeral in enumerate(file.not_figures):
        at = ("not_figures", number)
        yield _Quotation(at, numeral.locator, numeral.as_printed, set(), aside=True)


def _hold(quotations: Iterable[_Quotation], places: dict[str, _Place]) -> list[Problem]:
    """Add quotations to their places; returns a problem for each that the page does not have."""
    problems = []
    for quotation in quotations:
        at, words = quotation.at, quotation.words
        if place := places.get(quotation.locator):
            place.quotations.append(quotation)
            if words and not spans(words, place.passage.text):
                told = f"'{words}' does not stand at {quotation.locator} of the page"
                problems.append(Problem(at, told))
        else:
            problems.append(Problem(at, f"the page has no {quotation.locator}"))
    return problems


def _number_problems(record: Record, at: At, place: _Place | None) -> Iterator[Problem]:
    """The number at a phrase, read where it stands, against the one that is recorded."""
    phrase, years = record.as_printed, _numbers_of(record.period)
    if not phrase or place is None:
        return
    printed = record.period.known and "period" not in record.inferred
    if printed and not place.values & {record.period.start.year, record.period.end.year}:
        told = f'the page prints no {record.period} there: say inferred = ["period"]'
        yield Problem((*at, "period"), told)
    if not record.interval.known or record.correction is not None:
        return
    expected = record.upper if record.value is None else record.value
    read = list(dict.fromkeys(place.within(phrase)))
    # A year that is quoted with the number is not the number.
    read = [reading for reading in read if reading.value not in years] or read
    if len({reading.value for reading in read}) > 1:
        yield Problem((*at, "as_printed"), f"'{phrase}' holds several numbers; quote one")
        return
    put = {record.qualifier}
    if record.qualifier is Qualifier.ROUNDED:  # "3,3 miljoen" does not say that it is
        put.add(Qualifier.EXACT)
    if not any(reading.value == expected and reading.qualifier in put for reading in read):
        told = ", ".join(f"{r.qualifier} {r.value}" for r in read) or "no number"
        yield Problem(
            (*at, "value"),
            f"'{phrase}' reads as {told} (found {record.qualifier} {expected})",
        )


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
    pieces = phrase.split(" ... ")
    if len(pieces) == 1:
        return list(_places(phrase, text, 0))
    found: list[tuple[int, int]] = []
    for piece in pieces:
        place = next(_places(piece, text, found[-1][1] if found else 0), None)
        if place is None:
            return []
        found.append(place)
    return found


def _places(piece: str, text: str, start: int) -> Iterator[tuple[int, int]]:
    """Every place of a piece from a position on; a number or word in it is never a part of one."""
    head = r"(?<![\w])(?<!\d[.,])" if piece[:1].isalnum() else ""
    tail = r"(?![\w])(?![.,]\d)" if piece[-1:].isalnum() else ""
    for match in re.compile(head + re.escape(piece) + tail).finditer(text, start):
        yield match.span()
