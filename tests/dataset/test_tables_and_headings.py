"""Tables, headings and what a person read, held against the page."""

from pathlib import Path

import pytest

from kic.dataset.page.found import Places
from kic.dataset.page.language import language
from kic.dataset.page.places import take_apart
from kic.dataset.validation import Report, as_data, as_lines, validate
from kic.model import Lang, Layout, Qualifier
from tests.cases import each
from tests.conftest import MINIMAL, indicator, saved

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

LAYOUT = """
[sources.bron.layout]
lang = "nl"
bullet = "-"
themes = { thema = "Thema" }
lists = { cijfers = "Cijfers ..." }
tables = { "thema/tabel/1" = "Tabel 1" }
"""
PAGE = """\
Pers 4 april 2021: al 12 reacties

Thema
Cijfers over 2020
- Er waren 120 kinderen.
- Er waren een schamele 60 gezinnen.

Tabel 1 Kinderen, x 1.000
Regio\t2019\t2020
Nederland\t1,2\t1,3
"""
FIGURES = {
    "bullet": 'period = "2020", period_from = "heading", qualifier = "exact", value = 120, '
    'as_printed = "120 kinderen", locator = "thema/cijfers/1"',
    "scant": 'period = "2020", period_from = "heading", qualifier = "exact", value = 60, '
    'as_printed = "60 gezinnen", locator = "thema/cijfers/2", '
    'read_by_hand = "schamel zegt niets over het getal"',
    "before": 'period = "2019", qualifier = "exact", value = 1200, as_printed = "1,2", '
    'locator = "thema/tabel/1/nederland/2019"',
    "after": 'period = "2020", qualifier = "exact", value = 1300, as_printed = "1,3", '
    'locator = "thema/tabel/1/nederland/2020"',
}


def _report(folder: Path, page: str = PAGE, /, **changed: tuple[str, str]) -> Report:
    """What is said of the four figures, with one change in some of them."""
    blocks = []
    for name, figure in FIGURES.items():
        old, new = changed.get(name, ("", ""))
        assert old in figure
        blocks.append(indicator(name, f"{{ {figure.replace(old, new) if old else figure} }},"))
    path = saved(folder / "x.toml", MINIMAL + LAYOUT + "".join(blocks))
    [report] = validate([path], saved(folder / "page.txt", page))
    return report


def test_tables_headings_and_what_was_read_by_hand_pass(tmp_path: Path) -> None:
    """The period from a heading, cells by row and column times a thousand, and a reason."""
    report = _report(tmp_path)
    assert report.passes(strict=False), as_lines([report])
    page = report.page
    assert page
    assert [by_hand.why for by_hand in page.read_by_hand] == ["schamel zegt niets over het getal"]
    assert (page.lines, page.lines_read, page.claimed) == (8, 7, 4)


def test_a_number_in_no_place_is_told_with_its_line(tmp_path: Path) -> None:
    """A warning, which fails under --strict; a date is no figure and is not asked for."""
    report = _report(tmp_path)
    [outside] = report.page.outside if report.page else ()
    assert (outside.line, outside.text) == (1, "Pers 4 april 2021: al 12 reacties")
    assert not report.passes(strict=True)
    [told] = as_data([report])["files"]
    assert [m["line"] for m in told["page"]["outside"]] == [1]


