"""The regions that a page names: those of a cell by the headings of its row and column."""

from collections.abc import Iterator
from functools import cached_property

from kic.dataset.page.found import BY_HAND, Places, table_of
from kic.dataset.page.places import Place
from kic.model import Figure, File, Record
from kic.model.errors import At, Problem, excerpt
from kic.model.text import fold


class HeadedRegions:
    """The regions of a file by the names that head rows and columns, and those of each table."""

    def __init__(self, file: File, places: Places) -> None:
        self.places = places
        self.by_name = {
            fold(name): id_
            for id_, region in file.regions.items()
            for name in (id_, region.label.nl, region.label.en, *region.aliases)
        }

    @cached_property
    def _of_tables(self) -> dict[str, list[frozenset[str]]]:
        """The regions that have a row, and those that have a column, in each table."""
        return {
            table: [frozenset(filter(None, map(self.named, side))) for side in sides]
            for table, sides in self.places.headings.items()
        }

    def named(self, heading: str) -> str | None:
        """The region that a name means."""
        return self.by_name.get(fold(heading))

    def of_total(self, record: Record) -> str | None:
        """What is to be asked of a figure in the total of regions of which its own is one."""
        place = self._cell(record)
        if place is None or any(map(self.named, place.headings)):
            return None
        for heading, regions in zip(place.headings, self._of_tables[table_of(place)], strict=True):
            is_total = self.places.lang.total.match(heading)
            if is_total and record.region in regions and len(regions) > 1:
                return f"{place.locator} is of {excerpt(heading)} (found {record.region})"
        return None

    def problems(self, record: Record, figure: Figure, at: At) -> Iterator[Problem]:
        """A cell of another region, or of the total unless a person says why it is the figure."""
        place = self._cell(record)
        named = [*filter(None, map(self.named, place.headings))] if place else []
        if place and named and record.region not in named:
            message = f"{place.locator} is of '{named[0]}' (found {record.region})"
            yield Problem((*at, "region"), message)
        if not figure.read_by_hand and (asked := self.of_total(record)):
            yield Problem((*at, "region"), f"{asked}; {BY_HAND}")

    def _cell(self, record: Record) -> Place | None:
        found = self.places.by_locator.get(record.locator or "")
        return found.place if found and found.place.kind == "cell" else None
