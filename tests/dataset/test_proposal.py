"""A dataset proposed from a page: what is read is filled in, what is not said is asked."""

import re
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

import pytest
import tomli

from kic.dataset.page.proposal import proposal
from kic.dataset.validation import Report, as_lines, validate
from kic.model.errors import DatasetError, UsageError
from tests.cases import each
from tests.conftest import saved

PAGES = Path(__file__).with_name("pages")
NAMES = sorted(path.stem for path in PAGES.glob("*.txt"))
QUESTION = "a question is left: put the answer in its place"

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

# What a person may answer to each question, by its key; the last holds for all others.
ANSWERS = (
    ("id", '"proef"'),
    ("license", '"CC-BY-4.0"'),
    ("period", '"unknown"'),
    ("unit", '"dingen"'),
    ("kind", '"concern"'),
    ("registration", '"unavailable"'),
    ("value", "1"),
    ("rounded_to", "1"),
    ("[a-z_]+", '"Iets"'),
)


ASKED = {"rounded_to": "? what it is a multiple of, as 100"}
BY_HAND = {"read_by_hand": "? what a person sees that kic does not"}


def _page(name: str) -> Path:
    return PAGES / f"{name}.txt"


def _proposed(text: str) -> dict[str, Any]:
    """What is proposed from a text, as TOML has it."""
    return tomli.loads(proposal(text, "page.txt").text)


def _figures(text: str) -> list[dict[str, Any]]:
    indicators = _proposed(text)["indicators"].values()
    return [figure for indicator in indicators for figure in indicator["figures"]]


def _answered(text: str) -> str:
    """A proposal whose questions are answered."""
    # A row is no region; a number of which kic does not know how exact it is, is exact.
    text = re.sub(r'region = "\? [^"]*"\n', "", text)
    text = re.sub(r'qualifier = "\? [^"]*"(?=, lower)', 'qualifier = "range"', text)
    text = re.sub(r'qualifier = "\? [^"]*"', 'qualifier = "exact"', text)
    for key, answer in ANSWERS:
        text = re.sub(rf'\b({key}) = "\? (?:[^"\\]|\\.)*"', rf"\1 = {answer}", text)
    dingen = '{ label = "dingen", kind = "count" }'
    return text.replace("[units]\n", f"[units]\ndingen = {dingen}\n")


@each("name", NAMES)
def test_only_its_questions_keep_a_proposal_from_being_valid(name: str, tmp_path: Path) -> None:
    """Each of them is told, at its line, and nothing else is wrong."""
    made = proposal(_page(name).read_text("utf-8"), name)
    [report] = validate([saved(tmp_path / "x.toml", made.text)])
    assert report.problems
    assert all(QUESTION in problem.message for problem in report.problems)
    told = [place for problem in report.problems for place in (problem, *problem.others)]
    assert len(told) == made.questions == made.text.count('= "? ')
    raw: Any = tomli.loads(made.text)
    assert all(str(reduce(getitem, place.at, raw)).startswith("? ") for place in told)


@each("name", [n for n in NAMES if n != "en_table_school_meals"])
def test_a_proposal_whose_questions_are_answered_agrees_with_its_page(
    name: str, tmp_path: Path
) -> None:
    """Every bullet, number and sign of the page is accounted for, as exactly as it is put.

    The table of school meals is left out: its years are two, which no one answer tells.
    """
    made = proposal(_page(name).read_text("utf-8"), name)
    report = _held(_answered(made.text), name, tmp_path)
    assert report.passes(strict=False), "\n".join(as_lines([report]))
    assert report.page
    assert report.counts
    assert report.counts.figures == made.figures


def _held(text: str, name: str, folder: Path) -> Report:
    [report] = validate([saved(folder / "x.toml", text)], _page(name))
    return report


@each("name", NAMES)
def test_what_the_page_does_not_say_is_asked(name: str) -> None:
    """What is counted, where, who published it; and every year that is filled in is printed."""
    text = _page(name).read_text("utf-8")
    proposed = _proposed(text)
    assert proposed["regions"]["area"]["label"].startswith("? ")
    assert proposed["sources"]["page"]["publisher"].startswith("? ")
    for indicator in proposed["indicators"].values():
        assert indicator["label"].startswith("? ")
        assert indicator.get("region", "? ").startswith("? ")
        for figure in indicator["figures"]:
            assert figure["period"].startswith("? ") or figure["period"][:4] in text
            assert figure["as_printed"] in " ".join(text.split())


