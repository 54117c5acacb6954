"""A table to read: the answer first, as wide as the place it goes to, folded and never cut.

Where a block's columns do not fit side by side, each line is set as a list of its cells,
one below the other, so that nothing is lost on a narrow screen.
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import compress, groupby

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
from kic.model.wording import BARS, SOURCE, STROKE, TALLY_TOGETHER
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
    blocks = [_fitted(_lowered(block), style) for block in page.blocks]
    cells = [c for block, _ in blocks for line in block.lines for c in line.cells]
    yield from _signs(cells, style)
    before = None
    for block, widths in blocks:
        if before is None or not _goes_on(before, block):
            yield _BLANK
        before = block
        yield from _block(block, widths, style)
    yield from _strokes(cells, style)
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


def _signs(cells: list[Cell], style: Style) -> Iterator[RenderableType]:
    """What the signs of a grid mean, before they are seen."""
    shown = {signs(style)[c] for t in cells if isinstance(t, GridCell) for c, _ in t.counts}
    meanings = {signs(style)[code]: words for code, words in TALLY_TOGETHER.items()}
    if shown:
        legend = ((sign, say(meanings[sign], style.lang)) for sign in meanings if sign in shown)
        yield from (_BLANK, _beside(legend))


def _strokes(cells: list[Cell], style: Style) -> Iterator[RenderableType]:
    """What the parts of bars mean, if any do not speak for themselves."""
    strokes = {stroke for b in cells if isinstance(b, Bar) for stroke in b.strokes}
    if style.bars != "none" and strokes - {"full", "gap"}:
        brush = BRUSHES[style.bars]
        legend = ((brush[s][-1], say(STROKE[s], style.lang)) for s in STROKE if s in strokes)
        yield from (_BLANK, Styled(say(BARS, style.lang), _PROVENANCE), _beside(legend))


# ------------------------------------------------------------------------------ blocks


def _block(block: Block, widths: list[int] | None, style: Style) -> Iterator[RenderableType]:
    """The title and the lines of a block, with what is below each."""
    if block.sentences:
        if block.title:
            yield Styled(cell(block.title, style), "bold")
        for line, cells in zip(block.lines, _drawn(block, style), strict=True):
            yield _beside([("-", _sentence(block, line, cells, style))], gap=1)
            yield from _notes(line, style)
        return
    yield from _heads(block, widths, style)
    drawn = zip(block.lines, _drawn(block, style), strict=True)
    # Lines with nothing below them are one grid, which is faster than one for each.
    for alone, pairs in groupby(drawn, key=lambda p: bool(p[0].cautions or p[0].notes)):
        for several in [[pair] for pair in pairs] if alone else [list(pairs)]:
            if widths:
                rows = [_folded(cells, block.columns, widths, style) for _, cells in several]
                yield _grid(rows, block.columns, widths)
            else:
                yield from (part for line, _ in several for part in _listed(block, line, style))
            line = several[-1][0]
            if line.cautions:
                yield Padding.indent(Styled(cell(Several(line.cautions, " "), style)), _INDENT)
            yield from _notes(line, style)


def _heads(block: Block, widths: list[int] | None, style: Style) -> Iterator[RenderableType]:
    """The title of a block, beside the heads of its columns that do not speak for themselves."""
    title = cell(block.title, style)
    names = ("" if column.obvious else say(column.title, style.lang) for column in block.columns)
    heads = [Styled(name, _PROVENANCE) for name in names]
    if title and widths and not heads[0].plain and cell_len(title) <= widths[0]:
        heads[0], title = Styled(title, "bold"), ""
    if title:
        yield Styled(title, "bold")
    if widths and any(head.plain for head in heads):
        yield _grid([heads], block.columns, widths)


def _notes(line: Line, style: Style) -> Iterator[RenderableType]:
    """What is background to a line, below it."""
    if line.notes:
        yield Padding.indent(Styled(cell(Several(line.notes, " "), style), _PROVENANCE), _INDENT)


def _drawn(block: Block, style: Style) -> list[list[Cell | Styled]]:
    """The cells of a block as text; the numbers of a column of amounts stand below each other."""
    numbers = (
        amount(c, style.lang)[0]
        for line in block.lines
        for c in line.cells
        if isinstance(c, Amount) and c.record.interval.known
    )
    widest = max(map(len, numbers), default=0)
    return [[_text(c, widest, style) for c in line.cells] for line in block.lines]


def _text(content: Cell, widest: int, style: Style) -> Cell | Styled:
    """A cell as text with its emphasis; a bar waits for the width that it gets."""
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


def _sentence(block: Block, line: Line, cells: list[Cell | Styled], style: Style) -> Styled:
    """The cells of a line as a sentence, with its place and its cautions behind it."""
    said = [c for c in cells if isinstance(c, Styled) and c.plain]
    place = said.pop() if line.cells[-1] and block.columns[-1].kind == "place" else None
    sentence = Styled(": ").join(said)
    if place:
        sentence.append(f" [{place.plain}]", _PROVENANCE)
    return sentence.append("".join(f" {cell(caution, style)}" for caution in line.cautions))


def _folded(
    cells: list[Cell | Styled], columns: Iterable[Column], widths: list[int], style: Style
) -> list[Styled]:
    """The cells in the widths of their columns."""
    folded = []
    for content, column, width in zip(cells, columns, widths, strict=True):
        if isinstance(content, Bar):
            folded.append(Styled(bar(content, width, BRUSHES[style.bars])))
        elif not isinstance(content, Styled):
            folded.append(Styled())
        elif column.kind in ("id", "place"):
            folded.append(Styled(_fold(content.plain, width), _PROVENANCE))
        else:
            folded.append(content)
    return folded


def _listed(block: Block, line: Line, style: Style) -> Iterator[RenderableType]:
    """A line on a screen too narrow for its columns: its first cell, and below it the others."""
    named = []
    for c, column in zip(line.cells, block.columns, strict=True):
        content = _text(c, 0, style)
        if isinstance(content, Styled) and content.plain:
            head = "" if column.obvious else f"{say(column.title, style.lang)}: "
            named.append(Styled(head, _PROVENANCE) + content)
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


def _fitted(block: Block, style: Style) -> tuple[Block, list[int] | None]:
    """The block with the columns that have something to show, and their widths.

    Without widths its columns do not fit side by side.
    """
    shown = [
        any(line.cells[i] is not None for line in block.lines)
        and (column.kind != "bar" or style.bars != "none")
        for i, column in enumerate(block.columns)
    ]
    block = _only(block, shown)
    if _needs_folding(block, style):  # the bars say nothing that the numbers do not
        block = _only(block, [column.kind != "bar" for column in block.columns])
    fitting = (_widths(block, style, longest) for longest in (style.width, _LONGEST_WORD))
    return block, next(filter(None, fitting), None)


def _lowered(block: Block) -> Block:
    """The block with what stands below a line before its cautions, and no longer in columns."""
    beside = [column.kind != "below" for column in block.columns]
    lines = []
    for line in block.lines:
        below = (c for c, is_beside in zip(line.cells, beside, strict=True) if c and not is_beside)
        lines.append(line._replace(cautions=(*below, *line.cautions)))
    return _only(block._replace(lines=tuple(lines)), beside)


def _needs_folding(block: Block, style: Style) -> bool:
    """Whether some cell does not stand on one line."""
    columns = zip(block.columns, _texts(block, style), strict=True)
    wanted = sum(_span(column, texts, style.width)[1] for column, texts in columns)
    return wanted + _GAP * (len(block.columns) - 1) > style.width


def _only(block: Block, shown: list[bool]) -> Block:
    """The block with those of its columns that are shown."""
    lines = (line._replace(cells=tuple(compress(line.cells, shown))) for line in block.lines)
    return block._replace(columns=tuple(compress(block.columns, shown)), lines=tuple(lines))


def _widths(block: Block, style: Style, longest: int) -> list[int] | None:
    """A width for each column, or None where they do not fit side by side.

    No word of at most the ``longest`` is broken.
    """
    columns = zip(block.columns, _texts(block, style), strict=True)
    spans = [_span(column, texts, longest) for column, texts in columns]
    widths = [least for least, _ in spans]
    spare = style.width - _GAP * (len(widths) - 1) - sum(widths)
    if spare < 0:
        return None
    # The room that is left goes to places first, then in equal parts to those who need it, so
    # that what one column does not need is there for the next.
    wanted = [
        (column.kind not in ("id", "place"), most - least, i)
        for i, (column, (least, most)) in enumerate(zip(block.columns, spans, strict=True))
    ]
    for left, (is_text, more, i) in zip(range(len(wanted), 0, -1), sorted(wanted), strict=True):
        given = min(more, spare // left if is_text else spare)
        widths[i] += given
        spare -= given
    return widths


def _texts(block: Block, style: Style) -> Iterator[list[str]]:
    """The texts in each column, its head among them."""
    for column, *cells in zip(block.columns, *_drawn(block, style), strict=True):
        head = "" if column.obvious else say(column.title, style.lang)
        yield [head, *(c.plain for c in cells if isinstance(c, Styled))]


def _span(column: Column, cells: list[str], longest: int) -> tuple[int, int]:
    """The least width of a column, and that at which no cell is folded."""
    if column.kind == "bar":
        return _SHORT_BAR, _BAR
    most = _widest(cells, str.splitlines)
    if column.kind == "text":
        return min(_widest(cells, str.split), longest), most
    split = _BREAK.split if column.kind in ("id", "place") else _BLANKS.split
    return _widest(cells, split), most


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
