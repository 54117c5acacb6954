"""What the programs have in common: cases from a seed, and what is found kept with its input."""

import argparse
import faulthandler
import io
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import NamedTuple

import pytest

from tests.conftest import ENVIRONMENT
from tests.end_to_end.inprocess import Answer, answer
from tests.readers import inert

FOUND = "FOUND"
LONGEST = 20  # seconds of the processor that a case may take
MEMORY = 4_000_000_000  # bytes
_SAMPLED = 0.005  # of the questions that are asked in a process of their own too
KIC = Path(sys.executable).with_name("kic")
# These answer and end with 1: a check that was asked for failed.
ANSWERS_NO = {"validate", "--exit-code", "--fail-on-gaps"}


class FoundError(AssertionError):
    """What kic did is neither of the two outcomes that are allowed."""


class Kic(NamedTuple):
    """kic as a case asks it: in a folder of its own that holds its input."""

    random: Random
    folder: Path

    def ask(self, *arguments: str, stdin: bytes = b"") -> Answer:
        """The answer; raises FoundError for what is no allowed outcome."""
        (self.folder / ".asked").write_text(repr(arguments), "utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            told = answer(arguments, ENVIRONMENT | {"HOME": "."}, self.folder)
        _expect_outcome(told, arguments)
        writes = any(a.startswith(("-o", "--output", "init", "export")) for a in arguments)
        if self.random.random() < _SAMPLED and not writes:
            _expect_same(self.folder, told, arguments, stdin)
        return told


Case = Callable[[Kic], str]  # gives what came of it, in a word


def expect(holds: object, what: str) -> None:
    """Raise FoundError unless something holds."""
    if not holds:
        raise FoundError(what)


def _expect_outcome(told: Answer, arguments: Sequence[str]) -> None:
    """An answer, or one line of what is wrong: of a dataset one for each mistake in it."""
    lines = told.err.decode().splitlines()
    expect(told.code in (0, 1, 2), f"exit code {told.code}")
    expect(all(line.startswith("kic: ") for line in lines), "a line on stderr is not kic's")
    expect(inert(told.err.decode()), "stderr acts on a terminal")
    expect("memory" not in told.err.decode(), "there was not enough memory")
    expect(told.code == 0 or lines or ANSWERS_NO & {*arguments}, "nothing is told")
    expect(told.code == 0 or not told.out or ANSWERS_NO & {*arguments}, "half an answer")
    placed = re.match(r"kic: \S+\.toml", lines[0]) if lines else None
    expect(told.code == 0 or len(lines) < 2 or placed, "more than one line")


def _expect_same(folder: Path, told: Answer, arguments: Sequence[str], stdin: bytes) -> None:
    """Raise FoundError unless a process of its own does the same."""
    done = subprocess.run(
        [KIC, *arguments],
        env=ENVIRONMENT | {"HOME": str(folder)},
        cwd=folder,
        input=stdin,
        capture_output=True,
        timeout=LONGEST,
        check=False,
    )
    expect((done.stdout, done.stderr, done.returncode) == told, "a process tells other")


def run_case(case: Case, seed: str, keep: Path, longest: int = LONGEST) -> str:
    """What came of a case; of one that found something the input is kept, with why."""
    with TemporaryDirectory() as folder:
        try:
            with _at_most(longest):
                return case(Kic(Random(seed), Path(folder)))
        except Exception:
            shutil.rmtree(keep, ignore_errors=True)
            shutil.copytree(folder, keep, symlinks=True)
            (keep / "why.txt").write_text(traceback.format_exc(), "utf-8")
            return FOUND


@contextmanager
def _at_most(seconds: int) -> Iterator[None]:
    """Raise FoundError after so many seconds of the processor, or ten times as many of waiting."""

    def end(*_: object) -> None:
        raise FoundError(f"it takes more than {seconds} seconds")

    kinds = (signal.SIGPROF, signal.SIGALRM)
    before = [signal.signal(kind, end) for kind in kinds]
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.alarm(10 * seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.alarm(0)
        for kind, handler in zip(kinds, before, strict=True):
            signal.signal(kind, handler)


def main(case: Case, longest: int = LONGEST) -> None:
    """Run cases for as long as is asked, and tell how many, and what came of them."""
    name = Path(sys.argv[0]).stem
    parser = argparse.ArgumentParser(prog=name)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--only", type=int, help="the number of one case, to run it again")
    parser.add_argument("--keep", type=Path, default=Path("found"), help="where findings go")
    given = parser.parse_args()
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    began, came = time.monotonic(), Counter[str]()
    _say(f"{name}: seed {given.seed}")
    for number in count() if given.only is None else [given.only]:
        keep = given.keep / f"{name}-{given.seed}-{number}"
        came[outcome := run_case(case, f"{given.seed}:{number}", keep, longest)] += 1
        if outcome == FOUND:
            _say(f"case {number}: see {keep}")
        if time.monotonic() - began > given.minutes * 60:
            break
    told = ", ".join(f"{n} {outcome}" for outcome, n in sorted(came.items()))
    minutes = (time.monotonic() - began) / 60
    _say(f"{name}: seed {given.seed}, {minutes:.1f} minutes, {came.total()} cases: {told}")
    sys.exit(came[FOUND] > 0)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
