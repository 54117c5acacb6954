"""Datasets in one language, and what builds on them."""

import re
from pathlib import Path

import pytest

import kic
from kic.dataset.validation import validate
from kic.model.errors import DatasetError
from tests.conftest import MINIMAL, NEXT, exact, figure, indicator, saved, sequel
from tests.one_language import DUTCH, dutch

ONE = NEXT.replace("Sequel", "").replace('{ nl = "Vervolg", en = "" }', '"Vervolg"')
DUTCH_NEXT = ONE.replace("[sources", 'languages = ["nl"]\n[sources')


def _refused(*paths: Path) -> list[str]:
    with pytest.raises(DatasetError) as refused:
        kic.load(paths)
    return [str(problem) for problem in refused.value.problems]


def test_every_text_may_be_a_plain_string_and_none_is_missed(tmp_path: Path) -> None:
    """A text is Dutch and not English, and nobody asks for a translation."""
    [report] = validate([dutch(tmp_path)])
    assert (report.problems, report.warnings) == ((), ())
    dataset = kic.load(tmp_path)
    label = dataset.indicators["leerlingen"].label
    assert (label.given("nl"), label.given("en")) == ("Leerlingen in het basisonderwijs", None)
    assert (label.nl, label.en) == (label.given("nl"), label.given("nl"))


def test_in_a_dataset_of_two_languages_a_plain_string_says_what_to_do(tmp_path: Path) -> None:
    """Each of them is told, for the one mistake is in the head."""
    text = DUTCH.replace('languages = ["nl"]\n', "")
    assert _refused(saved(tmp_path / "a.toml", text))[0] == (
        'dataset.title: the dataset has two languages: give both, as { nl = "...", en = "..." }, '
        "or say languages = [\"nl\"] under [dataset] (found 'Monitor')"
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ('{ nl = "Drenthe", en = "Drenthe" }', "regions.drenthe.label.en: the dataset has one"),
        ('{ en = "Drenthe" }', "regions.drenthe.label.en: the dataset has one language, nl"),
        ("12", "regions.drenthe.label: a text is written as"),
    ],
)
def test_a_text_in_another_language_is_refused(tmp_path: Path, given: str, told: str) -> None:
    """So is what is no text; each is one error."""
    text = DUTCH.replace('label = "Drenthe"', f"label = {given}")
    [problem] = _refused(saved(tmp_path / "a.toml", text))
    assert problem.startswith(told)


@pytest.mark.parametrize("given", ['["de"]', '"nl"', "[]", '["nl", "fr"]'])
def test_languages_that_are_none_are_one_error(tmp_path: Path, given: str) -> None:
    """Not another one for every text."""
    path = saved(tmp_path / "a.toml", DUTCH.replace('["nl"]', given))
    [problem] = _refused(path)
    assert problem.startswith("dataset.languages")


def test_an_edition_has_the_languages_of_its_own_head(tmp_path: Path) -> None:
    """One of one language on one of two, and the other way round; what both say is the same."""
    first = saved(tmp_path / "a.toml", MINIMAL + indicator("a", exact("2020", 5)))
    note = 'qualifier = "exact", value = 6, note = "Nieuw."'
    region = '[regions.nederland]\nlabel = "Nederland"\n'
    added = f"{region}[indicators.a]\nfigures = [{figure('2021', note)}]\n"
    second = saved(tmp_path / "b.toml", DUTCH_NEXT + added)
    dataset = kic.load([first, second])
    assert [text.given("en") for text in dataset.records[1].notes] == [None]
    assert dataset.regions["nederland"].label.en == "Netherlands"
    assert validate([second, first])[0].warnings == ()
    other = re.sub(r'\{ nl = ("[^"]*"), en = "[^"]*" \}', r"\1", first.read_text("utf-8"))
    saved(first, other.replace("[sources", 'languages = ["nl"]\n[sources'))
    saved(second, sequel(exact("2021", 6)))
    dataset = kic.load([first, second])
    assert [info.title.given("en") for info in dataset.editions] == [None, "Sequel"]


def test_an_edition_that_says_otherwise_contradicts_in_its_language(tmp_path: Path) -> None:
    """A label of one language is held against that language of the other file."""
    first = saved(tmp_path / "a.toml", MINIMAL + indicator("a", exact("2020", 5)))
    text = DUTCH_NEXT + '[regions.nederland]\nlabel = "Holland"\n[indicators]\n'
    [problem] = _refused(first, saved(tmp_path / "b.toml", text))
    assert problem.startswith("regions.nederland: contradicts what stands at")


def test_an_unknown_key_is_told_in_a_dataset_of_one_language_too(tmp_path: Path) -> None:
    """Nobody knows whether its value is a text: it is left as it is, and refused as a key."""
    text = DUTCH.replace('label = "Drenthe"', 'label = "Drenthe"\nnaam = { en = "Drenthe" }')
    [problem] = _refused(saved(tmp_path / "a.toml", text))
    assert problem.startswith("regions.drenthe.naam: unknown key")
