"""Finding a figure by the words people use, and citing it so that others find it again."""

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
from kic.formats.citations import STYLES, write
from kic.model.errors import UsageError
from tests.conftest import MINIMAL, Run, exact, indicator


@pytest.mark.parametrize(
    ("words", "first", "among"),
    [
        ("wachttijd", None, {"gezinshereniging_wachttijd", "jeugdhulp_wachttijd"}),
        ("dakloos", None, {"helpdesk_dakloosheid", "dakloze_jongvolwassenen"}),
        ("kinderhandle", "kinderhandel_slachtoffers", set()),
        ("amv", None, {"amv_aantal", "amv_vertrokken"}),
        ("family reunification", "gezinshereniging_wachttijd", set()),
        ("veilig thuis", "veilig_thuis_meldingen", {"veilig_thuis_adviezen", "hulp_na_melding"}),
        ("MIGRATIE", "migratie", set()),
        ("justitiele", None, {"jji_12_13"}),
        ("détention", None, {"vreemdelingenbewaring"}),
        ("waiting lists", None, {"wachtlijst_gezinnen", "jeugdhulp_wachtlijsten"}),
        ("8.753", "ondertoezichtstelling", set()),
    ],
)
def test_words_find_what_a_person_means(
    dataset: kic.Dataset, words: str, first: str | None, among: set[str]
) -> None:
    """By part of a word, in both languages, without accents, with a typing error."""
    hits = [hit.id for hit in kic.find(dataset, words).hits]
    assert first is None or hits[0] == first
    assert among <= set(hits)


def test_every_word_has_to_fit(dataset: kic.Dataset) -> None:
    """Two words narrow a search; a word that is nowhere finds nothing."""
    wide = {hit.id for hit in kic.find(dataset, "caribisch").hits}
    narrow = {hit.id for hit in kic.find(dataset, "caribisch migratie").hits}
    assert narrow < wide
    assert narrow == {"migratie_gegevens"}
    assert kic.find(dataset, "xyzzy").hits == ()
    assert kic.find(dataset, "").hits == ()


def test_a_hit_says_where_it_matched(dataset: kic.Dataset) -> None:
    """An alias, a note, a gap: the text with the words is shown."""
    where = {hit.id: (hit.matched, hit.match) for hit in kic.find(dataset, "pandemie").hits}
    assert where["corona_gevolgen"] == ("alias", "pandemie")
    assert where["amv_aantal"][0] == "note"
    for words in ("blijft onduidelijk", "remains unclear"):
        [unclear] = kic.find(dataset, words).hits
        assert (unclear.id, unclear.matched) == ("de_winter_opvolging", "gap")
        assert unclear.match == words
    for hit in kic.find(dataset, "loverboys").hits:
        assert "loverboys" in hit.match


# ------------------------------------------------------------------------------- citing


def _cited(dataset: kic.Dataset, style: str, *names: str, **options: Any) -> str:
    lang = options.pop("lang", "nl")
    return write(kic.cite(dataset, *names, **options), style, Style(lang=lang))


def test_a_citation_is_of_the_figure(dataset: kic.Dataset) -> None:
    """Everything that a reader needs to find it and to judge it again."""
    text = _cited(dataset, "text", "kinderhandel_slachtoffers", figure="unknown:nederland")
    for words in (
        "Geregistreerde slachtoffers van kinderhandel",
        "67 slachtoffers",
        "Nederland",
        "periode niet vermeld",
        "Alleen wie is geregistreerd",
        "Lacune: zicht op de meeste slachtoffers (genoemd door de bron)",
        "Registratie: weinig/niet van allen volgens de bron",
        "Geregistreerd door: CoMensha",
        "Status: A",
        "Kinderrechtencollectief",
        'perssamenvatting van het rapport "Kinderrechten in Cijfers 2020"',
        "2021-11-30",
        "uitbuiting/zorgen/1",
        "https://www.defenceforchildren.nl/",
        "versie 2.0.0",
    ):
        assert words in text
    population = _cited(dataset, "text", "jji_voorlopige_hechtenis", lang="en")
    assert "Population: all children in young offender institutions" in population


