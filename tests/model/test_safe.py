"""What of a text could act where it is shown, or hide, is written out."""

from math import nan

import pytest

from kic.model.safe import address, json_text, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("een\u00a0\u00e9\u00e9n \u2603\ufe0f", "een\u00a0\u00e9\u00e9n \u2603\ufe0f"),
        ("\x1b[31m\n", "\\x1b[31m\\n"),
        ("a\u202eb\u3164", "a\\u202eb\\u3164"),
        ("\u00e9\x07", "\u00e9\\x07"),
    ],
)
def test_what_does_not_show_is_written_out(text: str, shown: str) -> None:
    """And all else stays, the space that keeps words together too."""
    assert visible(text) == shown


def test_json_keeps_letters_and_escapes_what_acts() -> None:
    """In its own way, so that programs read the text as it was; ASCII alone is asked for."""
    assert json_text("\u00e9\x1b\u202e") == '"\u00e9\\u001b\\u202e"'
    assert json_text("\u00e9\u202e", ascii_only=True) == '"\\u00e9\\u202e"'
    assert json_text(["\u202e"], indent=2) == '[\n  "\\u202e"\n]'
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_text(nan)


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("https://x.org/a-b?c=d&e#f", "https://x.org/a-b?c=d&e#f"),
        ("https://x.org/\u00e9", "https://x.org/\u00e9"),
        ("https://x.org/\u00e9 <b>", "https://x.org/\u00e9%20%3Cb%3E"),
        ("https://x.org/\u200b", "https://x.org/%E2%80%8B"),
    ],
)
def test_an_address_has_nothing_that_ends_it(given: str, written: str) -> None:
    """What means something around it, and what nobody sees, is encoded; the rest is as given."""
    assert address(given) == written
