"""What a second hostile test found, by other means than the first."""

from itertools import permutations
from pathlib import Path

import pytest

import kic
from kic.errors import DatasetError
from tests.conftest import MINIMAL, Run, Write, figure, indicator

LAYOUT = """
[sources.bron.layout]
bullet = "•"
themes = { thema = "Thema" }
lists = { cijfers = "Cijfers" }
"""

# --------------------------------------------------------------------------- pages


@pytest.mark.parametrize("text", ["9" * 5000, f"{'9' * 400},5 miljoen", f"{'9' * 5000} duizend"])
def test_digits_without_end_on_a_page_are_told_as_missed(
    run: Run, write: Write, tmp_path: Path, text: str
) -> None:
    """Digits that Python refuses to read, or that are no float, are a numeral like any other."""
    path = write(LAYOUT + indicator("a", figure("2020", 'qualifier = "exact", value = 5')))
    page = tmp_path / "page.txt"
    page.write_text(f"Thema\nCijfers\n• x 5 in 2020 {text}\n", "utf-8")
    done = run("validate", path, "--source", page)
    assert (done.returncode, done.stderr) == (1, "")
    assert "no record claims the number in" in done.stdout
    assert max(map(len, done.stdout.splitlines())) < 1000


def test_a_page_with_many_numbers_in_one_place_is_read_in_linear_time(
    run: Run, tmp_path: Path
) -> None:
    """Twenty thousand numbers in a bullet, and hundreds of figures that stand in it."""
    years = range(1000, 1300)
    figures = "".join(
        f'{{ period = "{y}", locator = "thema/cijfers/1", as_printed = "{y} een", '
        'qualifier = "exact", value = 5 },\n'
        for y in years
    )
    path, page = tmp_path / "x.toml", tmp_path / "page.txt"
    path.write_text(MINIMAL + LAYOUT + indicator("a", figures), "utf-8")
    told = " ".join(f"{y} een" for y in years)
    page.write_text(f"Thema\nCijfers\n• {told} {'twintig 9.999 ' * 10_000}\n", "utf-8")
    done = run("validate", path, "--source", page)  # which waits for a minute at most
    assert f"{len(years)} claimed, 0 set aside, 20000 missed" in done.stdout


# ------------------------------------------------------------------------ editions


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
    assert str(refused.value) == f"{chain[0]}: builds on 'gone'; give that file too"


def test_a_circle_below_an_edition_is_told(tmp_path: Path) -> None:
    """Also where the first file given stands outside it."""
    chain = [_edition(tmp_path, n, base) for n, base in (("a", "b"), ("b", "c"), ("c", "b"))]
    with pytest.raises(DatasetError, match=r"b\.toml: and 'c' build on each other"):
        kic.load(chain)