@pytest.mark.parametrize("style", STYLES)
def test_a_doubtful_figure_says_so_in_the_citation(dataset: kic.Dataset, style: str) -> None:
    """Corrected, estimated, unconfirmed, bounded and inferred figures in every style."""
    corrected = _cited(dataset, style, "gesloten_jeugdzorg", lang="en")
    printed = '\\"080 kinderen\\"' if style == "csl-json" else '"080 kinderen"'
    assert f"Corrected by kic: the source has {printed}. kic takes it that the first" in corrected
    assert "so not only children may be included" in corrected
    assert "Period inferred by kic" in corrected
    assert "Estimate" in _cited(dataset, style, "seksuele_uitbuiting_meisjes", lang="en")
    doubted = _cited(dataset, style, "inverzekering_onder_12", lang="en")
    assert "Inferred by kic: not confirmed" in doubted
    counted = _cited(dataset, style, "ots", figure="2020:bes", lang="en")
    assert "Method: number at the end of the period (inferred by kic)" in counted
    bounded = _cited(dataset, style, "pleegzorg", figure="2020:nederland", lang="en")
    assert "Lower bound" in bounded


def test_a_single_figure_can_be_picked(dataset: kic.Dataset) -> None:
    """By period, and by region where there are several."""
    one = kic.cite(dataset, "ots", figure="2020:bes").citations
    assert [c.record.value for c in one] == [48]
    assert len(kic.cite(dataset, "nareis", figure=["2019", "2020"]).citations) == 2
    with pytest.raises(UsageError, match="no figure '2018' here; there are 2019:nederland"):
        kic.cite(dataset, "nareis", figure="2018")
    with pytest.raises(UsageError, match="name the indicator to cite"):
        kic.cite(dataset)


def test_bibtex_is_read_by_a_parser(dataset: kic.Dataset) -> None:
    """Every figure of the dataset becomes an entry, with a key of its own, without loss."""
    cited = kic.cite(dataset, *dataset.indicators)
    library = parse_string(write(cited, "bibtex", Style()))
    assert library.failed_blocks == []
    assert len(library.entries_dict) == len(library.entries) == len(dataset.records)
    entry = library.entries_dict["gezinshereniging_wachttijd-2020-nederland"]
    assert entry["year"] == "2021"
    assert entry["month"] == "nov"
    assert entry["url"].startswith("https://www.defenceforchildren.nl/")
    assert "289 dagen" in entry["title"]
    assert entry["version"] == "2.0.0"


def test_bibtex_escapes_what_tex_would_run(tmp_path: Any) -> None:
    """A label with TeX in it is text."""
    path = tmp_path / "x.toml"
    label = r"100% \input{x} & $a_b^c$ ~#"
    text = indicator("a", exact("2020", 1)).replace("Over a", label.replace("\\", "\\\\"))
    path.write_text(MINIMAL + text, "utf-8")
    written = _cited(kic.load(path), "bibtex", "a")
    assert r"100\% \textbackslash{}input\{x\} \& \$a\_b\textasciicircum{}c\$" in written


@pytest.mark.parametrize(
    ("style", "written"), [("text", ""), ("bibtex", ""), ("csl-json", "[]\n")]
)
def test_no_figure_to_cite_is_said(tmp_path: Path, run: Run, style: str, written: str) -> None:
    """An indicator without figures has no citation, and a line says so."""
    path = tmp_path / "x.toml"
    path.write_text(MINIMAL + indicator("a", exact("2020", 1)) + indicator("b", ""), "utf-8")
    done = run("cite", "b", "--style", style, "--data", path)
    message = "kic: the answer is empty: there is no figure to cite.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, written, message)


def _csl_names() -> tuple[set[str], set[str]]:
    """The item types and variables that the official CSL schema knows."""
    schemas = files("citeproc") / "data" / "schema" / "schemas" / "styles"
    read = [(schemas / f"csl-{n}.rnc").read_text("utf-8") for n in ("types", "variables")]
    types, variables = (set(re.findall(r'"([A-Za-z-]+)"', text)) for text in read)
    return types, variables


def test_csl_json_is_valid_and_can_be_rendered(dataset: kic.Dataset) -> None:
    """Only types and variables of the CSL schema, and a processor makes a reference of it."""
    types, variables = _csl_names()
    items = json.loads(_cited(dataset, "csl-json", *dataset.indicators))
    assert len(items) == len(dataset.records)
    for item in items:
        assert item["type"] in types
        assert set(item) - {"id", "type", "language"} <= variables
        for name in item["author"]:
            assert set(name) == {"literal"}
        [date] = item["issued"]["date-parts"]
        assert date == [2021, 11, 30]
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
