"""What is known where and what is not, at a glance: the grid, and gaps in groups."""

import csv
import io
import json

import pytest

import kic
from kic.formats import Style
from kic.formats import write as written
from kic.query.gaps import gap_code
from kic.table.gaps import gaps_table
from kic.table.grid import grid_table
from tests.conftest import Run, Write, exact, figure, gaps, indicator

CODES = ("not_national", "incomplete", "unavailable", "unclear", "concluded")


def test_every_theme_and_region_has_a_cell(dataset: kic.Dataset) -> None:
    """Also where there is nothing; but a region of a single statement takes no column."""
    cells = kic.grid(dataset).cells
    assert {c.region for c in cells} == {"nederland", "caribisch"}
    assert len(cells) == (len(dataset.themes) + 1) * 2
    assert len({(c.theme, c.region) for c in cells}) == len(cells)
    assert {c.region for c in kic.grid(dataset, region="rotterdam").cells} == {"rotterdam"}


def test_the_grid_counts_what_gaps_lists(dataset: kic.Dataset) -> None:
    """In all cells together as many gaps as `kic gaps` has, by the same codes."""
    answer = kic.grid(dataset)
    found = kic.gaps(dataset).gaps
    assert answer.gaps == len(found) == 17
    for cell in answer.cells:
        here = [gap_code(g) for g in found if (g.theme, g.region) == (cell.theme, cell.region)]
        assert {code: getattr(cell, code) for code in CODES} == {c: here.count(c) for c in CODES}
    numbers = {(r.indicator, r.region) for r in dataset.records if r.interval.known}
    assert sum(c.with_number for c in answer.cells) == len(numbers)


def test_nothing_is_not_the_same_as_a_gap(dataset: kic.Dataset) -> None:
    """Neither is a region of which there are sentences only."""
    cells = {(c.theme, c.region): c for c in kic.grid(dataset).cells}
    caribbean = cells["jeugdstrafrecht", "caribisch"]
    assert (caribbean.statements, caribbean.counts) == (1, ())
    assert cells["migratie", "caribisch"].counts
    nothing = cells[None, "caribisch"]
    assert (nothing.statements, nothing.counts, nothing.gaps) == (0, (), 0)


LACKING = ("not_national", "incomplete", "unavailable")


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("known", ["with_number", "in_words", None])
def test_an_indicator_counts_once_and_its_gap_besides(
    write: Write, code: str, known: str | None
) -> None:
    """By its number, else its word; a gap of each kind has its own code, whatever is known."""
    rest = f'registration = "{code}"' if code in LACKING else 'reason = "unclear"'
    figures = "" if code == "concluded" else figure("2019", rest)
    told = {"with_number": exact("2020", 2), "in_words": figure("2020", 'trend = "up"')}
    figures += told.get(known or "", figure("2020", 'reason = "not_stated"'))
    gap = gaps("" if code in LACKING else f'kind = "{code}"')
    [cell] = kic.grid(kic.load(write(indicator("a", figures, gap)))).cells
    counted = {name: getattr(cell, name) for name in ("with_number", "in_words", *CODES)}
    assert counted == {name: int(name in (known, code)) for name in counted}
    assert (cell.gaps, bool(cell.counts)) == (1, True)


@pytest.mark.parametrize("code", LACKING)
def test_a_gap_is_counted_whichever_figure_tells_it(write: Write, code: str) -> None:
    """A figure before it that somebody keeps does not hide what a later one lacks."""
    lacking = figure("2020", f'registration = "{code}"')
    path = write(indicator("a", exact("2019", 1) + lacking + exact("2021", 3), gaps("")))
    answer = kic.grid(kic.load(path))
    assert [getattr(cell, code) for cell in answer.cells] == [1]
    assert answer.gaps == len(kic.gaps(kic.load(path)).gaps) == 1
    grouped = kic.gaps(kic.load(path), by="registration")
    assert {code_: len(rows) for code_, rows in grouped.groups("registration").items()} == {
        code: 3
    }
    assert [r.registration for r in grouped.gaps] == [code]


