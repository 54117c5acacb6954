"""Of which number a year is, where a sentence has several of both."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kic.dataset.page.language import Language, words
from kic.dataset.page.numerals import Numeral

BREAK = re.compile(r"[,;:()–—]|\s(?:en|and|maar|but|terwijl|while)\s")
_AND = re.compile(r",\s|,?\s(?:en|and|&)\s")
_SIDE, _CLOSED = re.compile(r"[;(]"), re.compile(r"[;)]|$")
_COLON = re.compile(r"\s?:\s?[€$£]?\s?")
_ENDED = re.compile(r"\s*(?:[.,;)]|$)")
_FEW = re.compile(r"(?:\s(?!dan\b|than\b)[^\W\d]+){0,2}\s\(?$")  # between a number and its time
_THEN = re.compile(r"\W*$|[.,;:)]|\s(?:and|en|in|to|naar)\b")  # behind that time
_FROM = re.compile(r"\b(?:from|van)\s(?:(?:the|de|het)\s)?[€$£]?\s?$", re.IGNORECASE)
_AHEAD = 40  # characters before a number that tell what it is compared with
_NEAR = 4  # numbers on either side of one that a year may be of instead


class YearsOfOthers:
    """The dates of a sentence, each of which may plainly be of one of its numbers alone.

    "80 in 2021 (2020: 79)", "80, against 77 in 2020" and "from 41 to 39 in 2020" have a year
    that is of the second number and not of the first.
    """

    def __init__(
        self, sentence: str, figures: Sequence[Numeral], dates: Sequence[Numeral], lang: Language
    ) -> None:
        self.sentence, self.figures, self.dates = sentence, figures, dates
        self.years = sorted({year for date in dates for year in date.years})
        self.is_changing = not lang.change.isdisjoint(words(sentence))
        self.levels = [match.end() for match in lang.level.finditer(sentence)]
        self.other_years = [match.span() for match in lang.year_before.finditer(sentence)]
        self.compared = {
            start
            for start in (n.start for n in (*figures, *dates))
            if lang.against.search(sentence, max(start - _AHEAD, 0), start)
        }
        self.of_none = self.compared | {  # "in 2019 and 2020 80 children" may be of each, or both
            date.start
            for pair in pairwise(dates)
            if len(figures) == 1 and _AND.fullmatch(sentence, pair[0].end, pair[1].start)
            for date in pair
        }

    def of(self, number: int) -> frozenset[int]:
        """Where the dates begin that are plainly not of one of the figures, by its place there."""
        at, end = self.figures[number], len(self.sentence)
        before = self.figures[max(number - _NEAR, 0) : number]
        after = self.figures[number + 1 : number + 1 + _NEAR]
        until = after[0].start if after else end
        first = before[0].start if len(before) == _NEAR else 0
        last = after[-1].end if len(after) == _NEAR else end
        since, is_first = self._of_another_year(at), self._is_first_level(at)

        def is_of_other(date: Numeral) -> bool:
            is_own = at.end <= date.start and date.end <= until
            is_later = len(self.years) == 1 or min(date.years) > self.years[0]
            is_past = date.start < since or (is_first and is_later)
            if date.start in self.of_none or (is_past and not is_own):
                return True
            if at.end <= date.start:
                return date.start < last and self._is_of_later(at, date, after)
            return first <= date.start and self._is_aside(at, date, before)

        return frozenset(date.start for date in self.dates if is_of_other(date))

    def _of_another_year(self, at: Numeral) -> int:
        """Up to where the dates are not those of a number that is told of another time."""
        sentence = self.sentence
        for start, end in self.other_years:
            ahead, behind = sentence[end : at.start], sentence[at.end : start]
            if end <= at.start and not (_SIDE.search(ahead) or re.search(r"\d", ahead)):
                return end
            if start >= at.end and _FEW.fullmatch(behind) and _THEN.match(sentence, end):
                return at.start
        is_compared = at.start in self.compared and _ENDED.match(sentence, at.end)
        return at.start if is_compared else 0

    def _is_first_level(self, at: Numeral) -> bool:
        """Whether a number is the one from which something rises or falls."""
        is_from = _FROM.search(self.sentence, max(at.start - _AHEAD, 0), at.start)
        is_to = at.start in self.compared or any(
            end <= at.start or end > at.end for end in self.levels
        )
        return bool(is_from and is_to and self.is_changing)

    def _is_of_later(self, at: Numeral, date: Numeral, later: Sequence[Numeral]) -> bool:
        """Whether a date behind a number is of one that follows it."""
        sentence, between = self.sentence, self.sentence[at.end : date.start]
        following = next((n for n in later if n.start >= date.end), None)
        if following and _COLON.fullmatch(sentence, date.end, following.start):
            return True
        earlier = [n for n in later if n.end <= date.start]
        is_from = bool(earlier) and self._is_first_level(earlier[-1])
        if is_from or any(n.start in self.compared for n in earlier):
            return True
        *_, begun = [0, *(match.end() for match in _SIDE.finditer(between))]
        if begun and ")" not in between[begun:]:
            end = _CLOSED.search(sentence, date.end)
            part = range(at.end + begun, end.start() if end else len(sentence))
            return any(n.start in part for n in later)
        *_, begun = [0, *(match.end() for match in BREAK.finditer(between))]
        is_ahead = begun and all(n.end <= at.end + begun for n in earlier)
        return bool(  # ", while it was in 2020 still 77"
            is_ahead and following and not BREAK.search(sentence, date.end, following.start)
        )

    def _is_aside(self, at: Numeral, date: Numeral, before: Sequence[Numeral]) -> bool:
        """Whether a date stands between brackets with another number, before this one."""
        begun = self.sentence.rfind("(", 0, date.start)
        end = self.sentence.find(")", date.end, at.start)
        is_within = begun >= 0 and end > 0 and ")" not in self.sentence[begun : date.start]
        return is_within and any(n.start in range(begun, end) for n in before)
