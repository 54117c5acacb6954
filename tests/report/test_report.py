"""The report: one page that holds everything, tells it once, and says how much it is."""

import csv
import json
import re
from copy import deepcopy
from io import StringIO
from xml.etree.ElementTree import Element

import pytest

import kic
from kic.dataset import context, embedded
from kic.formats import Style, citations
from kic.formats import write as written
from kic.formats.cell_text import cell, quantity, say
from kic.model import Lang, Qualifier, Reason, Record
from kic.model.errors import UsageError
from kic.model.wording import NOTHING, SENTENCES_ONLY, TREND, tallies
from kic.report import report, words
from kic.table.common import publication
from kic.table.figures import gap_words
from kic.table.place import in_words
from kic.table.show import show_table
from tests.conftest import Write, exact, figure, gaps, indicator
from tests.pages import embedded as data_of
from tests.pages import identified, named, parsed, said
from tests.rates import population
from tests.report.conftest import LANGUAGES, Pages, Roots


def _number(record: Record, lang: Lang) -> str:
    return quantity(record, lang).replace("\u00a0", " ")


# --------------------------------------------------------------------------- what it holds


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_figure_is_in_the_block_of_its_indicator(
    dataset: kic.Dataset, roots: Roots, lang: Lang
) -> None:
    """With its number or word, its words on the page and their place; and so is every gap."""
    root = roots[lang]
    for indicator_id in dict.fromkeys(r.indicator for r in dataset.records):
        block = identified(root, indicator_id)
        group = [e for e in named(root, "shared") if block in list(e.iter())]
        told = said(group[0] if group else block)
        for r in (r for r in dataset.records if r.indicator == indicator_id):
            assert say(r.label, lang) == said(next(block.iter("h4")))
            assert say(r.links.region.label, lang) in told or r.region == "nederland"
            assert (
                _number(r, lang) in told
                or r.gap
                or (r.trend and say(TREND[r.trend], lang) in told)
            )
            assert r.locator is None or say(in_words(dataset, r.locator), lang) in told
            assert all(x in told for x in (r.as_printed, r.trend_as_printed) if x), r.key
            assert all(say(note, lang) in told for note in (*r.cautions, *r.notes))
            if r.gap:
                assert cell(gap_words(r), Style(lang=lang)) in told
                assert group or say(r.gap.missing, lang) in told
            if r.correction:
                assert say(r.correction.reason, lang) in told
                assert dataset.sources[r.correction.source].title in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_else_is_on_the_page(dataset: kic.Dataset, roots: Roots, lang: Lang) -> None:
    """So are statements with their places, what regions leave open, sources and the licence."""
    root = roots[lang]
    text, footer = said(root), said(next(root.iter("footer")))
    for s in dataset.statements:
        assert say(s.summary, lang) in text
        assert say(in_words(dataset, s.locator), lang) in text
    assert all(say(r.note, lang) in text for r in dataset.regions.values() if r.note)
    for source in dataset.sources.values():
        assert cell(publication(source), Style(lang=lang)) in footer
        assert source.url is None or source.url in footer
        assert source.note is None or say(source.note, lang) in footer
    assert dataset.info.version in footer
    assert "Creative Commons" in footer


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_told_twice(dataset: kic.Dataset, roots: Roots, lang: Lang) -> None:
    """In a block no sentence is repeated, but for the citation, which has to be whole."""
    root = deepcopy(roots[lang])  # for parts of it are taken away
    for article in named(root, "item"):
        cite = next(named(article, "cite"))
        next(article.iter("details")).remove(cite)
        sentences = [said(p) for name in ("p", "dd", "h4") for p in article.iter(name)]
        # Of regions or figures apart the same may have to be said.
        alike = {said(p) for p in named(article, "caution")}
        told = [s for s in sentences if s and s not in alike]
        assert len(told) == len(set(told)), article.get("id")
    of_regions = [say(r.note, lang) for r in dataset.regions.values() if r.note]
    for cite in [*named(root, "cite")]:
        cite.clear()
    assert all(said(root).count(note) == 1 for note in of_regions)


