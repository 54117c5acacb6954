"""What the heading of a column says of the period of its cells, and of how sure they are."""

from pathlib import Path

import pytest
import tomli

from kic.dataset.page.proposal import proposal
from kic.dataset.validation import as_lines, validate
from kic.model import Lang
from kic.model.text import fold
from tests.cases import each
from tests.conftest import MINIMAL, indicator, saved

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

FAMILIES = """\
gezinnen = { label = { nl = "gezinnen", en = "families" }, kind = "count" }
"""
LAYOUT = """
[sources.bron.layout]
lang = "LANG"
themes = { thema = "Thema" }
tables = { "thema/tabel/1" = "Tabel 1" }
"""


def _page(column: str) -> str:
    return f"Thema\n\nTabel 1\nRegio\tKolom\t{column}\nNederland\t5\t120\n"


def _problems(
    folder: Path,
    lang: Lang,
    column: str,
    period: str,
    keys: str = 'qualifier = "exact"',
    label: str = "",
) -> list[str]:
    """What is said of the 120 of a table, typed for a period."""
    page = saved(folder / "page.txt", _page(column))
    heading = "".join(c if c.isalnum() and c.isascii() else " " for c in fold(column))
    locator = f"thema/tabel/1/nederland/{'_'.join(heading.split())}"
    figure = (
        f'{{ period = "{period}", {keys}, value = 120, as_printed = "120", '
        f'locator = "{locator}" }},'
    )
    text = MINIMAL + FAMILIES + LAYOUT.replace("LANG", lang) + indicator("a", figure)
    if label:
        own = 'nl = "Over a"' if lang == "nl" else 'en = "About a"'
        text = text.replace(own, f'{lang} = "{label}"')
    [report] = validate([saved(folder / "x.toml", text)], page)
    assert report.page, as_lines([report])
    return [problem.message for problem in report.problems]


PARTS: dict[tuple[Lang, str], str] = {
    ("nl", "1e kwartaal 2021"): "2021-Q1",
    ("nl", "2021 1e kwartaal"): "2021-Q1",
    ("nl", "2021, vierde kwartaal"): "2021-Q4",
    ("nl", "2de kw. 2021"): "2021-Q2",
    ("nl", "kwartaal 3 2021"): "2021-Q3",
    ("nl", "1e halfjaar 2021"): "2021-S1",
    ("nl", "2021 (2e halfjaar)"): "2021-S2",
    ("nl", "eerste zes maanden van 2021"): "2021-S1",
    ("nl", "2021 Q1"): "2021-Q1",
    ("nl", "2021-Q1"): "2021-Q1",
    ("nl", "2021Q3"): "2021-Q3",
    ("nl", "K2 2021"): "2021-Q2",
    ("nl", "Q4 '21"): "2021-Q4",
    ("en", "H1 2021"): "2021-S1",
    ("en", "S1 2021"): "2021-S1",
    ("en", "2021 2H"): "2021-S2",
    ("en", "1st half 2021"): "2021-S1",
    ("en", "first half 2021"): "2021-S1",
    ("en", "2021, second half of the year"): "2021-S2",
    ("en", "Quarter 1 2021"): "2021-Q1",
    ("en", "2021 3rd quarter"): "2021-Q3",
}


@each(("lang", "column"), PARTS)
def test_a_column_is_of_the_part_of_its_year(tmp_path: Path, lang: Lang, column: str) -> None:
    """Before the year or behind it; of neither the whole year nor another part."""
    part = PARTS[lang, column]
    assert not _problems(tmp_path, lang, column, part)
    other = f"{part[:-1]}{3 - int(part[-1]) if part[5] == 'S' else int(part[-1]) % 4 + 1}"
    for wrong in ("2021", other):
        [told] = _problems(tmp_path, lang, column, wrong)
        assert told.endswith(f" is of {part} (found {wrong})")


