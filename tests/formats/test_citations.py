"""Citations in every style, read back by programs."""

import json
import re
import warnings
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from citeproc import Citation as CslCitation
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

import kic
from kic.formats import Style
from kic.formats.cell_text import say
from kic.formats.citations import STYLES, write, write_whole
from kic.model import Lang, Period
from kic.table.place import in_words
from tests.conftest import MINIMAL, Write, exact, figure, indicator, saved, sequel

# ------------------------------------------------------------------------------- citing


def _cited(dataset: kic.Dataset, style: str, *names: str, **options: Any) -> str:
    lang, accessed = options.pop("lang", "nl"), options.pop("accessed", None)
    cited = kic.cite(dataset, *names, **options)
    return write(dataset, cited, style, Style(lang=lang), accessed)


_KIC = "kic, dataset kinderrechten-in-cijfers-2020"


def test_a_citation_is_of_the_figure(dataset: kic.Dataset) -> None:
    """The statement, the words of the source and their place, what limits it, from where."""
    text = _cited(dataset, "text", "kinderhandel_slachtoffers", region="nederland")
    place = "(Uitbuiting, zorgen, 1e punt)"
    assert text == (
        "Geregistreerde slachtoffers van kinderhandel, Nederland: 67 slachtoffers, geen jaar "
        f'genoemd. In de bron: "CoMensha registreerde 67 slachtoffers" {place}. Lacune: zicht op '
        f'de meeste slachtoffers: "De meeste slachtoffers zijn dus niet in beeld" {place}. Alleen '
        "wie is geregistreerd; niet te delen door de geschatte 1.300 meisjes. Nederland: De bron "
        "zegt niet of Caribisch Nederland meetelt. Telwijze: geteld in de periode. Registratie: "
        "weinig/niet van allen volgens de bron. Geregistreerd door: CoMensha. "
        'Kinderrechtencollectief, perssamenvatting van het rapport "Kinderrechten in Cijfers '
        '2020", 30 november 2021. '
        "https://www.defenceforchildren.nl/actueel/pers/algemeen/kinderrechten-in-cijfers-2020/ "
        f"[Omschrijving en noten: {_KIC}, versie 2.2.3]\n"
    )


def test_a_citation_in_english_is_marked_as_translated(dataset: kic.Dataset) -> None:
    """The words of the source stay as they are; what they mean in English is kic's."""
    [gap] = _cited(dataset, "text", "vroeghulp", lang="en").splitlines()
    assert ": no number, no year given. Gap: " in gap
    assert (
        '"verleent (of registreert) niet bij alle" (Juvenile justice, introduction, 2nd bullet; '
        'kic\'s translation: "does not give (or record) it for all").'
    ) in gap
    [word] = _cited(dataset, "text", "kinderpardon_afwijzing", lang="en").splitlines()
    assert ': "honderden" (kic\'s translation: "hundreds"), no year given, no number.' in word
    assert 'In the source: "Honderden kinderen" (Migration, introduction, 3rd bullet).' in word
    trend = _cited(dataset, "text", "veilig_thuis_meldingen", lang="en")
    assert 'een lichte afname" (Child abuse, figures, 1st bullet)' in trend
    assert "The source gives a direction too: down." in trend
    population = _cited(dataset, "text", "jji_voorlopige_hechtenis", lang="en")
    assert "Population: " in population


def test_a_number_of_a_day_is_as_things_stood_that_day(write: Write) -> None:
    """A day has no end; a period has."""
    rest = 'qualifier = "exact", value = 9, measure = "end_of_period"'
    days = figure("2020-12-31", rest) + figure("2021", rest)
    own = kic.load(write(indicator("a", days)))
    day, year = _cited(own, "text", "a").split("\n\n")
    assert "Telwijze: stand op 31 december 2020." in day
    assert "Telwijze: stand aan het eind van de periode." in year
    day, _ = _cited(own, "text", "a", lang="en").split("\n\n")
    assert "Method: as it stood on 31 December 2020." in day


