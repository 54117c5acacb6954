"""Where a text puts a number: the country, a county, a district of it, or somewhere else."""

from collections.abc import Sequence

import pytest

import kic
from kic.query.finding import Finding
from tests.cases import each
from tests.conftest import Write, figure, indicator

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

_COUNTRY = 'label = { nl = "Nederland", en = "Netherlands" }'
_COUNTY = 'label = { nl = "Westmark", en = "Westmark" }'
_FIGURES = "".join(
    figure(year, f'region = "{region}", qualifier = "exact", value = {value}')
    for region, values in (("nederland", (669, 690, 710)), ("eiland", (398, 421, 430)))
    for year, value in zip(("2020", "2021", "2022"), values, strict=True)
)


def _found(write: Write, text: str, home: str, extra: str = "") -> Sequence[Finding]:
    """What is found of a text, by figures of a county and its district Ashby."""
    named = indicator("a", _FIGURES, extra).replace("Over a", "Kinderen in zorg")
    path = write(named.replace("About a", "Children in care"))
    own = path.read_text("utf-8").replace(_COUNTRY, home).replace("Uitgever", "County, de regio")
    own = own.replace(
        'label = { nl = "Eiland", en = "Island" }', 'label = { nl = "Ashby", en = "Ashby" }'
    )
    own = own.replace("[regions.eiland]\n", '[regions.eiland]\npart_of = "nederland"\n')
    path.write_text(own, "utf-8")
    return kic.check(kic.load(path), text).findings


def _told(write: Write, text: str, home: str = _COUNTY, extra: str = "") -> list[tuple[str, str]]:
    """The numbers of a text that are judged, each with its verdict."""
    return [(f.told.written, f.verdict.value) for f in _found(write, text, home, extra)]


_NATIONAL = [
    "Nationally there were {} children in care in 2022.",
    "Nationwide there were {} children in care in 2022.",
    "Across the country there were {} children in care in 2022.",
    "The country had {} children in care in 2022.",
    "The national number of children in care was {} in 2022.",
    "There were {} children in care nationally in 2022.",
    "Landelijk waren er in 2022 {} kinderen in zorg.",
    "In het hele land waren er in 2022 {} kinderen in zorg.",
    "In ons land waren er in 2022 {} kinderen in zorg.",
    "Het landelijke aantal kinderen in zorg was in 2022 {}.",
    "Op nationaal niveau waren er in 2022 {} kinderen in zorg.",
]


@each("text", _NATIONAL)
def test_a_country_is_another_place_than_a_county(write: Write, text: str) -> None:
    """Its number is neither the one of the county nor another in its place."""
    assert _told(write, text.format(710)) == []
    assert _told(write, text.format(540)) == []


@each(
    "home",
    [
        _COUNTRY,
        'label = { nl = "Engeland", en = "England" }',
        'label = { nl = "X", en = "X" }\ncode = "NL"',
    ],
)
def test_a_word_for_the_country_is_harmless_where_the_figures_are_of_one(
    write: Write, home: str
) -> None:
    """By its name or by its code."""
    text = "Landelijk waren er in 2022 {} kinderen in zorg."
    assert _told(write, text.format(710), home) == [("710", "matches")]
    assert _told(write, text.format(540), home) == [("540", "differs")]


@each(
    ("text", "told"),
    [
        ("Nationally there were 9,000 children in care in 2021. In 2022 there were {}.", []),
        ("There were 9,000 children in care nationally. In Westmark there were {}.", ["710"]),
        ("There were {} children in care in Westmark in 2022, and 9,000 nationally.", ["710"]),
        ("There were {} children in care in 2022, and 9,000 children nationally.", ["710"]),
    ],
)
def test_a_country_named_beside_a_county_leaves_its_number(
    write: Write, text: str, told: list[str]
) -> None:
    """What is told last before a number, or beside it, is where it is of."""
    assert [number for number, _ in _told(write, text.format(710))] == told


