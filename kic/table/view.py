"""Columns chosen, rows sorted and cut: the same in every format.

A table that was chosen from is flat: one block of the columns asked for, whatever the
command; its JSON has the flat rows as its records.
"""

from collections.abc import Iterable
from typing import Any, Literal

from kic.model import Lang, Period, Text
from kic.model.errors import UsageError, excerpt
from kic.model.fields import FIELDS
from kic.model.interval import Interval
from kic.model.wording import CODES, FOUND_IN, FOUND_KIND, NO, YES, text
from kic.query.names import nearest
from kic.query.ratio import PERCENT
from kic.table import Block, Cell, Column, Delta, Group, Level, Quantity, Several, Table
from kic.table.common import Notes
from kic.table.rows import Row, plain

# What people get to see of a row when they sort or cut it and name no columns.
_SHOWN = {
    "themes": ("theme", "label", "indicators", "with_number", "gaps", "regions"),
    "show": ("indicator", "region", "period", "value", "unit", "locator"),
    "compare": (
        *("indicator", "region", "period", "value", "unit"),
        *("change_absolute", "change_percent", "locator"),
    ),
    "gaps": ("indicator", "region", "value", "reason", "missing", "locator"),
    "grid": (
        *("label", "region", "with_number", "in_words"),
        *("not_national", "incomplete", "unavailable", "unclear", "concluded"),
    ),
    "find": ("id", "kind", "label", "matched", "match"),
}


def select(
    table: Table,
    *,
    columns: Iterable[str] = (),
    sort: str | None = None,
    limit: int | None = None,
    lang: Lang = "nl",
) -> Table:
    """The table with these columns, sorted by one of its fields, and at most so many rows.

    ``sort`` begins with ``-`` for the largest first; what has no value comes last either
    way.  Raises UsageError for a column that the table does not have.
    """
    chosen = tuple(columns)
    for name in chosen:
        _known(table, name)
    # Each row with its marks, which it keeps wherever it goes.
    marked = list(zip(table.rows, table.codes or [()] * len(table.rows), strict=True))
    if sort is not None:
        name = _known(table, sort.removeprefix("-"))
        with_value = [pair for pair in marked if _sort_key(pair[0], name, lang) is not None]
        without = [pair for pair in marked if _sort_key(pair[0], name, lang) is None]
        with_value.sort(
            key=lambda pair: _sort_key(pair[0], name, lang), reverse=sort.startswith("-")
        )
        marked = with_value + without
    if limit is not None:
        marked = marked[:limit]
    rows = [row for row, _ in marked]
    shown = chosen or _shown(table)
    notes = Notes()
    kept = chosen or table.columns
    flat = tuple({name: row[name] for name in kept} for row in rows)
    blocks = _flat_block(shown, marked, notes)
    asked = {"columns": list(chosen), "sort": sort, "limit": limit}
    return table._replace(
        query={**table.query, **{k: v for k, v in asked.items() if v not in (None, [])}},
        columns=kept,
        rows=flat,
        records=flat,
        blocks=blocks,
        summary=None,
        notes=tuple(notes.found),
        marks=notes.legend,
    )


def _shown(table: Table) -> tuple[str, ...]:
    """The columns for people where none were named; those of a rate where there is one."""
    names = _SHOWN[table.command]
    if any(row.get("ratio_per") for row in table.rows):
        names = (*names[:-1], "ratio", "ratio_per", names[-1])
    return names


def _limits(row: Row, names: tuple[str, ...]) -> Iterable[Text]:
    """What limits the changes and ratios that are shown of a row."""
    for kind in ("change", "ratio"):
        if any(name.startswith(kind) for name in names):
            yield from row[f"{kind}_notes"]


def _known(table: Table, name: str) -> str:
    if name not in table.columns:
        near = nearest(name, dict.fromkeys(table.columns, ()))
        hint = f"; did you mean {', '.join(map(repr, near))}?" if near else "."
        raise UsageError(
            f"unknown column {excerpt(name)}{hint} The columns are {', '.join(table.columns)}."
        )
    return name


def _bounds(row: Row, name: str) -> Interval:
    """A computed number of a row with its bounds."""
    return Interval(row[name], row[f"{name}_lower"], row[f"{name}_upper"])


def _sort_key(row: Row, name: str, lang: Lang) -> Any:
    """What a row is sorted by; a computed number by what is certain of it."""
    if name in _COMPUTED:
        return _bounds(row, name).rank
    return _sortable(row[name], lang)


_COMPUTED = ("change_absolute", "change_percent", "ratio")


def _sortable(value: Any, lang: Lang) -> Any:
    """A value as it is compared with others of its column; None where there is none."""
    match value:
        case Period():
            return value if value.known else None
        case Text():
            return plain(value, lang).casefold()
        case tuple():
            return len(value)
        case _:
            return value


def _flat_block(
    names: tuple[str, ...], marked: list[tuple[Row, tuple[str, ...]]], notes: Notes
) -> tuple[Block, ...]:
    """The rows as one table; a value is never without the marks that limit it."""
    if not marked:
        return ()
    heads = [Column(FIELDS[name].title, _kind(name)) for name in names]
    cells = [[_cell(name, row) for name in names] for row, _ in marked]
    marks = [
        notes.mark(*(codes if "value" in names else ()), notes=_limits(row, names))
        for row, codes in marked
    ]
    if any(mark.codes or mark.notes for mark in marks):
        heads.append(Column(CODES))
        cells = [[*row, mark] for row, mark in zip(cells, marks, strict=True)]
    return (Block(None, None, tuple(heads), (Group(None, None, tuple(map(tuple, cells))),)),)


def _kind(name: str) -> Literal["text", "number", "id"]:
    if name == "locator":
        return "id"
    return "number" if FIELDS[name].kind in ("number", "count") else "text"


def _cell(name: str, row: Row) -> Cell:
    """A field as people read it; a missing value is told in the words of the figure."""
    value = row[name]
    if name == "value":
        bounds = Interval(value, row["lower"], row["upper"])
        return Quantity(bounds, row["qualifier"], row["words"], row["reason"], None)
    if (told := _computed(name, row)) is not None:
        return told
    if name == "matched":
        return FOUND_IN[value]
    if name == "kind":
        return FOUND_KIND[value]
    match value:
        case bool():
            return YES if value else NO
        case None | Period() | Text() | int() | float():
            return value
        case tuple():
            return Several(tuple(_as_text(item) for item in value))
        case _:
            return _as_text(value)


def _computed(name: str, row: Row) -> Cell:
    """A change or ratio, no more precise than it is; a bound that is asked for is a number."""
    if name not in _COMPUTED:
        return None
    bounds = _bounds(row, name)
    if not bounds.known:
        return None
    if name == "ratio":
        return Level(bounds, percent=row["ratio_per"] == PERCENT)
    if name == "change_percent":
        return Delta(bounds, "percent")
    unclear = row["change_direction"] == "unclear"
    return Delta(bounds, "points" if row["change_percentage_points"] else "absolute", unclear)


def _as_text(item: object) -> Text:
    """Anything of a row as a text in both languages."""
    return text(str(plain(item, "nl")), str(plain(item, "en")))
