"""Commands read each file once, and refuse what is no file of text."""

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

import kic
from kic.dataset import context, embedded, reading
from kic.model.errors import DatasetError
from tests.conftest import ENVIRONMENT, MINIMAL, NEXT, exact, indicator, saved
from tests.end_to_end.conftest import Run
from tests.end_to_end.inprocess import answer
from tests.work import counted

TEXT = MINIMAL + indicator("a", exact("2019", 5) + exact("2020", 7))
TEXT += """
[[statements]]
theme = "thema"
region = "nederland"
kind = "concern"
locator = "thema/zorgen/1"
summary = { nl = "Zorg", en = "Concern" }
"""


def _lines(data: Any) -> tuple[str, ...]:
    with pytest.raises(DatasetError) as refused:
        kic.load(data)
    return refused.value.lines


def test_the_context_given_as_data_too_counts_once(run: Run) -> None:
    """--context adds it only where it is not there yet."""
    done = run("compare", "gesloten_jeugdzorg", "--context", "--data", context(), "--json")
    plain = run("compare", "gesloten_jeugdzorg", "--context", "--json")
    assert (done.returncode, done.stdout) == (plain.returncode, plain.stdout)


@pytest.mark.parametrize(
    "command",
    [
        ["show", "a", "--data", "PIPE"],
        ["gaps", "--grid", "--data", "PIPE"],
        ["validate", "PIPE"],
        pytest.param(
            ["chart", "a", "--quiet", "--output", "OUT/a.svg", "--data", "PIPE"],
            marks=pytest.mark.needs("matplotlib"),
            id="chart",
        ),
        ["report", "--quiet", "--output", "OUT/a.html", "--data", "PIPE"],
        ["export", "OUT/made", "--quiet", "--data", "PIPE"],
    ],
    ids=lambda command: command[0],
)
def test_a_pipe_is_data(run: Run, tmp_path: Path, command: list[str]) -> None:
    """Whatever is made of it, it is read once."""
    read, write = os.pipe()
    put = {"PIPE": f"/dev/fd/{read}", "OUT": str(tmp_path)}
    os.write(write, TEXT.encode())
    os.close(write)
    done = run(*(re.sub("PIPE|OUT", lambda word: put[word[0]], part) for part in command))
    os.close(read)
    assert (done.returncode, done.stderr) == (0, "")


def _own(tmp_path: Path, number: int) -> Path:
    """A dataset that builds on the embedded one."""
    text = NEXT.replace('"proef"', f'"{kic.load().info.id}"').replace("vervolg", f"eigen_{number}")
    text = text.replace(f'id = "eigen_{number}"', f'id = "eigen-{number}"')
    return saved(tmp_path / f"{number}.toml", f"{text}\n[indicators]\n")


@pytest.mark.parametrize(
    ("command", "beside", "validated"),
    [
        ("show ots", False, 1),
        ("compare ots", False, 1),
        ("compare --per 1000", True, 2),
        ("compare --context", True, 1),
        ("compare --context --per 1000", True, 1),
        ("report --output -", True, 2),
        ("export OUT", False, 1),
        ("validate", False, 1),
    ],
)
@pytest.mark.parametrize("own", [False, True])
def test_a_command_reads_every_file_once(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    command: str,
    beside: bool,
    validated: int,
    own: bool,
) -> None:
    """Each of the datasets that it needs (with and without other figures) is validated once.

    Those for comparison are read where they are asked for, and for rates.
    """
    parts = [part.replace("OUT", str(tmp_path / "out")) for part in command.split()]
    files = [embedded(), *(sorted(context().iterdir()) if beside else ())]
    if own:
        files.append(_own(tmp_path, 1))
        parts += [str(files[-1])] if command == "validate" else ["--data", str(files[-1])]
    reads, validations = counted(monkeypatch)
    assert answer(parts, ENVIRONMENT, anew=True).code == 0
    assert sorted(reads) == sorted(files)
    assert len(validations) == validated


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    """A pipe in the file system."""
    path = tmp_path / "pipe.toml"
    os.mkfifo(path)
    return path


def test_there_is_a_largest_size(
    monkeypatch: pytest.MonkeyPatch, run: Run, tmp_path: Path, fifo: Path
) -> None:
    """Of a file, and of a pipe, which may have no end."""
    large = tmp_path / "large.toml"
    with large.open("wb") as file:
        file.truncate(reading.LARGEST + 1)
    for arguments, most in (
        (["show", "--data", large], "dataset is read up to 64 MB"),
        (["validate", "--source", large], "text is read up to 2 MB"),
        (["check", large], "text is read up to 2 MB"),
        (["init", tmp_path / "x.toml", "--from", large], "text is read up to 2 MB"),
    ):
        done = run(*arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == f"kic: {large}: is too large; a {most}\n"
    monkeypatch.setattr(reading, "LARGEST", 1_000_000)
    endless = subprocess.Popen(["sh", "-c", f"yes > {fifo}"], stderr=subprocess.DEVNULL)
    assert _lines(fifo) == (f"{fifo}: is too large; a dataset is read up to 1 MB",)
    endless.wait(5)


def test_what_cannot_be_read_is_told_as_that(run: Run, tmp_path: Path) -> None:
    """A name too long for a file is no trouble with stdout."""
    name = tmp_path / ("n" * 300)
    for arguments in (
        ["show", "--data", name],
        ["validate", name],
        ["validate", "--source", name],
    ):
        done = run(*arguments)
        assert done.returncode == 1
        assert f"{name}: cannot be read: file name too long" in done.stdout + done.stderr
        assert "stdout" not in done.stderr
