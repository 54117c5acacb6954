"""The documentation is true: its examples are run, and their output is what it shows."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest

import kic
from kic.formats import FORMATS
from tests.conftest import MINIMAL, ROOT, Run

README = ROOT / "README.md"
EXAMPLE = re.compile(
    r"<!-- run: (?P<command>[^>]+) -->\n```console\n(?P<output>.*?)```", re.DOTALL
)


def _shown(run: Run, command: str) -> str:
    """What a reader sees: the command, then both streams."""
    program, *arguments = shlex.split(command)
    assert program == "kic"
    done = run(*arguments)
    return f"$ {command}\n{done.stdout.replace(chr(13), '')}{done.stderr}"


def test_the_examples_of_the_readme_are_real(run: Run, request: pytest.FixtureRequest) -> None:
    """Every example is run; with --rewrite the README gets what kic says now."""
    text = README.read_text("utf-8")
    fresh = EXAMPLE.sub(
        lambda m: f"<!-- run: {m['command']} -->\n```console\n{_shown(run, m['command'])}```", text
    )
    if request.config.getoption("--rewrite"):
        README.write_text(fresh, "utf-8")
    assert len(EXAMPLE.findall(text)) >= 6
    assert README.read_text("utf-8") == fresh, "run: python -m pytest tests/test_docs.py --rewrite"


def test_the_python_of_the_readme_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """The snippet prints what its comments say."""
    [snippet] = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    exec(compile(snippet, "README.md", "exec"), {})  # noqa: S102 - it is ours
    expected = re.findall(r"# (.+)$", snippet, re.MULTILINE)
    assert capsys.readouterr().out.splitlines() == expected


def test_the_figure_of_the_readme_can_be_added(tmp_path: Path) -> None:
    """The line for next year's figure is accepted by the checks."""
    [lines] = re.findall(r"```toml\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    text = (ROOT / "data" / "figures.toml").read_text("utf-8")
    start = text.index("figures = [", text.index("[indicators.gezinshereniging_wachttijd]"))
    end = text.index("]\n", start) + 2
    path = tmp_path / "figures.toml"
    path.write_text(text[:start] + lines + text[end:], "utf-8")
    shown = kic.show(kic.load(path), "gezinshereniging_wachttijd")
    assert [r.value for r in shown.records] == [289, 301]


def test_the_setup_commands_are_those_ci_runs() -> None:
    """The test command stands in the README once and .ci/run takes it from there."""
    commands = re.findall(r"```sh\n(.+?)\n```", README.read_text("utf-8"))
    assert [c.rpartition("/")[2] for c in commands] == ["kic show migratie", "python -m pytest"]
    assert "README.md" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_version_is_told_once_and_everywhere() -> None:
    """The package, the changelog and the citation name the same version."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## \[(\S+)\]", changelog, re.MULTILINE)[0] == kic.__version__
    assert f"\nversion: {kic.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_every_format_is_in_the_readme() -> None:
    """A format that nobody can find is none."""
    text = README.read_text("utf-8") + (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert [name for name in FORMATS if f"`{name}`" not in text and f"{name}" not in text] == []


def test_every_key_of_the_file_is_explained() -> None:
    """The comment at the top of the dataset names the keys of a figure that need it."""
    head = (ROOT / "data" / "figures.toml").read_text("utf-8").partition("[dataset]")[0]
    for key in ("locator", "as_printed", "value", "qualifier", "reason", "period", "registration"):
        assert re.search(rf"^#   {key} ", head, re.MULTILINE), key


def test_only_the_four_dependencies_are_needed_at_run_time() -> None:
    """typer, rich, pydantic and tomli, each with a floor and a ceiling."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[<>=]", d)[0] for d in project["dependencies"]]
    assert sorted(names) == ["pydantic", "rich", "tomli", "typer"]
    assert all(re.search(r">=.+,<", d) for d in project["dependencies"])


def test_the_smallest_dataset_of_the_tests_is_one(tmp_path: Path) -> None:
    """What the tests build upon is itself accepted."""
    path = tmp_path / "x.toml"
    path.write_text(MINIMAL + "[indicators]\n", "utf-8")
    assert kic.load(path).records == ()
