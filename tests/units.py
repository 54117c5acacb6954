"""Units of every kind, and figures that only some of them can have."""

from tests.conftest import figure, indicator

UNITS = """
[units.dagen]
label = { nl = "dagen", en = "days" }
kind = "duration"

[units.promille]
label = { nl = "per 1.000 kinderen", en = "per 1,000 children" }
kind = "rate"
per = 1000

[units.euro]
label = { nl = "euro", en = "euros" }
kind = "money"
currency = "EUR"
"""
KINDS = {
    "kinderen": "count",
    "dagen": "duration",
    "procent": "share",
    "promille": "rate",
    "euro": "money",
}


def measured(unit: str, figures: str, name: str = "a", extra: str = "") -> str:
    """An indicator in a unit, below all units."""
    text = indicator(name, figures, extra)
    return text.replace('unit = "kinderen"', f'unit = "{unit}"')


def number(period: str, value: object) -> str:
    """An exact figure."""
    return figure(period, f'qualifier = "exact", value = {value}')
