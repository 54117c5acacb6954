"""Datasets whose bytes or values are changed: refused in lines, or answered with every number."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

import tomli

from tests.fuzz.mutation import bytes_changed, datasets, text_of, tree, tree_changed, written
from tests.fuzz.running import Kic, expect, main

_QUESTIONS = (
    *("themes", "compare", "compare --share", "compare --per 1000", "gaps --all", "gaps --grid"),
    *(
        "gaps --by named",
        "find hulp",
        "cite a",
        "report -o -",
        "schema dataset",
        "compare --context",
    ),
    *("export out --as sqlite", "export out --as csvw", "show latest", "find 2.000"),
    *("diff x.toml y.toml", "diff y.toml x.toml --period 2020", "diff x.toml y.toml -f csv"),
)
_FORMATS = ("table", "plain", "json", "jsonl", "csv", "tsv", "markdown", "html", "xlsx")
# Where a number of the file returns: as the value, or as one of its bounds.
_RETURNS = {
    "value": "value",
    "above": "lower",
    "lower": "lower",
    "below": "upper",
    "upper": "upper",
}
Numbers = Mapping[str, Counter[tuple[str, Decimal]]]  # of each indicator


def case(kic: Kic) -> str:
    """A changed dataset, checked, shown whole, and asked one thing more."""
    random, path = kic.random, kic.folder / "x.toml"
    if random.random() < 0.4:
        data, other = (text_of(random.choice(datasets())).encode() for _ in range(2))
        path.write_bytes(bytes_changed(random, data, other))
    else:
        given = tree(random)
        (kic.folder / "y.toml").write_text(written(given), "utf-8")
        path.write_text(written(tree_changed(random, given, tree(random))), "utf-8")
    checked = kic.ask("validate", "x.toml", "--format", random.choice(("text", "json")))
    shown = kic.ask("show", "--json", "--data", "x.toml")
    expect(checked.code == shown.code, "validate and show do not agree")
    question = random.choice(_QUESTIONS).split()
    if question[0] in ("themes", "compare", "gaps", "find"):
        question += ["--format", random.choice(_FORMATS), "--lang", random.choice(("nl", "en"))]
    kic.ask(*question, *([] if question[0] in ("schema", "diff") else ["--data", "x.toml"]))
    if shown.code:
        return "refused"
    records = json.loads(shown.out, parse_float=Decimal)["records"]
    if records:  # what is told in words cannot be read back from a picture, but has to be drawn
        drawn = ("chart", random.choice(records)["indicator"], "-o", "out.svg", "--force")
        kic.ask(*drawn, "--data", "x.toml")
    numbers = numbers_of(tomli.loads(path.read_text("utf-8-sig"), parse_float=Decimal))
    expect_all(numbers, records)
    rows = csv.DictReader(io.StringIO(kic.ask("show", "-fcsv", "--data", "x.toml").out.decode()))
    expect_all(numbers, rows)
    return "answered"


def numbers_of(raw: Mapping[str, Any]) -> Numbers:
    """Each number that stands in a file, by its indicator and by where it has to return."""
    return {
        indicator: Counter(
            (_RETURNS[key], Decimal(figure[key]))
            for figure in told.get("figures", ())
            for key in _RETURNS
            if key in figure
        )
        for indicator, told in raw.get("indicators", {}).items()
    }


def expect_all(given: Numbers, rows: Iterable[Mapping[str, Any]]) -> None:
    """Raise FoundError unless every number of a file is in the rows of its indicator."""
    told: dict[str, Counter[tuple[str, Decimal]]] = {indicator: Counter() for indicator in given}
    for row in rows:
        for key in ("value", "lower", "upper"):
            if row[key] not in (None, ""):
                told.setdefault(row["indicator"], Counter())[key, Decimal(str(row[key]))] += 1
    for indicator, numbers in given.items():
        expect(numbers <= told[indicator], f"of {indicator} there is not {numbers}")


if __name__ == "__main__":
    main(case)
