"""The report: one page that holds everything, opens anywhere, and is for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

import kic
from kic.dataset import context, embedded
from kic.formats import Style, citations
from kic.formats.cell_text import cell, say
from kic.model import Lang, Qualifier, Reason
from kic.model.wording import NOTHING, SENTENCES_ONLY, TALLY
from kic.report import report, words
from kic.report.tables import drawn
from kic.report.voice import voice
from kic.table import Amount, When
from kic.table.common import publication
from kic.table.compare import compare_table
from kic.table.figures import name_of, place_of
from kic.table.themes import themes_table
from tests.browser import contrast
from tests.conftest import ROOT, Write, exact, figure, indicator

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


LANGUAGES: tuple[Lang, ...] = ("nl", "en")
Pages = dict[Lang, Path]
FOCUSABLE = "a[href], button, select, input, summary, [tabindex='0']"
ASSETS = ROOT / "kic" / "report"


def parsed(page: str) -> Element:
    """The page, read by a parser that accepts no error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: Element = parser.parse(page)
    return found


def said(element: Element) -> str:
    """What an element says, on one line."""
    return " ".join("".join(element.itertext()).replace("\u00a0", " ").split())


def named(root: Element, name: str) -> Iterator[Element]:
    """The elements of a class."""
    return (e for e in root.iter() if name in (e.get("class") or "").split())


