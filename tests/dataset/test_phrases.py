"""How exactly a phrase puts its number, in Dutch and English: phrases.toml has the phrases."""

import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest

from kic.dataset.page.exactness import Reading, readings
from kic.dataset.page.language import language
from kic.model import Lang
from tests.cases import each

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


@each(("lang", "phrase"), EACH, ids=[phrase["text"] for _, phrase in EACH])
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


SEEN: dict[tuple[Lang, str], list[tuple[str, bool]]] = {
    ("nl", "een schamele 60 gezinnen"): [("schamele", True)],
    ("nl", "Het aantal in Drenthe, grote 60"): [("grote", True)],
    ("nl", "Er waren bij de afd. 40 kinderen."): [("afd.", True)],
    ("nl", "Er waren bij de afd. zeven kinderen."): [("afd.", True)],
    ("nl", "Dat was het beste. Zeven kinderen kwamen."): [("", False)],
    ("nl", "Dat was bij de afdeling. 40 kinderen kwamen."): [("", False)],
    ("nl", "zo'n 300 en 400 kinderen"): [("", False), ("zo'n ... en", True)],
    ("nl", "zo'n 300 jongens in Drenthe en 400 meisjes"): [("", False), ("zo'n ... en", True)],
    ("nl", "zo'n 300 jongens van hier in Drenthe en 400 meisjes"): [("", False), ("", False)],
    ("nl", "zo'n 300 jongens, 400 meisjes"): [("", False), ("zo'n ... ,", True)],
    ("nl", "zo'n 300 jongens in Drenthe, 400 meisjes"): [("", False), ("", False)],
    ("nl", "van 10 tot 15 kinderen"): [("van ... tot", True), ("tot", True)],
    ("nl", "Het steeg van 10 tot 15 kinderen."): [("", False), ("", False)],
    ("nl", "Het steeg. Er waren van 10 tot 15."): [("van ... tot", True), ("tot", True)],
    ("nl", "300 kinderen minder"): [("kinderen minder", False)],
    ("nl", "300 kinderen minder dan toen"): [("", False)],
    ("nl", "12 procent minder"): [("", False)],
    ("nl", "minstens 40 hooguit"): [("minstens", False)],
    ("nl", "60 kinderen, naar verluidt zegt men"): [("naar verluidt, zegt men", False)],
    ("nl", "60 kinderen. Naar verluidt meer."): [("", False)],
    ("nl", "40 van de kinderen in een gezin of meer"): [("of meer", False)],
    ("nl", "40 kinderen; of meer"): [("of meer", False)],
    ("nl", "circa € 40 en krap de 50"): [("", False), ("", False)],
    ("nl", "Er zijn honderden 40 kinderen."): [("", False), ("honderden", True)],
    ("nl", "Er zijn 5½ kinderen."): [("5½", False)],
    ("en", "300 children fewer"): [("children fewer", False)],
    ("en", "a mere 60"): [("mere", True)],
}


@each(("lang", "text"), SEEN)
def test_what_is_not_understood_is_told_in_its_words(lang: Lang, text: str) -> None:
    """Those that leave it open how exact a number is, and whether none is known to limit it."""
    read = readings(text, language(lang))
    assert [(r.seen, r.is_bare and r.qualifier is None) for r in read] == SEEN[lang, text]
