"""Tables with cells that are left empty, or that have no headings: no number moves."""

from pathlib import Path

import pytest

from kic.dataset.page.language import language
from kic.dataset.page.places import take_apart
from kic.dataset.page.proposal import proposal
from kic.dataset.validation import Report, as_lines, validate
from kic.model import Layout
from tests.cases import each
from tests.conftest import MINIMAL, indicator, saved

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

LAYOUT = """
[sources.bron.layout]
lang = "nl"
themes = { thema = "Thema" }
tables = { "thema/tabel/1" = "Tabel 1" }
"""
CAPTION = "Tabel 1 Gezinnen met hulp"

# What stands in each cell, by its row and column.
TOLD: dict[str, tuple[str, dict[str, str]]] = {
    "empty at the end of each row, tabs": (
        "Plaats\t2018\t2019\t2020\nHoorn\t31\t33\t\nEdam\t12\t14\t\n",
        {"hoorn/2018": "31", "hoorn/2019": "33", "edam/2018": "12", "edam/2019": "14"},
    ),
    "empty at the beginning of each row, tabs": (
        "Plaats\t2018\t2019\t2020\nHoorn\t\t33\t35\nEdam\t\t14\t15\n",
        {"hoorn/2019": "33", "hoorn/2020": "35", "edam/2019": "14", "edam/2020": "15"},
    ),
    "empty here and there, tabs": (
        "Plaats\t2018\t2019\t2020\nHoorn\t\t\t35\nEdam\t12\t\t\nSneek\t7\t\t9\n",
        {"hoorn/2020": "35", "edam/2018": "12", "sneek/2018": "7", "sneek/2020": "9"},
    ),
    "a column of notes, tabs": (
        "Plaats\t2018\t2019\tNoot\nHoorn\t31\t33\t\nEdam\t12\t14\tzonder Volendam\n",
        {"hoorn/2018": "31", "hoorn/2019": "33", "edam/2018": "12", "edam/2019": "14"}
        | {"edam/noot": "zonder Volendam"},
    ),
    "notes in the middle, bars": (
        "| Plaats | Noot | 2018 | 2019 |\n|---|---|---|---|\n"
        "| Hoorn | | 31 | |\n| Edam | a | 12 | |\n",
        {"hoorn/2018": "31", "edam/noot": "a", "edam/2018": "12"},
    ),
    "empty at the end, bars around": (
        "| Plaats | 2018 | 2019 |\n| Hoorn | 31 | |\n| Edam | 12 ||\n",
        {"hoorn/2018": "31", "edam/2018": "12"},
    ),
    "empty at the end, bars between": (
        "Plaats|2018|2019\nHoorn|31|\nEdam|12|\n",
        {"hoorn/2018": "31", "edam/2018": "12"},
    ),
    "a bar at the end of every line": (
        "Plaats | 2018 | 2019 |\nHoorn | 31 | 33 |\nEdam | | 14 |\n",
        {"hoorn/2018": "31", "hoorn/2019": "33", "edam/2019": "14"},
    ),
    "tabs at the end of every line": (
        "Plaats\t2018\t2019\t\t\nHoorn\t31\t33\t\t\nEdam\t12\t\t\t\nBron: telling\t\t\t\t\n",
        {"hoorn/2018": "31", "hoorn/2019": "33", "edam/2018": "12"},
    ),
    "no heading over the rows, tabs": (
        "2018\t2019\t2020\nHoorn\t31\t33\t\nEdam\t12\t\t14\n",
        {"hoorn/2018": "31", "hoorn/2019": "33", "edam/2018": "12", "edam/2020": "14"},
    ),
    "no heading over the rows, blanks": (
        "         Jongens   Meisjes\nHoorn         31        33\nEdam          12        14\n",
        {"hoorn/jongens": "31", "hoorn/meisjes": "33", "edam/jongens": "12", "edam/meisjes": "14"},
    ),
    "headings that count": (
        "Plaats\t0\t1\t2\t3\nHoorn\t31\t33\t\t4\n",
        {"hoorn/0": "31", "hoorn/1": "33", "hoorn/3": "4"},
    ),
    "headings that count, over no name": (
        "\t10\t11\t12\nHoorn\t31\t33\t4\n",
        {"hoorn/10": "31", "hoorn/11": "33", "hoorn/12": "4"},
    ),
    "headings that count ages": (
        "Leeftijd (jaar)  10  11  12\nHoorn  31  33  4\n",
        {"hoorn/10": "31", "hoorn/11": "33", "hoorn/12": "4"},
    ),
    "the same years again": (
        "Jongens\t2019\t2020\nHoorn\t31\t33\nMeisjes\t2019\t2020\nHoorn\t12\t14\n",
        {"hoorn/2019": "31", "hoorn/2020": "33", "hoorn_2/2019": "12", "hoorn_2/2020": "14"},
    ),
    "a number that looks like a year": (
        "Plaats\t2020\nHoorn\t31\nEdam\t1950\nSneek\t12\n",
        {"hoorn/2020": "31", "edam/2020": "1950", "sneek/2020": "12"},
    ),
    "years below the headings": (
        "Plaats\tJongens\tMeisjes\n\t2019\t2020\nHoorn\t31\t33\n",
        {"_/jongens": "2019", "_/meisjes": "2020", "hoorn/jongens": "31", "hoorn/meisjes": "33"},
    ),
}
# The lines of which the columns cannot be told, with the cells of the others.
ASKED: dict[str, tuple[str, dict[str, str]]] = {
    "a blank in the middle": (
        "Plaats   2018   2019   2020\nHoorn      31            35\nEdam       12     14     15\n",
        {
            "hoorn/_line": "Hoorn | 31 | 35",
            "edam/2018": "12",
            "edam/2019": "14",
            "edam/2020": "15",
        },
    ),
    "blanks at the end of every row": (
        "Plaats   2018   2019   2020\nHoorn      31     33\nEdam       12     14\n",
        {"plaats/_line": "Plaats | 2018 | 2019 | 2020"}
        | {"hoorn/_line": "Hoorn | 31 | 33", "edam/_line": "Edam | 12 | 14"},
    ),
    "a column without a heading": (
        "Plaats\t2018\t2019\nHoorn\t31\t33\t*\nEdam\t12\t14\t*\n",
        {"plaats/_line": "Plaats | 2018 | 2019"}
        | {"hoorn/_line": "Hoorn | 31 | 33 | *", "edam/_line": "Edam | 12 | 14 | *"},
    ),
    "a column without a heading, blanks": (
        "   Plaats  2018  2019\nHoorn  31  33  *\nEdam  12  14  *\n",
        {"plaats/_line": "Plaats | 2018 | 2019"}
        | {"hoorn/_line": "Hoorn | 31 | 33 | *", "edam/_line": "Edam | 12 | 14 | *"},
    ),
    "years alone over rows with blanks": (
        "2018   2019   2020\nHoorn   31   33\nEdam   12   14   15\nSneek   7   9\n",
        {"edam/2018": "12", "edam/2019": "14", "edam/2020": "15"}
        | {"hoorn/_line": "Hoorn | 31 | 33", "sneek/_line": "Sneek | 7 | 9"},
    ),
    "words alone over rows with blanks": (
        "            Jongens   Meisjes\nHoorn            31\nEdam             12\n",
        {"jongens/_line": "Jongens | Meisjes"}
        | {"hoorn/_line": "Hoorn | 31", "edam/_line": "Edam | 12"},
    ),
    "a heading over several rows": (
        "Streek\tPlaats\t2018\t2019\nWest\tHoorn\t31\t33\nEdam\t12\t14\n",
        {
            "west/plaats": "Hoorn",
            "west/2018": "31",
            "west/2019": "33",
            "edam/_line": "Edam | 12 | 14",
        },
    ),
    "no headings": (
        "Hoorn\t31\t33\nEdam\t12\t14\n",
        {"hoorn/_line": "Hoorn | 31 | 33", "edam/_line": "Edam | 12 | 14"},
    ),
    "no headings, one column": (
        "Hoorn\t1.250\nEdam\t€ 14\nSneek\tx\n",
        {"hoorn/_line": "Hoorn | 1.250", "edam/_line": "Edam | € 14", "sneek/_line": "Sneek | x"},
    ),
    "no headings, and numbers in a row": (
        "Hoorn\nJongens   10   11   12\nMeisjes   20   21   22\n",
        {"jongens/_line": "Jongens | 10 | 11 | 12", "meisjes/_line": "Meisjes | 20 | 21 | 22"},
    ),
    "other years within the table": (
        "Hoorn\t2019\t2020\nJongens\t31\t33\nEdam\t2018\t2019\nJongens\t12\t14\n"
        "Sneek\t2019\t2020\nJongens\t7\t9\n",
        {"jongens/2019": "31", "jongens/2020": "33"}
        | {"edam/_line": "Edam | 2018 | 2019", "jongens_3/_line": "Jongens | 12 | 14"}
        | {"jongens_2/2019": "7", "jongens_2/2020": "9"},
    ),
    "other years within the table, fewer": (
        "Hoorn  2019  2020  2021\nJongens  31  33  35\nEdam  2018  2019\nJongens  12  14  16\n",
        {"jongens/2019": "31", "jongens/2020": "33", "jongens/2021": "35"}
        | {"edam/_line": "Edam | 2018 | 2019", "jongens_2/_line": "Jongens | 12 | 14 | 16"},
    ),
    "another year within the table": (
        "Hoorn\t2020\nJongens\t31\nEdam\t2019\nJongens\t12\nMeisjes\t14\n",
        {"jongens/2020": "31", "edam/_line": "Edam | 2019"}
        | {"jongens_2/_line": "Jongens | 12", "meisjes/_line": "Meisjes | 14"},
    ),
    "no headings, a sign": (
        "Hoorn  31  x\nEdam  12  14\n",
        {"hoorn/_line": "Hoorn | 31 | x", "edam/_line": "Edam | 12 | 14"},
    ),
}


