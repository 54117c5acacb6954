"""The regions that a page names: those of a cell by the headings of its row and column."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, cached_property

from kic.dataset.page.found import BY_HAND, Places, table_of
from kic.dataset.page.places import Place
from kic.model import Figure, File, Record
from kic.model.errors import At, Problem, excerpt
from kic.model.text import fold

_SHORTEST = 4  # letters of a name that is known among other words


class HeadedRegions:
    """The regions of a file by the names that head rows and columns, and those of each table."""

    def __init__(self, file: File, places: Places) -> None:
        self.places = places
        self.by_name = {
            fold(name): id_
            for id_, region in file.regions.items()
            for name in (id_, *region.names)
        }
        told = {name.casefold() for region in file.regions.values() for name in region.names}
        names = sorted((n for n in told if len(n) >= _SHORTEST), key=len, reverse=True)
        whole = "|".join(map(re.escape, names)) or "(?!)"
        self._among_words = re.compile(rf"(?<![\w-])(?:{whole})(?![\w-])")
        self._named_in = cache(self._read)  # of a row each cell asks

    @cached_property
    def _of_tables(self) -> dict[str, list[set[str]]]:
        """The regions that each table names, on each side of its cells."""
        tables: dict[str, list[set[str]]] = defaultdict(lambda: [set() for _ in range(4)])
        for place in (found.place for found in self.places.all):
            if place.kind in ("cell", "line"):
                for regions, texts in zip(tables[table_of(place)], _sides(place), strict=True):
                    regions.update(*map(self._named_in, texts))
        return tables

    def named(self, heading: str) -> str | None:
        """The region that a name means."""
        return self.by_name.get(fold(heading))

    def asked(self, record: Record) -> str | None:
        """What is to be asked of the region of a figure, by what stands beside its cell.

        That is where only other regions of its table are named there, as in "Town of Ely", or
        where it is in the total of several of which its own is one.
        """
        place = self._place(record)
        if place is None or any(map(self.named, place.headings)):
            return None
        sides = [*zip(_sides(place), self._of_tables[table_of(place)], strict=True)]
        named = [id_ for texts, there in sides if len(there) > 1 for id_ in self._of(texts)]
        if named and record.region not in named:
            return f"{place.locator} is of '{named[0]}' (found {record.region})"
        for heading, (_, there) in zip(place.headings, sides, strict=False):
            is_total = place.kind == "cell" and self.places.lang.total.match(heading)
            if is_total and record.region in there and len(there) > 1 and not named:
                return f"{place.locator} is of {excerpt(heading)} (found {record.region})"
        return None

    def problems(self, record: Record, figure: Figure, at: At) -> Iterator[Problem]:
        """A cell of another region, or of one that a person has to say why it is the figure."""
        place = self._place(record)
        headings = place.headings if place and place.kind == "cell" else ()
        named = [*filter(None, map(self.named, headings))]
        if place and named and record.region not in named:
            message = f"{place.locator} is of '{named[0]}' (found {record.region})"
            yield Problem((*at, "region"), message)
        if not figure.read_by_hand and (asked := self.asked(record)):
            yield Problem((*at, "region"), f"{asked}; {BY_HAND}")

    def _of(self, texts: tuple[str, ...]) -> list[str]:
        return [id_ for text in texts for id_ in self._named_in(text)]

    def _read(self, text: str) -> list[str]:
        """The regions that a text names, alone or among other words."""
        if alone := self.named(text):
            return [alone]
        return [self.by_name[fold(n)] for n in self._among_words.findall(text.casefold())]

    def _place(self, record: Record) -> Place | None:
        found = self.places.by_locator.get(record.locator or "")
        return found.place if found and found.place.kind in ("cell", "line") else None


def _sides(place: Place) -> tuple[tuple[str, ...], ...]:
    """The heading of a row, that of a column, the line over several rows, and the other cells."""
    over, *others = place.beside
    if place.kind == "line":
        return (*others,), (), (over,), ()
    row, column = place.headings
    return (row,), (column,), (over,), (*others,)
