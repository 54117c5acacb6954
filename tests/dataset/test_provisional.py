"""A number that a page calls provisional: told as such, and then nothing is asked of it."""

import tomllib
from pathlib import Path

import pytest

from kic.dataset.page.proposal import proposal
from kic.dataset.validation import Report, as_lines, validate
from tests.conftest import MINIMAL, RUNNING_TEXT, indicator, saved

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

TABLE = 'tables = { "thema/tabel/1" = "Tabel 1" }\n'

SENTENCES = [
    ("nl", "In 2021 waren er naar voorlopige cijfers 1.498 meldingen.", "exact"),
    ("nl", "Volgens de voorlopige gegevens kwamen er in 2021 1.498 meldingen.", "exact"),
    ("nl", "In 2021 waren er 1.498 meldingen (voorlopig cijfer).", "exact"),
    ("nl", "Het voorlopige aantal in 2021 is ruim 1.498.", "at_least"),
    ("en", "Based on preliminary data, there were 1,498 reports in 2021.", "exact"),
    ("en", "There were almost 1,498 (provisional) reports in 2021.", "almost"),
]


def _report(folder: Path, figure: str, page: str, lang: str = "nl") -> Report:
    """What is said of one figure, held against a page."""
    layout = RUNNING_TEXT.replace("LANG", lang) + TABLE * page.startswith("Tabel")
    text = MINIMAL + layout + indicator("a", f"{{ {figure} }},")
    held = saved(folder / "page.txt", f"Thema\n{page}\n")
    return validate([saved(folder / "x.toml", text)], held)[0]


def _figure(lang: str, qualifier: str) -> str:
    printed = "1.498" if lang == "nl" else "1,498"
    return (
        f'period = "2021", qualifier = "{qualifier}", value = 1498, as_printed = "{printed}", '
        'locator = "thema/tekst/1"'
    )


@pytest.mark.parametrize(("lang", "sentence", "qualifier"), SENTENCES)
def test_a_number_typed_as_provisional_is_read(
    tmp_path: Path, lang: str, sentence: str, qualifier: str
) -> None:
    """All other words say how exact it is, as they do elsewhere."""
    typed = f'{_figure(lang, qualifier)}, status = "P"'
    report = _report(tmp_path, typed, sentence, lang)
    assert report.passes(strict=False), as_lines([report])
    other = typed.replace(f'"{qualifier}"', '"about"')
    assert _report(tmp_path, other, sentence, lang).problems


@pytest.mark.parametrize(("lang", "sentence", "qualifier"), SENTENCES)
def test_that_a_number_is_provisional_is_offered_first(
    tmp_path: Path, lang: str, sentence: str, qualifier: str
) -> None:
    """Before a person says why it is read otherwise, which tells nobody so."""
    [problem] = _report(tmp_path, _figure(lang, qualifier), sentence, lang).problems
    assert 'say status = "P" if it is provisional; otherwise look' in problem.message


@pytest.mark.parametrize(("lang", "sentence", "qualifier"), SENTENCES)
def test_a_person_who_reads_a_number_says_that_it_is_provisional(
    tmp_path: Path, lang: str, sentence: str, qualifier: str
) -> None:
    """As its status, or with the word in the reason; another reason tells nobody so."""
    typed = _figure(lang, qualifier)
    [problem] = _report(tmp_path, f'{typed}, read_by_hand = "zo is het"', sentence, lang).problems
    assert '; say status = "P", or name that word' in problem.message
    for reason in ("voorlopig, en later vastgesteld", "the preliminary number was confirmed"):
        by_hand = f'{typed}, read_by_hand = "{reason}"'
        assert not _report(tmp_path, by_hand, sentence, lang).problems


def test_a_person_says_that_a_number_under_a_provisional_heading_is_so(tmp_path: Path) -> None:
    """Over a table too; of another number under another heading nothing is said."""
    page = "Tabel 1. Meldingen\nRegio\t2020\t2021 (voorlopig)\nNoord\t7\t9\n"
    typed = 'qualifier = "exact", value = 9, as_printed = "9", read_by_hand = "zo is het"'
    at = 'period = "2021", locator = "thema/tabel/1/noord/2021_voorlopig"'
    [problem] = _report(tmp_path, f"{at}, {typed}", page).problems
    assert "'9' is told as 'voorlopig'; say status = \"P\"" in problem.message


@pytest.mark.parametrize(
    ("sentence", "typed"),
    [
        ("In 2021 waren er naar voorlopige cijfers misschien 1.498 meldingen.", "exact"),
        ("In 2021 zaten volgens voorlopige cijfers 1.498 kinderen minder vast.", "exact"),
    ],
)
def test_other_words_are_asked_about_as_ever(tmp_path: Path, sentence: str, typed: str) -> None:
    """That it is provisional says nothing of them."""
    [problem] = _report(tmp_path, f'{_figure("nl", typed)}, status = "P"', sentence).problems
    assert "was not understood" in problem.message
    assert "status" not in problem.message


@pytest.mark.parametrize("heading", ["2021 (voorlopig)", "2021*", "2021 p"])
def test_a_heading_that_makes_numbers_provisional_offers_that(
    tmp_path: Path, heading: str
) -> None:
    """With a word or a mark beside its year."""
    name = "_".join(filter(None, (word.strip("()*") for word in heading.split())))
    figure = (
        'period = "2021", qualifier = "exact", value = 33, as_printed = "33", '
        f'locator = "thema/tabel/1/edam/{name}"'
    )
    page = f"Tabel 1\nPlaats\t2020\t{heading}\nEdam\t31\t33"
    [problem] = _report(tmp_path, figure, page).problems
    assert 'say status = "P" if it is provisional; otherwise look' in problem.message
    assert not _report(tmp_path, f'{figure}, status = "P"', page).problems


PROPOSED = {
    "In 2021 waren er naar voorlopige cijfers 1.498 meldingen.": ("P", "exact", None),
    "Kinderen\n\nHulp\nPlaats\tNu\t2021 (voorlopig)\nEdam\t.\t33\n": ("P", "exact", None),
    "Kinderen\n\nHulp\nPlaats\tNu\t2021*\nEdam\t.\t33\n": (None, "exact", '? status = "P" in'),
    "In 2021 waren er naar voorlopige cijfers misschien 1.498 meldingen.": (
        "P",
        "? how exact it is, beside: misschien",
        "? what a person sees",
    ),
    "In 2021 waren er 1.498 meldingen.": (None, "exact", None),
}


@pytest.mark.parametrize("page", PROPOSED)
def test_what_a_page_calls_provisional_is_proposed_so(page: str) -> None:
    """By its words; of a mark beside a year it is asked."""
    status, qualifier, by_hand = PROPOSED[page]
    read = tomllib.loads(proposal(f"Hulp aan kinderen\n\n{page}", "page.txt").text)
    [figure] = [figure for i in read["indicators"].values() for figure in i["figures"]]
    assert (figure.get("status"), figure["qualifier"]) == (status, qualifier)
    assert figure.get("read_by_hand", "").startswith(by_hand or "")
    assert ("read_by_hand" in figure) == (by_hand is not None)
