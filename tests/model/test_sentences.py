"""The catalogue of sentences: complete in both languages, and nothing in it that nobody says."""

import ast
import re
from string import Formatter

from kic.model import Text
from kic.model.sentences import SENTENCES, sentence
from tests.cases import each
from tests.conftest import ROOT


@each("key", SENTENCES)
def test_both_languages_have_the_same_blanks(key: str) -> None:
    """What is filled in one language is not lost in the other."""
    parsed = (Formatter().parse(words) for words in SENTENCES[key])
    nl, en = ({name for _, name, _, _ in parts if name} for parts in parsed)
    # A quotation is translated into one language, by somebody.
    assert nl ^ en in (set(), {"translation", "by"})


def test_a_text_is_filled_in_its_own_language() -> None:
    """And what is the same in both, or holds braces, stands as it is."""
    assert sentence("role", body=Text(nl="Loket", en="Desk"), role="{x}") == Text(
        nl="Loket – {x}", en="Desk – {x}"
    )


def _made(call: ast.Call) -> str | None:
    """The pattern of the keys that a call makes of a name, as ``counted_NAME``."""
    match call:
        case ast.Call(
            ast.Name("phrase" | "sentence"),
            [ast.JoinedStr(parts) | ast.IfExp(body=ast.JoinedStr(parts)), *_],
        ):
            return "".join(map(_pattern, parts))
    return None


def _pattern(part: ast.expr) -> str:
    match part:
        case ast.Constant(str(words)):
            return words
        case ast.FormattedValue(ast.IfExp(_, ast.Constant(str(one)), ast.Constant(str(other)))):
            return f"({one}|{other})"
    return r"\w+"


def test_every_sentence_is_said_somewhere() -> None:
    """A key that no code outside the catalogue names or makes is a sentence nobody reads."""
    catalogue = ROOT / "kic" / "model" / "sentences"
    code = [path for path in (ROOT / "kic").rglob("*.py") if path.parent != catalogue]
    nodes = [node for path in code for node in ast.walk(ast.parse(path.read_text("utf-8")))]
    named = {node.value for node in nodes if isinstance(node, ast.Constant)}
    made = [pattern for node in nodes if isinstance(node, ast.Call) if (pattern := _made(node))]
    unsaid = {
        key
        for key in SENTENCES
        if key not in named and not any(re.fullmatch(pattern, key) for pattern in made)
    }
    assert unsaid == set()
