"""The rows of CSV, TSV and JSON Lines are the records of the JSON, flat and in one language."""

import csv
import io
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import kic
from kic.formats import Style, write
from kic.model import Lang
from kic.table import Table
from kic.table.compare import compare_table
from kic.table.gaps import gaps_table
from kic.table.limit import first, shortened
from kic.table.schema import output_schema
from kic.table.show import show_table
from kic.table.themes import themes_table
from tests.cases import each

LANGS: tuple[Lang, ...] = ("nl", "en")
_SCHEMA = Draft202012Validator(output_schema())
_TABLES: dict[str, Any] = {
    "themes": themes_table,
    "show": show_table,
    "gaps": gaps_table,
    "compare": compare_table,
}


@pytest.fixture(scope="module")
def answers(dataset: kic.Dataset) -> dict[str, Table]:
    """One answer of each verb with labels."""
    return {
        "themes": themes_table(dataset, kic.themes(dataset)),
        "show": show_table(dataset, kic.show(dataset)),
        "gaps": gaps_table(dataset, kic.gaps(dataset, all=True)),
        "compare": compare_table(dataset, kic.compare(dataset)),
    }


def _text(name: str, table: Table, lang: Lang) -> str:
    text = write(name, table, Style(lang=lang))
    assert isinstance(text, str)
    return text


def _read(name: str, table: Table, lang: Lang) -> list[dict[str, Any]]:
    """The rows of a format, in which nothing is the same as an empty text."""
    text = _text(name, table, lang)
    if name == "jsonl":
        return [json.loads(line) for line in text.splitlines()]
    delimiter = "\t" if name == "tsv" else ","
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))


@each("verb", ["themes", "show", "gaps", "compare"])
@each("lang", LANGS)
def test_flat_formats_hold_the_same_rows(answers: dict[str, Table], verb: str, lang: Lang) -> None:
    """The same labels and ids a line; labels follow the language, ids do not."""
    table = answers[verb]
    ids = ("theme",) if verb == "themes" else ("indicator", "region", "period")
    expected = [
        (
            row["label"].nl if lang == "nl" else row["label"].en,
            *(row[i] and str(row[i]) for i in ids),
        )
        for row in table.data.rows
    ]
    for name in ("csv", "tsv", "jsonl"):
        rows = _read(name, table, lang)
        assert [(r["label"], *(r[i] or None for i in ids)) for r in rows] == expected


@pytest.mark.parametrize("verb", ["themes", "show", "gaps", "compare"])
def test_json_has_labels_in_both_languages(answers: dict[str, Table], verb: str) -> None:
    """Whatever the language of the answer."""
    documents = [json.loads(_text("json", answers[verb], lang)) for lang in LANGS]
    assert documents[0] == documents[1]
    assert all(set(r["label"]) == {"nl", "en"} for r in documents[0]["records"])


@each("limit", [0, 1, 2])
@each("verb", ["themes", "show", "gaps", "compare"])
def test_a_limited_answer_is_valid_against_its_schema(
    dataset: kic.Dataset, verb: str, limit: int
) -> None:
    """Its records keep their shape, and what it leaves out is counted."""
    answer, of = getattr(kic, verb)(dataset), _TABLES[verb]
    cut, left_out = first(dataset, answer, limit)
    table = shortened(of(dataset, answer), of(dataset, cut), left_out, limit)
    document = json.loads(_text("json", table, "nl"))
    assert list(_SCHEMA.iter_errors(document)) == []
    assert document["left_out"]["limit"] == left_out
