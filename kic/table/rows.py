"""An answer as records for programs: every field under its name, numbers raw.

The rows of ``data`` are flat, its records follow the documented JSON, in which the points
and changes of a comparison stand together.  :func:`records` gives the rows in Python's own
types.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

from kic.dataset import Dataset
from kic.model import Correction, Lang, Mention, Named, Period, Record, Statement, Text
from kic.model.fields import FIELDS
from kic.model.interval import UNKNOWN, Interval
from kic.query.change import Change, Series
from kic.query.cite import Citations
from kic.query.compare import Comparison
from kic.query.diff import Diff, Difference, FieldChange
from kic.query.find import Hits
from kic.query.gaps import Gaps, gap_figures
from kic.query.grid import Grid, GridCell
from kic.query.grouping import grouped
from kic.query.ratio import Ratio
from kic.query.show import Selection
from kic.query.themes import Themes, ThemeSummary

VERSION = 3  # of the names and the shape of the records, given in every JSON answer

Answer = Themes | Selection | Comparison | Gaps | Grid | Hits | Citations | Diff
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
FOUND = ("kind", "id", "theme", "label", "matched", "match")
# What a hit has of its figure, all of it null where it has none.
FOUND_FIGURE = tuple(name for name in FIGURE if name not in FOUND)
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
DIFFERENCE = ("difference", "part", "id", "fields")
_OLD = ("old", "old_value", "old_lower", "old_upper", "old_qualifier", "old_unit")
COMPARED = (*FIGURE, *_OLD, *_CHANGE)
GRID = tuple(name for name in GridCell._fields if name != "mentioned")
_FIELDS: Mapping[type, tuple[str, ...]] = {  # of the rows that are no figures
    Themes: ThemeSummary._fields,
    Grid: GRID,
}


class Data(NamedTuple):
    """What programs read of an answer.

    ``rows`` are flat, with the fields named in ``columns``; where they are about figures,
    ``figures`` has one for each that is about one.  The JSON has ``series`` in their place,
    where there are any, and ``extra`` beside its records.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    series: tuple[Row, ...] = ()
    figures: tuple[Record | None, ...] = ()
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
            return value.text
        case Correction():
            return f"{plain(value.reason, lang)} ({value.source})"
        case FieldChange(field=name):
            several = (v if type(v) is tuple else (v,) for v in value[1:])
            both = ((str(plain(v, lang)) for v in items if v is not None) for items in several)
            return f"{name}: {' -> '.join(map('; '.join, both))}"
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
        case Hits(hits=hits):
            found = tuple(row(hit, FOUND) | _found_figure(hit.record) for hit in hits)
            figures = tuple(hit.record for hit in hits)
            return Data((*FOUND, *FOUND_FIGURE), found, figures=figures)
        case Themes(themes=parts) | Grid(cells=parts):
            names = _FIELDS[type(answer)]
            return Data(names, tuple(row(part, names) for part in parts))
        case Comparison():
            figures = tuple(r for s in answer.series for r in s.points)
            rows = (_point(answer, s, *point) for s in answer.series for point in points(s))
            series = tuple(_series(answer, s) for s in answer.series)
            return Data((*FIGURE, *_CHANGE, *_RATIO), tuple(rows), series, figures)
        case Gaps():
            # The figures of a gap together; what is merely not stated stands by itself.
            several = grouped(
                answer.records,
                lambda r: (r.indicator, r.region, None if r.gap else r.period),
            ).values()
            alone = (figures[0] if len(figures) == 1 else None for figures in several)
            return Data(FIGURE, tuple(map(_gap_row, several)), figures=tuple(alone))
        case Diff():
            flat = tuple(map(_difference, answer.differences))
            now = tuple(d.new if isinstance(d.new, Record) else None for d in answer.differences)
            return Data((*DIFFERENCE, *COMPARED), flat, figures=now)
        case Citations():
            cited = (figure_row(r) | row(r.links.source, _PUBLICATION) for r in answer.records)
            return Data((*FIGURE, *_PUBLICATION), tuple(cited))
        case _:
            return Data(FIGURE, tuple(map(figure_row, answer.records)), figures=answer.records)


