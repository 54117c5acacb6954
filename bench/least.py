"""The least program of kic's kind: Typer arguments, a pydantic model, one Rich table."""

from typing import Annotated

import typer
from pydantic import BaseModel
from rich.console import Console
from rich.table import Table

app = typer.Typer()


class Figure(BaseModel):
    """A row."""

    label: str
    value: int


@app.command()
def show(theme: Annotated[str, typer.Argument()]) -> None:
    """Print a table of one row."""
    figure = Figure(label=theme, value=289)
    table = Table("label", "value")
    table.add_row(figure.label, str(figure.value))
    Console().print(table)


@app.command()
def other() -> None:
    """Make the first command need its name, as kic's do."""


if __name__ == "__main__":
    app()
