"""How large the code is: its statements in each room, and the files that are too long.

Docstrings are not counted, and neither are lines, which can be crammed.  The exit code is 1 if
a file has more lines than one can keep in view.  Call it as ``python bench/statements.py``.
"""

import ast
import sys
from collections import Counter
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "kic"
CORE = ("model", "dataset", "query", "table", "formats")
MOST_LINES = 400


def main() -> int:
    """Print the statements of each room, of the core and of all, and the files too long."""
    sources = {path: path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
    rooms: Counter[str] = Counter()
    for path, source in sources.items():
        rooms[path.relative_to(PACKAGE).parts[0]] += statements(source)
    for room, count in rooms.most_common():
        print(f"{count:6} {room}")
    print(f"{sum(rooms[room] for room in CORE):6} core ({', '.join(CORE)})")
    print(f"{rooms.total():6} all")
    lengths = {path: source.count("\n") for path, source in sources.items()}
    too_long = {path: lines for path, lines in lengths.items() if lines > MOST_LINES}
    for path, lines in too_long.items():
        print(f"{path.relative_to(PACKAGE.parent)} has {lines} lines, of at most {MOST_LINES}")
    return 1 if too_long else 0


def statements(source: str) -> int:
    """The number of statements of a source, without docstrings and other lone constants."""
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.stmt)]
    return sum(not _is_docstring(node) for node in nodes)


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


if __name__ == "__main__":
    sys.exit(main())
