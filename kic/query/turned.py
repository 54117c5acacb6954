"""What a sentence says of a rise or a fall beside a number, held against the figures."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from kic.dataset import Dataset
from kic.dataset.page.exactness import phrase_before
from kic.dataset.page.language import YEARS, Language, language
from kic.dataset.page.numerals import numerals
from kic.dataset.page.phrases import words
from kic.dataset.page.running_text import Told
from kic.model import SOUND, Record, fold
from kic.model.grouping import grouped
from kic.model.interval import exact
from kic.query.change import series
from kic.query.placing import akin, content
from kic.query.verdict import verdict_on

_UP, _DOWN = "up", "down"
_FAR = Fraction(1, 10)  # of a number, at least: less is a small change
_TURNED = {_UP: _DOWN, _DOWN: _UP}
_SIGNED = {
    _UP: re.compile(r"[(\s]\+\s?[€$£]?\d|[↑▲]"),
    _DOWN: re.compile(r"[(\s]−\s?\d|\([-–]\s?\d|[↓▼]"),
}


def is_turned(there: Sequence[tuple[Told, Record]], dataset: Dataset) -> bool:
    """Whether a sentence tells of a change that the figures do not have.

    ``there`` are all its numbers that are of figures.  Without another year it tells of the year
    before.  A record, a multiple and the same number are not held against figures.
    """
    several = grouped(there, lambda one: (one[1].indicator, one[1].region)).values()
    return any(
        _is_of_one(own, [t for t, _ in there if t not in [o for o, _ in own]], dataset)
        for own in several
    )


def is_backwards(told: Told, record: Record, others: Iterable[Told], dataset: Dataset) -> bool:
    """Whether a number came from one, or leads to one, that its figure did not: "from 289 to 233".

    A number with its own year behind it tells when that was: no earlier than the one it came from.
    The last that a figure has led to none yet.
    """
    points = [r for r in dataset.in_time[record.indicator, record.region] if r.period.known]
    pairs = pairwise(sorted((told, *others), key=lambda t: t.start))
    near = [pair for pair in pairs if told in pair and _is_from_to(*pair)]
    if not near and _is_from(told):
        return all(r.period <= record.period for r in points)
    if any(map(YEARS.fullmatch, told.behind)):
        return any(_year(base) > _year(to) for base, to in near if _year(to))
    return not all(
        any(
            verdict_on(to if told is base else base, r) in SOUND
            and (r.period > record.period if told is base else r.period < record.period)
            for r in points
        )
        for base, to in near
    )


def _year(told: Told) -> int:
    """The year behind a number; 0 without one."""
    return next((int(word) for word in told.behind if YEARS.fullmatch(word)), 0)


def _is_from(told: Told) -> bool:
    """Whether a number is the one that something rose or fell from."""
    return not told.lang.from_.isdisjoint(words(told.ahead)[-1:]) and bool(
        _moved(fold(told.sentence), told.lang)
    )


def _is_from_to(base: Told, to: Told) -> bool:
    """Whether two numbers stand beside each other as "from 289 days to 233" has them."""
    levels = {match.end() - 1 for match in base.lang.level.finditer(base.sentence)}
    between = base.sentence[base.start + len(base.written) : to.start]
    return {base.start, to.start} <= levels and not base.lang.clauses.breaks.search(between)


def _is_of_one(
    in_time: Sequence[tuple[Told, Record]], others: Iterable[Told], dataset: Dataset
) -> bool:
    """Whether that is told of the figures of one indicator, in one region."""
    first = in_time[0][0]
    lang, text = first.lang, first.sentence
    is_about_it = lang.this.match(first.next) and not re.search(r"\d", YEARS.sub("", first.next))
    text += f" ; {first.next}" if is_about_it else ""
    text = f"{first.last} ; {text}" if _is_of(first.last, in_time[0][1]) else text
    for other in others:
        text = text.replace(other.around, " ; ").replace(other.aside or "\0", "")
    said = _without_bounds(text, lang)
    compared, moved = _compared(said, lang), _moved(said, lang)
    moved |= {way for way, sign in _SIGNED.items() if sign.search(text)}  # "14,214 (-17.9%)"
    if lang.beyond.search(said):
        return True
    if not compared | moved:
        return False
    subject, between = _subject(in_time, lang)
    own = subject.period.end.year
    if not {*map(int, YEARS.findall(between))} <= {own}:
        return True  # of another year it is told to be more or less
    years = {*map(int, YEARS.findall(text)), *(r.period.end.year for _, r in in_time)} - {own}
    changes = [_change(subject, year, dataset) for year in years or {own - 1}]
    directions = {way for way, _ in changes}
    over_time = directions.pop() if len(directions) == 1 else None
    if not all(_is_by_so_much(said, subject, size, lang) for _, size in changes):
        return True
    is_first = bool(years) and min(years) > own
    beside = _TURNED.get(over_time or "") if is_first else over_time
    return not (moved <= {over_time} and compared <= {beside})


def _is_of(last: str, record: Record) -> bool:
    """Whether a sentence without a number of its own names what a figure counts."""
    names = content(" ".join(record.links.indicator.names))
    has_number = re.search(r"\d", YEARS.sub("", last))
    return not has_number and any(akin(word, names) for word in content(last))


def _subject(in_time: Sequence[tuple[Told, Record]], lang: Language) -> tuple[Record, str]:
    """The figure that is told to be more or less, and the words up to where it is.

    It is the one before that, or the last in time.
    """
    sentence = in_time[0][0].sentence
    found = lang.more.search(sentence) or lang.less.search(sentence)
    before = [(t, r) for t, r in in_time if found and t.start < found.start()]
    if not found or not before:
        return max((r for _, r in in_time), key=lambda r: r.period), ""
    told, record = before[-1]
    return record, sentence[told.start : found.start()]


def _without_bounds(text: str, lang: Language) -> str:
    """A text without its numbers, and without the words that bound one, as "more than 18,000".

    "More than the 17,322 of 2019" is no bound, and is left.
    """
    found = [n for n in numerals(text, lang) if n.kind != "reference"]
    edges = [0, *(edge for n in found for edge in (n.start, n.end)), len(text)]
    parts = (text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    return fold(" ".join(" ".join(_without_bound(part, lang)) for part in parts))


def _without_bound(part: str, lang: Language) -> list[str]:
    """The words before a number without those that bound it."""
    than, own = lang.than.search(part), words(part)
    return own if than and than["the"] else own[: phrase_before(own, lang)[0]]


def _compared(said: str, lang: Language) -> set[str]:
    """Whether one number is told to be above or below another."""
    return {way for way, p in ((_UP, lang.more), (_DOWN, lang.less)) if p.search(said)}


def _moved(said: str, lang: Language) -> set[str]:
    """Whether a number is told to rise or fall in the course of time."""
    there = {w for w in words(said) if not (lang.more.fullmatch(w) or lang.less.fullmatch(w))}
    by_word = {_UP: lang.rise & there, _DOWN: lang.fall & there}
    by_form = {_UP: lang.rising.search(said), _DOWN: lang.falling.search(said)}
    return {way for way in (_UP, _DOWN) if by_word[way] or by_form[way]}


def _is_by_so_much(said: str, record: Record, size: Fraction | None, lang: Language) -> bool:
    """Whether a figure changed as far as it is told, or its source says so: far, or slightly."""
    own = language(record.lang)
    printed = f"{record.as_printed} {record.trend_as_printed}"
    ways = ((lang.much, own.much, True), (lang.slightly, own.slightly, False))
    return all(
        (bool(words.search(printed)) if size is None else (size >= _FAR) is is_far)
        for told, words, is_far in ways
        if told.search(said)
    )


def _change(record: Record, year: int, dataset: Dataset) -> tuple[str | None, Fraction | None]:
    """How, and by which part, a figure changed from the year or to it; None is unknown."""
    points = dataset.in_time[record.indicator, record.region]
    other = [r for r in points if r.period.known and r.period.text == str(year)]
    if not other and (year == record.period.end.year - 1 or not record.period.known):
        return record.trend, None
    found = [c for s in series(dataset, [record, *other]) for c in s.changes]
    if not found:
        return None, None
    percent = found[0].percent.value
    return found[0].direction, None if percent is None else abs(exact(percent)) / 100
