"""A theme laid out: its numbers, what stands in place of one, and its statements."""

from pathlib import Path

import pytest

import kic
from kic.model.wording import counting
from kic.table import Again, Table
from kic.table.common import titled
from kic.table.find import find_table
from kic.table.show import show_table
from tests.conftest import MINIMAL, exact, figure, gaps, indicator, saved, sequel
from tests.table.conftest import Load
from tests.table.said import rows, said

ISLAND = 'region = "eiland"'
FIVE = 'qualifier = "exact", value = 5'
MANY = 'qualifier = "words", words = { nl = "veel", en = "many" }'
STATEMENT = """
[[statements]]
theme = "thema"
region = "nederland"
kind = "concern"
locator = "thema/zorgen/1"
summary = { nl = "Het is een zorg.", en = "It is a concern." }
"""


def _table(dataset: kic.Dataset, *names: str) -> Table:
    return show_table(dataset, kic.show(dataset, *names))


def test_a_theme_has_its_numbers_its_gaps_and_its_statements_in_this_order(load: Load) -> None:
    """After a line that counts them; what stands in place of a number after the numbers."""
    text = indicator("a", figure("2020", 'registration = "unavailable"'), gaps(""))
    text += indicator("b", figure("2020", MANY)) + indicator("c", figure("2020", 'trend = "up"'))
    text += indicator("d", exact("2020", 5))
    table = _table(load(text + STATEMENT))
    assert said(table.line) == (
        "Theme, 4 indicators: 1 with a number, 2 in words, 1 neither; 1 gap"
    )
    assert rows(table.page) == [
        "About d | 5 children | 2020 | cijfers/1",
        'A word | About b in 2020: "many" [cijfers/1]',
        "Up | About c in 2020 [cijfers/1]",
        'Gap | something: "geen cijfers" [cijfers/1]',
        "# Concerns and developments",
        "It is a concern. | zorgen/1",
    ]


@pytest.mark.parametrize(
    ("figures", "shown"),
    [
        (
            exact("2019", 5) + exact("2020", 6),
            [
                "About a | 5 children | 2019 | cijfers/1",
                "(About a) | 6 children | 2020 | cijfers/1",
            ],
        ),
        (
            exact("2020", 5) + figure("2020", f"{FIVE}, {ISLAND}"),
            [
                "About a | 5 children | 2020 | cijfers/1",
                "(About a, Island) | 5 children | 2020 | cijfers/1",
            ],
        ),
        (
            figure("2020", f"{FIVE}, {ISLAND}"),
            ["About a, Island | 5 children | 2020 | cijfers/1"],
        ),
    ],
    ids=["years", "regions", "island"],
)
def test_what_the_number_above_has_too_is_not_said_again(
    load: Load, figures: str, shown: list[str]
) -> None:
    """Its name once; and its region where it is not the one of all others."""
    assert rows(_table(load(indicator("a", figures))).page) == shown


@pytest.mark.parametrize(
    ("rest", "row"),
    [
        (FIVE, "About a | 5 children | (2020) | cijfers/1"),
        (MANY, 'A word | About a (2020): "many" [cijfers/1]'),
        ('trend = "down"', "Down | About a (2020) [cijfers/1]"),
    ],
    ids=["number", "word", "direction"],
)
def test_a_period_that_kic_inferred_stands_in_parentheses(load: Load, rest: str, row: str) -> None:
    """Said once for all figures, with how many of them it is."""
    inferred = indicator("a", figure("2020", f'{rest}, inferred = ["period"]'))
    table = _table(load(inferred + indicator("b", exact("2020", 1))))
    assert row in rows(table.page)
    assert [said(remark) for remark in table.page.remarks] == [
        "A period in parentheses is inferred by the compiler (1 of 2)."
    ]


def test_without_an_inferred_period_nothing_explains_one(load: Load) -> None:
    """What does not occur needs no explanation."""
    assert _table(load(indicator("a", exact("2020", 1)))).page.remarks == ()


