"""Files as they come: given twice, from a pipe, without an end, or full of something else."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
import tomli

import kic
from kic.dataset import United, editions, embedded, reading, unite, validation
from kic.dataset.editions import Edition
from kic.dataset.page.language import language
from kic.model.errors import DatasetError, Problem
from kic.model.text import LANGS
from tests.cases import each
from tests.conftest import ENVIRONMENT, MINIMAL, NEXT, exact, indicator, saved
from tests.hostile import toml
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
ADDED = f"{NEXT}\n[indicators.a]\nfigures = [\n{exact('2021', 9)}\n]\n"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A dataset with a statement and two figures."""
    path = tmp_path / "first.toml"
    path.write_text(TEXT, "utf-8")
    return path


def _lines(data: Any) -> tuple[str, ...]:
    with pytest.raises(DatasetError) as refused:
        kic.load(data)
    return refused.value.lines


# ---------------------------------------------------------------------- given more than once


def test_the_same_file_twice_counts_once(tmp_path: Path, first: Path) -> None:
    """By the same path, another one, a link, a hard link, or its folder."""
    (tmp_path / "link.toml").symlink_to(first)
    (tmp_path / "hard.toml").hardlink_to(first)
    (tmp_path / "sub").mkdir()
    for other in (first, tmp_path / "sub" / ".." / first.name, tmp_path / "link.toml", tmp_path):
        dataset = kic.load([first, other])
        assert (len(dataset.records), len(dataset.statements)) == (2, 1), other
        assert [i.id for i in dataset.editions] == ["proef"]
    reports = validation.validate([first, tmp_path / "hard.toml"])
    assert [report.path for report in reports] == [first]
    assert len(validation.validate([None, embedded()])) == 1


@pytest.mark.parametrize("builds_on", ["", 'builds_on = "proef"'])
def test_one_id_in_two_files_is_an_error_that_names_both(
    tmp_path: Path, first: Path, builds_on: str
) -> None:
    """A copy, or an edition with the id of its base; in whatever order and way."""
    text = TEXT.replace('source = "bron"', f'source = "bron"\n{builds_on}', 1)
    copy = saved(tmp_path / "kopie.toml", text)
    for data in ([first, copy], [copy, first], tmp_path):
        [line] = _lines(data)
        assert str(first) in line
        assert str(copy) in line
        assert "'proef'" in line
    reports = validation.validate([first, copy])
    assert [not report.problems for report in reports] == [True, not builds_on]


def test_two_editions_with_one_id_are_an_error(tmp_path: Path, first: Path) -> None:
    """The second is no revision of the first."""
    one = saved(tmp_path / "a.toml", ADDED)
    two = saved(tmp_path / "b.toml", ADDED.replace("value = 9", "value = 8"))
    assert _lines([first, one, two]) == (
        f"{two}: has the id 'vervolg' of {one}; give one of the two, or another id",
    )
    reports = {
        r.path: [str(p) for p in r.problems] for r in validation.validate([first, one, two])
    }
    assert reports == {
        first: [],
        one: [],
        two: [f"has the id 'vervolg' of {one}; give one of the two, or another id"],
    }
    assert not any(r.problems for r in validation.validate([first, one]))


def test_an_edition_with_the_id_of_the_embedded_dataset_is_an_error(tmp_path: Path) -> None:
    """It says that it builds on what it calls itself."""
    base = kic.load().info.id
    text = ADDED.replace('"proef"', f'"{base}"')
    path = saved(tmp_path / "x.toml", text.replace('"vervolg"', '"kinderrechten-in-cijfers-2020"'))
    [line] = _lines(path)
    assert str(path) in line
    assert str(kic.load().path) in line


def test_every_file_is_read_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, first: Path
) -> None:
    """Also where a fault has to be found again in its text."""
    opened: list[Path] = []
    read = reading.read_text

    def counted(path: Path) -> str:
        opened.append(path)
        return read(path)

    monkeypatch.setattr(editions, "read_text", counted)
    second = saved(tmp_path / "second.toml", ADDED.replace("value = 9", "value = -9"))
    reports = validation.validate([first, second])
    assert [len(report.problems) for report in reports] == [0, 1]
    assert opened == [first, second]


def test_files_that_build_on_each_other_are_validated_together_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, first: Path
) -> None:
    """Where none of them has a fault."""
    second = saved(tmp_path / "second.toml", ADDED)
    reads, validations = counted(monkeypatch)
    assert not any(report.problems for report in validation.validate([first, second]))
    assert reads == [first, second]
    assert len(validations) == 1


