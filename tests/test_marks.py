"""What stands beside a number: codes, cautions, targets, and what kic read into it."""

import pytest

import kic
from kic.formats import Style, citations
from kic.formats import write as written
from kic.model.wording import MARK
from kic.query.change import series
from kic.report import report
from kic.report.chart import picture_of
from kic.table.figures import codes, target_notes
from kic.table.show import show_table
from tests.conftest import Write, exact, figure, gaps, indicator

ONE = 'qualifier = "exact", value = 1'


@pytest.mark.parametrize(
    ("rest", "found"),
    [
        (ONE, []),
        ('qualifier = "at_least", value = 1', ["r"]),
        ('qualifier = "less_than", below = 5', []),
        ('qualifier = "less_than", below = 5, status = "Q"', ["Q"]),
        ('qualifier = "estimate", value = 1', ["E"]),
        (f'{ONE}, status = "B"', ["B"]),
        (f'{ONE}, status = "B", inferred = ["status"]', ["b"]),
        (f'{ONE}, status = "V"', ["V"]),
        (f'{ONE}, status = "V", inferred = ["status"]', ["v"]),
        (f'{ONE}, inferred = ["period"]', ["p"]),
        (f'{ONE}, measure = "mean", inferred = ["measure", "period"]', ["p", "m"]),
        (f'{ONE}, registration = "incomplete"', ["i"]),
        (f'{ONE}, registration = "not_national"', []),
        ('registration = "incomplete"', ["O"]),
        ('registration = "unavailable", status = "B", inferred = ["status"]', ["b", "O"]),
        ('trend = "up"', ["O"]),
    ],
)
def test_a_code_says_whose_word_it_is(write: Write, rest: str, found: list[str]) -> None:
    """Capitals are of the source; what kic read into it has a small letter and its meaning."""
    text = indicator("a", figure("2020", rest), gaps("") if "registration" in rest else "")
    [record] = kic.load(write(text)).records
    assert codes(record) == found
    assert set(found) <= set(MARK)
    assert all(("kic" in MARK[code].nl) == (code in "bvpm") for code in found)


@pytest.mark.parametrize(
    "rest",
    [
        f'{ONE}, status = "A"',
        'qualifier = "less_than", below = 5, status = "Q"',
        'qualifier = "estimate", value = 1, status = "E"',
        'trend = "up", status = "O"',
        ONE,
    ],
)
def test_only_a_break_or_a_doubt_is_read_into_a_figure(write: Write, rest: str) -> None:
    """The other codes follow from what is printed: nothing of them can be inferred."""
    text = indicator("a", figure("2020", f'{rest}, inferred = ["status"]'))
    with pytest.raises(kic.DatasetError, match="only a 'status' of B or V can be inferred"):
        kic.load(write(text))


# ---------------------------------------------------------------------------- targets


def _targets(write: Write, outcome: str, aim: str) -> dict[str, list[str]]:
    text = indicator("uitkomst", outcome) + indicator("doel", aim, 'target_of = "uitkomst"')
    dataset = kic.load(write(text + indicator("ander", exact("2020", 9))))
    return {
        f"{r.indicator} {r.period}": [n.nl for n in target_notes(dataset, r)]
        for r in dataset.records
    }


def test_a_target_is_told_beside_its_outcome(write: Write) -> None:
    """Beside both, for the same period, and beside nothing else."""
    aims = exact("2020", 3) + exact("2021", 4)
    assert _targets(write, exact("2019", 2) + exact("2020", 1), aims) == {
        "uitkomst 2019": [],
        "uitkomst 2020": ["Gelukt: 1 van de 3 beoogde."],
        "doel 2020": ["Gelukt: 1 van de 3 beoogde."],
        "doel 2021": [],
        "ander 2020": [],
    }


@pytest.mark.parametrize(
    "outcome",
    [
        figure("2020", 'qualifier = "exact", value = 1, region = "eiland"'),
        figure("2020", 'qualifier = "less_than", below = 5'),
        figure("2020", 'trend = "up"'),
    ],
    ids=["region", "less than", "direction"],
)
def test_a_target_without_an_outcome_tells_nothing(write: Write, outcome: str) -> None:
    """In another region, below a bound, or without a number there is nothing to set it beside."""
    assert not any(_targets(write, outcome, exact("2020", 3)).values())


def test_a_target_is_written_as_the_language_does(write: Write) -> None:
    """1.250 and not 1250, as everywhere that people read."""
    found = _targets(write, exact("2020", 1250), exact("2020", 3000))
    assert found["doel 2020"] == ["Gelukt: 1.250 van de 3.000 beoogde."]


def test_a_share_is_no_number_of_what_was_aimed_at(write: Write) -> None:
    """62,5 per cent where 50 was aimed at is not 62,5 of 50."""
    share = 'qualifier = "exact", value = %s, unit = "procent"'
    found = _targets(write, figure("2020", share % 62.5), figure("2020", share % 50))
    assert not any("62.5 van de 50" in note for notes in found.values() for note in notes)


# --------------------------------------------------------------------------- cautions


def test_a_caution_stands_wherever_its_number_does(write: Write) -> None:
    """In a table, in rows, with a change, in a citation, a chart and the report."""
    caution = 'caution = { nl = "Pas op.", en = "Beware." }'
    text = indicator(
        "a",
        exact("2019", 1) + figure("2020", f"{ONE}, {caution}"),
        'caution = { nl = "Altijd.", en = "Always." }',
    )
    dataset = kic.load(write(text))
    first, second = dataset.records
    assert [c.en for c in first.cautions] == ["Always."]
    assert [c.en for c in second.cautions] == ["Beware.", "Always."]
    [compared] = kic.compare(dataset, "a").series
    assert [n.en for n in compared.changes[0].notes] == ["Always.", "Beware."]
    drawn = picture_of(dataset, series(dataset, dataset.records))
    places = {
        "table": _table(dataset),
        "rows": str(kic.records(kic.show(dataset, "a"), "en")[1]["cautions"]),
        "citation": citations.write(
            kic.cite(dataset, "a", figure="2020"), "text", Style(lang="en")
        ),
        "chart": " ".join(note.en for note in drawn.notes),
        "report": report(dataset, "en"),
    }
    for place, told in places.items():
        for words in ("Beware", "Always"):
            assert words in told, place


def _table(dataset: kic.Dataset) -> str:
    """The figures of an indicator in full, as a table in English."""
    return str(written("table", show_table(dataset, kic.show(dataset, "a")), Style(lang="en")))


def test_a_note_is_background(write: Write) -> None:
    """It stands with the figure and not in a citation, nor with a change."""
    note = 'note = { nl = "Terzijde.", en = "By the way." }'
    dataset = kic.load(write(indicator("a", exact("2019", 1) + figure("2020", f"{ONE}, {note}"))))
    assert "By the way." in _table(dataset)
    cited = citations.write(kic.cite(dataset, "a"), "text", Style(lang="en"))
    assert "By the way." not in cited
    [compared] = kic.compare(dataset, "a").series
    assert compared.changes[0].notes == ()
