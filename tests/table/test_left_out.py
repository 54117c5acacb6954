"""What filters and a limit leave out is counted and said; a limit parts nothing."""

from typing import Any

import pytest

import kic
from kic.table import Table
from kic.table.check import check_table
from kic.table.compare import compare_table
from kic.table.find import find_table
from kic.table.gaps import gaps_table
from kic.table.grid import grid_table
from kic.table.limit import first, shortened
from kic.table.show import show_table
from kic.table.themes import themes_table
from kic.table.view import select
from tests.table.said import rows, said

TABLES: dict[str, Any] = {
    "themes": themes_table,
    "show": show_table,
    "compare": compare_table,
    "gaps": gaps_table,
    "grid": grid_table,
    "find": find_table,
    "check": lambda dataset, answer: check_table(dataset, answer, "text"),
}


def limited(dataset: kic.Dataset, verb: str, answer: Any, limit: int) -> Table:
    """An answer with at most so many things, as the command gives it."""
    cut, left_out = first(dataset, answer, limit)
    of = TABLES[verb]
    return shortened(of(dataset, answer), of(dataset, cut), left_out, limit)


@pytest.mark.parametrize(
    ("asked", "line", "counts"),
    [
        ({"period": "2020"}, "Not shown: 14 gaps without a year.", {"period": {"gaps": 14}}),
        (
            {"region": "caribisch"},
            "Not shown: 13 gaps about another region.",
            {"region": {"gaps": 13}},
        ),
        (
            {"theme": "migratie"},
            "Not shown: 16 gaps under another theme.",
            {"theme": {"gaps": 16}},
        ),
        (
            {"indicators": "vroeghulp"},
            "Not shown: 16 gaps of another indicator.",
            {"indicator": {"gaps": 16}},
        ),
        (
            {"registration": "unavailable"},
            "Not shown: 13 gaps recorded otherwise.",
            {"registration": {"gaps": 13}},
        ),
    ],
)
def test_a_filter_of_gaps_says_how_many_it_leaves_out(
    dataset: kic.Dataset, asked: dict[str, str], line: str, counts: object
) -> None:
    """Below the answer, and as data."""
    table = gaps_table(dataset, kic.gaps(dataset, **asked))  # type: ignore[arg-type]
    assert said(table.page.remarks[0]) == line
    assert table.left_out == counts


def test_without_a_filter_nothing_is_left_out(dataset: kic.Dataset) -> None:
    """Nor is anything said of it."""
    for table in (gaps_table(dataset, kic.gaps(dataset)), show_table(dataset, kic.show(dataset))):
        assert table.left_out == {}
        assert not any("Not shown" in said(remark) for remark in table.page.remarks)


def test_show_counts_figures_gaps_and_statements(dataset: kic.Dataset) -> None:
    """Each of them by what it is; that other indicators are not the one named is plain."""
    table = show_table(dataset, kic.show(dataset, "migratie", period="2020"))
    assert said(table.page.remarks[0]) == (
        "Not shown: 5 figures, 1 gap, 5 statements without a year or from another period."
    )
    assert table.left_out == {"period": {"figures": 5, "gaps": 1, "statements": 5}}
    table = show_table(dataset, kic.show(dataset, indicators="nareis", period="2020"))
    assert said(table.page.remarks[0]) == "Not shown: 1 figure from another period."
    assert set(table.left_out) == {"indicator", "period", "several"}


@pytest.mark.parametrize(
    "asked", [{"period": "2020"}, {"period": "2018"}, {"region": "caribisch"}]
)
def test_show_counts_the_gaps_that_gaps_counts(
    dataset: kic.Dataset, asked: dict[str, str]
) -> None:
    """A gap that is shown is not left out as well for its figures of other years."""
    tables = (
        show_table(dataset, kic.show(dataset, **asked)),
        gaps_table(dataset, kic.gaps(dataset, **asked)),  # type: ignore[arg-type]
    )
    shown, missing = (sum(left["gaps"] for left in t.left_out.values()) for t in tables)
    assert shown == missing > 0


# -------------------------------------------------------------------------------- a limit


@pytest.mark.parametrize(
    ("verb", "limit", "left"),
    [
        ("themes", 2, {"themes": 5}),
        ("show", 5, {"indicators": 53, "statements": 30}),
        ("compare", 3, {"indicators": 11}),
        ("gaps", 3, {"gaps": 14}),
        ("grid", 1, {"themes": 6}),
    ],
)
def test_a_limit_counts_what_the_reader_counts(
    dataset: kic.Dataset, verb: str, limit: int, left: dict[str, int]
) -> None:
    """It is said how many are left out; the line that answers is that of the whole answer."""
    answer = getattr(kic, verb)(dataset)
    table = limited(dataset, verb, answer, limit)
    assert table.left_out == {"limit": left}
    assert said(table.page.remarks[0]).startswith("Not shown: ")
    assert said(table.page.remarks[0]).endswith(f"(--limit {limit}).")
    assert said(table.line) == said(TABLES[verb](dataset, answer).line)
    assert table.query["limit"] == limit


