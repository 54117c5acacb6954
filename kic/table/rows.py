"""An answer as records for programs: every field under its name, numbers raw.

The rows of :class:`Data` are flat, its records follow the documented JSON, in which the points
and changes of a comparison stand together.  The module of each verb makes those of its answer;
:func:`records` gives them in Python's own types.
"""

from collections.abc import Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from kic.dataset import Dataset
from kic.model import Correction, Lang, Mention, Named, Period, Record, Statement, Text

if TYPE_CHECKING:  # nobody needs all of them at once
    from kic.query.cite import Citations
    from kic.query.compare import Comparison
    from kic.query.diff import Diff
    from kic.query.find import Hits
    from kic.query.gaps import Gaps
    from kic.query.grid import Grid
    from kic.query.show import Selection
    from kic.query.themes import Themes

    Answer: TypeAlias = Themes | Selection | Comparison | Gaps | Grid | Hits | Citations | Diff

VERSION = 3  # of the names and the shape of the records, given in every JSON answer

Row = dict[str, Any]

GAP = {  # the fields of a gap, flat, with where each comes from
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
    for name in (GAP if field == "gap" else (field,))
)
# What the JSON has of a figure that a later edition revised.
EARLIER = (
    *("value", "lower", "upper", "qualifier", "unit", "status"),
    *("words", "reason", "as_printed", "locator", "source", "correction"),
)
STATEMENT = (
    *("theme", "region", "kind", "date", "period", "summary", "locator"),
    "about_data",
)
FOUND = ("kind", "id", "theme", "label", "matched", "match", "later")
# What a hit has of its figure, all of it null where it has none.
FOUND_FIGURE = tuple(name for name in FIGURE if name not in FOUND)
NOT_FIGURE = ("locator", "as_printed", "reason")
SOURCE = ("publisher", "title", "form", "published", "url", "note")
INDICATOR = (
    *("theme", "label", "short", "aliases", "population", "unit", "measure"),
    *("registration", "region", "registered_by", "named", "subset_of", "target_of"),
    *("breakdown", "ages", "denominator_for", "no_rate", "caution", "note", "gaps"),
)


class Data(NamedTuple):
    """What programs read of an answer.

    ``rows`` are flat, with the fields named in ``columns``, of which people see those that are
    ``shown`` where they sort or cut the rows and name none; where they are about figures,
    ``figures`` has one for each that is about one, and ``notes`` what people are told once of
    several rows that have it.  The JSON has ``series`` in their place, where there are any, and
    ``extra`` beside its records.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    shown: tuple[str, ...] = ()
    series: tuple[Row, ...] = ()
    figures: tuple[Record | None, ...] = ()
    notes: tuple[Text, ...] = ()
    extra: Mapping[str, Any] = MappingProxyType({})

    @property
    def records(self) -> tuple[Row, ...]:
        """The records of the JSON: the rows, but a comparison has one for each series."""
        return self.series or self.rows


def records(answer: "Answer", lang: Lang = "nl") -> list[Row]:
    """The answer as a list of plain dictionaries, as pandas and polars take them.

    Every dictionary has the same keys, those of CSV and of the JSON records.  Numbers are
    raw, in the unit under ``unit``; what is not known is None; texts are in ``lang``.
    """
    verb = type(answer).__module__.rpartition(".")[2]
    data: Data = import_module(f"kic.table.{verb}").rows(answer)
    return [{name: plain(value, lang) for name, value in row.items()} for row in data.rows]


def listed(parts: Iterable[object], names: tuple[str, ...], shown: tuple[str, ...]) -> Data:
    """Parts of an answer that are no figures as rows with these fields."""
    return Data(names, tuple(row(part, names) for part in parts), shown)


def plain(value: Any, lang: Lang) -> Any:
    """A value of a row as a string, a number, a truth value, a list of strings, or None."""
    match value:
        case Text():
            return value.of(lang)
        case Period():
            return value.text
        case Correction():
            return f"{plain(value.reason, lang)} ({value.source})"
        case Record():  # of an earlier edition; what stands there, or why nothing does
            printed = value.as_printed or value.reason
            plan = " (target)" if value.is_plan else ""
            return f"{value.source}: {value.typed if value.correction else printed}{plan}"
        case Mention():
            return f"{value.locator}: {value.as_printed}"
        case Named():
            return f"{value.organisation}: {plain(value.role, lang)}"
        case {"field": name, "old": old, "new": new}:
            both = ((v if type(v) is tuple else (v,)) for v in (old, new))
            told = ((str(plain(v, lang)) for v in items if v is not None) for items in both)
            return f"{name}: {' -> '.join(map('; '.join, told))}"
        case tuple() | list():
            return [plain(item, lang) for item in value]
        case str():
            return str(value)  # a code is a string and no longer a member of its list
        case float():
            return float(value)  # of a computed number only what programs take
        case _:
            return value


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
    gap = {name: getattr(record.gap, field, None) for name, field in GAP.items()}
    fields = {name: gap[name] if name in gap else getattr(record, name) for name in FIGURE}
    if not (record.period.known or record.interval.known or record.worded):
        fields["period"] = None
    return fields
