"""What a number counts, by the sign and the words of a unit beside it, in its place or above."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import chain, takewhile
from typing import TypeVar

from kic.dataset.page.amounts import currency, currency_of, is_money, own_per, per
from kic.dataset.page.language import YEARS, Language, language
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.patterns import MONEY
from kic.dataset.page.phrases import LONGEST, at_start, words
from kic.dataset.page.places import Place
from kic.model import Lang, Record, Unit, UnitKind
from kic.model.text import LANGS, Text

_Told = TypeVar("_Told", int, str)
Units = Mapping[str, Collection[str]]  # the ids of units that a word, or some words, may stand for

_FAR = 60  # characters behind a number
_SIGN = 6  # characters before a number that have the sign of its currency, at most
_BETWEEN = 3  # words between a number and the one that tells what it counts, at most
_LONG = 5  # letters of a word that others may end in, as "ligdagen"
_PERCENT = 100
_IN = re.compile(r"\bin\b|[(\[]")  # before the unit of a heading
_STEM, _ENDING = 3, 3  # letters that words have in common at least, and not at most


def units_by_name(units: Mapping[str, Unit], *codes: Lang) -> Units:
    """The units that each word may stand for, by their labels in some languages."""
    named: dict[str, set[str]] = {}
    for id_, unit in units.items():
        for code in codes:
            named.setdefault((unit.label.given(code) or "").lower(), set()).add(id_)
    return named


def unlike_unit(
    numeral: Numeral, record: Record, place: Place, lang: Language, units: Units
) -> Iterator[str]:
    """What stands right beside a number and is not its unit."""
    text, unit = place.text, record.links.unit
    after = text[numeral.end : numeral.end + _FAR].lstrip()
    noun = next(iter(words(after)), "")
    is_percent = numeral.kind == "share" or lang.percent.match(after)
    money = None if record.unit in units.get(noun, []) else currency(text, numeral, lang)
    parts = 100 if is_percent else per(text, numeral, lang)
    is_other = unit is not None and parts != own_per(record)
    if is_percent and is_other:
        yield f"a percentage is printed there (found {record.unit})"
    elif parts and is_other:
        yield f"a number per {parts:,} is printed there (found {record.unit})"
    elif money and unit and unit.currency != money:
        yield f"{money} is printed there (found {record.unit})"
    elif not parts and record.unit not in units.get(noun, [record.unit]):
        yield f"'{noun}' stands behind the number (found {record.unit})"


def unsure_unit(
    numeral: Numeral, record: Record, place: Place, lang: Language, units: Units
) -> Iterator[str]:
    """What leaves open whether a number is of its unit.

    The first word behind it or its adjectives is of another one, or no sign of it stands in the
    place or in a heading above.  What a cell holds is told by its headings, in too many ways.
    """
    text, start, end = place.text, numeral.start, numeral.end
    behind = text[end : end + _FAR]
    is_part = numeral.kind == "share" or lang.percent.match(behind.lstrip())
    if not (is_part or per(text, numeral, lang)):
        yield from _unlike_parts(record, place, lang)
    if place.kind == "cell":
        yield from _unlike_headings(record, place, units)
        yield from _unlike_measures(record, place, lang)
    if place.kind == "cell" or is_part or per(text, numeral, lang):
        return
    noun = noun_behind(behind, lang, units)
    near = list(takewhile(lambda word: word[0].isalpha(), words(behind)[: _BETWEEN + 1]))
    beside = f"{text[max(start - _SIGN, 0) : end]} {' '.join(near)}"
    is_other = bool(near) and near[0] not in lang.years.silent  # "84 files, 12 per cent"
    if told := uncounted(text, numeral, record, lang, units):
        yield f"'{told}' may count nothing (found {record.unit})"
    narrow = lang.narrow_spans.match(behind)
    if narrow and _is_unlike_span(narrow, record):
        yield f"'{narrow['span']}' stands behind the number (found {record.unit})"
    elif noun and not _is_named(noun, record, units):
        yield f"'{noun}' stands behind the number (found {record.unit})"
    elif is_other and not _has_sign(beside, record, lang):
        yield f"'{near[0]}' stands behind the number (found {record.unit})"
    elif not any(_has_sign(told, record, lang) for told in (text, *place.headings)):
        yield f"no sign of the unit stands there (found {record.unit})"


def _unlike_headings(record: Record, place: Place, units: Units) -> Iterator[str]:
    """What a heading names beside a year, where that is another unit and nothing more."""
    for heading in filter(YEARS.search, place.headings):
        name = " ".join(word for word in words(YEARS.sub(" ", heading)) if word[0].isalpha())
        if record.unit not in units.get(name, [record.unit]):
            yield f"'{name}' stands in its heading (found {record.unit})"


def _unlike_parts(record: Record, place: Place, lang: Language) -> Iterator[str]:
    """Of how many a heading tells numbers to be, where that is not as the unit of a rate or share.

    In bullets and running text there may be shares of any kind.
    """
    is_rate = record.unit_kind is UnitKind.RATE
    if not is_rate and not (record.unit_kind is UnitKind.SHARE and place.kind == "cell"):
        return
    own = own_per(record) if is_rate else _PERCENT
    over = _told_over(place, lambda heading: _parts(heading, lang))
    if over and own not in over:
        told = f"a number per {max(over):,}" if max(over) > _PERCENT else "a percentage"
        found = f"per = {own}" if is_rate else record.unit
        yield f"{told} stands in its heading (found {found})"


def _parts(heading: str, lang: Language) -> set[int]:
    """Of how many a heading tells numbers to be, as "per 1,000" or "(%)"."""
    shares = lang.beside["share"].heading.finditer(heading)
    is_percent = bool(lang.percent.fullmatch(heading.strip(" ()[]")))
    is_percent |= any(lang.percent.search(match[0]) for match in shares)
    return {p.number for p in lang.per if p.over.search(heading)} | {*[_PERCENT] * is_percent}


def _unlike_measures(record: Record, place: Place, lang: Language) -> Iterator[str]:
    """The length of time or the currency of a heading, where that is not the one of the unit."""
    unit = record.links.unit
    own = frozenset[str]().union(*map(_spans, _label(unit)))
    if record.unit_kind is UnitKind.DURATION and own:
        over = _told_over(place, lambda heading: _lengths(heading, lang))
        if over and not any(_spans(word) & own for word in over):
            yield f"'{min(over)}' stands in its heading (found {record.unit})"
    if unit and unit.currency:
        over = _told_over(place, lambda heading: _currencies(heading, lang))
        if over and unit.currency not in over:
            yield f"{min(over)} stands in its heading (found {record.unit})"


def _lengths(heading: str, lang: Language) -> set[str]:
    """The lengths of time that a heading has its numbers in, as "in weeks"."""
    told = (re.findall(r"[^\W\d]+", match[0])[-1:] for match in lang.own_unit.finditer(heading))
    return {word for [word] in filter(None, told) if _spans(word.lower())}


def _currencies(heading: str, lang: Language) -> set[str]:
    """The currencies that a heading has its numbers in, by a sign or a word, as "in euros"."""
    near = ([*filter(str.isalpha, words(part))] for part in _IN.split(heading)[1:])
    told = chain(re.findall(MONEY, heading), *(there[:_BETWEEN] for there in near))
    codes = (currency_of(word.strip().lower(), lang) for word in told)
    return {code for code in codes if code}


def _told_over(place: Place, tell: Callable[[str], Collection[_Told]]) -> frozenset[_Told]:
    """What the headings of a place tell: of a cell those of the nearest that tells anything."""
    near: tuple[str, ...] = (
        (*place.headings[::-1], *place.over[:1]) if place.kind == "cell" else ()
    )
    levels = (*((heading,) for heading in near), place.over)
    told = (frozenset(chain.from_iterable(map(tell, level))) for level in levels)
    return next(filter(None, told), frozenset())


def noun_behind(behind: str, lang: Language, units: Units) -> str:
    """The name of a unit, or of a duration, that is the first noun behind a number; or nothing."""
    there = words(behind)
    there = there[at_start(lang.of_the, there) :]
    for n, word in enumerate(there[: _BETWEEN + 1]):
        names = (" ".join(there[n : n + count]) for count in range(LONGEST, 0, -1))
        if name := next((name for name in names if name in units), ""):
            return name
        is_adjective = lang.adjective.fullmatch(word)  # "day" too, in English
        if word in lang.durations:
            return "" if n or is_adjective else word
        is_thing = word in lang.people or word in lang.other_things
        if is_thing or word in lang.years.silent or not is_adjective:
            break
    return ""


def uncounted(
    text: str, numeral: Numeral, record: Record | None, lang: Language, names: Collection[str]
) -> str:
    """A zero in words with what it is told of, where that may be nothing that is counted; or "".

    "No harm" is counted where the figure, or a unit, is called so.
    """
    start, end = numeral.start, numeral.end
    is_zero = numeral.numbers == (0,) and lang.none_of.fullmatch(text, start, end)
    if not is_zero or (record and record.label.given(lang.code) is None):
        return ""
    there = words(text[end : end + _FAR])
    there = there[at_start(lang.of_the, there) :][: _BETWEEN + 1]
    near = [*takewhile(lambda word: word[0].isalpha() and word not in lang.years.silent, there)]
    things = lang.other_things.union(names, lang.currencies)
    people = tuple(lang.people)  # as in "pleegkind"
    is_counted = any(
        word in things
        or word.removesuffix("'s").endswith(people)
        or lang.youths.fullmatch(word)
        or lang.years.counted.fullmatch(word)
        or (len(word) >= _LONG and lang.years.several.fullmatch(word))
        or (record and is_called(word, record))
        for word in near
    )
    return "" if is_counted or not near else f"{text[start:end]} {near[0]}"


def is_called(word: str, record: Record) -> bool:
    """Whether a word, but for how it begins or ends, is one by which a figure is called."""
    indicator, unit = record.links.indicator, record.links.unit
    texts = (record.label, indicator.short, indicator.population, unit.label if unit else None)
    own = _words_of(*texts).union(*map(words, indicator.aliases))
    return any(_are_akin(*sorted((word, name), key=len)) for name in own)


def _are_akin(short: str, long: str) -> bool:
    """Whether two words differ in how they end, or in how a long one begins, alone."""
    near = max(len(short) - _ENDING, _STEM)
    return short[:near] == long[:near] or (len(short) >= _LONG and long.endswith(short))


def _is_named(noun: str, record: Record, units: Units) -> bool:
    """Whether a noun may stand for the unit of a record."""
    if noun in units:
        return record.unit in units[noun]
    unit, spans = record.links.unit, _spans(noun)
    is_length = unit is not None and unit.kind is UnitKind.DURATION
    return any(_spans(word) & spans for word in _label(unit)) or (
        is_length and not any(_spans(word) for word in _label(unit))
    )


def _is_unlike_span(narrow: re.Match[str], record: Record) -> bool:
    """Whether only some days, hours and so on are counted, and a unit is of all of them."""
    label = _label(record.links.unit)
    return any(map(_spans, label)) and narrow["only"].lower() not in label


def _has_sign(text: str, record: Record, lang: Language) -> bool:
    """Whether a text has a sign or word of the unit of a record; what is counted needs none."""
    unit, there = record.links.unit, frozenset(words(text))
    if unit is None or unit.kind is UnitKind.COUNT:
        return True
    if unit.currency and any(is_money(word, unit.currency, lang) for word in there):
        return True
    of_many = own_per(record)
    if of_many == 100 and lang.percent.search(text):
        return True
    label = _label(unit)
    spans = frozenset[str]().union(*map(_spans, label))
    return (
        any(p.behind.search(text) for p in lang.per if p.number == of_many)
        or not label.isdisjoint(there)
        or (bool(spans) and any(_spans(word) & spans for word in there))
    )


def _label(unit: Unit | None) -> frozenset[str]:
    """The words of a unit."""
    return _words_of(unit.label if unit else None)


def _words_of(*texts: Text | None) -> frozenset[str]:
    """The words of some texts in each language, without the commonest."""
    return frozenset(
        word
        for text in texts
        if text
        for code in LANGS
        for word in words(text.given(code) or "")
        if word.isalpha() and word not in language(code).common
    )


def _spans(word: str) -> frozenset[str]:
    """The words for the same length of time as a word, in the languages that have it."""
    return frozenset(
        one
        for code in LANGS
        for same in language(code).spans
        if any(word == w or (len(w) >= _LONG and word.endswith(w)) for w in same)
        for one in same
    )
