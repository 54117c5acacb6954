"""Where a text is no TOML: the first place, and what the one who typed it has to do there."""

import re
from collections.abc import Iterator
from contextlib import suppress

import tomli

from kic.model.errors import Problem, excerpt
from kic.model.typed import date_to_write, number_hint

_LONGEST = 4000  # characters of a line
# The keys that hold a number.
_NUMBERS = {"value", "above", "below", "lower", "upper", "rounded_to", "per"}
_STRING = r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'"
# A key with its value: a string, what opens a list or table, or whatever else stands there,
# with a comma only between digits, up to the next value.
_PAIR = re.compile(
    rf"(?P<key>[\w-]+)\s*=\s*(?P<value>{_STRING}|[\[{{]|"
    r"(?:[^,#}\]=]|,(?=\d))*?(?=\s*(?:,(?!\d)|[#}\]]|$)|\s+[\w-]+\s*=))"
)
_DATE = re.compile(r"\d+([-/])\d+\1\d+")
_NUMERAL = re.compile(r"[\d.]*,[\d.,]*|\d+([. \u00a0\u202f']\d{3})+")
_LIST_BEGINS = r"\s*[\w-]+\s*=\s*\[[^\]]*$"  # and does not end on its line

# Each mistake is what the parser says of it, a pattern, and what to do.  The pattern is searched
# for in a line and the one above it; \0 is where the parser stopped, which is the place of the
# mistake unless a group is called "at".
_Mistake = tuple[str, str, str]
_SIGNS: tuple[_Mistake, ...] = (  # in the place of others
    (
        "",
        '\0[\u201c-\u201f\u2018-\u201b\u00ab]\\s*([^\u2018-\u201f\u00bb"]*)',
        'a text stands in straight quotation marks: write "{}"',
    ),
    ("Unescaped|hex", r"(?P<at>\\)[^\\\0\n]*\0", r"a backslash in a text: write \\ for it"),
    ("", r"\0:", "write = in the place of :"),
    ("", r"\0;", "write , in the place of ;"),
    ("", r"\0=", "one = is enough"),
    ("", r"\0\(\s*[\"']", "write [ ] in the place of ( ): they hold a list"),
    (
        "",
        rf"(?P<at>{{) *(?:{_STRING}) *\0[,}}]",
        "write [ ] in the place of {{ }}: they hold a list",
    ),
    (
        "",
        r"(?P<at>\[) *\0[\w-]+\s*=",
        "write {{ }} in the place of [ ]: they hold keys and values",
    ),
    ("", r"\0(?:True|TRUE|False|FALSE)\b", "write it in small letters: true or false"),
    (
        "",
        r"([\w-]+)\s*=\s*\0\s*(?:[,}#]|$)",
        "nothing stands after '{0} =': write the value, or leave '{0}' out",
    ),
)
_MISSING: tuple[_Mistake, ...] = (  # or too much
    ('Expected "\'"', r"\0", "a text above that begins with ' has no end on its line"),
    (
        "",
        "\0[\u00a0\u2000-\u200f\u202f\u2060\ufeff]",
        "a sign that is not seen: type a blank for it",
    ),
    ("Invalid value", r"\0([^\W\d_][^,\]}#]*)", 'a text stands in quotation marks: write "{}"'),
    ("newline", r"\0,", "a comma stands within brackets only: leave this one out"),
    (
        "newline",
        r"\0([\w-]+)\s*=",
        "each key stands on a line of its own: begin a new line before '{}'",
    ),
    (
        "Expected '='",
        r"(?P<at>\b[A-Za-z_]\w*) \0(\w+)\s*=",
        "a key has no blanks: write {}_{}",
    ),
    ("", r"(?P<at>\")\0[^ ,\n]", r"a quotation mark within a text: write \" for it"),
    ("", r"(?P<at>')\0\w", "a text with ' in it begins and ends with \""),
    ("array", r"^\s*\0{", "a comma is missing at the end of line {above}"),
    (
        "",
        r"^\s*\]\n\s*\0{",
        "this stands outside its list: the ] of line {above} belongs below it",
    ),
    ("", r"^\s*\0,", "one comma is enough: leave this one out"),
    ("", r"^\s*\0[{\]]", "}} is missing at the end of line {above}"),
    ("Unclosed", rf"\0({_STRING}|[\w-]+|{{)", "a comma is missing before '{}'"),
    ("Unclosed", r"\0\S", "a comma or the bracket that closes is missing here"),
    (
        "",
        r"^\s*\0|^[^=\n]*\0[^=\n]*$",
        "a line is a [heading], or key = value, or begins with # as a comment",
    ),
)