def test_a_direction_printed_with_a_number_is_quoted_below_it(load: Load) -> None:
    """For each region, unless a number before it shows the direction."""
    up = f'{FIVE}, trend = "up", trend_as_printed = "x"'
    told = ['! In the source: "x".']
    for figures, times in (
        (figure("2020", up), 1),
        (exact("2019", 1) + figure("2020", up), 0),
        (exact("2020", 1) + figure("2020", f"{up}, {ISLAND}"), 1),
    ):
        shown = rows(_table(load(indicator("a", figures))).page)
        assert [row for row in shown if row[0] == "!"] == told * times


def test_a_figure_without_anything_is_in_its_theme(load: Load) -> None:
    """That no number is given is what there is to know of it."""
    dataset = load(indicator("a", figure("2020", 'reason = "not_stated"')))
    assert [row for row in rows(_table(dataset).page) if "About a" in row] != []


def test_an_indicator_in_full_is_told_with_its_words_and_where_they_stand(load: Load) -> None:
    """And then what holds for all of it."""
    table = _table(load(indicator("a", exact("2020", 5), 'measure = "mean"')), "a")
    assert rows(table.page) == [
        '2020 | 5 children | "x" [thema/cijfers/1]',
        "How counted | average",
        "Recorded by | not stated in the source",
    ]
    assert table.page.in_full


def test_a_few_indicators_in_full_are_told_in_the_line(load: Load) -> None:
    """Each with its own answer; below it they are told apart by their labels."""
    table = _table(
        load(indicator("a", exact("2020", 5)) + indicator("b", exact("2020", 6))), "a", "b"
    )
    assert said(table.line) == "About a: 5 children in 2020; About b: 6 children in 2020"
    assert [row for row in rows(table.page) if row[0] == "#"] == [
        "# About a",
        "# About b",
    ]


@pytest.mark.parametrize(
    ("kinds", "title"),
    [
        (("finding",), "Findings"),
        (("event",), "Events"),
        (("finding", "event"), "Events and findings"),
        (("concern", "finding"), "Concerns and developments"),
    ],
)
def test_statements_stand_below_what_they_are(
    load: Load, kinds: tuple[str, ...], title: str
) -> None:
    """A finding is no concern; among concerns it has no heading of its own."""
    text = indicator("a", exact("2020", 5))
    for number, kind in enumerate(kinds, 1):
        date = '\ndate = "2020-08-01"' if kind == "event" else ""
        one = STATEMENT.replace('"concern"', f'"{kind}"{date}')
        text += one.replace("zorgen/1", f"zorgen/{number}")
    dataset = load(text)
    for table in (_table(dataset), find_table(dataset, kic.find(dataset, "zorg", lang="en"))):
        assert f"# {title}" in rows(table.page)


def test_what_is_suppressed_stands_in_the_place_of_its_number(load: Load) -> None:
    """By its name among others, in its place by itself, and in the line that answers."""
    dataset = load(
        indicator("a", figure("2020", 'status = "Q"')) + indicator("b", exact("2020", 5))
    )
    assert "Suppressed, says the source | About a in 2020 [cijfers/1]" in rows(
        _table(dataset).page
    )
    alone = _table(dataset, "a")
    assert said(alone.line) == "About a: 2020: suppressed, says the source"
    first, *_ = rows(alone.page)
    assert first == '2020 | suppressed, says the source | "x" [thema/cijfers/1]'


def test_periods_in_parentheses_are_all_counted(load: Load) -> None:
    """Also that of what has a gap in the place of a number, where its period shows."""
    inferred = 'inferred = ["period"]'
    figures = figure("2019", f"{FIVE}, {inferred}")
    figures += figure("2020", f'registration = "unavailable", {inferred}')
    page = _table(load(indicator("a", figures, gaps(""))), "a").page
    assert said(page.remarks[0]) == (
        "A period in parentheses is inferred by the compiler (2 of 2)."
    )


@pytest.mark.parametrize(
    ("of_2019", "of_2020", "shown"),
    [
        ("end_of_period", "end_of_period", ["How counted | number at the end of the period"]),
        ("unspecified", "end_of_period", ["How counted | 2020: number at the end of the period"]),
        ("unspecified", "unspecified", []),
        (
            "mean",
            "end_of_period",
            ["How counted | 2019: average", "How counted | 2020: number at the end of the period"],
        ),
    ],
)
def test_how_it_is_counted_is_told_of_the_numbers_of_which_it_is_said(
    load: Load, of_2019: str, of_2020: str, shown: list[str]
) -> None:
    """And never of another year or region, of which the source does not say it."""
    years = {"2019": of_2019, "2020": of_2020}
    figures = "".join(
        figure(year, f'{FIVE}, measure = "{measure}"') for year, measure in years.items()
    )
    told = [row for row in rows(_table(load(indicator("a", figures)), "a").page) if "How" in row]
    assert told == shown


