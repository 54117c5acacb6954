"""Every direction of a quantity, also of those that have numbers."""

from tests.page.shapes import Direction

# Of the quantities in NUMBERS, and of those that a word or a direction stands for.
TRENDS: tuple[Direction, ...] = (
    Direction("kindermishandeling/inleiding/1", "meer meldingen door professionals", "up"),
    Direction("kindermishandeling/cijfers/1", "een lichte afname", "down"),
    Direction("kindermishandeling/cijfers/1", "nam wel behoorlijk toe", "up"),
    Direction("jeugdstrafrecht/cijfers/1", "daalt verder", "down"),
    # Twice, for the two quantities it is said of.
    Direction("migratie/inleiding/1", "aanzienlijk afgenomen", "down"),
    Direction("migratie/inleiding/1", "aanzienlijk afgenomen", "down"),
    Direction("migratie/inleiding/2", "verder afgenomen", "down"),
    Direction("migratie/zorgen/1", "niet gedaald", "not_down"),
    Direction("migratie/zorgen/1", "gelijk gebleven", "stable"),
    Direction("migratie/cijfers/3", "nog verder toegenomen", "up"),
    Direction("armoede/inleiding/1", "dalende trend", "down"),
    # The verb is split; "nam" stands at the head of the same sentence.
    Direction("armoede/cijfers/1", "behoorlijk toe", "up"),
    Direction("armoede/cijfers/2", "steeg enorm", "up"),
    # The same quantity as uitbuiting/cijfers/1, which has its numbers.
    Direction("uitbuiting/zorgen/2", "is gedaald", "down"),
    Direction("uitbuiting/cijfers/1", "gedaald in 2020", "down"),
)
