"""Gaps laid out: each is told by the figure that lacks something."""

from pathlib import Path

import pytest

import kic
from kic.table.gaps import gaps_table
from kic.table.show import show_table
from tests.conftest import MINIMAL, exact, figure, gaps, indicator, saved, sequel
from tests.table.conftest import Load
from tests.table.said import rows, said

LACKING = 'registration = "unavailable"'
ISLAND = 'region = "eiland"'
NOT_STATED = 'reason = "not_stated"'
UNCLEAR = 'reason = "unclear"'


def test_a_gap_is_counted_and_told_by_the_figure_that_lacks_something(load: Load) -> None:
    """Also where a figure that has no gap comes first."""
    words = 'registration = "national", qualifier = "words", words = { nl = "veel", en = "many" }'
    figures = figure("2019", words) + figure("2020", 'registration = "incomplete"')
    dataset = load(indicator("a", figures, gaps("")))
    table = gaps_table(dataset, kic.gaps(dataset, all=True))
    assert said(table.line) == "1 gap: 1 stated by the source, plus 1 with no number given"
    assert rows(table.page)[0] == 'something in 2020 | "geen cijfers" | thema/cijfers/1'


def test_what_had_no_number_is_told_by_its_reason_and_its_source_listed(tmp_path: Path) -> None:
    """A later edition that fills a gap in says what stood there before, and where."""
    lacking = figure("2020", 'reason = "not_stated"').replace('as_printed = "x", ', "")
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", lacking))
    dataset = kic.load([first, saved(tmp_path / "2.toml", sequel(exact("2020", 5)))])
    answer = kic.show(dataset)
    assert [row["earlier"] for row in kic.records(answer)] == [["bron: not_stated"]]
    assert set(show_table(dataset, answer).data.extra["sources"]) == {"vervolg", "bron"}


def test_a_gap_of_two_editions_is_one_in_the_words_of_the_later(tmp_path: Path) -> None:
    """For programs too; a filter by year has those of the earlier one."""
    first = MINIMAL + indicator("a", figure("2020", LACKING), gaps(""))
    again = gaps("").replace("geen cijfers", "nog altijd niets")
    later = sequel(figure("2022", LACKING)).replace("[indicators.a]", f"[indicators.a]\n{again}")
    paths = [saved(tmp_path / "1.toml", first), saved(tmp_path / "2.toml", later)]
    dataset = kic.load(paths)
    told = [kic.records(kic.gaps(dataset, period=year)) for year in (None, "2020")]
    words = [[row["gap_as_printed"] for row in told_] for told_ in told]
    assert words == [["nog altijd niets"], ["geen cijfers"]]


def test_a_gap_of_some_of_the_periods_names_them(load: Load) -> None:
    """Where there are figures of others, which lack nothing; not if one has no period."""
    figures = exact("2018", 5) + figure("2019", LACKING) + figure("2020", LACKING)

    def told(figures: str, period: str | None = None) -> str:
        dataset = load(indicator("a", figures, gaps("")))
        return rows(gaps_table(dataset, kic.gaps(dataset, period=period)).page)[0].split(" | ")[0]

    assert told(figures) == "something in 2019, 2020"
    assert told(figures, "2020") == "something in 2020"
    assert told(figures + figure("unknown", LACKING)) == "something"
    assert told(figure("2020", LACKING)) == "something"


