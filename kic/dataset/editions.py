"""Several files as one dataset: an edition adds figures to what an earlier one defines."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kic.dataset.languages import in_one_language, languages
from kic.dataset.positions import Positions, available
from kic.dataset.reading import datasets_in, identity, parse, read_text, refusal
from kic.dataset.shape import place, tables_copied
from kic.model import SAID, File, Lang, Period
from kic.model.errors import At, DatasetError, Problem, did_you_mean, excerpt
from kic.model.text import LANGS

_LISTS = ("statements", "not_figures")
_ORDER = {key: number for number, key in enumerate(File.model_fields)}
_ADDED = {"figures", "gaps"}
_NOTHING: Mapping[str, Any] = MappingProxyType({})
_MEANING = {
    *("label", "kind", "per", "currency", "code", "code_list"),
    *("publisher", "title", "url", "published"),
}

Origin = tuple[int, At]  # the number of an edition, and a place in its file


class Edition:
    """One file of a dataset, read once: where it is, and what TOML makes of it.

    ``id`` and ``builds_on`` are None where the file has no such text; ``faults`` are texts
    that are in none of its ``languages``.  Raises DatasetError for
    a file that cannot be read or is something else.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._text = read_text(path)
        self.raw = parse(path, self._text)
        if not self.raw:
            raise refusal(path, "is empty; a dataset needs at least [dataset] and [indicators]")
        tables = ("dataset", "indicators")
        if missing := [f"[{key}]" for key in tables if not isinstance(self.raw.get(key), dict)]:
            told = f"is TOML but no kic dataset: it has no {' and '.join(missing)}"
            raise refusal(path, told)
        self.id = self._name("id")
        self.builds_on = self._name("builds_on")
        self.languages = languages(self.raw["dataset"])
        [first, *others] = self.languages
        faults = [] if others else in_one_language(self.raw, first)
        # Of languages that are declared wrongly only that is told.
        self.faults = faults if self.raw["dataset"].get("languages") == [first] else []

    @property
    def questions(self) -> list[Problem]:
        """The texts of the file that are questions still, as a proposal has them."""
        asked = _asked(self.raw, ()) if _QUESTION in self._text else ()
        return [self.problem(at, f"{_ASKED} (found {excerpt(text)})") for at, text in asked]

    @cached_property
    def _published(self) -> Period | None:
        """When the source of its figures was published, if it tells that as it should."""
        sources = self.raw.get("sources")
        source = sources.get(self._name("source")) if isinstance(sources, dict) else None
        told = source.get("published") if isinstance(source, dict) else None
        with suppress(ValueError):
            return Period.parse(str(told)) if told else None
        return None

    def precedes(self, other: "Edition") -> bool:
        """Whether its source was published before that of another one, as far as both tell."""
        mine, theirs = self._published, other._published
        return bool(mine and theirs and mine.end < theirs.start)

    def _name(self, key: str) -> str | None:
        value = self.raw["dataset"].get(key)
        return value if isinstance(value, str) else None

    @cached_property
    def _positions(self) -> Positions | None:
        return Positions(self._text) if available() else None

    def problem(self, at: At, message: str) -> Problem:
        """A problem at a path of keys, with its line and column where the extra is there."""
        line, column = self._positions.of(at) if self._positions else (None, None)
        return Problem(at, message, place(at, self.raw), line, column, self.path)


_QUESTION = "? "  # at the beginning of a text
_ASKED = "a question is left: put the answer in its place"


def _asked(value: Any, at: At) -> Iterator[tuple[At, str]]:
    """The texts that begin as a question of a proposal does, with their places."""
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _asked(item, at if key in LANGS else (*at, key))
    elif isinstance(value, str) and value.startswith(_QUESTION):
        yield at, value


# -------------------------------------------------------------------------------- order


def in_order(editions: Sequence[Edition], first: Callable[[], Edition]) -> tuple[Edition, ...]:
    """Every edition after the one it builds on, which is added where it is not given.

    What was published first comes first, as far as the files tell; else they stay in the order
    given.  ``first`` gives the embedded one; any other stands beside the file that builds on it.
    Raises DatasetError where one has the id of another, or builds on what is nowhere.
    """
    waiting = list(editions)
    by_id = check_ids(waiting)
    while bases := list(_bases(waiting, by_id, first)):
        waiting = [*bases, *waiting]
        by_id = check_ids(waiting)
    ordered: list[Edition] = []
    founded: set[str | None] = {None}  # what an edition may build on by now
    while waiting:
        ready = [e for e in waiting if e.builds_on in founded]
        if not ready:
            raise _unfounded(waiting[0], by_id)
        edition, *others = ready
        for other in others:
            edition = other if other.precedes(edition) else edition
        waiting.remove(edition)
        ordered.append(edition)
        founded.add(edition.id)
    return tuple(ordered)


