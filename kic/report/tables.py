"""A block as a table of HTML that is read aloud well and folds on a narrow screen, or a list.

Roles are written out, as browsers forget what a table is once its rows are stacked.
"""

from collections.abc import Iterator

from kic.formats.cell_text import NBSP, cell
from kic.model.wording import STROKE, TALLY
from kic.query.grid import GridCell
from kic.report.drawing import bar, sample, signs
from kic.report.voice import Voice
from kic.table import Amount, Bar, Block, Cell, Column, Line, Missing


def drawn(
    block: Block, caption: str, voice: Voice, name: str = "", links: tuple[str, ...] = ()
) -> Iterator[str]:
    """A block below its title; ``links`` are the addresses of the first cells of its lines."""
    if block.title:
        yield f"<h6>{content(block.title, voice)}</h6>"
    if block.sentences or len(block.columns) == 1:
        is_placed = block.columns[-1].kind == "place"
        yield '<ul class="placed">' if is_placed else "<ul>"
        yield from (f"<li>{_sentence(block, line, voice)}</li>" for line in block.lines)
        yield "</ul>"
    else:
        yield from _table(block, caption, voice, name, links)
        yield from _strokes(block, voice)


def content(shown: Cell, voice: Voice) -> str:
    """A cell as HTML."""
    match shown:
        case Bar():
            return bar(shown)
        case GridCell() if shown.counts:
            return " ".join(
                f'<span class="tally">{signs(code, number)} {number}'
                f'<span class="heard"> {voice(TALLY[code])}</span></span>'
                for code, number in shown.counts
            )
        case GridCell():
            kind = "worded" if shown.statements else "silent"
            return f'<span class="{kind}">{voice(cell(shown, voice.style))}</span>'
        case Amount() | Missing():
            return f"<strong>{voice(cell(shown, voice.style))}</strong>"
        case _:
            return voice(cell(shown, voice.style))


def _sentence(block: Block, line: Line, voice: Voice) -> str:
    """The cells of a line as a sentence, with its place behind it."""
    pairs = zip(block.columns, line.cells, strict=True)
    said = [(column, _in_column(column, c, voice)) for column, c in pairs if c is not None]
    words = ": ".join(html for column, html in said if column.kind != "place")
    place = (
        f' <span class="place">{html}</span>' for column, html in said if column.kind == "place"
    )
    return "".join((words, *place, *_below(line, voice)))


def _in_column(column: Column, shown: Cell, voice: Voice) -> str:
    """A cell as HTML, which may run on below: a place at its slashes, a number at its blanks."""
    if column.kind == "place":
        return voice.broken(cell(shown, voice.style))
    told = content(shown, voice)
    return told.replace(NBSP, " ") if column.kind == "number" else told


def _below(line: Line, voice: Voice) -> Iterator[str]:
    """What stands below a line: its cautions, and more quietly its notes."""
    for kind, several in (("caution", line.cautions), ("note", line.notes)):
        yield from (f'<p class="{kind}">{content(c, voice)}</p>' for c in several)


def _table(
    block: Block, caption: str, voice: Voice, name: str, links: tuple[str, ...]
) -> Iterator[str]:
    """The columns that have something to show, and below each line what is said of it."""
    shown = [
        i
        for i in range(len(block.columns))
        if any(line.cells[i] is not None for line in block.lines)
    ]
    columns = [block.columns[i] for i in shown]
    yield f'<table role="table" class="{name}">'
    yield f'<caption class="heard">{caption}</caption>'
    heads = (
        f'<th role="columnheader" scope="col" class="{column.kind}">{voice(column.title)}</th>'
        for column in columns
    )
    yield f'<thead role="rowgroup"><tr role="row">{"".join(heads)}</tr></thead>'
    first: Cell = None
    for number, line in enumerate(block.lines):
        cells = [line.cells[i] for i in shown]
        first = first if cells[0] is None else cells[0]  # what is true of several lines
        html = [
            _in_column(c, one, voice) for c, one in zip(columns, (first, *cells[1:]), strict=True)
        ]
        if links:
            html[0] = f'<a href="{links[number]}">{html[0]}</a>'
        is_number = any(isinstance(c, Amount) and c.record.interval.known for c in cells)
        yield f'<tbody role="rowgroup"{" data-figure" if is_number else ""}>'
        yield f'<tr role="row">{"".join(_cells(columns, html, voice))}</tr>'
        if below := "".join(_below(line, voice)):
            inside = f'<td role="cell" colspan="{len(columns)}">{below}</td>'
            yield f'<tr role="row" class="below">{inside}</tr>'
        yield "</tbody>"
    yield "</table>"


def _cells(columns: list[Column], html: list[str], voice: Voice) -> Iterator[str]:
    """Cells with the title of their column, for where no head stands above them."""
    for number, (column, inside) in enumerate(zip(columns, html, strict=True)):
        tag = "td" if number else "th"
        role = 'role="cell"' if number else 'role="rowheader" scope="row"'
        label = "" if column.kind == "bar" else f' data-label="{voice.plain(column.title)}"'
        yield f'<{tag} {role} class="{column.kind}"{label}>{inside}</{tag}>'


def _strokes(block: Block, voice: Voice) -> Iterator[str]:
    """What the bars of a block are drawn with, where not all are certain from end to end."""
    cells = (c for line in block.lines for c in line.cells)
    used = {stroke for c in cells if isinstance(c, Bar) for stroke in c.strokes}
    if used - {"full"}:
        told = (
            f"<li>{sample(stroke)} {voice(meaning)}</li>"
            for stroke, meaning in STROKE.items()
            if stroke in used
        )
        yield f'<ul class="strokes">{"".join(told)}</ul>'
