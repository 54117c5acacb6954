"""Finding indicators and themes by the words people use, and saying where they matched."""

from collections.abc import Iterator
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Text, fold

# Where a word may be found, and how much that says about what a person means.
_WEIGHT = {"id": 6, "label": 5, "alias": 5, "theme": 3, "population": 2, "gap": 2, "note": 1}
_ALIKE = 0.8  # from here on two words are one with a typing error


class Hit(NamedTuple):
    """A theme or indicator that was found: ``matched`` says where, ``match`` shows it."""

    kind: str
    id: str
    theme: str | None
    label: Text
    matched: str
    match: str


class Found(NamedTuple):
    """The answer of :func:`find`, the best match first."""

    words: str
    hits: tuple[Hit, ...]


def find(dataset: Dataset, words: str) -> Found:
    """Search ids, labels in both languages, aliases, themes, populations, gaps and notes.

    Every word has to be found in one thing, as a part of a word, without regard to case
    and accents.  Where nothing has them all, words with a typing error are found too.
    """
    wanted = fold(words).split()
    hits = _search(dataset, wanted, alike=False) or _search(dataset, wanted, alike=True)
    return Found(words, tuple(hits))


def _search(dataset: Dataset, wanted: list[str], *, alike: bool) -> list[Hit]:
    found = []
    for kind, id_, theme, label, places in _things(dataset):
        best = [_best(word, places, alike=alike) for word in wanted]
        if wanted and all(score for score, _, _ in best):
            score = sum(score for score, _, _ in best)
            _, place, text = max(best, key=lambda found: found[0])
            # Together in one place says more than each somewhere else.
            whole = max(_score(" ".join(wanted), t, w, alike=alike) for w, t in places)
            found.append((score + 2 * whole, Hit(kind, id_, theme, label, place, text)))
    found.sort(key=lambda pair: -pair[0])
    return [hit for _, hit in found]


def _things(
    dataset: Dataset,
) -> Iterator[tuple[str, str, str | None, Text, list[tuple[str, str]]]]:
    """Everything that can be found, with the texts to find it by."""
    for id_, topic in dataset.themes.items():
        texts = [("id", id_), *_both("label", topic.label), *(("alias", a) for a in topic.aliases)]
        yield "theme", id_, id_, topic.label, texts
    for id_, indicator in dataset.indicators.items():
        texts = [("id", id_.replace("_", " ")), *_both("label", indicator.label)]
        texts += [("alias", alias) for alias in indicator.aliases]
        if indicator.theme:
            texts += _both("theme", dataset.themes[indicator.theme].label)
        texts += _both("population", indicator.population)
        for gap in indicator.gaps:
            texts += _both("gap", gap.missing)
            texts += [("gap", words) for words in (gap.as_printed, gap.translation) if words]
        texts += _both("note", indicator.caution) + _both("note", indicator.note)
        for figure in indicator.figures:
            texts += _both("note", figure.caution) + _both("note", figure.note)
        yield "indicator", id_, indicator.theme, indicator.label, texts


def _both(place: str, text: Text | None) -> list[tuple[str, str]]:
    return [(place, text.nl), (place, text.en)] if text else []


def _best(word: str, places: list[tuple[str, str]], *, alike: bool) -> tuple[float, str, str]:
    """The best place of a word; of equal ones the first, so that Dutch goes before English."""
    scored = ((_score(word, text, place, alike=alike), place, text) for place, text in places)
    return max(scored, key=lambda found: found[0])


def _score(word: str, text: str, place: str, *, alike: bool) -> float:
    """How well a word fits a text: whole, as its start, as a part, or nearly; 0 if not."""
    folded = fold(text)
    weight = _WEIGHT[place]
    if word == folded:
        return 4.0 * weight
    padded = f" {folded} "
    if f" {word} " in padded:
        return 3.0 * weight
    if f" {word}" in padded:
        return 2.0 * weight
    if word in folded:
        return 1.0 * weight
    if alike and len(word) > 3:
        from difflib import SequenceMatcher  # needed for a typing error only

        others = folded.split()  # none, of a text that is nothing but accents
        nearest = max((SequenceMatcher(None, word, o).ratio() for o in others), default=0.0)
        return nearest * weight if nearest >= _ALIKE else 0.0
    return 0.0