@pytest.mark.parametrize("year", ["2020", "2022"])
def test_what_another_publisher_says_of_a_gap_stands_beside_it(tmp_path: Path, year: str) -> None:
    """Each with whose words it is, of the same period or of another one."""
    first = MINIMAL + indicator("a", figure("2020", LACKING), gaps(""))
    again = gaps("").replace("geen cijfers", "zuid zweeg")
    later = sequel(figure(year, LACKING)).replace("[indicators.a]", f"[indicators.a]\n{again}")
    later = later.replace('"Uitgever"', '"Ander"')
    paths = [saved(tmp_path / "1.toml", first), saved(tmp_path / "2.toml", later)]
    dataset = kic.load(paths)
    told = "\n".join(rows(gaps_table(dataset, kic.gaps(dataset)).page))
    own, other = (
        ("geen cijfers", "zuid zweeg") if year == "2020" else ("zuid zweeg", "geen cijfers")
    )
    by = 'Ander, "Een jaar later"' if year == "2020" else 'Uitgever, "Titel"'
    assert f'something | "{own}"' in told
    assert f"According to {by}" in told
    assert f'something: "{other}".' in told
    assert ("Another source: Ander." in told) == (year == "2022")
    shown = kic.show(dataset, "a", period="2020")
    page = "\n".join(rows(show_table(dataset, shown).page))
    assert ("According to Ander" in page) == (year == "2020")


def test_a_gap_that_its_publisher_closed_is_told_beside_no_number(tmp_path: Path) -> None:
    """What another publisher then gives differs from its number only."""
    texts = [MINIMAL + indicator("a", figure("2020", LACKING), gaps(""))]
    texts.append(sequel(exact("2020", 5)))
    other = sequel(exact("2020", 6)).replace('"Uitgever"', '"Ander"')
    texts.append(other.replace("vervolg", "ander").replace("Een jaar", "Iets"))
    paths = [saved(tmp_path / f"{n}.toml", text) for n, text in enumerate(texts)]
    for files, is_told in ((paths, False), ((paths[0], paths[2]), True)):
        dataset = kic.load(files)
        page = show_table(dataset, kic.show(dataset, "a")).page
        assert ("According to" in "\n".join(rows(page))) == is_told


# -------------------------------------------------------------------------- laid out


def _gap(name: str, missing: str, rest: str = LACKING, of_gap: str = "") -> str:
    """An indicator of which one thing is missing."""
    told = gaps(of_gap).replace("something", missing)
    return indicator(name, figure("2020", rest), told)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (_gap("a", "one"), "1 gap, stated by the source"),
        (_gap("a", "one") + _gap("b", "two"), "2 gaps, stated by the source"),
        (
            _gap("a", "one") + _gap("b", "two", UNCLEAR, 'kind = "unclear"'),
            "2 gaps: 1 stated by the source, 1 unclear according to the source",
        ),
        (
            _gap("a", "one") + indicator("b", exact("2020", 1), gaps('kind = "concluded"')),
            "2 gaps: 1 stated by the source, 1 inferred by the compiler",
        ),
        (indicator("a", exact("2020", 1)), "0 gaps"),
    ],
    ids=["one", "two", "unclear", "concluded", "none"],
)
def test_the_line_counts_gaps_by_whose_word_they_are(load: Load, text: str, line: str) -> None:
    """The parts add up to the whole."""
    dataset = load(text)
    assert said(gaps_table(dataset, kic.gaps(dataset)).line) == line


def test_gaps_that_share_a_sentence_stand_together(load: Load) -> None:
    """The words of the source once, after all that is missing according to them."""
    dataset = load(_gap("a", "one") + _gap("b", "two"))
    assert rows(gaps_table(dataset, kic.gaps(dataset)).page) == [
        "# Theme (2)",
        'one, two | "geen cijfers" | cijfers/1',
    ]
    assert rows(show_table(dataset, kic.show(dataset)).page) == [
        'Gap | one, two: "geen cijfers" [cijfers/1]'
    ]


def test_gaps_that_share_a_sentence_keep_their_regions(load: Load) -> None:
    """What is missing on the island is not told as if it were missing everywhere."""
    dataset = load(_gap("a", "one") + _gap("b", "two", f"{LACKING}, {ISLAND}", ISLAND))
    [row] = rows(show_table(dataset, kic.show(dataset)).page)
    assert row.startswith("Gap | one, Island: two:")
    told = "\n".join(rows(gaps_table(dataset, kic.gaps(dataset)).page))
    assert "Island: two" in told
    assert "Island: one" not in told