def test_the_sentence_and_the_grid_count_as_the_commands_do(
    dataset: kic.Dataset, roots: Roots
) -> None:
    """The counts of the headline add up; every cell has the signs that gaps --grid counts."""
    root = roots["nl"]
    whole, *parts = map(int, re.findall(r"\d+", said(next(root.iter("h1")))))
    themes = kic.themes(dataset).themes
    assert whole == sum(parts) == sum(t.indicators for t in themes)
    assert parts == [
        sum(getattr(t, name) for t in themes) for name in ("with_number", "in_words", "neither")
    ]
    cells = [td for tr in next(named(root, "grid")).iter("tr") for td in tr.iter("td")]
    for shown, counted in zip(cells, kic.grid(dataset).cells, strict=True):
        titles = [a.get("title") or "" for a in shown.iter("a")]
        for code, meaning in tallies(dataset.by).items():
            ends = [t for t in titles if t.endswith(f": {meaning.nl}")]
            assert len(ends) == getattr(counted, code)
        assert len(titles) == sum(number for _, number in counted.counts)
        if not titles:
            silence = SENTENCES_ONLY if counted.statements else NOTHING
            assert said(shown).endswith(silence.nl)


def test_each_sign_leads_to_its_indicator_and_has_a_name(roots: Roots) -> None:
    """Who does not see it hears which indicator it is and what is known of it."""
    root = roots["en"]
    for link in next(named(root, "marks")).iter("a"):
        heard = said(next(named(link, "heard")))
        target = identified(root, (link.get("href") or "")[1:])
        assert heard == link.get("title")
        assert heard.startswith(f"{said(next(target.iter('h4')))}: ")


def test_a_theme_says_where_the_source_is_silent(dataset: kic.Dataset, roots: Roots) -> None:
    """A region of which a theme tells nothing is named, and never simply left out."""
    root = roots["nl"]
    found = {
        (section.get("data-theme"), p.get("data-region"), "zegt er iets over" in said(p))
        for section in named(root, "theme")
        for p in named(section, "silent")
    }
    cells = [c for c in kic.grid(dataset).cells if c.theme and not c.counts]
    assert found == {(c.theme, c.region, bool(c.statements)) for c in cells}


def test_gaps_that_share_a_sentence_stand_together(roots: Roots) -> None:
    """The sentence once, as large as a number, and below it what it is about."""
    [group] = named(roots["nl"], "shared")
    assert (
        said(next(named(group, "value"))) == '"niet op landelijk niveau structureel bijgehouden"'
    )
    assert len([*named(group, "item")]) == 5
    assert said(next(named(group, "soft"))) == "5 lacunes"


def test_ids_are_unique_and_links_lead_somewhere(roots: Roots) -> None:
    """Also those of the skip link, and the descriptions that elements point at."""
    root = roots["en"]
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    links = {e.get("href") or "" for e in root.iter("a")}
    pointed = {
        e.get(name) for e in root.iter() for name in ("aria-labelledby", "for", "data-copy")
    }
    used = {use.get("href") or use.get("{http://www.w3.org/1999/xlink}href") or ""
            for use in root.iter() if str(use.tag).endswith("use")}  # fmt: skip
    within = {link[1:] for link in links | used if link.startswith("#")}
    assert within | (pointed - {None}) <= set(ids)
    assert all(re.match(r"#|https?://", link) for link in links)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_csv_of_the_page_is_that_of_show(
    dataset: kic.Dataset, roots: Roots, lang: Lang
) -> None:
    """The rows that a reader saves are the very bytes of kic show --format csv."""
    rows = json.loads(data_of(roots[lang], "application/json"))
    saved = "".join(row for *_, row in rows)
    shown = str(written("csv", show_table(dataset, kic.show(dataset)), Style(lang=lang)))
    assert [*csv.reader(StringIO(saved))] == [*csv.reader(StringIO(shown))]
    assert [(i, r) for i, r, _ in rows[1:]] == [(r.indicator, r.region) for r in dataset.records]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_programs_read_what_the_dataset_is(dataset: kic.Dataset, roots: Roots, lang: Lang) -> None:
    """By schema.org: name, licence, what it is based on, what it measures, where and when."""
    told = json.loads(data_of(roots[lang], "application/ld+json"))
    assert (told["@context"], told["@type"]) == ("https://schema.org", "Dataset")
    assert told["name"] == say(dataset.title, lang)
    assert told["version"] == dataset.info.version
    assert told["license"].startswith("https://creativecommons.org/")
    assert told["isBasedOn"]["publisher"]["name"] == "Kinderrechtencollectief"
    assert [v["propertyID"] for v in told["variableMeasured"]] == [*dataset.indicators]
    assert {v.get("unitText") for v in told["variableMeasured"]} > {
        say(dataset.units["dagen"].label, lang)
    }
    home, *_ = told["spatialCoverage"]
    assert home["name"] == say(dataset.regions["nederland"].label, lang)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d", told["temporalCoverage"])
    assert len(told["description"]) >= 50
    assert told["distribution"][0]["encodingFormat"] == "text/csv"


