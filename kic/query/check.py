"""What others write, held against a dataset: each number that can be placed, with a verdict."""

from collections.abc import Sequence
from typing import NamedTuple

from kic.dataset import Dataset
from kic.dataset.page.running_text import Told, numbers_of
from kic.model import SOUND, Lang, Verdict, fold
from kic.model.grouping import grouped
from kic.query.certain import Judged, is_alone, is_certain, is_plain, is_whole
from kic.query.finding import Figures, Finding
from kic.query.located import Places
from kic.query.placing import Names
from kic.query.scope import is_flat

_ORDER = (
    *(Verdict.DIFFERS, Verdict.OTHER_YEAR_OR_REGION, Verdict.LOST_QUALIFIER),
    *(Verdict.CORRECTED, Verdict.NONE_KNOWN, *SOUND),
)


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
        self._titles |= {t for i in dataset.publications for t in i.title.both}
        own = self._titles | {source.publisher for source in dataset.own.values()}
        self._own = [fold(name) for name in own]
        self._names = Names(dataset, own)
        self._places = Places(dataset, self._names, own)
        self._figures = Figures(dataset, self._places)

    def check(self, text: str, text_lang: Lang | None = None) -> Check:
        """Hold every number of a text that can be placed against the dataset, as :func:`check`."""
        numbers = list(numbers_of(text, text_lang, self._titles))
        is_about_it = any(name in fold(text) for name in self._own)
        every = self._certain(self._found(numbers, is_about_it=is_about_it))
        found = [
            _as_told(one.certain)
            if one.certain and is_whole(one.certain, every, self._names)
            else None
            for one in every
        ]
        findings = tuple(finding for finding in found if finding)
        return Check(findings, tuple(t for t, f in zip(numbers, found, strict=True) if not f))

    def _found(self, numbers: Sequence[Told], *, is_about_it: bool) -> list[Judged]:
        """What numbers may be: what is sound comes first, and tells what the rest is about."""
        placed = [
            self._names.placings(t) if not t.reading.is_unread and self._places.is_here(t) else []
            for t in numbers
        ]
        found = [self._figures.sound(t, ps) for t, ps in zip(numbers, placed, strict=True)]
        sound = [finding for finding in found if finding]
        topics = {(*f.told.place, f.record.indicator) for f in sound}
        settled = {(f.told.paragraph, f.record.key) for f in sound}
        for i, (told, placings) in enumerate(zip(numbers, placed, strict=True)):
            if placings and not found[i]:
                finding = self._figures.wrong(
                    told,
                    placings[0],
                    is_topic=(*told.place, placings[0].indicator) in topics,
                    is_about_it=is_about_it or bool(sound),
                )
                if finding and (told.paragraph, finding.record.key) not in settled:
                    found[i] = finding
        return [Judged(*one) for one in zip(numbers, placed, found, strict=True)]

    def _certain(self, every: Sequence[Judged]) -> list[Judged]:
        """The same, with what each number is for certain."""
        there = grouped((one.found for one in every if one.found), lambda f: f.told.place)
        unread = grouped((one.told for one in every if not one.found), lambda t: t.place)
        return [
            one._replace(certain=one.found)
            if one.found
            and is_plain(one.found, self._places)
            and is_certain(
                one.found, one.placings, there[one.told.place], self._names, self._places
            )
            and is_alone(
                one.found, there[one.told.place], unread.get(one.told.place, ()), self._dataset
            )
            else one
            for one in every
        ]


def _as_told(finding: Finding) -> Finding:
    """A finding, or that its text leaves out that the number is a mean.

    Of a number that was revised that is said first.
    """
    is_now = finding.verdict in SOUND and finding.verdict is not Verdict.REVISED
    is_lost = is_now and is_flat(finding.told, finding.record)
    return finding._replace(verdict=Verdict.LOST_QUALIFIER) if is_lost else finding