@pytest.fixture(scope="module")
def pages(dataset: kic.Dataset, tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """The report in both languages, as files."""
    folder = tmp_path_factory.mktemp("report")
    found: Pages = {}
    for lang in LANGUAGES:
        found[lang] = folder / f"{lang}.html"
        found[lang].write_text(report(dataset, lang), "utf-8")
    return found


@pytest.fixture(scope="module")
def page(chromium: Browser, pages: Pages) -> Iterator[Page]:
    """The Dutch report in a wide window, opened once; tests leave it as they found it."""
    opened = chromium.new_page(viewport={"width": 1280, "height": 900})
    opened.goto(pages["nl"].as_uri())
    yield opened
    opened.close()


# --------------------------------------------------------------------------- what it holds


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_number_is_on_the_page(dataset: kic.Dataset, lang: Lang) -> None:
    """In its theme and region, with its name, unit, period and place; so are words and gaps."""
    root = parsed(report(dataset, lang))
    style = Style(lang=lang)
    found, expected = [], []
    places = [
        (section.get("data-theme"), part.get("data-region"), known)
        for section in named(root, "theme")
        for part in section
        for known in named(part, "known")
    ]
    for theme, region, known in places:
        rows = (body[0] for body in known.iter("tbody") if "data-figure" in body.attrib)
        found += [(theme, region, *map(said, row)) for row in rows]
    for r in (r for r in dataset.records if r.interval.known):
        of = "" if r.region == "nederland" else f", {say(r.links.region.label, lang)}"
        cells = (" ".join(cell(c, style).split()) for c in (Amount(r), When(r), place_of(r)))
        name = say(name_of(r), lang) + of
        expected.append((r.theme or "-all", r.region, name, *cells))
    assert sorted(found) == sorted(expected)
    told = " ".join(said(known) for known in named(root, "known"))
    assert all(say(name_of(r), lang) in told for r in dataset.records if r.worded)
    assert all(say(r.gap.missing, lang) in told for r in dataset.records if r.gap)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_else_is_on_the_page(dataset: kic.Dataset, lang: Lang) -> None:
    """So are all notes, gaps, statements, corrections, sources and the licence."""
    page = report(dataset, lang)
    text, corrected, sources = said(parsed(page)), _told(page, "corrected"), _told(page, "sources")
    for record in dataset.records:
        assert all(say(note, lang) in text for note in (*record.cautions, *record.notes))
        if record.gap:
            assert say(record.gap.missing, lang) in text
            printed = record.gap.as_printed
            assert printed is None or f'"{printed}"' in text
        if record.correction:
            assert f'"{record.as_printed}"' in corrected
            assert say(record.correction.reason, lang) in corrected
            assert dataset.sources[record.correction.source].title in corrected
    assert all(say(s.summary, lang) in text for s in dataset.statements)
    for source in dataset.sources.values():
        assert cell(publication(source), Style(lang=lang)) in sources
        assert source.url is None or source.url in sources
    assert "CC BY 4.0" in sources


def _numbers(dataset: kic.Dataset) -> int:
    return sum(r.interval.known for r in dataset.records)


def _section(page: str, name: str) -> Element:
    [found] = (e for e in parsed(page).iter("section") if e.get("id") == name)
    return found


def _told(page: str, name: str) -> str:
    return said(_section(page, name))


def test_the_overview_counts_as_the_command_does(dataset: kic.Dataset) -> None:
    """The summary, the numbers of each theme and the grid are those of themes and gaps."""
    page = report(dataset, "nl")
    overview = _section(page, "overview")
    answer_line = themes_table(dataset, kic.themes(dataset)).line
    assert said(next(named(overview, "summary"))) == cell(answer_line, Style())
    counts = [[said(c) for c in row][1:6] for row in next(named(overview, "counts")).iter("tr")]
    answer = kic.themes(dataset).themes
    names = ("indicators", "with_number", "in_words", "neither", "gaps")
    assert counts[1:] == [[str(getattr(t, name)) for name in names] for t in answer]
    grid = [[said(c) for c in row][1:] for row in next(named(overview, "grid")).iter("tr")][1:]
    told = [c for row in grid for c in row]
    for shown, counted in zip(told, kic.grid(dataset).cells, strict=True):
        for code, meaning in TALLY.items():
            number = getattr(counted, code)
            assert (f"{number} {meaning.nl}" in shown) == bool(number)
        if not counted.counts:
            assert shown == (SENTENCES_ONLY if counted.statements else NOTHING).nl


def test_a_theme_says_where_the_source_is_silent(dataset: kic.Dataset) -> None:
    """A region of which a theme tells nothing is named, and never simply left out."""
    root = parsed(report(dataset, "nl"))
    for name in ("silent", "worded"):
        found = {
            (section.get("data-theme"), p.get("data-region"))
            for section in named(root, "theme")
            for p in named(section, name)
            if p.tag == "p"
        }
        cells = [c for c in kic.grid(dataset).cells if c.theme and not c.counts]
        expected = {(c.theme, c.region) for c in cells if bool(c.statements) == (name == "worded")}
        assert found == expected


def test_every_reference_has_its_target(dataset: kic.Dataset) -> None:
    """Links within the page lead somewhere, and ids are unique."""
    root = parsed(report(dataset, "en"))
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    links = [e.get("href") or "" for e in root.iter("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_only_some_themes(dataset: kic.Dataset) -> None:
    """--theme limits figures, overview, contents and sources alike, and the page says so."""
    page = report(dataset, "nl", ["migratie", "armoede"])
    root = parsed(page)
    assert [e.get("data-theme") for e in named(root, "theme")] == ["migratie", "armoede"]
    assert said(root).count("AlleenMigratie, Armoede") == 1
    assert _told(page, "overview").startswith(
        "Overzicht 17 indicatoren: 8 met getal, 8 in woorden, 1 geen van beide; 2 lacunes"
    )
    assert "Jeugdhulp" not in said(root)
    assert "Skipr" not in _told(page, "sources")
    assert "Geen van deze getallen is gecorrigeerd" in _told(page, "corrected")


def test_the_english_page_marks_what_stays_dutch(dataset: kic.Dataset) -> None:
    """The language of the page is declared, and that of every quotation within it."""
    root = parsed(report(dataset, "en"))
    assert root.get("lang") == "en"
    marked = {said(e) for e in root.iter() if e.get("lang") == "nl"}
    strengths = {r.gap.as_printed for r in dataset.records if r.gap and r.gap.as_printed}
    assert strengths <= marked
    assert {"080 kinderen", "ruim"} <= marked
    assert {source.title for source in dataset.sources.values()} <= marked
    dutch = parsed(report(dataset, "nl"))
    assert dutch.get("lang") == "nl"
    assert not [e for e in dutch.iter() if e.get("lang") and e is not dutch]


def test_it_is_small_and_always_the_same(dataset: kic.Dataset) -> None:
    """Two readings of one dataset give the same bytes, few enough for any mailbox."""
    for lang in LANGUAGES:
        page = report(dataset, lang)
        assert page == report(kic.load(), lang)
        assert len(page.encode()) < 300_000


def test_a_dataset_of_one_figure(write: Write) -> None:
    """A dataset of one figure is a page too; a region that nothing is told of has no column."""
    page = report(kic.load(write(indicator("iets", exact("2020", 3)))), "nl")
    assert "Eiland" not in said(parsed(page))
    assert said(next(named(parsed(page), "summary"))) == "1 indicator: 1 met getal"


def test_several_editions_are_each_named(dataset: kic.Dataset) -> None:
    """A page about several datasets names them all, with their sources and licences."""
    both = kic.load([embedded(), context()])
    page = report(both, "nl")
    head = said(next(parsed(page).iter("header")))
    for info in both.editions:
        assert f"{info.id}, versie {info.version}" in head
        assert f"dataset {info.id}, versie" in _told(page, "citing")
        assert both.sources[info.source].title in _told(page, "sources")
    assert len(both.records) > len(dataset.records)
    known = [e for part in named(parsed(page), "known") for e in part.iter("tbody")]
    assert sum("data-figure" in e.attrib for e in known) == _numbers(both)


def test_every_way_to_give_a_value_is_explained() -> None:
    """A new qualifier or reason gets its explanation on the page too."""
    assert set(words.QUALIFIERS) == set(Qualifier)
    assert set(words.REASONS) == set(Reason)


# ------------------------------------------------------------------------- in a browser


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_opens_from_disk_and_asks_for_nothing(
    chromium: Browser, pages: Pages, lang: Lang
) -> None:
    """No request but for the file itself, and nothing on the console: no violation either."""
    opened = chromium.new_page()
    requests: list[str] = []
    messages: list[str] = []
    opened.on("request", lambda request: requests.append(request.url))
    opened.on("console", lambda message: messages.append(message.text))
    opened.on("pageerror", lambda error: messages.append(str(error)))
    opened.goto(pages[lang].as_uri())
    opened.wait_for_load_state("networkidle")
    assert requests == [pages[lang].as_uri()]
    assert messages == []
    assert opened.locator("#filter").is_visible()  # its own script did run
    opened.close()


def test_nothing_but_its_own_texts_may_act(page: Page) -> None:
    """The policy allows the page's style and script by their hashes and refuses all else."""
    policy = page.locator("meta[http-equiv]").get_attribute("content") or ""
    assert re.fullmatch(
        r"default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; "
        r"base-uri 'none'; form-action 'none'",
        policy,
    )
    assert page.locator("body [style], [onclick], [onload], [onchange]").count() == 0
    links = page.locator("a[href^=http]")
    assert {links.nth(i).get_attribute("rel") for i in range(links.count())} == {"noreferrer"}


@pytest.mark.parametrize(
    ("width", "scheme", "lang"),  # four of eight, in which every pair occurs
    [(320, "light", "nl"), (320, "dark", "en"), (1280, "light", "en"), (1280, "dark", "nl")],
)
def test_axe_finds_nothing(
    chromium: Browser, axe: str, pages: Pages, width: int, scheme: Any, lang: Lang
) -> None:
    """WCAG 2.2 AA and good practice, as far as a machine can judge them."""
    context = chromium.new_context(
        bypass_csp=True, color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    opened = context.new_page()
    opened.goto(pages[lang].as_uri())
    opened.evaluate(axe)
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = opened.evaluate(
        """tags => axe.run(document, {runOnly: tags, resultTypes: ["violations"]}).then(
            r => r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 200)]))""",
        tags,
    )
    context.close()
    assert found == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_reflows(chromium: Browser, pages: Pages, lang: Lang) -> None:
    """No width asks for sideways scrolling, nor do wider letters, words and lines."""
    context = chromium.new_context(bypass_csp=True)
    opened = context.new_page()
    opened.goto(pages[lang].as_uri())
    for _ in range(2):
        for width in (320, 640, 768, 930, 1024, 1280):
            opened.set_viewport_size({"width": width, "height": 900})
            assert opened.evaluate("document.documentElement.scrollWidth") == width
        opened.add_style_tag(
            content="* { line-height: 1.5 !important; letter-spacing: .12em !important; "
            "word-spacing: .16em !important } p { margin-bottom: 2em !important }"
        )
    context.close()


def _rows(page: Page) -> list[str]:
    """The numbers that can be seen, by the theme and region they stand under."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(".known [data-figure]")]
            .filter(row => row.checkVisibility())
            .map(row => row.closest("[data-theme]").dataset.theme
                + " " + row.closest("[data-region]").dataset.region)"""
    )
    return found


def test_the_filter_works_from_the_keyboard(page: Page, dataset: kic.Dataset) -> None:
    """Tab to it, choose, hear how much is shown, follow the rows, and show everything again."""
    whole = _rows(page)
    status = page.locator("#shown")
    assert len(whole) == _numbers(dataset)
    statements = len(dataset.statements)
    assert status.inner_text() == (
        f"Getallen: {len(whole)}. Zorgen en ontwikkelingen: {statements}."
    )
    page.locator("#reading").click()  # somewhere before the form
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "choose-theme":
            break
    assert page.evaluate("document.activeElement.id") == "choose-theme"
    page.keyboard.type("Jeugdh")
    assert set(_rows(page)) == {"jeugdhulp nederland", "jeugdhulp caribisch"}
    page.keyboard.press("Tab")
    page.keyboard.type("Car")
    assert _rows(page) == ["jeugdhulp caribisch"] * 3
    assert status.inner_text() == (
        "Jeugdhulp, Caribisch Nederland: Getallen: 3 van 44. Zorgen en ontwikkelingen: 1."
    )
    assert status.get_attribute("aria-live") == "polite"
    # What is left empty goes too, and what sets it beside another region stays.
    theme = page.locator("#theme-jeugdhulp")
    assert theme.locator(".gaps").first.is_hidden()
    assert theme.locator(".rates").is_visible()
    assert page.url.endswith("#theme=jeugdhulp&region=caribisch")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert _rows(page) == whole
    assert page.locator("#choose-region").input_value() == ""


def test_a_theme_without_figures_of_a_region_says_so(page: Page) -> None:
    """It shows no empty page but says what the source tells, and what it does not."""
    page.locator("#choose-theme").select_option("jeugdstrafrecht")
    page.locator("#choose-region").select_option("caribisch")
    assert _rows(page) == []
    assert "noemt hier geen getal" in page.locator("#shown").inner_text()
    [told] = page.locator(".theme > p:visible").all_inner_texts()
    assert told.startswith("Caribisch Nederland: deze bron zegt er iets over")
    assert page.locator(".theme li:visible").count() == 1
    assert page.locator("#shown").inner_text().endswith("Zorgen en ontwikkelingen: 1.")
    page.locator("#filter button").click()


def test_a_region_of_a_single_statement_is_no_choice(page: Page) -> None:
    """Rotterdam is told of in one sentence: what is not told of it would say nothing."""
    regions = page.locator("#choose-region option").evaluate_all("all => all.map(o => o.value)")
    assert regions == ["", "nederland", "caribisch"]


def test_a_link_carries_the_choice(chromium: Browser, pages: Pages) -> None:
    """The address holds what was chosen; a link to something hidden shows it again."""
    opened = chromium.new_page()
    opened.goto(f"{pages['nl'].as_uri()}#theme=armoede&region=nergens")
    assert {row.split()[0] for row in _rows(opened)} == {"armoede"}
    assert opened.locator("#choose-region").input_value() == ""
    opened.locator("nav a[href='#theme-migratie']").click()
    opened.locator("#theme-migratie").wait_for(state="visible", timeout=5000)
    opened.close()


def test_the_choice_outlives_the_links_of_the_page(chromium: Browser, pages: Pages) -> None:
    """After a link or a reload the same region is shown."""
    opened = chromium.new_page()
    opened.goto(f"{pages['nl'].as_uri()}#region=caribisch")
    caribbean = _rows(opened)
    opened.locator("nav a[href='#sources']").click()
    assert _rows(opened) == caribbean
    opened.reload()
    assert _rows(opened) == caribbean
    opened.locator("#choose-theme").select_option("armoede")
    opened.locator("nav a[href='#theme-migratie']").click()  # the theme gives way, no more
    opened.locator("#theme-migratie").wait_for(state="visible", timeout=5000)
    assert opened.locator("#choose-region").input_value() == "caribisch"
    assert _rows(opened) == caribbean
    opened.close()


def test_a_region_alone_has_its_names_and_cautions(
    chromium: Browser, tmp_path: Path, write: Write
) -> None:
    """No line of another region is needed to read those that are shown."""
    there = exact("2020", 2).replace("locator", 'region = "eiland", locator')
    text = indicator("a", exact("2020", 1) + there, 'caution = { nl = "Pas op.", en = "Beware." }')
    path = tmp_path / "a.html"
    path.write_text(report(kic.load(write(text)), "nl"), "utf-8")
    opened = chromium.new_page()
    opened.goto(f"{path.as_uri()}#region=eiland")
    [told] = opened.locator(".known tbody:visible").all_inner_texts()
    assert told.startswith("Over a, Eiland")
    assert told.endswith("Pas op.")
    opened.close()


def test_a_narrow_row_has_a_cell_for_every_head(chromium: Browser, pages: Pages) -> None:
    """Stacked or not, who hears a table hears as many cells in each row."""
    opened = chromium.new_page(viewport={"width": 320, "height": 800})
    opened.goto(pages["nl"].as_uri())
    wrong = opened.evaluate(
        """[...document.querySelectorAll("table")].flatMap((table) =>
          [...table.querySelectorAll("tbody tr:not(.below)")].filter((row) =>
            [...row.cells].filter((c) => getComputedStyle(c).display !== "none").length
              !== table.querySelectorAll("thead th").length)).length"""
    )
    assert wrong == 0
    opened.close()


def test_a_long_word_does_not_widen_the_page(
    chromium: Browser, tmp_path: Path, write: Write
) -> None:
    """It is broken where the window ends, also in a wide one."""
    text = indicator("a", exact("2020", 1)).replace("Over a", "Zeer" + "lang" * 80)
    path = tmp_path / "a.html"
    path.write_text(report(kic.load(write(text)), "nl"), "utf-8")
    opened = chromium.new_page(viewport={"width": 1280, "height": 800})
    opened.goto(path.as_uri())
    assert opened.evaluate("document.documentElement.scrollWidth") == 1280
    opened.close()


def test_numbers_with_bounds_do_not_widen_the_page(chromium: Browser, tmp_path: Path) -> None:
    """They run on below where seven columns leave them little room."""
    odd = sorted((ROOT / "tests" / "corpus" / "data" / "odd").glob("*.toml"))
    path = tmp_path / "odd.html"
    path.write_text(report(kic.load(odd), "nl"), "utf-8")
    opened = chromium.new_page()
    opened.goto(path.as_uri())
    for width in (320, 930, 1280):
        opened.set_viewport_size({"width": width, "height": 900})
        assert opened.evaluate("document.documentElement.scrollWidth") == width
    opened.close()


def test_a_walk_with_the_keyboard(page: Page) -> None:
    """Every stop is in the order of the page, has an outline, and nothing lies over it."""
    page.goto(page.url.partition("#")[0])
    stops = page.locator(FOCUSABLE).count()
    seen = []
    for _ in range(stops):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                f"""() => {{
                    const e = document.activeElement, box = e.getClientRects()[0];
                    const top = document.elementFromPoint(
                        box.x + box.width / 2, box.y + box.height / 2);
                    const style = getComputedStyle(e);
                    const order = [...document.querySelectorAll("{FOCUSABLE}")];
                    return [order.indexOf(e), parseFloat(style.outlineWidth) >= 2
                        && style.outlineStyle !== "none", e.contains(top) || top?.contains(e)];
                }}"""
            )
        )
    assert seen == [[i, True, True] for i in range(stops)]


def test_it_prints_what_is_shown(page: Page) -> None:
    """On paper: no form and no contents, black on white, heads repeated, rows whole."""
    page.locator("#choose-theme").select_option("armoede")
    page.emulate_media(media="print", color_scheme="dark")
    for selector in ("nav", "form", ".skip", "#theme-migratie"):
        assert page.locator(selector).is_hidden()
    assert page.locator("#shown").is_visible()  # a part is not taken for the whole
    assert page.locator("#theme-armoede .known").first.is_visible()

    def style(selector: str, name: str) -> str:
        script = f"getComputedStyle(document.querySelector('{selector}'))['{name}']"
        return str(page.evaluate(script))

    assert style("html", "color") == "rgb(0, 0, 0)"
    assert style("html", "backgroundColor") == "rgb(255, 255, 255)"
    assert style("#theme-armoede thead", "display") == "table-header-group"
    assert style("#theme-armoede tbody", "breakInside") == "avoid"
    after = "getComputedStyle(document.querySelector('#sources p a'), '::after').content"
    assert page.evaluate(after) == '" (https://creativecommons.org/licenses/by/4.0/)"'
    pdf = page.pdf(prefer_css_page_size=True)
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 3 <= pages <= 12
    page.emulate_media(media="screen", color_scheme="light")
    page.locator("#filter button").click()
    page.emulate_media(media="print")
    assert page.locator("#shown").is_hidden()
    page.emulate_media(media="screen")


def test_it_does_without_scripts(chromium: Browser, pages: Pages, dataset: kic.Dataset) -> None:
    """Where scripts are off, everything is shown, and no form that could do nothing."""
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(pages["nl"].as_uri())
    assert opened.locator("#filter").is_hidden()
    assert opened.locator(".known [data-figure]:visible").count() == _numbers(dataset)
    assert opened.locator("main [hidden]").count() == 1
    context.close()


HOSTILE = r"""
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


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_hostile_dataset_is_shown_and_does_nothing(
    chromium: Browser, write: Write, tmp_path: Path, lang: Lang
) -> None:
    """Whatever stands in a text of a dataset is read, never run; nor does it hide."""
    made = report(kic.load(write(HOSTILE)), lang)
    parsed(made)
    path = tmp_path / "hostile.html"
    path.write_text(made, "utf-8")
    context = chromium.new_context(bypass_csp=True)  # the policy must not be what saves it
    opened = context.new_page()
    asked: list[str] = []
    opened.on("dialog", lambda dialog: asked.append(dialog.message))
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(path.as_uri())
    assert asked == [path.as_uri()]
    assert opened.evaluate("window.hacked") is None
    assert opened.locator("script").count() == 1
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
    hrefs = opened.evaluate("[...document.links].map(a => a.protocol)")
    assert set(hrefs) <= {"file:", "https:"}
    context.close()


# ------------------------------------------------------------------------------ looks


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_what_is_drawn_stands_out(scheme: int) -> None:
    """Text has a contrast of 4.5 at least, and bars, dots and the edges of fields 3."""
    css = (ASSETS / "report.css").read_text("utf-8")
    root = re.findall(r":root \{([^}]*)\}", css)[scheme]
    palette = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", root))
    for name, least in {"ink": 7, "soft": 4.5, "accent": 4.5, "line": 3}.items():
        for ground in ("paper", "tint"):
            assert contrast(palette[name], palette[ground]) >= least, (name, ground)


def _compared(dataset: kic.Dataset, name: str) -> Element:
    """The series of an indicator, as the page would show it."""
    page = compare_table(dataset, kic.compare(dataset, name)).page
    html = "".join(part for b in page.blocks for part in drawn(b, "", voice(dataset, "nl")))
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: Element = parser.parseFragment(html)
    return found


def test_a_disputed_number_is_drawn_in_doubt(write: Write) -> None:
    """It is no example of a number as printed either, and nor is a corrected one."""
    disputed = figure("2020", 'qualifier = "exact", value = 12, status = "V"')
    text = indicator("a", disputed + exact("2021", 9))
    dataset = kic.load(write(text))
    boxes = (e for e in _compared(dataset, "a").iter() if "rect" in str(e.tag))
    assert any(box.get("class") == "disputed" for box in boxes)
    values = said(next(named(parsed(report(dataset, "nl")), "values")))
    assert values.startswith("9dit getal, zoals het in de bron staat")


def test_regions_are_compared_by_their_rates(dataset: kic.Dataset) -> None:
    """The page answers what the numbers alone cannot, and names the population's source."""
    page = report(dataset, "nl")
    rates = said(next(named(parsed(page), "rates")))
    assert "9,3 (9,2 tot 9,5)" in rates
    assert "niet te zeggen waar het hoger is" in rates
    assert "Landelijke Jeugdmonitor 2021" in _told(page, "sources")


def test_a_bar_begins_at_zero_and_shows_what_is_uncertain(write: Write) -> None:
    """Lengths are in proportion; bounds, estimates and gaps have forms of their own."""
    rows = "".join(
        (
            exact("2016", 50),
            exact("2017", 100),
            '{ period = "2018", locator = "thema/cijfers/1", as_printed = "x", '
            'qualifier = "at_least", value = 80 },\n',
            '{ period = "2019", locator = "thema/cijfers/1", as_printed = "x", '
            'qualifier = "estimate", value = 60 },\n',
            '{ period = "2020", locator = "thema/cijfers/1", as_printed = "x", '
            'qualifier = "less_than", below = 40 },\n',
            '{ period = "2021", locator = "thema/cijfers/1", reason = "not_stated" },\n',
        )
    )
    root = _compared(kic.load(write(indicator("iets", rows))), "iets")
    bars = [e for e in root.iter() if e.get("class") == "bar" and e.tag.endswith("svg")]
    forms = [[(e.get("class"), e.get("x"), e.get("width")) for e in svg] for svg in bars]
    axis = ("axis", None, None)
    assert forms == [
        [("full", "0.5", "92"), axis],
        [("full", "0.5", "184"), axis],
        [("full", "0.5", "147.2"), ("arrow", None, None), axis],
        [("about", "0.5", "110.4"), axis],
        [("maybe", "0.5", "73.6"), axis],
        [("gap", None, None), axis],
    ]
    assert {e.get("aria-hidden") for e in root.iter() if e.tag.endswith("svg")} == {"true"}
    legend = said(next(named(root, "strokes")))
    assert "geen bovengrens" in legend
    assert "schatting" in legend


def test_values_are_explained_with_values_of_the_page(dataset: kic.Dataset) -> None:
    """How to read it explains every kind of value there is, and none that there is not."""
    told = _told(report(dataset, "en"), "reading")
    explained = (
        "over 397,000",
        "fewer than 5",
        "an estimated 1,300",
        '"hundreds"',
        "few, or not of all",
        "unclear",
    )
    for shown in explained:
        assert shown in told
    few = _told(report(dataset, "en", "armoede"), "reading")
    assert "few, or not of all" not in few


def test_how_to_cite_is_what_cite_says(dataset: kic.Dataset) -> None:
    """The citation of a figure on the page is that of a citation."""
    answer = kic.cite(dataset, "jeugdhulp_zonder_verblijf")
    cited = citations.write(dataset, answer, "text", Style())
    assert " ".join(cited.split()) in _told(report(dataset, "nl"), "citing")
