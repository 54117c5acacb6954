"""The JSON Schema (draft 2020-12) of what kic writes with ``--json``."""

from typing import Any

from kic.fields import FIELDS
from kic.model import Record, Registration, StatementKind
from kic.query import ThemeSummary
from kic.rows import VERSION
from kic.search import Hit

Schema = dict[str, Any]

_TEXT: Schema = {"$ref": "#/$defs/text"}
_SPECIAL: dict[str, Schema] = {  # what is an object, or a list of something else than texts
    "correction": {"$ref": "#/$defs/correction"},
    "repeated": {"type": "array", "items": {"$ref": "#/$defs/mention"}},
    "regions": {"type": "array", "items": {"type": "string"}},
}
_NEVER_NULL = {
    *("indicator", "label", "region", "status", "registration", "locator", "source"),
    *("kind", "id", "matched", "match", "indicators", "figures", "gaps"),
    *("not_stated", "statements", "notes", "repeated", "regions", "change_notes"),
}
_GAP = ("missing", "strength", "since", "responsible")


def output_schema() -> Schema:
    """The schema that every JSON answer of kic is valid against."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kic:output:{VERSION}",
        "title": "What kic writes with --json",
        "description": "One object: the question as understood, and the records that answer it.",
        "oneOf": [
            _document("themes", _record(ThemeSummary._fields), sources=_sources()),
            _document("show", _record(_figure()), **_beside_figures()),
            _document("compare", {"$ref": "#/$defs/series"}, sources=_sources()),
            _document("gaps", _record((*_figure(), *_GAP)), counts=_counts(), sources=_sources()),
            _document("find", _record(Hit._fields)),
            _selected(),
        ],
        "$defs": _definitions(),
    }


def _figure() -> tuple[str, ...]:
    return tuple(name for name in Record._fields if name != "gap")


def _object(properties: Schema, *, description: str | None = None) -> Schema:
    """An object with exactly these keys."""
    told: Schema = {"description": description} if description else {}
    return {
        **told,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _property(name: str) -> Schema:
    """A field of a record, with its title and meaning."""
    field = FIELDS[name]
    match field.kind:
        case "text":
            schema = _TEXT
        case "texts":
            schema = {"type": "array", "items": _TEXT}
        case "number":
            schema = {"type": "number"}
        case "count":
            schema = {"type": "integer", "minimum": 0}
        case "flag":
            schema = {"type": "boolean"}
        case _:
            schema = {"enum": list(field.codes)} if field.codes else {"type": "string"}
    schema = _SPECIAL.get(name, schema)
    if name not in _NEVER_NULL:
        schema = _or_null(schema)
    return {"title": field.title.en, "description": field.about, **schema}


def _record(names: tuple[str, ...]) -> Schema:
    return _object({name: _property(name) for name in names})


def _document(command: str, record: Schema, **beside: Schema) -> Schema:
    """The whole answer of one command."""
    asked = {"type": "object", "not": {"anyOf": [{"required": [k]} for k in _CHOICES]}}
    return _object(_head(command, asked) | _records(record) | beside)


_CHOICES = ("columns", "sort", "limit")


def _selected() -> Schema:
    """Any answer of which columns, an order or a number of rows were asked for."""
    row = {
        "type": "object",
        "properties": {name: _property(name) for name in FIELDS},
        "additionalProperties": False,
    }
    asked = {"type": "object", "anyOf": [{"required": [k]} for k in _CHOICES]}
    document = _object(_head(None, asked) | _records(row))
    document["properties"] |= {**_beside_figures(), "counts": _counts()}
    return document


def _head(command: str | None, asked: Schema) -> Schema:
    names = ["themes", "show", "compare", "gaps", "find"]
    return {
        "schema_version": {"const": VERSION},
        "dataset": _object({"id": {"type": "string"}, "version": {"type": "string"}}),
        "command": {"const": command} if command else {"enum": names},
        "query": asked,
    }


def _records(record: Schema) -> Schema:
    return {"records": {"type": "array", "items": record}}


def _beside_figures() -> Schema:
    statements = {"type": "array", "items": {"$ref": "#/$defs/statement"}}
    indicators = {"type": "object", "additionalProperties": {"$ref": "#/$defs/indicator"}}
    return {"statements": statements, "indicators": indicators, "sources": _sources()}


def _sources() -> Schema:
    return {"type": "object", "additionalProperties": {"$ref": "#/$defs/source"}}


def _counts() -> Schema:
    number = {"type": "integer", "minimum": 0}
    numbers = {"type": "object", "additionalProperties": number}
    by_theme = _object({"theme": _or_null({"type": "string"}), "gaps": number})
    return _object(
        {
            "total": number,
            "registration": numbers,
            "reason": numbers,
            "theme": {"type": "array", "items": by_theme},
            "not_stated": number,
        }
    )


def _definitions() -> Schema:
    string = {"type": "string"}
    some_text = _or_null(_TEXT)
    some_id = _or_null(string)
    number = _or_null({"type": "number"})
    texts = {"type": "array", "items": _TEXT}
    change = {
        "from": string,
        "to": string,
        "absolute": _or_null({"$ref": "#/$defs/interval"}),
        "percent": _or_null({"$ref": "#/$defs/interval"}),
        "percentage_points": {"type": "boolean"},
        "direction": {"enum": ["up", "down", "stable", None]},
        "notes": texts,
    }
    series = {
        "indicator": string,
        "label": _TEXT,
        "region": string,
        "unit": some_id,
        "points": {"type": "array", "items": _record(_figure())},
        "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}},
        "notes": texts,
    }
    gap = {
        "region": some_id,
        "missing": _TEXT,
        "strength": some_text,
        "since": some_text,
        "responsible": some_id,
    }
    indicator = {
        "theme": some_id,
        "label": _TEXT,
        "aliases": {"type": "array", "items": string},
        "population": some_text,
        "unit": some_id,
        "measure": _property("measure"),
        "registration": {"enum": list(Registration)},
        "region": string,
        "registered_by": some_id,
        "subset_of": some_id,
        "target_of": some_id,
        "breakdown": some_id,
        "note": some_text,
        "gaps": {"type": "array", "items": _object(gap)},
    }
    statement = {
        "theme": some_id,
        "region": string,
        "kind": {"enum": list(StatementKind)},
        "date": some_id,
        "period": some_id,
        "summary": _TEXT,
        "locator": string,
    }
    source = {
        "publisher": string,
        "title": string,
        "published": some_id,
        "url": some_id,
        "note": some_text,
    }
    return {
        "text": _object({"nl": string, "en": string}, description="A text in Dutch and English."),
        "interval": _object(
            {"value": number, "lower": number, "upper": number},
            description="A number and its bounds; null is what is not known.",
        ),
        "correction": _object({"source": string, "reason": _TEXT}),
        "mention": _object({"locator": string, "as_printed": string}),
        "source": _object(source),
        "statement": _object(statement),
        "indicator": _object(indicator),
        "change": _object(change, description="From one period to the next of a series."),
        "series": _object(series, description="One indicator in one region, in order of time."),
    }
