"""The text of a page taken apart into places: bullets, running text, paragraphs and tables."""

from textwrap import dedent
from typing import Any

import pytest

from kic.dataset.page.language import language
from kic.dataset.page.places import Page, paragraphs, take_apart
from kic.model import Layout

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]


def _apart(text: str, **layout: Any) -> Page:
    """A page by its layout, in Dutch unless said otherwise."""
    made = Layout.model_validate({"lang": "nl", **layout})
    return take_apart(dedent(text), made, language(made.lang))


def _texts(page: Page) -> dict[str, str]:
    return {place.locator: place.text for place in page.places}


def test_bullets_count_below_their_list() -> None:
    """Headings, lists and bullets become locators; a bullet runs on to the next one."""
    page = _apart(
        """\
        Kop
        Over hulp:
        - Eerst
        Cijfers:
        - Er waren 120 kinderen
          en 130 gezinnen.
        - Twee

        Los
        """,
        bullet="-",
        themes={"hulp": "Over hulp:"},
        lists={"inleiding": "", "cijfers": "Cijfers:"},
    )
    assert _texts(page) == {
        "hulp/inleiding/1": "Eerst",
        "hulp/cijfers/1": "Er waren 120 kinderen en 130 gezinnen.",
        "hulp/cijfers/2": "Twee",
    }
    assert page.outside == ((1, "Kop"), (9, "Los"))
    over_two = page.places[1]
    at = map(over_two.text.index, ("Er", "kinderen", "en 130", "gezinnen"))
    assert [over_two.line_of(position) for position in at] == [5, 5, 6, 6]
    assert (page.lines, page.absent) == (8, ())


def test_a_place_has_the_headings_above_it() -> None:
    """That of its theme and that of its list, but no other list's."""
    page = _apart(
        "Hulp\n- A\nIn 2019:\n- B\nIn 2020:\n- C\nSlot\nWonen\n- D\n",
        bullet="-",
        themes={"hulp": "Hulp", "wonen": "Wonen"},
        lists={"punten": "", "eerst": "In 2019:", "dan": "In 2020:"},
        paragraphs={"slot/1": "Slot"},
    )
    assert {place.locator: place.headings for place in page.places} == {
        "hulp/punten/1": ("Hulp",),
        "hulp/eerst/1": ("Hulp", "In 2019:"),
        "hulp/dan/1": ("Hulp", "In 2020:"),
        "slot/1": ("Hulp", "In 2020:"),
        "wonen/punten/1": ("Wonen",),
    }
    assert page.headings == ((1, "Hulp"), (3, "In 2019:"), (5, "In 2020:"), (8, "Wonen"))


def test_numbered_bullets_and_running_text() -> None:
    """A digit in the mark is any number; paragraphs are counted apart from bullets."""
    page = _apart(
        """\
        Hulp
        In 2020 waren er
        veel kinderen.

        Tweede alinea.

        1. Een
        2. Twee
        12. Twaalf
        """,
        bullet="1.",
        running_text="tekst",
        themes={"hulp": "Hulp"},
        lists={"cijfers": ""},
    )
    assert _texts(page) == {
        "hulp/tekst/1": "In 2020 waren er veel kinderen.",
        "hulp/tekst/2": "Tweede alinea.",
        "hulp/cijfers/1": "Een",
        "hulp/cijfers/2": "Twee",
        "hulp/cijfers/3": "Twaalf",
    }


def test_tables_and_paragraphs_that_begin_alike_are_told_apart_by_their_order() -> None:
    """Each line that begins so is the next of them; a longer name is its own."""
    table = "Tabel 1\nA\t2019\t2020\nb\t{}\t{}\n\n"
    page = _apart(
        f"{table.format(1, 2)}{table.format(3, 4)}Noot: 5.\n\nNoot: 6.\n",
        tables={"t/1": "Tabel 1", "t/2": "Tabel 1"},
        paragraphs={"n/1": "Noot", "n/2": "Noot"},
    )
    assert {at: text for at, text in _texts(page).items() if text != "Tabel 1"} == {
        "t/1/b/2019": "1",
        "t/1/b/2020": "2",
        "t/2/b/2019": "3",
        "t/2/b/2020": "4",
        "n/1": "Noot: 5.",
        "n/2": "Noot: 6.",
    }


