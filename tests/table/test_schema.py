"""The JSON Schema of a dataset."""

import json

import pytest
import tomli
from jsonschema import Draft202012Validator

from kic.model import Figure, File
from kic.table.dataset_schema import dataset_schema
from tests.conftest import ROOT

SCHEMA = ROOT / "data" / "figures.schema.json"


def test_the_schema_is_current(request: pytest.FixtureRequest) -> None:
    """The committed schema is the one of the model; every key in it is described."""
    schema = dataset_schema()
    Draft202012Validator.check_schema(schema)
    fresh = json.dumps(schema, indent=2) + "\n"
    if request.config.getoption("--rewrite"):
        SCHEMA.write_text(fresh, "utf-8")
    assert SCHEMA.read_text("utf-8") == fresh, "run: python -m pytest tests --rewrite"
    for part in (schema, *schema["$defs"].values()):
        if "properties" in part:
            assert part["additionalProperties"] is False
            assert all(p["description"] for p in part["properties"].values())


def test_the_schema_knows_every_key_of_the_model() -> None:
    """What the model reads, editors complete."""
    defined = dataset_schema()["$defs"]
    assert set(defined["Figure"]["properties"]) == set(Figure.model_fields)
    raw = tomli.loads((ROOT / "data" / "figures.toml").read_text("utf-8"))
    assert set(raw) <= set(File.model_fields)
