"""The hostile dataset has a text in every field that can hold one."""

from collections.abc import Iterator

from pydantic import BaseModel

from kic.model import FILLED, File, Text
from tests.hostile import (
    TAME,
    raw,
)


def _can_hold() -> set[tuple[str, str]]:
    """The fields of the model that hold free text: of a pattern or a code list are the others."""
    schema = File.model_json_schema()
    found = set()
    for part, about in {**schema["$defs"], "File": schema}.items():
        for name, field in about.get("properties", {}).items():
            kinds = [field, *field.get("anyOf", ())]
            kinds += [kind["items"] for kind in kinds if "items" in kind]
            kinds += [v for kind in kinds for v in kind.get("patternProperties", {}).values()]
            others = {"pattern", "format", "enum", "const"}
            strings = [k for k in kinds if k.get("type") == "string"]
            free = [k for k in strings if k.get("pattern") == FILLED or not others & {*k}]
            if free or {"$ref": "#/$defs/Text"} in kinds:
                found.add((part, name))
    return found


def _held(part: BaseModel) -> Iterator[tuple[str, str]]:
    """The fields in which a part of a dataset, or one within it, holds the tame words."""
    for name, value in part:
        inside = [value]
        for item in inside:
            match item:
                case BaseModel() if not isinstance(item, Text):
                    yield from _held(item)
                case dict():
                    inside += item.values()
                case tuple():
                    inside += item
                case str() if TAME in item:
                    yield type(part).__name__, name
                case Text(nl=nl) if nl == TAME:
                    yield type(part).__name__, name


def test_every_text_of_the_model_is_tried() -> None:
    """A field for text that is added to the model has to be filled by these tests too."""
    held = set(_held(File.model_validate(raw(TAME))))
    assert held == _can_hold() - {("Text", "nl"), ("Text", "en")}
