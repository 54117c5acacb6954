"""How exactly a text puts its numbers: what the words around a number do to it.

A number is exact only where all words around it are known to leave it so.  One known phrase
makes it "at least", "about" and so on; anything else is not understood, and left to a person.
"""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from kic.dataset.page.language import LONGEST, Language, words
from kic.dataset.page.numerals import Numeral, numerals
from kic.model import Qualifier

_FIGURES = {"number", "share", "unreadable"}
_FILLERS = {"€", "$", "£", "eur", "euro", "de", "het", "een", "the", "a", "an"}
_ENDS = {".", "!", "?", ":", ";", "•"}  # of a sentence; ":" and ";" begin what counts anew
_OPENS = _ENDS | {",", "(", ")", "[", "/", "-", "–", "'", '"', "“", "„", "‘", "=", "|"}
_NEW_SENTENCE = re.compile(r"[.!?]\s+(?=[^\W\d_a-z])")
_AND = {"en", "of", "and", "or", ","}
_ABBREVIATION = 4  # letters before a full stop, at most
_AFTER = 5  # words between a number and what is said of it behind


class Reading(NamedTuple):
    """A number with how exactly it is put; ``qualifier`` is None where that is not understood.

    ``seen`` are the words that were not understood.
    """

    numeral: Numeral
    qualifier: Qualifier | None
    seen: str = ""

    @property
    def is_figure(self) -> bool:
        """Whether it may be a figure: not a date, an age or the number of a page."""
        return self.numeral.kind in _FIGURES or self.numeral.kind == "size"


class _Around:
    """A number among the words before and after it, up to the numbers beside it.

    ``head`` words before it and ``tail`` words after it belong to it; ``is_change`` says that
    its sentence tells of a rise or a fall.
    """

    def __init__(
        self, numeral: Numeral, text: str, before: list[str], after: list[str], is_change: bool
    ) -> None:
        self.numeral, self.before, self.after = numeral, before, after
        self.is_change = is_change
        self.begins_sentence = text[numeral.start].isupper()
        self.qualifiers: list[Qualifier] = []
        self.head = self.tail = 0


def readings(text: str, lang: Language) -> list[Reading]:
    """All numbers of a text, each with how exactly it is put, in their order."""
    found = numerals(text, lang)
    figures = [numeral for numeral in found if numeral.kind in _FIGURES]
    edges = [(0, 0), *((n.start, n.end) for n in figures), (len(text), len(text))]
    between = [_words_between(text, end, start, found) for (_, end), (start, _) in pairwise(edges)]
    changing = _changing(text, figures, lang)
    around = [
        _Around(n, text, between[i], between[i + 1], changing[i]) for i, n in enumerate(figures)
    ]
    for one in around:
        _attach_before(one, lang)
    neighbours = list(zip([None, *around], around, [*around[1:], None], strict=False))
    for _, one, following in neighbours:
        _attach_after(one, following, lang)
    read: dict[Numeral, Reading] = {}
    for previous, one, following in neighbours:
        read[one.numeral] = _read(one, previous, following, read, lang, text)
    words_only = {n: Reading(n, Qualifier.WORDS if n.kind == "size" else None) for n in found}
    return [read.get(numeral, words_only[numeral]) for numeral in found]


_NOT_COUNTED = "0"  # in the place of a date, an age or the number of a page


def _words_between(text: str, start: int, end: int, found: list[Numeral]) -> list[str]:
    """The words of a piece of text, with a mark for each number that is no figure."""
    pieces, position = [], start
    for n in found:
        if start <= n.start and n.end <= end and n.kind not in _FIGURES and n.kind != "size":
            pieces += [text[position : n.start], _NOT_COUNTED]
            position = n.end
    return words(" ".join([*pieces, text[position:end]]))


def _changing(text: str, figures: list[Numeral], lang: Language) -> list[bool]:
    """Of each number whether its sentence has a word for a rise or a fall."""
    starts = [0, *(match.end() for match in _NEW_SENTENCE.finditer(text))]
    sentences = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    is_change = [not lang.change.isdisjoint(words(sentence)) for sentence in sentences]
    return [is_change[bisect_right(starts, n.start) - 1] for n in figures]


def _attach_before(one: _Around, lang: Language) -> None:
    """Find the phrase just before a number, looking through an article and a currency."""
    end = len(one.before)
    while True:
        if count := lang.before.longest(one.before[:end]):
            phrase = tuple(one.before[end - count : end])
            qualifier = lang.before.meant[phrase]
            if qualifier:
                one.qualifiers.append(qualifier)
            one.head = len(one.before) - end + count
            return
        if not end or one.before[end - 1] not in _FILLERS:
            return
        end -= 1


