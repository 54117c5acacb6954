"""Questions about several editions."""

from pathlib import Path

import pytest

import kic
from tests.conftest import MINIMAL, exact, figure, gaps, indicator, saved, sequel


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """An edition with one indicator, of two years."""
    return saved(
        tmp_path / "2020.toml", MINIMAL + indicator("a", exact("2019", 5) + exact("2020", 7))
    )


def test_an_edition_adds_figures_by_id(tmp_path: Path, first: Path) -> None:
    """Two files, or their folder, are one dataset; an added figure has its own source."""
    second = saved(tmp_path / "2021.toml", sequel(exact("2021", 9)))
    for data in ([first, second], tmp_path):
        dataset = kic.load(data)
        assert [(r.period.text, r.value, r.source) for r in dataset.records] == [
            ("2019", 5, "bron"),
            ("2020", 7, "bron"),
            ("2021", 9, "vervolg"),
        ]
        [series] = kic.compare(dataset).series
        assert [c.absolute.value for c in series.changes] == [2, 2]


def test_of_the_gaps_of_several_editions_the_last_is_told(tmp_path: Path) -> None:
    """It is one gap; what the earlier one said stays with its figure."""
    lacking = 'registration = "unavailable"'
    base = indicator("a", figure("2020", lacking), gaps(""))
    later = gaps("").replace("geen cijfers", "weer niets")
    first = saved(tmp_path / "1.toml", MINIMAL + base)
    told = sequel(figure("2021", lacking)).replace("[indicators.a]", f"[indicators.a]\n{later}")
    dataset = kic.load([first, saved(tmp_path / "2.toml", told)])
    [gap] = kic.gaps(dataset).gaps
    assert (gap.period.text, gap.gap and gap.gap.as_printed) == ("2021", "weer niets")


def test_a_number_of_the_year_of_a_gap_closes_it(tmp_path: Path) -> None:
    """The edition before told of none for that year, and nobody does any more."""
    lacking = figure("2020", 'registration = "not_national"')
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", lacking, gaps("")))
    second = saved(tmp_path / "2.toml", sequel(exact("2020", 44)))
    closed, *_ = kic.diff(kic.load(first), kic.load([first, second])).differences
    assert (closed.kind, [r.value for r in closed.beside]) == ("gap_closed", [44])


def test_how_figures_count_is_not_told_of_another_edition_where_it_was_inferred(
    tmp_path: Path,
) -> None:
    """What was read into one page is not on the next."""
    read = figure("2020", 'qualifier = "exact", value = 7, inferred = ["measure"]')
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", read, 'measure = "mean"'))
    second = saved(tmp_path / "2.toml", sequel(exact("2021", 9)))
    assert [r.measure for r in kic.load([first, second]).records] == ["mean", None]
    [series] = kic.compare(kic.load([first, second]), "a").series
    assert [c.en for c in series.changes[0].cautions] == [
        '2020 from "Titel", 2021 from "Een jaar later".',
        "Not known whether 2020 and 2021 are counted in the same way.",
    ]


def test_editions_of_one_title_are_told_apart_by_their_dates(tmp_path: Path, first: Path) -> None:
    """A yearly report keeps its title; what has no date has its title alone."""
    text = sequel(exact("2021", 9)).replace('"Een jaar later"', '"Titel"\npublished = "2022"')
    dataset = kic.load([first, saved(tmp_path / "2021.toml", text)])
    [series] = kic.compare(dataset, "a").series
    assert [c.en for c in series.changes[-1].cautions] == [
        '2020 from "Titel", 2021 from "Titel", 2022.'
    ]


def test_what_another_publisher_adds_is_no_edition_of_the_publication(
    tmp_path: Path, first: Path
) -> None:
    """As figures for comparison; they may be counted otherwise."""
    text = sequel(exact("2021", 9)).replace('publisher = "Uitgever"', 'publisher = "Ander"')
    dataset = kic.load([first, saved(tmp_path / "2021.toml", text)])
    again = text.replace("vervolg", "later").replace('"proef"', '"vervolg"')
    files = [edition.path for edition in dataset.files]
    more = kic.load([*files, saved(tmp_path / "3.toml", again)])
    assert [[*those.own] for those in (dataset, more)] == [["bron"]] * 2
    assert dataset.title.nl == more.title.nl == "Proef"
    [series] = kic.compare(dataset, "a").series
    assert "may have been counted differently" in series.changes[-1].cautions[0].en
