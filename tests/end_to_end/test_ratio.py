"""Rates and shares as people and programs get them."""

import csv
import io
import json
import re
from pathlib import Path

import pytest

from tests.conftest import Write, exact, figure, indicator
from tests.end_to_end.conftest import Run
from tests.end_to_end.terminal import on_screen
from tests.rates import ISLAND_1000, PEOPLE, counted, on_island, population


def test_no_difference_between_regions_is_printed(run: Run, write: Write) -> None:
    """Both rates stand with their region, and each period is concluded on by itself."""
    people = PEOPLE + exact("2019", 1000) + figure("2019", ISLAND_1000)
    text = population(people) + counted(
        "a",
        exact("2019", 50)
        + exact("2020", 20)
        + figure("2019", 'qualifier = "exact", value = 40, region = "eiland"')
        + on_island('qualifier = "exact", value = 40'),
    )
    path = write(text)
    done = run("compare", "a", "--per", "1000", "--data", path, "--format", "plain")
    answer, *_ = done.stdout.splitlines()
    assert "het hoogst in" in answer
    assert [re.findall(r"\d{4}|Nederland|Eiland", part) for part in answer.split("; ")] == [
        ["2019", "Nederland"],
        ["2020", "Eiland"],
    ]
    told = json.loads(run("compare", "a", "--per", "1000", "--data", path, "--json").stdout)
    assert [(c["period"], c["outcome"], c["region"]) for c in told["conclusions"]] == [
        ("2019", "higher", "nederland"),
        ("2020", "higher", "eiland"),
    ]
    assert "contrasts" not in told


def test_a_population_is_no_rate_of_itself(run: Run) -> None:
    """Exactly a thousand of every thousand is no news, and not to be computed from roundings."""
    done = run("compare", "--per", "1000", "--context", "--format", "csv")
    assert "\naantal_kinderen" not in done.stdout
    alone = run("compare", "aantal_kinderen", "--per", "1000", "--context")
    assert "this is the population itself" in alone.stderr


@pytest.mark.parametrize(
    ("base", "told"),
    [
        (exact("2019", 24), "van 24"),
        (exact("2019", 49), "van 49"),
        (exact("2019", 50), ""),
        (figure("2019", 'qualifier = "exact", value = 24, unit = "procent"'), ""),
        (figure("2019", 'qualifier = "at_least", value = 40'), "van minstens 40"),
        (figure("2019", 'qualifier = "rounded", value = 40, rounded_to = 20'), ""),
        (figure("2019", 'qualifier = "less_than", below = 5'), "van minder dan 5"),
    ],
    ids=["small", "just small", "fifty", "share", "at least", "maybe fifty", "less than"],
)
def test_a_percentage_of_a_small_count_names_it(
    run: Run, write: Write, base: str, told: str
) -> None:
    """So that "+145,8% van 24" is not taken for more than 35; none of a share or of zero."""
    unit = ', unit = "procent"' if "procent" in base else ""
    figures = base + figure("2020", f'qualifier = "exact", value = 90{unit}')
    path = write(indicator("a", figures))
    shown = run("compare", "a", "--data", path, "--format", "plain").stdout.replace("\u00a0", " ")
    [row] = [line for line in shown.splitlines() if "  2020  " in line]
    assert re.findall(r"% (van .+)", row) == ([told] if told else [])


def test_one_command_answers_whether_the_caribbean_is_worse_off(run: Run) -> None:
    """Both numbers, the rate there is with its bounds, and that nothing can be concluded."""
    done = run("compare", "ots", "--per", "1000", "--format", "plain")
    assert done.returncode == 0
    answer, *lines = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert "niet te zeggen waar het naar verhouding hoger is" in answer
    assert "Caribisch Nederland" in answer
    assert any("48 kinderen niet om te rekenen" in line for line in lines)
    assert any("30.850 kinderen 9,3 (9,2 tot 9,5) per 1.000" in line for line in lines)
    assert any("afgerond 3.300.000 kinderen" in line for line in lines)
    assert any("Landelijke Jeugdmonitor 2021" in line for line in lines)


