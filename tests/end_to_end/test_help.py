"""Help: short enough to be read, in words that people use, with examples that work."""

import re
import shlex
import shutil
from pathlib import Path

import pytest
import typer

from kic.cli import app
from kic.cli.options import SHARED
from tests.conftest import ENVIRONMENT, ROOT
from tests.end_to_end.conftest import Run
from tests.end_to_end.inprocess import answer

GROUP: typer.core.TyperGroup = typer.main.get_command(app)  # type: ignore[assignment]
COMMANDS = list(GROUP.commands)


def _examples(shown: str) -> list[str]:
    """The lines of a help text that are commands, without what is told beside them."""
    lines = re.findall(r"^ +(kic [a-z].*?)(?: {2,}.*)?$", shown, re.MULTILINE)
    return [line for line in lines if "[" not in line]


def test_kic_alone_fits_a_screen(run: Run) -> None:
    """A sentence, five examples and every command on a line, below a prompt on 24 lines."""
    lines = run(COLUMNS="80").stdout.splitlines()
    assert len(lines) < 24
    assert max(map(len, lines)) <= 80
    assert len(_examples("\n".join(lines))) == 5
    told = {line.split()[0]: line.split(maxsplit=1)[1] for line in lines if line[:1].islower()}
    assert list(told) == COMMANDS
    assert all(about.endswith(".") and "..." not in about for about in told.values())


def test_help_is_told_by_its_name_too(run: Run) -> None:
    """``kic help`` is ``kic --help``, which tells more than ``kic`` alone."""
    shown = run("help").stdout
    assert shown == run("--help").stdout
    assert len(shown) > len(run().stdout)
    assert run("help", "gaps").stdout == run("gaps", "--help").stdout


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_no_longer_than_45_lines(run: Run, command: str) -> None:
    """On 80 columns, and without the types of Python."""
    shown = run(*command.split(), "--help", COLUMNS="80").stdout
    lines = shown.rstrip("\n").splitlines()
    assert len(lines) <= 45
    assert max(map(len, lines)) <= 80
    assert not re.search(r"<[a-z\[\]]+>", shown)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_tells_what_is_asked_before_what_is_shared(run: Run, command: str) -> None:
    """What it answers, two examples, its own options, and the shared ones as the last group."""
    shown = run(command, "--help", COLUMNS="80").stdout
    examples = _examples(shown)
    assert len(examples) == 2
    assert all(example.split()[1] == command for example in examples)
    groups = re.findall(r"^╭─ (.+?) ─", shown, re.MULTILINE)
    assert groups[-1] == SHARED
    assert groups == [g for g in ("Arguments", "Options", SHARED) if g in groups]
    assert shown.index(examples[1]) < shown.index("╭─")
    assert "--help" in shown[shown.index(f"╭─ {SHARED}") :]


@pytest.mark.needs("matplotlib")
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_the_examples_of_help_work(run: Run, command: str, tmp_path: Path) -> None:
    """Each answers, says nothing but what it wrote, and draws or writes what it names."""
    if command == "diff":  # which is about datasets that somebody has
        for name in ("2020.toml", "2021.toml"):
            shutil.copy(ROOT / "kic" / "template.toml", tmp_path / name)
    if command in ("check", "init"):  # which are about what others wrote
        for name in ("article.txt", "speech.txt", "page.txt"):
            (tmp_path / name).write_text("In 2020 zijn 14.214 kinderen verhoord door de politie.")
    for example in _examples(run(*command.split(), "--help", COLUMNS="80").stdout):
        done = answer(shlex.split(example)[1:], ENVIRONMENT, tmp_path)
        told = done.err.decode()
        assert done.code == 0, f"{example}: {told}"
        wrote = ("kic: wrote ", "kic: figures to check: ")
        assert all(line.startswith(wrote) for line in told.splitlines())
        assert done.out or told or "--quiet" in example


def test_the_options_of_a_question_ask_it(run: Run) -> None:
    """An option of its own names the question that it answers."""
    for name in ("themes", "show", "compare", "gaps", "diff"):
        for parameter in GROUP.commands[name].params:
            if getattr(parameter, "rich_help_panel", SHARED) != SHARED:
                assert "?" in str(getattr(parameter, "help", "")), parameter.name
