"""Differences laid out: the line that counts them, gaps first, and each with what it was."""

from pathlib import Path
from typing import Any

import pytest

import kic
from kic.table import Table
from kic.table.diff import diff_table
from kic.table.rows import plain
from tests.cases import each
from tests.conftest import MINIMAL, exact, figure, gaps, indicator, saved, sequel
from tests.table.said import rows, said

LACKING = figure("2020", 'registration = "unavailable"')
GAP = indicator("a", LACKING, gaps(""))
FIVE, SEVEN = (indicator("a", exact("2020", value)) for value in (5, 7))


def _table(folder: Path, old: str, new: str, **filters: Any) -> Table:
    before, now = (
        kic.load(saved(folder / f"{age}.toml", MINIMAL + text))
        for age, text in (("old", old), ("new", new))
    )
    answer = kic.diff(before, now, **filters)
    return diff_table(answer.new, answer)


@each(
    ("old", "new", "line"),
    [
        (FIVE, FIVE, "No difference in figures, gaps, definitions and statements"),
        (FIVE, SEVEN, "1 figure revised"),
        (GAP, FIVE, "1 gap closed, 1 figure revised"),
        (FIVE, GAP, "1 gap opened, 1 figure revised"),
        (GAP, "[indicators]", "1 gap no longer told"),
        ("[indicators]", FIVE, "1 figure added"),
        (
            FIVE,
            FIVE.replace("Over a", "Over b"),
            "No number and no gap changed; 1 definition changed",
        ),
        (
            FIVE,
            FIVE.replace("region = ", 'note = { nl = "x", en = "x" }\nregion = '),
            "No number and no gap changed; 1 text reworded",
        ),
        (
            FIVE,
            FIVE.replace('"kinderen"', '"procent"'),
            "1 definition changed",
        ),
    ],
    ids=["none", "revised", "closed", "opened", "untold", "added", "label", "note", "unit"],
)
def test_the_line_counts_the_differences(tmp_path: Path, old: str, new: str, line: str) -> None:
    """Gaps first; where no number changed, it says so, but not where numbers count otherwise."""
    told = said(_table(tmp_path, old, new).line)
    assert told == f"{line} (from proef 1.0.0 to 1.0.0)"


@pytest.mark.parametrize(
    ("kind", "reason", "told"),
    [
        ("unclear", "unclear", "unclear, says the source"),
        ("concluded", "not_stated", "inferred by the compiler"),
    ],
)
def test_whose_word_a_gap_is_by_is_told_in_words(
    tmp_path: Path, kind: str, reason: str, told: str
) -> None:
    """As its other codes are; programs have the code."""
    lacking = figure("2020", f'reason = "{reason}"')
    table = _table(tmp_path, indicator("a", lacking, gaps(f'kind = "{kind}"')), GAP)
    [gap] = [r for r in table.data.rows if r["part"] == "gap"]
    assert {"field": "gap", "old": kind, "new": "stated"} in gap["fields"]
    shown = f"Gap: was {told}, is now stated by the source."
    assert any(shown in line for line in rows(table.page))


def test_gaps_stand_before_the_numbers_that_closed_them(tmp_path: Path) -> None:
    """A gap with its words and what came in its place; a number with what stood there before."""
    assert rows(_table(tmp_path, GAP, FIVE).page) == [
        "# 1 gap closed",
        'About a, Netherlands 2020: something | "geen cijfers" | thema/cijfers/1',
        "! Now: 5 children in 2020.",
        "# 1 figure revised",
        "About a (children, Netherlands) 2020 | none available, says the source | 5",
        "! [thema/cijfers/1]",
        "! Registration: was none available, says the source, is now not stated.",
    ]
    told = [said(remark) for remark in _table(tmp_path, GAP, FIVE).page.remarks]
    assert "does not mean that all that was missing is known" in told[0]


def test_a_revision_has_bounds_where_a_number_has(tmp_path: Path) -> None:
    """And says that the difference is kic's own."""
    more = indicator("a", figure("2020", 'qualifier = "more_than", above = 4'))
    table = _table(tmp_path, more, SEVEN)
    assert rows(table.page)[1] == "About a (children, Netherlands) 2020 | 4.. | 7 | ..+3 | ..+75%"
    assert "computed by kic" in said(table.page.remarks[-1])


def test_a_correction_says_what_is_printed(tmp_path: Path) -> None:
    """With its reason, and on whose authority; a difference of it is no change."""
    why = 'correction = { source = "bron", reason = { nl = "Fout.", en = "Error." } }'
    corrected = indicator("a", figure("2020", f'qualifier = "exact", value = 7, {why}'))
    assert rows(_table(tmp_path, FIVE, corrected).page) == [
        "# 1 figure corrected",
        "About a (children, Netherlands) 2020 | 5 | 7",
        "! [thema/cijfers/1]",
        '! Correction: now "Error. (bron)".',
        '! Corrected according to Uitgever: the source has "x".',
    ]