def test_the_population_is_no_figure_of_the_answer(run: Run) -> None:
    """What only divides is not listed, unless figures for comparison are asked for."""
    rows = run("compare", "--per", "1000", "--format", "csv", "--columns", "indicator").stdout
    assert "aantal_kinderen" not in rows
    with_context = run("compare", "verhoord", "--per", "10000", "--context", "--json")
    [series] = json.loads(with_context.stdout)["records"]
    assert [r["refusal"] for r in series["ratios"]] == [None, None]
    whole = series["ratios"][1]["whole"]
    assert (whole["indicator"], whole["lower"], whole["upper"]) == (
        "aantal_kinderen",
        3250000,
        3350000,
    )


def test_programs_get_rates_and_shares_in_columns(run: Run) -> None:
    """In CSV each figure has its ratio with bounds, of what, and the notes."""
    text = run("compare", "aangehouden_onder_12", "--share", "--format", "csv").stdout
    [row] = csv.DictReader(io.StringIO(text, newline=""))
    assert round(float(row["ratio"]), 4) == 0.2645
    assert row["ratio"] == row["ratio_lower"] == row["ratio_upper"]
    assert (row["ratio_per"], row["ratio_of"], row["ratio_of_period"]) == (
        "100",
        "minderjarigen_aangehouden",
        "2020",
    )
    assert "Deel van: Minderjarigen die door de politie" in row["ratio_notes"]


def test_sorted_rows_keep_what_limits_them(run: Run, write: Write) -> None:
    """A change shown in a flat table has its bounds, its notes, and says unclear."""
    text = indicator("a", figure("2019", 'qualifier = "less_than", below = 5') + exact("2020", 3))
    done = run(
        *("compare", "a", "--data", write(text), "--sort", "-change_absolute"),
        *("--format", "plain", "--lang", "en"),
    )
    rows = [" ".join(line.split()) for line in done.stdout.splitlines()]
    change = "2019 -2 to +3 (unclear) -40.0% or higher of fewer than 5"
    told = f"a nederland 2020 3 kinderen {change} thema/cijfers/1"
    assert f"{told} The 2019 figure has an upper bound only." in rows


def test_rates_are_sorted_by_what_is_certain_of_them(run: Run, write: Write) -> None:
    """At least 100 comes before 9,0, and the table says per how many."""
    text = population(exact("2020", 1000)) + counted("a", exact("2020", 9))
    text += counted("b", figure("2020", 'qualifier = "at_least", value = 100'))
    done = run(
        *("compare", "--per", "1000", "--data", write(text), "--sort", "-ratio"),
        *("--format", "plain"),
    )
    head, first, second = done.stdout.splitlines()[2:5]
    assert {"Verhouding", "Per"} <= set(head.split())
    assert "minstens 100,0  1.000" in " ".join(first.split("\u00a0"))
    assert "9,0  1.000" in second


def test_points_stay_points_and_bounds_bounds(run: Run, write: Write) -> None:
    """A share changes in percentage points in a flat table too; its bounds are bounds."""
    share = figure("2019", 'qualifier = "exact", value = 10, unit = "procent"')
    share += figure("2020", 'qualifier = "at_least", value = 12, unit = "procent"')
    done = run(
        *("compare", "a", "--data", write(indicator("a", share)), "--sort", "period"),
        *("--columns", "change_absolute,change_absolute_lower,change_percentage_points"),
        *("--format", "plain", "--lang", "en"),
    )
    rows = [" ".join(line.split()) for line in done.stdout.splitlines()]
    assert [row for row in rows if row.startswith("at least +2 percentage points 2 yes")]


def test_a_bound_that_is_asked_for_is_a_number(run: Run, write: Write) -> None:
    """Also where it is zero, which is as much known as any other."""
    text = population(exact("2020", 1000)) + counted("a", exact("2020", 0))
    done = run(
        *("compare", "a", "--per", "1000", "--data", write(text), "--format", "plain"),
        *("--columns", "ratio,ratio_lower,ratio_upper"),
    )
    assert done.stdout.splitlines()[3].split()[:3] == ["0,0", "0", "0"]


@pytest.mark.parametrize("format_", ["table", "plain", "markdown", "html"])
def test_a_truth_is_told_in_words(run: Run, format_: str) -> None:
    """A column of truths says yes or no."""
    chosen = ("--columns", "indicator,change_percentage_points")
    asked = (*chosen, "--sort", "change_absolute", "--limit", "3")
    done = run("compare", *asked, "--format", format_)
    assert (done.returncode, "nee" in done.stdout, "False" in done.stdout) == (0, True, False)


