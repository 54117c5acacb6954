"""Where in a TOML file a value stands: needed only to point at something that is wrong.

tomli gives no positions.  tree-sitter with its grammar for TOML was taken because it gives
the line and column of every key and value, also within inline tables and arrays; a
style-preserving parser such as tomlkit keeps the text of a value but not its place.  It is the
extra ``kic[validate]``: without it errors name the place in words alone.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import tomli

from kic.model.errors import At

Position = tuple[int, int]  # a line and a column, both from 1; columns count characters


def available() -> bool:
    """Whether the extra is there that finds positions."""
    try:
        _parse(b"")
    except ModuleNotFoundError:
        return False
    return True


class Positions:
    """The places of all keys and values of a TOML text."""

    def __init__(self, text: str) -> None:
        self._lines = text.encode("utf-8").split(b"\n")
        self._points: dict[At, Any] = {(): (0, 0)}
        self._lengths = Counter[At]()  # of the arrays of tables
        self._enter(_parse(text.encode("utf-8")), ())

    def of(self, at: At) -> Position:
        """Where the value at a path stands; of a missing one, what should hold it."""
        known = next(n for n in range(len(at), -1, -1) if at[:n] in self._points)
        return _position(self._lines, self._points[at[:known]])

    def _enter(self, node: Any, at: At) -> None:
        """Add the places of all that stands in a node, which itself is at a path."""
        for child in node.children:
            if child.type == "pair":
                self._pair(child, at)
            elif child.type in ("table", "table_array_element"):
                self._table(child)

    def _table(self, node: Any) -> None:
        head = _parts(node)[0]
        at: At = ()
        for name in _names(head):
            # A header passes through the last element of every array of tables.
            at = (*at, self._lengths[at] - 1, name) if at in self._lengths else (*at, name)
            self._points.setdefault(at, head.start_point)
        if node.type == "table_array_element":
            self._lengths[at] += 1
            at = (*at, self._lengths[at] - 1)
            self._points[at] = node.start_point
        self._enter(node, at)

    def _pair(self, node: Any, at: At) -> None:
        key, *_, value = _parts(node)
        for name in _names(key):
            at = (*at, name)
            self._points.setdefault(at, key.start_point)
        self._value(value, at)

    def _value(self, node: Any, at: At) -> None:
        self._points[at] = node.start_point
        if node.type == "array":
            for number, item in enumerate(_parts(node)):
                self._value(item, (*at, number))
        else:
            self._enter(node, at)


def _parse(data: bytes) -> Any:
    """The syntax tree; raises ModuleNotFoundError without the extra."""
    import tree_sitter
    import tree_sitter_toml

    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))
    return parser.parse(data).root_node


def _position(lines: list[bytes], point: tuple[int, int]) -> Position:
    """A row and a column in bytes, from 0, as a person counts."""
    row, column = point
    return row + 1, len(lines[row][:column].decode("utf-8", "replace")) + 1


def _parts(node: Any) -> list[Any]:
    """What stands within a node, without punctuation and comments; a key comes first."""
    return [child for child in node.named_children if child.type != "comment"]


def _names(key: Any) -> Iterator[str]:
    """The parts of a key, as TOML reads them."""
    if key.type == "bare_key":  # as most are, which stand as they are
        yield key.text.decode("ascii")
        return
    rest: Any = tomli.loads(f"{key.text.decode('utf-8')} = 0")
    while rest:
        [(name, rest)] = rest.items()
        yield name
