"""The numbers of any text, each with its sentence, what dates it and the words around it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from kic.dataset.page.amounts import pers
from kic.dataset.page.exactness import Reading, readings
from kic.dataset.page.language import YEARS, Language, language
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.patterns import YEAR
from kic.dataset.page.phrases import words
from kic.dataset.page.places import Place, paragraphs
from kic.dataset.page.whose_year import YearsOfOthers
from kic.dataset.page.year_parts import SOME_TIME, named_part
from kic.model import Lang, Qualifier
from kic.model.text import LANGS

_NEW_SENTENCE = re.compile(  # also before a digit, but not behind an abbreviation
    r"(?<!\b[^\W\d_])[.!?](?:\[\d+\])?['\"’”)]*\s+(?=['\"‘“(]?[^\W\d_a-z])|(?<=\w{5}[.!?])\s+(?=\d)"
)
_OPENING = re.compile(r"\(\s*$")
_DIRECTLY = re.compile(r"\s?:?\s")  # between a year and the number that is of it
_BESIDE = re.compile(rf"\s(?:in\s|\(){YEAR}\b")  # right behind a number
_IN_BRACKETS = re.compile(rf"\({YEAR}\)")
_JUST_BEFORE = re.compile(rf"\b({YEAR})\s?:?\s$")
_STOP = re.compile(r"[;:]\s")
_LIST = re.compile(r"[:–—]\s")
_PART = re.compile(r".{1,1000}(?:\s|$)|\S+", re.DOTALL)  # of what has no end, as a table
_BEFORE = 1000  # characters of a paragraph that tell what a sentence is about
_HEADING = 12  # words, at most
_ITEM = re.compile(r"[-*•–|]|\d+[.)]\s")  # of a list, or the row of a table
_HOUR = re.compile(r"(?:\d[:.]|[^\W_]-)$")  # before the 0 of a time or of a code
_MINUTES = re.compile(r"[:.)]\d|-[^\W_]")
_LEAD = 3  # words before a colon, at most, that tell what follows
_NEAR = 60  # characters between a number and the year that is told behind it
BOUNDS = (Qualifier.LESS_THAN, Qualifier.MORE_THAN, Qualifier.AT_MOST)  # of an age
OLDEST = 30  # as an age


Age = tuple[int, int]


class Told(NamedTuple):
    """A number of a text.

    It stands at ``start`` of its ``sentence``, which has a start in its paragraph; ``behind`` are
    the words after it.  ``clause`` are the words around it, up to the numbers beside it; those
    ``around`` it are of no other number, and those ``ahead`` are of these the ones before it.  A
    ``head`` stands over all numbers of its sentence; an ``aside`` stands behind its words, up to
    those of another number, and behind all comes the ``next`` sentence.  ``heading`` is above it,
    and ``before`` has that and the sentences of its paragraph that come first.  ``dates`` are the
    years, or parts of one, that it is of; for certain where it ``is_dated``.  The dates of its
    sentence that are plainly of other numbers begin at ``others``; it ``is_elsewhen`` where some
    word puts it in another time, as "a year later" does.  ``ages`` are those in its
    clause, as :func:`age_limits`.
    """

    reading: Reading
    lang: Language
    paragraph: int
    line: int
    sentence: str
    sentence_start: int
    start: int
    written: str
    behind: list[str]
    clause: str
    around: str
    ahead: str
    head: str
    aside: str
    next: str
    heading: str
    before: str
    dates: frozenset[str]
    is_dated: bool
    others: frozenset[int]
    is_elsewhen: bool
    ages: frozenset[Age]

    @property
    def place(self) -> tuple[int, int]:
        """What the numbers of one sentence have in common."""
        return self.paragraph, self.sentence_start

    @property
    def rest(self) -> str:
        """What follows it in its sentence."""
        return self.sentence[self.start + len(self.written) :]

    @property
    def last(self) -> str:
        """The sentence before its own, or what stands over it."""
        return next((text for _, text in reversed(sentences(self.before))), "")

    @property
    def is_percent(self) -> bool:
        """Whether it is a part of a whole."""
        sign = self.lang.percent.match(" ".join(self.behind[:2]))
        return bool(sign) or self.reading.numeral.kind == "share"

    @property
    def widening(self) -> tuple[str, str, str]:
        """Its own words, its sentence, and what comes before, each of which may tell of whom."""
        return f"{self.head} . {self.around} . {self.aside}", self.sentence, self.before

    @property
    def per(self) -> set[int]:
        """Of how many it is told to be, by its own words, or else by its sentence or before it."""
        return next(filter(None, (pers(text, self.lang) for text in self.widening)), set())

    @property
    def is_summed(self) -> bool:
        """Whether it is of several years at once, as "in 2019 en 2020 samen" says before it."""
        years = YEARS.finditer(self.ahead)
        is_told = any(self.lang.summed.match(self.ahead[year.end() :].lstrip()) for year in years)
        return is_told and len(self.dates) > 1

    @property
    def is_beside_year(self) -> bool:
        """Whether one year alone stands with it, as "in 2019" or "(2019)", and of nothing else."""
        before = _JUST_BEFORE.search(self.sentence, 0, self.start)
        if before and any(before[1] in date for date in self.dates):
            return True
        text, start = self.ahead + self.written + self.rest, len(self.ahead)
        behind = start + len(self.written)
        near = _BESIDE.match(text, behind)
        clauses = self.lang.clauses
        rest = _IN_BRACKETS.sub("-" * len("(2019)"), self.rest)
        own = clauses.breaks.split(rest, maxsplit=1)[0]
        until = min(len(self.around), behind + len(own))
        years = [near] if near else [*YEARS.finditer(text, 0, until)]
        if not years or not all(any(y[0][-4:] in date for date in self.dates) for y in years):
            return False
        first, end = years[0].start(), years[-1].end()
        is_ended = first < start or clauses.ended.match(text, end)  # not "3 in 2019 left homes"
        last = words(text[:first])[-_LEAD:]
        is_part = named_part(text, *years[0].span(), self.lang) or self.lang.school.search(
            text[:first]
        )
        is_in = near or last[-1:] in ([], ["("]) or not self.lang.years.in_.isdisjoint(last)
        between = text[min(first, start) : max(first, start)]
        return bool(is_ended and (is_in or is_part)) and not self.lang.relative.search(between)

    @property
    def qualifier(self) -> Qualifier | None:
        """How exactly it is put; None where some word leaves that open."""
        if self.reading.numeral.kind == "unreadable" and self.reading.numeral.numbers:
            return Qualifier.AT_LEAST  # "5,300+"
        return Qualifier.EXACT if self.reading.is_bare else self.reading.qualifier


def numbers_of(text: str, lang: Lang | None, titles: Iterable[str]) -> Iterator[Told]:
    """Every number of a text that may be a figure, in its order.

    Without a language the words of each paragraph tell it.  A year within one of the ``titles``
    dates nothing.  Raises MissingExtraError without the packages that read numbers.
    """
    title = re.compile("|".join(map(re.escape, titles)), re.IGNORECASE)
    heading, main = "", lang or language_of(text)
    for number, place in enumerate(paragraphs(text)):
        own = lang or language_of(place.text, main)
        yield from _of_paragraph(place, number, heading, language(own), title)
        is_short = len(place.text.split()) <= _HEADING and not place.text.endswith((".", "!"))
        if is_short and not _ITEM.match(place.text):
            heading = place.text


def language_of(text: str, otherwise: Lang = "nl") -> Lang:
    """The language that a text has more common words of."""
    there = Counter(words(text))
    known = [own.common | own.people | own.neutral for own in map(language, LANGS)]
    nl, en = (sum(there[w] for w in own - frozenset.intersection(*known)) for own in known)
    return otherwise if nl == en else "nl" if nl > en else "en"


def sentences(text: str) -> list[tuple[int, str]]:
    """The sentences of a paragraph, each with where it starts."""
    edges = [0, *(match.end() for match in _NEW_SENTENCE.finditer(text)), len(text)]
    parts = (part for span in pairwise(edges) for part in _PART.finditer(text, *span))
    return [(part.start(), part[0].rstrip()) for part in parts]


def _of_paragraph(
    place: Place, number: int, heading: str, lang: Language, title: re.Pattern[str]
) -> Iterator[Told]:
    """The numbers of a paragraph, sentence by sentence; a year holds until there is another."""
    carried = notation(r.numeral for r in readings(heading, lang))
    all_of_it = sentences(place.text)
    for (start, sentence), (_, after) in zip(all_of_it, [*all_of_it[1:], (0, "")], strict=True):
        named = [edge for match in title.finditer(sentence) for edge in match.span()]
        found = readings(sentence, lang)
        # Between the start and the end of a title lies an odd number of edges.
        found = [r for r in found if bisect_right(named, r.numeral.start) % 2 == 0]
        aged = [r.numeral for r in found if _is_age(r, sentence, lang)]
        dated = [r.numeral for r in found if r.numeral.years and r.numeral.kind != "reference"]
        dates = [d for d in dated if not lang.compared_with.search(sentence[: d.start])]
        dates = [_exactly(d, sentence[: d.start], lang) for d in dates]
        figures = [r for r in found if r.is_figure and r.numeral not in aged]
        figures = [r for r in figures if r.is_unread or _is_told(r.numeral, sentence, lang)]
        numbers = [r.numeral for r in figures]
        spans = [*_spans(sentence, numbers, lang)]
        starts = [*(around.start for _, around in spans), len(sentence)]
        [first, *_] = [r.numeral.start for r in figures if not _is_year(r)] or [0]
        head = _head(sentence[:first], min(starts[0], first))
        years = YearsOfOthers(sentence, numbers, dated, lang)
        each = zip(figures, spans, starts[1:], strict=True)
        for nth, (reading, (clause, around), following) in enumerate(each):
            at = reading.numeral
            own, is_dated = _dating(sentence, at, dates, around, lang)
            yield Told(
                reading=reading,
                lang=lang,
                paragraph=number,
                line=place.line_of(start + at.start),
                sentence=sentence,
                sentence_start=start,
                start=at.start,
                written=sentence[at.start : at.end],
                behind=words(sentence[at.end : clause.stop]),
                clause=sentence[clause.start : clause.stop],
                around=sentence[around.start : around.stop],
                ahead=sentence[around.start : at.start],
                head=head,
                aside=_aside(sentence[clause.stop : following], lang),
                next=after,
                heading=heading,
                before=f"{heading} {place.text[max(start - _BEFORE, 0) : start]}",
                dates=carried if own is None else notation(own),
                is_dated=is_dated,
                others=frozenset(start + other for other in years.of(nth)),
                is_elsewhen=years.is_elsewhen(nth),
                ages=age_limits(sentence, _ages_of(at, aged, around), lang),
            )
        carried = notation(dates[-1:]) or carried


def _is_told(numeral: Numeral, sentence: str, lang: Language) -> bool:
    """Whether a number is told: any but 0, and that where it is written, not "none" or a time."""
    start, end = numeral.start, numeral.end
    is_nought = bool(lang.nought.fullmatch(sentence, start, end))
    is_part = _HOUR.search(sentence, 0, start) or _MINUTES.match(sentence, end)
    return any(numeral.numbers) or (numeral.numbers == (0,) and is_nought and not is_part)


def _is_age(reading: Reading, sentence: str, lang: Language) -> bool:
    """Whether a number is an age, also as the bound of one, as in "29 were under 12"."""
    numeral = reading.numeral
    if numeral.kind == "age" or reading.qualifier not in BOUNDS:
        return numeral.kind == "age"
    following = next(iter(words(sentence[numeral.end :])), "")
    is_bare = not (following[:1].isalnum() or following == "%")
    is_limit = any(side for side, _ in age_limits(sentence, [numeral], lang))
    is_counted = following in lang.people or bool(lang.percent.match(following))
    return numeral.numbers[0] <= OLDEST and (is_bare or (is_limit and not is_counted))


def _is_year(reading: Reading) -> bool:
    """Whether a number looks like a year."""
    return all(YEARS.fullmatch(str(number)) for number in reading.numeral.numbers)


def _spans(sentence: str, figures: list[Numeral], lang: Language) -> Iterator[tuple[range, range]]:
    """Of each number the words around it up to the numbers beside it, and those that are its own.

    Both end where something else begins.
    """
    stops = [0, *(edge for n in figures for edge in (n.start, n.end)), len(sentence)]
    for at, low, high in zip(figures, stops[::2], stops[3::2], strict=False):
        end = at.end + len(re.split(r"[;:]|,\s", sentence[at.end : high])[0])
        start = low + _own_start(sentence[low : at.start], lang, is_first=not low)
        yield range(low, end), range(start, end)


def _head(before: str, own_start: int) -> str:
    """What stands over all numbers of a sentence: before the words of the first, or a list."""
    end = max([own_start, *(match.end() for match in _LIST.finditer(before))])
    return before[:end].split("; ")[-1]


def _aside(behind: str, lang: Language) -> str:
    """What is told of a number behind the words that are its own."""
    first, *rest = behind.lstrip(",: ").split("; ")
    return "; ".join([first, *(part for part in rest if lang.this.match(part))])


def _own_start(before: str, lang: Language, *, is_first: bool) -> int:
    """Where the words before a number begin that are its own, and not of the number before it.

    Those before the first colon are so too where they are few, or the number follows at once.
    """
    stops = [
        match.end() for match in (_STOP if is_first else lang.clauses.breaks).finditer(before)
    ]
    is_lead = is_first and (len(before.split(":")[0].split()) <= _LEAD or before.endswith(": "))
    return max((end for end in stops if not (is_lead and before[end - 2] == ":")), default=0)


def _ages_of(at: Numeral, aged: list[Numeral], clause: range) -> list[Numeral]:
    """The ages in the clause of a number: those behind it where there may be one before it."""
    here = [n for n in aged if n.start in clause]
    return [n for n in here if n.start >= at.end or not clause.start] or here


def age_limits(text: str, ages: Iterable[Numeral], lang: Language) -> frozenset[Age]:
    """Ages in a text, each with the side of it on which others lie: -1, 1 or, on neither, 0.

    "12 and older" lies above 12, and "older than 12" above 13.
    """
    found = set()
    for numeral in ages:
        before, behind = text[: numeral.start], text[numeral.end :]
        limits = (
            (side, by)
            for ahead, after, side, by in lang.age_limits
            if ahead.search(before) and after.match(behind)
        )
        side, by = next(limits, (0, 0))
        found |= {(side, int(number) + by) for number in numeral.numbers}
    return frozenset(found)


def notation(dates: Iterable[Numeral]) -> frozenset[str]:
    """Dates as a dataset writes its periods."""
    return frozenset(text for date in dates for text in _notation(date))


def _notation(date: Numeral) -> list[str]:
    """A date as periods are written; two years that stand together are a period of their own."""
    years = "/".join(map(str, sorted(date.years)))
    if date.is_one and len(date.years) == 2:
        years += " school"
    return ["-".join([years, *_within_year(date)])] if years else []


def _within_year(date: Numeral) -> list[str]:
    """What a date has beside its year: a quarter or a half, a month, a day."""
    within = (f"{number:02}" for number in (date.month, date.day) if number)
    return [date.part, *within] if date.part else [*within]


def _exactly(date: Numeral, before: str, lang: Language) -> Numeral:
    """A date with what the words before it make of its year, as its end."""
    moment = lang.moment.search(before)
    if not moment or date.month or date.part:
        return date
    return date._replace(month=12, day=31) if moment["end"] else date._replace(part=SOME_TIME)


def _dating(
    sentence: str, at: Numeral, dates: list[Numeral], clause: range, lang: Language
) -> tuple[list[Numeral] | None, bool]:
    """The dates of a number within its sentence, and whether they are its own for certain.

    None where the sentence has none; an empty list where it tells of a time without a date.
    """
    dates = [d for d in dates if d.start < at.end or not sentence.startswith(":", d.end)]
    here = [d for d in dates if d.start in clause]
    gaps = [(d, _OPENING.sub("", sentence[at.end : d.start])) for d in here if d.start >= at.end]
    near = [d for d, gap in gaps if len(gap) < _NEAR and not lang.clauses.breaks.search(gap)]
    ahead = [d for d in dates if d.start < at.start]
    gaps_of = (
        (d, lang.clauses.in_.sub("", sentence[e.end : d.start])) for e, d in pairwise(dates)
    )
    joined = {d for d, gap in gaps_of if lang.and_.fullmatch(gap) or lang.joint.fullmatch(gap)}
    directly = [d for d in ahead if _DIRECTLY.fullmatch(sentence[d.end : at.start])]
    near = [d for d in directly if d not in joined] or near
    chosen = near[:1] or [d for d in ahead if d in here] or ahead[-1:] or dates[:1]
    is_other = bool(lang.other_year.search(sentence[clause.start : clause.stop]))
    since = max((d.end for d in ahead if d in here), default=clause.start)
    if is_other and not near and (not here or lang.other_year.search(sentence[since : at.start])):
        return [], False
    is_clear = bool(near) or (not is_other and (bool(ahead) or len(dates) == 1))
    is_one = len(chosen) == 1 and not chosen[0].month and chosen[0].part != SOME_TIME
    return chosen or None, is_clear and is_one
