"""A series as rows for programs: its figures with what changed, and as rates or shares."""

from typing import Any

from kic.model import Record
from kic.model.interval import UNKNOWN
from kic.model.sentences import applying
from kic.query.change import Change, Series
from kic.query.compare import Comparison
from kic.query.ratio import Ratio
from kic.table.rows import FIGURE, Row, figure_row, row

CHANGE = (
    "change_from",
    *("change_absolute", "change_absolute_lower", "change_absolute_upper"),
    *("change_percent", "change_percent_lower", "change_percent_upper"),
    *("change_percentage_points", "change_direction", "change_notes"),
)
_RATIO = (
    *("ratio", "ratio_lower", "ratio_upper", "ratio_per"),
    *("ratio_of", "ratio_of_period", "ratio_notes"),
)
COLUMNS = (*FIGURE, *CHANGE, *_RATIO)
_NO_RATIO = Ratio(per=0)


def point_row(answer: Comparison, series: Series, record: Record, change: Change | None) -> Row:
    """A figure with the change that leads to it, and as a rate or share, in one flat row."""
    changed = change_row(change)
    of_others = set(applying({"without_period": record.period.known}))
    notes = (*(n for n in series.notes if n not in of_others), *changed["change_notes"])
    ratio = answer.ratio(record) or _NO_RATIO
    whole: tuple[Any, ...] = (None, None, None)
    if ratio.whole:
        whole = (ratio.per, ratio.whole.indicator, ratio.whole.period)
    computed = (*ratio.interval, *whole, ratio.remarks)
    rated = dict(zip(_RATIO, computed, strict=True))
    return {**figure_row(record), **changed, "change_notes": notes, **rated}


def change_row(change: Change | None) -> Row:
    """A change under the names of flat rows, which all have them."""
    values: tuple[Any, ...] = (None, *UNKNOWN, *UNKNOWN, None, None, ())
    if change is not None:
        numbers = (change.start, *change.absolute, *change.percent)
        values = (*numbers, change.points, change.direction, change.notes)
    return dict(zip(CHANGE, values, strict=True))


def series_row(answer: Comparison, series: Series) -> Row:
    """A series with its figures, its changes and its rates or shares, as records of the JSON."""
    return {
        **row(series, ("indicator", "label", "region", "unit")),
        "points": [figure_row(r) for r in series.points],
        "changes": [_change(c) for c in series.changes],
        "ratios": [_ratio(r, ratio) for r in series.points if (ratio := answer.ratio(r))],
        "notes": series.notes,
    }


def _change(change: Change) -> Row:
    return {
        "from": change.start,
        "to": change.end,
        "absolute": change.absolute,
        "percent": change.percent,
        "percentage_points": change.points,
        **row(change, ("direction", "notes")),
    }


def _ratio(record: Record, ratio: Ratio) -> Row:
    return {
        "period": record.period,
        "per": ratio.per,
        "ratio": ratio.interval,
        "whole": figure_row(ratio.whole) if ratio.whole else None,
        **row(ratio, ("refusal", "notes")),
    }