@pytest.mark.parametrize("with_first", [False, True])
def test_a_page_is_held_against_files_that_are_read_once(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, with_first: bool
) -> None:
    """And so are the page, that of the last, and the embedded dataset, given or built on."""
    files: list[Path | None] = [None] if with_first else []
    for name, base in (("eerste", kic.load().info.id), ("tweede", "eerste")):
        text = (
            f'[dataset]\nid = "{name}"\nbuilds_on = "{base}"\nversion = "1.0.0"\n'
            'source = "eigen"\nlicense = "CC0-1.0"\ntitle = { nl = "x", en = "y" }\n'
            '[sources.eigen]\npublisher = "x"\ntitle = "y"\n'
            'layout = { lang = "nl" }\n[indicators]\n'
        )
        files.append(saved(tmp_path / f"{name}.toml", text))
    page = saved(tmp_path / "page.txt", "- 9\n")
    for lang in LANGS:
        language(lang)  # its words are read once for all pages
    opened: list[Path] = []
    original = Path.open

    def counted(path: Path, mode: str) -> Any:
        opened.append(path)
        return original(path, mode)

    monkeypatch.setattr(Path, "open", counted)
    reports = validation.validate(files, page)
    assert [bool(report.page) for report in reports] == [False] * (len(files) - 1) + [True]
    assert sorted(opened) == sorted([embedded(), page, *(path for path in files if path)])


@pytest.fixture
def fifo(tmp_path: Path) -> Path:
    """A pipe in the file system."""
    path = tmp_path / "pipe.toml"
    os.mkfifo(path)
    return path


def test_a_pipe_is_waited_for(fifo: Path) -> None:
    """Whoever writes may come later, and write in pieces."""

    def write() -> None:
        with fifo.open("wb", buffering=0) as stream:
            for start in range(0, len(TEXT), 400):
                stream.write(TEXT.encode()[start : start + 400])

    writer = threading.Timer(0.2, write)
    writer.start()
    assert len(kic.load(fifo).records) == 2
    writer.join()


def test_what_is_not_there_is_told_apart_from_what_cannot_be_read(
    tmp_path: Path, first: Path
) -> None:
    """The one who typed the name has something else to do about each."""
    assert _lines(tmp_path / "none.toml") == (f"{tmp_path / 'none.toml'}: no such file",)
    assert _lines(first / "x.toml") == (f"{first / 'x.toml'}: cannot be read: not a directory",)
    with pytest.raises(DatasetError, match="cannot be read: embedded null byte"):
        kic.load("a\0b")
    with pytest.raises(DatasetError, match=r"page\.txt: no such file"):
        validation.validate([first], tmp_path / "page.txt")


@pytest.mark.parametrize(
    ("most", "told"),
    [
        (None, "a dataset is read up to 64 MB"),
        (reading.LONGEST, "a text is read up to 2 MB"),
    ],
)
def test_what_is_too_large_is_not_read(tmp_path: Path, most: int | None, told: str) -> None:
    """A byte less, and it is: bytes of nothing are no text."""
    path = tmp_path / "x"
    size = most or reading.LARGEST
    for more, message in ((0, "is a binary file; a text file is needed"), (1, told)):
        with path.open("wb") as file:
            file.truncate(size + more)
        with pytest.raises(DatasetError, match=message):
            reading.read_text(path, most)


def test_what_is_no_text_is_told_with_its_line(tmp_path: Path) -> None:
    """Of a file in another encoding the first byte that is none in UTF-8."""
    path = tmp_path / "x.toml"
    path.write_bytes(b"a = 1\n\nb = '\xe9\xe9n'\n")
    assert _lines(path) == (
        f"{path}:3: is not UTF-8: save it again with that encoding (found byte 0xe9)",
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_in_two_bytes_a_letter_is_told_as_what_it_is(tmp_path: Path, encoding: str) -> None:
    """With or without a mark at its beginning; what only has some bytes of nothing is no text."""
    path = tmp_path / "x.toml"
    path.write_bytes("a = 'één'\n".encode(encoding))
    assert _lines(path) == (f"{path}: is UTF-16: save it again as UTF-8",)
    path.write_bytes(b"a\0b = 1\n")
    assert _lines(path) == (f"{path}: is a binary file; a text file is needed",)


def test_a_text_comes_from_stdin_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """As from a file; where there is none, that is told."""
    for content, text in ((b"\xef\xbb\xbfEr zijn 12", "Er zijn 12"), (b"", "")):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(content)))
        assert reading.read_stdin() == text
    for stdin, told in (
        (None, "stdin: is closed"),
        (TextIOWrapper(BytesIO(b"x" * 2_000_001)), "stdin: is too large; a text is read up to 2"),
    ):
        monkeypatch.setattr(sys, "stdin", stdin)
        with pytest.raises(DatasetError, match=told):
            reading.read_stdin()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is empty; a dataset needs at least [dataset] and [indicators]"),
        ("x = 1\n", "is TOML but no kic dataset: it has no [dataset] and [indicators]"),
        ("indicators = {}\ndataset = 1\n", "is TOML but no kic dataset: it has no [dataset]"),
    ],
)
def test_toml_that_is_no_dataset_is_told_so(tmp_path: Path, text: str, told: str) -> None:
    """With the tables that it lacks."""
    path = saved(tmp_path / "x.toml", text)
    assert _lines(path) == (f"{path}: {told}",)


