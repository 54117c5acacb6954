"""The quarter or half that stands beside a year, as "Q1 2021", "2021, 1e halfjaar"."""

import re
from collections.abc import Iterable

from kic.dataset.page.language import Language
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.patterns import Sides

SOME_TIME = "moment"  # of a year, or a part of it, or one that only begins or ends with it
_AROUND = 60  # characters


def part_of_year(text: str, start: int, end: int, lang: Language) -> str:
    """The part of a year that stands at once before it or behind it, as "Q1" or "S2".

    It is SOME_TIME where that is not understood, and empty where there is none.
    """
    several, unclear = (_beside(text, start, end, [("", sides)]) for sides in lang.unclear_parts)
    known = named_part(text, start, end, lang)
    return SOME_TIME if several or (unclear and not known) else known


def named_part(text: str, start: int, end: int, lang: Language) -> str:
    """The same, of what is understood alone; of several the one behind no comma or colon."""
    found = _beside(text, start, end, lang.parts_of_year.items())
    near = {code for has_comma, code in found if has_comma == min(found)[0]}
    return SOME_TIME if len(near) > 1 else "".join(near)


def edge_of_year(date: Numeral, text: str, lang: Language) -> str:
    """Whether a date is only the "start" of a year or the "end" of one, as in "eind 2021"."""
    is_year = not date.month and date.part in ("", SOME_TIME)
    before = text[max(date.start - _AROUND, 0) : date.start]
    moment = lang.moment.search(before) if is_year else None
    return (moment.lastgroup or "") if moment else ""


def _beside(
    text: str, start: int, end: int, sides: Iterable[tuple[str, Sides]]
) -> list[tuple[bool, str]]:
    """What is found on either side, and whether a comma or colon stands between."""
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    matches = (
        (code, match)
        for code, (ahead, behind) in sides
        for match in (ahead.search(before), behind.match(after))
    )
    return [(_has_comma(match), code) for code, match in matches if match]


def _has_comma(match: re.Match[str]) -> bool:
    return bool(match.groupdict().get("comma"))
