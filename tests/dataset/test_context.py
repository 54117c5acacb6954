"""The figures for comparison: each is read a second time, out of the words that it quotes."""

import re
import tomllib
from itertools import groupby
from pathlib import Path
from shutil import copyfile

import pytest

import kic
from kic.dataset import comparison, context, embedded, read, with_context, with_other_years
from kic.dataset.page.exactness import readings
from kic.dataset.page.language import language
from kic.model import Qualifier, Record, Status
from kic.model.errors import UsageError
from tests.conftest import Write, exact, indicator

BY_HAND = tomllib.loads(Path(__file__).with_name("context_by_hand.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def both() -> kic.Dataset:
    """The figures of the page with those for comparison."""
    return kic.load([embedded(), context()])


@pytest.fixture(scope="module")
def figures(both: kic.Dataset) -> list[Record]:
    """Every figure for comparison, the revised ones too."""
    versions = (v for r in both.records for v in (*r.earlier, r))
    return [v for v in versions if v.links.edition.id.startswith("kic-context")]


def test_the_page_is_marked_with_what_the_folder_has(
    dataset: kic.Dataset, both: kic.Dataset, figures: list[Record]
) -> None:
    """With the indicators that it adds figures to, and those that it has related ones of."""
    near = {id_ for indicator in both.indicators.values() for id_ in indicator.related_to}
    there = {r.indicator for r in figures} | near
    assert list(dataset.info.context) == [id_ for id_ in dataset.indicators if id_ in there]


def test_the_figures_for_comparison_are_those_of_what_they_are_about(
    dataset: kic.Dataset, both: kic.Dataset, write: Write
) -> None:
    """The dataset that comes with kic, and none that is not."""
    own = kic.load(write(indicator("a", exact("2020", 1))))
    found = comparison(dataset)
    assert found
    assert [r.key for r in found.records] == [r.key for r in both.records]
    assert comparison(own) is None
    assert with_other_years(dataset) == {*dataset.info.context}
    assert with_other_years(both) == with_other_years(own) == frozenset()


def test_populations_are_in_the_dataset_or_else_for_comparison(
    dataset: kic.Dataset, both: kic.Dataset, write: Write
) -> None:
    """Where it has one of its own no other is taken."""
    with_one = indicator("a", exact("2020", 1), 'denominator_for = ["kinderen"]')
    for own in (with_one, indicator("a", exact("2020", 1))):
        loaded = kic.load(write(own))
        assert kic.populations(loaded) is loaded
    assert kic.populations(both) is both
    assert [r.key for r in kic.populations(dataset).records] == [r.key for r in both.records]


def test_the_context_is_added_once_to_what_it_is_about(write: Write) -> None:
    """Also where a file of it is given; to other data it is not."""
    files = [
        edition.path for edition in with_context(read([embedded(), context() / "bevolking.toml"]))
    ]
    assert sorted(files) == sorted([embedded(), *context().iterdir()])
    with pytest.raises(UsageError, match=r"--context is about '?kinderrechten.*do not build on"):
        with_context(read(write(indicator("a", exact("2020", 1)))))


def test_other_definitions_are_linked(dataset: kic.Dataset, both: kic.Dataset) -> None:
    """Whatever the folder defines is near something of the page, or a population."""
    unlinked = {id_ for id_, i in both.indicators.items() if not i.related_to}
    populations = {"aantal_kinderen", "aantal_kinderen_caribisch"}
    assert unlinked - set(dataset.indicators) == populations


def test_every_figure_has_words_an_address_and_a_period(figures: list[Record]) -> None:
    """A figure without a number says that there was none, in a gap that quotes its source."""
    for r in figures:
        assert r.as_printed or (r.gap and r.gap.as_printed), r.key
        assert r.source != r.links.edition.source, r.key
        assert r.links.source.url, r.key
        assert r.period.known or r.indicator == "aantal_kinderen_caribisch", r.key


def _numbers(words: str) -> set[float]:
    """What kic reads in some words, and what stands by itself between blanks or bars."""
    found = {number for lang in ("nl", "en") for number, _ in _read(words, lang)}
    alone = (part for part in re.split(r"[\s|]+", words) if re.fullmatch(r"[\d.]*\d", part))
    return found | {float(part.replace(".", "")) for part in alone}


def _read(words: str, lang: str) -> list[tuple[float, Qualifier | None]]:
    """The single numbers of some words, as kic reads them in a language."""
    read = readings(words, language("nl" if lang == "nl" else "en"))
    single = (r for r in read if r.is_figure and len(r.numeral.numbers) == 1)
    return [(float(r.numeral.numbers[0]), r.qualifier) for r in single]


@pytest.mark.needs("text_to_num")
@pytest.mark.needs("babel")
def test_the_number_in_the_words_is_the_number_that_is_typed(figures: list[Record]) -> None:
    """A person read the others, which are printed in thousands."""
    unread = {
        (r.indicator, r.period.text)
        for r in figures
        if r.as_printed and not {r.value, r.lower} & set(_numbers(r.as_printed))
    }
    listed = {(id_, period) for id_, periods in BY_HAND["number"].items() for period in periods}
    assert unread == listed


@pytest.mark.needs("text_to_num")
@pytest.mark.needs("babel")
def test_how_exact_a_number_is_stands_in_its_words(figures: list[Record]) -> None:
    """Of what kic understands; no word says that a count in thousands is a rounded one."""
    differ = set()
    for r in figures:
        read = dict(_read(r.as_printed or "", "nl")).get(float(r.value or 0))
        allowed = {r.qualifier, None}
        if r.qualifier is Qualifier.ROUNDED:
            allowed |= {Qualifier.ABOUT, Qualifier.EXACT}
        if read not in allowed:
            differ.add((r.indicator, r.period.text))
    listed = {(id_, period) for id_, periods in BY_HAND["exactness"].items() for period in periods}
    assert differ == listed


def test_a_row_is_typed_in_its_order(figures: list[Record]) -> None:
    """Figures with the same words stand there in the order of time, or from the last year on."""
    rows = 0
    by_words = sorted(figures, key=lambda r: (r.as_printed or "", r.indicator, r.region, r.period))
    for (words, *_), row in groupby(by_words, lambda r: (r.as_printed, r.indicator, r.region)):
        values = [float(r.value or 0) for r in row]
        if words is None or len(values) < 2:
            continue
        numbers = [float(n.replace(".", "").replace(",", ".")) for n in _cells(words)]
        scale = 1 if max(values) in numbers else 1000
        there = [value / scale for value in values]
        rows += 1
        assert _in_order(there, numbers) or _in_order(there, numbers[::-1]), words
    assert rows > 15


def _cells(words: str) -> list[str]:
    """The numbers of a row, one of which has a comma where the others have a point."""
    return re.findall(r"\d[\d.,]*", words.replace("43,790", "43.790"))


def _in_order(values: list[float], row: list[float]) -> bool:
    """Whether values stand in a row in their order."""
    left = iter(row)
    return all(value in left for value in values)


def test_what_is_provisional_is_told_where_it_is_seen(figures: list[Record]) -> None:
    """By its status, or in a caution where that is a guess or the series breaks; in no note."""
    for r in figures:
        own = r.links.figure
        assert not (own.note and "provisional" in own.note.en.lower()), r.key
        if own.caution and re.search(r"\bprovisional (figure\b|;)", own.caution.en.lower()):
            guessed = "probably" in own.caution.en or "possibly" in own.caution.en
            assert guessed or r.status is Status.BREAK, r.key
    assert sum(r.status is Status.PROVISIONAL for r in figures) > 20


def test_a_copy_of_one_of_the_files_stands_for_it(tmp_path: Path) -> None:
    """Somebody who corrects figures for comparison asks with the own file, and not with both."""
    copy = tmp_path / "migratie.toml"
    copyfile(context() / "migratie.toml", copy)
    own = kic.load(copy)
    other = comparison(own)
    assert other is not None
    assert copy in {edition.path for edition in other.files}
    assert context() / "migratie.toml" not in {edition.path for edition in other.files}
