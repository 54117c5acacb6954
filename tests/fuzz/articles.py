"""Texts that people write: each number told is one of the text, and none is right by chance."""

import json
from decimal import Decimal
from functools import cache
from random import Random

import tomli

from tests.conftest import ROOT
from tests.fuzz.mutation import bytes_changed, text_changed
from tests.fuzz.running import Kic, expect, main

_OPTIONS: tuple[list[str], ...] = (
    [],
    ["--context"],
    ["--text-lang", "nl"],
    ["--text-lang", "en"],
    ["--exit-code"],
)
_FORMATS = ("table", "plain", "csv", "markdown", "html", "jsonl", "xlsx")


@cache
def _texts() -> tuple[str, ...]:
    folder = ROOT / "tests" / "query"
    names = ("passages.toml", "more_passages.toml")
    kept = (tomli.loads((folder / name).read_text("utf-8"))["passages"] for name in names)
    pages = sorted((ROOT / "tests" / "dataset" / "pages").glob("*.txt"))
    return (*(p["text"] for several in kept for p in several), *(p.read_text() for p in pages))


def case(kic: Kic) -> str:
    """A changed text, or several in one, held against the figures that come with kic."""
    random = kic.random
    text = "\n\n".join(random.choices(_texts(), k=random.choice((1, 1, 2, 5))))
    kic.folder.joinpath("a.txt").write_bytes(given := _changed(random, text))
    options = random.choice(_OPTIONS)
    told = kic.ask("check", "a.txt", "--json", *options)
    kic.ask("check", "-", *options, "-f", random.choice(_FORMATS), stdin=given)
    if not told.out:
        return "refused"
    answer = json.loads(told.out, parse_float=Decimal)
    found = [*answer["records"], *answer["not_judged"]]
    expect(len(found) == answer["answer"]["numbers"].get("numbers", 0), "not as many as is told")
    written = "".join(given.decode("utf-8-sig").split())
    for number in found:
        sentence = "".join(number["sentence"].split())
        expect(sentence in written, f"a sentence that is not there: {number['sentence']}")
        expect("".join(number["written"].split()) in sentence, "a number that is not there")
    for right in (r for r in answer["records"] if r["verdict"] == "matches"):
        digits = right["written"]
        same = (
            r and Decimal(r) == Decimal(digits)
            for r in map(right.get, ("value", "lower", "upper"))
        )
        is_plain = digits.isascii() and digits.isdecimal() and len(digits) < 4
        expect(
            not is_plain or any(s is True for s in same) or int(digits) == 0,
            f"{digits} matches nothing",
        )
    return "checked"


def _changed(random: Random, text: str) -> bytes:
    other = random.choice(_texts())
    if random.random() < 0.2:
        return bytes_changed(random, text.encode(), other.encode())
    return text_changed(random, text, other).encode()


if __name__ == "__main__":
    main(case)
