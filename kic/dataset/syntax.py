"""Where a text is no TOML: the first place, and what the one who typed it has to do there."""

import re
from collections.abc import Iterator
from unicodedata import category, name

import tomli

from kic.model.errors import Problem, excerpt
from kic.model.typed import date_to_write, number_hint

_LONGEST = 4000  # characters of a line
# The keys that hold a number.
_NUMBERS = {"value", "above", "below", "lower", "upper", "rounded_to", "per"}
_STRING = r'"(?:[^"\\]|\\.)*"|' + r"'[^']*'"
# A key with its value: a string, what opens a list or table, or whatever else stands there,
# with a comma only between digits, up to the next value.
_PAIR = re.compile(
    rf"(?P<key>[\w-]+)\s*=\s*(?P<value>{_STRING}|[\[{{]|"
    r"(?:[^,#}\]=]|,(?=\d))*?(?=\s*(?:,(?!\d)|[#}\]]|$)|\s+[\w-]+\s*=))"
)
_CURLY = re.compile('[\u201c-\u201f\u2018-\u201b\u00ab\u00bb]([^\u201c-\u201f\u00bb"]*)')
_BLANKS = " \u2018\u2019\u201b'"
_BLANK_IN_KEY = re.compile(r"(?<![\w\"'-])[A-Za-z_]\w*(?: \w+)+(?=\s*=)")
_DATE = re.compile(r"\d+([-/])\d+\1\d+")
_NUMERAL = re.compile(r"[\d.]*,[\d.,]*|\d+([. \u00a0\u202f']\d{3})+")


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
    here, rest = line[at : at + 1], line[at:].strip()
    if line.lstrip().startswith("["):
        yield from _in_heading(before, line, message)
    if message.startswith(("Cannot overwrite", "Duplicate inline")):
        yield from _twice(before, line, at)
    if "string" in message or "Illegal character" in message:
        yield from _unclosed(line)
    if quoted := _CURLY.match(line, at):
        yield at, f'a text stands in straight quotation marks: write "{quoted[1].strip(_BLANKS)}"'
    if "Unescaped" in message or "hex value" in message:
        yield line.rfind("\\", 0, at + 1), r"a backslash in a text: write \\ for it"
    if instead := {":": "=", ";": ","}.get(here):
        yield at, f"write {instead} in the place of {here}"
    if here == "=":
        yield at, "one = is enough"
    yield from _in_brackets(line, at)
    for pair in [pair for pair in _PAIR.finditer(line) if pair.start() <= at][-1:]:
        if not line[pair.end() : at].strip():
            yield from _in_value(pair)
    if here and here not in " \t" and category(here) in ("Zs", "Cf", "Cc"):
        yield at, f"a sign that is not seen ({name(here, hex(ord(here)))}): type a blank for it"
    if here.isalpha() and "Invalid value" in message:
        word = re.split(r"[,\]}#]", rest)[0].strip()
        yield at, f'a text stands in quotation marks: write "{word}"'
    if "newline" in message and here == ",":
        yield at, "a comma stands within brackets only: leave this one out"
    if "newline" in message and (key := re.match(r"[\w-]+(?=\s*=)", rest)):
        yield at, f"each key stands on a line of its own: begin a new line before '{key[0]}'"
    if "Expected '='" in message and (blank := _BLANK_IN_KEY.search(line)):
        yield blank.start(), f"a key has no blanks: write {'_'.join(blank[0].split())}"
    if here not in ("", " ", ",") and line[at - 1 : at] == '"':
        yield at - 1, r"a quotation mark within a text: write \" for it"
    if here.isalnum() and line[at - 1 : at] == "'":
        yield at - 1, "a text with ' in it begins and ends with \""
    yield from _missing(before, line, at, message)
    if line[:at].strip() in ("", rest) or "=" not in line:
        yield at, "a line is a [heading], or key = value, or begins with # as a comment"
    yield at, f"broken TOML: {message} (found {excerpt(rest or line.strip())})"


def _missing(before: list[str], line: str, at: int, message: str) -> Iterator[tuple[int, str]]:
    """A comma or bracket that may be missing before a place."""
    rest = line[at:].strip()
    above = next((n for n in range(len(before), 0, -1) if before[n - 1].strip()), 0)
    is_first = not line[:at].strip()
    if is_first and rest.startswith("{") and "array" in message:
        yield at, f"a comma is missing at the end of line {above}"
    if is_first and rest.startswith("{") and above and before[above - 1].strip() == "]":
        yield at, f"this stands outside its list: the ] of line {above} belongs below it"
    if is_first and rest.startswith(","):
        yield at, "one comma is enough: leave this one out"
    if re.fullmatch(r"\s*[\w.-]+\]\s*(#.*)?", line):
        yield 0, f"a heading begins with [: write [{line.split('#')[0].strip()}"
    if is_first and rest[:1] in ("{", "]") and rest:
        yield at, f"}} is missing at the end of line {above}"
    if not line.strip() and (opened := _opened(before)):
        yield at, f"] is missing: the list in line {opened} has no end"
    if "Unclosed" in message and re.match(r"[\w\"'{]", rest):
        yield at, f"a comma is missing before {excerpt(rest.split('=')[0].strip(), 30)}"
    if "Unclosed" in message and rest:
        yield at, f"a comma or the bracket that closes is missing here (found {excerpt(rest)})"


