"""Texts of pages: held against a dataset, and read to begin one."""

import json
from functools import cache
from pathlib import Path
from random import Random

import tomli

from tests.conftest import ROOT
from tests.fuzz.mutation import bytes_changed, text_changed
from tests.fuzz.running import Kic, expect, main

_PAGES = ROOT / "tests" / "dataset" / "pages"


@cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in _PAGES.glob("*.txt")))


@cache
def _text(name: str) -> str:
    return Path(_PAGES, f"{name}.txt").read_text("utf-8")


def case(kic: Kic) -> str:
    """A changed page against the dataset of the page as it was, and a dataset begun from it."""
    random = kic.random
    name = random.choice(_names())
    kic.folder.joinpath("page.txt").write_bytes(_changed(random, _text(name)))
    kic.folder.joinpath("x.toml").write_text(Path(_PAGES, f"{name}.toml").read_text("utf-8"))
    held = kic.ask("validate", "x.toml", "--source", "page.txt", "--format", "json")
    if held.out:
        json.loads(held.out)
    begun = kic.ask("init", "new.toml", "--from", "page.txt")
    new = kic.folder / "new.toml"
    expect(new.exists() == (begun.code == 0), "what is told is not what is done")
    if begun.code:
        return "refused"
    text = new.read_text("utf-8")
    tomli.loads(text)
    # Only its questions keep what is proposed from being a dataset.
    checked = kic.ask("validate", "new.toml", "--format", "json")
    [report] = json.loads(checked.out)["files"]
    problems = [problem["message"] for problem in report["problems"]]
    expect(all("a question is left" in message for message in problems), f"{problems}")
    return "begun"


def _changed(random: Random, text: str) -> bytes:
    other = _text(random.choice(_names()))
    if random.random() < 0.2:
        return bytes_changed(random, text.encode(), other.encode())
    return text_changed(random, text, other).encode()


if __name__ == "__main__":
    main(case)
