"""The page of a dataset in one language."""

import re
from pathlib import Path

import kic
from kic.report.page import report
from tests.one_language import dutch


def _marked(html: str) -> set[str]:
    return set(re.findall(r'<(?:span|option|title)[^>]* lang="nl">([^<]*)<', html))


def test_a_page_in_the_other_language_marks_every_text_of_the_dataset(tmp_path: Path) -> None:
    """Its own words are English; what is Dutch says so, in sentences, choices and the title."""
    dataset = kic.load(dutch(tmp_path))
    html = report(dataset, "en")
    assert '<html lang="en">' in html
    found = _marked(html)
    assert {"Monitor", "Drenthe", "Onderwijs", "leerlingen", "Zonder speciaal onderwijs."} <= found
    assert {"Er zijn weinig leraren.", "wie thuis leert", "tienduizenden"} <= found
    assert {"Onderwijs in beeld", "35.800"} <= found  # words of the source, which are Dutch too
    assert '<title lang="nl">Monitor' in html
    read = re.sub(r"<(style|script).*?</\1>", "", html, flags=re.DOTALL)
    rest = re.sub(r'<(span|option|title)[^>]* lang="nl">[^<]*<|<[^>]*>', "", read)
    assert not re.findall("Drenthe|Twaalf|Zonder|leerlingen", rest)


def test_a_page_in_the_language_of_the_dataset_marks_nothing(tmp_path: Path) -> None:
    """All of it is in one language."""
    assert _marked(report(kic.load(dutch(tmp_path)), "nl")) == set()


def test_words_of_an_english_page_are_not_marked_as_dutch(tmp_path: Path) -> None:
    """A dataset in English alone is typed from an English page."""
    path = dutch(tmp_path)
    path.write_text(path.read_text("utf-8").replace('"nl"', '"en"').replace("nl = ", "en = "))
    dataset = kic.load(path)
    assert _marked(report(dataset, "en")) <= {"ruim"}
    assert '<span lang="en">Onderwijs in beeld</span>' in report(dataset, "nl")
