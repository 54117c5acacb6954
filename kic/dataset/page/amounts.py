"""Whether a number is a plain amount of its unit, by what stands right beside it.

"3 fewer", "3 times", "a loss of 3", "3 dollars" and "3 per 100,000" all have a three.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kic.dataset.page.language import YEARS, Language, language
from kic.dataset.page.numeral import Numeral
from kic.dataset.page.patterns import NUMBER
from kic.dataset.page.phrases import words
from kic.dataset.page.places import Place
from kic.model import SIGNED, Measure, Qualifier, Record, Status, UnitKind
from kic.model.errors import needed
from kic.model.text import LANGS

_AHEAD, _BEHIND = 200, 60  # characters
_OF_TABLES = ("difference", "mean", "median", "share")  # in text under these stand others too
_SIGN = 6  # characters before a number that have the sign of its currency, at most
_STOP = re.compile(r"[.;!?]\s|[;:(]")
_OPENED, _CLOSED = re.compile(r"\(\s?[€$£]?\s?$"), re.compile(r"\s?\)")
_DASH, _SIGNS = re.compile(r"\s*(?:[€$£]\s)?[-−–]\s[€$£]?\s?$"), "€$£ "  # in a cell
_CODE = re.compile(r"\s?([A-Z]{3})\b")
_CURRENCIES = {"€": "EUR", "£": "GBP", "$": "USD", "eur": "EUR", "gbp": "GBP", "usd": "USD"}


class Other(NamedTuple):
    """What the words beside a number make of it, and these words."""

    name: str
    seen: str


def unlike(
    place: Place, numeral: Numeral, record: Record | None, lang: Language
) -> Iterator[Other]:
    """What stands beside a number, or over it, and makes no plain amount of it.

    A figure whose label, measure or status says so itself is just that amount.
    """
    text = place.text
    ahead, behind = _beside(text, numeral)
    for name, beside in lang.beside.items():
        is_else = beside.unless.match(behind) and not lang.by.search(ahead)
        before = None if is_else else beside.ahead.search(ahead)
        around = None if is_else else beside.around.search(f"{ahead}{NUMBER}{behind}")
        found = before or beside.behind.match(behind) or around
        is_headed = place.kind == "cell" or name not in _OF_TABLES
        is_of_table = place.kind == "cell"
        is_of_table &= name != "spread" or not _is_short(place, record, lang)
        heading = beside.of_table if is_of_table else beside.heading
        over = place.heading_of(heading) if is_headed else ""
        seen = found[0].strip().replace(NUMBER, "...") if found else over
        if (found or seen) and not (record and is_said(name, record)):
            yield Other(name, seen)
    if record and _is_to_come(record):
        yield Other("target", f"{record.period}, published {record.links.source.published}")
    loss = _in_accounts(text, numeral, record, lang)
    if loss and not (record and is_said("below_zero", record)):
        yield Other("below_zero", loss)


def is_below_zero(text: str, numeral: Numeral, record: Record, lang: Language) -> bool:
    """Whether a number is told as less than nothing, of a figure that is."""
    ahead, behind = _beside(text, numeral)
    words_ = lang.beside["below_zero"]
    is_told = words_.ahead.search(ahead) or words_.behind.match(behind)
    return _is_negative(record) and bool(is_told or _in_accounts(text, numeral, record, lang))


def currency(text: str, numeral: Numeral, lang: Language) -> str | None:
    """The currency of a number, by the sign before it or a word behind it."""
    known = {**_CURRENCIES, **lang.currencies}
    ahead, behind = _beside(text, numeral)
    first, second = [*words(behind), "", ""][:2]
    is_further = first.isalpha() and first not in lang.neutral  # "3 Antilliaanse gulden"
    if (code := _CODE.match(behind)) and code[1] in needed("babel.core", "validate").get_global(
        "all_currencies"
    ):
        return code[1]
    own = words(text[numeral.start : numeral.end])  # as in "-€ 3"
    near = (*words(ahead[-_SIGN:])[-1:], *own, first, second if is_further else "")
    return next((known[word] for word in near if word in known), None)


def currency_of(word: str, lang: Language) -> str | None:
    """The currency that a word or a sign stands for."""
    return _CURRENCIES.get(word) or lang.currencies.get(word)


def is_money(word: str, code: str, lang: Language) -> bool:
    """Whether a word or a sign stands for a currency."""
    return code in (word.upper(), _CURRENCIES.get(word), lang.currencies.get(word))


def per(text: str, numeral: Numeral, lang: Language) -> int | None:
    """Of how many a number is, where that stands behind it or before it."""
    ahead, behind = _beside(text, numeral)
    after = _STOP.split(behind)[0]
    told = (p.number for p in lang.per if p.behind.match(after) or p.ahead.search(ahead))
    return next(told, None)


def pers(text: str, lang: Language) -> set[int]:
    """Of how many a text tells anything to be: "per 1,000", wherever it stands."""
    return {p.number for p in lang.per if p.behind.search(f" {text}")}


def own_per(record: Record) -> int | None:
    """Of how many the unit of a figure is, if it is a share or a rate."""
    unit = record.links.unit
    if unit is None:
        return None
    labels = ((language(code).per, f" {unit.label.given(code)}") for code in LANGS)
    told = (p.number for known, label in labels for p in known if p.behind.match(label))
    return unit.per or next(told, 100 if unit.kind is UnitKind.SHARE else None)


def _beside(text: str, numeral: Numeral) -> tuple[str, str]:
    start, end = numeral.start, numeral.end
    return text[max(start - _AHEAD, 0) : start], text[end : end + _BEHIND]


def _in_accounts(text: str, numeral: Numeral, record: Record | None, lang: Language) -> str:
    """Money, or all of a cell, with what makes a loss of it: "(3)", "3-" or "- 3"; or nothing."""
    (ahead, behind), printed = _beside(text, numeral), text[numeral.start : numeral.end]
    is_money = bool(record and record.unit_kind is UnitKind.MONEY)
    is_money |= record is None and currency(text, numeral, lang) is not None
    if (opened := _OPENED.search(ahead)) and _CLOSED.match(behind):
        return f"({printed})" if is_money or not ahead[: opened.start()].strip() else ""
    loss = lang.beside["below_zero"].money.match(behind)
    if loss and (is_money or (loss[0] == behind and not ahead.strip(_SIGNS))):
        return f"{printed}{loss[0]}"
    return text if _DASH.match(ahead) and not behind.strip() else ""


def _is_short(place: Place, record: Record | None, lang: Language) -> bool:
    """Whether a figure, or a cell, is of a part of a year, as those of a table by month are."""
    if record:
        return record.period.kind in ("day", "month", "quarter", "half_year")
    is_of_year = any(map(YEARS.fullmatch, place.headings))
    return not is_of_year or any(w in lang.months for h in place.headings for w in words(h))


def _is_negative(record: Record) -> bool:
    return record.unit_kind in SIGNED and (record.value or 0) < 0


def _is_to_come(record: Record) -> bool:
    """Whether the time of a figure lies after its source, and nothing says that it is foreseen."""
    published = record.links.source.published
    is_after = published and record.period.known and record.period.start > published.end
    is_foreseen = record.qualifier is Qualifier.ESTIMATE or is_said("target", record)
    return bool(is_after) and not is_foreseen


def is_said(name: str, record: Record) -> bool:
    """Whether a figure is what such words beside its number make of it."""
    unit = record.links.unit
    labels = (label for label in (record.label, unit and unit.label) if label)
    given = [(code, label.given(code) or "") for label in labels for code in LANGS]
    return (
        any(language(code).beside[name].label.search(label) for code, label in given)
        or (name == "mean" and record.measure is Measure.MEAN)
        or (name == "share" and record.unit_kind in (UnitKind.SHARE, UnitKind.RATE))
        or (name == "provisional" and record.status is Status.PROVISIONAL)
        or (name == "target" and record.measure is Measure.TARGET)
        or (name == "below_zero" and _is_negative(record))
    )
