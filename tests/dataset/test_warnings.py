"""What is allowed, but rarely meant: told as a warning, and the file is sound all the same."""

import re
from pathlib import Path

import pytest

from kic.dataset.validation import as_data, as_lines, validate
from tests.cases import each
from tests.conftest import MINIMAL, exact, figure, gaps, indicator, saved, sequel

USED = 'region = "eiland", unit = "procent"'
ALL = indicator(
    "alles",
    figure("2020", f'qualifier = "exact", value = 1, {USED}') + exact("2020", 1),
    'registered_by = "loket"',
)
ONE = 'qualifier = "exact", value = 1'
THERE = f'{ONE}, region = "eiland"'
ELSEWHERE = '[sources.{0}]\npublisher = "x"\ntitle = "y"\n{1}\n'
NOT_FOUND = (
    "indicators.a, figure 1 (2020): a figure without a 'locator' cannot be found on the page"
)
WITHOUT = ' locator = "thema/cijfers/1",'


def _warned(folder: Path, text: str) -> list[str]:
    """The warnings about a file, which has no problem."""
    [report] = validate([saved(folder / "x.toml", text)])
    assert report.problems == ()
    assert report.passes(strict=False)
    assert report.passes(strict=True) == (not report.warnings)
    return list(map(str, report.warnings))


WARNED: dict[str, tuple[str, list[str]]] = {
    "nothing": (indicator("a", exact("2020", 1)), []),
    "an indicator without figures": (
        indicator("a", ""),
        ["indicators.a: an indicator without figures"],
    ),
    "an indicator that is called as another theme is": (
        '[themes.ander]\nlabel = { nl = "Ander", en = "Other" }\n'
        + indicator("a", exact("2020", 1)).replace("About a", "other")
        + indicator("b", exact("2020", 1)).replace("About b", "Theme"),
        ["indicators.a.label: theme 'ander' is called so too"],
    ),
    "a region, a unit, a source and an organisation that nothing names": (
        '[regions.stad]\nlabel = { nl = "Stad", en = "City" }\n'
        '[units.uren]\nlabel = { nl = "uren", en = "hours" }\nkind = "duration"\n'
        f'{ELSEWHERE.format("elders", "")}[organisations.dienst]\nnl = "Dienst"\nen = "Service"\n',
        [
            "regions.stad: nothing uses this region",
            "units.uren: nothing uses this unit",
            "sources.elders: nothing uses this source",
            "organisations.dienst: nothing uses this organisation",
        ],
    ),
    "texts in one language of two": (
        indicator(
            "a",
            figure("2020", f'{ONE}, caution = {{ en = "Mind." }}'),
            'note = { nl = "Noot." }',
        ),
        [
            "indicators.a.note: the text has no 'en'",
            "indicators.a, figure 1 (2020): caution: the text has no 'nl'",
        ],
    ),
    "a year that another region has": (
        indicator("a", exact("2019", 1) + exact("2020", 1) + figure("2019", THERE)),
        ["indicators.a: 'eiland' lacks 2020, which another region has"],
    ),
    "a year that is there without a number": (
        indicator(
            "a",
            exact("2019", 1)
            + exact("2020", 1)
            + figure("2019", THERE)
            + figure("2020", 'trend = "up", region = "eiland"'),
        ),
        [],
    ),
    "two years that another region has": (
        indicator(
            "a", exact("2018", 1) + exact("2019", 1) + exact("2020", 1) + figure("2019", THERE)
        ),
        [],
    ),
    "regions that each have a year of their own": (
        indicator("a", exact("2019", 1) + figure("2020", THERE)),
        [],
    ),
    "an unknown year is no year that is lacking": (
        indicator(
            "a", exact("2019", 1) + figure("unknown", 'trend = "up"') + figure("2019", THERE)
        ),
        [],
    ),
    "a figure that cannot be found again": (
        indicator("a", exact("2020", 1)).replace(WITHOUT, ""),
        [NOT_FOUND],
    ),
    "a figure of a source without an address": (
        ELSEWHERE.format("elders", "")
        + indicator("a", figure("2020", f'{ONE}, source = "elders"')).replace(WITHOUT, ""),
        [NOT_FOUND],
    ),
    "a figure of a source with an address": (
        ELSEWHERE.format("elders", 'url = "https://example.org/x"')
        + indicator("a", figure("2020", f'{ONE}, source = "elders"')).replace(WITHOUT, ""),
        [],
    ),
    "a count with decimals": (
        indicator("a", exact("2020", 1.5)),
        [
            "indicators.a, figure 1 (2020): value: a count with decimals; write 1500 if the point "
            "separates thousands (found 1.5)"
        ],
    ),
    "decimals that no point of thousands makes": (
        indicator("a", exact("2020", 1.2345)),
        ["indicators.a, figure 1 (2020): value: a count with decimals (found 1.2345)"],
    ),
    "a share with decimals": (
        indicator("a", exact("2020", 1.5)).replace('"kinderen"', '"procent"'),
        [],
    ),
}


