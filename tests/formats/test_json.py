"""Numbers and periods as JSON has them."""

import json

import tomli
from hypothesis import given
from hypothesis import strategies as st

from kic.formats.as_json import as_data
from kic.model import Figure
from tests.periods import periods

numbers = st.one_of(
    st.integers(0, 2**53 - 1),
    st.floats(0, 1e12, allow_nan=False, allow_infinity=False),
)


@given(numbers, periods, st.sampled_from(["exact", "at_least", "estimate"]))
def test_a_figure_survives_toml_model_and_json(value: float, period: str, qualifier: str) -> None:
    """The number in the file, in the model and in the JSON is one and the same."""
    text = f'period = "{period}"\nlocator = "thema/cijfers/1"\nas_printed = "x"\n'
    text += f'qualifier = "{qualifier}"\nvalue = {value!r}\n'
    read = Figure.model_validate(tomli.loads(text))
    assert (read.value, read.period.text) == (value, period)
    data = json.loads(json.dumps(as_data(read)))
    assert data["value"] == value
    assert type(data["value"]) is type(value)
    assert data["period"] == (None if period == "unknown" else period)
