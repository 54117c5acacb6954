"""A table to read: as wide as its place, nothing broken, nothing lost, and bars to scale."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kic
from kic.formats import UNLIMITED, Style
from kic.formats.bars import BRUSHES, bar
from kic.formats.cell_text import cell
from kic.model import Reason
from kic.model.digits import number
from kic.model.interval import Interval
from kic.model.wording import REASON
from kic.table import Bar
from kic.table.show import show_table
from tests.answers import written
from tests.cases import each
from tests.formats.conftest import VERBS, Answers, said


@each("notes", [False, True])
@each("width", [40, 60, 80, 100, 200, UNLIMITED])
@each("verb", VERBS)
def test_a_table_fits_and_loses_nothing(
    answers: Answers, verb: str, width: int, notes: bool
) -> None:
    """At any width no line is too long, and the words and digits are all there."""
    style = Style(width=width, notes=notes)
    text = written("table", answers[verb], style)
    lines = text.splitlines()
    if width < UNLIMITED:  # but an address stays in one piece
        assert max((len(n) for n in lines if "http" not in n), default=0) <= width
    assert "\u2026" not in text
    squeezed = re.sub(r"\s", "", text)
    for told in said(answers[verb], style):
        for piece in re.split(r"[\s/]+", told):
            assert piece in squeezed, (piece, width)


@pytest.mark.parametrize("width", [32, 44, 60])
def test_words_with_a_slash_keep_their_blanks(dataset: kic.Dataset, width: int) -> None:
    """Only a place is folded at its slashes, not a phrase that has one."""
    words = REASON[Reason.INCOMPLETE].nl
    answer = show_table(dataset, kic.show(dataset, "kindermishandeling_aanpak"))
    text = written("table", answer, Style(width=width))
    assert set(words.split()) <= set(text.split())


@pytest.mark.parametrize("width", [40, 80, 200])
def test_numbers_and_places_are_never_broken(answers: Answers, width: int) -> None:
    """A number stands on one line; a place is folded at its slashes only."""
    words = set(re.split(r"[\s\[\]]+", written("table", answers["show"], Style(width=width))))
    for record in answers["show"].data.rows:
        if record["value"] is not None:
            assert number(record["value"], "nl") in words
        whole = record["locator"]
        assert {whole, whole.removeprefix(f"{record['theme']}/")} & words, whole


@pytest.mark.parametrize(
    ("verb", "numbers"), [("show", ("30.850", "2.080", "48")), ("compare", ("14.214", "360"))]
)
def test_numbers_stand_to_the_right(answers: Answers, verb: str, numbers: tuple[str, ...]) -> None:
    """The last digits of a column are under each other."""
    lines = written("table", answers[verb], Style(width=120)).splitlines()
    ends = {
        match.end()
        for n in numbers
        for line in lines
        if (match := re.search(rf"  {re.escape(n)}(?=\s)", line))
    }
    assert len(ends) == 1


@each("format_", ["table", "plain", "markdown", "html"])
@each("verb", VERBS)
def test_an_answer_has_clean_edges(answers: Answers, verb: str, format_: str) -> None:
    """No blank at the end of a line, no two empty lines, and one line end at the end of all."""
    text = written(format_, answers[verb], Style(width=80, notes=True))
    lines = text.split("\n")
    assert [line for line in lines if line != line.rstrip()] == []
    assert "\n\n\n" not in text
    assert lines[-1] == "" != lines[-2]


@each("verb", VERBS)
@each("format_", ["table", "plain"])
def test_the_answer_is_first_and_the_source_is_last(
    answers: Answers, verb: str, format_: str
) -> None:
    """Whoever stops after a line has the answer; whoever goes on ends at a source."""
    first, *_, last = written(format_, answers[verb], Style()).splitlines()
    assert first == cell(answers[verb].line, Style()).replace("\u00a0", " ")
    page = answers[verb].page
    sources = (*page.sources, *page.background)
    assert not sources or any(source.url and last.endswith(source.url) for source in sources)


def test_a_value_and_what_is_missing_stand_out(answers: Answers) -> None:
    """The value is bold, a gap is as strong and has a colour of its own, the source is dim."""
    text = written("table", answers["show"], Style(color=True))
    for code, words in (("1", "289"), ("1;35", "Lacune"), ("2", "Kinderrechtencollectief")):
        assert re.search(rf"\x1b\[{code}m *(- )?{words}", text), words


@each("verb", VERBS)
def test_colour_changes_nothing_but_the_colour(answers: Answers, verb: str) -> None:
    """Without its escape codes a coloured table is the plain one."""
    plain = written("table", answers[verb], Style(width=80))
    coloured = written("table", answers[verb], Style(width=80, color=True))
    assert "\x1b[" in coloured
    assert "\x1b" not in plain
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 40))
def test_a_bar_is_as_long_as_its_number(value: int, longest: int, width: int) -> None:
    """In proportion to within an eighth of a character, and visible if not zero."""
    value = min(value, longest)
    drawn = bar(Bar(Interval.exact(value), longest), width, BRUSHES["blocks"])
    eighths = sum(" ▏▎▍▌▋▊▉█".index(c) for c in drawn)
    assert abs(eighths - value / longest * width * 8) <= 1
    assert bool(drawn) == bool(value)


@each(
    ("interval", "blocks", "ascii_"),
    [
        (Interval.exact(10), "██████████", "##########"),
        (Interval(7, 6, 8), "██████░░", "######--"),
        (Interval(6, 6, None), "██████→", "######>"),
        (Interval(10, 10, None), "█████████→", "#########>"),
        (Interval(None, 0, 5), "░░░░░", "-----"),
        (Interval(None, None, 5), "░░░░░", "-----"),
        (Interval(4, None, None), "▒▒▒▒", "~~~~"),
        (Interval(None, None, None), "· · · · · ", ". . . . . "),
    ],
    ids=[
        "exact",
        "range",
        "at least",
        "the longest",
        "less than",
        "at most",
        "estimate",
        "unknown",
    ],
)
def test_a_bar_shows_what_is_uncertain(interval: Interval, blocks: str, ascii_: str) -> None:
    """Certain, possible, without end, estimated and missing: each drawn in its own way."""
    assert bar(Bar(interval, 10), 10, BRUSHES["blocks"]) == blocks
    assert bar(Bar(interval, 10), 10, BRUSHES["ascii"]) == ascii_


@given(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.integers(2, 40),
    st.sampled_from(sorted(BRUSHES)),
)
def test_a_range_is_never_drawn_as_a_number(low: int, more: int, width: int, name: str) -> None:
    """However close its bounds are, a part of the bar says that it is not certain."""
    drawn = bar(Bar(Interval(None, low, low + more + 1), low + more + 1), width, BRUSHES[name])
    assert BRUSHES[name]["maybe"] in drawn
    assert len(drawn) == width


def test_what_is_missing_beside_zeros_is_drawn() -> None:
    """Where every number is zero none is the longest, and a gap is seen all the same."""
    assert bar(Bar(Interval(), 0), 4, BRUSHES["ascii"]) == ". . "
