"""The year that stands with a number in its sentence, against the period that is typed for it."""

import re
from pathlib import Path

import pytest

from kic.dataset.validation import as_lines, validate
from tests.cases import each
from tests.conftest import MINIMAL, indicator, saved

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

LAYOUT = """
[sources.bron.layout]
lang = "LANG"
running_text = "tekst"
themes = { thema = "Thema 2020" }
"""
PERIODS = {  # of the number between braces: the one that is its own, and one that is printed too
    "nl": [
        ("In 2020 kregen {310} kinderen hulp, in 2019 300.", "2020", "2019"),
        ("In 2020 waren er 1.204 kinderen, tegen {1.180} in 2019.", "2019", "2020"),
        ("In 2020 kregen 1.204 kinderen hulp, 24 meer dan de {1.180} in 2019.", "2019", "2020"),
        ("In 2019 waren het {1.180} kinderen; in 2020 1.204.", "2019", "2020"),
        ("In 2019 waren het 1.180 kinderen; in 2020 {1.204}.", "2020", "2019"),
        ("Er waren {1.180} (2019) en 1.204 (2020) kinderen.", "2019", "2020"),
        ("Het aantal steeg van 100 in 2019 naar {150} in 2020.", "2020", "2019"),
        ("In het schooljaar 2019-2020 {71} kinderen, in 2020-2021 82.", "2019/2020 school", ""),
        ("In schooljaar 2019/20 71, in 2020/21 {82}.", "2020/2021 school", "2019/2020 school"),
        (
            "In het eerste kwartaal van 2020 kwamen 40 kinderen, "
            "in het tweede kwartaal van 2020 {50}.",
            "2020-Q2",
            "2020-Q1",
        ),
        ("In 2019 en 2020 samen kregen {40} jongens hulp.", "2019/2020 total", "2019"),
        ("In 2018, 2019 en 2020 samen: {40} kinderen.", "2018/2020 total", "2019"),
        # What is of two years, or of another thing, is left as it is typed.
        ("In 2020 kregen {310} kinderen hulp die in 2019 waren aangemeld.", "2020", ""),
        ("De wet van 2015 geldt in 2020 voor {310} kinderen.", "2020", ""),
        ("In 2019 werd besloten dat {310} kinderen in 2020 hulp krijgen.", "2020", ""),
        ("In 2019 en 2020 kregen respectievelijk 1.180 en {1.204} hulp.", "2020", ""),
        ("In 2020 waren er 1.204, een jaar eerder, in 2019, {1.180}.", "2019", ""),
        ("De {40} in 2019 gestarte trajecten liepen in 2020 af.", "2020", ""),
        ("In 2020 gingen 40 kinderen weg, van wie {12} in 2018 kwamen.", "2020", ""),
        ("Van 2019 tot 2020 steeg het van 100 naar {150} kinderen.", "2020", ""),
        ("Volgens het rapport uit 2021 kwamen er in 2020 {40} kinderen.", "2020", ""),
    ],
    "en": [
        ("In 2020 there were {1,204} children in care, and 1,180 in 2019.", "2020", "2019"),
        ("In 2020 there were 1,204 children in care, and {1,180} in 2019.", "2019", "2020"),
        ("There were {1,204} children in care in 2020 (1,180 in 2019).", "2020", "2019"),
        ("Compared with {1,180} in 2019, there were 1,204 in 2020.", "2019", "2020"),
        ("In 2019 there were 40, rising to 50 in 2020 and {60} in 2021.", "2021", "2020"),
        ("In the school year 2019/20 {40} came, and in 2020/21 50.", "2019/2020 school", ""),
        ("In 2019 and 2020 combined {40} children came.", "2019/2020 total", "2020"),
        ("In 2020, {1,204} children who came in 2019 stayed.", "2020", ""),
        ("Compared with 2019, there were {1,204} children in 2020.", "2020", ""),
        ("The 40 children admitted in 2019 had become {50} by 2020.", "2020", ""),
    ],
}
EACH = [(lang, *row) for lang, rows in PERIODS.items() for row in rows]
# The number between braces, the period that is its own (or none is printed), and those that are
# printed there, and plainly of another number or of no single one.
OTHERS = {
    "nl": [
        ("{80} kinderen in 2021 (2020: 79).", "2021", "2020"),
        ("80 kinderen in 2021 (2020: {79}).", "2020", "2021"),
        ("In 2021 waren er {80} kinderen (2020: 79).", "2021", "2020"),
        ("Aantal kinderen 2021: 80, 2020: {77}.", "2020", "2021"),
        ("In 2020 waren er 77 kinderen, in 2021 {80} en in 2022 83.", "2021", "2020 2022"),
        ("Er waren {80} kinderen, tegen 77 in 2020.", "", "2020"),
        ("Er waren 80 kinderen tegen {77} in 2020.", "2020", ""),
        ("In 2021 gingen {80} kinderen weg, vergeleken met 77 in 2020.", "2021", "2020"),
        ("Er waren {80} kinderen (77 in 2020).", "", "2020"),
        ("Er waren {80} kinderen; dat was 77 in 2020.", "", "2020"),
        ("Er waren {80} kinderen, in 2020 waren dat er 77.", "", "2020"),
        ("Er waren {80} kinderen, minder dan in 2020.", "", "2020"),
        ("De opvang telde {80} kinderen, terwijl het er in 2020 nog 77 waren.", "", "2020"),
        ("Waren er in 2020 nog 77 kinderen, nu zijn het er {80}.", "", "2020"),
        ("Er waren {80} kinderen (was 77 in 2020).", "", "2020"),
        ("In 2019 en 2020 kregen {80} kinderen hulp.", "2019/2020 total", "2019 2020"),
        ("Tot september 2021 kwamen {80} kinderen.", "", "2021-09"),
        ("In juni 2021 waren er {31} kinderen zoek, in mei 2021 28.", "2021-06", ""),
        ("In 2020 waren er 39 kinderen, {41} een jaar eerder.", "", "2020"),
        ("In 2020 waren er {39} kinderen, 41 een jaar eerder.", "2020", ""),
        ("In 2020 kwamen 80 kinderen, een jaar later kwamen er {12}.", "", "2020"),
        ("Een jaar later, in 2020, waren het {80} kinderen.", "2020", ""),
        ("In 2020 daalde het aantal van {41} kinderen naar 39.", "", "2020"),
        ("In 2020 daalde het aantal van 41 kinderen naar {39}.", "2020", ""),
        ("Het aantal daalde van {41} naar 39 kinderen in 2020.", "", "2020"),
        ("Het aantal daalde van {41} in 2019 naar 39 in 2020.", "2019", "2020"),
        (
            "Van 2019 tot en met 2021 kregen {310} kinderen hulp.",
            "2019/2021 total",
            "2019 2020 2021",
        ),
        ("In de jaren 2019 t/m 2021 kregen {310} kinderen hulp.", "2019/2021 total", "2019 2021"),
        ("Tussen 2019 en 2021 kwamen {310} kinderen.", "2019/2021 total", "2019 2021"),
        ("In 2019-2021 kregen {310} kinderen hulp.", "2019/2021 total", "2019 2021"),
        ("Van 2019 tot 2021 steeg het van 100 naar {150} kinderen.", "2021", ""),
        ("Tussen 2018 en 2020 verdubbelde het van {24} naar 59.", "2018", "2020"),
        ("Tussen 2018 en 2020 verdubbelde het van 24 naar {59}.", "2020", ""),
        ("In januari tot en met juni 2021 kwamen {310} kinderen.", "2021-S1", "2021-06 2021"),
        ("Van 1 juli tot en met 31 december 2021 {310} kinderen.", "2021-S2", "2021-12-31 2021"),
        ("Van 1 januari tot 1 juli 2021 kwamen {310} kinderen.", "", "2021-07-01 2021-S1"),
        (
            "Van november 2020 tot en met februari 2021 {310} kinderen.",
            "",
            "2021-02 2020/2021 total",
        ),
        ("In april, mei en juni 2021 kwamen {310} kinderen.", "2021-Q2", "2021-06"),
        ("Van januari tot en met december 2021 kwamen {310} kinderen.", "2021", "2021-12"),
        ("In de eerste negen maanden van 2021 kwamen {310} kinderen.", "", "2021"),
        ("Begin 2021 kwamen {310} kinderen.", "", "2021"),
        ("Medio 2021 kwamen {310} kinderen.", "", "2021"),
        ("Rond 2021 kwamen {310} kinderen.", "", "2021"),
        ("Er kwamen {310} kinderen (halverwege 2021).", "", "2021"),
        ("Aan het begin van het jaar 2021 kwamen {310} kinderen.", "", "2021"),
        ("Medio 2021 wachtten er {12} en in heel 2021 kwamen er 310.", "", "2021"),
        ("Medio 2021 wachtten er 12 en in heel 2021 kwamen er {310}.", "2021", ""),
        ("In het begin kwamen in 2021 {310} kinderen.", "2021", ""),
        ("Van begin 2020 tot eind 2021 kwamen {310} kinderen.", "2020/2021 total", "2020 2021"),
        ("In 2021 kwamen er {310} en eind 2021 wachtten er 12.", "2021", ""),
        # A sentence or clause with a date of its own, or with a word of another time.
        ("In 2022 werden {90} kinderen verhoord. In 2021 waren dat er 80.", "2022", "2021"),
        ("In 2022 werden 90 kinderen verhoord. In 2021 waren dat er {80}.", "2021", "2022"),
        ("In 2022 kwam {26}%; in 2021 was dat nog 31%.", "2022", "2021"),
        ("In 2022 kwam 26%; in 2021 was dat nog {31}%.", "2021", "2022"),
        ("In 2021 waren er 40 kinderen, in 2022 is dat aantal {50}.", "2022", "2021"),
        ("In 2021 kwamen 40 kinderen, in 2022 zijn dat er {50} geworden.", "2022", "2021"),
        ("In 2021 kwamen 40 kinderen. Over 2022 gaat het om {50}.", "2022", "2021"),
        ("Zeker 25 jongeren overleden in 2021; in 2020 waren dat er {21}.", "2020", "2021"),
        ("In 2021 kwamen er 40 en in 2022 kwamen 4 jongens en {6} meisjes.", "2022", "2021"),
        ("In het 2e halfjaar van 2022 kwamen er 80. In heel 2022 {440}.", "2022", "2022-S2"),
        ("In 2021 wachtten 40 kinderen. Een jaar later waren dat er {50}.", "", "2021"),
        ("In 2021 wachtten {40} kinderen. Een jaar later waren dat er 50.", "2021", ""),
        ("In 2021 wachtten 40 kinderen. Inmiddels zijn dat er {50}.", "", "2021"),
        ("In 2021 zijn er inmiddels {40} kinderen geholpen.", "2021", ""),
        ("In 2022 waren er 428 kinderen (was {431}).", "", "2022"),
        ("In 2022 waren er {428} kinderen (was 431).", "2022", ""),
        ("In 2022 waren er 428 kinderen (herzien; {431} eerder).", "", "2022"),
        ("In 2022 waren er 428 kinderen (was {431} in 2021).", "2021", "2022"),
        # "Voor" a year at the start of a sentence, or behind a figure, is no comparison with it.
        ("In 2022 waren er 30 meldingen. Voor 2021 was dat {28}.", "2021", "2022"),
        ("In 2022 waren er 30. Het cijfer voor 2021 was {28}.", "2021", "2022"),
        ("In 2022 waren er 30. Het aantal kinderen voor 2021 was {28}.", "2021", "2022"),
        ("In 2022 kwamen er 30. Van hen waren {12} voor 2021 gemeld.", "2022", ""),
        ("In 2022 kwamen er 30. Het aantal dat voor 2021 kwam, was {12}.", "2022", ""),
        # A year of another number in its own sentence is not its own by any other sentence.
        ("Het waren {23}, in 2021 waren dat er 19. In 2021 kwamen er 31.", "", "2021"),
        ("In 2021 kwamen er 31. Het waren {23}, in 2021 waren dat er 19.", "", "2021"),
        ("In 2022 kwamen er 31. Het waren {23}, in 2021 waren dat er 19.", "", "2022 2021"),
        ("In 2021 kwamen er 31. Er waren {23} kinderen, minder dan in 2021.", "", "2021"),
        ("In 2022 kwamen er 31. Er waren {23} kinderen, minder dan in 2021.", "2022", "2021"),
        ("In 2021 kwamen er 31. Van hen waren er {23} thuis.", "2021", ""),
        ("In schooljaar 2022/2023 waren er {30} kinderen.", "2022/2023 school", ""),
        ("In het boekjaar 2022/23 waren er {30} kinderen.", "", "2022/2023-school"),
        # What a later sentence dates is the number that it tells.
        ("Gemiddeld wachtten kinderen {23} dagen. In 2021 was dat 19 dagen.", "", "2021"),
        ("Gemiddeld wachtten kinderen {23} dagen. Dat was in 2021.", "2021", ""),
        ("In januari 2021 wachtten 40 kinderen, in juni waren dat er {50}.", "", "2021-01"),
        ("In Q1 2021 wachtten 40 kinderen, in Q2 waren dat er {50}.", "", "2021-Q1"),
        ("In april en mei 2021 wachtten 40 kinderen, in juni 2021 {50}.", "2021-06", "2021-05"),
        ("Er kwamen {163} kinderen, ruim twee keer zoveel als in 2019.", "", "2019"),
        ("In 2020 waren er, net als een jaar eerder, {80} kinderen.", "2020", ""),
        ("In 2020 waren er {80} kinderen, meer dan een jaar eerder.", "2020", ""),
        (
            "In 2021 kregen 400 kinderen hulp. Van hen waren {40} al sinds 2019 in zorg.",
            "2021",
            "",
        ),
        ("In 2020 kwamen 100 aangiften tegen {80} kinderen binnen.", "2020", ""),
        ("Er zijn {100} zaken gestart tegen 80 kinderen in 2020.", "2020", ""),
        ("Er waren {100} kinderen tegen 80 kinderen in 2020.", "", "2020"),
        # One year that is of all numbers, or of what they count, and a day that is of each.
        ("Er waren {80} jongens en 77 meisjes in 2020.", "2020", ""),
        ("Er waren {80} kinderen (40 jongens) in 2020.", "2020", ""),
        ("In 2020 deden {80} kinderen aangifte tegen 77 volwassenen.", "2020", ""),
        ("In 2020 verhuisden {80} kinderen van 77 tehuizen naar 3 scholen.", "2020", ""),
        ("Op 1 januari en 1 juli 2021 waren er {80} kinderen.", "2021-07-01", ""),
        ("Van maart 2021 tot juni 2021 steeg het van 28 naar {31} kinderen.", "2021-06", ""),
    ],
    "en": [
        ("There were {80} children in 2021 (2020: 79).", "2021", "2020"),
        ("There were 80 children in 2021 (2020: {79}).", "2020", "2021"),
        ("In 2021, {80} children (2020: 79) were placed.", "2021", "2020"),
        ("There were {80} children against 77 in 2020.", "", "2020"),
        ("{80} children in 2021 compared with 77 in 2020.", "2021", "2020"),
        ("80 children in 2021 compared with {77} in 2020.", "2020", "2021"),
        ("There were {80} children; it was 77 in 2020.", "", "2020"),
        ("There were {80} children, fewer than in 2020.", "", "2020"),
        ("There were {80} children, whereas in 2020 there were 77.", "", "2020"),
        ("Children in care numbered {80}, up on 77 in 2020.", "", "2020"),
        ("Numbers dropped to {80} children from 88 in 2020.", "", "2020"),
        ("In the year to March 2021 {80} children came.", "", "2021-03"),
        ("In 2021, {80} children were helped; in 2020 it was 77.", "2021", "2020"),
        ("In 2020 there were 39 children, up from {41} a year earlier.", "", "2020"),
        ("In 2020 there were {39} children, up from 41 a year earlier.", "2020", ""),
        ("The number of children was 39 in 2020, down from {41}.", "", "2020"),
        ("The number fell from {41} to 39 children in 2020.", "", "2020"),
        ("The number fell from 41 to {39} children in 2020.", "2020", ""),
        ("The number rose from {77} to 80 between 2020 and 2021.", "2020", "2021"),
        ("From 2019 to 2021 {310} children came.", "2019/2021 total", "2019 2020 2021"),
        ("{310} children got help from 2019 through 2021.", "2019/2021 total", "2019 2021"),
        ("Between 2019 and 2021, {310} children came.", "2019/2021 total", "2019 2021"),
        ("In 2019/20 {310} children got help.", "2019/2020 school", "2019 2020"),
        ("From 2019 to 2021 the number rose from 280 to {310} children.", "2021", "2020"),
        ("From January to June 2021 {310} children came.", "2021-S1", "2021-06 2021"),
        ("January 1 to June 30, 2021: {310} children.", "2021-S1", "2021-06-30 2021"),
        ("Between March and June 2021 {310} children came.", "", "2021-06 2021-Q2 2021"),
        ("In the first nine months of 2021 {310} children came.", "", "2021"),
        ("In early 2021, {310} children came.", "", "2021"),
        ("In mid-2021 {310} children came.", "", "2021"),
        ("Around 2021 {310} children came.", "", "2021"),
        ("At the start of 2021 {310} children came.", "", "2021"),
        ("Late in 2021 {310} children came.", "", "2021"),
        ("In 2021 {310} children started early.", "2021", ""),
        ("A year later, in 2021, {310} children came.", "2021", ""),
        (
            "From the start of 2020 to the end of 2021 {310} children came.",
            "2020/2021 total",
            "2020 2021",
        ),
        # A sentence or clause with a date of its own, or with a word of another time.
        (
            "In 2021, 219 children came. By the end of 2022 the number had reached {420}.",
            "",
            "2021",
        ),
        ("In 2021, {219} children came. By the end of 2022 the number was 420.", "2021", "2022"),
        ("It peaked at {601} in April 2020 and fell to 498 in March 2021.", "2020-04", "2021-03"),
        ("It peaked at 601 in April 2020 and fell to {498} in March 2021.", "2021-03", "2020-04"),
        ("In 2020 it was 40. In 2021 that number was {50}.", "2021", "2020"),
        ("They waited {12} weeks in 2022.", "2022", ""),
        ("In the first 12 weeks of 2022 {30} children came.", "", "2022"),
        ("In 2022 there were 30 reports. For 2021 it was {28}.", "2021", "2022"),
        ("In 2022 there were 30. The figure for 2021 was {28}.", "2021", "2022"),
        ("In 2022 there were 428 children (was {431}).", "", "2022"),
        ("In 2022 there were {428} children (was 431).", "2022", ""),
        ("In 2022 there were 428 children (revised; {431} before).", "", "2022"),
        ("The wait was {23} days, in 2021 it was 19. In 2021 31 came.", "", "2021"),
        ("In 2022 40 came, against 31 in 2021. It was {23}; in 2021 it was 19.", "", "2021 2022"),
        ("In 2022 40 came. It was {23}, in 2021 it was 19.", "", "2021 2022"),
        ("In 2021 40 came. It was {23}, fewer than in 2020.", "2021", "2020"),
        ("In school year 2022/23 there were {30} children.", "2022/2023 school", ""),
        ("In the financial year 2022/23 there were {30} children.", "", "2022/2023-school"),
        ("The average wait was {23} days. In 2021 it was 19 days.", "", "2021"),
        ("The average wait was {23} days. That was in 2021.", "2021", ""),
        ("In 2020 there were 40 and in 2021, 50, of whom {4} were girls.", "2021", "2020"),
        ("In 2021, 40 children waited. The following year, {50} did.", "", "2021"),
        ("In 2021 there were {80} children in March and 70 in June.", "", "2021"),
        ("In 2020 there were 77 children. There are now {80}.", "", "2020"),
        ("There were {163} children, twice as many as in 2019.", "", "2019"),
        ("Last year the budget fell. In 2020 {80} children waited.", "2020", ""),
        ("In 2020, one year before the law, there were {80} children.", "2020", ""),
        ("In 2020 there were 39 children; the year before it was {41}.", "", "2020"),
        ("{100} charges were brought against 80 children in 2020.", "2020", ""),
        ("100 charges were brought against {80} children in 2020.", "2020", ""),
        ("There were {80} boys and 77 girls in 2020.", "2020", ""),
        ("In 2020 {80} children returned the year before they turned 18.", "2020", ""),
        ("There were {80} children from 77 homes in 2020.", "2020", ""),
    ],
}
EACH_OTHER = [(lang, *row) for lang, rows in OTHERS.items() for row in rows]


