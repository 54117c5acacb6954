"""A store of as many figures as wanted, made up: ``python bench/generate.py FIGURES FOLDER``.

A dataset of a thousand indicators, ten regions and ten years, with many kinds of figures and
gaps, is typed as TOML and exported as any other.  DuckDB then makes others of it: of other
indicators, in other years, with other numbers.  A third argument says how many figures are
typed, at most 100,000.
"""

import hashlib
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import duckdb

import kic
from kic.publish import export
from kic.publish.parquet import LARGE, finish

THEMES, REGIONS, YEARS = 20, 10, 10
HEAD = """
[dataset]
id = "made-up"
version = "1.0.0"
source = "bureau"
license = "CC0-1.0"
title = { nl = "Verzonnen cijfers", en = "Made-up figures" }
region = "land"
unit = "kinderen"

[sources.bureau]
publisher = "Bureau"
title = "Verzonnen cijfers"

[units.kinderen]
label = { nl = "kinderen", en = "children" }
kind = "count"

[units.aandeel]
label = { nl = "procent", en = "per cent" }
kind = "share"
"""
WORDS = (
    *("wachttijd", "opvang", "pleegzorg", "onderwijs", "armoede", "verblijf", "gezin", "schuld"),
    *("jeugdhulp", "voogdij", "vervoer", "gezondheid", "veiligheid", "arbeid", "spel", "water"),
)


