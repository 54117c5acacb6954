"""Where a number becomes text: typed cells as the words and digits people read."""

from math import ceil, floor

from kic.formats import Style
from kic.model import Lang, Period, Qualifier, Record, Text
from kic.model.digits import Rounding, half_up, number
from kic.model.interval import Interval, Number, exact, magnitude
from kic.model.safe import visible
from kic.model.sentences import sentence
from kic.model.wording import REASON, TALLY, TREND, UNCLEAR, UNKNOWN_PERIOD
from kic.query.grid import GridCell
from kic.query.ratio import Ratio
from kic.table import Area, Bar, Cell, Delta, Marks, Quote, Several

# A space that keeps a phrase as "ruim 397.000" on one line.
NBSP = "\u00a0"


def say(words: Text, lang: Lang) -> str:
    """The text in one of its languages, on one line in which nothing acts."""
    return visible(words.nl if lang == "nl" else words.en)


def cell(content: Cell, style: Style) -> str:
    """A cell on one line; a tally in words, for those who do not see its signs."""
    if isinstance(content, GridCell):
        counts = (f"{count} {say(TALLY[code], style.lang)}" for code, count in content.counts)
        return say(content.silence, style.lang) if content.silence else ", ".join(counts)
    return (", " if isinstance(content, Several) else " ").join(lines(content, style))


def lines(content: Cell, style: Style) -> list[str]:
    """A cell as the lines it has by its nature: a number, and its direction below it."""
    lang = style.lang
    match content:
        case None | Bar():
            return [""]
        case Record():
            trend = [f"({say(TREND[content.trend], lang)})"] if content.trend else []
            return [_amount(content, lang), *trend]
        case Delta():
            unclear = [f"({say(UNCLEAR, lang)})"] if content.unclear else []
            return [_delta(content, lang), *unclear]
        case Ratio():
            return [_rate(content, lang)]
        case Marks():
            return [" ".join([*content.codes, *map(str, content.notes)])]
        case Period():
            return [content.text if content.known else say(UNKNOWN_PERIOD, lang)]
        case Text():
            return [say(content, lang)]
        case GridCell():
            return _signs(content, style) or [cell(content, style)]
        case Area():
            return [say(content.label, lang)]
        case Several():
            return [say(words, lang) for words in content.texts]
        case Quote():
            return [f'"{visible(content.words)}"']
        case int() | float():
            return [number(content, lang)]
        case str():
            return [visible(content)]


_QUALIFIED: dict[Qualifier | None, str] = {  # the sentences of numbers that are not exact
    Qualifier.AT_LEAST: "number_over",
    Qualifier.ESTIMATE: "number_about",
    Qualifier.ROUNDED: "number_rounded",
}


def _amount(record: Record, lang: Lang) -> str:
    """A number with what is said of its exactness, or what stands in its place."""
    value, _, upper = record.interval
    if record.words:
        return f'"{say(record.words, lang)}"'
    if value is None and upper is not None:
        return f"<{NBSP}{number(upper, lang)}"
    if value is None:
        return say(REASON[record.reason], lang) if record.reason else ""
    written, key = number(value, lang), _QUALIFIED.get(record.qualifier)
    return say(sentence(key, number=written), lang) if key else written


def _rate(ratio: Ratio, lang: Lang) -> str:
    """A rate or share: the number, and the range in which it lies; or the one bound it has."""
    interval = ratio.interval
    sizes = [abs(exact(n)) for n in interval if n]
    # Two digits of the smallest bound that is not zero show.
    decimals = max(1 - magnitude(min(sizes)), 1) if sizes else 1
    if (interval.value, interval.lower) == (None, 0):  # it is never below zero anyway
        interval = interval._replace(lower=None)
    return _bounded(interval, lang, decimals, percent=ratio.is_share)


def _delta(delta: Delta, lang: Lang) -> str:
    """A difference with its sign."""
    percent = delta.kind == "percent"
    phrase = _bounded(delta.interval, lang, 1 if percent else None, percent=percent, signed=True)
    if phrase and delta.kind == "points":
        phrase = say(sentence("number_points", number=phrase), lang)
    if phrase and delta.base is not None:
        base = _amount(delta.base, lang)
        return say(sentence("number_of", number=phrase, base=base), lang)
    return phrase


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
    """

    def digits(value: Number, rounding: Rounding) -> str:
        written = number(value, lang, decimals=decimals, rounding=rounding)
        plus = "+" if signed and value > 0 and written.strip("0.,") else ""  # none before a zero
        return f"{plus}{written}{f'{NBSP}%' if percent else ''}"

    value, low, high = interval
    if low is not None and high is not None:
        if exact(low) == exact(high):
            return digits(low, half_up)
        bounds = sentence("number_range", low=digits(low, floor), high=digits(high, ceil))
        phrase = say(bounds, lang)
        return phrase if value is None else f"{digits(value, half_up)}{NBSP}({phrase})"
    if low is not None:
        return say(sentence("number_at_least", number=digits(low, floor)), lang)
    if high is not None:
        return say(sentence("number_at_most", number=digits(high, ceil)), lang)
    if value is not None:
        return say(sentence("number_about", number=digits(value, half_up)), lang)
    return ""


_SIGNS = {
    "with_number": "●",
    "in_words": "≈",
    "not_national": "○",
    "incomplete": "◐",
    "unavailable": "×",
    "unclear": "?",
    "concluded": "∴",
}
_MOST_SIGNS = 16
_ASCII_SIGNS = dict(zip(_SIGNS, "#~o+x?*", strict=True))


def signs(style: Style) -> dict[str, str]:
    """The signs of a tally, by its codes."""
    return _ASCII_SIGNS if style.bars == "ascii" else _SIGNS


def _signs(tally: GridCell, style: Style) -> list[str]:
    """A sign for each indicator and their number, a line for each code."""
    return [f"{_repeated(signs(style)[code], count)}{NBSP}{count}" for code, count in tally.counts]


def _repeated(sign: str, count: int) -> str:
    return sign * count if count <= _MOST_SIGNS else f"{sign * 3}...{sign * 3}"
