"""What the words around a number make of it: the one of a figure, or a part of it, a plan."""

import re

from kic.dataset.page.amounts import is_said
from kic.dataset.page.exactness import phrase_before
from kic.dataset.page.language import YEARS, Language
from kic.dataset.page.numerals import blanked, numerals
from kic.dataset.page.patterns import FAR, NUMBER
from kic.dataset.page.phrases import words
from kic.dataset.page.running_text import Told
from kic.model import Measure, Record, UnitKind, fold
from kic.query.placing import Names, akin, content

_WORD = re.compile(r"[^\W\d_]{2,}")
_NAMING = re.compile(r"[^\W\d_]{3,}|\d+")
_MONEY = " €$£"
_QUARTER = re.compile(r"-[QS]\d")  # or a half of a year, told as so many months
_MAJORITY = 18  # the age of
_ENDING = 3  # letters of a word, at most
RELATIVE = re.compile(r"\s(?:dat|die|that|which|who)\s")  # behind the whole of a share
_CELL_BEFORE = re.compile(r"\d(?:[^|]*\|\s?|\s\s+)$")
_CELL_BEHIND = re.compile(r"(?:\s*\||\s\s)\s*\d")


def is_left(told: Told, record: Record, names: Names, beside: set[str]) -> bool:
    """Whether the words around a number are all known to leave it the one of a figure.

    Any other word may make another of it: a part, a plan, another group, a place.  The words of
    figures ``beside`` it may stand at the head of its sentence and behind it.
    """
    known = names.around(record, told.lang)
    return (
        is_counted(told, record, names)
        and _are_known(told, known, beside)
        and (not told.behind or _is_noun(told, known, names.words_of(record)))
        and not _is_negated(told, record)
        and not (told.is_percent and _is_inverted(told, record, names.words_of(record)))
    )


def is_counted(told: Told, record: Record, names: Names) -> bool:
    """Whether no word that is known to do so makes another of a number."""
    is_loss = told.lang.beside["below_zero"].money.match(told.rest)
    is_whole = _is_whole(told) and not (is_loss and not is_said("below_zero", record))
    return is_whole and not _is_altered(told, record, names.units_of(record))


def leaves_it(text: str, record: Record, names: Names, lang: Language) -> bool:
    """Whether all words of a heading or of a few words beside a number leave it as it is."""
    known = names.around(record, lang) | names.theme_of(record)
    return all(akin(word, known) for word in _unknown(_bare(text, lang), lang))


def is_spread(text: str, lang: Language, record: Record) -> bool:
    """Whether a text tells of each day, an average and the like, as no name of a figure does.

    Of a mean that is an average anyway.
    """
    names, mean = _labels(record), lang.beside["mean"].label
    found = [match[0].lower() for match in lang.spread.finditer(text)]
    is_mean = record.measure is Measure.MEAN
    told = " ".join(word for word in found if not (is_mean and mean.search(word)))
    times = {time for time in lang.durations if time in told and time not in names}
    return bool(told) and (bool(times) or not lang.spread.search(names))


def _labels(record: Record) -> str:
    """What the indicator of a figure is called, and of how many a rate is."""
    unit = record.links.unit
    many = unit.label.both if unit and unit.kind is UnitKind.RATE else ()
    return " ".join((*record.links.indicator.labels, *many)).lower()


def _is_whole(told: Told) -> bool:
    """Whether a number is no difference, no part of the one before it, and alone in its row."""
    lang, before = told.lang, told.sentence[: told.start]
    change, ahead = lang.rise | lang.fall, words(fold(_bare(told.ahead, lang)).strip(_MONEY))
    is_by = lang.by.search(f"{' '.join(ahead)} ") and not change.isdisjoint(words(told.clause))
    beside = f"{before[-FAR:]}{NUMBER}{told.rest[:FAR]}"
    around = lang.beside["difference"].around.search(beside)
    behind = words(fold(" ".join(told.behind[:3])))
    is_change = is_by or around or not change.isdisjoint([*ahead[-1:], *behind])  # "rose 30"
    is_part = lang.portion_of.match(told.rest) or lang.all_of.search(before)  # "30 of the 50"
    is_next = before[: len(before) - len(told.ahead)][-1:].isalnum()  # to a number: "half of 30"
    is_cell = _CELL_BEFORE.search(before) or _CELL_BEHIND.match(told.rest)
    return not (is_change or is_cell or is_part or (is_next and lang.portion.search(told.ahead)))


def _are_known(told: Told, known: set[str], beside: set[str]) -> bool:
    """Whether all words around a number are of its figure, or leave any number as it is."""
    lang, ahead = told.lang, _bare(told.ahead, told.lang)
    behind = _bare(told.around[len(told.ahead) + len(told.written) :], lang)
    around = f"{_bare(told.head, lang)}. {_bare(told.aside, lang)}"
    if any(map(_QUARTER.search, told.dates)):
        known = known | lang.durations
    own, others = _unknown(f"{ahead}. {behind}", lang), _unknown(around, lang)
    is_own = all(akin(word, known) for word in own)
    is_around = all(akin(word, known | beside) for word in others)
    return is_own and is_around and not lang.than.search(ahead)


