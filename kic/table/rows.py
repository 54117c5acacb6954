"""An answer as records for programs: every field under its name, numbers raw.

``flat`` gives the rows, one a line; ``nested`` follows the documented JSON, in which the
points and changes of a comparison stand together.  :func:`records` gives the rows in
Python's own types.
"""

from collections.abc import Iterator
from datetime import date
from functools import singledispatch
from typing import Any

from kic.model import (
    Correction,
    Indicator,
    Lang,
    Mention,
    Named,
    Period,
    Record,
    Source,
    Statement,
    Text,
)
from kic.model.interval import UNKNOWN, Interval
from kic.query.change import Change, Series
from kic.query.citation import Cited
from kic.query.ratio import Ratio
from kic.query.search import Found, Hit
from kic.query.verbs import Compared, Gaps, Grid, GridCell, Shown, Themes, ThemeSummary

VERSION = 2  # of the names and the shape of the records, told in every JSON answer

Answer = Themes | Shown | Compared | Gaps | Grid | Found | Cited
Row = dict[str, Any]

_GAP = {  # the fields of a gap, flat, with where each comes from
    "gap": "kind",
    "missing": "missing",
    "gap_as_printed": "as_printed",
    "gap_translation": "translation",
    "since": "since",
}
FIGURE = tuple(
    name
    for field in Record._fields
    if field != "links"
    for name in (_GAP if field == "gap" else (field,))
)
# What is told of a figure that a later edition revised.
EARLIER = (
    *("value", "lower", "upper", "qualifier", "unit"),
    *("words", "reason", "as_printed", "locator", "source"),
)
_PUBLICATION = ("publisher", "title", "published", "url")
_CHANGE = (
    "change_from",
    "change_absolute",
    "change_absolute_lower",
    "change_absolute_upper",
    "change_percent",
    "change_percent_lower",
    "change_percent_upper",
    "change_percentage_points",
    "change_direction",
    "change_notes",
)
_RATIO = (
    "ratio",
    "ratio_lower",
    "ratio_upper",
    "ratio_per",
    "ratio_of",
    "ratio_of_period",
    "ratio_notes",
)


def records(answer: Answer, lang: Lang = "nl") -> list[Row]:
    """The answer as a list of plain dictionaries, as pandas and polars take them.

    Every dictionary has the same keys, those of CSV and of the JSON records.  Numbers are
    raw, in the unit under ``unit``; what is not known is None; texts are in ``lang``.
    """
    return [{name: plain(value, lang) for name, value in row.items()} for row in flat(answer)]


def plain(value: Any, lang: Lang) -> Any:
    """A value of a row as a string, a number, a truth value, a list of strings, or None."""
    match value:
        case Text():
            return value.nl if lang == "nl" else value.en
        case Period():
            return value.text if value.known else None
        case Correction():
            return f"{plain(value.reason, lang)} ({value.source})"
        case Record():
            number = value.value if value.upper is None else value.upper
            return f"{value.source}: {value.as_printed or number}"
        case Mention():
            return f"{value.locator}: {value.as_printed}"
        case Named():
            return f"{value.organisation}: {plain(value.role, lang)}"
        case tuple() | list():
            return [plain(item, lang) for item in value]
        case date():
            return value.isoformat()
        case str():
            return str(value)  # a code is a string and no longer a member of its list
        case float():
            return float(value)  # of a computed number only what programs take
        case _:
            return value


@singledispatch
def field_names(answer: object) -> tuple[str, ...]:
    """The names of the fields that every row of an answer has, in their order."""
    raise TypeError(f"no answer of kic: {type(answer).__name__}")


@field_names.register
def _(_answer: Themes) -> tuple[str, ...]:
    return ThemeSummary._fields


@field_names.register
def _(_answer: Shown) -> tuple[str, ...]:
    return FIGURE


@field_names.register
def _(_answer: Compared) -> tuple[str, ...]:
    return (*FIGURE, *_CHANGE, *_RATIO)


@field_names.register
def _(_answer: Gaps) -> tuple[str, ...]:
    return FIGURE


@field_names.register
def _(_answer: Grid) -> tuple[str, ...]:
    return GridCell._fields


@field_names.register
def _(_answer: Found) -> tuple[str, ...]:
    return Hit._fields


@field_names.register
def _(_answer: Cited) -> tuple[str, ...]:
    return (*FIGURE, *_PUBLICATION)


@singledispatch
def flat(answer: object) -> tuple[Row, ...]:
    """The answer as flat rows of typed values, each with the fields of ``field_names``."""
    raise TypeError(f"no answer of kic: {type(answer).__name__}")


@flat.register
def _(answer: Themes) -> tuple[Row, ...]:
    return tuple(theme._asdict() for theme in answer.themes)


@flat.register
def _(answer: Shown) -> tuple[Row, ...]:
    return tuple(figure_row(r) for r in answer.records)