REFUSED = {
    "two columns that are swapped": (
        {"before": ('period = "2019"', 'period = "2020"')},
        "before, figure 1 (2020): period: thema/tabel/1/nederland/2019 is of 2019 (found 2020)",
    ),
    "two columns that are swapped although it was inferred": (
        {"before": ('period = "2019"', 'period = "2020", inferred = ["period"]')},
        "thema/tabel/1/nederland/2019 is of 2019 (found 2020)",
    ),
    "the number of another column": (
        {"before": ("value = 1200", "value = 1300")},
        "'1,2' reads as exact 1200 (found exact 1300)",
    ),
    "the scale of the table forgotten": (
        {"before": ("value = 1200", "value = 1.2")},
        "'1,2' reads as exact 1200 (found exact 1.2)",
    ),
    "a column that is not there": (
        {"before": ("nederland/2019", "nederland/2018")},
        "the page has no thema/tabel/1/nederland/2018; thema/tabel/1/nederland has 2019, 2020",
    ),
    "a row that is not there": (
        {"before": ("nederland/2019", "drenthe/2019")},
        "the page has no thema/tabel/1/drenthe/2019; thema/tabel/1 has nederland",
    ),
    "the row of another region": (
        {"before": ("qualifier", 'region = "eiland", qualifier')},
        "thema/tabel/1/nederland/2019 is of 'nederland' (found eiland)",
    ),
    "a year that no heading prints": (
        {"bullet": ('period = "2020"', 'period = "2018"')},
        "no heading above thema/cijfers/1 prints 2018",
    ),
    "a year that stands in the heading alone": (
        {"bullet": (', period_from = "heading"', "")},
        'the page prints no 2020 there: say period_from = "heading"',
    ),
    "a number that is not understood": (
        {"scant": (', read_by_hand = "schamel zegt niets over het getal"', "")},
        "how exact '60 gezinnen' is was not understood (found 'schamele')",
    ),
    "another number than the one that was read by hand": (
        {"scant": ("value = 60", "value = 61")},
        "'60 gezinnen' has 60 (found 61)",
    ),
    "a number in a figure that has none": (
        {"bullet": ('qualifier = "exact", value = 120, ', 'reason = "not_stated", ')},
        "'120 kinderen' holds a number, and the figure has no 'value'",
    ),
    "what was read by hand without a need": (
        {"bullet": ("locator", 'read_by_hand = "x", locator')},
        "kic reads '120 kinderen' as you do; leave 'read_by_hand' out",
    ),
}


def test_what_is_told_twice_may_be_read_by_hand_at_one_place(tmp_path: Path) -> None:
    """Words that kic does not know and, elsewhere, plain ones: the reason stays."""
    plain = "locator", 'repeated = [{ locator = "thema/cijfers/3", as_printed = "60" }], locator'
    page = PAGE.replace("60 gezinnen.\n", "60 gezinnen.\n- Het waren 60 gezinnen.\n")
    report = _report(tmp_path, page, scant=plain)
    assert report.passes(strict=False), as_lines([report])


@each("name", REFUSED)
def test_what_is_false_is_refused(tmp_path: Path, name: str) -> None:
    """Each with what the page says instead."""
    changed, told = REFUSED[name]
    report = _report(tmp_path, PAGE, **changed)
    assert not report.passes(strict=False)
    assert [str(problem) for problem in report.problems if told in str(problem)], as_lines(
        [report]
    )


@pytest.mark.parametrize("sign", [".", "r13", "[1]", "(c)"])
def test_a_cell_without_a_number_is_accounted_for(tmp_path: Path, sign: str) -> None:
    """A sign for what is missing is what kic is for: no cell that has one is passed over."""
    page = f"Thema\nCijfers\nTabel 1\nRegio\t2019\t2020\nNederland\t{sign}\t1,3\n"
    after = FIGURES["after"].replace("value = 1300", "value = 1.3")
    text = MINIMAL + LAYOUT + indicator("after", f"{{ {after} }},")
    held = saved(tmp_path / "page.txt", page)
    [report] = validate([saved(tmp_path / "x.toml", text)], held)
    told = f"{held}:5: thema/tabel/1/nederland/2019: nothing says what '{sign}' means"
    assert told in as_lines([report])
    assert not report.passes(strict=False)
    aside = (
        '[[not_figures]]\nlocator = "thema/tabel/1/nederland/2019"\n'
        'reason = { nl = "Niet geteld.", en = "Not counted." }\n'
    )
    [report] = validate([saved(tmp_path / "x.toml", text + aside)], held)
    assert report.passes(strict=False), as_lines([report])


SCALED = {  # what "12" is below a heading, in a table in thousands; None where a person says it
    "nl": {
        **dict.fromkeys(("2019", "Meisjes", "0-12 jaar", "langer dan 3 maanden"), 12_000),
        **dict.fromkeys(("Kosten (euro)", "Dagen (x 1.000)", "Leeftijd onbekend"), 12_000),
        **dict.fromkeys(("per 10.000 kinderen", "per duizend kinderen", "1 op 1.000"), 12),
        **dict.fromkeys(("dagen 2020", "Ligdagen", "Verblijf (weken)", "in %", "aandeel"), 12),
        **dict.fromkeys(("gemiddelde leeftijd", "Verblijfsduur", "per gezin", "Index"), None),
        "langer dan zes maanden": None,
    },
    "en": {
        **dict.fromkeys(("2019", "Girls", "Aged 0 to 12", "All ages", "Days (x 1,000)"), 12_000),
        **dict.fromkeys(("Rate per 10,000", "per thousand children", "Days in care"), 12),
        **dict.fromkeys(("Number of weeks", "Share of all children", "per cent"), 12),
        **dict.fromkeys(("Average age", "Length of stay", "Children per nurse", "Rate"), None),
    },
}


