"""Rows for programs: a gap is one of them, and a period that is not known says why."""

import kic
from kic.table.gaps import gaps_table, rows
from tests.conftest import exact, figure, gaps, indicator
from tests.table.conftest import Load

LACKING = 'registration = "unavailable"'


def test_a_gap_is_one_row(dataset: kic.Dataset) -> None:
    """Also where it has several figures, as many rows as the line that answers counts."""
    answer = kic.gaps(dataset)
    assert len(answer.gaps) < len(answer.records)
    rows = kic.records(answer)
    keys = [(row["indicator"], row["region"]) for row in rows]
    assert keys == [(r.indicator, r.region) for r in answer.gaps]
    assert len({frozenset(row) for row in rows}) == 1


def test_a_gap_of_several_figures_has_what_they_share(load: Load) -> None:
    """No number or year of only one of them; their notes together; the figures are beside it."""
    caution = 'caution = { nl = "let op", en = "mind" }, qualifier = "exact", value = 5'
    figures = figure("2019", caution) + exact("2020", 6) + figure("unknown", LACKING)
    dataset = load(indicator("a", figures, gaps("")))
    answer = kic.gaps(dataset)
    [row] = kic.records(answer, lang="en")
    assert (row["period"], row["value"], row["locator"]) == (None, None, "thema/cijfers/1")
    assert (row["registration"], row["cautions"]) == ("unavailable", ["mind"])
    beside = gaps_table(dataset, answer).data.extra["figures"]
    assert [(f["period"] and f["period"].text, f["value"]) for f in beside] == [
        ("2019", 5),
        ("2020", 6),
        (None, None),
    ]


def test_what_is_merely_not_stated_has_a_row_for_each_period(load: Load) -> None:
    """It is no gap, and is counted by figure."""
    not_stated = figure("2019", 'reason = "not_stated"') + figure("2020", 'reason = "not_stated"')
    answer = kic.gaps(load(indicator("a", not_stated)), all=True)
    assert [row["period"] for row in kic.records(answer)] == ["2019", "2020"]
    assert all(rows(answer).figures)


def test_an_unknown_period_is_not_one_that_does_not_apply(load: Load) -> None:
    """A number or a word has a period that nobody tells; what has no figure has no period."""
    words = 'qualifier = "words", words = { nl = "veel", en = "many" }'
    trend = 'trend = "up", reason = "not_stated"'
    dataset = load(
        indicator("a", exact("unknown", 1))
        + indicator("b", figure("unknown", words))
        + indicator("c", figure("unknown", trend))
        + indicator("d", figure("unknown", LACKING), gaps(""))
        + indicator("e", figure("2020", LACKING), gaps(""))
    )
    rows = kic.records(kic.show(dataset))
    assert [row["period"] for row in rows] == ["unknown", "unknown", "unknown", None, "2020"]
