"""How exactly a text puts its numbers: what the words around a number do to it.

A number is exact only where all words around it are known to leave it so.  One known phrase
makes it "at least", "about" and so on; anything else is not understood, and left to a person.
"""

import re
from bisect import bisect_right
from itertools import pairwise, takewhile
from typing import NamedTuple

from kic.dataset.page.language import LONGEST, Language, at_end, at_start, words
from kic.dataset.page.numerals import Numeral, blanked, numerals
from kic.model import Qualifier

_FIGURES = {"number", "share", "round", "unreadable"}
_FILLERS = {"€", "$", "£", "eur", "euro", "de", "het", "een", "the", "a", "an"}
_STOPS = {".", "!", "?", "•"}  # of a sentence
_ENDS = _STOPS | {":", ";"}  # where something else is told
_OPENS = _ENDS | {",", "(", ")", "[", "/", "-", "–", "'", '"', "“", "„", "‘", "=", "|"}
_NEW_SENTENCE = re.compile(r"[.!?]\s+(?=[^\W\d_a-z])")
_MARK = "0"  # in the place of a date, an age or the number of a page
_AND = {"en", "of", "and", "or", ","}
_ABBREVIATION = 4  # letters before a full stop, at most
_AFTER = 5  # words between a number and what is said of it behind


class Reading(NamedTuple):
    """A number with how exactly it is put; ``qualifier`` is None where that is not understood.

    ``seen`` are the words that were not understood; it ``is_bare`` where none of them is known
    to limit a number.
    """

    numeral: Numeral
    qualifier: Qualifier | None
    seen: str = ""
    is_bare: bool = False

    @property
    def is_figure(self) -> bool:
        """Whether it may be a figure: not a date, an age or the number of a page."""
        return self.numeral.kind in _FIGURES or self.numeral.kind == "size"


class _Around:
    """A number among the words before and after it, up to the numbers beside it.

    ``head`` words before it and ``tail`` words after it belong to it; ``is_change`` says that
    its sentence tells of a rise or a fall.
    """

    def __init__(self, numeral: Numeral, before: list[str], after: list[str]) -> None:
        self.numeral, self.before, self.after = numeral, before, after
        self.previous: _Around | None = None
        self.following: _Around | None = None
        self.is_change = self.begins_sentence = False
        self.qualifiers: set[Qualifier] = set()
        self.head = self.tail = 0
        self.reading = Reading(numeral, None)

    @property
    def phrase(self) -> list[str]:
        """The words just before the number that say how exact it is."""
        return self.before[len(self.before) - self.head :]

    @property
    def ahead(self) -> list[str]:
        """The other words before it, but those that belong to the number before."""
        start = self.previous.tail if self.previous else 0
        return self.before[start : len(self.before) - self.head]

    @property
    def behind(self) -> list[str]:
        """The words after it, but those that belong to the number after."""
        return self.after[: len(self.after) - (self.following.head if self.following else 0)]


def readings(text: str, lang: Language) -> list[Reading]:
    """All numbers of a text, each with how exactly it is put, in their order."""
    found = numerals(text, lang)
    read = {one.numeral: one.reading for one in _judged(text, found, lang)}
    others = {n: Reading(n, Qualifier.WORDS if n.kind == "size" else None) for n in found}
    return [read.get(numeral, others[numeral]) for numeral in found]


