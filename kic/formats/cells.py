"""Typed cells as the words and digits people read, in Dutch or in English."""

from collections.abc import Callable, Iterable
from math import ceil, floor
from typing import NamedTuple
from unicodedata import combining, normalize

from kic.formats import Style
from kic.model import Lang, Period, Qualifier, Text
from kic.model.digits import Rounding, half_up, number
from kic.model.interval import Interval, Number, exact, magnitude
from kic.model.safe import visible
from kic.model.wording import REASON, TALLY, TREND, UNCLEAR, UNKNOWN_PERIOD
from kic.table import Area, Bar, Cell, Delta, Level, Marks, Quantity, Quote, Several, Tally

# A space that keeps a phrase as "ruim 397.000" on one line.
NBSP = "\u00a0"


def say(text: Text, lang: Lang) -> str:
    """The text in one of its languages, on one line in which nothing acts."""
    return visible(text.nl if lang == "nl" else text.en)


def cell(content: Cell, style: Style) -> str:
    """A cell on one line."""
    if isinstance(content, Tally):
        return _tally(content, style.lang)
    return (", " if isinstance(content, Several) else " ").join(lines(content, style))


def lines(content: Cell, style: Style) -> list[str]:
    """A cell as the lines it has by its nature: a number, and its direction below it."""
    lang = style.lang
    match content:
        case None | Bar():
            return [""]
        case Quantity():
            return _quantity(content, lang)
        case Delta():
            phrase = _delta(content, lang)
            return [phrase, f"({say(UNCLEAR, lang)})"] if content.unclear else [phrase]
        case Level():
            return [_level(content, lang)]
        case Marks():
            return [" ".join([*content.codes, *map(str, content.notes)])]
        case Period():
            return [content.text if content.known else say(UNKNOWN_PERIOD, lang)]
        case Text():
            return [say(content, lang)]
        case Tally():
            return _drawn(content, signs(style)) or [_tally(content, lang)]
        case Area():
            return [say(content.label, lang)]
        case Several():
            return [say(text, lang) for text in content.texts]
        case Quote():
            return [f'"{visible(content.words)}"']
        case int() | float():
            return [number(content, lang)]
        case str():
            return [visible(content)]


def _quantity(quantity: Quantity, lang: Lang) -> list[str]:
    main = _amount(quantity, lang)
    return [main, f"({say(TREND[quantity.trend], lang)})"] if quantity.trend else [main]


_AT_LEAST: dict[Lang, str] = {"nl": "ruim", "en": "over"}
_ABOUT: dict[Lang, str] = {"nl": "ca.", "en": "c."}
_ROUNDED: dict[Lang, str] = {"nl": "afgerond", "en": "rounded"}


def _amount(quantity: Quantity, lang: Lang) -> str:
    interval = quantity.interval
    if quantity.words:
        return f'"{say(quantity.words, lang)}"'
    if interval.value is None:
        if interval.upper is not None:
            return f"<{NBSP}{number(interval.upper, lang)}"
        return say(REASON[quantity.reason], lang) if quantity.reason else ""
    value = number(interval.value, lang)
    match quantity.qualifier:
        case Qualifier.AT_LEAST:
            return f"{_AT_LEAST[lang]}{NBSP}{value}"
        case Qualifier.ESTIMATE:
            return f"{_ABOUT[lang]}{NBSP}{value}"
        case Qualifier.ROUNDED:
            return f"{_ROUNDED[lang]}{NBSP}{value}"
        case _:
            return value


def _level(level: Level, lang: Lang) -> str:
    """A rate or share: the number, and the range in which it lies; or the one bound it has."""
    decimals = _decimals(level.interval)
    unit = " %" if level.percent else ""

    def told(number_: Number, rounding: Rounding) -> str:
        return f"{number(number_, lang, decimals=decimals, rounding=rounding)}{unit}"

    interval = level.interval
    if (interval.value, interval.lower) == (None, 0):  # it is never below zero anyway
        interval = interval._replace(lower=None)
    return _bounded(interval, lang, told)


def _bounded(interval: Interval, lang: Lang, told: Callable[[Number, Rounding], str]) -> str:
    """A number no more precise than it is, its bounds rounded away from each other.

    One number, a number with its range, a range, one bound, or an estimate without bounds.
    """
    low, high, value = interval.lower, interval.upper, interval.value
    if low is not None and high is not None and exact(low) == exact(high):
        phrase = told(low, half_up)
    elif low is not None and high is not None:
        phrase = f"{told(low, floor)} {_TO[lang]} {told(high, ceil)}"
        if value is not None:
            phrase = f"{told(value, half_up)} ({phrase})"
    elif low is not None:
        phrase = f"{_LOWER[lang]} {told(low, floor)}"
    elif high is not None:
        phrase = f"{_UPPER[lang]} {told(high, ceil)}"
    elif value is not None:
        phrase = f"{_ABOUT[lang]} {told(value, half_up)}"
    else:
        return ""
    return phrase.replace(" ", NBSP)


def _decimals(interval: Interval) -> int:
    """As many decimals as show two digits of the smallest bound that is not zero; at least 1."""
    sizes = [abs(exact(n)) for n in interval if n]
    return max(1 - magnitude(min(sizes)), 1) if sizes else 1


