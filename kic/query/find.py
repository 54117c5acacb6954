"""Finding indicators and themes by the words people use, and saying where they matched."""

from collections.abc import Iterator
from typing import NamedTuple

from kic.dataset import Dataset
from kic.model import Text, fold
from kic.model.spelling import similarity

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


class Hits(NamedTuple):
    """The answer of :func:`find`, the best match first."""

    words: str
    hits: tuple[Hit, ...]


_Places = list[tuple[str, str]]  # where a text stands, and the text


def find(dataset: Dataset, words: str) -> Hits:
    """Search ids, labels in both languages, aliases, themes, populations, gaps and notes.

    Every word has to be found in one thing, as a part of a word, without regard to case
    and accents.  Where nothing has them all, words with a typing error are found too.
    """
    wanted = fold(words).split()
    hits = _search(dataset, wanted, alike=False) or _search(dataset, wanted, alike=True)
    return Hits(words, tuple(hits))


def _search(dataset: Dataset, wanted: list[str], *, alike: bool) -> list[Hit]:
    """Everything that has all words, the best match first."""
    scored = []
    for kind, id_, theme, label, places in _things(dataset):
        best = [_best(word, places, alike=alike) for word in wanted]
        if wanted and all(score for score, _, _ in best):
            _, place, match = max(best, key=lambda fit: fit[0])
            # Together in one place says more than each somewhere else.
            together, _, _ = _best(" ".join(wanted), places, alike=alike)
            score = sum(score for score, _, _ in best) + 2 * together
            scored.append((score, Hit(kind, id_, theme, label, place, match)))
    scored.sort(key=lambda pair: -pair[0])
    return [hit for _, hit in scored]


def _things(dataset: Dataset) -> Iterator[tuple[str, str, str | None, Text, _Places]]:
    """Everything that can be found, with the places to find it by."""
    for id_, topic in dataset.themes.items():
        aliases = (("alias", alias) for alias in topic.aliases)
        yield "theme", id_, id_, topic.label, [("id", id_), *_both("label", topic.label), *aliases]
    for id_, indicator in dataset.indicators.items():
        theme = dataset.themes[indicator.theme].label if indicator.theme else None
        gaps = (
            words
            for gap in indicator.gaps
            for words in (gap.missing.nl, gap.missing.en, gap.as_printed, gap.translation)
        )
        remarks = (text for f in indicator.figures for text in (f.caution, f.note))
        places = [
            ("id", id_.replace("_", " ")),
            *_both("label", indicator.label),
            *(("alias", alias) for alias in indicator.aliases),
            *_both("theme", theme),
            *_both("population", indicator.population),
            *(("gap", words) for words in gaps if words),
            *_both("note", indicator.caution, indicator.note, *remarks),
        ]
        yield "indicator", id_, indicator.theme, indicator.label, places


def _both(place: str, *texts: Text | None) -> _Places:
    """Texts in both languages as places."""
    return [(place, words) for text in texts if text for words in (text.nl, text.en)]


def _best(word: str, places: _Places, *, alike: bool) -> tuple[float, str, str]:
    """The best place of a word; of equal ones the first, so that Dutch goes before English."""
    scored = (
        (_score(word, text, alike=alike) * _WEIGHT[place], place, text) for place, text in places
    )
    return max(scored, key=lambda place: place[0])


def _score(word: str, text: str, *, alike: bool) -> float:
    """How well a word fits a text: whole, as its start, as a part, or nearly; 0 if not."""
    folded = fold(text)
    padded = f" {folded} "
    # Each of these holds only where the next one does.
    if score := sum((word == folded, f" {word} " in padded, f" {word}" in padded, word in folded)):
        return score
    if not alike or len(word) <= 3:
        return 0
    # A text that is nothing but accents has no words.
    likeness = max((similarity(word, other) for other in folded.split()), default=0)
    return likeness if likeness >= _ALIKE else 0
