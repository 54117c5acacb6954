"""Which changes of a line the tests do not notice: ``python bench/mutants.py --count 300``.

A sample of mutants, always the same for a seed, of the rooms that compute: a comparison turned
round, a constant, an operator or a condition changed, a statement left out.  Each is tried in a
copy of the tree with the tests of its room and of what uses it, up to the first that fails.  Those
that survive are printed, before and after; ``--only kic/query/change.py`` tries one module.
"""

import argparse
import ast
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
# Each room with those whose tests may notice: what is small is seen in what uses it.
ROOMS = {
    "model": ("model", "query", "table", "dataset"),
    "query": ("query", "table", "publish"),
    "dataset": ("dataset", "query", "publish"),
}
LONGEST = 240  # seconds for the tests of a room
_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


class Mutant(NamedTuple):
    """A file with one node replaced: what a holder has under a key."""

    path: Path
    tree: ast.Module
    holder: Any
    key: Any
    other: ast.AST

    def __str__(self) -> str:
        node = self.holder[self.key]
        before, after = (ast.unparse(n).splitlines()[0] for n in (node, self.other))
        return f"{self.path}:{node.lineno}: {before}  ->  {after}"

    @property
    def text(self) -> str:
        """The file with the other node, which goes again afterwards."""
        node, self.holder[self.key] = self.holder[self.key], self.other
        try:
            return ast.unparse(ast.fix_missing_locations(self.tree))
        finally:
            self.holder[self.key] = node


def changed(node: object) -> Iterator[ast.AST]:
    """What may stand in the place of a node."""
    match node:
        case ast.Compare(left=left, ops=[op], comparators=right) if type(op) in _COMPARED:
            yield ast.Compare(left, [_COMPARED[type(op)]()], right)
        case ast.BinOp(left=first, op=operator, right=second) if type(operator) in _COMPUTED:
            yield ast.BinOp(first, _COMPUTED[type(operator)](), second)
        case ast.BoolOp(op=joint, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(joint, ast.And) else ast.And(), values)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Constant(value=bool(truth)):
            yield ast.Constant(not truth)
        case ast.Constant(value=int(number)):
            yield ast.Constant(number + 1)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.If(test=test, body=body, orelse=orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Return(value=ast.expr()) if not isinstance(node.value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Continue():
            yield ast.Pass()
        case ast.AugAssign() | ast.Expr(value=ast.Call() | ast.YieldFrom() | ast.Yield()):
            yield ast.Pass()


def mutants(path: Path) -> Iterator[Mutant]:
    """Every mutant of a file; a type that is said is no code, nor is a text."""
    tree = ast.parse(path.read_text("utf-8"))
    for parent in _nodes(tree):
        for name, field in _fields(parent):
            several = isinstance(field, list)
            holder: Any = field if several else vars(parent)
            keys: Any = range(len(field)) if several else [name]
            for key in keys:
                for other in changed(holder[key]):
                    ast.copy_location(other, holder[key])
                    yield Mutant(path.relative_to(ROOT), tree, holder, key, other)


def _nodes(node: ast.AST) -> Iterator[ast.AST]:
    yield node
    for _, field in _fields(node):
        for child in field if isinstance(field, list) else [field]:
            if isinstance(child, ast.AST):
                yield from _nodes(child)


def _fields(node: ast.AST) -> Iterator[tuple[str, Any]]:
    if isinstance(node, ast.keyword) and node.arg == "strict":
        return iter(())  # of zip: what is as long by its making
    apart = ("annotation", "returns", "decorator_list")
    return ((name, field) for name, field in ast.iter_fields(node) if name not in apart)


def is_noticed(mutant: Mutant, tree: Path) -> bool:
    """Whether a test that may notice fails, or does not end, in a tree with the mutant."""
    path = tree / mutant.path
    whole = path.read_text("utf-8")
    path.write_text(mutant.text, "utf-8")
    try:
        return not all(passes(room, tree) for room in ROOMS[mutant.path.parts[1]])
    except subprocess.TimeoutExpired:
        return True
    finally:
        path.write_text(whole, "utf-8")


def passes(room: str, tree: Path) -> bool:
    """Whether the tests of a room pass in a tree."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n", "0"]
    done = subprocess.run(
        [*command, f"tests/{room}"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree)},  # also for what the tests start
        capture_output=True,
        timeout=LONGEST,
        check=False,
    )
    return done.returncode == 0


def main() -> None:
    """Try a sample, and print what survives."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=600.0, help="at most")
    parser.add_argument("--only", type=Path, nargs="*", help="modules, as kic/query/change.py")
    given = parser.parse_args()
    files = [ROOT / path for path in given.only or ()]
    files = files or [f for room in ROOMS for f in sorted((ROOT / "kic" / room).rglob("*.py"))]
    every = [mutant for file in files for mutant in mutants(file)]
    sample = Random(given.seed).sample(every, min(given.count, len(every)))
    began, tried, survived = time.monotonic(), 0, 0
    with TemporaryDirectory() as name:
        tree = Path(name) / "kic"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".*", "__pycache__", "dist"))
        rooms = {room for mutant in sample for room in ROOMS[mutant.path.parts[1]]}
        if faulty := [room for room in rooms if not passes(room, tree)]:
            sys.exit(f"the tests of {', '.join(faulty)} fail as it is")
        for mutant in sample:
            if time.monotonic() - began > given.minutes * 60:
                break
            tried += 1
            if not is_noticed(mutant, tree):
                survived += 1
                print(mutant, flush=True)
    print(f"{len(every)} mutants, {tried} tried with seed {given.seed}: {survived} survived")


if __name__ == "__main__":
    main()