def test_how_to_cite_is_what_cite_says(dataset: kic.Dataset, roots: Roots) -> None:
    """The citation of an indicator on the page is that of the command."""
    root = roots["nl"]
    cited = citations.write(
        dataset, kic.cite(dataset, "jeugdhulp_zonder_verblijf"), "text", Style()
    )
    shown = said(identified(root, "cite-jeugdhulp_zonder_verblijf"))
    assert shown == " ".join(cited.replace("\u00a0", " ").split())


# ------------------------------------------------------------------------- what begins it


def _cards(root: Element) -> list[str]:
    links = (a.get("href") for card in named(root, "card") for a in card.iter("a"))
    return [(link or "")[1:] for link in links]


def test_the_page_begins_with_what_the_dataset_names(dataset: kic.Dataset, roots: Roots) -> None:
    """Its highlights in their order; of some themes, those of them."""
    assert _cards(roots["nl"]) == [*dataset.info.highlights]
    assert _cards(parsed(report(dataset, "nl", "migratie"))) == ["gezinshereniging_wachttijd"]


def test_without_highlights_a_rule_chooses(write: Write) -> None:
    """Two that changed, else two numbers, and two gaps, of different themes, in turns."""
    theme = '[themes.ander]\nlabel = { nl = "Ander", en = "Other" }\n'

    def gap(name: str) -> str:
        return indicator(name, figure("2020", 'reason = "unclear"'), gaps('kind = "unclear"'))

    text = (
        indicator("vast", exact("2020", 3))
        + indicator("meer", exact("2019", 100) + exact("2020", 120))
        + gap("leeg")
        + gap("leger")
        + gap("anders").replace('theme = "thema"', 'theme = "ander"').replace("thema/", "ander/")
    )
    dataset = kic.load(write(theme + text))
    assert _cards(parsed(report(dataset))) == ["meer", "leeg", "anders"]


def test_a_card_of_a_gap_is_one_like_any_other(roots: Roots) -> None:
    """What the source says stands where a number would, and the change below a number."""
    cards = named(roots["nl"], "card")
    first, second, *_ = (" ".join(map(said, card.iter("p"))) for card in cards)
    assert first == (
        "Migratie 289 dagen in 2020 Gem. wachttijd gezinshereniging 56 meer dan in 2019 (+24,0%)"
    )
    assert second == (
        'Jeugdhulp · lacune "niet op landelijk niveau structureel bijgehouden" '
        "Gem. wachttijd jeugdhulp en -bescherming"
    )


# ------------------------------------------------------------------------ other datasets


def test_only_some_themes(dataset: kic.Dataset) -> None:
    """A choice of themes limits figures, counts, search and sources alike."""
    root = parsed(report(dataset, "nl", ["migratie", "armoede"]))
    assert [e.get("data-theme") for e in named(root, "theme")] == ["migratie", "armoede"]
    assert said(next(root.iter("h1"))).startswith(
        "Van de 17 indicatoren hier geeft de bron bij 8 een getal"
    )
    assert "Jeugdhulp" not in said(root)
    assert "Skipr" not in said(next(root.iter("footer")))
    with pytest.raises(UsageError):
        report(dataset, "nl", "geen_thema")


def test_it_is_small_and_always_the_same(pages: Pages) -> None:
    """Two readings of one dataset give the same bytes, few enough for any mailbox."""
    for lang, path in pages.items():
        page = path.read_text("utf-8")
        assert page == report(kic.load(), lang)
        assert len(page.encode()) < 400_000


def test_a_dataset_of_one_figure(write: Write) -> None:
    """A dataset of one figure is a page too; a region that nothing is told of has no column."""
    root = parsed(report(kic.load(write(indicator("iets", exact("2020", 3)))), "nl"))
    assert "Eiland" not in said(root)
    assert said(next(root.iter("h1"))) == "Van 1 indicator hier geeft de bron een getal."


def test_several_editions_are_each_named(dataset: kic.Dataset) -> None:
    """A page about several datasets names them all, with their sources and licences."""
    both = kic.load([embedded(), context()])
    root = parsed(report(both, "nl"))
    head, footer = said(next(root.iter("header"))), said(next(root.iter("footer")))
    for info in both.editions:
        assert dataset.title.nl in head
        assert cell(publication(both.sources[info.source]), Style()) in head
        assert f"{info.id}, versie {info.version}" in footer
    assert len([*named(root, "item")]) == len(both.indicators) > len(dataset.indicators)


def test_the_words_of_several_figures_have_their_numbers_with_them(write: Write) -> None:
    """Those of one figure need not repeat it, for it stands above them."""
    dataset = kic.load(write(indicator("a", exact("2019", 1) + exact("2020", 2))))
    root = parsed(report(dataset, "nl"))
    figures = [said(li) for li in next(named(root, "figures")).iter("li")]
    assert figures == [
        f'{year} · Nederland · {n} kinderen · "x" [Thema, cijfers, 1e punt]'
        for n, year in ((1, 2019), (2, 2020))
    ]