def test_another_definition_is_no_revision(tmp_path: Path) -> None:
    """The number stands with its unit, and nothing is subtracted."""
    share = figure("2020", 'qualifier = "exact", value = 7, unit = "procent"')
    assert rows(_table(tmp_path, FIVE, indicator("a", share)).page) == [
        "# 1 definition changed",
        "About a, Netherlands 2020 | Value: was 5 children, is now 7 per cent. | thema/cijfers/1",
    ]


def test_a_text_is_shown_in_the_language_that_changed(tmp_path: Path) -> None:
    """Two texts that look the same say nothing."""
    table = _table(tmp_path, FIVE, FIVE.replace("Over a", "Over b"))
    told = 'Indicator: About a | Label: was "Over a", is now "Over b".'
    assert rows(table.page)[1] == told


def test_of_a_list_only_what_came_and_went_is_shown(tmp_path: Path) -> None:
    """Names, cautions and places that stay are not repeated."""
    role = '{ organisation = "loket", role = { nl = "telt", en = "counts" } }'
    other = role.replace("telt", "meldt").replace("counts", "reports")
    one, both = (
        FIVE.replace("region = ", f"named = [{told}]\nregion = ")
        for told in (role, f"{role}, {other}")
    )
    told = 'Indicator: About a | Named: now "loket: reports".'
    assert rows(_table(tmp_path, one, both).page)[1] == told


def test_what_is_reworded_is_counted_and_shown_on_request(tmp_path: Path) -> None:
    """It changes no number; which texts these are, is a note."""
    noted = FIVE.replace("region = ", 'note = { nl = "Zo.", en = "So." }\nregion = ')
    page = _table(tmp_path, FIVE, noted).page
    assert rows(page) == ["# 1 text reworded", "Note: 1"]
    [line] = page.blocks[0].lines
    assert [said(note) for note in line.notes] == ['Indicator: About a: Note: now "So.".']


@pytest.mark.parametrize(
    ("years", "told"),
    [
        (("2020",), "About a, Netherlands 2020: something"),
        (("2018", "2019", "2020"), "About a, Netherlands 2018-2020: something"),
        (("unknown",), "About a, Netherlands: something"),
    ],
)
def test_a_gap_of_certain_periods_is_told_with_them(
    tmp_path: Path, years: tuple[str, ...], told: str
) -> None:
    """What was not known of 2018 is not unknown now."""
    lacking = "".join(figure(year, 'registration = "unavailable"') for year in years)
    old, new = indicator("a", exact("2021", 5)), exact("2021", 5) + lacking
    page = _table(tmp_path, old, indicator("a", new, gaps(""))).page
    assert rows(page)[1].startswith(told)


def test_a_gap_that_moved_to_another_year_is_told_otherwise(tmp_path: Path) -> None:
    """Though its words are the same: the one is known now, and the other is not."""
    both = (
        indicator("a", exact(known, 5) + figure(lacking, 'registration = "unavailable"'), gaps(""))
        for known, lacking in (("2020", "2019"), ("2019", "2020"))
    )
    table = _table(tmp_path, *both)
    assert "1 gap told otherwise" in said(table.line)
    told = " / ".join(rows(table.page))
    assert "2020: something" in told
    assert "Period: was 2019, is now 2020" in told


def test_an_added_figure_says_from_which_edition(tmp_path: Path) -> None:
    """Also where the line before is from the same; the first edition needs no telling."""
    first = saved(tmp_path / "1.toml", MINIMAL + FIVE)
    second = saved(tmp_path / "2.toml", sequel(exact("2021", 7) + exact("2022", 8)))
    answer = kic.diff(kic.load(first), kic.load([first, second]))
    table = diff_table(answer.new, answer)
    assert said(table.line) == "2 figures added (from proef 1.0.0 to vervolg 1.0.0)"
    assert rows(table.page).count('! From "Een jaar later".') == 2


def test_every_line_says_from_which_source_it_is_where_there_are_several(tmp_path: Path) -> None:
    """Of a gap and of another definition too; who is silent would be taken for the first."""
    first = saved(
        tmp_path / "1.toml", MINIMAL + FIVE + GAP.replace("[indicators.a]", "[indicators.b]")
    )
    lacking = LACKING.replace("2020", "2021")
    again = f"\n[indicators.b]\n{gaps('')}\nfigures = [\n{lacking}]\n".replace("geen", "nog geen")
    text = sequel(exact("2021", 7)) + again
    second = saved(tmp_path / "2.toml", text)
    third = saved(tmp_path / "3.toml", text.replace("thema/cijfers/1", "thema/cijfers/2"))
    answer = kic.diff(kic.load(first), kic.load([first, second]))
    assert rows(diff_table(answer.new, answer).page)[2] == '! From "Een jaar later".'
    answer = kic.diff(kic.load([first, second]), kic.load([first, third]))
    told = rows(diff_table(answer.new, answer).page)
    assert told[0] == "# 2 definitions changed"
    assert told[2] == told[4] == '! From "Een jaar later".'


