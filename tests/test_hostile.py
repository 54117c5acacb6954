"""Every text of a dataset, written in every format, acts nowhere.

Everything that kic writes of a dataset with hostile texts is read back with the reader that
people or programs would use, and held against what it writes of one with tame texts: as many
lines, the same elements, the same cells.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import html5lib
import pytest
from bibtexparser.entrypoint import parse_string
from pydantic import BaseModel

import kic
from kic.cli.options import completing
from kic.formats import Style, citations
from kic.model import FILLED, File, Text
from kic.query.cite import cite
from kic.report import report
from kic.table.rows import plain
from tests.hostile import (
    HOSTILE,
    TAME,
    Hostile,
    answers_of,
    dataset_of,
    inert,
    load,
    markup,
    raw,
    strings,
    written,
)


def _can_hold() -> set[tuple[str, str]]:
    """The fields of the model that hold free text: of a pattern or a code list are the others."""
    schema = File.model_json_schema()
    found = set()
    for part, about in {**schema["$defs"], "File": schema}.items():
        for name, field in about.get("properties", {}).items():
            kinds = [field, *field.get("anyOf", ())]
            kinds += [kind["items"] for kind in kinds if "items" in kind]
            kinds += [v for kind in kinds for v in kind.get("patternProperties", {}).values()]
            others = {"pattern", "format", "enum"}
            strings = [k for k in kinds if k.get("type") == "string"]
            free = [k for k in strings if k.get("pattern") == FILLED or not others & {*k}]
            if free or {"$ref": "#/$defs/Text"} in kinds:
                found.add((part, name))
    return found


def _held(part: BaseModel) -> Iterator[tuple[str, str]]:
    """The fields in which a part of a dataset, or one within it, holds the tame words."""
    for name, value in part:
        inside = [value]
        for item in inside:
            match item:
                case BaseModel() if not isinstance(item, Text):
                    yield from _held(item)
                case dict():
                    inside += item.values()
                case tuple():
                    inside += item
                case str() if TAME in item:
                    yield type(part).__name__, name
                case Text(nl=nl) if nl == TAME:
                    yield type(part).__name__, name


def test_every_text_of_the_model_is_tried() -> None:
    """A field for text that is added to the model has to be filled by these tests too."""
    held = set(_held(File.model_validate(raw(TAME))))
    assert held == _can_hold() - {("Text", "nl"), ("Text", "en")}


def test_the_words_reach_every_answer() -> None:
    """Each verb shows the words, so that what holds below is not held of nothing."""
    for verb, answer in answers_of(TAME).items():
        assert TAME in written("plain", answer, Style()), verb
        assert answer.data.rows, verb


STYLES = {
    "narrow": Style(lang="en", width=44, bars="ascii"),
    "coloured": Style(width=100, color=True, bars="blocks"),
}


@Hostile
def test_tables_show_and_do_nothing(name: str) -> None:
    """On a terminal of any kind there are no codes but kic's own colours."""
    for verb, answer in answers_of(HOSTILE[name]).items():
        for style in STYLES.values():
            text = written("table", answer, style)
            bare = re.sub(r"\x1b\[[0-9;]*m", "", text) if style.color else text
            assert inert(bare), verb


@Hostile
def test_plain_has_no_line_that_a_text_forged(name: str) -> None:
    """As many lines as with tame texts, titles of columns included."""
    for verb, answer in answers_of(HOSTILE[name]).items():
        text = written("plain", answer, Style())
        tame = written("plain", answers_of(TAME)[verb], Style())
        assert inert(text), verb
        assert len(text.splitlines()) == len(tame.splitlines()), verb


