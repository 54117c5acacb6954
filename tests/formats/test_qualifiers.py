"""Numbers that are not exact in every format: people read words, programs bounds."""

import csv
import html
import io
import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import kic
from kic.formats import Style
from kic.formats.cell_text import cell
from kic.formats.citations import STYLES
from kic.formats.citations import write as cite
from kic.model import Lang
from kic.table import Table
from kic.table.compare import compare_table
from kic.table.schema import output_schema
from kic.table.show import show_table
from tests.answers import written
from tests.cases import each
from tests.conftest import MINIMAL, Write, exact, indicator, saved
from tests.qualifiers import SAID, of_each, put

LANGUAGES: tuple[Lang, ...] = ("nl", "en")


def _shown(dataset: kic.Dataset) -> Table:
    return show_table(dataset, kic.show(dataset, "a"))


@of_each
@each("lang", LANGUAGES)
@each("name", ["table", "plain", "markdown", "html"])
def test_people_read_how_exact_a_number_is(
    write: Write, qualifier: str, lang: Lang, name: str
) -> None:
    """In every format for people, in both languages, wherever the number stands."""
    dataset = kic.load(write(indicator("a", put(qualifier, "2019") + exact("2020", 500))))
    words = SAID[qualifier].nl if lang == "nl" else SAID[qualifier].en
    for answer in (_shown(dataset), compare_table(dataset, kic.compare(dataset, "a"))):
        text = html.unescape(written(name, answer, Style(lang=lang))).replace("\xa0", " ")
        assert words in text
        assert (f" {words}" in text) or (f">{words}" in text)


@of_each
@each("style", STYLES)
def test_a_citation_says_how_exact_a_number_is(write: Write, qualifier: str, style: str) -> None:
    """In the statement of every style."""
    dataset = kic.load(write(indicator("a", put(qualifier))))
    text = cite(dataset, kic.cite(dataset, "a"), style, Style(lang="nl"))
    words = SAID[qualifier].nl
    assert f": {json.dumps(words)[1:-1] if style == 'csl-json' else words} " in text.replace(
        ",", " "
    )


@of_each
def test_programs_read_a_number_with_its_bounds(write: Write, qualifier: str) -> None:
    """The same in JSON, JSON Lines, CSV and Python; the JSON is as its schema says."""
    dataset = kic.load(write(indicator("a", put(qualifier))))
    said = SAID[qualifier]
    expected = {**said.interval._asdict(), "qualifier": qualifier, "status": said.status}
    answer = _shown(dataset)
    document = json.loads(written("json", answer, Style()))
    Draft202012Validator(output_schema()).validate(document)
    [from_json], [from_python] = document["records"], kic.records(kic.show(dataset, "a"))
    from_lines = json.loads(written("jsonl", answer, Style()))
    for row in (from_json, from_lines, from_python):
        assert {name: row[name] for name in expected} == expected
    [from_csv] = csv.DictReader(io.StringIO(written("csv", answer, Style())))
    as_text = {k: "" if v is None else str(v) for k, v in expected.items()}
    assert {name: from_csv[name] for name in expected} == as_text


@each(
    ("qualifier", "printed", "nl", "en"),
    [
        ("at_least", "Ruim 300 kinderen", "ruim 300", "over 300"),
        ("at_least", "zeker 300", "zeker 300", "at least 300"),
        ("at_least", "300 of meer", "minstens 300", "at least 300"),
        ("at_least", "over ruimte voor 300", "minstens 300", "at least 300"),
        ("at_least", "ruim 10 van de minstens 300", "minstens 300", "at least 300"),
        ("more_than", "boven de 300", "boven de 300", "above 300"),
        ("at_most", "maximaal 300", "maximaal 300", "a maximum of 300"),
        ("at_most", "niet meer dan 300", "niet meer dan 300", "no more than 300"),
        ("at_most", "up to 300", "hoogstens 300", "up to 300"),
        ("less_than", "nog geen 300", "nog geen 300", "less than 300"),
        ("less_than", "under 300", "onder de 300", "under 300"),
        ("almost", "krap 300", "krap 300", "just under 300"),
        ("almost", "nearly 300", "bijna 300", "nearly 300"),
        ("almost", "een kleine 300", "een kleine 300", "just under 300"),
        ("about", "circa 300", "circa 300", "circa 300"),
        ("about", "Zo'n 300", "zo'n 300", "some 300"),
        ("about", "roughly 300", "ongeveer 300", "roughly 300"),
    ],
)
def test_people_read_the_word_of_the_page(
    write: Write, qualifier: str, printed: str, nl: str, en: str
) -> None:
    """Where one word of exactness is printed; where none or several are, the usual one."""
    [record] = kic.load(write(indicator("a", put(qualifier, printed=printed)))).records
    shown = [cell(record, Style(lang=lang)).replace("\xa0", " ") for lang in LANGUAGES]
    assert shown == [nl, en]


@pytest.mark.parametrize(
    ("lang", "printed", "qualifier", "nl", "en"),
    [
        ("en", "over 300 children", "more_than", "meer dan 300", "over 300"),
        ("en", "over 300 children", "at_least", "minstens 300", "at least 300"),
        ("nl", "ruim 300 kinderen", "at_least", "ruim 300", "over 300"),
        ("nl", "over 2020 meer dan 300", "more_than", "meer dan 300", "more than 300"),
        ("nl", "over 2020 zeker 300", "at_least", "zeker 300", "at least 300"),
        ("nl", "kinderen over wie 300 of meer", "at_least", "minstens 300", "at least 300"),
        ("en", "zeker 300", "at_least", "minstens 300", "at least 300"),
    ],
)
def test_the_language_of_a_page_tells_its_words(
    tmp_path: Path, lang: str, printed: str, qualifier: str, nl: str, en: str
) -> None:
    """Where it is known, "over" is the word that it is there."""
    head = MINIMAL.replace('title = "Titel"', f'title = "Titel"\nlayout = {{ lang = "{lang}" }}')
    text = head + indicator("a", put(qualifier, printed=printed))
    [record] = kic.load(saved(tmp_path / "figures.toml", text)).records
    shown = [cell(record, Style(lang=lang)).replace("\xa0", " ") for lang in LANGUAGES]
    assert shown == [nl, en]


def test_only_what_is_counted_is_fewer(write: Write) -> None:
    """A share is less than 5 per cent, children are fewer than 5."""
    share = put("less_than", rest=', unit = "procent"').replace("300", "5")
    [record] = kic.load(write(indicator("a", share))).records
    assert cell(record, Style(lang="en")) == "less\xa0than\xa05"