@flat.register
def _(answer: Compared) -> tuple[Row, ...]:
    return tuple(
        _point(s, r, change) | _ratio_fields(answer.ratio(r))
        for s in answer.series
        for r, change in points(s)
    )


@flat.register
def _(answer: Gaps) -> tuple[Row, ...]:
    return tuple(figure_row(r) for r in answer.records)


@flat.register
def _(answer: Grid) -> tuple[Row, ...]:
    return tuple(cell._asdict() for cell in answer.cells)


@flat.register
def _(answer: Found) -> tuple[Row, ...]:
    return tuple(hit._asdict() for hit in answer.hits)


@flat.register
def _(answer: Cited) -> tuple[Row, ...]:
    return tuple(
        figure_row(c.record) | {name: getattr(c.source, name) for name in _PUBLICATION}
        for c in answer.citations
    )


def nested(answer: Answer) -> tuple[Row, ...]:
    """The records of the JSON: the rows, but a comparison has one for each series."""
    if isinstance(answer, Compared):
        return tuple(_series(answer, s) for s in answer.series)
    return flat(answer)


def figure_row(record: Record) -> Row:
    """A figure under the names of the JSON contract."""
    told = record._asdict()
    told |= {name: getattr(record.gap, field, None) for name, field in _GAP.items()}
    return {name: told[name] for name in FIGURE}


def earlier_row(record: Record) -> Row:
    """A figure as a later edition mentions it, under the names of the JSON contract."""
    return {name: getattr(record, name) for name in EARLIER}


def points(series: Series) -> Iterator[tuple[Record, Change | None]]:
    """The points of a series, each with the change that leads to it, if there is one."""
    changes = {change.end: change for change in series.changes}
    return ((r, changes.get(r.period) if r.period.known else None) for r in series.points)


def _point(series: Series, record: Record, change: Change | None) -> Row:
    absolute = change.absolute if change else UNKNOWN
    percent = change.percent if change else UNKNOWN
    notes = (*series.notes, *(change.notes if change else ()))
    changed = (
        change.start if change else None,
        *(absolute.value, absolute.lower, absolute.upper),
        *(percent.value, percent.lower, percent.upper),
        change.points if change else None,
        change.direction if change else None,
        notes,
    )
    return figure_row(record) | dict(zip(_CHANGE, changed, strict=True))


def _series(answer: Compared, series: Series) -> Row:
    return {
        "indicator": series.indicator,
        "label": series.label,
        "region": series.region,
        "unit": series.unit,
        "points": [figure_row(r) for r in series.points],
        "changes": [_change(c) for c in series.changes],
        "ratios": [_ratio(r, found) for r in series.points if (found := answer.ratio(r))],
        "notes": series.notes,
    }


def _change(change: Change) -> Row:
    return {
        "from": change.start,
        "to": change.end,
        "absolute": _interval(change.absolute),
        "percent": _interval(change.percent),
        "percentage_points": change.points,
        "direction": change.direction,
        "notes": change.notes,
    }


def _ratio(record: Record, ratio: Ratio) -> Row:
    return {
        "period": record.period,
        "per": ratio.per,
        "ratio": _interval(ratio.interval),
        "whole": figure_row(ratio.whole) if ratio.whole else None,
        "refusal": ratio.refusal,
        "notes": ratio.notes,
    }


def _ratio_fields(ratio: Ratio | None) -> Row:
    """A rate or share in the fields of a flat row; a refusal is its only note."""
    whole = ratio.whole if ratio else None
    interval = ratio.interval if ratio else UNKNOWN
    notes = (*ratio.notes, *((ratio.refusal,) if ratio.refusal else ())) if ratio else ()
    told = (
        *(interval.value, interval.lower, interval.upper),
        ratio.per if ratio and whole else None,
        whole.indicator if whole else None,
        whole.period if whole else None,
        notes,
    )
    return dict(zip(_RATIO, told, strict=True))


def _interval(interval: Interval) -> Row | None:
    return interval._asdict() if interval.known else None


def statement_row(told: Statement) -> Row:
    """A statement under the names of the JSON contract."""
    names = (
        *("theme", "region", "kind", "date", "period", "summary", "locator"),
        "about_data",
    )
    return {name: getattr(told, name) for name in names}


def source_row(told: Source) -> Row:
    """A source under the names of the JSON contract."""
    names = ("publisher", "title", "form", "published", "url", "note")
    return {name: getattr(told, name) for name in names}


def indicator_row(told: Indicator) -> Row:
    """An indicator, without its figures, under the names of the JSON contract."""
    names = (
        *("theme", "label", "short", "aliases", "population", "unit", "measure"),
        *("registration", "region", "registered_by", "named", "subset_of", "target_of"),
        *("breakdown", "ages", "denominator_for", "no_rate", "caution", "note", "gaps"),
    )
    return {name: getattr(told, name) for name in names}
