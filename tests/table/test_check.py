"""A text held against figures, laid out: beside each number what limits the figure that it is."""

import pytest

import kic
from kic.table.check import check_table
from tests.conftest import exact, figure, gaps, indicator
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


def test_what_another_region_lacks_is_told_of_that_region(dataset: kic.Dataset) -> None:
    """The home region may well have a number, which a gap without a region would deny."""
    text = "CoMensha registreerde in Caribisch Nederland 76 slachtoffers van kinderhandel."
    told = rows(check_table(dataset, kic.check(dataset, text), "a text").page)
    assert any("Caribbean Netherlands: Gap: " in line for line in told)


def test_words_of_another_region_are_told_of_that_region(load: Load) -> None:
    """As a number is."""
    word = 'region = "eiland", qualifier = "words", words = { nl = "tientallen", en = "dozens" }'
    dataset = load(
        indicator("a", figure("2020", word)).replace("About a", "Children in foster care")
    )
    where = dataset.regions["eiland"].label.en
    found = kic.check(dataset, f"In 2020 there were 210 children in foster care in {where}.")
    told = rows(check_table(dataset, found, "a text").page)
    assert any(f"{where}, " in line and '"dozens"' in line for line in told)


@pytest.mark.parametrize(
    ("extra", "told_as"),
    [('inferred = ["period"], ', "2020 (inferred by the compiler: year)."), ("", "2020.")],
)
@pytest.mark.parametrize("other", ["", exact("2019", 150)])
def test_a_year_of_another_figure_is_told_as_inferred(
    load: Load, extra: str, told_as: str, other: str
) -> None:
    """As everywhere: the source does not put the number in that year where kic does."""
    own = figure("2020", f'{extra}qualifier = "exact", value = 123')
    dataset = load(indicator("a", own + other).replace("About a", "Children in foster care"))
    found = kic.check(dataset, "In 2019 there were 123 children in foster care.")
    assert [f.verdict.value for f in found.findings] == ["other_year_or_region"]
    page = check_table(dataset, found, "a text").page
    assert told_as in " ".join(rows(page))
