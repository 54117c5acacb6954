"""JSON Schemas (draft 2020-12): of what kic writes with ``--json``, and of a dataset."""

from typing import Any

from kic.model import ID, File, GapKind, Registration, StatementKind
from kic.model.fields import FIELDS
from kic.query.search import Hit
from kic.query.verbs import GridCell, ThemeSummary
from kic.table.rows import EARLIER, FIGURE, VERSION

Schema = dict[str, Any]

_TEXT: Schema = {"$ref": "#/$defs/text"}
_SPECIAL: dict[str, Schema] = {  # what is an object, or a list of something else than texts
    "correction": {"$ref": "#/$defs/correction"},
    "repeated": {"type": "array", "items": {"$ref": "#/$defs/mention"}},
    "earlier": {"type": "array", "items": {"$ref": "#/$defs/earlier"}},
    "named": {"type": "array", "items": {"$ref": "#/$defs/named"}},
    "regions": {"type": "array", "items": {"type": "string"}},
}
_NEVER_NULL = {
    *("indicator", "label", "region", "status", "registration", "source"),
    *("kind", "id", "matched", "match", "indicators", "gaps"),
    *("with_number", "in_words", "neither", "statements"),
    *("not_national", "incomplete", "unavailable", "unclear", "concluded"),
    *("cautions", "notes", "inferred", "named", "repeated", "earlier", "regions"),
    *("change_notes", "ratio_notes"),
}


