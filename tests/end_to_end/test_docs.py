"""The documentation is true: its examples are run, and their output is what it shows."""

import contextlib
import io
import re
import shlex
import tomllib
from pathlib import Path

import pytest
import typer
from pydantic import BaseModel

import kic
from kic.cli import app
from kic.formats import FORMATS
from kic.model import Figure, Gap, Indicator, Layout, Named, NotFigure, Statement
from kic.model.fields import FIELDS
from kic.publish import EXPORT_FORMATS
from kic.table.dataset_schema import dataset_schema
from kic.table.rows import FIGURE
from tests.conftest import ENVIRONMENT, MINIMAL, ROOT
from tests.end_to_end.conftest import KIC, Run
from tests.end_to_end.inprocess import answer

README = ROOT / "README.md"
CONTRIBUTING = ROOT / "CONTRIBUTING.md"
RECIPES = ROOT / "docs" / "recipes.md"
OWN = ROOT / "docs" / "own-dataset.md"
DATA_MODEL = ROOT / "docs" / "data-model.md"
COMMANDS = ROOT / "docs" / "command-line.md"
EXAMPLE = re.compile(
    r"<!-- run: (?P<command>[^>]+) -->\n```(?P<kind>\w+)\n(?P<output>.*?)```", re.DOTALL
)


def _shown(command: str, folder: Path) -> str:
    """What a reader sees: the command, then both streams; of a long answer its first lines."""
    asked, _, most = command.partition(" | head -")
    program, *arguments = shlex.split(asked)
    assert program == "kic"
    done = answer(arguments, ENVIRONMENT, folder)
    assert done.code in (0, 1, 2)
    lines = done.out.decode("utf-8").replace("\r", "").splitlines(keepends=True)
    out = "".join(lines[: int(most)] if most else lines)
    return f"$ {command}\n{out}{done.err.decode('utf-8')}"


def _check_agrees(path: Path, fresh: str, request: pytest.FixtureRequest) -> None:
    """The file is as it would be written now; with --rewrite it becomes so."""
    if request.config.getoption("--rewrite"):
        path.write_text(fresh, "utf-8")
    assert path.read_text("utf-8") == fresh, (
        "run: python -m pytest tests/end_to_end/test_docs.py --rewrite"
    )


FILE = re.compile(r"<!-- file: (?P<name>[\w.]+) -->\n```\w+\n(?P<text>.*?)```", re.DOTALL)


