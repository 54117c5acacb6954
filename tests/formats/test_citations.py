"""Citations in every style, read back by programs."""

import json
import re
import warnings
from importlib.resources import files
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from citeproc import Citation as CslCitation
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON

import kic
from kic.formats import Style
from kic.formats.citations import STYLES, write
from tests.conftest import MINIMAL, exact, indicator

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
        "30 november 2021",
        "uitbuiting/zorgen/1",
        "https://www.defenceforchildren.nl/",
        "versie 2.1.0",
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
    assert "May include adults" in corrected
    assert "Period inferred by kic" in corrected
    assert "Estimate" in _cited(dataset, style, "seksuele_uitbuiting_meisjes", lang="en")
    doubted = _cited(dataset, style, "inverzekering_onder_12", lang="en")
    assert "Inferred by kic: not confirmed" in doubted
    counted = _cited(dataset, style, "ots", figure="2020:bes", lang="en")
    assert "Method: number at the end of the period (inferred by kic)" in counted
    bounded = _cited(dataset, style, "pleegzorg", figure="2020:nederland", lang="en")
    assert "Lower bound" in bounded


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
    assert entry["version"] == "2.1.0"


def test_bibtex_escapes_what_tex_would_run(tmp_path: Any) -> None:
    """A label with TeX in it is text."""
    path = tmp_path / "x.toml"
    label = r"100% \input{x} & $a_b^c$ ~#"
    text = indicator("a", exact("2020", 1)).replace("Over a", label.replace("\\", "\\\\"))
    path.write_text(MINIMAL + text, "utf-8")
    written = _cited(kic.load(path), "bibtex", "a")
    assert r"100\% \textbackslash{}input\{x\} \& \$a\_b\textasciicircum{}c\$" in written


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
