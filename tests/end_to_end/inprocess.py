"""The command line within the process of the tests, with what it would put in pipes.

Most of what a real process costs is starting it.  Everything between the arguments and the
bytes is the same here; what lies outside of that (signals, pipes that close, terminals, what
Python reads before kic starts) is for the ``process`` fixture.
"""

import io
import os
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import chdir, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import pytest
import typer
import typer.rich_utils

import kic
from kic.cli import app, publications, request
from kic.cli.given import read_dataset
from kic.query.question import Scope


class Answer(NamedTuple):
    """What came out, as bytes, and the exit code."""

    out: bytes
    err: bytes
    code: int


def answer(
    arguments: Sequence[str],
    env: Mapping[str, str],
    folder: Path | None = None,
    *,
    anew: bool = False,
) -> Answer:
    """Run kic with these arguments, in this environment and no other, in a folder.

    The figures that come with kic, which nothing changes, are read once for all such runs,
    unless they are to be read ``anew``.
    """
    encoding, _, errors = env.get("PYTHONIOENCODING", "utf-8:surrogateescape").partition(":")
    out = io.TextIOWrapper(io.BytesIO(), encoding, errors or "strict", newline="\n")
    err = io.TextIOWrapper(io.BytesIO(), encoding, "backslashreplace", newline="\n")
    with chdir(folder) if folder else nullcontext():
        code = run(arguments, env, out, err, anew=anew)
    return Answer(out.buffer.getvalue(), err.buffer.getvalue(), code)


def run(
    arguments: Sequence[str],
    env: Mapping[str, str],
    out: TextIO,
    err: TextIO,
    *,
    anew: bool = False,
) -> int:
    """Run kic with these streams; gives back the exit code."""
    code = 0
    reading = nullcontext() if anew else _reading_once()
    with _environment(env), _standard(out), reading, redirect_stdout(out), redirect_stderr(err):
        try:
            _command()(arguments, prog_name="kic")
        except SystemExit as end:
            code = int(end.code or 0)
    out.flush()
    err.flush()
    return code


@cache
def _command() -> typer.core.TyperGroup:
    """The command line, which takes longer to prepare than most answers to it."""
    return typer.main.get_command(app)  # type: ignore[return-value]


@contextmanager
def _reading_once() -> Iterator[None]:
    """Let commands share the figures that come with kic, where no others are given."""
    with pytest.MonkeyPatch.context() as patch:
        for commands in (request, publications):
            patch.setattr(commands, "read_dataset", _read)
        yield


def _read(
    data: Sequence[Path] | None,
    scope: Scope | None = None,
    *,
    context: bool = False,
    periods: Sequence[str] = (),
    **more: Any,
) -> kic.Dataset:
    if data or periods:
        return read_dataset(data, scope, context=context, periods=periods, **more)
    return _read_once(context)


@cache
def _read_once(context: bool) -> kic.Dataset:
    return read_dataset(None, context=context)


# What Python itself reads at its start, or a library when it is imported, is not heard here.
_TOO_LATE = ("PYTHON", "LANG", "LC_", "MPL", "MATPLOTLIB", "TERMINAL_WIDTH")


@contextmanager
def _environment(env: Mapping[str, str]) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        time.tzset()


def heard(env: Mapping[str, str]) -> bool:
    """Whether all these settings of a test can still make a difference."""
    return not [k for k in env if k.startswith(_TOO_LATE) and k != "PYTHONIOENCODING"]


@contextmanager
def _standard(out: TextIO) -> Iterator[None]:
    """Ask this stream for its width, and take back what Typer read when it was imported."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "__stdout__", out)  # where the width of a screen is asked
        patch.setattr(typer.rich_utils, "FORCE_TERMINAL", None)
        patch.setattr(typer.rich_utils, "MAX_WIDTH", None)
        yield
