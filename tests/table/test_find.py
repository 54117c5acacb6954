"""What was found laid out: each kind of thing together, with its latest figure."""

import pytest

import kic
from kic.model import Lang
from kic.table import Amount, Table
from kic.table.find import find_table
from tests.cases import each
from tests.conftest import exact, figure, gaps, indicator
from tests.table.conftest import Load
from tests.table.said import rows, said

ISLAND = 'region = "eiland"'
FIVE = 'qualifier = "exact", value = 5'
PART = 'registration = "incomplete"'
ALIAS = 'aliases = ["bijnaam"]'
STATEMENT = """
[[statements]]
theme = "thema"
region = "nederland"
kind = "concern"
locator = "thema/zorgen/1"
summary = { nl = "Het is een zorg over iets.", en = "It is a concern." }
"""


def _table(dataset: kic.Dataset, words: str, lang: Lang = "en") -> Table:
    return find_table(dataset, kic.find(dataset, words, lang=lang))


def test_a_theme_its_indicators_and_its_statements_stand_apart(load: Load) -> None:
    """Each with what it is called in commands, a theme with how many indicators it has."""
    table = _table(load(indicator("a", exact("2020", 5)) + STATEMENT), "thema")
    assert said(table.line) == '3 found for "thema"; the best: Theme'
    assert rows(table.page) == [
        "# Themes",
        "Theme | 1 indicator | thema",
        "# Indicators",
        "About a | 5 children | 2020 | a",
        "# Concerns and developments",
        "It is a concern. | thema/zorgen/1",
    ]


@pytest.mark.parametrize(
    ("figures", "extra", "shown"),
    [
        (exact("2019", 5) + exact("2020", 6), "", "6 children | 2020"),
        (exact("2019", 5) + figure("2020", 'trend = "up"'), "", "5 children | 2019"),
        (figure("2019", 'trend = "up"'), "", "up | 2019"),
        (figure("2020", 'inferred = ["period"], trend = "up"'), "", "up | (2020)"),
        (
            figure("2020", 'registration = "unavailable"'),
            gaps(""),
            "none available, says the source | 2020",
        ),
    ],
)
def test_an_indicator_has_its_latest_figure_or_what_is_in_its_place(
    load: Load, figures: str, extra: str, shown: str
) -> None:
    """A number first, then a direction or word, then the gap; as a figure, not as text."""
    page = _table(load(indicator("a", figures, extra)), "about").page
    assert rows(page)[:2] == ["# Indicators", f"About a | {shown} | a"]
    assert isinstance(page.blocks[0].lines[0].cells[1], Amount)


def test_what_comes_after_the_latest_number_is_said_below_it(load: Load) -> None:
    """In the line that answers too, so that nobody takes a number of before for the last word."""
    secret = figure("2022", 'status = "Q"')
    table = _table(load(indicator("a", exact("2020", 5) + secret)), "about")
    later = "2022: suppressed, says the source"
    assert said(table.line).endswith(f"5 children in 2020; {later}")
    assert rows(table.page)[1:] == ["About a | 5 children | 2020 | a", f"! {later}."]


def test_a_gap_is_quoted_below_and_a_caution_too(load: Load) -> None:
    """What is missing beside a number limits it as well."""
    caution = 'caution = { nl = "Pas op.", en = "Mind this." }'
    text = indicator("a", figure("2020", f"{FIVE}, {PART}, {caution}"), gaps(""))
    text += indicator("b", figure("2020", 'registration = "unavailable"'), gaps(""))
    gap = '! Gap: something: "geen cijfers".'
    assert rows(_table(load(text), "about").page) == [
        "# Indicators",
        *("About a | 5 children | 2020 | a", "! Mind this.", gap),
        *("About b | none available, says the source | 2020 | b", gap),
    ]


@each(
    ("words", "lang", "where"),
    [
        ("bijnaam", "en", "Alias: bijnaam."),
        ("about", "en", None),
        ("over", "nl", None),
        ("about", "nl", "Label: About a."),
        ("somebody", "en", "Population: somebody."),
        ("theme", "en", None),
        ("figures", "en", None),
        ("figures", "nl", "Gap: no figures."),
        ("background", "en", "Note: A background."),
    ],
)
def test_where_it_was_found_is_said_unless_it_is_seen(
    load: Load, words: str, lang: Lang, where: str | None
) -> None:
    """The text with the words is shown once."""
    note = 'note = { nl = "Een achtergrond.", en = "A background." }'
    who = 'population = { nl = "iemand", en = "somebody" }'
    extra = "\n".join((gaps(""), ALIAS, who, note))
    table = _table(load(indicator("a", figure("2020", PART), extra)), words, lang)
    [line] = table.page.blocks[-1].lines
    assert (said(line.cells[3]) or None) == where


def test_a_short_word_is_found_between_signs(load: Load) -> None:
    """A word begins behind a parenthesis too, but not in the middle of another."""
    who = 'population = { nl = "een dienst (IND)", en = "kinder" }'
    dataset = load(indicator("a", exact("2020", 5), who) + indicator("b", exact("2020", 5)))
    assert [hit.id for hit in kic.find(dataset, "ind").hits] == ["a"]
    assert kic.find(dataset, "nde").hits == ()


def test_a_part_of_the_country_is_named_with_its_figure(load: Load) -> None:
    """Its own figure, if it is what was asked for."""
    figures = exact("2020", 5) + figure("2019", f'qualifier = "exact", value = 3, {ISLAND}')
    dataset = load(indicator("a", figures))
    assert rows(_table(dataset, "about").page)[-1] == "About a | 5 children | 2020 | a"
    assert rows(_table(dataset, "about island").page)[-1] == (
        "About a, Island | 3 children | 2019 | a"
    )
    assert rows(_table(dataset, "island").page)[:2] == [
        "# Regions",
        "Island | 1 indicator | eiland",
    ]


def test_a_statement_is_shown_in_the_other_language_where_only_that_has_the_words(
    load: Load,
) -> None:
    """Behind what it says in this one."""
    dataset = load(indicator("a", exact("2020", 5)) + STATEMENT)
    assert rows(_table(dataset, "zorg").page)[-1] == (
        "It is a concern. (Het is een zorg over iets.) | thema/zorgen/1"
    )


def test_words_that_are_only_alike_are_told_so(load: Load) -> None:
    """In one remark."""
    dataset = load(indicator("a", exact("2020", 5), ALIAS))
    [remark] = _table(dataset, "bijnam").page.remarks
    assert "these come close" in said(remark)
    assert _table(dataset, "bijnaam").page.remarks == ()


def test_programs_get_the_whole_figure_beside_the_hit(dataset: kic.Dataset) -> None:
    """All its fields, without a value where a hit has none."""
    table = _table(dataset, "bonaire")
    assert len({tuple(row) for row in table.data.rows}) == 1
    for hit, row in zip(kic.find(dataset, "bonaire").hits, table.data.rows, strict=True):
        assert (row["id"], row["label"], row["theme"]) == (hit.id, hit.label, hit.theme)
        if hit.record is None:
            assert row["value"] is row["period"] is row["cautions"] is None
        else:
            assert (row["indicator"], row["value"]) == (hit.id, hit.record.value)
            assert (row["region"], row["cautions"]) == ("caribisch", hit.record.cautions)
    assert table.data.extra["sources"]