def _bases(
    editions: Sequence[Edition], by_id: Mapping[str, Edition], first: Callable[[], Edition]
) -> Iterator[Edition]:
    """What editions build on that is not among them: the embedded one, or files beside them."""
    lacking = [e for e in editions if e.builds_on not in by_id or e.builds_on == e.id]
    wanted = {edition.builds_on for edition in lacking} - {None}
    if wanted and (base := first()).id in wanted:
        wanted.remove(base.id)
        yield base
    if wanted:
        known = {identity(edition.path) for edition in editions}
        for folder in dict.fromkeys(e.path.parent for e in lacking if e.builds_on in wanted):
            yield from (edition for edition in _beside(folder, known) if edition.id in wanted)


def _beside(folder: Path, known: Container[tuple[int, int]]) -> Iterator[Edition]:
    """The datasets of a folder that are not known; what cannot be read as one is no base."""
    with suppress(DatasetError):
        for path in datasets_in(folder):
            with suppress(DatasetError):
                if path.is_file() and identity(path) not in known:
                    yield Edition(path)


def _unfounded(edition: Edition, by_id: Mapping[str, Edition]) -> DatasetError:
    """Why an edition has nothing to stand on: what is missing below it, or a circle."""
    above = {edition}
    while (base := by_id.get(edition.builds_on or "")) not in above:
        if base is None:
            which = f"builds on {excerpt(edition.builds_on)}"
            message = f"{which}, which is neither given nor beside it: give that file too"
            return refusal(edition.path, message)
        above.add(base)
        edition = base
    if base is edition:
        return refusal(edition.path, "builds on itself")
    return refusal(base.path, f"and {excerpt(edition.id)} build on each other")


def check_ids(editions: Sequence[Edition]) -> dict[str, Edition]:
    """The editions by their ids; raises DatasetError for an id that two of them have."""
    by_id: dict[str, Edition] = {}
    for edition in editions:
        if edition.id is not None and (other := by_id.setdefault(edition.id, edition)) != edition:
            which = f"has the id {excerpt(edition.id)} of {other.path}"
            raise refusal(edition.path, f"{which}; give one of the two, or another id")
    return by_id


# -------------------------------------------------------------------------------- merging


