"""Arithmetic of values: exact from the digits as typed, and rounded once."""

import copy
import json
import sqlite3
from contextlib import closing
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

import kic
from kic.dataset.dutch import readings
from kic.model.digits import number
from kic.model.errors import DatasetError
from kic.model.interval import Computed, Interval, Number, difference, percent_change, ratio
from tests.conftest import Run, Write, exact, figure, indicator

_UNIT = 10_000  # the oracle counts in parts of a whole


def _typed(random: Random) -> tuple[int, Number]:
    """A whole number or one with decimals, of any size, in parts and as people type it."""
    decimals = random.randrange(5)
    digits = random.randrange(1, 10 ** random.randint(1, 15))
    parts = digits * _UNIT // 10**decimals if decimals else digits * _UNIT
    whole, rest = divmod(parts, _UNIT)
    return parts, float(f"{whole}.{rest:04}") if decimals else whole


def _to_one_decimal(part: int, whole: int) -> str:
    """A quotient as people read it, half away from zero, by whole numbers alone."""
    tenths, rest = divmod(abs(part) * 10, whole)
    tenths += 2 * rest >= whole
    return f"{'-' if part < 0 and tenths else ''}{tenths // 10}.{tenths % 10}"


def test_changes_and_rates_are_exact() -> None:
    """For 100.000 pairs the number for programs is the nearest, and that for people too."""
    random = Random(9)  # noqa: S311 - no secret
    wrong = []
    for count in range(100_000):
        (x, a), (y, b) = _typed(random), _typed(random)
        if not x:
            continue
        base, now = Interval(a), Interval(b)  # bounds are computed in the same way
        percent = percent_change(base, now).value
        assert percent is not None
        actual = (
            *(difference(base, now).value, percent, ratio(now, base, 1000).value),
            # What people read is rounded from the same exact number, so a part of them will do.
            "" if count % 10 else number(percent, "en", decimals=1).replace(",", ""),
        )
        # Python divides whole numbers exactly and rounds once.
        expected = (
            *((y - x) / _UNIT, (y - x) * 100 / x, y * 1000 / x),
            "" if count % 10 else _to_one_decimal((y - x) * 100, x),
        )
        if actual != expected:
            wrong.append((a, b, actual, expected))
    assert wrong == []


@pytest.mark.parametrize(
    ("base", "now", "told"),
    [
        ('qualifier = "exact", value = 16', 'qualifier = "exact", value = 5.8', "-63,8 %"),
        ('qualifier = "exact", value = 680', 'qualifier = "exact", value = 606.9', "-10,8 %"),
        (
            'qualifier = "rounded", value = 5.7, rounded_to = 0.1',
            'qualifier = "rounded", value = 8.1, rounded_to = 0.1',
            "+42,1 % (+40,0 % tot +44,3 %)",
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


def test_a_computed_number_keeps_its_exact_value_when_copied() -> None:
    """A copy of an answer rounds as the answer does."""
    third = Computed(Fraction(1, 3))
    assert copy.deepcopy(third).exact == third.exact == Fraction(1, 3)


def test_what_is_just_below_a_half_is_not_rounded_twice() -> None:
    """A number whose nearest float lies on a half is rounded by what it is."""
    below = Computed(Fraction(-6375, 100) + Fraction(1, 10**30))
    assert (float(below), number(below, "nl", decimals=1)) == (-63.75, "-63,7")
    assert number(-63.75, "nl", decimals=1) == "-63,8"


@pytest.mark.parametrize("digits", ["4503599627370497.5", "0.12345678901234567890", "1e-400"])
def test_digits_that_no_float_holds_are_refused(write: Write, digits: str) -> None:
    """A number is never read as another one than was typed."""
    with pytest.raises(DatasetError, match="more digits than"):
        kic.load(write(indicator("getal", exact("2020", digits))))


@pytest.mark.parametrize(
    "rest",
    [
        'qualifier = "exact", value = 1e-300',
        'qualifier = "less_than", below = 1e-300',
        'qualifier = "rounded", value = 0, rounded_to = 1e-300',
    ],
)
def test_no_number_is_so_small_that_a_quotient_is_infinite(write: Write, rest: str) -> None:
    """A number no program can divide by is refused when it is read."""
    with pytest.raises(DatasetError, match="a number is 0, or not below 1e-15"):
        kic.load(write(indicator("getal", figure("2019", rest))))


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


def test_shares_that_add_up_to_exactly_100_are_accepted(write: Write) -> None:
    """Ten shares of which floats add up to more than 100 divide one whole."""
    shares = [33.4, 33.3, 33.3]
    text = "".join(
        indicator(f"deel_{n}", exact("2020", share), 'breakdown = "heel"').replace(
            '"kinderen"', '"procent"'
        )
        for n, share in enumerate(shares)
    )
    assert len(kic.load(write(text)).records) == len(shares)


def test_a_printed_number_of_millions_is_read_exactly() -> None:
    """2,01 miljoen is 2010000, and not a little less."""
    pytest.importorskip("text_to_num")
    [reading] = readings("2,01 miljoen")
    assert repr(reading.value) == "2010000"


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
