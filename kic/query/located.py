"""Where a text puts a number: the regions that it may be of, the places named beside it."""

import re
from collections.abc import Iterable

from kic.dataset import Dataset
from kic.dataset.page.language import Language, language
from kic.dataset.page.running_text import Told, sentences
from kic.model import Record, Region, fold
from kic.model.errors import needed
from kic.model.text import ISO, LANGS
from kic.query.nearby import named_around
from kic.query.placing import Names


class Places:
    """The regions of a dataset, by what a text may call them.

    ``names`` are those of its indicators, and ``own`` is what its source is called: neither is a
    place.
    """

    def __init__(self, dataset: Dataset, names: Names, own: Iterable[str]) -> None:
        self._names = names
        self._all = set(dataset.regions)
        self._home = {dataset.home} if dataset.home else set()
        whole = (region for region in dataset.regions.values() if region.part_of is None)
        self._is_national = any(map(_is_country, whole))
        bodies = [name for text in dataset.organisations.values() for name in text.both]
        self._tellers = [fold(name) for name in (*own, *bodies)]
        called = (name for one in dataset.indicators.values() for name in one.names)
        self._called = fold("; ".join(called))
        self._regions = {
            fold(name): id_ for id_, region in dataset.regions.items() for name in region.names
        }
        longest_first = sorted(map(re.escape, self._regions), key=len, reverse=True)
        self._region = re.compile(rf"\b(?:{'|'.join(longest_first)})\b")
        self._loose = {  # by which a part may be meant
            fold(alias)
            for id_, region in dataset.regions.items()
            for alias in region.aliases
            if id_ != dataset.home and not _is_name(alias, region.labels)
        }

    def named_in(self, text: str) -> set[str]:
        """The regions that a text names."""
        return {self._regions[name] for name in self._region.findall(fold(text))}

    def told_of(self, told: Told) -> set[str]:
        """The regions that the text says a number is of.

        Without a word on it that is the region that all others are a part of.
        """
        return self._beside(told) or self._last(told) or self._home

    def possible(self, told: Told) -> set[str]:
        """The regions that a number may be of."""
        return self._beside(told) or self._before(told.before) | (self._home or self._all)

    def _beside(self, told: Told) -> set[str]:
        """The regions that its sentence names for it; only perhaps the one of a number behind it.

        "286 children, in Almere 74" tells nothing of where the 286 are.
        """
        texts = told.clause, told.sentence[: told.start], told.aside
        here = (self.named_in(text) or self._whole(text, told.lang) for text in texts)
        own = next(filter(None, here), set[str]())
        others = set() if own else self.named_in(told.rest)
        return own or (others | (self._home or self._all) if others else others)

    def _whole(self, text: str, lang: Language) -> set[str]:
        """The region that all others are a part of, where a text tells of a whole: "in total"."""
        is_told = lang.overall.search(text) or (self._is_national and lang.nationwide.search(text))
        return (self._home or self._all) if is_told else set()

    def _before(self, text: str) -> set[str]:
        """The regions that a text before a sentence names, by no name for a part of one."""
        names = {*self._region.findall(fold(text))} - self._loose
        return {self._regions[name] for name in names}

    def _last(self, told: Told) -> set[str]:
        """The regions that the text before its sentence told of last."""
        texts = reversed([text for _, text in sentences(told.before)])
        last = (self._before(text) or self._whole(text, told.lang) for text in texts)
        return next(filter(None, last), set())

    def is_in_part(self, told: Told) -> bool:
        """Whether a number is told of a part of a region.

        People look for a region by the name of a part of it as well.
        """
        places = map(self._region.findall, (fold(told.clause), fold(told.sentence)))
        named = next(filter(None, places), [])
        return bool(named) and all(n in self._loose and n not in told.sentence for n in named)

    def is_here(self, told: Told) -> bool:
        """Whether the dataset knows all places, and whoever tells it, that are named beside it.

        A country is another place than the regions of a dataset that are all within one, and so
        is what is left of a region, or lies outside it.
        """
        names = told.lang.somewhere.finditer(told.clause)
        is_left = self._is_left_of(fold(told.clause), told.lang)
        return self._are_known(names, told.lang) and not (is_left or self._is_beyond(told))

    def _is_left_of(self, clause: str, lang: Language) -> bool:
        """Whether a clause tells of what is outside a region, as the name of no indicator does."""
        found = [match[0] for match in lang.elsewhere.finditer(clause)]
        found += [
            clause[outside.start() : region.end()]
            for region in self._region.finditer(clause)
            if (outside := lang.outside.search(clause[: region.start()]))
        ]
        return any(words not in self._called for words in found)

    def is_open(self, told: Told) -> bool:
        """Whether a number is told of a whole, which may be the part that was told of before."""
        before = self.named_in(told.sentence[: told.start]) or self._last(told)
        is_whole = not self.named_in(told.clause) and self._whole(told.clause, told.lang)
        return bool(is_whole and before - self._home)

    def _is_beyond(self, told: Told) -> bool:
        """Whether the place told of last is a country, and the dataset is of a part of one."""
        if self._is_national or self.named_in(told.clause):
            return False
        for text in (told.clause, told.aside, told.sentence[: told.start], told.before):
            nation, region = (_end(p, fold(text)) for p in (told.lang.nationwide, self._region))
            if nation != region:
                return nation > region
        return False

    def is_there(self, told: Told, record: Record) -> bool:
        """Whether no sentence around a number names another place that it may be of.

        What one with a number tells of, the next is about as well.
        """
        named = [*named_around(told)]
        regions = self.around(told, " . ".join(match["name"] for match in named))
        last = self._last(told) if re.search(r"\d", told.before) else set[str]()
        regions = self._beside(told) or regions or last
        return self._are_known(named, told.lang) and (not regions or record.region in regions)

    def around(self, told: Told, text: str) -> set[str]:
        """The regions named in a text around a sentence that names none itself."""
        return set() if self.named_in(told.sentence) else self.named_in(text)

    def _are_known(self, names: Iterable[re.Match[str]], lang: Language) -> bool:
        return all(
            name in self._regions
            or name in lang.months
            or lang.plain.fullmatch(name)
            or any(name in teller for teller in self._tellers)
            or self._names.has(name)
            for name in (fold(match["name"]) for match in names)
        )


def _is_country(region: Region) -> bool:
    """Whether a region is a country, by its code or a name that is the one of a country."""
    is_coded = region.code_list in (None, ISO) and re.fullmatch(r"[A-Z]{2}", region.code or "")
    of_babel = needed("babel.core", "validate").Locale
    known = {fold(name) for lang in LANGS for name in of_babel(lang).territories.values()}
    known.update(name for lang in LANGS for name in language(lang).demonyms.values())
    names = (fold(name).removeprefix("the ") for name in region.names)
    return bool(is_coded) or not known.isdisjoint(names)


def _end(pattern: re.Pattern[str], text: str) -> int:
    """Where what a text has last of a pattern ends."""
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _is_name(alias: str, labels: Iterable[str]) -> bool:
    """Whether another name has a word of a label, which makes it hardly the name of a part."""
    there = set(re.findall(r"\w+", fold(" ".join(labels))))
    return not there.isdisjoint(re.findall(r"\w+", fold(alias)))
