"""How what the list of a language has becomes patterns."""

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import chain
from typing import Any, NamedTuple

from kic.model import Lang
from kic.model.errors import needed

YEAR = r"(?:1[89]|20)\d\d"
WORD = r"[^\W\d_]+(?:-[^\W\d_]+)*"
STOP = re.compile(r"[.;!?]\s")  # of a sentence or a part of one
FAR = 400  # characters beside a number or a date that tell what happened
NUMBER = "\u0001"  # in the place of a number
MONEY = r"(?:(?:[€$£]|\b(?:EUR|GBP|USD)\b)\s?)"  # a sign or a code


def any_of(patterns: list[str]) -> re.Pattern[str]:
    """One pattern for all of them, without regard to case."""
    return re.compile("|".join(patterns), re.IGNORECASE)


def with_numbers(pattern: str, number: str = r"(?:\d+(?:[.,]\d+)?|[^\W\d_]+)") -> str:
    """A pattern in which a number may stand."""
    return pattern.replace("{n}", number)


def beside_number(pattern: str) -> str:
    """A pattern in which a number is its mark, and a few words may stand between."""
    return r"(?<!\w)" * pattern[0].isalpha() + pattern.replace("{n}", NUMBER).replace(
        "{w}", r"(?:\s[^\W\d][\w-]*){0,3}"
    )


def numbered(listed: dict[str, Any]) -> Iterator[str]:
    """What is known by a number, as in "figure 3" or "articles 3, 12 and 24".

    A number with a sign of thousands, or with what it counts behind it, names nothing.
    """
    own, running = listed["numbered"], listed["running_text"]
    people = "|".join([*running["people"], *running["other_things"]])
    counted = own["counted"].replace("{people}", people)
    end = rf"[a-z]?(?!\w|[.,]\d|\s(?-i:{counted})\b)"
    joint = rf"{listed['year_parts']['joint']}|&"
    for name, digits in (("few", r"\d\d?"), ("many", r"\d+")):
        one = rf"{digits}(?:\.\d\d?)*"
        yield rf"(?:{own[name]})(?:\s?{one}(?:[-–]{one})?|\s[^\W\d_]+){end}"
        last = rf"(?:\s?[-–]\s?|,?\s(?:{joint})\s){one}"
        yield rf"(?:{own[f'several_{name}']})\s{one}(?:,\s{one})*{last}{end}"


def scales(listed: dict[str, int], end: str = "") -> tuple[tuple[re.Pattern[str], int], ...]:
    """What multiplies numbers, as "x € 1,000" over or before them, with the ``end`` behind it."""
    told = ((p.replace("{money}", MONEY), number) for p, number in listed.items())
    return tuple((any_of([f"(?:{pattern}){end}"]), number) for pattern, number in told)


def lacking(listed: dict[str, str]) -> re.Pattern[str]:
    """What says that there are no figures, as "no reliable data"."""
    ahead = rf"(?:{listed['none']})\s{listed['between']}(?:{listed['data']})"
    behind = listed["behind"].replace("{data}", listed["data"])
    return any_of([rf"(?<!\w){ahead}(?!\w)", rf"(?<!\w){behind}(?!\w)"])


def fractions(listed: dict[str, Any]) -> tuple[tuple[re.Pattern[str], Fraction], ...]:
    """The words for each part of a whole."""
    return tuple((any_of([rf"(?<!\w)(?:{p})(?!\w)"]), Fraction(*f)) for p, f in listed.items())


def months_of(code: Lang) -> dict[str, int]:
    """The numbers of the months by their names, long and short."""
    names = needed("babel.dates", "validate").get_month_names
    given = (names(width, locale=code).items() for width in ("wide", "abbreviated"))
    return {name.rstrip(".").lower(): number for number, name in chain(*given)}


