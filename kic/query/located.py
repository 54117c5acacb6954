"""Where a text puts a number: the regions that it may be of, the places named beside it."""

import re
from collections.abc import Iterable

from kic.dataset import Dataset
from kic.dataset.page.language import Language
from kic.dataset.page.running_text import Told
from kic.model import Record, fold
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
        bodies = [name for text in dataset.organisations.values() for name in text.both]
        self._tellers = [fold(name) for name in (*own, *bodies)]
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
        return self._beside(told) or self._before(told) or self._home

    def possible(self, told: Told) -> set[str]:
        """The regions that a number may be of."""
        return self._beside(told) or self._before(told) | (self._home or self._all)

    def _beside(self, told: Told) -> set[str]:
        """The regions that its sentence names for it; only perhaps the one of a number behind it.

        "286 children, in Almere 74" tells nothing of where the 286 are.
        """
        texts = told.clause, told.sentence[: told.start], told.aside
        own = next(filter(None, map(self.named_in, texts)), set[str]())
        others = set() if own else self.named_in(told.rest)
        return own or (others | (self._home or self._all) if others else others)

    def _before(self, told: Told) -> set[str]:
        names = {*self._region.findall(fold(told.before))} - self._loose
        return {self._regions[name] for name in names}

    def is_in_part(self, told: Told) -> bool:
        """Whether a number is told of a part of a region.

        People look for a region by the name of a part of it as well.
        """
        places = map(self._region.findall, (fold(told.clause), fold(told.sentence)))
        named = next(filter(None, places), [])
        return bool(named) and all(n in self._loose and n not in told.sentence for n in named)

    def is_here(self, told: Told) -> bool:
        """Whether the dataset knows all places, and whoever tells it, that are named beside it."""
        return self._are_known(told.lang.somewhere.finditer(told.clause), told.lang)

    def is_there(self, told: Told, record: Record) -> bool:
        """Whether no sentence around a number names another place that it may be of."""
        named = [*named_around(told)]
        regions = self.around(told, " . ".join(match["name"] for match in named))
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


def _is_name(alias: str, labels: Iterable[str]) -> bool:
    """Whether another name has a word of a label, which makes it hardly the name of a part."""
    there = set(re.findall(r"\w+", fold(" ".join(labels))))
    return not there.isdisjoint(re.findall(r"\w+", fold(alias)))