def test_numbers_of_any_size_are_written(run: Run, write: Write) -> None:
    """Neither the smallest whole nor the largest part is too much for a rate."""
    huge = 'qualifier = "rounded", value = 9007199254740990, rounded_to = 9007199254740990'
    text = population(figure("2020", huge)) + counted("a", figure("2020", huge))
    done = run("compare", "a", "--per", "100000", "--data", write(text))
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("given", ["1000", "1.000", "1,000", "1 000"])
def test_thousands_are_written_in_any_way(run: Run, given: str) -> None:
    """A Dutch thousand has a point, and no other number is taken for one."""
    done = run("compare", "ots", "--per", given, "--json")
    assert json.loads(done.stdout)["query"]["per"] == 1000
    for other in ("1.5", "1000.00", "10.00", "10.0000"):
        wrong = run("compare", "ots", "--per", other)
        assert (wrong.returncode, wrong.stdout) == (2, "")
        assert wrong.stderr == f"kic: --per takes 1000, 10000, 100000 (found '{other}').\n"


def test_a_period_of_the_context_is_pointed_at(run: Run) -> None:
    """2017 is not in the source, and the error says where it is."""
    done = run("compare", "gesloten_jeugdzorg", "--from", "2017")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "kic: nothing in the source has the period '2017'; --context adds figures that do.\n"
    )
    assert "nothing has the period '1999'" in run("compare", "--from", "1999").stderr


def test_missing_years_are_seen(run: Run, write: Write) -> None:
    """Years between two figures have a row that says so, and a gap in place of a bar."""
    text = indicator("a", exact("2010", 4) + exact("2012", 2) + exact("2020", 3))
    path = write(text)
    piped = run("compare", "a", "--data", path).stdout
    assert [" ".join(line.split()) for line in piped.splitlines() if "niet in" in line][:2] == [
        "2011 niet in deze dataset",
        "2013-2019 niet in deze dataset",
    ]
    shown, _ = on_screen("compare", "a", "--data", str(path), width=120)
    assert re.search(r"2013-2019 .*niet in deze dataset.* · · · ·", shown)
    document = json.loads(run("compare", "a", "--data", path, "--json").stdout)
    assert len(document["records"][0]["points"]) == 3


def test_an_edition_is_of_the_same_population(run: Run, tmp_path: Path) -> None:
    """What builds on the embedded dataset is divided by the population that comes with kic."""
    path = tmp_path / "2021.toml"
    path.write_text(
        '[dataset]\nid = "e"\nversion = "1.0.0"\nbuilds_on = "kinderrechten-in-cijfers-2020"\n'
        'source = "s"\nlicense = "CC-BY-4.0"\ntitle = { nl = "E", en = "E" }\n'
        '[sources.s]\npublisher = "x"\ntitle = "y"\n[indicators.minderjarigen_verhoord]\n'
        'figures = [{ period = "2021", qualifier = "exact", value = 13200, as_printed = "x", '
        'locator = "jeugdstrafrecht/cijfers/1" }]\n',
        "utf-8",
    )
    done = run(
        *("compare", "minderjarigen_verhoord", "--per", "1000", "--data", path),
        *("--period", "2021", "--format", "csv", "--columns", "ratio"),
    )
    assert (done.returncode, done.stdout) == (0, "ratio\n4.0\n")


def test_another_dataset_has_populations_of_its_own(run: Run, write: Write) -> None:
    """The children of the Netherlands are not the population of any dataset."""
    alone = run("compare", "a", "--per", "1000", "--data", write(counted("a", exact("2020", 1))))
    assert (alone.returncode, alone.stdout) == (2, "")
    assert "no indicator has a denominator_for" in alone.stderr
    own = write(population(exact("2020", 100)) + counted("a", exact("2020", 1)))
    done = run("compare", "a", "--per", "1000", "--data", own, "--format", "csv")
    assert ",10.0,10.0,10.0,1000,inwoners,2020," in done.stdout


def test_a_disputed_bar_is_explained(write: Write) -> None:
    """A number in doubt is exact all the same, and drawn and explained as what it is."""
    disputed = figure("2020", 'qualifier = "exact", value = 12, status = "V"')
    path = write(indicator("a", exact("2019", 10) + disputed))
    shown, _ = on_screen("compare", "a", "--data", str(path), "--color", "never", width=120)
    assert "▓▓▓" in shown
    assert "▓  niet bevestigd" in shown
    plain, _ = on_screen(
        "compare", "a", "--data", str(path), "--color", "never", width=120, TERM="dumb"
    )
    assert "%  niet bevestigd" in plain
