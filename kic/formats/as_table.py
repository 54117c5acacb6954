"""A table to read: as wide as the place it goes to, folded and never cut.

Where a block's columns do not fit side by side, each row is set as a list of its cells,
one below the other, so that nothing is lost on a narrow screen.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import compress

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.console import Group as RichGroup
from rich.padding import Padding
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
_BLANK = Line()
_LONGEST_WORD = 18  # a longer word may be broken to keep the columns side by side

# Where a number or an id may be folded: at a blank, but not at a no-break space, and after a
# slash, but the number of a bullet stays with its list.
_BREAK = re.compile(r"[ \n]|(?<=/)(?!\d+(?:[ \n]|$))")


def write(table: Table, style: Style) -> str:
    """The answer as a page: blocks, then what explains them."""
    out = io.StringIO()
    console = Console(  # width and colour are passed in, never detected
        file=out,
        width=style.width,
        color_system="standard" if style.color else None,
        force_terminal=style.color,
        force_jupyter=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        no_color=not style.color,
    )
    console.print(RichGroup(*_page(table.page, style)), crop=False)
    text = out.getvalue().replace(NBSP, " ")
    text = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub("\n{3,}", "\n\n", text).strip("\n") + "\n"


def _page(page: Page, style: Style) -> Iterator[RenderableType]:
    """The blocks, and below them what explains them."""
    blocks = [_fitted(block, style) for block in page.blocks]
    for block, widths in blocks:
        yield from _block(block, widths, style)
    # In a list below each other a tally is written in words, which explain themselves.
    cells = [(c, widths) for block, widths in blocks for row in _rows(block) for c in row]
    codes = {c for t, widths in cells if isinstance(t, GridCell) and widths for c, _ in t.counts}
    yield from _legend(None, {signs(style)[c]: TALLY[c] for c in TALLY if c in codes}, style)
    yield _BLANK
    if page.summary:
        yield Line(say(page.summary, style.lang), "bold")
        yield _BLANK
    yield from (Line(say(remark, style.lang)) for remark in page.remarks)
    yield _BLANK
    yield from _legend(CODES, dict(page.marks), style)
    strokes = {stroke for b, _ in cells if isinstance(b, Bar) for stroke in b.strokes}
    if strokes - {"full"}:  # else all bars are drawn with the number itself
        brush = BRUSHES[style.bars]
        yield from _legend(BARS, {brush[s][-1]: STROKE[s] for s in STROKE if s in strokes}, style)
    yield from _legend(NOTES, {str(n): note for n, note in enumerate(page.notes, 1)}, style)
    if page.sources:
        yield Line(say(SOURCE, style.lang), "dim")
    for source in page.sources:
        yield _listed([("-", say(publication(source), style.lang))])
        if source.url:  # an address is only of use in one piece
            shown = f"{' ' * (_INDENT + 2)}{address(source.url)}"
            yield Line(shown, no_wrap=True, overflow="ignore")


# ------------------------------------------------------------------------------ blocks


def _fitted(block: Block, style: Style) -> tuple[Block, list[int] | None]:
    """The block with the columns that have something to show, and their widths.

    Without widths its columns do not fit side by side.
    """
    shown = [
        any(row[i] is not None for row in _rows(block))
        and (column.kind != "bar" or style.bars != "none")
        for i, column in enumerate(block.columns)
    ]
    block = _only(block, shown)
    # The bars say nothing that the numbers do not: they go where there is no room for them.
    without_bars = _only(block, [column.kind != "bar" for column in block.columns])
    fitting = ((b, widths) for b in (block, without_bars) if (widths := _widths(b, style)))
    return next(fitting, (block, None))


def _only(block: Block, shown: list[bool]) -> Block:
    """The block with those of its columns that are shown."""
    groups = (
        group._replace(rows=tuple(tuple(compress(row, shown)) for row in group.rows))
        for group in block.groups
    )
    return block._replace(columns=tuple(compress(block.columns, shown)), groups=tuple(groups))


def _widths(block: Block, style: Style) -> list[int] | None:
    """A width for each column, or None where they do not fit side by side."""
    spans = [
        _span(column, [_drawn(c, 0, style) for c in (column.title, *cells)])
        for column, *cells in zip(block.columns, *_rows(block), strict=True)
    ]
    widths = [least for least, _ in spans]
    spare = style.width - _margin(block) - _GAP * (len(widths) - 1) - sum(widths)
    if spare < 0:
        return None
    # The room that is left goes to ids first, then to those who need least to be whole.
    wanted = [
        (column.kind != "id", most - least, i)
        for i, (column, (least, most)) in enumerate(zip(block.columns, spans, strict=True))
    ]
    for _, more, i in sorted(wanted):
        widths[i] += min(more, spare)
        spare -= min(more, spare)
    return widths


def _block(block: Block, widths: list[int] | None, style: Style) -> Iterator[RenderableType]:
    """The title, the facts, the rows and the remarks of a block."""
    if block.title:
        title, id_ = say(block.title, style.lang), visible(block.id or "")
        wide = _INDENT + sum(widths) + _GAP * (len(widths) - 1) if widths else 0
        length = min(max(wide, cell_len(title) + 2 + cell_len(id_)), style.width)
        yield Line.assemble((title, "bold"), (f"  {id_}" if id_ else "", "dim"))
        yield Line("─" * length, "dim")
    if block.facts:
        yield _pairs(block.facts, style)
        yield _BLANK
    if widths:
        yield _grid_of([[column.title for column in block.columns]], block, widths, style, "dim")
    for group in block.groups:
        if group.title:
            place = f"  {say(group.place.label, style.lang)}" if group.place else ""
            id_ = f"  {visible(group.id or '')}"
            yield Line.assemble((say(group.title, style.lang), "bold"), (id_, "dim"), place)
            yield _pairs(group.facts, style)
        if widths:
            yield _grid_of(group.rows, block, widths, style)
        else:
            for row in group.rows:
                titles = (column.title for column in block.columns)
                yield _pairs(zip(titles, row, strict=True), style)
                yield _BLANK
    yield _BLANK
    yield _listed(
        ("-", Line.assemble(say(words, style.lang), (f" [{visible(place)}]", "dim")))
        for words, place in block.remarks
    )
    yield _BLANK


def _grid_of(
    rows: Iterable[Iterable[Cell]], block: Block, widths: list[int], style: Style, look: str = ""
) -> RenderableType:
    """Cells below each other in the columns of a block, of these widths."""
    columns = [
        GridColumn(
            width=width,
            justify="right" if column.kind == "number" else "left",
            overflow="fold",
            style=look,
        )
        for column, width in zip(block.columns, widths, strict=True)
    ]
    drawn = (
        [
            _drawn(content, width, style, folded=column.kind == "id")
            for content, column, width in zip(row, block.columns, widths, strict=True)
        ]
        for row in rows
    )
    return _grid(drawn, columns, _GAP, _margin(block))


def _drawn(content: Cell, width: int, style: Style, *, folded: bool = False) -> str:
    """A cell as the lines it has, a bar as one of at most this width."""
    if isinstance(content, Bar):
        return bar(content, width, BRUSHES[style.bars])
    text = "\n".join(lines(content, style))
    return _fold(text, width) if folded else text


def _pairs(pairs: Iterable[tuple[Text, Cell]], style: Style) -> RenderableType:
    """Names with what they name beside them, or below where there is no room."""
    said = (
        (
            say(name, style.lang),
            _drawn(c, _BAR, style) if isinstance(c, Bar) else cell(c, style),
        )
        for name, c in pairs
    )
    named = [(name, words) for name, words in said if words]
    room = style.width - _INDENT - _widest((name for name, _ in named), str.splitlines) - _GAP
    if room < style.width // 2:
        return _listed(("-", f"{name}: {words}") for name, words in named)
    folded = (
        (name, _fold(words, room) if "/" in words and " " not in words else words)
        for name, words in named
    )
    return _grid(folded, [_NAME, _WORDS], _GAP)


# ------------------------------------------------------------------------- lists, grids


_NAME = GridColumn(style="dim", no_wrap=True)
_MARK = GridColumn(style="dim", no_wrap=True, justify="right")
_WORDS = GridColumn(overflow="fold")


def _legend(
    title: Text | None, meanings: Mapping[str, Text], style: Style
) -> Iterator[RenderableType]:
    """What each mark means, below a title, if there are any."""
    if title and meanings:
        yield Line(say(title, style.lang), "dim")
    yield _listed((mark, say(meaning, style.lang)) for mark, meaning in meanings.items())


def _listed(items: Iterable[tuple[str, str | Line]]) -> RenderableType:
    """A list: a mark before each of the texts."""
    return _grid(items, [_MARK, _WORDS], 1)


def _grid(
    rows: Iterable[Iterable[str | Line]],
    columns: Iterable[GridColumn],
    gap: int,
    margin: int = _INDENT,
) -> RenderableType:
    """Columns side by side without lines, a ``gap`` apart, after a ``margin``."""
    grid = Grid.grid(*(column.copy() for column in columns), padding=(0, gap, 0, 0))
    for row in rows:
        grid.add_row(*row)
    return Padding.indent(grid, margin)


# ------------------------------------------------------------------------------ widths


def _rows(block: Block) -> list[tuple[Cell, ...]]:
    return [row for group in block.groups for row in group.rows]


def _margin(block: Block) -> int:
    """How far its rows stand to the right, below the titles of their groups."""
    return _INDENT if block.group_title else 0


def _span(column: Column, cells: list[str]) -> tuple[int, int]:
    """The least width of a column, and that at which no cell is folded."""
    if column.kind == "bar":
        return _SHORT_BAR, _BAR
    most = _widest(cells, str.splitlines)
    if column.kind == "text":
        return min(_widest(cells, str.split), _LONGEST_WORD), most
    return _widest(cells, _BREAK.split), most


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
