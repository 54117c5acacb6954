"""The dates in a text: days, months and years, and what is told of between two of them."""

import re
from calendar import monthrange
from collections.abc import Iterator

from kic.dataset.page.language import Language
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.patterns import FAR, STOP, WORD, YEAR
from kic.dataset.page.phrases import words
from kic.dataset.page.year_parts import SOME_TIME, part_of_year
from kic.dataset.page.years import counts, years

_SPAN = re.compile(rf"(?<![\d.,])({YEAR})\s?[-–/]\s?({YEAR}|\d\d)(?![\d.,]*\d)")
_SHORT = re.compile(r"(?:(?<!\A)(?<![.:;]\s)['‘]|’)(\d\d)(?!\d|[.,]\d)")  # no opened quotation
_PARTS = {  # of a year, by their first and last month
    **{(3 * n - 2, 3 * n): f"Q{n}" for n in range(1, 5)},
    **{(6 * n - 5, 6 * n): f"S{n}" for n in (1, 2)},
    (1, 12): "",
}


def dates(text: str, lang: Language) -> Iterator[Numeral]:
    """Days, months with a year, two years that stand together, and years cut short."""
    for match in lang.dates.finditer(text):
        if match["day"] and match.end() == match.end("day") and counts(text, match, lang):
            continue  # "Since May 15 children", but "on May 15"
        month, day = _in_year(match[0], lang)
        written = map(int, re.findall(YEAR, match[0]))
        yield _date(match, *written)._replace(month=month, day=day)
    uncertain = set()
    for found in years(text, lang):
        for start, end in found.spans:
            year = int(text[start:end])
            part = part_of_year(text, start, end, lang)
            date = Numeral(start, end, "date", (year,), frozenset((year,)), part=part)
            if found.meant != "year":
                uncertain.add(start)
            if found.meant != "number":
                yield date._replace(kind="date" if found.meant == "year" else "number")
    for match in _SPAN.finditer(text):
        if match.start() in uncertain:
            continue
        first = int(match[1])
        last = int(match[2]) if len(match[2]) == 4 else first - first % 100 + int(match[2])
        span = _date(match, first, last if last >= first else last + 100)
        before = text[max(match.start() - 20, 0) : match.start()]
        named = lang.school.search(before)
        span = span._replace(is_one=len(match[2]) == 2 or named is not None)
        is_other = named and named["other"]  # as a financial year, which begins in no August
        yield span._replace(part=SOME_TIME) if is_other else span
    for span in _between(text, lang):
        if uncertain.isdisjoint(range(span.start, span.end)):
            yield span
    yield from _months(text, lang)
    for match in _SHORT.finditer(text):
        year = int(match[1])
        date = _date(match, year + (1900 if year >= 50 else 2000))  # the fifties are past
        yield date._replace(part=part_of_year(text, *match.span(), lang))


def _between(text: str, lang: Language) -> Iterator[Numeral]:
    """Two years between which something is told of, as one date.

    They are two where the sentence tells from what, or to what, something rises or falls.
    """
    for match in lang.between_years.finditer(text):
        start = max(match.start("between"), match.start("from"))
        if not _is_moving(text, match, lang):
            years_ = frozenset(map(int, re.findall(YEAR, match[0])))
            yield Numeral(start, match.end(), "date", (), years_)


def _months(text: str, lang: Language) -> Iterator[Numeral]:
    """Two months, or days of them, between which something is told of, in the same way."""
    for match in lang.between_months.finditer(text):
        is_day = match["year1"] or match["day1"] or match["behind1"]
        is_of_each = match["and"] and is_day and not match["between"]
        if not (is_of_each or _is_moving(text, match, lang)):
            years_ = frozenset(map(int, filter(None, (match["year1"], match["year2"]))))
            part = _of_months(match, lang) if len(years_) == 1 else SOME_TIME
            yield Numeral(*match.span(), "date", (), years_, part=part)


def _is_moving(text: str, match: re.Match[str], lang: Language) -> bool:
    """Whether a sentence tells of a rise or fall, and a number that it leads from or to."""
    before = text[max(match.start() - FAR, 0) : match.start()]
    after = text[match.end() : match.end() + FAR]
    sentence = f"{STOP.split(before)[-1]} {STOP.split(after)[0]}"
    there, levels = frozenset(words(sentence)), len(lang.level.findall(sentence))
    is_led = levels > 1 and not lang.change.isdisjoint(there)  # "it doubled from 24 to 59"
    return is_led or (levels > 0 and not (lang.rise | lang.fall).isdisjoint(there))


def _of_months(match: re.Match[str], lang: Language) -> str:
    """The part of a year that is all of some months: a quarter, a half, or nothing for all."""
    first, last = (lang.months.get(match[f"month{n}"].lower().rstrip("."), 0) for n in (1, 2))
    days = [match[f"day{n}"] or match[f"behind{n}"] for n in (1, 2)]
    begins, ends = (int(re.sub(r"\D", "", day)) if day else 0 for day in days)
    is_whole = begins <= 1 and last and ends in (0, monthrange(int(match["year2"]), last)[1])
    return _PARTS.get((first, last), SOME_TIME) if is_whole else SOME_TIME


def _in_year(written: str, lang: Language) -> tuple[int, int]:
    """The month and the day of a date; 0 for what is not written."""
    rest = re.sub(YEAR, " ", written)
    named = [lang.months[w.lower()] for w in re.findall(WORD, rest) if w.lower() in lang.months]
    digits = [int(number) for number in re.findall(r"\d+", rest)]
    if not named and len(digits) == 2:  # 30-11-2021, or 2021-11-30
        named = [digits.pop(0 if written[:4].isdecimal() else 1)]
    return named[0] if named else 0, digits[0] if digits else 0


def _date(match: re.Match[str], *years: int) -> Numeral:
    return Numeral(*match.span(), "date", (), frozenset(years))
