"""What is written is named on stderr, and nothing is written that was not meant."""

import re
from pathlib import Path

import pytest

from kic.formats import FORMATS
from kic.publish import EXPORT_FORMATS
from tests.conftest import ENVIRONMENT, ROOT
from tests.end_to_end.conftest import Run
from tests.end_to_end.inprocess import answer

WRITING = [
    "show nareis -o out.csv",
    "find dakloos -o out.json",
    "cite nareis -o out.txt",
    pytest.param("chart nareis -o out.svg", marks=pytest.mark.needs("matplotlib")),
    "report armoede -o out.html",
    "schema output -o out.json",
    "init out.toml",
]


@pytest.mark.parametrize("command", WRITING)
def test_a_file_is_named_with_its_size(command: str, tmp_path: Path) -> None:
    """On stderr, in a line; --quiet says nothing and writes the same."""
    done = answer(command.split(), ENVIRONMENT, tmp_path)
    [path] = tmp_path.iterdir()
    data = path.read_bytes()
    size = f"{len(data)} bytes" if len(data) < 1000 else f"{len(data) / 1000:.0f} kB"
    assert (done.code, done.out) == (0, b"")
    assert done.err.decode() == f"kic: wrote {path.name}, {size}\n"
    path.unlink()
    quiet = answer([*command.split(), "--quiet"], ENVIRONMENT, tmp_path)
    assert quiet == (b"", b"", 0)
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("find xyzzy -o out.csv", 1),
        ("show nareis --columns value -o out.csv", 1),
        ("show nareis --columns value,colour", 2),
        ("show --region rotterdam --theme jeugdstrafrecht -o out.csv", 1),
    ],
)
def test_an_error_stands_alone(question: str, code: int, tmp_path: Path) -> None:
    """What is told beside an answer is told once it is written, and not beside an error."""
    (tmp_path / "out.csv").write_text("mine")
    done = answer(question.split(), ENVIRONMENT, tmp_path)
    assert (done.code, done.out, done.err.count(b"\n")) == (code, b"", 1)


def test_the_files_of_an_export_are_named(tmp_path: Path) -> None:
    """The folder with the size of all, and each file; -q says nothing."""
    done = answer(["export", "out", "--as", "csvw"], ENVIRONMENT, tmp_path)
    size, names = re.fullmatch(r"kic: wrote out, (\d+) kB: (.+)\n", done.err.decode()).groups()  # type: ignore[union-attr]
    written = {p.name: p.stat().st_size for p in (tmp_path / "out").iterdir()}
    assert sorted(names.split(", ")) == sorted(written)
    assert abs(sum(written.values()) / 1000 - int(size)) <= 0.5
    again = answer(["export", "out", "--as", "csvw", "--force", "-q"], ENVIRONMENT, tmp_path)
    assert again == (b"", b"", 0)


def test_quiet_leaves_errors(run: Run, tmp_path: Path) -> None:
    """An empty answer needs no word then, a file that cannot be written does."""
    empty = ("show", "jeugdstrafrecht", "--region", "rotterdam", "--format", "csv")
    assert run(*empty).stderr.startswith("kic: the answer is empty")
    assert run(*empty, "--quiet").stderr == ""
    done = run("show", "nareis", "-q", "-o", tmp_path / "nowhere" / "out.csv")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("kic: cannot write")


def test_a_folder_is_not_called_by_a_format_without_asking(tmp_path: Path) -> None:
    """It is told how to make that folder all the same, and nothing is made."""
    for name in (*FORMATS, *EXPORT_FORMATS):
        done = answer(["export", name], ENVIRONMENT, tmp_path)
        assert (done.code, done.out) == (2, b"")
        told = f"kic: '{name}' is a format; as the name of a folder it is ./{name}. Try: kic "
        assert done.err.decode().startswith(told)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_may_be_called_as_a_format(tmp_path: Path) -> None:
    """With a dot before it, with the form of publication beside it, or if it is there already."""
    for asked in (["./csv"], ["csvw", "--as", "csvw"], ["csv", "--force"]):
        assert answer(["export", *asked], ENVIRONMENT, tmp_path).code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == ["csv", "csvw"]


@pytest.mark.parametrize(
    "command", ["show --data in.json", "check in.json", "gaps --data in.json"]
)
@pytest.mark.parametrize("output", ["in.json", "link.json"])
def test_an_answer_does_not_take_the_place_of_what_is_read(
    command: str, output: str, tmp_path: Path
) -> None:
    """Not even with --force, and not by another name."""
    kept = (ROOT / "data" / "figures.toml").read_bytes()
    (tmp_path / "in.json").write_bytes(kept)
    (tmp_path / "link.json").symlink_to("in.json")
    done = answer([*command.split(), "-o", output, "--force"], ENVIRONMENT, tmp_path)
    told = b"kic: in.json is what is read; give --output another name.\n"
    assert done == (b"", told, 2)
    assert (tmp_path / "in.json").read_bytes() == kept
