"""XLSX: the answer on a sheet to read and print; then its rows, its sources and its columns.

Needs the extra ``kic[xlsx]``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from kic.formats import Style
from kic.formats.as_csv import joined
from kic.formats.cell_text import NBSP, InDigits, amount, cell, in_digits, say, tally
from kic.formats.markup import wide
from kic.formats.workbook import Put, Sheet, workbook
from kic.model import Lang, Period, Record
from kic.model.fields import FIELDS
from kic.model.safe import address, visible
from kic.model.sentences import sentence
from kic.model.wording import SOURCE
from kic.query.grid import GridCell
from kic.table import Amount, Block, Cell, Column, Missing, Several, Table, phrase
from kic.table.common import publication
from kic.table.delimited import Value
from kic.table.rows import SOURCE as SOURCE_FIELDS

_UNIT = Column(FIELDS["unit"].title)
_DIGITS = 15  # that a spreadsheet keeps of a number, on either side of its point
_FIRST_DAY = date(1900, 1, 1)  # that a spreadsheet knows
_LOCALE: Mapping[Lang, str] = {"nl": "[$-413]", "en": "[$-409]"}  # of a number format
# How wide a column of a kind is at most, in characters, and that of another kind or of data; and
# a page at least, for its sentences.
_WIDEST, _WIDEST_ELSE, _WIDEST_DATA, _PAGE = {"text": 48, "below": 64, "number": 18}, 28, 60, 90


def write(table: Table, style: Style) -> bytes:
    """The answer as people read it, its rows as data, and what both are from and mean.

    Raises OutputError for what no workbook holds.
    """
    dataset = phrase("cited_dataset_alone", **table.dataset)
    publishers = dict.fromkeys(source.publisher for source in table.page.sources)
    return workbook(
        (_answer(table, style), *_explained(table, style)),
        title=_read(table.line, style),
        footers=[_read(Several((*from_, dataset)), style) for from_ in (publishers, ())],
    )


# ----------------------------------------------------------------------------- to read


def _answer(table: Table, style: Style) -> Sheet:
    """The line that answers, the blocks below one row of heads, and what holds for them all."""
    page = table.page.as_read(style.notes)
    blocks = [(block.title, *_parted(block, style.lang)) for block in page.blocks]
    heads = max((columns for _, columns, _ in blocks if len(columns) > 1), key=len, default=[])
    end = len(heads)  # one column more, in which a narrow table has room for sentences

    def across(content: Cell, look: str = "said") -> list[Put]:
        return [Put(_read(content, style), 0, end, look)]

    lines = [across(table.line, "answer"), [], _heads(heads, _spans(heads, heads), style)]
    for number, (title, columns, rows) in enumerate(blocks):
        if number and (title or len(columns) > 1):  # a sentence goes on with what is above it
            lines.append([])
        if title:
            lines.append(across(title, "title"))
        if len(columns) == 1:  # sentences are no table
            lines += (across(content) for row in rows for content in row)
        else:
            lines += _table(columns, rows, heads, style)
    if page.remarks:
        lines += ([], *(across(remark) for remark in page.remarks))
    for source in page.sources:
        lines += ([], across(phrase("about", label=SOURCE, what=publication(source))))
        if source.url:
            lines.append([Put(address(source.url), 0, end, "link")])
    widths = [*_widths(lines, heads)]
    widths.append(max(_PAGE - sum(widths), 2))
    return Sheet(say(sentence("answer"), style.lang), lines, widths, head=2, is_page=True)


def _parted(block: Block, lang: Lang) -> tuple[list[Column], list[list[Cell]]]:
    """The columns and rows of a block, with units in a column of their own beside numbers."""
    columns, rows = wide(block)
    parted: list[tuple[Any, ...]] = []
    for column, *cells in zip(columns, *rows, strict=True):
        units = [amount(c, lang)[1] if isinstance(c, Amount) else "" for c in cells]
        cells = [c.record if isinstance(c, Amount) else c for c in cells]
        if any(units):
            parted += ((column._replace(kind="number"), *cells), (_UNIT, *units))
        else:
            parted.append((column, *cells))
    heads, *lines = map(list, zip(*parted, strict=True))
    return heads, lines


def _table(
    columns: Sequence[Column],
    rows: Iterable[Iterable[Cell]],
    heads: Sequence[Column],
    style: Style,
) -> Iterator[list[Put]]:
    """The lines of a block, below heads of its own where those of the sheet do not tell them."""
    spans = _spans(columns, heads)
    places = zip(columns, spans, strict=True)
    if not all(c.obvious or c.title == heads[first].title for c, (first, _) in places):
        yield _heads(columns, spans, style)
    for row in rows:
        yield [
            _shown(content, column, style)._replace(first=first, last=last)
            for content, column, (first, last) in zip(row, columns, spans, strict=True)
        ]


def _spans(columns: Sequence[Column], heads: Sequence[Column]) -> list[tuple[int, int]]:
    """The cells of each column, from below the head that it shares up to the next column.

    What shares none begins at the next free cell; a place, which is short, at the last one.
    """
    firsts: list[int] = []
    for i, column in enumerate(columns):
        free = range(firsts[-1] + 1 if firsts else 0, len(heads) - len(columns) + i + 1)
        else_ = free[-1] if column.kind == "place" else free[0]
        firsts.append(next((at for at in free if heads[at].title == column.title), else_))
    return [(first, after - 1) for first, after in pairwise([*firsts, len(heads)])]


def _heads(columns: Sequence[Column], spans: Sequence[tuple[int, int]], style: Style) -> list[Put]:
    return [
        Put(say(column.title, style.lang), *span, f"head{_side(column)}")
        for column, span in zip(columns, spans, strict=True)
    ]


def _side(column: Column) -> str:
    """How a look is called on the side where numbers stand."""
    return " of numbers" if column.kind == "number" else ""


def _shown(content: Cell, column: Column, style: Style) -> Put:
    """A cell: a number where nothing else is to be said of it, or what people read."""
    number = in_digits(content)
    if number and (form := _format(number, style.lang)):
        value = number.digits.scaleb(-2) if number.percent else number.digits
        return Put(float(value), look="number", form=form)
    known = not isinstance(content, Missing | Record) or (
        isinstance(content, Record) and content.interval.known
    )
    look = f"{'cell' if known else 'gap'}{_side(column)}"
    return Put(_read(content, style) or None, look=look)


def _format(number: InDigits, lang: Lang) -> str | None:
    """How a spreadsheet writes a number as people read it; None where it loses digits."""
    _, digits, exponent = number.digits.as_tuple()
    if max(len(digits), abs(int(exponent))) > _DIGITS:
        return None
    decimals = f".{'0' * -int(exponent)}".rstrip(".")
    signs = ("+", "-", "") if number.signed else ("",)
    percent = "%" if number.percent else ""
    return ";".join(f"{_LOCALE[lang]}{sign}#,##0{decimals}{percent}" for sign in signs)


def _read(content: Cell, style: Style) -> str:
    """What people read of a cell, with a line for each thing that is counted in it."""
    told = tally(content, style.lang) if isinstance(content, GridCell) else [cell(content, style)]
    return "\n".join(told).replace(NBSP, " ")


def _widths(lines: Sequence[Sequence[Put]], heads: Sequence[Column]) -> Iterator[int]:
    """A width for each column that its cells fill, but for sentences across several."""
    for i, column in enumerate(heads):
        texts = (str(put.value) for line in lines for put in line if put.first == put.last == i)
        longest = max(len(row) for text in texts for row in text.split("\n"))
        yield min(longest, _WIDEST.get(column.kind, _WIDEST_ELSE)) + 3


# ------------------------------------------------------------------- to compute with


def _explained(table: Table, style: Style) -> Iterator[Sheet]:
    """The rows of the answer, all its sources, and what the columns of its rows are called."""
    lang, data = style.lang, table.data
    rows = ({name: _plain(row[name], lang) for name in data.columns} for row in data.rows)
    yield _listed("data", {name: name for name in data.columns}, rows, style)
    titles = {name: say(FIELDS[name].title, lang) for name in ("id", *SOURCE_FIELDS)}
    told = data.extra["sources"].items()
    sources = (
        {"id": i} | {name: cell(c, style) or None for name, c in s.items()} for i, s in told
    )
    yield _listed("sources", titles, sources, style)
    titles = {name: say(sentence(name), lang) for name in ("column", "meaning")}
    meanings = ({"column": n, "meaning": say(FIELDS[n].title, lang)} for n in data.columns)
    yield _listed("columns", titles, meanings, style)


def _plain(value: Any, lang: Lang) -> Value | date:
    """A value of a row: a day as one to compute with, and a text in which nothing acts."""
    if isinstance(value, Period) and value.kind == "day" and value.start >= _FIRST_DAY:
        return value.start
    told = joined(value, lang)
    return visible(told) or None if isinstance(told, str) else told


def _listed(
    key: str, titles: Mapping[str, str], rows: Iterable[Mapping[str, Any]], style: Style
) -> Sheet:
    """Rows below the titles of their fields."""
    lines = [[Put(title, i, i) for i, title in enumerate(titles.values())]]
    for number, row in enumerate(rows, 1):
        looks = ("link" if name == "url" else "" for name in titles)
        lines.append(
            [
                Put(row[name], i, i, look, what=f"'{name}' of row {number}")
                for i, (name, look) in enumerate(zip(titles, looks, strict=True))
            ]
        )
    longest = (max(len(str(put.value)) for put in column) for column in zip(*lines, strict=True))
    widths = [min(most, _WIDEST_DATA) + 3 for most in longest]
    return Sheet(say(sentence(key), style.lang), lines, widths)
