"""The sheets of a workbook: one that people read and print, and the rows behind it."""

import io
from datetime import datetime
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import kic
from kic.formats import Style, write
from kic.formats.cell_text import cell
from kic.model import Lang
from kic.table import Table
from kic.table.compare import compare_table
from kic.table.show import show_table
from kic.table.view import select
from tests.conftest import Write, exact, indicator
from tests.formats.conftest import Answers
from tests.qualifiers import SAID, of_each, put
from tests.readers import as_shown

STYLE = Style()


def _bytes(answer: Table, style: Style = STYLE) -> bytes:
    data = write("xlsx", answer, style)
    assert isinstance(data, bytes)
    return data


def _book(answer: Table, style: Style = STYLE) -> Any:
    return openpyxl.load_workbook(io.BytesIO(_bytes(answer, style)))


def _row(sheet: Worksheet, *values: object) -> dict[str, Any]:
    """The cells of the one row that has all these values, by the heads of the sheet."""
    heads = [cell.value for cell in sheet[3]]
    [found] = [row for row in sheet.iter_rows() if {*values} <= {c.value for c in row}]
    return dict(zip(heads, found, strict=True))


@pytest.mark.parametrize(
    ("lang", "names", "heads", "caution"),
    [
        (
            "nl",
            ["Antwoord", "Gegevens", "Bronnen", "Kolommen"],
            ["Indicator", "Waarde", "Eenheid", "Periode", "Vindplaats", "Let op"],
            "Niet op te tellen bij andere jeugdhulp",
        ),
        (
            "en",
            ["Answer", "Data", "Sources", "Columns"],
            ["Indicator", "Value", "Unit", "Period", "Locator", "Caution"],
            "Not to be added to other youth care",
        ),
    ],
)
def test_a_workbook_is_in_the_language_of_the_answer(
    answers: Answers, lang: Lang, names: list[str], heads: list[str], caution: str
) -> None:
    """Its sheets, its heads and each caution, which stands at the row that it concerns."""
    answer, style = answers["show"], Style(lang=lang)
    book = _book(answer, style)
    sheet = book.worksheets[0]
    line = cell(answer.line, style)
    assert book.sheetnames == names
    assert all(len(name) <= 31 for name in names)
    assert (sheet["A1"].value, book.properties.title) == (line, line)
    assert book.properties.creator is None
    assert [c.value for c in sheet[3]][:-1] == heads
    label = answer.page.blocks[0].lines[0].cells[0]
    row = _row(sheet, cell(label, style))
    assert row[heads[-1]].value.startswith(caution)


def test_a_number_is_one_to_compute_with_where_it_is_exact(dataset: kic.Dataset) -> None:
    """With the digits that people read, and its unit beside it; a percentage is one."""
    shown = _book(show_table(dataset, kic.show(dataset, "migratie"))).worksheets[0]
    waits = _row(shown, "Gem. wachttijd gezinshereniging", 289)
    assert (waits["Waarde"].value, waits["Eenheid"].value) == (289, "dagen")
    fewer = _row(shown, "Buitenschuld alleenst. kind: ingewilligd")
    assert (fewer["Waarde"].value, fewer["Eenheid"].value) == ("minder dan 5", "aanvragen")
    compared = _book(compare_table(dataset, kic.compare(dataset))).worksheets[0]
    waits = _row(compared, "Gem. wachttijd gezinshereniging (dagen)")
    values = {head: c.value for head, c in waits.items() if head}
    assert list(values.values())[1:5] == [233, 289, 56, 0.24]
    assert [as_shown(waits[head]) for head in ("Verschil", "Procent")] == ["+56", "+24,0%"]


@of_each
def test_only_an_exact_number_looks_exact(write: Write, qualifier: str) -> None:
    """What is known of any other number stands in the cell itself, as a text, also in changes."""
    dataset = kic.load(write(indicator("a", put(qualifier, "2019") + exact("2020", 500))))
    shown = _book(show_table(dataset, kic.show(dataset, "a"))).worksheets[0]
    compared = _book(compare_table(dataset, kic.compare(dataset, "a"))).worksheets[0]
    for sheet in (shown, compared):
        value = _row(sheet, "2019")["Waarde"].value
        assert value == (300 if qualifier == "exact" else SAID[qualifier].nl)
    change = _row(compared, "2020")
    told = [change[head].value for head in ("Verschil", "Procent") if head in change]
    assert [isinstance(value, int | float) for value in told] == [qualifier == "exact"] * len(told)


