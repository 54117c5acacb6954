"""What a number in a sentence is about: the indicators that the words around it name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from math import log
from typing import NamedTuple

from kic.dataset import Dataset
from kic.dataset.page.amounts import currency, own_per
from kic.dataset.page.language import Language, language
from kic.dataset.page.numerals import numerals
from kic.dataset.page.running_text import OLDEST, Age, Told, age_limits
from kic.dataset.page.units import units_by_name
from kic.model import Indicator, Lang, Record, UnitKind, fold
from kic.model.grouping import grouped
from kic.model.text import LANGS

_SENTENCE, _BEFORE = 0.75, 0.5  # what a word counts that is not in the clause of a number
_ENOUGH = 0.5  # of a name
_IN_FULL = 0.75  # of a name: enough with one word
_ALIAS = 0.6  # of a label: how much another name says
_MARGIN = 1.2  # of weight: less leaves open which of two is meant
_FOREIGN = 0.5  # of the words around a number, at most, that its indicator does not have
_STEM, _PART = 4, 6  # letters, at least, that words have in common: at the start, or within
_MANY = 4  # words of an indicator beside a number: what the others are says nothing then
_FEW_DIGITS = re.compile(r"(?<!\d)\d\d?(?!\d)")  # as an age has
_TURNED = {"in", "niet", "non", "on", "un"}  # before a word that then says the opposite
_WHAT_IT_IS = re.compile(r"\([^)]*\s[^)]*\)")  # behind the name of a body, as no short name is
_CHILD = (-1, 18)  # "under 18" says no more than "children"


class Placing(NamedTuple):
    """An indicator that a number may be one of, with its figures.

    ``named`` is how much of one of its names the words around the number have, from 0 to 1;
    ``words`` are those beside it, in its clause, that are in a name; ``said`` are the words of
    its names that are told anywhere.
    ``weight`` ranks it; it ``is_clear`` where its sentence has enough of them, and the ``only``
    one where no other fits as well.
    """

    indicator: str
    records: tuple[Record, ...]
    named: float
    weight: float
    is_clear: bool
    words: frozenset[str]
    said: frozenset[str] = frozenset()
    only: bool = False

    @property
    def is_named(self) -> bool:
        """Whether the words around the number have enough of a name of the indicator."""
        return self.named >= _ENOUGH

    @property
    def is_sure(self) -> bool:
        """Whether the sentence leaves no doubt that the number is one of the indicator."""
        return self.only and self.named >= (
            _ENOUGH if self.is_clear or not self.words else _IN_FULL
        )


def content(text: str) -> set[str]:
    """The words of a text that say what it is about, folded, and its numbers."""
    found = set(re.findall(r"[^\W\d_]{3,}|\d+", fold(text)))
    forms = (form for code in LANGS for form in language(code).forms)
    found |= {word for form, word in forms if form.search(text)}
    return found.difference(*(language(code).common for code in LANGS))


def akin(word: str, others: set[str]) -> set[str]:
    """Those of other words that are the same but for their ending, or have it as a part."""
    return {other for other in others if _is_akin(*sorted((word, other), key=len))}


def _is_akin(short: str, long: str) -> bool:
    at = long.find(short)
    return short.startswith(long[: max(_STEM, len(long) - 3)]) or (
        len(short) >= _PART and at >= 0 and long[:at] not in _TURNED
    )


def _pieces(word: str) -> set[str]:
    """Its beginning and its parts, of which words that are akin share one."""
    return {word[:_STEM], *(word[at : at + _PART] for at in range(len(word) - _PART + 1))}


def _is_in_currency(told: Told, record: Record) -> bool:
    """Whether a number has no currency beside it, or the one of a figure."""
    unit = record.links.unit
    own = unit.currency if unit else None
    return currency(told.sentence, told.reading.numeral, told.lang) in (None, own)


class _Called(NamedTuple):
    """The words of what an indicator is called, with how much they name it, and of its labels."""

    names: list[tuple[set[str], float]]
    words: set[str]
    fewest: int  # words to be sure of it


class _Ages(NamedTuple):
    """The ages in the label of an indicator in a language, and all that may be told of it.

    ``numbers`` are those of the label that may be ages or something else.
    """

    own: frozenset[Age]
    numbers: frozenset[int]
    any: frozenset[Age]


def _ages(indicator: Indicator, code: Lang) -> _Ages:
    """The ages that an indicator is about, as :func:`age_limits` tells them."""
    label = indicator.label
    [(there, own), *_] = ((t, c) for c in (code, *LANGS) if (t := label.given(c)))
    named = _ages_in(there, own) - {_CHILD}
    sure = frozenset(age for age in named if age[0]) | _ages_in(there, own, ("age",))
    texts = [t for t in (label, indicator.short, indicator.population) if t]
    further = [(t.given(c) or "", c) for t in texts for c in LANGS]
    further += [(alias, c) for alias in indicator.aliases for c in LANGS]
    ages = frozenset({_CHILD}).union(*(_ages_in(text, c) for text, c in further))
    if years := indicator.age_range:
        first, last = years[0], years[-1]
        ages |= {(1, first), (0, first), (0, last), (-1, last + 1)}
    return _Ages(sure - {_CHILD}, frozenset(n for _, n in named - sure), ages)


@cache
def _ages_in(text: str, code: Lang, kinds: tuple[str, ...] = ("age", "number")) -> frozenset[Age]:
    """The numbers in the name of an indicator that are ages, or may be."""
    found = numerals(text, language(code)) if _FEW_DIGITS.search(text) else []
    aged = [n for n in found if n.kind in kinds and max(n.numbers) <= OLDEST]
    return age_limits(text, aged, language(code))


class Names:
    """The names of the indicators of a dataset, to place numbers by.

    ``own`` is what the source of the dataset is called, which may stand beside any number.
    """

    def __init__(self, dataset: Dataset, own: Iterable[str]) -> None:
        self._indicators = dataset.indicators
        told = [version for r in dataset.records for version in (r, *r.beside)]
        self._records = grouped(told, lambda r: r.indicator)
        self._regions = {
            id_: content(" ".join(region.names)) for id_, region in dataset.regions.items()
        }
        self._themes = {
            id_: content(" ".join(theme.names)) for id_, theme in dataset.themes.items()
        }
        self.home = self._regions.get(dataset.home or "", set())
        self._people = set[str]().union(*(language(code).people for code in LANGS))
        self.silent = self._people.union(*self._regions.values())
        units = units_by_name(dataset.units, *LANGS)
        self._units = {word: ids for word, ids in units.items() if word}
        self._own = set[str]().union(*map(content, own))
        bodies = [name for body in dataset.organisations.values() for name in body.both]
        self._bodies = [content(_WHAT_IT_IS.sub("", name)) for name in bodies]
        self._known = self.silent.union(self._units, self._own)
        self._called = {id_: self._names(i) for id_, i in dataset.indicators.items()}
        self._having: dict[str, set[str]] = defaultdict(set)  # the indicators with a word
        self._sharing: dict[str, set[str]] = defaultdict(set)  # the words with a piece
        for id_, called in self._called.items():
            for word in called.words:
                self._having[word].add(id_)
        for word in self._having:
            for piece in _pieces(word):
                self._sharing[piece].add(word)
        self._ages = cache(self._ages_of)
        self._meant_by = cache(self._akin)
        self._says = cache(self._weight)

    def _names(self, indicator: Indicator) -> _Called:
        labels = [content(name) - self.silent for name in indicator.labels]
        aliases = [content(name) - self.silent for name in indicator.aliases]
        phrases = [a for a, name in zip(aliases, indicator.aliases, strict=True) if " " in name]
        told = [own for own in aliases if not self.is_body(own)]
        names = [*((own, 1.0) for own in labels), *((own, _ALIAS) for own in told)]
        return _Called(
            [(own, counts) for own, counts in names if own],
            set[str]().union(*labels, *aliases),
            min(2, *map(len, [*labels, *phrases])),
        )

    def _weight(self, word: str) -> float:
        """How much a word of a name says: the more, the fewer indicators have one like it."""
        having = set[str]().union(*(self._having[meant] for meant in self._meant_by(word)))
        return log((len(self._called) + 1) / len(having))

    def _akin(self, word: str) -> set[str]:
        """Those of the words of names that are akin to a word."""
        return akin(word, {w for piece in _pieces(word) for w in self._sharing.get(piece, ())})

    def _ages_of(self, id_: str, code: Lang) -> _Ages:
        """The ages that an indicator is about, as a text of a language tells them."""
        return _ages(self._indicators[id_], code)

    def has(self, name: str) -> bool:
        """Whether all words of a name are in what some indicators are called."""
        common = frozenset[str]().union(*(language(code).common for code in LANGS))
        own = set(re.findall(r"[^\W\d_]+", fold(name))) - common
        return all(map(self._meant_by, own))

    def placings(self, told: Told) -> list[Placing]:
        """The indicators that a number may be one of, the likeliest first."""
        counts = dict.fromkeys(content(told.before), _BEFORE)
        counts |= dict.fromkeys(content(told.sentence), _SENTENCE)
        ages = {str(number) for _, number in told.ages}
        counts |= dict.fromkeys(content(told.clause) | ages, 1.0)
        for word in content(told.written) | self.silent:
            counts.pop(word, None)
        found = [self._placing(told, id_, counts) for id_ in self._indicators]
        found = sorted((p for p in found if p.named), key=lambda p: -p.weight)
        return [p._replace(only=self._is_only(told, p, found[1:])) for p in found[:1]] + found[1:]

    def _placing(self, told: Told, id_: str, counts: Mapping[str, float]) -> Placing:
        """How well the words around a number name an indicator, each as much as it counts."""
        called = self._called[id_]
        meant = {w: own for w in counts if (own := self._meant_by(w) & called.words)}
        said: dict[str, float] = {}
        for word, own in meant.items():
            said |= {name: max(counts[word], said.get(name, 0)) for name in own}
        parts = (
            part * sum(said.get(w, 0) * self._says(w) for w in name) / sum(map(self._says, name))
            for name, part in called.names
        )
        named = max(parts, default=0)
        weight = sum(counts[w] * max(map(self._says, own)) for w, own in meant.items())
        may_be = bool(meant) and self._has_ages(told, id_)
        records = tuple(r for r in self._records.get(id_, ()) if may_be and self._fits(told, r))
        return Placing(
            indicator=id_,
            records=records,
            named=named,
            weight=named * weight * bool(records),
            is_clear=sum(counts[word] > _BEFORE for word in meant) >= called.fewest,
            words=frozenset(word for word in meant if counts[word] == 1),
            said=frozenset(said),
        )

    # ---------------------------------------------------------------- what may be meant

    def _fits(self, told: Told, record: Record) -> bool:
        """Whether a number may count what a record does, going by the word behind it."""
        noun = next(iter(told.behind), "")
        units = {id_ for word, ids in self._units.items() if noun.endswith(word) for id_ in ids}
        is_other = bool(units) or noun in told.lang.other_things
        labels = content(" ".join(record.links.indicator.labels))
        is_own = not is_other or record.unit in (None, *units) or bool(akin(noun, labels))
        is_whole = all(isinstance(n, int) for n in told.reading.numeral.numbers)
        is_share = record.unit_kind is UnitKind.SHARE
        is_kind = told.is_percent == is_share
        is_kind &= record.unit_kind is not UnitKind.RATE or told.per == {own_per(record)}
        is_kind &= is_share or _is_in_currency(told, record)
        return is_own and is_kind and (is_whole or record.unit_kind is not UnitKind.COUNT)

    def _has_ages(self, told: Told, id_: str) -> bool:
        """Whether the ages that are told are those of an indicator, and all that it has."""
        of = self._ages(id_, told.lang.code)
        numbers = set(map(int, _FEW_DIGITS.findall(told.sentence)))
        return of.own <= told.ages <= of.any and of.numbers <= numbers

    def tells(self, told: Told, placing: Placing, other: Placing) -> bool:
        """Whether a text has words that tell an indicator from another that fits it as well.

        Without them it may just as well be the other, of which the source has another number.
        """
        is_rival = other.named >= _ENOUGH and any(r.interval.known for r in other.records)
        if not is_rival or not placing.words <= other.words:
            return True
        indicator = self._indicators[placing.indicator]
        names = (t.given(told.lang.code) for t in (indicator.label, indicator.short) if t)
        own = set[str]().union(*(content(name) for name in names if name)) - self.silent
        own = {word for word in own if not akin(word, self._called[other.indicator].words)}
        return not own or not own.isdisjoint(placing.said)

    def around(self, record: Record, lang: Language) -> set[str]:
        """The words that belong beside a figure: its names, what it counts, where, by whom."""
        home = {word for word, of in lang.demonyms.items() if of in self.silent}
        near = content(record.as_printed or "") | self.bodies_of(record) | self.units_of(record)
        there = self._regions[record.region] | self.home
        return there | self._own | self.words_of(record) | near | home

    def bodies_of(self, record: Record) -> set[str]:
        """The words of the bodies that record what a figure counts, or have to do with it."""
        bodies = [name for name, _ in record.links.named] + [record.links.registered_by]
        told = [text for name in bodies if name for text in name.both]
        return content(" ".join(told))

    def is_body(self, words: set[str]) -> bool:
        """Whether words name a body at most, which says nothing of what is counted."""
        return not words or any(words <= body for body in self._bodies)

    def is_alone(self, alias: str, record: Record) -> bool:
        """Whether no other indicator that the source says something of has an alias."""
        others = (i for i, o in self._indicators.items() if alias in o.aliases)
        return not any(
            r.as_printed for i in others if i != record.indicator for r in self._records.get(i, ())
        )

    def units_of(self, record: Record) -> set[str]:
        """The words for what a figure counts."""
        return {word for word, ids in self._units.items() if record.unit in ids}

    def words_of(self, record: Record) -> set[str]:
        """The words of all that its indicator is called."""
        return self._called[record.indicator].words

    def is_shared(self, word: str) -> bool:
        """Whether several indicators are called by a word, none of which it tells apart."""
        return len(self._having[word]) > 1

    def theme_of(self, record: Record) -> set[str]:
        """The words of what its theme is called."""
        return self._themes.get(record.theme or "", set())

    def holds(self, indicator: str, placing: Placing, *, wholly: bool) -> bool:
        """Whether an indicator has a word, or all, by which a text tells another as its part."""
        own = self._called[indicator].words
        held = {word for word in placing.words if akin(word, own)}
        return held == placing.words if wholly else bool(held) or not placing.words

    def _is_only(self, told: Told, placing: Placing, others: list[Placing]) -> bool:
        """Whether the sentence leaves no doubt that the likeliest is meant."""
        near = [p for p in others if p.weight > placing.weight - _MARGIN]
        rivals = [p for p in near if not p.words < placing.words]
        differ = rivals and any(r.interval.known for p in (placing, *rivals) for r in p.records)
        if differ or not placing.weight:
            return False
        words = self._words(told, told.clause)
        foreign = self._foreign(words, placing)
        allowed = len(words) if len(placing.words) >= _MANY else max(2, _FOREIGN * len(words))
        return self.counts(told, placing) and len(foreign) <= allowed

    def counts(self, told: Told, placing: Placing) -> bool:
        """Whether an indicator may count what stands directly behind a number."""
        return not self._foreign(self._words(told, " ".join(told.behind[:1])), placing)

    def _foreign(self, words: list[str], placing: Placing) -> list[str]:
        """The words that neither an indicator nor what all of them count has."""
        known = self._known | self._called[placing.indicator].words
        return [word for word in words if not akin(word, known)]

    @staticmethod
    def _words(told: Told, text: str) -> list[str]:
        """The words of a text that may say what a number of it counts."""
        quiet = told.lang.neutral | told.lang.change
        return [word for word in content(text) - quiet if word.isalpha()]
