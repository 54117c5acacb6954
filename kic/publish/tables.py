"""A dataset as related tables of plain values, ready for any form of publication."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from kic.dataset import Dataset
from kic.model import (
    DatasetInfo,
    Indicator,
    Lang,
    Record,
    Region,
    Source,
    Statement,
    Text,
    Topic,
    Unit,
)
from kic.model.fields import FIELDS
from kic.query.change import Series, series
from kic.table.delimited import Value, delimited
from kic.table.rows import plain


class License(NamedTuple):
    """A licence that publications know by more than its name."""

    title: str
    path: str


LICENSES = {
    "CC-BY-4.0": License(
        "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"
    )
}

Kind = str  # "string", "number", "integer", "boolean" or "date"

_KINDS = {"number": "number", "count": "integer", "flag": "boolean", "date": "date"}


class Column(NamedTuple):
    """A column by its name, its title and meaning in English, and what it holds.

    ``codes`` are all the values it can have; ``required`` columns have one in every row.
    """

    name: str
    title: str
    about: str
    kind: Kind
    codes: tuple[str, ...]
    required: bool


class Link(NamedTuple):
    """A column that names a row of another table by its key."""

    column: str
    table: str


class Data(NamedTuple):
    """A table: its columns, the column that is its key, its links, and its rows."""

    name: str
    title: str
    about: str
    columns: tuple[Column, ...]
    key: str
    links: tuple[Link, ...]
    rows: tuple[dict[str, Value], ...]


class Tables(NamedTuple):
    """All tables of a dataset, with what is known of the dataset as a whole.

    ``series`` are its figures with what changed between them.
    """

    info: DatasetInfo
    source: Source
    data: tuple[Data, ...]
    series: tuple[Series, ...]


def tables(dataset: Dataset) -> Tables:
    """The dataset as related tables; texts have a column for each language."""
    return Tables(
        dataset.last,
        dataset.sources[dataset.last.source],
        (
            _figures(dataset),
            _indicators(dataset.indicators),
            _themes(dataset.themes),
            _regions(dataset.regions),
            _units(dataset.units),
            _sources(dataset.sources),
            _organisations(dataset.organisations),
            _statements(dataset.statements),
        ),
        series(dataset, dataset.records),
    )


def csv_bytes(data: Data) -> bytes:
    """A table as CSV in UTF-8, with a header."""
    head = [column.name for column in data.columns]
    return delimited([head, *(row.values() for row in data.rows)]).encode("utf-8")


# ---------------------------------------------------------------------- columns and rows


_LANGUAGES = {"nl": " (Dutch)", "en": " (English)"}


def _column(name: str, *, required: bool = False) -> Column:
    """A column described as its field, of which it may be one language."""
    base, _, lang = name.rpartition("_")
    field = FIELDS.get(name) or FIELDS[base]
    title = field.title.en + ("" if name in FIELDS else _LANGUAGES[lang])
    kind = _KINDS.get(field.kind, "string")
    codes = () if field.kind == "list" else field.codes  # several in one cell are no code
    return Column(name, title, field.about, kind, codes, required)


def _both(name: str, text: Text | None) -> dict[str, Value]:
    """A text as two columns."""
    return {f"{name}_nl": text.nl if text else None, f"{name}_en": text.en if text else None}


def _all(name: str, texts: Iterable[Text]) -> dict[str, Value]:
    several = list(texts)
    return {
        f"{name}_nl": " | ".join(t.nl for t in several) or None,
        f"{name}_en": " | ".join(t.en for t in several) or None,
    }


def _listed(name: str, values: Iterable[Any]) -> dict[str, Value]:
    """Several things as text, in two columns."""
    return {f"{name}_{lang}": " | ".join(plain(v, lang) for v in values) or None for lang in _BOTH}


_BOTH: tuple[Lang, ...] = ("nl", "en")


def _code(value: object) -> str | None:
    return None if value is None else str(value)


def _data(
    name: str,
    title: str,
    about: str,
    key: Column,
    rows: Iterable[dict[str, Value]],
    links: Mapping[str, str],
    required: Iterable[str] = (),
    plain: Iterable[Column] = (),
    *,
    columns: Iterable[str] = (),
) -> Data:
    """A table whose columns are described as the fields of the same names."""
    filled = tuple(rows)
    names = list(filled[0]) if filled else [key.name, *columns]
    given = {column.name: column for column in (key, *plain)}
    needed = set(required)
    described = tuple(given.get(n) or _column(n, required=n in needed) for n in names)
    return Data(
        name, title, about, described, key.name, tuple(Link(*i) for i in links.items()), filled
    )


def _key(name: str, title: str, about: str) -> Column:
    return Column(name, title, about, "string", (), required=True)


_PERIOD_START = Column(
    "period_start", "Period, first day", "The first day of the period.", "date", (), required=False
)
_PERIOD_END = Column(
    "period_end", "Period, last day", "The last day of the period.", "date", (), required=False
)
_PERIOD_KIND = Column(
    "period_kind",
    "Kind of period",
    "year, quarter, month, day, or years-2 for a total over two years; periods of one kind "
    "compare.",
    "string",
    (),
    required=False,
)


def figure_id(record: Record) -> str:
    """What names a figure within its dataset: indicator, period and region."""
    return f"{record.indicator}:{record.period}:{record.region}"


def _figures(dataset: Dataset) -> Data:
    links = {
        "theme": "themes",
        "indicator": "indicators",
        "region": "regions",
        "unit": "units",
        "source": "sources",
        "correction_source": "sources",
        "registered_by": "organisations",
    }
    return _data(
        "figures",
        "Figures",
        "The observations: one value, or the reason for its absence, of one indicator for one "
        "region and one period.",
        _key("figure", "Figure", "Names the figure: indicator, period and region."),
        (_figure_row(r) for r in dataset.records),
        links,
        required=("indicator", "region", "status", "registration", "source"),
        plain=(_PERIOD_START, _PERIOD_END, _PERIOD_KIND),
    )


def _figure_row(r: Record) -> dict[str, Value]:
    known, correction, gap = r.period.known, r.correction, r.gap
    return {
        "figure": figure_id(r),
        "theme": r.theme,
        "indicator": r.indicator,
        "region": r.region,
        "period": r.period.text if known else None,
        "period_start": r.period.start.isoformat() if known else None,
        "period_end": r.period.end.isoformat() if known else None,
        "period_kind": r.period.kind if known else None,
        "value": r.value,
        "lower": r.lower,
        "upper": r.upper,
        "qualifier": _code(r.qualifier),
        "unit": r.unit,
        "status": _code(r.status),
        "reason": _code(r.reason),
        **_both("words", r.words),
        "registration": _code(r.registration),
        "registered_by": r.registered_by,
        **_listed("named", r.named),
        "gap": _code(gap.kind if gap else None),
        **_both("missing", gap.missing if gap else None),
        "gap_as_printed": gap.as_printed if gap else None,
        "gap_translation": gap.translation if gap else None,
        **_both("since", gap.since if gap else None),
        "measure": _code(r.measure),
        "trend": _code(r.trend),
        "trend_as_printed": r.trend_as_printed,
        "as_printed": r.as_printed,
        "locator": r.locator,
        "source": r.source,
        "earlier": " | ".join(plain(then, "en") for then in r.earlier) or None,
        **_both("correction", correction.reason if correction else None),
        "correction_source": correction.source if correction else None,
        "inferred": " | ".join(r.inferred) or None,
        **_all("cautions", r.cautions),
        **_all("notes", r.notes),
    }


def _indicators(indicators: Mapping[str, Indicator]) -> Data:
    def row(id_: str, i: Indicator) -> dict[str, Value]:
        return {
            "indicator": id_,
            "theme": i.theme,
            **_both("label", i.label),
            **_both("short", i.short),
            "aliases": " | ".join(i.aliases) or None,
            **_both("population", i.population),
            "unit": i.unit,
            "measure": _code(i.measure),
            "registration": _code(i.registration),
            "registered_by": i.registered_by,
            "subset_of": i.subset_of,
            "target_of": i.target_of,
            "breakdown": i.breakdown,
            "ages": i.ages,
            "denominator_for": " | ".join(i.denominator_for) or None,
            **_both("no_rate", i.no_rate),
            **_both("caution", i.caution),
            **_both("note", i.note),
        }

    return _data(
        "indicators",
        "Indicators",
        "The measured concepts.",
        _key("indicator", "Indicator", "Names the indicator."),
        (row(id_, i) for id_, i in indicators.items()),
        {
            "theme": "themes",
            "unit": "units",
            "registered_by": "organisations",
            "subset_of": "indicators",
            "target_of": "indicators",
        },
        required=("label_nl", "label_en", "registration"),
    )


def _themes(themes: Mapping[str, Topic]) -> Data:
    return _data(
        "themes",
        "Themes",
        "The chapters that indicators belong to.",
        _key("theme", "Theme", "Names the theme."),
        (
            {
                "theme": id_,
                **_both("label", t.label),
                "aliases": " | ".join(t.aliases) or None,
            }
            for id_, t in themes.items()
        ),
        {},
        required=("label_nl", "label_en"),
    )


def _regions(regions: Mapping[str, Region]) -> Data:
    return _data(
        "regions",
        "Regions",
        "The areas that figures are about.",
        _key("region", "Region", "Names the region."),
        (
            {
                "region": id_,
                **_both("label", r.label),
                "code": r.code,
                "part_of": r.part_of,
                "aliases": " | ".join(r.aliases) or None,
                **_both("note", r.note),
            }
            for id_, r in regions.items()
        ),
        {},
        required=("label_nl", "label_en"),
    )


def _units(units: Mapping[str, Unit]) -> Data:
    return _data(
        "units",
        "Units",
        "What values count.",
        _key("unit", "Unit", "Names the unit."),
        (
            {"unit": id_, **_both("label", u.label), "kind": _code(u.kind)}
            for id_, u in units.items()
        ),
        {},
        required=("label_nl", "label_en", "kind"),
    )


def _sources(sources: Mapping[str, Source]) -> Data:
    return _data(
        "sources",
        "Sources",
        "The publications that figures and corrections come from.",
        _key("source", "Source", "Names the source."),
        (
            {
                "source": id_,
                "publisher": s.publisher,
                "title": s.title,
                **_both("form", s.form),
                "published": s.published.isoformat() if s.published else None,
                "url": s.url,
                **_both("note", s.note),
            }
            for id_, s in sources.items()
        ),
        {},
        required=("publisher", "title"),
    )


def _organisations(organisations: Mapping[str, Text]) -> Data:
    return _data(
        "organisations",
        "Organisations",
        "The bodies that the source names.",
        _key("organisation", "Organisation", "Names the organisation."),
        ({"organisation": id_, **_both("label", name)} for id_, name in organisations.items()),
        {},
        required=("label_nl", "label_en"),
        columns=("label_nl", "label_en"),
    )


def _statements(statements: Iterable[Statement]) -> Data:
    return _data(
        "statements",
        "Statements",
        "Concerns, developments, events and findings without a number, summarised.",
        _key("statement", "Statement", "Numbers the statement in the order of the page."),
        (
            {
                "statement": str(number),
                "theme": s.theme,
                "region": s.region,
                "kind": _code(s.kind),
                "date": s.date.text if s.date else None,
                "period": s.period.text if s.period else None,
                "locator": s.locator,
                **_both("summary", s.summary),
                "about_data": s.about_data,
            }
            for number, s in enumerate(statements, 1)
        ),
        {"theme": "themes", "region": "regions"},
        required=("region", "kind", "locator", "summary_nl", "summary_en", "about_data"),
        columns=(
            *("theme", "region", "kind", "date", "period", "locator"),
            *("summary_nl", "summary_en", "about_data"),
        ),
    )