class Merged:
    """All editions as one raw dataset, with what they contradict each other in.

    ``origins`` says of what later editions added where it stands; the first has all the rest.
    ``told`` is what each edition says, by indicator, of the figures that it adds.
    """

    def __init__(self, editions: tuple[Edition, ...]) -> None:
        self.editions = editions
        self.raw = tables_copied(editions[0].raw)
        self.origins: dict[At, Origin] = {(): (0, ())}
        self.told: list[dict[str, dict[str, Any]]] = [{} for _ in editions]
        self.problems: list[Problem] = []
        for number, edition in enumerate(editions):
            for at, message in edition.faults:
                self.refuse(number, at, message)
        for number, edition in enumerate(editions[1:], 1):
            self.origins[f"edition {number}",] = number, ()
            self._add(number, edition.raw)

    def origin(self, at: At) -> Origin:
        """The edition that a place of the whole comes from, and the place in its file."""
        known = len(at)
        while at[:known] not in self.origins:
            known -= 1
        number, there = self.origins[at[:known]]
        return number, (*there, *at[known:])

    def languages(self, at: At) -> tuple[Lang, ...]:
        """Those of the edition that a place of the whole comes from."""
        return self.editions[self.origin(at)[0]].languages

    def refuse(self, number: int, at: At, message: str) -> None:
        """Add a problem at a place of one edition."""
        self.problems.append(self.editions[number].problem(at, message))

    def contradict(self, number: int, at: At, there: At) -> None:
        """Add the problem that a place of an edition says something else than an earlier one."""
        earlier, place_there = self.origin(there)
        base = self.editions[earlier]
        stands = base.problem(place_there, "").position(base.path)
        message = f"contradicts what stands at {stands}; leave it out here, or change it there"
        self.refuse(number, at, message)

    def located(self, problems: Iterable[Problem]) -> list[Problem]:
        """The problems with their places in words and, if they can be found, in the texts.

        Contradictions have theirs and come first, then the others in the order of the files.
        """
        placed = []
        for p in dict.fromkeys(problem for problem in problems if not problem.path):
            number, there = self.origin(p.at)
            here = self.editions[number].problem(there, p.message).brief
            placed.append((number, here._replace(like=p.like)))
        placed.sort(key=lambda pair: (pair[0], pair[1].line or 0, pair[1].column or 0))
        return [*(p for p in problems if p.path), *(problem for _, problem in placed)]

    def _add(self, number: int, added: dict[str, Any]) -> None:
        for key, value in sorted(added.items(), key=lambda table: _ORDER.get(table[0], -1)):
            if key not in _ORDER:
                self.refuse(number, (key,), f"unknown key{did_you_mean(key, _ORDER)}")
            elif key in _LISTS:
                own = self._of_edition(number, value) if key == "statements" else value
                self._extend(number, (key,), self.raw.setdefault(key, []), own)
            elif not isinstance(value, dict):
                self.refuse(number, (key,), "must be a table")
            elif key == "indicators":
                for id_, item in value.items():
                    self._add_indicator(number, id_, item)
            elif key != "dataset":
                self._define(number, key, value)

    def _define(self, number: int, key: str, added: dict[str, Any]) -> None:
        """Add what a table of an edition defines, but nothing that is defined."""
        known = self.raw.setdefault(key, {})
        for id_, item in added.items() if isinstance(known, dict) else ():
            if id_ not in known:
                known[id_] = item
                self.origins[key, id_] = number, (key, id_)
            elif not _means_the_same(known[id_], item):
                self.contradict(number, (key, id_), (key, id_))

    def _add_indicator(self, number: int, id_: str, added: Any) -> None:
        """Add a new indicator, or figures and gaps for one that an earlier edition defines.

        What an edition says of a known indicator, it says of the figures that it adds.
        """
        indicators, at = self.raw["indicators"], ("indicators", id_)
        known = indicators.get(id_)
        if id_ not in indicators and isinstance(added, dict) and set(added) <= _ADDED:
            self.origins[at] = number, at
            hint = did_you_mean(id_, indicators)
            self.problems.append(Problem(at, f"no earlier edition defines this indicator{hint}"))
        elif not isinstance(known, dict) or not isinstance(added, dict):
            self.origins[at] = number, at
            indicators[id_] = tables_copied(added)  # for later editions may add to it
            if isinstance(added, dict) and "figures" in added:
                indicators[id_]["figures"] = self._of_edition(number, added["figures"])
        else:
            counted = added.keys() & {"measure", *([] if "unit" in known else ["unit"])}
            for key, item in added.items():
                if key == "figures":
                    own = self._of_edition(number, item, {k: added[k] for k in counted})
                    self._extend(number, (*at, key), known.setdefault(key, []), own)
                elif key == "gaps":
                    self._extend(number, (*at, key), known.setdefault(key, []), item)
                elif key in SAID:
                    self.told[number].setdefault(id_, {})[key] = item
                elif key not in counted and not _means_the_same(known.get(key), item):
                    self.contradict(number, (*at, key), (*at, key))

    def _of_edition(self, number: int, items: Any, own: Mapping[str, Any] = _NOTHING) -> Any:
        """The items of a list with the source of their edition, and what it gives them all."""
        if not isinstance(items, list):
            return items
        given = {"source": self.editions[number].raw["dataset"].get("source"), **own}
        return [given | item if isinstance(item, dict) else item for item in items]

    def _extend(self, number: int, at: At, items: Any, added: Any) -> None:
        """Add the items of an edition to a list."""
        if not isinstance(added, list):
            self.refuse(number, at, "must be a list")
        elif isinstance(items, list):
            for position, item in enumerate(added):
                self.origins[*at, len(items)] = number, (*at, position)
                items.append(item)


def _means_the_same(one: Any, other: Any) -> bool:
    """Whether two definitions mean the same thing; what else they say of it may differ."""
    if isinstance(one, dict) and isinstance(other, dict):
        shared = set(one) & set(other)
        if _MEANING & set(one):
            return all(_means_the_same(one[key], other[key]) for key in _MEANING & shared)
        if {*one, *other} <= set(LANGS):  # an edition may lack one of the languages
            return all(one[lang] == other[lang] for lang in shared)
    return bool(one == other)
