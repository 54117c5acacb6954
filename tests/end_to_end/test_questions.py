"""Thirty questions people have, and whether the first command they think of answers them."""

import re
import shlex
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from tests.cases import each
from tests.conftest import ENVIRONMENT
from tests.end_to_end.inprocess import Answer, answer

QUESTIONS = tomllib.loads(Path(__file__).with_name("questions.toml").read_text("utf-8"))[
    "questions"
]


@each("question", QUESTIONS, ids=lambda q: q["command"])
def test_a_question_ends_as_is_written_down(question: dict[str, Any], tmp_path: Path) -> None:
    """The first command that comes to mind is answered, gets a hint that is, or fails."""
    assert _outcome(question["command"], question["expects"], tmp_path) == question["outcome"]


def test_the_questions_are_of_five_kinds_of_users() -> None:
    """Each has six, no two alike, and half of all need no knowledge of kic."""
    kinds = Counter(q["who"] for q in QUESTIONS)
    assert kinds == dict.fromkeys(("newspaper", "policy", "data", "law", "research"), 6)
    assert len({q["command"] for q in QUESTIONS}) == 30
    assert sum(q.get("unseen", False) for q in QUESTIONS) >= 15


def test_nearly_all_questions_are_answered_at_once_or_by_a_hint() -> None:
    """At least 25 of 30, with the answer in the first three lines."""
    outcomes = Counter(q["outcome"] for q in QUESTIONS)
    assert outcomes["answered"] + outcomes["hint"] >= 25, outcomes


def _outcome(command: str, expected: str, folder: Path) -> str:
    """Whether a command answers with this text, the command in its hint does, or neither."""
    first = _run(command, folder)
    if _begins_with(first, expected):
        return "answered"
    hint = re.search(r"Try: (kic .+)", first.err.decode("utf-8"))
    if hint and _begins_with(_run(hint[1], folder), expected):
        return "hint"
    return "failed"


def _run(command: str, folder: Path) -> Answer:
    program, *arguments = shlex.split(command)
    assert program == "kic"
    return answer(arguments, ENVIRONMENT, folder)


def _begins_with(answered: Answer, expected: str) -> bool:
    """Whether a text stands in the first three lines, blank ones included."""
    lines = answered.out.decode("utf-8").splitlines()[:3]
    return answered.code == 0 and any(expected in line for line in lines)
