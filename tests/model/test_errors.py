"""What is told of an error: short, with its other places, and with what was meant."""

from pathlib import Path

import pytest

from kic.model.errors import (
    DatasetError,
    KicError,
    MissingExtraError,
    OutputError,
    Problem,
    UsageError,
    cause,
    did_you_mean,
    excerpt,
    shortened,
    together,
)


@pytest.mark.parametrize(("length", "is_whole"), [(58, True), (59, False)])
def test_a_long_text_is_quoted_in_part(length: int, is_whole: bool) -> None:
    """Up to sixty characters with its quotation marks it stands whole."""
    quoted = excerpt("x" * length)
    assert (quoted == repr("x" * length)) == is_whole
    assert len(quoted) == 60


@pytest.mark.parametrize(
    ("number", "quoted"),
    [
        (10**60 - 1, "9" * 60),
        (10**60, hex(10**60)),
        (10**5000, f"{hex(10**5000)[:57]}..."),
    ],
    ids=["sixty digits", "one more", "thousands"],
)
def test_a_long_number_is_quoted_whatever_its_length(number: int, quoted: str) -> None:
    """In digits as far as these fit: Python writes no more than some thousands of them."""
    assert excerpt(number) == quoted


def test_a_long_message_keeps_its_beginning_and_its_end() -> None:
    """It is exactly as long as it may be, and one that is no longer stands whole."""
    whole = "".join(map(str, range(1000)))
    assert shortened(whole[:400]) == whole[:400]
    cut = shortened(whole)
    start, end = cut.split(" ... ")
    assert (len(cut), len(end)) == (400, 100)
    assert whole.startswith(start)
    assert whole.endswith(end)
    assert UsageError(whole).lines == (shortened(whole, 1000),)
    path = Path("x.toml")
    assert DatasetError(path, [Problem(("a",), whole)]).lines == (f"x.toml: {cut}",)


def test_an_exit_code_tells_wrong_usage_from_what_cannot_be_answered() -> None:
    """As the manual says: 2 for the question, 1 for data, files and what is not installed."""
    assert UsageError.exit_code == 2
    assert {e.exit_code for e in (KicError, DatasetError, OutputError, MissingExtraError)} == {1}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ((7,), "wrong"),
        ((7, 9), "wrong (and 1 more like it: line 9)"),
        ((7, 9, 11), "wrong (and 2 more like it: lines 9, 11)"),
        ((7, 9, 11, 13), "wrong (and 3 more like it: lines 9, 11, 13)"),
        ((7, 9, 11, 13, 15), "wrong (and 4 more like it: lines 9, 11, 13 ...)"),
        ((7, None, None), "wrong (and 2 more like it)"),
    ],
)
def test_a_mistake_made_again_is_told_once_with_its_places(
    lines: tuple[int | None, ...], told: str
) -> None:
    """The first where it stands, up to three others by their lines, the rest by their number."""
    problems = together(Problem(("a", n), "wrong", line=line) for n, line in enumerate(lines))
    assert DatasetError(Path("x.toml"), problems).lines == (f"x.toml:7: {told}",)


def test_a_mistake_is_the_same_only_at_the_same_key() -> None:
    """Wherever in a list it stands; in another file, or of another key, it is told by itself."""
    problems = [
        Problem(("a", 0), "wrong"),
        Problem(("a", 1), "wrong"),
        Problem(("b", 0), "wrong"),
        Problem(("a", 0), "wrong", path=Path("y.toml")),
        Problem(("c",), "this is wrong", like="a"),
        Problem(("d",), "that is wrong", like="a"),
    ]
    told = [(p.at, len(p.others)) for p in together(problems)]
    assert told == [(("a", 0), 1), (("b", 0), 0), (("a", 0), 0), (("c",), 1)]


def test_a_cause_and_a_name_that_was_meant_end_a_message() -> None:
    """A few words in small letters; nothing where no name is near."""
    assert cause(FileNotFoundError(2, "No such file")) == "no such file"
    assert cause(ValueError("Not this")) == "not this"
    assert did_you_mean("periode", ["value", "period"]) == "; did you mean 'period'?"
    assert did_you_mean("xyz", ["value", "period"]) == ""
    assert KicError("no").lines == ("no",)


def test_what_was_meant_takes_the_place_of_what_was_typed() -> None:
    """Also where an option holds its value, which may have a sign of equality in it."""
    error = UsageError("no", name="--format", instead=("--as",))
    assert error.corrected(["--format=a=b", "x"]) == ("--as", "a=b", "x")
    assert error.corrected(["--format", "csv"]) == ("--as", "csv")
    assert UsageError("no").corrected(["x"]) == ()
    assert UsageError("no", instead=("find", "x")).corrected(["x"]) == ("find", "x")


def test_no_option_takes_the_place_of_the_value_of_another() -> None:
    """A value may be what an argument was taken for; an option and another value are swapped."""
    region = ("--region", "caribisch")
    error = UsageError("no", name="caribisch", instead=region, others={"2020": ("--period",)})
    typed = ["--theme", "caribisch", "--notes", "x", "caribisch", "2020"]
    assert error.corrected(typed) == (*typed[:4], *region, "--period")
    error = UsageError("no", name="--format", instead=("--as",), others={"cvs": ("csv",)})
    assert error.corrected(["--notes", "--format", "cvs"]) == ("--notes", "--as", "csv")


def test_an_error_says_where_as_editors_understand_it() -> None:
    """The file of a problem, if it is of another one, with its line and column as far as known."""
    problems = [
        Problem(("a",), "wrong", "[a]", line=7, column=3),
        Problem(("a",), "wrong", line=7, path=Path("y.toml")),
    ]
    assert DatasetError(Path("x.toml"), problems).lines == (
        "x.toml:7:3: [a]: wrong",
        "y.toml:7: wrong",
    )
