"""Several files as one dataset: an edition adds figures to what an earlier one defines."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from pathlib import Path
from typing import Any, NamedTuple

from kic.dataset.reading import TomlFile, refusal
from kic.model import DatasetInfo
from kic.model.errors import At, DatasetError, Problem, did_you_mean, excerpt

_TABLES = ("sources", "organisations", "themes", "regions", "units")
_LISTS = ("statements", "not_figures")
_ADDED = {"figures", "gaps"}


class Edition(TomlFile):
    """One file of a dataset.  Raises DatasetError for one that is something else."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        _recognise(path, self.raw)

    @property
    def id(self) -> str | None:
        """What the file calls its dataset; None where it does not, or in no text."""
        return _text(self.raw["dataset"].get("id"))

    @property
    def builds_on(self) -> str | None:
        """What the file says it builds on."""
        return _text(self.raw["dataset"].get("builds_on"))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _recognise(path: Path, raw: Mapping[str, Any]) -> None:
    """Tell a file of quite another kind in one line instead of by its every key."""
    if not raw:
        raise refusal(path, "is empty; a dataset needs at least [dataset] and [indicators]")
    missing = [key for key in ("dataset", "indicators") if not isinstance(raw.get(key), dict)]
    if missing:
        tables = " and ".join(f"[{key}]" for key in missing)
        raise refusal(path, f"is TOML but no kic dataset: it has no {tables}")


def in_order(editions: Sequence[Edition], embedded: Callable[[], Edition]) -> tuple[Edition, ...]:
    """Every edition after the one it builds on; the embedded one is added if it is needed.

    Raises DatasetError where one has the id of another, or builds on what is not there.
    """
    by_id = check_ids(editions)
    needed = {e.builds_on for e in editions if e.builds_on is not None}
    if needed - set(by_id) or any(e.builds_on == e.id is not None for e in editions):
        first = embedded()
        if first.id in needed:
            editions = (first, *editions)
            by_id = check_ids(editions)
    following: dict[str | None, list[int]] = defaultdict(list)
    for number, edition in enumerate(editions):
        following[edition.builds_on].append(number)
    ordered: list[Edition] = []
    ready = following.pop(None, [])  # in order, so it is a heap
    while ready:
        edition = editions[heappop(ready)]
        ordered.append(edition)
        for number in following.pop(edition.id, ()) if edition.id is not None else ():
            heappush(ready, number)
    if following:
        left = min(number for numbers in following.values() for number in numbers)
        raise _unfounded(editions[left], by_id)
    return tuple(ordered)


def _unfounded(edition: Edition, by_id: Mapping[str, Edition]) -> DatasetError:
    """Why an edition has nothing to stand on: what is missing below it, or a circle."""
    above: dict[Edition, None] = {}
    while (base := edition.builds_on) is not None and base in by_id:
        above[edition] = None
        if by_id[base] is edition:
            return refusal(edition.path, "builds on itself")
        if by_id[base] in above:
            return refusal(by_id[base].path, f"and {excerpt(edition.id)} build on each other")
        edition = by_id[base]
    return refusal(edition.path, f"builds on {excerpt(base)}; give that file too")


def check_ids(editions: Sequence[Edition]) -> dict[str, Edition]:
    """The editions by their ids; an id is given once, for its records would count twice."""
    found: dict[str, Edition] = {}
    for edition in editions:
        if edition.id is not None and (other := found.setdefault(edition.id, edition)) != edition:
            told = f"has the id {excerpt(edition.id)} of {other.path}; give one of the two"
            raise refusal(edition.path, f"{told}, or another id")
    return found


class Merged(NamedTuple):
    """All editions as one; ``origins`` tells, for what a later one added, where it stands.

    ``problems`` are what the editions contradict each other in, ``infos`` the heads of those
    after the first.
    """

    editions: tuple[Edition, ...]
    raw: dict[str, Any]
    origins: dict[At, tuple[int, At]]
    problems: list[Problem]
    infos: tuple[DatasetInfo, ...] = ()

    def origin(self, at: At) -> tuple[int, At]:
        """The number of the edition that a place comes from, and the place in its file."""
        for length in range(len(at), 0, -1):
            if found := self.origins.get(at[:length]):
                number, there = found
                return number, (*there, *at[length:])
        return 0, at


def merge(editions: tuple[Edition, ...]) -> Merged:
    """The first edition with what the later ones add, in their order."""
    first = editions[0].raw
    if len(editions) == 1:
        return Merged(editions, first, {}, [])
    raw = {key: _copy(value) for key, value in first.items()}
    merged = Merged(editions, raw, {}, [])
    for number, edition in enumerate(editions[1:], 1):
        merged.problems.extend(_add(merged, number, edition))
    return merged


def _copy(value: Any) -> Any:
    """A copy whose tables and lists can be added to."""
    if isinstance(value, dict):
        return {key: _copy(item) for key, item in value.items()}
    return list(value) if isinstance(value, list) else value


