"""The words nearest to one that is spelt otherwise."""

import pytest

from kic.model.spelling import nearest, similarity, suggestion

KNOWN = {"ots": ("ondertoezichtstelling",), "pleegzorg": ("foster care",), "nareis": ()}


def test_an_alias_leads_to_its_id() -> None:
    """Spelt right, with a slip of the finger, or in part; what is near to nothing gives none."""
    for typed in ("ondertoezichtstelling", "ondertoezichtsteling", "toezicht"):
        assert nearest(typed, KNOWN) == ["ots"], typed
    assert nearest("foster", KNOWN) == nearest("fostr", KNOWN) == ["pleegzorg"]
    assert nearest("xyz", KNOWN) == nearest("", KNOWN) == []


@pytest.mark.parametrize(
    ("typed", "known", "ids"),
    [
        ("zorg", "jeugdzorg zorgplekken zorgplek", "zorgplek zorgplekken jeugdzorg"),
        (
            "zorg",
            "zorgplaatsen zorgplekken jeugdzorg zorgplek",
            "zorgplek zorgplekken zorgplaatsen",
        ),
        ("zo", "zorgplek", ""),
        ("zor", "zorgplek", "zorgplek"),
        ("zorginstelling", "zorg", "zorg"),
        ("zorginstelling", "zor", ""),
        ("jeugdhulp_wachttijdn", "jeugdhulp_wachttijd jeugdhulp", "jeugdhulp_wachttijd"),
    ],
)
def test_the_nearest_come_first_and_at_most_three(typed: str, known: str, ids: str) -> None:
    """What begins so, the shortest first, and then what has it; a slip of the finger alone."""
    assert nearest(typed, dict.fromkeys(known.split(), ())) == ids.split()


def test_all_that_bear_an_alias_are_near_to_it() -> None:
    """But no more than anybody reads."""
    known = {f"indicator_{letter}": ("nareis",) for letter in "abcd"}
    assert nearest("nareiss", known) == ["indicator_a", "indicator_b", "indicator_c"]
    assert suggestion(["a", "b"]) == "; did you mean 'a', 'b'?"
    assert suggestion([]) == "."


def test_likeness_counts_from_what_is_asked() -> None:
    """A word is alike with itself, and as much as is asked is enough."""
    assert similarity("abcd", ["abcd", "zzzz"], 1) == 1
    assert similarity("abcd", ["abce"], 0.75) == 0.75
    assert similarity("abc", ["abcde"], 0.75) == 0.75
    assert similarity("abcd", ["abce"], 0.76) == 0
