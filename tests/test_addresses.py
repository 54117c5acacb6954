"""Addresses: parsed when a dataset is read, kept to the letter, escaped by every writer."""

import json
import re
from dataclasses import replace
from pathlib import Path

import html5lib
import pytest
from bibtexparser.entrypoint import parse_string
from pydantic_core import Url

import kic
from kic.formats import Style, citations
from kic.model import URL, Source
from kic.model.errors import DatasetError
from kic.model.safe import address
from kic.query.cite import cite
from kic.table.themes import themes_table
from tests.hostile import TAME, answers_of, inert, load, markup, raw, written

REFUSED = [
    "http://x}},evil={y", "http://x/<script>alert(1)</script>", "http://x/a b", "http://x/\u00a0",
    "http://x/a\u202eb", "http://a\u202eb.nl/", "http://x/a\nb", "http://x/\x9b", "http://x/\x85",
    "http://x/\u2028", "http://x/a\u200bb", "http://x/\"onclick=\"", "http://x/[y](z)", "http://[::1]/",
    "http://x\\@evil.example/", "http://kinderrechten.nl@evil.example/", "http://", "http:///x",
    "http://?x", "http://x:99999/", "http://a%20b/", "javascript:alert(1)", "ftp://x/", "//x/y",
    "http://x/\u3164", "http://x/a\ufe0f", "http://x/\U000e0101",
]  # fmt: skip

TAKEN = [
    "https://example.org", "http://example.org:8080/a/b?c=d&e=f#g", "https://nl.wikipedia.org/wiki/A_(b)",
    "https://m\u00fcnchen.de/stra\u00dfe", "https://example.org/a%20b,c;d'e!f*g$h~i@j",
]  # fmt: skip


def _with_address(folder: Path, url: str) -> kic.Dataset:
    tables = raw(TAME)
    tables["sources"]["rapport"]["url"] = url
    return load(folder, tables)


@pytest.mark.parametrize("url", REFUSED)
def test_an_address_that_is_none_is_refused(tmp_path: Path, url: str) -> None:
    """Another scheme, no host, a user, or a character that stands in no address."""
    with pytest.raises(DatasetError) as refused:
        _with_address(tmp_path, url)
    [problem] = refused.value.problems
    assert problem.at == ("sources", "rapport", "url")
    assert problem.message.startswith("an address ")


@pytest.mark.parametrize("url", TAKEN)
def test_an_address_is_kept_and_linked_to_the_letter(tmp_path: Path, url: str) -> None:
    """Every writer leads to the address as it was typed."""
    dataset = _with_address(tmp_path, url)
    answer = themes_table(dataset, kic.themes(dataset))
    html, markdown, table = (written(f, answer, Style()) for f in ("html", "markdown", "table"))
    fragment = html5lib.parseFragment(html, namespaceHTMLElements=False)
    assert [a.get("href") for a in fragment.iter("a")] == [url]
    assert f"<{url}>" in markdown
    assert url in [line.strip() for line in table.splitlines()]
    cited = cite(dataset, "kinderen_met_hulp", figure="2020:nederland")
    library = parse_string(citations.write(cited, "bibtex", Style()))
    assert library.entries[0]["url"] == url
    assert json.loads(citations.write(cited, "csl-json", Style()))[0]["URL"] == url


@pytest.mark.parametrize("url", [u for u in REFUSED if u.startswith("http://x")])
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
    links = [href for _, href in markup(written("markdown", answer, Style())) if href]
    assert len(links) == 1


def test_the_schema_knows_what_an_address_is() -> None:
    """An editor refuses by pattern what kic does, but for what only a parser can see."""
    pattern = re.compile(URL)
    assert all(pattern.match(url) for url in TAKEN)
    seen = [url for url in REFUSED if pattern.match(url)]
    assert all(address(url) != url or _unparsed(url) for url in seen)


def _unparsed(url: str) -> bool:
    try:
        Url(url)
    except ValueError:
        return True
    return False
