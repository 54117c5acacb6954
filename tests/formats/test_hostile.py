"""Every text of a dataset, written in every format, acts nowhere.

Everything that kic writes of a dataset with hostile texts is read back with the reader that
people or programs would use, and held against what it writes of one with tame texts: as many
lines, the same elements, the same cells.
"""

import json
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from rich.cells import cell_len

from kic.formats import Style, citations
from kic.model import SHORT
from kic.model.safe import visible
from kic.model.sentences import LANGS
from kic.query.cite import cite
from kic.table.rows import plain
from tests.answers import answers_of, written
from tests.hostile import TAME, TEXTS, EachText, dataset_of
from tests.readers import in_html, in_markdown, inert, squeezed, strings


def test_the_words_reach_every_answer() -> None:
    """Each verb shows the words, so that what holds below is not held of nothing."""
    for verb, answer in answers_of(TAME).items():
        assert TAME in written("plain", answer, Style()), verb
        assert answer.data.rows, verb


@cache
def _shown(format_: str, words: str, verb: str) -> str:
    """An answer about a dataset with these words, written once for all that read it."""
    return written(format_, answers_of(words)[verb], SHOWN)


@cache
def _told(format_: str, words: str, verb: str) -> str:
    """The same as programs ask for it."""
    return written(format_, answers_of(words)[verb], Style())


SHOWN = Style(lang="en", notes=True)  # with all that an answer can show
ON_SCREEN = (
    Style(lang="en", width=44, bars="ascii"),
    Style(width=100, color=True, bars="blocks", notes=True),
)


@EachText
def test_tables_show_and_do_nothing(name: str) -> None:
    """On a terminal of any kind there are no codes but kic's own colours, and no line is wider."""
    for verb, answer in answers_of(TEXTS[name]).items():
        for style in ON_SCREEN:
            text = written("table", answer, style)
            bare = re.sub(r"\x1b\[[0-9;]*m", "", text) if style.color else text
            assert inert(bare), verb
            long = [line for line in bare.splitlines() if cell_len(line) > style.width]
            assert [line for line in long if "https://example.org" not in line] == [], verb


@EachText
def test_plain_has_no_line_that_a_text_forged(name: str) -> None:
    """As many lines as with tame texts, titles of columns included."""
    for verb in answers_of(TEXTS[name]):
        text = _shown("plain", TEXTS[name], verb)
        tame = _shown("plain", TAME, verb)
        assert inert(text), verb
        assert len(text.splitlines()) == len(tame.splitlines()), verb


@EachText
def test_html_has_the_same_elements(name: str) -> None:
    """Read by a strict parser: no element, attribute or link comes from a text."""
    for verb in answers_of(TEXTS[name]):
        html = _shown("html", TEXTS[name], verb)
        tame = _shown("html", TAME, verb)
        assert inert(html), verb
        assert in_html(html)[0] == in_html(tame)[0], verb


@EachText
def test_markdown_has_the_same_markup(name: str) -> None:
    """Read by a parser with the tables of the forges; and no bare address is left for them."""
    for verb in answers_of(TEXTS[name]):
        text = _shown("markdown", TEXTS[name], verb)
        tame = _shown("markdown", TAME, verb)
        assert inert(text), verb
        assert in_markdown(text)[0] == in_markdown(tame)[0], verb
        own = text.replace("<https://example.org/rapport>", "")
        assert not re.search(r"https?://|www\.|[^\\]@", own), verb


# What people read of a format, without the blanks in it.
READ: dict[str, Callable[[str], str]] = {
    "table": squeezed,
    "plain": squeezed,
    "html": lambda text: in_html(text)[1],
    "markdown": lambda text: in_markdown(text)[1],
}


@EachText
@pytest.mark.parametrize("format_", READ)
def test_people_read_what_stands_there(name: str, format_: str) -> None:
    """Markup, escapes and reversed text are letters like others, shown wherever tame ones are."""
    words = TEXTS[name]
    tame = TAME if len(words) <= SHORT else TAME * 9  # a short label has no room for all of it
    for verb in answers_of(words):
        places = (
            READ[format_](_shown(format_, text, verb)).count(squeezed(visible(text)))
            for text in (words, tame)
        )
        assert len(set(places)) == 1, verb


# ---------------------------------------------------------------------------- citations


@EachText
def test_citations_are_what_they_cite(name: str) -> None:
    """A paragraph for each figure; BibTeX and CSL with the fields that tame texts give."""

    def cited(words: str, style: str) -> str:
        dataset = dataset_of(words)
        answer = cite(dataset, *dataset.indicators)
        return citations.write(dataset, answer, style, Style())

    def entries(words: str) -> list[tuple[str, list[str], str]]:
        library = parse_string(cited(words, "bibtex"))
        assert library.failed_blocks == []
        found = []
        for entry in library.entries:
            url = entry.fields_dict.get("url")
            found.append((entry.key, list(entry.fields_dict), str(url.value if url else "")))
        return found

    def items(words: str) -> list[tuple[list[str], Any]]:
        return [(list(item), item.get("URL")) for item in json.loads(cited(words, "csl-json"))]

    words = TEXTS[name]
    for style in citations.STYLES:
        assert inert(cited(words, style)), style
    assert len(cited(words, "text").splitlines()) == len(cited(TAME, "text").splitlines())
    assert entries(words) == entries(TAME)
    assert items(words) == items(TAME)


@EachText
def test_bibtex_counts_braces_and_finds_as_many(name: str) -> None:
    """BibTeX itself counts each brace of a value, also one after a backslash."""
    dataset = dataset_of(TEXTS[name])
    written_ = citations.write(dataset, cite(dataset, *dataset.indicators), "bibtex", Style())
    depth = 0
    for line in written_.splitlines():
        for brace in re.findall("[{}]", line):
            depth += 1 if brace == "{" else -1
            assert depth > 0 or line == "}", line
        assert depth == (0 if line in ("", "}") else 1), line


# ------------------------------------------------------------------------- for programs


@EachText
def test_json_holds_the_texts_to_the_letter(name: str) -> None:
    """Escaped on the terminal, and the very words for whoever reads it as JSON."""
    for verb, answer in answers_of(TEXTS[name]).items():
        text, lines = (_told(f, TEXTS[name], verb) for f in ("json", "jsonl"))
        assert inert(text + lines), verb
        assert TEXTS[name] in list(strings(json.loads(text))), verb
        rows = [json.loads(line) for line in lines.splitlines()]
        assert rows == [
            {c: plain(r[c], "nl") for c in answer.data.columns} for r in answer.data.rows
        ], verb


@EachText
def test_the_line_that_answers_is_one_line_everywhere(name: str) -> None:
    """Programs get the sentence that people read, and nothing in it acts where it is printed."""
    for verb, answer in answers_of(TEXTS[name]).items():
        both = json.loads(_told("json", TEXTS[name], verb))["answer"]
        for lang in LANGS:
            told = both[lang]
            assert inert(told), verb
            first, *_ = written("plain", answer, Style(lang=lang)).splitlines()
            assert told.replace("\u00a0", " ") == first, verb
