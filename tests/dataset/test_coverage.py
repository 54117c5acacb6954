"""Holding a dataset against the page it was typed from."""

import json
from pathlib import Path
from typing import Any

import pytest

from kic.dataset.page.quotations import spans
from kic.dataset.validation import as_data, as_lines, validate
from kic.model.errors import UsageError
from tests.cases import each
from tests.conftest import MINIMAL, figure, gaps, indicator, saved
from tests.work import lines_run

LAYOUT = """
[sources.bron.layout]
lang = "nl"
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
 - Naar schatting 30 van hen zijn jonger dan 12 jaar, in 4 gemeenten.

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
        '[[not_figures]]\nlocator = "thema/cijfers/2"\nas_printed = "4 gemeenten"\n'
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


def test_a_source_without_a_layout_has_no_places(tmp_path: Path, page: Path) -> None:
    """The page cannot be taken apart then, which is told."""
    path = saved(tmp_path / "x.toml", MINIMAL + indicator("a", ""))
    with pytest.raises(UsageError, match="the source 'bron' has no 'layout' to find its places"):
        validate([path], page)


def test_a_faithful_dataset_covers_its_page(tmp_path: Path, page: Path) -> None:
    """Every bullet and every numeral is accounted for."""
    [report] = validate([_dataset(tmp_path)], page)
    assert report.passes(strict=False), report.problems
    assert (
        f"{page}: 3 of 3 bullets accounted for; numerals: 3 claimed, 1 set aside, 0 missed, "
        "0 in no place; 4 dates, ages and references" in as_lines([report])
    )
    assert f"{page}: 6 of 7 lines are in a declared place; 0 figures read by hand" in as_lines(
        [report]
    )


@each(
    ("change", "told"),
    [
        (("value = 120", "value = 121"), "'120 kinderen' reads as exact 120 (found exact 121)"),
        (
            ('qualifier = "at_least", value = 130', 'qualifier = "exact", value = 130'),
            "'ruim 130' reads as at_least 130 (found exact 130)",
        ),
        (
            ('value = 130, as_printed = "ruim 130"', 'value = 13, as_printed = "ruim 13"'),
            "'ruim 13' does not stand at thema/cijfers/1 of the page",
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
        (
            ("thema/cijfers/2", "thema/cijfers/3"),
            "the page has no thema/cijfers/3; thema/cijfers has 1 to 2",
        ),
        (
            ('"thema/cijfers/2"\nas_printed', '"thema/getallen/2"\nas_printed'),
            "the page has no thema/getallen/2; thema has inleiding, cijfers",
        ),
        (
            ('"thema/cijfers/2"\nas_printed', '"slott/1"\nas_printed'),
            "the page has no slott/1; did you mean 'slot/1'?",
        ),
        (
            ('"thema/cijfers/2"\nas_printed', '"thema/cijfers/1"\nas_printed'),
            "'4 gemeenten' does not stand at thema/cijfers/1 of the page; it stands at "
            "thema/cijfers/2",
        ),
        (
            ('as_printed = "4 gemeenten"', 'as_printed = "gemeenten"'),
            "page.txt:8: thema/cijfers/2: no record claims '4' in 'jonger",
        ),
        (
            ("thema/inleiding/1", "thema/cijfers/1"),
            "page.txt:4: thema/inleiding/1: nothing accounts for this bullet",
        ),
        (
            ('"120 kinderen"', '"120 ... ruim 130"'),
            "'120 ... ruim 130' holds several numbers (120, 130); quote one",
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
            ('"120 kinderen"', '"waren ... kinderen in 2019"'),
            "'waren ... kinderen in 2019' reads as no number (found exact 120)",
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
        ('"ruim 130"', '"in 2019 ... ruim 130"'),
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


@pytest.mark.parametrize("places", [("slot/1", "thema/cijfers/2"), ("thema/cijfers/2", "slot/1")])
def test_a_gap_of_several_figures_is_quoted_at_one_of_their_places(
    tmp_path: Path, page: Path, places: tuple[str, str]
) -> None:
    """Whichever of them has its words."""
    path = _dataset(tmp_path)
    figures = "".join(
        f'{{ period = "{year}", inferred = ["period"], registration = "unavailable", '
        f'locator = "{place}" }},'
        for year, place in zip((2019, 2020), places, strict=True)
    )
    gap = gaps("").replace("geen cijfers", "niets bekend")
    made = indicator("c", figures, gap).replace('theme = "thema"\n', "")
    path.write_text(path.read_text("utf-8").replace("[[statements]]", f"{made}[[statements]]"))
    [report] = validate([path], page)
    assert report.passes(strict=False), report.problems


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
    ("120 kinderen", "er waren 120\u00a0kinderen"): ["120\u00a0kinderen"],
    ("1\u00a0204 ... hulp", "1\u202f204 kinderen kregen hulp"): ["1\u202f204", "hulp"],
    ("120\u00a0kinderen", "er waren 120 kinderen"): ["120 kinderen"],
    ("120 kinderen", "er waren 120kinderen"): [],
}


@each(("phrase", "text"), SPANS)
def test_a_quotation_is_of_whole_words_in_their_order(phrase: str, text: str) -> None:
    """No piece is a part of a longer word or number, overlaps another, or comes before it.

    A blank may be of another kind than the one of the page.
    """
    assert [text[start:end] for start, end in spans(phrase, text)] == SPANS[phrase, text]


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
    assert (second["page"]["claimed"], second["page"]["missed"]) == (3, [])


def test_what_is_missed_is_counted(tmp_path: Path, page: Path) -> None:
    """Each bullet and number once, and each in a line of its own."""
    path = _dataset(
        tmp_path,
        ("thema/inleiding/1", "thema/cijfers/1"),
        ('as_printed = "4 gemeenten"', 'as_printed = "gemeenten"'),
    )
    saved(page, f"{PAGE}\nLos\n7 anderen\n".replace("Kop van", "Alle 8"))
    lines = as_lines(validate([path], page))
    assert [line.removeprefix(f"{page}:") for line in lines if line.startswith(f"{page}:")] == [
        "4: thema/inleiding/1: nothing accounts for this bullet",
        "8: thema/cijfers/2: no record claims '4' in 'jonger dan 12 jaar, in 4 gemeenten.'",
        "1: warning: in no declared place: '8' in 'Alle 8 de pagina'",
        "13: warning: in no declared place: '7' in '7 anderen'",
        " 2 of 3 bullets accounted for; numerals: 3 claimed, 0 set aside, 1 missed, "
        "2 in no place; 4 dates, ages and references",
        " 6 of 9 lines are in a declared place; 0 figures read by hand",
    ]
    assert (
        lines[-1]
        == f"2 problems, {len([ln for ln in lines if 'warning:' in ln])} warnings in 1 file"
    )


def test_coverage_as_data(tmp_path: Path, page: Path) -> None:
    """For a program the same, with lines and locators."""
    path = _dataset(tmp_path, ('as_printed = "4 gemeenten"', 'as_printed = "gemeenten"'))
    [told] = _files(page, path)
    assert told["page"]["bullets"] == 3
    assert [m["locator"] for m in told["page"]["missed"]] == ["thema/cijfers/2"]
    assert not told["valid"]
    [told] = _files(page, _dataset(tmp_path, ("value = 120", "value = 121")))
    assert (told["valid"], len(told["problems"])) == (False, 1)


@pytest.mark.parametrize("printed", ["afgerond 3.300", "3,3 duizend", "3.300"])
def test_a_rounded_number_is_found_on_its_page(tmp_path: Path, printed: str) -> None:
    """Whether the page says that it rounds or just does so; another number is told."""
    page = tmp_path / "page.txt"
    page.write_text(
        f"Over het thema:\n - In 2020 waren het {printed} kinderen.\nCijfers:\n\nTen slotte\n",
        "utf-8",
    )
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


@pytest.mark.parametrize(
    ("printed", "typed", "passes"),
    [
        *(("2019/2020", "2019/2020 school", True), ("2019-2020", "2019/2020 school", True)),
        *(("2019-20", "2019/2020 school", True), ("2019", "2019/2020 school", False)),
        *(("2020", "2019/2020 school", False), ("2020/2021", "2019/2020 school", False)),
    ],
)
def test_a_school_year_is_printed_as_its_two_years(
    tmp_path: Path, printed: str, typed: str, passes: bool
) -> None:
    """One of them alone is another period."""
    page = tmp_path / "page.txt"
    page.write_text(
        f"Over het thema:\n - In {printed} waren het 70 kinderen.\nCijfers:\n\nTen slotte\n",
        "utf-8",
    )
    text = indicator(
        "a",
        f'{{ period = "{typed}", qualifier = "exact", value = 70, as_printed = "70 kinderen", '
        'locator = "thema/inleiding/1" }',
    )
    path = tmp_path / "a.toml"
    path.write_text(MINIMAL + LAYOUT + text, "utf-8")
    [report] = validate([path], page)
    told = [str(p) for p in report.problems if f"the page prints no {typed} there" in str(p)]
    assert (report.passes(strict=False), len(told)) == (passes, not passes)


@pytest.mark.parametrize(("unit", "passes"), [("procent", True), ("kinderen", False)])
def test_a_share_in_words_is_a_percentage_of_the_people_behind_it(
    tmp_path: Path, unit: str, passes: bool
) -> None:
    """In "one in five children" it is no number of children, and they are not its unit."""
    page = tmp_path / "page.txt"
    page.write_text(
        "Over het thema:\n - In 2020 was dat een op de vijf kinderen.\nCijfers:\n\nTen slotte\n",
        "utf-8",
    )
    text = indicator(
        "a",
        '{ period = "2020", qualifier = "about", value = 20, as_printed = "een op de vijf", '
        'locator = "thema/inleiding/1" }',
    ).replace('unit = "kinderen"', f'unit = "{unit}"')

    path = tmp_path / "a.toml"
    path.write_text(MINIMAL + LAYOUT + text, "utf-8")
    [report] = validate([path], page)
    assert report.passes(strict=False) == passes, list(map(str, report.problems))


PLAIN = """
[sources.bron.layout]
lang = "nl"
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
    assert any("no record claims '" in line for line in lines)
    assert max(map(len, lines)) < 1000


def test_a_page_with_many_numbers_in_one_place_is_read_in_linear_time(tmp_path: Path) -> None:
    """Twice the numbers in a bullet, and twice the figures that stand in it: twice the work."""
    steps = []
    for number in (40, 80):
        years = range(1000, 1000 + number)
        figures = "".join(
            f'{{ period = "{y}", locator = "thema/cijfers/1", as_printed = "{y} een", '
            'qualifier = "exact", value = 5 },\n'
            for y in years
        )
        path = saved(tmp_path / f"{number}.toml", MINIMAL + PLAIN + indicator("a", figures))
        told = " ".join(f"{y} een" for y in years)
        text = f"Thema\nCijfers\n• {told} {'twintig 9.999 ' * 5 * number}\n"
        page = saved(tmp_path / f"{number}.txt", text)
        [report] = validate([path], page)  # the lists of words are read once
        counted = f"{number} claimed, 0 set aside, {10 * number} missed"
        assert any(counted in line for line in as_lines([report]))
        steps.append(lines_run(lambda path=path, page=page: validate([path], page)))  # type: ignore[misc]
    assert steps[1] < 2.4 * steps[0]
