"""How the report looks in a real browser: at each size, in each light, and on paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import kic
from kic.model import Lang
from kic.report import report
from tests.browser import contrast
from tests.conftest import ROOT, Write, exact, indicator
from tests.report.conftest import LANGUAGES, Open, Pages

if TYPE_CHECKING:
    from playwright.sync_api import Page

CSS = ROOT / "kic" / "formats" / "templates" / "report.css"
ODD = sorted((ROOT / "tests" / "corpus" / "data" / "odd").glob("*.toml"))
LARGE = "html { font-size: 200% }"
WIDE = (
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; "
    "word-spacing: .16em !important } p { margin-bottom: 2em !important }"
)


def _bottom(page: Page, selector: str) -> float:
    """Where an element ends, from the top of the window."""
    script = f"document.querySelector({selector!r}).getBoundingClientRect().bottom"
    return float(page.evaluate(script))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_screen_of_a_laptop(open_page: Open, pages: Pages, lang: Lang) -> None:
    """The sentence, four cards and the whole grid with its legend, without scrolling."""
    opened = open_page(pages[lang].as_uri())
    assert opened.locator("h1").is_visible()
    tops = opened.locator(".card").evaluate_all("all => all.map(c => c.offsetTop)")
    assert len(tops) == 4
    assert len({*tops}) == 1
    assert _bottom(opened, ".grid") < 800
    assert _bottom(opened, ".legend") < 800
    assert opened.evaluate("document.documentElement.scrollHeight") < 13_000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_screen_of_a_phone(open_page: Open, pages: Pages, lang: Lang) -> None:
    """The sentence, a number, a gap, and the first row of the grid."""
    opened = open_page(pages[lang].as_uri(), 390, 844)
    assert _bottom(opened, ".card:not(.missing)") < 844
    assert _bottom(opened, ".card.missing") < 844
    assert _bottom(opened, ".grid tbody tr") < 844


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("style", "least"), [("/**/", 320), (LARGE, 640), (WIDE, 320)])
def test_it_reflows(open_free: Open, pages: Pages, lang: Lang, style: str, least: int) -> None:
    """No width asks for sideways scrolling, nor does text twice as large or set wider."""
    free = open_free(pages[lang].as_uri())
    free.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    free.add_style_tag(content=style)
    for width in (least, 768, 930, 1280):
        free.set_viewport_size({"width": width, "height": 900})
        assert free.evaluate("document.documentElement.scrollWidth") == width


def test_no_word_is_broken(open_page: Open, pages: Pages) -> None:
    """At 320 pixels every word is on one line, or parted where a hyphen may stand."""
    for lang in LANGUAGES:
        broken = open_page(pages[lang].as_uri(), 320).evaluate(
            """() => {
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const found = [];
              while (walk.nextNode()) {
                const node = walk.currentNode;
                if (!node.parentElement.checkVisibility() || node.parentElement.closest(
                    "script, thead, .heard, .skip, .cite, .sources, option")) continue;
                for (const { index, 0: word } of node.data.matchAll(/[\\p{L}\\p{N}.]+/gu)) {
                  const range = document.createRange();
                  range.setStart(node, index); range.setEnd(node, index + word.length);
                  const tops = new Set([...range.getClientRects()].map((r) => Math.round(r.top)));
                  const style = getComputedStyle(node.parentElement);
                  if (tops.size > 1 && style.hyphens !== "auto") found.push(word);
                }
              }
              return found;
            }"""
        )
        assert broken == []


@pytest.mark.parametrize("name", ["odd", "one", "template"])
def test_other_datasets_fit_too(open_free: Open, tmp_path: Path, name: str) -> None:
    """Odd and long numbers, one language, and what kic init begins with."""
    files: dict[str, Any] = {
        "odd": ODD,
        "one": ROOT / "tests" / "one_language.toml",
        "template": ROOT / "kic" / "template.toml",
    }
    path = tmp_path / "page.html"
    path.write_text(report(kic.load(files[name]), "nl"), "utf-8")
    free = open_free(path.as_uri())
    free.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    for width in (320, 930, 1280):
        free.set_viewport_size({"width": width, "height": 900})
        assert free.evaluate("document.documentElement.scrollWidth") == width


def test_a_long_word_does_not_widen_the_page(
    open_page: Open, tmp_path: Path, write: Write
) -> None:
    """It is broken where the window ends, also in a wide one."""
    text = indicator("a", exact("2020", 1)).replace("Over a", "Zeer" + "lang" * 80)
    path = tmp_path / "a.html"
    path.write_text(report(kic.load(write(text)), "nl"), "utf-8")
    opened = open_page(path.as_uri())
    assert opened.evaluate("document.documentElement.scrollWidth") == 1280


def test_signs_are_large_enough_to_touch(open_page: Open, pages: Pages) -> None:
    """24 by 24 pixels each, also on the smallest phone."""
    for width in (320, 1280):
        opened = open_page(pages["nl"].as_uri(), width)
        sizes = opened.locator(".grid a").evaluate_all(
            "all => all.map(a => a.getBoundingClientRect()).map(b => Math.min(b.width, b.height))"
        )
        assert min(sizes) >= 24


@pytest.mark.parametrize(
    ("width", "scheme", "lang"),  # four of eight, in which every pair occurs
    [(320, "light", "nl"), (320, "dark", "en"), (1280, "light", "en"), (1280, "dark", "nl")],
)
def test_axe_finds_nothing(
    open_free: Open, axe: str, pages: Pages, width: int, scheme: str, lang: Lang
) -> None:
    """WCAG 2.2 AA and good practice, as far as a machine can judge them, unfolded too."""
    opened = open_free(pages[lang].as_uri(), width, 900, color_scheme=scheme)
    opened.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    opened.evaluate(axe)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = opened.evaluate(
        """tags => axe.run(document, {runOnly: tags, resultTypes: ["violations"]}).then(
            r => r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 200)]))""",
        tags,
    )
    assert found == []


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "paper"])
def test_what_is_drawn_stands_out(scheme: int) -> None:
    """Text has a contrast of 4.5 at least, a gap as much as a number; lines have less."""
    root = re.findall(r":root \{([^}]*)\}", CSS.read_text("utf-8"))[scheme]
    found = dict(re.findall(r"--(\w+): (#[0-9a-f]{3,6});", root))
    palette = {
        k: "#" + "".join(c * 2 for c in v[1:]) if len(v) == 4 else v for k, v in found.items()
    }
    for name, least in {"ink": 7, "soft": 4.5, "known": 6, "missing": 6}.items():
        for ground in ("paper", "card", "wash"):
            assert contrast(palette[name], palette[ground]) >= least, (name, ground)


@pytest.mark.parametrize("forced", ["none", "active"])
def test_the_four_signs_are_distinct(open_page: Open, pages: Pages, forced: str) -> None:
    """By their form alone, also where a reader's own colours replace those of the page."""
    opened = open_page(pages["nl"].as_uri(), forced_colors=forced)
    signs = opened.locator(".legend .sign")
    assert signs.count() == 4
    assert len({signs.nth(i).screenshot() for i in range(4)}) == 4
    sizes = opened.locator(".card .value").evaluate_all(
        "all => all.map(e => [getComputedStyle(e).fontWeight, getComputedStyle(e).opacity])"
    )
    assert {tuple(size) for size in sizes} == {("700", "1")}