def test_digits_that_a_spreadsheet_would_lose_are_a_text(write: Write) -> None:
    """It keeps fifteen of them; a day before its first one is a text too."""
    figures = exact("2018", 9_007_199_254_740_991) + exact("2019", 24.0)
    days = exact("1850-01-01", 1) + exact("2020-08-01", 2)
    dataset = kic.load(write(indicator("a", figures) + indicator("b", days)))
    people, data, *_ = _book(show_table(dataset, kic.show(dataset)))
    shown = {row[3].value: row[1] for row in people.iter_rows(min_row=4) if row[3].value}
    assert shown["2018"].value == "9.007.199.254.740.991"
    assert as_shown(shown["2019"]) == "24,0"
    periods = [row[4].value for row in data.iter_rows(min_row=2)]
    assert periods[-2:] == ["1850-01-01", datetime(2020, 8, 1)]
    assert data.cell(5, 5).number_format == "yyyy-mm-dd"


def test_a_gap_is_told_in_words_in_the_place_of_a_number(dataset: kic.Dataset) -> None:
    """In another hand than numbers; nothing else is."""
    answer = show_table(dataset, kic.show(dataset, "jeugdhulp_wachtenden"))
    sheet = _book(answer).worksheets[0]
    slanted = [c.value for row in sheet.iter_rows() for c in row if c.font.italic and c.value]
    assert slanted == ["geen (structurele) landelijke gegevens"]


def test_a_grid_has_a_line_for_each_kind(answers: Answers) -> None:
    """The themes down, the regions across, and in words what is known and not known."""
    sheet = _book(answers["grid"]).worksheets[0]
    assert [c.value for c in sheet[3]][:3] == ["Thema", "Nederland", "Caribisch Nederland"]
    told = _row(sheet, "Uitbuiting")["Nederland"].value
    assert told.splitlines() == [
        "5 met een getal",
        "1 lacune: weinig/niet van allen volgens de bron",
        "1 lacune: niet beschikbaar volgens de bron",
    ]


@pytest.mark.parametrize("verb", ["themes", "show", "show one", "compare", "gaps", "grid", "find"])
def test_the_first_sheet_can_be_printed(answers: Answers, verb: str) -> None:
    """Its head stays in view and comes back on each page, which is as wide as the paper.

    No text is wider than its column, or made so high that the rest does not show.
    """
    people, *others = _book(answers[verb]).worksheets
    assert (people.freeze_panes, people.print_title_rows) == ("A4", "$3:$3")
    assert (people.page_setup.fitToHeight, people.sheet_properties.pageSetUpPr.fitToPage) == (
        0,
        True,
    )
    widths = [people.column_dimensions[c.column_letter].width for c in people[3]]
    wide = sum(widths) > 100
    assert (people.page_setup.orientation == "landscape") == wide or 90 < sum(widths) < 104
    for sheet in (people, *others):
        assert "dataset kinderrechten-in-cijfers-2020, versie 2.2.3" in sheet.oddFooter.left.text
        assert sheet.page_setup.paperSize == 9
    assert "Kinderrechtencollectief" in people.oddFooter.left.text
    for row in people.iter_rows():
        for c in row:
            if isinstance(c.value, str) and len(c.value) > 70 and not c.hyperlink:
                assert c.alignment.wrap_text, c.value


def test_the_rows_behind_it_are_a_table_with_filters(answers: Answers) -> None:
    """Every record and its sources as programs know them, and what the columns are called."""
    answer = answers["show"]
    _, data, sources, columns = _book(answer)
    [table] = data.tables.values()
    assert table.ref == f"A1:{data.cell(1, data.max_column).column_letter}{data.max_row}"
    assert table.autoFilter.ref == table.ref
    assert data.freeze_panes == "A2"
    assert [c.value for c in data[1]] == list(answer.data.columns)
    values = [row[5].value for row in data.iter_rows(min_row=2)]
    assert values == [row["value"] for row in answer.data.rows]
    known = {row[0].value: row for row in sources.iter_rows(min_row=2)}
    assert {row["source"] for row in answer.data.rows} <= set(known)
    for row in known.values():
        assert row[5].value == (row[5].hyperlink and row[5].hyperlink.target)
    assert [row[0] for row in columns.values][1:] == list(answer.data.columns)


def test_a_workbook_is_the_same_each_time(answers: Answers) -> None:
    """Its bytes tell nothing of when it was made."""
    assert _bytes(answers["show"]) == _bytes(answers["show"])


def test_a_share_that_is_exact_is_one_to_compute_with(write: Write) -> None:
    """A quarter is 25 per cent, and is not told in words."""
    text = indicator("all", exact("2020", 200))
    text += indicator("a", exact("2020", 50), 'subset_of = "all"')
    dataset = kic.load(write(text))
    compared = compare_table(dataset, kic.compare(dataset, "a", share=True))
    sheet = _book(select(compared, columns=["ratio"])).worksheets[0]
    values = [c.value for row in sheet.iter_rows() for c in row]
    assert 0.25 in values
