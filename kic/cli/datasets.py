"""The commands for those who make a dataset or read one with a program."""

import json
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kic.cli.options import FORCE, OUTPUT, QUIET, one_of
from kic.cli.output import deliver, error_line, one_line, put, style_for, target

_SCHEMAS = ("output", "dataset")


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="|".join(_SCHEMAS),
            help="output: of what --json writes; dataset: of a dataset's TOML.",
            autocompletion=lambda: list(_SCHEMAS),
            parser=partial(one_of, "SCHEMA", _SCHEMAS),
        ),
    ],
    output: OUTPUT = None,
    force: FORCE = False,
    quiet: QUIET = False,
) -> None:
    """Print a JSON Schema, of answers or of a dataset.

    For programs that read kic's JSON, and for editors; draft 2020-12.

      kic schema output
      kic schema dataset --output figures.schema.json
    """
    from kic.table.dataset_schema import dataset_schema
    from kic.table.schema import output_schema

    content = output_schema() if name == "output" else dataset_schema()
    text = json.dumps(content, indent=2) + "\n"
    path = target(output)
    deliver(text, path, style_for(path), force=force, quiet=quiet, for_people=False)


def init(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", readable=False, help="The file to make.")
    ],
    page: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="PAGE.txt",
            readable=False,
            help="With the figures of which page? As text; what it does not say is asked.",
            show_default=False,
        ),
    ] = None,
    quiet: QUIET = False,
) -> None:
    """Begin a dataset: a template, or what kic reads on a page.

    The template is valid as it stands; what is read is to be checked, and its questions answered.

      kic init figures.toml
      kic init 2021.toml --from page.txt
    """
    file = None if str(path) == "-" else path  # stdout, as everywhere
    if page is None:
        template = Path(__file__).parents[1] / "template.toml"
        text = template.read_text("utf-8")
        deliver(text, file, style_for(file), force=None, quiet=quiet, for_people=False)
        return
    from kic.dataset.page.proposal import proposal
    from kic.dataset.reading import LONGEST, read_text

    made = proposal(read_text(page, LONGEST), page.name)
    deliver(made.text, file, style_for(file), force=None, quiet=quiet, for_people=False)
    if not quiet:
        counts = f"figures to check: {made.figures}, questions to answer: {made.questions}"
        error_line(f"{counts}; then: kic validate {file or 'FILE'} --source {page}")


def validate(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE",
            readable=False,
            help="Datasets to check; without any, the one that comes with kic.",
            show_default=False,
        ),
    ] = None,
    source: Annotated[
        Path | None,
        typer.Option(
            "--source",
            metavar="PAGE.txt",
            readable=False,
            help="Does it say what the page says? As text.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Nor any warning? Else the exit code is 1.")
    ] = False,
    alone: Annotated[
        bool,
        typer.Option("--alone", help="Is it sound without what it builds on?"),
    ] = False,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|json",
            help="As what? text (default) or json.",
            show_default=False,
            parser=partial(one_of, "--format", ("text", "json")),
        ),
    ] = "text",
) -> None:
    """Check datasets, and list every problem with its line.

    Warnings too; the exit code is 1 if there is a problem.

      kic validate
      kic validate --format json
    """
    from kic.dataset import positions, validation

    reports = validation.validate(files or [None], source, alone=alone)
    if format_ == "json":
        text = json.dumps(validation.as_data(reports), indent=2) + "\n"
    else:
        text = "".join(f"{one_line(line)}\n" for line in validation.as_lines(reports))
    put(text, style_for(None), for_people=format_ == "text")
    if any(r.problems or r.warnings for r in reports) and not positions.available():
        error_line("lines are not known; for them: pip install 'kic[validate]'")
    if not all(report.passes(strict=strict) for report in reports):
        raise typer.Exit(1)
