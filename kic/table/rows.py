"""An answer as records for programs: every field under its name, numbers raw.

The rows of ``data`` are flat, its records follow the documented JSON, in which the points
and changes of a comparison stand together.  :func:`records` gives the rows in Python's own
types.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

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

VERSION = 2  # of the names and the shape of the records, given in every JSON answer

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
# What the JSON has of a figure that a later edition revised.
EARLIER = (
    *("value", "lower", "upper", "qualifier", "unit"),
    *("words", "reason", "as_printed", "locator", "source"),
)
STATEMENT = (
    *("theme", "region", "kind", "date", "period", "summary", "locator"),
    "about_data",
)
NOT_FIGURE = ("locator", "as_printed", "reason")
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
_NO_RATIO = Ratio(per=0)
_FIELDS: Mapping[type, tuple[str, ...]] = {  # of the rows that are no figures
    Themes: ThemeSummary._fields,
    Grid: GridCell._fields,
    Hits: Hit._fields,
}


class Data(NamedTuple):
    """What programs read of an answer.

    ``rows`` are flat, with the fields named in ``columns``; where they are about figures,
    ``figures`` has one for each.  The JSON has ``series`` in their place, where there are any,
    and ``extra`` beside its records.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    series: tuple[Row, ...] = ()
    figures: tuple[Record, ...] = ()
    extra: Mapping[str, Any] = MappingProxyType({})

    @property
    def records(self) -> tuple[Row, ...]:
        """The records of the JSON: the rows, but a comparison has one for each series."""
        return self.series or self.rows


def records(answer: Answer, lang: Lang = "nl") -> list[Row]:
    """The answer as a list of plain dictionaries, as pandas and polars take them.

    Every dictionary has the same keys, those of CSV and of the JSON records.  Numbers are
    raw, in the unit under ``unit``; what is not known is None; texts are in ``lang``.
    """
    return [{name: plain(value, lang) for name, value in row.items()} for row in data(answer).rows]


def plain(value: Any, lang: Lang) -> Any:
    """A value of a row as a string, a number, a truth value, a list of strings, or None."""
    match value:
        case Text():
            return value.nl if lang == "nl" else value.en
        case Period():
            return value.text if value.known else None
        case Correction():
            return f"{plain(value.reason, lang)} ({value.source})"
        case Record():  # of an earlier edition; what stands there, or why nothing does
            return f"{value.source}: {value.as_printed or value.reason}"
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


def data(answer: Answer) -> Data:
    """The rows of an answer, all with the same fields; of a comparison its series too."""
    match answer:
        case Themes(themes=parts) | Grid(cells=parts) | Hits(hits=parts):
            return Data(_FIELDS[type(answer)], tuple(part._asdict() for part in parts))
        case Comparison():
            figures = tuple(r for s in answer.series for r in s.points)
            rows = (_point(answer, s, *point) for s in answer.series for point in points(s))
            series = tuple(_series(answer, s) for s in answer.series)
            return Data((*FIGURE, *_CHANGE, *_RATIO), tuple(rows), series, figures)
        case Citations():
            cited = (
                figure_row(c.record) | row(c.record.links.source, _PUBLICATION)
                for c in answer.citations
            )
            return Data((*FIGURE, *_PUBLICATION), tuple(cited))
        case _:
            return Data(FIGURE, tuple(map(figure_row, answer.records)), figures=answer.records)


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


def _point(answer: Comparison, series: Series, record: Record, change: Change | None) -> Row:
    """A figure with the change that leads to it, and as a rate or share, in one flat row."""
    changed: tuple[Any, ...] = (None, *UNKNOWN, *UNKNOWN, None, None, series.notes)
    if change is not None:
        changed = (
            *(change.start, *change.absolute, *change.percent),
            *(change.points, change.direction, (*series.notes, *change.notes)),
        )
    ratio = answer.ratio(record) or _NO_RATIO
    whole: tuple[Any, ...] = (None, None, None)
    if ratio.whole:
        whole = (ratio.per, ratio.whole.indicator, ratio.whole.period)
    computed = (*changed, *ratio.interval, *whole, ratio.remarks)
    return figure_row(record) | dict(zip((*_CHANGE, *_RATIO), computed, strict=True))


def _series(answer: Comparison, series: Series) -> Row:
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
