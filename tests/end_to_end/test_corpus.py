"""The corpus: what kic answers, kept as text so that every change of it shows as a diff.

``corpus/cases.toml`` names each answer and the command that asks for it, below the folder that
keeps it.  A command runs in a folder of its own that holds what is in ``corpus/data``, and
``mine.toml`` as ``kic init`` writes it; what it writes to files is read back as text.
"""

import difflib
import json
import re
import shlex
import shutil
import sqlite3
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from unicodedata import category

import html5lib
import openpyxl
import pytest
from openpyxl.cell import MergedCell

import kic
from tests.conftest import ENVIRONMENT, ROOT
from tests.end_to_end.conftest import KIC
from tests.end_to_end.inprocess import answer
from tests.end_to_end.terminal import on_screen, on_terminal
from tests.needs import package

CORPUS = ROOT / "tests" / "corpus"
SETTINGS = {"COLUMNS": "80"}
CASES = {
    f"{folder}/{name}": command
    for folder, cases in tomllib.loads((CORPUS / "cases.toml").read_text("utf-8")).items()
    for name, command in cases.items()
}
NEEDED = {"kic chart": "matplotlib", "--as parquet": "pyarrow"}  # by what is made of data
Done = tuple[str, str, int]  # what came out, on stdout and on stderr, and the exit code


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the datasets, to run in."""
    shutil.copytree(CORPUS / "data", tmp_path, dirs_exist_ok=True)
    shutil.copy(ROOT / "kic" / "template.toml", tmp_path / "mine.toml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", CASES)
def test_an_answer_is_as_it_is_kept(
    name: str, folder: Path, request: pytest.FixtureRequest
) -> None:
    """Every answer is as it was; with --rewrite it is kept as it is now."""
    for words, extra in NEEDED.items():
        if name.startswith("exports/") and words in CASES[name]:
            package(extra)
    path = CORPUS / f"{name}.txt"
    run = _on_screen if name.startswith("terminal/") else _in_process
    now = _transcript(CASES[name], folder, run)
    if request.config.getoption("--rewrite"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(now, "utf-8", newline="\n")
    kept = path.read_text("utf-8") if path.exists() else ""
    if kept != now:
        lines = difflib.unified_diff(
            kept.splitlines(), now.splitlines(), "kept", "now", lineterm="", n=1
        )
        told = "\n".join([*lines][:60])
        pytest.fail(
            f"{told}\n\nIf it is meant: pytest {Path(__file__).relative_to(ROOT)} --rewrite", False
        )


def test_nothing_is_kept_that_nobody_asks_for(request: pytest.FixtureRequest) -> None:
    """No file is left of a case that is no more; --rewrite deletes those."""
    wanted = {CORPUS / "cases.toml", *(CORPUS / f"{name}.txt" for name in CASES)}
    data = CORPUS / "data"
    stray = {p for p in CORPUS.rglob("*") if p.is_file() and data not in p.parents} - wanted
    if request.config.getoption("--rewrite"):
        for path in stray:
            path.unlink()
        stray = set()
    assert sorted(stray) == []


@pytest.mark.parametrize(
    "name",
    [
        *("embedded/show_xlsx", "odd/show_csv", "errors/data_shapes"),
        *("embedded/find", "embedded/cite", "embedded/schema_output", "template/init"),
        "terminal/compare",
    ],
)
def test_a_process_answers_alike(name: str, folder: Path) -> None:
    """What is kept was made in the process of the tests, and is what a real one puts in a pipe."""
    terminal = name.startswith("terminal/")
    real = _transcript(CASES[name], folder, _on_terminal if terminal else _as_process)
    assert real == _transcript(CASES[name], folder, _on_screen if terminal else _in_process)


def test_wrong_usage_is_one_line_and_exit_2() -> None:
    """What is wrong stands on stderr in a line of kic's own; nothing else is written."""
    kept = [path.read_text("utf-8") for path in (CORPUS / "errors").iterdir()]
    wrong = [text for text in kept if text.endswith("--- exit code 2\n")]
    line = re.compile(r"\$ kic .*\n--- stderr\nkic: .*\n--- exit code 2\n")
    assert [text for text in wrong if not line.fullmatch(text)] == []
    assert len(wrong) > 40


# ------------------------------------------------------------------------------- running


def _transcript(command: str, folder: Path, run: Callable[[list[str]], Done]) -> str:
    """What a person would see: the command, both streams, the exit code, the files written."""
    before = set(folder.rglob("*"))
    asked, _, most = command.partition(" | head -")
    program, *arguments = shlex.split(asked)
    assert program == "kic"
    out, err, code = run(arguments)
    if most:
        out = "".join(out.splitlines(keepends=True)[: int(most)])
    parts = [f"$ {command}\n", _ended(out)]
    if err:
        parts += ["--- stderr\n", _ended(err)]
    if code:
        parts += [f"--- exit code {code}\n"]
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p not in before):
        parts += [f"--- file {path.relative_to(folder)}\n", _ended(_read(path))]
        path.unlink()
    return "".join(parts)


