"""The words nearest to one that is spelt otherwise."""

from kic.model.spelling import nearest, similarity

KNOWN = {"ots": ("ondertoezichtstelling",), "pleegzorg": ("foster care",), "nareis": ()}


def test_an_alias_leads_to_its_id() -> None:
    """Spelt right, with a slip of the finger, or in part; what is near to nothing gives none."""
    for typed in ("ondertoezichtstelling", "ondertoezichtsteling", "toezicht"):
        assert nearest(typed, KNOWN) == ["ots"], typed
    assert nearest("foster", KNOWN) == ["pleegzorg"]
    assert nearest("xyz", KNOWN) == nearest("", KNOWN) == []


def test_likeness_counts_from_what_is_asked() -> None:
    """A word is alike with itself, and as much as is asked is enough."""
    assert similarity("abcd", ["abcd", "zzzz"], 1) == 1
    assert similarity("abcd", ["abce"], 0.75) == 0.75
    assert similarity("abcd", ["abce"], 0.76) == 0
