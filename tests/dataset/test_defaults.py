"""Region and unit said once, under [dataset], for all that names none."""

import re
from pathlib import Path

import pytest

import kic
from kic.model.errors import DatasetError
from tests.conftest import MINIMAL, NEXT, exact, figure, indicator, saved

BOTH = 'region = "nederland"\nunit = "kinderen"'
STATEMENT = """
[[statements]]
theme = "thema"
kind = "concern"
locator = "thema/zorgen/1"
summary = { nl = "Er zijn zorgen.", en = "There are concerns." }
"""


def _headed(text: str, defaults: str) -> str:
    """A dataset with defaults in its head."""
    return text.replace('license = "CC-BY-4.0"', f'license = "CC-BY-4.0"\n{defaults}', 1)


def _bare(name: str, figures: str, extra: str = "") -> str:
    """The TOML of an indicator that names neither region nor unit."""
    return re.sub('(unit|region) = "(kinderen|nederland)"\n', "", indicator(name, figures, extra))


def _told(*paths: Path) -> list[tuple[str, str, str | None]]:
    return [(r.indicator, r.region, r.unit) for r in kic.load(paths).records]


def test_what_names_neither_has_those_of_its_dataset(tmp_path: Path) -> None:
    """An indicator, a gap and a statement; a figure's and an indicator's own go before."""
    gap = 'gaps = [{ kind = "concluded", missing = { nl = "iets", en = "something" } }]'
    own = exact("2020", 1) + figure(
        "2021", 'qualifier = "exact", value = 2, region = "eiland", unit = "procent"'
    )
    text = _headed(MINIMAL, BOTH) + _bare("a", own, gap)
    text += indicator("b", exact("2020", 3)).replace("nederland", "eiland") + STATEMENT
    path = saved(tmp_path / "a.toml", text)
    assert _told(path) == [
        ("a", "nederland", "kinderen"),
        ("a", "eiland", "procent"),
        ("b", "eiland", "kinderen"),
    ]
    dataset = kic.load(path)
    assert [r.gap is not None for r in dataset.records] == [True, False, False]
    assert [s.region for s in dataset.statements] == ["nederland"]


def test_an_edition_has_its_own_defaults(tmp_path: Path) -> None:
    """They hold for all that it adds, but not for an indicator that names its own."""
    base = _headed(MINIMAL, BOTH) + _bare("a", exact("2020", 1)) + indicator("b", exact("2020", 2))
    added = "[indicators.{}]\nfigures = [\n{}]\n"
    edition = (
        _headed(NEXT, 'region = "eiland"')
        + added.format("a", exact("2021", 3))
        + 'gaps = [{ kind = "concluded", missing = { nl = "iets", en = "something" } }]\n'
        + added.format("b", figure("2021", 'qualifier = "exact", value = 4, region = "nederland"'))
        + _bare("c", exact("2021", 5), 'unit = "procent"')
        + STATEMENT
    )
    paths = (saved(tmp_path / "1.toml", base), saved(tmp_path / "2.toml", edition))
    assert _told(*paths) == [
        ("a", "nederland", "kinderen"),
        ("a", "eiland", "kinderen"),
        ("b", "nederland", "kinderen"),
        ("b", "nederland", "kinderen"),
        ("c", "eiland", "procent"),
    ]
    assert [s.region for s in kic.load(paths).statements] == ["eiland"]
    assert [r.region for r in kic.load(paths).records if r.gap] == ["eiland"]


def test_a_figure_of_no_region_is_refused_where_two_are_meant(tmp_path: Path) -> None:
    """The number of an island's edition is not taken for one of the country that it adds to."""
    base = saved(tmp_path / "1.toml", MINIMAL + indicator("b", exact("2020", 2)))
    edition = (
        _headed(NEXT, 'region = "eiland"') + f"[indicators.b]\nfigures = [{exact('2021', 4)}]\n"
    )
    with pytest.raises(DatasetError) as refused:
        kic.load([base, saved(tmp_path / "2.toml", edition)])
    [told] = refused.value.lines
    assert told.endswith(
        "figure 1 (2021): say which region: that of this file is 'eiland', "
        "of the indicator 'nederland'"
    )


@pytest.mark.parametrize(
    ("defaults", "told"),
    [
        ('unit = "kinderen"', ["region: key is missing, here or for all under [dataset]"]),
        ('region = "nederland"', ["a number needs a 'unit'"]),
        (f"{BOTH.replace('nederland', 'utopia')}", ["dataset.region: unknown region 'utopia'"]),
        (f"{BOTH.replace('nederland', 'Het Noorden')}", ["dataset.region: an id is lower-case"]),
        ('region = ["nederland"]\nunit = "kinderen"', ["dataset.region: must be a text"]),
    ],
)
def test_a_fault_of_a_default_is_told_once(tmp_path: Path, defaults: str, told: list[str]) -> None:
    """Where it is typed, not at all that it is of; without one each indicator needs its own."""
    text = _headed(MINIMAL, defaults) + _bare("a", exact("2020", 1)) + _bare("b", exact("2020", 2))
    with pytest.raises(DatasetError) as refused:
        kic.load(saved(tmp_path / "a.toml", text))
    problems = list(map(str, refused.value.problems))
    assert len(problems) == len(told)
    assert all(words in problem for words, problem in zip(told, problems, strict=True))