@pytest.mark.parametrize(
    ("published", "told", "parts", "fields"),
    [
        ("2021-11-30", "30 november 2021", [2021, 11, 30], ["2021", "nov"]),
        ('"2021-11"', "november 2021", [2021, 11], ["2021", "nov"]),
        ('"2021"', "2021", [2021], ["2021", None]),
    ],
)
def test_no_day_or_month_of_a_publication_is_invented(
    tmp_path: Path, published: str, told: str, parts: list[int], fields: list[str | None]
) -> None:
    """In every style the date is as exact as it is known, and no more."""
    head = MINIMAL.replace('title = "Titel"', f'title = "Titel"\npublished = {published}')
    own = kic.load(saved(tmp_path / "own.toml", head + indicator("a", exact("2020", 1))))
    assert f'Uitgever, "Titel", {told}.' in _cited(own, "text", "a")
    [item] = json.loads(_cited(own, "csl-json", "a"))
    assert item["issued"] == {"date-parts": [parts]}
    [entry] = parse_string(_cited(own, "bibtex", "a")).entries
    assert [entry.get(name) and entry[name] for name in ("year", "month")] == fields


def test_only_what_is_told_has_its_source_told(tmp_path: Path) -> None:
    """A caution with the publication that gives it; not the one that gave the break."""
    other = '[sources.ander]\npublisher = "Ander"\ntitle = "Anders"\n'
    said = 'caution = { nl = "Let op.", en = "Mind." }, caution_source = "ander"'
    broken = figure("2020", f'qualifier = "exact", value = 9, status = "B", {said}')
    first = saved(tmp_path / "1.toml", MINIMAL + other + indicator("a", broken))
    text = sequel(exact("2020", 9))
    earlier = "With the earlier figure: Mind."
    for again, told in ((text, "Mind."), (text.replace("= 9", "= 8"), earlier)):
        own = kic.load([first, saved(tmp_path / "2.toml", again)])
        line = _cited(own, "text", "a", lang="en")
        assert f'Break in the series. {told} Source of that: Ander, "Anders".' in line.replace(
            'Revised: earlier "x" in Uitgever, "Titel". ', ""
        )
        assert line.count("Source of that") == 1


def test_a_school_year_is_cited_as_one(write: Write) -> None:
    """Its key has no blank, and is not that of the total over the same years."""
    both = exact("2019/2020 school", 9) + exact("2019/2020 total", 20)
    own = kic.load(write(indicator("a", both)))
    told = _cited(own, "bibtex", "a", lang="en")
    assert [e.key for e in parse_string(told).entries] == [
        "a-2019-2020-school-nederland",
        "a-2019-2020-nederland",
    ]
    assert "9 children, school year 2019-2020" in told
    assert "20 children, 2019-2020" in told


