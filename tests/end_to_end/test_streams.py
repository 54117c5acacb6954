"""Help goes where answers go and as they do; no width of the environment stops kic."""

import os
import subprocess

import pytest
from typer.testing import CliRunner

from kic.cli import app
from tests.conftest import ENVIRONMENT
from tests.end_to_end.conftest import KIC, Run
from tests.end_to_end.terminal import on_screen, on_terminal

WRITTEN = ["themes", "", "--help", "show --help", "--version", "--show-completion bash"]
SILENT = {"SHELL": "/bin/bash", "_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}


def _shell(command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        ["bash", "-c", command],
        env=ENVIRONMENT | SILENT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("command", WRITTEN)
def test_a_reader_that_leaves_is_no_error(command: str) -> None:
    """One that is gone before the first character, which is the hardest: quiet, exit 0."""
    read, written = os.pipe()
    os.close(read)
    gone = subprocess.run(
        [KIC, *command.split()],
        stdout=written,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT | SILENT,
        check=False,
    )
    os.close(written)
    assert (gone.returncode, gone.stderr) == (0, b"")


@pytest.mark.parametrize("command", WRITTEN)
def test_a_closed_stdout_is_told_by_everything(command: str) -> None:
    """Nowhere to write is an error for help as it is for answers."""
    done = _shell(f"'{KIC}' {command} >&-")
    assert done.returncode == 1
    assert done.stderr == "kic: stdout is closed.\n"


@pytest.mark.parametrize("names", [("TERMINAL_WIDTH",), ("COLUMNS", "LINES")])
@pytest.mark.parametrize("value", ["abc", "0", "²", "99999999"])
def test_no_width_stops_help(run: Run, process: Run, names: tuple[str, ...], value: str) -> None:
    """A width that is none is passed over, and one that no screen has is bounded."""
    asked = process if "TERMINAL_WIDTH" in names else run  # which is read on importing Typer
    done = asked("--help", **dict.fromkeys(names, value))
    assert (done.returncode, done.stderr) == (0, "")
    assert "themes" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 1000


def test_a_width_that_is_one_is_taken(process: Run) -> None:
    """COLUMNS, and before it the TERMINAL_WIDTH of Typer, decide how wide help is."""
    for width, env in (
        (100, {"COLUMNS": "100"}),
        (60, {"COLUMNS": "100", "TERMINAL_WIDTH": "60"}),
    ):
        assert max(map(len, process("--help", **env).stdout.splitlines())) == width


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "cp1252", "utf-8"])
def test_help_fits_every_encoding(encoding: str) -> None:
    """Also on few columns, where words are cut with a sign that an encoding may lack."""
    for width in ("20", "40", "80"):
        for command in ([], ["show"], ["compare"], ["export"], ["validate"]):
            done = CliRunner(charset=encoding).invoke(
                app, [*command, "--help"], env={"COLUMNS": width}
            )
            assert (done.exit_code, done.stderr) == (0, ""), (width, command)
            assert "Usage" in done.stdout


def test_an_encoding_without_an_ellipsis(process: Run) -> None:
    """The same in a process of its own, as a narrow terminal in an old locale is."""
    done = process("--help", COLUMNS="40", PYTHONIOENCODING="latin-1")
    assert (done.returncode, done.stderr) == (0, "")


def test_answers_are_bounded_too() -> None:
    """A table on a terminal takes no width that no screen has."""
    shown, code = on_screen("themes", "--color", "always", COLUMNS="99999999")
    assert code == 0
    assert len(shown) < 20_000


def test_help_on_a_terminal_keeps_its_colour_and_width() -> None:
    """What is written at once is made for the terminal that it goes to."""
    shown, code = on_terminal("--help", width=60)
    assert code == 0
    assert "\x1b[" in shown
    assert "╭" in shown
    plain, _ = on_terminal("--help", width=60, NO_COLOR="1")
    assert "\x1b[3" not in plain


@pytest.mark.parametrize(
    ("command", "writes"),
    [
        (("validate", "{}"), False),
        (("show", "--data", "{}.toml"), False),
        (("validate", "--source", "{}"), False),
        (("export", "{}"), True),
        (("export", "{}/b"), True),
        (("show", "-o", "{}.json"), True),
        (("init", "{}.toml"), True),
    ],
    ids=str,
)
def test_only_what_is_written_cannot_be_written(
    run: Run, command: tuple[str, ...], writes: bool
) -> None:
    """A name too long is told with the name, and as a writing error only where one writes."""
    name = "n" * 300
    done = run(*(word.format(name) for word in command))
    assert (done.returncode, done.stdout) == (1, "") or command[0] == "validate"
    told = done.stderr + done.stdout
    assert f"{name}" in told
    assert "file name too long" in told
    assert ("cannot write" in told) is writes
    assert "stdout" not in told
