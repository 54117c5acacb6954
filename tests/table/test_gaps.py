"""Gaps laid out: each is told by the figure that lacks something."""

from pathlib import Path

import kic
from kic.table.gaps import gaps_table
from kic.table.show import show_table
from tests.conftest import MINIMAL, Write, exact, figure, gaps, indicator, saved, sequel


def test_a_gap_is_counted_and_told_by_the_figure_that_lacks_something(write: Write) -> None:
    """Also where a figure that has no gap comes first."""
    words = 'registration = "national", qualifier = "words", words = { nl = "veel", en = "many" }'
    figures = figure("2019", words) + figure("2020", 'registration = "incomplete"')
    dataset = kic.load(write(indicator("a", figures, gaps(""))))
    page = gaps_table(dataset, kic.gaps(dataset, all=True)).page
    [block] = page.blocks
    assert block.title is not None
    assert block.title.en.endswith(": 1 gap")
    [group] = block.groups
    assert [name.en for name, _ in group.facts][:2] == ["Gap", "In the source"]
    assert len(group.rows) == 2


def test_what_had_no_number_is_told_by_its_reason_and_its_source_listed(tmp_path: Path) -> None:
    """A later edition that fills a gap in says what stood there before, and where."""
    lacking = figure("2020", 'reason = "not_stated"').replace('as_printed = "x", ', "")
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", lacking))
    dataset = kic.load([first, saved(tmp_path / "2.toml", sequel(exact("2020", 5)))])
    answer = kic.show(dataset)
    assert [row["earlier"] for row in kic.records(answer)] == [["bron: not_stated"]]
    assert set(show_table(dataset, answer).data.extra["sources"]) == {"vervolg", "bron"}
