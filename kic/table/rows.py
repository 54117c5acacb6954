"""An answer as records for programs: every field under its name, numbers raw.

``flat`` gives the rows, one a line; ``nested`` follows the documented JSON, in which the
points and changes of a comparison stand together.  :func:`records` gives the rows in
Python's own types.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kic.model import Correction, Lang, Mention, Named, Period, Record, Text
from kic.model.interval import UNKNOWN, Interval
from kic.query.change import Change, Series
from kic.query.cite import Citations
from kic.query.compare import Comparison
from kic.query.find import Hit, Hits
from kic.query.gaps import Gaps
from kic.query.grid import Grid, GridCell
from kic.query.ratio import Ratio
from kic.query.show import Selection
from kic.query.themes import Themes, ThemeSummary

VERSION = 2  # of the names and the shape of the records, told in every JSON answer

Answer = Themes | Selection | Comparison | Gaps | Grid | Hits | Citations
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
STATEMENT = (
    *("theme", "region", "kind", "date", "period", "summary", "locator"),
    "about_data",
)
SOURCE = ("publisher", "title", "form", "published", "url", "note")
INDICATOR = (
    *("theme", "label", "short", "aliases", "population", "unit", "measure"),
    *("registration", "region", "registered_by", "named", "subset_of", "target_of"),
    *("breakdown", "ages", "denominator_for", "no_rate", "caution", "note", "gaps"),
)
_PUBLICATION = ("publisher", "title", "published", "url")
_CHANGE = (
    "change_from",
    *("change_absolute", "change_absolute_lower", "change_absolute_upper"),
    *("change_percent", "change_percent_lower", "change_percent_upper"),
    *("change_percentage_points", "change_direction", "change_notes"),
)
_RATIO = (
    *("ratio", "ratio_lower", "ratio_upper", "ratio_per"),
    *("ratio_of", "ratio_of_period", "ratio_notes"),
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
        case Record():  # of an earlier edition
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


def field_names(answer: Answer) -> tuple[str, ...]:
    """The names of the fields that every row of an answer has, in their order."""
    match answer:
        case Themes():
            return ThemeSummary._fields
        case Grid():
            return GridCell._fields
        case Hits():
            return Hit._fields
        case Comparison():
            return (*FIGURE, *_CHANGE, *_RATIO)
        case Citations():
            return (*FIGURE, *_PUBLICATION)
        case _:
            return FIGURE


def flat(answer: Answer) -> tuple[Row, ...]:
    """The answer as flat rows of typed values, each with the fields of ``field_names``."""
    match answer:
        case Themes(themes=parts) | Grid(cells=parts) | Hits(hits=parts):
            return tuple(part._asdict() for part in parts)
        case Comparison():
            return tuple(
                _point(s, r, change) | _ratio_fields(answer.ratio(r))
                for s in answer.series
                for r, change in points(s)
            )
        case Citations():
            return tuple(
                figure_row(c.record) | row(c.source, _PUBLICATION) for c in answer.citations
            )
        case _:
            return tuple(map(figure_row, answer.records))


def nested(answer: Answer) -> tuple[Row, ...]:
    """The records of the JSON: the rows, but a comparison has one for each series."""
    if isinstance(answer, Comparison):
        return tuple(_series(answer, s) for s in answer.series)
    return flat(answer)


def row(part: object, names: Iterable[str]) -> Row:
    """A part of a dataset as the fields of the JSON contract that these are."""
    return {name: getattr(part, name) for name in names}


def figure_row(record: Record) -> Row:
    """A figure under the names of the JSON contract."""
    gap = {name: getattr(record.gap, field, None) for name, field in _GAP.items()}
    return {name: gap[name] if name in gap else getattr(record, name) for name in FIGURE}


def points(series: Series) -> Iterator[tuple[Record, Change | None]]:
    """The points of a series, each with the change that leads to it, if there is one."""
    changes = {change.end: change for change in series.changes}
    return ((r, changes.get(r.period) if r.period.known else None) for r in series.points)


def _point(series: Series, record: Record, change: Change | None) -> Row:
    changed: tuple[Any, ...] = (None, *UNKNOWN, *UNKNOWN, None, None, series.notes)
    if change is not None:
        numbers = (*change.absolute, *change.percent)
        notes = (*series.notes, *change.notes)
        changed = (change.start, *numbers, change.points, change.direction, notes)
    return figure_row(record) | dict(zip(_CHANGE, changed, strict=True))


def _ratio_fields(ratio: Ratio | None) -> Row:
    """A rate or share in the fields of a flat row; a refusal is its only note."""
    if ratio is None:
        return dict.fromkeys(_RATIO) | {"ratio_notes": ()}
    notes = (*ratio.notes, *((ratio.refusal,) if ratio.refusal else ()))
    whole: tuple[Any, ...] = (None, None, None)
    if ratio.whole:
        whole = (ratio.per, ratio.whole.indicator, ratio.whole.period)
    return dict(zip(_RATIO, (*ratio.interval, *whole, notes), strict=True))


def _series(answer: Comparison, series: Series) -> Row:
    return {
        **row(series, ("indicator", "label", "region", "unit")),
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
        **row(change, ("direction", "notes")),
    }


def _ratio(record: Record, ratio: Ratio) -> Row:
    return {
        "period": record.period,
        "per": ratio.per,
        "ratio": _interval(ratio.interval),
        "whole": figure_row(ratio.whole) if ratio.whole else None,
        **row(ratio, ("refusal", "notes")),
    }


def _interval(interval: Interval) -> Row | None:
    return interval._asdict() if interval.known else None
