"""The words of a language that matter beside a number, from the list of that language."""

import re
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import tomli

from kic.dataset.page.patterns import (
    YEAR,
    Beside,
    Clauses,
    Limit,
    PerMany,
    Sides,
    YearHeading,
    any_of,
    beside,
    beside_number,
    between_months,
    between_years,
    clauses,
    compared_with,
    dates_of,
    ends_with,
    fractions,
    lacking,
    limits,
    months_of,
    next_sentence,
    numbered,
    parts_of_year,
    per_many,
    scales,
    unclear_part,
    with_numbers,
    year_heading,
)
from kic.dataset.page.phrases import Phrase, words
from kic.model import Lang, Qualifier

YEARS = re.compile(rf"(?<![\d.,]){YEAR}(?![\d.,]\d|\d)")
_NAME = r"(?P<name>[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*)*)"
_MORE = r"\d+(?:[.,]\d+)*"
# What makes another number of the digits before it: "5½", "10³", "12e3", "1'000", "5/6", "45 ± 3".
_TOUCHING = (
    r"\w+|\s?[¼-¾⅐-⅞]|\s\d/\d\d?(?!\d)|\+",
    rf"['’^/](?!{YEAR}(?!\d)){_MORE}",
    rf"\s?\(?(?:±|\+/[-−–])\s?{_MORE}",
)
# Patterns of whole words.
_CHANGES = ("more", "less", "rising", "falling", "beyond", "much", "slightly")
_TIMES = (
    *("state", "other_year", "there", "spread", "summed", "relative", "of_them"),
    *("moving", "beside_year", "year_end", "nationwide", "elsewhere", "overall"),
)
_DOUBTS = ("denied", "untrue", "altered", "without", "amply", "precise")
_AGES = ("minors", "youths")
_FAR = 200  # characters before a number in which its scale may stand
_NEXT = re.compile(r"[.!?;]\s")  # sentence


class YearWords(NamedTuple):
    """The words beside four digits that tell whether they are a year.

    Those that are ``certain`` stand before a year whatever follows, those of ``both`` before a
    number too where it counts something; ``either`` leaves that open.  ``measured`` follows a
    number and tells when it was counted, ``chain`` joins years.  What is ``counted`` may be
    ``several`` by its form alone; ``silent`` words are none of it.
    """

    certain: frozenset[str]
    in_: frozenset[str]
    both: frozenset[str]
    either: frozenset[str]
    the: frozenset[str]
    dated: frozenset[str]
    each: frozenset[str]
    labels: frozenset[str]
    sums: frozenset[str]
    levels: frozenset[str]
    seasons: frozenset[str]
    captions: frozenset[str]
    documents: frozenset[str]
    than: frozenset[str]
    joint: frozenset[str]
    of_one: frozenset[str]
    of_several: frozenset[str]
    silent: frozenset[str]
    counted: re.Pattern[str]
    several: re.Pattern[str]
    chain: str
    measured: str