def _attach_after(one: _Around, following: _Around | None, lang: Language) -> None:
    """Find the phrase after a number and its noun, unless it belongs to the next number."""
    last = len(one.after) - (following.head if following else 0)
    for start in range(min(last, _AFTER)):
        if one.after[start] in _ENDS:
            return
        if count := lang.after.first(one.after[start:last]):
            qualifier = lang.after.meant[tuple(one.after[start : start + count])]
            if qualifier:
                one.qualifiers.append(qualifier)
            one.tail = start + count
            one.after = [*one.after[:start], *one.after[start + count :]]
            return


def _read(
    one: _Around,
    previous: _Around | None,
    following: _Around | None,
    read: dict[Numeral, Reading],
    lang: Language,
    text: str,
) -> Reading:
    """What all words around a number make of it."""
    numeral = one.numeral
    if numeral.kind == "unreadable":
        return Reading(numeral, None, text[numeral.start : numeral.end])
    start = previous.tail if previous else 0
    head = one.before[start : len(one.before) - one.head]
    doubts = [*_doubts(_of_sentence(head), lang), *_doubts(_after(one, following), lang)]
    qualifiers = set(one.qualifiers)
    if len(numeral.numbers) == 2:
        qualifiers.add(Qualifier.RANGE)
    if not qualifiers:
        doubts += _strange(one, head, previous, read, lang)
    if len(qualifiers) > 1 or doubts:
        phrases = [" ".join(one.before[len(one.before) - one.head :])] if one.head else []
        return Reading(numeral, None, ", ".join(dict.fromkeys([*phrases, *doubts])))
    exact = Qualifier.ABOUT if numeral.kind == "share" else Qualifier.EXACT
    return Reading(numeral, next(iter(qualifiers), exact))


def _of_sentence(head: list[str]) -> list[str]:
    """The words before a number that stand in its own sentence."""
    ends = [i for i, word in enumerate(head) if word in {".", "!", "?", "•"}]
    return head[ends[-1] + 1 :] if ends else head


def _after(one: _Around, following: _Around | None) -> list[str]:
    """The words after a number that stand in its own sentence and are not the next number's."""
    there = one.after[: len(one.after) - (following.head if following else 0)]
    ends = [i for i, word in enumerate(there) if word in {".", "!", "•"}]
    return there[: ends[0]] if ends else there


def _doubts(there: list[str], lang: Language) -> list[str]:
    """The words that leave open how exactly a number is meant."""
    doubts = []
    position = 0
    while position < len(there):
        near = there[position : position + LONGEST]
        count = lang.doubt.first(near)
        if count and not lang.harmless.first(near):
            doubts.append(" ".join(near[:count]))
        position += lang.harmless.first(near) or 1
    return doubts


def _strange(
    one: _Around,
    head: list[str],
    previous: _Around | None,
    read: dict[Numeral, Reading],
    lang: Language,
) -> list[str]:
    """What keeps a number from being exact although no word says so."""
    if one.numeral.numbers == (0,):  # "geen" may follow any word
        return []
    end = len(head)
    while end and head[end - 1] in _FILLERS | lang.links:
        end -= 1
    word = head[end - 1] if end else ""
    is_from = bool(set(one.before[-1:]) & lang.from_)
    came_from = bool(previous and set(previous.before[-2:]) & lang.from_)
    if previous and read[previous.numeral].qualifier is not Qualifier.EXACT and _is_joined(head):
        said = previous.before[len(previous.before) - previous.head :]
        return [" ".join([*said, "...", head[-1]])]
    if word in lang.to:  # "van 10 tot 15" may be a change or a range
        return [] if one.is_change or (came_from and len(head) > 1) else [word]
    if is_from and set(one.after[:1]) & lang.to and not one.is_change:
        return [f"{one.before[-1]} ... {one.after[0]}"]
    if word == "." and _is_abbreviation(head[: end - 1]) and not one.begins_sentence:
        return [f"{head[end - 2]}."]
    is_known = word in _OPENS | lang.neutral | lang.from_ | {"", _NOT_COUNTED}
    return [] if is_known else [" ".join(head[end - 1 :])]


def _is_abbreviation(there: list[str]) -> bool:
    """Whether a full stop after some words may be that of an abbreviation."""
    return bool(there) and there[-1].isalpha() and len(there[-1]) <= _ABBREVIATION


def _is_joined(before: list[str]) -> bool:
    """Whether a number is only added to the one before it, as in "zo'n 300 en 400"."""
    return 0 < len(before) <= 4 and before[-1] in _AND