UNCLEAR: list[tuple[Lang, str]] = [
    ("nl", "1e tertaal 2021"),
    ("nl", "Q1-Q3 2021"),
    ("nl", "2021 Q1 t/m Q3"),
    ("nl", "1e en 2e kwartaal 2021"),
    ("nl", "eerste negen maanden van 2021"),
    ("nl", "week 12 2021"),
    ("nl", "2021-II"),
    ("nl", "Zomer 2021"),
    ("nl", "schooljaar 2021"),
    ("nl", "Vóór 2021"),
    ("nl", "Na 2021"),
    ("nl", "Tot 2021"),
    ("nl", "2021 (jan-jun)"),
    ("nl", "2021 t/m juni"),
    ("nl", "2021 (9 mnd)"),
    ("nl", "2021 cum."),
    ("nl", "2021 tot 1 juli"),
    ("nl", "2021 juli"),
    ("nl", "2021 (1 juli)"),
    ("nl", "2021 (onvolledig)"),
    ("nl", "2021 (voorlopig, jan-jun)"),
    ("nl", "2021 (elders)"),
    ("nl", "Kinderen, 2021 (jan-jun)"),
    ("en", "2021 (Jan-Jun)"),
    ("en", "2021 to June"),
    ("en", "2021 (9 months)"),
    ("en", "2021 YTD"),
    ("en", "2021 July"),
    ("en", "2021 (1 July)"),
    ("en", "2021 (incomplete)"),
    ("en", "first nine months of 2021"),
    ("en", "Spring term 2021"),
    ("en", "2021 Q1 to Q3"),
    ("en", "academic year 2021"),
    ("en", "Before 2021"),
    ("en", "Until 2021"),
    ("en", "After 2021"),
]


@each(("lang", "column"), UNCLEAR)
def test_a_part_that_is_not_known_prints_no_year(tmp_path: Path, lang: Lang, column: str) -> None:
    """A school year of one year is none either; a person may read a period into it."""
    status = ', status = "P"' if "voorlopig" in column else ""
    [told] = _problems(tmp_path, lang, column, "2021", f'qualifier = "exact"{status}')
    assert told.endswith('was not understood: say inferred = ["period"]')
    read_in = f'qualifier = "exact", inferred = ["period"]{status}'
    assert not _problems(tmp_path, lang, column, "2021-S1", read_in)


@each(
    ("lang", "column"),
    [
        ("nl", "2021"),
        ("nl", "Jaar 2021"),
        ("nl", "kalenderjaar 2021"),
        ("nl", "Kinderen, 2021"),
        ("nl", "voor 2021"),
        ("nl", "**2021**"),
        ("nl", "Doelgroep 2021"),
        ("nl", "Voorlopige hechtenis 2021"),
        ("nl", "Deelnemers 2021"),
        ("nl", "2021 (aantal)"),
        ("nl", "2021, jongens"),
        ("nl", "2021 (1)"),
        ("nl", "Uit huis geplaatst in 2021 naar regio"),
        ("en", "2021"),
        ("en", "Placements 2021"),
        ("en", "Children with a plan, 2021"),
        ("en", "Target group 2021"),
        ("en", "2021 (number)"),
        ("en", "2021 (children)"),
        ("en", "2021 total"),
        ("en", "Change of placement 2021"),
    ],
)
def test_a_column_of_a_year_is_of_that_year(tmp_path: Path, lang: Lang, column: str) -> None:
    """And its numbers are as sure as they are printed, whatever it counts."""
    assert not _problems(tmp_path, lang, column, "2021")


@pytest.mark.parametrize(("lang", "column"), [("nl", "2021 (1 juli)"), ("en", "2021 (1 July)")])
def test_a_day_behind_a_year_is_a_day_of_it(tmp_path: Path, lang: Lang, column: str) -> None:
    """The year is not the whole of what is printed, but the day is."""
    assert not _problems(tmp_path, lang, column, "2021-07-01")
    assert _problems(tmp_path, lang, column, "2021-07-02")


NO_PLAIN: list[tuple[Lang, str, str]] = [  # with the label that says so too
    ("nl", "2021 (in %)", "Aandeel"),
    ("nl", "% 2021", "Percentage"),
    ("nl", "2021 per 1.000", "Kinderen per 1.000"),
    ("nl", "Aandeel 2021", "Aandeel"),
    ("nl", "Groei 2021", "Groei"),
    ("nl", "Mutatie 2021", "Mutatie"),
    ("nl", "Verschil 2021", "Verschil"),
    ("nl", "2021 gemiddeld", "Gemiddeld aantal"),
    ("nl", "Mediaan 2021", "Mediaan"),
    ("en", "2021 (in per cent)", "Percentage"),
    ("en", "2021 per 1,000", "Children per 1,000"),
    ("en", "Share 2021", "Share"),
    ("en", "Growth 2021", "Growth"),
    ("en", "2021 change", "Change"),
    ("en", "2021 (average)", "Average"),
    ("en", "Median 2021", "Median"),
]


