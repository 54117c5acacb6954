"""Several files as one dataset: an edition adds figures to what an earlier one defines."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kic.dataset.reading import TomlFile, refusal
from kic.dataset.shape import place, tables_copied
from kic.model.errors import At, DatasetError, Problem, did_you_mean, excerpt

_TABLES = ("sources", "organisations", "themes", "regions", "units")
_LISTS = ("statements", "not_figures")
_ADDED = {"figures", "gaps"}
_SHAPES = dict.fromkeys((*_TABLES, "dataset", "indicators"), dict) | dict.fromkeys(_LISTS, list)
_MEANING = {"label", "kind", "code", "publisher", "title", "url", "published"}

Origin = tuple[int, At]  # the number of an edition, and a place in its file


class Edition(TomlFile):
    """One file of a dataset; ``id`` and ``builds_on`` are None where the file has no such text.

    Raises DatasetError for a file that is something else.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        if not self.raw:
            raise refusal(path, "is empty; a dataset needs at least [dataset] and [indicators]")
        needed = ("dataset", "indicators")
        missing = [f"[{key}]" for key in needed if not isinstance(self.raw.get(key), dict)]
        if missing:
            tables = " and ".join(missing)
            raise refusal(path, f"is TOML but no kic dataset: it has no {tables}")
        self.id = self._name("id")
        self.builds_on = self._name("builds_on")

    def _name(self, key: str) -> str | None:
        value = self.raw["dataset"].get(key)
        return value if isinstance(value, str) else None


# -------------------------------------------------------------------------------- order


def in_order(editions: Sequence[Edition], first: Callable[[], Edition]) -> tuple[Edition, ...]:
    """Every edition after the one it builds on; the embedded one is added if it is needed.

    ``first`` gives the embedded one.  Raises DatasetError where one has the id of another, or
    builds on what is not there.
    """
    by_id = check_ids(editions)
    needed = {e.builds_on for e in editions if e.builds_on is not None}
    if needed - set(by_id) or any(e.builds_on == e.id is not None for e in editions):
        base = first()
        if base.id in needed:
            editions = (base, *editions)
            by_id = check_ids(editions)
    waiting = list(editions)
    ordered: list[Edition] = []
    bases: set[str | None] = {None}  # what an edition may build on by now
    while waiting:
        edition = next((e for e in waiting if e.builds_on in bases), None)
        if edition is None:
            raise _unfounded(waiting[0], by_id)
        waiting.remove(edition)
        ordered.append(edition)
        bases.add(edition.id)
    return tuple(ordered)


def _unfounded(edition: Edition, by_id: Mapping[str, Edition]) -> DatasetError:
    """Why an edition has nothing to stand on: what is missing below it, or a circle."""
    above: set[Edition] = set()
    while (base := edition.builds_on) is not None and base in by_id:
        above.add(edition)
        if by_id[base] is edition:
            return refusal(edition.path, "builds on itself")
        if by_id[base] in above:
            return refusal(by_id[base].path, f"and {excerpt(edition.id)} build on each other")
        edition = by_id[base]
    return refusal(edition.path, f"builds on {excerpt(base)}; give that file too")


def check_ids(editions: Sequence[Edition]) -> dict[str, Edition]:
    """The editions by their ids; raises DatasetError for an id that two of them have."""
    by_id: dict[str, Edition] = {}
    for edition in editions:
        if edition.id is not None and (other := by_id.setdefault(edition.id, edition)) != edition:
            which = f"has the id {excerpt(edition.id)} of {other.path}"
            raise refusal(edition.path, f"{which}; give one of the two, or another id")
    return by_id


# -------------------------------------------------------------------------------- merging


class Merged(NamedTuple):
    """All editions as one, with what they contradict each other in.

    ``origins`` says of what later editions added where it stands.
    """

    editions: tuple[Edition, ...]
    raw: dict[str, Any]
    origins: dict[At, Origin]
    problems: list[Problem]

    def origin(self, at: At) -> Origin:
        """The edition that a place of the whole comes from, and the place in its file."""
        for length in range(len(at), 0, -1):
            if origin := self.origins.get(at[:length]):
                number, there = origin
                return number, (*there, *at[length:])
        return 0, at

    def problem(self, origin: Origin, message: str) -> Problem:
        """What is wrong at a place of one edition."""
        number, at = origin
        edition = self.editions[number]
        line, column = edition.place(at)
        return Problem(at, message, ".".join(map(str, at)), line, column, edition.path)

    def contradiction(self, here: Origin, there: Origin) -> Problem:
        """What an edition says unlike an earlier one, with both places."""
        earlier = self.problem(there, "").position(self.editions[there[0]].path)
        message = f"contradicts what stands at {earlier}; leave it out here, or change it there"
        return self.problem(here, message)

    def located(self, problems: list[Problem]) -> list[Problem]:
        """The problems with their places in words and, if they can be found, in the texts.

        Those that have theirs come first, then the others in the order of the files.
        """
        placed = []
        for problem in dict.fromkeys(problem for problem in problems if not problem.path):
            number, at = self.origin(problem.at)
            edition = self.editions[number]
            line, column = edition.place(at)
            where = place(at, edition.raw)
            made = problem._replace(where=where, line=line, column=column, path=edition.path)
            placed.append(((number, line or 0, column or 0), made.brief))
        placed.sort(key=lambda pair: pair[0])
        return [*(p for p in problems if p.path), *(problem for _, problem in placed)]


