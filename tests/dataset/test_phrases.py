"""How exactly a phrase puts its number, in Dutch and English: phrases.toml has the phrases."""

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from kic.dataset.page.exactness import Reading, readings
from kic.dataset.page.language import language
from kic.model import Lang

PHRASES = tomllib.loads(Path(__file__).with_name("phrases.toml").read_text("utf-8"))
EACH = [(lang, phrase) for lang in get_args(Lang) for phrase in PHRASES[lang]]

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]


def _read(lang: Lang, phrase: dict[str, Any]) -> Reading:
    """The reading of the number of a phrase."""
    start = phrase["text"].index(phrase["number"])
    end = start + len(phrase["number"])
    near = [r.numeral for r in readings(phrase["text"], language(lang))]
    assert [(n.start, n.end) for n in near if n.start < end and n.end > start] == [(start, end)]
    return next(r for r in readings(phrase["text"], language(lang)) if r.numeral.start == start)


@pytest.mark.parametrize(("lang", "phrase"), EACH, ids=[phrase["text"] for _, phrase in EACH])
def test_a_phrase_is_read_as_it_is_meant(lang: Lang, phrase: dict[str, Any]) -> None:
    """The number and how exact it is; in doubt neither is taken for granted."""
    read = _read(lang, phrase)
    expected = "not_understood" if phrase.get("careful") else phrase["qualifier"]
    assert (read.qualifier or "not_understood") == expected, read.seen
    assert bool(read.seen) == (read.qualifier is None)
    if "numbers" in phrase:
        # A share in words, as a third, is as many per cent as its rounded figure.
        close = 0.06 if read.numeral.kind == "share" else 0
        assert list(read.numeral.numbers) == pytest.approx(phrase["numbers"], rel=0, abs=close)


def test_nothing_is_read_as_exact_that_is_not() -> None:
    """The one mistake that a reader may not make, over all phrases at once."""
    wrong = [
        phrase["text"]
        for lang, phrase in EACH
        if phrase["qualifier"] != "exact" and _read(lang, phrase).qualifier == "exact"
    ]
    assert wrong == []


def test_two_hundred_phrases_are_tried() -> None:
    """Half of the list or less would be no measure of a reader."""
    assert len(EACH) >= 200
    assert {phrase["qualifier"] for _, phrase in EACH} == {
        *("exact", "at_least", "more_than", "at_most", "less_than", "almost", "range"),
        *("rounded", "about", "estimate", "words", "not_understood"),
    }