@each(("lang", "column", "label"), NO_PLAIN)
def test_a_share_a_change_or_a_mean_is_no_number_of_children(
    tmp_path: Path, lang: Lang, column: str, label: str
) -> None:
    """Unless the label of the figure says so too."""
    [told] = _problems(tmp_path, lang, column, "2021")
    assert f"(found '{column}')" in told
    assert not _problems(tmp_path, lang, column, "2021", label=label)


@pytest.mark.parametrize(
    ("lang", "column", "unit"),
    [("nl", "Gezinnen 2021", "gezinnen"), ("en", "Families 2021", "families")],
)
def test_a_column_of_another_unit_is_none_of_its_own(
    tmp_path: Path, lang: Lang, column: str, unit: str
) -> None:
    """Where a heading has a year and the name of a unit, it is that unit."""
    [told] = _problems(tmp_path, lang, column, "2021")
    assert told.startswith(f"'{unit}' stands in its heading (found kinderen)")
    assert not _problems(tmp_path, lang, column, "2021", 'qualifier = "exact", unit = "gezinnen"')


PROVISIONAL = 'qualifier = "exact", status = "P"'
ESTIMATE = 'qualifier = "estimate"'
TARGET = 'qualifier = "exact", measure = "target"'
DOUBTFUL: dict[tuple[Lang, str], str] = {
    ("nl", "2021*"): PROVISIONAL,
    ("nl", "2021**"): PROVISIONAL,
    ("nl", "2021 (voorlopig)"): PROVISIONAL,
    ("nl", "Voorlopige cijfers 2021"): PROVISIONAL,
    ("nl", "2021 p"): PROVISIONAL,
    ("nl", "2021 Q1 (p)"): PROVISIONAL,
    ("nl", "raming 2021"): ESTIMATE,
    ("nl", "2021 (geschat)"): ESTIMATE,
    ("nl", "Plan 2021"): TARGET,
    ("nl", "streefwaarde 2021"): TARGET,
    ("nl", "2021 (doel)"): TARGET,
    ("en", "2021*"): PROVISIONAL,
    ("en", "2021 (provisional)"): PROVISIONAL,
    ("en", "2021 (estimate)"): ESTIMATE,
    ("en", "Forecast 2021"): ESTIMATE,
    ("en", "2021 target"): TARGET,
    ("en", "Plan 2021"): TARGET,
}


@each(("lang", "column"), DOUBTFUL)
def test_a_number_in_doubt_is_no_plain_number(tmp_path: Path, lang: Lang, column: str) -> None:
    """Unless the figure says so itself, by its status, its qualifier or its measure."""
    period = "2021-Q1" if "Q1" in column else "2021"
    assert len(_problems(tmp_path, lang, column, period)) == 1
    assert not _problems(tmp_path, lang, column, period, DOUBTFUL[lang, column])


@each(
    ("column", "period", "qualifier", "is_asked"),
    [
        ("2021", "2021", "exact", False),
        ("1e kwartaal 2021", "2021-Q1", "exact", False),
        ("2021 2e halfjaar", "2021-S2", "exact", False),
        ("schooljaar 2021", "? ", "exact", False),
        (
            "2021 (jan-jun)",
            "? the period, of which the heading says '2021 (jan-jun)'",
            "exact",
            False,
        ),
        ("2021 cum.", "? ", "exact", False),
        ("Groei 2021", "2021", "exact", True),
        ("Aandeel 2021", "2021", "exact", True),
        ("2021 (in %)", "2021", "exact", False),
        ("Na 2021", "? ", "exact", False),
        ("2021*", "2021", "exact", True),
        ("Plan 2021", "2021", "exact", True),
        ("Raming 2021", "2021", "estimate", False),
    ],
)
def test_what_a_column_leaves_open_is_asked(
    column: str, period: str, qualifier: str, is_asked: bool
) -> None:
    """A proposal fills in the part of a year, and asks for what is not plain."""
    raw = tomli.loads(proposal(_page(column), "page.txt").text)
    [*_, figure] = next(iter(raw["indicators"].values()))["figures"]
    assert figure["value"] == 120
    assert figure["period"].startswith(period)
    assert figure["qualifier"] == qualifier
    assert ("read_by_hand" in figure) == is_asked


