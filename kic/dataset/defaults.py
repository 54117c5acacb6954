"""What a file says of region and unit for all that names none: its defaults under [dataset]."""

from collections.abc import Iterator
from typing import Any

from kic.dataset.editions import Merged
from kic.model.errors import At

_Holder = dict[Any, Any] | list[Any]


def fill_in(merged: Merged) -> frozenset[At]:
    """Give all that names no region or unit the default of the file that it stands in.

    What an indicator names goes before.  Where a later file adds a figure to it and has another
    default region, it is a problem that the figure names none.  Gives the places that were
    filled: a fault of a default is told once, where it is typed.
    """
    filled = set()
    for holder, key, at, name in list(_lacking(merged)):
        given = merged.editions[merged.origin(at)[0]].raw["dataset"].get(name)
        if given is not None:
            holder[key] = holder[key] | {name: given}  # the tables in lists are those of the file
            filled.add((*at, name))
    for at, own, named in _ambiguous(merged):
        number, there = merged.origin(at)
        message = f"say which region: that of this file is '{own}', of the indicator '{named}'"
        merged.refuse(number, there, message)
    return frozenset(filled)


def _ambiguous(merged: Merged) -> Iterator[tuple[At, Any, Any]]:
    """Every figure or gap without a region for which its file has another than its indicator."""
    for id_, indicator in merged.raw["indicators"].items():
        at: At = ("indicators", id_)
        for part in ("figures", "gaps") if isinstance(indicator, dict) else ():
            for _, _, place, _ in _tables(indicator.get(part), (*at, part), "region"):
                number = merged.origin(place)[0]
                own = merged.editions[number].raw["dataset"].get("region")
                if number != merged.origin(at)[0] and own not in (None, indicator.get("region")):
                    yield place, own, indicator.get("region")


def _lacking(merged: Merged) -> Iterator[tuple[_Holder, Any, At, str]]:
    """Every table without a region or unit: what holds it, its key there, its place, the name."""
    indicators = merged.raw["indicators"]
    for id_, indicator in indicators.items():
        at: At = ("indicators", id_)
        for name in ("region", "unit"):
            if isinstance(indicator, dict) and name not in indicator:
                yield indicators, id_, at, name
                for part in ("figures", "gaps") if name == "region" else ("figures",):
                    for place in _tables(indicator.get(part), (*at, part), name):
                        if merged.origin(place[2])[0] != merged.origin(at)[0]:
                            yield place
    yield from _tables(merged.raw.get("statements"), ("statements",), "region")


def _tables(items: Any, at: At, name: str) -> Iterator[tuple[_Holder, Any, At, str]]:
    """Every table of a list in which a name is not given."""
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict) and name not in item:
            yield items, number, (*at, number), name
