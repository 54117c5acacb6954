"""The period of a figure against the dates at its place: which of them are its own."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from kic.dataset.page.exactness import readings
from kic.dataset.page.found import Found, Places
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.patterns import YEAR
from kic.dataset.page.running_text import Told
from kic.dataset.page.year_headings import dates_in, dates_of, part_over
from kic.dataset.page.year_parts import SOME_TIME, edge_of_year
from kic.model import Figure, Measure, Period, Record
from kic.model.errors import At, Problem, excerpt

_FAR = 60  # characters before a date that tell whether something is compared with it
_MOST = 50  # times that the words of a figure stand at its place
_AT_END = (Measure.END_OF_PERIOD, Measure.TARGET)  # what a year has at its end
_AHEAD = 30  # characters before a day or month that tell whether a time only ends there


def period_problems(record: Record, figure: Figure, at: At, places: Places) -> Iterator[Problem]:
    """The period, where it is said to be printed, against the dates at its place.

    The end of a year is that year only for what says that it is as things stood then.
    """
    found = places.by_locator.get(record.locator or "")
    if found is None or not record.period.known:
        return
    may_be_end = record.period.kind != "year" or record.measure in _AT_END
    message = _message(record, figure, found, has_ends=may_be_end)
    if message and not may_be_end and not _message(record, figure, found, has_ends=True):
        message = (
            f"'{record.as_printed}' is of the end of {record.period}: say "
            'measure = "end_of_period", or else inferred = ["period"]'
        )
    if message:
        yield Problem((*at, "period"), message)


def _message(record: Record, figure: Figure, found: Found, *, has_ends: bool) -> str | None:
    """What is wrong with a period; where it ``has_ends``, that of a year prints that year."""
    place, period, lang = found.place, record.period, found.lang
    is_total = period.kind.startswith("years")

    def dated(text: str, dates: list[Numeral]) -> list[Numeral]:
        parts = {"start": ""} if is_total else {} if has_ends else {"end": SOME_TIME}
        edges = (edge_of_year(date, text, lang) for date in dates)
        return [d._replace(part=parts.get(e, d.part)) for d, e in zip(dates, edges, strict=True)]

    headings = place.headings if place.kind == "cell" else ()
    headed = {h: dated(h, dates_in(h, readings(h, lang), lang)) for h in headings}
    own = [date for dates in headed.values() for date in dates]
    over_it = (*place.headings, *place.above)
    above = [date for h in over_it for date in dated(h, dates_of(readings(h, lang)))]
    # "31 december" over a column "2019" prints both halves of a day.
    is_part = period.kind in ("day", "month") and any(
        d.years == {period.start.year} and not d.month for d in own
    )
    is_day = is_part and any(
        len(dates) > 1 and _has_day(dates, period) for dates in headed.values()
    )
    part = part_over(place, lang)
    over = part if period.kind == "year" and _has(own, period) else ""
    is_read_in = bool(part) and "period" in record.inferred  # a part of the year of its column
    is_read_in &= period.known and any(period.start.year in d.years for d in own)
    is_unclear = any(d.part == SOME_TIME for d in own) and not _has(own, period)
    message = None
    if "period" not in record.inferred and (over or (is_unclear and not is_day)):
        open_ = [heading for heading, dates in headed.items() if dates]
        seen = " and ".join(map(excerpt, filter(None, [*open_, over])))
        message = f'the period of {seen} was not understood: say inferred = ["period"]'
    elif own and not (is_part or is_unclear or is_read_in) and not _has(own, period):
        written = ", ".join(dict.fromkeys(map(_written, own)))
        message = f"{place.locator} is of {written} (found {period})"
    elif "period" in record.inferred:
        return None
    elif place.kind == "cell":
        is_printed = _has(own, period) if own and not is_part else _has(above, period)
        if not (is_printed or (is_part and _has_day(above, period))):
            message = _unprinted(record, figure, above)
    else:
        there = [r.numeral for r in found.readings if r.numeral.kind == "date"]
        message = _in_text(record, figure, found, dated(place.text, there), above)
    return message


def _in_text(
    record: Record, figure: Figure, found: Found, there: list[Numeral], above: list[Numeral]
) -> str | None:
    """What is wrong with the period of a number in a bullet or in running text."""
    period = record.period
    read = found.quoted(record.as_printed or "")
    told = [one for r in read if (one := found.told.get(r.numeral.start))]
    if not _has(above if figure.period_from else there, period):
        return _unprinted(record, figure, above)
    dates = [_unlike_dates(one, period) for one in told]
    other = frozenset().union(*dates) if len(told) == len(read) and all(dates) else ()
    if other:
        return (
            f"'{record.as_printed}' is of {' and '.join(sorted(other))} in its sentence "
            f'(found {period}); if that dates something else, say inferred = ["period"]'
        )
    there = [date for date in there if not _is_bound(date, found)]
    is_of = any(_is_of(one, there, period, found) for one in told[:_MOST])
    if figure.period_from or is_of or (not told and _has(there, period)):
        return None
    return (
        f"'{record.as_printed}' is not plainly of the {period} that stands there: if it is, "
        'say inferred = ["period"]'
    )


def _is_of(told: Told, there: list[Numeral], period: Period, found: Found) -> bool:
    """Whether the dates of a place may make a number one of a period.

    Where its own sentence has dates, these alone do, though they be of another number; and what
    is of another, or compared with, in that sentence is so in any other.  What a later sentence
    dates is the number that it tells.
    """
    begin, end = told.sentence_start, told.sentence_start + len(told.sentence)
    first = bisect_left(there, begin, key=lambda d: d.start)
    last = bisect_left(there, end, first, key=lambda d: d.start)
    is_total = period.kind.startswith("years")
    here = there[first:last]
    mine = [d for d in here if is_total or d.start not in told.others]
    text, compared = found.place.text, found.lang.compared_with
    is_stated = any(not compared.search(text[max(d.start - _FAR, begin) : d.start]) for d in here)
    if not (is_stated or told.is_elsewhen):
        of_others = {d.years for d in here if d not in mine}
        later = (d for d in there[last:] if not found.tells_of_number(d.start))
        mine += [d for d in (*there[:first], *later) if d.years not in of_others]
    return _has(mine, period)


def _is_bound(date: Numeral, found: Found) -> bool:
    """Whether a time only ends or begins at a day or a month, with no word of its other end."""
    ahead = found.place.text[max(date.start - _AHEAD, 0) : date.start]
    bound = found.lang.up_to.search(ahead) if date.month else None
    return bound is not None and not bound["from"]


def _unprinted(record: Record, figure: Figure, above: list[Numeral]) -> str:
    if figure.period_from:
        return f"no heading above {record.locator} prints {record.period}"
    way = 'period_from = "heading"' if _has(above, record.period) else 'inferred = ["period"]'
    return f"the page prints no {record.period} there: say {way}"


def _unlike_dates(told: Told, period: Period) -> frozenset[str]:
    """The dates of a number, where they are certain and none of them is a period."""
    own = frozenset((period.start.year, period.end.year))
    years = frozenset(int(year) for date in told.dates for year in re.findall(YEAR, date))
    if told.is_summed:
        return frozenset() if own >= {min(years), max(years)} else told.dates
    parts = {date.partition("-")[2] for date in told.dates} - {""}
    is_part = not parts or period.kind not in ("quarter", "half_year")
    is_own = (own <= years or years <= own) and (is_part or period.text.partition("-")[2] in parts)
    return told.dates if told.is_dated and told.is_beside_year and not is_own else frozenset()


def _written(date: Numeral) -> str:
    """A date of a heading as it is told of."""
    return "-".join([*map(str, sorted(date.years)), date.part]).rstrip("-")


def _has_day(dates: list[Numeral], period: Period) -> bool:
    """Whether the day and month of a period stand there without a year."""
    there = {(d.month, d.day) for d in dates if not d.years}
    return period.kind == "day" and (period.start.month, period.start.day) in there


def _has(dates: list[Numeral], period: Period) -> bool:
    """Whether one of the dates is that of a period, or several are those of a total.

    A year that is only told of a day, a month, a quarter or a half prints no figure of that year.
    """
    start, end = period.start, period.end
    needed = frozenset((start.year, end.year))
    alone = {
        (year, d.part) for d in dates if len(d.years) == 1 and not d.month for year in d.years
    }
    match period.kind:
        case "day" | "month":
            day = start.day if period.kind == "day" else 0
            return any((d.years, d.month, d.day) == (needed, start.month, day) for d in dates)
        case "school_year":
            return any(d.years == needed and d.part != SOME_TIME for d in dates)
        case "year" | "quarter" | "half_year":
            return (start.year, period.text.partition("-")[2]) in alone
        case _:
            spans = any(d.years == needed and not (d.is_one or d.part) for d in dates)
            return spans or {(year, "") for year in needed} <= alone