def _add(merged: Merged, number: int, edition: Edition) -> Iterator[Problem]:
    raw, origins = merged.raw, merged.origins
    yield from _misshapen(merged, number, edition.raw)
    for table in _TABLES:
        known = raw.setdefault(table, {})
        for id_, value in _items(edition.raw, table) if isinstance(known, dict) else ():
            if id_ not in known:
                known[id_] = value
                origins[table, id_] = (number, (table, id_))
            elif not _same(known[id_], value):
                yield _contradiction(merged, number, (table, id_))
    for name in _LISTS:
        there, added = raw.setdefault(name, []), edition.raw.get(name, [])
        if isinstance(there, list) and isinstance(added, list):
            for position, value in enumerate(added):
                origins[name, len(there)] = (number, (name, position))
                there.append(value)
    source = edition.raw["dataset"].get("source")
    for id_, value in _items(edition.raw, "indicators"):
        yield from _add_indicator(merged, number, id_, value, source)


def _misshapen(merged: Merged, number: int, raw: Mapping[str, Any]) -> Iterator[Problem]:
    """What an edition holds at its top that no dataset has, or as something else."""
    known = (*_TABLES, *_LISTS, "dataset", "indicators")
    for key, value in raw.items():
        if key not in known:
            told = f"unknown key{did_you_mean(key, known)}"
            yield _problem(merged, number, (key,), told)
        elif not isinstance(value, list if key in _LISTS else dict):
            kind = "list" if key in _LISTS else "table"
            yield _problem(merged, number, (key,), f"must be a {kind}")


def _same(one: Any, other: Any) -> bool:
    """Whether two definitions mean the same thing; what else they tell of it may differ."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return bool(one == other)
    if not _MEANING & set(one):
        return one == other
    return all(one[key] == other[key] for key in _MEANING & set(one) & set(other))


_MEANING = {"label", "kind", "code", "publisher", "title", "url", "published"}


def _items(raw: Mapping[str, Any], table: str) -> Iterator[tuple[str, Any]]:
    value = raw.get(table, {})
    return iter(value.items() if isinstance(value, dict) else ())


def _add_indicator(
    merged: Merged, number: int, id_: str, value: Any, source: Any
) -> Iterator[Problem]:
    """A new indicator, or figures and gaps for one that an earlier edition defines."""
    known, at = merged.raw["indicators"], ("indicators", id_)
    there: At = at
    if id_ not in known and isinstance(value, dict) and set(value) <= _ADDED:
        hint = did_you_mean(id_, known)
        merged.origins[at] = (number, there)
        yield Problem(at, f"no earlier edition defines this indicator{hint}")
        return
    if id_ not in known or not isinstance(value, dict) or not isinstance(known[id_], dict):
        known[id_] = _sourced(value, source)
        merged.origins[at] = (number, there)
        return
    definition = {key: item for key, item in value.items() if key not in _ADDED}
    for key, item in definition.items():
        if known[id_].get(key) != item:
            yield _contradiction(merged, number, (*at, key))
    added = _sourced(value, source)
    for name in sorted(_ADDED & set(added)):
        items = known[id_].setdefault(name, [])
        if not isinstance(added[name], list):
            yield _problem(merged, number, (*at, name), "must be a list")
        if not isinstance(added[name], list) or not isinstance(items, list):
            continue
        for position, item in enumerate(added[name]):
            if name == "gaps" and item in items:
                continue
            merged.origins[*at, name, len(items)] = (number, (*at, name, position))
            items.append(item)


def _sourced(value: Any, source: Any) -> Any:
    """An indicator whose figures name the source of their edition, if they name none."""
    if not isinstance(value, dict) or not isinstance(value.get("figures"), list):
        return value
    figures = [{"source": source, **f} if isinstance(f, dict) else f for f in value["figures"]]
    return value | {"figures": figures}


def contradiction(merged: Merged, at: At, earlier: At) -> Problem:
    """What an edition says unlike an earlier one, with both places."""
    number, here = merged.origin(at)
    other, there = merged.origin(earlier)
    first = merged.editions[other]
    line, column = first.place(there)
    where = Problem(there, "", line=line, column=column).position(first.path)
    told = f"contradicts what stands at {where}; leave it out here, or change it there"
    return _problem(merged, number, here, told)


def _problem(merged: Merged, number: int, at: At, told: str) -> Problem:
    """A problem at a place of one edition, with its line."""
    edition = merged.editions[number]
    line, column = edition.place(at)
    return Problem(at, told, ".".join(map(str, at)), line, column, edition.path)


def _contradiction(merged: Merged, number: int, at: At) -> Problem:
    """The same for something at the same place of another edition."""
    before = merged.origin(at)
    merged.origins[f"edition {number}", *at] = (number, at)
    merged.origins[f"edition {before[0]}", *at] = before
    return contradiction(merged, (f"edition {number}", *at), (f"edition {before[0]}", *at))
