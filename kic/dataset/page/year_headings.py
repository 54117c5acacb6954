"""The years in the headings of a cell: whether they stand there for the whole year."""

import re
from collections.abc import Iterable

from kic.dataset.page.exactness import Reading
from kic.dataset.page.language import YEARS, Language
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.places import Place
from kic.dataset.page.year_parts import SOME_TIME

_OPENS = ("(", "[", ",")


def dates_of(read: Iterable[Reading]) -> list[Numeral]:
    """The dates among what is read, each with its years, or a day alone."""
    return [r.numeral for r in read if r.numeral.years or r.numeral.month]


def dates_in(heading: str, read: list[Reading], lang: Language) -> list[Numeral]:
    """The dates in a heading.

    A year beside something that is not understood is SOME_TIME of that year.
    """
    is_one = len(YEARS.findall(heading)) == 1
    return [
        date._replace(part=SOME_TIME) if is_one and _is_open(heading, date, lang) else date
        for date in dates_of(read)
    ]


def part_over(place: Place, lang: Language) -> str:
    """What stands over a cell and makes a part of the year of all of them; or nothing."""
    return place.heading_of(lang.year_heading.over) if place.kind == "cell" else ""


def _is_open(heading: str, date: Numeral, lang: Language) -> bool:
    """Whether a year may be a part of it, by the rest of its heading.

    What makes a number doubtful, or a share or a difference, is asked about elsewhere.
    """
    if not date.years or date.month or date.part:
        return False
    heading = lang.without_scales(heading, is_table=True)
    own, ahead, behind = lang.year_heading, heading[: date.start], heading[date.end :]
    if own.partial.search(ahead) or own.partial.search(behind):
        return True
    doubts = (*(beside.heading for beside in lang.beside.values()), lang.estimated)
    if any(doubt.search(heading) for doubt in doubts):
        return False
    is_first = not any(character.isalpha() for character in ahead)
    is_of_year = is_first or behind.lstrip().startswith(_OPENS)
    return is_of_year and bool(re.search(r"\w", own.whole.sub("", behind)))