def _judged(text: str, found: list[Numeral], lang: Language) -> list[_Around]:
    """The numbers that may be figures, each with its reading."""
    figures = [numeral for numeral in found if numeral.kind in _FIGURES]
    others = [n for n in found if n.kind not in _FIGURES and n.kind != "size"]
    masked = blanked(text, others, _MARK)
    edges = [0, *(edge for n in figures for edge in (n.start, n.end)), len(text)]
    between = [
        words(masked[start:end]) for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    around = [_Around(n, *pair) for n, pair in zip(figures, pairwise(between), strict=True)]
    for one, following in pairwise(around):
        one.following, following.previous = following, one
    for one, is_change in zip(around, _changing(text, figures, lang), strict=True):
        one.is_change = is_change
        one.begins_sentence = text[one.numeral.start].isupper()
        _attach_before(one, lang)
    for one in around:
        _attach_after(one, lang)
    for one in around:
        one.reading = _read(one, text, lang)
    return around


def _changing(text: str, figures: list[Numeral], lang: Language) -> list[bool]:
    """Of each number whether its sentence has a word for a rise or a fall."""
    starts = [0, *(match.end() for match in _NEW_SENTENCE.finditer(text))]
    sentences = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    is_change = [not lang.change.isdisjoint(words(sentence)) for sentence in sentences]
    return [is_change[bisect_right(starts, n.start) - 1] for n in figures]


def _attach_before(one: _Around, lang: Language) -> None:
    """Find the phrase just before a number, looking through an article and a currency."""
    end = len(one.before)
    while not (count := at_end(lang.before, one.before[:end][-LONGEST:])):
        if not end or one.before[end - 1] not in _FILLERS:
            return
        end -= 1
    one.qualifiers.add(lang.before[tuple(one.before[end - count : end])])
    one.head = len(one.before) - end + count


def _attach_after(one: _Around, lang: Language) -> None:
    """Find the phrase after a number and its noun, unless it belongs to the next number."""
    behind = one.behind
    for start, word in enumerate(behind[:_AFTER]):
        if word in _ENDS:
            return
        if count := at_start(lang.after, behind[start : start + LONGEST]):
            one.qualifiers.add(lang.after[tuple(behind[start : start + count])])
            one.tail = start + count
            one.after = [*one.after[:start], *one.after[start + count :]]
            return


def _read(one: _Around, text: str, lang: Language) -> Reading:
    """What all words around a number make of it."""
    numeral = one.numeral
    if numeral.kind == "unreadable":
        return Reading(numeral, None, text[numeral.start : numeral.end])
    ahead, behind = _sentence(one.ahead[::-1])[::-1], _sentence(one.behind)
    # Behind a number "more than" compares with something else, as in "2% more than in 2019".
    compares = {" ".join(phrase) for phrase in lang.before if phrase[-1] in ("dan", "than")}
    later = (doubt for doubt in _doubts(behind, lang) if doubt not in compares)
    doubts = [*_doubts(ahead, lang), *later]
    if len(numeral.numbers) == 2:
        one.qualifiers.add(Qualifier.RANGE)
    is_bare = not one.qualifiers and not doubts
    if not one.qualifiers:
        doubts += _strange(one, lang)
    if len(one.qualifiers) > 1 or doubts:
        seen = [" ".join(one.phrase), *doubts]
        return Reading(numeral, None, ", ".join(dict.fromkeys(filter(None, seen))), is_bare)
    exact = Qualifier.EXACT if numeral.kind == "number" else Qualifier.ABOUT
    return Reading(numeral, next(iter(one.qualifiers), exact))


def _sentence(there: list[str]) -> list[str]:
    """Words up to the end of their sentence."""
    return list(takewhile(lambda word: word not in _STOPS, there))


def _doubts(there: list[str], lang: Language) -> list[str]:
    """The words that leave open how exactly a number is meant."""
    doubts = []
    position = 0
    while position < len(there):
        near = there[position : position + LONGEST]
        harmless = at_start(lang.harmless, near)
        if not harmless and (count := at_start(lang.doubt, near)):
            doubts.append(" ".join(near[:count]))
        position += harmless or 1
    return doubts


def _strange(one: _Around, lang: Language) -> list[str]:
    """What keeps a number from being exact although no word says so."""
    if one.numeral.numbers == (0,):  # "geen" may follow any word
        return []
    previous, ahead = one.previous, one.ahead
    if previous and previous.reading.qualifier is not Qualifier.EXACT and _is_joined(ahead):
        return [" ".join([*previous.phrase, "...", ahead[-1]])]  # "zo'n 300 en 400"
    end = len(ahead)
    while end and ahead[end - 1] in _FILLERS | lang.links:
        end -= 1
    word = ahead[end - 1] if end else ""
    if word in lang.to:  # "van 10 tot 15" may be a change or a range
        came_from = previous and not lang.from_.isdisjoint(previous.before[-2:])
        return [] if one.is_change or (came_from and len(ahead) > 1) else [word]
    if lang.from_.intersection(one.before[-1:]) and lang.to.intersection(one.after[:1]):
        return [] if one.is_change else [f"{one.before[-1]} ... {one.after[0]}"]
    if word == "." and _is_abbreviation(ahead[: end - 1]) and not one.begins_sentence:
        return [f"{ahead[end - 2]}."]
    is_known = word in _OPENS | lang.neutral | lang.from_ | {"", _MARK}
    return [] if is_known else [" ".join(ahead[end - 1 :])]


def _is_abbreviation(there: list[str]) -> bool:
    """Whether a full stop after some words may be that of an abbreviation."""
    return bool(there) and there[-1].isalpha() and len(there[-1]) <= _ABBREVIATION


def _is_joined(ahead: list[str]) -> bool:
    """Whether a number is only added to the one before it."""
    most = 2 if ahead[-1:] == [","] else 4
    return 0 < len(ahead) <= most and ahead[-1] in _AND
