"""Hostile texts, and a dataset that holds the same one in each of its free texts."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date, time
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

import kic
from kic.model import SHORT

TAME = "gewone tekst"

HOSTILE = {
    "control": "a\x1b]0;eigen titel\x07b\x1b[2J\x9b31mc\x00d\x7fe\x08\x08f\x85g",
    "lines": "a\nkic: alles in orde\nb\r\nc\rd\u2028e\u2029f\x0bg\x0ch",
    "direction": "a\u202eb\u2066c\u200fd\u061ce\u200bf\ufeffg\u00adh\U000e0041i",
    "hidden": "a\u3164b\u115f\u1160c\U000e0101\U000e01efd\u034fe\ufe00f\uffa0g\u180bh\u17b4",
    "markup": "</td></table></section><script>alert(1)</script><img src=x onerror='a()'><!--",
    "attribute": "\"' onmouseover=\"alert(1)\" x='<b>&amp;&#60;",
    "css": "}</style><style>@import '//evil.example/y';*{top:0}/* url(x) \\3c expression(1)",
    "markdown": "](javascript:a()) ![x](http://evil.example/y) `x` **b** <u> | cell | $x$ ~~s~~",
    "list": "    1. a\u00a0 - b # c\n\n```\n---\n===\n> d | e\n[f]: http://evil.example",
    "address": "Titel, http://evil.example y <https://evil.example> www.evil.example a@evil.nl",
    "ends in an address": "Titel, http://evil.example/y",
    "formula": "=HYPERLINK(\"http://evil.example\",\"klik\");=1+1\t=1+1\n=1+1\r=1+1;@SUM(1)",
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "late formula": " \t\r\n-1+1",
    "quoted formula": "x;\"=1+1\";\"\"=1+1;'=1+1",
    "parted formula": "a; =1+1;\u00a0@SUM(1),=1+1, =1+1,\"=1+1; \"=1+1\n =1+1",
    "wide formula": "\uff1d1+1",
    "tex": "}, evil = {x}, \\input{/etc/passwd} % # $x$ ^ ~ @misc{a, title={b}}\\",
    "brackets": "[bold red]x[/] [link=http://evil.example]y[/link] :smile: {0} {x} %s ${HOME}",
    "long": "a" * 300,
    "wide": "\u5b57" * 90,
    "marks": "a" + "\u0301\u20dd" * 60,
    "shell": "\\$(touch x)`touch x`'\"; touch x",
}  # fmt: skip

# Formulas act in spreadsheets alone: where people read, one text has all of them.
_FORMULAS = [name for name in HOSTILE if "formula" in name or name == "command"]
TEXTS = {name: text for name, text in HOSTILE.items() if name not in _FORMULAS}
TEXTS["formulas"] = "\n".join(HOSTILE[name] for name in _FORMULAS)

# And what only markup could run is one text where cells are read.
_MARKUP = ("markup", "css", "markdown", "address", "tex", "brackets", "shell")
CELLS = {name: text for name, text in HOSTILE.items() if name not in _MARKUP}
CELLS["markups"] = " ".join(HOSTILE[name] for name in _MARKUP)

# All tests of a file are held of one text after the other, so that what they share is made once.
Hostile = pytest.mark.parametrize("name", HOSTILE, scope="module")
EachText = pytest.mark.parametrize("name", TEXTS, scope="module")
EachCell = pytest.mark.parametrize("name", CELLS, scope="module")

# ------------------------------------------------------------------------- the dataset

_FREE = {"license", "compiler", "publisher", "title", "aliases"}
_FREE |= {"as_printed", "trend_as_printed", "translation", "read_by_hand", "code_list"}


def _filled(node: Any, words: str, key: str = "") -> Any:
    """Raw TOML with the same words in every free text, and every text that may be there."""
    if isinstance(node, list):
        return [_filled(n, words, key) for n in node]
    if not isinstance(node, dict):
        return words if key in _FREE else node
    if set(node) == {"nl", "en"}:
        told = words[:SHORT] if key == "short" else words
        return {"nl": told, "en": told}
    return {name: _filled(value, words, name) for name, value in node.items()}


def raw(words: str) -> dict[str, Any]:
    """The template, extended until every kind of text stands in it."""
    template = Path(kic.__file__).with_name("template.toml")
    made = tomllib.loads(template.read_text("utf-8"))
    told = {"nl": "x", "en": "x"}
    made["dataset"]["compiler"] = "x"
    made["sources"]["rapport"] |= {"note": told, "form": told}
    made["regions"]["nederland"] |= {"note": told, "aliases": ["land"]}
    made["regions"]["eiland"] = {"label": told, "code": "EI", "code_list": "x"}
    indicators = made["indicators"]
    counted = indicators["kinderen_met_hulp"]
    counted |= {"note": told, "population": told, "aliases": ["x"], "ages": "0-17"}
    first, second = counted["figures"]
    island = {**second, "region": "eiland", "unit": "kinderen", "note": told}
    first |= {"note": told, "note_source": "schatting"}
    first |= {"period_from": "heading", "read_by_hand": "x"}
    second |= {"caution": told, "caution_source": "schatting"}
    second["repeated"] = [{"locator": "hulp/cijfers/7", "as_printed": "x"}]
    counted["figures"].append(island)
    people = indicators["alle_kinderen"]["figures"]
    people.append({**people[0], "region": "eiland"})
    waiting = indicators["wachttijd"]
    waiting["no_rate"] = told
    waiting["gaps"][0]["since"] = told
    waiting["gaps"].append({**waiting["gaps"][0], "region": "eiland"})
    waiting["figures"].append({**waiting["figures"][0], "region": "eiland"})
    filled: dict[str, Any] = _filled(made, words)
    filled["sources"]["rapport"]["layout"] = {
        "lang": "nl",
        "bullet": words,
        "themes": {"hulp": words},
        "lists": {"cijfers": words},
        "paragraphs": {"hulp/cijfers/9": words},
        "tables": {"hulp/tabel/1": words},
    }
    filled["regions"]["nederland"]["aliases"] = [f"{words}1"]  # names are not given twice
    filled["regions"]["eiland"]["label"] = dict.fromkeys(("nl", "en"), f"{words}4")
    filled["themes"]["hulp"]["aliases"] = [f"{words}2"]
    filled["indicators"]["kinderen_met_hulp"]["aliases"] = [f"{words}3"]
    return filled


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else toml(name)


def toml(value: Any) -> str:
    """A value as TOML on one line."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return '"' + "".join(f"\\U{ord(c):08x}" for c in value) + '"'
        case date() | time():
            return value.isoformat()
        case list():
            return f"[{', '.join(map(toml, value))}]"
        case dict():
            return f"{{ {', '.join(f'{_key(k)} = {toml(v)}' for k, v in value.items())} }}"
        case _:
            return repr(value)


def load(folder: Path, tables: Mapping[str, Any]) -> kic.Dataset:
    """The dataset of these tables, read from a file like any other."""
    path = folder / "hostile.toml"
    path.write_text("\n".join(f"{k} = {toml(v)}" for k, v in tables.items()), "utf-8")
    return kic.load(path)


@cache
def dataset_of(words: str) -> kic.Dataset:
    """The dataset with these words in all its texts."""
    with TemporaryDirectory() as folder:
        return load(Path(folder), raw(words))


# ------------------------------------------------------------------------- reading back
