"""The numbers in a text: digits, number words and fractions, and what only looks like them.

Digits are read by Babel, which knows how a language groups them, and number words by
text2num; both come with the extra ``kic[validate]``.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from decimal import InvalidOperation
from fractions import Fraction
from typing import Literal, NamedTuple

from kic.dataset.page.language import Language, words
from kic.dataset.page.patterns import YEAR
from kic.dataset.page.year_parts import SOME_TIME, part_of_year
from kic.dataset.page.years import counts, years
from kic.model import LARGEST
from kic.model.errors import needed
from kic.model.interval import Number, as_number, exact

Kind = Literal["number", "share", "round", "size", "date", "age", "reference", "unreadable"]


class Numeral(NamedTuple):
    """A number in a text, from ``start`` to ``end``.

    ``numbers`` is the number, or the two ends of a range; it is empty for a word that tells a
    size and no number, such as "honderden", and for what cannot be read.  The numbers of a
    ``share`` in words are per cent; a ``round`` one is never exact, as "een dertigtal".

    ``years`` are those of a date, or of a ``number`` that may be one; ``month`` and ``day`` are
    those of a date that has them; ``is_one``
    says that two years are one that runs through both, as "2019/20" or "schooljaar 2019-2020";
    ``part`` is the quarter or half of a year, as "Q1".
    """

    start: int
    end: int
    kind: Kind
    numbers: tuple[Number, ...] = ()
    years: frozenset[int] = frozenset()
    month: int = 0
    day: int = 0
    is_one: bool = False
    part: str = ""
    scale: int = 1


_DIGITS = re.compile(
    r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?![.,]?\d)|\d+(?:[.,]\d+)*"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TOKEN = re.compile(rf"(?P<part>[¼-¾⅐-⅞])|(?P<digits>{_DIGITS.pattern})|{_WORD.pattern}")
_SPAN = re.compile(rf"(?<![\d.,])({YEAR})\s?[-–/]\s?({YEAR}|\d\d)(?![\d.,]*\d)")
_SHORT = re.compile(r"['’‘](\d\d)(?!\d)")
_IN_ACCOUNTS = re.compile(r"[€$£]\s?\($")  # "£(0.4)m" is below zero
_MINUS = re.compile(r"(?:^|[\s(])[-−–]$")
_MORE_WORDS = re.compile(rf"[\s-]+{_WORD.pattern}")
_STOP = re.compile(r"[.;!?]\s")
_PARTS = {  # of a year, by their first and last month
    **{(3 * n - 2, 3 * n): f"Q{n}" for n in range(1, 5)},
    **{(6 * n - 5, 6 * n): f"S{n}" for n in (1, 2)},
    (1, 12): "",
}
_OF_ONE, _OF_MORE = 100, 10  # of which one, or more, are a share: not "12 children in 20 homes"
_WIDE = 5  # times the first of two numbers: too far for a range by which something rises
_FAR = 400  # characters on either side of two years that tell what happened between them
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
    special = [*_dates(text, lang), *_fractions(text, lang)]
    special += (Numeral(*match.span(), "size") for match in lang.sizes.finditer(text))
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
    if _MINUS.search(text, max(start - 2, 0), start):
        factor, start = -factor, start - 1
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


def _dates(text: str, lang: Language) -> Iterator[Numeral]:
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
        yield span._replace(is_one=len(match[2]) == 2 or bool(lang.school.search(before)))
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
    before = text[max(match.start() - _FAR, 0) : match.start()]
    after = text[match.end() : match.end() + _FAR]
    sentence = f"{_STOP.split(before)[-1]} {_STOP.split(after)[0]}"
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
    named = [lang.months[w.lower()] for w in _WORD.findall(rest) if w.lower() in lang.months]
    digits = [int(number) for number in re.findall(r"\d+", rest)]
    if not named and len(digits) == 2:  # 30-11-2021, or 2021-11-30
        named = [digits.pop(0 if written[:4].isdecimal() else 1)]
    return named[0] if named else 0, digits[0] if digits else 0


def _date(match: re.Match[str], *years: int) -> Numeral:
    return Numeral(*match.span(), "date", (), frozenset(years))


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
    by = lang.by.search(text, max(at.start - _FAR, 0), at.start)
    ahead = _STOP.split(text[max(at.start - _FAR, 0) : by.start()])[-1] if by else ""
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