_BRACKETS = (  # of one kind in the place of others
    (r"=\s*(\()\s*[\"']", "write [ ] in the place of ( ): they hold a list"),
    (
        r"=\s*({)\s*(?:\"[^\"]*\"|'[^']*')\s*[,}]",
        "write [ ] in the place of { }: they hold a list",
    ),
    (r"=\s*(\[)\s*[\w-]+\s*=", "write { } in the place of [ ]: they hold keys and values"),
)


def _in_brackets(line: str, at: int) -> Iterator[tuple[int, str]]:
    """Brackets that are the wrong ones, which begin before a place."""
    for pattern, instead in _BRACKETS:
        if (found := re.search(pattern, line)) and found.start() <= at:
            yield found.start(1), instead


def _opened(before: list[str]) -> int | None:
    """The number of the last line in which a list begins that has no end there."""
    return _line_with(before, r"\s*[\w-]+\s*=\s*\[[^\]]*$")


def _in_heading(before: list[str], line: str, message: str) -> Iterator[tuple[int, str]]:
    """What may be wrong in the heading of a table."""
    start = len(line) - len(line.lstrip())
    head = line.split("#")[0].strip()
    if re.match("Cannot (declare|overwrite|mutate)", message):
        inside = head.strip("[] ")
        first = _line_with(before, rf"\s*\[\[?\s*{re.escape(inside)}\s*\]")
        where = f" (the first is in line {first})" if first else " (before it as a key)"
        if inside in ("statements", "not_figures"):
            yield start, f"each of these begins with [[{inside}]]: write two brackets{where}"
        yield start, f"[{inside}] stands twice{where}: put both together, or rename one"
    if "Expected ']" in message:
        words = re.findall(r"[^\s\[\]]+", head)
        end = "]]" if head.startswith("[[") else "]"
        whole = f"{'[' * len(end)}{'_'.join(words)}{end}"
        yield start, f"a heading is an id in brackets, without blanks: write {whole}"
    if (opened := _opened(before)) and "Cannot" not in message:
        yield start, f"] is missing before this heading: the list in line {opened} has no end"


def _twice(before: list[str], line: str, at: int) -> Iterator[tuple[int, str]]:
    """A key that stands twice, in braces or below a heading."""
    for pair in [pair for pair in _PAIR.finditer(line) if pair.start() <= at][-1:]:
        first = _line_with(before, rf"\s*{re.escape(pair['key'])}\s*=")
        where = f" (first in line {first})" if first and pair.start() == 0 else ""
        yield pair.start(), f"'{pair['key']}' stands twice here{where}: leave one out"


def _line_with(lines: list[str], pattern: str) -> int | None:
    """The number of the last line that begins with a pattern."""
    return next((n for n in range(len(lines), 0, -1) if re.match(pattern, lines[n - 1])), None)


def _unclosed(line: str) -> Iterator[tuple[int, str]]:
    """A text that has no end on its line."""
    rest = re.sub(_STRING, lambda whole: "." * len(whole[0]), line)
    start = min((n for n in map(rest.find, "\"'") if n >= 0), default=-1)
    if start >= 0 and line[start : start + 3] not in ('"""', "'''"):
        mark = line[start]
        yield start, f"the text that begins here has no end: {mark} is missing on this line"


def _in_value(pair: re.Match[str]) -> Iterator[tuple[int, str]]:
    """What may be wrong in a value that is no text in quotation marks."""
    key, value, start = pair["key"], pair["value"].strip(), pair.start("value")
    found = f" (found {excerpt(value)})"
    if not value:
        yield start, f"nothing stands after '{key} =': write the value, or leave '{key}' out"
    if value[:1] in ('"', "'", "[", "{", "") or _is_value(value):
        return
    if date := date_to_write(value):
        yield start, f"a date is year-month-day: write {date}{found}"
    if _DATE.fullmatch(value):
        yield start, f"a date is year-month-day, as 2021-11-30{found}"
    if key in _NUMBERS or _NUMERAL.fullmatch(value):
        yield start, f"{number_hint(value, key)}{found}"
    if value.lower() in ("true", "false"):
        yield start, f"write {value.lower()}, in small letters"
    yield start, f'a text stands in quotation marks: write {key} = "{value}"'


def _is_value(typed: str) -> bool:
    try:
        tomli.loads(f"x = {typed}")
    except ValueError:
        return False
    return True
