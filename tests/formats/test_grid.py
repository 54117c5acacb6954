"""The grid and the counts of gaps, as they are written."""

import csv
import io
import json
import re

import pytest

import kic
from kic.formats import Bars, Style
from kic.formats import write as written
from kic.formats.cell_text import signs
from kic.model import Lang
from kic.model.sentences import LANGS
from kic.model.wording import NOTHING, SENTENCES_ONLY, drawn_as
from kic.table.gaps import gaps_table
from kic.table.grid import grid_table
from tests.conftest import Write, exact, figure, indicator

CODES = ("not_national", "incomplete", "unavailable", "unclear", "concluded")


def test_the_grid_is_read_without_colour(dataset: kic.Dataset) -> None:
    """Signs of different shape, each with its number and explained below."""
    shown = written("table", grid_table(dataset, kic.grid(dataset)), Style())
    assert isinstance(shown, str)
    lines = [line.split() for line in shown.splitlines()]
    assert ["Jeugdhulp", "■■■■■■■", "7", "■■■", "3"] in lines
    assert ["▨▨▨▨▨", "5"] in lines
    assert ["×", "lacune:", "niet", "beschikbaar", "volgens", "de", "bron"] in lines
    assert SENTENCES_ONLY.nl in shown
    assert NOTHING.nl in shown


@pytest.mark.parametrize("bars", ["blocks", "ascii"])
@pytest.mark.parametrize("lang", LANGS)
def test_each_sign_of_the_grid_is_explained(dataset: kic.Dataset, lang: Lang, bars: Bars) -> None:
    """Each once, and what kic concludes is not laid at the door of the source."""
    style = Style(lang=lang, bars=bars)
    answer = kic.grid(dataset)
    shown = str(written("table", grid_table(dataset, answer), style))
    legend = dict(re.findall(r"^(\S)  (\S.*)$", shown, re.MULTILINE))
    codes = {code for c in answer.cells for code, _ in c.counts}
    assert set(legend) == {signs(style)[drawn_as(code)] for code in codes}
    concluded = legend[signs(style)[drawn_as("concluded")]]
    assert {"nl": "door kic", "en": "by kic"}[lang] in concluded


def test_nobody_infers_in_the_name_of_kic(write: Write) -> None:
    """In a dataset of one's own a gap is inferred by who compiled it, in the legend too."""
    missing = 'gaps = [{ missing = { nl = "iets", en = "something" }, kind = "concluded" }]'
    text = indicator("a", figure("2020", 'reason = "not_stated"'), missing)
    answer = grid_table(own := kic.load(write(text)), kic.grid(own))
    for name in ("table", "markdown", "html"):
        shown = str(written(name, answer, Style(lang="en")))
        assert "inferred by the compiler" in shown
        assert "by kic" not in shown


def test_the_grid_is_read_line_by_line(dataset: kic.Dataset) -> None:
    """Plain has a row for each cell, with the numbers in columns and nothing in words."""
    answer = grid_table(dataset, kic.grid(dataset, theme=("migratie", "jeugdstrafrecht")))
    shown = written("plain", answer, Style(lang="en"))
    assert isinstance(shown, str)
    rows = [" ".join(line.split()) for line in shown.splitlines()[2:7]]
    assert rows == [
        "Theme Region With a number In words "
        "Not national Incomplete No figures Unclear Concluded Remark",
        "Migration Netherlands 6 6 0 0 0 0 0",
        "Migration Caribbean Netherlands 0 0 0 0 1 0 0",
        "Juvenile justice Netherlands 10 0 0 1 0 0 0",
        f"Juvenile justice Caribbean Netherlands 0 0 0 0 0 0 0 {SENTENCES_ONLY.en}",
    ]


def test_programs_get_the_grid_as_rows(dataset: kic.Dataset) -> None:
    """CSV and JSON hold the same numbers."""
    answer = grid_table(dataset, kic.grid(dataset, region="caribisch"))
    text = written("csv", answer, Style())
    document = json.loads(written("json", answer, Style()))
    assert isinstance(text, str)
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    for name in ("with_number", "in_words", *CODES, "statements"):
        assert [int(r[name]) for r in rows] == [r[name] for r in document["records"]], name
    assert document["command"] == "grid"


def test_many_indicators_do_not_make_a_cell_endless(write: Write) -> None:
    """From a number of signs that nobody counts, some stand for all."""
    path = write("".join(indicator(f"a{n}", exact("2020", n)) for n in range(100)))
    loaded = kic.load(path)
    shown = written("table", grid_table(loaded, kic.grid(loaded)), Style())
    assert isinstance(shown, str)
    assert "■■■...■■■ 100" in shown


def test_the_counts_of_every_group_are_in_the_json(dataset: kic.Dataset) -> None:
    """By kind, registration, theme and region, each adding up to all; several may be named."""
    answer = gaps_table(dataset, kic.gaps(dataset))
    counts = json.loads(str(written("json", answer, Style())))["counts"]
    for by in ("theme", "region"):
        assert sum(group["gaps"] for group in counts[by]) == counts["total"] == 17
    assert counts["kind"] == {"stated": 14, "unclear": 2, "concluded": 1}
    assert counts["registration"] == {
        "not_national": 6,
        "incomplete": 4,
        "unavailable": 4,
        "unstated": 3,
    }
    named = {group["named"]: group["gaps"] for group in counts["named"]}
    assert named.pop(None) == 11
    assert named == dict.fromkeys(
        [
            *("veilig_thuis", "wijkteams", "commissie_de_winter", "rijksoverheid"),
            *("raad_kinderbescherming", "ind", "kinderrechtenhelpdesk", "comensha"),
        ],
        1,
    )