@pytest.mark.parametrize("style", STYLES)
def test_what_kic_adds_is_marked_as_its_own(dataset: kic.Dataset, style: str) -> None:
    """Corrected, unconfirmed and inferred figures in every style, already in what is its title."""

    def cited(*names: str, **options: Any) -> str:
        return _cited(dataset, style, *names, lang="en", **options).replace('\\"', '"')

    corrected = cited("gesloten_jeugdzorg")
    assert (
        '2,080 children in 2020 (corrected; printed: "080 kinderen"; inferred by kic: year)'
    ) in corrected
    assert 'In the source: "080 kinderen" (Youth care, figures, 4th bullet).' in corrected
    assert "Corrected by kic. kic takes it that the first digit" in corrected
    assert "May include adults" in corrected
    assert "an estimated 1,300 girls" in cited("seksuele_uitbuiting_meisjes")
    doubted = cited("inverzekering_onder_12")
    assert "in 2020 (inferred by kic: year; not confirmed, as kic reads the source)" in doubted
    assert "Not confirmed" not in doubted  # once is enough
    assert "(inferred by kic: break in the series)" in cited("kinderarmoede")
    counted = cited("ots", period="2020", region="bes")
    assert "Method: number at the end of the period (inferred by kic)." in counted
    assert "over 21,000 children" in cited("pleegzorg", region="nederland")
    concluded = cited("helpdesk_dakloosheid", period="2018")
    assert "the source does not say so; inferred by kic." in concluded
    assert "1 of the 3 planned." in cited("servicecentrum_gerealiseerd")
    assert "Source of that: Centraal Bureau voor de Statistiek" in cited("pleegzorg")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_caution_and_quotation_is_in_the_citation(
    dataset: kic.Dataset, style: str, lang: Lang
) -> None:
    """Of each figure and each gap, to the letter; and no code of a list."""
    for record in dataset.records:
        told = _cited(
            dataset,
            style,
            record.indicator,
            region=record.region,
            period=record.period.text,
            lang=lang,
        )
        if style == "bibtex":
            told = told.replace("\\", "")
        if style == "csl-json":
            told = told.replace('\\"', '"')
        gap = record.gap
        quotations = (record.as_printed, gap and gap.as_printed)
        assert all(f'"{words}"' in told for words in quotations if words), record.key
        texts = (*record.cautions, *((gap.missing,) if gap else ()))
        assert all(say(words, lang) in told for words in texts), record.key
        assert say(in_words(dataset, record.locator or ""), lang) in told, record.key
        assert "Status" not in told


def test_the_day_of_access_is_in_every_style(dataset: kic.Dataset) -> None:
    """As each style writes it, and only if it is told."""
    options: dict[str, Any] = {"period": "2020", "accessed": Period.parse("2026-11-27")}
    text = _cited(dataset, "text", "nareis", **options)
    assert "/ Geraadpleegd op 27 november 2026. [" in text
    assert "/ Accessed 27 November 2026. [" in _cited(
        dataset, "text", "nareis", lang="en", **options
    )
    [entry] = parse_string(_cited(dataset, "bibtex", "nareis", **options)).entries
    assert entry["urldate"] == "2026-11-27"
    [item] = json.loads(_cited(dataset, "csl-json", "nareis", **options))
    assert item["accessed"] == {"date-parts": [[2026, 11, 27]]}
    for style in STYLES:
        told = _cited(dataset, style, "nareis")
        assert not re.search("Geraadpleegd|urldate|accessed", told)


def test_bibtex_is_read_by_a_parser(dataset: kic.Dataset) -> None:
    """Every figure of the dataset becomes an entry, with a key of its own, without loss."""
    cited = kic.cite(dataset, *dataset.indicators)
    library = parse_string(write(dataset, cited, "bibtex", Style()))
    assert library.failed_blocks == []
    assert len(library.entries_dict) == len(library.entries) == len(dataset.records)
    entry = library.entries_dict["gezinshereniging_wachttijd-2020-nederland"]
    assert entry["year"] == "2021"
    assert entry["month"] == "nov"
    assert entry["url"].startswith("https://www.defenceforchildren.nl/")
    assert "289 dagen" in entry["title"]
    assert entry["howpublished"] == (
        'perssamenvatting van het rapport "Kinderrechten in Cijfers 2020", '
        "Migratie, cijfers, 3e punt"
    )
    gap = library.entries_dict["corona_gevolgen-2020-nederland"]
    assert gap["title"] == "{De precieze impact van corona, Nederland: geen getal over 2020}"
    assert '"nog niet goed af te leiden" (Slot, 1e alinea)' in gap["note"]
    assert entry["version"] == "2.2.3"


def test_bibtex_escapes_what_tex_would_run(tmp_path: Any) -> None:
    """A label with TeX in it is text."""
    path = tmp_path / "x.toml"
    label = r"100% \input{x} & $a_b^c$ ~#"
    text = indicator("a", exact("2020", 1)).replace("Over a", label.replace("\\", "\\\\"))
    path.write_text(MINIMAL + text, "utf-8")
    written = _cited(kic.load(path), "bibtex", "a")
    assert r"100\% \textbackslash{}input\textbraceleft{}x\textbraceright{} \& \$a\_b" in written
    assert r"\textasciicircum{}c\$" in written