def test_how_a_region_is_counted_is_not_said_of_another(dataset: kic.Dataset) -> None:
    """Of foster care the source says it of the Caribbean Netherlands alone."""
    told = [row for row in rows(_table(dataset, "pleegzorg").page) if row.startswith("How")]
    assert told == [
        "How counted, Caribbean Netherlands | number at the end of the period (inferred by kic)"
    ]


def test_how_a_day_is_counted_has_no_end(load: Load) -> None:
    """What is told of the end of a year is, of a day, how things stood on it."""
    day = figure("2020-12-31", 'qualifier = "exact", value = 5, measure = "end_of_period"')
    [record] = load(indicator("a", day)).records
    assert counting(record).nl == "stand op die dag"
    assert counting(record, dated=True).nl == "stand op 31 december 2020"


@pytest.mark.parametrize(
    ("title", "own", "first"),
    [
        ("Jaarverslag", '"Jaarverslag"', '"Titel"'),
        ("Titel", 'Ander, "Titel", 2021', 'Uitgever, "Titel"'),
    ],
)
def test_a_title_that_two_publications_have_has_its_publisher(
    load: Load, title: str, own: str, first: str
) -> None:
    """By the title alone nobody could tell from which of the two a number is."""
    text = indicator("a", exact("2020", 7) + figure("2021", f'{FIVE}, source = "ander"'))
    text += f'[sources.ander]\npublisher = "Ander"\ntitle = "{title}"\npublished = "2021"\n'
    dataset = load(text)
    assert said(titled(dataset, dataset.sources["ander"])) == own
    assert said(titled(dataset, dataset.sources["bron"])) == first


def test_editions_of_one_title_are_told_apart(tmp_path: Path) -> None:
    """At the figure, above what is told of each, and where those without a source are from."""
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", exact("2020", 7)))
    text = sequel(exact("2021", 9)).replace('"Een jaar later"', '"Titel"\npublished = "2021"')
    dataset = kic.load([first, saved(tmp_path / "2.toml", text)])
    page = _table(dataset, "a").page
    told = rows(page)
    assert '! From Uitgever, "Titel", 2021.' in told
    assert {'# Uitgever, "Titel"', '# Uitgever, "Titel", 2021'} <= set(told)
    remarks = list(map(said, page.remarks))
    assert 'Where no source is given: from Uitgever, "Titel".' in remarks


def test_a_number_of_another_region_names_it_and_one_of_the_same_stands_below_it(
    tmp_path: Path,
) -> None:
    """A later edition's number of the country is not one of the island above it."""
    island = figure("2020", f"{FIVE}, {ISLAND}")
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", exact("2020", 7) + island))
    second = saved(tmp_path / "2.toml", sequel(exact("2021", 8)))
    assert _below(kic.load([first, second])) == ["", "", "Island"]
    other = MINIMAL + indicator("a", figure("2020", f"{FIVE}, {ISLAND}") + exact("2020", 7))
    assert _below(kic.load(saved(tmp_path / "3.toml", other))) == ["", "Netherlands"]


def _below(dataset: kic.Dataset) -> list[str]:
    """What the lines of numbers say of their region where their name is not said again."""
    cells = [line.cells[0] for line in _table(dataset).page.blocks[0].lines]
    return [said(cell.shown).strip() if isinstance(cell, Again) else "" for cell in cells]


def test_a_direction_without_its_words_is_told_by_its_code(load: Load) -> None:
    """It is printed with the number all the same."""
    number = figure("2020", 'qualifier = "exact", value = 5, trend = "up"')
    dataset = load(indicator("a", number) + indicator("b", exact("2020", 1)))
    told = rows(show_table(dataset, kic.show(dataset)).page)
    assert "! In the source: up." in told
