"""A store at the command line: the same answers as from TOML, and what only a large one has."""

import csv
import json
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ENVIRONMENT, MINIMAL, NEXT, ROOT, exact, indicator, saved
from tests.end_to_end.conftest import KIC, Run

pytestmark = pytest.mark.needs("pyarrow", "duckdb")

ARTICLE = ROOT / "tests" / "corpus" / "data" / "article.txt"
QUESTIONS = [
    "themes",
    "show migratie --format json",
    "show nareis --notes",
    "show migratie/cijfers/3 --format html",
    "show --period latest --region caribisch --format csv",
    "compare --lang en",
    "compare ots --per 1000",
    "compare --share --format markdown",
    "compare gesloten_jeugdzorg --context",
    "compare nareis --period 1999",
    "gaps --by named --format plain",
    "gaps --region caribisch --json",
    "gaps --grid --format tsv",
    "find dakloos --json",
    "find daklos",
    "cite nareis --style bibtex",
    "show migrati",
    f"check {ARTICLE}",
]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """The figures that come with kic, as a store."""
    folder = tmp_path_factory.mktemp("stores") / "small"
    assert run("export", folder, "--as", "parquet", "-q").returncode == 0
    return folder


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of more figures than are read at once."""
    folder = tmp_path_factory.mktemp("stores") / "large"
    script = ROOT / "bench" / "generate.py"
    command = [sys.executable, str(script), "21000", str(folder), "700"]
    subprocess.run(command, check=True, env=ENVIRONMENT)
    return folder


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_store_answers_as_its_dataset_does(run: Run, small: Path, question: str) -> None:
    """To the letter, in any format, also where there is no answer."""
    answers = (run(*question.split()), run(*question.split(), "--data", small))
    one, other = ((a.returncode, a.stdout, a.stderr) for a in answers)
    assert one == other


def test_a_store_of_an_edition_keeps_it_beside_other_figures(run: Run, tmp_path: Path) -> None:
    """What it revises and adds counts with --context too, as it does from TOML."""
    figures = exact("2020", 290) + exact("2021", 301)
    text = NEXT.replace('"proef"', '"kinderrechten-in-cijfers-2020"')
    named = f"{text}\n[indicators.gezinshereniging_wachttijd]\nfigures = [\n{figures}\n]\n"
    named = named.replace("thema/cijfers/1", "migratie/cijfers/3")
    edition = saved(tmp_path / "edition.toml", named)
    store = tmp_path / "store"
    assert run("export", store, "--as", "parquet", "-q", "--data", edition).returncode == 0
    asked = ("compare", "gezinshereniging_wachttijd", "--context", "--data")
    typed, kept = (run(*asked, data) for data in (edition, store))
    assert "301" in typed.stdout
    assert (kept.stdout, kept.stderr) == (typed.stdout, typed.stderr)


def test_a_folder_is_a_store_or_has_toml(run: Run, small: Path, tmp_path: Path) -> None:
    """Which of the two a question is about is not guessed, and they are not put together."""
    both = shutil.copytree(small, tmp_path / "both")
    saved(both / "a.toml", MINIMAL + indicator("a", exact("2020", 5)))
    for command in ("show", "gaps"):
        done = run(command, "--data", both)
        assert (done.returncode, done.stdout) == (1, ""), command
        assert (
            done.stderr
            == f"kic: {both}: holds a store, and also a.toml; give each a folder of its own\n"
        )
    done = run("export", both, "--as", "parquet", "--force")
    assert (done.returncode, done.stderr) == (
        2,
        f"kic: {both} holds a.toml; a store needs a folder of its own.\n",
    )


def test_a_report_and_a_chart_are_made_of_a_store(run: Run, small: Path, tmp_path: Path) -> None:
    """The same page as from TOML."""
    for name, data in (("a.html", []), ("b.html", ["--data", small])):
        assert run("report", "migratie", "-q", "--output", tmp_path / name, *data).returncode == 0
    assert (tmp_path / "a.html").read_text("utf-8") == (tmp_path / "b.html").read_text("utf-8")


def test_people_get_the_beginning_of_what_is_large(run: Run, large: Path) -> None:
    """At most 200 lines, how much there is of it, and how to get all."""
    done = run("show", "--format", "plain", "--lang", "en", "--data", large)
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert lines[0] == "210 indicators; this is the beginning: 2 of them, on 200 lines"
    assert 200 < len(lines) < 220
    assert "--format csv, tsv or jsonl" in done.stdout


def test_programs_get_all_of_what_is_large(run: Run, large: Path, tmp_path: Path) -> None:
    """Every row under one head, in the order of the figures."""
    path = tmp_path / "rows.csv"
    done = run("show", "--output", path, "--columns", "indicator,value", "--data", large)
    assert (done.returncode, done.stdout) == (0, "")
    with path.open(newline="") as file:
        ids = [row["indicator"] for row in csv.DictReader(file)]
    assert len(ids) == 21_000
    assert [*dict.fromkeys(ids)] == [f"k{k}x_{n}" for k in range(30) for n in range(7)]


def test_a_reader_who_leaves_stops_the_rest(large: Path) -> None:
    """A pipe that closes ends a large answer quietly."""
    command = f"'{KIC}' show --format jsonl --data '{large}' | head -1"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, env=ENVIRONMENT, timeout=60
    )
    assert json.loads(done.stdout)["indicator"] == "k0x_0"
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("themes", "210 indicators: 210 with a number; 300 gaps"),
        ("gaps", "300 gaps, stated by the source"),
        ("gaps --region streek_3", "30 gaps about District 3"),
        ("gaps --grid", "300 gaps"),
        ("compare --order percent", "210 indicators; this is the beginning: "),
        ("compare --order percent --limit 2", "210 indicators; this is the beginning: 2 of them"),
        ("show thema_3 --region streek_1", "Theme 3, 30 indicators: 30 with a number"),
        ("show k5x_3 --period 1972", "3 k5x in English: "),
    ],
)
def test_a_large_store_is_asked_as_any_dataset(
    run: Run, large: Path, question: str, answer: str
) -> None:
    """What is counted, what is ranked, and what is small enough to be read."""
    done = run(*question.split(), "--lang", "en", "--data", large)
    assert (done.returncode, done.stderr) == (0, "")
    assert answer in done.stdout.splitlines()[0]


@pytest.mark.parametrize(
    ("question", "code", "message"),
    [
        ("show --json", 1, "the answer is about 21000 figures, and at most 20000 are read at"),
        ("show --sort value", 2, "--sort puts a whole answer in order"),
        ("show k5x_33", 2, "unknown theme or indicator 'k5x_33'; did you mean 'k5x_3'"),
        ("show --period 1850", 2, "nothing has the period '1850'; the dataset has 1920, 1921"),
        ("report --output x.html", 1, "name a theme"),
        (f"check {ARTICLE}", 1, "a text is held against a whole dataset, and this store has more"),
        ("themes --engine duck", 1, "an engine is duckdb or sc://HOST:PORT (found 'duck')"),
    ],
)
def test_what_a_large_store_does_not_answer(
    run: Run, large: Path, question: str, code: int, message: str
) -> None:
    """One line that says why, and nothing on stdout."""
    done = run(*question.split(), "--data", large)
    assert (done.returncode, done.stdout) == (code, "")
    assert message in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_store_is_made_of_another(run: Run, small: Path, tmp_path: Path) -> None:
    """The same tables in a new folder, and nothing is replaced."""
    copy = tmp_path / "copy"
    export = ("export", copy, "--as", "parquet", "--data", small)
    assert run(*export, "-q").returncode == 0
    assert {path.name for path in copy.iterdir()} == {path.name for path in small.iterdir()}
    again = run(*export)
    assert (again.returncode, again.stdout) == (1, "")
    assert "exists; give another name" in again.stderr


def test_a_server_that_is_not_there_is_told(run: Run, small: Path) -> None:
    """In one line, soon."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"sc://127.0.0.1:{taken.getsockname()[1]}"
    done = run("themes", "--data", small, KIC_ENGINE=address)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"kic: {address} cannot be reached: connection refused.\n"


@pytest.mark.parametrize("name", ["store", "figures", "series", "words"])
def test_a_store_that_is_damaged_is_told(run: Run, small: Path, tmp_path: Path, name: str) -> None:
    """A table that is cut off or missing gives one line, whatever is asked."""
    folder = shutil.copytree(small, tmp_path / "copy")
    table = folder / f"{name}.parquet"
    table.write_bytes(table.read_bytes()[:-100])
    cut = run("themes", "--data", folder)
    table.unlink()
    for done in (cut, run("themes", "--data", folder)):
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("kic: ")
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("module", "extra"), [("duckdb", "duckdb"), ("grpc", "spark")])
def test_a_missing_engine_is_told(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch, module: str, extra: str
) -> None:
    """Which package, and how to get it."""
    monkeypatch.setitem(sys.modules, module, None)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"sc://127.0.0.1:{taken.getsockname()[1]}"
        done = run(
            "themes", "--data", small, KIC_ENGINE="duckdb" if extra == "duckdb" else address
        )
    assert (done.returncode, done.stdout) == (1, "")
    told = f"this needs the package {module}; install it with: pip install 'kic[{extra}]'"
    assert done.stderr == f"kic: {told}\n"
