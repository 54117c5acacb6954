"""What a number of a text is beside a figure that it may be: the same, rounded, another."""

import re
from fractions import Fraction

from kic.dataset.page.exactness import readings
from kic.dataset.page.language import language
from kic.dataset.page.numerals import numerals
from kic.dataset.page.running_text import Told
from kic.model import SOUND, Qualifier, Record, Verdict
from kic.model.interval import exact

_CLOSE = Fraction(1, 20)  # of a number that is rounded without a word, at most
_LOOSE = Fraction(1, 5)  # of one that is put as about so many
_SIZE = 3  # times as large: more is another size
_DIGITS = 9  # behind the point, at most; a third has no last one
_QUOTED = "> "  # before a line, or a bound
_TELLING = 3  # digits, without the zeros at the end: hardly the same by chance
_TO_THE_DIGIT = 100  # steps: a bound of so many is meant as it stands

_MORE = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}
_LESS = {Qualifier.AT_MOST, Qualifier.LESS_THAN}
_STRICT = {Qualifier.MORE_THAN, Qualifier.LESS_THAN}
_BEYOND = {*_STRICT, Qualifier.ALMOST}  # not the number itself
_LOOSELY = {Qualifier.ABOUT, Qualifier.ESTIMATE}
_FIRM = {Qualifier.EXACT, Qualifier.ROUNDED, Qualifier.RANGE}
_FOLLOWS: dict[Qualifier | None, set[Qualifier]] = {  # how the same number may be put as well
    Qualifier.AT_LEAST: {Qualifier.AT_LEAST},
    Qualifier.MORE_THAN: _MORE,
    Qualifier.AT_MOST: {Qualifier.AT_MOST},
    Qualifier.LESS_THAN: _LESS,
    Qualifier.ALMOST: {Qualifier.ALMOST, *_LESS, *_MORE},
    Qualifier.ABOUT: {Qualifier.ROUNDED, *_LOOSELY},
    Qualifier.ESTIMATE: {Qualifier.ROUNDED, *_LOOSELY},
}


def verdict_on(told: Told, record: Record) -> Verdict | None:
    """What a number is, taken as the one of a figure; None where it may be right or wrong."""
    verdict = _verdict(told, record)
    is_quoted = told.ahead.strip() == _QUOTED.strip() and verdict is Verdict.DIFFERS
    return None if is_quoted or (verdict in SOUND and _is_too_precise(told, record)) else verdict


def _is_too_precise(told: Told, record: Record) -> bool:
    """Whether a number that may be rounded is told as the precise one, as no source says."""
    is_round = any(_step(exact(n)) > 1 for n in told.reading.numeral.numbers)
    is_said = told.lang.precise.search(told.widening[0])
    printed = language(record.lang).precise.search(record.as_printed or "")
    return bool(is_round and is_said and not printed)


def _verdict(told: Told, record: Record) -> Verdict | None:
    """The same, however precise the number is said to be."""
    if told.reading.seen in told.lang.to or told.ahead == _QUOTED:  # "up to" it
        return None
    numbers = [exact(n) for n in told.reading.numeral.numbers]
    printed = [exact(n) for n in record.stated]
    said, meant = told.qualifier, record.qualifier
    if not printed:
        return Verdict.NONE_KNOWN
    if (numbers[0] < 0) != (printed[0] < 0):  # a sign may be told in words, or be a dash
        return None
    if numbers == printed:
        return _on_the_same(told, record)
    revised = filter(record.has_revised, record.earlier)
    same = (e for e in revised if numbers == [*map(exact, e.stated)])
    if any(_on_the_same(told, earlier) is Verdict.MATCHES for earlier in same):
        return Verdict.REVISED
    side = _side(said, numbers)
    misprint = numerals(record.as_printed or "", language(record.lang))
    if record.correction and [told.reading.numeral.numbers] == [n.numbers for n in misprint]:
        return Verdict.CORRECTED
    low, high = _span(said or Qualifier.ABOUT, numbers)
    least, most = (min(printed), max(printed)) if meant in _FIRM else _span(meant, printed)
    if meant in (Qualifier.LESS_THAN, Qualifier.AT_MOST):
        least = Fraction(0)
    is_endless = meant in _MORE and not _is_amply(record)
    nearest = min(abs(least), abs(most))
    nearly = max((1 - _LOOSE) * abs(numbers[0]), abs(numbers[0]) - _step(numbers[0]) / 2)
    is_far = said is Qualifier.ALMOST and nearest < nearly
    is_above = meant in _MORE and (said in _LESS or len(numbers) > 1)  # as no source says
    is_end = len(numbers) > len(printed) and printed[0] in numbers  # of a range that begins there
    is_open = is_far or is_above or is_end or (is_endless and side <= 0)
    if low <= least and most <= high and not is_open:
        return Verdict.ROUNDED if _is_narrow(said, numbers, least, most) else None
    is_true = (side > 0 and least >= high) or (side < 0 and most <= low)
    is_loose = is_true and max(numbers) < _TO_THE_DIGIT * _step(max(numbers))
    is_apart = least > high or (most < low and not is_endless)
    return Verdict.DIFFERS if is_apart and not is_loose else None


