"""One figure against its place on the page: its words and its number."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain

from kic.dataset.page.amounts import Other, is_below_zero, is_said, unlike
from kic.dataset.page.exactness import Reading, readings
from kic.dataset.page.found import BY_HAND, Found, Places, scaled
from kic.dataset.page.headed import HeadedRegions
from kic.dataset.page.language import Language, language
from kic.dataset.page.next_sentence import as_said
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.numerals import numerals
from kic.dataset.page.phrases import LONGEST, at_start, words
from kic.dataset.page.quotations import spans
from kic.dataset.page.units import Units, is_called, unlike_unit, unsure_unit
from kic.model import Figure, Qualifier, Record, Status, Trend
from kic.model.digits import as_typed
from kic.model.errors import At, Problem, excerpt
from kic.model.interval import Number, as_number, exact
from kic.model.text import LANGS, fold

_AHEAD = 80  # characters before a number in which a region is named
_BETWEEN_CELLS = re.compile(r"(?<=\d)\s(?=\d)")


def number_problems(
    record: Record,
    figure: Figure,
    at: At,
    places: Places,
    units: Units,
    regions: HeadedRegions,
) -> Iterator[Problem]:
    """The number at each phrase, read where it stands, against the one that is recorded."""
    needless: list[str | None] = []  # the phrases; one that a person has to read is None
    for locator, phrase, is_repeated in (
        (record.locator, record.as_printed, False),
        *((mention.locator, mention.as_printed, True) for mention in record.repeated),
    ):
        found = places.by_locator.get(locator or "")
        if found and phrase and spans(phrase, found.place.text):
            read = found.quoted(phrase)
            if read or not is_repeated:  # what is told again may be told in words
                of_unit = (record, found.place, places.lang, units)
                counted = [r.numeral for r in read[:1] if r.numeral.kind != "lacking"]
                other = [told for n in counted for told in unlike_unit(n, *of_unit)]
                unsure = [told for n in counted for told in unsure_unit(n, *of_unit)]
                if record.status is Status.PROVISIONAL:
                    read = [found.as_provisional(r) for r in read]
                if record.qualifier is Qualifier.EXACT and is_said("target", record):
                    read = [_as_called(r) for r in read]
                read = [as_said(r, record, places.lang) for r in read]
                read = [_in_region(r, found, regions, record.region) for r in read]
                is_plain = not (unsure or regions.asked(record))
                is_read = is_plain and _same(read, record, found)[0]
                needless.append(phrase if is_read else None)
                yield from _of_phrase(phrase, read, record, figure, at, found)
                typed = (*(at if figure.unit else at[:2]), "unit")
                yield from (Problem(typed, told) for told in other)
                if not (other or figure.read_by_hand):
                    yield from (Problem(typed, f"{told}; {BY_HAND}") for told in unsure)
    is_by_hand = figure.read_by_hand and record.interval.known and not record.correction
    if is_by_hand and needless and all(needless):
        message = f"kic reads '{needless[0]}' as you do; leave 'read_by_hand' out"
        yield Problem((*at, "read_by_hand"), message)


def _of_phrase(
    phrase: str,
    read: list[Reading],
    record: Record,
    figure: Figure,
    at: At,
    found: Found,
) -> Iterator[Problem]:
    """The numbers of one phrase against the one that is recorded."""
    if record.qualifier is Qualifier.WORDS:
        if any(r.numeral.numbers for r in read):
            message = f"'{phrase}' holds a number; give it as a 'value'"
            yield Problem((*at, "words"), message)
        return
    if record.correction is not None:
        return
    numbers = {reading.numeral.numbers: reading.numeral for reading in read}
    if not record.interval.known:
        if any(numbers):
            message = f"'{phrase}' holds a number, and the figure has no 'value'"
            yield Problem((*at, "as_printed"), message)
        return
    if len(numbers) > 1:
        told = ", ".join(found.place.text[n.start : n.end] for n in numbers.values())
        message = f"'{phrase}' holds several numbers ({told}); quote one"
        yield Problem((*at, "as_printed"), message)
        return
    if _is_lacking(read, record):
        yield Problem((*at, "value"), _no_number(phrase, record))
        return
    is_same, other = _same(read, record, found)
    unclear = next((r for r in read if r.is_figure and not r.qualifier), None)
    cut = next((r for r in found.partly_within(phrase) if r.is_figure and r not in read), None)
    if figure.read_by_hand:
        digits = [n for r in read for n in r.numeral.numbers]
        # Of "in millions: 38 homes" a person may know that the homes are just as many.
        printed = [] if found.place.kind == "cell" else readings(phrase, found.lang)
        if found.place.unscaled:
            printed = [scaled(r, found.place.scale) for r in read]
        if digits and not all(_is_among(n, [*read, *printed]) for n in record.stated):
            there = ", ".join(map(as_typed, digits))
            message = f"'{phrase}' has {there} (found {' to '.join(map(as_typed, record.stated))})"
            yield Problem((*at, "value"), message)
        for name, word in _unsaid(read, record, found):
            if not _is_named(name, figure.read_by_hand):
                message = f"'{phrase}' is told as '{word}'; say {_KEYS[name]}, or name that word"
                yield Problem((*at, "read_by_hand"), message)
    elif unclear and not is_same:
        called, word = next(_unsaid(read, record, found), ("", ""))
        seen = unclear.seen if word in unclear.seen else f"{unclear.seen}, {word}"
        message = f"how exact '{phrase}' is was not understood (found {excerpt(seen)})"
        yield Problem((*at, "as_printed"), f"{message}; {_advice(called)}")
    elif other:
        message = f"what '{phrase}' counts was not understood (found {excerpt(other.seen)})"
        yield Problem((*at, "as_printed"), f"{message}; {_advice(other.name)}")
    elif not is_same:
        as_read = ", ".join(map(_told, read)) or "no number"
        given = " to ".join(map(as_typed, record.stated))
        message = f"'{phrase}' reads as {as_read} (found {record.qualifier} {given})"
        if not read and record.stated == (0,):  # none may be told in any words
            message = f"{message}; if figures are lacking, that is a gap; otherwise {BY_HAND}"
        if cut:
            whole = found.place.text[cut.numeral.start : cut.numeral.end]
            message = f"'{phrase}' cuts the number {excerpt(whole)}; quote the whole"
        yield Problem((*at, "value"), message)


def _is_lacking(read: Iterable[Reading], record: Record) -> bool:
    """Whether words say that there are no figures, unless what lacks is what is counted."""
    lacking = (r.seen for r in read if r.numeral.kind == "lacking")
    return any(not any(is_called(word, record) for word in words(seen)) for seen in lacking)


def _no_number(phrase: str, record: Record) -> str:
    found = " to ".join(map(as_typed, record.stated))
    message = f"'{phrase}' says that figures are lacking, which is no number (found {found})"
    return f'{message}; leave that out, and say registration = "unavailable" with a gap'


_KEYS = {"provisional": 'status = "P"', "target": 'measure = "target"'}  # which say so of a figure
_IF = {"provisional": "it is provisional", "target": "it is a plan or a norm"}


def _unsaid(read: Iterable[Reading], record: Record, found: Found) -> Iterator[tuple[str, str]]:
    """What words beside a number make of it that its figure does not say, each with its word."""
    beside = (o.seen for r in read for o in unlike(found.place, r.numeral, record, found.lang))
    seen = [*(r.seen for r in read), *beside]
    for name in _KEYS:
        told = map(found.lang.beside[name].named.search, seen)
        word = next((match[0] for match in told if match), None)
        if word and not is_said(name, record):
            yield name, word


def _is_named(name: str, reason: str) -> bool:
    """Whether a reason has a word for it, in any language."""
    return any(language(code).beside[name].named.search(reason) for code in LANGS)


def _advice(name: str) -> str:
    """What to do where words beside a number were not understood, or make something of it."""
    return f"say {_KEYS[name]} if {_IF[name]}; otherwise {BY_HAND}" if name in _KEYS else BY_HAND


def _same(read: list[Reading], record: Record, found: Found) -> tuple[bool, Other | None]:
    """Whether a number is the one that is recorded, and what makes no plain amount of it."""
    there, lang = found.place.text, language(record.lang)
    same = [r for r in read if _is_same(_signed(r, record, there, lang), record)]
    beside = [next(unlike(found.place, r.numeral, record, lang), None) for r in same]
    other = beside[0] if beside and all(beside) else None
    return bool(same) and not other, other


def quotation_warnings(records: Iterable[tuple[Record, Figure, At]]) -> Iterator[Problem]:
    """The figures whose own words have other numbers, or deny how exact they are; without a page.

    Raises MissingExtraError without the packages that read numbers.
    """
    for record, figure, at in records:
        lang = language(record.lang)
        # Over a table, or before a number, and not quoted with it.
        scales = {1, *lang.scales.values(), *(number for _, number in lang.text_scales)}
        for phrase in (record.as_printed, *(mention.as_printed for mention in record.repeated)):
            found = readings(phrase or "", lang)
            # A blank is between thousands, or between the cells of a row.
            apart = numerals(_BETWEEN_CELLS.sub("; ", phrase or ""), lang)
            figures = [r for r in found if r.is_figure]
            same = [r for r in figures if _is_same(r, record)]
            if record.correction and [] != same == figures and phrase == record.as_printed:
                message = f"'{phrase}' has the same number, which corrects nothing"
                yield Problem((*at, "correction"), message)
            if record.correction or any(r.numeral.kind == "unreadable" for r in found):
                continue
            read = [*found, *(Reading(numeral, None) for numeral in apart)]
            there = [n for r in figures for n in r.numeral.numbers]
            given = record.stated
            is_own = (any(_is_among(_over(n, by), read) for by in scales) for n in given)
            told, own = (" to ".join(map(as_typed, numbers)) for numbers in (there, given))
            denied = (record.qualifier in _DENIED.get(r.qualifier, ()) for r in figures)
            if record.stated and _is_lacking(figures, record):
                yield Problem((*at, "value"), _no_number(phrase or "", record))
            elif there and not all(is_own):
                yield Problem((*at, "value"), f"'{phrase}' has {told} (found {own})")
            elif there and all(denied) and not (figure.read_by_hand or min(given) < 0):
                as_read = ", ".join(map(_told, figures))
                message = f"'{phrase}' reads as {as_read} (found {record.qualifier} {own})"
                yield Problem((*at, "qualifier"), message)


_FROM, _UP_TO = (Qualifier.AT_LEAST, Qualifier.MORE_THAN), (Qualifier.AT_MOST, Qualifier.LESS_THAN)
_INEXACT = (Qualifier.ALMOST, Qualifier.RANGE, Qualifier.ABOUT, Qualifier.ESTIMATE)
_DENIED: Mapping[Qualifier | None, Collection[Qualifier]] = {  # what words that are read rule out
    **dict.fromkeys(_FROM, (Qualifier.EXACT, *_UP_TO)),
    **dict.fromkeys(_UP_TO, (Qualifier.EXACT, *_FROM)),
    **dict.fromkeys(_INEXACT, (Qualifier.EXACT,)),
}


def _over(number: Number, by: int) -> Number:
    return as_number(exact(number) / by)


def _told(reading: Reading) -> str:
    numbers = " to ".join(map(as_typed, reading.numeral.numbers))
    return f"{reading.qualifier or 'an age,'} {numbers}".rstrip()


def _is_near(found: Number, number: Number, numeral: Numeral) -> bool:
    """Whether a number of a numeral is one that is recorded.

    A share in words, as a third, is 33, 33.3 and so on.
    """
    apart = abs(exact(found) - exact(number))
    return apart < Fraction(1, 2) if numeral.kind == "share" else not apart


def _is_among(number: Number, read: list[Reading]) -> bool:
    """Whether a number is one of those read, without regard to its sign."""
    return any(
        _is_near(abs(found), abs(number), numeral)
        for numeral in (reading.numeral for reading in read)
        for found in numeral.numbers
    )


def _signed(reading: Reading, record: Record, text: str, lang: Language) -> Reading:
    """A reading with its numbers below zero where words say so, as "a loss of 3"."""
    if not is_below_zero(text, reading.numeral, record, lang):
        return reading
    numbers = tuple(-abs(number) for number in reading.numeral.numbers)
    return reading._replace(numeral=reading.numeral._replace(numbers=numbers))


def _in_region(reading: Reading, found: Found, regions: HeadedRegions, region: str) -> Reading:
    """A reading as exact where only its own region left that open, as "Ede" and "in Ede"."""
    if not reading.is_bare or reading.qualifier or reading.numeral.kind != "number":
        return reading
    start = reading.numeral.start
    ahead = found.place.text[max(start - _AHEAD, 0) : start].rstrip()
    names = chain(found.lang.somewhere.finditer(ahead), found.lang.name.finditer(ahead))
    named = (match for match in names if match.end() == len(ahead))
    is_own = any(regions.named(match["name"]) == region for match in named)
    return reading._replace(qualifier=Qualifier.EXACT) if is_own else reading


def _as_called(reading: Reading) -> Reading:
    """A number that only its heading makes an estimate, of a figure that is called one too."""
    is_headed = reading.qualifier is Qualifier.ESTIMATE and reading.seen
    return reading._replace(qualifier=Qualifier.EXACT) if is_headed else reading


def _is_same(reading: Reading, record: Record) -> bool:
    """Whether a reading gives the numbers of a record, as exactly."""
    numeral, given = reading.numeral, record.stated
    # "3,3 miljoen" does not say that it is rounded.
    unsaid = Qualifier.EXACT if record.qualifier is Qualifier.ROUNDED else record.qualifier
    return (
        reading.qualifier in (record.qualifier, unsaid)
        and reading.qualifier is not None
        and len(numeral.numbers) == len(given)
        and all(_is_near(n, g, numeral) for n, g in zip(numeral.numbers, given, strict=True))
    )


def word_problems(record: Record, at: At, places: Places) -> Iterator[Problem]:
    """A word in the place of a number, and a direction, against the words of the page."""
    printed, lang = record.as_printed, places.lang
    word = record.words.given(lang.code) if record.words else None
    if printed and word and fold(word) not in fold(printed):
        message = f"'{printed}' does not have the word '{word}'"
        yield Problem((*at, "words"), message)
    if record.trend:
        yield from _of_trend(record.trend, record.trend_as_printed, printed or "", at, lang)


def _of_trend(
    trend: Trend, told: str | None, printed: str, at: At, lang: Language
) -> Iterator[Problem]:
    """A direction against the words that tell it: its own, or some of those of the figure."""
    said = _directions(told or printed, lang)
    known = {Trend.UP: lang.rise, Trend.DOWN: lang.fall, Trend.STABLE: lang.same}
    own = known.get(trend)
    others = frozenset().union(*known.values()) - (own or frozenset())
    if own is not None and said & others and not said & own:
        yield Problem((*at, "trend"), f"'{told or printed}' is no '{trend}'")
    elif not (told or said & (own or others)):
        message = (
            f"'{printed}' tells no direction; quote the words that do, as trend_as_printed too"
        )
        yield Problem((*at, "trend"), message)


def _directions(text: str, lang: Language) -> set[str]:
    """The words of a text, but for those that bound a number, as "more" of "more than 5"."""
    there, said, position = words(text), set(), 0
    while position < len(there):
        near = there[position : position + LONGEST]
        bound = at_start(lang.before, near)
        is_bound = any(map(str.isdecimal, there[position + bound : position + bound + 1]))
        count = (bound if is_bound else 0) or at_start(lang.after, near)
        said |= set() if count else {near[0]}
        position += count or 1
    return said
