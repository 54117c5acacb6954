"""Reading Dutch numbers, and holding a dataset against the page it was typed from."""

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from kic.dataset import embedded
from kic.dataset.coverage import spans
from kic.dataset.dutch import readings
from kic.dataset.page import passages
from kic.dataset.validation import as_data, as_lines, validate
from kic.model import Layout
from kic.model.digits import number
from tests.conftest import MINIMAL, figure, gaps, indicator, saved

READ = {
    "Ruim 397 duizend kinderen": [(397_000, "at_least")],
    "ruim 5.300 kinderen": [(5_300, "at_least")],
    "minder dan vijf kinderen": [(5, "less_than")],
    "minder dan 5 aanvragen": [(5, "less_than")],
    "naar schatting alleen al 1.300 meisjes": [(1_300, "estimate")],
    "twee gezinnen": [(2, "exact")],
    "vier van hen": [(4, "exact")],
    "twaalf gezinnen": [(12, "exact")],
    "driehonderdvijftig": [(350, "exact")],
    "30.850": [(30_850, "exact")],
    "2 080 in 2020": [(2_080, "exact"), (2020, "exact")],
    "080 kinderen": [(80, "exact")],
    "68%": [(68, "exact")],
    "64% en 36%": [(64, "exact"), (36, "exact")],
    "24,5 dagen": [(24.5, "exact")],
    "1,5 miljoen": [(1_500_000, "exact")],
    "geen verzoeken": [(0, "exact")],
    "nooit": [(0, "exact")],
    "Honderden kinderen": [(None, "exact")],
    "één locatie": [(1, "exact")],
    "een kind en de ene of de andere": [],
    "2017 - 2018": [(2017, "exact"), (2018, "exact")],
    "Covid19": [(19, "exact")],
    "van 233 dagen naar 289": [(233, "exact"), (289, "exact")],
    "zonder getal": [],
}


@pytest.mark.parametrize("text", READ)
def test_numbers_are_read_as_the_dutch_write_them(text: str) -> None:
    """Digits, number words, scales, bounds and estimates; an article is no number."""
    assert [(r.value, r.qualifier) for r in readings(text)] == READ[text]


@given(st.integers(0, 10**9))
def test_what_is_written_in_dutch_is_read_back(value: int) -> None:
    """The numbers that kic writes, it reads."""
    [read] = readings(f"in totaal {number(value, 'nl')} kinderen")
    assert (read.value, read.qualifier) == (value, "exact")


LAYOUT = """
[sources.bron.layout]
bullet = "-"
themes = { thema = "Over het thema:" }
lists = { inleiding = "", cijfers = "Cijfers:" }
paragraphs = { "slot/1" = "Ten slotte" }
"""

PAGE = """Kop van de pagina

Over het thema:
 - In 2020 is er veel te doen.

Cijfers:
 - Er waren 120 kinderen in 2019 en ruim 130 in 2020.
 - Naar schatting 30 van hen zijn jonger dan 12 jaar.

Ten slotte is er niets bekend.
"""


def _dataset(tmp_path: Path, *changes: tuple[str, str]) -> Path:
    figures = (
        '{ period = "2019", qualifier = "exact", value = 120, as_printed = "120 kinderen", '
        'locator = "thema/cijfers/1" },\n'
        '{ period = "2020", qualifier = "at_least", value = 130, as_printed = "ruim 130", '
        'locator = "thema/cijfers/1" },\n'
    )
    young = (
        '{ period = "2020", inferred = ["period"], qualifier = "estimate", value = 30, '
        'as_printed = "Naar schatting 30", locator = "thema/cijfers/2" },\n'
    )
    rest = (
        '[[statements]]\ntheme = "thema"\nregion = "nederland"\nkind = "concern"\n'
        'period = "2020"\nlocator = "thema/inleiding/1"\nsummary = { nl = "x", en = "y" }\n'
        '[[not_figures]]\nlocator = "thema/cijfers/2"\nas_printed = "jonger dan 12"\n'
        'reason = { nl = "x", en = "y" }\n'
    )
    text = MINIMAL + LAYOUT + indicator("a", figures) + indicator("b", young) + rest
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "figures.toml"
    path.write_text(text, "utf-8")
    return path


