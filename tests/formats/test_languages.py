"""Answers about a dataset in one language."""

import json
from pathlib import Path

import pytest

import kic
from kic.formats import Style, as_csv, as_html, as_json, as_plain, citations
from kic.model import Lang
from kic.model.sentences import LANGS
from kic.query.show import show
from kic.table.find import find_table
from kic.table.show import show_table
from tests.conftest import Write, figure, gaps, indicator, saved
from tests.one_language import dutch


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_labels_stand_in_the_language_that_exists(tmp_path: Path, lang: Lang) -> None:
    """The words of kic are in the language that was asked for; the fragment claims only that."""
    dataset = kic.load(dutch(tmp_path))
    table = show_table(dataset, show(dataset))
    style = Style(lang=lang)
    plain, html = as_plain.write(table, style), as_html.write(table, style)
    assert "Basisonderwijs" in plain
    assert ("Zorgen en ontwikkelingen" in plain, "Concerns" in plain) == (
        lang == "nl",
        lang == "en",
    )
    assert ('lang="' in html) == (lang == "nl")
    assert "Zonder speciaal onderwijs." in as_csv.write(table, style)


def test_json_has_null_for_a_text_that_is_in_the_other_language(tmp_path: Path) -> None:
    """Wherever a text of the dataset stands; sentences of kic are in both."""
    dataset = kic.load(dutch(tmp_path))
    answer = json.loads(as_json.write(show_table(dataset, show(dataset)), Style()))
    [label] = {json.dumps(record["label"]) for record in answer["records"]}
    assert json.loads(label) == {"nl": "Leerlingen in het basisonderwijs", "en": None}
    assert answer["records"][1]["correction"]["reason"] == {"nl": "Een tikfout.", "en": None}
    assert answer["answer"]["en"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", LANGS)
def test_a_translation_is_for_who_does_not_read_the_page(
    write: Write, page: Lang, lang: Lang
) -> None:
    """Of an English page it is Dutch, in tables and citations, and found as that."""
    path = write(indicator("a", figure("2020", 'registration = "unavailable"'), gaps("")))
    layout = f'title = "Titel"\nlayout = {{ lang = "{page}" }}'
    saved(path, path.read_text("utf-8").replace('title = "Titel"', layout))
    dataset, style = kic.load(path), Style(lang=lang)
    shown = as_plain.write(show_table(dataset, show(dataset)), style)
    cited = citations.write(dataset, kic.cite(dataset, "a"), "text", style)
    found = as_plain.write(find_table(dataset, kic.find(dataset, "no figures", lang=lang)), style)
    told = ("(no figures)" in shown, '"no figures"' in cited, "(no figures)" in found)
    assert told == (lang != page,) * 3