OVER: dict[tuple[Lang, str], str] = {  # a table or bullets
    ("nl", "Ramingen"): ESTIMATE,
    ("nl", "Prognose van het aantal kinderen"): ESTIMATE,
    ("nl", "Voorlopige cijfers"): PROVISIONAL,
    ("nl", "Cijfers (voorlopig)"): PROVISIONAL,
    ("nl", "Plan 2021"): TARGET,
    ("nl", "Kinderen, geplande plaatsingen"): "",
    ("nl", "Voorlopige hechtenis"): "",
    ("nl", "Plan van aanpak"): "",
    ("en", "Estimates"): ESTIMATE,
    ("en", "Estimates of children in care"): ESTIMATE,
    ("en", "Provisional data"): PROVISIONAL,
    ("en", "Targets"): TARGET,
    ("en", "Care plans"): "",
    ("en", "Target groups"): "",
}


@each(("lang", "heading"), OVER)
@each("is_table", [True, False])
def test_doubt_over_a_table_or_bullets_is_doubt_of_each_number(
    tmp_path: Path, lang: Lang, heading: str, is_table: bool
) -> None:
    """As in the heading of a row or column, unless the figure says so itself."""
    told = _over if is_table else _under
    assert bool(told(tmp_path, lang, heading)) == bool(OVER[lang, heading])
    if OVER[lang, heading]:
        assert not told(tmp_path, lang, heading, OVER[lang, heading])


CAPTIONS: list[tuple[Lang, str]] = [
    ("nl", "in procenten"),
    ("nl", "Pleegkinderen (%)"),
    ("nl", "Pleegkinderen per 1.000 kinderen"),
    ("nl", "Toename van het aantal pleegkinderen"),
    ("nl", "Pleegkinderen, eerste helft van het jaar"),
    ("en", "in per cent"),
    ("en", "Foster children per 1,000 children"),
    ("en", "Increase in foster children"),
    ("en", "Foster children, first half of the year"),
]


@each(("lang", "caption"), CAPTIONS)
def test_a_caption_says_what_all_numbers_below_are(
    tmp_path: Path, lang: Lang, caption: str
) -> None:
    """A share, a change or a part of the year; in bullets there may be other numbers too."""
    [told] = _over(tmp_path, lang, caption)
    assert caption in told
    assert not _under(tmp_path, lang, caption)


def test_a_caption_of_a_part_of_the_year_is_asked_about() -> None:
    """A proposal does not take the year of the column for the whole."""
    page = _page("2021").replace("Tabel 1", "Tabel 1. Kinderen, eerste helft van het jaar")
    assert "? the period, of which the heading says" in proposal(page, "page.txt").text


def test_doubt_of_one_year_or_in_a_note_is_none_of_the_others(tmp_path: Path) -> None:
    """A note below the rows explains a mark; a caption may name the year that it doubts."""
    assert _over(tmp_path, "nl", "Kinderen (2021: voorlopig)")
    assert not _over(tmp_path, "nl", "Kinderen (2020: voorlopig)")
    assert not _over(tmp_path, "nl", "Kinderen", note="* voorlopige cijfers")


def _over(
    folder: Path, lang: Lang, caption: str, keys: str = 'qualifier = "exact"', note: str = ""
) -> list[str]:
    """What is said of a number in a table with some caption."""
    page = f"Thema\n\nTabel 1. {caption}\nRegio\t2020\t2021\nNederland\t5\t120\n{note}\n"
    return _held(folder, lang, page, keys, "thema/tabel/1/nederland/2021", "")


def _under(folder: Path, lang: Lang, heading: str, keys: str = 'qualifier = "exact"') -> list[str]:
    """What is said of a number in a bullet under some heading."""
    page = f"Thema\n\nTabel 1\n\n{heading}\n- In 2021: 120.\n"
    lists = f'bullet = "-"\nlists = {{ cijfers = "{heading}" }}\n'
    return _held(folder, lang, page, keys, "thema/cijfers/1", lists)


def _held(folder: Path, lang: Lang, page: str, keys: str, locator: str, layout: str) -> list[str]:
    figure = (
        f'{{ period = "2021", {keys}, value = 120, as_printed = "120", locator = "{locator}" }},'
    )
    text = MINIMAL + LAYOUT.replace("LANG", lang) + layout + indicator("a", figure)
    if lang == "en":
        text, page = text.replace("Tabel", "Table"), page.replace("Tabel", "Table")
    [report] = validate([saved(folder / "x.toml", text)], saved(folder / "page.txt", page))
    assert report.page, as_lines([report])
    return [problem.message for problem in report.problems]