# The rest of a clause up to a number, with no other number in it but that of a date.
_ELSE = r"maar(?! liefst\b)|terwijl|but|while|whereas|(?:en|and) in"  # begins another clause
_CLAUSE = (
    rf"(?:(?!\.\s|[;!?]|\b(?:{_ELSE})\b)"
    rf"(?:{YEAR}(?!\d)|\d\d?(?=\s[^\W\d]+\s{YEAR})|\D))*?"
)
_PHRASE = rf",?(?:(?!\b(?:{_ELSE}|en|of|and|or)\b)(?:[^.,;:!?\d]|{YEAR}))*?"  # within a clause
_YEARS_OLD = r"[\s-](?:jaar|jarige|years?)\b"
_AGE = rf"(?<!\d)\d\d?(?=(?:(?:\s?[-–]\s?|\s(?:tot|t/m|to)\s)\d\d?)?{_YEARS_OLD})"
_AGED_CLAUSE = _CLAUSE.replace("|\\D", rf"|{_AGE}|\D")  # with ages too


class Beside(NamedTuple):
    """What stands right ``ahead`` of a number or ``behind`` it and makes no plain amount of it.

    What does so ``around`` it may stand on both sides, with the mark of a number in its place.
    Where the ``label`` of a figure says so too, it is that amount; ``unless`` follows where the
    words ahead mean something else.  Behind ``money`` more does so.  A ``heading`` may do so of
    all under it, and ``of_table`` more where that is a table, a row or a column.  Who reads
    such a number by hand has to use a word that is ``named``.
    """

    ahead: re.Pattern[str]
    behind: re.Pattern[str]
    around: re.Pattern[str]
    label: re.Pattern[str]
    unless: re.Pattern[str]
    money: re.Pattern[str]
    heading: re.Pattern[str]
    of_table: re.Pattern[str]
    named: re.Pattern[str]


def beside(listed: dict[str, str]) -> Beside:
    """What the list of a language has of one thing that may stand beside a number."""
    # One word may stand between, as in "a loss of about 3", but none that leads to a level.
    between = rf"(?:(?!(?:naar|tot|to|in|{_ELSE})\b)[^\W\d]+\s)?[€$£]?\s?"
    ahead = _with_clauses(listed["ahead"], _CLAUSE)
    around = _with_clauses(listed.get("around", "(?!)"), _AGED_CLAUSE)
    heading, of_table = (listed.get(key, "(?!)") for key in ("heading", "of_table"))
    few = between.replace(r"\s)?", r"\s){0,3}", 1)  # "by no more than 3"
    return Beside(
        ahead=any_of([rf"(?<!\w)(?:{ahead}){between}$" if ahead else "(?!)"]),
        behind=any_of([listed["behind"] or "(?!)"]),
        around=any_of([rf"(?<!\w)(?:{around})".replace("{n}", f"{few}{NUMBER}")]),
        label=any_of([rf"\b(?:{listed['label']})\b"]),
        unless=any_of([listed.get("unless", "(?!)")]),
        money=any_of([listed.get("money", "(?!)")]),
        heading=any_of([heading.replace("{year}", YEAR)]),
        of_table=any_of([p.replace("{year}", YEAR) for p in (heading, of_table)]),
        named=any_of([rf"\b(?:{listed.get('named', listed['label'])})\b"]),
    )


def _with_clauses(pattern: str, clause: str) -> str:
    """A pattern in which a clause, a phrase within one or a year may stand."""
    return pattern.replace("{clause}", clause).replace("{phrase}", _PHRASE).replace("{year}", YEAR)


