"""Numbers and texts as people read them."""

from decimal import Decimal
from fractions import Fraction
from unicodedata import category

from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from kic.model import Lang
from kic.model.digits import half_up, number
from kic.model.interval import Computed
from kic.model.safe import visible

NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12),
    st.decimals(-(10**9), 10**9, places=2, allow_nan=False).map(float),
)


@given(NUMBERS, st.sampled_from(["nl", "en"]))
def test_numbers_are_written_as_each_language_does(value: float, lang: Lang) -> None:
    """The same digits, groups and decimal sign as the Unicode locale data give."""
    digits = max(-int(Decimal(repr(value)).as_tuple().exponent), 0)
    pattern = "#,##0" + ("." + "0" * digits if digits else "")
    expected = format_decimal(Decimal(repr(value)), pattern, locale=lang)
    assert number(value, lang) == expected


@given(st.floats(-1e6, 1e6, allow_nan=False))
def test_percentages_have_one_decimal_and_no_minus_zero(value: float) -> None:
    """Rounded to the nearest tenth; nothing is ever "-0.0"."""
    text = number(value, "en", decimals=1)
    assert abs(Decimal(text.replace(",", "")) - Decimal(repr(value))) <= Decimal("0.05")
    assert text != "-0.0"


@given(st.text())
def test_visible_text_cannot_act(text: str) -> None:
    """No control or invisible character survives, and ordinary text is left alone."""
    shown = visible(text)
    assert all(c.isprintable() or c == "\u00a0" for c in shown)
    assert "\x1b" not in shown
    assert "\n" not in shown
    if text.isprintable() and not any(category(c) in ("Mn", "Lo") for c in text):
        assert shown == text  # marks and letters may be ones that nobody sees


def test_a_half_is_rounded_away_from_zero() -> None:
    """Below zero as above it, and less than a half to the nearest."""
    halves = {Fraction(n, 4): half_up(Fraction(n, 4)) for n in (-6, -2, -1, 0, 1, 2, 6)}
    assert [*halves.values()] == [-2, -1, 0, 0, 0, 1, 2]


def test_a_number_without_an_end_has_the_digits_of_a_float() -> None:
    """One that has an end has all of them."""
    numbers = (Computed(Fraction(1, 3)), Computed(Fraction(1, 8)), 24.50, 10**15)
    assert [number(n, "en") for n in numbers] == [
        "0.3333333333333333",
        "0.125",
        "24.5",
        "1,000,000,000,000,000",
    ]
