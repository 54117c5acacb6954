"""Two datasets on the command line: which are read together, what comes out, and the exit code."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import kic
from kic.formats import FORMATS
from tests.conftest import MINIMAL, ROOT, exact, figure, gaps, indicator, saved, sequel
from tests.end_to_end.conftest import Run

EMBEDDED = ROOT / "data" / "figures.toml"


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A dataset with a number and a gap."""
    lacking = indicator("b", figure("2020", 'registration = "unavailable"'), gaps(""))
    return saved(tmp_path / "2020.toml", MINIMAL + indicator("a", exact("2020", 7)) + lacking)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """An edition that revises the number and fills the gap, in a folder of its own."""
    (tmp_path / "elsewhere").mkdir()
    filled = f"\n[indicators.b]\nfigures = [\n{exact('2021', 3)}]\n"
    return saved(tmp_path / "elsewhere" / "2021.toml", sequel(exact("2020", 8)) + filled)


def test_an_edition_is_read_with_the_older_one_that_it_builds_on(
    run: Run, first: Path, second: Path
) -> None:
    """Wherever that is; the answer tells what the edition revises, adds and closes."""
    done = run("diff", first, second, "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    line = done.stdout.splitlines()[0]
    told = "1 gap with a number now, 1 figure revised, 1 figure added"
    assert line == f"{told} (from proef 1.0.0 to vervolg 1.0.0)"


def test_an_edition_stands_on_the_version_that_it_is_held_against(
    run: Run, tmp_path: Path, first: Path, second: Path
) -> None:
    """A later version beside it is another dataset."""
    text = first.read_text("utf-8").replace("value = 7", "value = 6")
    saved(second.with_name("2020.toml"), text.replace('version = "1.0.0"', 'version = "1.1.0"'))
    [row] = json.loads(run("diff", first, second, "--indicator", "a", "--json").stdout)["records"]
    assert (row["old_value"], row["value"]) == (7, 8)
    both = run("diff", first, second.parent, "--indicator", "a", "--json").stdout
    assert [r["old_value"] for r in json.loads(both)["records"]] == [7]
    assert [head["version"] for head in json.loads(both)["query"]["new"]] == ["1.1.0", "1.0.0"]


def test_an_edition_may_be_the_older_one(run: Run, first: Path, second: Path) -> None:
    """Whoever asks the other way round is told what would go."""
    line = run("diff", second, first, "--lang", "en").stdout.splitlines()[0]
    assert line == "1 figure revised, 1 figure gone (from vervolg 1.0.0 to proef 1.0.0)"


def test_without_a_newer_one_it_is_what_comes_with_kic(run: Run, tmp_path: Path) -> None:
    """But what builds on that is newer, and is told as such."""
    text = EMBEDDED.read_text("utf-8")
    version = kic.load().info.version
    older = saved(tmp_path / "old.toml", text.replace(f'"{version}"', '"0.1.0"'))
    assert (
        f"from kinderrechten-in-cijfers-2020 0.1.0 to {version})"
        in (run("diff", older, "--lang", "en").stdout.splitlines()[0])
    )
    line = run("diff", ROOT / "data" / "context" / "armoede.toml", "--lang", "en").stdout
    assert "figures added (from kinderrechten-in-cijfers-2020" in line.splitlines()[0]


def test_what_does_not_differ_is_said(run: Run, first: Path) -> None:
    """In words for people, as no rows for programs, with nothing on stderr."""
    for arguments in ((first, first), (EMBEDDED,)):
        done = run("diff", *arguments, "--lang", "en", "--exit-code")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("No difference in figures, gaps, definitions and statements")
    data = json.loads(run("diff", first, first, "--json").stdout)
    assert data["records"] == []
    assert len(run("diff", first, first, "--format", "csv").stdout.splitlines()) == 1


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_the_differences(
    run: Run, name: str, tmp_path: Path, first: Path, second: Path
) -> None:
    """Also into a file; with --exit-code the answer comes out and the code is 1."""
    out = tmp_path / "answer"
    done = run("diff", first, second, "--exit-code", "--format", name, "--output", out)
    assert done.returncode == 1
    assert out.stat().st_size > 300
    if name != "xlsx":
        assert "8" in out.read_text("utf-8")


@pytest.mark.parametrize(
    "choice",
    [
        (),
        ("--columns", "difference,id,fields,old,value"),
        ("--sort", "difference", "--limit", "1"),
    ],
)
def test_the_json_is_that_of_the_schema(
    run: Run, first: Path, second: Path, choice: tuple[str, ...]
) -> None:
    """Each difference with the fields that differ, and both of their values."""
    schema = json.loads(run("schema", "output").stdout)
    data = json.loads(run("diff", first, second, "--json", *choice).stdout)
    Draft202012Validator(schema).validate(data)
    [revised] = [r for r in data["records"] if r["difference"] == "revised"] or [None]
    if revised:
        fields = {field["field"]: (field["old"], field["new"]) for field in revised["fields"]}
        assert fields["value"] == (7, 8)
        assert (revised["old"]["source"], revised["value"]) == ("bron", 8)


def test_the_first_differences_are_those_that_are_read_first(
    run: Run, first: Path, second: Path
) -> None:
    """The line counts them all, and what is left out is said."""
    done = run("diff", first, second, "--limit", "1", "--lang", "en").stdout
    assert done.startswith("1 gap with a number now, 1 figure revised, 1 figure added")
    assert "Not shown: 2 differences (--limit 1)." in done
    assert "About a" not in done


def test_a_value_is_never_without_its_exactness_where_rows_are_sorted(
    run: Run, tmp_path: Path
) -> None:
    """Neither the one before."""
    more, less = (
        saved(
            tmp_path / f"{name}.toml",
            MINIMAL + indicator("a", figure("2020", f'qualifier = "{name}", {key} = 300')),
        )
        for name, key in (("more_than", "above"), ("less_than", "below"))
    )
    done = run("diff", more, less, "--sort", "period", "--lang", "en").stdout
    assert "more than 300" in done
    assert "fewer than 300" in done


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("{first}", "nowhere.toml"), 1, "nowhere.toml"),
        (("nowhere.toml", "{first}"), 1, "nowhere.toml"),
        (("{first}", "{broken}"), 1, "broken.toml"),
        (("{first}", "{first}", "--indicator", "nothing"), 2, "unknown indicator 'nothing'"),
        (("{first}", "{first}", "--period", "1812"), 2, "nothing has the period '1812'"),
        ((), 2, "missing argument"),
    ],
)
def test_what_cannot_be_compared_is_one_line(
    run: Run, tmp_path: Path, first: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """And nothing on stdout."""
    broken = saved(tmp_path / "broken.toml", first.read_text("utf-8") + "\nfigures = 3 4\n")
    done = run("diff", *(a.format(first=first, broken=broken) for a in arguments))
    assert (done.returncode, done.stdout) == (code, "")
    [line] = done.stderr.splitlines()
    assert told in line
