"""A dataset held against the text of the page it was typed from.

Every phrase has to stand where its locator says, the number in it has to be the one that
is recorded, and every bullet, numeral and number word has to be accounted for.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from kic.dataset import Dataset, load
from kic.dataset.dutch import Reading, readings
from kic.dataset.page import Passage, passages
from kic.dataset.shape import Placed
from kic.model import Period, Qualifier, Record, Source
from kic.model.errors import At, Problem, UsageError, shortened

_EXACTNESS = (
    "words of exactness (as 'ruim', 'minder dan', 'naar schatting') are judged for the page of "
    "the dataset that comes with kic alone; on this page look at each of them yourself"
)


class Missed(NamedTuple):
    """A numeral or number word of the page that no record claims, with its line."""

    locator: str
    line: int
    text: str


class Coverage(NamedTuple):
    """How a dataset agrees with its page.

    ``mismatches`` are phrases or numbers that are not on the page as recorded.  Of the
    bullets and of the numerals of the page it tells how many are accounted for.  ``notes``
    say how far that goes.
    """

    mismatches: tuple[Problem, ...]
    bullets: int
    bullets_missed: tuple[Passage, ...]
    claimed: int
    set_aside: int
    missed: tuple[Missed, ...]
    notes: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing disagrees and nothing was missed."""
        return not (self.mismatches or self.bullets_missed or self.missed)


def coverage(dataset: Dataset, placed: tuple[Placed, ...], page: str) -> Coverage:
    """Hold the records of a dataset's own source against the text of that source.

    ``placed`` are the records with their places in the file.  Raises UsageError where the
    source record tells no layout, and MissingExtraError without the reader of numbers.
    """
    source = dataset.sources[dataset.last.source]
    if source.layout is None:
        raise UsageError(
            f"the source '{dataset.last.source}' has no 'layout' to find its bullets by."
        )
    found = {locator: _Read(p) for locator, p in passages(page, source.layout).items()}
    phrases: dict[str, list[str]] = defaultdict(list)
    years: dict[str, set[int]] = defaultdict(set)
    mismatches: list[Problem] = []
    for record, at in placed:
        if record.source != dataset.last.source:
            continue
        mismatches += _record_problems(record, at, found)
        for locator, words in _told(record):
            phrases[locator].append(words)
            years[locator] |= _numbers_of(record.period)
    for number, statement in enumerate(dataset.own_statements):
        phrases[statement.locator] += []
        for period in (statement.date, statement.period):
            years[statement.locator] |= _numbers_of(period) if period else set()
        if statement.locator not in found:
            mismatches.append(_nowhere(("statements", number, "locator"), statement.locator))
    aside: dict[str, list[str]] = defaultdict(list)
    for number, numeral in enumerate(dataset.own_not_figures):
        aside[numeral.locator].append(numeral.as_printed)
        mismatches += _absent(("not_figures", number), numeral.locator, numeral.as_printed, found)
    covered = _covered(found, phrases, years, aside, mismatches)
    return covered if _is_embedded(source) else covered._replace(notes=(_EXACTNESS,))


def _is_embedded(source: Source) -> bool:
    """Whether a source is that of the dataset that comes with kic, however it is laid out."""
    embedded = load()
    known = embedded.sources[embedded.last.source]
    return source.model_copy(update={"layout": known.layout}) == known