# Lines of two cells are read as text.
UNSEEN = (
    "no headings, one column",
    "words alone over rows with blanks",
    "another year within the table",
)


@each("name", [*TOLD, *ASKED])
def test_every_cell_stands_under_its_own_heading(name: str) -> None:
    """Or in no column, where it cannot be told which: then its line is a place."""
    rows, expected = (TOLD | ASKED)[name]
    layout = Layout(lang="nl", themes={"thema": "Thema"}, tables={"thema/tabel/1": "Tabel 1"})
    page = take_apart(f"Thema\n{CAPTION}\n{rows}", layout, language("nl"))
    assert page.outside == ()
    there = {p.locator.removeprefix("thema/tabel/1/"): p for p in page.places[1:]}
    assert {at: place.text for at, place in there.items() if place.text} == expected
    assert all((place.kind == "line") == at.endswith("/_line") for at, place in there.items())


@each("name", ASKED)
def test_the_period_of_a_line_without_columns_is_asked(name: str) -> None:
    """No number of it is proposed as one of a year."""
    written = proposal(f"Hulp\n\n{CAPTION}\n{ASKED[name][0]}", "page.txt").text
    lines = [line for line in written.splitlines() if "/_line" in line and "period" in line]
    assert lines or name in UNSEEN
    assert all('period = "? ' in line for line in lines), written


