"""Four digits that may be a year: years.toml has the sentences."""

import re
import tomllib
from pathlib import Path
from typing import get_args

import pytest

from kic.dataset.page.exactness import Reading, readings
from kic.dataset.page.found import Found
from kic.dataset.page.language import language
from kic.dataset.page.places import Place
from kic.dataset.validation import Report, validate
from kic.model import Lang
from tests.cases import each
from tests.conftest import MINIMAL, indicator, saved

YEARS = tomllib.loads(Path(__file__).with_name("years.toml").read_text("utf-8"))
EACH = [
    (lang, meant, text)
    for lang in get_args(Lang)
    for meant, texts in YEARS[lang].items()
    for text in texts
]
LAYOUT = """
[sources.bron.layout]
lang = "nl"
bullet = "-"
themes = { thema = "Thema" }
lists = { cijfers = "Cijfers" }
"""
_MARKED = re.compile(r"\{(\d{4})\}")

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]


def _read(lang: Lang, marked: str) -> list[Reading]:
    """The readings of the numbers between braces."""
    text = _MARKED.sub(r"\1", marked)
    starts = [m.start() - 2 * n for n, m in enumerate(_MARKED.finditer(marked))]
    read = readings(text, language(lang))
    return [next(r for r in read if r.numeral.start <= at < r.numeral.end) for at in starts]


@each(("lang", "meant", "text"), EACH, ids=[text for *_, text in EACH])
def test_four_digits_are_a_year_or_count_something(lang: Lang, meant: str, text: str) -> None:
    """What is no year for certain is never passed over as one."""
    for reading in _read(lang, text):
        assert reading.is_figure == (meant != "year")
        if meant == "number":
            assert reading.qualifier == "exact", reading.seen


@pytest.mark.parametrize(
    ("heading", "is_figure"), [("Meldingen", True), ("Jaar", False), ("Meldingen per jaar", True)]
)
def test_a_cell_holds_a_number_and_a_column_of_years_their_years(
    heading: str, is_figure: bool
) -> None:
    """What is all there is in a cell, under a heading that asks for a year or for none."""
    place = Place("tabel/1/noord/x", 3, "2010", "cell", ("Noord", heading))
    [reading] = Found(place, language("nl")).readings
    assert (reading.is_figure, reading.qualifier == "exact") == (is_figure, is_figure)


def test_what_may_be_a_year_is_told_and_can_be_read_by_hand(tmp_path: Path) -> None:
    """As a number that nothing accounts for, or whose reading a person answers for."""
    page = "Thema\nCijfers\n- Er zijn 12 kinderen, en het waren er 2010.\n"
    quoted = {"value = 12": "12 kinderen", "value = 2010": "er 2010"}
    aside = 'locator = "thema/cijfers/1"\nas_printed = "er 2010"\nreason = "een jaar"'

    def held(value: str, more: str = "", others: str = "") -> Report:
        figure = f'period = "unknown", qualifier = "exact", {value}, locator = "thema/cijfers/1"'
        figured = indicator("a", f'{{ {figure}, as_printed = "{quoted[value]}"{more} }},')
        path = saved(tmp_path / "x.toml", MINIMAL + LAYOUT + figured + others)
        [report] = validate([path], saved(tmp_path / "page.txt", page))
        return report

    assert [missed.number for missed in held("value = 12").missed] == ["2010"]
    assert not held("value = 12", others=f"[[not_figures]]\n{aside}\n").missed
    assert "was not understood" in held("value = 2010").problems[0].message
    assert not held("value = 2010", ', read_by_hand = "het telt"').problems