def _files(page: Path, *paths: Path) -> list[dict[str, Any]]:
    """What is said of files held against a page, as JSON has it."""
    files: list[dict[str, Any]] = json.loads(json.dumps(as_data(validate(paths, page))))["files"]
    return files


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A small page in a layout of its own."""
    path = tmp_path / "page.txt"
    path.write_text(PAGE, "utf-8")
    return path


def test_a_page_is_taken_apart_by_its_layout() -> None:
    """Headings, lists and bullets become locators; no code knows the page."""
    layout = Layout.model_validate(tomli.loads(LAYOUT)["sources"]["bron"]["layout"])
    assert {p.locator: p.line for p in passages(PAGE, layout)} == {
        "thema/inleiding/1": 4,
        "thema/cijfers/1": 7,
        "thema/cijfers/2": 8,
        "slot/1": 10,
    }


def test_a_faithful_dataset_covers_its_page(tmp_path: Path, page: Path) -> None:
    """Every bullet and every numeral is accounted for."""
    [report] = validate([_dataset(tmp_path)], page)
    assert report.passes(strict=False), report.problems
    assert (
        f"{page}: 3 of 3 bullets accounted for; numerals: 6 claimed, 1 set aside, 0 missed"
        in as_lines([report])
    )


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("value = 120", "value = 121"), "'120 kinderen' reads as exact 120 (found exact 121)"),
        (
            ('qualifier = "at_least", value = 130', 'qualifier = "exact", value = 130'),
            "'ruim 130' reads as at_least 130 (found exact 130)",
        ),
        (
            ('value = 130, as_printed = "ruim 130"', 'value = 13, as_printed = "ruim 13"'),
            "'ruim 13' reads as no number (found at_least 13)",
        ),
        (
            (
                'qualifier = "at_least", value = 130, as_printed = "ruim 130"',
                'qualifier = "exact", value = 130, as_printed = "130"',
            ),
            "'130' reads as at_least 130 (found exact 130)",
        ),
        (('period = "2019"', 'period = "2016"'), "the page prints no 2016 there"),
        (
            ('"120 kinderen"', '"120 meisjes"'),
            "'120 meisjes' does not stand at thema/cijfers/1 of the page",
        ),
        (("thema/cijfers/2", "thema/cijfers/3"), "the page has no thema/cijfers/3"),
        (
            ('as_printed = "jonger dan 12"', 'as_printed = "jonger"'),
            "page.txt:8: thema/cijfers/2: no record claims the number in 'hen zijn jonger dan 12",
        ),
        (
            ("thema/inleiding/1", "thema/cijfers/1"),
            "page.txt:4: thema/inleiding/1: nothing accounts for this bullet",
        ),
        (
            ('"120 kinderen"', '"120 ... ruim 130"'),
            "'120 ... ruim 130' holds several numbers; quote one",
        ),
        (
            ('"120 kinderen"', '"in 2019 ... 120"'),
            "'in 2019 ... 120' does not stand at thema/cijfers/1 of the page",
        ),
        (('"120 kinderen"', '"120 kind"'), "'120 kind' does not stand at thema/cijfers/1"),
        (
            ('value = 120, as_printed = "120', 'value = 20, as_printed = "20'),
            "'20 kinderen' does not stand at thema/cijfers/1 of the page",
        ),
        (
            ('"ruim 130"', '"in 2019 ... ruim 130"'),
            "'in 2019 ... ruim 130' holds several numbers; quote one",
        ),
        (
            ('"120 kinderen"', '"waren ... kinderen in 2019"'),
            "'waren ... kinderen in 2019' reads as exact 2019 (found exact 120)",
        ),
        (
            ('"ruim 130"', '"ruim 130 ... en", trend = "up", trend_as_printed = "en"'),
            "'ruim 130 ... en' does not stand at thema/cijfers/1 of the page",
        ),
    ],
)
def test_what_disagrees_with_the_page_is_told(
    tmp_path: Path, page: Path, change: tuple[str, str], told: str
) -> None:
    """A number, a bound, a phrase, a place, a numeral, a bullet: each with its line."""
    [report] = validate([_dataset(tmp_path, change)], page)
    assert not report.passes(strict=False)
    *lines, _ = as_lines([report])
    assert [line for line in lines if told in line]
    assert all(line.startswith(str(tmp_path)) for line in lines)


@pytest.mark.parametrize(
    "change",
    [
        ('"120 kinderen"', '"waren 120 kinderen in 2019"'),
        ('"120 kinderen"', '"waren ... 120 kinderen ... in 2019"'),
        ('"ruim 130"', '"ruim 130 ... in 2020"'),
        ('"ruim 130"', '"en ruim 130", trend = "up", trend_as_printed = "en ruim"'),
    ],
)
def test_a_quotation_leaves_out_what_it_says(
    tmp_path: Path, page: Path, change: tuple[str, str]
) -> None:
    """Pieces in the order of the page hold the number, and the year that is quoted is none."""
    [report] = validate([_dataset(tmp_path, change)], page)
    assert report.passes(strict=False), report.problems


@pytest.mark.parametrize(
    ("quoted", "told"),
    [
        ("niets bekend", None),
        ("Ten slotte ... niets bekend", None),
        ("niets bekend ... Ten slotte", "'niets bekend ... Ten slotte' does not stand at slot/1"),
        ("iets bekend", "'iets bekend' does not stand at slot/1 of the page"),
        ("Ten slot", "'Ten slot' does not stand at slot/1 of the page"),
    ],
)
def test_a_gap_is_quoted_to_the_letter(
    tmp_path: Path, page: Path, quoted: str, told: str | None
) -> None:
    """How strongly the page puts it has to stand where its figure says."""
    path = _dataset(tmp_path)
    figures = '{ period = "unknown", registration = "unavailable", locator = "slot/1" },'
    gap = gaps("").replace("geen cijfers", quoted)
    made = indicator("c", figures, gap).replace('theme = "thema"\n', "")
    path.write_text(path.read_text("utf-8").replace("[[statements]]", f"{made}[[statements]]"))
    [report] = validate([path], page)
    assert report.passes(strict=False) == (told is None)
    assert (told or "0 problems") in "\n".join(as_lines([report]))


SPANS = {
    ("120", "er waren 120 kinderen"): ["120"],
    ("120", "120, en 120 in 2019."): ["120", "120"],
    ("steeg ... 130", "het steeg in 2020 tot 130"): ["steeg", "130"],
    ("in ... in ... in", "in 2019, in 2020 en in 2021"): ["in", "in", "in"],
    ("in ... in", "in 2020"): [],
    ("130 ... steeg", "het steeg tot 130"): [],
    ("het steeg ... steeg tot", "het steeg tot 130"): [],
    ("steeg ... 140", "het steeg tot 130"): [],
    ("kind", "120 kinderen"): [],
    ("inderen", "120 kinderen"): [],
    ("één", "géén"): [],
    ("20", "in 2020"): [],
    ("130", "1.130 kinderen"): [],
    ("1", "1.130 kinderen"): [],
    ("24", "24,5 dagen"): [],
    ("5", "24,5 dagen"): [],
    ("120", "het zijn er 120."): ["120"],
    ("120.", "het zijn er 120."): ["120."],
    ("(2021)", "een rapport (2021) van"): ["(2021)"],
    ("a...b", "a...b"): ["a...b"],
    ("a...b", "a en b"): [],
}


@pytest.mark.parametrize(("phrase", "text"), SPANS)
def test_a_quotation_is_of_whole_words_in_their_order(phrase: str, text: str) -> None:
    """No piece is a part of a longer word or number, overlaps another, or comes before it."""
    assert [text[start:end] for start, end in spans(phrase, text)] == SPANS[phrase, text]


def test_another_page_than_the_embedded_one_is_told_of_words(tmp_path: Path, page: Path) -> None:
    """What "ruim" means was learnt from one page; the result says so on any other."""
    told = "words of exactness (as 'ruim', 'minder dan', 'naar schatting') are judged for the page"
    [report] = validate([_dataset(tmp_path)], page)
    assert report.passes(strict=False)
    [line] = [line for line in as_lines([report]) if "words of exactness" in line]
    assert line.startswith(f"{page}: note: {told}")
    copy = tmp_path / "copy.toml"
    copy.write_bytes(embedded().read_bytes())
    own, same = _files(page, _dataset(tmp_path), copy)
    [note] = own["page"]["notes"]
    assert note.startswith(told)
    assert same["page"]["notes"] == []
    assert "words of exactness" not in "\n".join(as_lines(validate([None], page)))


def test_an_edition_is_held_against_its_own_page(tmp_path: Path, page: Path) -> None:
    """Only what it adds counts, by the layout of its own source."""
    base = tmp_path / "base.toml"
    base.write_text(MINIMAL + LAYOUT + indicator("a", "") + indicator("b", ""), "utf-8")
    whole = _dataset(tmp_path).read_text("utf-8")
    added = "".join(
        f"[indicators.{name}]\n{block[block.index('figures = [') :]}"
        for name, block in zip("ab", whole.split("[indicators.")[1:], strict=True)
    )
    head = MINIMAL[: MINIMAL.index("[sources.bron]")].replace('"proef"', '"vervolg"')
    head = head.replace('source = "bron"', 'source = "vervolg"\nbuilds_on = "proef"')
    source = '[sources.vervolg]\npublisher = "x"\ntitle = "y"\n'
    layout = LAYOUT.replace("sources.bron", "sources.vervolg")
    edition = tmp_path / "edition.toml"
    edition.write_text(head + source + layout + added, "utf-8")
    first, second = _files(page, base, edition)
    assert first["page"] is None
    assert second["problems"] == []
    assert second["page"]["bullets_missed"] == []
    assert (second["page"]["claimed"], second["page"]["missed"]) == (6, [])


def test_coverage_as_data(tmp_path: Path, page: Path) -> None:
    """For a program the same, with lines and locators."""
    path = _dataset(tmp_path, ('as_printed = "jonger dan 12"', 'as_printed = "jonger"'))
    [told] = _files(page, path)
    assert told["page"]["bullets"] == 3
    assert [m["locator"] for m in told["page"]["missed"]] == ["thema/cijfers/2"]


@pytest.mark.parametrize("printed", ["afgerond 3.300", "3,3 duizend", "3.300"])
def test_a_rounded_number_is_found_on_its_page(tmp_path: Path, printed: str) -> None:
    """Whether the page says that it rounds or just does so; another number is told."""
    page = tmp_path / "page.txt"
    page.write_text(f"Over het thema:\n\n - In 2020 waren het {printed} kinderen.\n", "utf-8")
    path = tmp_path / "a.toml"
    for value, found in ((3300, 0), (3400, 1)):
        number = f'qualifier = "rounded", value = {value}, rounded_to = 100'
        text = indicator(
            "a",
            f'{{ period = "2020", {number}, as_printed = "{printed} kinderen", '
            'locator = "thema/inleiding/1" }',
        )
        path.write_text(MINIMAL + LAYOUT + text, "utf-8")
        [report] = validate([path], page)
        faults = [p for p in report.problems if f"(found rounded {value})" in str(p)]
        assert (report.passes(strict=False), len(faults)) == (not found, found)


PLAIN = """
[sources.bron.layout]
bullet = "•"
themes = { thema = "Thema" }
lists = { cijfers = "Cijfers" }
"""


@pytest.mark.parametrize("text", ["9" * 5000, f"{'9' * 400},5 miljoen", f"{'9' * 5000} duizend"])
def test_digits_without_end_on_a_page_are_told_as_missed(tmp_path: Path, text: str) -> None:
    """Digits that Python refuses to read, or that are no float, are a numeral like any other."""
    figures = indicator("a", figure("2020", 'qualifier = "exact", value = 5'))
    path = saved(tmp_path / "x.toml", MINIMAL + PLAIN + figures)
    page = saved(tmp_path / "page.txt", f"Thema\nCijfers\n• x 5 in 2020 {text}\n")
    lines = as_lines(validate([path], page))
    assert any("no record claims the number in" in line for line in lines)
    assert max(map(len, lines)) < 1000


def test_a_page_with_many_numbers_in_one_place_is_read_in_linear_time(tmp_path: Path) -> None:
    """Ten thousand numbers in a bullet, and hundreds of figures that stand in it."""
    years = range(1000, 1300)
    figures = "".join(
        f'{{ period = "{y}", locator = "thema/cijfers/1", as_printed = "{y} een", '
        'qualifier = "exact", value = 5 },\n'
        for y in years
    )
    path = saved(tmp_path / "x.toml", MINIMAL + PLAIN + indicator("a", figures))
    told = " ".join(f"{y} een" for y in years)
    text = f"Thema\nCijfers\n• {told} {'twintig 9.999 ' * 5_000}\n"
    start = process_time()
    [report] = validate([path], saved(tmp_path / "page.txt", text))
    assert process_time() - start < 30  # it takes two; with the square of them it takes minutes
    counted = f"{len(years)} claimed, 0 set aside, 10000 missed"
    assert any(counted in line for line in as_lines([report]))
