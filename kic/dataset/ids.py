"""The ids and names of a dataset: what is used is defined, and a name means one thing."""

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from kic.dataset.shape import meant
from kic.dataset.united import United
from kic.model import ID, File, fold
from kic.model.errors import At, Problem, did_you_mean
from kic.model.text import ISO

_LINKS = {  # what the ids under a key are of; None where parts stand that hold such keys
    **dict.fromkeys(("dataset", "regions", "indicators", "statements")),
    **dict.fromkeys(("figures", "gaps", "named", "correction")),
    "theme": "theme",
    "region": "region",
    "part_of": "region",
    "unit": "unit",
    "denominator_for": "unit",
    "source": "source",
    "caution_source": "source",
    "note_source": "source",
    "registered_by": "organisation",
    "organisation": "organisation",
    "subset_of": "indicator",
    "highlights": "indicator",
    "target_of": "indicator",
    "related_to": "indicator",
    "context": "indicator",
}


def _uses(node: Any, at: At = (), kind: str | None = None) -> Iterator[tuple[At, str, str]]:
    """Every use of an id in a file or a part of it: where, of what kind, and the id.

    ``at`` is where the part stands, and ``kind`` what its ids are of, if it holds any.
    """
    if isinstance(node, BaseModel):
        for key, value in vars(node).items():
            if value and key in _LINKS:
                yield from _uses(value, (*at, key), _LINKS[key])
    elif isinstance(node, dict | tuple):
        for step, value in node.items() if isinstance(node, dict) else enumerate(node):
            yield from _uses(value, (*at, step), kind)
    elif kind:
        yield at, kind, node


def references(given: United) -> Iterator[Problem]:
    """Every id that is used is defined.

    Measured against what the file names, sound or not: a faulty record is reported itself.
    """
    for at, kind, id_ in _all_uses(given):
        defined = given.merged.raw.get(f"{kind}s", {})
        if (
            isinstance(defined, dict)
            and id_ not in defined
            and not _is_explained(given, kind, id_)
        ):
            message = f"unknown {kind} '{id_}'{did_you_mean(id_, defined)}"
            yield Problem(at, message, like=message)  # under whatever key


def _is_explained(given: United, kind: str, id_: str) -> bool:
    """Whether what an id names stands there under a faulty id or heading, which is told."""
    raw, table = given.merged.raw, f"{kind}s"
    misspelt = [key for key in raw if key not in File.model_fields and meant((key,)) == table]
    if any(id_ in raw[key] for key in misspelt if isinstance(raw[key], dict)):
        return True
    return fold(id_) in (fold(other) for other in raw.get(table, ()) if not re.match(ID, other))


def _all_uses(given: United) -> Iterator[tuple[At, str, str]]:
    """Every use of an id, also in the heads of later editions and what these tell of figures."""
    yield from _uses(given.file)
    for number, own in enumerate(given.later, 1):
        for use in _uses(own, (f"edition {number}",)):
            if use[0][-1:] != ("region",):  # that of the stand-in
                yield use


def names(given: United) -> Iterator[Problem]:
    """An id or alias means one theme or region, or else only indicators; a label one region."""
    file = given.file
    meant: dict[tuple[str, str], str] = {}  # ids by kind and name
    for kind, topics in (("theme", file.themes), ("region", file.regions)):
        for id_, topic in topics.items():
            for name in map(fold, (id_, *topic.aliases)):
                if (first := meant.setdefault((kind, name), id_)) != id_:
                    message = f"'{name}' already means {kind} '{first}'"
                    yield Problem((f"{kind}s", id_, "aliases"), message)
    for id_, region in file.regions.items():
        for name in dict.fromkeys(map(fold, region.label.both)):
            if (first := meant.setdefault(("label", name), id_)) != id_:
                yield Problem(("regions", id_, "label"), f"region '{first}' is called so too")
    ids = {fold(id_): id_ for id_ in file.indicators}
    for id_, indicator in file.indicators.items():
        at: At = ("indicators", id_)
        aliases = (((*at, "aliases", n), alias) for n, alias in enumerate(indicator.aliases))
        for place, name in ((at, id_), *aliases):
            if theme_id := meant.get(("theme", fold(name))):
                yield Problem(place, f"'{name}' already means theme '{theme_id}'")
            other = ids.get(fold(name), id_)
            # Editions need not know each other's ids; an id goes before an alias.
            if other != id_ and given.edition(("indicators", other)) == given.edition(at):
                yield Problem(place, f"'{name}' is the id of another indicator, '{other}'")


def codes(given: United) -> Iterator[Problem]:
    """A code of a list means one region."""
    meant: dict[tuple[str, str], str] = {}
    for id_, region in given.file.regions.items():
        if region.code:
            of_list = region.code_list or ISO
            if (first := meant.setdefault((of_list, region.code), id_)) != id_:
                message = f"'{region.code}' of {of_list} is the code of region '{first}' already"
                yield Problem(("regions", id_, "code"), message)


# ------------------------------------------------------------------------------- warnings


def hidden(given: United) -> Iterator[Problem]:
    """Indicators that are called as another theme is, which is what the name then means."""
    themes = {
        fold(name): id_ for id_, theme in given.file.themes.items() for name in (id_, *theme.names)
    }
    for id_, indicator in given.file.indicators.items():
        for name in dict.fromkeys(map(fold, indicator.label.both)):
            if (theme := themes.get(name, indicator.theme)) != indicator.theme:
                yield Problem(("indicators", id_, "label"), f"theme '{theme}' is called so too")


def unused(given: United) -> Iterator[Problem]:
    """Regions, units, sources and organisations that nothing names."""
    used = {(kind, id_) for _, kind, id_ in _all_uses(given)}
    for kind in ("region", "unit", "source", "organisation"):
        for id_ in getattr(given.file, f"{kind}s"):
            if (kind, id_) not in used:
                yield Problem((f"{kind}s", id_), f"nothing uses this {kind}")
