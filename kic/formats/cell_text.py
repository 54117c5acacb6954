"""Where a number becomes text: typed cells as the words and digits people read."""

import re
from collections import Counter
from decimal import Decimal
from math import ceil, floor
from typing import NamedTuple

from kic.formats import Style
from kic.model import Lang, Period, Qualifier, Record, Text, UnitKind
from kic.model.digits import Rounding, digits, half_up, number
from kic.model.interval import Interval, Number, exact, magnitude
from kic.model.safe import visible
from kic.model.sentences import filled, sentence
from kic.model.wording import (
    EXACTNESS,
    FEWER,
    REASON,
    TREND,
    UNCLEAR,
    dating,
    drawn_as,
    tallies,
)
from kic.query.grid import GridCell
from kic.query.ratio import Ratio
from kic.table import (
    Again,
    Amount,
    Bar,
    Cell,
    Delta,
    Missing,
    Phrase,
    Quote,
    Several,
    When,
)

# A space that keeps a phrase as "ruim 397.000" on one line.
NBSP = "\u00a0"


def say(words: Text, lang: Lang) -> str:
    """The text in one of its languages, on one line in which nothing acts."""
    return visible(words.of(lang))


def cell(content: Cell, style: Style) -> str:
    """A cell on one line."""
    lang = style.lang
    match content:
        case None | Bar():
            return ""
        case Record():
            return _number(content, lang)
        case Amount():
            return " ".join(filter(None, amount(content, lang)))
        case When(record=record):
            period = say(dating(record), lang)
            return f"({period})" if "period" in record.inferred else period
        case Delta():
            unclear = f" ({say(UNCLEAR, lang)})" if content.unclear else ""
            return f"{_delta(content, lang)}{unclear}"
        case Ratio():
            return _rate(content, lang)
        case Period():
            return say(content.words, lang)
        case Text():
            return say(content, lang)
        case Missing():
            return cell(content.words, style)
        case Again():
            return cell(content.full, style)
        case Several():
            return content.separator.join(cell(part, style) for part in content.cells)
        case Phrase():
            return filled(content.key, lang, {k: cell(v, style) for k, v in content.blanks})
        case Quote():
            shown = f'"{visible(content.words)}"'
            translated = lang != content.lang and content.translation
            return f"{shown} ({visible(translated)})" if translated else shown
        case GridCell():
            return ", ".join(tally(content, lang))
        case int() | float():
            return number(content, lang)
        case str():
            return visible(content)


def amount(content: Amount, lang: Lang) -> tuple[str, str]:
    """A number and its unit; or what stands in its place, and no unit."""
    record = content.record
    unit = record.links.unit
    counted = record.words and record.unit_kind is UnitKind.COUNT  # as "hundreds of children"
    if unit and (record.interval.known or counted):
        return _number(record, lang), say(unit.label, lang)
    return _number(record, lang), ""


class InDigits(NamedTuple):
    """A number of which people read the digits and nothing else, but for a sign of its kind."""

    digits: Decimal
    percent: bool = False
    signed: bool = False


def in_digits(content: Cell) -> InDigits | None:
    """The number of a cell that is known exactly; none where words say what is known of it."""
    decimals: int | None
    match content:
        case int() | float():
            return InDigits(digits(content))
        case Again():
            return in_digits(content.full)
        case Record(qualifier=Qualifier.EXACT, words=None, value=int() | float() as value):
            return InDigits(digits(value))
        case Ratio(interval=Interval(value=int() | float() as value) as interval):
            percent, signed, decimals = content.is_share, False, _ratio_decimals(content)
        case Delta(
            interval=Interval(value=int() | float() as value) as interval,
            kind="absolute" | "percent" as kind,
            unclear=False,
            base=None,
        ):
            percent, signed = kind == "percent", content.signed
            decimals = _percent_decimals(interval) if percent else None
        case _:
            return None
    return InDigits(digits(value, decimals), percent, signed) if interval.exactly else None


def tally(content: GridCell, lang: Lang) -> list[str]:
    """How much is known of each kind, and not known, in words."""
    if content.silence:
        return [say(content.silence, lang)]
    meanings = tallies(content.by)
    return [f"{count} {say(meanings[code], lang)}" for code, count in content.counts]


def signs_of(content: GridCell, style: Style) -> list[str]:
    """A sign for each thing that is known or not, and their number, a line for each kind."""
    grouped = Counter[str]()
    for code, count in content.counts:
        grouped[signs(style)[drawn_as(code)]] += count
    return [f"{_repeated(sign, n)}{NBSP}{n}" for sign, n in grouped.items()]


def _number(record: Record, lang: Lang) -> str:
    """A number with what is said of its exactness, or what stands in its place."""
    if record.trend and not record.words and not record.interval.known:
        return say(TREND[record.trend], lang)
    return quantity(record, lang)


def quantity(record: Record, lang: Lang) -> str:
    """A number with what is said of its exactness, or the word or reason in its place."""
    value, low, high = record.interval
    if record.words:
        return f'"{say(record.words, lang)}"'
    if not record.interval.known:
        return say(REASON[record.reason], lang) if record.reason else ""
    if record.qualifier is Qualifier.RANGE:
        return _range(number(low or 0, lang), number(high or 0, lang), lang)
    bound = low if record.qualifier is Qualifier.MORE_THAN else high
    written = number(bound or 0 if value is None else value, lang)
    how = _exactness(record, lang)
    return f"{how}{NBSP}{written}" if how else written


