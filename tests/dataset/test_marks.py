"""What kic may read into a figure."""

import pytest

import kic
from tests.conftest import Write, figure, indicator

ONE = 'qualifier = "exact", value = 1'


@pytest.mark.parametrize(
    "rest",
    [
        f'{ONE}, status = "A"',
        'qualifier = "less_than", below = 5, status = "Q"',
        'qualifier = "estimate", value = 1, status = "E"',
        'trend = "up", status = "O"',
        ONE,
    ],
)
def test_only_a_break_or_a_doubt_is_read_into_a_figure(write: Write, rest: str) -> None:
    """The other codes follow from what is printed: nothing of them can be inferred."""
    text = indicator("a", figure("2020", f'{rest}, inferred = ["status"]'))
    with pytest.raises(kic.DatasetError, match="only a 'status' of B or V can be inferred"):
        kic.load(write(text))