_WHOLE = [
    "Across the county there were {} children in care in 2021.",
    "In the whole county there were {} children in care in 2021.",
    "Countywide there were {} children in care in 2021.",
    "The county as a whole had {} children in care in 2021.",
    "The county had {} children in care in 2021.",
    "Overall there were {} children in care in 2021.",
    "In total there were {} children in care in 2021.",
    "The total number of children in care was {} in 2021.",
    "In de hele regio waren er in 2021 {} kinderen in zorg.",
    "In de regio waren er in 2021 {} kinderen in zorg.",
    "De regio als geheel telde in 2021 {} kinderen in zorg.",
    "In totaal waren er in 2021 {} kinderen in zorg.",
    "Totaal: {} kinderen in zorg in 2021.",
]


@each("text", _WHOLE)
def test_the_whole_is_no_part_that_was_told_of_before(write: Write, text: str) -> None:
    """Its number is right, the one of the part is not; no other is called wrong."""
    one = ("430", "matches")
    before = "In Ashby there were 430 children in care in 2022."
    if "kinderen" in text:
        before = "In Ashby waren er in 2022 430 kinderen in zorg."
    assert _told(write, f"{before} {text.format(690)}") == [one, ("690", "matches")]
    assert _told(write, f"{before} {text.format(421)}") == [one]
    assert _told(write, f"{before} {text.format(540)}") == [one]
    assert _told(write, text.format(540)) == [("540", "differs")]


@each(
    ("text", "right"),
    [
        ("In the rest of Westmark there were 430 children in care in 2022.", []),
        ("Outside Ashby there were 430 children in care in 2022.", []),
        ("Except for Ashby there were 710 children in care in 2022.", []),
        ("Elders waren er in 2022 710 kinderen in zorg.", []),
        ("In de rest van Westmark waren er in 2022 430 kinderen in zorg.", []),
        ("Buiten Ashby waren er in 2022 710 kinderen in zorg.", []),
        ("Gestart buiten Ashby waren er in 2022 430 kinderen in zorg.", ["430"]),
    ],
)
def test_what_is_outside_a_region_is_another_place(
    write: Write, text: str, right: list[str]
) -> None:
    """It is not judged, unless that is in the name of what is counted."""
    extra = 'aliases = ["gestart buiten ashby"]' if right else ""
    assert _told(write, text, extra=extra) == [(number, "matches") for number in right]


@each(
    ("text", "right"),
    [
        ("In Ashby there were in total 421 children in care in 2021.", ["421"]),
        ("In total there were 421 children in care in Ashby in 2021.", ["421"]),
        (
            "In Ashby 430 children were in care in 2022. In 2020 398 children were in care.",
            ["430", "398"],
        ),
        (
            "In Ashby 430 children were in care in 2022. In 2020 669 children were in care.",
            ["430"],
        ),
        (
            "Ashby telde in 2022 430 kinderen in zorg. In 2020 waren 398 kinderen in zorg.",
            ["430", "398"],
        ),
        ("Ashby telde in 2022 430 kinderen in zorg. In 2020 waren 669 kinderen in zorg.", ["430"]),
        (
            "In 2022 430 children in Ashby were in care. Westmark had 710 children in care.",
            ["430", "710"],
        ),
        (
            "In Ashby 430 children were in care in 2022. In Westmark 710 children were in care. "
            "In 2020 669 children were in care.",
            ["430", "710", "669"],
        ),
    ],
)
def test_a_number_is_of_the_place_that_was_told_of_last(
    write: Write, text: str, right: list[str]
) -> None:
    """A sentence without a place goes on about the one before, and none else is sure."""
    assert _told(write, text) == [(number, "matches") for number in right]


def test_what_would_be_right_is_of_the_place_that_was_told_of_last(write: Write) -> None:
    """And not of one told of before that."""
    text = (
        "In Ashby there were 430 children in care in 2022. "
        "In 2022 there were 710 children in care in Westmark. "
        "In 2020 there were 696 children in care."
    )
    last = _found(write, text, _COUNTY)[-1]
    assert (last.told.written, last.verdict.value, last.record.value) == ("696", "differs", 669)
