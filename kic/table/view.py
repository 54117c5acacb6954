"""Columns chosen, rows sorted and cut: the same in every format.

A table that was chosen from is flat: one block of the columns asked for, whatever the
command; its JSON has the flat rows as its records.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from operator import itemgetter
from typing import Any

from kic.model import Key, Lang, Period, Record, Text
from kic.model.errors import UsageError, excerpt
from kic.model.interval import Interval, direction
from kic.model.spelling import nearest, suggestion
from kic.model.wording import FOUND_IN, FOUND_KIND, NO, VERDICT, YES
from kic.query.ratio import Ratio
from kic.table import Block, Cell, Delta, Line, Page, Phrase, Several, Table, When
from kic.table.common import PLACE, column
from kic.table.figures import inferred_periods, own_cautions, small_base
from kic.table.left_out import limited
from kic.table.rows import Data, Row, plain

# Of the codes in these columns.
_WORDS: dict[str, Mapping[Any, Text]] = {
    "matched": FOUND_IN,
    "kind": FOUND_KIND,
    "verdict": VERDICT,
}
_CHANGES = ("change_absolute", "change_percent")
_COMPUTED = (*_CHANGES, "ratio")
_AMOUNTS = ("value", "old_value", "ratio")

_Pair = tuple[Row, Record | None]  # a row, with the figure that it is about


def select(
    table: Table,
    *,
    columns: Iterable[str] = (),
    sort: str | None = None,
    limit: int | None = None,
    lang: Lang = "nl",
) -> Table:
    """The table with these columns, sorted by one of its fields, and at most so many lines.

    ``sort`` begins with ``-`` for the largest first; what has no value comes last either
    way.  Raises UsageError for a column that the table does not have.
    """
    data = table.data
    chosen = tuple(_known(data, name) for name in columns)
    pairs: list[_Pair] = list(zip_longest(data.rows, data.figures))
    if sort is not None:
        pairs = _sorted(pairs, _known(data, sort.removeprefix("-")), sort[0] == "-", lang)
    left_out = dict(table.left_out)
    if limit is not None and pairs[limit:]:
        left_out["limit"] = {"rows": len(pairs[limit:])}
    pairs = pairs[:limit]
    kept = chosen or data.columns
    rows = tuple({name: row[name] for name in kept} for row, _ in pairs)
    view = {"columns": list(chosen), "sort": sort, "limit": limit}

    def page() -> Page:
        figures = {r.key: r for r in data.figures if r}
        blocks = _flat_block(chosen or data.shown, pairs, data.notes, figures, table.origin)
        # Conclusions say themselves why regions do not compare.
        notes = () if data.extra.get("conclusions") else data.notes
        said = {_note(remark) for remark in table.page.remarks}
        more = (note for note in dict.fromkeys(notes) if note not in said)
        remarks = (*dict.fromkeys(table.page.remarks), *more)
        if limit is not None and left_out != table.left_out:
            remarks = (limited(left_out["limit"], limit), *_of_shown(remarks, pairs, data.notes))
        return table.page._replace(blocks=blocks, remarks=remarks)

    return replace(
        table,
        query={**table.query, **{k: v for k, v in view.items() if v not in (None, [])}},
        lay_out=page,
        list_rows=lambda: Data(kept, rows, extra=data.extra),
        left_out=left_out,
    )


def _of_shown(
    remarks: Iterable[Cell], pairs: list[_Pair], notes: Sequence[Text]
) -> Iterator[Cell]:
    """The remarks that are of the rows that are left: no notes of others, no count of them."""
    told = {note for row, _ in pairs for note in row.get("change_notes", ())}
    others = {*notes} - told
    for remark in remarks:
        if isinstance(remark, Phrase) and remark.key == "periods_in_parentheses":
            yield from inferred_periods(r for _, r in pairs if r)
        elif _note(remark) not in others:
            yield remark


def _note(remark: Cell) -> Cell:
    """A note without the name of what it is about."""
    if isinstance(remark, Phrase) and remark.key == "about":
        return dict(remark.blanks)["what"]
    return remark


def _sorted(pairs: list[_Pair], name: str, largest_first: bool, lang: Lang) -> list[_Pair]:
    keyed = [(_sort_key(pair[0], name, lang), pair) for pair in pairs]
    with_value = [item for item in keyed if item[0] is not None]
    with_value.sort(key=itemgetter(0), reverse=largest_first)
    return [pair for _, pair in with_value] + [pair for key, pair in keyed if key is None]


def _known(data: Data, name: str) -> str:
    if name not in data.columns:
        hint = suggestion(nearest(name, dict.fromkeys(data.columns, ())))
        raise UsageError(
            f"unknown column {excerpt(name)}{hint} The columns are {', '.join(data.columns)}."
        )
    return name


def _bounds(row: Row, name: str) -> Interval:
    """A number of a row with its bounds."""
    start = name.removesuffix("value") if name.endswith("value") else f"{name}_"
    return Interval(row[name], row[f"{start}lower"], row[f"{start}upper"])


def _sort_key(row: Row, name: str, lang: Lang) -> Any:
    """What a row is sorted by, None where there is nothing; a bound by what is certain of it."""
    if name in _CHANGES:
        return _bounds(row, name).rank
    if name in _AMOUNTS:
        return _bounds(row, name).amount
    match row[name]:
        case Period() as period:
            return period if period.known else None
        case Text() as words:
            return plain(words, lang).casefold()
        case tuple() as several:
            return len(several)
        case value:
            return value


def _flat_block(
    names: tuple[str, ...],
    pairs: list[_Pair],
    once: Collection[Text],
    figures: Mapping[Key, Record],
    origin: Callable[[Record], Iterable[Cell]],
) -> tuple[Block, ...]:
    """The rows as one table; a value is never without the cautions that limit it.

    What is said ``once`` of all of them is not said of each.  Changes are from one of the
    ``figures``; ``origin`` tells from which publication a figure is.
    """
    heads = [PLACE if name == "locator" else column(name) for name in names]
    computed = [k for k in ("change", "ratio") if any(name.startswith(k) for name in names)]
    lines = tuple(
        Line(
            tuple(_cell(name, row, r, figures) for name in names),
            tuple(
                dict.fromkeys(
                    (
                        *(
                            (*own_cautions(r), *origin(r), *r.cautions)
                            if r and "value" in names
                            else ()
                        ),
                        *(n for kind in computed for n in row[f"{kind}_notes"] if n not in once),
                    )
                )
            ),
        )
        for row, r in pairs
    )
    return (Block(None, tuple(heads), lines),) if lines else ()


def _cell(name: str, row: Row, record: Record | None, figures: Mapping[Key, Record]) -> Cell:
    """A field as people read it; a value is that of the figure, or what is in its place.

    A change or ratio is no more precise than it is, and a percentage of a small count names it.
    """
    value = row[name]
    if name == "value" and record:
        return record._replace(trend=None)
    if name == "period" and record and value == record.period:
        return When(record)
    if name in _WORDS:
        return _WORDS[name][value]
    if name in _COMPUTED and (bounds := _bounds(row, name)).known:
        if name == "ratio":
            return Ratio(row["ratio_per"], bounds)
        if name == "change_percent":
            before = (row["indicator"], row["region"], row["change_from"])
            base = row["old"] if "old" in row else figures.get(before)
            return Delta(bounds, "percent", base=base and small_base(base))
        unclear = row["change_direction"] == "unclear" and direction(bounds) is None
        return Delta(bounds, "points" if row["change_percentage_points"] else "absolute", unclear)
    return as_cell(value)


def as_cell(value: Any) -> Cell:
    """Any value of a row as people read it."""
    match value:
        case Record():
            return value
        case bool():
            return YES if value else NO
        case None | Period() | Text() | int() | float() | str():
            return value
        case tuple():
            return Several(tuple(map(as_text, value)))
        case _:
            return as_text(value)


def as_text(item: object) -> Text:
    """Anything of a row as a text in both languages."""
    return Text(nl=str(plain(item, "nl")), en=str(plain(item, "en")))
