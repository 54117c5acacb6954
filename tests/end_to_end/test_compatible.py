"""What earlier versions wrote: read with the same answers, or refused with what to do."""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kic.dataset.manifest import VERSION
from tests.compatible.keep import HERE, QUESTIONS
from tests.conftest import ROOT
from tests.end_to_end.conftest import Run
from tests.needs import package


def _version(path: Path) -> tuple[int, ...]:
    return tuple(map(int, path.name.split(".")))


KEPT = sorted((p for p in HERE.iterdir() if (p / "dataset.toml").exists()), key=_version)
READ = [path for path in KEPT if _version(path) >= (0, 5)]
ALIKE = [path for path in KEPT if _version(path) >= (0, 7)]  # of today's schema_version
SAID = {"nl", "en", "cautions", "notes"}  # sentences, that a version may put otherwise
_versions: Any = {"ids": lambda path: path.name}


def test_each_released_version_is_kept() -> None:
    """None is forgotten when the next is released."""
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"^## \[(\d[^]]*)\]", changes, re.MULTILINE)
    assert [path.name for path in KEPT] == released[::-1]


@pytest.mark.parametrize("kept", READ, **_versions)
def test_a_dataset_gives_the_figures_that_it_gave(kept: Path, run: Run) -> None:
    """Every figure, gap and statement of it, in every field that the version knew."""
    done = run("show", "--data", kept / "dataset.toml", "--format", "csv")
    now = list(csv.DictReader(done.stdout.splitlines()))
    assert not list(_lost(_rows(kept / "show.csv"), now))


@pytest.mark.parametrize("kept", [path for path in KEPT if path not in READ], **_versions)
def test_a_dataset_that_is_not_read_says_what_to_write(kept: Path, run: Run) -> None:
    """Each line has its place and the new word; nothing is answered in the meantime."""
    done = run("show", "--data", kept / "dataset.toml")
    assert (done.returncode, done.stdout) == (1, "")
    told = re.sub(r"^kic: \S+/dataset.toml:\d+:\d+: ", "", done.stderr, flags=re.MULTILINE)
    assert told == (HERE / "refused.txt").read_text("utf-8")


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("kept", ALIKE, **_versions)
def test_programs_find_what_they_found(kept: Path, question: str, run: Run) -> None:
    """Every key of the JSON and every column of the CSV is there, with the same value."""
    then = json.loads((kept / f"{question}.json").read_text("utf-8"))
    asked = (*QUESTIONS[question], "--data", kept / "dataset.toml", "--format")
    now = json.loads(run(*asked, "json").stdout)
    assert not list(_lost(then, now))
    rows = list(csv.DictReader(run(*asked, "csv").stdout.splitlines()))
    assert not list(_lost(_rows(kept / f"{question}.csv"), rows))


@pytest.mark.parametrize("kept", [path for path in KEPT if path not in ALIKE], **_versions)
def test_programs_are_told_that_the_json_is_another(kept: Path, run: Run) -> None:
    """What an older program cannot expect to find has another number of its version."""
    then = json.loads((kept / "show.json").read_text("utf-8"))
    now = json.loads(run("show", "ots", "--format", "json").stdout)
    assert then["schema_version"] < now["schema_version"]


@pytest.mark.parametrize("kept", [p for p in KEPT if (p / "parquet").exists()], **_versions)
def test_a_store_is_read_or_to_be_made_again(kept: Path, run: Run) -> None:
    """It gives what its dataset gives; one of another version, and older tables, are refused."""
    done = run("show", "--data", kept / "parquet", "--format", "csv")
    listed = kept / "parquet" / "store.parquet"
    versions = package("pyarrow.parquet").read_table(listed) if listed.exists() else None
    version = versions and versions["version"][0].as_py()
    if version == VERSION:
        now = list(csv.DictReader(done.stdout.splitlines()))
        assert not list(_lost(_rows(kept / "show.csv"), now))
        return
    told = f"is a store of version {version}, and this kic reads version {VERSION}: export it"
    older = "its tables are no store: export them again from their dataset"
    assert (done.returncode, done.stdout) == (1, "")
    assert (told if version else older) in done.stderr


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _lost(then: Any, now: Any, at: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    """Where an answer of now has not what one of then has."""
    if isinstance(then, dict):
        for key, value in then.items():
            if key not in now:
                yield (*at, key)
            elif key not in SAID:
                yield from _lost(value, now[key], (*at, key))
    elif isinstance(then, list) and len(then) == len(now):
        for number, (one, other) in enumerate(zip(then, now, strict=True)):
            yield from _lost(one, other, (*at, number))
    elif then != now:
        yield (*at, then, now)
