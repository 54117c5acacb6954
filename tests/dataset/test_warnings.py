"""What is allowed, but rarely meant: told as a warning, and the file is sound all the same."""

import re
from pathlib import Path

import pytest

from kic.dataset.validation import validate
from tests.conftest import MINIMAL, exact, figure, indicator, saved

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


@pytest.mark.parametrize("name", WARNED)
def test_what_is_rarely_meant_is_a_warning(tmp_path: Path, name: str) -> None:
    """Each in its own words at its place; what only resembles it is none."""
    text, told = WARNED[name]
    assert sorted(_warned(tmp_path, MINIMAL + ALL + text)) == sorted(told)


def test_a_dataset_of_one_language_lacks_no_other(tmp_path: Path) -> None:
    """Nothing asks for texts in a language that it does not declare."""
    head = MINIMAL.replace('id = "proef"', 'id = "proef"\nlanguages = ["nl"]')
    one = re.sub(r'\{ nl = ("[^"]*"), en = "[^"]*" \}', r"\1", f"{head}{ALL}")
    assert _warned(tmp_path, one) == []
