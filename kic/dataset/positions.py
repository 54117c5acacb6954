"""Where in a TOML file a value stands: needed only to point at something that is wrong.

tomli gives no positions.  tree-sitter with its grammar for TOML was taken because it gives
the line and column of every key and value, also within inline tables and arrays, and goes
on after a syntax error; a style-preserving parser such as tomlkit keeps the text of a value
but not its place.  It is the extra ``kic[validate]``: without it errors name the place in
words alone.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

At = tuple[str | int, ...]


class Position(NamedTuple):
    """A line and a column, both counted from 1; columns count characters."""

    line: int
    column: int


def available() -> bool:
    """Whether the extra is there that finds positions."""
    try:
        _parse("")
    except ModuleNotFoundError:
        return False
    return True


_MOST_PARSED = 500_000  # characters; the tree of a text takes a hundred times its size


class Broken(NamedTuple):
    """Where a text is no TOML, with what stands there; ``whole`` if all of it was looked at."""

    places: Iterator[tuple[Position, str]]
    whole: bool


def broken(text: str) -> Broken:
    """Every place, in their order, at which a text is no TOML; none without the extra."""
    if not available():
        return Broken(iter(()), True)
    end = len(text)
    if end > _MOST_PARSED:  # cut before a table, for a cut within one would be an error itself
        end = max(text.rfind("\n[", 0, _MOST_PARSED), 0) or _MOST_PARSED
    return Broken(_broken(text[:end]), end == len(text))


def _broken(text: str) -> Iterator[tuple[Position, str]]:
    data = text.encode("utf-8")
    last = -1
    waiting = [_parse(text)]
    while waiting:
        node = waiting.pop()
        if node.type == "ERROR" or node.is_missing:
            row, column = node.start_point
            if row > last:
                last, start = row, node.start_byte
                before = data[start - column : start].decode("utf-8", "replace")
                stop = data.find(b"\n", start)
                stop = len(data) if stop < 0 else stop
                written = data[start : min(stop, start + _QUOTED)].decode("utf-8", "replace")
                yield Position(row + 1, len(before) + 1), written.strip()
        elif node.has_error:
            waiting.extend(reversed(node.children))


_QUOTED = 400  # bytes of a line, more than a message quotes


class Positions:
    """The places of all keys and values of a TOML text, found on first use."""

    def __init__(self, text: str) -> None:
        self._lines = text.encode("utf-8").split(b"\n")
        self._keys: dict[At, tuple[int, int]] = {}
        self._values: dict[At, tuple[int, int]] = {}
        self._walk(_parse(text))

    def of(self, at: At) -> Position:
        """Where the value at a path stands; of a missing one, what should hold it."""
        for length in range(len(at), 0, -1):
            part = at[:length]
            point = self._values.get(part) or self._keys.get(part)
            if point:
                return self._position(point)
        return Position(1, 1)

    def _position(self, point: tuple[int, int]) -> Position:
        row, column = point
        start = self._lines[row][:column]
        return Position(row + 1, len(start.decode("utf-8", "replace")) + 1)

    def _walk(self, document: Any) -> None:
        self._pairs(document, ())
        counts: dict[At, int] = defaultdict(int)
        for node in document.children:
            if node.type not in ("table", "table_array_element"):
                continue
            head = next(c for c in node.children if c.type in _KEYS)
            at = _through(tuple(_names(head)), counts)
            self._keys.setdefault(at, _point(head))
            if node.type == "table_array_element":
                number = counts[at]
                counts[at] += 1
                at = (*at, number)
                self._keys[at] = _point(node)
            self._pairs(node, at)

    def _pairs(self, node: Any, at: At) -> None:
        for pair in node.children:
            if pair.type != "pair":
                continue
            key = next(c for c in pair.children if c.type in _KEYS)
            path = at
            for name in _names(key):
                path = (*path, name)
                self._keys.setdefault(path, _point(key))
            value = [c for c in pair.children if c.type != "comment"][-1]
            self._value(value, path)

    def _value(self, node: Any, at: At) -> None:
        self._values[at] = _point(node)
        if node.type == "inline_table":
            self._pairs(node, at)
        elif node.type == "array":
            items = (c for c in node.children if c.type not in ("[", "]", ",", "comment"))
            for number, item in enumerate(items):
                self._value(item, (*at, number))


_KEYS = ("bare_key", "quoted_key", "dotted_key")


def _parse(text: str) -> Any:
    """The syntax tree; raises ModuleNotFoundError without the extra."""
    import tree_sitter
    import tree_sitter_toml

    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))
    return parser.parse(text.encode("utf-8")).root_node


def _names(key: Any) -> Iterator[str]:
    """The parts of a key, as TOML reads them."""
    if key.type == "dotted_key":
        for part in key.children:
            if part.type in _KEYS:
                yield from _names(part)
    elif key.type == "quoted_key":
        import tomli

        yield next(iter(tomli.loads(f"{key.text.decode('utf-8')} = 0")))
    else:
        yield key.text.decode("utf-8")


def _through(names: tuple[str, ...], counts: dict[At, int]) -> At:
    """The path of a header, which passes through the last element of every array of tables."""
    at: At = ()
    for position, name in enumerate(names, 1):
        at = (*at, name)
        if position < len(names) and at in counts:
            at = (*at, counts[at] - 1)
    return at


def _point(node: Any) -> tuple[int, int]:
    row, column = node.start_point
    return row, column