def merge(editions: tuple[Edition, ...]) -> Merged:
    """The first edition with what the later ones add, in their order."""
    merged = Merged(editions, tables_copied(editions[0].raw), {}, [])
    for number, edition in enumerate(editions[1:], 1):
        merged.origins[f"edition {number}",] = number, ()
        merged.problems.extend(_add(merged, number, edition.raw))
    return merged


def _add(merged: Merged, number: int, added: dict[str, Any]) -> Iterator[Problem]:
    sound: dict[str, Any] = {}
    for key, value in added.items():
        if key not in _SHAPES:
            message = f"unknown key{did_you_mean(key, _SHAPES)}"
            yield merged.problem((number, (key,)), message)
        elif isinstance(value, _SHAPES[key]):
            sound[key] = value
        else:
            message = f"must be a {'list' if key in _LISTS else 'table'}"
            yield merged.problem((number, (key,)), message)
    for table in _TABLES:
        known = merged.raw.setdefault(table, {})
        for id_, value in sound.get(table, {}).items() if isinstance(known, dict) else ():
            origin = number, (table, id_)
            if id_ not in known:
                known[id_] = value
                merged.origins[table, id_] = origin
            elif not _means_the_same(known[id_], value):
                yield merged.contradiction(origin, merged.origin((table, id_)))
    for name in _LISTS:
        _extend(merged, number, (name,), merged.raw.setdefault(name, []), sound.get(name, []))
    for id_, value in sound["indicators"].items():
        yield from _add_indicator(merged, number, id_, _sourced(value, added["dataset"]))


def _means_the_same(one: Any, other: Any) -> bool:
    """Whether two definitions mean the same thing; what else they say of it may differ."""
    if isinstance(one, dict) and isinstance(other, dict) and _MEANING & set(one):
        return all(one[key] == other[key] for key in _MEANING & set(one) & set(other))
    return bool(one == other)


def _extend(merged: Merged, number: int, at: At, items: Any, added: list[Any]) -> None:
    """Add the items of an edition to a list, but no gap that is there."""
    for position, item in enumerate(added if isinstance(items, list) else ()):
        if at[-1] != "gaps" or item not in items:
            merged.origins[*at, len(items)] = number, (*at, position)
            items.append(item)


def _sourced(value: Any, head: dict[str, Any]) -> Any:
    """An indicator whose figures name the source of their edition, if they name none."""
    if not isinstance(value, dict) or not isinstance(value.get("figures"), list):
        return value
    source = {"source": head.get("source")}
    figures = [source | f if isinstance(f, dict) else f for f in value["figures"]]
    return value | {"figures": figures}


def _add_indicator(merged: Merged, number: int, id_: str, added: Any) -> Iterator[Problem]:
    """A new indicator, or figures and gaps for one that an earlier edition defines."""
    indicators, at = merged.raw["indicators"], ("indicators", id_)
    known = indicators.get(id_)
    if id_ not in indicators and isinstance(added, dict) and set(added) <= _ADDED:
        merged.origins[at] = number, at
        hint = did_you_mean(id_, indicators)
        yield Problem(at, f"no earlier edition defines this indicator{hint}")
    elif not isinstance(known, dict) or not isinstance(added, dict):
        merged.origins[at] = number, at
        indicators[id_] = tables_copied(added)  # for later editions may add to it
    else:
        for key, item in added.items():
            if key not in _ADDED and known.get(key) != item:
                yield merged.contradiction((number, (*at, key)), merged.origin((*at, key)))
        for key in sorted(_ADDED & set(added)):
            items = known.setdefault(key, [])
            if isinstance(added[key], list):
                _extend(merged, number, (*at, key), items, added[key])
            else:
                yield merged.problem((number, (*at, key)), "must be a list")
