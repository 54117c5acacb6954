"""Checking a dataset of one's own: every fault at once, with its line and its cure."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kic
from kic.model import Qualifier
from tests.conftest import ENVIRONMENT, MINIMAL, ROOT, Write, exact, figure, indicator, saved
from tests.end_to_end.conftest import Run
from tests.invalid import INVALID, SEEN_BY_KIC, text_of

BIN = Path(sys.executable).parent
SCHEMA = ROOT / "data" / "figures.schema.json"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every dataset that kic refuses, as a file beside the schema."""
    folder = tmp_path_factory.mktemp("broken")
    shutil.copy(SCHEMA, folder)
    paths = {name: folder / f"{name}.toml" for name in INVALID}
    for name, path in paths.items():
        path.write_text(f"#:schema ./{SCHEMA.name}\n{text_of(INVALID[name])}", "utf-8")
    return paths


def _run(
    *command: object, cwd: Path | None = None, **env: str
) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=ENVIRONMENT | env,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_embedded_dataset_names_its_schema() -> None:
    """Editors complete and check while somebody types."""
    first = (ROOT / "data" / "figures.toml").read_text("utf-8").splitlines()[0]
    assert first == "#:schema ./figures.schema.json"


def test_check_jsonschema_takes_the_dataset_and_refuses_the_broken(
    broken: dict[str, Path],
) -> None:
    """All but what only kic's own checks can catch."""
    checker = (BIN / "check-jsonschema", "--schemafile", SCHEMA)
    assert _run(*checker, ROOT / "data" / "figures.toml").returncode == 0
    done = _run(*checker, "-o", "json", *broken.values())
    named = {Path(e["filename"]).name for e in json.loads(done.stdout)["errors"]}
    refused = {name for name, path in broken.items() if path.name in named}
    assert set(broken) - refused == SEEN_BY_KIC


@pytest.mark.parametrize("tool", ["taplo", "tombi"])
def test_editors_take_the_dataset_and_refuse_the_broken(
    broken: dict[str, Path], tool: str
) -> None:
    """The language servers behind editors see what the schema can tell."""
    folder = next(iter(broken.values())).parent
    command: tuple[object, ...] = (BIN / "tombi", "lint", "--offline")
    if tool == "taplo":
        command = (BIN / "taplo", "lint", "--schema", f"file://{folder / SCHEMA.name}")
    shutil.copy(ROOT / "data" / "figures.toml", folder / "figures.toml")
    done = _run(*command, "figures.toml", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    done = _run(*command, *(p.name for p in broken.values()), cwd=folder)
    said = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout + done.stderr)
    refused = {name for name, path in broken.items() if path.name in said}
    assert set(broken) - refused <= SEEN_BY_KIC


def test_every_fault_is_told_with_the_line_it_is_on(run: Run, broken: dict[str, Path]) -> None:
    """The line named holds the value that is wrong, also within inline tables and arrays."""
    report = json.loads(run("validate", "--format", "json", *broken.values()).stdout)
    for (name, path), told in zip(broken.items(), report["files"], strict=True):
        assert not told["valid"], name
        lines = path.read_text("utf-8").splitlines()
        for problem in told["problems"]:
            line, key = lines[problem["line"] - 1], problem["at"][-1]
            start = line[problem["column"] - 1 :]
            assert start, (name, problem)
            if isinstance(key, str) and re.search(rf"\b{key} ?=", line):
                head = line[: problem["column"] - 1]
                assert re.search(rf"{key} ?= ?$", head) or start.startswith((key, "{")), (
                    name,
                    line,
                )


def test_all_files_are_told_in_one_run_sorted_with_a_count(run: Run, tmp_path: Path) -> None:
    """A valid one, a faulty one and one that is no TOML."""
    good, bad, none = (tmp_path / f"{n}.toml" for n in ("good", "bad", "none"))
    good.write_text(MINIMAL + indicator("a", exact("2020", 1)), "utf-8")
    bad.write_text(MINIMAL + indicator("a", exact("2020", -1) + exact("x", 1)), "utf-8")
    none.write_text("[x\n", "utf-8")
    done = run("validate", good, bad, none)
    assert (done.returncode, done.stderr) == (1, "")
    lines = done.stdout.splitlines()
    numbers = [int(m[1]) for line in lines if (m := re.match(rf"{bad}:(\d+):", line))]
    assert len(numbers) == 2
    assert numbers == sorted(numbers)
    assert any(line.startswith(f"{none}:1:1: a heading is an id in") for line in lines)
    assert f"{good}: 1 indicators, 1 figures, 0 gaps, 0 statements" in lines
    assert lines[-1].startswith("3 problems, ")
    assert lines[-1].endswith(" in 3 files")