@each(
    ("sentence", "periods"),
    [
        ("In 2020 kregen 120 kinderen hulp.", ["2020"]),
        ("In het eerste kwartaal van 2021 kregen 12 kinderen hulp.", ["2021-Q1"]),
        ("Er kregen 120 kinderen hulp.", [None]),
        ("Het waren er 120, minder dan in 2020.", [None]),
        ("In 2020 daalde het aantal van 140 naar 120 kinderen.", [None, None]),
        ("Het steeg van 120 in 2019 naar 140 in 2020.", [None, None]),
        ("In 2020 daalde het aantal tot 120 kinderen.", ["2020"]),
        ("In 2020 waren er 120 kinderen en 12 gezinnen.", ["2020", "2020"]),
        ("Een jaar eerder dan in 2020 kregen 120 kinderen hulp.", [None]),
        ("Op 1 juli 2020 kregen 120 kinderen hulp.", [None]),
        ("Dat was in 2020. Er kregen 120 kinderen hulp.", [None]),
    ],
)
def test_a_year_is_only_filled_in_where_no_other_can_be_meant(
    sentence: str, periods: list[str | None]
) -> None:
    """A wrong year is worse than a question."""
    told = [figure["period"] for figure in _figures(f"Hulp aan kinderen\n\n{sentence}\n")]
    assert [None if period.startswith("? ") else period for period in told] == periods


@each(
    ("table", "indicators"),
    [
        ("Met hulp\nStad\t2021\t2022\nAssen\t33\t34", {"assen": 4}),
        ("Met hulp (2021)\nStad\t2021\t2022\nAssen\t33\t34", {"assen": 4}),
        ("Zonder hulp\nStad\t2020\t2021\nAssen\t33\t34", {"assen": 2, "assen_2": 2}),
        (
            "Zonder hulp\nStad\t2020\t2021\nAssen\t33\t34\nAssen 2\t3\t4",
            {"assen": 2, "assen_2": 2, "assen_2_2": 2},
        ),
    ],
    ids=["of other years", "below a year", "of something else", "of a like name"],
)
def test_rows_of_one_name_are_one_series_only_below_the_same_caption(
    table: str, indicators: dict[str, int]
) -> None:
    """Another table counts something else, but for the years that stand over it."""
    first = "Met hulp\nStad\t2019\t2020\nAssen\t31\t32"
    proposed = _proposed(f"Hulp aan kinderen\n\n{first}\n\n{table}\n")["indicators"]
    found = {id_: len(indicator["figures"]) for id_, indicator in proposed.items()}
    assert found == indicators


@each(
    ("sentence", "figure"),
    [
        ("Er zijn ruim 2.000 kinderen.", {"qualifier": "at_least", "value": 2000}),
        ("Er zijn minder dan 5 kinderen.", {"qualifier": "less_than", "below": 5}),
        ("Er zijn meer dan 50 kinderen.", {"qualifier": "more_than", "above": 50}),
        ("Er zijn méér dan 50 kinderen.", {"qualifier": "more_than", "above": 50}),
        ("Er zijn mínder dan 5 kinderen.", {"qualifier": "less_than", "below": 5}),
        ("Er zijn hoogstens 90 kinderen.", {"qualifier": "at_most", "upper": 90}),
        ("Er zijn 10 tot 15 kinderen.", {"qualifier": "range", "lower": 10, "upper": 15}),
        ("Er zijn honderden kinderen.", {"qualifier": "words", "words": "honderden"}),
        ("Er zijn geen kinderen.", {"qualifier": "exact", "value": 0}),
        ("Er zijn afgerond 3.300 kinderen.", {"value": 3300, "rounded_to": ASKED["rounded_to"]}),
        (
            "Er zijn een schamele 60 kinderen.",
            {"qualifier": "? how exact it is, beside: schamele", "value": 60, **BY_HAND},
        ),
        (
            "Het zijn er 24 meer dan de 1.180 in 2019.",
            {"value": 1180, "qualifier": "exact", "as_printed": "meer dan de 1.180 in"},
        ),
        ("Er zijn 5½ kinderen.", {"value": "? the number", **BY_HAND}),
        ("Er zijn 080 kinderen.", {"qualifier": "? how exact it is, beside: 080", **BY_HAND}),
        ("Er zijn 0,8 kinderen per gezin.", {"qualifier": "exact", "value": 0.8}),
        ("Een derde van de kinderen woont daar.", {"qualifier": "about", "value": 33.3}),
    ],
)
def test_a_number_is_filled_in_as_exactly_as_it_is_put(
    sentence: str, figure: dict[str, Any]
) -> None:
    """Under the key that its qualifier has."""
    [*_, told] = _figures(f"Hulp aan kinderen\n\n{sentence}\n")
    assert figure.items() <= told.items()


