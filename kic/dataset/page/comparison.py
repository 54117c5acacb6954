"""One figure against its place on the page: its words, its number, its period and its region."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kic.dataset.page.exactness import Reading, readings
from kic.dataset.page.found import Found, Places
from kic.dataset.page.language import Language
from kic.dataset.page.quotations import spans
from kic.model import Figure, File, Qualifier, Record
from kic.model.errors import At, Problem, excerpt
from kic.model.interval import Number, as_number, exact
from kic.model.text import fold


def _stated(record: Record) -> tuple[Number, ...]:
    """The numbers that a page prints for a record: one, or the ends of a range."""
    numbers: tuple[Number | None, ...]
    match record.qualifier:
        case Qualifier.MORE_THAN:
            numbers = (record.lower,)
        case Qualifier.AT_MOST | Qualifier.LESS_THAN:
            numbers = (record.upper,)
        case Qualifier.RANGE:
            numbers = (record.lower, record.upper)
        case _:
            numbers = (record.value,)
    return tuple(number for number in numbers if number is not None)


def number_problems(record: Record, figure: Figure, at: At, places: Places) -> Iterator[Problem]:
    """The number at each phrase, read where it stands, against the one that is recorded."""
    for locator, phrase, is_repeated in (
        (record.locator, record.as_printed, False),
        *((mention.locator, mention.as_printed, True) for mention in record.repeated),
    ):
        found = places.by_locator.get(locator or "")
        if found and phrase and spans(phrase, found.place.text):
            read = _read(phrase, found)
            if read or not is_repeated:  # what is told again may be told in words
                yield from _of_phrase(phrase, read, record, figure, at, found.place.scale)


def _read(phrase: str, found: Found) -> list[Reading]:
    """The numbers within a phrase.

    A duration in years looks like an age, and counts where there is nothing else; a date is
    never a number.
    """
    quoted = list(dict.fromkeys(found.within(phrase)))
    figures = [reading for reading in quoted if reading.is_figure]
    return figures or [reading for reading in quoted if reading.numeral.kind == "age"]


def _of_phrase(
    phrase: str, read: list[Reading], record: Record, figure: Figure, at: At, scale: int
) -> Iterator[Problem]:
    """The numbers of one phrase against the one that is recorded."""
    if record.qualifier is Qualifier.WORDS:
        if any(r.numeral.numbers for r in read):
            message = f"'{phrase}' holds a number; give it as a 'value'"
            yield Problem((*at, "words"), message)
        return
    if not record.interval.known or record.correction is not None:
        return
    if len({reading.numeral.numbers for reading in read}) > 1:
        yield Problem((*at, "as_printed"), f"'{phrase}' holds several numbers; quote one")
        return
    is_same = any(_is_same(r, record, scale) for r in read)
    unclear = next((r for r in read if r.numeral.kind == "unreadable" or not r.qualifier), None)
    if figure.read_by_hand:
        if is_same:
            message = f"kic reads '{phrase}' as you do; leave 'read_by_hand' out"
            yield Problem((*at, "read_by_hand"), message)
    elif unclear and not is_same:
        message = (
            f"how exact '{phrase}' is was not understood (found {excerpt(unclear.seen)}); look at "
            'it yourself, and say read_by_hand = "why"'
        )
        yield Problem((*at, "as_printed"), message)
    elif not is_same:
        numbers = ", ".join(_told(r, scale) for r in read) or "no number"
        given = " to ".join(map(str, _stated(record)))
        message = f"'{phrase}' reads as {numbers} (found {record.qualifier} {given})"
        yield Problem((*at, "value"), message)


def _told(reading: Reading, scale: int) -> str:
    numbers = " to ".join(str(_scaled(number, scale)) for number in reading.numeral.numbers)
    return f"{reading.qualifier} {numbers}".rstrip()


def _scaled(number: Number, scale: int) -> Number:
    return number if scale == 1 else as_number(exact(number) * scale)


def _is_same(reading: Reading, record: Record, scale: int) -> bool:
    """Whether a reading gives the numbers of a record, as exactly."""
    stated = _stated(record)
    # "3,3 miljoen" does not say that it is rounded.
    unsaid = Qualifier.EXACT if record.qualifier is Qualifier.ROUNDED else record.qualifier
    if reading.qualifier not in (record.qualifier, unsaid) or reading.qualifier is None:
        return False
    read = [_scaled(number, scale) for number in reading.numeral.numbers]
    if reading.numeral.kind == "share" and len(stated) == 1:  # a third is 33, 33.3 ... per cent
        return abs(exact(stated[0]) - exact(read[0])) < Fraction(1, 2)
    return [exact(number) for number in stated] == [exact(number) for number in read]


def period_problems(record: Record, figure: Figure, at: At, places: Places) -> Iterator[Problem]:
    """The period, where it is said to be printed, against the years at its place."""
    found = places.by_locator.get(record.locator or "")
    if found is None or not record.period.known or record.as_printed is None:
        return
    place = found.place
    own = _years(place.headings, places.lang) if place.kind == "cell" else set()
    above = _years((*place.headings, *place.above), places.lang)
    there = set().union(*(r.numeral.years for r in found.readings))
    if place.kind == "cell" or figure.period_from:
        there = above

    def is_in(years: set[int]) -> bool:  # a school year is printed as its two years
        needed = {record.period.start.year, record.period.end.year}
        return needed <= years if record.period.kind == "school_year" else bool(needed & years)

    if own and not is_in(own):
        years = ", ".join(map(str, sorted(own)))
        message = f"{place.locator} is of {years} (found {record.period})"
    elif own or "period" in record.inferred or is_in(there):
        return
    elif figure.period_from:
        message = f"no heading above {place.locator} prints {record.period}"
    else:
        way = 'period_from = "heading"' if is_in(above) else 'inferred = ["period"]'
        message = f"the page prints no {record.period} there: say {way}"
    yield Problem((*at, "period"), message)


def _years(headings: Iterable[str], lang: Language) -> set[int]:
    return {year for words in headings for r in readings(words, lang) for year in r.numeral.years}


def regions_by_name(file: File) -> dict[str, str]:
    """The region that each name means, as it may head a row or column."""
    return {
        fold(name): id_
        for id_, region in file.regions.items()
        for name in (id_, region.label.nl, region.label.en, *region.aliases)
    }


def row_problems(
    record: Record, at: At, places: Places, regions: dict[str, str]
) -> Iterator[Problem]:
    """The region of a cell, where the heading of its row or column is one."""
    found = places.by_locator.get(record.locator or "")
    if found and found.place.kind == "cell":
        named = {regions[fold(h)] for h in found.place.headings if fold(h) in regions}
        if named and record.region not in named:
            message = f"{found.place.locator} is of '{named.pop()}' (found {record.region})"
            yield Problem((*at, "region"), message)