def _told(folder: Path, lang: str, marked: str, period: str, more: str = "") -> list[str]:
    """What is said of the period of a figure that is typed from the number between braces."""
    printed = marked[marked.index("{") + 1 : marked.index("}")]
    value = printed.replace(".", "").replace(",", "")
    figure = (
        f'{{ period = "{period}", {more}qualifier = "exact", value = {value}, '
        f'as_printed = "{printed}", locator = "thema/tekst/1" }},'
    )
    text = MINIMAL + LAYOUT.replace("LANG", lang) + indicator("a", figure)
    page = f"Thema 2020\n{marked.replace('{', '').replace('}', '')}\n"
    [report] = validate([saved(folder / "x.toml", text)], saved(folder / "p.txt", page))
    assert report.page, as_lines([report])
    return [problem.message for problem in report.problems if problem.at[-1] == "period"]


@each(("lang", "marked", "right", "wrong"), EACH, ids=[e[1] for e in EACH])
def test_a_number_is_of_the_year_that_stands_with_it(
    tmp_path: Path, lang: str, marked: str, right: str, wrong: str
) -> None:
    """Another year of the page is refused, and the right one held."""
    assert _told(tmp_path, lang, marked, right) == []
    if wrong:
        [told] = _told(tmp_path, lang, marked, wrong)
        assert f"in its sentence (found {wrong}); if that dates something else, say" in told