def _in_process(arguments: list[str]) -> Done:
    done = answer(arguments, ENVIRONMENT | SETTINGS)
    return _decoded(done.out), _decoded(done.err), done.code


def _as_process(arguments: list[str]) -> Done:
    done = subprocess.run(
        [KIC, *arguments], env=ENVIRONMENT | SETTINGS, capture_output=True, check=False
    )
    return _decoded(done.stdout), _decoded(done.stderr), done.returncode


def _on_screen(arguments: list[str]) -> Done:
    """On a screen of 80 columns, without the colours, which nobody can read in a file."""
    return _colourless(*on_screen(*arguments, width=80))


def _on_terminal(arguments: list[str]) -> Done:
    return _colourless(*on_terminal(*arguments, width=80))


def _colourless(shown: str, code: int) -> Done:
    return re.sub(r"\x1b\[[0-9;]*m", "", shown), "", code


def _decoded(data: bytes) -> str:
    """A stream as text; bytes that are none are told by their number."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "(no text)"


def _ended(text: str) -> str:
    """Lines for the corpus: nothing of the machine, every character seen, the last line whole."""
    text = text.replace(str(ROOT), "KIC").replace(f"kic {kic.__version__}", "kic VERSION")
    for character in set(text) - {"\n", "\t"}:
        if category(character) in ("Cc", "Cf", "Zl", "Zp"):  # not seen, or what acts
            number = ord(character)
            seen = chr(0x2400 + number) if number < 32 else f"<U+{number:04X}>"  # ESC as ␛
            text = text.replace(character, seen)
    return text if text.endswith("\n") or not text else f"{text}\n--- no line end\n"


# ----------------------------------------------------------------------- files, read back


def _read(path: Path) -> str:
    read = _READERS.get(path.suffix)
    return "".join(f"{line}\n" for line in read(path)) if read else path.read_bytes().decode()


def _values(row: object) -> str:
    return json.dumps(row, ensure_ascii=False, default=str)


def _workbook(path: Path) -> Iterator[str]:
    for sheet in openpyxl.load_workbook(path).worksheets:
        yield f"# {sheet.title}"
        for row in sheet.iter_rows():
            yield _values([cell.value for cell in row if not isinstance(cell, MergedCell)])


def _database(path: Path) -> Iterator[str]:
    """The SQL that made it, and the rows of every table and view."""
    with closing(sqlite3.connect(path)) as connection:
        made = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        for name, sql in made.fetchall():
            yield f"{sql};"
            rows = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - names of kic
            yield from (_values(row) for row in rows)


def _columns(path: Path) -> Iterator[str]:
    """The fields of a Parquet file with what is told of them, and its rows."""
    table = package("pyarrow.parquet").read_table(path)
    yield from _told(table.schema.metadata)
    for field in table.schema:
        yield f"{field.name}: {field.type}{'' if field.nullable else ' not null'}"
        yield from (f"  {line}" for line in _told(field.metadata))
    yield from (_values([*row.values()]) for row in table.to_pylist())


def _told(metadata: dict[bytes, bytes] | None) -> Iterator[str]:
    for key, value in (metadata or {}).items():
        if not key.startswith((b"PARQUET:", b"ARROW:")):
            yield f"{key.decode()} = {value.decode()}"


_BESIDE = {"a", "abbr", "b", "button", "cite", "code", "em", "i", "label", "mark", "q", "small"}
_BESIDE |= {"span", "strong", "sub", "sup", "td", "th", "time", "wbr"}
_UNSEEN = {"script", "style"}


def _page(path: Path) -> Iterator[str]:
    """The words of a page, a block on a line, cells between bars and headings marked."""
    told = [""]

    def visit(element: Any) -> None:  # the tag of a comment is a function
        tag = str(element.tag).rpartition("}")[2]
        if callable(element.tag) or tag in _UNSEEN:
            return
        block = tag not in _BESIDE
        told.extend([""] * block)
        if re.fullmatch("h[1-6]", tag):
            told[-1] = "#" * int(tag[1]) + " "
        told[-1] += element.text or ""
        for child in element:
            visit(child)
            told[-1] += child.tail or ""
        told[-1] += " | " if tag in ("td", "th") else ""
        told.extend([""] * block)

    visit(html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False))
    yield from (line for line in (" ".join(line.split(" ")).strip() for line in told) if line)


def _picture(path: Path) -> Iterator[str]:
    """What a picture says to those who do not see it."""
    root = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag in ("title", "desc"):
            yield from (line for line in (element.text or "").splitlines() if line.strip())


_READERS: dict[str, Callable[[Path], Iterator[str]]] = {
    ".xlsx": _workbook,
    ".sqlite": _database,
    ".parquet": _columns,
    ".html": _page,
    ".svg": _picture,
}
