"""The numbers in a text: digits, number words and fractions, and what only looks like them.

Digits are read by Babel, which knows how a language groups them, and number words by
text2num; both come with the extra ``kic[validate]``.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import InvalidOperation
from fractions import Fraction

from kic.dataset.page.dates import dates
from kic.dataset.page.language import Language
from kic.dataset.page.numeral import Kind, Numeral
from kic.dataset.page.patterns import FAR, MONEY, STOP, WORD
from kic.dataset.page.phrases import words
from kic.model import LARGEST
from kic.model.errors import needed
from kic.model.interval import Number, as_number, exact

_DIGITS = re.compile(
    r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?![.,]?\d)|\d+(?:[.,]\d+)*"
)
_TOKEN = re.compile(rf"(?P<part>[¼-¾⅐-⅞])|(?P<digits>{_DIGITS.pattern})|{WORD}")
_IN_ACCOUNTS = re.compile(r"[€$£]\s?\($")  # "£(0.4)m" is below zero
# A dash that touches the number or its currency, or "-/-": not one between words, or in "5 -€ 10".
_MINUS = re.compile(
    rf"(?<![^\s(])(?:[-−–]|-/-\s?){MONEY}?$|(?:(?<=[€$£])|(?<=\b(?:EUR|GBP|USD)))[-−–]$"
)
_MINUS_BEHIND = re.compile(r"\s?-/-(?=\s*(?:$|[.,;)]))")
_AMOUNT = re.compile(rf"{MONEY}\d+(?:[.,]\d+)*\s$")
_MORE_WORDS = re.compile(rf"[\s-]+{WORD}")
_OF_ONE, _OF_MORE = 100, 10  # of which one, or more, are a share: not "12 children in 20 homes"
_WIDE = 5  # times the first of two numbers: too far for a range by which something rises
_SIGNS = 8  # characters of a sign and a currency before a number, at most
_MOST_DIGITS = 300  # more are no float, and Python may refuse to read them


def numerals(text: str, lang: Language) -> list[Numeral]:
    """All numbers of a text, in their order; none lies within another.

    Raises MissingExtraError without the packages that read numbers.
    """
    numbers = list(_without_overlap(_with_digits_or_words(text, lang)))
    # "geen" before a number is no number: "nog geen 50".
    counted = [
        n
        for n, following in zip(numbers, [*numbers[1:], None], strict=False)
        if not (following and n.numbers == (0,) and text[n.end : following.start].isspace())
    ]
    return list(_ranges(text, counted, lang))


def _without_overlap(found: Iterable[Numeral]) -> Iterator[Numeral]:
    end = 0
    for numeral in sorted(found, key=lambda n: (n.start, -n.end)):
        if numeral.start >= end:
            end = numeral.end
            yield numeral


def _with_digits_or_words(text: str, lang: Language) -> Iterator[Numeral]:
    special = [*dates(text, lang), *_fractions(text, lang)]
    special += (Numeral(*match.span(), "size") for match in lang.sizes.finditer(text))
    special += (Numeral(*match.span(), "lacking") for match in lang.lacking.finditer(text))
    forms: tuple[tuple[Kind, re.Pattern[str]], ...]
    forms = (("reference", lang.references), ("age", lang.ages))
    kinds = {
        position: kind
        for kind, pattern in forms
        for match in pattern.finditer(text)
        for position in range(*match.span())
    }
    yield from (n._replace(kind="reference" if n.end - 1 in kinds else n.kind) for n in special)
    rest = blanked(text, special, " ")
    position = 0
    while token := _TOKEN.search(rest, position):
        position = token.end()
        if token["part"]:  # "½ of them"
            yield Numeral(*token.span(), "unreadable")
            continue
        read = _of_digits(text, token, lang) if token["digits"] else _of_word(text, token, lang)
        if read is not None:
            last = token.end() if read.kind == "unreadable" else read.end  # "table 4b" is known
            yield read._replace(kind=kinds.get(last - 1, read.kind))
            position = read.end


def blanked(text: str, found: Iterable[Numeral], mark: str) -> str:
    """A text with a mark and blanks in the place of some numbers, and all else where it was."""
    pieces, position = [], 0
    for n in _without_overlap(found):
        pieces += [text[position : n.start], mark.ljust(n.end - n.start)]
        position = n.end
    return "".join([*pieces, text[position:]])


# ------------------------------------------------------------------- digits and words


def _of_digits(text: str, token: re.Match[str], lang: Language) -> Numeral:
    start, end = token.span()
    written = re.sub(r"\s", "", token[0])
    if start and (text[start - 1].isalpha() or text[start - 1] == "_"):  # as in "Covid19"
        return Numeral(start, end, "reference", _decimal(written, lang))
    numbers = _decimal(written, lang)
    factor, scaled = _scale(text, end, lang)
    if touching := lang.touching.match(text, scaled):
        end = _scale(text, touching.end(), lang)[1]
        is_more = lang.and_more.fullmatch(text, scaled, touching.end())
        numbers = tuple(_times(number, factor) for number in numbers if is_more)
        return Numeral(start, end, "unreadable", numbers)
    if not numbers or _IN_ACCOUNTS.search(text, max(start - 3, 0), start):
        return Numeral(start, scaled, "unreadable")
    sign = _MINUS.search(text, max(start - _SIGNS, 0), start)
    if sign and not _AMOUNT.search(text, max(sign.start() - FAR, 0), sign.start()):
        factor, start = -factor, sign.start()
    elif sign := _MINUS_BEHIND.match(text, scaled):
        factor, scaled = -factor, sign.end()
    return Numeral(start, scaled, "number", (_times(numbers[0], factor),), scale=abs(factor))


def _scale(text: str, end: int, lang: Language) -> tuple[int, int]:
    """What a number is multiplied by that ends there, and where the word for it ends."""
    match = lang.scale.match(text, end)
    return (lang.scales[match["scale"].lower()], match.end()) if match else (1, end)


def _decimal(written: str, lang: Language) -> tuple[Number, ...]:
    """The number in digits, if it is written as the language does."""
    if len(written) > _MOST_DIGITS:
        return ()
    try:
        read = needed("babel.numbers", "validate").parse_decimal(
            written, locale=lang.code, strict=True
        )
    except (ValueError, InvalidOperation):  # Babel itself reads no more digits than Decimal
        return ()
    number = as_number(Fraction(read))
    # "4,0" is typed as 4.0, and told as exactly as it is printed.
    is_printed = isinstance(number, int) and "." in str(read) and abs(number) < LARGEST
    return (float(number) if is_printed else number,)


def _times(number: Number, factor: int | Fraction) -> Number:
    product = as_number(exact(number) * factor)
    return float(product) if type(number) is float and abs(factor) == 1 else product


def _of_word(text: str, token: re.Match[str], lang: Language) -> Numeral | None:
    """The number that begins with a word, of as many words as make one."""
    start, end = token.span()
    if zero := lang.zero.match(text, start):
        return Numeral(start, zero.end(), "number", (0,))
    word = token[0].lower()
    number = None if word in lang.no_number else _named(word, lang)
    if number is None:
        unread = lang.unread_suffix.fullmatch(word)
        if unread and _named(unread["stem"], lang) is not None:
            return Numeral(start, end, "unreadable")
        stem = word.removesuffix(lang.about_suffix)
        number = _named(stem, lang) if stem != word else None
        return None if number is None else Numeral(start, end, "round", (number,))
    following = _MORE_WORDS.match(text, end)
    while following:
        longer = _named(text[start : following.end()].lower(), lang)
        if longer is not None:
            number, end = longer, following.end()
        elif following[0].strip() not in ("and", "en"):
            break
        following = _MORE_WORDS.match(text, following.end())
    factor, end = _scale(text, end, lang)
    if touching := lang.touching.match(text, end):
        return Numeral(start, touching.end(), "unreadable")
    return Numeral(start, end, "number", (number * factor,), scale=factor)


def _named(words: str, lang: Language) -> int | None:
    try:
        return int(needed("text_to_num", "validate").text2num(words, lang.code))
    except ValueError:
        return None


# ------------------------------------------------------------ what stands for a number


def _fractions(text: str, lang: Language) -> Iterator[Numeral]:
    """Parts of a whole as percentages, and fractions of a thousand, a million and so on."""
    for pattern, fraction in lang.shares:
        for match in pattern.finditer(text):
            if not lang.scale.match(text, match.end()):
                yield Numeral(*match.span(), "share", (_times(100, fraction),))
    for match in lang.one_in.finditer(text):
        part, whole = (_small(word, lang) for word in match.groups())
        if part and whole and part < whole <= 100:
            yield Numeral(*match.span(), "share", (_times(100, Fraction(part, whole)),))
    for match in lang.one_thing_in.finditer(text):
        part, whole = (_small(word, lang) for word in match.groups())
        is_share = part and whole and part < whole <= (_OF_ONE if part == 1 else _OF_MORE)
        if is_share and not lang.dates.match(text, match.start()):  # "1 January in 12 homes"
            yield Numeral(*match.span(), "unreadable")  # "one child in four" waits, or homes
    for patterns, needs_scale in ((lang.parts, True), (lang.times, False)):
        for pattern, fraction in patterns:
            for match in pattern.finditer(text):
                factor, end = _scale(text, match.end(), lang)
                if factor > 1 or not needs_scale:
                    yield Numeral(match.start(), end, "number", (_times(factor, fraction),))


def _small(word: str, lang: Language) -> int | None:
    if word.isdecimal() and len(word) < 4:
        return int(word)
    return _named(word.lower().replace("eén", "één"), lang)  # as it begins a sentence


# ------------------------------------------------------------------------------- ranges


def _ranges(text: str, found: list[Numeral], lang: Language) -> Iterator[Numeral]:
    """The same with two numbers that are the ends of one range made into one."""
    waiting: Numeral | None = None
    for numeral in found:
        joined = waiting and _range(text, waiting, numeral, lang)
        if waiting and not joined:
            yield waiting
        waiting = joined or numeral
    if waiting:
        yield waiting


def _range(text: str, low: Numeral, high: Numeral, lang: Language) -> Numeral | None:
    """Two numbers as a range, if the words around them make them one."""
    if {low.kind, high.kind} != {"number"} or low.years or high.years:
        return None
    if not len(low.numbers) == len(high.numbers) == 1:
        return None
    head, gap = text[max(low.start - 20, 0) : low.start], text[low.end : high.start]
    is_between = lang.between.search(head) and _is_joint(gap, text[high.end :], lang)
    is_from = (re.findall(r"\w+", head.lower()) or [""])[-1] in lang.from_
    if not is_between and (is_from or not lang.joint.fullmatch(gap)):
        return None
    if lang.percent.search(gap) and not lang.percent.match(text[high.end :].lstrip()):
        return None  # "met 18 procent tot 14.214"
    first, last = low.numbers[0], high.numbers[0]
    is_wide = 0 < exact(first) * _WIDE <= exact(last)
    if is_wide and _is_by(text, low, lang) and not lang.percent.match(text[high.end :].lstrip()):
        return None  # "rose by 40 to 310"
    if low.scale == 1 and high.scale > 1 and exact(first) * high.scale < exact(last):
        first = _times(first, high.scale)  # "10 tot 15 duizend"
    return Numeral(low.start, high.end, "number", (first, last)) if first < last else None


def _is_by(text: str, at: Numeral, lang: Language) -> bool:
    """Whether a number is by how much something rose or fell, which no word leaves open."""
    by = lang.by.search(text, max(at.start - FAR, 0), at.start)
    ahead = STOP.split(text[max(at.start - FAR, 0) : by.start()])[-1] if by else ""
    there = words(ahead)
    is_open = bool(lang.altered.search(ahead) or lang.denied.search(ahead))
    is_open |= not lang.doubt.isdisjoint((word,) for word in there)
    is_changing = not (lang.rise | lang.fall).isdisjoint(there[-1:])
    return is_changing and not is_open and lang.to_come.isdisjoint(there)


def _is_joint(gap: str, behind: str, lang: Language) -> bool:
    """Whether "and" joins two numbers of one thing, which is named behind both, or one of them."""
    counted = re.match(
        r"(?:\s[^\W\d_][\w-]*){0,2}?(?=" + lang.and_.pattern + "$)", gap, re.IGNORECASE
    )
    [following] = words(behind)[:1] or [""]
    is_named = following.isalpha() and following not in lang.neutral | lang.common
    return counted is not None and (
        not counted[0] or not is_named or behind.lower().startswith(counted[0].lower())
    )