def test_a_limit_of_find_counts_hits(dataset: kic.Dataset) -> None:
    """The best ones stay."""
    answer = kic.find(dataset, "kind")
    table = limited(dataset, "find", answer, 2)
    assert [row["id"] for row in table.data.rows] == [hit.id for hit in answer.hits[:2]]
    assert table.left_out["limit"] == {"hits": len(answer.hits) - 2}


def test_a_limit_never_parts_a_series(dataset: kic.Dataset) -> None:
    """An indicator keeps all of its years and regions, a gap its figures."""
    every = kic.records(kic.show(dataset))
    for limit in range(1, 8):
        kept = limited(dataset, "show", kic.show(dataset), limit).data.rows
        names = {row["indicator"] for row in kept}
        assert len(names) == limit
        assert len(kept) == sum(row["indicator"] in names for row in every)
    gaps = limited(dataset, "gaps", kic.gaps(dataset), 12)
    assert len(gaps.data.rows) == 12
    assert {f["indicator"] for f in gaps.data.extra["figures"]} == {"helpdesk_dakloosheid"}
    assert len(gaps.data.extra["figures"]) == 3


def test_a_limited_answer_is_the_beginning_of_the_whole(dataset: kic.Dataset) -> None:
    """In its own layout, up to where it is cut."""
    whole = rows(show_table(dataset, kic.show(dataset, "migratie")).page)
    cut = rows(limited(dataset, "show", kic.show(dataset, "migratie"), 4).page)
    assert cut == whole[: len(cut)]
    whole = rows(compare_table(dataset, kic.compare(dataset)).page)
    cut = rows(limited(dataset, "compare", kic.compare(dataset), 2).page)
    assert cut == whole[: len(cut)]


def test_a_limit_that_leaves_nothing_out_changes_nothing(dataset: kic.Dataset) -> None:
    """But for being told as part of the question."""
    whole = show_table(dataset, kic.show(dataset, "migratie"))
    table = limited(dataset, "show", kic.show(dataset, "migratie"), 99)
    assert (table.left_out, table.page) == ({}, whole.page)
    assert table.data == whole.data


@pytest.mark.parametrize("verb", ["show", "compare"])
def test_what_a_limit_leaves_alone_keeps_its_name(dataset: kic.Dataset, verb: str) -> None:
    """The line that answers is about all that was asked for, and does not name it."""
    answer = getattr(kic, verb)(dataset, "nareis", "ots")
    page = limited(dataset, verb, answer, 1).page
    assert page.blocks[0].title


def test_the_counts_of_gaps_are_of_the_whole(dataset: kic.Dataset) -> None:
    """As the line that answers is."""
    table = limited(dataset, "gaps", kic.gaps(dataset), 3)
    assert table.data.extra["counts"]["total"] == 17


def test_sorted_lines_are_counted_one_by_one(dataset: kic.Dataset) -> None:
    """Sorting has parted the series already; each line has its label, number and year."""
    whole = show_table(dataset, kic.show(dataset))
    table = select(whole, sort="-value", limit=3)
    assert len(table.data.rows) == 3
    assert table.left_out == {"limit": {"rows": len(whole.data.rows) - 3}}
    assert said(table.page.remarks[0]).endswith("lines (--limit 3).")


# -------------------------------------------------------------------------------- an order


@pytest.mark.parametrize("unit", ["percent", "absolute"])
def test_an_order_begins_with_rises_or_with_falls(dataset: kic.Dataset, unit: str) -> None:
    """A minus before it turns it around, and what fell is told first."""

    def changes(order: str) -> list[float]:
        listed = kic.compare(dataset, order=order).series
        last = (s.last_change for s in listed)
        return [getattr(c, unit).rank for c in last if c]

    assert changes(unit) == sorted(changes(unit), reverse=True)
    assert changes(f"-{unit}") == sorted(changes(unit))
    for order, title in ((unit, "# Up"), (f"-{unit}", "# Down")):
        page = compare_table(dataset, kic.compare(dataset, order=order)).page
        assert rows(page)[0].startswith(title)


def test_a_limit_takes_the_gaps_in_the_order_of_their_groups(dataset: kic.Dataset) -> None:
    """Those that are read first are kept, also where they are put together otherwise."""
    answer = kic.gaps(dataset, by="region")
    kept = limited(dataset, "gaps", answer, 3).data.rows
    several = (r for group in answer.groups("region").values() for r in group if r.gap)
    assert [(row["indicator"], row["region"]) for row in kept] == [
        *dict.fromkeys(r.key[:2] for r in several)
    ][:3]
