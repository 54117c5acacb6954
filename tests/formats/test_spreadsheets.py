"""What spreadsheets get of answers: text that stays text, whole."""

import csv
import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from kic.formats import Style, write
from kic.model import Text
from kic.model.errors import OutputError
from kic.table import Table
from kic.table.delimited import spreadsheet
from kic.table.rows import plain
from tests.answers import answers_of, written
from tests.hostile import HOSTILE, TAME, Hostile
from tests.readers import inert, runs_formula


@Hostile
@pytest.mark.parametrize("format_", ["csv", "tsv"])
def test_csv_parses_to_the_same_rows(name: str, format_: str) -> None:
    """A cell for each field of each record, none of them raw, none of them a formula."""
    for verb, answer in answers_of(HOSTILE[name]).items():
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


@Hostile
def test_a_workbook_has_texts_and_no_formulas(name: str) -> None:
    """Read by openpyxl: no cell of a kind that acts, no link, and the rows of the answer."""
    for verb in ("show", "columns", "gaps", "themes"):
        answer = answers_of(HOSTILE[name])[verb]
        data = write("xlsx", answer, Style())
        assert isinstance(data, bytes)
        book = openpyxl.load_workbook(io.BytesIO(data))
        assert book.worksheets[0].max_row == len(answer.data.rows) + 1, verb
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    assert cell.data_type in "snbd", verb
                    assert cell.hyperlink is None, verb
                    assert inert(str(cell.value)), verb


@pytest.mark.parametrize("verb", ["show", "columns"])
def test_a_workbook_loses_nothing_in_silence(verb: str) -> None:
    """A text that no cell can hold is refused with its column; one that fits stands whole."""
    answer = answers_of(TAME)[verb]

    def with_note(length: int) -> Table:
        row = answer.data.rows[0] | {"notes": (Text(nl="x" * length, en="x"),)}
        data = answer.data._replace(rows=(row, *answer.data.rows[1:]))
        return replace(answer, list_rows=lambda: data)

    data = write("xlsx", with_note(32_767), Style())
    assert isinstance(data, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    assert "x" * 32_767 in [cell.value for cell in sheet[2]]
    with pytest.raises(OutputError, match="'notes' of row 1 has 40000 characters"):
        write("xlsx", with_note(40_000), Style())
