"""One figure held against the sentence that it was typed from: its number, words and unit."""

import re
from pathlib import Path

import pytest

from kic.dataset.validation import validate
from tests.cases import each
from tests.conftest import MINIMAL, indicator, saved

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

LAYOUT = """
gezinnen = { label = { nl = "gezinnen", en = "families" }, kind = "count" }
euro = { label = { nl = "euro", en = "euros" }, kind = "money", currency = "EUR" }
dollar = { label = { nl = "dollar", en = "dollars" }, kind = "money", currency = "USD" }
jaren = { label = { nl = "jaar", en = "years" }, kind = "duration" }

[sources.bron.layout]
lang = "nl"
bullet = "-"
themes = { thema = "Thema" }
lists = { cijfers = "" }
"""


def _told(folder: Path, sentence: str, quoted: str, number: str, unit: str) -> list[str]:
    """What is said of a figure of 2020 in a sentence, without its place in the file."""
    typed = (
        f'{{ period = "2020", {number}, as_printed = "{quoted}", locator = "thema/cijfers/1" }}'
    )
    text = MINIMAL + LAYOUT + indicator("a", typed).replace('"kinderen"', f'"{unit}"', 1)
    page = saved(folder / "page.txt", f"Thema\n- {sentence}\n- Wel 7 van hen.\n")
    [report] = validate([saved(folder / "x.toml", text)], page)
    assert report.page
    return [
        re.sub(r"^indicators\.a(\.|, figure 1 \(2020\): )", "", str(p)) for p in report.problems
    ]


def _exactly(number: object, rest: str = "") -> str:
    return f'qualifier = "exact", value = {number}{rest}'


