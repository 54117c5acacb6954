"""Rates and money, as they are published: with of how many, and in which currency."""

from datetime import UTC, datetime

import pytest

import kic
from kic.publish import EXPORT_FORMATS, export
from kic.publish.exported import exported
from tests.conftest import Write
from tests.publish.test_qualifiers import READ
from tests.units import KINDS, UNITS, measured, number


@pytest.fixture
def of_every_kind(write: Write) -> kic.Dataset:
    """A figure in a unit of each kind, below zero where it may be."""
    texts = (
        measured(unit, number("2020", -4.5 if kind in ("rate", "money") else 4), name=f"i_{unit}")
        for unit, kind in KINDS.items()
    )
    return kic.load(write(UNITS + "".join(texts)))


def test_a_unit_is_published_with_what_its_kind_needs(of_every_kind: kic.Dataset) -> None:
    """Empty where its kind has none."""
    rows = exported(of_every_kind).tables["units"].rows
    assert {row["unit"]: (row["kind"], row["per"], row["currency"]) for row in rows} == {
        "kinderen": ("count", None, None),
        "procent": ("share", None, None),
        "dagen": ("duration", None, None),
        "promille": ("rate", 1000, None),
        "euro": ("money", None, "EUR"),
    }


@pytest.mark.parametrize("way", EXPORT_FORMATS)
def test_a_number_below_zero_is_published(of_every_kind: kic.Dataset, way: str) -> None:
    """With its unit, in every form."""
    value, unit = ("OBS_VALUE", "UNIT_MEASURE") if way == "sdmx-csv" else ("value", "unit")
    rows = READ[way](export(of_every_kind, way, datetime.now(UTC)))
    below = {row[unit] for row in rows if float(row[value]) == -4.5}
    assert below == {"promille", "euro"}
