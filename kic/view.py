"""Columns chosen, rows sorted and cut: the same in every format.

A table that was chosen from is flat: one block of the columns asked for, whatever the
command; its JSON has the flat rows as its records.
"""

from collections.abc import Iterable
from typing import Any

from kic.errors import UsageError
from kic.fields import FIELDS
from kic.interval import Interval
from kic.model import Lang, Period, Text
from kic.names import nearest
from kic.rows import Row, plain
from kic.table import Block, Cell, Column, Delta, Group, Quantity, Several, Table
from kic.wording import text

# What people get to see of a row when they sort or cut it and name no columns.
_SHOWN = {
    "themes": ("theme", "label", "indicators", "figures", "gaps", "regions"),
    "show": ("indicator", "region", "period", "value", "unit", "locator"),
    "compare": (
        *("indicator", "region", "period", "value", "unit"),
        *("change_absolute", "change_percent", "locator"),
    ),
    "gaps": ("indicator", "region", "value", "registration", "missing", "locator"),
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
    rows = list(table.rows)
    if sort is not None:
        name = _known(table, sort.removeprefix("-"))
        with_value = [row for row in rows if _sortable(row[name], lang) is not None]
        without = [row for row in rows if _sortable(row[name], lang) is None]
        with_value.sort(key=lambda row: _sortable(row[name], lang), reverse=sort.startswith("-"))
        rows = with_value + without
    if limit is not None:
        rows = rows[:limit]
    kept = chosen or table.columns
    flat = tuple({name: row[name] for name in kept} for row in rows)
    asked = {"columns": list(chosen), "sort": sort, "limit": limit}
    return table._replace(
        query={**table.query, **{k: v for k, v in asked.items() if v not in (None, [])}},
        columns=kept,
        rows=flat,
        records=flat,
        blocks=_flat_block(table, chosen or _SHOWN[table.command], rows),
        summary=None,
        notes=(),
        marks=(),
    )


def _known(table: Table, name: str) -> str:
    if name not in table.columns:
        near = nearest(name, dict.fromkeys(table.columns, ()))
        hint = f"; did you mean {', '.join(map(repr, near))}?" if near else "."
        raise UsageError(
            f"unknown column {name!r}{hint} The columns are {', '.join(table.columns)}."
        )
    return name


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


def _flat_block(table: Table, columns: Iterable[str], rows: list[Row]) -> tuple[Block, ...]:
    if not rows:
        return ()
    names = tuple(columns)
    numeric = ("number", "count")
    heads = tuple(
        Column(
            FIELDS[name].title,
            "number" if FIELDS[name].kind in numeric else "id" if name == "locator" else "text",
        )
        for name in names
    )
    cells = tuple(tuple(_cell(name, row) for name in names) for row in rows)
    return (Block(None, None, heads, (Group(None, None, cells),)),)


def _cell(name: str, row: Row) -> Cell:
    """A field as people read it; a missing value is told in the words of the figure."""
    value = row[name]
    if name == "value":
        bounds = Interval(value, row["lower"], row["upper"])
        return Quantity(bounds, row["qualifier"], row["words"], row["reason"], None)
    if name.startswith("change_percent") and value is not None:
        return Delta(Interval(value, value, value), "percent")
    match value:
        case None | Period() | Text() | bool() | int() | float():
            return value
        case tuple():
            return Several(tuple(_as_text(item) for item in value))
        case _:
            return _as_text(value)


def _as_text(item: object) -> Text:
    """Anything of a row as a text in both languages."""
    return text(str(plain(item, "nl")), str(plain(item, "en")))