# ------------------------------------------------------------------------------- on paper


def _pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_it_prints_a_summary_and_then_the_rest(page: Page) -> None:
    """The summary is one page, the figures begin on a new one; black on white, no form."""
    page.emulate_media(media="print", color_scheme="dark")
    for selector in ("form", ".skip", ".tools", "summary"):
        assert page.locator(selector).first.is_hidden()
    assert page.locator("#shown").is_hidden()

    def style(selector: str, name: str) -> str:
        script = f"getComputedStyle(document.querySelector('{selector}'))['{name}']"
        return str(page.evaluate(script))

    assert style("html", "color") == "rgb(0, 0, 0)"
    assert style("html", "backgroundColor") == "rgb(255, 255, 255)"
    assert style("#figures", "breakBefore") == "page"
    assert style("footer", "breakBefore") == "page"
    for kept in (".start", ".entry", ".statements li", ".card", ".grid tr", ".keep"):
        assert style(kept, "breakInside") == "avoid", kept
    assert 10 <= _pages(page.pdf(prefer_css_page_size=True)) <= 22
    without = page.evaluate("document.querySelector('#figures').remove()") or page.pdf(
        prefer_css_page_size=True
    )
    assert _pages(without) <= 3  # the summary, and what the page is about


def test_what_folds_out_is_on_paper(page: Page) -> None:
    """Nothing can be opened there; on the screen it is folded as it was before."""
    opened = "document.querySelectorAll('details[open]').length"
    assert page.evaluate(opened) == 0
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(opened) == page.locator("details").count()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.evaluate(opened) == 0


def test_a_part_on_paper_is_not_taken_for_the_whole(page: Page) -> None:
    """What is chosen is printed alone, with how much it is of all."""
    page.locator("#theme").select_option("armoede")
    page.emulate_media(media="print")
    assert page.locator("#shown").inner_text() == "4 van 58 indicatoren"
    assert page.locator("#shown").is_visible()
    assert page.locator("#theme-migratie").is_hidden()


def test_every_sheet_has_the_title(dataset: kic.Dataset) -> None:
    """As a string of CSS in which no character of a title has a meaning."""
    for lang in LANGUAGES:
        [running] = re.findall(r'@top-left \{ content: "([^"]*)"', report(dataset, lang))
        told = re.sub(r"\\([0-9a-f]+) ", lambda m: chr(int(m[1], 16)), running)
        assert told == getattr(dataset.title, lang)