@pytest.mark.parametrize(("kind", "kept"), [("stated", False), ("concluded", True)])
def test_a_national_figure_has_no_gap_of_the_source(write: Write, kind: str, kept: bool) -> None:
    """What the source lacked before it has now; what kic concludes may still be missing."""
    lacking = figure("2019", 'registration = "unavailable"') if kind == "stated" else ""
    text = indicator(
        "a",
        lacking + figure("2020", 'qualifier = "exact", value = 8, registration = "national"'),
        gaps(f'kind = "{kind}"'),
    )
    *_, now = kic.load(write(text)).records
    assert (now.gap is not None) == kept


def test_the_grid_is_read_without_colour(dataset: kic.Dataset) -> None:
    """Signs of different shape, each with its number and explained below."""
    shown = written("table", grid_table(dataset, kic.grid(dataset)), Style())
    assert isinstance(shown, str)
    lines = [line.split() for line in shown.splitlines()]
    assert ["Jeugdhulp", "●●●●●●●", "7", "●●●", "3"] in lines
    assert ["○○○○○", "5"] in lines
    assert ["×", "lacune:", "niet", "beschikbaar", "volgens", "de", "bron"] in lines
    assert ["∴", "lacune:", "afgeleid", "door", "kic"] in lines
    assert "alleen in tekst" in shown
    assert "niets in de bron" in shown


def test_the_grid_is_read_line_by_line(dataset: kic.Dataset) -> None:
    """Plain has a row for each cell, with the numbers in columns and nothing in words."""
    answer = grid_table(dataset, kic.grid(dataset, theme=("migratie", "jeugdstrafrecht")))
    shown = written("plain", answer, Style(lang="en"))
    assert isinstance(shown, str)
    rows = [" ".join(line.split()) for line in shown.splitlines()[:5]]
    assert rows == [
        "Theme Region With a number In words "
        "Not national Incomplete No figures Unclear Concluded Remark",
        "Migration Netherlands 6 6 0 0 0 0 0",
        "Migration Caribbean Netherlands 0 0 0 0 1 0 0",
        "Juvenile justice Netherlands 10 0 0 1 0 0 0",
        "Juvenile justice Caribbean Netherlands 0 0 0 0 0 0 0 in text only",
    ]


def test_programs_get_the_grid_as_rows(dataset: kic.Dataset) -> None:
    """CSV and JSON hold the same numbers."""
    answer = grid_table(dataset, kic.grid(dataset, region="caribisch"))
    text = written("csv", answer, Style())
    document = json.loads(written("json", answer, Style()))
    assert isinstance(text, str)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    for name in ("with_number", "in_words", *CODES, "statements"):
        assert [int(r[name]) for r in rows] == [r[name] for r in document["records"]], name
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


def test_the_counts_of_every_group_are_in_the_json(dataset: kic.Dataset) -> None:
    """By kind, registration, theme and region, each adding up to all; several may be named."""
    answer = gaps_table(dataset, kic.gaps(dataset))
    counts = json.loads(str(written("json", answer, Style())))["counts"]
    for by in ("theme", "region"):
        assert sum(group["gaps"] for group in counts[by]) == counts["total"] == 17
    assert counts["kind"] == {"stated": 14, "unclear": 2, "concluded": 1}
    assert counts["registration"] == {
        "not_national": 6,
        "incomplete": 4,
        "unavailable": 4,
        "unstated": 3,
    }
    named = {group["named"]: group["gaps"] for group in counts["named"]}
    assert named.pop(None) == 11
    assert named == dict.fromkeys(
        [
            *("veilig_thuis", "wijkteams", "commissie_de_winter", "rijksoverheid"),
            *("raad_kinderbescherming", "ind", "kinderrechtenhelpdesk", "comensha"),
        ],
        1,
    )


def test_the_grid_takes_no_filter_that_would_make_it_lie(run: Run) -> None:
    """What a filter left out is not silence, so such a question is refused."""
    for option in (("--indicator", "nareis"), ("--period", "2020"), ("--all",), ("--by", "theme")):
        done = run("gaps", "--grid", *option)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"kic: --grid counts everything; leave out {option[0]}.\n"
    assert run("gaps", "--grid", "--fail-on-gaps").returncode == 1
    assert run("gaps", "jeugdhulp", "--grid", "--region", "caribisch").returncode == 0