@pytest.mark.parametrize(
    ("sentence", "qualifier"),
    [
        ("Of the children 148 (23%) are under 4.", "? less_than, unless it is an age"),
        ("There were under 4 children.", "less_than"),
        ("Of these, 88% were seen within 45 days.", "? how exact it is, beside: within"),
        ("Van de kinderen waren er 148 onder de 4.", "? less_than, unless it is an age"),
    ],
)
def test_a_bound_that_may_be_of_an_age_or_a_time_is_asked(sentence: str, qualifier: str) -> None:
    """It is no number of those who are counted."""
    assert _figures(f"Hulp\n\n{sentence}\n")[-1]["qualifier"] == qualifier


def test_what_is_doubtful_in_a_table_is_asked() -> None:
    """A loss in parentheses, a column that its scale may not be for, and a mark with digits."""
    text = (
        "Hulp aan kinderen\n\nTabel 1. In duizenden\n"
        "Regio\t2019\tper 10.000 kinderen\tgemiddeld\nNoord\t(61)\t12\tr13\nZuid\t6\t7\t8\n"
    )
    loss, rate, _, _, mean = _figures(text)
    assert loss["read_by_hand"] == "? why it is the figure, beside: (61)"
    assert (rate["value"], rate["qualifier"]) == (12, "exact")
    assert (mean["value"], mean["qualifier"]) == (8, "? how exact it is, beside: gemiddeld")
    assert [aside["reason"] for aside in _proposed(text)["not_figures"]] == [
        "? what it says, if it is no figure without a number: r13"
    ]


@each(
    ("sentence", "period"),
    [
        ("In 2022 wachtten 12 kinderen.", "2022"),
        ("Medio 2022 wachtten 12 kinderen.", "? the year, as 2020"),
        ("Eind 2022 wachtten 12 kinderen.", '? 2022, with measure = "end_of_period" if'),
    ],
)
def test_a_part_of_a_year_is_asked_about(sentence: str, period: str) -> None:
    """The end of it too, which a measure tells."""
    [indicator] = _proposed(f"Hulp aan kinderen\n\n{sentence}\n")["indicators"].values()
    [figure] = indicator["figures"]
    assert figure["period"].startswith(period)


@each(
    ("cell", "value", "is_asked"),
    [
        *((cell, -61, False) for cell in ("-€ 61", "€-61", "€ -61", "-/- 61", "€ 61 -/-", "-61")),
        *((cell, 61, True) for cell in ("61-", "€ 61-", "- 61", "- € 61", "€ - 61", "(61)")),
        *((cell, 61, False) for cell in ("61", "€ 61", "€ 61,-")),
    ],
)
def test_a_sign_in_a_cell_is_read_or_asked_about(cell: str, value: int, is_asked: bool) -> None:
    """It is never left out."""
    page = f"Geld\n\nTabel 1. Resultaat\nRegio\t2019\t2020\nNoord\t{cell}\t1\n"
    told, _ = _figures(page)
    assert told["value"] == value
    assert ("read_by_hand" in told) == is_asked


@each(
    ("caption", "row", "is_asked"),
    [
        ("Meldingen per maand", "Noord", True),
        ("Meldingen per maand", "januari", False),
        ("Mediaan van de wachttijd", "Noord", True),
        ("Meldingen per gemeente", "Noord", False),
    ],
)
def test_what_a_caption_makes_of_a_number_is_asked(caption: str, row: str, is_asked: bool) -> None:
    """But for the months of a table by month."""
    told, _ = _figures(f"Hulp\n\nTabel 1. {caption}\nRegio\t2019\t2020\n{row}\t12\t1\n")
    assert ("read_by_hand" in told) == is_asked