def _csl_names() -> tuple[set[str], set[str]]:
    """The item types and variables that the official CSL schema knows."""
    schemas = files("citeproc") / "data" / "schema" / "schemas" / "styles"
    read = [(schemas / f"csl-{n}.rnc").read_text("utf-8") for n in ("types", "variables")]
    types, variables = (set(re.findall(r'"([A-Za-z-]+)"', text)) for text in read)
    return types, variables


def test_csl_json_is_valid_and_can_be_rendered(dataset: kic.Dataset) -> None:
    """Only types and variables of the CSL schema, and a processor makes a reference of it."""
    types, variables = _csl_names()
    accessed = Period.parse("2026-11-27")
    items = json.loads(_cited(dataset, "csl-json", *dataset.indicators, accessed=accessed))
    assert len(items) == len(dataset.records)
    for item in items:
        assert item["type"] in types
        assert set(item) - {"id", "type", "language"} <= variables
        for name in item["author"]:
            assert set(name) == {"literal"}
        [day] = item["issued"]["date-parts"]
        assert day == [2021, 11, 30]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        key = "gezinshereniging_wachttijd-2020-nederland"
        bibliography.register(CslCitation([CitationItem(key)]))
        [entry] = bibliography.bibliography()
    assert "289 dagen" in str(entry)
    assert "Kinderrechtencollectief" in str(entry)


def test_a_number_of_an_english_page_is_quoted_in_english(tmp_path: Path) -> None:
    """A word that stands for a number is that of the page; the translation is marked as such."""
    layout = '\n[sources.bron.layout]\nlang = "en"\n'
    word = 'qualifier = "words", words = { nl = "honderden", en = "hundreds" }'
    text = MINIMAL + layout + indicator("a", figure("2020", word))
    own = kic.load(saved(tmp_path / "own.toml", text))
    told = _cited(own, "text", "a")
    assert '"hundreds"' in told
    assert told.index("hundreds") < told.index("honderden")


def test_where_nothing_is_printed_the_place_is_cited(write: Write) -> None:
    """So that a reader finds what the source says there in the place of a number."""
    silent = '{ period = "2020", locator = "thema/cijfers/1", reason = "not_stated" },'
    told = _cited(kic.load(write(indicator("a", silent))), "text", "a", lang="en")
    assert "Theme, figures, 1st bullet" in told


def test_a_secret_number_is_cited_as_one(write: Write) -> None:
    """That the source has it and keeps it is not that nobody knows."""
    secret = figure("2020", 'status = "Q"')
    told = _cited(kic.load(write(indicator("a", secret))), "text", "a", lang="en")
    assert "Suppressed: the source does not release the number" in told


def test_citations_are_rows_with_their_publication(dataset: kic.Dataset) -> None:
    """For whoever cites many figures from Python."""
    rows = kic.records(kic.cite(dataset, "nareis"), "en")
    assert rows
    assert {row["title"] for row in rows} == {"Kinderrechten in Cijfers 2020"}


def test_a_publication_as_a_whole_is_cited_in_every_style(dataset: kic.Dataset) -> None:
    """With the dataset of its figures, and no figure or place of one."""
    day = Period.parse("2026-11-27")
    text = write_whole(dataset, "text", Style(), day)
    [entry] = parse_string(write_whole(dataset, "bibtex", Style(), day)).entries
    [item] = json.loads(write_whole(dataset, "csl-json", Style(), day))
    title, name = "Kinderrechten in Cijfers 2020", "kinderrechten-in-cijfers-2020"
    assert f'"{title}"' in text
    assert (entry.key, entry["title"]) == (name, f"{{{title}}}")
    assert (item["id"], item["title"]) == (name, title)
    assert "section" not in item