class Language(NamedTuple):
    """What a language says beside numbers.

    ``dates``, ``ages`` and ``references`` are what has digits and is no figure; ``shares``,
    ``parts`` and ``times`` are fractions in words, with the pattern of each.  ``touching`` is
    what stands directly behind a number and leaves it unreadable, ``and_more`` what of this says
    that there are more, ``vague`` what stands round a number that is not just that many.
    ``lacking`` says that there are no figures, which is no zero; ``none_of`` is a zero before
    what is counted, ``nought`` one that is written as a number.
    ``estimated`` is what a heading has over numbers that are estimates, and ``foreseen`` how
    that of a table, a row or a column begins.
    """

    code: Lang
    scales: Mapping[str, int]
    scale: re.Pattern[str]
    touching: re.Pattern[str]
    and_more: re.Pattern[str]
    zero: re.Pattern[str]
    nought: re.Pattern[str]
    lacking: re.Pattern[str]
    none_of: re.Pattern[str]
    sizes: re.Pattern[str]
    one_in: re.Pattern[str]
    one_thing_in: re.Pattern[str]
    shares: tuple[tuple[re.Pattern[str], Fraction], ...]
    times: tuple[tuple[re.Pattern[str], Fraction], ...]
    parts: tuple[tuple[re.Pattern[str], Fraction], ...]
    table_scales: tuple[tuple[re.Pattern[str], int], ...]
    own_unit: re.Pattern[str]
    open_unit: re.Pattern[str]
    percent: re.Pattern[str]
    beside: Mapping[str, Beside]
    next_sentence: Mapping[str, re.Pattern[str]]
    per: tuple[PerMany, ...]
    text_scales: tuple[tuple[re.Pattern[str], int], ...]
    currencies: Mapping[str, str]
    months: Mapping[str, int]
    school: re.Pattern[str]
    parts_of_year: Mapping[str, Sides]
    unclear_parts: tuple[Sides, Sides]
    year_heading: YearHeading
    between_years: re.Pattern[str]
    between_months: re.Pattern[str]
    level: re.Pattern[str]
    up_to: re.Pattern[str]
    against: re.Pattern[str]
    estimated: re.Pattern[str]
    foreseen: re.Pattern[str]
    total: re.Pattern[str]
    over_rows: re.Pattern[str]
    narrow_spans: re.Pattern[str]
    dates: re.Pattern[str]
    ages: re.Pattern[str]
    vague: re.Pattern[str]
    unread_suffix: re.Pattern[str]
    references: re.Pattern[str]
    age_limits: tuple[Limit, ...]
    between: re.Pattern[str]
    and_: re.Pattern[str]
    joint: re.Pattern[str]
    before: Mapping[Phrase, Qualifier]
    after: Mapping[Phrase, Qualifier]
    harmless: frozenset[Phrase]
    doubt: frozenset[Phrase]
    neutral: frozenset[str]
    adjective: re.Pattern[str]
    doers: re.Pattern[str]
    of_the: frozenset[Phrase]
    negation: frozenset[str]
    to_come: frozenset[str]
    either: frozenset[Phrase]
    links: frozenset[str]
    same: frozenset[str]
    rise: frozenset[str]
    fall: frozenset[str]
    change: frozenset[str]
    to: frozenset[str]
    from_: frozenset[str]
    years: YearWords
    no_number: frozenset[str]
    about_suffix: str
    common: frozenset[str]
    people: frozenset[str]
    minors: re.Pattern[str]
    youths: re.Pattern[str]
    durations: frozenset[str]
    spans: tuple[frozenset[str], ...]
    other_things: frozenset[str]
    compared_with: re.Pattern[str]
    moment: re.Pattern[str]
    state: re.Pattern[str]
    other_year: re.Pattern[str]
    clauses: Clauses
    part_of: re.Pattern[str]
    of_them: re.Pattern[str]
    moving: re.Pattern[str]
    beside_year: re.Pattern[str]
    year_end: re.Pattern[str]
    articles: frozenset[str]
    doer: re.Pattern[str]
    acts: re.Pattern[str]
    acts_before: re.Pattern[str]
    by: re.Pattern[str]
    more: re.Pattern[str]
    less: re.Pattern[str]
    rising: re.Pattern[str]
    falling: re.Pattern[str]
    beyond: re.Pattern[str]
    much: re.Pattern[str]
    slightly: re.Pattern[str]
    than: re.Pattern[str]
    denied: re.Pattern[str]
    untrue: re.Pattern[str]
    there: re.Pattern[str]
    nationwide: re.Pattern[str]
    elsewhere: re.Pattern[str]
    outside: re.Pattern[str]
    overall: re.Pattern[str]
    relative: re.Pattern[str]
    this: re.Pattern[str]
    spread: re.Pattern[str]
    summed: re.Pattern[str]
    altered: re.Pattern[str]
    without: re.Pattern[str]
    amply: re.Pattern[str]
    precise: re.Pattern[str]
    recorded: re.Pattern[str]
    joined: re.Pattern[str]
    portion: re.Pattern[str]
    portion_of: re.Pattern[str]
    all_of: re.Pattern[str]
    whole: re.Pattern[str]
    plain: re.Pattern[str]
    demonyms: Mapping[str, str]
    forms: tuple[tuple[re.Pattern[str], str], ...]
    name: re.Pattern[str]
    somewhere: re.Pattern[str]
    subject: re.Pattern[str]
    whose: re.Pattern[str]

    def scale_before(self, text: str, start: int) -> int:
        """What a number of running text is multiplied by, as "(x 1.000):" says before it."""
        told = _NEXT.split(text[max(start - _FAR, 0) : start])[-1]
        return next((n for pattern, n in self.text_scales if pattern.search(told)), 1)

    def without_scales(self, text: str, *, is_table: bool) -> str:
        """A text with blanks in the place of what says by how much its numbers are multiplied."""
        for pattern, _ in self.table_scales if is_table else self.text_scales:
            text = pattern.sub(lambda match: " " * len(match[0]), text)
        return text


