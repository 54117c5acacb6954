"""What a reader does on the page: search, choose, follow links, copy, save."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kic
from kic.formats import Style, citations
from kic.formats import write as written
from kic.model import Lang
from kic.report import report
from kic.table.show import show_table
from tests.cases import each
from tests.conftest import Write, exact, indicator
from tests.report.conftest import LANGUAGES, Open, Pages, heard

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FOCUSABLE = "a[href], button, select, input, summary"


def _shown(page: Page) -> list[str]:
    """The ids of the indicators that can be seen."""
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('.item')].filter(i => i.checkVisibility()).map(i => i.id)"
    )
    return found


def _told(page: Page) -> str:
    return page.locator("#shown").inner_text()


def _in_view(page: Page, selector: str) -> bool:
    """Whether the beginning of an element is in the window, below what stands over the page."""
    script = """selector => {
        const box = document.querySelector(selector).getBoundingClientRect();
        const bar = document.querySelector("#bar").getBoundingClientRect();
        const covered = getComputedStyle(document.querySelector("#bar")).position === "sticky";
        return box.top >= (covered ? Math.max(bar.bottom, 0) - 1 : 0) && box.top < innerHeight;
    }"""
    return bool(page.evaluate(script, selector))


# --------------------------------------------------------------------- search and choose


def test_the_filter_works_from_the_keyboard(page: Page, dataset: kic.Dataset) -> None:
    """Tab to it, type, hear how much is shown, choose on, and show everything again."""
    assert _shown(page) == [*dataset.indicators]
    assert _told(page) == "58 indicatoren"
    assert page.locator("#shown").get_attribute("role") == "status"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # past the grid
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("OTS")
    assert _shown(page) == ["ondertoezichtstelling"]
    assert _told(page) == "1 van 58 indicatoren"
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.press("Tab")
    page.keyboard.type("Jeugdh")
    page.keyboard.press("Tab")
    page.keyboard.type("Car")
    assert _shown(page) == ["ondertoezichtstelling", "pleegzorg", "wachtlijst_gezinnen"]
    assert page.locator(".entry[data-region=nederland]:visible").count() == 0
    assert page.url.endswith("#theme=jeugdhulp&region=caribisch")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert _shown(page) == [*dataset.indicators]
    assert "#" not in page.url


@each(
    ("words", "found"),
    [
        ("nareis", ["gezinshereniging_wachttijd"]),  # an alias
        ("supervision order", ["ondertoezichtstelling"]),  # one of the other language
        ("NAREIS ", ["gezinshereniging_wachttijd"]),
        ("justitiele jeugd 12", ["jji_leeftijd", "jji_12_13"]),  # without accents, in any order
        ("eenhoorn", []),
    ],
)
def test_the_search_knows_aliases(
    page: Page, dataset: kic.Dataset, words: str, found: list[str]
) -> None:
    """All words have to be in the label or the aliases; accents and capitals do not matter."""
    page.locator("#q").fill(words)
    shown = _shown(page)
    assert set(shown) <= {*dataset.indicators}
    assert bool(shown) == bool(found)
    assert len(found) != 1 or shown == found
    if not found:
        assert _told(page) == "Niets gevonden"


def test_a_theme_without_figures_of_a_region_says_so(page: Page) -> None:
    """It shows no empty page but says what the source tells, and what it does not."""
    page.locator("#theme").select_option("jeugdstrafrecht")
    page.locator("#region").select_option("caribisch")
    assert _shown(page) == []
    [told] = page.locator(".silent:visible").all_inner_texts()
    assert told.startswith("Caribisch Nederland: deze bron zegt er iets over")
    assert page.locator(".statements li:visible").count() == 1


def test_a_region_of_a_single_statement_is_no_choice(page: Page) -> None:
    """Rotterdam is told of in one sentence: what is not told of it would say nothing."""
    regions = page.locator("#region option").evaluate_all("all => all.map(o => o.value)")
    assert regions == ["", "nederland", "caribisch"]


def test_the_reader_stays_where_the_answer_is(page: Page) -> None:
    """Choosing from far below brings what is shown into view, below the bar."""
    page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    page.locator("#q").fill("nareis")
    assert _in_view(page, "#gezinshereniging_wachttijd")
    page.locator("#q").fill("")
    page.evaluate("window.scrollTo(0, 6000)")
    page.locator("#theme").select_option("uitbuiting")
    assert _in_view(page, "#theme-uitbuiting")


# ---------------------------------------------------------------------------- addresses


@pytest.mark.parametrize("width", [390, 1280])
def test_every_indicator_has_an_address(open_page: Open, pages: Pages, width: int) -> None:
    """It opens there, and a link followed on the open page goes there too."""
    opened = open_page(f"{pages['nl'].as_uri()}#gezinshereniging_wachttijd", width)
    assert _in_view(opened, "#gezinshereniging_wachttijd h4")
    for card in (1, 2):
        opened.evaluate("window.scrollTo(0, 0)")
        link = opened.locator(".card a").nth(card - 1)
        target = str(link.get_attribute("href"))
        link.click()
        assert _in_view(opened, f"{target} h4")
    # A gap told together with others has the sentence that tells it in view.
    assert _in_view(opened, ".shared .value") or width == 390
    top = opened.evaluate("document.querySelector('.shared .value').getBoundingClientRect().top")
    assert 0 <= top < 800


def test_the_address_carries_the_choice(open_page: Open, pages: Pages) -> None:
    """What was searched and chosen, also after a reload; a region that is none is left out."""
    opened = open_page(f"{pages['nl'].as_uri()}#q=nareis&theme=migratie&region=nergens")
    assert _shown(opened) == ["gezinshereniging_wachttijd"]
    assert opened.locator("#q").input_value() == "nareis"
    assert opened.locator("#region").input_value() == ""
    assert _in_view(opened, "#gezinshereniging_wachttijd")
    opened.reload()
    assert _shown(opened) == ["gezinshereniging_wachttijd"]


def test_a_link_to_what_is_hidden_shows_it(page: Page) -> None:
    """The choice gives way to the link, also to one of the grid."""
    page.locator("#theme").select_option("armoede")
    page.locator(".grid a[href='#gezinshereniging_wachttijd']").click()
    page.locator("#gezinshereniging_wachttijd").wait_for(state="visible", timeout=5000)
    assert _in_view(page, "#gezinshereniging_wachttijd")
    assert page.locator("#theme").input_value() == ""


# -------------------------------------------------------------------------- to take along


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_citation_and_a_link_are_copied(
    open_page: Open, pages: Pages, dataset: kic.Dataset, lang: Lang
) -> None:
    """The citation is that of the command; the button says that it worked, and so is heard."""
    opened = open_page(pages[lang].as_uri())
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    item = opened.locator("#gezinshereniging_wachttijd")
    item.locator("summary").click()
    assert item.locator(".cite").is_hidden()
    opened.clock.install()
    copy = item.locator("[data-copy]")
    label = copy.inner_text()
    copy.click()
    done = {"nl": "Gekopieerd", "en": "Copied"}[lang]
    opened.wait_for_function(f"document.querySelector('#shown').textContent === '{done}'")
    assert copy.inner_text() == done
    answer = kic.cite(dataset, "gezinshereniging_wachttijd", period="2020")
    cited = citations.write(dataset, answer, "text", Style(lang=lang)).replace("\u00a0", " ")
    assert opened.evaluate("navigator.clipboard.readText()") == " ".join(cited.split())
    assert item.locator(".cite").is_visible()
    item.locator("[data-link]").click()
    opened.wait_for_function("navigator.clipboard.readText().then(t => t.startsWith('file:'))")
    address = f"{opened.url.partition('#')[0]}#gezinshereniging_wachttijd"
    assert opened.evaluate("navigator.clipboard.readText()") == address
    opened.clock.fast_forward(5000)
    opened.wait_for_function(
        "label => document.querySelector('#gezinshereniging_wachttijd [data-copy]').innerText"
        " === label",
        arg=label,
    )
    opened.context.clear_permissions()


def test_what_cannot_be_copied_is_there_to_select(page: Page) -> None:
    """Where no way works the button says so, and the text is in sight."""
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(); "
        "document.execCommand = () => false; }"
    )
    item = page.locator("#gezinshereniging_wachttijd")
    item.locator("summary").click()
    item.locator("[data-copy]").click()
    page.wait_for_function("document.querySelector('#shown').textContent.includes('selecteer')")
    assert item.locator(".cite").is_visible()


def test_what_is_shown_is_saved_as_csv(page: Page, dataset: kic.Dataset, tmp_path: Path) -> None:
    """All of it, or what was chosen; the file has the rows of kic show --format csv."""
    names: list[str] = []

    def saved() -> list[list[str]]:
        with page.expect_download() as download:
            page.locator("#csv").click()
        names.append(download.value.suggested_filename)
        path = tmp_path / "saved.csv"
        download.value.save_as(path)
        return [*csv.reader(StringIO(path.read_text("utf-8-sig"), newline=""))]

    def shown(**query: str) -> list[list[str]]:
        table = show_table(dataset, kic.show(dataset, **query))
        return [*csv.reader(StringIO(str(written("csv", table, Style()))))]

    assert saved() == shown()
    page.locator("#theme").select_option("jeugdhulp")
    page.locator("#region").select_option("caribisch")
    assert saved() == shown(theme="jeugdhulp", region="caribisch")
    page.locator("#q").fill("pleegzorg")
    assert [row[1] for row in saved()[1:]] == ["pleegzorg"]
    whole = "kinderrechten-in-cijfers-2020"
    chosen = f"{whole}-jeugdhulp-caribisch.csv"
    assert names == [f"{whole}.csv", chosen, chosen]


@each(
    ("asked", "items", "told"),
    [
        ("caribisch", 8, 2),  # the region, as its filter has it
        ("Bonaire", 8, 2),
        ("IND", 0, 1),  # and not every "kinderen"
        ("toeslagen", 0, 1),  # a concern, without a number
        ("zzz", 0, 0),
    ],
)
def test_search_finds_regions_and_what_is_told(
    page: Page, asked: str, items: int, told: int
) -> None:
    """By the names of a region and in sentences too; nothing is said not to be there that is."""
    page.locator("#q").fill(asked)
    assert page.locator(".item:visible").count() == items
    assert page.locator(".statements li:visible").count() == told
    is_nothing = page.locator("#shown").inner_text() == "Niets gevonden"
    assert is_nothing == (items + told == 0)
    page.locator("#q").fill("")


# ---------------------------------------------------------------------- other ways to read


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_opens_from_disk_and_asks_for_nothing(
    open_page: Open, pages: Pages, lang: Lang
) -> None:
    """No request but for the file itself, and nothing on the console: no violation either."""
    opened = open_page(pages[lang].as_uri())
    with heard(opened, "request", "console", "pageerror") as told:
        opened.reload(wait_until="networkidle")
    assert told == [opened.url]
    assert opened.locator("form").is_visible()  # its own script did run


def test_it_does_without_scripts(chromium: Browser, pages: Pages, dataset: kic.Dataset) -> None:
    """Everything is shown, citations too, and no form or button that could do nothing."""
    context = chromium.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(pages["nl"].as_uri())
    assert opened.locator("form").is_hidden()
    assert opened.locator(".item:visible").count() == len(dataset.indicators)
    opened.locator("#gezinshereniging_wachttijd summary").click()
    assert opened.locator("#cite-gezinshereniging_wachttijd").is_visible()
    assert opened.locator("button:visible").count() == 0
    context.close()


def test_a_walk_with_the_keyboard(page: Page) -> None:
    """Every stop is in the order of the page, has an outline, and nothing lies over it."""
    stops = page.locator(f":is({FOCUSABLE}):visible").count()
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
                    const order = [...document.querySelectorAll("{FOCUSABLE}")].filter(
                        (o) => o.checkVisibility());
                    return [order.indexOf(e), parseFloat(style.outlineWidth) >= 2
                        && style.outlineStyle !== "none", e.contains(top) || top?.contains(e)];
                }}"""
            )
        )
    assert seen == [[i, True, True] for i in range(stops)]


def test_a_region_alone_has_its_names_and_cautions(
    open_page: Open, tmp_path: Path, write: Write
) -> None:
    """No line of another region is needed to read those that are shown."""
    there = exact("2020", 2).replace("locator", 'region = "eiland", locator')
    text = indicator("a", exact("2020", 1) + there, 'caution = { nl = "Pas op.", en = "Beware." }')
    path = tmp_path / "a.html"
    path.write_text(report(kic.load(write(text)), "nl"), "utf-8")
    opened = open_page(f"{path.as_uri()}#region=eiland")
    [told] = opened.locator(".entry:visible").all_inner_texts()
    assert told.split("\n")[0] == "Eiland"
    assert told.endswith("Pas op.")