def next_sentence(listed: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    """What a sentence says of the numbers of the one before it, by what it makes of them."""
    to_it = rf"^\W*(?:{listed['of_it']})(?:(?!\b(?:{listed['not']})\b)[^;\d])*?"
    alone = listed["alone"]
    return {
        name: any_of([rf"{to_it}\b(?:{said})", rf"^\W*(?:{alone.get(name, '(?!)')})"])
        for name, said in listed["told"].items()
    }


class PerMany(NamedTuple):
    """What stands ``behind`` a number of so many, ``ahead`` of it, or ``over`` it in a heading."""

    behind: re.Pattern[str]
    ahead: re.Pattern[str]
    over: re.Pattern[str]
    number: int


def per_many(listed: dict[str, Any]) -> Iterator[PerMany]:
    """What tells that a number is one of so many, for each of these."""
    words_, directly, alone = listed["words"], listed["directly"], listed["per_thousand"]
    for written, number in listed["numbers"].items():
        end = rf"\s(?:{written})(?![\w.,]*\w|\s000)"
        behind = rf"\s(?:(?:[^\W\d][\w'’-]*\s){{0,7}}?(?:{words_})|{directly}){end}"
        of_one, of_all = rf"(?<!\w)per{end}[^.;:\d]*$", rf"(?:^|[.;:]\s)per{end}[^.;:]*$"
        over = any_of([rf"(?<!\w)(?:{words_}){end}"])
        yield PerMany(any_of([behind]), any_of([of_one, of_all]), over, number)
    behind = rf"(?:{alone})(?!\w)"
    yield PerMany(any_of([rf"\s?{behind}"]), any_of(["(?!)"]), any_of([behind]), 1_000)


Sides = tuple[re.Pattern[str], re.Pattern[str]]

_TO_YEAR = r"(?:(?P<comma>[,:])?\s\(?|\s?[-–/]\s?)"


def parts_of_year(listed: dict[str, Any]) -> dict[str, Sides]:
    """What stands before a year, and behind it, for each of its quarters and halves."""
    parts = {}
    for code, written, many in (("Q", "quarter", 4), ("S", "half", 2)):
        for number, ordinal in enumerate(listed["ordinals"][:many], 1):
            of_one = listed[written].replace("{o}", ordinal).replace("{d}", str(number))
            first = rf"|{listed['first'][written]}" if number == 1 else ""
            parts[f"{code}{number}"] = _beside_year(f"{of_one}{first}", listed)
    return parts


def _beside_year(part: str, listed: dict[str, Any]) -> Sides:
    return (
        any_of([rf"(?<!\w)(?:{part}){listed['of']}{_TO_YEAR}$"]),
        any_of([rf"(?:{_TO_YEAR}|)(?:{part})(?!\w)"]),
    )


def unclear_part(listed: dict[str, Any]) -> tuple[Sides, Sides]:
    """What stands beside a year that is of several parts of it, and of one that is not known."""
    known = "|".join(listed[key] for key in ("quarter", "half"))
    ordinal = "|".join(listed["ordinals"])
    known = known.replace("{o}", ordinal).replace("{d}", "[1-4]")
    joint, end = rf"\s?(?:{listed['joint']}|[-–/&+,])\s?(?:de |het |the )?", listed["of"]
    several = (
        any_of([rf"(?<!\w)(?:{known}|{ordinal}){joint}(?:{known}){end}{_TO_YEAR}$"]),
        any_of([rf"(?:{_TO_YEAR}|)(?:{known}|{ordinal}){joint}(?:{known}|{ordinal}|\d)(?!\w)"]),
    )
    unclear = listed["unclear"]
    return several, (
        any_of(
            [
                rf"(?<!\w)(?:{unclear['ahead']}){end}{_TO_YEAR}$",
                rf"(?<!\w)(?:{unclear['bound']})\s$",
            ]
        ),
        any_of([rf"{_TO_YEAR}(?:{unclear['behind']})", unclear["directly"]]),
    )


class YearHeading(NamedTuple):
    """What makes only a part of the year of a heading, or stands over it, or leaves it whole."""

    partial: re.Pattern[str]
    over: re.Pattern[str]
    whole: re.Pattern[str]


def year_heading(listed: dict[str, Any], months: Mapping[str, int]) -> YearHeading:
    """What the heading of a year may say."""
    own, running = listed["year_parts"]["heading"], listed["running_text"]
    things = (*running["people"], *running["youths"], *running["other_things"])
    to = rf"\.?\s?(?:[-–]|{listed['until']})\s?"
    name, first, last = (
        rf"(?:{'|'.join(name for name, number in months.items() if number in numbers)})\b"
        for numbers in (range(1, 13), (1,), (12,))
    )
    return YearHeading(
        partial=any_of([rf"\b(?:{own['partial']}|{'|'.join(months)})\b"]),
        over=any_of([rf"\b(?:{own['over']})\b|\b(?!{first}{to}{last}){name}{to}{name}"]),
        # And the sign of a note.
        whole=any_of(
            [rf"\b(?:{own['whole']}|{'|'.join(things)})\b|[(\[](?:\d|[a-z])[)\]]|\b\d\)|[¹²³]"]
        ),
    )


def between_years(listed: dict[str, Any]) -> re.Pattern[str]:
    """Two years from one of which to the other something is told of."""
    one = rf"(?<![\d.,]){YEAR}"
    between = rf"\b(?:{listed['between']})\s(?P<between>{YEAR})\s(?:{listed['and']})"
    through = rf"(?P<from>{one})\s(?:{listed['until']})"
    return any_of([rf"(?:{between}|{through})\s(?P<last>{YEAR})(?![\d.,]*\d)"])


def between_months(months: Iterable[str], listed: dict[str, Any]) -> re.Pattern[str]:
    """Two months, or days of them, from one of which to the other something is told of."""
    name = rf"(?:{'|'.join(sorted(months, key=len, reverse=True))})(?!\w)\.?"
    until, and_ = listed["until"], rf"{listed['and']}|&"
    joint = rf"\s?[-–]\s?|\s(?:{until})\s|(?P<and>(?:,\s{name}){{0,11}},?\s(?:{and_})\s)"

    def one(n: int) -> str:
        day = r"\d{1,2}(?:st|nd|rd|th)?"
        return rf"(?:(?P<day{n}>{day})\s)?(?P<month{n}>{name})(?:\s(?P<behind{n}>{day})(?!\d))?"

    first = rf"(?P<between>(?:{listed['between']})\s)?{one(1)}(?:,?\s(?P<year1>{YEAR}))?"
    return any_of([rf"(?<!\w){first}(?:{joint}){one(2)},?\s(?P<year2>{YEAR})(?!\d)"])


def compared_with(before: str, of_it: str) -> re.Pattern[str]:
    """What stands before a year with which something is compared; not so ``of_it`` as a whole."""
    end = r"\s(?:\w+\s)?$"
    return re.compile(rf"^(?!\W*(?:{of_it}){end})(?s:.*)\b(?:{before}){end}", re.IGNORECASE)


class Clauses(NamedTuple):
    """How a sentence is put together, and which of its words lead to a time.

    It ``breaks`` between clauses, and dates are ``joined``, the second with ``in_``.  A ``level``
    is one from which something falls; ``near`` are the few words between a number and ``then``
    another time; a date has ``ended`` its clause, or was ``opened`` at its start, or is
    ``behind`` a number.  ``other`` times move a number to another year than its sentence has,
    and ``now`` than the clause before.
    """

    breaks: re.Pattern[str]
    joined: re.Pattern[str]
    in_: re.Pattern[str]
    level: re.Pattern[str]
    near: re.Pattern[str]
    then: re.Pattern[str]
    ended: re.Pattern[str]
    opened: re.Pattern[str]
    behind: re.Pattern[str]
    other: re.Pattern[str]
    now: re.Pattern[str]


def clauses(months: Iterable[str], listed: dict[str, Any]) -> Clauses:
    """What the list of a language has of clauses and times."""
    running, parts = listed["running_text"], listed["year_parts"]
    breaks, then, dating = (running[key] for key in ("breaks", "then", "dating"))
    in_ = "|".join(listed["year"]["in_"])
    the = f"(?:(?:{'|'.join(running['articles'])})\\s)?"
    few = rf"(?:\s(?!(?:{running['than']})\b)[^\W\d]+){{0,2}}\s"
    named = "|".join(parts[key] for key in ("quarter", "half")).replace("{d}", "[1-4]")
    named = named.replace("{o}", "|".join(parts["ordinals"]))
    month = "|".join(sorted((m for m in months if len(m) > 2), key=len, reverse=True))
    also = rf"\s(?:{running['joint_month']})\s{the}(?:{month}|{named})"
    of_year = rf"(?!\w|{also}|{parts['of']}[\s,:(/-]*(?:['’]\d|{YEAR}\b))"
    return Clauses(
        breaks=any_of([rf"[,;:()–—]|\s(?:{breaks})\s"]),
        joined=any_of([rf",\s|,?\s(?:{listed['and']}|&)\s(?:(?:{in_})\s)?"]),
        in_=any_of([rf"\b(?:{in_})\s$"]),
        level=any_of([rf"\b(?:{listed['from']})\s{the}[€$£]?\s?$"]),
        near=any_of([rf"{few}\(?$"]),
        then=any_of([rf"\W*$|[.,;:)]|\s(?:{then})\b"]),
        ended=any_of([rf"\s?[^\w\s]|\s?$|\s(?:{breaks}|{then}|{listed['to']})\s"]),
        opened=any_of([rf"\W*(?:(?:[^\W\d]+\s){{0,2}}(?:{dating})\s(?:[^\W\d]+\s){{0,4}})?$"]),
        behind=any_of([rf"(?:\s?%)?{few}(?:\(|(?:{dating})\s{the})$"]),
        other=any_of(
            [
                rf"\b(?:{running['year_before']})\b",
                rf"\b(?:{running['formerly']})",
                rf"\b(?:{running['within']})\s{the}(?:{month}|{named}){of_year}",
            ]
        ),
        now=any_of([rf"\b(?:{running['by_now']})\b"]),
    )


def ends_with(months: Iterable[str], bound: str) -> re.Pattern[str]:
    """What stands before a day or month where a time ends; ``from`` is where it may begin."""
    name = rf"(?:{'|'.join(sorted(months, key=len, reverse=True))})\.?"
    return any_of([rf"(?:\b(?P<from>{name}(?:\s{YEAR})?)\s)?\b(?:{bound})\s$"])


def dates_of(months: Iterable[str]) -> re.Pattern[str]:
    """Days, and months with their year."""
    month = rf"(?:{'|'.join(sorted(months, key=len, reverse=True))})\.?(?!\w)"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return any_of(
        [
            rf"(?<!\w){day}(?:\s?[-–]\s?{day})?\s(?:of\s)?{month}(?:,?\s{YEAR})?",
            rf"(?<!\w){month}\s{day},?\s{YEAR}(?!\d)",
            rf"(?<!\w){month}\s(?:1[89]\d|20[0-5])\d(?!\d)",
            rf"(?<!\w)(?<!\bin\s)(?P<day>{month}\s\d{{1,2}})(?:(?:st|nd|rd|th)\b|(?!\w|[.,]\d))",
            rf"(?<!\d){YEAR}-\d\d-\d\d(?!\d)",
            rf"(?<![\d.,-])\d{{1,2}}[-/.]\d{{1,2}}[-/.]{YEAR}(?!\d)",
        ]
    )


# What stands before an age and behind it, on which side of it ages lie, and how far from it.
Limit = tuple[re.Pattern[str], re.Pattern[str], int, int]


def limits(listed: dict[str, tuple[int, int]]) -> Iterator[Limit]:
    """What makes a bound of an age."""
    for pattern, (side, by) in listed.items():
        ahead, behind = pattern.split("{n}")
        after = any_of([rf"(?:{behind})(?!\w)" if behind else ""])
        yield any_of([rf"(?<!\w)(?:{ahead})$"]), after, side, by