@cache
def language(code: Lang) -> Language:
    """The words of a language; raises MissingExtraError without what knows its months."""
    listed = tomli.loads(Path(__file__).with_name(f"{code}.toml").read_text("utf-8"))
    lists = {key: frozenset(given) for key, given in listed["words"].items()}
    scale: dict[str, int] = listed["scales"]
    running: dict[str, Any] = listed["running_text"]
    place, articles = running["preposition"], "|".join(running["articles"])
    unit = r"\s?(?:%|procent\b|per ?cent\b)?"
    sign = r"\s?[€$£]?\s?"
    return Language(
        code=code,
        scales=scale,
        scale=any_of(
            [rf"[\s-]?(?P<scale>{'|'.join(sorted(scale, key=len, reverse=True))})(?!\w)"]
        ),
        touching=any_of(
            [f"(?:{'|'.join(_TOUCHING)})+", rf"[\s-](?:{listed['unread_scale']})(?!\w)"]
        ),
        and_more=any_of([r"\+|[\s-]plus"]),
        zero=any_of([rf"\b(?:{listed['zero']})\b"]),
        nought=any_of([rf"(?:0(?:[.,]0+)?|{listed['nought']})"]),
        lacking=lacking(listed["lacking"]),
        none_of=any_of([listed["lacking"]["none"]]),
        sizes=any_of([rf"\b(?:{listed['sizes']})\b"]),
        **{
            key: any_of([with_numbers(rf"(?<!\w){listed[key]}", "(\\d+|[^\\W\\d_]+)")])
            for key in ("one_in", "one_thing_in")
        },
        shares=fractions(listed["shares"]),
        times=fractions(listed["times"]),
        parts=fractions(listed["parts"]),
        table_scales=scales(listed["table_scales"]),
        **{
            key: any_of([listed[key]])
            for key in ("own_unit", "open_unit", "total", "foreseen", "over_rows")
        },
        narrow_spans=any_of([rf"\s(?:[\w-]+\s){{0,2}}?(?P<span>{listed['narrow_spans']})(?!\w)"]),
        percent=any_of([r"%|\bpct\b|\bprocent(?:en)?\b|\bper ?cent\b|\bpercentages?\b"]),
        beside={name: beside(given) for name, given in listed["beside"].items()},
        next_sentence=next_sentence(listed["next_sentence"]),
        per=tuple(per_many(listed["per"])),
        text_scales=scales(listed["text_scales"], r"(?=[^:)]*[:)])"),
        currencies=listed["currencies"],
        months=months_of(code),
        school=any_of([rf"\b(?:{listed['school']})\s$"]),
        parts_of_year=parts_of_year(listed["year_parts"]),
        unclear_parts=unclear_part(listed["year_parts"]),
        year_heading=year_heading(listed, months_of(code)),
        between_years=between_years(listed),
        between_months=between_months(months_of(code), listed),
        level=any_of([rf"\b(?:{running['level']})\s(?:\w+\s)?[€$£]?\s?(?!{YEAR}\b)\d"]),
        up_to=ends_with(months_of(code), running["up_to"]),
        against=any_of([rf"\b(?:{running['against']})\s(?:\w+\s)?[€$£]?\s?$"]),
        estimated=any_of([listed["estimated"].replace("{year}", YEAR)]),
        dates=dates_of(months_of(code)),
        ages=any_of([with_numbers(rf"(?<!\w)(?:{p})(?!\w)") for p in listed["age"]]),
        vague=any_of([beside_number(pattern) for pattern in listed["vague"]]),
        unread_suffix=any_of([rf"(?P<stem>.+?)(?:{listed['unread_suffix']})"]),
        references=any_of(
            [with_numbers(rf"(?<!\w)(?:{p})") for p in [*listed["reference"], *numbered(listed)]]
        ),
        age_limits=tuple(limits(listed["age_limits"])),
        between=any_of([rf"\b(?:{listed['between']}){sign}$"]),
        and_=any_of([rf"{unit}\s(?:{listed['and']})\s{sign}"]),
        joint=any_of([rf"{unit}(?:\s(?:{listed['to']})\s|\s?[-–]\s?){sign}"]),
        before=_qualifiers(listed["before"]),
        after=_qualifiers(listed["after"]),
        harmless=frozenset(tuple(words(phrase)) for phrase in lists["harmless"]),
        doubt=frozenset(tuple(words(phrase)) for phrase in lists["doubt"]),
        neutral=lists["neutral"],
        adjective=any_of([listed["adjective"]]),
        doers=any_of([rf"(?:^|\s)(?:{listed['doers']})$"]),
        of_the=frozenset(tuple(words(phrase)) for phrase in listed["of_the"]),
        negation=lists["negation"],
        to_come=lists["to_come"],
        either=frozenset(tuple(words(phrase)) for phrase in lists["either"]),
        links=lists["links"],
        same=frozenset(listed["same"]),
        rise=frozenset(listed["rise"]),
        fall=frozenset(listed["fall"]),
        change=frozenset(chain(listed["rise"], listed["fall"], listed["change"])),
        to=frozenset(listed["to"].split("|")),
        from_=frozenset(listed["from"].split("|")),
        years=_year_words(listed["year"], lists["neutral"] | frozenset(running["common"]), code),
        no_number=frozenset(listed["no_number"]),
        about_suffix=listed["about_suffix"],
        common=frozenset(running["common"]),
        people=frozenset(running["people"]),
        **{key: any_of([rf"\b(?:{'|'.join(running[key])})\b(?!['’]s)"]) for key in _AGES},
        durations=frozenset(running["durations"]),
        spans=tuple(map(frozenset, listed["spans"])),
        other_things=frozenset([*running["durations"], *running["other_things"]]),
        clauses=clauses(months_of(code), listed),
        compared_with=compared_with(running["compared_with"], running["for_year"]),
        moment=any_of([rf"\b(?:{running['moment']})\s?$"]),
        part_of=any_of([rf"\b(?:(?:{running['of_them']})\b[^.;]{{0,20}}|{running['part_of']})$"]),
        articles=frozenset(running["articles"]),
        doer=any_of([rf"\b(?:{running['done_by']})\s(?:(?:{articles})\s)?(?P<who>\w+)"]),
        by=any_of([rf"\b(?:{running['by']})\s[€$£]?\s?$"]),
        acts=any_of([running["acts"]]),
        acts_before=any_of(
            [rf"(?:^\W*|\b(?:{running['number_of']})\s)(?:[\w-]+\s)?{running['acts']}\b"]
        ),
        **{key: any_of([rf"\b(?:{running[key]})\b"]) for key in (*_CHANGES, *_TIMES, *_DOUBTS)},
        than=any_of([rf"\b(?:{running['than']})(?P<the>\s\w+)?\s?$"]),
        outside=any_of([rf"\b(?:{running['outside']})\s(?:\w+\s)?$"]),
        this=any_of([rf"(?:{running['this']})\b"]),
        recorded=any_of([running["recorded"]]),
        joined=any_of([rf"(?<=\w)\s(?:{running['joined']})\s"]),
        portion_of=any_of(
            [rf"{unit}\s(?:{running['of']})\s(?:[^\W\d_]+\s){{0,3}}(?=\d[\d.,]+\d)(?!{YEAR}\b)"]
        ),
        all_of=any_of([rf"\b(?:{running['all']})\s(?:\w+\s)?$"]),
        portion=any_of([rf"^{unit}\s(?:{running['of']})\s(?:\w+\s)?$"]),
        whole=any_of([rf"\b(?:{running['of']})\s"]),
        plain=any_of([rf"\b(?:{'|'.join(sorted(running['plain'], key=len, reverse=True))})\b"]),
        demonyms=running["demonyms"],
        forms=tuple((any_of([rf"\b(?:{p})\b"]), word) for word, p in running["forms"].items()),
        name=re.compile(rf"(?:(?i:{place})\s(?:[a-z]+\s)?)?(?!(?:\S+\s){{3}}){_NAME}"),
        somewhere=re.compile(rf"\b(?i:{place})\s(?:[a-z]+\s)?{_NAME}"),
        whose=re.compile(rf"\b(?i:{running['whose']})\s(?:[a-z]+\s){{0,2}}{_NAME}"),
        subject=re.compile(rf"(?:(?i:{place})\s)?{_NAME}(?:,|\s(?:{running['singular']})\b)"),
    )


def _year_words(listed: dict[str, Any], known: frozenset[str], code: Lang) -> YearWords:
    patterns = {"counted", "several", "chain", "measured"}
    lists = {key: frozenset(given) for key, given in listed.items() if key not in patterns}
    told = (words_ for key, words_ in lists.items() if key not in ("captions", "documents"))
    lists["silent"] = known.union(*told)
    month = rf"(?:{'|'.join(sorted(months_of(code), key=len, reverse=True))})"
    return YearWords(
        **lists,
        counted=any_of([listed["counted"]]),
        several=any_of([listed["several"]]),
        chain=listed["chain"].replace("{year}", YEAR),
        measured=rf"\s\(?(?:{listed['measured']})\s(?:\d\d?(?:st|nd|rd|th)?\s)?(?:{month}|{YEAR})\b",
    )


def _qualifiers(listed: dict[str, list[str]]) -> dict[Phrase, Qualifier]:
    return {tuple(words(phrase)): Qualifier(q) for q, given in listed.items() for phrase in given}