def _unknown(said: str, lang: Language) -> set[str]:
    """The words that do not leave any number as it is."""
    said = fold(said)
    for form, word in lang.forms:
        found = form.search(said)
        said = said if not found or " " in found[0] else said.replace(found[0], word)
    for judged in (lang.spread, lang.altered, lang.plain):  # the first two by themselves
        said = judged.sub(" ", said)
    return {*_WORD.findall(said)} - lang.common - lang.people - lang.change - lang.months.keys()


def _is_noun(told: Told, known: set[str], own: set[str]) -> bool:
    """Whether what stands behind a number is no other thing that only has a known word in it.

    "Politiemensen" are not the police, nor "landen" the "eilanden".
    """
    noun = fold(" ".join(told.behind[:1]))
    kin = {word for word in akin(noun, known) if word in own or word[:_ENDING] == noun[:_ENDING]}
    return not akin(noun, known) or any(len(noun.partition(word)[2]) <= _ENDING for word in kin)


def _bare(text: str, lang: Language) -> str:
    """What stands beside a number without dates and ages, and without how exact the next is."""
    told = [n for n in numerals(text, lang) if n.kind != "reference"]  # "ten years ago" is left
    there = words(blanked(text, told, " "))
    return " ".join(there[: phrase_before(there, lang)[0]])


def _all_of(told: Told) -> str:
    """What is told of a number in its sentence, with what stands over all numbers of that."""
    return fold(f"{told.head} . {told.around} . {told.aside}")


def _is_altered(told: Told, record: Record, units: set[str]) -> bool:
    """Whether words make another of a number that are not in what it counts."""
    names = fold(_labels(record))
    others = (told.lang.other_things - told.lang.durations).intersection(told.behind)
    altered = [word for word in others if not akin(word, units)]
    if record.links.indicator.age_range.stop == _MAJORITY:
        altered += told.lang.youths.findall(fold(told.around))
    altered += (m[0].lower().removesuffix("s") for m in told.lang.altered.finditer(_all_of(told)))
    return any(not re.search(rf"\b{re.escape(word)}\b", names) for word in altered)


def _is_negated(told: Told, record: Record) -> bool:
    """Whether the "not" is left out that all names of a figure have which a text may tell."""
    indicator, lang = record.links.indicator, told.lang
    own = [text.given(lang.code) or "" for text in (indicator.label, indicator.short) if text]
    own += [name for name in indicator.aliases if content(name) <= content(told.sentence)]
    return all(map(lang.without.search, own)) and not lang.without.search(told.sentence)


def _is_inverted(told: Told, record: Record, own: set[str]) -> bool:
    """Whether a text has the part of a share, as its label tells it, in the place of the whole."""
    label = RELATIVE.split(record.links.indicator.label.given(told.lang.code) or "", maxsplit=1)
    is_behind = told.lang.whole.search(f"{' '.join(told.behind[:3])} ")
    behind = re.split(r"[;,]", told.rest)[0]  # also beyond an age, as "between 12 and 18"
    there = behind if is_behind else told.sentence[: told.start].split(";")[-1] + behind
    whole = told.lang.whole.search(there)
    if len(label) == 1 or not whole:
        return False
    part = content(label[1]) - content(label[0])
    said = [word for word in _NAMING.findall(fold(there[whole.end() :])) if akin(word, own)]
    is_part = [bool(akin(word, part)) for word in said]
    return is_part[:1] == [True] and not all(is_part)


def is_part(told: Told) -> bool:
    """Whether a number tells of a part, of a change, of how many for each, or of a table."""
    lang, around = told.lang, (told.sentence[: told.start], " ".join(told.behind[:3]))
    return (
        told.reading.numeral.kind == "share"
        or any(map(lang.part_of.search, around))
        or not (lang.rise | lang.fall).isdisjoint(told.behind[:3])
        or bool(re.match(r"\W*\d", told.rest))  # another number follows at once
    )


def is_open(other: Told, told: Told, record: Record) -> bool:
    """Whether a number that is of no figure leaves open what one beside it is.

    It may be a year; or a part, as "half", behind it or just before, by which nothing rose; or
    what follows is a time, or how many times.
    """
    lang, is_year = other.lang, YEARS.fullmatch(other.written)
    is_long, is_behind = record.unit_kind is UnitKind.DURATION, other.start > told.start
    is_near = is_behind or not re.search(r"[,;:]", told.sentence[other.start : told.start])
    is_part = other.reading.numeral.kind == "share" and not re.search(r"\d", other.written)
    is_time = not lang.durations.isdisjoint(other.behind[:1])
    is_time = is_time or bool(lang.beside["ratio"].behind.search(" ".join(other.behind[:3])))
    is_change = not (lang.rise | lang.fall).isdisjoint(words(other.ahead))
    is_other = (is_part and is_near) or (is_time and is_behind and not is_long)
    is_date = is_year and not (is_long or other.rest.startswith(":"))
    return bool(is_date or (is_other and not is_change))
