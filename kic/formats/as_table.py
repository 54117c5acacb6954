"""A table to read: as wide as the place it goes to, folded and never cut.

Where a block's columns do not fit side by side, each row is set as a list of its cells,
one below the other, so that nothing is lost on a narrow screen.
"""

import io
import re
from collections.abc import Callable, Iterable, Mapping
from itertools import compress

from rich.cells import cell_len
from rich.console import Console
from rich.table import Column as GridColumn
from rich.table import Table as Grid
from rich.text import Text as Line

from kic.formats import Style
from kic.formats.bars import BRUSHES, bar
from kic.formats.cell_text import NBSP, cell, lines, say, signs
from kic.model import Text
from kic.model.safe import address, visible
from kic.model.wording import BARS, CODES, NOTES, SOURCE, STROKE, TALLY
from kic.query.grid import GridCell
from kic.table import Bar, Block, Cell, Column, Page, Table
from kic.table.common import publication

_GAP = 2  # blanks between columns
_INDENT = 2
_BAR = 16
_SHORT_BAR = 6
_UNLIMITED = 1_000_000
_LONGEST_WORD = 18  # a longer word may be broken to keep the columns side by side

# Where a number or an id may be folded: at a blank, but not at a no-break space, and after a
# slash, but the number of a bullet stays with its list.
_BREAK = re.compile(r"[ \n]|(?<=/)(?!\d+(?:[ \n]|$))")


def write(table: Table, style: Style) -> str:
    """The answer as a page: blocks, then what explains them."""
    printer = _Printer(style)
    for block in table.page.blocks:
        printer.block(block)
    printer.below(table.page)
    text = printer.out.getvalue().replace(NBSP, " ")
    text = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub("\n{3,}", "\n\n", text).strip("\n") + "\n"


