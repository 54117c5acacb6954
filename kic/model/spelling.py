"""The words nearest to one that is spelt otherwise."""

from collections.abc import Iterable, Mapping

from kic.model.grouping import collected
from kic.model.text import fold


def similarity(word: str, others: Iterable[str], least: float) -> float:
    """How much of a word is alike with the nearest of others, from ``least`` to 1, or else 0."""
    from difflib import SequenceMatcher  # needed for a typing error only

    matcher = SequenceMatcher(None, b=word)
    most = 0.0
    for other in others:
        matcher.set_seq1(other)
        if matcher.real_quick_ratio() >= least and matcher.quick_ratio() >= least:  # much faster
            most = max(most, matcher.ratio())
    return most if most >= least else 0


def slip(word: str, known: Iterable[str]) -> str | None:
    """The one of some words, all folded, that another is with a slip of the finger, if any."""
    from difflib import get_close_matches  # needed for an error only

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.9)), None)


def nearest(name: str, known: Mapping[str, Iterable[str]], most: int = 3) -> list[str]:
    """The ids nearest to a name: by part of a word first, then by spelling.

    ``known`` gives each id its aliases; an alias leads to its id.
    """
    from difflib import get_close_matches  # needed for an error only

    wanted = fold(name)
    if not wanted:
        return []
    # Every folded name with the ids it stands for.
    ids = collected((fold(name), id_) for id_, names in known.items() for name in (id_, *names))
    if close := slip(wanted, ids):
        return ids[close][:most]
    parts = [n for n in ids if len(wanted) > 2 and (wanted in n or (len(n) > 3 and n in wanted))]
    parts.sort(key=lambda n: (not n.startswith(wanted), len(n)))
    words = {word: n for n in ids for word in n.split()}
    spelt = get_close_matches(wanted, ids, n=most, cutoff=0.7)
    spelt += [words[w] for w in get_close_matches(wanted, words, n=most, cutoff=0.75)]
    found = dict.fromkeys(id_ for n in (*spelt[:1], *parts, *spelt) for id_ in ids[n])
    return list(found)[:most]


def suggestion(near: list[str]) -> str:
    """The end of a message about an unknown name, with those that may be meant."""
    return f"; did you mean {', '.join(map(repr, near))}?" if near else "."
