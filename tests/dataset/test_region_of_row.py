"""The region of a row that is named among other words, in another cell, or in a line above it."""

from pathlib import Path

import pytest

from kic.dataset.validation import Report, as_lines, validate
from tests.cases import each
from tests.conftest import MINIMAL, indicator, saved

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]

REGIONS = """
[regions]
nederland = { label = { nl = "Nederland", en = "Netherlands" } }
hoorn = { label = { nl = "Hoorn", en = "Horn" } }
edam = { label = { nl = "Edam-Volendam", en = "Edam" } }
noord = { label = { nl = "Noord-Nederland", en = "Northern Netherlands" } }

"""
LAYOUT = """
[sources.bron.layout]
lang = "nl"
themes = { thema = "Thema" }
tables = { "thema/tabel/1" = "Tabel 1" }
"""
# Two rows, and the locators of the first column in each.
TABLES = {
    "among words": (
        "Regio\t2020\nGemeente Hoorn\t31\nGemeente Edam-Volendam\t12\n",
        ("gemeente_hoorn/2020", "gemeente_edam_volendam/2020"),
    ),
    "behind a code": (
        "Code  Naam  2020\nGM0405  Hoorn  31\nGM0385  Edam-Volendam  12\n",
        ("gm0405/2020", "gm0385/2020"),
    ),
    "in a line above": (
        "Groep\t2020\nHoorn\nJongeren\t31\nEdam-Volendam\nJongeren\t12\n",
        ("jongeren/2020", "jongeren_2/2020"),
    ),
    "in a cell above": (
        "Groep\t2020\t2021\nHoorn (NH)\t\t\nJongeren\t31\t\nEdam-Volendam\t\t\nJongeren\t12\t\n",
        ("jongeren/2020", "jongeren_2/2020"),
    ),
    "above rows without headings": (
        "Hoorn\nJongeren\t31\t32\t33\nEdam-Volendam\nJongeren\t12\t14\t16\n",
        ("jongeren/_line", "jongeren_2/_line"),
    ),
    "beside the years": (
        "Hoorn\t2020\t2021\nJongeren\t31\t33\nEdam-Volendam\t2020\t2021\nJongeren\t12\t14\n",
        ("jongeren/2020", "jongeren_2/2020"),
    ),
    "beside other years": (
        "Hoorn\t2020\t2021\nJongeren\t31\t33\nEdam-Volendam\t2019\t2020\nJongeren\t11\t12\n",
        ("jongeren/2020", "jongeren_2/_line"),
    ),
    "over a column": (
        "Groep\tTotaal gem. Hoorn\tTotaal gem. Edam-Volendam\nJongeren\t31\t12\n",
        ("jongeren/totaal_gem_hoorn", "jongeren/totaal_gem_edam_volendam"),
    ),
    "in a line without columns": (
        "Hoorn\t31\nEdam-Volendam\t12\n",
        ("hoorn/_line", "edam_volendam/_line"),
    ),
}


def _report(folder: Path, rows: str, told: dict[str, tuple[str, int]], more: str = "") -> Report:
    """What is said of the figures of some regions, each at its place with its number."""
    figures = "".join(
        f'{{ region = "{region}", period = "2020", inferred = ["period"], qualifier = "exact", '
        f'value = {value}, as_printed = "{value}", locator = "thema/tabel/1/{at}"{more} }},\n'
        for region, (at, value) in told.items()
    )
    head = MINIMAL[: MINIMAL.index("[regions.nederland]")]
    text = head + REGIONS + MINIMAL[MINIMAL.index("[units]") :] + LAYOUT + indicator("a", figures)
    page = f"Thema\nTabel 1 Jongeren\n{rows}"
    return validate([saved(folder / "x.toml", text)], saved(folder / "page.txt", page))[0]


@each("name", TABLES)
def test_the_regions_of_two_rows_are_not_exchanged(tmp_path: Path, name: str) -> None:
    """Each is asked about; the right ones are not, and a person may know better."""
    rows, (first, second) = TABLES[name]
    right = _report(tmp_path, rows, {"hoorn": (first, 31), "edam": (second, 12)})
    assert not right.problems, as_lines([right])
    wrong = {"edam": (first, 31), "hoorn": (second, 12)}
    told = [problem.message.split(";")[0] for problem in _report(tmp_path, rows, wrong).problems]
    assert told == [
        f"thema/tabel/1/{first} is of 'hoorn' (found edam)",
        f"thema/tabel/1/{second} is of 'edam' (found hoorn)",
    ]
    why = ', read_by_hand = "de rijen zijn verwisseld"'
    assert not _report(tmp_path, rows, wrong, why).problems


@pytest.mark.parametrize(
    ("rows", "at"),
    [
        ("Groep\t2020\nGeboren in Nederland\t31\nElders\t5\n", "geboren_in_nederland/2020"),
        ("Regio\t2020\nDeel van Noord-Nederland\t31\nHoorn\t5\n", "deel_van_noord_nederland/2020"),
        ("Groep\t2020\tNoot\nJongeren\t31\tzonder Hoorn\nKinderen\t5\t\n", "jongeren/2020"),
    ],
)
def test_a_name_among_words_may_say_something_else(tmp_path: Path, rows: str, at: str) -> None:
    """Where no other row names a region, and in a longer name."""
    region = "noord" if "noord" in at else "edam"
    report = _report(tmp_path, rows, {region: (at, 31)})
    assert not report.problems, as_lines([report])


def test_the_total_of_rows_with_other_words_is_asked_about(tmp_path: Path) -> None:
    """As it is where the regions stand alone."""
    rows = f"{TABLES['among words'][0]}Totaal\t43\n"
    [problem] = _report(tmp_path, rows, {"hoorn": ("totaal/2020", 43)}).problems
    assert "is of 'Totaal' (found hoorn)" in problem.message
    assert not _report(tmp_path, rows, {"nederland": ("totaal/2020", 43)}).problems