def _save_files(text: str, folder: Path) -> None:
    """Write the files that a page shows, each in as many pieces as it is shown in."""
    for name in dict.fromkeys(match["name"] for match in FILE.finditer(text)):
        pieces = (match["text"] for match in FILE.finditer(text) if match["name"] == name)
        (folder / name).write_text("\n".join(pieces), "utf-8")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(README, marks=pytest.mark.needs("matplotlib")),
        pytest.param(RECIPES, marks=pytest.mark.needs("matplotlib")),
        OWN,
    ],
    ids=lambda p: p.stem,
)
def test_the_examples_are_real(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Every example is run; what is shown below a command is what it says."""

    def fresh(match: re.Match[str]) -> str:
        shown = _shown(match["command"], tmp_path)
        if match["kind"] == "sh":  # a command that writes a file and only tells so
            assert re.fullmatch(r"\$ .*\n(kic: wrote .*\n)*", shown)
            shown = f"{match['command']}\n"
        return f"<!-- run: {match['command']} -->\n```{match['kind']}\n{shown}```"

    text = page.read_text("utf-8")
    for shown in {page, RECIPES}:  # the README asks about a file of the recipes
        _save_files(shown.read_text("utf-8"), tmp_path)
    assert len(EXAMPLE.findall(text)) == text.count("<!-- run:") >= 3
    _check_agrees(page, EXAMPLE.sub(fresh, text), request)


@pytest.mark.parametrize(
    "page",
    [README, pytest.param(RECIPES, marks=pytest.mark.needs("pandas", "polars"))],
    ids=lambda p: p.stem,
)
def test_the_python_of_the_documentation_runs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A snippet prints what its comments say, or the block below it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", str(KIC.parent), prepend=":")
    snippets = re.findall(
        r"```python\n(.*?)```(?:\n\n```\n(.*?)```)?", page.read_text("utf-8"), re.DOTALL
    )
    assert snippets
    for code, below in snippets:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, page.name, "exec"), {})  # noqa: S102 - it is ours
        expected = below or "\n".join(re.findall(r"# (.+)$", code, re.MULTILINE)) + "\n"
        assert printed.getvalue() == expected


def test_the_recipes_carry_the_figure_everywhere(tmp_path: Path) -> None:
    """Spreadsheet, LaTeX, and Data Package: each with value, unit, period, region and source."""
    import openpyxl

    for command in (
        "kic show nareis -o a.xlsx",
        "kic cite nareis --period 2020 --style bibtex -o a.bib",
        "kic export package --as datapackage",
    ):
        _shown(command, tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Gegevens"]
    head, *_, last = list(sheet.iter_rows(values_only=True))
    row = dict(zip(head, last, strict=True))
    expected = {
        "value": 289,
        "unit": "dagen",
        "period": "2020",
        "region": "nederland",
        "status": "A",
    }
    assert {k: row[k] for k in expected} == expected
    entry = (tmp_path / "a.bib").read_text("utf-8")
    for word in ("289 dagen", "2020", "Nederland", "cijfers, 3e punt", "Kinderrechtencollectief"):
        assert word in entry
    figures = (tmp_path / "package" / "figures.csv").read_text("utf-8")
    assert "gezinshereniging_wachttijd:2020:nederland" in figures


@pytest.mark.parametrize(
    ("part", "heading", "prefix"),
    [
        (Figure, "Of a figure", ""),
        (Indicator, "Of an indicator", ""),
        (Gap, "Of a gap", "gap "),
        (Statement, "Of a gap", "statement "),
        (NotFigure, "Of a gap", "not_figures "),
        (Layout, "Of the page", "layout "),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_every_key_has_an_example(part: type[BaseModel], heading: str, prefix: str) -> None:
    """Whoever types a page finds each key beside a sentence that asks for it."""
    text = DATA_MODEL.read_text("utf-8")
    section = text.partition(f"### {heading}")[2].partition("\n### ")[0].partition("\n## ")[0]
    firsts = [row.split("|")[1].strip() for row in section.splitlines() if row.startswith("|")]
    shown = {
        key
        for first in firsts
        if first.startswith(prefix) and (prefix or not re.match(r"[a-z]", first))
        for key in re.findall(r"`(\w+)`", first)
    }
    assert set(part.model_fields) <= shown


def test_next_years_figure_can_be_added_as_is_told(tmp_path: Path) -> None:
    """The line for next year's figure is accepted by the checks."""
    source, line = re.findall(r"```toml\n(.*?)```", CONTRIBUTING.read_text("utf-8"), re.DOTALL)
    text = (ROOT / "data" / "figures.toml").read_text("utf-8")
    start = text.index("figures = [", text.index("[indicators.gezinshereniging_wachttijd]"))
    end = text.index("]\n", start)
    path = tmp_path / "figures.toml"
    path.write_text(text[:end] + line + text[end:] + source, "utf-8")
    shown = kic.show(kic.load(path), "gezinshereniging_wachttijd")
    assert [(r.value, r.source[-4:]) for r in shown.records] == [
        (233, "2020"),
        (289, "2020"),
        (301, "2021"),
    ]


def test_the_edition_of_the_page_on_own_datasets_is_one(tmp_path: Path) -> None:
    """What it shows as next year's file is accepted, together with what it builds on."""
    blocks = re.findall(r"```toml\n(.*?)```", OWN.read_text("utf-8"), re.DOTALL)
    [edition] = [b for b in blocks if "builds_on" in b]
    source = '[sources.rapport_2021]\npublisher = "x"\ntitle = "y"\n'
    path = tmp_path / "2021.toml"
    path.write_text(f"{edition}\n{source}", "utf-8")
    shown = kic.show(kic.load(path), "nareis")
    assert [r.value for r in shown.records] == [233, 289, 301]


def test_the_setup_commands_are_those_ci_runs() -> None:
    """The test command stands in the README once and .ci/run takes it from there."""
    commands = re.findall(r"```sh\n(.+?)\n```", README.read_text("utf-8"))
    setup = [c.rpartition("/")[2] for c in commands if c.startswith("python3 ")]
    assert setup == ["kic show wachttijd", "python -m pytest"]
    assert "README.md" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_version_is_told_once_and_everywhere() -> None:
    """The package, the changelog and the citation name the same version."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    released = re.findall(r"^## \[(\d\S*)\]", changelog, re.MULTILINE)
    assert released[0] == kic.__version__
    assert f"\nversion: {kic.__version__}\n" in (ROOT / "CITATION.cff").read_text("utf-8")


def test_every_format_has_a_help_text_and_an_example(run: Run) -> None:
    """A format or a way to publish that nobody can find is none."""
    shown = run("show", "--help", COLUMNS="200").stdout
    documented = COMMANDS.read_text("utf-8")
    for name, format_ in FORMATS.items():
        assert name in shown
        assert f"| `{name}` |" in documented
        assert format_.about in documented
    for name, about in EXPORT_FORMATS.items():
        assert f"| `{name}` |" in documented
        assert about in documented


def test_every_command_and_option_is_documented(request: pytest.FixtureRequest) -> None:
    """The page on the command line is made from the program itself."""
    _check_agrees(COMMANDS, _command_line(), request)


def _command_line() -> str:
    """The reference of all commands, in the order in which help lists them."""
    parts = [
        "# The command line",
        "This page is made from the program; `kic COMMAND --help` shows the same.",
        _listing("Formats", {n: f.about for n, f in FORMATS.items()}),
        "The suffix of `--output FILE` picks one: "
        + ", ".join(f"`{s}`" for f in FORMATS.values() for s in f.suffixes)
        + ".",
        _listing("Ways to publish, for `kic export --as`", EXPORT_FORMATS),
        "## Exit codes",
        "0 answered, also when the answer is empty; 1 the dataset is invalid, a file cannot be "
        "read or written, or a check that was asked for failed; 2 wrong usage; 130 interrupted.",
    ]
    group = typer.main.get_command(app)
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        examples_as_code = re.sub("^  kic", "    kic", command.help or "", flags=re.MULTILINE)
        parts += [f"## kic {name}", examples_as_code.strip()]
        rows = []
        for parameter in command.params:
            about = parameter.help
            if parameter.param_type_name == "argument":
                label = f"`{parameter.metavar}{'...' if parameter.nargs == -1 else ''}`"
            else:
                metavar = "" if parameter.is_flag else f" {parameter.metavar}"
                label = f"`{', '.join(parameter.opts)}{metavar}`"
            rows.append(f"| {label.replace('|', chr(92) + '|')} | {about} |")
        parts.append("\n".join(["| option | what it does |", "|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def _listing(title: str, items: dict[str, str]) -> str:
    rows = "\n".join(f"| `{name}` | {about} |" for name, about in items.items())
    return f"## {title}\n\n| name | what it is |\n|---|---|\n{rows}"


def test_every_field_is_documented(request: pytest.FixtureRequest) -> None:
    """The table of fields is made from the one place where they are described."""
    rows = [
        f"| `{name}` | {f.title.nl} / {f.title.en} | {f.about} | "
        f"{', '.join(f'`{c}`' for c in f.codes)} |"
        for name, f in FIELDS.items()
    ]
    table = "\n".join(["| field | title | meaning | values |", "|---|---|---|---|", *rows])
    text = DATA_MODEL.read_text("utf-8")
    fresh = re.sub(
        r"(<!-- fields -->\n).*?(\n<!-- /fields -->)",
        lambda m: m[1] + table + m[2],
        text,
        flags=re.DOTALL,
    )
    _check_agrees(DATA_MODEL, fresh, request)
    assert set(FIGURE) <= set(FIELDS)


def test_every_key_of_a_file_is_listed(request: pytest.FixtureRequest) -> None:
    """The table of keys is made from the schema that editors check a dataset with."""
    schema = dataset_schema()
    parts = {"File": schema, **schema["$defs"]}
    rows = [
        f"| {name} | {f'**`{key}`**' if key in part.get('required', ()) else f'`{key}`'} | "
        f"{described['description']} |"
        for name, part in parts.items()
        for key, described in part.get("properties", {}).items()
    ]
    table = "\n".join(["| part | key | meaning |", "|---|---|---|", *rows])
    fresh = re.sub(
        r"(<!-- keys -->\n).*?(<!-- /keys -->)",
        lambda m: m[1] + table + "\n" + m[2],
        DATA_MODEL.read_text("utf-8"),
        flags=re.DOTALL,
    )
    _check_agrees(DATA_MODEL, fresh, request)
    assert [row for row in rows if row.endswith("|  |")] == []


def test_the_public_api_has_docstrings() -> None:
    """Everything public says what goes in and comes out."""
    public = [getattr(kic, name) for name in kic.__all__ if name != "__version__"]
    assert [p for p in public if not (p.__doc__ or "").strip()] == []
    assert sorted(kic.__all__) == sorted(dir(kic))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        kic.nothing  # noqa: B018 - the access is what is tested


def test_every_key_of_the_file_is_explained() -> None:
    """The page that the head of the dataset points at tells of every key of a figure and gap."""
    head = (ROOT / "data" / "figures.toml").read_text("utf-8").partition("[dataset]")[0]
    assert "docs/data-model.md describes every key" in head
    told = set(re.findall(r"`([a-z_]+)`", DATA_MODEL.read_text("utf-8")))
    keys = {*Figure.model_fields, *Indicator.model_fields, *Gap.model_fields, *Named.model_fields}
    assert keys - {"figures"} - told == set()


def test_only_the_five_dependencies_are_needed_at_run_time() -> None:
    """jinja2, typer, rich, pydantic and tomli, each with a floor and a ceiling."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = [re.split(r"[<>=]", d)[0] for d in project["dependencies"]]
    assert sorted(names) == ["jinja2", "pydantic", "rich", "tomli", "typer"]
    assert all(re.search(r">=.+,<", d) for d in project["dependencies"])


def test_the_smallest_dataset_of_the_tests_is_one(tmp_path: Path) -> None:
    """What the tests build upon is itself accepted."""
    path = tmp_path / "x.toml"
    path.write_text(MINIMAL + "[indicators]\n", "utf-8")
    assert kic.load(path).records == ()


def test_the_readme_is_short() -> None:
    """One question and its answer, how to install, and the rest on the pages it names."""
    text = README.read_text("utf-8")
    assert len(text.splitlines()) <= 250
    assert text.index("<!-- run:") < text.index("## Install") < text.index("## Commands")


def test_programs_that_read_texts_are_told_of_every_command() -> None:
    """The short text for them names all that there is."""
    told = (ROOT / "llms.txt").read_text("utf-8")
    group = typer.main.get_command(app)
    assert not [name for name in group.commands if f"`kic {name}" not in told]  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["README.md", "llms.txt"])
def test_every_page_that_is_named_is_there(name: str) -> None:
    """A link leads to a file of the repository, and to a heading in it."""
    page = (ROOT / name).read_text("utf-8")
    for path, _, anchor in re.findall(r"\]\(((?!https)[^)#]+)(#([^)]+))?\)", page):
        text = (ROOT / path).read_text("utf-8")
        headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
        assert not anchor or anchor in {
            re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings
        }
