"""How exactly a text puts its numbers: what the words around a number do to it.

A number is exact only where all words around it are known to leave it so.  One known phrase
makes it "at least", "about" and so on; anything else is not understood, and left to a person.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise, takewhile
from typing import NamedTuple

from kic.dataset.page.language import Language
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.numerals import blanked, numerals
from kic.dataset.page.patterns import NUMBER
from kic.dataset.page.phrases import LONGEST, at_end, at_start, words
from kic.model import Qualifier

_FIGURES = {"number", "share", "round", "unreadable"}
_WORDS = {"size", "lacking"}  # in the place of a number
_FILLERS = {"€", "$", "£", "eur", "euro", "de", "het", "een", "the", "a", "an"}
_DEFINITE = {"de", "het", "the"}
_THAN = ("dan", "than")
_ARROWS = (["-", ">"], ["=", ">"])  # "233 -> 289" is no bound
_STOPS = {".", "!", "?", "•"}  # of a sentence
_ENDS = _STOPS | {":", ";"}  # where something else is told
_OPENS = _ENDS | {",", "(", ")", "[", "/", "-", "–", "'", '"', "“", "„", "‘", "=", "|"}
_NEW_SENTENCE = re.compile(r"[.!?]\s+(?=[^\W\d_a-z])")
_MARK = "0"  # in the place of a date, an age or the number of a page
_AND = {"en", "of", "and", "or", ","}
_NOUN = range(3)  # words after a number that tell what it counts, at most, with a comma
_ABBREVIATION = 4  # letters before a full stop, at most
_FAR = 60  # characters on either side
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")  # of HTML, and no sign before a number
_AFTER = 5  # words between a number and what is said of it behind


class Reading(NamedTuple):
    """A number with how exactly it is put; ``qualifier`` is None where that is not understood.

    ``seen`` are the words that were not understood, or the heading that makes an estimate of it;
    it ``is_bare`` where none of them is known to limit a number.
    """

    numeral: Numeral
    qualifier: Qualifier | None
    seen: str = ""
    is_bare: bool = False

    @property
    def is_figure(self) -> bool:
        """Whether it may be a figure: not a date, an age or the number of a page."""
        return self.numeral.kind in _FIGURES | _WORDS

    @property
    def is_unread(self) -> bool:
        """Whether it is a number in digits that cannot be read, as "5,300-plus"."""
        return self.numeral.kind == "unreadable" and not self.numeral.numbers


class _Gap(NamedTuple):
    """The words between two numbers, or before the first or after the last.

    ``phrase`` says at their end how exact the number is that follows, which makes it ``later``;
    another phrase makes the number before them ``earlier``.  ``behind`` are the other words
    that follow the number before, and ``ahead`` those of them that belong to no phrase of it.
    """

    words: list[str]
    behind: list[str]
    ahead: list[str]
    phrase: list[str]
    earlier: Qualifier | None
    later: Qualifier | None


class _Put(NamedTuple):
    """A number as a text puts it; ``is_change`` says that its sentence tells of a rise or fall.

    ``either`` are the words that join it to another in the place of which it may be.
    """

    numeral: Numeral
    left: _Gap
    right: _Gap
    is_change: bool
    either: list[str]


def readings(text: str, lang: Language) -> list[Reading]:
    """All numbers of a text, each with how exactly it is put, in their order."""
    found = numerals(text, lang)
    read = {reading.numeral: reading for reading in _judged(text, found, lang)}
    return [read.get(numeral) or _unjudged(numeral, text) for numeral in found]


def _unjudged(numeral: Numeral, text: str) -> Reading:
    """What is no number, of which no words say how exact it is."""
    seen = text[numeral.start : numeral.end] if numeral.kind == "lacking" else ""
    return Reading(numeral, Qualifier.WORDS if numeral.kind == "size" else None, seen)


def _judged(text: str, found: list[Numeral], lang: Language) -> Iterator[Reading]:
    """The numbers that may be figures."""
    figures = [numeral for numeral in found if numeral.kind in _FIGURES]
    others = [n for n in found if n.kind not in _FIGURES | _WORDS]
    masked = _TAG.sub(lambda tag: " " * len(tag[0]), blanked(text, others, _MARK))
    edges = [0, *(edge for n in figures for edge in (n.start, n.end)), len(text)]
    gaps = [
        _gap(words(masked[start:end]), lang, is_first=not start, is_last=end == len(text))
        for start, end in zip(edges[::2], edges[1::2], strict=True)
    ]
    changing = _changing(text, figures, lang)
    joints = pairwise(["", *[*_either(gaps[1:-1], lang)][::-1], ""])
    before: tuple[_Put, Reading] | None = None
    around = zip(figures, pairwise(gaps), changing, joints, strict=False)
    for numeral, (left, right), is_change, joined in around:
        one = _Put(numeral, left, right, is_change, [*filter(None, joined)])
        reading = _read(one, before, text, lang)
        yield reading
        before = one, reading


def _gap(there: list[str], lang: Language, *, is_first: bool, is_last: bool) -> _Gap:
    """Words with what they say of the numbers before and after them, if there are such."""
    end, later = (len(there), None) if is_last else phrase_before(there, lang)
    rest = there[:end]
    tail, earlier = (range(0), None) if is_first else _phrase_after(rest, lang)
    behind = [*rest[: tail.start], *rest[tail.stop :]]
    return _Gap(there, behind, rest[tail.stop :], there[end:], earlier, later)


def _changing(text: str, figures: list[Numeral], lang: Language) -> list[bool]:
    """Of each number whether its sentence has a word for a rise or a fall."""
    starts = [0, *(match.end() for match in _NEW_SENTENCE.finditer(text))]
    sentences = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    is_change = [not lang.change.isdisjoint(words(sentence)) for sentence in sentences]
    return [is_change[bisect_right(starts, n.start) - 1] for n in figures]


def _either(between: list[_Gap], lang: Language) -> Iterator[str]:
    """What joins numbers of which one is meant, as "5, 6 or 7", "5, at most 6"; from the last."""
    joint = ""
    for gap in reversed(between):
        there = _joint(gap.words[: len(gap.words) - len(gap.phrase)], lang)
        is_next = there == [","] and (joint or gap.phrase)
        ends = (tuple(own[at:]) for own in (there, _joint(gap.words, lang)) for at in _NOUN)
        joint = " ".join(gap.words) if is_next or not lang.either.isdisjoint(ends) else ""
        yield joint


def _joint(there: list[str], lang: Language) -> list[str]:
    """Words between two numbers without a sign of what these count."""
    return [w for w in there if w not in _FILLERS and not lang.percent.fullmatch(w)]


def phrase_before(there: list[str], lang: Language) -> tuple[int, Qualifier | None]:
    """Where the phrase just before a number begins, seen through an article and a currency.

    "More than the 40" compares with these 40, and says nothing of how exact they are.
    """
    end = len(there)
    while not (count := at_end(lang.before, there[:end][-LONGEST:])):
        if not end or there[end - 1] not in _FILLERS:
            return len(there), None
        end -= 1
    if there[:end][-2:] in _ARROWS:
        return len(there), None
    is_compared = there[end - 1] in _THAN and not _DEFINITE.isdisjoint(there[end:])
    start = end - count
    return start, None if is_compared else lang.before[tuple(there[start:end])]


def _phrase_after(there: list[str], lang: Language) -> tuple[range, Qualifier | None]:
    """Where the phrase stands after a number and its noun."""
    for start, word in enumerate(there[:_AFTER]):
        if word in _ENDS:
            break
        if count := at_start(lang.after, there[start : start + LONGEST]):
            phrase = range(start, start + count)
            return phrase, lang.after[tuple(there[start : start + count])]
    return range(0), None


def _read(one: _Put, before: tuple[_Put, Reading] | None, text: str, lang: Language) -> Reading:
    """What all words around a number make of it; ``before`` is the one before it."""
    numeral = one.numeral
    if numeral.kind == "unreadable" or numeral.years:
        return Reading(numeral, None, text[numeral.start : numeral.end])
    ahead, behind = _sentence(one.left.ahead[::-1])[::-1], _sentence(one.right.behind)
    # Behind a number "more than" compares with something else, as in "2% more than in 2019".
    compares = {" ".join(phrase) for phrase in lang.before if phrase[-1] in _THAN}
    later = (doubt for doubt in _doubts(behind, lang) if doubt not in compares)
    doubts = [*_doubts(ahead, lang), *later, *_difference(behind, compares, lang)]
    doubts += [*_negated(one.left, lang), *one.either]
    if not one.right.earlier:
        doubts += _vague(numeral, text, lang)
    is_range = Qualifier.RANGE if len(numeral.numbers) == 2 else None
    if is_range and (by := lang.by.search(text, max(numeral.start - _FAR, 0), numeral.start)):
        doubts.append(f"{by[0]}...")  # "by 2 to 3" may be a difference and a level
    qualifiers = {one.left.later, one.right.earlier, is_range} - {None}
    is_compared = bool(one.left.phrase) and not one.left.later
    if is_compared and not (before and _is_of_difference(ahead)):
        doubts.append(" ".join(one.left.phrase))
    is_bare = not qualifiers and not doubts
    if is_compared:
        doubts += _unsettled(one, lang)
    elif not qualifiers:
        doubts += _strange(one, before, text, lang)
    if len(qualifiers) > 1 or doubts:
        seen = [" ".join(one.left.phrase), *doubts]
        return Reading(numeral, None, ", ".join(dict.fromkeys(filter(None, seen))), is_bare)
    exact = Qualifier.EXACT if numeral.kind == "number" else Qualifier.ABOUT
    return Reading(numeral, next(iter(qualifiers), exact))


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


def _difference(behind: list[str], compares: set[str], lang: Language) -> list[str]:
    """What makes a difference of a number, with nothing that it is compared with.

    "300 children fewer" are no 300 children.
    """
    noun, word, after = [*behind, "", "", ""][:3]
    is_one = noun.isalpha() and not lang.percent.match(noun) and after not in _THAN
    is_one &= any(f"{word} {than}" in compares for than in _THAN)
    return [f"{noun} {word}"] if is_one else []


def _vague(numeral: Numeral, text: str, lang: Language) -> list[str]:
    """The words round a number that make it another one, as "from 43 children up"."""
    ahead = text[max(numeral.start - _FAR, 0) : numeral.start]
    behind = text[numeral.end : numeral.end + _FAR]
    found = lang.vague.search(f"{ahead}{NUMBER}{behind}")
    return [" ".join(found[0].replace(NUMBER, "...").split())] if found else []


def _negated(left: _Gap, lang: Language) -> list[str]:
    """A phrase that says the opposite with the word before it, as "not under 12"."""
    before = left.ahead[-1:] if left.phrase else []
    return [" ".join([*before, *left.phrase])] if lang.negation.intersection(before) else []


def _strange(
    one: _Put, before: tuple[_Put, Reading] | None, text: str, lang: Language
) -> list[str]:
    """What keeps a number from being exact although no word says so."""
    if one.numeral.numbers == (0,):  # "geen" may follow any word
        return []
    ahead, came_from = one.left.ahead, False
    if unsettled := _unsettled(one, lang):
        return unsettled
    if before:
        previous, reading = before
        if reading.qualifier is not Qualifier.EXACT and _is_joined(ahead):
            return [" ".join([*previous.left.phrase, "...", ahead[-1]])]  # "zo'n 300 en 400"
        came_from = not lang.from_.isdisjoint(previous.left.words[-2:])
    end = len(ahead)
    while end and ahead[end - 1] in _FILLERS | lang.links:
        end -= 1
    is_mean = any(map(lang.beside["mean"].label.fullmatch, ahead[end:]))
    if doer := lang.doers.search(" ".join(ahead)):
        end = len(ahead) - len(doer[0].split())
    word = ahead[end - 1] if end else ""
    if word in lang.to:  # "van 10 tot 15" may be a change or a range
        return [] if one.is_change or (came_from and _MARK in ahead) else [word]
    [first] = one.left.words[-1:] or [""]
    there = one.right.behind + one.right.phrase
    is_from = first in lang.from_ and there[:1] and there[0] in lang.to
    ends = {" ".join(_joint(one.right.words, lang)[at:]) for at in _NOUN}
    if is_from or not lang.to.isdisjoint(ends):
        return [] if one.is_change else [" ".join([first, "...", *there[:3]])]
    begins_sentence = text[one.numeral.start].isupper()
    if word == "." and _is_abbreviation(ahead[: end - 1]) and not begins_sentence:
        return [f"{ahead[end - 2]}."]
    is_known = word in _OPENS | lang.neutral | lang.from_ | {"", _MARK}
    is_known |= is_mean and word.isalpha() and not at_end(lang.before, ahead[:end])
    return [] if is_known else [" ".join(ahead[end - 1 :])]


def _unsettled(one: _Put, lang: Language) -> list[str]:
    """The words of a sentence that tell what is to come, or the mark at its end that asks."""
    behind = _sentence(one.right.behind)
    end = one.right.behind[len(behind) : len(behind) + 1]
    told = (*_sentence(one.left.ahead[::-1]), *behind, *end)
    return [word for word in told if word in lang.to_come or word == "?"]


def _is_of_difference(between: list[str]) -> bool:
    """Whether a number stands right before a comparison, as in "24 children more than the 40"."""
    return len(between) in _NOUN and _ENDS.isdisjoint(between)


def _is_abbreviation(there: list[str]) -> bool:
    """Whether a full stop after some words may be that of an abbreviation."""
    return bool(there) and there[-1].isalpha() and len(there[-1]) <= _ABBREVIATION


def _is_joined(ahead: list[str]) -> bool:
    """Whether a number is only added to the one before it."""
    most = 2 if ahead[-1:] == [","] else 4
    return 0 < len(ahead) <= most and ahead[-1] in _AND