def _exactness(record: Record, lang: Lang) -> str:
    """How exact a number is: in the words of the page where these are known."""
    if record.qualifier not in EXACTNESS:
        return ""
    known, printed = EXACTNESS[record.qualifier], (record.as_printed or "").casefold()
    layout = record.links.source.layout
    page = layout.lang if layout else None
    found = {say(words, lang) for words in known if _has(printed, words, page)}
    few = record.qualifier is Qualifier.LESS_THAN and record.unit_kind is UnitKind.COUNT
    usual = say(FEWER if few else known[0], lang)
    return (found.pop() if len(found) == 1 else usual).replace(" ", NBSP)


def _has(printed: str, words: Text, page: Lang | None) -> bool:
    """Whether words of exactness are printed, in the language of the page if that is known.

    Where it is not, "over" may be a Dutch word of another meaning; it translates "ruim", but in
    English it says more than that.
    """
    told = words.both if page is None else (words.of(page),)
    return any(
        re.search(rf"(?<!\w){re.escape(word)}(?!\w)", printed)
        for word in told
        if word != "over" or (page and words.nl != "ruim")
    )


def _range(low: str, high: str, lang: Lang) -> str:
    return say(sentence("number_range", low=low, high=high), lang)


def _rate(ratio: Ratio, lang: Lang) -> str:
    """A rate or share: the number, and the range in which it lies; or the one bound it has."""
    interval = ratio.interval
    decimals = _ratio_decimals(ratio)
    if (interval.value, interval.lower) == (None, 0):  # it is never below zero anyway
        interval = interval._replace(lower=None)
    return _bounded(interval, lang, decimals, percent=ratio.is_share)


def _ratio_decimals(ratio: Ratio) -> int:
    """As many that two digits of the smallest bound show that is not zero; a share is not all."""
    sizes = [abs(exact(n)) for n in ratio.interval if n]
    of_bound = max(1 - magnitude(min(sizes)), 1) if sizes else 1
    return max(of_bound, _decimals_short_of_all(ratio.interval)) if ratio.is_share else of_bound


def _decimals_short_of_all(interval: Interval) -> int:
    """One, or as many as show that a percentage which is known exactly is not quite 100."""
    if not interval.exactly or interval.value is None:
        return 1
    apart = abs(abs(exact(interval.value)) - 100)
    return max(-magnitude(apart), 1) if apart else 1


def _delta(delta: Delta, lang: Lang) -> str:
    """A difference with its sign."""
    percent = delta.kind == "percent"
    decimals = _percent_decimals(delta.interval) if percent else None
    phrase = _bounded(delta.interval, lang, decimals, percent=percent, signed=delta.signed)
    if phrase and delta.kind == "points":
        phrase = say(sentence("number_points", number=phrase), lang)
    if phrase and delta.base is not None:
        base = _number(delta.base, lang)
        return say(sentence("number_of", number=phrase, base=base), lang)
    return phrase


def _percent_decimals(interval: Interval) -> int:
    """One, or as many as show that a change which is known exactly is not nothing."""
    if not interval.exactly or not interval.value or digits(interval.value, 1):
        return _decimals_short_of_all(interval)
    return -magnitude(abs(exact(interval.value)))


def _bounded(
    interval: Interval,
    lang: Lang,
    decimals: int | None,
    *,
    percent: bool,
    signed: bool = False,
) -> str:
    """A number no more precise than it is, its bounds rounded away from each other.

    One number, a number with its range, a range, one bound, or an estimate without bounds.
    A fall of "at most -420" would be read as one of no more than 420: it is "-420 or lower".
    """

    def digits(value: Number, rounding: Rounding) -> str:
        written = number(value, lang, decimals=decimals, rounding=rounding)
        plus = "+" if signed and value > 0 and written.strip("0.,") else ""  # none before a zero
        return f"{plus}{written}{'%' if percent else ''}"

    value, low, high = interval
    if low is not None and high is not None:
        if not any(exact(n) % 1 for n in interval if n is not None):
            decimals = decimals or 0  # -990.0 of bounds that have halves
        if exact(low) == exact(high):
            return digits(low, half_up)
        phrase = _range(digits(low, floor), digits(high, ceil), lang)
        return phrase if value is None else f"{digits(value, half_up)}{NBSP}({phrase})"
    if low is not None:
        key = "number_at_least" if low >= 0 else "number_or_higher"
        return say(sentence(key, number=digits(low, floor)), lang)
    if high is not None:
        key = "number_at_most" if high >= 0 else "number_or_lower"
        return say(sentence(key, number=digits(high, ceil)), lang)
    if value is not None:
        return say(sentence("number_about", number=digits(value, half_up)), lang)
    return ""


_MOST_SIGNS = 16
_SIGNS = {
    "with_number": "\u25a0",
    "in_words": "\u25a1",
    "not_national": "\u25a8",
    "unavailable": "\u00d7",
}
_ASCII_SIGNS = {"with_number": "#", "in_words": "o", "not_national": "/", "unavailable": "x"}


def signs(style: Style) -> dict[str, str]:
    """The signs of a tally, by the codes that they are drawn for."""
    return _ASCII_SIGNS if style.bars == "ascii" else _SIGNS


def _repeated(sign: str, count: int) -> str:
    return sign * count if count <= _MOST_SIGNS else f"{sign * 3}...{sign * 3}"
