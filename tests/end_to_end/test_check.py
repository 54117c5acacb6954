"""Holding a text against the figures, from a file and from stdin."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ENVIRONMENT, saved
from tests.end_to_end.conftest import KIC, Run

RIGHT = "In 2020 wachtten kinderen gemiddeld 289 dagen op gezinshereniging.\n"
FALSE = "In 2019 wachtten kinderen gemiddeld 289 dagen op gezinshereniging.\n"
ROUNDED = "In 2020 wachtten kinderen gemiddeld bijna 300 dagen op gezinshereniging.\n"

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]


def test_the_line_that_answers_counts_and_the_fault_comes_first(run: Run, tmp_path: Path) -> None:
    """Each with its sentence, the number marked, and what would be right with its place."""
    text = saved(tmp_path / "a.txt", f"{FALSE}\nWij telden er 12.\n")
    done = run("check", text, "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    line, _, title, number, source, *_ = done.stdout.splitlines()
    assert line == "2 numbers: 1 of another year or region, 1 not judged"
    assert title == "Of another year or region"
    assert number.split() == [
        *("289", '"In', "2019", "wachtten", "kinderen", "gemiddeld", "»289«", "dagen", "op"),
        *('gezinshereniging."', "migratie/cijfers/3"),
    ]
    assert source.strip() == (
        "In the source 289 belongs to 2020. In the source: Avg. wait for family reunification, "
        "233 days in 2019."
    )
    assert (
        "Not judged, as it is not certain what the sentence says of it: 12 (line 3)."
        in done.stdout
    )


@pytest.mark.parametrize(
    ("text", "code"), [(RIGHT, 0), (ROUNDED, 0), (FALSE, 1), ("Wij telden er 12.\n", 0), ("", 0)]
)
def test_the_exit_code_tells_whether_anything_is_wrong(
    run: Run, tmp_path: Path, text: str, code: int
) -> None:
    """Where that is asked for; what cannot be placed is not wrong, and the answer is written."""
    path = saved(tmp_path / "a.txt", text)
    assert run("check", path).returncode == 0
    done = run("check", path, "--exit-code")
    assert (done.returncode, bool(done.stdout)) == (code, True)


def test_a_text_is_read_from_stdin() -> None:
    """As a program gives it that takes the text from elsewhere."""
    done = subprocess.run(
        [KIC, "check", "-", "--json"],
        input=FALSE.encode(),
        env=ENVIRONMENT,
        capture_output=True,
        timeout=60,
        check=True,
    )
    answer = json.loads(done.stdout)
    [found] = answer["records"]
    assert (found["verdict"], found["written"], found["line"]) == (
        "other_year_or_region",
        "289",
        1,
    )
    assert (found["period"], found["value"], found["other_period"]) == ("2019", 233, "2020")
    assert answer["query"] == {"text": "-"}
    assert answer["not_judged"] == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "is UTF-16: save it again as UTF-8"),
        (b"\xe9t\xe9", "is not UTF-8: save it again with that encoding (found byte 0xe9)"),
        (b"a\0b", "is a binary file; a text file is needed"),
        (None, "no such file"),
    ],
)
def test_a_text_that_cannot_be_read_is_one_line(
    run: Run, tmp_path: Path, content: bytes | None, told: str
) -> None:
    """On stderr, with its name; stdout stays empty."""
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    done = run("check", path)
    assert (done.returncode, done.stdout) == (1, "")
    [line] = done.stderr.splitlines()
    assert line.startswith(f"kic: {path}")
    assert line.endswith(told)


def test_a_text_without_a_number_is_told(run: Run, tmp_path: Path) -> None:
    """Nothing is wrong with it, and nothing was held against anything."""
    done = run("check", saved(tmp_path / "a.txt", "Kinderen wachten.\n"), "--lang", "en")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "0 numbers")
    assert done.stderr == (
        "kic: the answer is empty: the text has no number that may be a figure.\n"
    )


def test_the_language_of_a_text_may_be_said(run: Run, tmp_path: Path) -> None:
    """Else its words tell: "30.850" is another number in English."""
    text = saved(tmp_path / "a.txt", "Kinderen onder toezicht 2020: 30.850\n")
    read = [run("check", text, "--text-lang", lang, "--json").stdout for lang in ("nl", "en")]
    found = [len(json.loads(answer)["records"]) for answer in read]
    assert found == [1, 0]
    wrong = run("check", text, "--text-lang", "fr")
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_figures_for_comparison_are_judged_where_they_are_asked_for(
    run: Run, tmp_path: Path
) -> None:
    """Without them a number of theirs is passed over: it may be right."""
    text = saved(
        tmp_path / "a.txt", "In 2020 begonnen 8.753 nieuwe ondertoezichtstellingen in Nederland.\n"
    )
    [without, with_] = (
        json.loads(run("check", text, *more, "--json").stdout) for more in ((), ("--context",))
    )
    assert without["records"] == []
    assert [r["verdict"] for r in with_["records"]] == ["matches"]


def test_the_readers_of_numbers_are_named_where_they_are_missing(tmp_path: Path) -> None:
    """With the way to get them, on one line."""
    blocker = tmp_path / "block" / "babel"
    blocker.mkdir(parents=True)
    (blocker / "__init__.py").write_text("raise ModuleNotFoundError('babel')", "utf-8")
    done = subprocess.run(
        [KIC, "check", saved(tmp_path / "a.txt", FALSE)],
        env=ENVIRONMENT | {"PYTHONPATH": str(blocker.parent)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "pip install 'kic[validate]'" in done.stderr