def _is_narrow(
    said: Qualifier | None, numbers: list[Fraction], least: Fraction, most: Fraction
) -> bool:
    """Whether a bound or range lies as near to a figure as a rounded number does."""
    away = max(least - min(numbers), max(numbers) - most)
    is_wide = said in _MORE | _LESS or len(numbers) > 1
    largest = max(abs(number) for number in numbers)
    return not is_wide or away <= max(Fraction(1), _LOOSE * largest)


def _on_the_same(told: Told, record: Record) -> Verdict | None:
    """What the very number of a figure is, by how exactly both put it.

    It matches where what the text says of it follows from what the source says.
    """
    said, meant = told.qualifier, record.qualifier
    numbers = [*map(exact, record.stated)]
    side = _side(said, numbers)
    is_opposed = side * _side(meant, numbers) < 0
    than = told.lang.than.search(told.sentence[: told.start])
    is_compared = bool(than and than["the"])
    is_plain = told.reading.qualifier is Qualifier.EXACT and _step(numbers[0]) == 1
    is_excluded = said in _STRICT if meant is Qualifier.EXACT else meant in _STRICT and is_plain
    if is_excluded and not is_compared:
        return Verdict.DIFFERS
    if is_opposed and not _BEYOND.isdisjoint((said, meant)):
        return Verdict.DIFFERS
    if (said, meant) == (Qualifier.EXACT, Qualifier.ROUNDED):
        return Verdict.MATCHES if _is_printed_plainly(record) else Verdict.LOST_QUALIFIER
    if meant in _FIRM:
        is_estimate = said is Qualifier.ESTIMATE and meant is Qualifier.EXACT
        return None if side or is_compared or is_estimate else Verdict.MATCHES
    if said is None or is_compared:
        return None
    follows = _MORE if _is_amply(record) else _FOLLOWS[meant]
    return Verdict.MATCHES if said in follows else Verdict.LOST_QUALIFIER


def _is_printed_plainly(record: Record) -> bool:
    """Whether a source only rounds a number by its scale, as "148,6 miljoen"."""
    read = readings(record.as_printed or "", language(record.lang))
    return any(r.numeral.scale > 1 and r.qualifier is Qualifier.EXACT for r in read)


def _is_amply(record: Record) -> bool:
    """Whether a source puts a number as a little more than it, as "ruim 18.000"."""
    is_from = record.qualifier is Qualifier.AT_LEAST
    return is_from and bool(language(record.lang).amply.search(record.as_printed or ""))


def is_telling(told: Told) -> bool:
    """Whether a number is so long that another is hardly the same by chance."""
    return len(re.sub(r"\D", "", told.written).rstrip("0")) >= _TELLING


def has_digits_of(told: Told, record: Record) -> bool:
    """Whether a number has the digits of a figure in another order."""
    several = (told.reading.numeral.numbers[:1], [*record.stated][:1])
    digits = [[sorted(str(abs(exact(n))).strip("0")) for n in numbers] for numbers in several]
    return digits[0] == digits[1] != []


def is_near(told: Told, record: Record) -> bool:
    """Whether a number is of the size of a figure, or has its digits in another order.

    One of another size is likely a number of something else.
    """
    sizes = sorted(abs(exact(n)) for n in (told.reading.numeral.numbers[0], record.stated[0]))
    is_slip = has_digits_of(told, record) and sizes[1] <= 10 * sizes[0]
    return sizes[1] <= _SIZE * sizes[0] or is_slip


def _span(qualifier: Qualifier | None, numbers: list[Fraction]) -> tuple[Fraction, Fraction]:
    """From where to where a number may lie that is put so."""
    first, last = min(numbers), max(numbers)
    step = _step(first)
    if side := _side(qualifier, numbers):
        reach = max(step, abs(first) / 10) if step < 1 else step  # "ruim 2,5" may be 2.75
        return (first, last + reach) if side == 1 else (first - reach, last)
    part = 0 if first != last else _CLOSE if qualifier in _FIRM else _LOOSE
    # Written to the unit or finer it is rounded there; who writes 300 may mean 289.
    around = step / 2 if 0 < step <= 1 else min(step / 2, abs(first) * part)
    return first - around, last + around


def _side(qualifier: Qualifier | None, numbers: list[Fraction]) -> int:
    """Whether what is put so lies above its number (1), below it (-1) or neither (0)."""
    is_more, is_less = qualifier in _MORE, qualifier in _LESS
    if qualifier is Qualifier.ALMOST:  # nearer to zero
        is_more = max(numbers) < 0
        is_less = not is_more
    return is_more - is_less


def _step(number: Fraction) -> Fraction:
    """What a number is a multiple of, as it is written: 1000 of 31000, a tenth of 7.9."""
    if number.denominator == 1:
        zeros = len(str(number)) - len(str(number).rstrip("0")) if number else 0
        return Fraction(10**zeros)
    steps = (Fraction(1, 10**digits) for digits in range(1, _DIGITS))
    return next((step for step in steps if (number / step).denominator == 1), abs(number) / 10)