@each(
    ("sentence", "unit"),
    [
        ("Er zijn 120 kinderen in de opvang.", {"label": "kinderen", "kind": "count"}),
        ("Zij wachten 12 weken op hulp.", {"label": "weken", "kind": "duration"}),
        ("Dat is 12% van het geheel.", {"label": "procent", "kind": "share"}),
        ("Dat kost 12 euro per kind.", {"label": "euro", "kind": "money", "currency": "EUR"}),
        ("Dat kost $ 12 per kind.", {"label": "USD", "kind": "money", "currency": "USD"}),
        ("Dat is een derde van alle kinderen.", {"label": "procent", "kind": "share"}),
        ("Er zijn 12 kinderen alleen.", {"label": "kinderen", "kind": "count"}),
        ("Dat kost € 12 per kind.", {"label": "euro", "kind": "money", "currency": "EUR"}),
        ("Er zijn 12 alleenstaande minderjarigen.", None),
        ("Het waren er 12 in de zomer.", None),
    ],
)
def test_what_is_counted_is_filled_in_where_one_word_says_it(
    sentence: str, unit: dict[str, str] | None
) -> None:
    """Two words may be an adjective and a noun, or a noun and a verb; then it is asked."""
    proposed = _proposed(f"Hulp aan kinderen\n\n{sentence}\n")
    [indicator] = proposed["indicators"].values()
    if unit is None:
        assert indicator["unit"].startswith("? ")
    else:
        assert proposed["units"][indicator["unit"]] == unit


def test_a_unit_that_was_named_once_is_known_everywhere() -> None:
    """Also before the place that names it, where two words follow the number."""
    page = "Hulp\n\nEr wachten 12 kinderen thuis.\n\nEr wachten 13 kinderen.\n"
    units = [indicator["unit"] for indicator in _proposed(page)["indicators"].values()]
    assert units == ["kinderen", "kinderen"]


@each(
    ("sentence", "quoted"),
    [
        ("Daar zijn er ruim 2.000 kinderen van.", ["er ruim 2.000 kinderen"]),
        (
            "Er zijn 10 kinderen en 12 gezinnen.",
            ["Er zijn 10 kinderen", "kinderen en 12 gezinnen"],
        ),
        ("Dat is 12% van € 40, of 5.", ["Dat is 12%", "van € 40", "of 5"]),
        ("Een vijfde deel, 12.", ["Een vijfde deel", "12"]),
        ("Er kwamen niet meer dan 25 kinderen.", ["niet meer dan 25 kinderen"]),
        ("Er kwamen niet onder de 25 kinderen.", ["niet onder de 25 kinderen"]),
        ("Het mag de grens niet te boven gaan van 25.", ["gaan van 25"]),
        ("Het zijn er op zijn minst de 25 kinderen.", ["op zijn minst de 25 kinderen"]),
        ("Het kostte ca. € 31.500 per kind.", ["kostte ca. € 31.500 per"]),
        ("Het waren er max. 25.", ["er max. 25"]),
        ("Het waren ≥ 25 kinderen.", ["Het waren ≥ 25 kinderen"]),
    ],
)
def test_a_number_is_quoted_with_the_words_beside_it(sentence: str, quoted: list[str]) -> None:
    """Two before it and one behind, up to a comma, with no other number; more that limit it."""
    assert [f["as_printed"] for f in _figures(f"Hulp\n\n{sentence}\n")] == quoted


def test_a_table_becomes_an_indicator_for_each_row() -> None:
    """Under the name of the row, with the years of its columns, and what has no number aside."""
    rows = "Regio\t2019 (%)\t2020\nDrenthe\t12\t13%\nZuid-Holland\t.\t40%\n"
    text = proposal(f"Hulp aan kinderen\n\nHet aandeel met hulp\n\n{rows}", "page.txt").text
    proposed = tomli.loads(text)
    told = {
        id_: [(f["period"], f["value"], f["locator"].split("/", 3)[3]) for f in i["figures"]]
        for id_, i in proposed["indicators"].items()
    }
    assert told == {
        "drenthe": [("2019", 12, "drenthe/2019"), ("2020", 13, "drenthe/2020")],
        "zuid_holland": [("2020", 40, "zuid_holland/2020")],
    }
    assert {i["unit"] for i in proposed["indicators"].values()} == {"procent"}
    assert proposed["indicators"]["drenthe"]["label"] == "? what the row counts: Drenthe"
    [aside] = proposed["not_figures"]
    assert aside["locator"].endswith("/zuid_holland/2019")
    assert aside["reason"] == "? what it says, if it is no figure without a number: ."
    assert "\n# 6: Drenthe, Het aandeel met hulp\n[indicators.drenthe]\n" in text


