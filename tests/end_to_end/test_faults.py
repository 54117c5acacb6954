"""Faults and odd input: one line each, and nothing of others is touched."""

import os
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kic.cli import app
from tests.cases import each
from tests.conftest import ENVIRONMENT, Write, exact, indicator
from tests.end_to_end.conftest import KIC, Run

# -------------------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("forward", b"no note"),
        ("forward", b"\xff"),
        ("back", b"[1, 2]"),
        ("back", b"[" * 100_000),
        ("new", b"a file"),
        ("mine/figures.xlsx", b"of somebody else"),
        ("mine", b"of somebody else"),
    ],
)
def test_what_kic_did_not_leave_in_an_export_stays(
    run: Run, tmp_path: Path, name: str, content: bytes
) -> None:
    """A folder that only has the name of what a killed run leaves is named and kept."""
    path = tmp_path / "uit" / ".kic-export" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    done = run("export", tmp_path / "uit", "--force")
    told = f"kic: '{tmp_path / 'uit' / '.kic-export'}' was not left by kic; remove it.\n"
    assert (done.returncode, done.stderr) == (1, told)
    assert path.read_bytes() == content
    assert [p.name for p in (tmp_path / "uit").iterdir()] == [".kic-export"]


def test_an_export_where_its_leftovers_are_a_file_is_refused(run: Run, tmp_path: Path) -> None:
    """It says what is in the way, and not that the folder is none."""
    (tmp_path / ".kic-export").write_text("mine")
    done = run("export", tmp_path)
    assert done.stderr == f"kic: '{tmp_path / '.kic-export'}' was not left by kic; remove it.\n"


def test_init_names_no_option_that_it_does_not_have(run: Run, tmp_path: Path) -> None:
    """It never replaces a file, so it asks for another name."""
    path = tmp_path / "a.toml"
    assert run("init", path).returncode == 0
    done = run("init", path)
    assert (done.returncode, done.stderr) == (1, f"kic: '{path}' exists; give another name.\n")


@pytest.mark.parametrize("command", ["validate", "init", "export", "show --data"])
def test_whether_a_file_may_be_read_is_seen_when_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """No command refuses it before as wrong usage: it ends with 1, as any that cannot be read."""
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    path = tmp_path / "x"
    path.write_text("x = 1")
    done = CliRunner().invoke(app, [*command.split(), str(path)])
    assert (done.exit_code, "not readable" in done.output) == (1, False)


def test_a_text_of_nothing_but_accents_is_searched(run: Run, write: Write) -> None:
    """It has no word that a word with a typing error could be like."""
    text = (
        indicator("a", exact("2020", 5)).replace("Over a", "\u0302").replace("About a", "\u0301")
    )
    done = run("find", "gezochtt", "--data", write(text))
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)


@pytest.mark.parametrize(
    ("command", "line"),
    [
        ("themes", "0 indicators"),
        ("show", "No figures"),
        ("show a", "No figures: About a"),
        ("compare", "0 indicators"),
        ("gaps", "0 gaps"),
        ("gaps --grid", "0 gaps"),
        ("report -o -", "<!DOCTYPE html>"),
    ],
)
def test_a_dataset_without_figures_is_answered(
    run: Run, write: Write, command: str, line: str
) -> None:
    """Somebody who has just begun one sees that nothing is there yet."""
    done = run(*command.split(), "--lang", "en", "--data", write(indicator("a", "")))
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, line)


# ---------------------------------------------------------------- what is told of a fault

_LONG = "x" * 100_000


@each(
    "arguments",
    [
        [_LONG],
        [f"--{_LONG}"],
        ["show", f"--{_LONG}"],
        ["show", _LONG],
        *(["show", f"--{name}", _LONG] for name in ("format", "lang", "color", "sort", "columns")),
        *(["show", f"--{name}", _LONG] for name in ("period", "region", "theme", "indicator")),
        *(["compare", f"--{name}", _LONG] for name in ("from", "to", "per", "order")),
        *(["gaps", f"--{name}", _LONG] for name in ("by", "registration")),
        *(["cite", "ots", f"--{name}", _LONG] for name in ("period", "region", "style")),
        *(["cite", "ots", f"--{name}", _LONG] for name in ("accessed", "figure")),
        ["cite", "ots", _LONG],
        ["schema", _LONG],
        ["schema", "output", _LONG],
        ["export", "x", "--as", _LONG],
        ["validate", "--format", _LONG],
        ["find", "x", "--limit", _LONG],
    ],
    ids=lambda given: " ".join(given).replace(_LONG, "LONG"),
)
def test_wrong_usage_is_told_on_a_line_that_somebody_reads(arguments: list[str]) -> None:
    """However long what was typed is, the line still says what is wrong and what there is."""
    done = CliRunner().invoke(app, arguments)
    [line] = done.stderr.splitlines()
    assert (done.exit_code, line.startswith("kic: ")) == (2, True)
    assert len(line) < 1100


def test_a_problem_of_a_file_with_a_long_name_is_on_a_line_of_some_length(run: Run) -> None:
    """In the answer of validate as on stderr."""
    done = run("validate", _LONG)
    assert (done.returncode, done.stderr) == (1, "")
    assert max(map(len, done.stdout.splitlines())) < 6000
    assert "cannot be read: file name too long" in done.stdout


def test_too_little_memory_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no fault of the program, and no traceback helps."""

    def full(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("kic.themes", full)
    done = CliRunner().invoke(app, ["themes"])
    assert (done.exit_code, done.stderr) == (1, "kic: there is not enough memory for this.\n")


def test_an_encoding_that_holds_no_text_is_told(run: Run) -> None:
    """It ends with 1 and without a traceback, though no line can be told in it."""
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "undefined"}
    done = subprocess.run([KIC, "themes"], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")
