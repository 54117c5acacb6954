"""Exact changes, as the commands write them."""

import json
import sqlite3
from contextlib import closing
from fractions import Fraction
from pathlib import Path

import pytest

import kic
from tests.conftest import Write, exact, figure, indicator
from tests.end_to_end.conftest import Run


@pytest.mark.parametrize(
    ("base", "now", "told"),
    [
        ('qualifier = "exact", value = 16', 'qualifier = "exact", value = 5.8', "-63,8% van 16"),
        ('qualifier = "exact", value = 680', 'qualifier = "exact", value = 606.9', "-10,8%"),
        (
            'qualifier = "rounded", value = 5.7, rounded_to = 0.1',
            'qualifier = "rounded", value = 8.1, rounded_to = 0.1',
            "+42,1% (+40,0% tot +44,3%)",
        ),
        (
            'qualifier = "exact", value = 0.3',
            'qualifier = "exact", value = 9007199254740991',
            "+9.007.199.254.740.990,7",
        ),
        (
            'qualifier = "exact", value = 0',
            'qualifier = "rounded", value = 9007199254740990, rounded_to = 1',
            "(+9.007.199.254.740.989,5 tot +9.007.199.254.740.990,5)",
        ),
    ],
)
def test_people_read_the_exact_change(
    run: Run, write: Write, base: str, now: str, told: str
) -> None:
    """What is printed is the exact change, rounded half away from zero and only once."""
    path = write(indicator("getal", figure("2019", base) + figure("2020", now)))
    done = run(
        "compare", "getal", "--data", path, "--format", "csv", "--columns", "change_percent"
    )
    assert done.returncode == 0
    done = run("compare", "getal", "--data", path, "--format", "plain")
    assert told in " ".join(done.stdout.replace("\u00a0", " ").split())


def test_programs_get_the_nearest_float(run: Run, write: Write) -> None:
    """JSON, CSV and Python give -63.75 for a change of -63,75 per cent, as plain numbers."""
    path = write(indicator("getal", exact("2019", 16) + exact("2020", 5.8)))
    told = json.loads(run("compare", "getal", "--data", path, "--format", "json").stdout)
    assert told["records"][0]["changes"][0]["percent"]["value"] == -63.75
    csv = run(
        *("compare", "getal", "--data", path, "--format", "csv"),
        *("--columns", "period,change_absolute,change_percent"),
    ).stdout
    assert csv.splitlines()[-1] == "2020,-10.2,-63.75"
    rows = kic.records(kic.compare(kic.load(path), "getal"))
    assert type(rows[-1]["change_percent"]) is float


@pytest.mark.parametrize("command", ["show", "compare", "chart"])
def test_the_smallest_and_largest_numbers_are_written_in_every_form(
    run: Run, write: Write, tmp_path: Path, command: str
) -> None:
    """Between the least and the largest number that are read, nothing fails."""
    path = write(indicator("getal", exact("2019", 1e-15) + exact("2020", 2**53 - 1)))
    forms = ["x.svg"] if command == "chart" else ["table", "json", "csv", "markdown", "html"]
    for form in forms:
        out = ("-o", tmp_path / form) if command == "chart" else ("--format", form)
        done = run(command, "getal", "--data", path, *out)
        assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)
        assert "Infinity" not in done.stdout


def test_the_database_gives_the_changes_that_compare_gives(run: Run, write: Write) -> None:
    """A database holds the exact changes, between the figures that compare compares."""
    path = write(
        indicator("getal", exact("2018", 24.3) + exact("2019", 24.5))
        + indicator("deel", exact("2018", 16) + exact("2020", 5.8))
    )
    folder = path.with_name("uit")
    assert run("export", folder, "--data", path, "--as", "sqlite").returncode == 0
    with closing(sqlite3.connect(folder / "kic.sqlite")) as database:
        actual = database.execute("SELECT change, percent FROM changes ORDER BY change").fetchall()
    assert actual == [(-10.2, -63.75), (0.2, float(Fraction(20, 243) * 10))]
