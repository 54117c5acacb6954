"""The command that cites figures."""

import shlex
from pathlib import Path

import pytest

from tests.conftest import MINIMAL, exact, indicator
from tests.end_to_end.conftest import Run


@pytest.mark.parametrize(
    ("style", "written"), [("text", ""), ("bibtex", ""), ("csl-json", "[]\n")]
)
def test_no_figure_to_cite_is_said(tmp_path: Path, run: Run, style: str, written: str) -> None:
    """An indicator without figures has no citation, and a line says so."""
    path = tmp_path / "x.toml"
    path.write_text(MINIMAL + indicator("a", exact("2020", 1)) + indicator("b", ""), "utf-8")
    done = run("cite", "b", "--style", style, "--data", path)
    message = "kic: the answer is empty: there is no figure to cite.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, written, message)


def test_nothing_left_by_a_filter_is_said(run: Run) -> None:
    """The answer is empty for want of a period, not of figures."""
    done = run("cite", "nareis", "--period", "2018")
    message = "kic: the answer is empty: nothing matches all of these filters.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", message)


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("cite nareis --figure 2020", "cite nareis --period 2020"),
        ("cite nareis --figure=2020 --style bibtex", "cite nareis --period 2020 --style bibtex"),
        ("cite ots --format=bibtex", "cite ots --style bibtex"),
        ("cite ots -f bibtex", "cite ots --style bibtex"),
        ("cite nareis 2020", "cite nareis --period 2020"),
        ("cite caribisch", "cite --region caribisch"),
    ],
)
def test_what_is_called_otherwise_gets_a_hint_that_works(run: Run, typed: str, hint: str) -> None:
    """The hint is a command, and it answers."""
    done = run(*shlex.split(typed))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"Try: kic {hint}\n")
    assert run(*shlex.split(hint)).returncode == 0


@pytest.mark.parametrize(
    ("name", "begin"), [("a.txt", "Gemiddelde"), ("a.bib", "@misc{"), ("a.JSON", "[\n")]
)
def test_the_suffix_of_a_file_tells_the_style(
    tmp_path: Path, run: Run, name: str, begin: str
) -> None:
    """A file is what it is called; one that tells no style is not written, unless it is given."""
    assert run("cite", "nareis", "--output", tmp_path / name).returncode == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begin)
    other = tmp_path / "a.csv"
    refused = run("cite", "nareis", "--output", other)
    assert (refused.returncode, refused.stdout, other.exists()) == (2, "", False)
    assert "tells no style (known: .txt, .bib, .json)" in refused.stderr
    assert run("cite", "nareis", "--output", other, "--style", "text").returncode == 0


def test_a_figure_of_a_region_has_two_options(run: Run) -> None:
    """What was one option is now two, and no single one is offered for it."""
    done = run("cite", "ots", "--figure", "2020:bes")
    message = "kic: cite has --period and --region, in the place of PERIOD:REGION.\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)


@pytest.mark.parametrize("given", ["2026-11-31", "27-11-2026", "20261127", "2026-W48-5", "", "x"])
def test_a_day_of_access_that_is_none_is_refused(run: Run, given: str) -> None:
    """Only a day that exists, as ISO 8601 writes it with hyphens."""
    done = run("cite", "nareis", "--accessed", given)
    message = f"kic: --accessed takes a day as 2026-11-27 (found {given!r}).\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", message)
    assert (
        "Geraadpleegd op 27 november 2026."
        in run("cite", "nareis", "--accessed", "2026-11-27").stdout
    )


def test_nobody_looked_at_a_source_before_it_was_published(run: Run) -> None:
    """A slip in the year would be printed in a list of sources."""
    for asked in ((), ("nareis",)):
        done = run("cite", *asked, "--accessed", "2020-01-01")
        assert (done.returncode, done.stdout) == (2, "")
        assert "is before the publication of" in done.stderr
        assert done.stderr.count("\n") == 1
        assert run("cite", *asked, "--accessed", "2021-11-30").returncode == 0