def test_each_figure_stands_below_its_line_and_sentence() -> None:
    """So that whoever checks it finds it on the page."""
    page = "Hulp\n\nEr zijn 12 kinderen.\nEr zijn ook 13\ncoördinatoren.\n"
    text = proposal(page, "page.txt").text
    assert "# 3: Er zijn 12 kinderen.\n[indicators.figure_1]\n" in text
    assert "# 4: Er zijn ook 13 coördinatoren.\n[indicators.figure_2]\n" in text
    assert 'as_printed = "zijn ook 13 coördinatoren"' in text


def test_a_number_is_typed_with_the_decimals_that_are_printed() -> None:
    """Of a whole number one of them, which an answer then shows; of millions there are none."""
    page = "In 2020 was 4,0 procent ziek. In 2019 was -3,0 procent ziek. Er zijn 2,0 mln kinderen."
    text = proposal(f"Hulp\n\n{page}\n", "page.txt").text
    assert re.findall(r"value = ([-0-9.]+)", text) == ["4.0", "-3.0", "2000000"]


def test_a_proposal_is_laid_out_as_a_person_would() -> None:
    """One blank line between its parts, none within, and one end of a line at the end."""
    text = proposal("Hulp\n\n- Er zijn 12 kinderen.\n- Het gaat goed.\n", "page.txt").text
    assert "\n\n\n" not in text
    assert text.endswith('summary = "? in a sentence of your own: Het gaat goed."\n')
    head = text[text.index("[sources.page.layout]") : text.index("[regions.area]")]
    assert head.splitlines() == [
        "[sources.page.layout]",
        'lang = "nl"',
        'bullet = "-"',
        'running_text = "tekst"',
        'themes = { hulp = "Hulp" }',
        'lists = { punten = "" }',
        "",
    ]


def test_headings_lists_and_bullets_become_the_layout() -> None:
    """A heading that comes back is that of a list; a bullet without a number is asked about."""
    page = (
        "Zorg\n\n- Er zijn 12 kinderen.\n\nCijfers:\n\n- Er zijn 13 kinderen.\n\n"
        "Wonen\n\nCijfers:\n\n- Het gaat niet goed.\n- Er zijn 14 kinderen.\n"
    )
    proposed = _proposed(page)
    layout = proposed["sources"]["page"]["layout"]
    assert layout["themes"] == {"zorg": "Zorg", "wonen": "Wonen"}
    assert layout["lists"] == {"punten": "", "cijfers": "Cijfers:"}
    assert layout["bullet"] == "-"
    figures = (f for i in proposed["indicators"].values() for f in i["figures"])
    assert [figure["locator"] for figure in figures] == [
        *("zorg/punten/1", "zorg/cijfers/1", "wonen/cijfers/2")
    ]
    [statement] = proposed["statements"]
    assert statement["locator"] == "wonen/cijfers/1"
    assert statement["summary"] == "? in a sentence of your own: Het gaat niet goed."


@each(
    ("line", "is_heading"),
    [
        ("Zorg voor kinderen", True),
        ("1.2 Zorg voor kinderen", True),
        ("Zorg en hulp voor alle kinderen in Drenthe", True),
        ("Zorg en hulp voor alle kinderen in Drenthe samen", False),
        ("zorg voor kinderen", False),
        ("Zorg voor kinderen.", False),
        ("Zorg voor 12 kinderen", False),
        ("- Zorg voor kinderen", False),
    ],
)
def test_a_short_line_that_tells_nothing_is_a_heading(line: str, is_heading: bool) -> None:
    """Of at most eight words, with a capital, and with no number but its own."""
    layout = _proposed(f"{line}\n\nEr kwamen er 13 bij.\n")["sources"]["page"]["layout"]
    assert (line in layout.get("themes", {}).values()) == is_heading


