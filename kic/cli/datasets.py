"""The commands for those who make a dataset or read one with a program."""

import json
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from kic.cli.options import FORCE, OUTPUT, one_of
from kic.cli.output import deliver, error_line, one_line, put, style_for, target
from kic.cli.saving import save

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
) -> None:
    """Print a JSON Schema (draft 2020-12)."""
    from kic.table.schema import dataset_schema, output_schema

    content = output_schema() if name == "output" else dataset_schema()
    text = json.dumps(content, indent=2) + "\n"
    path = target(output)
    deliver(text, path, style_for(path), force=force, for_people=False)


def init(
    path: Annotated[
        Path, typer.Argument(metavar="FILE", readable=False, help="The file to make.")
    ],
) -> None:
    """Write a commented template of a dataset, valid as it stands."""
    template = Path(__file__).parents[1] / "template.toml"
    save(path, template.read_bytes(), force=None)


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
            help="Check it against the text of the page it was typed from.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Treat warnings as errors.")] = False,
    alone: Annotated[
        bool,
        typer.Option("--alone", help="Without the dataset that the file says it builds on."),
    ] = False,
    format_: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="text|json",
            help="How to write the report.",
            parser=partial(one_of, "--format", ("text", "json")),
        ),
    ] = "text",
) -> None:
    """Check datasets: every problem of every file, with its line, and warnings."""
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