@each(
    ("lang", "heading", "value"),
    [(lang, heading, n) for lang, rows in SCALED.items() for heading, n in rows.items()],
)
def test_a_scale_is_for_what_has_no_unit_of_its_own(
    lang: Lang, heading: str, value: int | None
) -> None:
    """What is counted and money are multiplied; a share, a rate and a length of time are not."""
    caption = {"nl": "Tabel 1 Kinderen, in duizenden", "en": "Table 1 Children, in thousands"}
    page = f"Thema\n{caption[lang]}\nRegio\t{heading}\tx\nNoord\t12\t1\n"
    layout = Layout(lang=lang, themes={"a": "Thema"}, tables={"a/tabel/1": caption[lang]})
    _, cell, _ = Places(take_apart(page, layout, language(lang)), language(lang)).all
    [read] = cell.readings
    assert read.numeral.numbers == (value or 12,)
    assert read.qualifier == (Qualifier.EXACT if value else None)
    assert read.seen == ("" if value else heading)


@pytest.mark.parametrize(("value", "passes"), [("12", True), ("12000", True), ("120", False)])
def test_a_person_says_whether_a_scale_is_for_a_column(
    tmp_path: Path, value: str, passes: bool
) -> None:
    """Of "average age" in thousands kic only knows that it is one of the two."""
    page = "Thema\nCijfers\nTabel 1 In duizenden\nRegio\tGemiddeld\tx\nNoord\t12\t1\n"
    figure = f'{{ period = "unknown", qualifier = "exact", value = {value}, as_printed = "12", '
    figure += 'locator = "thema/tabel/1/noord/gemiddeld", read_by_hand = "x" },'
    text = MINIMAL + LAYOUT + indicator("a", figure)
    [report] = validate([saved(tmp_path / "x.toml", text)], saved(tmp_path / "page.txt", page))
    assert (not report.problems) == passes, as_lines([report])
    unread = text.replace(', read_by_hand = "x"', "")
    [report] = validate([saved(tmp_path / "x.toml", unread)], tmp_path / "page.txt")
    assert "was not understood (found 'Gemiddeld')" in str(report.problems[0])


def test_a_table_without_headings_is_told_where_a_cell_is_asked_for(tmp_path: Path) -> None:
    """Its numbers stand in lines then."""
    page = PAGE.replace("Regio\t2019\t2020\n", "")
    held = saved(tmp_path / "page.txt", page)
    text = MINIMAL + LAYOUT + indicator("before", f"{{ {FIGURES['before']} }},")
    [report] = validate([saved(tmp_path / "x.toml", text)], held)
    assert [problem.message for problem in report.problems] == [
        "the page has no thema/tabel/1/nederland/2019; its columns cannot be told: put a tab "
        "before each cell, the empty ones too, or give thema/tabel/1/nederland/_line"
    ]
    text = text.replace("1/nederland", "1/noord")
    [report] = validate([saved(tmp_path / "x.toml", text)], held)
    assert [problem.message for problem in report.problems] == [
        "the page has no thema/tabel/1/noord/2019; thema/tabel/1 has no line of headings with "
        "rows below it"
    ]


def test_the_rows_of_a_table_are_told_though_they_are_years(tmp_path: Path) -> None:
    """They are names, and no numbers of a list."""
    page = PAGE.replace("Regio\t2019\t2020\nNederland", "Jaar\tJongens\tMeisjes\n2020")
    typed = FIGURES["before"].replace("nederland/2019", "2019/jongens")
    text = MINIMAL + LAYOUT + indicator("before", f"{{ {typed} }},")
    [report] = validate([saved(tmp_path / "x.toml", text)], saved(tmp_path / "page.txt", page))
    told = "the page has no thema/tabel/1/2019/jongens; thema/tabel/1 has 2020"
    assert [problem.message for problem in report.problems] == [told]


def test_a_place_may_be_set_aside_with_all_its_numbers(tmp_path: Path) -> None:
    """A table too, with its own number and its cells, but for what a figure claims there."""
    aside = "".join(
        f'[[not_figures]]\nlocator = "{locator}"\nreason = {{ nl = "x", en = "y" }}\n'
        for locator in ("thema/tabel/1", "thema/cijfers/2")
    )
    figures = "".join(indicator(n, f"{{ {FIGURES[n]} }},") for n in ("bullet", "after"))
    text = MINIMAL + LAYOUT + figures + aside
    [report] = validate([saved(tmp_path / "x.toml", text)], saved(tmp_path / "page.txt", PAGE))
    assert report.page
    assert (report.page.claimed, report.page.set_aside, report.page.missed) == (2, 3, ())


