"""A table to read: as wide as the place it goes to, folded and never cut.

Where a block's columns do not fit side by side, each row is set as a list of its cells,
one below the other, so that nothing is lost on a narrow screen.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text as Line

from kic.formats import Style
from kic.formats.cells import BRUSHES, NBSP, bar, cell, lines, say, signs
from kic.model import Text
from kic.model.safe import address, visible
from kic.model.wording import BARS, CODES, NOTES, SOURCE, STROKE, TALLY
from kic.table import Bar, Block, Cell, Column, Group, Table, Tally
from kic.table.common import publication

_GAP = 2  # blanks between columns
_INDENT = 2
_BAR = 16
_SHORT_BAR = 6
_UNLIMITED = 1_000_000
_LONGEST_WORD = 18  # a longer word may be broken to keep the columns side by side


def write(table: Table, style: Style) -> str:
    """The answer as a page: blocks, then what explains them."""
    page = _Page(style)
    for block in table.page.blocks:
        page.block(block)
    page.below(table)
    return page.text()


class _Page:
    """Writes onto a console that asks nobody for its width or colours."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.width = style.width or _UNLIMITED
        self.brush = BRUSHES[style.bars] if style.bars else None
        self.drawn: list[Bar] = []
        self.tallies: list[Tally] = []
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
        text = "\n".join(line.rstrip() for line in text.splitlines())
        return re.sub("\n{3,}", "\n\n", text).strip("\n") + "\n"

    def say(self, text: Text) -> str:
        return say(text, self.style.lang)

    def print(self, *parts: tuple[str, str]) -> None:
        self.console.print(Line.assemble(*parts, overflow="fold"))

    def blank(self) -> None:
        self.console.print()

    # ------------------------------------------------------------------------- blocks

    def block(self, block: Block) -> None:
        rows = [row for group in block.groups for row in group.rows]
        shown = [
            i
            for i, column in enumerate(block.columns)
            if any(row[i] is not None for row in rows) and (column.kind != "bar" or self.brush)
        ]
        indent = _INDENT if block.group_title else 0
        widths = self._widths(block, shown, indent)
        if widths is None:  # the bars say nothing that the numbers do not
            without = [i for i in shown if block.columns[i].kind != "bar"]
            if widths := self._widths(block, without, indent):
                shown = without
        columns = [block.columns[i] for i in shown]
        if block.title:
            self._title(block, widths)
        if block.facts:
            self._pairs(block.facts)
            self.blank()
        if widths and rows:
            self._row([self.say(c.title) for c in columns], columns, widths, indent, "dim")
        for group in block.groups:
            self._heading(group)
            for row in group.rows:
                drawn = [row[i] for i in shown]
                if widths:
                    texts = [self._drawn(c, w) for c, w in zip(drawn, widths, strict=True)]
                    self._row(texts, columns, widths, indent)
                else:
                    self._stacked(drawn, columns)
        if block.remarks:
            self.blank()
            self._items(
                [("-", self.say(remark), visible(locator)) for remark, locator in block.remarks]
            )
        self.blank()

    def _drawn(self, content: Cell, width: int) -> str:
        if isinstance(content, Tally):
            self.tallies.append(content)
        if isinstance(content, Bar) and self.brush:
            self.drawn.append(content)
            return bar(content, width, self.brush)
        return "\n".join(lines(content, self.style))

    def _widths(self, block: Block, shown: list[int], indent: int) -> list[int] | None:
        """A width for each column, or None where they do not fit side by side."""
        natural, least = [], []
        rows = [row for group in block.groups for row in group.rows]
        for i in shown:
            column = block.columns[i]
            cells = [self.say(column.title), *("\n".join(lines(r[i], self.style)) for r in rows)]
            wide = _widest(cells, str.splitlines)
            if column.kind == "bar":
                natural.append(_BAR)
                least.append(_SHORT_BAR)
                continue
            natural.append(wide)
            if column.kind == "text":
                least.append(min(_widest(cells, str.split), _LONGEST_WORD, wide))
            else:
                least.append(min(_widest(cells, _unbroken), wide))
        spare = self.width - indent - _GAP * (len(shown) - 1) - sum(least)
        if spare < 0:
            return None
        # The room that is left goes to ids first, then to those who need least to be whole.
        widths = list(least)
        ids = [block.columns[i].kind == "id" for i in shown]
        for i in sorted(range(len(shown)), key=lambda i: (not ids[i], natural[i] - least[i])):
            more = min(natural[i] - least[i], spare)
            widths[i] += more
            spare -= more
        return widths

    def _title(self, block: Block, widths: list[int] | None) -> None:
        title = self.say(block.title) if block.title else ""
        id_ = visible(block.id or "")
        wide = _INDENT + sum(widths) + _GAP * (len(widths) - 1) if widths else 0
        length = min(max(wide, cell_len(title) + 2 + cell_len(id_)), self.width)
        self.print((title, "bold"), (f"  {id_}" if id_ else "", "dim"))
        self.print(("─" * length, "dim"))

    def _heading(self, group: Group) -> None:
        if group.title is None:
            return
        place = f"  {self.say(group.place.label)}" if group.place else ""
        self.print(
            (self.say(group.title), "bold"), (f"  {visible(group.id or '')}", "dim"), (place, "")
        )
        self._pairs(group.facts)

    def _row(
        self,
        cells: list[str],
        columns: list[Column],
        widths: list[int],
        indent: int,
        how: str = "",
    ) -> None:
        grid = _grid(_GAP, indent)
        fitted = [""] if indent else []
        for content, column, width in zip(cells, columns, widths, strict=True):
            right = column.kind == "number"
            grid.add_column(width=width, justify="right" if right else "left", overflow="fold")
            fitted.append(_fold(content, width) if column.kind == "id" else content)
        grid.add_row(*fitted, style=how)
        self.console.print(grid)

    def _stacked(self, row: list[Cell], columns: list[Column]) -> None:
        self._pairs([(column.title, c) for column, c in zip(columns, row, strict=True)])
        self.blank()

    def _pairs(self, pairs: Sequence[tuple[Text, Cell]]) -> None:
        """Names with what they name beside them, or below where there is no room beside."""
        told = [(self.say(name), self._told(content)) for name, content in pairs]
        told = [(name, words) for name, words in told if words]
        name_width = max((cell_len(name) for name, _ in told), default=0)
        room = self.width - _INDENT - name_width - _GAP
        if room < self.width // 2:
            self._items([("-", f"{name}: {words}", "") for name, words in told])
        elif told:
            fitted = [_fold(words, room) if "/" in words else words for _, words in told]
            grid = _grid(_GAP, _INDENT)
            grid.add_column(width=name_width, style="dim")
            widest = _widest(fitted, str.splitlines)
            grid.add_column(width=min(room, max(widest, 1)), overflow="fold")
            for (name, _), words in zip(told, fitted, strict=True):
                grid.add_row("", name, words)
            self.console.print(grid)

    def _told(self, content: Cell) -> str:
        return (
            self._drawn(content, _BAR) if isinstance(content, Bar) else cell(content, self.style)
        )

    # -------------------------------------------------------------------------- below

    def below(self, table: Table) -> None:
        shown = {name for t in self.tallies for name, _ in t.counts}
        if used := [name for name in TALLY if name in shown]:
            drawn_with = signs(self.style)
            self._items([(drawn_with[name], self.say(TALLY[name]), "") for name in used])
            self.blank()
        if table.page.summary:
            self.print((self.say(table.page.summary), "bold"))
            self.blank()
        for remark in table.page.remarks:
            self.print((self.say(remark), ""))
        if table.page.remarks:
            self.blank()
        if table.page.marks:
            self.print((self.say(CODES), "dim"))
            self._items([(mark, self.say(meaning), "") for mark, meaning in table.page.marks])
        if strokes := list(self._strokes()):
            self.print((self.say(BARS), "dim"))
            self._items(strokes)
        if table.page.notes:
            self.print((self.say(NOTES), "dim"))
            width = len(str(len(table.page.notes)))
            self._items(
                [
                    (str(n).rjust(width), self.say(note), "")
                    for n, note in enumerate(table.page.notes, 1)
                ]
            )
        if table.page.sources:
            self.print((self.say(SOURCE), "dim"))
        for source in table.page.sources:
            self._items([("-", visible(publication(source, self.style.lang)), "")])
            if source.url:  # an address is only of use in one piece
                line = f"{' ' * (_INDENT + 2)}{address(source.url)}"
                self.console.print(line, soft_wrap=True, crop=False)

    def _strokes(self) -> Iterator[tuple[str, str, str]]:
        """What the bars are drawn with, where that is not the number itself for all of them."""
        used = {name for drawn in self.drawn for name in drawn.strokes}
        if self.brush is None or not used - {"full"}:
            return
        for name, meaning in STROKE.items():
            if name in used:
                yield getattr(self.brush, name), self.say(meaning), ""

    def _items(self, items: list[tuple[str, str, str]]) -> None:
        """A list: a mark, the words, and the place they come from."""
        width = max((len(mark) for mark, _, _ in items), default=0)
        texts = [
            Line.assemble(words, (f" [{place}]" if place else "", "dim"), overflow="fold")
            for _, words, place in items
        ]
        longest = max((line.cell_len for line in texts), default=0)
        room = max(self.width - _INDENT - width - 1, 1)
        grid = _grid(1, _INDENT)
        grid.add_column(width=width, style="dim")
        grid.add_column(width=min(room, max(longest, 1)), overflow="fold")
        for (mark, _, _), line in zip(items, texts, strict=True):
            grid.add_row("", mark, line)
        self.console.print(grid)


def _grid(gap: int, indent: int) -> Grid:
    """Columns side by side without lines, a ``gap`` apart, after an ``indent``."""
    grid = Grid(box=None, show_header=False, padding=(0, gap, 0, 0), pad_edge=False)
    if indent:
        grid.add_column(width=indent - gap)
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
