"""The events to which the page gives a date."""

EVENTS: tuple[tuple[str, str], ...] = (
    ("kindermishandeling/inleiding/1", "2019-01"),
    ("jeugdstrafrecht/cijfers/7", "2020-08-01"),
)
