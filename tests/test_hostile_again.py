"""What a second hostile test found, by other means than the first."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import permutations
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from typer.testing import CliRunner

import kic
from kic.cli import app
from kic.dataset import United, read, unite
from kic.dataset.checks import warnings
from kic.dataset.validation import validate
from kic.model.errors import DatasetError, OutputError, UsageError
from kic.query.change import series
from kic.report import report
from kic.report.chart import draw, picture_of
from tests.conftest import ENVIRONMENT, KIC, MINIMAL, Run, Write, exact, figure, indicator

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


# -------------------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("forward", b"no note"),
        ("forward", b"\xff"),
        ("back", b"[1, 2]"),
        ("back", b"[" * 100_000),
        ("new", b"a file"),
        ("mine/figures.xlsx", b"of somebody else"),
        ("mine", b"of somebody else"),
    ],
)
def test_what_kic_did_not_leave_in_an_export_stays(
    run: Run, tmp_path: Path, name: str, content: bytes
) -> None:
    """A folder that only has the name of what a killed run leaves is named and kept."""
    path = tmp_path / "uit" / ".kic-export" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    done = run("export", tmp_path / "uit", "--force")
    told = f"kic: '{tmp_path / 'uit' / '.kic-export'}' was not left by kic; remove it.\n"
    assert (done.returncode, done.stderr) == (1, told)
    assert path.read_bytes() == content
    assert [p.name for p in (tmp_path / "uit").iterdir()] == [".kic-export"]


def test_an_export_where_its_leftovers_are_a_file_is_refused(run: Run, tmp_path: Path) -> None:
    """It says what is in the way, and not that the folder is none."""
    (tmp_path / ".kic-export").write_text("mine")
    done = run("export", tmp_path)
    assert done.stderr == f"kic: '{tmp_path / '.kic-export'}' was not left by kic; remove it.\n"


def test_init_names_no_option_that_it_does_not_have(run: Run, tmp_path: Path) -> None:
    """It never replaces a file, so it asks for another name."""
    path = tmp_path / "a.toml"
    assert run("init", path).returncode == 0
    done = run("init", path)
    assert (done.returncode, done.stderr) == (1, f"kic: '{path}' exists; give another name.\n")


@pytest.mark.parametrize("command", ["validate", "init", "export", "show --data"])
def test_whether_a_file_may_be_read_is_seen_when_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    """No command refuses it before as wrong usage: it ends with 1, as any that cannot be read."""
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    path = tmp_path / "x"
    path.write_text("x = 1")
    done = CliRunner().invoke(app, [*command.split(), str(path)])
    assert (done.exit_code, "not readable" in done.output) == (1, False)


def test_a_text_of_nothing_but_accents_is_searched(run: Run, write: Write) -> None:
    """It has no word that a word with a typing error could be like."""
    text = (
        indicator("a", exact("2020", 5)).replace("Over a", "\u0302").replace("About a", "\u0301")
    )
    done = run("find", "gezochtt", "--data", write(text))
    assert (done.returncode, done.stderr.count("Traceback")) == (0, 0)


# ---------------------------------------------------------------- what is told of a fault

_LONG = "x" * 100_000


@pytest.mark.parametrize(
    "arguments",
    [
        [_LONG],
        [f"--{_LONG}"],
        ["show", f"--{_LONG}"],
        ["show", _LONG],
        *(["show", f"--{name}", _LONG] for name in ("format", "lang", "color", "sort", "columns")),
        *(["show", f"--{name}", _LONG] for name in ("period", "region", "theme", "indicator")),
        *(["compare", f"--{name}", _LONG] for name in ("from", "to", "per", "order")),
        *(["gaps", f"--{name}", _LONG] for name in ("by", "registration")),
        *(["cite", "ots", f"--{name}", _LONG] for name in ("figure", "style")),
        ["cite", "ots", _LONG],
        ["schema", _LONG],
        ["schema", "output", _LONG],
        ["export", "x", "--as", _LONG],
        ["validate", "--format", _LONG],
        ["find", "x", "--limit", _LONG],
    ],
    ids=lambda given: " ".join(given).replace(_LONG, "LONG"),
)
def test_wrong_usage_is_told_on_a_line_that_somebody_reads(arguments: list[str]) -> None:
    """However long what was typed is, the line still says what is wrong and what there is."""
    done = CliRunner().invoke(app, arguments)
    [line] = done.stderr.splitlines()
    assert (done.exit_code, line.startswith("kic: ")) == (2, True)
    assert len(line) < 1100


def test_a_problem_of_a_file_with_a_long_name_is_on_a_line_of_some_length(run: Run) -> None:
    """In the answer of validate as on stderr."""
    done = run("validate", _LONG)
    assert (done.returncode, done.stderr) == (1, "")
    assert max(map(len, done.stdout.splitlines())) < 6000
    assert "cannot be read: file name too long" in done.stdout


# ------------------------------------------------------------------------- growth


def _many_indicators(number: int) -> str:
    return "".join(indicator(f"i{n}", exact("2020", n + 1)) for n in range(number))


def _many_regions(number: int) -> str:
    regions = "".join(f'[regions.r{n}]\nlabel = {{ nl = "r{n}" }}\n' for n in range(number))
    figures = "".join(
        figure("2020", f'reason = "unclear", region = "r{n}"') for n in range(number)
    )
    gaps = "".join(
        f'{{ kind = "unclear", region = "r{n}", missing = {{ nl = "x" }}, as_printed = "y" }},\n'
        for n in range(number)
    )
    return regions + indicator("a", figures, f"gaps = [\n{gaps}]")


def _many_themes(number: int) -> str:
    themes = "".join(f'[themes.t{n}]\nlabel = {{ nl = "t{n}" }}\n' for n in range(number))
    texts = (
        indicator(f"i{n}", exact("2020", 5)).replace('"thema', f'"t{n}') for n in range(number)
    )
    return themes + "".join(texts)


def _many_populations(number: int) -> str:
    regions = "".join(f'[regions.r{n}]\nlabel = {{ nl = "r{n}" }}\n' for n in range(number))
    counted = "".join(
        figure("2020", f'qualifier = "exact", value = 5, region = "r{n}"') for n in range(number)
    )
    ages = 'ages = "0-17"'
    people = indicator("b", counted, f'denominator_for = ["kinderen"]\n{ages}')
    return regions + indicator("a", counted, ages) + people


def _many_figures(number: int) -> str:
    months = (f"{2000 + n // 12}-{n % 12 + 1:02}" for n in range(number))
    rest = (
        'qualifier = "exact", value = 5, correction = { source = "bron", reason = { nl = "x" } }'
    )
    return indicator("a", "".join(figure(month, rest) for month in months))


def _refused(dataset: kic.Dataset) -> None:
    with suppress(UsageError):
        kic.compare(dataset, per=1000)


@pytest.mark.parametrize(
    ("make", "ask"),
    [
        (_many_indicators, lambda dataset: picture_of(dataset, series(dataset, dataset.records))),
        (_many_indicators, _refused),
        (_many_indicators, lambda dataset: report(dataset, "nl")),
        (_many_regions, lambda dataset: kic.load(dataset.path)),
        (_many_themes, kic.themes),
        (_many_figures, lambda dataset: picture_of(dataset, series(dataset, dataset.records))),
        (_many_populations, lambda dataset: kic.compare(dataset, "a", per=1000)),
    ],
    ids=["picture", "refusal", "report", "gaps", "themes", "figures", "rates"],
)
def test_the_work_does_not_grow_with_the_square(
    tmp_path: Path, make: Callable[[int], str], ask: Callable[[kic.Dataset], object]
) -> None:
    """Twice as much takes about twice as many steps, counted as lines of Python."""
    steps = []
    for number in (300, 600):
        path = tmp_path / f"{number}.toml"
        path.write_text(MINIMAL + make(number), "utf-8")
        dataset = kic.load(path)
        ask(dataset)  # once for what is made ready on first use
        steps.append(_lines_run(lambda dataset=dataset: ask(dataset)))  # type: ignore[misc]
    assert steps[1] < 2.3 * steps[0]


def _lines_run(work: Callable[[], object]) -> int:
    lines = 0

    def trace(_frame: FrameType, event: str, _arg: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


def test_a_number_of_digits_without_end_is_told_in_our_words(write: Write) -> None:
    """What Python says of it is about settings that a reader of a file does not have."""
    with pytest.raises(DatasetError) as refused:
        kic.load(write(indicator("a", exact("2020", "9" * 5000))))
    [problem] = refused.value.problems
    assert problem.message == (
        "cannot be read as TOML: a whole number has more digits than can be read"
    )


def test_too_little_memory_is_told_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is no fault of the program, and no traceback helps."""

    def full(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("kic.themes", full)
    done = CliRunner().invoke(app, ["themes"])
    assert (done.exit_code, done.stderr) == (1, "kic: there is not enough memory for this.\n")


def test_an_encoding_that_holds_no_text_is_told(run: Run) -> None:
    """It ends with 1 and without a traceback, though no line can be told in it."""
    environment = ENVIRONMENT | {"PYTHONIOENCODING": "undefined"}
    done = subprocess.run([KIC, "themes"], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


@pytest.mark.needs("matplotlib")
def test_a_png_that_no_program_would_show_is_refused(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before it takes gigabytes of memory; an SVG of the same is drawn."""
    dataset = kic.load(write(_many_indicators(3)))
    shown = picture_of(dataset, series(dataset, dataset.records))
    monkeypatch.setattr("kic.report.chart.save.MOST_PIXELS", 1_000_000)
    with pytest.raises(OutputError, match=r"by \d+ pixels, and a PNG is drawn up to 1 million"):
        draw(shown, "png", "nl")
    assert b"</svg>" in draw(shown, "svg", "nl")


# ------------------------------------------------------------------ chains of editions


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
        steps.append(_lines_run(lambda chain=chain: validate(chain, None)))  # type: ignore[misc]
    assert steps[1] < 2.3 * steps[0]


def _united(paths: list[Path]) -> United | list[str]:
    """Some files as one, or what is wrong with that."""
    try:
        return unite(tuple(edition for path in paths for edition in read(path)))
    except DatasetError as error:
        return list(map(str, error.problems))


_PART = indicator("b", exact("2020", 5), 'subset_of = "a"')


@pytest.mark.parametrize(
    ("fault", "revised", "first"),
    [
        ('qualifier = "exact", value = 4, trend = "up", trend_as_printed = "x"', 9, ""),
        ('qualifier = "exact", value = 4.5', 9, ""),
        ('qualifier = "estimate", value = 9', 9, ""),
        ('registration = "not_national"', 9, ""),
        ('qualifier = "exact", value = 4', 9, _PART),
        ('qualifier = "exact", value = 9', 4, _PART),
    ],
    ids=["trend", "decimals", "estimate", "gap", "whole", "whole of a revision"],
)
def test_a_revision_hides_nothing_of_the_file_before_it(
    tmp_path: Path, fault: str, revised: int, first: str
) -> None:
    """Every file of a chain is told the faults and warnings that it has with those before it."""
    chain = _chain(tmp_path / "x", [figure("2020", fault), exact("2020", revised)], first)
    told = validate(chain, None)
    for length, report_ in enumerate(told, 1):
        united = _united(chain[:length])
        if isinstance(united, list):
            assert list(map(str, report_.problems)) == united
            break
        assert report_.counts
        assert report_.counts.figures == len(united.dataset.records)
        warned = [
            w.message
            for w in united.merged.located(warnings(united))
            if w.path == chain[length - 1]
        ]
        # What nothing uses is judged by the whole chain.
        own = [w.message for w in report_.warnings]
        assert [m for m in warned if m not in own and "nothing uses" not in m] == []
    assert any(r.problems or len(r.warnings) > 0 for r in told[1:])