def test_a_folder_that_cannot_be_read_or_is_a_store_is_no_dataset(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, first: Path
) -> None:
    """A store stands alone: its figures are not those of a file."""
    (tmp_path / "sub").mkdir()
    saved(tmp_path / "sub" / "store.parquet", "")
    [line] = _lines([first, tmp_path / "sub"])
    told = "is a store of Parquet: give it alone, and where no TOML is asked for"
    assert line == f"{tmp_path / 'sub'}: {told}"

    def refuse(_: Path) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    assert _lines(tmp_path) == (f"{tmp_path}: cannot be read: permission denied",)


def test_a_folder_stands_for_its_datasets(tmp_path: Path, first: Path) -> None:
    """Not for what is hidden, as an editor leaves it; one without any is told."""
    saved(tmp_path / ".copy.toml", "[")
    saved(tmp_path / "notes.txt", "[")
    assert kic.load(tmp_path).path == first
    (tmp_path / "sub").mkdir()
    assert _lines(tmp_path / "sub") == (
        f"{tmp_path / 'sub'}: is a folder without a dataset (FILE.toml)",
    )
    saved(tmp_path / "sub" / "parts.parquet", "")
    [line] = _lines(tmp_path / "sub")
    assert line.endswith("; its tables are no store: export them again from their dataset")


# --------------------------------------------------------------------- what stands in a file

GARBAGE = ["@@ geen toml ^^\n", "=\n", "]]]{", "a = [\n"]


