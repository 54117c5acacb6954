"""What a later edition repeats, held against its own page as all else that it types."""

from pathlib import Path

import pytest

from kic.dataset.validation import Report, as_lines, validate
from tests.conftest import saved

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

HEAD = """
[dataset]
id = "ID"
version = "1.0.0"
languages = ["nl"]
source = "ID"
license = "CC-BY-4.0"
title = "ID"
BUILDS

[sources.ID]
publisher = "Provincie"
title = "ID"
published = "PUBLISHED"

[sources.ID.layout]
lang = "nl"
bullet = "-"
themes = { hulp = "Hulp" }
lists = { cijfers = "" }
tables = { "hulp/tabel/1" = "Tabel 1" }
"""
SHARED = """
[themes.hulp]
label = "Hulp"

[regions.noord]
label = "Noord"

[regions.zuid]
label = "Zuid"
part_of = "noord"

[units]
gezinnen = { label = "gezinnen", kind = "count" }
"""
FIRST = """
[indicators.steun]
theme = "hulp"
label = "Gezinnen met hulp"
unit = "gezinnen"
figures = [
  { region = "noord", period = "2021", qualifier = "exact", value = 410, \
as_printed = "410 gezinnen", locator = "hulp/cijfers/1" },
  { region = "zuid", period = "2021", status = "Q", as_printed = "x", \
locator = "hulp/tabel/1/zuid/2021" },
]

[indicators.wachten]
theme = "hulp"
label = "Gezinnen die wachten"
unit = "gezinnen"
gaps = [{ missing = "hoeveel gezinnen wachten", as_printed = "is niet bekend" }]
figures = [
  { region = "noord", period = "2021", registration = "unavailable", locator = "hulp/cijfers/2" },
  { region = "zuid", period = "2021", qualifier = "words", words = "enkele", \
as_printed = "enkele gezinnen", locator = "hulp/cijfers/3" },
]
"""
LATER = """
[indicators.steun]
figures = [
  { region = "noord", period = "2022", qualifier = "exact", value = 425, \
as_printed = "425 gezinnen", locator = "hulp/cijfers/1" },
  { region = "noord", period = "2021", qualifier = "exact", value = 410, \
as_printed = "410 gezinnen", locator = "hulp/cijfers/1" },
  { region = "zuid", period = "2021", status = "Q", as_printed = "x", \
locator = "hulp/tabel/1/zuid/2021" },
  { region = "zuid", period = "2022", qualifier = "exact", value = 61, \
as_printed = "61", locator = "hulp/tabel/1/zuid/2022" },
]

[indicators.wachten]
gaps = [{ missing = "hoeveel gezinnen wachten", as_printed = "is niet bekend" }]
figures = [
  { region = "noord", period = "2021", registration = "unavailable", locator = "hulp/cijfers/2" },
  { region = "zuid", period = "2021", qualifier = "words", words = "enkele", \
as_printed = "enkele gezinnen", locator = "hulp/cijfers/3" },
]
"""
PAGE = """\
Hulp
- In 2022 kregen 425 gezinnen hulp, in 2021 kregen 410 gezinnen die.
- Hoeveel gezinnen in 2021 wachtten, is niet bekend.
- In Zuid wachtten in 2021 enkele gezinnen.

Tabel 1
Regio\t2021\t2022
Zuid\tx\t61
"""


def _head(id_: str, published: str, builds: str = "") -> str:
    head = HEAD.replace("ID", id_).replace("PUBLISHED", published)
    return head.replace("BUILDS", f'builds_on = "{builds}"' if builds else 'region = "noord"')


def _report(folder: Path, later: str = LATER, page: str = PAGE) -> Report:
    """What is said of the later of two editions, held against its page."""
    first = saved(folder / "een.toml", _head("een", "2022") + SHARED + FIRST)
    second = saved(folder / "twee.toml", _head("twee", "2023", "een") + later)
    reports = validate([first, second], saved(folder / "page.txt", page))
    assert all(report.counts for report in reports), as_lines(reports)
    return reports[-1]


def test_what_an_edition_repeats_accounts_for_its_page(tmp_path: Path) -> None:
    """A number, a gap, a word and a sign that an earlier edition gave just so."""
    report = _report(tmp_path)
    assert report.passes(strict=True), as_lines([report])
    assert report.page
    assert (report.page.claimed, report.page.missed) == (3, ())


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("in 2021 kregen 410 gezinnen die", "eerder minder", "'410 gezinnen' does not stand"),
        ("wachtten, is niet bekend", "wachten, weten wij nu", "'is niet bekend' does not stand"),
        ("2021 enkele gezinnen", "2021 geen gezinnen", "'enkele gezinnen' does not stand"),
        ("Zuid\tx\t61", "Zuid\t.\t61", "'x' does not stand"),
        ("kregen 410 gezinnen", "kregen ruim 410 gezinnen", "reads as at_least 410"),
        ("in 2021 kregen 410", "in 2020 kregen 410", "the page prints no 2021 there"),
    ],
)
def test_what_an_edition_repeats_is_held_against_its_page(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    """What its page says no more, or otherwise, is told of the file that repeats it."""
    assert old in PAGE
    report = _report(tmp_path, page=PAGE.replace(old, new))
    lines = [line for line in as_lines([report]) if told in line]
    assert lines, as_lines([report])
    assert all(Path(line.split(":")[0]).name == "twee.toml" for line in lines)


def test_what_an_edition_does_not_repeat_is_not_looked_for(tmp_path: Path) -> None:
    """The figures of an earlier edition account for nothing on a later page."""
    repeated = next(line for line in LATER.splitlines() if "410" in line)
    report = _report(tmp_path, LATER.replace(f"{repeated}\n", ""))
    assert [missed.number for missed in report.missed] == ["410"]
    assert not report.problems


def test_a_faulty_unit_is_told_of_the_file_that_has_the_figure(tmp_path: Path) -> None:
    """And not of an earlier one, which names the unit of the indicator."""
    later = LATER.replace(
        'value = 425, as_printed = "425 gezinnen"', 'value = 425, as_printed = "425"'
    )
    page = PAGE.replace("425 gezinnen", "425 dagen")
    [line] = [line for line in as_lines([_report(tmp_path, later, page)]) if "dagen" in line]
    assert Path(line.split(":")[0]).name == "twee.toml"


def test_a_number_in_other_words_is_told_though_it_changes_nothing(tmp_path: Path) -> None:
    """Also without a page: the words of a figure have its number."""
    later = LATER.replace("410 gezinnen", "401 gezinnen")
    first = saved(tmp_path / "een.toml", _head("een", "2022") + SHARED + FIRST)
    second = saved(tmp_path / "twee.toml", _head("twee", "2023", "een") + later)
    *_, report = validate([first, second])
    assert [w.message for w in report.warnings] == ["'401 gezinnen' has 401 (found 410)"]
