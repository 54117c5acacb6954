"""The name of a region beside a number, which leaves the number of that region as it is."""

from pathlib import Path

import pytest

from kic.dataset.validation import as_lines, validate
from tests.conftest import MINIMAL, RUNNING_TEXT, indicator, saved

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

HELD = [
    ("nl", "In 2020 wachtten op Eiland {64} kinderen.", "eiland"),
    ("nl", "In 2020 wachtten in Nederland {64} kinderen.", "nederland"),
    ("en", "In 2020, in the Netherlands {64} children waited.", "nederland"),
    ("nl", "In 2020 telde Nederland {64} kinderen.", "nederland"),
]
ASKED = [
    ("nl", "In 2020 telde Nederland {64} kinderen.", "eiland"),
    ("nl", "In 2020 telde Edam {64} kinderen.", "nederland"),
    ("nl", "In 2020 wachtten op Eiland {64} kinderen.", "nederland"),
    ("nl", "In 2020 wachtten in Noord-Nederland {64} kinderen.", "nederland"),
    ("nl", "In 2020 wachtten mogelijk in Nederland {64} kinderen.", "nederland"),
    ("en", "In 2020, in the Caribbean Netherlands {64} children waited.", "nederland"),
    ("en", "In 2020, in the Netherlands hopefully {64} children waited.", "nederland"),
]


def _told(folder: Path, lang: str, marked: str, region: str) -> list[str | int]:
    """What is said of the 64 of a sentence, typed as exact for a region."""
    figure = (
        f'{{ period = "2020", region = "{region}", qualifier = "exact", value = 64, '
        'as_printed = "64", locator = "thema/tekst/1" },'
    )
    text = MINIMAL + RUNNING_TEXT.replace("LANG", lang) + indicator("a", figure)
    page = f"Thema\n{marked.replace('{', '').replace('}', '')}\n"
    [report] = validate([saved(folder / "x.toml", text)], saved(folder / "p.txt", page))
    assert report.page, as_lines([report])
    return [problem.at[-1] for problem in report.problems]


@pytest.mark.parametrize(("lang", "marked", "region"), HELD)
def test_a_number_in_its_own_region_is_exact(
    tmp_path: Path, lang: str, marked: str, region: str
) -> None:
    """The name of the region of the figure says nothing of how exact it is."""
    assert _told(tmp_path, lang, marked, region) == []


@pytest.mark.parametrize(("lang", "marked", "region"), ASKED)
def test_another_name_beside_a_number_is_asked_about(
    tmp_path: Path, lang: str, marked: str, region: str
) -> None:
    """Also one of which that of the region is a part, and a word of doubt beside it."""
    assert _told(tmp_path, lang, marked, region) == ["as_printed"]