WARNED = {
    "an indicator without figures": ("", "indicators.a: an indicator without figures"),
    "a text in one language": (
        indicator("a", exact("2020", 1)).replace(', en = "About a"', ""),
        "indicators.a.label: the text has no 'en'",
    ),
    "a record without a locator": (
        indicator("a", exact("2020", 1)).replace('locator = "thema/cijfers/1", ', ""),
        "indicators.a, figure 1 (2020): a figure without a 'locator'",
    ),
    "an unused unit": (indicator("a", exact("2020", 1)), "units.procent: nothing uses this unit"),
    "an unused region": (indicator("a", exact("2020", 1)), "regions.eiland: nothing uses this"),
    "a shorter series": (
        indicator(
            "a",
            exact("2019", 1)
            + exact("2020", 2)
            + figure("2020", 'qualifier = "exact", value = 1, region = "eiland"'),
        ),
        "indicators.a: 'eiland' lacks 2019, which another region has",
    ),
    "a count with decimals": (
        indicator("a", exact("2020", 122.045)),
        "indicators.a, figure 1 (2020): value: a count with decimals; write 122045 if the "
        "point separates thousands (found 122.045)",
    ),
}


@pytest.mark.parametrize("name", WARNED)
def test_what_is_rarely_meant_is_a_warning(run: Run, write: Write, name: str) -> None:
    """It fails only with --strict, and the dataset can be used all the same."""
    text, message = WARNED[name]
    path = write(text or indicator("a", ""))
    done = run("validate", path)
    assert done.returncode == 0
    assert f"warning: {message}" in done.stdout
    assert run("validate", "--strict", path).returncode == 1
    assert run("show", "--data", path).returncode == 0


def test_the_template_is_valid_and_holds_one_of_each_kind(run: Run, tmp_path: Path) -> None:
    """Every qualifier, a correction, a gap, a statement, an event, and no problem."""
    path = tmp_path / "mine.toml"
    assert run("init", path).returncode == 0
    done = run("validate", "--strict", path)
    assert (done.returncode, done.stdout.splitlines()[-1]) == (
        0,
        "0 problems, 0 warnings in 1 file",
    )
    dataset = kic.load(path)
    assert {r.qualifier for r in dataset.records} >= set(Qualifier)
    assert any(r.correction for r in dataset.records)
    assert any(r.gap for r in dataset.records)
    assert {s.kind for s in dataset.statements} == {"concern", "event"}
    assert dataset.not_figures
    again = run("init", path)
    assert (again.returncode, again.stdout) == (1, "")
    assert "exists" in again.stderr


def test_a_proposal_is_no_dataset_while_a_question_is_left(run: Run, tmp_path: Path) -> None:
    """Each is told at its line; nothing that is asked of it answers before."""
    page, path = tmp_path / "page.txt", tmp_path / "mine.toml"
    page.write_text("Hulp\n\nIn 2020 kregen ruim 120 kinderen hulp.\n", "utf-8")
    made = run("init", path, "--from", page)
    assert (made.returncode, made.stdout) == (0, "")
    assert made.stderr.splitlines()[-1] == (
        "kic: figures to check: 1, questions to answer: 8; "
        f"then: kic validate {path} --source {page}"
    )
    asked = run("validate", path)
    assert asked.returncode == 1
    assert asked.stdout.count("a question is left: put the answer in its place") == 8
    line = (
        path.read_text("utf-8")
        .splitlines()
        .index('label = "? what is counted, in words of your own"')
    )
    assert f"{path}:{line + 1}:9: indicators.figure_1.label: a question is left" in asked.stdout
    assert run("show", "--data", path).returncode == 1


def test_a_template_or_proposal_goes_to_stdout_too(run: Run, tmp_path: Path) -> None:
    """A dash is stdout, as with --output, and no file of that name."""
    page = saved(tmp_path / "page.txt", "Hulp\n\nIn 2020 kregen ruim 120 kinderen hulp.\n")
    for asked in (["init"], ["init", "--from", page]):
        path = tmp_path / f"{len(asked)}.toml"
        assert run(asked[0], path, *asked[1:]).returncode == 0
        done = run(asked[0], "-", *asked[1:])
        assert (done.returncode, done.stdout) == (0, path.read_text("utf-8"))
    assert not Path("-").exists()


@pytest.mark.parametrize("name", ["nowhere.txt", "empty.txt", "words.txt", "picture.txt"])
def test_of_a_page_that_cannot_be_read_nothing_is_written(
    run: Run, tmp_path: Path, name: str
) -> None:
    """One line says what is wrong with it."""
    contents = {"empty.txt": b"", "words.txt": b"Er staat niets.", "picture.txt": b"\x89PNG\0"}
    for known, content in contents.items():
        (tmp_path / known).write_bytes(content)
    done = run("init", tmp_path / "mine.toml", "--from", tmp_path / name)
    assert (done.returncode != 0, done.stdout, done.stderr.count("\n")) == (True, "", 1)
    assert name in done.stderr
    assert not (tmp_path / "mine.toml").exists()


def test_without_the_extra_problems_are_told_without_a_line(tmp_path: Path, write: Write) -> None:
    """The place is then told in words alone."""
    blocker = tmp_path / "block" / "tree_sitter"
    blocker.mkdir(parents=True)
    (blocker / "__init__.py").write_text("raise ModuleNotFoundError('tree_sitter')", "utf-8")
    path = write(indicator("a", exact("2020", -1)))
    done = _run(BIN / "kic", "validate", path, PYTHONPATH=str(blocker.parent))
    assert done.stdout.startswith(
        f"{path}: indicators.a, figure 1 (2020): value: a count is not below 0"
    )
    assert "pip install 'kic[validate]'" in done.stderr
