"""Addresses: parsed when a dataset is read, kept to the letter, escaped by every writer."""

import json
import re
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest
from bibtexparser.entrypoint import parse_string

import kic
from kic.formats import Style, citations
from kic.model import Source
from kic.model.safe import address
from kic.query.cite import cite
from kic.table.themes import themes_table
from tests.addresses import REFUSED, TAKEN, with_address
from tests.answers import answers_of, written
from tests.cases import each
from tests.hostile import TAME
from tests.readers import in_markdown, inert


@pytest.mark.parametrize("url", TAKEN)
def test_an_address_is_kept_and_linked_to_the_letter(tmp_path: Path, url: str) -> None:
    """Every writer leads to the address as it was typed."""
    dataset = with_address(tmp_path, url)
    answer = themes_table(dataset, kic.themes(dataset))
    html, markdown, table = (written(f, answer, Style()) for f in ("html", "markdown", "table"))
    fragment = html5lib.parseFragment(html, namespaceHTMLElements=False)
    assert [a.get("href") for a in fragment.iter("a")] == [url]
    assert f"<{url}>" in markdown
    assert url in [line.strip() for line in table.splitlines()]
    cited = cite(dataset, "kinderen_met_hulp", period="2020", region="nederland")
    library = parse_string(citations.write(dataset, cited, "bibtex", Style()))
    assert library.entries[0]["url"] == url
    assert json.loads(citations.write(dataset, cited, "csl-json", Style()))[0]["URL"] == url


@each("url", [u for u in REFUSED if u.startswith("http://x")])
def test_every_writer_escapes_an_address_itself(url: str) -> None:
    """Also one that no reader checked does nothing but lead somewhere."""
    answer = answers_of(TAME)["themes"]
    source = Source.model_construct(publisher="a", title="b", published=None, url=url, note=None)
    page = answer.page._replace(sources=(source,))
    answer = replace(answer, lay_out=lambda: page)
    for name in ("table", "plain", "markdown", "html"):
        text = written(name, answer, Style())
        assert inert(text), name
    assert re.search('["<>{}\\[\\]\\\\ ]', address(url)) is None
    html = written("html", answer, Style())
    fragment = html5lib.parseFragment(html, namespaceHTMLElements=False)
    assert [list(a.attrib) for a in fragment.iter("a")] == [["href"]]
    assert not list(fragment.iter("script"))
    links = [href for _, href in in_markdown(written("markdown", answer, Style()))[0] if href]
    assert len(links) == 1