@pytest.mark.parametrize(
    ("by", "region", "row"),
    [
        (None, None, 'Island: one | "geen cijfers" | thema/cijfers/1'),
        (None, "eiland", 'one | "geen cijfers" | thema/cijfers/1'),
        ("region", None, 'one | "geen cijfers" | thema/cijfers/1'),
        ("kind", None, 'Island: one | "geen cijfers" | thema/cijfers/1'),
    ],
)
def test_a_region_is_named_where_it_is_not_plain(
    load: Load, by: str | None, region: str | None, row: str
) -> None:
    """Not below its own name, and not where it alone was asked for; nor the one of all others."""
    dataset = load(_gap("a", "one", f"{LACKING}, {ISLAND}", ISLAND))
    answer = kic.gaps(dataset, by=by, region=region)
    assert row in rows(gaps_table(dataset, answer).page)


@pytest.mark.parametrize(
    ("by", "title", "place"),
    [("theme", "Theme (2)", "cijfers/1"), ("kind", "stated by the source (2)", "thema/cijfers/1")],
)
def test_a_place_is_told_without_the_theme_above_it(
    load: Load, by: str, title: str, place: str
) -> None:
    """And with it below anything else."""
    dataset = load(_gap("a", "one") + _gap("b", "two"))
    assert rows(gaps_table(dataset, kic.gaps(dataset, by=by)).page) == [
        f"# {title}",
        f'one, two | "geen cijfers" | {place}',
    ]


def test_single_gaps_have_no_titles(load: Load) -> None:
    """A title over each would say less than the place of each does, in full."""
    of_all = _gap("b", "two").replace('theme = "thema"', "").replace("thema/cijfers/1", "slot/1")
    dataset = load(_gap("a", "one") + of_all)
    assert rows(gaps_table(dataset, kic.gaps(dataset)).page) == [
        'one | "geen cijfers" | thema/cijfers/1',
        'two | "geen cijfers" | slot/1',
    ]


def test_a_gap_tells_the_number_there_is(load: Load) -> None:
    """Something is missing, which is not to say that nothing is known."""
    figures = exact("2019", 5) + figure("2020", LACKING)
    dataset = load(indicator("a", figures, gaps("")))
    assert rows(gaps_table(dataset, kic.gaps(dataset)).page) == [
        'something in 2020 | "geen cijfers" | thema/cijfers/1',
        "! A number there is: 5 children in 2019.",
    ]


def test_a_number_beside_several_gaps_says_what_it_is_of(load: Load) -> None:
    """Of two things that one sentence calls unknown, there is a number of the second."""
    text = "".join(
        indicator(name, exact("2019", 5) * known + figure("2020", LACKING), gaps(""))
        for name, known in (("a", 0), ("b", 1))
    ).replace('"something"', '"the one"', 1)
    dataset = load(text)
    [line] = gaps_table(dataset, kic.gaps(dataset)).page.blocks[0].lines
    assert [said(caution) for caution in line.cautions] == [
        "A number there is: something: 5 children in 2019."
    ]


def test_what_is_merely_not_given_is_counted_beside_the_gaps(load: Load) -> None:
    """It is listed by its name and its region, and is no gap."""
    text = _gap("a", "one") + indicator("b", figure("2020", f"{NOT_STATED}, {ISLAND}"))
    dataset = load(text)
    table = gaps_table(dataset, kic.gaps(dataset, all=True))
    assert said(table.line) == "1 gap: 1 stated by the source, plus 1 with no number given"
    [row] = [row for row in rows(table.page) if "no number given" in row]
    assert "About b" in row
    assert "Island" in row


def test_without_a_gap_nothing_is_said_of_gaps(load: Load) -> None:
    """That a source without figures is not the only one goes with a gap alone."""
    dataset = load(indicator("a", exact("2020", 5)))
    assert gaps_table(dataset, kic.gaps(dataset)).page.remarks == ()
