"""What others write, held against a dataset: each number that can be placed, with a verdict."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from kic.dataset import Dataset, comparison
from kic.dataset.page.comparison import stated
from kic.dataset.page.language import Language, words
from kic.dataset.page.running_text import Told, numbers_of
from kic.model import SOUND, Lang, Record, Status, UnitKind, Verdict, fold
from kic.model.interval import exact
from kic.query.dated import (
    is_comparable,
    is_counted_otherwise,
    is_in_step,
    is_of,
    is_still_then,
    is_then,
)
from kic.query.doing import is_done
from kic.query.grouping import grouped
from kic.query.nearby import is_followed, named_around
from kic.query.placing import Names, Placing, labels_of
from kic.query.scope import is_flat, is_of_another, is_on_record, is_told
from kic.query.turned import is_backwards, is_turned
from kic.query.understood import is_counted, is_left, is_open, is_part, is_spread, leaves_it
from kic.query.verdict import is_near, is_telling, verdict_on

_NAMED = 0.3  # of a name: enough where another sign tells what a number is about
_NAMED_IN_FULL = 0.7  # enough where there is no number to hold it against
_LARGE = 1000  # a number that few other things have


_ORDER = (
    *(Verdict.DIFFERS, Verdict.OTHER_YEAR_OR_REGION, Verdict.LOST_QUALIFIER),
    *(Verdict.CORRECTED, Verdict.NONE_KNOWN, *SOUND),
)


class Finding(NamedTuple):
    """A number of a text with its verdict.

    ``record`` is the figure that it is held against, which says what would be right.  ``other``
    is the figure of another year or region whose number it is.
    """

    verdict: Verdict
    told: Told
    record: Record
    other: Record | None = None


# A number with what it may be, and is for certain, and the indicators that it may be of.
_Judged = tuple[Told, Finding | None, Finding | None, list[Placing]]


class Check(NamedTuple):
    """The answer of :func:`check`: the numbers that could be placed, and those not judged."""

    findings: tuple[Finding, ...]
    not_judged: tuple[Told, ...]

    @property
    def as_read(self) -> tuple[Finding, ...]:
        """The findings with those first that are not as the source has them."""
        return tuple(sorted(self.findings, key=lambda f: _ORDER.index(f.verdict)))

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """The findings that are not as the source has them."""
        return tuple(f for f in self.findings if f.verdict not in SOUND)


def check(dataset: Dataset, text: str, *, text_lang: Lang | None = None) -> Check:
    """Hold every number of a text that can be placed against a dataset.

    ``text_lang`` is the language of the text, which its words tell otherwise.  What cannot be
    placed for certain is not judged.  Raises MissingExtraError without the readers of numbers.
    """
    return Checker(dataset).check(text, text_lang)


class Checker:
    """A dataset that texts are held against: for many texts it is made once."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._titles = {source.title for source in dataset.own.values()}
        self._titles |= {t for i in dataset.publications for t in (i.title.nl, i.title.en)}
        own = self._titles | {source.publisher for source in dataset.own.values()}
        self._own = [fold(name) for name in own]
        self._bodies = [fold(t) for o in dataset.organisations.values() for t in (o.nl, o.en)]
        self._regions = {
            fold(name): id_
            for id_, region in dataset.regions.items()
            for name in (*labels_of(region), *region.aliases)
        }
        longest_first = sorted(map(re.escape, self._regions), key=len, reverse=True)
        self._region = re.compile(rf"\b(?:{'|'.join(longest_first)})\b")
        self._loose = {  # by which a part may be meant
            fold(alias)
            for id_, region in dataset.regions.items()
            for alias in region.aliases
            if id_ != dataset.home and not _is_name(alias, labels_of(region))
        }
        self._names = Names(dataset, own)

    def check(self, text: str, text_lang: Lang | None = None) -> Check:
        """Hold every number of a text that can be placed against the dataset, as :func:`check`."""
        numbers = list(numbers_of(text, text_lang, self._titles))
        found = self._findings(numbers, is_about_it=any(name in fold(text) for name in self._own))
        findings = tuple(finding for finding in found if finding)
        return Check(findings, tuple(t for t, f in zip(numbers, found, strict=True) if not f))

    @cached_property
    def _compared(self) -> tuple[Record, ...]:
        """The figures for comparison, where the dataset is about what these are about."""
        compared = comparison(self._dataset)
        return compared.records if compared else ()

    def _findings(self, numbers: Sequence[Told], *, is_about_it: bool) -> list[Finding | None]:
        """The verdicts: what is sound comes first, and tells what the rest is about."""
        placed = [
            self._names.placings(t) if not t.reading.is_unread and self._is_here(t) else []
            for t in numbers
        ]
        found = [self._sound(t, ps) for t, ps in zip(numbers, placed, strict=True)]
        sound = [finding for finding in found if finding]
        is_about_it = is_about_it or bool(sound)
        topics = {(*f.told.place, f.record.indicator) for f in sound}
        settled = {(f.told.paragraph, f.record.key) for f in sound}
        for i, (told, placings) in enumerate(zip(numbers, placed, strict=True)):
            if placings and not found[i]:
                placing = placings[0]
                is_topic = (*told.place, placing.indicator) in topics
                is_sure = placing.is_sure or (
                    placing.only and placing.named >= _NAMED and is_topic
                )
                finding = self._wrong(told, placing, is_sure, is_topic, is_about_it)
                if finding and (told.paragraph, finding.record.key) not in settled:
                    found[i] = finding
        there = grouped(filter(None, found), lambda f: f.told.place)
        unread = grouped(
            (t for t, f in zip(numbers, found, strict=True) if not f), lambda t: t.place
        )
        certain = [
            f
            if f
            and self._is_plain(f)
            and self._is_certain(f, placings, there[f.told.place])
            and self._is_alone(f, there[f.told.place], unread.get(f.told.place, ()))
            else None
            for f, placings in zip(found, placed, strict=True)
        ]
        every = [*zip(numbers, found, certain, placed, strict=True)]
        return [_as_told(f) if f and self._is_whole(f, every) else None for f in certain]

    def _is_alone(
        self, finding: Finding, there: Sequence[Finding], unread: Sequence[Told]
    ) -> bool:
        """Whether no other number of its sentence, and no rise or fall, makes another of one."""
        if finding.verdict not in SOUND:
            return True
        own, record = finding.told, finding.record
        is_share = record.unit_kind is UnitKind.SHARE
        is_read = is_share or not any(is_open(other, own, record) for other in unread)
        told = [(f.told, f.record) for f in there]
        others = [*(t for t, _ in told if t is not own), *unread]
        is_then = is_in_step(own, record, others)
        is_part = is_of_another(own, record, told)
        is_moved = is_backwards(own, record, others, self._dataset)
        return is_read and is_then and not (is_part or is_moved or is_turned(told, self._dataset))

    def _is_whole(self, finding: Finding, every: Sequence[_Judged]) -> bool:
        """Whether a number is not told as a part of one that it is no part of, as "of whom 10".

        That is one before it in its sentence, or, as "of them" says, in the sentence before.
        """
        told, lang = finding.told, finding.told.lang
        is_of_them = lang.of_them.search(told.around)
        wholly = bool(is_of_them or lang.whole.match(told.sentence))
        if not (wholly or lang.part_of.search(told.ahead)):
            return True
        before = [one for one in every if one[0].place == told.place and one[0].start < told.start]
        if is_of_them and not before:
            last = told.before.rstrip()
            here = (one for one in every if one[0].paragraph == told.paragraph)
            before = [one for one in here if last.endswith(one[0].sentence)]
        return all(
            other
            and all(
                self._names.holds(finding.record.indicator, p, wholly=wholly)
                for p in placings
                if p.indicator == other.record.indicator
            )
            for _, found, certain, placings in before
            for other in (certain if is_of_them else found,)
            if is_of_them or other
        )

    def _sound(self, told: Told, placings: list[Placing]) -> Finding | None:
        """The figure that has a number, or of which it is a rounded or an earlier one."""
        for placing in placings:
            for record in self._there_and_then(told, placing):
                verdict = verdict_on(told, record)
                is_same = verdict is Verdict.MATCHES and placing.named >= _NAMED
                is_sound = verdict in SOUND and is_still_then(told, record)
                if verdict and is_sound and (is_same or placing.is_sure):
                    is_unconfirmed = record.status is Status.UNVALIDATED
                    is_lost = is_unconfirmed and not is_on_record(told, record)
                    return Finding(Verdict.LOST_QUALIFIER if is_lost else verdict, told, record)
        return None

    def _wrong(
        self, told: Told, placing: Placing, is_sure: bool, is_topic: bool, is_about_it: bool
    ) -> Finding | None:
        """What is wrong with a number, if it is certain that something is."""
        there = self._there_and_then(told, placing)
        regions = self._regions_of(told, strictly=True)
        here = [r for r in placing.records if r.region in regions]
        right = [r for r in here if is_comparable(told, r, is_about_it)]
        right.sort(key=lambda r: (r.interval.known, r.period.known, r.period), reverse=True)
        known = [r for r in right if r.interval.known]
        instead = [r for r in there if r.interval.known]
        is_long = is_telling(told) and placing.named >= _NAMED
        for own in placing.records:
            verdict = verdict_on(told, own)
            if own in there:
                if is_sure and verdict in (Verdict.LOST_QUALIFIER, Verdict.CORRECTED):
                    return Finding(verdict, told, own)
                is_same = [*told.reading.numeral.numbers] == [*stated(own)]
                if is_sure and is_same and verdict is Verdict.DIFFERS:  # "more than" it
                    return Finding(verdict, told, own)
            elif verdict in (Verdict.MATCHES, Verdict.LOST_QUALIFIER) and (
                (is_sure and (known or is_topic))
                or ((is_long or (is_sure and instead)) and self._says(told, own))
            ):
                record = [*known, *instead, own][0]
                return Finding(Verdict.OTHER_YEAR_OR_REGION, told, record, own)
        return self._instead(told, placing, right) if is_sure and right else None

    def _instead(self, told: Told, placing: Placing, right: list[Record]) -> Finding | None:
        """What the dataset has in the place of a number, the latest first, if that is another."""
        record = right[0]
        verdicts = {verdict_on(told, r) for r in right}
        if not verdicts <= {Verdict.DIFFERS, Verdict.NONE_KNOWN} or told.qualifier is None:
            return None
        if (
            is_part(told)
            or is_counted_otherwise(told, record)
            or self._is_sum(told, record)
            or self._is_told_elsewhere(told, record)
        ):
            return None
        if record.interval.known:
            return Finding(Verdict.DIFFERS, told, record) if is_near(told, record) else None
        is_lacking = record.gap or record.words
        is_certain = is_lacking and placing.named >= _NAMED_IN_FULL
        return Finding(Verdict.NONE_KNOWN, told, record) if is_certain else None

    def _says(self, told: Told, record: Record) -> bool:
        """Whether a text says that a number is of another year or region than a figure."""
        return not is_then(told, record) or bool(self._region.search(fold(told.sentence)))

    def _is_told_elsewhere(self, told: Told, record: Record) -> bool:
        """Whether a number stands in another figure on the theme, or in a note.

        That may be a figure for comparison; a small number only counts on the indicator itself.
        """
        is_long = is_telling(told) or max(told.reading.numeral.numbers) >= _LARGE
        every = {r.key: r for r in (*self._compared, *self._dataset.records)}.values()
        near = [r for r in every if r.theme == record.theme]
        near = [r for r in near if is_long or r.indicator == record.indicator]
        parts = [str((r.as_printed, *r.interval)) for r in near if r.key != record.key]
        parts += [note.nl for r in near for note in (*r.notes, *r.cautions)]
        texts = re.sub(r"(?<=\d)[.,\s](?=\d{3})", "", "; ".join(parts))
        own = "|".join(re.escape(str(n)) for n in told.reading.numeral.numbers)
        return bool(re.search(rf"(?<![\d.,])(?:{own})(?![\d.,]*\d)", texts))

    def _is_sum(self, told: Told, record: Record) -> bool:
        """Whether a number is two figures of the theme added, of the same place and time."""
        own = (record.theme, record.unit, record.region, record.period)
        near = [r for r in self._dataset.records if (r.theme, r.unit, r.region, r.period) == own]
        values = Counter(exact(r.value) for r in near if r.value is not None)
        rest = ((one, exact(told.reading.numeral.numbers[0]) - one) for one in values)
        return any(values[other] > (one == other) for one, other in rest)

    def _is_plain(self, finding: Finding) -> bool:
        """Whether a number is told as it is: not denied, of each day, or of a part of a region.

        People look for a region by the name of a part of it as well.
        """
        told, lang, record = finding.told, finding.told.lang, finding.record
        said = fold(f"{told.around} . {told.aside}")
        is_of_each = is_spread(said, lang, record)
        is_denied = lang.denied.search(said) or lang.untrue.search(told.sentence)
        places = map(self._region.findall, (fold(told.clause), fold(told.sentence)))
        named = next(filter(None, places), [])
        is_part = bool(named) and all(n in self._loose and n not in told.sentence for n in named)
        is_span = (  # in ten | years 120, not in the first three | months of 2021
            not lang.durations.isdisjoint(words(told.around)[:1])
            and record.unit_kind is not UnitKind.DURATION
            and record.period.kind in ("year", "unknown")
        )
        return not (is_of_each or is_span or is_denied or is_part)

    def _is_certain(
        self, finding: Finding, placings: list[Placing], there: Sequence[Finding]
    ) -> bool:
        """Whether a number that is as in the source is told of the same, at the same time."""
        told, record = finding.told, finding.record
        if finding.verdict not in SOUND:
            return finding.verdict is not Verdict.DIFFERS or is_counted(told, record, self._names)
        title = told.heading.strip("#*: ")
        said = f"{told.sentence} {title if title.isdecimal() else ''}"
        dates = {date for date in told.dates if date[:4] in said}
        is_then = not dates or (is_of(dates, record) if record.period.known else not told.is_dated)
        is_one = record.period.kind.startswith("years") or not told.lang.summed.search(told.around)
        likeliest = placings[0]
        [placed] = (p for p in placings if p.indicator == record.indicator)
        is_other = likeliest.is_sure and placed.words < likeliest.words
        beside = set[str]().union(*(self._names.words_of(f.record) for f in there))
        is_own = all(self._names.tells(told, placed, p) for p in placings if p is not placed)
        is_own = is_own and not is_other and self._names.counts(told, placed)
        is_own = is_own and is_left(told, record, self._names, beside)
        is_own = is_own and is_told(told, record, self._names)
        is_own = is_own and is_done(told, record, self._names)
        is_alone = self._is_headed(told, record) and is_followed(told, record, self._names)
        is_alone = is_alone and self._is_there(told, record)
        return is_then and is_one and is_own and is_alone

    def _is_there(self, told: Told, record: Record) -> bool:
        """Whether no sentence around a number names another place that it may be of."""
        named = [*named_around(told)]
        around = self._regions_in(" . ".join(match["name"] for match in named))
        regions = set() if self._regions_in(told.sentence) else around
        return self._are_known(named, told.lang) and (not regions or record.region in regions)

    def _is_headed(self, told: Told, record: Record) -> bool:
        """Whether the heading over a number leaves it one of a figure: no other place, no plan."""
        lang, title = told.lang, told.heading.strip("#*: ")
        regions = set() if self._regions_in(told.sentence) else self._regions_in(title)
        is_name = lang.name.fullmatch(title) and not self._names.has(title) and not regions
        is_there = not is_name and (not regions or record.region in regions)
        is_list = told.heading.endswith(":")
        is_known = not is_list or leaves_it(title, record, self._names, lang)
        is_other = is_spread(title, lang, record) or lang.untrue.search(title)
        return is_there and is_known and not is_other

    # ---------------------------------------------------------------------- where and when

    def _regions_in(self, text: str) -> set[str]:
        return {self._regions[name] for name in self._region.findall(fold(text))}

    def _regions_of(self, told: Told, *, strictly: bool = False) -> set[str]:
        """The regions that a number may be of; ``strictly`` those that the text says.

        Without a word on it that is the region that all others are a part of.
        """
        own = self._regions_in(told.clause) or self._regions_in(told.sentence)
        before = {*self._region.findall(fold(told.before))} - self._loose
        earlier = {self._regions[name] for name in before}
        home = {self._dataset.home} if self._dataset.home else set()
        if strictly:
            return own or earlier or home
        return own or earlier | (home or {*self._dataset.regions})

    def _there_and_then(self, told: Told, placing: Placing) -> list[Record]:
        """The figures that may be of the region and the year that a text tells of."""
        regions = self._regions_of(told)
        return [r for r in placing.records if r.region in regions and is_then(told, r)]

    def _is_here(self, told: Told) -> bool:
        """Whether the dataset knows all places, and whoever tells it, that are named beside it."""
        return self._are_known(told.lang.somewhere.finditer(told.clause), told.lang)

    def _are_known(self, names: Iterable[re.Match[str]], lang: Language) -> bool:
        return all(
            name in self._regions
            or name in lang.months
            or lang.plain.fullmatch(name)
            or any(name in own for own in (*self._own, *self._bodies))
            or self._names.has(name)
            for name in (fold(match["name"]) for match in names)
        )


def _as_told(finding: Finding) -> Finding:
    """A finding, or that its text leaves out that the number is a mean."""
    is_lost = finding.verdict in SOUND and is_flat(finding.told, finding.record)
    return finding._replace(verdict=Verdict.LOST_QUALIFIER) if is_lost else finding


def _is_name(alias: str, labels: list[str]) -> bool:
    """Whether another name has a word of a label, which makes it hardly the name of a part."""
    there = set(re.findall(r"\w+", fold(" ".join(labels))))
    return not there.isdisjoint(re.findall(r"\w+", fold(alias)))
