"""The page and charts of a hostile dataset."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import kic
from kic.model import Lang
from kic.report import report
from kic.report.chart import Look, draw, picture_of
from tests.conftest import Write, exact, indicator
from tests.hostile import HOSTILE, TAME, Hostile, dataset_of
from tests.pages import embedded, parsed
from tests.readers import elements, inert, runs_formula
from tests.report.conftest import LANGUAGES, Open, heard
from tests.report.drawn import Drawing, picture, svg

ACTING = r"""
[sources.kwaad]
publisher = '<b>P</b>'
title = '"><img src=x onerror="window.hacked=1">'
url = '''https://example.org/'onmouseover='window.hacked=1'&quot;&gt;x'''
note = { nl = '<script>window.hacked=1</script>' }

[themes.kwaad]
label = { nl = '</title></style></script><script>window.hacked=1</script>' }

[indicators.erg]
theme = "kwaad"
label = { nl = '<img src=x onerror=alert(1)>' }
population = { nl = '{license} &lt;script&gt;' }
unit = "kinderen"
region = "eiland"
registration = "incomplete"

[[indicators.erg.figures]]
period = "2019"
locator = "kwaad/cijfers/1"
as_printed = "<i>1</i>"
qualifier = "exact"
value = 1
source = "kwaad"
note = { nl = "\u202Etxt\u0007 ' \" &" }

[[indicators.erg.figures]]
period = "2020"
locator = "kwaad/cijfers/2"
as_printed = "<u>x</u>"
qualifier = "exact"
value = 2
correction = { source = "kwaad", reason = { nl = '<svg onload=alert(1)>' } }

[[indicators.erg.gaps]]
missing = { nl = '<a href="javascript:alert(1)">x</a>' }
as_printed = '<q onclick="x">"'

[[statements]]
theme = "kwaad"
region = "eiland"
kind = "concern"
locator = "kwaad/zorgen/1"
summary = { nl = '--> ]]> <!-- <textarea>' }
"""


@cache
def _page(words: str) -> str:
    """The page of a dataset with these words, in the language with marked quotations."""
    return report(dataset_of(words), "en")


@cache
def _tame_data() -> dict[str, Any]:
    """What a page of tame texts tells programs of its dataset."""
    told: dict[str, Any] = json.loads(embedded(parsed(_page(TAME)), "application/ld+json"))
    return told


@Hostile
def test_a_report_has_the_same_elements(name: str) -> None:
    """The whole page, read by a strict parser."""
    html = _page(HOSTILE[name])
    assert inert(html)
    assert elements(html) == elements(_page(TAME))


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize(
    ("names", "outlines"),
    [
        (("markup", "attribute"), False),
        (("control", "lines", "direction"), False),
        (("tex", "brackets", "formula"), False),
        (("markup", "tex"), True),
    ],
)
def test_a_chart_shows_and_does_nothing(names: tuple[str, ...], outlines: bool) -> None:
    """Every text of it is text, in the picture and in its description, as letters or outlines."""
    dataset = dataset_of("".join(HOSTILE[name] for name in names))
    made = svg(picture(dataset, "kinderen_met_hulp"), "nl", Look(outlines=outlines))
    assert inert(made.decode("utf-8"))
    drawing = Drawing(made)
    tags = {element.tag.rpartition("}")[2] for element in drawing.root.iter()}
    drawn = ("g", "path", "use", "clipPath", "rect", "pattern")
    assert tags <= {"svg", "title", "desc", "defs", *drawn, *(() if outlines else ("text",))}
    assert not [k for e in drawing.root.iter() for k in e.attrib if k.startswith("on")]
    assert [*drawing.faults] == []


@pytest.mark.needs("matplotlib")
def test_a_text_with_signs_of_its_own_is_read_as_it_is(write: Write) -> None:
    """Neither markup nor formulas; what a font lacks is escaped where it is drawn."""
    label = r'<script>alert(1)</script> $x^2$ \\frac \u001b[31m \u202e]]> -- & \u5b57 "'
    text = indicator("raar", exact("2019", 2) + exact("2020", 3))
    text = text.replace("Over raar", label.replace('"', '\\"'))
    dataset = kic.load(write(text.replace("kinderen", "kinderen")))
    shown = picture_of(dataset, kic.show(dataset, "raar"), "$a$ <b>")
    made = svg(shown)
    drawing = Drawing(made)
    heard = r'<script>alert(1)</script> $x^2$ \frac \x1b[31m \u202e]]> -- & \u5b57 "'
    assert heard in drawing.text
    assert "$a$ <b>" in [words.text for words in drawing.words]
    assert b"<script" not in made
    with Image.open(BytesIO(draw(shown, "png", "nl", Look()))) as image:
        assert image.text["Title"] == "$a$ <b>"  # type: ignore[attr-defined]
        assert "<script>alert(1)</script> $x^2$" in image.text["Description"]  # type: ignore[attr-defined]


@Hostile
def test_what_is_embedded_holds_words_and_ends_nowhere(name: str) -> None:
    """JSON-LD, the rows of the CSV and the running title: data, whatever stands in them."""
    page = _page(HOSTILE[name])
    root = parsed(page)
    told = json.loads(embedded(root, "application/ld+json"))
    assert told.keys() == _tame_data().keys()
    rows = json.loads(embedded(root, "application/json"))
    for _, _, row in rows:
        for cells in csv.reader(StringIO(row, newline="")):
            assert not any(runs_formula(text) for text in cells)
    [running] = re.findall(r"@page \{ @top-left \{ content: (.*?); \} \}", page)
    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9a-f]+ )*"', running)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_hostile_dataset_is_shown_and_does_nothing(
    open_free: Open, write: Write, tmp_path: Path, lang: Lang
) -> None:
    """Whatever stands in a text of a dataset is read, never run; nor does it hide."""
    made = report(kic.load(write(ACTING)), lang)
    parsed(made)
    path = tmp_path / "hostile.html"
    path.write_text(made, "utf-8")
    opened = open_free(path.as_uri())  # the policy must not be what saves it
    with heard(opened, "dialog", "request") as asked:
        opened.reload()
    assert asked == [opened.url]
    assert opened.evaluate("window.hacked") is None
    assert opened.locator("script").count() == 3  # two of them data
    assert opened.locator("img, b, i, u, textarea, [onclick]").count() == 0
    text = opened.locator("body").text_content() or ""
    for told in (
        "</title></style></script><script>window.hacked=1</script>",
        "<img src=x onerror=alert(1)>",
        "{license} &lt;script&gt;",
        r"\u202etxt\x07 ' \" &".replace('\\"', '"'),
        '<a href="javascript:alert(1)">x</a>',
        "--> ]]> <!-- <textarea>",
        '"<u>x</u>"',
        "<svg onload=alert(1)>",
    ):
        assert told in text
    assert set(opened.evaluate("[...document.links].map(a => a.protocol)")) <= {"file:", "https:"}


def test_nothing_but_its_own_texts_may_act(dataset: kic.Dataset) -> None:
    """The policy allows the page's style and script by their hashes and refuses all else."""
    root = parsed(report(dataset, "nl"))
    [policy] = (e.get("content") or "" for e in root.iter("meta") if e.get("http-equiv"))
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; "
        r"base-uri 'none'; form-action 'none'",
        policy,
    )
    acting = [k for e in root.iter() for k in e.attrib if k == "style" or k.startswith("on")]
    assert acting == []
    links = [e for e in root.iter("a") if (e.get("href") or "").startswith("http")]
    assert {link.get("rel") for link in links} == {"noreferrer"}