def test_a_heading_may_be_declared_by_its_first_words() -> None:
    """With an ellipsis; without one a heading is the whole line."""
    layout = {"bullet": "-", "lists": {"cijfers": ""}}
    text = "Hulp voor kinderen in 2020\n- x\n"
    assert _texts(_apart(text, themes={"hulp": "Hulp voor ..."}, **layout))
    page = _apart(text, themes={"hulp": "Hulp voor"}, **layout)
    assert page.absent == ((("themes", "hulp"), "Hulp voor"),)


TABLE = """\
Hulp
Tabel 1  Kinderen met hulp, x 1.000

Provincie{0}2019{0}2020
Drenthe{0}1,2{0}1,3
Zuid-Holland{0}.{0}40,5
Bron: eigen telling
"""


@pytest.mark.parametrize("gap", ["\t", "   ", " | "])
def test_the_cells_of_a_table_are_places(gap: str) -> None:
    """By the headings of their row and column, between tabs, blanks or bars."""
    page = _apart(TABLE.format(gap), themes={"hulp": "Hulp"}, tables={"hulp/tabel/1": "Tabel 1"})
    assert _texts(page) == {
        "hulp/tabel/1": "Tabel 1  Kinderen met hulp, x 1.000 Bron: eigen telling",
        "hulp/tabel/1/drenthe/2019": "1,2",
        "hulp/tabel/1/drenthe/2020": "1,3",
        "hulp/tabel/1/zuid_holland/2019": ".",
        "hulp/tabel/1/zuid_holland/2020": "40,5",
    }
    cell = page.places[1]
    assert (cell.headings, cell.scale, cell.line) == (("Drenthe", "2019"), 1000, 5)
    assert cell.above == (page.places[0].text, "Hulp")
    assert [place.line for place in page.places] == [2, 5, 5, 6, 6]


def test_a_row_that_does_not_fit_is_a_place_by_itself() -> None:
    """A cell that is left blank would move all others: nothing says which of them is of when."""
    rows = (
        "Regio  2018  2019  2020",
        "Z  9  8",
        "A  1  2  3",
        "B  4  5",
        "C  6  7  8",
        "D  7  8  9",
    )
    text = "\n".join(("Hulp", "Tabel", *rows))
    page = _apart(text, themes={"hulp": "Hulp"}, tables={"hulp/tabel/1": "Tabel"})
    assert page.outside == ()
    cells = [f"hulp/tabel/1/{row}/{year}" for row in "acd" for year in (2018, 2019, 2020)]
    lines = {"hulp/tabel/1/z/_line": "Z | 9 | 8", "hulp/tabel/1/b/_line": "B | 4 | 5"}
    assert list(_texts(page)) == ["hulp/tabel/1", *cells, *lines]
    assert {p.locator: p.text for p in page.places if p.kind == "line"} == lines


@pytest.mark.parametrize(
    "rule", ["---|---|---", "| :-- | --: | :-: |", "===\t===\t===", "-----  -----  -----"]
)
def test_a_line_that_is_drawn_is_no_row(rule: str) -> None:
    """Below the headings of a table, as Markdown has it."""
    gap = next(g for g in ("|", "\t", "  ") if g in rule)
    rows = "\n".join(gap.join(row) for row in (("Regio", "2019", "2020"), ("A", "1", "2")))
    text = f"Hulp\nTabel\n{rows.replace(chr(10), f'{chr(10)}{rule}{chr(10)}')}\n{rule}\n"
    page = _apart(text, themes={"hulp": "Hulp"}, tables={"hulp/tabel/1": "Tabel"})
    assert _texts(page) == {
        "hulp/tabel/1": "Tabel",
        "hulp/tabel/1/a/2019": "1",
        "hulp/tabel/1/a/2020": "2",
    }
    assert page.outside == ()


