"""The places of a page with the numbers in them, and which of these a dataset accounts for."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

from kic.dataset.page.exactness import Reading, readings
from kic.dataset.page.language import Language
from kic.dataset.page.next_sentence import doubted
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.places import Page, Place
from kic.dataset.page.quotations import spans
from kic.dataset.page.running_text import Told, numbers_of
from kic.model import LINE, Qualifier
from kic.model.errors import At, Problem, did_you_mean, shortened
from kic.model.interval import as_number, exact

_SIGN = 2  # characters in the place of a number, at most
BY_HAND = 'look at it yourself, and say read_by_hand = "why"'


class Missed(NamedTuple):
    """Something on a page that nothing accounts for: its place, if it has one, and its line.

    ``number`` is the number that it is about, with some words around it as ``text``.
    """

    locator: str | None
    line: int
    text: str
    number: str | None = None


class Quotation(NamedTuple):
    """A place of the page that a file names, with the words that it quotes, or none.

    ``at`` is where the file does so.  ``aside`` marks what the file says is no figure; with
    no words it is everything there.
    """

    at: At
    locator: str
    words: str
    aside: bool = False


class Found:
    """A place with the numbers in it, and those of them that a file accounts for."""

    def __init__(self, place: Place, lang: Language) -> None:
        self.place, self.lang = place, lang
        self.readings = self._read(place.text)
        self.is_claimed = self.is_set_aside = False
        self.claimed: set[Reading] = set()
        self.set_aside: set[Reading] = set()

    def _read(self, text: str) -> list[Reading]:
        """The numbers of its text, or of one that is as long, as they are meant here."""
        place, lang = self.place, self.lang
        # "x 1.000" over a table, or before a number, is a scale, and no number.
        is_table = place.kind == "table"
        is_cell = place.kind == "cell"
        text = text if is_cell else lang.without_scales(text, is_table=is_table)
        found = [_padded(reading, text) for reading in readings(text, lang)]
        if is_cell and lang.years.labels.isdisjoint(map(str.lower, place.headings)):
            found = [_counted(reading, text) for reading in found]
        if over := place.heading_of(lang.estimated) or is_cell * place.heading_of(lang.foreseen):
            found = [_estimated(reading, over) for reading in found]
        if place.unscaled:
            found = [r._replace(qualifier=None, seen=place.unscaled) for r in found]
        is_told = place.kind in ("bullet", "text")
        found = doubted(found, text, lang) if is_told else found
        scale = 1 if place.unscaled else place.scale
        return [
            scaled(r, _told_scale(place.text, r.numeral, lang) if is_told else scale)
            for r in found
        ]

    def as_provisional(self, reading: Reading) -> Reading:
        """A number without the words that call it provisional, where only these left it open."""
        return reading if reading.qualifier else self._provisional.get(reading.numeral, reading)

    @cached_property
    def _provisional(self) -> dict[Numeral, Reading]:
        said = self.lang.beside["provisional"].label
        text = said.sub(lambda match: " " * len(match[0]), self.place.text)
        return {reading.numeral: reading for reading in self._read(text)}

    @cached_property
    def told(self) -> dict[int, Told]:
        """The numbers of running text as their sentences tell them, by where they stand."""
        told = numbers_of(self.place.text, self.lang.code, ())
        return {one.sentence_start + one.start: one for one in told}

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        """Where the sentences that tell a number begin and end."""
        told = {one.sentence_start: len(one.sentence) for one in self.told.values()}
        return [(start, start + length) for start, length in told.items()]

    def tells_of_number(self, position: int) -> bool:
        """Whether the sentence at a position of running text tells a number."""
        at = bisect_right(self._sentences, position, key=itemgetter(0)) - 1
        return at >= 0 and position < self._sentences[at][1]

    @property
    def missed(self) -> Missed:
        """The place as a whole."""
        return Missed(self.place.locator, self.place.line, self.place.text)

    @property
    def is_missed_cell(self) -> bool:
        """Whether it is a cell without a number, and nothing says what that means.

        A date or an age is told as what it is, but "r13" may hold a figure.  A line of a table
        is one where a sign stands in it.
        """
        place = self.place
        is_cell = place.kind == "cell" and bool(place.text)
        is_line = place.kind == "line" and any(len(c) <= _SIGN for c in place.text.split(" | "))
        is_missed = all(r.numeral.kind == "reference" for r in self.readings)
        is_said = self.is_claimed or self.is_set_aside
        return (is_cell or is_line) and is_missed and not is_said

    def within(self, phrase: str) -> Iterator[Reading]:
        """The numbers within a phrase, wherever it stands."""
        for start, end in spans(phrase, self.place.text):
            first = bisect_left(self.readings, start, key=lambda r: r.numeral.start)
            last = bisect_right(self.readings, end, first, key=lambda r: r.numeral.end)
            yield from self.readings[first:last]

    def quoted(self, phrase: str) -> list[Reading]:
        """The figures within a phrase.

        A duration in years looks like an age, and counts where there is nothing else; a date is
        never a number.
        """
        there = list(dict.fromkeys(self.within(phrase)))
        figures = [reading for reading in there if reading.is_figure]
        return figures or [reading for reading in there if reading.numeral.kind == "age"]

    def partly_within(self, phrase: str) -> Iterator[Reading]:
        """The numbers of which a phrase has a part."""
        for start, end in spans(phrase, self.place.text):
            for reading in self.readings:
                if reading.numeral.start < end and start < reading.numeral.end:
                    yield reading

    def unclaimed(self, *, figures: bool) -> Iterator[Missed]:
        """The numbers that nothing accounts for, or what is no figure by its form."""
        for r in self.readings:
            if r.is_figure is figures and r not in self.claimed and r not in self.set_aside:
                yield near(self.place, r)


def _counted(reading: Reading, text: str) -> Reading:
    """A year that is all there is in a cell, as the number that it is there."""
    numeral = reading.numeral
    if (
        numeral.kind != "date"
        or len(numeral.numbers) != 1
        or numeral.end - numeral.start < len(text)
    ):
        return reading
    return Reading(numeral._replace(kind="number", years=frozenset()), Qualifier.EXACT)


def _padded(reading: Reading, text: str) -> Reading:
    """A number before which a zero stands, as of one that lost its first digits: "080"."""
    numeral, printed = reading.numeral, text[reading.numeral.start : reading.numeral.end]
    is_padded = printed[:1] == "0" and printed[1:2].isdecimal() and numeral.kind == "number"
    return reading._replace(qualifier=None, seen=printed) if is_padded else reading


def _estimated(reading: Reading, over: str) -> Reading:
    """A number under a heading that makes an estimate of it."""
    is_exact = reading.qualifier is Qualifier.EXACT
    return reading._replace(qualifier=Qualifier.ESTIMATE, seen=over) if is_exact else reading


def _told_scale(text: str, numeral: Numeral, lang: Language) -> int:
    """What a number of running text is multiplied by, unless it has a scale or sign of its own."""
    is_plain = numeral.kind == "number" and numeral.scale == 1 and not numeral.years
    is_percent = lang.percent.match(text[numeral.end : numeral.end + 9].lstrip())
    return lang.scale_before(text, numeral.start) if is_plain and not is_percent else 1


def scaled(reading: Reading, scale: int) -> Reading:
    """A number as it is meant: "x 1.000" over or before it multiplies what is printed."""
    if scale == 1:
        return reading
    numbers = tuple(as_number(exact(number) * scale) for number in reading.numeral.numbers)
    return reading._replace(numeral=reading.numeral._replace(numbers=numbers))


def near(place: Place, reading: Reading) -> Missed:
    """A number of a place with some words around it."""
    text, numeral = place.text, reading.numeral
    start = text.rfind(" ", 0, max(numeral.start - 20, 0)) + 1
    end = text.find(" ", numeral.end + 20)
    around = shortened(text[start : end if end > 0 else None].strip())
    number = text[numeral.start : min(numeral.end, numeral.start + 40)]
    return Missed(place.locator or None, place.line_of(numeral.start), around, number)


def table_of(cell: Place) -> str:
    """The locator of the table of a cell."""
    return cell.locator.rsplit("/", 2)[0]


class Places:
    """All places of a page by their locators."""

    def __init__(self, page: Page, lang: Language) -> None:
        self.lang = lang
        self.all = [Found(place, lang) for place in page.places]
        self.by_locator = {found.place.locator: found for found in self.all}

    def attach(self, quotations: Iterable[Quotation]) -> Iterator[Problem]:
        """Account for what is quoted at its places; gives a problem for each that is not there."""
        for at, locator, words, aside in quotations:
            found = self.by_locator.get(locator)
            if found is None:
                yield Problem(at, f"the page has no {locator}{self._nearest(locator)}")
                continue
            found.is_claimed |= not aside
            if words and not spans(words, found.place.text):
                message = f"'{words}' does not stand at {locator} of the page"
                yield Problem(at, f"{message}{self._elsewhere(words)}")
            elif words:
                (found.set_aside if aside else found.claimed).update(found.within(words))
            elif aside:
                for place in (locator, *self._below(locator)):
                    below = self.by_locator[place]
                    below.is_set_aside = True
                    below.set_aside.update(below.readings)

    @cached_property
    def headings(self) -> dict[str, tuple[set[str], set[str]]]:
        """The headings of the rows and the columns of each table."""
        tables: dict[str, tuple[set[str], set[str]]] = {}
        for place in (found.place for found in self.all if found.place.kind == "cell"):
            for side, heading in zip(
                tables.setdefault(table_of(place), (set(), set())), place.headings, strict=True
            ):
                side.add(heading)
        return tables

    def has(self, locator: str, words: str) -> bool:
        """Whether some words stand at a place."""
        found = self.by_locator.get(locator)
        return found is not None and bool(spans(words, found.place.text))

    def _nearest(self, locator: str) -> str:
        """What there is instead, below as much of a locator as the page has."""
        steps = locator.split("/")
        table = self.by_locator.get("/".join(steps[:-2]))
        line = "/".join([*steps[:-1], LINE])
        if line in self.by_locator:
            told = f"put a tab before each cell, the empty ones too, or give {line}"
            return f"; its columns cannot be told: {told}"
        if table and table.place.kind == "table" and table.place.locator not in self.headings:
            return f"; {table.place.locator} has no line of headings with rows below it"
        for depth in range(len(steps) - 1, 0, -1):
            above = "/".join(steps[:depth])
            below = [p.split("/")[depth] for p in self._below(above)]
            if depth < 3 and below and below[-1].isdecimal():  # a list, and no table
                return f"; {above} has 1 to {below[-1]}"
            if below:
                return f"; {above} has {', '.join(dict.fromkeys(below))}"
        return did_you_mean(locator, self.by_locator)

    def _below(self, above: str) -> list[str]:
        return [place for place in self.by_locator if place.startswith(f"{above}/")]

    def _elsewhere(self, words: str) -> str:
        there = [place for place, f in self.by_locator.items() if spans(words, f.place.text)]
        return f"; it stands at {there[0]}" if there else ""
