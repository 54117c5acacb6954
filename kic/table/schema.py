"""The JSON Schema (draft 2020-12) of what kic writes with ``--json``."""

from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from kic.model import (
    Correction,
    Gap,
    Indicator,
    Mention,
    Named,
    NotFigure,
    Period,
    Source,
    Statement,
    Text,
)
from kic.model.fields import FIELDS
from kic.model.interval import Interval
from kic.model.text import LANGS
from kic.query.conclusion import Conclusion
from kic.query.themes import ThemeSummary
from kic.table.diff import ABOUT, COMPARED
from kic.table.grid import GRID
from kic.table.rows import (
    EARLIER,
    FIGURE,
    FOUND,
    FOUND_FIGURE,
    INDICATOR,
    NOT_FIGURE,
    SOURCE,
    STATEMENT,
    VERSION,
)

Schema = dict[str, Any]


def output_schema() -> Schema:
    """The schema that every JSON answer of kic is valid against."""
    figure, sources = _record(FIGURE), _values_of(_ref("source"))
    statements = _list_of(_ref("statement"))
    show = {
        "statements": statements,
        "not_figures": _list_of(_ref("not_figure")),
        "indicators": _values_of(_ref("indicator")),
        "sources": sources,
    }
    compare = {"conclusions": _list_of(_ref("conclusion")), "sources": sources}
    also = _object({"figures": _list_of(figure), "statements": statements})
    gaps = {"counts": _counts(), "figures": _list_of(figure), "also": also, "sources": sources}
    answers: dict[str, tuple[Schema, Schema]] = {
        "themes": (_record(ThemeSummary._fields), {"sources": sources}),
        "show": (figure, show),
        "compare": (_ref("series"), compare),
        "gaps": (figure, gaps),
        "grid": (_record(GRID), {"sources": sources}),
        "find": (_record(FOUND, FOUND_FIGURE), {"sources": sources}),
        "diff": (_record(ABOUT, COMPARED), {"sources": sources}),
    }
    # Any answer of which columns or an order were asked for.
    choices = [{"required": [key]} for key in ("columns", "sort")]
    row = _record(tuple(name for name in FIELDS if name not in FOUND_FIGURE), FOUND_FIGURE)
    del row["required"]
    chosen = _document({"enum": list(answers)}, {"anyOf": choices}, row)
    chosen["properties"] |= {k: v for _, beside in answers.values() for k, v in beside.items()}
    whole = [
        _document({"const": command}, {"not": {"anyOf": choices}}, record, **beside)
        for command, (record, beside) in answers.items()
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kic:output:{VERSION}",
        "title": "What kic writes with --json",
        "description": "One object: the question as understood, and the records that answer it.",
        "oneOf": [*whole, chosen],
        "$defs": _definitions(),
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _list_of(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _values_of(value: Schema) -> Schema:
    """An object with any keys, which all hold the same."""
    return {"type": "object", "additionalProperties": value}


def _object(properties: Schema, *, optional: Schema | None = None, **more: Any) -> Schema:
    """An object with exactly these keys, and those it has where there are several publications."""
    return {
        **more,
        "type": "object",
        "properties": properties | (optional or {}),
        "required": list(properties),
        "additionalProperties": False,
    }


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _document(command: Schema, query: Schema, record: Schema, **beside: Schema) -> Schema:
    """The whole answer of a command."""
    identity = _object({"id": {"type": "string"}, "version": {"type": "string"}})
    return _object(
        {
            "schema_version": {"const": VERSION},
            "dataset": identity,
            "command": command,
            "query": {"type": "object", **query},
            "answer": _ref("answer"),
            "left_out": _ref("left_out"),
            "records": _list_of(record),
            **beside,
        },
        optional={"publications": _list_of(identity)},
    )


_FIELDS: dict[str, Schema] = {  # of a record, by their kind or name; any other is a string
    "text": _ref("text"),
    "texts": _list_of(_ref("text")),
    "number": {"type": "number"},
    "count": {"type": "integer", "minimum": 0},
    "flag": {"type": "boolean"},
    "correction": _ref("correction"),
    "repeated": _list_of(_ref("mention")),
    "earlier": _list_of(_ref("earlier")),
    "named": _list_of(_ref("named")),
    "regions": _list_of({"type": "string"}),
    "fields": _list_of(_ref("field")),
    "old": _ref("earlier"),
}


def _record(names: tuple[str, ...], optional: tuple[str, ...] = ()) -> Schema:
    """A record with these fields, each with its title and meaning; of some none may have one."""
    fields = {name: _property(name) for name in names}
    return _object(fields | {name: _property(name, is_optional=True) for name in optional})


def _property(name: str, *, is_optional: bool = False) -> Schema:
    field = FIELDS[name]
    schema = _FIELDS.get(name) or _FIELDS.get(field.kind, {"type": "string"})
    if field.codes:
        codes = {"enum": list(field.codes)}
        schema = _list_of(codes) if field.kind == "list" else codes
    if is_optional or not field.required:
        schema = _or_null(schema)
    return {"title": field.title.en, "description": field.about, **schema}


_TYPES: dict[Any, Schema] = {  # of the fields of parts; any other is a code list
    str: {"type": "string"},
    Period: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Text: _ref("text"),
    Named: _ref("named"),
    Interval: _ref("interval"),
}


def _part(part: type, names: tuple[str, ...] = (), **more: Any) -> Schema:
    """A part of a dataset or an answer, as its type has it."""
    hints = get_type_hints(part)
    return _object({name: _of(hints[name]) for name in names or hints}, **more)


def _of(hint: Any) -> Schema:
    """The schema of a value of a type."""
    arguments = get_args(hint)
    if get_origin(hint) is Literal:
        return {"enum": list(arguments)}
    if NoneType in arguments:
        return _or_null(_of(arguments[0]))
    if arguments:
        return _list_of(_of(arguments[0]))
    if hint is Gap:
        return _part(Gap)
    return _TYPES.get(hint) or {"enum": list(hint)}


def _counts() -> Schema:
    """How many gaps there are, by what they have in common."""
    number = {"type": "integer", "minimum": 0}
    groups = {
        name: _list_of(_object({name: _or_null({"type": "string"}), "gaps": number}))
        for name in ("theme", "region", "named")
    }
    numbers = _values_of(number)
    return _object(
        {"total": number, "kind": numbers, "registration": numbers, **groups, "not_stated": number}
    )


def _definitions() -> Schema:
    string, number, texts = {"type": "string"}, {"type": "number"}, _list_of(_ref("text"))
    interval, figure = _or_null(_ref("interval")), _record(FIGURE)
    bounds = dict.fromkeys(("value", "lower", "upper"), _or_null(number))
    change = {
        "from": string,
        "to": string,
        "absolute": interval,
        "percent": interval,
        "percentage_points": {"type": "boolean"},
        "direction": {"enum": ["up", "down", "stable", "unclear", None]},
        "notes": texts,
    }
    series = {
        "indicator": string,
        "label": _ref("text"),
        "region": string,
        "unit": _or_null(string),
        "points": _list_of(figure),
        "changes": _list_of(_ref("change")),
        "ratios": _list_of(_ref("ratio")),
        "notes": texts,
    }
    ratio = {
        "period": _or_null(string),
        "per": {"type": "integer"},
        "ratio": interval,
        "whole": _or_null(figure),
        "refusal": _or_null(_ref("text")),
        "notes": texts,
    }
    return {
        "answer": _object(
            {
                "nl": string,
                "en": string,
                "numbers": _values_of({"anyOf": [{"type": "integer"}, _ref("interval")]}),
            },
            description="The line that answers, with the numbers that are in it.",
        ),
        "left_out": _values_of(_values_of({"type": "integer", "minimum": 1}))
        | {"description": "What each filter or limit leaves out, counted by what it is."},
        "not_figure": _part(NotFigure, NOT_FIGURE),
        "text": _object(
            dict.fromkeys(LANGS, _or_null(string)),
            description="A text in Dutch and English; null where it is in the other alone.",
        ),
        "interval": _object(
            bounds, description="A number and its bounds; null is what is not known."
        ),
        "field": _object(
            {"field": string, "old": {}, "new": {}},
            description="A field that differs, with its value in both datasets.",
        ),
        "correction": _part(Correction),
        "mention": _part(Mention),
        "earlier": _record(EARLIER),
        "source": _part(Source, SOURCE),
        "statement": _part(Statement, STATEMENT, optional={"source": _property("source")}),
        "indicator": _part(Indicator, INDICATOR),
        "change": _object(change, description="From one period to the next of a series."),
        "ratio": _object(ratio, description="A figure as a rate per so many, or as a share."),
        "conclusion": _part(Conclusion, description="What regions say beside each other."),
        "named": _part(Named, description="An organisation that the source names, and as what."),
        "series": _object(series, description="One indicator in one region, in order of time."),
    }
