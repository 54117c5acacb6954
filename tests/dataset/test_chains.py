"""Editions in chains and circles, and what is said twice."""

from collections.abc import Iterable
from itertools import permutations
from pathlib import Path

import pytest

import kic
from kic.dataset.validation import validate
from kic.model.errors import DatasetError
from tests.conftest import MINIMAL, Write, exact, indicator, saved
from tests.work import lines_run

LAYOUT = """
[sources.bron.layout]
lang = "nl"
bullet = "•"
themes = { thema = "Thema" }
lists = { cijfers = "Cijfers" }
"""


def _edition(folder: Path, name: str, base: str, rest: str = "") -> Path:
    """A file that builds on another, and says nothing but ``rest``."""
    path = folder / f"{name}.toml"
    head = (
        f'[dataset]\nid = "{name}"\nversion = "1.0.0"\nbuilds_on = "{base}"\nsource = "bron"\n'
        'license = "CC0-1.0"\ntitle = { nl = "Later", en = "Later" }\n'
    )
    path.write_text(f"{head}{rest or '[indicators]'}\n", "utf-8")
    return path


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_chain_without_its_base_is_told_so_in_any_order(
    tmp_path: Path, order: tuple[int, ...]
) -> None:
    """The file that lacks its base is named, and not one above it for a circle."""
    bases = ("gone", "a", "b")
    chain = [_edition(tmp_path, n, base) for n, base in zip("abc", bases, strict=True)]
    with pytest.raises(DatasetError) as refused:
        kic.load([chain[n] for n in order])
    told = "builds on 'gone', which is neither given nor beside it: give that file too"
    assert str(refused.value) == f"{chain[0]}: {told}"


def test_an_edition_that_builds_on_itself_is_told(tmp_path: Path) -> None:
    """It is no circle of two, and lacks no other file."""
    with pytest.raises(DatasetError, match=r"a\.toml: builds on itself$"):
        kic.load(_edition(tmp_path, "a", "a"))


def test_a_circle_below_an_edition_is_told(tmp_path: Path) -> None:
    """Also where the first file given stands outside it."""
    chain = [_edition(tmp_path, n, base) for n, base in (("a", "b"), ("b", "c"), ("c", "b"))]
    with pytest.raises(DatasetError, match=r"b\.toml: and 'c' build on each other"):
        kic.load(chain)


STATEMENT = """
[[statements]]
theme = "thema"
region = "nederland"
kind = "concern"
locator = "thema/zorgen/{number}"
summary = {{ nl = "Iets", en = "Something" }}
"""


@pytest.mark.parametrize("base", ["", 'builds_on = "proef"'])
def test_a_statement_that_a_copy_says_again_counts_once(tmp_path: Path, base: str) -> None:
    """A copy with another id adds nothing, as with figures and gaps; validate counts alike."""
    text = MINIMAL + indicator("a", exact("2020", 5)) + STATEMENT.format(number=1)
    first, copy = tmp_path / "a.toml", tmp_path / "b.toml"
    first.write_text(text, "utf-8")
    copy.write_text(text.replace('id = "proef"', f'id = "kopie"\n{base}'), "utf-8")
    both = kic.load([first, copy])
    assert (len(both.records), len(both.statements)) == (1, 1)
    counts = [report.counts for report in validate([first, copy], None)]
    assert [found.statements for found in counts if found] == [1, 1]


def test_a_statement_twice_in_one_file_is_a_problem(write: Write) -> None:
    """As a figure is that is given twice; the first of them is named."""
    text = indicator("a", exact("2020", 5)) + STATEMENT.format(number=1) * 2
    with pytest.raises(DatasetError, match=r"statements\[2\]: says the same as statements\[1\]"):
        kic.load(write(text))


def test_what_a_page_lacks_of_an_edition_is_told_at_its_place(tmp_path: Path) -> None:
    """A statement or numeral of a later file is not pointed at in an earlier one."""
    base, page = tmp_path / "base.toml", tmp_path / "page.txt"
    aside = '[[not_figures]]\nlocator = "{}"\nas_printed = "7"\nreason = {{ nl = "x" }}\n'
    listed = STATEMENT.format(number=1) + aside.format("thema/zorgen/2")
    base.write_text(MINIMAL + LAYOUT + indicator("a", exact("2020", 5)) + listed, "utf-8")
    listed = STATEMENT.format(number=8) + aside.format("thema/zorgen/9")
    later = _edition(tmp_path, "later", "proef", f"[indicators]\n{listed}")
    page.write_text("Thema\nCijfers\n• x\n", "utf-8")
    problems = [p for p in validate([base, later], page)[1].problems if p.path == later]
    lines = later.read_text("utf-8").splitlines()
    assert [lines[(p.line or 0) - 1] for p in problems] == [
        'locator = "thema/zorgen/8"',
        "[[not_figures]]",
    ]


