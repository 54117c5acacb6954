"""Finding by words, as people type them."""

import json

import pytest

from tests.cases import each
from tests.conftest import ENVIRONMENT
from tests.end_to_end import inprocess

PAGES = ["table", "plain", "markdown", "html"]


def _answer(*arguments: str) -> inprocess.Answer:
    return inprocess.answer(arguments, ENVIRONMENT)


@each("lang", ["nl", "en"])
@each(
    ("words", "found"),
    [
        ("uithuisplaatsing", "armoede/zorgen/2"),
        ("rechtsbijstand", "jeugdstrafrecht/cijfers/3"),
        ("asielzoekers", "amv_vertrokken"),
        ("bonaire", "caribisch"),
        ("uithuisplatsing", "armoede/zorgen/2"),
        ("boniare", "caribisch"),
    ],
)
def test_what_people_look_for_is_found(words: str, found: str, lang: str) -> None:
    """On the page, and in the JSON; in both languages."""
    done = _answer("find", words, "--lang", lang)
    assert (done.code, done.err) == (0, b"")
    assert found in done.out.decode()
    answer = json.loads(_answer("find", words, "--json", "--lang", lang).out)
    assert found in [record["id"] for record in answer["records"]]
    assert answer["answer"]["numbers"]["hits"] == len(answer["records"])


def test_the_place_of_a_statement_is_what_show_takes() -> None:
    """Every place that is found can be shown."""
    for word in ("corona", "dakloos", "wachtlijsten"):
        answer = json.loads(_answer("find", word, "--json").out)
        places = [r["id"] for r in answer["records"] if r["kind"] == "statement"]
        assert places
        for place in places:
            shown = json.loads(_answer("show", place, "--json").out)
            assert place in [s["locator"] for s in shown["statements"]]


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_find_writes_nothing_for_people(name: str) -> None:
    """One line on stderr says what to try."""
    done = _answer("find", "xyzzy", "--format", name)
    assert (done.code, done.out) == (0, b"")
    [line] = done.err.decode().splitlines()
    assert "try one of them or a part of it" in line
    assert "kic themes" in line


def test_an_empty_find_is_an_answer_for_programs() -> None:
    """As any other; and a cut one is not empty."""
    assert json.loads(_answer("find", "xyzzy", "--json").out)["records"] == []
    assert _answer("find", "xyzzy", "--format", "csv").out.decode().count("\n") == 1
    assert _answer("find", "nareis", "--limit", "0").out.startswith(b"1 ")


def test_words_that_are_no_command_are_looked_for() -> None:
    """The hint is a command that works."""
    for words in (["uithuisplaatsing"], ["gratis", "rechtsbijstand"]):
        done = _answer(*words)
        assert (done.code, done.out) == (2, b"")
        _, hint = done.err.decode().split(" Try: kic ")
        assert _answer(*hint.split()).code == 0
    assert b"Try" not in _answer("xyzzy").err
