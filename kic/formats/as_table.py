"""A table to read: as wide as the place it goes to, folded and never cut.

Where a block's columns do not fit side by side, each row is set as a list of its cells,
one below the other, so that nothing is lost on a narrow screen.
"""

import io
from collections.abc import Callable, Iterable, Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text as Line

from kic.formats import Style
from kic.formats.cells import NBSP, bar, lines, say, visible
from kic.model import Text
from kic.table import Bar, Block, Cell, Column, Group, Table
from kic.wording import text

_GAP = 2  # blanks between columns
_INDENT = 2
_BAR = 16
_UNLIMITED = 1_000_000
_LONGEST_WORD = 16  # a longer word may be broken to keep the columns side by side

_MARKS = text("Merken", "Marks")
_NOTES = text("Noten", "Notes")
_SOURCES = text("Bron", "Source")


def write(table: Table, style: Style) -> str:
    """The answer as a page: blocks, then what explains them."""
    page = _Page(style)
    for block in table.blocks:
        page.block(block)
    page.below(table)
    return page.text()


class _Page:
    """Writes onto a console that asks nobody for its width or colours."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.width = style.width or _UNLIMITED
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

    def text(self) -> str:
        text = self.out.getvalue().replace(NBSP, " ")
        return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n") + "\n"

    def say(self, text: Text) -> str:
        return visible(say(text, self.style.lang))

    def print(self, *parts: tuple[str, str]) -> None:
        self.console.print(Line.assemble(*parts, overflow="fold"))

    def blank(self) -> None:
        self.console.print()

    # ------------------------------------------------------------------------- blocks

    def block(self, block: Block) -> None:
        columns, groups = self._drawn(block)
        cells = [c for group in groups for c in group]
        widths = self._widths(columns, cells)
        if block.title:
            self._title(block, widths)
        for name, content in block.facts:
            self._pair(self.say(name), self._joined(content))
        if block.facts:
            self.blank()
        if widths and cells:
            self._row([self.say(c.title) for c in columns], columns, widths, "dim")
        for group, rows in zip(block.groups, groups, strict=True):
            self._heading(group)
            for row in rows:
                if widths:
                    self._row(row, columns, widths, "")
                else:
                    self._stacked(row, columns)
        if block.remarks:
            if groups:
                self.blank()
            for remark, locator in block.remarks:
                self._item("-", self.say(remark), visible(locator))
        self.blank()

    def _drawn(self, block: Block) -> tuple[list[Column], list[list[list[str]]]]:
        """The columns that can be drawn here and every cell as text, lines apart."""
        shown = [i for i, c in enumerate(block.columns) if c.kind != "bar" or self.style.bars]
        return [block.columns[i] for i in shown], [
            [["\n".join(self._lines(row[i])) for i in shown] for row in group.rows]
            for group in block.groups
        ]

    def _lines(self, content: Cell) -> list[str]:
        if isinstance(content, Bar):
            return [bar(content, _BAR)]
        return lines(content, self.style)

    def _joined(self, content: Cell) -> str:
        return " ".join(lines(content, self.style))

    def _widths(self, columns: list[Column], rows: list[list[str]]) -> list[int] | None:
        """A width for each column, or None where they do not fit side by side."""
        titles = [[self.say(c.title) for c in columns]]
        natural = [_widest(column, str.splitlines) for column in zip(*titles, *rows, strict=True)]
        least = [
            min(_widest(column, _unbroken), natural[i])
            if columns[i].kind in ("number", "id", "bar")
            else min(_widest(column, str.split), _LONGEST_WORD, natural[i])
            for i, column in enumerate(zip(*titles, *rows, strict=True))
        ]
        room = self.width - _INDENT - _GAP * (len(columns) - 1)
        spare = room - sum(least)
        if spare < 0:
            return None
        # The room that is left goes first to those who need least to be complete.
        widths = list(least)
        for i in sorted(range(len(columns)), key=lambda i: natural[i] - least[i]):
            more = min(natural[i] - least[i], spare)
            widths[i] += more
            spare -= more
        return widths

    def _title(self, block: Block, widths: list[int] | None) -> None:
        title = self.say(block.title) if block.title else ""
        id_ = visible(block.id or "")
        wide = _INDENT + sum(widths) + _GAP * (len(widths) - 1) if widths else self.width
        length = max(min(wide, self.width, 200), len(title))
        self.print((title, "bold"), (f"  {id_}" if id_ else "", "dim"))
        self.print(("─" * length, "dim"))

    def _heading(self, group: Group) -> None:
        if group.title is None:
            return
        detail = f"  {self.say(group.detail)}" if group.detail else ""
        self.print(
            (self.say(group.title), "bold"), (f"  {visible(group.id or '')}", "dim"), (detail, "")
        )

    def _row(self, cells: list[str], columns: list[Column], widths: list[int], how: str) -> None:
        grid = _grid(_GAP)
        fitted = [""]
        for content, column, width in zip(cells, columns, widths, strict=True):
            right = column.kind == "number"
            grid.add_column(width=width, justify="right" if right else "left", overflow="fold")
            fitted.append(_fold(content, width) if column.kind == "id" else content)
        grid.add_row(*fitted, style=how)
        self.console.print(grid)

    def _stacked(self, row: list[str], columns: list[Column]) -> None:
        for content, column in zip(row, columns, strict=True):
            if content:
                self._pair(self.say(column.title), " ".join(content.splitlines()), column)
        self.blank()

    def _pair(self, name: str, content: str, column: Column | None = None) -> None:
        """A name and what it names; the content below itself where it folds."""
        name_width = max(len(name), min(18, self.width // 3))
        room = max(self.width - _INDENT - name_width - _GAP, 1)
        fitted = _fold(content, room) if column and column.kind == "id" else content
        grid = _grid(_GAP)
        grid.add_column(width=name_width, style="dim")
        grid.add_column(width=min(room, _widest([fitted], str.splitlines) or 1), overflow="fold")
        grid.add_row("", name, fitted)
        self.console.print(grid)

    # -------------------------------------------------------------------------- below

    def below(self, table: Table) -> None:
        if table.summary:
            self.print((self.say(table.summary), "bold"))
            self.blank()
        if table.marks:
            self.print((self.say(_MARKS), "dim"))
            for meaning in table.marks:
                mark, _, words = self.say(meaning).partition(" ")
                self._item(mark, words)
        if table.notes:
            if table.marks:
                self.print((self.say(_NOTES), "dim"))
            width = len(str(len(table.notes)))
            for number, note in enumerate(table.notes, 1):
                self._item(str(number).rjust(width), self.say(note))
        for source in table.sources:
            self._item(f"{self.say(_SOURCES)}:", self.say(source))

    def _item(self, mark: str, words: str, locator: str = "") -> None:
        room = max(self.width - _INDENT - len(mark) - 1, 1)
        line = Line.assemble(words, (f" [{locator}]" if locator else "", "dim"), overflow="fold")
        grid = _grid(1)
        grid.columns[0].width = _INDENT - 1
        grid.add_column(width=len(mark), style="dim")
        grid.add_column(width=min(room, max(line.cell_len, 1)), overflow="fold")
        grid.add_row("", mark, line)
        self.console.print(grid)


def _grid(gap: int) -> Grid:
    """Columns side by side without lines, after an indent of one ``gap``."""
    grid = Grid(box=None, show_header=False, padding=(0, gap, 0, 0), pad_edge=False)
    grid.add_column(width=0)
    return grid


def _widest(cells: Iterable[str], split: Callable[[str], Iterable[str]]) -> int:
    """The width of the widest piece of the cells."""
    return max((cell_len(piece) for c in cells for piece in split(c)), default=0)


def _unbroken(content: str) -> Iterator[str]:
    """The pieces of a number or an id that stay whole: an id may be folded at a slash."""
    for word in content.replace("\n", " ").split(" "):  # not at a no-break space
        *head, last = word.split("/")
        pieces = [f"{part}/" for part in head]
        if last.isdigit() and pieces:  # the number of the bullet stays with its list
            yield from pieces[:-1]
            yield pieces[-1] + last
        else:
            yield from (*pieces, last)


def _fold(content: str, width: int) -> str:
    """An id in as many lines as it needs, folded at its slashes."""
    rows = [""]
    for piece in _unbroken(content):
        if rows[-1] and len(rows[-1]) + len(piece) > width:
            rows.append("")
        rows[-1] += piece
    return "\n".join(rows)