@pytest.mark.parametrize("garbage", GARBAGE)
def test_garbage_is_told_in_few_lines_and_little_memory(tmp_path: Path, garbage: str) -> None:
    """Four megabytes of it: at most 20 errors, each short, and how many more there are."""
    path = saved(tmp_path / "x.toml", garbage * (4_000_000 // len(garbage)))
    code = (
        "import resource\n"
        "resource.setrlimit(resource.RLIMIT_AS, (400_000_000, -1))\n"
        "from kic.dataset.validation import validate, as_lines\n"
        f"print('\\n'.join(as_lines(validate([{str(path)!r}]))))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert len(lines) <= 22
    assert all(len(line) < 400 for line in lines)


def _kinds() -> Iterator[tuple[tuple[str, ...], object]]:
    tables = ("sources", "organisations", "themes", "regions", "units", "statements")
    inner = [("indicators", "a"), *(("indicators", "a", key) for key in ("figures", "gaps"))]
    for at in [*((table,) for table in (*tables, "not_figures")), *inner]:
        values: list[object] = [5, "x", True, 1.5, [], {}, [5], ["x"], [[]], {"x": 5}]
        yield from ((at, value) for value in values)


@pytest.mark.parametrize("is_edition", [False, True], ids=["alone", "as an edition"])
def test_a_value_of_another_kind_is_an_error_with_a_line(
    tmp_path: Path, first: Path, is_edition: bool
) -> None:
    """Wherever a table or a list is expected; never a traceback."""
    for at, value in _kinds():
        raw: Any = tomli.loads(ADDED if is_edition else TEXT)
        node = raw
        for key in at[:-1]:
            node = node[key]
        node[at[-1]] = value
        text = "\n".join(f"{key} = {toml(item)}" for key, item in raw.items())
        path = saved(tmp_path / "x.toml", text)
        others = [first] if is_edition else []
        for report in validation.validate([*others, path]):
            assert all(isinstance(problem, Problem) for problem in report.problems)
        if value in (5, "x"):
            lines = _lines([*others, path])
            assert any(":" in line.removeprefix(str(path)) for line in lines), (at, value)


@each("depth", [60, 300, 600, 800, 1000, 10_000])
@each("form", ["[{}]\nx = 1\n", "{} = 1\n", "x = {{ {} = 1 }}\n", "[[{}]]\nx = 1\n"])
def test_tables_in_tables_without_end_are_refused(tmp_path: Path, depth: int, form: str) -> None:
    """In one line, whichever way they are written."""
    text = form.format(".".join("a" * depth))
    path = saved(tmp_path / "x.toml", text + TEXT if form[0] != "[" else TEXT + text)
    [line] = _lines(path)
    refusals = "deep; at most 50 are read", "TOML key has more than the allowed 1000 parts"
    assert line.endswith(refusals)
    assert len(line) < 300


LONG = 100_000


@each(
    ("right", "wrong"),
    [
        ('"2019"', f'"{"2" * LONG}"'),
        ('"2019"', "0x" + "f" * LONG),
        ("value = 5", f"value = 0x{'f' * LONG}"),
        ("value = 5", f"{'v' * LONG} = 5"),
        ("value = 5", f'value = "{"5" * LONG}"'),
        ('"exact"', f'"{"e" * LONG}"'),
        ('unit = "kinderen"', f'unit = "{"k" * LONG}"'),
        ('id = "proef"', f'id = "{"P" * LONG}"'),
        ('id = "proef"', f'id = "proef"\nbuilds_on = "{"p" * LONG}"'),
        ("[indicators.a]", f"[indicators.{'A' * LONG}]"),
        ("[indicators.a]", f"[{'i' * LONG}]\n[indicators.a]"),
        ('"thema/cijfers/1"', f'"{"t" * LONG}/1"'),
        ("[indicators.a]", "[indicators.a]\n" + "b" * LONG),
    ],
    ids=lambda text: text[:20],
)
def test_no_line_of_an_error_is_long(tmp_path: Path, right: str, wrong: str) -> None:
    """What was found is quoted in a short excerpt, whatever was found where."""
    path = saved(tmp_path / "x.toml", TEXT.replace(right, wrong, 1))
    for report in validation.validate([path]):
        assert report.problems
        assert max(map(len, validation.as_lines([report]))) < 1000
    assert max(map(len, _lines(path))) < 1000


# -------------------------------------------------------------------------- chains of editions


def _chain(folder: Path, length: int) -> list[Path]:
    """A dataset and editions that each build on the one before."""
    files = [saved(folder / "0.toml", TEXT)]
    for number in range(1, length):
        base = "proef" if number == 1 else f"e{number - 1}"
        text = ADDED.replace('"proef"', f'"{base}"').replace("2021", str(2020 + number))
        text = text.replace('id = "vervolg"', f'id = "e{number}"')
        files.append(saved(folder / f"{number}.toml", text))
    return files


def test_a_chain_is_checked_in_steps_that_do_not_grow(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A whole chain is put together once, or a few times to find a fault in it."""
    files = _chain(tmp_path, 64)
    times: list[int] = []

    def counted(files: list[Edition], **given: Any) -> United:
        times.append(len(files))
        return unite(files, **given)

    monkeypatch.setattr(validation, "unite", counted)
    reports = validation.validate(files)
    assert times == [64]
    assert [report.counts.figures for report in reports if report.counts] == list(range(2, 66))
    assert not any(report.problems for report in reports)
    saved(files[40], files[40].read_text("utf-8").replace("value = 9", "value = -9"))
    times.clear()
    reports = validation.validate(files)
    assert len(times) < 12
    assert [n for n, report in enumerate(reports) if report.counts] == list(range(40))
    [problem] = reports[40].problems
    assert "a count is not below 0" in problem.message
    assert reports[41].problems[0].message == "builds on 'e40', which cannot be used"


def test_a_fault_that_a_later_edition_brings_about_is_told_of_that_one(
    tmp_path: Path, first: Path
) -> None:
    """Though it stands in an earlier file, which is sound without it."""
    rises = exact("2020", 7).replace("qualifier", 'trend = "up", qualifier')
    base = saved(first, TEXT.replace(exact("2020", 7), rises))
    revised = saved(tmp_path / "b.toml", ADDED.replace(exact("2021", 9), exact("2019", 8)))
    reports = validation.validate([base, revised])
    assert [len(report.problems) for report in reports] == [0, 1]
    assert reports[1].problems[0].path == base
    third = ADDED.replace('"proef"', '"vervolg"').replace('id = "vervolg"', 'id = "slot"')
    reports = validation.validate([base, revised, saved(tmp_path / "c.toml", third)])
    assert [len(report.problems) for report in reports] == [0, 1, 1]
    assert reports[2].problems[0].message == "builds on 'vervolg', which cannot be used"
