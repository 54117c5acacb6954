"""What spreadsheets get of answers: text that stays text, whole."""

import csv
import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from kic.formats import Style, write
from kic.formats.workbook import Put, Sheet, workbook
from kic.model import SHORT, Text
from kic.model.errors import OutputError
from kic.model.safe import visible
from kic.table import Table, phrase
from kic.table.delimited import spreadsheet
from kic.table.rows import plain
from tests.answers import answers_of, written
from tests.hostile import CELLS, TAME, EachCell
from tests.readers import inert, runs_formula


@EachCell
@pytest.mark.parametrize("format_", ["csv", "tsv"])
def test_csv_parses_to_the_same_rows(name: str, format_: str) -> None:
    """A cell for each field of each record, none of them raw, none of them a formula."""
    for verb, answer in answers_of(CELLS[name]).items():
        text = written(format_, answer, Style())
        delimiter = "\t" if format_ == "tsv" else ","
        head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        assert head == list(answer.data.columns), verb
        assert len(rows) == len(answer.data.rows), verb
        for row, record in zip(rows, answer.data.rows, strict=True):
            told = [plain(record[c], "nl") for c in answer.data.columns]
            assert row == [_as_cell(value, delimiter) for value in told], verb
            assert not any(runs_formula(cell, delimiter) for cell in row), verb
        bare = text.replace("\r\n", "")
        assert inert(bare.replace("\t", "")), verb


def _as_cell(value: Any, delimiter: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            return spreadsheet(" | ".join(value), delimiter)
        case str():
            return spreadsheet(value, delimiter)
        case _:
            return str(value)


# ------------------------------------------------------------------------- workbooks

# What begins and ends like this would be markup of the file itself.
MARKED = "<r><t>vet</t></r>"


def _book(answer: Table) -> openpyxl.Workbook:
    data = write("xlsx", answer, Style())
    assert isinstance(data, bytes)
    return openpyxl.load_workbook(io.BytesIO(data))


@pytest.mark.parametrize("name", [*CELLS, "marked"])
def test_a_workbook_has_texts_and_no_formulas(name: str) -> None:
    """No cell of a kind that acts, no link but an address, every text to the letter."""
    words = CELLS.get(name, MARKED)
    for verb in ("show", "columns", "gaps", "themes"):
        answer = answers_of(words)[verb]
        people, data, sources, columns = _book(answer)
        told = [[plain(row[c], "nl") for c in answer.data.columns] for row in answer.data.rows]
        assert list(data.values)[1:] == [tuple(map(_in_book, values)) for values in told], verb
        for sheet in (people, data, sources, columns):
            for cell in (cell for row in sheet.iter_rows() for cell in row):
                assert cell.data_type in "snbd", verb
                assert inert(str(cell.value)), verb
                if cell.hyperlink:
                    assert cell.value == cell.hyperlink.target == "https://example.org/rapport"
            assert inert(sheet.oddFooter.left.text), verb
    shown = " ".join(str(value) for row in people.values for value in row)
    assert visible(words[:SHORT]).replace("\u00a0", " ") in shown


def _in_book(value: Any) -> Any:
    match value:
        case list():
            return visible(" | ".join(value)) or None
        case str():
            return visible(value)
        case _:
            return value


@pytest.mark.parametrize("verb", ["show", "columns"])
def test_a_workbook_loses_nothing_in_silence(verb: str) -> None:
    """A text that no cell can hold is refused with its column; one that fits stands whole."""
    answer = answers_of(TAME)[verb]

    def with_note(length: int) -> Table:
        row = answer.data.rows[0] | {"notes": (Text(nl="x" * length, en="x"),)}
        data = answer.data._replace(rows=(row, *answer.data.rows[1:]))
        return replace(answer, list_rows=lambda: data)

    assert "x" * 32_767 in [cell.value for cell in _book(with_note(32_767)).worksheets[1][2]]
    with pytest.raises(OutputError, match="'notes' of row 1 has 40000 characters"):
        write("xlsx", with_note(40_000), Style())
    with pytest.raises(OutputError, match="a text of the answer has 40000 characters"):
        write("xlsx", replace(answer, line=phrase("just", total="x" * 40_000)), Style())


def test_a_sheet_has_no_more_lines_than_a_spreadsheet_opens() -> None:
    """An answer that is longer is refused, with what to do."""
    with pytest.raises(OutputError, match="has 1048577 lines and a sheet of a workbook holds 104"):
        workbook([Sheet("x", [[]] * 1_048_577, [1])], "x", [])


def test_an_address_that_a_spreadsheet_does_not_open_is_a_text() -> None:
    """What is too long for a link stands there all the same."""
    long, short = (f"https://example.org/{'x' * length}" for length in (3000, 300))
    lines = [[Put("heads")], [Put(long, look="link")], [Put(short, look="link")]]
    made = workbook([Sheet("x", lines, [9])], "x", [])
    _, (unlinked,), (linked,) = openpyxl.load_workbook(io.BytesIO(made))["x"].iter_rows()
    assert (unlinked.value, unlinked.hyperlink) == (long, None)
    assert linked.value == linked.hyperlink.target == short


def test_a_footer_that_does_not_fit_is_not_cut() -> None:
    """The next one stands there, and no sign in it is a command."""
    sheet = Sheet("x", [[]], [9])
    for footers, shown in ((["x" * 300, "A & B &P"], "A && B &&P"), (["x" * 300], None)):
        book = openpyxl.load_workbook(io.BytesIO(workbook([sheet], "x", footers)))
        footer = book["x"].oddFooter
        assert (footer.left.text, footer.right.text) == (shown, "&P / &N")
