"""What people type becomes ids: any case, aliases, and the nearest names when unknown."""

from collections.abc import Iterable, Mapping

from kic.dataset import Dataset
from kic.model import Topic, fold
from kic.model.errors import UsageError, excerpt

Names = str | Iterable[str] | None

_HINT = {
    "theme": "'kic themes' lists them all",
    "indicator": "'kic show' lists them all",
    "theme or indicator": "'kic themes' and 'kic show' list them all",
}


def listed(names: Names) -> tuple[str, ...]:
    """One name, several or none, as a tuple."""
    if names is None:
        return ()
    return (names,) if isinstance(names, str) else tuple(names)


def themes(dataset: Dataset, names: Names) -> tuple[str, ...]:
    """The ids of themes by id or alias; raises UsageError for an unknown one."""
    return _ids(dataset, "theme", listed(names), {"theme": dataset.themes})


def regions(dataset: Dataset, names: Names) -> tuple[str, ...]:
    """The ids of regions by id or alias; raises UsageError for an unknown one."""
    return _ids(dataset, "region", listed(names), {"region": dataset.regions})


def indicators(dataset: Dataset, names: Names) -> tuple[str, ...]:
    """The ids of indicators; an alias of several, as ``nareis``, means all of them."""
    return _ids(dataset, "indicator", listed(names), {"indicator": dataset.indicators})


def subjects(dataset: Dataset, names: Names) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names that may be either: the ids of the themes and those of the indicators."""
    found_themes: list[str] = []
    found_indicators: list[str] = []
    for name in listed(names):
        if theme := _meant(name, dataset.themes):
            found_themes += theme
        else:
            both = {"theme": dataset.themes, "indicator": dataset.indicators}
            found_indicators += _ids(dataset, "theme or indicator", [name], both)
    return tuple(dict.fromkeys(found_themes)), tuple(dict.fromkeys(found_indicators))


def _meant(name: str, topics: Mapping[str, Topic]) -> list[str]:
    """The id itself, or else all ids that have the name as an alias."""
    wanted = fold(name)
    for id_ in topics:
        if fold(id_) == wanted:
            return [id_]
    return [id_ for id_, t in topics.items() if wanted in map(fold, t.aliases)]


def _ids(
    dataset: Dataset,
    kind: str,
    names: Iterable[str],
    places: Mapping[str, Mapping[str, Topic]],
) -> tuple[str, ...]:
    found: list[str] = []
    for name in names:
        meant = [id_ for topics in places.values() for id_ in _meant(name, topics)]
        if not meant:
            raise UsageError(_unknown(dataset, kind, name, places))
        found += meant
    return tuple(dict.fromkeys(found))


def _unknown(
    dataset: Dataset, kind: str, name: str, places: Mapping[str, Mapping[str, Topic]]
) -> str:
    """One line: what is unknown, the nearest names, and where to find them all."""
    start = f"unknown {kind} {excerpt(name)}"
    others = {"theme": dataset.themes, "region": dataset.regions, "indicator": dataset.indicators}
    for other, topics in others.items():
        if other not in places and (meant := _meant(name, topics)):
            # show takes themes and indicators as arguments, the rest are options
            return f"{start}; {excerpt(name)} is {'an' if other[0] == 'i' else 'a'} {other}: " + (
                f"use --{other} {meant[0]}"
            )
    near = nearest(
        name, {id_: t.aliases for topics in places.values() for id_, t in topics.items()}
    )
    meant_text = ", ".join(repr(n) for n in near)
    suggestion = f"; did you mean {meant_text}?" if near else "."
    if kind == "region":  # few enough to name them all
        return f"{start}{suggestion} The regions are {', '.join(dataset.regions)}."
    return f"{start}{suggestion} {_HINT[kind]}."


def nearest(name: str, known: Mapping[str, Iterable[str]], most: int = 3) -> list[str]:
    """The ids nearest to a name: by part of a word first, then by spelling.

    ``known`` gives each id its aliases; an alias leads to its id.
    """
    from difflib import get_close_matches  # needed for an error only

    wanted = fold(name)
    if not wanted:
        return []
    ids: dict[str, list[str]] = {}  # every folded name with the ids it stands for
    for id_, aliases in known.items():
        for alias in (id_, *aliases):
            ids.setdefault(fold(alias), []).append(id_)
    if close := get_close_matches(wanted, ids, n=1, cutoff=0.9):  # a slip of the finger
        return ids[close[0]][:most]
    parts = [n for n in ids if len(wanted) > 2 and (wanted in n or (len(n) > 3 and n in wanted))]
    parts.sort(key=lambda n: (not n.startswith(wanted), len(n)))
    spelt = get_close_matches(wanted, ids, n=most, cutoff=0.7)
    words = {w: n for n in ids for w in n.split()}
    spelt += [words[w] for w in get_close_matches(wanted, words, n=most, cutoff=0.75)]
    found = dict.fromkeys(id_ for n in (*spelt[:1], *parts, *spelt) for id_ in ids[n])
    return list(found)[:most]
