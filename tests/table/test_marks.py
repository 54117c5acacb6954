"""What stands beside a number: codes, and targets."""

import pytest

import kic
from kic.model.wording import MARK
from kic.table.figures import codes, target_notes
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
