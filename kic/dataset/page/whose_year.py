"""Of which number a year is, where a sentence has several of both."""

import re
from collections.abc import Sequence
from itertools import pairwise

from kic.dataset.page.language import Language
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.phrases import words

_SIDE, _CLOSED = re.compile(r"[;(]"), re.compile(r"[;)]|$")
_COLON = re.compile(r"\s?:\s?[€$£]?\s?")
_ENDED = re.compile(r"\s*(?:[.,;)]|$)")
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
        self.lang, self.clauses = lang, lang.clauses
        self.years = sorted({year for date in dates for year in date.years})
        self.is_changing = not lang.change.isdisjoint(words(sentence))
        self.levels = [match.end() for match in lang.level.finditer(sentence)]
        self.other_times = [*self.clauses.other.finditer(sentence)]
        self.times_now = [*self.clauses.now.finditer(sentence)]
        self.compared = {n.start for n in dates if self._is_against(n, None)}
        for at, before in zip(figures, [None, *figures], strict=False):
            self.compared |= {at.start} if self._is_against(at, before) else set()
        self.of_none = self.compared | {  # "in 2019 and 2020 80 children" may be of each, or both
            date.start
            for pair in pairwise(dates)
            if len(figures) == 1 and self._are_joined(*pair)
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
        since = max(self._of_another_time(at) or 0, self._until_own(at))
        is_first, own = self._is_first_level(at), self._own_behind(at, until)

        def is_of_other(date: Numeral) -> bool:
            is_own = at.end <= date.start and date.end <= until
            is_later = len(self.years) == 1 or min(date.years) > self.years[0]
            is_past = date.start < since or (is_first and is_later)
            if date.start in self.of_none or (is_past and not is_own):
                return True
            if own and date != own and not self._are_joined(own, date):
                return True
            if at.end <= date.start:
                return date.start < last and self._is_of_later(at, date, after)
            return first <= date.start and self._is_aside(at, date, before)

        return frozenset(date.start for date in self.dates if is_of_other(date))

    def is_elsewhen(self, number: int) -> bool:
        """Whether a word puts one of the figures in another time than what is told before."""
        return self._of_another_time(self.figures[number]) is not None

    def _is_against(self, at: Numeral, before: Numeral | None) -> bool:
        """Whether a number or date is what another number is compared with."""
        sentence, neutral = self.sentence, self.lang.neutral | self.lang.common
        found = self.lang.against.search(sentence, max(at.start - _AHEAD, 0), at.start)
        if not found or not found["weak"] or at.years:
            return found is not None
        noun = next(iter(words(sentence[at.end :])), "")
        is_plain = not noun.isalpha() or noun in neutral
        between = words(sentence[before.end : found.start()]) if before else []
        return is_plain or noun in between or sentence[: found.start()].endswith(", ")

    def _of_another_time(self, at: Numeral) -> int | None:
        """Up to where the dates are not those of a number that is told of another time."""
        sentence, own = self.sentence, self.clauses
        for time in self.other_times:
            behind = sentence[at.end : time.start()]
            if self._leads_to(time, at):
                return time.end()
            is_behind = time.start() >= at.end and own.near.fullmatch(behind)
            if is_behind and own.then.match(sentence, time.end()):
                return at.start
        for time in self.times_now:
            if self._leads_to(time, at):
                edges = [m.end() for m in own.breaks.finditer(sentence, 0, time.start())]
                return max([0, *edges, *(n.end for n in self.figures if n.end <= time.start())])
        is_compared = at.start in self.compared and _ENDED.match(sentence, at.end)
        return at.start if is_compared else None

    def _leads_to(self, time: re.Match[str], at: Numeral) -> bool:
        """Whether a time stands before a number, with no other number or date between."""
        between = self.sentence[time.end() : at.start]
        is_than = self.lang.than.search(self.sentence, max(time.start() - _AHEAD, 0), time.start())
        is_near = time.end() <= at.start and not is_than
        return is_near and not (_SIDE.search(between) or re.search(r"\d", between))

    def _are_joined(self, date: Numeral, other: Numeral) -> bool:
        """Whether two dates stand together, as "in 2019 and 2020"."""
        between = self.sentence[min(date.end, other.end) : max(date.start, other.start)]
        return bool(self.clauses.joined.fullmatch(between))

    def _until_own(self, at: Numeral) -> int:
        """Where the date begins that a clause begins with, behind an earlier number."""
        sentence, own = self.sentence, self.clauses
        ahead = [d for d in self.dates if d.end <= at.start and d.start not in self.of_none]
        before = [n.end for n in self.figures if ahead and n.end <= ahead[-1].start]
        following = next((n.start for n in self.figures if ahead and n.start > ahead[-1].start), 0)
        if not before or self.lang.relative.search(sentence, ahead[-1].end, following):
            return 0
        first = ahead[-1]
        for date in reversed(ahead[:-1]):
            first = date if date.start >= before[-1] and self._are_joined(date, first) else first
        stops = [m.end() for m in own.breaks.finditer(sentence, before[-1], first.start)]
        is_open = bool(stops) and own.opened.fullmatch(sentence, stops[-1], first.start)
        return first.start if is_open and ")" not in sentence[first.end : at.start] else 0

    def _own_behind(self, at: Numeral, until: int) -> Numeral | None:
        """The date right behind a number, with which its clause ends."""
        sentence, own = self.sentence, self.clauses
        date = next((d for d in self.dates if at.end <= d.start and d.end <= until), None)
        if date is None or date.start in self.of_none or _COLON.match(sentence, date.end):
            return None
        is_near = own.behind.fullmatch(sentence, at.end, date.start)
        return date if is_near and own.ended.match(sentence, date.end) else None

    def _is_first_level(self, at: Numeral) -> bool:
        """Whether a number is the one from which something rises or falls."""
        is_from = self.clauses.level.search(self.sentence, max(at.start - _AHEAD, 0), at.start)
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
        *_, begun = [0, *(match.end() for match in self.clauses.breaks.finditer(between))]
        is_ahead = begun and all(n.end <= at.end + begun for n in earlier)
        return bool(  # ", while it was in 2020 still 77"
            is_ahead
            and following
            and not self.clauses.breaks.search(sentence, date.end, following.start)
        )

    def _is_aside(self, at: Numeral, date: Numeral, before: Sequence[Numeral]) -> bool:
        """Whether a date stands between brackets with another number, before this one."""
        begun = self.sentence.rfind("(", 0, date.start)
        end = self.sentence.find(")", date.end, at.start)
        is_within = begun >= 0 and end > 0 and ")" not in self.sentence[begun : date.start]
        return is_within and any(n.start in range(begun, end) for n in before)