def test_headings_may_stand_without_one_of_the_rows() -> None:
    """The last column is that of the last heading; with fewer of them nothing can be told."""
    text = "Hulp\nTabel\n2019  2020\nA  1  2\nB  3  4\n"
    layout: dict[str, Any] = {"themes": {"hulp": "Hulp"}, "tables": {"hulp/tabel/1": "Tabel"}}
    assert _texts(_apart(text, **layout)) == {
        "hulp/tabel/1": "Tabel",
        "hulp/tabel/1/a/2019": "1",
        "hulp/tabel/1/a/2020": "2",
        "hulp/tabel/1/b/2019": "3",
        "hulp/tabel/1/b/2020": "4",
    }
    for lines in (["2019  2020", "A  1  2  3", "B  4  5  6"], ["Regio  2020"]):
        page = _apart("\n".join(["Hulp", "Tabel", *lines, "Bron"]), **layout)
        assert (page.outside, page.places[0].text) == ((), "Tabel Bron")
        there = [(place.kind, place.text) for place in page.places[1:]]
        assert there == [("line", line.replace("  ", " | ")) for line in lines]


def test_a_heading_of_years_behind_a_blank_line_begins_another_table() -> None:
    """Its rows would be those of other years; a row with a number goes on."""
    text = "Hulp\nTabel\nRegio\t2019\nA\t1\n\nB\t2\n\nRegio\t2020/21\nC\t3\n"
    page = _apart(text, themes={"hulp": "Hulp"}, tables={"hulp/tabel/1": "Tabel"})
    assert list(_texts(page)) == ["hulp/tabel/1", "hulp/tabel/1/a/2019", "hulp/tabel/1/b/2019"]
    assert page.outside == ((8, "Regio\t2020/21"), (9, "C\t3"))


def test_a_table_ends_where_no_row_follows_a_blank_line() -> None:
    """Though it has one row alone."""
    text = "Hulp\nTabel\nRegio\t2019\nA\t1\n\nSlot.\n"
    page = _apart(text, themes={"hulp": "Hulp"}, tables={"hulp/tabel/1": "Tabel"})
    assert list(_texts(page)) == ["hulp/tabel/1", "hulp/tabel/1/a/2019"]
    assert page.outside == ((6, "Slot."),)


def test_the_name_of_a_heading_has_no_mark_of_a_footnote() -> None:
    """What is left of it names the cell; where nothing is, there is a place all the same."""
    text = "Hulp\nTabel\nRegio\t2019²\t%\nZuid-Holland¹\t1\t2\n"
    page = _apart(text, themes={"hulp": "Hulp"}, tables={"hulp/tabel/1": "Tabel"})
    assert list(_texts(page))[1:] == [
        "hulp/tabel/1/zuid_holland/2019",
        "hulp/tabel/1/zuid_holland/_",
    ]


def test_paragraphs_stand_between_empty_lines() -> None:
    """Each item of a list is one by itself, with the lines that go on with it."""
    text = "Een\nzin.\n\n- Eerst\n  meer\n- Dan\n1. Ook\n12) Nog\n\n\n  2020 was\n"
    assert [(place.line, place.text) for place in paragraphs(text)] == [
        *((1, "Een zin."), (4, "- Eerst meer"), (6, "- Dan"), (7, "1. Ook"), (8, "12) Nog")),
        (11, "2020 was"),
    ]


def test_headings_that_stand_twice_are_numbered() -> None:
    """So that each cell has an address of its own."""
    text = "Hulp\nTabel\nRegio\tJa\tNee\tJa\nA\t1\t2\t3\n"
    page = _apart(text, themes={"hulp": "Hulp"}, tables={"hulp/tabel/1": "Tabel"})
    assert list(_texts(page))[1:] == [
        "hulp/tabel/1/a/ja",
        "hulp/tabel/1/a/nee",
        "hulp/tabel/1/a/ja_2",
    ]


@pytest.mark.parametrize(
    ("heading", "cell", "scale"),
    [
        ("2020, x 1.000", "1 miljoen euro", 10**6),
        ("2020, x 1.000", "1", 1000),
        ("2020 (%)", "1", 1),
        ("2020", "12%", 1),
        ("2020", "1", 10**6),
    ],
)
def test_the_nearest_heading_says_the_scale(heading: str, cell: str, scale: int) -> None:
    """A percentage is never multiplied, and a column goes before the caption."""
    text = f"Hulp\nTabel, in miljoenen\nRegio\t{heading}\nA\t{cell}\n"
    page = _apart(text, themes={"hulp": "Hulp"}, tables={"hulp/tabel/1": "Tabel"})
    assert page.places[-1].scale == scale
