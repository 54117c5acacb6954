"""Whether a figure is of the time that a text tells of."""

import re
from collections.abc import Iterable

from kic.dataset.page.language import YEARS
from kic.dataset.page.running_text import Told
from kic.model import Measure, Record
from kic.query.verdict import has_digits_of, is_telling


def is_of(dates: set[str], record: Record) -> bool:
    """Whether dates are the very period of a figure: each year of it, or the first and last."""
    period = record.period
    first, last = period.start.year, period.end.year
    ends, each = {str(first), str(last)}, {str(year) for year in range(first, last + 1)}
    is_total = period.kind.startswith("years") and dates in (ends, each)
    return is_total or (len(dates) == 1 and dates <= _times_of(record))


def is_then(told: Told, record: Record) -> bool:
    """Whether a figure may be of the year that a text tells of."""
    return not told.is_dated or not record.period.known or _is_in(told, record)


def is_still_then(told: Told, record: Record) -> bool:
    """Whether a figure may be of the time told of before, where its sentence has no year.

    Of one without a year nobody knows that it is of now.
    """
    if not record.period.known:
        return not told.lang.clauses.now.search(told.sentence)
    if YEARS.search(told.sentence):
        return True
    if told.dates:
        return _is_in(told, record)
    return not told.lang.other_year.search(told.ahead)


def is_told_then(told: Told, record: Record) -> bool:
    """Whether a figure is of a date that a text tells of, or within it, where it tells of one.

    Of what is told before its sentence that is the year alone.
    """
    if not (told.dates and record.period.known):
        return not told.is_dated
    if not YEARS.search(told.sentence):
        return _is_in(told, record)
    return any(time.startswith(date) for time in _times_of(record) for date in told.dates)


def is_in_step(told: Told, record: Record, others: Iterable[Told]) -> bool:
    """Whether a figure is of the time that "a year earlier", or "at year end", puts a number in.

    That is counted from the one year of its sentence; where there is none, no figure is, nor is
    the figure of a number without a year that one of the ``others`` is told to be a year from.
    """
    step, years = _beside_year(told), {*YEARS.findall(told.sentence)}
    is_at_end = told.lang.year_end.search(f"{told.head} . {told.around} . {told.aside}")
    if is_at_end and record.measure is not Measure.END_OF_PERIOD:
        return False
    if not step:
        return bool(told.dates) or not any(map(_beside_year, others))
    if len(years) != 1 or not step.lastgroup or not record.period.known:
        return False
    year = int(years.pop()) + (1 if step["after"] else -1)
    return record.period.start.year <= year <= record.period.end.year


def _beside_year(told: Told) -> re.Match[str] | None:
    """What puts a number in another year than its sentence: before it, or in its clause."""
    lang, behind = told.lang, told.around[len(told.ahead) + len(told.written) :]
    dated = max((year.end() for year in YEARS.finditer(told.ahead)), default=0)
    sides = ((told.ahead[dated:], [lang.than]), (behind, [lang.than, lang.compared_with]))
    for text, compared in sides:
        found = lang.beside_year.search(text)
        before = text[: found.start()] if found else ""
        is_clause = text is not behind or not lang.clauses.breaks.search(before)
        if found and is_clause and not any(words.search(before) for words in compared):
            return found
    return None


def _is_in(told: Told, record: Record) -> bool:
    """Whether a year that is told of is one of the period of a figure."""
    years = {int(year) for date in told.dates for year in re.findall(r"\b\d{4}\b", date)}
    return any(record.period.start.year <= year <= record.period.end.year for year in years)


def is_comparable(told: Told, record: Record, is_about_it: bool) -> bool:
    """Whether a figure is of the very time that a text tells of, as far as it does."""
    if not record.period.known:
        return not told.is_dated or not record.interval.known
    if told.dates:
        return not told.dates.isdisjoint(_times_of(record))
    return is_about_it and not told.lang.other_year.search(told.clause)


def _times_of(record: Record) -> set[str]:
    """How a text may date a figure: by its period, or by the end of it."""
    is_end = record.measure is Measure.END_OF_PERIOD and record.period.known
    texts = {record.period.text, record.period.text.removesuffix(" school")}
    return texts | ({record.period.end.isoformat()} if is_end else set())


def is_counted_otherwise(told: Told, record: Record) -> bool:
    """Whether one may tell of a day and the other of a year: more in all than on one day."""
    is_less = told.reading.numeral.numbers[-1] < max(record.stated, default=0)
    if is_telling(told) and has_digits_of(told, record):
        return False
    is_of_day = bool(told.lang.state.search(told.clause)) or "-" in "".join(told.dates)
    if record.measure is Measure.END_OF_PERIOD:
        return not is_less and not is_of_day
    return (
        record.measure in (Measure.EVER_IN_PERIOD, Measure.UNSPECIFIED) and is_less and is_of_day
    )