def statement_row(dataset: Dataset, statement: Statement) -> Row:
    """A statement for programs; which publication it is from where there are several."""
    origin = {"source": statement.source} if len(dataset.own) > 1 else {}
    return row(statement, STATEMENT) | origin


def row(part: object, names: Iterable[str]) -> Row:
    """A part of a dataset as the fields of the JSON contract that these are."""
    return {name: getattr(part, name) for name in names}


def figure_row(record: Record) -> Row:
    """A figure under the names of the JSON contract.

    What is no figure, and so has no period either, has none; a figure may have an unknown one.
    """
    gap = {name: getattr(record.gap, field, None) for name, field in _GAP.items()}
    fields = {name: gap[name] if name in gap else getattr(record, name) for name in FIGURE}
    if not (record.period.known or record.interval.known or record.worded):
        fields["period"] = None
    return fields


def _gap_row(figures: list[Record]) -> Row:
    """A gap under the names of the JSON contract, in one row for all of its figures.

    Of several figures it has what they share: a list has the items of all of them, and what
    every row has is that of the figure that the gap is told by.
    """
    if len(figures) == 1:
        return figure_row(figures[0])
    rows = [figure_row(r) for r in figures]
    [told_by] = map(figure_row, gap_figures(figures))
    for name, value in told_by.items():
        values = [fields[name] for fields in rows]
        if type(value) is tuple:  # a list; a period is a tuple of another kind
            told_by[name] = tuple(dict.fromkeys(item for items in values for item in items))
        elif not FIELDS[name].required and any(other != value for other in values):
            told_by[name] = None
    return told_by


def _found_figure(record: Record | None) -> Row:
    """The figure of a hit, without what the hit itself has."""
    figure = figure_row(record) if record else dict.fromkeys(FIGURE)
    return {name: figure[name] for name in FOUND_FIGURE}


def points(series: Series) -> Iterator[tuple[Record, Change | None]]:
    """The points of a series, each with the change that leads to it, if there is one."""
    changes = {change.end: change for change in series.changes}
    return ((r, changes.get(r.period) if r.period.known else None) for r in series.points)


def _point(answer: Comparison, series: Series, record: Record, change: Change | None) -> Row:
    """A figure with the change that leads to it, and as a rate or share, in one flat row."""
    changed = (*_flat_change(change)[:-1], (*series.notes, *(change.notes if change else ())))
    ratio = answer.ratio(record) or _NO_RATIO
    whole: tuple[Any, ...] = (None, None, None)
    if ratio.whole:
        whole = (ratio.per, ratio.whole.indicator, ratio.whole.period)
    computed = (*changed, *ratio.interval, *whole, ratio.remarks)
    return figure_row(record) | dict(zip((*_CHANGE, *_RATIO), computed, strict=True))


def _flat_change(change: Change | None) -> tuple[Any, ...]:
    """A change as the columns of ``_CHANGE``."""
    if change is None:
        return None, *UNKNOWN, *UNKNOWN, None, None, ()
    numbers = (change.start, *change.absolute, *change.percent)
    return *numbers, change.points, change.direction, change.notes


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


def _difference(d: Difference) -> Row:
    """A difference in one flat row: the figure or statement as it is now, and what it was before.

    What is gone has no number now.
    """
    told = d.new or d.old
    was, old = d.old if isinstance(d.old, Record) else None, [name[4:] for name in _OLD[1:]]
    row_ = figure_row(told) if isinstance(told, Record) else dict.fromkeys(FIGURE)
    if isinstance(told, Statement):
        row_ |= {name: getattr(told, name) for name in STATEMENT if name in row_}
        row_["label"] = told.summary
    return {
        "difference": d.kind,
        **row(d, ("part", "id", "fields")),
        **row_,
        **(dict.fromkeys(old) if d.new is None else {}),
        **dict(zip(_OLD, (was, *(getattr(was, name, None) for name in old)), strict=True)),
        **dict(zip(_CHANGE, _flat_change(d.change), strict=True)),
    }