@pytest.mark.parametrize(
    ("publishers", "told"),
    [
        (("A", "B"), 'was A, "S2020", is now B, "S2020".'),
        (("A", "A"), "was S2020 (one), is now S2020 (two)."),
    ],
)
def test_works_of_one_title_are_told_apart(
    tmp_path: Path, publishers: tuple[str, str], told: str
) -> None:
    """By who published them; or by their ids, where that is the same too."""
    texts = [
        f'[sources.{id_}]\npublisher = "{publisher}"\ntitle = "S2020"\n'
        + indicator("a", figure("unknown", f'qualifier = "exact", value = 5, source = "{id_}"'))
        for id_, publisher in zip(("one", "two"), publishers, strict=True)
    ]
    assert told in " ".join(rows(_table(tmp_path, *texts).page))


def test_that_no_number_changed_is_not_said_of_what_one_counts(tmp_path: Path) -> None:
    """But where an indicator has no number, its unit is no matter of one."""
    word = figure("2020", 'qualifier = "words", words = { nl = "veel", en = "many" }')
    for figures, said_so in ((exact("2020", 5), False), (word, True)):
        old = indicator("a", figures)
        line = said(_table(tmp_path, old, old.replace('"kinderen"', '"procent"')).line)
        assert line.startswith("No number and no gap changed") is said_so


def test_what_a_filter_leaves_out_is_counted(tmp_path: Path) -> None:
    """A difference elsewhere is not no difference."""
    table = _table(tmp_path, FIVE, SEVEN, region="eiland")
    assert said(table.line).startswith("No difference")
    assert table.left_out == {"region": {"differences": 1}}
    assert said(table.page.remarks[0]) == "Not shown: 1 difference about another region."
    five, seven = (indicator("a", exact("2018", 1) + exact("2020", v)) for v in (5, 7))
    table = _table(tmp_path, five, seven, period="2018")
    assert said(table.page.remarks[0]) == "Not shown: 1 difference from another period."
    table = _table(tmp_path, five, five + STATEMENT, period="2018")
    assert said(table.page.remarks[0]) == "Not shown: 1 difference without a year."


STATEMENT = """
[[statements]]
theme = "thema"
region = "eiland"
kind = "concern"
locator = "thema/zorgen/1"
summary = { nl = "Iets", en = "Something" }
"""


def test_a_statement_that_came_is_told_with_its_place(tmp_path: Path) -> None:
    """By what it says."""
    assert rows(_table(tmp_path, FIVE, FIVE + STATEMENT).page) == [
        "# 1 statement added",
        "Island: Something | thema/zorgen/1",
    ]


def test_nothing_is_a_number_too(tmp_path: Path) -> None:
    """A zero that came or went is told as one, in cells and in rows."""
    zero = indicator("a", exact("2020", 0))
    page = _table(tmp_path, zero, FIVE).page
    assert rows(page)[1].startswith("About a (children, Netherlands) 2020 | 0 | 5 | +5")
    for old, new, told in ((zero, FIVE, "value: 0 -> 5"), (FIVE, zero, "value: 5 -> 0")):
        [row] = _table(tmp_path, old, new).data.rows
        assert plain(row["fields"][0], "en") == told
    more = indicator("a", figure("2020", 'qualifier = "more_than", above = 0'))
    assert rows(_table(tmp_path, GAP, more).page)[3] == "# 1 figure revised"
    parted = FIVE.replace("value = 5", 'value = 5, unit = "procent"')
    told = "Value: was 0 children, is now 5 per cent."
    assert told in rows(_table(tmp_path, zero, parted).page)[1]


def test_a_statement_that_is_about_data_is_told_so(tmp_path: Path) -> None:
    """Whether it is, as a word."""
    table = _table(tmp_path, FIVE + STATEMENT, f"{FIVE}{STATEMENT}about_data = true\n")
    told = "Statement [thema/zorgen/1] | About data: was no, is now yes."
    assert rows(table.page)[1] == told


def test_a_gap_that_is_no_longer_told_is_not_closed(tmp_path: Path) -> None:
    """Nobody gave the number: that the newer dataset says nothing of it does not make it known."""
    told = rows(_table(tmp_path, GAP, "[indicators]").page)
    assert any(line.startswith("! No number") for line in told)


def test_a_text_that_differs_in_one_language_is_told_in_it(tmp_path: Path) -> None:
    """What stayed is not told beside what it was."""
    told = rows(_table(tmp_path, FIVE, FIVE.replace("About a", "On a")).page)
    assert any("About a" in line and "On a" in line for line in told)
    assert not any("Over a" in line for line in told)