TWICE = ', repeated = [{{ locator = "thema/cijfers/2", as_printed = "{}" }}]'
BY_HAND = ', read_by_hand = "zo gelezen"'
# The sentence, what is quoted of it, the number that is typed, its unit, and what is told.
HELD: dict[str, tuple[str, str, str, str, str]] = {
    "as it is": ("In 2020 waren er 12 kinderen.", "12 kinderen", _exactly(12), "kinderen", ""),
    "a number in the place of words": (
        "In 2020 waren er 12 kinderen.",
        "12 kinderen",
        'qualifier = "words", words = { nl = "12", en = "12" }',
        "kinderen",
        "words: '12 kinderen' holds a number; give it as a 'value'",
    ),
    "a number that was corrected": (
        "In 2020 waren er 080 kinderen.",
        "080 kinderen",
        _exactly(2080, ', correction = { source = "bron", reason = { nl = "x", en = "y" } }'),
        "kinderen",
        "",
    ),
    "words that are there": (
        "In 2020 waren er Veel kinderen.",
        "Veel kinderen",
        'qualifier = "words", words = { nl = "veel", en = "many" }',
        "kinderen",
        "",
    ),
    "words that are not": (
        "In 2020 waren er veel kinderen.",
        "veel kinderen",
        'qualifier = "words", words = { nl = "weinig", en = "few" }',
        "kinderen",
        "words: 'veel kinderen' does not have the word 'weinig'",
    ),
    "a part of a range": (
        "In 2020 was dat 10 tot 15 procent.",
        "15 procent",
        _exactly(15),
        "procent",
        "value: '15 procent' cuts the number '10 tot 15'; quote the whole",
    ),
    "no number at all": (
        "In 2020 waren er kinderen.",
        "kinderen",
        _exactly(5),
        "kinderen",
        "value: 'kinderen' reads as no number (found exact 5)",
    ),
    "none in words that are not read": (
        "In 2020 was er geen enkel kind.",
        "geen enkel kind",
        _exactly(0),
        "kinderen",
        "value: 'geen enkel kind' reads as no number (found exact 0); "
        "if figures are lacking, that is a gap; otherwise look at it yourself, "
        'and say read_by_hand = "why"',
    ),
    "none in words that a person read": (
        "In 2020 was er geen enkel kind.",
        "geen enkel kind",
        _exactly(0, BY_HAND),
        "kinderen",
        "",
    ),
    "what stands behind a number": (
        "In 2020 was dat 12% van hen.",
        "% van hen",
        _exactly(12),
        "procent",
        "value: '% van hen' reads as no number (found exact 12)",
    ),
    "what stands before a number": (
        "In 2020 was dat €12 per kind.",
        "was dat €",
        _exactly(12),
        "euro",
        "value: 'was dat €' reads as no number (found exact 12)",
    ),
    "a range": (
        "In 2020 was dat 10 tot 15 procent.",
        "10 tot 15 procent",
        'qualifier = "range", lower = 10, upper = 16',
        "procent",
        "value: '10 tot 15 procent' reads as range 10 to 15 (found range 10 to 16)",
    ),
    "a number read by hand": (
        "In 2020 waren er amper 12 kinderen.",
        "amper 12 kinderen",
        _exactly(12, BY_HAND),
        "kinderen",
        "",
    ),
    "a loss read by hand": (
        "In 2020 was het verlies amper 12 euro.",
        "amper 12 euro",
        _exactly(-12, BY_HAND),
        "euro",
        "",
    ),
    "another number than the one read by hand": (
        "In 2020 waren er amper 12 kinderen.",
        "amper 12 kinderen",
        _exactly(13, BY_HAND),
        "kinderen",
        "value: 'amper 12 kinderen' has 12 (found 13)",
    ),
    "two numbers of which one is quoted": (
        "In 2020 waren er 12 kinderen en 13 gezinnen.",
        "12 kinderen en 13",
        _exactly(12),
        "kinderen",
        "as_printed: '12 kinderen en 13' holds several numbers (12, 13); quote one",
    ),
    "a time that looks like an age": (
        "In 2020 waren zij 12 jaar oud.",
        "12 jaar oud",
        _exactly(12),
        "jaren",
        "value: '12 jaar oud' reads as an age, 12 (found exact 12)",
    ),
    "a time that looks like an age read by hand": (
        "In 2020 waren zij 12 jaar oud.",
        "12 jaar oud",
        _exactly(12, BY_HAND),
        "jaren",
        "",
    ),
    "told again in words": (
        "In 2020 waren er 7 kinderen.",
        "7 kinderen",
        _exactly(7, TWICE.format("van hen")),
        "kinderen",
        "",
    ),
    "told again as another number": (
        "In 2020 waren er 8 kinderen.",
        "8 kinderen",
        _exactly(8, TWICE.format("7 van hen")),
        "kinderen",
        "value: '7 van hen' reads as exact 7 (found exact 8)",
    ),
    "a percentage of something else": (
        "In 2020 was dat 12 procent.",
        "12 procent",
        _exactly(12),
        "kinderen",
        "unit: a percentage is printed there (found kinderen)",
    ),
    "a percentage that counts nothing": (
        "In 2020 was dat 12 kinderen.",
        "12 kinderen",
        _exactly(12),
        "procent",
        "unit: 'kinderen' stands behind the number (found procent)",
    ),
    "the word of another unit": (
        "In 2020 waren er 12 gezinnen.",
        "12 gezinnen",
        _exactly(12),
        "kinderen",
        "unit: 'gezinnen' stands behind the number (found kinderen)",
    ),
    "a word that is no unit": (
        "In 2020 waren er 12 tieners.",
        "12 tieners",
        _exactly(12),
        "kinderen",
        "",
    ),
    "another currency before the number": (
        "In 2020 kostte het € 12 per kind.",
        "€ 12",
        _exactly(12),
        "dollar",
        "unit: EUR is printed there (found dollar)",
    ),
    "another currency behind the number": (
        "In 2020 kostte het 12 euro per kind.",
        "12 euro",
        _exactly(12),
        "dollar",
        "unit: EUR is printed there (found dollar)",
    ),
    "its own currency": (
        "In 2020 kostte het $ 12 per kind.",
        "$ 12",
        _exactly(12),
        "dollar",
        "",
    ),
    "another direction": (
        "In 2020 daalde het tot 12 kinderen.",
        "daalde het ... 12 kinderen",
        _exactly(12, ', trend = "up", trend_as_printed = "daalde"'),
        "kinderen",
        "trend: 'daalde' is no 'up'",
    ),
    "a direction that is not quoted": (
        "In 2020 waren er 12 kinderen, 6 minder dan in 2019.",
        "12 kinderen",
        _exactly(12, ', trend = "up"'),
        "kinderen",
        "trend: '12 kinderen' tells no direction; quote the words that do, "
        "as trend_as_printed too",
    ),
    "a bound in the place of a direction": (
        "In 2020 waren er meer dan 12 kinderen.",
        "meer dan 12 kinderen",
        'qualifier = "more_than", above = 12, trend = "not_down"',
        "kinderen",
        "trend: 'meer dan 12 kinderen' tells no direction; quote the words that do, "
        "as trend_as_printed too",
    ),
    "a direction among the words of the figure": (
        "In 2020 daalde het tot 12 kinderen.",
        "daalde het tot 12 kinderen",
        _exactly(12, ', trend = "down"'),
        "kinderen",
        "",
    ),
    "another direction among the words of the figure": (
        "In 2020 daalde het tot 12 kinderen.",
        "daalde het tot 12 kinderen",
        _exactly(12, ', trend = "up"'),
        "kinderen",
        "trend: 'daalde het tot 12 kinderen' is no 'up'",
    ),
    "a direction in words that are not known": (
        "In 2020 was het verdubbeld tot meer dan 12 kinderen.",
        "verdubbeld tot meer dan 12 kinderen",
        'qualifier = "more_than", above = 12, trend = "up", trend_as_printed = "verdubbeld"'
        + BY_HAND,
        "kinderen",
        "",
    ),
    "a direction of both kinds": (
        "In 2020 was het meer, toen minder: 12 kinderen.",
        "meer, toen minder: 12 kinderen",
        _exactly(12, ', trend = "up", trend_as_printed = "meer, toen minder"'),
        "kinderen",
        "",
    ),
}


@each("name", HELD)
def test_a_figure_is_held_against_its_sentence(tmp_path: Path, name: str) -> None:
    """What differs is told, once, and nothing else."""
    sentence, quoted, number, unit, told = HELD[name]
    assert _told(tmp_path, sentence, quoted, number, unit) == ([told] if told else [])