def test_a_paragraph_before_all_headings_is_known_by_its_first_words() -> None:
    """Where it has a number; below a heading it is running text."""
    page = (
        "Er was veel te doen.\n\nEr kwamen daar ruim 12 kinderen bij.\n\nZorg\n\nEr zijn er 13.\n"
    )
    layout = _proposed(page)["sources"]["page"]["layout"]
    assert layout["paragraphs"] == {"tekst/1": "Er kwamen daar ruim 12"}
    assert [f["locator"] for f in _figures(page)] == ["tekst/1", "zorg/tekst/1"]


@pytest.mark.parametrize(
    ("items", "mark"), [(["- A 12"], None), (["- A 12", "- B"], "-"), (["1. A 12"], "1.")]
)
def test_what_begins_two_items_marks_a_list(items: list[str], mark: str | None) -> None:
    """So does the first number of a list; a single dash may be anything."""
    layout = _proposed("\n".join(["Zorg", "", *items, ""]))["sources"]["page"]["layout"]
    assert layout.get("bullet") == mark


HOSTILE = [
    *(
        "{{ page }}",
        "{% raw %}",
        '"""',
        "'''",
        "\\",
        "\\u0000",
        "# [indicators.x]",
        "\x7f",
        "\u2028",
    ),
    *('period = "2020"', "]]", "<b>", "\x1b[31m", "{# #}"),
]


@each("text", HOSTILE)
def test_the_text_of_a_page_is_data(text: str) -> None:
    """It acts neither in the template nor in the file, and stands there to the letter."""
    page = f"Hulp {text}\n\nIn 2020 kregen {text} 12 kinderen {text} hulp.\n"
    made = proposal(page, text)
    proposed = tomli.loads(made.text)
    assert all(id_.startswith("figure_") for id_ in proposed["indicators"])
    assert made.text.isprintable() or "\x1b" not in made.text


def test_a_page_without_a_number_is_refused() -> None:
    """There is nothing to propose then, and nothing wrong with the question."""
    with pytest.raises(DatasetError, match=r"^page\.txt: it has no number .* propose") as refused:
        proposal("Er staat hier niets.\n", "page.txt")
    assert refused.value.exit_code == 1


def test_a_table_that_nothing_stands_above_is_refused() -> None:
    """Its first row would be taken for its caption, and the second for its head."""
    rows = "Jaar    2019    2020\nJongens  12   13\nMeisjes  14   15\n"
    with pytest.raises(UsageError, match="put what it is about on a line above it"):
        proposal(rows, "page.txt")
    assert _figures(f"Kinderen met hulp\n\n{rows}")


def test_a_table_is_known_by_the_line_above_it() -> None:
    """It needs no more than a row below its headings; the line is no paragraph too."""
    page = (
        "In 2020 waren er 12 in totaal.\n\nHet aantal van 13 kinderen per provincie.\n\n"
        "Regio\t2019\t2020\nDrenthe\t1\t2\n"
    )
    layout = _proposed(page)["sources"]["page"]["layout"]
    assert layout["paragraphs"] == {"tekst/1": "In 2020 waren er 12"}
    assert layout["tables"] == {"tekst/tabel/1": "Het aantal van 13 kinderen"}


def test_one_line_of_cells_is_no_table() -> None:
    """Without headings above it, or rows below, nothing says what its numbers are."""
    layout = _proposed("Jongens  12  13\n\nEr kwamen er 14 bij.\n")["sources"]["page"]["layout"]
    assert "tables" not in layout


def test_two_blanks_behind_a_full_stop_make_no_table() -> None:
    """As typists put them; the cells of a table are three or more in a row."""
    prose = "In 2020 was er hulp.  Er kwamen\n12 kinderen.  Dat zijn er meer\ndan er waren.\n"
    assert not _proposed(prose)["sources"]["page"]["layout"].get("tables")