class _Printer:
    """Prints to a console of which width and colour are passed in, never detected.

    It keeps the strokes of the bars and the codes of the tallies that it drew, to explain
    them below.
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self.width = style.width or _UNLIMITED
        self.brush = BRUSHES.get(style.bars or "", {})
        self.strokes: set[str] = set()
        self.codes: set[str] = set()
        self.out = io.StringIO()
        self.console = Console(
            file=self.out,
            width=self.width,
            color_system="standard" if style.color else None,
            force_terminal=style.color,
            force_jupyter=False,
            legacy_windows=False,
            markup=False,
            emoji=False,
            highlight=False,
            no_color=not style.color,
        )

    def say(self, text: Text) -> str:
        return say(text, self.style.lang)

    def print(self, *parts: tuple[str, str]) -> None:
        """Print a line of texts, each with its look; without any a blank line."""
        self.console.print(Line.assemble(*parts, overflow="fold"))

    # ------------------------------------------------------------------------- blocks

    def block(self, block: Block) -> None:
        """Print the title, the facts, the rows and the remarks of a block."""
        rows = [row for group in block.groups for row in group.rows]
        shown = [
            any(row[i] is not None for row in rows) and (column.kind != "bar" or bool(self.brush))
            for i, column in enumerate(block.columns)
        ]
        block = _only(block, shown)
        # The bars say nothing that the numbers do not: they go where there is no room for them.
        without = _only(block, [column.kind != "bar" for column in block.columns])
        fitting = ((b, widths) for b in (block, without) if (widths := self._widths(b)))
        block, widths = next(fitting, (block, None))
        if block.title:
            title, id_ = self.say(block.title), visible(block.id or "")
            wide = _INDENT + sum(widths) + _GAP * (len(widths) - 1) if widths else 0
            length = min(max(wide, cell_len(title) + 2 + cell_len(id_)), self.width)
            self.print((title, "bold"), (f"  {id_}" if id_ else "", "dim"))
            self.print(("─" * length, "dim"))
        if block.facts:
            self._pairs(block.facts)
            self.print()
        if widths:
            self._rows(
                [[self.say(column.title) for column in block.columns]], block, widths, "dim"
            )
        for group in block.groups:
            if group.title is not None:
                place = f"  {self.say(group.place.label)}" if group.place else ""
                id_ = f"  {visible(group.id or '')}"
                self.print((self.say(group.title), "bold"), (id_, "dim"), (place, ""))
                self._pairs(group.facts)
            if widths:
                drawn = ([*map(self._drawn, row, widths)] for row in group.rows)
                self._rows(drawn, block, widths)
            else:
                for row in group.rows:
                    titles = (column.title for column in block.columns)
                    self._pairs(zip(titles, row, strict=True))
                    self.print()
        self.print()
        self._items(
            ("-", Line.assemble(self.say(words), (f" [{visible(place)}]", "dim")))
            for words, place in block.remarks
        )
        self.print()

    def _widths(self, block: Block) -> list[int] | None:
        """A width for each column, or None where they do not fit side by side."""
        rows = [row for group in block.groups for row in group.rows]
        spans = [
            _span(
                column,
                [self.say(column.title), *("\n".join(lines(r[i], self.style)) for r in rows)],
            )
            for i, column in enumerate(block.columns)
        ]
        widths = [least for least, _ in spans]
        spare = self.width - _margin(block) - _GAP * (len(widths) - 1) - sum(widths)
        if spare < 0:
            return None
        # The room that is left goes to ids first, then to those who need least to be whole.
        wanted = [
            (c.kind != "id", most - least)
            for c, (least, most) in zip(block.columns, spans, strict=True)
        ]
        for i in sorted(range(len(wanted)), key=wanted.__getitem__):
            more = min(wanted[i][1], spare)
            widths[i] += more
            spare -= more
        return widths

    def _drawn(self, content: Cell, width: int) -> str:
        """A cell as the lines it has, a bar as one of at most this width."""
        if isinstance(content, GridCell):
            self.codes.update(code for code, _ in content.counts)
        if isinstance(content, Bar) and self.brush:
            self.strokes.update(content.strokes)
            return bar(content, width, self.brush)
        return "\n".join(lines(content, self.style))

    def _rows(
        self, rows: Iterable[list[str]], block: Block, widths: list[int], look: str = ""
    ) -> None:
        """Print cells below each other in columns of these widths."""
        columns = [
            GridColumn(
                width=width,
                justify="right" if column.kind == "number" else "left",
                overflow="fold",
            )
            for column, width in zip(block.columns, widths, strict=True)
        ]
        kinds = [column.kind for column in block.columns]
        folded = (
            [
                _fold(content, width) if kind == "id" else content
                for content, kind, width in zip(row, kinds, widths, strict=True)
            ]
            for row in rows
        )
        self._grid(folded, columns, _GAP, _margin(block), look)

    def _pairs(self, pairs: Iterable[tuple[Text, Cell]]) -> None:
        """Print names with what they name beside them, or below where there is no room."""
        said = (
            (self.say(name), self._drawn(c, _BAR) if isinstance(c, Bar) else cell(c, self.style))
            for name, c in pairs
        )
        named = [(name, words) for name, words in said if words]
        name_width = _widest((name for name, _ in named), str.splitlines)
        room = self.width - _INDENT - name_width - _GAP
        if room < self.width // 2:
            self._items(("-", f"{name}: {words}") for name, words in named)
        else:
            named = [
                (name, _fold(words, room) if "/" in words and " " not in words else words)
                for name, words in named
            ]
            widest = _widest((words for _, words in named), str.splitlines)
            columns = [
                GridColumn(width=name_width, style="dim"),
                GridColumn(width=min(room, max(widest, 1)), overflow="fold"),
            ]
            self._grid(named, columns, _GAP)

    # -------------------------------------------------------------------------- below

    def below(self, page: Page) -> None:
        """Print what explains the blocks."""
        drawn_with = signs(self.style)
        self._items((drawn_with[c], self.say(TALLY[c])) for c in TALLY if c in self.codes)
        self.print()
        if page.summary:
            self.print((self.say(page.summary), "bold"))
        self.print()
        for remark in page.remarks:
            self.print((self.say(remark), ""))
        self.print()
        self._legend(CODES, dict(page.marks))
        if self.strokes - {"full"}:  # else all bars are drawn with the number itself
            used = (stroke for stroke in STROKE if stroke in self.strokes)
            self._legend(BARS, {self.brush[stroke][-1]: STROKE[stroke] for stroke in used})
        self._legend(NOTES, {str(n): note for n, note in enumerate(page.notes, 1)})
        if page.sources:
            self.print((self.say(SOURCE), "dim"))
        for source in page.sources:
            self._items([("-", self.say(publication(source)))])
            if source.url:  # an address is only of use in one piece
                line = f"{' ' * (_INDENT + 2)}{address(source.url)}"
                self.console.print(line, soft_wrap=True, crop=False)

    def _legend(self, title: Text, meanings: Mapping[str, Text]) -> None:
        """Print what each mark means, if there are any."""
        if meanings:
            self.print((self.say(title), "dim"))
        self._items((mark, self.say(meaning)) for mark, meaning in meanings.items())

    def _items(self, items: Iterable[tuple[str, str | Line]]) -> None:
        """Print a list: a mark before each of the texts."""
        marked = [(mark, Line.assemble(words, overflow="fold")) for mark, words in items]
        width = max((len(mark) for mark, _ in marked), default=0)
        longest = max((line.cell_len for _, line in marked), default=0)
        room = max(self.width - _INDENT - width - 1, 1)
        columns = [
            GridColumn(width=width, style="dim", justify="right"),
            GridColumn(width=min(room, max(longest, 1)), overflow="fold"),
        ]
        self._grid(marked, columns, 1)

    def _grid(
        self,
        rows: Iterable[Iterable[str | Line]],
        columns: list[GridColumn],
        gap: int,
        margin: int = _INDENT,
        look: str = "",
    ) -> None:
        """Print columns side by side without lines, a ``gap`` apart, after a ``margin``."""
        before = [GridColumn(width=margin - gap)] if margin else []
        grid = Grid(
            *before, *columns, box=None, show_header=False, padding=(0, gap, 0, 0), pad_edge=False
        )
        for row in rows:
            grid.add_row(*[""] * len(before), *row, style=look)
        self.console.print(grid)


def _only(block: Block, shown: list[bool]) -> Block:
    """The block with those of its columns that are shown."""
    groups = (
        group._replace(rows=tuple(tuple(compress(row, shown)) for row in group.rows))
        for group in block.groups
    )
    return block._replace(columns=tuple(compress(block.columns, shown)), groups=tuple(groups))


def _margin(block: Block) -> int:
    """How far its rows stand to the right, below the titles of their groups."""
    return _INDENT if block.group_title else 0


def _span(column: Column, cells: list[str]) -> tuple[int, int]:
    """The least width of a column, and that at which no cell is folded."""
    if column.kind == "bar":
        return _SHORT_BAR, _BAR
    most = _widest(cells, str.splitlines)
    if column.kind == "text":
        return min(_widest(cells, str.split), _LONGEST_WORD, most), most
    return min(_widest(cells, _BREAK.split), most), most


def _widest(cells: Iterable[str], split: Callable[[str], Iterable[str]]) -> int:
    """The width of the widest piece of the cells."""
    return max((cell_len(piece) for c in cells for piece in split(c)), default=0)


def _fold(content: str, width: int) -> str:
    """An id in as many lines as it needs, folded at its slashes."""
    rows = [""]
    for piece in _BREAK.split(content):
        if rows[-1] and len(rows[-1]) + len(piece) > width:
            rows.append("")
        rows[-1] += piece
    return "\n".join(rows)
