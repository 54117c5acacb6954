"""Texts in two languages, names as they are compared, and numbers as a file may have them."""

from typing import Any

import pytest
from pydantic import ValidationError

from kic.model import Figure, Text, fold
from kic.model.parts import DatasetInfo, Layout, Source, compiler, language_of
from kic.model.text import LARGEST, begun


def test_a_text_in_one_language_is_told_in_both() -> None:
    """And it is known which of them it was given in."""
    one, both = (Text.model_validate(t) for t in ({"nl": "een"}, {"nl": "een", "en": "one"}))
    assert (one.nl, one.en, one.given("nl"), one.given("en")) == ("een", "een", "een", None)
    assert (both.given("nl"), both.given("en")) == ("een", "one")


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Één-Twee_DRIE  vier", "een twee drie vier"),
        ("PLEEG-zorg", "pleeg zorg"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_a_name_is_compared_without_its_spelling(name: str, folded: str) -> None:
    """Case, accents, hyphens and underscores make no difference."""
    assert fold(name) == folded


def test_a_line_begins_with_a_capital() -> None:
    """The rest stays as it is."""
    assert [*map(begun, ("een KIND", "", "Één"))] == ["Een KIND", "", "Één"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("30850", "a number stands without quotation marks: write 30850"),
        ("-24.55", "a number stands without quotation marks: write -24.55"),
        ("30.850", "a number has a decimal point and no other marks: write 30850, or 30.850"),
        (True, "must be a number, as 30850 or 24.5"),
        (float("nan"), "must be a finite number"),
        (LARGEST + 1, f"must not be above {LARGEST}"),
        (-LARGEST - 1, f"must not be above {LARGEST}"),
    ],
)
def test_what_is_no_number_of_statistics_is_refused(value: object, told: str) -> None:
    """With what to write instead, where that is known."""
    with pytest.raises(ValidationError) as refused:
        _exact(value)
    assert told in str(refused.value)


@pytest.mark.parametrize("value", [LARGEST, -LARGEST, 0, 24.5])
def test_a_number_of_statistics_is_taken(value: float) -> None:
    """Up to the largest that all programs share."""
    assert _exact(value).value == value


def _exact(value: object) -> Figure:
    given = {"period": "2020", "as_printed": "x", "qualifier": "exact", "value": value}
    return Figure.model_validate(given)


def _head(**keys: Any) -> DatasetInfo:
    given = {"id": "a", "version": "1.0.0", "source": "bron", "license": "CC0"}
    return DatasetInfo.model_validate({**given, "title": {"nl": "x", "en": "y"}, **keys})


def test_who_infers_is_named_where_it_is_one() -> None:
    """Of several datasets only if it is the same for all of them."""
    one, other, none = _head(compiler="Een"), _head(compiler="Ander"), _head()
    told = [compiler(one).en, compiler(one, one).nl, compiler(one, other).en, compiler(none).nl]
    assert told == ["Een", "Een", "the compiler", "de samensteller"]


def test_a_publication_is_in_the_language_of_its_page() -> None:
    """Or of a dataset in one language, or else Dutch."""
    plain = Source(publisher="x", title="y")
    laid_out = plain.model_copy(update={"layout": Layout(lang="en")})
    english = _head(languages=("en",))
    told = [language_of(*pair) for pair in ((plain, _head()), (plain, english))]
    assert [*told, language_of(laid_out, _head())] == ["nl", "en", "en"]