def test_a_table_goes_on_behind_a_blank_line(tmp_path: Path) -> None:
    """Rows do, and what is no row ends it."""
    page = PAGE + "\nVerandering\t-\t0,1\n\nBron: eigen telling\n"
    held = saved(tmp_path / "page.txt", page)
    text = MINIMAL + LAYOUT + indicator("a", "")
    [report] = validate([saved(tmp_path / "x.toml", text)], held)
    told = [missed.locator for missed in report.missed]
    assert "thema/tabel/1/verandering/2020" in told
    assert "thema/tabel/1/verandering/2019" in told


def test_a_number_in_a_heading_is_no_less_a_number(tmp_path: Path) -> None:
    """It may be declared as a paragraph too; the number of a chapter is none."""
    page = "1.2 Thema\nCijfers: een op de vijf\n"
    layout = LAYOUT.replace('"Thema"', '"1.2 Thema"').replace(
        'tables = { "thema/tabel/1" = "Tabel 1" }', ""
    )
    text = MINIMAL + layout + indicator("a", "")
    held = saved(tmp_path / "page.txt", page)
    [report] = validate([saved(tmp_path / "x.toml", text)], held)
    assert report.page
    assert [missed.number for missed in report.page.outside] == ["een op de vijf"]
    text = text.replace(
        "[sources.bron.layout]", '[sources.bron.layout]\nparagraphs = { "kop/1" = "Cijfers: een" }'
    )
    [report] = validate([saved(tmp_path / "x.toml", text)], held)
    assert report.page
    assert [missed.locator for missed in report.page.missed] == ["kop/1"]


STOCKS = {
    "Tabel 1, op 31 december": ("2019-12-31", "", True),
    "Tabel 1, op 30 december": ("2019-12-31", "", False),
    "Tabel 1": ("2019-12-31", 'inferred = ["period"], ', True),
    "Tabel 1, kinderen": ("2019-12-31", "", False),
    "Tabel 1, in december": ("2019-12", 'inferred = ["period"], ', True),
    "Tabel 1, op 1 december": ("2019-12", "", False),
    "Tabel 1, stand": ("2018-12-31", 'inferred = ["period"], ', False),
}


@pytest.mark.parametrize("caption", STOCKS)
def test_a_stock_is_of_the_year_of_its_column(tmp_path: Path, caption: str) -> None:
    """Its day may stand over the table, or be read into it; its year may not be another."""
    period, inferred, is_right = STOCKS[caption]
    page = f"Thema\nCijfers\n{caption}\nRegio\t2019\t2020\nNederland\t2\t3\n"
    figure = FIGURES["before"].replace('"2019"', f'"{period}", {inferred}'.rstrip(", "))
    figure = figure.replace("value = 1200", "value = 2").replace('"1,2"', '"2"')
    text = MINIMAL + LAYOUT + indicator("a", f"{{ {figure} }},")
    [report] = validate([saved(tmp_path / "x.toml", text)], saved(tmp_path / "page.txt", page))
    assert (not report.problems) == is_right, as_lines([report])


PRINTED = {
    ("In de eerste helft van 2021", "2021-S1"): True,
    ("In de eerste helft van 2021", "2021-S2"): False,
    ("In de eerste helft van 2021", "2021"): False,
    ("In de eerste helft van 2021", "2021-Q1"): False,
    ("In het tweede kwartaal van 2021", "2021-Q2"): True,
    ("In het tweede kwartaal van 2021", "2021-Q1"): False,
    ("In maart 2021", "2021-03"): True,
    ("In maart 2021", "2021-04"): False,
    ("In maart 2021", "2021"): False,
    ("Op 1 maart 2021", "2021-03-01"): True,
    ("Op 1 maart 2021", "2021-03-02"): False,
    ("Op 1 maart 2021", "2021-03"): False,
    ("In 2020 en 2021 samen", "2020/2021 total"): True,
    ("In 2020-2021", "2020/2021 total"): True,
    ("In 2020/21", "2020/2021 total"): False,
    ("In 2020", "2020/2021 total"): False,
    ("In 2020/21", "2020/2021 school"): True,
    ("In 2020-2021", "2021"): False,
    ("In het 1e kwartaal van 2021", "2021-Q1"): True,
    ("In het 1e kwartaal van 2021", "2021"): False,
    ("In 2021 Q2", "2021-Q2"): True,
    ("In 2021 Q2", "2021"): False,
    ("In het 2e halfjaar van 2021", "2021-S2"): True,
    ("In het 2e halfjaar van 2021", "2021"): False,
    ("In de eerste negen maanden van 2021", "2021"): False,
    ("In schooljaar 2021", "2021"): False,
    ("In kalenderjaar 2021", "2021"): True,
    ("Vóór 2021", "2021"): False,
    ("Na 2021", "2021"): False,
    ("Tussen 2018 en 2021", "2018"): False,
    ("Tussen 2018 en 2021", "2018/2021 total"): True,
}


