"""Numbers become words and digits that people can read, no more precise than they are."""

import html

import pytest

import kic
from kic.formats import Style
from kic.formats.cell_text import cell
from kic.model import Lang
from kic.model.interval import UNKNOWN, Interval
from kic.query.ratio import Ratio
from kic.table import Delta, When
from kic.table.show import show_table
from tests.answers import written
from tests.cases import each
from tests.conftest import Write, indicator

DELTAS = {
    ("absolute", Interval.exact(56)): ("+56", "+56"),
    ("absolute", Interval.exact(-3108)): ("-3.108", "-3,108"),
    ("absolute", Interval.exact(0)): ("0", "0"),
    ("percent", Interval.exact(24.03)): ("+24,0%", "+24.0%"),
    ("percent", Interval.exact(-34.545)): ("-34,5%", "-34.5%"),
    ("points", Interval.exact(4)): ("+4 procentpunt", "+4 percentage points"),
    ("absolute", Interval(None, 5, 10)): ("+5 tot +10", "+5 to +10"),
    ("percent", Interval(None, 100, None)): ("minstens +100,0%", "at least +100.0%"),
    ("percent", Interval(None, 16.67, 33.31)): ("+16,6% tot +33,4%", "+16.6% to +33.4%"),
    ("absolute", Interval(50, None, 50)): ("hoogstens +50", "at most +50"),
    ("absolute", Interval(None, None, -420)): ("-420 of lager", "-420 or lower"),
    ("percent", Interval(None, None, -16.8)): ("-16,8% of lager", "-16.8% or lower"),
    ("absolute", Interval(None, -3, None)): ("-3 of hoger", "-3 or higher"),
    ("absolute", Interval(50, None, None)): ("ca. +50", "c. +50"),
    ("percent", Interval.exact(0)): ("0,0%", "0.0%"),
    ("percent", Interval.exact(-99.99)): ("-99,99%", "-99.99%"),
    ("percent", Interval.exact(-100)): ("-100,0%", "-100.0%"),
    ("percent", Interval.exact(0.001)): ("+0,001%", "+0.001%"),
    ("percent", Interval.exact(-0.049)): ("-0,05%", "-0.05%"),
    ("percent", Interval.exact(-0.05)): ("-0,1%", "-0.1%"),
    ("percent", Interval(0.001, -1, 2)): ("0,0% (-1,0% tot +2,0%)", "0.0% (-1.0% to +2.0%)"),
    ("absolute", UNKNOWN): ("", ""),
}


@each("delta", DELTAS, ids=str)
def test_changes_are_written_no_more_precisely_than_they_are(delta: tuple[str, Interval]) -> None:
    """One number, a range, or one bound; signs are plain ASCII."""
    kind, interval = delta
    texts = tuple(
        cell(Delta(interval, kind), Style(lang=lang)).replace("\xa0", " ")  # type: ignore[arg-type]
        for lang in ("nl", "en")
    )
    assert texts == DELTAS[delta]


def _values(answer: str) -> str:
    return " ".join(answer.replace("\xa0", " ").split())