def test_a_number_of_digits_without_end_is_told_in_our_words(write: Write) -> None:
    """What Python says of it is about settings that a reader of a file does not have."""
    with pytest.raises(DatasetError) as refused:
        kic.load(write(indicator("a", exact("2020", "9" * 5000))))
    [problem] = refused.value.problems
    assert problem.message == (
        "cannot be read as TOML: a whole number has more digits than can be read"
    )


def _chain(folder: Path, figures: Iterable[str], first: str = "") -> list[Path]:
    """Files that build on each other, the first of which defines an indicator, and more."""
    folder.mkdir()
    base = folder / "base.toml"
    base.write_text(MINIMAL + indicator("a", exact("2019", 5)) + first, "utf-8")
    chain = [base]
    for number, rest in enumerate(figures):
        below = f"e{number - 1}" if number else "proef"
        told = f"[indicators.a]\nfigures = [\n{rest}]"
        chain.append(_edition(folder, f"e{number}", below, told))
    return chain


def test_a_chain_in_which_every_file_revises_is_checked_in_linear_time(tmp_path: Path) -> None:
    """As one that only adds: nothing is held against a figure that is revised."""
    steps = []
    for number in (30, 60):
        chain = _chain(tmp_path / str(number), (exact("2019", n) for n in range(10, 10 + number)))
        assert all(report.counts for report in validate(chain, None))
        steps.append(lines_run(lambda chain=chain: validate(chain, None)))  # type: ignore[misc]
    assert steps[1] < 2.3 * steps[0]


def test_what_an_edition_builds_on_is_found_beside_it(tmp_path: Path) -> None:
    """By its id, down to the first; what is no dataset, or cannot be read, is no base."""
    chain = _chain(tmp_path / "x", (exact("2019", n) for n in (6, 7)))
    (tmp_path / "x" / "broken.toml").write_text("[", "utf-8")
    (tmp_path / "x" / "pyproject.toml").write_text("[project]\n", "utf-8")
    (tmp_path / "x" / "gone.toml").symlink_to("nowhere")
    assert [info.id for info in kic.load(chain[2]).editions] == ["proef", "e0", "e1"]
    [report] = validate([chain[2]])
    assert (report.path, report.problems) == (chain[2], ())
    assert [report.path for report in validate([chain[1], chain[2]])] == chain[1:]
    with pytest.raises(DatasetError, match=r"indicators\.a\.label: key is missing"):
        kic.load(chain[2], alone=True)


def test_two_files_beside_an_edition_with_the_id_of_its_base_are_told(tmp_path: Path) -> None:
    """Kic does not choose; it names both."""
    chain = _chain(tmp_path / "x", [exact("2019", 6)])
    copy = chain[0].with_name("copy.toml")
    copy.write_text(chain[0].read_text("utf-8"), "utf-8")
    with pytest.raises(DatasetError, match=f"has the id 'proef' of {chain[0].parent}"):
        kic.load(chain[1])


def test_a_fault_is_told_once_of_the_first_file_that_has_it(tmp_path: Path) -> None:
    """Also one that stands in a base that is found beside it; those above it cannot be used."""
    chain = _chain(tmp_path / "x", [exact("2019", 6), exact("2019", -7), exact("2019", 8)])
    told = validate(chain)
    assert [len(report.problems) for report in told] == [0, 0, 1, 1]
    assert "a count is not below 0" in told[2].problems[0].message
    assert told[3].problems[0].message == "builds on 'e1', which cannot be used"
    [report] = validate(chain[3:])
    assert [problem.path for problem in report.problems] == [chain[2]]
    further = _edition(tmp_path / "x", "e3", "e2")
    one, other = validate([chain[3], further])
    assert [problem.path for problem in one.problems] == [chain[2]]
    assert other.problems[0].message == "builds on 'e2', which cannot be used"
    one, other = validate([chain[2], chain[3]])
    assert [one.problems[0].path, other.problems[0].message] == [
        chain[2],
        "builds on 'e1', which cannot be used",
    ]


def test_files_that_stand_alone_are_no_chain(tmp_path: Path) -> None:
    """With ``alone`` the fault of one is none of another that builds on it."""
    [_, faulty] = _chain(tmp_path / "x", [exact("2019", -7)])
    later = MINIMAL.replace('id = "proef"', 'id = "later"\nbuilds_on = "e0"')
    sound = saved(tmp_path / "x" / "later.toml", later + indicator("b", exact("2020", 1)))
    reports = validate([faulty, sound], alone=True)
    assert [bool(report.problems) for report in reports] == [True, False]


@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_a_folder_builds_on_what_is_given_before_it(tmp_path: Path, names: list[str]) -> None:
    """It is checked as one together with that, whichever of its files says so."""
    base, *chain = _chain(tmp_path / "x", (exact("2019", n) for n in (6, 7)))
    folder = tmp_path / "later"
    folder.mkdir()
    for path, name in zip(chain, names, strict=True):
        path.rename(folder / f"{name}.toml")
    reports = validate([base, folder])
    assert [(r.path, r.problems) for r in reports] == [
        (base, ()),
        (folder / f"{names[1]}.toml", ()),
    ]