@each(("words", "period"), PRINTED)
def test_a_period_is_the_one_that_is_printed(tmp_path: Path, words: str, period: str) -> None:
    """Neither another part of the year, nor the whole of what a part is told of."""
    page = f"Thema\nCijfers\n- {words} waren er 120 kinderen.\nTabel 1\n"
    figure = FIGURES["bullet"].replace('"2020", period_from = "heading"', f'"{period}"')
    text = MINIMAL + LAYOUT + indicator("a", f"{{ {figure} }},")
    [report] = validate([saved(tmp_path / "x.toml", text)], saved(tmp_path / "page.txt", page))
    assert report.passes(strict=False) == PRINTED[words, period], as_lines([report])


def test_a_heading_that_is_not_there_is_told_with_the_nearest_line(tmp_path: Path) -> None:
    """A mistyped heading would hide all below it."""
    text = MINIMAL + LAYOUT.replace('"Thema"', '"Tema"') + indicator("a", "")
    [report] = validate([saved(tmp_path / "x.toml", text)], saved(tmp_path / "page.txt", PAGE))
    told = [str(problem) for problem in report.problems]
    assert (
        "sources.bron.layout.themes.thema: the page has no line 'Tema'; line 3 has 'Them'" in told
    )


TOTALS = {  # the rows of a table, the one that is typed, its region, and whether that is told
    "the total of several regions": ("Nederland Eiland Totaal", "totaal", "eiland", True),
    "the total, with a row that is none": (
        "Eiland Nederland Onbekend Totaal",
        "totaal",
        "eiland",
        True,
    ),
    "a row by the name of no region": ("Eiland Nederland Andere", "andere", "eiland", False),
    "one region among other things": ("Nederland Marokko Totaal", "totaal", "nederland", False),
    "one region beside a part of it": ("Nederland Pleegzorg", "pleegzorg", "nederland", False),
    "its own row": ("Nederland Eiland Totaal", "eiland", "eiland", False),
    "a region that has no row": ("Eiland Totaal", "totaal", "nederland", False),
    "a part of the row above": ("Nederland waarvan Eiland", "waarvan", "eiland", False),
    "a table of something else": ("Jongens Meisjes Totaal", "totaal", "eiland", False),
}


@each("name", TOTALS)
def test_the_row_of_all_regions_is_that_of_none_of_them(tmp_path: Path, name: str) -> None:
    """Where a region has a row of its own, its number is not the one of the total."""
    rows, row, region, is_asked = TOTALS[name]
    lines = "".join(f"{heading}\t7\t8\n" for heading in rows.split())
    page = f"Thema\nCijfers\nTabel 1\nRegio\t2019\t2020\n{lines}"
    figure = (
        f'{{ period = "2020", region = "{region}", qualifier = "exact", value = 8, '
        f'as_printed = "8", locator = "thema/tabel/1/{row}/2020" }},'
    )
    text = MINIMAL + LAYOUT + indicator("a", figure)
    [report] = validate([saved(tmp_path / "x.toml", text)], saved(tmp_path / "page.txt", page))
    assert report.page, as_lines([report])
    told = [problem.message for problem in report.problems]
    assert told == (
        [
            f"thema/tabel/1/{row}/2020 is of '{row.title()}' (found {region}); "
            'look at it yourself, and say read_by_hand = "why"'
        ]
        if is_asked
        else []
    )
    by_hand = figure.replace("locator", 'read_by_hand = "het eiland is de som", locator')
    text = MINIMAL + LAYOUT + indicator("a", by_hand)
    [report] = validate([saved(tmp_path / "x.toml", text)], saved(tmp_path / "page.txt", page))
    assert [problem.at[-1] for problem in report.problems] == (
        [] if is_asked else ["read_by_hand"]
    )
