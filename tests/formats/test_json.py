"""Numbers and periods as JSON has them, and those of the line that answers."""

import json
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from kic.formats.as_json import as_data, numbers
from kic.model import Figure, Text
from kic.model.interval import Interval
from kic.table import Cell, Delta, Several, phrase
from tests.periods import periods

values = st.one_of(
    st.integers(0, 2**53 - 1),
    st.floats(0, 1e12, allow_nan=False, allow_infinity=False),
)


@given(values, periods, st.sampled_from(["exact", "at_least", "estimate"]))
def test_a_figure_survives_toml_model_and_json(value: float, period: str, qualifier: str) -> None:
    """The number in the file, in the model and in the JSON is one and the same."""
    text = f'period = "{period}"\nlocator = "thema/cijfers/1"\nas_printed = "x"\n'
    text += f'qualifier = "{qualifier}"\nvalue = {value!r}\n'
    read = Figure.model_validate(tomli.loads(text))
    written = period.removesuffix(" total")
    assert (read.value, read.period.text) == (value, written)
    data = json.loads(json.dumps(as_data(read)))
    assert data["value"] == value
    assert type(data["value"]) is type(value)
    assert data["period"] == written


GAP = phrase("gap_many", gaps=3)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (phrase("just", total=GAP), {"gaps": 3}),
        (phrase("about", label=Text(nl="a 1", en="a 1"), what=GAP), {"gaps": 3}),
        (phrase("counts", total=GAP, parts=Several((phrase("gap_one", gaps=1),))), {"gaps": 3}),
        (
            phrase("more", now=None, size=Delta(Interval(None, 1, 2), "absolute"), start=None),
            {"size": {"value": None, "lower": 1, "upper": 2}},
        ),
        (phrase("just", total=None), {}),
    ],
    ids=["count", "no number of a label", "the first of a name", "bounds", "none"],
)
def test_the_numbers_of_a_line_are_data(line: Cell, found: dict[str, Any]) -> None:
    """Each by the name of its blank, with its bounds; what stands in a label is no number."""
    assert numbers(line) == found