def _report(folder: Path, rows: str, *figures: str, caption: str = CAPTION) -> Report:
    """What is said of figures in a table, held against it."""
    typed = "".join(f'{{ {figure}, qualifier = "exact" }},\n' for figure in figures)
    path = saved(folder / "x.toml", MINIMAL + LAYOUT + indicator("a", typed))
    page = f"Thema\n{caption}\n{rows}"
    return validate([path], saved(folder / "page.txt", page))[0]


LINE = 'value = 31, as_printed = "31", locator = "thema/tabel/1/hoorn/_line"'


def test_a_number_in_a_line_is_claimed_there(tmp_path: Path) -> None:
    """With a period that is read into it, or printed above; any other is missed."""
    rows = ASKED["a blank in the middle"][0]
    report = _report(tmp_path, rows, f'period = "2018", inferred = ["period"], {LINE}')
    assert not report.problems, as_lines([report])
    assert sorted(missed.number or "" for missed in report.missed) == ["12", "14", "15", "35"]
    [problem] = _report(tmp_path, rows, f'period = "2018", {LINE}').problems
    assert "the page prints no 2018 there" in problem.message


def test_the_first_row_of_a_table_without_headings_is_one_of_its_rows(tmp_path: Path) -> None:
    """The caption tells its year and its scale."""
    rows = "Hoorn\t31\nEdam\t12\n"
    thousands = LINE.replace("value = 31", "value = 31000")
    caption = f"{CAPTION} in 2021, x 1.000"
    from_caption = f'period = "2021", period_from = "heading", {thousands}'
    report = _report(tmp_path, rows, from_caption, caption=caption)
    assert not report.problems, as_lines([report])
    assert [(m.locator, m.number) for m in report.missed] == [("thema/tabel/1/edam/_line", "12")]
    report = _report(tmp_path, rows, from_caption.replace("31000", "31"), caption=caption)
    assert report.problems


def test_a_sign_in_a_line_without_a_number_is_told(tmp_path: Path) -> None:
    """As one in a cell is: nothing says what it means."""
    report = _report(tmp_path, ASKED["no headings, one column"][0])
    assert report.page
    told = [(missed.locator, missed.text) for missed in report.page.cells_missed]
    assert told == [("thema/tabel/1/sneek/_line", "Sneek | x")]


def test_a_heading_that_says_of_how_many_has_a_number(tmp_path: Path) -> None:
    """It is missed like any other, over a column and before a row."""
    rows = "Groep\t2018 (n = 1.204)\t2019 (N=96)\nJongens, n = 88\t31\t33\n"
    told = [(m.locator, m.number) for m in _report(tmp_path, rows).missed]
    assert told[2:] == [
        ("thema/tabel/1/2018_n_1_204/_line", "1.204"),
        ("thema/tabel/1/2019_n_96/_line", "96"),
        ("thema/tabel/1/jongens_n_88/_line", "88"),
    ]
