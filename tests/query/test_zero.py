"""A zero that a text writes as a number: it is held against the figures as any other."""

import pytest

import kic
from kic.query.check import Check, Checker
from tests.cases import each

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]


@pytest.fixture(scope="module")
def checker(dataset: kic.Dataset) -> Checker:
    """The figures, ready for many texts."""
    return Checker(dataset)


def _judged(answer: Check) -> list[tuple[str, str]]:
    """The numbers of a text with their verdicts, those that are not judged last."""
    found = [(f.told.written, f.verdict.value) for f in answer.findings]
    return [*found, *((told.written, "not_judged") for told in answer.not_judged)]


@each(
    ("text", "number"),
    [
        ("In 2020 werden 0 minderjarigen aangehouden door de politie.", "0"),
        ("In 2020 werden nul kinderen onder de 12 aangehouden door de politie.", "nul"),
        ("The police arrested 0 minors in 2020.", "0"),
        ("The police arrested zero minors in 2020.", "zero"),
    ],
)
def test_a_zero_that_the_source_does_not_have_differs(
    checker: Checker, text: str, number: str
) -> None:
    """None at all is another number than many, though no number is near to it."""
    assert _judged(checker.check(text)) == [(number, "differs")]


@each(
    "text",
    [
        "In 2020 waren er 0 verzoeken aan de Raad voor de Kinderbescherming om een "
        "deskundigenrapport.",
        "In 2020 werden 0 verzoeken voor een deskundigenrapport aan de Raad voor de "
        "Kinderbescherming geregistreerd.",
    ],
)
def test_a_zero_that_the_source_has_matches(checker: Checker, text: str) -> None:
    """As any other number of it."""
    assert _judged(checker.check(text)) == [("0", "matches")]


@each(
    "text",
    [
        "In 2020 zijn 0 kinderen uit de beschermde opvang verdwenen.",  # fewer than 5
        "In 2020 zijn 0 aanvragen ingewilligd op grond van het buitenschuldbeleid.",
        "In 2020 waren er 0 verzoeken om een deskundigenrapport.",  # to whom
        "In 2020 the police arrested 0 minors without a lawyer.",
        "In 2020 hield de politie 0 minderjarigen zonder advocaat aan.",
        "0% van de kinderen heeft een fiets.",
        "De wachttijd is 0,0 dagen.",
    ],
)
def test_a_zero_that_may_be_right_is_not_judged(checker: Checker, text: str) -> None:
    """But it is counted, and named among what is not judged."""
    assert [verdict for _, verdict in _judged(checker.check(text))] == ["not_judged"]


@each(
    ("text", "numbers"),
    [
        ("In 2020 werden geen kinderen aangehouden door de politie.", []),
        ("In 2020 the police arrested no minors.", []),
        ("De nulmeting en de 0-meting zijn af, zonder nul-urencontract.", []),
        ("Bel 080, 06-12345678, 0800-0432 of +31 (0)20 om 0:30 of 10:00 uur.", ["080", "30"]),
        ("Kinderen van 0 tot 18 jaar.", []),
        ("Het is 0,5 procent.", ["0,5"]),
    ],
)
def test_what_only_has_a_zero_in_it_is_none(
    checker: Checker, text: str, numbers: list[str]
) -> None:
    """A word for none, a telephone number, a time, an age or a decimal is read as before."""
    told = [number for number, _ in _judged(checker.check(text))]
    assert [number for number in told if number in ("0", "nul", *numbers)] == numbers
