"""The JSON Schemas of a dataset and of the output."""

import json
from pathlib import Path

import pytest
import tomli
from jsonschema import Draft202012Validator

from kic.model import Figure, File
from kic.table.dataset_schema import dataset_schema
from kic.table.schema import output_schema
from tests.conftest import ROOT

SCHEMAS = {
    ROOT / "data" / "figures.schema.json": dataset_schema,
    ROOT / "docs" / "output.schema.json": output_schema,
}


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.name)
def test_the_schema_is_current(path: Path, request: pytest.FixtureRequest) -> None:
    """The committed schema is the one in use."""
    schema = SCHEMAS[path]()
    Draft202012Validator.check_schema(schema)
    fresh = json.dumps(schema, indent=2) + "\n"
    if request.config.getoption("--rewrite"):
        path.write_text(fresh, "utf-8")
    assert path.read_text("utf-8") == fresh, "run: python -m pytest tests --rewrite"


def test_every_key_is_described() -> None:
    """An editor shows what it means, and marks one that is misspelt."""
    schema = dataset_schema()
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
