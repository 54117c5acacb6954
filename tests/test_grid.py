"""What is registered where, at a glance: the grid of themes and regions, and gaps in groups."""

import csv
import io
import json

import pytest

import kic
from kic.errors import UsageError
from kic.formats import Style
from kic.formats import write as written
from kic.layout.gaps import gaps_table
from kic.layout.grid import grid_table
from kic.model import Registration
from tests.conftest import Run, Write, exact, figure, indicator

GAP = 'gaps = [{ missing = { nl = "x", en = "y" } }]'


def test_every_theme_and_region_has_a_cell(dataset: kic.Dataset) -> None:
    """Also where there is nothing, which is what the grid is for."""
    cells = kic.grid(dataset).cells
    assert len(cells) == (len(dataset.themes) + 1) * len(dataset.regions)
    assert len({(c.theme, c.region) for c in cells}) == len(cells)


def test_the_grid_counts_what_gaps_lists(dataset: kic.Dataset) -> None:
    """In all cells together as many gaps as `kic gaps` has, and every indicator once."""
    answer = kic.grid(dataset)
    gaps = kic.gaps(dataset).gaps
    assert answer.gaps == len(gaps) == 18
    for cell in answer.cells:
        here = [g for g in gaps if (g.theme, g.region) == (cell.theme, cell.region)]
        assert cell.partial == sum(g.registration is Registration.PARTIAL for g in here)
        assert cell.none == sum(g.registration is Registration.NONE for g in here)
    pairs = {(r.indicator, r.region) for r in dataset.records}
    assert sum(c.national + c.partial + c.none for c in answer.cells) == len(pairs)


def test_silence_is_not_the_same_as_a_gap(dataset: kic.Dataset) -> None:
    """Neither a region of which only words are said is silent, nor what is no theme."""
    cells = {(c.theme, c.region): c for c in kic.grid(dataset).cells}
    assert cells["jeugdstrafrecht", "caribisch"].statements == 1
    assert not cells["jeugdstrafrecht", "caribisch"].silent
    assert not cells["migratie", "caribisch"].silent
    assert cells["migratie", "rotterdam"].silent
    assert not any(c.silent for c in cells.values() if c.theme is None)


def test_an_indicator_counts_once_as_its_weakest(write: Write) -> None:
    """One figure that only some keep makes the indicator a gap, however many others there are."""
    partial = figure("2020", 'qualifier = "exact", value = 2, registration = "partial"')
    path = write(indicator("a", exact("2019", 1) + partial + exact("2021", 3), GAP))
    [cell, _] = kic.grid(kic.load(path)).cells
    assert (cell.national, cell.partial, cell.none) == (0, 1, 0)


def test_the_grid_is_read_without_colour(dataset: kic.Dataset) -> None:
    """Three signs of different shape, each with its number and explained below."""
    shown = written("table", grid_table(dataset, kic.grid(dataset)), Style())
    assert isinstance(shown, str)
    lines = [line.split() for line in shown.splitlines()]
    assert ["Jeugdhulp", "●●●●●●●", "7", "●●●", "3", "de", "pagina", "zwijgt"] in lines
    assert ["◐◐◐◐◐", "5"] in lines
    assert ["○", "niet", "geregistreerd"] in lines


def test_the_grid_is_read_line_by_line(dataset: kic.Dataset) -> None:
    """Plain has a row for each cell, with the numbers in columns and silence in words."""
    answer = grid_table(dataset, kic.grid(dataset, theme="migratie"))
    shown = written("plain", answer, Style(lang="en"))
    assert isinstance(shown, str)
    rows = [" ".join(line.split()) for line in shown.splitlines()[:4]]
    assert rows == [
        "Theme Region Nationally Partly Not at all Remark",
        "Migration Netherlands 12 0 0",
        "Migration Caribbean Netherlands 0 0 1",
        "Migration Rotterdam 0 0 0 the page is silent",
    ]


def test_programs_get_the_grid_as_rows(dataset: kic.Dataset) -> None:
    """CSV and JSON hold the same numbers; truth is true or false."""
    answer = grid_table(dataset, kic.grid(dataset, region="caribisch"))
    text = written("csv", answer, Style())
    document = json.loads(written("json", answer, Style()))
    assert isinstance(text, str)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["silent"] for row in rows] == ["false"] * 7
    assert [int(r["none"]) for r in rows] == [r["none"] for r in document["records"]]
    assert document["command"] == "grid"


def test_many_indicators_do_not_make_a_cell_endless(write: Write) -> None:
    """From a number of dots that nobody counts, some stand for all."""
    path = write("".join(indicator(f"a{n}", exact("2020", n)) for n in range(100)))
    loaded = kic.load(path)
    shown = written("table", grid_table(loaded, kic.grid(loaded)), Style())
    assert isinstance(shown, str)
    assert "●●●...●●● 100" in shown


def test_gaps_by_theme_are_what_gaps_gives_anyway(dataset: kic.Dataset) -> None:
    """The themes come in the order of the page, and what concerns them all comes last."""
    grouped = kic.gaps(dataset, by="theme").records
    assert grouped == kic.gaps(dataset).records
    with pytest.raises(UsageError, match="it is one of theme, region, registration, responsible"):
        kic.gaps(dataset, by="age")


def test_the_counts_of_every_group_are_in_the_json(dataset: kic.Dataset) -> None:
    """By theme, region and organisation, each adding up to all gaps."""
    answer = gaps_table(dataset, kic.gaps(dataset))
    counts = json.loads(str(written("json", answer, Style())))["counts"]
    for by in ("theme", "region", "responsible"):
        assert sum(group["gaps"] for group in counts[by]) == counts["total"] == 18
    assert {"responsible": None, "gaps": 16} in counts["responsible"]


def test_the_grid_takes_no_filter_that_would_make_it_lie(run: Run) -> None:
    """What a filter left out is not silence, so such a question is refused."""
    for option in (("--indicator", "nareis"), ("--period", "2020"), ("--all",), ("--by", "theme")):
        done = run("gaps", "--grid", *option)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"kic: --grid counts everything; leave out {option[0]}.\n"
    assert run("gaps", "--grid", "--fail-on-gaps").returncode == 1
    assert run("gaps", "jeugdhulp", "--grid", "--region", "caribisch").returncode == 0
