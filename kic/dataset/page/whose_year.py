"""Of which number a year is, where a sentence has several of both."""

import re
from collections.abc import Iterator

from kic.dataset.page.language import Language, words
from kic.dataset.page.numerals import Numeral

BREAK = re.compile(r"[,;:()–—]|\s(?:en|and|maar|but|terwijl|while)\s")
_SIDE = re.compile(r"[;(]")
_COLON = re.compile(r"\s?:\s?[€$£]?\s?")
_ENDED = re.compile(r"\s*(?:[.,;)]|$)")
_FEW = r"(?:\s(?!dan\b|than\b)[^\W\d]+){0,2}\s\(?"  # words between a number and its time
_THEN = r"(?=\W*$|[.,;:)]|\s(?:and|en|in|to|naar)\b)"
_FROM = re.compile(r"\b(?:from|van)\s(?:(?:the|de|het)\s)?[€$£]?\s?$", re.IGNORECASE)


def years_of_others(
    sentence: str, at: Numeral, figures: list[Numeral], dates: list[Numeral], lang: Language
) -> Iterator[int]:
    """Where the dates of a sentence begin that are plainly not of one of its figures.

    "80 in 2021 (2020: 79)", "80, against 77 in 2020" and "from 41 to 39 in 2020" have a year
    that is of the other number alone.
    """
    ahead, behind = sentence[: at.start], sentence[at.end :]
    others = [n for n in figures if n != at]
    until = min((n.start for n in others if n.start > at.start), default=len(sentence))
    since = _of_another_year(ahead, behind, lang)
    years = sorted(year for date in dates for year in date.years)
    is_first = _is_first_level(ahead, behind, lang)
    for date in dates:
        is_own = date.start >= at.end and date.end <= until
        is_later = len({*years}) == 1 or min(date.years) > years[0]
        is_past = date.start < since or (is_first and is_later)
        if lang.against.search(sentence[: date.start]) or (is_past and not is_own):
            yield date.start
        elif date.start >= at.end:
            if _is_of_later(sentence, at, date, others, lang):
                yield date.start
        elif _is_aside(sentence, at, date, others):
            yield date.start


def _of_another_year(ahead: str, behind: str, lang: Language) -> int:
    """Up to where the dates of a sentence are not those of a number, that is of another time."""
    told = [m for m in lang.year_before.finditer(ahead) if not _SIDE.search(ahead, m.end())]
    if told and not re.search(r"\d", ahead[told[-1].end() :]):
        return told[-1].end()
    is_other = re.match(rf"{_FEW}(?:{lang.year_before.pattern}){_THEN}", behind, re.IGNORECASE)
    is_compared = lang.against.search(ahead) and _ENDED.match(behind)
    return len(ahead) if is_other or is_compared else 0


def _is_first_level(ahead: str, behind: str, lang: Language) -> bool:
    """Whether a number is the one from which something rises or falls."""
    is_change = not lang.change.isdisjoint(words(ahead + behind))
    is_to = any(map(lang.level.search, (ahead, behind))) or lang.against.search(ahead)
    return bool(_FROM.search(ahead) and is_change and is_to)


def _is_of_later(
    sentence: str, at: Numeral, date: Numeral, others: list[Numeral], lang: Language
) -> bool:
    """Whether a date behind a number is of one that follows it."""
    between = sentence[at.end : date.start]
    later = [n for n in others if n.start >= at.end]
    following = next((n for n in later if n.start >= date.end), None)
    if following and _COLON.fullmatch(sentence[date.end : following.start]):
        return True
    if any(n.end <= date.start and lang.against.search(sentence[: n.start]) for n in later):
        return True
    *_, begun = [0, *(match.end() for match in _SIDE.finditer(between))]
    if begun and ")" not in between[begun:]:
        end = re.compile(r"[;)]|$").search(sentence, date.end)
        part = range(at.end + begun, end.start() if end else len(sentence))
        return any(n.start in part for n in later)
    *_, begun = [0, *(match.end() for match in BREAK.finditer(between))]
    is_ahead = begun and set(words(between[begun:])) <= lang.years.in_
    return bool(is_ahead and following) and not BREAK.search(
        sentence, date.end, following.start if following else 0
    )


def _is_aside(sentence: str, at: Numeral, date: Numeral, others: list[Numeral]) -> bool:
    """Whether a date stands between brackets with another number, before this one."""
    begun, end = sentence.rfind("(", 0, date.start), sentence.find(")", date.end, at.start)
    is_within = begun >= 0 and end > 0 and ")" not in sentence[begun : date.start]
    return is_within and any(n.start in range(begun, end) for n in others)
