"""Command lines: any option with any value in any order, and words where none belong."""

import re
from functools import cache
from random import Random
from typing import Any

import typer

import kic as package
from kic.cli import app
from tests.conftest import ROOT
from tests.fuzz.mutation import ODD
from tests.fuzz.running import ANSWERS_NO, Kic, expect, main

# Nothing here may be written to: a word may stand where a file or a folder is named.
_FILES = (
    "x.toml",
    "y.toml",
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
def _parameters() -> dict[str, tuple[Any, ...]]:
    """What each command takes, but what acts outside."""
    group = typer.main.get_command(app)
    commands: dict[str, Any] = group.commands  # type: ignore[attr-defined]
    return {
        name: tuple(p for p in command.params if not _LEFT_OUT & {*p.opts})
        for name, command in commands.items()
    }


@cache
def _values() -> dict[str, tuple[str, ...]]:
    """What may be typed, by the word that the help has for it."""
    data = package.load()
    columns = ("value", "period,value", "-value", "label", "-percent", "theme", "x")
    return {
        "THEME": (*data.themes,),
        "INDICATOR": (*data.indicators, *(topic.label.nl for topic in data.indicators.values())),
        "REGION": (*data.regions,),
        "PERIOD": (*(name for period in data.periods for name in period.typed), "latest"),
        "COLUMN": columns,
        "CODE": _CODES,
        "FILE": _FILES,
        "PLACE": _PLACES,
        "N": _SIZES,
        "ODD": tuple(word for word in ODD if isinstance(word, str) and "\0" not in word),
    }


def _value(random: Random, parameter: Any | None = None) -> str:
    """Any value; half of the time one that fits a parameter."""
    words = re.findall("[A-Z]+", str(parameter.metavar)) if parameter else []
    fitting = [word for word in words if word in _values()]
    if fitting and random.random() < 0.5:
        return random.choice(_values()[random.choice(fitting)])
    return random.choice(random.choice([*_values().values()]))


def case(kic: Kic) -> str:
    """A command with options and words that may or may not be its own."""
    random, parameters = kic.random, _parameters()
    name = random.choice([*parameters])
    own = parameters[name] if random.random() < 0.9 else parameters[random.choice([*parameters])]
    options = [p for p in own if p.param_type_name == "option"]
    parts: list[list[str]] = []
    for _ in range(random.choice((0, 1, 1, 2, 2, 3, 5))):
        chosen = random.choice(options)
        option, value = (
            random.choice((*chosen.opts, *chosen.secondary_opts)),
            _value(random, chosen),
        )
        both = ([option, value], [option, value], [f"{option}={value}"])
        parts.append([option] if not chosen.metavar else random.choice(([option], *both)))
    if name == "diff" and random.random() < 0.8:
        parts.append(["x.toml", "y.toml"])
    else:
        parts += [[_value(random)] for _ in range(random.choice((0, 0, 1, 1, 2)))]
    random.shuffle(parts)
    command = [] if random.random() < 0.01 else [name]
    arguments = [*command, *(word for part in parts for word in part)]
    if random.random() < 0.1:
        random.shuffle(arguments)
    given = (ROOT / "kic" / "template.toml").read_text("utf-8")
    kic.folder.joinpath("x.toml").write_text(given, "utf-8")
    kic.folder.joinpath("y.toml").write_text(
        given.replace("134", "143").replace("stijgt", "daalt"), "utf-8"
    )
    kic.folder.joinpath("page.txt").write_text(
        "In 2020 kregen 120 kinderen hulp, 5 meer dan in 2019."
    )
    before = {path.name for path in kic.folder.iterdir()}
    told = kic.ask(*arguments, stdin=b"In 2019 wachtten zij 289 dagen op gezinshereniging.")
    left = {path.name for path in kic.folder.iterdir()} - before - {".asked"}
    expect(not any(name.startswith(".kic") for name in left), f"left {left}")
    is_answer = told.code == 0 or ANSWERS_NO & {*arguments}
    expect(is_answer or not left, f"an error, and {left} is written")
    return f"exit {told.code}"


if __name__ == "__main__":
    main(case)