def output_schema() -> Schema:
    """The schema that every JSON answer of kic is valid against."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kic:output:{VERSION}",
        "title": "What kic writes with --json",
        "description": "One object: the question as understood, and the records that answer it.",
        "oneOf": [
            _document("themes", _record(ThemeSummary._fields), sources=_sources()),
            _document("show", _record(FIGURE), **_beside_figures()),
            _document(
                "compare",
                {"$ref": "#/$defs/series"},
                conclusions=_conclusions(),
                sources=_sources(),
            ),
            _document("gaps", _record(FIGURE), counts=_counts(), also=_also(), sources=_sources()),
            _document("grid", _record(GridCell._fields), sources=_sources()),
            _document("find", _record(Hit._fields)),
            _selected(),
        ],
        "$defs": _definitions(),
    }


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
        case "list":
            schema = {"type": "array", "items": {"enum": list(field.codes)}}
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
    document["properties"] |= {
        **_beside_figures(),
        "counts": _counts(),
        "also": _also(),
        "conclusions": _conclusions(),
    }
    return document


def _head(command: str | None, asked: Schema) -> Schema:
    names = ["themes", "show", "compare", "gaps", "grid", "find"]
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


def _conclusions() -> Schema:
    return {"type": "array", "items": {"$ref": "#/$defs/conclusion"}}


def _also() -> Schema:
    """What else the source tells of knowledge in the regions asked for."""
    statements = {"type": "array", "items": {"$ref": "#/$defs/statement"}}
    return _object(
        {"figures": {"type": "array", "items": _record(FIGURE)}, "statements": statements}
    )


def _counts() -> Schema:
    number = {"type": "integer", "minimum": 0}
    numbers = {"type": "object", "additionalProperties": number}
    by = {
        name: _object({name: _or_null({"type": "string"}), "gaps": number})
        for name in ("theme", "region", "named")
    }
    return _object(
        {
            "total": number,
            "kind": numbers,
            "registration": numbers,
            **{name: {"type": "array", "items": group} for name, group in by.items()},
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
        "direction": {"enum": ["up", "down", "stable", "unclear", None]},
        "notes": texts,
    }
    series = {
        "indicator": string,
        "label": _TEXT,
        "region": string,
        "unit": some_id,
        "points": {"type": "array", "items": _record(FIGURE)},
        "changes": {"type": "array", "items": {"$ref": "#/$defs/change"}},
        "ratios": {"type": "array", "items": {"$ref": "#/$defs/ratio"}},
        "notes": texts,
    }
    ratio = {
        "period": some_id,
        "per": {"type": "integer"},
        "ratio": _or_null({"$ref": "#/$defs/interval"}),
        "whole": _or_null(_record(FIGURE)),
        "refusal": some_text,
        "notes": texts,
    }
    conclusion = {
        "indicator": string,
        "label": _TEXT,
        "period": string,
        "regions": {"type": "array", "items": string},
        "per": {"type": "integer"},
        "outcome": {"enum": ["higher", "equal", "unclear"]},
        "region": some_id,
        "reasons": texts,
    }
    gap = {
        "region": some_id,
        "kind": {"enum": list(GapKind)},
        "missing": _TEXT,
        "as_printed": some_id,
        "translation": some_id,
        "since": some_text,
    }
    named = {"organisation": string, "role": _TEXT}
    indicator = {
        "theme": some_id,
        "label": _TEXT,
        "short": some_text,
        "aliases": {"type": "array", "items": string},
        "population": some_text,
        "unit": some_id,
        "measure": _property("measure"),
        "registration": {"enum": list(Registration)},
        "region": string,
        "registered_by": some_id,
        "named": {"type": "array", "items": {"$ref": "#/$defs/named"}},
        "subset_of": some_id,
        "target_of": some_id,
        "breakdown": some_id,
        "ages": some_id,
        "denominator_for": {"type": "array", "items": string},
        "no_rate": some_text,
        "caution": some_text,
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
        "about_data": {"type": "boolean"},
    }
    source = {
        "publisher": string,
        "title": string,
        "form": some_text,
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
        "earlier": _record(EARLIER),
        "source": _object(source),
        "statement": _object(statement),
        "indicator": _object(indicator),
        "change": _object(change, description="From one period to the next of a series."),
        "ratio": _object(ratio, description="A figure as a rate per so many, or as a share."),
        "conclusion": _object(conclusion, description="What regions say beside each other."),
        "named": _object(named, description="An organisation that the source names, and as what."),
        "series": _object(series, description="One indicator in one region, in order of time."),
    }


# -------------------------------------------------------------------- the dataset's own

_KEYS = {  # of the parts of a file, what no field of a record says
    "dataset": "What the dataset as a whole is called, and the source of all that names no other.",
    "sources": "The publications, each under an id.",
    "organisations": "The bodies that the source names, each under an id.",
    "themes": "The chapters that indicators belong to, each under an id.",
    "regions": "The areas that figures are about, each under an id.",
    "units": "What values count, each under an id.",
    "indicators": "What is counted, each under an id, with its figures and gaps.",
    "statements": "Concerns, developments, events and findings without a number.",
    "not_figures": "Numerals of the page that are no figures, and why.",
    "version": "The version of the dataset, as 1.0.0.",
    "builds_on": "The id of the dataset whose indicators this one adds figures to.",
    "license": "The licence of the dataset, by its SPDX id.",
    "figures": "The figures of the indicator, one for each region and period.",
    "gaps": "What is not known, one for each region.",
    "below": "The bound of less_than, itself excluded.",
    "reason": "Why: of a missing number, a correction, or a numeral that is no figure.",
    "organisation": "The organisation that is named, by its id.",
    "role": "As what the source names it.",
    "translation": "The words of as_printed in the other language.",
    "caution_source": "The source of what the caution says, where it is another.",
    "rounded_to": "What a rounded number is a multiple of; it lies within half of this.",
    "note_source": "The source of what the note says.",
    "layout": "How the text of the page is laid out, for kic validate --source.",
    "bullet": "What begins a bullet.",
    "lists": "The heading of each list; empty for the bullets before the first heading.",
    "paragraphs": "The first words of single paragraphs, by locator.",
    "nl": "The text in Dutch.",
    "en": "The text in English.",
}


def _way(required: list[str], qualifiers: list[str], *forbidden: str) -> Schema:
    """One way in which a figure may hold its number, or the reason for its absence."""
    allowed: Schema | bool = {"enum": qualifiers} if qualifiers else False
    banned = dict.fromkeys(forbidden, False)
    return {"required": required, "properties": {"qualifier": allowed, **banned}}


_WHY = ("words", "reason")
_WAYS = [
    _way(["qualifier", "value"], ["exact", "at_least", "estimate"], "below", "rounded_to", *_WHY),
    _way(["qualifier", "value", "rounded_to"], ["rounded"], "below", *_WHY),
    _way(["qualifier", "below"], ["less_than"], "value", "rounded_to", *_WHY),
    _way(["qualifier", "words"], ["words"], "value", "below", "rounded_to"),
    _way([], [], "value", "below", "rounded_to", "words"),
]


def dataset_schema() -> Schema:
    """The schema of a dataset's TOML, for editors that complete and check while typing.

    What records must satisfy together, and whether a date exists, only ``kic validate``
    can tell.
    """
    schema = File.model_json_schema()
    parts = schema.pop("$defs")
    parts["Text"] |= {"minProperties": 1}
    del parts["Text"]["required"]
    parts["Figure"]["oneOf"] = _WAYS
    indicator = parts["Indicator"]
    parts["Addition"] = {
        "description": "Figures and gaps for an indicator that another edition defines.",
        **{key: indicator[key] for key in ("type", "additionalProperties")},
        "properties": {key: dict(indicator["properties"][key]) for key in ("figures", "gaps")},
    }
    [defined] = schema["properties"]["indicators"]["patternProperties"].values()
    # By what only a definition has, so that a faulty one is not told as a faulty addition.
    schema["properties"]["indicators"]["patternProperties"] = {
        ID: {
            "if": {"anyOf": [{"required": [key]} for key in ("label", "region", "theme")]},
            "then": dict(defined),
            "else": {"$ref": "#/$defs/Addition"},
        }
    }
    for part in (schema, *parts.values()):
        part.pop("title", None)
        for name, described in part.get("properties", {}).items():
            described.pop("title", None)
            if "patternProperties" in described:
                described["additionalProperties"] = False  # no other ids
            field = FIELDS.get(name)
            described["description"] = _KEYS.get(name) or (field.about if field else "")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:kic:dataset:2",
        "title": "A dataset of kic",
        **schema,
        "$defs": parts,
    }