class _Read:
    """A passage with the numbers in it, which are read once."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.text = passage.text

    @cached_property
    def readings(self) -> list[Reading]:
        """The numbers in their order."""
        return readings(self.text)

    @cached_property
    def values(self) -> set[object]:
        """What they are."""
        return {reading.value for reading in self.readings}

    @cached_property
    def _starts(self) -> list[int]:
        return [reading.start for reading in self.readings]

    def within(self, phrases: Iterable[str]) -> list[bool]:
        """Of every number, whether it lies within one of the phrases, wherever that stands."""
        places = sorted(
            place
            for phrase in dict.fromkeys(phrases)
            if phrase
            for place in spans(phrase, self.text)
        )
        starts = [start for start, _ in places]
        farthest = list(accumulate((end for _, end in places), max))
        return [
            bool(n := bisect_right(starts, reading.start)) and reading.end <= farthest[n - 1]
            for reading in self.readings
        ]

    def of(self, phrase: str) -> Iterator[Reading]:
        """The numbers within a phrase, wherever it stands."""
        for start, end in spans(phrase, self.text):
            for n in range(bisect_left(self._starts, start), len(self.readings)):
                if self.readings[n].end > end:
                    break
                yield self.readings[n]


def _covered(
    found: dict[str, _Read],
    phrases: dict[str, list[str]],
    years: dict[str, set[int]],
    aside: dict[str, list[str]],
    mismatches: list[Problem],
) -> Coverage:
    accounted = set(phrases)
    claimed, set_aside, missed = 0, 0, []
    for locator, there in found.items():
        held = there.within(phrases.get(locator, ()))
        put_aside = there.within(aside.get(locator, ()))
        for n, reading in enumerate(there.readings):
            if held[n] or reading.value in years.get(locator, ()):
                claimed += 1
            elif put_aside[n]:
                set_aside += 1
            else:
                start, end = max(reading.start - 20, 0), reading.end + 20
                around = shortened(there.text[start:end].strip())
                missed.append(Missed(locator, there.passage.line, around))
    bullets = [there.passage for locator, there in found.items() if locator.count("/") == 2]
    return Coverage(
        tuple(mismatches),
        len(bullets),
        tuple(p for p in bullets if p.locator not in accounted),
        claimed,
        set_aside,
        tuple(missed),
    )


def _told(record: Record) -> Iterator[tuple[str, str]]:
    """Every place of a record with its words there."""
    if record.locator is not None:
        for words in (record.as_printed, record.trend_as_printed):
            yield record.locator, words or ""
        if record.gap and record.gap.as_printed:
            yield record.locator, record.gap.as_printed
    for mention in record.repeated:
        yield mention.locator, mention.as_printed


def _record_problems(record: Record, at: At, found: dict[str, _Read]) -> Iterator[Problem]:
    for locator, words in _told(record):
        yield from _absent((*at, "as_printed"), locator, words, found)
    if record.as_printed and record.locator in found:
        yield from _number_problems(record, at, found[record.locator])


def _number_problems(record: Record, at: At, there: _Read) -> Iterator[Problem]:
    """The number at a phrase, read where it stands, against the one that is recorded."""
    printed = record.period.known and "period" not in record.inferred
    if printed and not there.values & {record.period.start.year, record.period.end.year}:
        told = f'the page prints no {record.period} there: say inferred = ["period"]'
        yield Problem((*at, "period"), told)
    phrase = record.as_printed or ""
    if not record.interval.known or record.correction is not None:
        return
    expected = record.upper if record.value is None else record.value
    read = list(dict.fromkeys(there.of(phrase)))
    if len(read) > 1:  # a year that is quoted with the number is not the number
        read = [r for r in read if r.value not in _numbers_of(record.period)] or read
    if len({r.value for r in read}) > 1:
        yield Problem((*at, "as_printed"), f"'{phrase}' holds several numbers; quote one")
        return
    put = {record.qualifier}
    if record.qualifier is Qualifier.ROUNDED:  # "3,3 miljoen" does not say that it is
        put.add(Qualifier.EXACT)
    if not any(r.value == expected and r.qualifier in put for r in read):
        told = ", ".join(f"{r.qualifier} {r.value}" for r in read) or "no number"
        yield Problem(
            (*at, "value"),
            f"'{phrase}' reads as {told} (found {record.qualifier} {expected})",
        )


def _absent(at: At, locator: str, words: str, found: dict[str, _Read]) -> Iterator[Problem]:
    if locator not in found:
        yield _nowhere(at, locator)
    elif words and not spans(words, found[locator].text):
        yield Problem(at, f"'{words}' does not stand at {locator} of the page")


def _nowhere(at: At, locator: str) -> Problem:
    return Problem(at, f"the page has no {locator}")


def _numbers_of(period: Period) -> set[int]:
    """The numerals by which a page names a period: its years, and the day of a date."""
    if not period.known:
        return set()
    years = {period.start.year, period.end.year}
    return years | {period.start.day} if period.kind == "day" else years


ELLIPSIS = " ... "


def spans(phrase: str, text: str) -> list[tuple[int, int]]:
    """Where the pieces of a quotation stand in a text, as whole words and in their order.

    What is left out between two pieces is written " ... ".  Of one piece every place is
    given; none at all where any piece is missing.
    """
    pieces = phrase.split(ELLIPSIS)
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
