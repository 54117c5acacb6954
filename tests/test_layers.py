"""The tests stand by layer, as the rooms of kic do, and touch what is public."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import kic
from tests.cases import each
from tests.conftest import ROOT

TESTS = ROOT / "tests"
FILES = sorted(path.relative_to(TESTS) for path in TESTS.glob("*/**/*.py"))
ON_DEMAND = {"duckdb", "frictionless", "matplotlib", "pandas", "playwright", "polars"}
ON_DEMAND |= {"csvw", "pyarrow", "pysail", "pysdmx", "pyspark"}
NOT_PRIVATE = {"_asdict", "_exit", "_replace"}  # of a named tuple, and of a process


def _floors() -> dict[str, int]:
    """Each room with the number of its floor, from the contract on imports; the lowest is 0."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    [contract] = [c for c in project["tool"]["importlinter"]["contracts"] if c["type"] == "layers"]
    layers = enumerate(reversed(contract["layers"]))
    return {room: floor for floor, layer in layers for room in layer.split(" | ")}


FLOORS = _floors()


class _Read(NamedTuple):
    """What a file imports, and what of that at its top; and the names and texts in it."""

    imported: frozenset[str]
    at_top: frozenset[str]
    attributes: frozenset[str]
    texts: frozenset[str]


@cache
def _read(path: Path) -> _Read:
    """A file, parsed once; what it takes from ``kic`` itself is named by where that is defined."""
    tree = ast.parse(path.read_text("utf-8"))
    nodes = [*ast.walk(tree)]
    own = {
        f"{getattr(getattr(kic, node.attr), '__module__', 'kic')}.{node.attr}"
        for node in nodes
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr in kic.__all__) == ("kic", True)
    }
    return _Read(
        frozenset(own.union(_modules(nodes))),
        frozenset(_modules(tree.body)),
        frozenset(node.attr for node in nodes if isinstance(node, ast.Attribute)),
        frozenset(str(node.value) for node in nodes if isinstance(node, ast.Constant)),
    )


def _modules(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The full names of what some nodes of a file import."""
    for node in nodes:
        match node:
            case ast.Import(names=names):
                yield from (name.name for name in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"{module}.{name.name}" for name in names)


def _helpers(path: Path) -> set[Path]:
    """A file of tests and the modules beside the tests that it imports, directly or not."""
    found, todo = set(), [path]
    while todo:
        found.add(here := todo.pop())
        modules = (name.split(".") for name in _read(here).imported if name.startswith("tests."))
        files = {TESTS.joinpath(*m[1:n]).with_suffix(".py") for m in modules for n in (2, 3, 4)}
        todo += [f for f in files - found if f.is_file() and f.name != "conftest.py"]
    return found


@each("file", FILES, ids=str)
def test_a_room_is_tested_without_those_above_it(file: Path) -> None:
    """Neither the tests of a room nor what they share import from above, or from beside it."""
    room = file.parts[0]
    names = [name.split(".") for f in _helpers(TESTS / file) for name in _read(f).imported]
    rooms = {name[1] for name in names if name[0] == "kic" and name[1:] and name[1] in FLOORS}
    above = {r for r in rooms if r != room and FLOORS[r] >= FLOORS.get(room, len(FLOORS))}
    assert not above


@each("file", FILES, ids=str)
def test_nothing_private_is_tested(file: Path) -> None:
    """No name of kic with an underscore before it, and so nothing that only shape can break."""
    private = re.compile(r"(^|\.)_(?!_)")
    read = _read(TESTS / file)
    names = read.attributes - NOT_PRIVATE
    names |= {name for name in read.imported | read.texts if name.startswith("kic.")}
    assert [name for name in names if private.search(name)] == []


@each("file", FILES, ids=str)
def test_what_may_be_missing_is_imported_by_what_needs_it(file: Path) -> None:
    """A package that is not installed stops the tests that need it, and no file of them."""
    assert not ON_DEMAND & {name.partition(".")[0] for name in _read(TESTS / file).at_top}
