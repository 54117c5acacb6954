"""What the sentence behind a number says of it: an estimate, a bound, or that it is not sure."""

import tomllib
from pathlib import Path

import pytest

from kic.dataset.page.proposal import proposal
from kic.dataset.validation import as_lines, validate
from kic.model import Lang
from tests.cases import each
from tests.conftest import MINIMAL, RUNNING_TEXT, indicator, saved

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

FIRST: dict[Lang, str] = {
    "nl": "In 2021 kregen 41 kinderen hulp.",
    "en": "In 2021 41 children got help.",
}
EXACT = 'qualifier = "exact"'
INCOMPLETE = f'{EXACT}, registration = "incomplete"'
PROVISIONAL = f'{EXACT}, status = "P"'
UNSURE = f'{EXACT}, status = "V"'
# The sentence behind the number, and what may be typed in the place of `exact` alone.
TOLD: dict[tuple[Lang, str], str] = {
    ("nl", "Dit aantal is een schatting van de gemeente."): 'qualifier = "estimate"',
    ("nl", "Het gaat om een minimum."): 'qualifier = "at_least"',
    ("nl", "Dit is een ondergrens."): 'qualifier = "at_least"',
    ("nl", "Dit cijfer is voorlopig."): PROVISIONAL,
    ("nl", "Deze cijfers zijn onder voorbehoud."): PROVISIONAL,
    ("nl", "De registratie is niet volledig."): INCOMPLETE,
    ("nl", "Niet alle scholen leverden cijfers aan."): INCOMPLETE,
    ("nl", "Het werkelijke aantal ligt waarschijnlijk hoger."): UNSURE,
    ("nl", "Het aantal ligt vermoedelijk veel lager."): UNSURE,
    ("en", "This is an estimate."): 'qualifier = "estimate"',
    ("en", "This is a minimum."): 'qualifier = "at_least"',
    ("en", "This figure is provisional."): PROVISIONAL,
    ("en", "These figures are subject to revision."): PROVISIONAL,
    ("en", "The data are incomplete."): INCOMPLETE,
    ("en", "Not all schools sent in their data."): INCOMPLETE,
    ("en", "The true number is likely to be higher."): UNSURE,
    ("en", "The number is probably higher."): UNSURE,
}
PLAIN: list[tuple[Lang, str]] = [
    ("nl", "Deze kinderen wonen thuis."),
    ("nl", "Dit is geen schatting."),
    ("nl", "Deze kinderen zaten in voorlopige hechtenis."),
    ("nl", "Deze kinderen blijven voorlopig in de opvang."),
    ("nl", "Dit is meer dan verwacht."),
    ("nl", "Dit aantal is hoger dan geschat."),
    ("nl", "Het aantal zal waarschijnlijk dalen."),
    ("nl", "Het is niet precies bekend waarom."),
    ("nl", "Het is mogelijk meer hulp te krijgen."),
    ("nl", "De cijfers zijn niet vergelijkbaar met eerdere jaren."),
    ("nl", "Niet alle kinderen kregen hulp van de gemeente."),
    ("nl", "De gemeente maakt een schatting van de kosten."),
    ("nl", "In 2020 waren het er 30. Dit aantal is een schatting."),
    ("nl", "Zij wonen thuis. Dit aantal is volledig."),
    ("en", "These children could not live at home."),
    ("en", "This is no estimate."),
    ("en", "This is more than the minimum."),
    ("en", "The number is lower than estimated."),
    ("en", "Not all children returned home."),
    ("en", "Not all reports led to an investigation."),
    ("en", "This is up to date."),
    ("en", "The actual number of places did not change."),
    ("en", "They are more likely to be boys."),
    ("en", "In 2020 it was 30. This is an estimate."),
]


def _problems(folder: Path, lang: Lang, page: str, typed: str) -> list[str]:
    """What is said of the 41 of a page."""
    keys = f'period = "2021", {typed}, value = 41, as_printed = "41", locator = "thema/tekst/1"'
    missing = 'missing = { nl = "de rest", en = "the rest" }'
    behind = page.split(". ")[-1].rstrip(".")
    gap = f'gaps = [{{ {missing}, as_printed = "{behind}" }}]' * ("incomplete" in typed)
    text = MINIMAL + RUNNING_TEXT.replace("LANG", lang) + indicator("a", f"{{ {keys} }}", gap)
    held = saved(folder / "page.txt", f"Thema\n{page}\n")
    [report] = validate([saved(folder / "x.toml", text)], held)
    assert report.page, as_lines([report])
    return [problem.message for problem in report.problems]


@each(("lang", "sentence"), TOLD)
def test_a_sentence_without_a_number_is_about_the_number_before(
    tmp_path: Path, lang: Lang, sentence: str
) -> None:
    """No exact number, unless the figure says as much itself, or a person answers for it."""
    page = f"{FIRST[lang]} {sentence}"
    assert _problems(tmp_path, lang, page, EXACT)
    assert not _problems(tmp_path, lang, page, TOLD[lang, sentence])
    if TOLD[lang, sentence].startswith(EXACT):
        assert not _problems(tmp_path, lang, page, f'{EXACT}, read_by_hand = "voorlopig"')


@each(("lang", "sentence"), PLAIN)
def test_what_is_told_next_of_something_else_leaves_a_number_exact(
    tmp_path: Path, lang: Lang, sentence: str
) -> None:
    """Of those who are counted, of another number, or with a word that turns it."""
    assert not _problems(tmp_path, lang, f"{FIRST[lang]} {sentence}", EXACT)


def test_a_proposal_asks_what_the_next_sentence_leaves_open() -> None:
    """An estimate is filled in, and what is not sure is a question."""
    asked = {
        "Dit is een schatting.": "estimate",
        "De registratie is niet volledig.": "? how exact",
    }
    for sentence, qualifier in asked.items():
        page = f"Hulp aan kinderen\n\n{FIRST['nl']} {sentence}"
        read = tomllib.loads(proposal(page, "page.txt").text)
        [figure] = [figure for i in read["indicators"].values() for figure in i["figures"]]
        assert figure["qualifier"].startswith(qualifier)