def _elements(html: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """The elements of a page with what may act in their attributes."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(html) if html.startswith("<!") else parser.parseFragment(html)
    shown = ("data-label", "aria-label", "content", "title", "value")  # words, and hashes
    return [
        (e.tag, tuple((k, "" if k in shown else v) for k, v in sorted(e.attrib.items())))
        for e in tree.iter()
        if isinstance(e.tag, str) and e.tag not in ("wbr", "span")
    ]


@Hostile
def test_html_has_the_same_elements(name: str) -> None:
    """Read by a strict parser: no element, attribute or link comes from a text."""
    for verb, answer in answers_of(HOSTILE[name]).items():
        html = written("html", answer, Style(lang="en"))
        tame = written("html", answers_of(TAME)[verb], Style(lang="en"))
        assert inert(html), verb
        assert _elements(f"<div>{html}</div>") == _elements(f"<div>{tame}</div>"), verb


@Hostile
def test_markdown_has_the_same_markup(name: str) -> None:
    """Read by a parser with the tables of the forges; and no bare address is left for them."""
    for verb, answer in answers_of(HOSTILE[name]).items():
        text = written("markdown", answer, Style())
        tame = written("markdown", answers_of(TAME)[verb], Style())
        assert inert(text), verb
        assert markup(text) == markup(tame), verb
        own = text.replace("<https://example.org/rapport>", "")
        assert not re.search(r"https?://|www\.|[^\\]@", own), verb


@Hostile
def test_a_report_has_the_same_elements(name: str) -> None:
    """The whole page, read by a strict parser, in the language with marked quotations."""
    html = report(dataset_of(HOSTILE[name]), "en")
    assert inert(html)
    assert _elements(html) == _elements(report(dataset_of(TAME), "en"))


@pytest.mark.needs("matplotlib")
def test_a_chart_shows_and_does_nothing() -> None:
    """The description in an SVG is text, and there is no element but those drawn."""
    from kic.query.change import series
    from kic.report.chart import draw, picture_of

    dataset = dataset_of(HOSTILE["markup"] + HOSTILE["control"] + HOSTILE["direction"])
    records = kic.show(dataset, "kinderen_met_hulp").records
    svg = draw(picture_of(dataset, series(dataset, records)), "svg", "nl").decode("utf-8")
    assert inert(svg)
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}  # noqa: S314
    drawn = ("g", "path", "use", "clipPath", "rect", "pattern")
    assert tags <= {"svg", "title", "desc", "metadata", "defs", *drawn}


# ---------------------------------------------------------------------------- citations


@Hostile
def test_citations_are_what_they_cite(name: str) -> None:
    """A paragraph for each figure; BibTeX and CSL with the fields that tame texts give."""

    def cited(words: str, style: str) -> str:
        dataset = dataset_of(words)
        answer = cite(dataset, *dataset.indicators)
        return citations.write(answer, style, Style())

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

    words = HOSTILE[name]
    for style in citations.STYLES:
        assert inert(cited(words, style)), style
    assert len(cited(words, "text").splitlines()) == len(cited(TAME, "text").splitlines())
    assert entries(words) == entries(TAME)
    assert items(words) == items(TAME)


# ------------------------------------------------------------------------- for programs


@Hostile
def test_json_holds_the_texts_to_the_letter(name: str) -> None:
    """Escaped on the terminal, and the very words for whoever reads it as JSON."""
    for verb, answer in answers_of(HOSTILE[name]).items():
        text, lines = (written(f, answer, Style()) for f in ("json", "jsonl"))
        assert inert(text + lines), verb
        assert HOSTILE[name] in list(strings(json.loads(text))), verb
        rows = [json.loads(line) for line in lines.splitlines()]
        assert rows == [
            {c: plain(r[c], "nl") for c in answer.data.columns} for r in answer.data.rows
        ], verb


# ---------------------------------------------------------------------------- completion


def test_a_completion_has_nothing_that_a_shell_runs(tmp_path: Path) -> None:
    """Shells show labels beside the ids, and some read them as code before that."""

    class Context:
        params = {"data": [tmp_path / "hostile.toml"]}  # noqa: RUF012

    for words in HOSTILE.values():
        load(tmp_path, raw(words))
        found = completing("subject")(Context, "")  # type: ignore[arg-type]
        assert len(found) > 5
        assert all(
            inert(hint) and not set(hint) & set("\\$`'\"<>[]{}|&!*?\n") for _, hint in found
        )