def main(figures: int, folder: Path, typed: int = 100_000) -> None:
    """Write the store."""
    block = _block(min(figures, typed))
    folder.mkdir(parents=True)
    if figures <= typed:
        for name, content in block.items():
            (folder / name).write_bytes(content)
    else:
        _varied(block, figures // typed, folder)


def _block(figures: int) -> dict[str, bytes]:
    """The files of a dataset of at most so many figures."""
    with TemporaryDirectory() as work:
        path = Path(work, "figures.toml")
        path.write_text("\n".join(_lines(Random(figures), figures)), "utf-8")
        return dict(export(kic.load(path), "parquet", datetime(2000, 1, 1)))


def _lines(random: Random, figures: int) -> Iterator[str]:
    """The TOML of a dataset; the mark ``k0x`` becomes another one in what is made of it."""
    yield HEAD
    for n in range(THEMES):
        yield f'[themes.thema_{n}]\nlabel = {{ nl = "Thema {n}", en = "Theme {n}" }}'
    yield '[regions.land]\nlabel = { nl = "Land", en = "Country" }'
    for n in range(1, REGIONS):
        label = f'label = {{ nl = "Streek {n}", en = "District {n}" }}'
        yield f'[regions.streek_{n}]\n{label}\npart_of = "land"'
    regions = ["land", *(f"streek_{n}" for n in range(1, REGIONS))]
    for n in range(max(1, figures // (REGIONS * YEARS))):
        first, second = random.sample(WORDS, 2)
        name = f"{first} bij {second} {n} k0x"
        yield f"[indicators.k0x_{n}]"
        yield f'label = {{ nl = "{name}", en = "{name} in English" }}'
        yield f'theme = "thema_{n % THEMES}"\nages = "0-17"'
        if n % 50 == 0:
            yield 'denominator_for = ["kinderen"]' if n == 0 else 'subset_of = "k0x_0"'
        if n % 10 == 3:
            missing = 'missing = { nl = "aantal", en = "number" }, as_printed = "ontbreekt"'
            gaps = [f'{{ region = "{region}", {missing} }}' for region in regions]
            yield f"gaps = [{', '.join(gaps)}]"
        yield "figures = ["
        for region in regions:
            for year in range(2010, 2010 + YEARS):
                value = 10**9 if n == 0 else random.randint(10**4, 10**6)
                number = _figure(random, n, value, first=year == 2010)
                yield f'  {{ {number}, period = "{year}", region = "{region}" }},'
        yield "]"


def _figure(random: Random, n: int, value: int, *, first: bool) -> str:
    """The keys of a figure: exact mostly, and otherwise anything."""
    if n % 10 == 3 and (first or random.random() < 0.5):
        return 'registration = "unavailable"'
    kind = random.random() if n else 1
    number = f'value = {value}, as_printed = "{value}"'
    if kind < 0.02:
        return (
            f'qualifier = "less_than", below = {value + 1}, as_printed = "minder dan {value + 1}"'
        )
    if kind < 0.04:
        return 'qualifier = "words", words = { nl = "veel", en = "many" }, as_printed = "veel"'
    if kind < 0.06:
        return 'trend = "up", as_printed = "gestegen", trend_as_printed = "gestegen"'
    if kind < 0.10:
        return f'qualifier = "estimate", {number}'
    return f'qualifier = "exact", {number}'


def _varied(block: dict[str, bytes], times: int, folder: Path) -> None:
    """Write a store of a block so many times, each time with other names, years and numbers."""
    listed: list[tuple[Any, ...]] = []
    with TemporaryDirectory(dir=folder.parent) as work, duckdb.connect() as connection:
        for name, content in block.items():
            Path(work, name).write_bytes(content)
            table = name.removesuffix(".parquet")
            connection.execute(f"CREATE VIEW {table} AS FROM read_parquet('{work}/{name}')")
        steps = {
            name: connection.execute(f"SELECT MAX(n) + 1 FROM {name}").fetchall()[0][0]
            for name in ("records", "things")
        }
        for (name,) in connection.execute("SELECT name FROM store ORDER BY name").fetchall():
            columns = connection.execute(f"DESCRIBE {name}").fetchall()
            step = steps["records" if name in ("records", "series") else "things"]
            made = ", ".join(
                _varied_column(name, column, kind, step) for column, kind, *_ in columns
            )
            chosen = ["TRUE"]
            if name == "parts":
                chosen.append(
                    f"(kind = 'indicator' OR k = 0 OR (kind = 'period' AND k < {DECADES}))"
                )
            ordered = name in BESIDE or "n" in {column for column, *_ in columns}
            order = " ORDER BY k, n" if ordered else ""
            apart = name in BESIDE and times * steps["records"] > LARGE
            for theme in range(THEMES) if apart else [None]:
                only = [] if theme is None else [f"theme = 'thema_{theme}'"]
                rows = (
                    f"SELECT {made} FROM {name} {BESIDE.get(name, '')}, "
                    f"range({times if name in GROWS else 1}) AS c(k) "
                    f"WHERE {' AND '.join([*chosen, *only])}{order}"
                )
                if name == "words":
                    rows = f"SELECT DISTINCT * FROM ({rows}) ORDER BY word"
                file = f"{name}.parquet" if theme is None else f"{name}-thema_{theme}.parquet"
                connection.execute(
                    f"COPY ({rows}) TO '{folder}/{file}' (FORMAT parquet, COMPRESSION zstd, "
                    f"ROW_GROUP_SIZE {20_000 if name in ('records', 'parts') else 50_000})"
                )
                listed.append((name, file, *_held(connection, folder / file)))
    with (folder / "store.parquet").open("w+b") as made_file:
        finish(listed, lambda _: made_file)


# The tables that have more rows with more indicators.
GROWS = {"figures", "records", "indicators", "series", "names", "things", "places", "words"}
GROWS |= {"relations", "parts"}
# What is told of the same figures in the other table: their order, and their number.
BESIDE = {
    "figures": "POSITIONAL JOIN (SELECT n FROM records) AS numbered",
    "records": "POSITIONAL JOIN (SELECT value, upper FROM figures) AS told",
}
DECADES = 10  # that the years are of; in the block they are of the last
FIRST = 202 - DECADES
# By what the numbers of an indicator are multiplied, so that a part stays below its whole.
FACTOR = "(1 + (k * 389 + 7 * CAST(split_part(indicator, '_', 2) AS BIGINT)) % 997)"
NUMBER = "CAST(COALESCE(value, upper) AS BIGINT)"  # has five digits or more, as nothing else has


def _varied_column(table: str, column: str, kind: str, step: int) -> str:
    """A column of the block for the k-th time; what changes by how much stays in proportion."""
    made = column
    if kind == "VARCHAR":
        made = f"replace({made}, 'k0x', 'k' || k || 'x')"
        made = f"regexp_replace({made}, '\\b201(\\d)\\b', ({FIRST} + k % {DECADES}) || '\\1', 'g')"
    if column in ("as_typed", "as_printed") and table in BESIDE:
        old, new = f"CAST({NUMBER} AS VARCHAR)", f"CAST({NUMBER} * {FACTOR} AS VARCHAR)"
        made = f"COALESCE(replace({made}, {old}, {new}), {made})"
    if kind == "DATE":
        made = (
            f"CAST({made} + to_years(CAST(10 * ({FIRST} + k % {DECADES} - 201) AS INT)) AS DATE)"
        )
    if column == "n":
        made = f"{made} + k * {step}"
    if column in ("value", "lower", "upper", "absolute"):
        made = f"{made} * {FACTOR}"
    return f"{made} AS {column}"


def _held(connection: duckdb.DuckDBPyConnection, path: Path) -> tuple[int, str]:
    """How many rows a file has, and its fingerprint."""
    [(rows,)] = connection.execute("SELECT COUNT(*) FROM read_parquet(?)", [str(path)]).fetchall()
    with path.open("rb") as file:
        return rows, hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main(int(float(sys.argv[1])), Path(sys.argv[2]), *map(int, sys.argv[3:]))