@pytest.mark.parametrize("head", ["Данные", "Στοιχεία"])
def test_a_heading_that_no_id_can_be_made_of_has_a_number(head: str) -> None:
    """One in letters of another alphabet comes back like any other."""
    parts = (f"{theme}\n\n{head}\n\n- Er zijn 12 kinderen.\n" for theme in ("Zorg", "Wonen"))
    layout = _proposed("\n".join(parts))["sources"]["page"]["layout"]
    assert layout["lists"] == {"punten": "", "punten_1": head}


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("Er waren 60 kinderen in de opvang (2019: 58).", ["? ", "2019"]),
        ("In 2020 waren er 60 kinderen (2019: 58).", ["2020", "2019"]),
        ("Er waren 60 kinderen, tegen 58 in 2019.", ["? ", "2019"]),
        ("There were 60 children in the county (2019: 58).", ["? ", "2019"]),
        ("There were 60 children against 58 in 2019.", ["? ", "2019"]),
        ("There were 60 boys and 58 girls in 2019.", ["2019", "2019"]),
        ("From 2019 to 2021 there were 60 children.", ["? "]),
        ("In 2019 there were 60 children (was 58).", ["2019", "? "]),
        ("In 2019 waren er 60 kinderen (was 58).", ["2019", "? "]),
    ],
)
def test_the_year_of_another_number_is_not_proposed(sentence: str, periods: list[str]) -> None:
    """It is asked for, where the other number alone has one."""
    proposed = [figure["period"][:4] for figure in _figures(sentence)]
    assert [p[: len(own)] for p, own in zip(proposed, periods, strict=True)] == periods


def test_each_column_has_the_unit_of_its_own_heading() -> None:
    """That of the first column is not the one of all, and a mean is told as one."""
    rows = (
        "Area | Under 6 months (%) | Mean days | Number of children | Staff\n"
        "London | 31 | 412 | 82,170 | 5\nNorth | 30 | 365 | 30,100 | 6\n"
    )
    proposed = _proposed(f"Waiting for help\n\nWaiting by area\n\n{rows}")
    for indicator in proposed["indicators"].values():
        assert indicator["unit"] == "per_cent"
        units = [figure.get("unit") for figure in indicator["figures"]]
        assert units[:3] == [None, "days", "children"]
        assert units[3].startswith("? ")
        assert [f.get("measure") for f in indicator["figures"]] == [None, "mean", None, None]


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        (
            "Children in custody",
            "Ministers aim to have no more than 400 children in custody by 2025.",
        ),
        ("Waiting for help", "The median wait of these children was 74 days."),
        ("Kinderen", "De ambitie is dat in 2025 400 kinderen een plek hebben."),
        ("Kinderen", "De prognose voor 2025 is 400 kinderen."),
        ("Kinderen", "Dit is herzien van 400 kinderen in 2021."),
        ("Children", "This was previously published as 400 children."),
    ],
)
def test_what_is_no_plain_outcome_is_asked(heading: str, sentence: str) -> None:
    """A plan, a forecast, a median and what is taken back, with words before the number."""
    [figure] = _figures(f"{heading}\n\n{sentence}\n")
    assert figure["read_by_hand"].startswith("? ")


@pytest.mark.parametrize(
    "sentence",
    ["The county plans to open 6 new family hubs.", "De norm is 6 kinderen per groep."],
)
def test_a_plan_is_offered_as_a_target(sentence: str) -> None:
    """Also where another word leaves open how exact it is."""
    [figure] = _figures(f"Help\n\n{sentence}\n")
    assert figure["read_by_hand"].startswith("? ")
    assert 'measure = "target"' in figure["read_by_hand"]


def test_a_mean_is_filled_in_with_words_between() -> None:
    """A word for it in the sentence before the number says how that is counted."""
    [figure] = _figures("Hulp\n\nDe gemiddelde wachttijd van kinderen was 74 dagen.\n")
    assert figure["measure"] == "mean"
    assert "read_by_hand" not in figure


def test_tables_below_the_same_line_keep_their_own_numbers() -> None:
    """Each has a locator of its own, and the figures of no other."""
    table = "Hulp per regio\nRegio\t2019\t2020\nDrenthe\t{}\t{}\n\n"
    text = "Hulp aan kinderen\n\n" + "".join(table.format(n, n + 1) for n in (11, 21, 31))
    there = {figure["locator"]: figure["value"] for figure in _figures(text)}
    assert sorted(there.values()) == [11, 12, 21, 22, 31, 32]
