"""That there are no figures is no zero, in a dataset that is proposed or held against a page."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kic.dataset.page.exactness import readings
from kic.dataset.page.language import language
from kic.dataset.page.proposal import proposal
from kic.dataset.validation import Report, as_lines, validate
from kic.model import Lang
from tests.conftest import MINIMAL, RUNNING_TEXT, gaps, indicator, saved

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

LACKING: list[tuple[Lang, str, str]] = [
    ("nl", "Over 2023 zijn er nog geen cijfers.", "geen cijfers"),
    ("nl", "In 2023 zijn geen gegevens beschikbaar.", "geen gegevens"),
    ("nl", "Over 2023 zijn geen aantallen bekend.", "geen aantallen"),
    ("nl", "Over 2023 is geen getal bekend.", "geen getal"),
    ("nl", "Over 2023 heeft het bureau geen informatie.", "geen informatie"),
    ("nl", "Er is geen zicht op de aantallen in 2023.", "geen zicht"),
    ("nl", "Geen goed landelijk overzicht is er in 2023.", "Geen goed landelijk overzicht"),
    ("nl", "In 2023 was er geen registratie.", "geen registratie"),
    ("nl", "Over 2023 zijn geen volledige en betrouwbare politiecijfers.", "geen volledige en"),
    ("nl", "Over 2023 zijn er geen kengetallen.", "geen kengetallen"),
    ("nl", "Cijfers over 2023: cijfers zijn er nog geen.", "cijfers zijn er nog geen"),
    ("en", "There are no figures for 2023.", "no figures"),
    ("en", "No data are available for 2023.", "No data"),
    ("en", "No numbers were published in 2023.", "No numbers"),
    ("en", "No information is kept in 2023.", "No information"),
    ("en", "There is no reliable national overview for 2023.", "no reliable national overview"),
    ("en", "No record was kept in 2023.", "No record was"),
    ("en", "Of 2023 none are available.", "none are available"),
]
ZEROS: list[tuple[Lang, str]] = [
    ("nl", "In 2023 werden geen kinderen geplaatst."),
    ("nl", "Geen kinderen met gegevens in het register werden in 2023 geplaatst."),
    ("nl", "Volgens de cijfers over 2023 waren er geen."),
    ("nl", "In 2023 kwam niemand."),
    ("nl", "In 2023 waren er nul meldingen."),
    ("nl", "In 2023 waren er geen instellingen met een wachtlijst."),
    ("nl", "Geen van de huizen had in 2023 cijfers."),
    ("en", "In 2023 no children were placed."),
    ("en", "No child gave information in 2023."),
    ("en", "There were no cases in 2023."),
    ("en", "Zero reports came in 2023."),
    ("en", "None of the homes had figures in 2023."),
]


def _figures(sentence: str) -> list[dict[str, Any]]:
    """What is proposed of a sentence: the figures, with the gaps of their indicator."""
    raw = tomllib.loads(proposal(f"Thema\n\n{sentence}\n", "page.txt").text)
    each = [
        (indicator, f) for indicator in raw["indicators"].values() for f in indicator["figures"]
    ]
    return [{**f, "gaps": indicator.get("gaps")} for indicator, f in each]


def _report(folder: Path, lang: str, sentence: str, figure: str, extra: str = "") -> Report:
    """What is said of one figure, held against a sentence."""
    typed = f'{{ period = "2023", locator = "thema/tekst/1", {figure} }},'
    text = MINIMAL + RUNNING_TEXT.replace("LANG", lang) + indicator("a", typed, extra)
    page = saved(folder / "page.txt", f"Thema\n{sentence}\n")
    return validate([saved(folder / "x.toml", text)], page)[0]


@pytest.mark.parametrize(("lang", "sentence", "words"), LACKING)
def test_what_lacks_is_no_number(lang: Lang, sentence: str, words: str) -> None:
    """It is told as what it is, so that it has to be accounted for as a number has."""
    [read] = [r for r in readings(sentence, language(lang)) if r.is_figure]
    assert (read.numeral.kind, read.numeral.numbers, read.qualifier) == ("lacking", (), None)
    assert read.seen.startswith(words)


@pytest.mark.parametrize(("lang", "sentence"), ZEROS)
def test_nothing_of_what_is_counted_is_a_zero(lang: Lang, sentence: str) -> None:
    """Whatever figures or data its sentence tells of besides."""
    [read] = [r for r in readings(sentence, language(lang)) if r.is_figure]
    assert (read.numeral.numbers, read.qualifier) == ((0,), "exact")


@pytest.mark.parametrize(("lang", "sentence", "words"), LACKING)
def test_a_gap_is_proposed_where_there_are_no_figures(
    lang: Lang, sentence: str, words: str
) -> None:
    """With its year, and with the words that say so; what kind of gap it is, is asked."""
    *_, told = _figures(sentence)
    assert "value" not in told
    assert told["registration"].startswith("? unavailable")
    [gap] = told["gaps"]
    assert gap["missing"].startswith("? ")
    assert words in gap["as_printed"]


def test_a_proposed_gap_agrees_with_its_page(tmp_path: Path) -> None:
    """Once its questions are answered nothing is left to say."""
    sentence = "In 2022 waren er 12 kinderen. Over 2023 zijn er nog geen cijfers."
    assert [f["period"] for f in _figures(sentence)] == ["2022", "2023"]
    figure = 'registration = "unavailable"'
    quoted = gaps("").replace("geen cijfers", "zijn er nog geen cijfers")
    report = _report(tmp_path, "nl", "Over 2023 zijn er nog geen cijfers.", figure, quoted)
    assert report.passes(strict=False), as_lines([report])


def test_a_row_without_figures_is_a_gap_of_its_own() -> None:
    """A cell that says so has a gap beside the numbers of its row, and one for all such cells."""
    rows = "Regio\t2019\t2020\t2021\nDrenthe\t12\tgeen cijfers\tgeen cijfers\n"
    told = _figures(f"Tabel 1. Kinderen met hulp\n{rows}")
    assert [f.get("value") for f in told] == [12, None, None]
    assert len(told[0]["gaps"]) == 1


@pytest.mark.parametrize("by_hand", ["", ', read_by_hand = "er waren er geen"'])
@pytest.mark.parametrize(("lang", "sentence", "words"), LACKING)
def test_a_zero_is_refused_where_there_are_no_figures(
    tmp_path: Path, lang: Lang, sentence: str, words: str, by_hand: str
) -> None:
    """Whatever a person says of it; what to write instead is told."""
    quoted = sentence.rstrip(".").removeprefix("Cijfers over 2023: ")
    figure = f'qualifier = "exact", value = 0, as_printed = "{quoted}"{by_hand}'
    [problem] = _report(tmp_path, lang, sentence, figure).problems
    assert "says that figures are lacking, which is no number (found 0)" in problem.message
    assert 'registration = "unavailable"' in problem.message


def test_a_zero_on_other_words_that_something_is_not_known_is_told_to_be_a_gap(
    tmp_path: Path,
) -> None:
    """What has no word for zero is no number as ever, and a gap first of all."""
    figure = 'qualifier = "exact", value = 0, as_printed = "is not registered"'
    [problem] = _report(tmp_path, "en", "In 2023 this is not registered.", figure).problems
    assert "reads as no number (found exact 0); if figures are lacking, that is a gap" in (
        problem.message
    )


def test_what_is_counted_may_be_called_as_data_are(tmp_path: Path) -> None:
    """Where the label has the word a person may know that there were none."""
    figure = 'qualifier = "exact", value = 0, as_printed = "geen registratie"'
    label = 'short = { nl = "Registraties", en = "Registrations" }'
    sentence = "In 2023 was er geen registratie."
    by_hand = f'{figure}, read_by_hand = "geteld zijn registraties"'
    assert _report(tmp_path, "nl", sentence, figure, label).problems
    assert not _report(tmp_path, "nl", sentence, by_hand, label).problems


def test_a_zero_on_lacking_figures_is_a_warning_without_the_page(tmp_path: Path) -> None:
    """By its own words alone; a zero of children is none."""
    warned = []
    for words in ("nog geen cijfers", "geen kinderen"):
        typed = (
            '{ period = "2023", locator = "thema/tekst/1", qualifier = "exact", value = 0, '
            f'as_printed = "{words}" }},'
        )
        text = MINIMAL + indicator("a", typed)
        [report] = validate([saved(tmp_path / "x.toml", text)])
        warned.append([w.message for w in report.warnings if "lacking" in w.message])
    assert [len(told) for told in warned] == [1, 0]


OTHERS: list[tuple[Lang, str, str, str, bool]] = [
    ("nl", "In 2023 kregen zij geen les.", "geen les", "", False),
    ("nl", "In 2023 kregen zij geen les.", "geen les", "Lessen op school", True),
    ("nl", "In 2023 had geen school een arts.", "geen school", "Scholen met een arts", True),
    ("nl", "In 2023 was daar geen crisisopvang.", "geen crisisopvang", "Opvang", True),
    ("nl", "In 2023 waren er geen jonge kinderen.", "geen jonge kinderen", "", True),
    ("nl", "In 2023 kwamen er geen.", "geen", "", True),
    ("nl", "In 2023 was er geen pleegkind.", "geen pleegkind", "", True),
    ("nl", "In 2023 zag niemand het.", "niemand", "", True),
    ("nl", "In 2023 had geen van de bezochte huizen er een.", "geen van de", "Huizen", True),
    ("en", "In 2023 they came to no harm.", "no harm", "", False),
    ("en", "In 2023 they came to no harm.", "no harm", "Harm to children", True),
    ("nl", "In 2023 vielen er geen doden.", "geen doden", "", True),
    ("nl", "In 2023 waren er geen klachten.", "geen klachten", "", True),
    ("en", "In 2023 there were no deaths.", "no deaths", "", True),
    ("en", "In 2023 no child's room was locked.", "no child's room", "", True),
    ("en", "In 2023 there were no young girls.", "no young girls", "", True),
    ("en", "In 2023 nobody saw it.", "nobody", "", True),
]


@pytest.mark.parametrize(("lang", "sentence", "quoted", "label", "is_zero"), OTHERS)
def test_a_zero_is_one_of_what_is_counted(
    tmp_path: Path, lang: Lang, sentence: str, quoted: str, label: str, is_zero: bool
) -> None:
    """Of people, of several, or of what the figure is called; of all else a person says so."""
    figure = f'qualifier = "exact", value = 0, as_printed = "{quoted}"'
    short = f'short = {{ nl = "{label}", en = "{label}" }}' if label else ""
    told = [p.message for p in _report(tmp_path, lang, sentence, figure, short).problems]
    assert bool(told) != is_zero, told
    if not is_zero:
        assert f"'{quoted}' may count nothing (found kinderen); look at it yourself" in told[0]
        by_hand = f'{figure}, read_by_hand = "zij telden lessen"'
        assert not _report(tmp_path, lang, sentence, by_hand, short).problems
    [proposed] = _figures(sentence)
    assert label or ("read_by_hand" in proposed) == (not is_zero)


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [("Dat was nul procent in 2023.", "procent"), ("In 2023 kostte het geen euro.", "euro")],
)
def test_a_zero_of_a_share_or_money_is_one(sentence: str, unit: str) -> None:
    """Whatever else is asked of it, not what it counts."""
    [figure] = _figures(sentence)
    assert (figure["value"], figure.get("read_by_hand")) == (0, None)
    made = tomllib.loads(proposal(f"Thema\n\n{sentence}\n", "page.txt").text)
    assert list(made["units"]) == [unit]