@each(
    ("name", "nl", "en"),
    [
        ("jeugdhulp_zonder_verblijf", "ruim 397.000 kinderen", "over 397,000 children"),
        ("buitenschuld_ingewilligd", "minder dan 5 aanvragen", "fewer than 5 applications"),
        (
            "seksuele_uitbuiting_meisjes",
            "naar schatting 1.300 meisjes",
            "an estimated 1,300 girls",
        ),
        ("deskundigenrapport", "0 verzoeken", "0 requests"),
        ("kinderpardon_afwijzing", '"honderden"', '"hundreds"'),
        (
            "gezinslocaties_kinderen",
            "gezinslocaties: niet gedaald in 2020, geen getal",
            "(gezinslocaties): not down in 2020, no number",
        ),
        (
            "jeugdhulp_wachttijd",
            "geen (structurele) landelijke gegevens",
            "no (systematic) national data",
        ),
        (
            "weglopers_gesloten",
            "niet beschikbaar volgens de bron",
            "none available, says the source",
        ),
        (
            "kindermishandeling_aanpak",
            "weinig/niet van allen volgens de bron",
            "few, or not of all, says the source",
        ),
        ("de_winter_opvolging", "onduidelijk volgens de bron", "unclear, says the source"),
        ("gesloten_jeugdzorg", "2.080 kinderen", "2,080 children"),
    ],
)
def test_a_value_is_shown_as_exact_as_it_is(
    dataset: kic.Dataset, name: str, nl: str, en: str
) -> None:
    """The table of the data model: every qualifier and reason has its own words."""
    answer = show_table(dataset, kic.show(dataset, name))
    assert nl in _values(written("plain", answer, Style(lang="nl")))
    assert en in _values(written("plain", answer, Style(lang="en")))


@each("format_", ["table", "plain", "markdown", "html"])
@each("name", ["jeugdhulp", "gesloten_jeugdzorg"])
def test_a_corrected_number_says_so(dataset: kic.Dataset, format_: str, name: str) -> None:
    """What is printed in its place and on whose authority it is another stand beside it."""
    answer = show_table(dataset, kic.show(dataset, name))
    text = html.unescape(_values(written(format_, answer, Style())))
    assert 'n de bron staat "080 kinderen"' in text
    assert "ecorrigeerd volgens Centraal Bureau voor de Statistiek, via Skipr" in text


LEVELS = {
    (Interval.exact(0.26448), True): ("0,26%", "0.26%"),
    (Interval(9.348, 9.209, 9.492), False): ("9,3 (9,2 tot 9,5)", "9.3 (9.2 to 9.5)"),
    (Interval(None, None, 9.6), False): ("hoogstens 9,6", "at most 9.6"),
    (Interval(None, 0, 50), True): ("hoogstens 50,0%", "at most 50.0%"),
    (Interval(2.5, 0, 5), False): ("2,5 (0,0 tot 5,0)", "2.5 (0.0 to 5.0)"),
    (Interval(None, 83.33, 100), True): ("83,3% tot 100,0%", "83.3% to 100.0%"),
    (Interval(None, 118.51, None), False): ("minstens 118,5", "at least 118.5"),
    (Interval(0.4, None, None), False): ("ca. 0,40", "c. 0.40"),
    (Interval.exact(0), False): ("0,0", "0.0"),
    (UNKNOWN, False): ("", ""),
}


@each("level", LEVELS, ids=str)
def test_rates_are_written_no_more_precisely_than_they_are(level: tuple[Interval, bool]) -> None:
    """Two digits that count, bounds rounded outwards, and no bound where none is known."""
    languages: tuple[Lang, ...] = ("nl", "en")
    interval, is_share = level
    ratio = Ratio(100 if is_share else 1000, interval)
    texts = tuple(cell(ratio, Style(lang=lang)).replace("\xa0", " ") for lang in languages)
    assert texts == LEVELS[level]


@pytest.mark.parametrize(
    ("period", "told"),
    [
        ('"2020"', "2020"),
        ('"2020", inferred = ["period"]', "(2020)"),
        ('"2017/2018 total"', "2017-2018"),
        ('"2017/2018 school"', "schooljaar 2017-2018"),
        ('"2021-S1"', "eerste halfjaar 2021"),
        ('"unknown"', "geen jaar"),
    ],
)
def test_a_period_that_kic_infers_is_in_parentheses(write: Write, period: str, told: str) -> None:
    """Only where there is one: that no period is known is no reading of the source."""
    printed = 'locator = "thema/cijfers/1", as_printed = "x"'
    figures = f'{{ period = {period}, {printed}, qualifier = "exact", value = 1 }},'
    [record] = kic.load(write(indicator("a", figures))).records
    assert cell(When(record), Style()) == told
