"""What is told of an error: short, with its other places, and with what was meant."""

from pathlib import Path

import pytest

from kic.model.errors import DatasetError, Problem, UsageError, excerpt, together


@pytest.mark.parametrize(("length", "is_whole"), [(58, True), (59, False)])
def test_a_long_text_is_quoted_in_part(length: int, is_whole: bool) -> None:
    """Up to sixty characters with its quotation marks it stands whole."""
    quoted = excerpt("x" * length)
    assert (quoted == repr("x" * length)) == is_whole
    assert len(quoted) <= 60


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((7,), "wrong"),
        ((7, 9), "wrong (and 1 more like it: line 9)"),
        ((7, 9, 11), "wrong (and 2 more like it: lines 9, 11)"),
        ((7, 9, 11, 13), "wrong (and 3 more like it: lines 9, 11, 13)"),
        ((7, 9, 11, 13, 15), "wrong (and 4 more like it: lines 9, 11, 13 ...)"),
    ],
)
def test_a_mistake_made_again_is_told_once_with_its_places(
    lines: tuple[int, ...], told: str
) -> None:
    """The first where it stands, up to three others by their lines, the rest by their number."""
    problems = together(Problem(("a", n), "wrong", line=line) for n, line in enumerate(lines))
    assert DatasetError(Path("x.toml"), problems).lines == (f"x.toml:7: {told}",)


def test_what_was_meant_takes_the_place_of_what_was_typed() -> None:
    """Also where an option holds its value, which may have a sign of equality in it."""
    error = UsageError("no", name="--format", instead=("--as",))
    assert error.corrected(["--format=a=b", "x"]) == ("--as", "a=b", "x")
    assert error.corrected(["--format", "csv"]) == ("--as", "csv")
    assert UsageError("no").corrected(["x"]) == ()
