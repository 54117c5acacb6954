"""What is known where and what is not, at a glance: the grid, and gaps in groups."""

import pytest

import kic
from kic.model.wording import SENTENCES_ONLY
from kic.query.gaps import gap_code
from tests.cases import each
from tests.conftest import Write, exact, figure, gaps, indicator

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


@each("code", CODES)
@each("known", ["with_number", "in_words", None])
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
        code: 1
    }
    assert [r.registration for r in grouped.gaps] == [code]


def test_gaps_by_theme_are_what_gaps_gives_anyway(dataset: kic.Dataset) -> None:
    """The themes come in the order of the page, and what concerns them all comes last."""
    grouped = kic.gaps(dataset, by="theme").records
    assert grouped == kic.gaps(dataset).records


def test_what_is_suppressed_is_not_nothing(write: Write) -> None:
    """The source names it, without a number or a gap."""
    [cell] = kic.grid(kic.load(write(indicator("a", figure("2020", 'status = "Q"'))))).cells
    assert cell.silence == SENTENCES_ONLY


@pytest.mark.parametrize(("statements", "regions"), [(1, []), (2, ["eiland"])])
def test_a_region_of_two_statements_has_cells(
    write: Write, statements: int, regions: list[str]
) -> None:
    """As one that has a figure; a region of one statement has none."""
    said = "".join(
        f'[[statements]]\ntheme = "thema"\nregion = "eiland"\nkind = "concern"\n'
        f'locator = "thema/zorgen/{n}"\nsummary = {{ nl = "x", en = "y" }}\n'
        for n in range(1, statements + 1)
    )
    cells = kic.grid(kic.load(write(indicator("a", exact("2020", 1)) + said))).cells
    assert [cell.region for cell in cells] == ["nederland", *regions]
    assert [cell.statements for cell in cells] == [0, *([statements] if regions else [])]
