"""What stands beside a number and makes another amount of it: amounts.toml has the sentences."""

import tomllib
from pathlib import Path

import pytest

from kic.dataset.validation import validate
from tests.conftest import MINIMAL, indicator, saved

AMOUNTS = tomllib.loads(Path(__file__).with_name("amounts.toml").read_text("utf-8"))
EACH = [
    (lang, unit, meant, text)
    for lang, units in AMOUNTS.items()
    for unit, sentences in units.items()
    for meant, texts in sentences.items()
    for text in texts
]
UNITS = """
euro = { label = { nl = "euro", en = "euros" }, kind = "money", currency = "EUR" }
promille = { label = { nl = "op duizend", en = "in a thousand" }, kind = "rate", per = 1000 }

[sources.bron.layout]
lang = "nl"
bullet = "-"
themes = { thema = "Thema" }
lists = { cijfers = "" }
"""

pytestmark = [pytest.mark.needs("text_to_num"), pytest.mark.needs("babel")]


def _told(
    folder: Path, lang: str, unit: str, marked: str, figure: str = "", label: str = "", rest: str = ""
) -> list[str]:
    """What is said of a figure of 3, read from the words between braces."""
    quoted = marked[marked.index("{") + 1 : marked.index("}")]
    page = f"Thema\n- {marked.replace('{', '').replace('}', '')}\n"
    keys = figure or "value = 3"
    typed = f'{{ period = "unknown", qualifier = "exact", {keys}, as_printed = "{quoted}", locator = "thema/cijfers/1" }}'
    text = UNITS.replace('"nl"\nbullet', f'"{lang}"\nbullet') + indicator("a", typed, rest)
    text = text.replace('unit = "kinderen"', f'unit = "{unit}"')
    if label:
        text = text.replace('nl = "a', f'nl = "{label}').replace('en = "a', f'en = "{label}')
    [report] = validate(
        [saved(folder / "x.toml", MINIMAL + text)], saved(folder / "page.txt", page)
    )
    assert report.page, report.problems
    return [problem.message for problem in report.problems]


@pytest.mark.parametrize(("lang", "unit", "meant", "text"), EACH, ids=[f"{u}: {t}" for _, u, _, t in EACH])
def test_a_number_is_held_to_what_stands_beside_it(
    tmp_path: Path, lang: str, unit: str, meant: str, text: str
) -> None:
    """Another scale, currency or sign, a difference, a ratio and a mean are no plain three."""
    told = _told(tmp_path, lang, unit, text)
    assert bool(told) == (meant == "refused"), told
