"""The text of a source page, taken apart into the places that locators name.

How a page is laid out (its headings, bullets, running text and tables) is told by the layout
in the source record of a dataset, so that another page needs no code.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Literal, NamedTuple

from kic.dataset.page.language import YEARS, Language
from kic.dataset.page.tables import has_rows, is_row_below, table
from kic.model import LINE, Layout
from kic.model.grouping import collected, grouped
from kic.model.text import fold

_STOP = re.compile(r"[.;,()]")

Kind = Literal["bullet", "text", "table", "cell", "line"]


class Place(NamedTuple):
    """A piece of a page: its locator, the line it begins on, its text and the headings above it.

    The headings of a ``cell`` are those of its row and column, and ``above`` has the rest;
    ``beside`` it stand the line over its row and others, and what else may name its row.  A
    ``line`` is one of a table.  What stands ``over`` any place are the headings above it, and
    those of a table without its notes.
    ``scale`` is what its numbers are multiplied by, as "x 1.000" says over a table; a heading
    that leaves open whether they are is ``unscaled``.  ``starts`` are the positions in its text
    at which its lines begin.
    """

    locator: str
    line: int
    text: str
    kind: Kind
    headings: tuple[str, ...]
    above: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    scale: int = 1
    unscaled: str = ""
    starts: tuple[tuple[int, int], ...] = ()
    beside: tuple[str, ...] = ()

    def heading_of(self, pattern: re.Pattern[str]) -> str:
        """The heading of its row or column, or over it, in which something stands; or nothing.

        What stands over a table beside a year is of that year alone: "(2021: provisional)".
        """
        own = self.headings if self.kind == "cell" else ()
        for heading in (*own, *self.over):
            for match in pattern.finditer(heading):
                years = YEARS.findall(" ".join(own))
                told = YEARS.findall(_clause(heading, match)) if heading not in own else []
                if not (told and years) or any(min(told) <= year <= max(told) for year in years):
                    return heading
        return ""

    def line_of(self, position: int) -> int:
        """The line that a position of the text is on."""
        return next((n for start, n in reversed(self.starts) if start <= position), self.line)


def _clause(text: str, match: re.Match[str]) -> str:
    """What stands around a match between two stops."""
    before, after = text[: match.start()], text[match.end() :]
    return f"{_STOP.split(before)[-1]}{match[0]}{_STOP.split(after)[0]}"


class Page(NamedTuple):
    """A page taken apart: its places, its headings, and the lines that belong to neither.

    ``lines`` counts those with text; ``absent`` are the headings and first words that the
    layout names and the page lacks, each with its keys in the layout.
    """

    places: tuple[Place, ...]
    headings: tuple[tuple[int, str], ...]
    outside: tuple[tuple[int, str], ...]
    lines: int
    absent: tuple[tuple[tuple[str, str], str], ...]


class _Block:
    """A place while its lines are read."""

    def __init__(
        self, locator: str, kind: Kind, headings: list[str], line: int, text: str
    ) -> None:
        self.locator, self.kind, self.headings = locator, kind, tuple(headings)
        self.lines = [(line, text)]

    def place(self) -> Place:
        """The lines as one place."""
        texts = [text.strip() for _, text in self.lines]
        ends = accumulate((len(text) + 1 for text in texts), initial=0)
        starts = tuple((start, n) for start, (n, _) in zip(ends, self.lines, strict=False))
        first = self.lines[0][0]
        text, over = " ".join(texts), self.headings
        return Place(self.locator, first, text, self.kind, over, over=over, starts=starts)


def take_apart(text: str, layout: Layout, lang: Language) -> Page:
    """Every place of a page that a locator can name, in their order, and what is in none."""
    reader = _Reader(layout)
    for line, written in enumerate(text.splitlines(), 1):
        reader.read(line, written)
    places: list[Place] = []
    for block in reader.blocks:
        places += _of_table(block, lang) if block.kind == "table" else [block.place()]
    absent = tuple((keys, words) for keys, words in _named(layout) if keys not in reader.found)
    outside = tuple(reader.outside)
    return Page(tuple(places), tuple(reader.headings), outside, reader.lines, absent)


def paragraphs(text: str) -> list[Place]:
    """The paragraphs of any text, between its empty lines, each bullet by itself."""
    blocks: list[_Block] = []
    is_open = False
    for line, written in enumerate(text.splitlines(), 1):
        words = written.strip()
        if is_open and words and not LISTED.match(words):
            blocks[-1].lines.append((line, words))
        elif words:
            blocks.append(_Block("", "text", [], line, words))
        is_open = bool(words)
    return [block.place() for block in blocks]


_NAMED = ("themes", "lists", "paragraphs", "tables")


def _named(layout: Layout) -> Iterator[tuple[tuple[str, str], str]]:
    """Every heading and every beginning that a layout names, with its keys there."""
    for key in _NAMED:
        for id_, words in getattr(layout, key).items():
            if words:
                yield (key, id_), words


class _Reader:
    """The lines of a page, each given to the place that it belongs to."""

    def __init__(self, layout: Layout) -> None:
        # Under the key and the words of a name are all ids that share them.
        self.named = collected(((key, start), id_) for (key, id_), start in _named(layout))
        self.starts = grouped(self.named, lambda name: _beginning(name[1]))
        self.lengths = sorted(set(map(len, self.starts)))
        self.first_list = next((name for name, words in layout.lists.items() if not words), None)
        self.bullet = _bullet(layout.bullet)
        self.running_text = layout.running_text
        self.blocks: list[_Block] = []
        self.headings: list[tuple[int, str]] = []
        self.outside: list[tuple[int, str]] = []
        self.found: set[tuple[str, str]] = set()
        self.lines = 0
        self._open: _Block | None = None
        self._is_after_blank = False
        self._theme: str | None = None
        self._list: str | None = None
        self._headings: list[str] = []
        self._numbers: Counter[str] = Counter()

    def read(self, line: int, written: str) -> None:
        """Take one line."""
        words = written.strip()
        if not words:
            self._open = self._open if self._open and self._open.kind == "table" else None
            self._is_after_blank = True
            return
        self.lines += 1
        named = self._begun_by(words)
        mark = self.bullet and self.bullet.match(words)
        if named:
            for keys in named:
                self._begin(keys, line, words)
            if self._open is None:  # a heading that is no paragraph too
                self.headings.append((line, NUMBERING.sub("", words)))
        elif self._open and self._open.kind == "table" and self._continues(written):
            self._open.lines.append((line, written))
        elif mark and self._theme and self._list:
            self._add(f"{self._theme}/{self._list}", line, words[mark.end() :], "bullet")
        elif self._open and self._open.kind != "table" and not mark:
            self._open.lines.append((line, words))
        elif self.running_text and self._theme and not mark:
            self._add(f"{self._theme}/{self.running_text}", line, words, "text")
        else:
            self._open = None
            self.outside.append((line, words))
        self._is_after_blank = False

    def _begun_by(self, words: str) -> list[tuple[str, str]]:
        """What a line begins, by its key and id; of those that begin alike the next."""
        begun = [
            (key, start)
            for length in self.lengths
            for key, start in self.starts.get(words[:length], ())
            if length == len(words) or (length < len(words) and not _is_whole(key, start))
        ]
        begun.sort(key=lambda one: _NAMED.index(one[0]))
        alike = [[(key, id_) for id_ in self.named[key, start]] for key, start in begun]
        return [next((one for one in ids if one not in self.found), ids[-1]) for ids in alike]

    def _continues(self, written: str) -> bool:
        """Whether a line belongs to the table above; behind a blank line only rows do."""
        there = self._open.lines[1:] if self._open else []
        is_over = self._is_after_blank and has_rows(text for _, text in there)
        return not is_over or is_row_below(written)

    def _begin(self, keys: tuple[str, str], line: int, words: str) -> None:
        """A heading, or the first line of a paragraph or table that the layout names."""
        key, name = keys
        self.found.add(keys)
        self._open = None
        if key == "themes":
            self._theme, self._list, self._headings = name, self.first_list, [words]
        elif key == "lists":
            self._list, self._headings = name, [*self._headings[:1], words]
        else:
            kind: Kind = "table" if key == "tables" else "text"
            self._start(_Block(name, kind, self._headings, line, words))

    def _add(self, list_: str, line: int, words: str, kind: Kind) -> None:
        self._numbers[list_] += 1
        locator = f"{list_}/{self._numbers[list_]}"
        self._start(_Block(locator, kind, self._headings, line, words))

    def _start(self, block: _Block) -> None:
        self._open = block
        self.blocks.append(block)


LISTED = re.compile(r"[-*•–]\s|\d{1,2}[.)]\s")  # begins an item of a list
NUMBERING = re.compile(r"^\d+(?:\.\d+)*\.?\s+")  # of a chapter, before its heading


def _is_whole(key: str, start: str) -> bool:
    """Whether a name is all of a line, and not its first words."""
    return key in ("themes", "lists") and not start.endswith("...")


def _beginning(start: str) -> str:
    return start.removesuffix("...").rstrip()


def _bullet(mark: str | None) -> re.Pattern[str] | None:
    """What begins a bullet; a digit in the mark stands for any number, as in "1."."""
    if mark is None:
        return None
    return re.compile(re.sub(r"\d+", r"\\d+", re.escape(mark)) + r"\s*")


# ------------------------------------------------------------------------------- tables

_COUNTED = re.compile(r"\bn\s?=\s?\d", re.IGNORECASE)


def _of_table(block: _Block, lang: Language) -> Iterator[Place]:
    """A table and its cells, each by the headings of its row and column.

    All that is neither is its caption, a place of its own.  So is a row that does not fit into
    the columns, and a heading that says of how many its numbers are.
    """
    read = table(block.lines, lang.over_rows)
    text, label = " ".join(read.rest), lang.references.match(read.caption)  # "Table 1."
    caption = read.caption[label.end() if label else 0 :].lstrip(" .:–-")
    above, over = (text, *block.headings), (caption, *block.headings)
    first = block.lines[0][0]
    yield Place(block.locator, first, text, "table", block.headings, over=block.headings)
    rows, columns = (*read.rows, *read.unfit), _names(read.columns)
    names = _names(row.cells[0] for row in rows)
    for row, name in zip(read.rows, names, strict=False):
        own, *cells = row.cells
        beside = (row.over, *(cell for cell in cells if not re.search(r"\d", cell)))
        for column, column_name, cell in zip(read.columns, columns, cells, strict=True):
            at, headings = f"{block.locator}/{name}/{column_name}", (own, column)
            scale = _scale((column, own, text), cell, lang)
            place = Place(at, row.line, cell, "cell", headings, above, over, *scale)
            yield place._replace(beside=beside)
    heads = [(read.line, name, head) for name, head in zip(columns, read.columns, strict=True)]
    heads += [(row.line, name, row.cells[0]) for name, row in zip(names, read.rows, strict=False)]
    for line, name, head in heads:
        if _COUNTED.search(head):
            at = f"{block.locator}/{name}/{LINE}"
            yield Place(at, line, head, "line", above, above, over, beside=("", ""))
    for row, name in zip(read.unfit, names[len(read.rows) :], strict=True):
        at, whole = f"{block.locator}/{name}/{LINE}", " | ".join(filter(None, row.cells))
        scale = _scale((text,), whole, lang)
        place = Place(at, row.line, whole, "line", above, above, over, *scale)
        yield place._replace(beside=(row.over, row.cells[0]))


def _names(headings: Iterable[str]) -> list[str]:
    """Headings as parts of a locator; one that stands there before gets a number."""
    seen: Counter[str] = Counter()
    names = []
    for heading in headings:
        plain = "".join(c for c in heading if c.isdecimal() or not c.isdigit())  # no footnotes
        name = re.sub(r"\W+", "_", fold(plain), flags=re.ASCII).strip("_") or "_"
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}_{seen[name]}")
    return names


def _scale(headings: tuple[str, ...], cell: str, lang: Language) -> tuple[int, str]:
    """What the numbers of a cell are multiplied by: as its headings say, the nearest first.

    A heading with a unit of its own, as "days", has none of the headings behind it.  Gives the
    heading, too, that leaves this open.
    """
    unsure = ""
    for words in (cell, *headings):
        if lang.percent.search(words):
            break
        rest = lang.own_unit.sub(" ", words)
        for pattern, factor in lang.table_scales:
            if pattern.search(rest):
                return factor, unsure
        if rest != words:
            break
        unsure = unsure or words * bool(lang.open_unit.search(words))
    return 1, ""
