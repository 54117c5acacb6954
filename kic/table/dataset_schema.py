"""The JSON Schema (draft 2020-12) of a dataset's TOML."""

from collections.abc import Iterator

from kic.model import FILLED, ID, REGION_CODE, SAID, File, UnitKind
from kic.model.fields import FIELDS
from kic.model.figure import HOLDING, HOLDS
from kic.model.grouping import grouped
from kic.model.parts import UNIT_KEYS
from kic.table.schema import Schema

_KEYS = {name: field.about for name, field in FIELDS.items()} | {  # of the parts of a file
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
    "languages": "The languages of its texts; where it is one, a text is a plain string.",
    "builds_on": "The id of the dataset whose indicators this one adds figures to.",
    "context": "The indicators on which the figures for comparison of kic have more.",
    "compiler": "Who made the dataset, where it is told who inferred, corrected or translated.",
    "highlights": "The indicators that a page about the dataset begins with.",
    "license": "The licence of the dataset, by its SPDX id.",
    "figures": "The figures of the indicator, one for each region and period.",
    "gaps": "What is not known, one for each region.",
    "above": "The bound of more_than, itself excluded.",
    "below": "The bound of less_than, itself excluded.",
    "lower": "The lower bound of a range.",
    "upper": "The upper bound of a range, or of at_most.",
    "reason": "Why: of a missing number, a correction, or a numeral that is no figure.",
    "organisation": "The organisation that is named, by its id.",
    "role": "As what the source names it.",
    "translation": "The words of as_printed in the other language.",
    "caution_source": "The source of what the caution says, where it is another.",
    "rounded_to": "What a rounded number is a multiple of; it lies within half of this.",
    "note_source": "The source of what the note says.",
    "layout": "How the text of the page is laid out, for kic validate --source.",
    "lang": "The language of the page: nl or en.",
    "bullet": "What begins a bullet; a digit in it stands for any number, as in 1.",
    "lists": "The heading of each list; empty for the bullets before the first heading.",
    "running_text": "What the list of all other paragraphs under a theme is called in locators.",
    "paragraphs": "The first words of single paragraphs, by locator.",
    "tables": "The first words of the captions of tables, by locator.",
    "breaks": "Whether its series breaks here, beside another status; alone that is the status B.",
    "period_from": "heading, where the period stands in a heading above the place.",
    "read_by_hand": "Why kic cannot read the number on the page itself.",
    "nl": "The text in Dutch.",
    "en": "The text in English.",
}


def _ways() -> Iterator[Schema]:
    """The ways in which a figure may hold its number, or the reason for its absence."""
    for held, several in grouped(HOLDS, lambda q: tuple(sorted(HOLDS[q]))).items():
        qualifiers = [q.value for q in several if q]
        forbidden = HOLDING - set(held) | ({"reason"} if set(held) - {"words"} else set())
        yield {
            "required": ["qualifier", *held] if qualifiers else [],
            "properties": {
                "qualifier": {"enum": qualifiers} if qualifiers else False,
                **dict.fromkeys(sorted(forbidden), False),
            },
        }


def _kinds_of_unit() -> Iterator[Schema]:
    """What a unit of each kind needs, and what it cannot have."""
    for kind in UnitKind:
        needed = [name for name, of in UNIT_KEYS.items() if of is kind]
        forbidden = dict.fromkeys((name for name in UNIT_KEYS if name not in needed), False)
        yield {"required": needed, "properties": {"kind": {"const": kind.value}, **forbidden}}


def dataset_schema() -> Schema:
    """The schema of a dataset's TOML, for editors that complete and check while typing.

    What records must satisfy together, and whether a date exists, only ``kic validate``
    can tell.
    """
    schema = File.model_json_schema()
    parts = schema.pop("$defs")
    parts["Text"] |= {"minProperties": 1}
    del parts["Text"]["required"]
    parts["Figure"]["oneOf"] = list(_ways())
    parts["Region"] |= {
        "if": {"not": {"required": ["code_list"]}},
        "then": {"properties": {"code": {"pattern": REGION_CODE}}},
    }
    parts["Unit"]["oneOf"] = list(_kinds_of_unit())
    indicator, added = parts["Indicator"], ("figures", "gaps", "unit", "measure", *SAID)
    for part in (indicator, parts["Statement"]):
        part["required"].remove("region")  # it may stand under [dataset], for all
    parts["Addition"] = {
        "description": "Figures and gaps for an indicator that another edition defines, and "
        "what holds for these figures.",
        **{key: indicator[key] for key in ("type", "additionalProperties")},
        "properties": {key: dict(indicator["properties"][key]) for key in added},
    }
    [defined] = schema["properties"]["indicators"]["patternProperties"].values()
    # By what only a definition has, so that a faulty one is not reported as a faulty addition.
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
            described["description"] = _KEYS.get(name, "")
    # In a dataset of one language a text is a string.
    parts["Text"] = {"anyOf": [{"type": "string", "pattern": FILLED}, parts["Text"]]}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:kic:dataset:2",
        "title": "A dataset of kic",
        **schema,
        "$defs": parts,
    }