@each(("lang", "marked", "right", "wrong"), EACH_OTHER, ids=[e[1] for e in EACH_OTHER])
def test_a_year_of_another_number_or_of_several_years_is_asked_about(
    tmp_path: Path, lang: str, marked: str, right: str, wrong: str
) -> None:
    """What is compared, or told of before, and a time of which a year or month is an end."""
    if right:
        assert _told(tmp_path, lang, marked, right) == []
    for period in re.findall(r"\S+(?: total)?", wrong):
        period = period.replace("-school", " school")
        assert _told(tmp_path, lang, marked, period), period
        assert not _told(tmp_path, lang, marked, period, 'inferred = ["period"], '), period


ENDS = [
    ("nl", "Eind 2021 wachtten {35} kinderen."),
    ("nl", "Aan het eind van het jaar 2021 wachtten {35} kinderen."),
    ("nl", "Ultimo 2021 wachtten {35} kinderen."),
    ("nl", "In 2021 kwamen er 310 en eind 2021 wachtten er {35}."),
    ("en", "At the end of 2021, {35} children were waiting."),
    ("en", "By the close of 2021 {35} children were waiting."),
    ("en", "There were {35} children (year-end 2021)."),
]


@each(("lang", "marked"), ENDS, ids=[marked for _, marked in ENDS])
def test_the_end_of_a_year_is_no_count_over_all_of_it(
    tmp_path: Path, lang: str, marked: str
) -> None:
    """The measure says so, or the year is what a person makes of it."""
    [told] = _told(tmp_path, lang, marked, "2021")
    assert told == (
        "'35' is of the end of 2021: say measure = \"end_of_period\", or else "
        'inferred = ["period"]'
    )
    assert _told(tmp_path, lang, marked, "2021", 'measure = "in_period", ') == [told]
    for more in ('measure = "end_of_period", ', 'inferred = ["period"], '):
        assert _told(tmp_path, lang, marked, "2021", more) == []
    assert _told(tmp_path, lang, marked, "2021-12-31", 'inferred = ["period"], ') == []


def test_a_heading_does_not_date_what_its_sentence_dates(tmp_path: Path) -> None:
    """Where the year is of something else, the period is inferred, and is said to be."""
    sentence = "In 2019 kregen {82} kinderen hulp."
    [told] = _told(tmp_path, "nl", sentence, "2020", 'period_from = "heading", ')
    assert told == (
        "'82' is of 2019 in its sentence (found 2020); if that dates something else, "
        'say inferred = ["period"]'
    )
    assert _told(tmp_path, "nl", "Er kregen {82} hulp.", "2020", 'period_from = "heading", ') == []
    assert _told(tmp_path, "nl", sentence, "2020", 'inferred = ["period"], ') == []
