"""The year that stands with a number in its sentence, against the period that is typed for it."""

from pathlib import Path

import pytest

from kic.dataset.validation import as_lines, validate
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


@pytest.mark.parametrize(("lang", "marked", "right", "wrong"), EACH, ids=[e[1] for e in EACH])
def test_a_number_is_of_the_year_that_stands_with_it(
    tmp_path: Path, lang: str, marked: str, right: str, wrong: str
) -> None:
    """Another year of the page is refused, and the right one held."""
    assert _told(tmp_path, lang, marked, right) == []
    if wrong:
        [told] = _told(tmp_path, lang, marked, wrong)
        assert f"in its sentence (found {wrong}); if that dates something else, say" in told


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