def syntax_problem(text: str, line: int, column: int, message: str) -> Problem:
    """The problem at the place where a parser stopped, which said ``message``."""
    lines = text.replace("\r\n", "\n").split("\n")
    before, here = lines[: line - 1], lines[line - 1]
    if len(here) > _LONGEST:  # nobody typed it
        return Problem((), f"broken TOML: {message}", line=line, column=column)
    start, told = next(_causes(before, here, column - 1, message))
    return Problem((), told, line=line, column=start + 1)


def _causes(before: list[str], line: str, at: int, message: str) -> Iterator[tuple[int, str]]:
    """What may be wrong in a line, the likeliest first: its position there, and what to do."""
    above = _last(before, r"\s*\S") or 0
    marked = f"{before[above - 1] if above else ''}\n{line[:at]}\0{line[at:]}"
    pair = next((pair for pair in reversed([*_PAIR.finditer(line)]) if pair.start() < at), None)
    if re.match(r"\s*(\[|$)", line):
        yield from _in_heading(before, line, message)
    elif pair and message.startswith(("Cannot overwrite", "Duplicate inline")):
        first = _last(before, rf"\s*{re.escape(pair['key'])}\s*=")
        where = f" (first in line {first})" if first and pair.start() == 0 else ""
        yield pair.start(), f"'{pair['key']}' stands twice here{where}: leave one out"
    if "string" in message or "Illegal character" in message:
        yield from _unclosed(line)
    yield from _listed(_SIGNS, marked, message, at, above)
    if pair and not line[pair.end() : at].strip():
        yield from _in_value(pair)
    yield from _listed(_MISSING, marked, message, at, above)
    yield at, f"broken TOML: {message} (found {excerpt(line[at:].strip() or line.strip())})"


def _listed(
    mistakes: tuple[_Mistake, ...], marked: str, message: str, at: int, above: int
) -> Iterator[tuple[int, str]]:
    """Which of some mistakes were made in a line that is marked where the parser stopped."""
    for said, pattern, told in mistakes:
        match = re.search(pattern, marked, re.MULTILINE)
        if match and re.search(said, message):
            is_before = "at" in match.re.groupindex
            start = match.start("at") - marked.index("\n") - 1 if is_before else at
            yield start, told.format(*map(str.strip, match.groups()), above=above)


def _in_heading(before: list[str], line: str, message: str) -> Iterator[tuple[int, str]]:
    """What may be wrong in the heading of a table, or in the list before it."""
    start = len(line) - len(line.lstrip())
    head = line.split("#")[0].strip()
    inside = head.strip("[] ")
    if message.startswith("Cannot"):
        first = _last(before, rf"\s*\[\[?\s*{re.escape(inside)}\s*\]")
        where = f" (the first is in line {first})" if first else " (before it as a key)"
        if inside in ("statements", "not_figures"):
            yield start, f"each of these begins with [[{inside}]]: write two brackets{where}"
        yield start, f"[{inside}] stands twice{where}: put both together, or rename one"
    if "Expected ']" in message:
        id_ = "_".join(re.findall(r"[^\s\[\]]+", head))
        whole = f"[[{id_}]]" if head.startswith("[[") else f"[{id_}]"
        yield start, f"a heading is an id in brackets, without blanks: write {whole}"
    in_list = message.startswith(("Invalid value", "Unclosed array"))
    if in_list and (opened := _last(before, _LIST_BEGINS)):
        yield start, f"] is missing before this line: the list in line {opened} has no end"


def _last(lines: list[str], pattern: str) -> int | None:
    """The number of the last line that begins with a pattern."""
    return next((n for n in range(len(lines), 0, -1) if re.match(pattern, lines[n - 1])), None)


def _unclosed(line: str) -> Iterator[tuple[int, str]]:
    """A text that has no end on its line."""
    rest = re.sub(_STRING, lambda whole: "." * len(whole[0]), line)
    mark = re.search(r"(?!\"\"\"|''')[\"']", rest)
    if mark:
        told = f"the text that begins here has no end: {mark[0]} is missing on this line"
        yield mark.start(), told


def _in_value(pair: re.Match[str]) -> Iterator[tuple[int, str]]:
    """What may be wrong in a value that is no text in quotation marks."""
    key, value, start = pair["key"], pair["value"].strip(), pair.start("value")
    found = f" (found {excerpt(value)})"
    if value[:1] in ('"', "'", "[", "{", ""):
        return
    with suppress(ValueError):
        tomli.loads(f"x = {value}")
        return
    if (date := date_to_write(value)) or _DATE.fullmatch(value):
        instead = f": write {date}" if date else ", as 2021-11-30"
        yield start, f"a date is year-month-day{instead}{found}"
    if key in _NUMBERS or _NUMERAL.fullmatch(value):
        yield start, f"{number_hint(value, key)}{found}"
    yield start, f'a text stands in quotation marks: write {key} = "{value}"'
