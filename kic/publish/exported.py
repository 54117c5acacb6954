"""A dataset as related tables of plain values, ready for any form of publication.

The columns of a table are the fields of a model: what they hold and mean is described in
:mod:`kic.model.fields`, and the types of the model say which of them are always filled.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, get_type_hints

from kic.dataset import Dataset
from kic.model import (
    DatasetInfo,
    Indicator,
    Lang,
    Named,
    Period,
    Record,
    Region,
    Source,
    Statement,
    Text,
    Topic,
    Unit,
)
from kic.model.field import Field
from kic.model.fields import FIELDS
from kic.model.wording import text
from kic.query.change import Series, series
from kic.table.delimited import Value, delimited
from kic.table.rows import figure_row, plain


class License(NamedTuple):
    """A licence that publications know by more than its name."""

    title: str
    path: str


LICENSES = {
    "CC-BY-4.0": License(
        "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"
    )
}


class ExportColumn(NamedTuple):
    """A column by its name, its title and meaning in English, and what it holds.

    ``kind`` is string, number, integer, boolean or date; ``codes`` are all the values it can
    have; a ``required`` column has a value in every row.
    """

    name: str
    title: str
    about: str
    kind: str = "string"
    codes: tuple[str, ...] = ()
    required: bool = False


class Link(NamedTuple):
    """A column that names a row of another table by the key of that table."""

    column: str
    table: str
    key: str


class ExportTable(NamedTuple):
    """A table: its columns, the first of which is its key, its links, and its rows."""

    name: str
    title: str
    about: str
    columns: tuple[ExportColumn, ...]
    links: tuple[Link, ...]
    rows: tuple[dict[str, Value], ...]

    @property
    def key(self) -> str:
        """The name of the column that names each row."""
        return self.columns[0].name


class Export(NamedTuple):
    """All tables of a dataset by their names, with what is known of the dataset as a whole.

    ``series`` are its figures with the changes between them.
    """

    dataset: Dataset
    info: DatasetInfo
    source: Source
    tables: Mapping[str, ExportTable]
    series: tuple[Series, ...]

    @property
    def filled(self) -> list[ExportTable]:
        """The tables that have rows, with the links between these."""
        filled = {name for name, table in self.tables.items() if table.rows}
        return [
            table._replace(links=tuple(link for link in table.links if link.table in filled))
            for name, table in self.tables.items()
            if name in filled
        ]


class _Plan(NamedTuple):
    """What is published of a model: its table, the key of that, and its fields in order."""

    model: type
    key: str
    about: str
    fields: tuple[str, ...]


_PLANS = {
    "figures": _Plan(
        Record,
        "figure",
        "The observations: one value, or the reason for its absence, of one indicator for one "
        "region and one period.",
        (
            *("theme", "indicator", "region"),
            *("period", "period_start", "period_end", "period_kind"),
            *("value", "lower", "upper", "qualifier", "unit", "status", "reason", "words"),
            *("registration", "registered_by", "named"),
            *("gap", "missing", "gap_as_printed", "gap_translation", "since"),
            *("measure", "trend", "trend_as_printed", "as_printed", "locator", "source"),
            *("earlier", "correction", "correction_source", "inferred", "cautions", "notes"),
        ),
    ),
    "indicators": _Plan(
        Indicator,
        "indicator",
        "The measured concepts.",
        (
            *("theme", "label", "short", "aliases", "population", "unit", "measure"),
            *("registration", "registered_by", "subset_of", "target_of", "breakdown", "ages"),
            *("denominator_for", "no_rate", "caution", "note"),
        ),
    ),
    "themes": _Plan(
        Topic, "theme", "The chapters that indicators belong to.", ("label", "aliases")
    ),
    "regions": _Plan(
        Region,
        "region",
        "The areas that figures are about.",
        ("label", "code", "code_list", "part_of", "aliases", "note"),
    ),
    "units": _Plan(Unit, "unit", "What values count.", ("label", "kind", "per", "currency")),
    "sources": _Plan(
        Source,
        "source",
        "The publications that figures and corrections come from.",
        ("publisher", "title", "form", "published", "url", "note"),
    ),
    "organisations": _Plan(Topic, "organisation", "The bodies that the source names.", ("label",)),
    "statements": _Plan(
        Statement,
        "statement",
        "Concerns, developments, events and findings without a number, summarised.",
        ("theme", "region", "kind", "date", "period", "locator", "summary", "about_data"),
    ),
}
TABLES = tuple(_PLANS)
_KEYS = {  # what each key is, beyond a name
    "figure": "Names the figure: indicator, period and region.",
    "statement": "Numbers the statement in the order of the page.",
}
_LINKS = {  # the columns that name a row of another table
    "theme": "themes",
    "indicator": "indicators",
    "region": "regions",
    "unit": "units",
    "source": "sources",
    "correction_source": "sources",
    "registered_by": "organisations",
    "subset_of": "indicators",
    "target_of": "indicators",
}
_FIELDS = FIELDS | {
    "period_start": Field(
        text("Periode, eerste dag", "Period, first day"), "The first day of the period.", "date"
    ),
    "period_end": Field(
        text("Periode, laatste dag", "Period, last day"), "The last day of the period.", "date"
    ),
    "period_kind": Field(
        text("Soort periode", "Kind of period"),
        "year, half_year, quarter, month, day, school_year (from 1 August), or years-2 for a "
        "total over two years; periods of one kind compare.",
    ),
}
_KINDS = {"number": "number", "count": "integer", "flag": "boolean", "date": "date"}
_LANGUAGES: dict[Lang, str] = {"nl": " (Dutch)", "en": " (English)"}


def exported(dataset: Dataset) -> Export:
    """The dataset as related tables; texts have a column for each language."""
    rows: dict[str, Iterable[tuple[str, Mapping[str, Any]]]] = {
        "figures": ((figure_id(r), _figure(r)) for r in dataset.records),
        "organisations": ((id_, {"label": name}) for id_, name in dataset.organisations.items()),
        "statements": ((str(n), dict(s)) for n, s in enumerate(dataset.statements, 1)),
    }
    for name in ("indicators", "themes", "regions", "units", "sources"):
        rows[name] = ((id_, dict(part)) for id_, part in getattr(dataset, name).items())
    return Export(
        dataset,
        *_together(dataset),
        {name: _table(name, plan, rows[name]) for name, plan in _PLANS.items()},
        series(dataset, dataset.records),
    )


def _together(dataset: Dataset) -> tuple[DatasetInfo, Source]:
    """The head and the publication of the whole: of several, what they have together."""
    *others, info = dataset.publications
    if not others:
        return info, dataset.own[info.source]
    below = {other.builds_on for other in dataset.publications}
    last = [each for each in dataset.publications if each.id not in below]
    sources = dataset.own.values()
    whole = {
        "id": "_".join(each.id for each in last),
        "title": dataset.title,
        "license": " AND ".join(dict.fromkeys(each.license for each in dataset.publications)),
    }
    dates = [source.published for source in sources if source.published]
    source = Source(
        publisher="; ".join(dict.fromkeys(source.publisher for source in sources)),
        title="; ".join(dict.fromkeys(source.title for source in sources)),
        published=max(dates, default=None),
    )
    return info.model_copy(update=whole), source


def figure_id(record: Record) -> str:
    """The key of a figure within its dataset: indicator, period and region."""
    return f"{record.indicator}:{record.period}:{record.region}"


def csv_bytes(table: ExportTable) -> bytes:
    """A table as CSV in UTF-8, with a header."""
    head = [column.name for column in table.columns]
    return delimited([head, *(row.values() for row in table.rows)]).encode("utf-8")


def _figure(record: Record) -> dict[str, Any]:
    """A figure flat, with its period in parts and its correction apart from the source of that."""
    period = record.period
    return figure_row(record) | {
        "period_start": period.start.isoformat() if period.known else None,
        "period_end": period.end.isoformat() if period.known else None,
        "period_kind": period.kind if period.known else None,
        "correction": record.correction and record.correction.reason,
        "correction_source": record.correction and record.correction.source,
    }


def _table(name: str, plan: _Plan, rows: Iterable[tuple[str, Mapping[str, Any]]]) -> ExportTable:
    """The table of a plan, from the key and the fields of each of its rows."""
    columns = list(_columns(plan))
    filled = tuple(
        {plan.key: key, **{c.name: cell(values[field], lang) for field, lang, c in columns}}
        for key, values in rows
    )
    about = _KEYS.get(plan.key, f"Names the {plan.key}.")
    key = ExportColumn(plan.key, plan.key.capitalize(), about, required=True)
    links = (
        Link(column, table, _PLANS[table].key)
        for column, table in _LINKS.items()
        if column in plan.fields
    )
    # A text that is in the other language alone leaves its column empty.
    described = (key, *(_held(column, filled) for _, _, column in columns))
    return ExportTable(name, name.capitalize(), plan.about, described, tuple(links), filled)


def _held(column: ExportColumn, rows: Iterable[dict[str, Value]]) -> ExportColumn:
    """A column as its rows fill it: required only where every one has it.

    One of dates holds strings where one of them is a year or a month.
    """
    values = [row[column.name] for row in rows]
    is_cut = any(value is not None and len(str(value)) < len("2021-11-30") for value in values)
    return column._replace(
        kind="string" if column.kind == "date" and is_cut else column.kind,
        required=column.required and None not in values,
    )


def _columns(plan: _Plan) -> Iterator[tuple[str, Lang, ExportColumn]]:
    """The columns of a plan, each with the field and the language that it holds."""
    types = get_type_hints(plan.model)
    for name in plan.fields:
        field = _FIELDS[name]
        type_ = types.get(name)
        column = ExportColumn(
            name,
            field.title.en,
            field.about,
            _KINDS.get(field.kind, "string"),
            () if field.kind == "list" else field.codes,  # several in one cell are no code
            # Neither a union with None nor a tuple is a type; a period may be unknown.
            required=isinstance(type_, type) and type_ is not Period,
        )
        if field.kind in ("text", "texts") and name != "earlier":  # printed in one language
            yield from (
                (name, lang, column._replace(name=f"{name}_{lang}", title=column.title + words))
                for lang, words in _LANGUAGES.items()
            )
        else:
            yield name, "en", column


def cell(value: Any, lang: Lang) -> Value:
    """A value of the model as one of a cell; of texts what is in this language."""
    if isinstance(value, Text):
        return value.given(lang)
    if type(value) is tuple:  # a period is a tuple of another kind
        value = [item for item in value if _is_in(item, lang)]
    found: Value | list[str] = plain(value, lang)
    return " | ".join(found) or None if isinstance(found, list) else found


def _is_in(item: Any, lang: Lang) -> bool:
    """Whether one of several is in a language, or in none."""
    words = item.role if isinstance(item, Named) else item
    return not isinstance(words, Text) or words.given(lang) is not None