@each("name", WARNED)
def test_what_is_rarely_meant_is_a_warning(tmp_path: Path, name: str) -> None:
    """Each in its own words at its place; what only resembles it is none."""
    text, told = WARNED[name]
    assert sorted(_warned(tmp_path, MINIMAL + ALL + text)) == sorted(told)


def test_a_dataset_of_one_language_lacks_no_other(tmp_path: Path) -> None:
    """Nothing asks for texts in a language that it does not declare."""
    head = MINIMAL.replace('id = "proef"', 'id = "proef"\nlanguages = ["nl"]')
    one = re.sub(r'\{ nl = ("[^"]*"), en = "[^"]*" \}', r"\1", f"{head}{ALL}")
    assert _warned(tmp_path, one) == []


def test_files_with_warnings_and_with_problems_are_counted_apart(tmp_path: Path) -> None:
    """In lines for people and as data for programs; what only warns is valid."""
    sound = saved(tmp_path / "a.toml", MINIMAL + indicator("a", ""))
    faulty = saved(
        tmp_path / "b.toml", MINIMAL + indicator("a", exact("2020", -1) + exact("x", 1))
    )
    reports = validate([sound, faulty])
    data = as_data(reports)
    assert [file["valid"] for file in data["files"]] == [True, False]
    assert (data["problems"], data["warnings"]) == (2, 4)
    first, second = data["files"][1]["problems"]
    assert (first["line"], first["column"], first["path"]) == (36, 96, str(faulty))
    assert (second["line"], second["where"]) == (37, "indicators.a, figure 2 (x): period")
    assert "others" not in first
    lines = as_lines(reports)
    assert (
        lines[0] == f"{sound}:14:9: warning: organisations.loket: nothing uses this organisation"
    )
    assert lines[4] == f"{sound}: 1 indicators, 0 figures, 0 gaps, 0 statements"
    assert lines[5].startswith(f"{faulty}:36:96: indicators.a, figure 1 (2020): value: a count is")
    assert lines[7:] == ["2 problems, 4 warnings in 2 files"]


def test_a_gap_is_counted_of_the_file_that_tells_it_first(tmp_path: Path) -> None:
    """Also where a later one closes it or tells it again, as figures are counted."""
    lacking, later_on = (figure(y, 'registration = "unavailable"') for y in ("2020", "2021"))
    first = saved(tmp_path / "1.toml", MINIMAL + indicator("a", lacking, gaps("")))
    later = sequel(exact("2020", 5)).replace("[indicators.a]", f"[indicators.a]\n{gaps('')}")
    later = later.replace("figures = [", f"figures = [\n{later_on}")
    both = validate([first, saved(tmp_path / "2.toml", later)])
    assert [report.counts and report.counts.gaps for report in both] == [1, 1]


@pytest.mark.needs("text_to_num")
@pytest.mark.needs("babel")
@each(
    ("nl", "en", "ages", "told"),
    [
        ("Kinderen onder de 18 jaar", "Children under 18", "0-17", []),
        ("Kinderen onder de 18 jaar", "Children under 18", "0-18", ["under 18", "0-18"]),
        ("Kinderen tot 12 jaar", "Children", "0-12", ["under 12", "0-12"]),
        ("Kinderen tot en met 12 jaar", "Children up to 12", "0-12", []),
        ("Jongeren van 12 tot 18 jaar", "Youths aged 12 to 18", "12-17", []),
        ("Jongeren van 18 jaar en ouder", "Youths of 18 and older", "17-22", ["18 and older"]),
        ("Kinderen met 3 of meer problemen", "Children with 3 problems", "0-17", []),
    ],
)
def test_the_ages_are_those_of_the_label(
    tmp_path: Path, nl: str, en: str, ages: str, told: list[str]
) -> None:
    """A rate by the population of other ages would be of nobody."""
    text = indicator("a", exact("2020", 1), f'ages = "{ages}"')
    text = text.replace("Over a", nl).replace("About a", en)
    warned = " ".join(w for w in _warned(tmp_path, MINIMAL + text) if "a.ages" in w)
    assert bool(warned) == bool(told)
    assert all(words in warned for words in told)