_LOWER: dict[Lang, str] = {"nl": "minstens", "en": "at least"}
_UPPER: dict[Lang, str] = {"nl": "hoogstens", "en": "at most"}
_TO: dict[Lang, str] = {"nl": "tot", "en": "to"}


def _delta(delta: Delta, lang: Lang) -> str:
    """A difference with its sign."""
    percent = delta.kind == "percent"
    decimals = 1 if percent else None

    def told(number_: Number, rounding: Rounding) -> str:
        digits = number(number_, lang, decimals=decimals, rounding=rounding)
        plus = "+" if number_ > 0 and digits.strip("0.,") else ""  # none before a zero
        return f"{plus}{digits}{' %' if percent else ''}"

    phrase = _bounded(delta.interval, lang, told)
    if phrase and delta.kind == "points":
        phrase += f"{NBSP}procentpunt" if lang == "nl" else f"{NBSP}percentage{NBSP}points"
    if phrase and delta.base is not None:
        phrase += f" ({_OF[lang]}{NBSP}{_amount(delta.base, lang)})"
    return phrase


_OF: dict[Lang, str] = {"nl": "van", "en": "of"}


_SIGNS = {
    "with_number": "●",
    "in_words": "≈",
    "not_national": "○",
    "incomplete": "◐",
    "unavailable": "×",
    "unclear": "?",
    "concluded": "∴",
}
_PLAIN_SIGNS = dict(zip(_SIGNS, "#~o+x?*", strict=True))
_MOST_SIGNS = 16


def signs(style: Style) -> dict[str, str]:
    """The signs of a tally, by its codes."""
    return _PLAIN_SIGNS if style.bars == "ascii" else _SIGNS


def _drawn(tally: Tally, drawn_with: dict[str, str]) -> list[str]:
    """A sign for each indicator and their number, a line for each code."""
    found = []
    for name, number_ in tally.counts:
        sign = drawn_with[name]
        drawn = sign * number_ if number_ <= _MOST_SIGNS else f"{sign * 3}...{sign * 3}"
        found.append(f"{drawn}{NBSP}{number_}")
    return found


def _tally(tally: Tally, lang: Lang) -> str:
    """The same in words, for those who do not see it."""
    if tally.said:
        return say(tally.said, lang)
    return ", ".join(f"{number_} {say(TALLY[name], lang)}" for name, number_ in tally.counts)


class Brush(NamedTuple):
    """The characters that bars are drawn with; ``part`` are the parts of a ``full`` one.

    ``full`` is certain, ``maybe`` lies between the bounds, ``open`` says that there is no
    upper bound, ``about`` is an estimate without bounds, ``disputed`` a number in doubt,
    ``gap`` what is not known.
    """

    full: str
    part: str
    maybe: str
    open: str
    about: str
    disputed: str
    gap: str


BRUSHES = {
    "blocks": Brush("█", " ▏▎▍▌▋▊▉", "░", "→", "▒", "▓", "·"),
    "ascii": Brush("#", " ", "-", ">", "~", "%", "."),
}


def bar(content: Bar, width: int, brush: Brush) -> str:
    """A length in at most ``width`` characters, to a part of one, with its bounds.

    What is above zero is never invisible, nor is the distance between two bounds.
    """
    drawn = ""
    for stroke, end in content.parts:
        sign = getattr(brush, stroke)
        if stroke == "gap":
            drawn = f"{sign} " * ((width + 1) // 2)
        elif stroke == "full":
            steps = len(brush.part)
            certain = _steps(end, content.longest, width, steps)
            drawn = sign * (certain // steps) + brush.part[certain % steps].strip()
        elif stroke == "open":
            drawn = drawn[: width - 1] + sign
        else:
            length = _steps(end, content.longest, width, 1)
            drawn = drawn[: max(length - 1, 0)]
            drawn += sign * (length - len(drawn))
    return drawn


def _steps(value: Number, longest: Number, width: int, steps: int) -> int:
    """How many parts of a character a number is long; at least one if it is not zero."""
    if not value or not longest:
        return 0
    return min(max(round(value / longest * width * steps), 1), width * steps)


_PLAINER = str.maketrans(
    {
        "\u2018": "'",
        "\u2019": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2026": "...",
        "\u2022": "*",
        "\u2500": "-",
        "\u2588": "#",
        "\u25cf": "#",
        "\u25d0": "+",
        "\u25cb": "o",
        "\u00a0": " ",
    }
)


def encodable(text: str, encoding: str) -> str:
    """Text for people in an encoding that may lack some of its characters.

    Accents and typographic signs are replaced by their plain letters; raises
    ``UnicodeEncodeError`` for a character that has none.
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_plainer(text, encoding))
    return text


def _plainer(text: str, encoding: str) -> Iterable[str]:
    for character in text:
        try:
            character.encode(encoding)
            yield character
        except UnicodeEncodeError:
            swapped = normalize("NFKD", character.translate(_PLAINER))
            plain = "".join(c for c in swapped if not combining(c))
            plain.encode(encoding)
            yield plain
