"""How the time of each verb grows: ``python bench/growth.py [SECONDS] [DIMENSION...]``.

Datasets of a thousand, ten thousand and a hundred thousand figures, indicators, aliases,
regions or statements are made up.  Each verb answers from each, on the command line but within
this process, so that start-up and reading, which has a line of its own, do not hide the rest.
What is printed is the exponent between the last two sizes: 1 is linear, 2 is the square, and
less is mostly work that is there once.  A verb that would take more than so many seconds (90)
is not asked; the size that it got to is told with its exponent then.
"""

import gc
import sys
from collections.abc import Callable
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from io import StringIO, TextIOWrapper
from math import log10
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from time import process_time
from unittest.mock import patch

import typer

import kic
from kic.cli import app

SIZES = (1_000, 10_000, 100_000)
HEAD = """
[dataset]
id = "made-up"
version = "1.0.0"
source = "bureau"
license = "CC0-1.0"
title = "Made-up figures"
languages = ["en"]

[sources.bureau]
publisher = "Bureau"
title = "Made-up figures"

[themes.care]
label = "Care"

[regions.country]
label = "Country"

[units.children]
label = "children"
kind = "count"
"""
TEXT = "In 2020, 250 children were in care of kind 1. In 2021 it were 300 children."


def _indicator(name: str, figures: str, extra: str = "") -> str:
    return f"""
[indicators.{name}]
theme = "care"
label = "Children in care of kind {name}"
unit = "children"
region = "country"
{extra}
figures = [
{figures}]
"""


def _figure(period: str, value: int, extra: str = "") -> str:
    place = f'as_printed = "{value}", locator = "care/figures/1"'
    return f'  {{ period = "{period}", qualifier = "exact", value = {value}, {place}{extra} }},\n'


def _figures(n: int) -> str:
    months = [f"{1000 + m // 12}-{m % 12 + 1:02}" for m in range(n // 10)]
    return "".join(
        _indicator(f"i{i}", "".join(_figure(m, v) for v, m in enumerate(months, 1)))
        for i in range(10)
    )


def _indicators(n: int) -> str:
    return "".join(
        _lacking(i) if i % 10 == 9 else _indicator(f"i{i}", _figure("2020", i)) for i in range(n)
    )


def _lacking(i: int) -> str:
    gap = f'gaps = [{{ missing = "how many", as_printed = "no figures on {i}" }}]'
    figure = f'  {{ period = "2020", locator = "care/figures/{i}" }},\n'
    return _indicator(f"i{i}", figure, f'{gap}\nregistration = "unavailable"')


def _aliases(n: int) -> str:
    named = [", ".join(f'"name {i} {a}"' for a in range(n // 10)) for i in range(10)]
    return "".join(
        _indicator(f"i{i}", _figure("2020", i), f"aliases = [{names}]")
        for i, names in enumerate(named)
    )


def _regions(n: int) -> str:
    labels = "".join(
        f'[regions.r{i}]\nlabel = "District {i}"\npart_of = "country"\n' for i in range(n)
    )
    figures = (_figure("2020", i, f', region = "r{i}"') for i in range(n))
    return labels + _indicator("i0", "".join(figures))


def _statements(n: int) -> str:
    said = (
        f'[[statements]]\ntheme = "care"\nregion = "country"\nkind = "concern"\n'
        f'locator = "care/concerns/{i + 1}"\nsummary = "Concern {i}."\n'
        for i in range(n)
    )
    return _indicator("i0", _figure("2020", 5)) + "".join(said)


DIMENSIONS: dict[str, Callable[[int], str]] = {
    "figures": _figures,
    "indicators": _indicators,
    "aliases": _aliases,
    "regions": _regions,
    "statements": _statements,
}
VERBS = (
    *("themes", "show", "show i0", "show --format json", "show --format xlsx -o {out}/a.xlsx"),
    *("compare", "gaps", "gaps --grid", "find care", "find kare", "cite i0", "check {text}"),
    *("diff {path}", "chart i0 -o {out}/a.svg", "report -o {out}/a.html"),
    *("export {out}/csv", "export {out}/sqlite --as sqlite", "validate {path}"),
)
READING = "(reading)"


def main(seconds: float, dimensions: list[str]) -> None:
    """Print the exponents of each verb, a column for each dimension."""
    told: dict[str, dict[str, str]] = {verb: {} for verb in (READING, *VERBS)}
    for dimension in dimensions:
        taken = _taken(DIMENSIONS[dimension], seconds)
        for verb, times in taken.items():
            told[verb][dimension] = _exponent(times)
            print(dimension, verb, *(f"{t:.2f}" for t in times), file=sys.stderr)
    print(f"{'':28}", *(f"{dimension:>13}" for dimension in dimensions))
    for verb, exponents in told.items():
        shown = verb.split(" -o")[0].replace(" {out}/csv", "").replace("{out}/", "")
        print(f"{shown:28}", *(f"{exponents[dimension]:>13}" for dimension in dimensions))


def _taken(make: Callable[[int], str], seconds: float) -> dict[str, list[float]]:
    """The seconds that each verb takes, at each size that it is asked for."""
    taken: dict[str, list[float]] = {verb: [] for verb in (READING, *VERBS)}
    for size in SIZES:
        with TemporaryDirectory() as folder:
            path, text = Path(folder, "figures.toml"), Path(folder, "text.txt")
            path.write_text(HEAD + make(size), "utf-8")
            text.write_text(TEXT, "utf-8")
            gc.collect()
            gc.disable()  # as in kic
            start = process_time()
            dataset = kic.load(path)
            taken[READING].append(process_time() - start)
            for verb in VERBS:
                times = taken[verb]
                expected = times[-1] * size / SIZES[len(times) - 1] if times else 0
                if len(times) == SIZES.index(size) and expected < seconds:
                    arguments = verb.format(path=path, text=text, out=folder).split()
                    times.append(_once(dataset, arguments))
    return taken


def _once(dataset: kic.Dataset, arguments: list[str]) -> float:
    """The seconds that a command takes once the dataset is read."""
    reading = {
        f"{where}.read_dataset": dataset for where in ("request", "publications", "checking")
    }
    with ExitStack() as stack, TemporaryFile() as file, TextIOWrapper(file, "utf-8") as out:
        for name, read in (reading | {"differences.read_both": (dataset, dataset)}).items():
            stack.enter_context(patch(f"kic.cli.{name}", return_value=read))
        stack.enter_context(redirect_stdout(out))
        told = stack.enter_context(redirect_stderr(StringIO()))
        command = typer.main.get_command(app)
        gc.collect()
        start = process_time()
        try:
            command(arguments, prog_name="kic")
        except SystemExit as end:
            if end.code and arguments[0] != "chart":  # which refuses what no page can hold
                raise SystemExit(f"{arguments} gives {told.getvalue()}") from end
        return process_time() - start


def _exponent(times: list[float]) -> str:
    """How the time grew between the last two sizes."""
    if len(times) < 2:
        return "-"
    reached = "" if len(times) == len(SIZES) else f" to {SIZES[len(times) - 1]}"
    grown = log10(times[-1] / times[-2]) / log10(SIZES[len(times) - 1] / SIZES[len(times) - 2])
    return f"{grown:.2f}{reached}"


if __name__ == "__main__":
    given = sys.argv[2:] or list(DIMENSIONS)
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 90, given)
