"""Four digits that may be a year: whether the words around them make them one.

They are a year where something says so, and a number where they count something.  Where both
may be meant they are neither for certain, and left to a person.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from kic.dataset.page.language import Language
from kic.dataset.page.patterns import YEAR
from kic.dataset.page.phrases import LONGEST, at_end, words
from kic.dataset.page.year_parts import named_part

Meant = Literal["year", "number", "either"]
_Counted = Literal["people", "surely", "perhaps", "hardly", "no"]
_Said = Literal["a year", "in", "either", "both", "the", "a label", "a verb", "a name", "a word"]

_LONE = rf"(?<!\w)(?<!\d[.,]){YEAR}(?!\d|[.,]\d)"
_ONE = rf"{_LONE}(?:\s?[-–/]\s?\d\d(?![\d.,]*\d))?"  # "2019/20" too
_AROUND = 80  # characters
_FAR = 4  # words behind a number, of which one is what it counts
_FEW = 3  # words of a label that asks for a year
_LATEST = 2050  # year that a page tells of without saying that it is one
_SIGN = re.compile(r"(?:[€$£=<>≤≥±~+×]|\b(?:EUR|GBP|USD|CHF))\s?$|(?:^|[\s(])[-−–]$")
_CURRENCY = re.compile(r"\s?[€$£](?!\s?[-−–]?\d[\d.,]*+(?!\s?[€$£]))")  # not "in 2021 € 300"
_IN_WORD = re.compile(r"\w[-–]$")
_WIDE = re.compile(r"\s{2,}|\t")  # between the headings of columns
_ON = re.compile(r"\bo[np]\s$", re.IGNORECASE)
_SUFFIX = re.compile(r"['’]?s\b|ers?\b|[a-dQ]\b|-[^\W\d_]")  # "2010s", "2020a", "2019-cijfers"
_NAMED = re.compile(r"(?:^|\W)[^\W\d_a-z]\S*,?\s$")  # "CBS, 2020", "Cijfers 2020"
_COLON, _LISTED = re.compile(r"\s?:\s\W?\d"), re.compile(rf"{YEAR}\s?:\s\W?[\d.,]+\d[,;]\s$")
_NEXT = re.compile(r"[.!?;]\s+[^\W\d_a-z]")  # sentence
_STARTS = {"", *".!?;•|–—-/*'\"‘’“”„)]("}

# What the digits mean behind each kind of words, as surely as something behind is counted.
_COUNTED: tuple[_Counted, ...] = ("people", "surely", "perhaps", "hardly", "no")
_MEANT: dict[_Said, tuple[Meant, ...]] = {
    "a year": ("year", "year", "year", "year", "year"),
    "in": ("year", "either", "year", "year", "year"),
    "either": ("either", "either", "either", "year", "year"),
    "both": ("number", "number", "either", "year", "year"),
    "the": ("number", "either", "either", "year", "either"),
    "a label": ("number", "number", "number", "number", "number"),
    "a verb": ("number", "number", "number", "either", "either"),
    "a name": ("number", "number", "either", "year", "year"),
    "a word": ("number", "number", "either", "either", "year"),
}


class Years(NamedTuple):
    """One or several years that are named together, where each stands, and what they are."""

    spans: tuple[tuple[int, int], ...]
    meant: Meant


def years(text: str, lang: Language) -> Iterator[Years]:
    """All that may be years in a text, in their order: those of a list or a range are alike."""
    own = lang.years
    more = rf"(?:{own.chain}|{_WIDE.pattern}){_ONE}(?!{own.measured})"
    for match in re.finditer(rf"{_ONE}(?:{more})*", text, re.IGNORECASE):
        start = match.start()
        spans = tuple((start + m.start(), start + m.end()) for m in re.finditer(_LONE, match[0]))
        yield Years(spans, _meant(text, *match.span(), lang))


def _meant(text: str, start: int, end: int, lang: Language) -> Meant:
    """What the words on both sides make of the digits between two positions."""
    ahead, behind = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    if _IN_WORD.search(ahead) or _SUFFIX.match(behind):
        return "year"
    if named_part(text, start, end, lang):
        return "year"
    if _COLON.match(behind) and _LISTED.search(ahead):  # "2021: 80, 2020: 77"
        return "year"
    if _ends_caption(text[:start], behind, lang):
        return "year"
    is_more = any(p.match(behind) for p in (_CURRENCY, lang.scale, lang.touching))
    is_measured = re.match(lang.years.measured, behind, re.IGNORECASE)
    if _SIGN.search(ahead) or is_more or is_measured or lang.percent.match(behind.lstrip()):
        return "number"
    if _WIDE.search(text, start, end):
        return "year"
    is_span = re.search(r"[-–/]", text[start:end])
    said = _said(ahead, behind if end - start == len("2020") else "", lang)
    counted = _counted(behind, lang)
    following = next(iter(words(behind)), "")
    is_list = end - start > len("2019/20")
    if said == "a label" and is_list:
        return "either"
    if said == "the" and (following in lang.years.dated or behind[1:2].isupper()):
        return _MEANT["either"][_COUNTED.index(counted)]
    if is_span and counted not in ("people", "surely"):
        return "year"
    meant = _MEANT[said][_COUNTED.index(counted)]
    is_late = int(text[start : start + 4]) > _LATEST and (counted != "no" or said != "a year")
    return "either" if meant == "year" and is_late else meant


def _ends_caption(ahead: str, behind: str, lang: Language) -> bool:
    """Whether digits end a caption, behind a comma, as in "Table 3: children in care, 2017."."""
    first = next(iter(words(ahead[:_AROUND])), "")
    is_one = first in lang.years.captions and ahead.rstrip()[-1:] == ","
    return is_one and not _NEXT.search(ahead) and behind.strip() in ("", ".", ")")


def _said(ahead: str, behind: str, lang: Language) -> _Said:
    """Which kind of words stand before the digits."""
    own = lang.years
    before = ["", "", *words(ahead)]
    earlier, last = before[:-1], before[-1]
    phrase = at_end(lang.before, before[-LONGEST:])
    is_each = earlier[-1] in own.each
    is_period = bool(lang.school.search(ahead) or lang.moment.search(ahead))
    is_season = last in own.both and earlier[-1] in own.seasons
    if is_period or is_season or (last in own.certain and not is_each):
        return "a year"
    if last in own.in_:
        return "in"
    if last in own.the:
        return "the"
    if last == ":":
        named = [word for word in earlier[-_FEW - 1 :] if word.isalpha()]
        is_asked = earlier[-1] in own.labels and len(named) <= _FEW
        is_each = not own.each.isdisjoint(named)
        return "a year" if is_asked and not is_each else "a label"
    is_sum = earlier[-1] in own.sums | own.levels or earlier[-1] in lang.change or is_each
    if last in own.either | own.both and not is_sum and not (phrase and last in own.than):
        is_joint = last in lang.to | own.joint and earlier[-1].isdecimal()
        is_joint &= not re.fullmatch(YEAR, earlier[-1])
        return "a verb" if is_joint else "either" if last in own.either else "both"
    following = next(iter(words(behind)), "")
    if last.isdecimal() and earlier[-1] in own.in_ | own.certain:  # "in 2019 2010"
        return "a verb"
    if last in _STARTS or last.isdecimal():
        return "a verb" if following in own.of_several else "a word"
    is_known = last in lang.neutral or phrase
    if not is_known and _NAMED.search(ahead):
        is_subject = following in own.of_several and last not in own.documents
        return "a verb" if is_subject else "a name"
    is_subject = last in lang.neutral and following in own.of_one
    return "a verb" if (is_known or last == ",") and not is_subject else "a word"


def counts(text: str, day: re.Match[str], lang: Language) -> bool:
    """Whether what may be a day behind its month counts something: not "on May 15 children"."""
    counted = _counted(text[day.end() : day.end() + _AROUND], lang)
    is_day = _ON.search(text, max(day.start() - 3, 0), day.start())
    return counted in _COUNTED[:3] and not is_day


def _counted(behind: str, lang: Language) -> _Counted:
    """How surely the digits count something that is named behind them."""
    own, there = lang.years, words(behind)[:_FAR] if behind[:1].isspace() else []
    found: _Counted = "no"
    for number, word in enumerate(there):
        is_people, is_thing = word in lang.people, word in lang.other_things
        if not (is_people or is_thing) and (word in own.silent or not word[0].isalpha()):
            break
        if is_people or is_thing or own.counted.fullmatch(word):
            return "perhaps" if number else "people" if is_people else "surely"
        if own.several.fullmatch(word):
            found = "perhaps"
        elif found == "no" and behind[1].islower():
            found = "hardly"
    return found
