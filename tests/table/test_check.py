"""A text held against figures, laid out: beside each number what limits the figure that it is."""

import pytest

import kic
from kic.table.check import check_table
from tests.conftest import figure, gaps, indicator
from tests.table.conftest import Load
from tests.table.said import rows

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]


@pytest.mark.parametrize("number", [120, 210])
def test_what_is_missing_is_told_beside_a_number_that_is_not_complete(
    load: Load, number: int
) -> None:
    """Also where it is the same as in the source: it counts only a part."""
    part = figure("2020", 'registration = "incomplete", qualifier = "exact", value = 120')
    label = indicator("a", part, gaps("")).replace("About a", "Children in foster care")
    dataset = load(label)
    found = kic.check(dataset, f"In 2020 there were {number} children in foster care.")
    told = rows(check_table(dataset, found, "a text").page)
    assert any(line.startswith("! ") and "something" in line for line in told)


def test_a_number_is_held_against_words(load: Load) -> None:
    """Where the source gives a word and no number, the word is what would be right."""
    word = figure("2020", 'qualifier = "words", words = { nl = "honderden", en = "hundreds" }')
    dataset = load(indicator("a", word).replace("About a", "Children in foster care"))
    found = kic.check(dataset, "In 2020 there were 210 children in foster care.")
    told = rows(check_table(dataset, found, "a text").page)
    assert any('"hundreds"' in line for line in told)
