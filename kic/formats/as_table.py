"""A table to read: the answer first, as wide as the place it goes to, folded and never cut.

Where a block's columns do not fit side by side, each line is set as a list of its cells,
one below the other, so that nothing is lost on a narrow screen.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import compress, groupby
from typing import Any, NamedTuple

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.console import Group as RichGroup
from rich.padding import Padding
from rich.table import Column as GridColumn
from rich.table import Table as Grid
from rich.text import Text as Styled

from kic.formats import UNLIMITED, Style
from kic.formats.bars import BRUSHES, bar
from kic.formats.cell_text import NBSP, amount, cell, say, signs, signs_of
from kic.model import Record
from kic.model.safe import address
from kic.model.wording import BARS, SOURCE, STROKE, drawn_as, tallies_together
from kic.query.grid import GridCell
from kic.table import Again, Amount, Bar, Block, Cell, Column, Line, Missing, Page, Several, Table
from kic.table.common import publication

_GAP = 2  # blanks between columns
_INDENT = 2
_BAR = 16
_SHORT_BAR = 6
_BLANK = Styled()
_LONGEST_WORD = 18  # a longer word may be broken to keep the columns side by side

_VALUE, _UNKNOWN, _PROVENANCE = "bold", "bold magenta", "dim"

# Where a number or a place may be folded: at a blank, but not at a no-break space, and after a
# slash, but the number of a bullet stays with its list.
_BLANKS = re.compile(r"[ \n]")
_BREAK = re.compile(r"[ \n]|(?<=/)(?!\d+(?:[ \n]|$))")
_PIECES: Mapping[str, Callable[[str], list[Any]]] = {  # of a column of each kind, or else blanks
    "text": str.split,
    "id": _BREAK.split,
    "place": _BREAK.split,
}


def write(table: Table, style: Style) -> str:
    """The answer as a page: the line that answers, its blocks, then what explains them."""
    out = io.StringIO()
    console = Console(  # width and colour are passed in, never detected
        file=out,
        width=style.width,
        height=1,  # with both given, a terminal that is not known does not change either
        color_system="standard" if style.color else None,
        force_terminal=style.color,
        force_jupyter=False,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        no_color=not style.color,
    )
    parts = (
        Styled(cell(table.line, style), _VALUE),
        *_page(table.page.as_read(style.notes), style),
    )
    console.print(RichGroup(*parts), crop=False)
    text = out.getvalue().replace(NBSP, " ")
    text = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub("\n{3,}", "\n\n", text).strip("\n") + "\n"


def _page(page: Page, style: Style) -> Iterator[RenderableType]:
    yield from _signs(page, style)
    several = [_fitted(_drawn(block, style), style) for block in page.blocks]
    before = None
    for drawn in several:
        if before is None or not _goes_on(before, drawn.block):
            yield _BLANK
        before = drawn.block
        yield from _block(drawn, style)
    yield from _strokes((c for drawn in several for row in drawn.rows for c in row), style)
    yield _BLANK
    # One paragraph on a screen, where lines are short; elsewhere a line each.
    between = "\n" if style.width == UNLIMITED else " "
    yield Styled(cell(Several(page.remarks, between), style))
    yield _BLANK
    named = say(SOURCE, style.lang)
    for number, source in enumerate(page.sources):
        name = named if number == 0 else " " * len(named)
        yield _beside([(name, Styled(cell(publication(source), style), _PROVENANCE))])
        if source.url:  # an address is only of use in one piece
            indent = " " * (len(named) + _GAP)
            shown = f"{indent}{address(source.url)}"
            yield Styled(shown, _PROVENANCE, no_wrap=True, overflow="ignore")


def _goes_on(before: Block, block: Block) -> bool:
    """Whether a block stands close to the one before it: a sentence, or another list."""
    in_a_row = before.sentences and block.sentences and bool(before.title)
    return in_a_row or (len(block.columns) == 1 and not block.title)


def _signs(page: Page, style: Style) -> Iterator[RenderableType]:
    """What the signs of a grid mean, before they are seen."""
    cells = (c for block in page.blocks for line in block.lines for c in line.cells)
    tallies = [t for t in cells if isinstance(t, GridCell)]
    shown = {drawn_as(code) for t in tallies for code, _ in t.counts}
    if shown:
        meanings = tallies_together(tallies[0].by).items()
        told = ((code, words) for code, words in meanings if code in shown)
        legend = ((signs(style)[code], say(words, style.lang)) for code, words in told)
        yield from (_BLANK, _beside(legend))


def _strokes(drawn: Iterable[Styled | Bar], style: Style) -> Iterator[RenderableType]:
    """What the parts of bars mean, if any do not speak for themselves."""
    strokes = {stroke for b in drawn if isinstance(b, Bar) for stroke in b.strokes}
    if strokes - {"full", "gap"}:
        brush = BRUSHES[style.bars]
        legend = ((brush[s][-1], say(STROKE[s], style.lang)) for s in STROKE if s in strokes)
        yield from (_BLANK, Styled(say(BARS, style.lang), _PROVENANCE), _beside(legend))


# ------------------------------------------------------------------------------ blocks


class _Drawn(NamedTuple):
    """A block with the text of its cells, in the columns that have something to show.

    A bar waits for the width that it gets.  Without ``widths`` the columns do not fit side by
    side.
    """

    block: Block
    columns: tuple[Column, ...]
    rows: list[list[Styled | Bar]]
    widths: list[int] | None = None

    def only(self, shown: list[bool]) -> "_Drawn":
        """The same with those of its columns that are shown."""
        rows = [list(compress(row, shown)) for row in self.rows]
        return _Drawn(self.block, tuple(compress(self.columns, shown)), rows)


def _drawn(block: Block, style: Style) -> _Drawn:
    """The block with its cells as text; numbers of one column stand below each other.

    What stands below a line is before its cautions, and no longer in columns.
    """
    cells = [c for line in block.lines for c in line.cells if isinstance(c, Amount)]
    numbers = (amount(c, style.lang)[0] for c in cells if c.record.interval.known)
    widest = max(map(len, numbers), default=0)
    hidden = {"below", "bar"} if style.bars == "none" else {"below"}
    shown = [
        column.kind not in hidden and any(line.cells[i] is not None for line in block.lines)
        for i, column in enumerate(block.columns)
    ]
    below = [column.kind == "below" for column in block.columns]
    lines = tuple(
        line._replace(cautions=(*filter(None, compress(line.cells, below)), *line.cautions))
        for line in block.lines
    )
    rows = [[_text(c, widest, style) for c in line.cells] for line in block.lines]
    return _Drawn(block._replace(lines=lines), block.columns, rows).only(shown)


def _block(drawn: _Drawn, style: Style) -> Iterator[RenderableType]:
    """The title and the lines of a block, with what is below each."""
    block, columns, rows, widths = drawn
    pairs = zip(block.lines, rows, strict=True)
    if block.sentences:
        if block.title:
            yield Styled(cell(block.title, style), "bold")
        for line, cells in pairs:
            yield _beside([("-", _sentence(columns, line, cells, style))], gap=1)
            yield from _notes(line, style)
        return
    yield from _heads(drawn, style)
    # Lines with nothing below them are one grid, which is faster than one for each.
    for alone, alike in groupby(pairs, key=lambda p: bool(p[0].cautions or p[0].notes)):
        for several in [[pair] for pair in alike] if alone else [list(alike)]:
            if widths:
                folded = [_folded(cells, columns, widths, style) for _, cells in several]
                yield _grid(folded, columns, widths)
            else:
                yield from (
                    part for _, cells in several for part in _listed(cells, columns, style)
                )
            line = several[-1][0]
            if line.cautions:
                yield Padding.indent(Styled(cell(Several(line.cautions, " "), style)), _INDENT)
            yield from _notes(line, style)


def _heads(drawn: _Drawn, style: Style) -> Iterator[RenderableType]:
    """The title of a block, beside the heads of its columns that do not speak for themselves."""
    title, columns, widths = cell(drawn.block.title, style), drawn.columns, drawn.widths
    heads = [Styled(_head(column, style), _PROVENANCE) for column in columns]
    if title and widths and not heads[0].plain and cell_len(title) <= widths[0]:
        heads[0], title = Styled(title, "bold"), ""
    if title:
        yield Styled(title, "bold")
    if widths and any(head.plain for head in heads):
        yield _grid([heads], columns, widths)


def _head(column: Column, style: Style) -> str:
    """The title of a column that does not speak for itself."""
    return "" if column.obvious else say(column.title, style.lang)


def _notes(line: Line, style: Style) -> Iterator[RenderableType]:
    """What is background to a line, below it."""
    if line.notes:
        yield Padding.indent(Styled(cell(Several(line.notes, " "), style), _PROVENANCE), _INDENT)


def _text(content: Cell, widest: int, style: Style) -> Styled | Bar:
    """A cell as text with its emphasis; a bar is left as it is."""
    match content:
        case Bar():
            return content
        case Amount(record=record) if record.interval.known:
            number, unit = amount(content, style.lang)
            return Styled(f"{number:>{widest}}", _VALUE).append(
                f"{NBSP}{unit}" if unit else "", "not bold"
            )
        case Amount() | Missing():
            return Styled(cell(content, style), _UNKNOWN)
        case Record():
            return Styled(cell(content, style), _VALUE)
        case Again(shown=shown):
            return Styled(cell(shown, style))
        case GridCell():
            return Styled("\n".join(signs_of(content, style)) or cell(content, style))
        case _:
            return Styled(cell(content, style))


def _sentence(
    columns: tuple[Column, ...], line: Line, cells: list[Styled | Bar], style: Style
) -> Styled:
    """The cells of a line as a sentence, with its place and its cautions behind it."""
    said = [c for c in cells if isinstance(c, Styled) and c.plain]
    place = said.pop() if columns[-1].kind == "place" and cells[-1] else None
    sentence = Styled(": ").join(said)
    if place:
        sentence.append(f" [{place.plain}]", _PROVENANCE)
    return sentence.append("".join(f" {cell(caution, style)}" for caution in line.cautions))


def _folded(
    cells: list[Styled | Bar], columns: Iterable[Column], widths: list[int], style: Style
) -> list[Styled]:
    """The cells in the widths of their columns."""
    folded = []
    for content, column, width in zip(cells, columns, widths, strict=True):
        if isinstance(content, Bar):
            folded.append(Styled(bar(content, width, BRUSHES[style.bars])))
        elif column.kind in ("id", "place"):
            folded.append(Styled(_fold(content.plain, width), _PROVENANCE))
        else:
            folded.append(content)
    return folded


def _listed(
    cells: list[Styled | Bar], columns: Iterable[Column], style: Style
) -> Iterator[RenderableType]:
    """A line on a screen too narrow for its columns: its first cell, and below it the others."""
    named = []
    for content, column in zip(cells, columns, strict=True):
        if isinstance(content, Styled) and content.plain:
            head = f"{title}: " if (title := _head(column, style)) else ""
            blanks = len(content.plain) - len(content.plain.lstrip(" "))  # before a number
            named.append(Styled(head, _PROVENANCE) + content[blanks:])
    if named:
        yield named[0]
        yield Padding.indent(Styled(", ").join(named[1:]), _INDENT)


# ------------------------------------------------------------------------------- grids


def _beside(items: Iterable[tuple[str, str | Styled]], gap: int = _GAP) -> RenderableType:
    """A short word or sign, and what it means or names beside it."""
    columns = (GridColumn(style=_PROVENANCE, no_wrap=True), GridColumn(overflow="fold"))
    grid = Grid.grid(*columns, padding=(0, gap, 0, 0))
    for item in items:
        grid.add_row(*item)
    return grid


def _grid(
    rows: Iterable[Iterable[Styled]], columns: Iterable[Column], widths: list[int]
) -> RenderableType:
    """Cells below each other in columns of these widths."""
    grid = Grid.grid(
        *(
            GridColumn(
                width=width,
                justify="right" if column.kind == "number" else "left",
                overflow="fold",
            )
            for column, width in zip(columns, widths, strict=True)
        ),
        padding=(0, _GAP, 0, 0),
    )
    for row in rows:
        grid.add_row(*row)
    return grid


# ------------------------------------------------------------------------------ widths


def _fitted(drawn: _Drawn, style: Style) -> _Drawn:
    """The block with the widths of its columns if they fit, and with bars if nothing is folded.

    A bar says nothing that the numbers do not.
    """
    spans = _spans(drawn, style)
    if sum(most for _, most in spans) + _GAP * (len(spans) - 1) > style.width:
        shown = [column.kind != "bar" for column in drawn.columns]
        drawn, spans = drawn.only(shown), list(compress(spans, shown))
    fitting = (_widths(drawn.columns, spans, style, n) for n in (style.width, _LONGEST_WORD))
    return drawn._replace(widths=next(filter(None, fitting), None))


_Span = tuple[int, int]  # the least width of a column, and that at which no cell is folded


def _widths(
    columns: Iterable[Column], spans: list[_Span], style: Style, longest: int
) -> list[int] | None:
    """A width for each column, or None where they do not fit side by side.

    No word of a text of at most the ``longest`` is broken.
    """
    kinds = [column.kind for column in columns]
    widths = [
        min(least, longest) if kind == "text" else least
        for kind, (least, _) in zip(kinds, spans, strict=True)
    ]
    spare = style.width - _GAP * (len(widths) - 1) - sum(widths)
    if spare < 0:
        return None
    # The room that is left goes to places first, then in equal parts to those who need it, so
    # that what one column does not need is there for the next.
    wanted = [
        (kinds[i] not in ("id", "place"), most - widths[i], i) for i, (_, most) in enumerate(spans)
    ]
    for left, (is_text, more, i) in zip(range(len(wanted), 0, -1), sorted(wanted), strict=True):
        given = min(more, spare // left if is_text else spare)
        widths[i] += given
        spare -= given
    return widths


def _spans(drawn: _Drawn, style: Style) -> list[_Span]:
    """The span of each column, by its cells and its head."""
    spans = []
    for column, *cells in zip(drawn.columns, *drawn.rows, strict=True):
        texts = [_head(column, style), *(c.plain for c in cells if isinstance(c, Styled))]
        pieces = _PIECES.get(column.kind, _BLANKS.split)
        span = _widest(texts, pieces), _widest(texts, str.splitlines)
        spans.append((_SHORT_BAR, _BAR) if column.kind == "bar" else span)
    return spans


def _widest(cells: Iterable[str], split: Callable[[str], Iterable[str]]) -> int:
    """The width of the widest piece of the cells."""
    return max((cell_len(piece) for c in cells for piece in split(c)), default=0)


def _fold(content: str, width: int) -> str:
    """A place in as many lines as it needs, folded at its slashes."""
    rows = [""]
    for piece in _BREAK.split(content):
        if rows[-1] and len(rows[-1]) + len(piece) > width:
            rows.append("")
        rows[-1] += piece
    return "\n".join(rows)
