"""Changes to real files: of their bytes, of their lines, and of what stands in them."""

import re
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import tomli

import kic
from kic.model.errors import KicError
from tests.conftest import MINIMAL, ROOT
from tests.hostile import HOSTILE, toml

Tree = dict[str, Any]
_NUMBERS = (
    0,
    -1,
    1,
    5,
    999,
    10**15,
    2**53 - 1,
    2**53,
    -(2**63),
    10**400,
    0.1,
    -0.5,
    1e-320,
    1e308,
)
_WORDS = (
    "",
    " ",
    "nl",
    "2019",
    "2020-Q5",
    "2019/2020 school",
    "latest",
    "unknown",
    "exact",
    "x/1/2",
)
_REST: tuple[Any, ...] = (True, float("nan"), float("inf"), date(1, 1, 1), [], {}, [[]], [{}])
ODD: tuple[Any, ...] = (*_NUMBERS, *_WORDS, *HOSTILE.values(), *_REST)
_BYTES: tuple[bytes, ...] = (
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
    b'"',
    b"'''",
    b"[",
    b"]]",
    b"{",
    b"}",
    b"=",
    b",",
    b"#",
)
_BYTES += (b"\n", b"\r\n", b"\xe2\x80\xa8", b"\\u0000", b"9" * 400, b"-0", b"1e999", b"[" * 2000)


@cache
def datasets() -> tuple[Path, ...]:
    """Every dataset that there is: right and wrong, large and small, the small ones more often."""
    tests = ROOT / "tests"
    few = [ROOT / "data" / "figures.toml", *sorted((ROOT / "data" / "context").glob("*.toml"))]
    pages = [p for p in (tests / "dataset" / "pages").glob("*.toml") if ".false" not in p.name]
    small = [ROOT / "kic" / "template.toml", *(tests / "corpus" / "data").rglob("*.toml")]
    wrong = (tests / "dataset" / "invalid").rglob("*.toml")
    return (*few, *sorted(pages) * 9, *sorted(small) * 30, *sorted(wrong))


@cache
def text_of(path: Path) -> str:
    """The text of a dataset; of one that is kept without its head with that."""
    text = path.read_text("utf-8")
    return text if "[dataset]" in text else f"{MINIMAL}\n{text}"


@cache
def _sound(path: Path) -> Tree | None:
    """What stands in a dataset, if kic answers about it alone."""
    try:
        is_alone = kic.load(path).editions[0].builds_on is None
    except KicError:
        return None
    return tomli.loads(text_of(path)) if is_alone else None


def tree(random: Random) -> Tree:
    """What stands in one of the datasets that kic answers about."""
    while True:
        if found := _sound(random.choice(datasets())):
            return deepcopy(found)


def written(values: Tree) -> str:
    """A dataset of these values as TOML."""
    return "\n".join(f"{toml({key: value})[2:-2]}" for key, value in values.items())


def bytes_changed(random: Random, data: bytes, other: bytes) -> bytes:
    """The same with a few bytes, runs of bytes or lines gone, twice, elsewhere or of another."""
    for _ in range(random.choice((1, 1, 2, 4, 16))):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.choice((0, 1, 2, 10, 200)))
        if random.random() < 0.4:  # whole lines
            start, end = data.rfind(b"\n", 0, start) + 1, data.find(b"\n", end) + 1 or len(data)
        from_other = random.randrange(len(other) + 1)
        put = random.choice(
            (
                *(b"", data[start:end] * 2, bytes([random.randrange(256)])),
                *(random.choice(_BYTES), other[from_other : from_other + (end - start or 30)]),
            )
        )
        data = data[:start] + put + data[end:]
    return data


def tree_changed(random: Random, values: Tree, other: Tree) -> Tree:
    """The same with a few values changed, gone, under another key or from elsewhere."""
    for _ in range(random.choice((1, 1, 1, 2, 5))):
        places, theirs = _places(values), _places(other)
        holder, key = random.choice(places)
        where, what = random.choice(theirs)
        alike = [place for place in places if place[1] == key]
        match random.randrange(8):
            case 0:
                del holder[key]
            case 1:
                holder[key] = deepcopy(where[what])
            case 2 if isinstance(holder, dict):
                holder[random.choice([w for _, w in theirs if isinstance(w, str)])] = holder[key]
            case 3 if isinstance(holder, list):
                holder.insert(key, deepcopy(holder[key]))
            case 4:
                holder[key] = deepcopy(random.choice(ODD))
            case _:  # what stands under this key elsewhere
                where, what = random.choice(alike)
                holder[key] = deepcopy(where[what])
    return values


def _places(values: Any) -> list[tuple[Any, Any]]:
    """Every table and list in some values, with each of its keys."""
    found: list[tuple[Any, Any]] = []
    inside = [values]
    for holder in inside:
        keys = holder if isinstance(holder, dict) else range(len(holder))
        found += ((holder, key) for key in keys)
        inside += (holder[key] for key in keys if isinstance(holder[key], dict | list))
    return found or [(values, "x")]


def text_changed(random: Random, text: str, other: str) -> str:
    """The same with words, numbers, signs and lines changed, gone or from elsewhere."""
    for _ in range(random.choice((1, 2, 5, 20))):
        words = re.split(r"(\s+|\d+)", text)
        theirs = re.split(r"(\s+|\d+)", other)
        at, there = random.randrange(len(words)), random.randrange(len(theirs))
        few = random.choice((1, 1, 3, 30))
        put = random.choice(
            (
                *("", "\n", "\n\n", "\u00a0", "• ", "%", "-", "½", "²", "٣", "Ⅻ", "1.000.000,5"),
                *(str(random.choice(_NUMBERS[:-1])), "9" * random.choice((1, 20, 5000))),
                *(random.choice([*HOSTILE.values()]), "".join(theirs[there : there + few])),
            )
        )
        words[at : at + random.choice((0, 1, few))] = [put]
        text = "".join(words)
    return text


_FREE = ("title", "publisher", "as_printed", "trend_as_printed", "translation", "nl", "en")


def contents_changed(random: Random, values: Tree) -> Tree:
    """The same with other numbers and texts, each of which may stand where it stands."""
    for holder, key in _places(values):
        held = holder[key]
        if "rounded_to" in holder or "trend_as_printed" in holder:
            continue  # which hold each other
        if key in ("value", "above", "below") and random.random() < 0.5:
            holder[key] = _number(random)
        elif key == "upper" and random.random() < 0.5:
            several = {_number(random), _number(random), 0}
            holder[key] = max(several)
            if "lower" in holder:
                holder["lower"] = min(several)
        elif key in _FREE and isinstance(held, str) and random.random() < 0.1:
            holder[key] = random.choice([*HOSTILE.values()])
    return values


def _number(random: Random) -> int | float:
    whole = random.choice((random.randrange(10), random.randrange(10**6), random.randrange(2**53)))
    part = float(f"{random.random() * 10 ** random.randrange(-9, 9):.15g}")  # as workbooks hold
    return random.choice((whole, part))
