"""The catalogue of sentences: complete in both languages, and nothing in it that nobody says."""

import re
from string import Formatter

import pytest

from kic.model import Text
from kic.model.sentences import SENTENCES, sentence
from tests.conftest import ROOT


@pytest.mark.parametrize("key", SENTENCES)
def test_both_languages_have_the_same_blanks(key: str) -> None:
    """What is filled in one language is not lost in the other."""
    parsed = (Formatter().parse(words) for words in SENTENCES[key])
    nl, en = ({name for _, name, _, _ in parts if name} for parts in parsed)
    assert nl == en - {"translation"}  # only a Dutch quotation is translated


def test_a_text_is_filled_in_its_own_language() -> None:
    """And what is the same in both, or holds braces, stands as it is."""
    assert sentence("role", body=Text(nl="Loket", en="Desk"), role="{x}") == Text(
        nl="Loket – {x}", en="Desk – {x}"
    )


def test_every_sentence_is_said_somewhere() -> None:
    """A key that no code names is a sentence that nobody reads."""
    code = "\n".join(
        path.read_text("utf-8")
        for path in (ROOT / "kic").rglob("*.py")
        if path.name != "sentences.py"
    )
    named = set(re.findall(r'"(\w+)"', code))
    made = {"by_name", "by_absolute", "by_percent"} | {
        f"{noun}_{number}" for noun in ("gap", "indicator") for number in ("one", "many")
    }
    made |= {f"inferred_{name}" for name in ("measure", "unvalidated", "break")}
    verbs = ("themes", "show", "compare", "gaps", "grid", "find")
    made |= {f"rows_of_{verb}" for verb in verbs}
    assert set(SENTENCES) - named - made == set()
