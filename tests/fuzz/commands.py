"""Command lines: any option with any value in any order, and words where none belong."""

from functools import cache
from random import Random

import typer

import kic as package
from kic.cli import app
from tests.conftest import ROOT
from tests.fuzz.mutation import ODD
from tests.fuzz.running import Kic, expect, main

# Nothing here may be written to: a word may stand where a file or a folder is named.
_FILES = (
    "x.toml",
    "page.txt",
    "out.csv",
    "out.json",
    "out.svg",
    "out.html",
    "out",
    "a/b.xlsx",
    ".",
)
_PLACES = (
    "/dev/null",
    "/dev/full",
    "/proc/self/mem",
    "/proc/self/fd",
    "-",
    "--",
    "nergens/x.toml",
)
_CODES = (
    "nl",
    "en",
    "json",
    "csv",
    "xlsx",
    "text",
    "bibtex",
    "sqlite",
    "auto",
    "always",
    "latest",
)
_SIZES = (
    "0",
    "1",
    "-1",
    "3",
    "1000",
    "1.000",
    "99999999999999999999",
    "1e3",
    "0x1",
    "²",
    "13",
    "nan",
)
_LEFT_OUT = {"--install-completion", "--show-completion", "--engine"}  # they act outside


@cache
def _options() -> dict[str, tuple[str, ...]]:
    """The names of the options of each command."""
    group = typer.main.get_command(app)
    return {
        name: tuple(
            opt
            for parameter in command.params
            for opt in (*parameter.opts, *parameter.secondary_opts)
            if opt.startswith("-") and opt not in _LEFT_OUT
        )
        for name, command in group.commands.items()  # type: ignore[attr-defined]
    }


@cache
def _values() -> tuple[tuple[str, ...], ...]:
    data = package.load()
    periods = tuple(dict.fromkeys(name for period in data.periods for name in period.typed))
    ids = (*data.themes, *data.regions, *data.indicators)
    labels = tuple(topic.label.nl for topic in data.indicators.values())
    columns = ("value", "period,value", "-value", "label", "name", "-percent", "theme", "x")
    odd = tuple(word for word in ODD if isinstance(word, str) and "\0" not in word)
    return (ids, ids, periods, labels, columns, _CODES, _FILES, _PLACES, _SIZES, odd)


def _value(random: Random) -> str:
    return random.choice(random.choice(_values()))


def case(kic: Kic) -> str:
    """A command with options and words that may or may not be its own."""
    random, options = kic.random, _options()
    name = random.choice([*options])
    own = options[name] if random.random() < 0.9 else options[random.choice([*options])]
    parts: list[list[str]] = []
    for _ in range(random.choice((0, 1, 1, 2, 2, 3, 5))):
        option, value = random.choice(own), _value(random)
        parts.append(
            random.choice(([option], [option, value], [option, value], [f"{option}={value}"]))
        )
    parts += [[_value(random)] for _ in range(random.choice((0, 0, 1, 1, 2)))]
    random.shuffle(parts)
    command = [] if random.random() < 0.01 else [name]
    arguments = [*command, *(word for part in parts for word in part)]
    if random.random() < 0.1:
        random.shuffle(arguments)
    kic.folder.joinpath("x.toml").write_bytes((ROOT / "kic" / "template.toml").read_bytes())
    kic.folder.joinpath("page.txt").write_text(
        "In 2020 kregen 120 kinderen hulp, 5 meer dan in 2019."
    )
    before = {path.name for path in kic.folder.iterdir()}
    told = kic.ask(*arguments, stdin=b"In 2019 wachtten zij 289 dagen op gezinshereniging.")
    left = {path.name for path in kic.folder.iterdir()} - before - {".asked"}
    expect(not any(name.startswith(".kic") for name in left), f"left {left}")
    expect(told.code == 0 or not left, f"an error, and {left} is written")
    return f"exit {told.code}"


if __name__ == "__main__":
    main(case)