# ------------------------------------------------------------------------------- numbers


def test_every_way_to_give_a_value_is_explained() -> None:
    """A new qualifier or reason gets its explanation on the page too."""
    assert set(words.QUALIFIERS) == set(Qualifier)
    assert set(words.REASONS) == set(Reason)


def test_values_are_explained_with_values_of_the_page(dataset: kic.Dataset, roots: Roots) -> None:
    """It explains every kind of value there is, and none that there is not."""

    def explained(root: Element) -> str:
        return said(next(next(root.iter("footer")).iter("details")))

    told = explained(roots["en"])
    for shown in ("over 397,000", "fewer than 5", "an estimated 1,300", '"hundreds"', "unclear"):
        assert shown in told
    assert "few, or not of all" in told
    assert "few, or not of all" not in explained(parsed(report(dataset, "en", "armoede")))


def test_a_disputed_or_corrected_number_is_no_example(write: Write) -> None:
    """Of an exact number the example is one that nobody doubts."""
    disputed = figure("2020", 'qualifier = "exact", value = 12, status = "V"')
    dataset = kic.load(write(indicator("a", disputed + exact("2021", 9))))
    footer = next(parsed(report(dataset, "nl")).iter("footer"))
    assert said(next(footer.iter("dt"))) == "9"


def test_every_population_of_a_rate_is_named(write: Write) -> None:
    """With its cautions: those of the region that comes out highest too."""
    there = 'qualifier = "exact", value = {}, region = "eiland"'
    provisional = figure("2020", there.format(1000) + ', status = "P"')
    text = population(exact("2020", 1000) + provisional)
    children = exact("2020", 10) + figure("2020", there.format(30))
    text += indicator("a", children, 'ages = "0-17"')
    told = said(identified(parsed(report(kic.load(write(text)), "en")), "a"))
    assert "kic divided by: About inwoners, Netherlands, 2020: 1,000 children." in told
    assert "Island, 2020: 1,000 children. Provisional figure." in told


def test_a_plan_with_a_rate_is_said_to_be_one_once(write: Write) -> None:
    """The caution of the number holds for its rate too."""
    plan = 'qualifier = "exact", value = {}, measure = "target"'
    children = figure("2020", plan.format(5))
    children += figure("2020", f'{plan.format(3)}, region = "eiland"')
    people = exact("2020", 100)
    people += figure("2020", 'qualifier = "exact", value = 50, region = "eiland"')
    text = population(people) + indicator("a", children, 'ages = "0-17"')
    told = said(identified(parsed(report(kic.load(write(text)), "en")), "a"))
    assert told.count("A plan, not an outcome.") == 2  # of each region


def test_rates_stand_only_where_regions_are_compared(roots: Roots) -> None:
    """With what they come to, what divided them and the reason where there is none."""
    root = roots["nl"]
    with_rates = [e.get("id") for e in named(root, "item") if "Per 1.000" in said(e)]
    assert with_rates == ["ondertoezichtstelling"]
    told = said(identified(root, "ondertoezichtstelling"))
    assert "Per 1.000: 9,3 (9,2 tot 9,5)" in told
    assert "Het naaste bevolkingscijfer is van 2018." in told
    assert "niet te zeggen waar het naar verhouding hoger is" in told
    assert "Landelijke Jeugdmonitor 2021" in said(next(root.iter("footer")))


def test_what_is_secret_of_a_year_stands_beside_the_number_of_another(write: Write) -> None:
    """A region with one number has no columns that would show it."""
    secret = figure("2020", 'status = "Q"')
    dataset = kic.load(write(indicator("a", exact("2019", 6) + secret)))
    page = " ".join(said(parsed(report(dataset, "en"))).split())
    assert "6 children in 2019 2020: suppressed, says the source" in page


def test_a_rate_is_as_certain_as_what_divided_it(write: Write) -> None:
    """What the population is not certain of stands with the rate, and not only below it."""
    island = figure("2020", 'qualifier = "exact", value = 5, region = "eiland"')
    people = "".join(
        figure("2020", f'qualifier = "exact", value = 1000, status = "P"{region}')
        for region in ("", ', region = "eiland"')
    )
    text = indicator("a", exact("2020", 6) + island, 'ages = "0-17"') + population(people)
    page = " ".join(said(parsed(report(kic.load(write(text)), "en"))).split())
    assert len(re.findall(r"Per 1,000: \d.0\s?About inwoners: provisional", page)) == 2
