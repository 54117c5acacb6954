"""Whether it is certain what a finding says: the words around its number leave it no other."""

from collections.abc import Sequence
from typing import NamedTuple

from kic.dataset import Dataset
from kic.dataset.page.phrases import words
from kic.dataset.page.running_text import Told
from kic.model import SOUND, Record, UnitKind, Verdict, fold
from kic.query.dated import is_in_step, is_of
from kic.query.doing import is_done
from kic.query.finding import Finding
from kic.query.located import Places
from kic.query.nearby import is_followed
from kic.query.placing import Names, Placing
from kic.query.scope import is_of_another, is_told
from kic.query.turned import is_backwards, is_turned
from kic.query.understood import is_counted, is_left, is_open, is_spread, leaves_it
from kic.query.verdict import has_digits_of


class Judged(NamedTuple):
    """A number with the indicators that it may be of, what it may be, and is for certain."""

    told: Told
    placings: list[Placing]
    found: Finding | None
    certain: Finding | None = None


def is_plain(finding: Finding, places: Places) -> bool:
    """Whether a number is told as it is: not denied, of each day, or of a part of a region."""
    told, lang, record = finding.told, finding.told.lang, finding.record
    said = fold(f"{told.around} . {told.aside}")
    is_of_each = is_spread(said, lang, record)
    is_denied = lang.denied.search(said) or lang.untrue.search(told.sentence)
    is_span = (  # in ten | years 120, not in the first three | months of 2021
        not lang.durations.isdisjoint(words(told.around)[:1])
        and record.unit_kind is not UnitKind.DURATION
        and record.period.kind in ("year", "unknown")
    )
    return not (is_of_each or is_span or is_denied or places.is_in_part(told))


def is_certain(
    finding: Finding,
    placings: list[Placing],
    there: Sequence[Finding],
    names: Names,
    places: Places,
) -> bool:
    """Whether a number that is as in the source is told of the same, at the same time.

    ``there`` are the findings in its sentence.
    """
    told, record = finding.told, finding.record
    beside = set[str]().union(*(names.words_of(f.record) for f in there))
    if finding.verdict is Verdict.DIFFERS and not any(told.reading.numeral.numbers):
        return is_left(told, record, names, beside)  # of a narrower group there may be none
    if finding.verdict not in SOUND:
        is_meant = finding.verdict is not Verdict.DIFFERS or is_counted(told, record, names)
        is_slip = finding.verdict is not Verdict.DIFFERS or has_digits_of(told, record)
        is_own = is_slip or is_left(told, record, names, beside)  # not of a part of it
        is_about = _is_about(told, record, names) and not places.is_open(told)
        return is_meant and is_own and is_about
    is_one = record.period.kind.startswith("years") or not told.lang.summed.search(told.around)
    likeliest = placings[0]
    [placed] = (p for p in placings if p.indicator == record.indicator)
    return (
        _is_then(told, record)
        and is_one
        and all(names.tells(told, placed, p) for p in placings if p is not placed)
        and not (likeliest.is_sure and placed.words < likeliest.words)
        and names.counts(told, placed)
        and is_left(told, record, names, beside)
        and _is_carried(told, record, names)
        and is_told(told, record, names)
        and is_done(told, record, names)
        and _is_headed(told, record, names, places)
        and is_followed(told, record, names)
        and places.is_there(told, record)
    )


def _is_about(told: Told, record: Record, names: Names) -> bool:
    """Whether a sentence tells by itself what a number of it is, or nothing else.

    "In 2021 there were 40" is about what was told before, "in 2021 40 children moved" is not.
    """
    own = names.placings(told._replace(before=""))
    behind = told.around[len(told.ahead) + len(told.written) :]
    return any(p.is_named and p.indicator == record.indicator for p in own) or (
        leaves_it(told.ahead, record, names, told.lang)
        and leaves_it(behind, record, names, told.lang)
    )


def _is_carried(told: Told, record: Record, names: Names) -> bool:
    """Whether a sentence says itself what its number is, or the one before says no more than that.

    "In 2020 there were 10" is told of what comes before, all words of which have to be known.
    """
    own = names.placings(told._replace(before="", heading=""))
    is_said = any(p.is_named and p.indicator == record.indicator for p in own)
    return is_said or leaves_it(told.last, record, names, told.lang)


def _is_then(told: Told, record: Record) -> bool:
    """Whether the dates of a number that are told beside or above it are those of a figure."""
    title = _title(told)
    said = f"{told.sentence} {title if title.isdecimal() else ''}"
    dates = {date for date in told.dates if date[:4] in said}
    return not dates or (is_of(dates, record) if record.period.known else not told.is_dated)


def _is_headed(told: Told, record: Record, names: Names, places: Places) -> bool:
    """Whether the heading over a number leaves it one of a figure: no other place, no plan."""
    lang, title = told.lang, _title(told)
    regions = places.around(told, title)
    is_name = lang.name.fullmatch(title) and not names.has(title) and not regions
    is_there = not is_name and (not regions or record.region in regions)
    is_list = told.heading.endswith(":")
    is_known = not is_list or leaves_it(title, record, names, lang)
    is_other = is_spread(title, lang, record) or lang.untrue.search(title)
    return is_there and is_known and not is_other


def _title(told: Told) -> str:
    return told.heading.strip("#*: ")


def is_alone(
    finding: Finding, there: Sequence[Finding], unread: Sequence[Told], dataset: Dataset
) -> bool:
    """Whether no other number of its sentence, and no rise or fall, makes another of one.

    ``there`` are the findings in it, and ``unread`` its numbers without.
    """
    if finding.verdict not in SOUND:
        return True
    own, record = finding.told, finding.record
    is_share = record.unit_kind is UnitKind.SHARE
    is_read = is_share or not any(is_open(other, own, record) for other in unread)
    told = [(f.told, f.record) for f in there]
    others = [*(t for t, _ in told if t is not own), *unread]
    is_then = is_in_step(own, record, others)
    is_part = is_of_another(own, record, told, unread)
    is_moved = is_backwards(own, record, others, dataset)
    return is_read and is_then and not (is_part or is_moved or is_turned(told, dataset))


def is_whole(finding: Finding, every: Sequence[Judged], names: Names) -> bool:
    """Whether a number is not told as a part of one that it is no part of, as "of whom 10".

    That is one before it in its sentence, or, as "of them" says, in the sentence before.
    """
    told, lang = finding.told, finding.told.lang
    is_of_them = lang.of_them.search(told.around)
    wholly = bool(is_of_them or lang.whole.match(told.sentence))
    if not (wholly or lang.part_of.search(told.ahead)):
        return True
    before = [one for one in every if one.told.place == told.place and one.told.start < told.start]
    if is_of_them and not before:
        last = told.before.rstrip()
        here = (one for one in every if one.told.paragraph == told.paragraph)
        before = [one for one in here if last.endswith(one.told.sentence)]
    return all(
        other
        and other.record.region == finding.record.region
        and all(
            names.holds(finding.record.indicator, p, wholly=wholly)
            for p in one.placings
            if p.indicator == other.record.indicator
        )
        for one in before
        for other in (one.certain if is_of_them else one.found,)
        if is_of_them or other
    )
