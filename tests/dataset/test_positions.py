"""The lines and columns of what stands in a file."""

from kic.dataset.positions import Positions
from tests.cases import each


@each(
    ("text", "at", "place"),
    [
        ("a = 1\nb = 2\n", ("b",), (2, 5)),
        ("[t]\n\nx = { y = 1, z = [10, 20] }\n", ("t", "x", "z", 1), (3, 23)),
        ("[[t]]\nx = 1\n[[t]]\nx = 2\n", ("t", 1, "x"), (4, 5)),
        ("[[t.u]]\nx = 1\n[t.u.v]\ny = 2\n", ("t", "u", 0, "v", "y"), (4, 5)),
        ('"é".x = 1\n', ("é", "x"), (1, 9)),
        ("A-b_1 = 1\n", ("A-b_1",), (1, 9)),
        ("a = [\n  1,\n  # no\n  2,\n]\n", ("a", 1), (4, 3)),
        ("e = { x = 'é', y = 2 }\n", ("e", "y"), (1, 20)),
        ("[t]\nx = 1\n", ("t", "missing"), (1, 2)),
        ("[t]\nx = 1\n", ("t", "missing", "below"), (1, 2)),
        ("\n[t]\n", ("missing", "below", "it"), (1, 1)),
        ("[[t]]\nx = 1\n[[t]]\n", ("t", 1), (3, 1)),
        ("[[t]]\n[[t.u]]\n[[t]]\n[[t.u]]\nx = 1\n", ("t", 1, "u", 0, "x"), (5, 5)),
        ("x = 1  # a comment\n", ("x",), (1, 5)),
        ("x = [\n  1,\n  2,\n]  # a comment\n", ("x", 1), (3, 3)),
        ("a = 1\n[t.u]\nx = 1\n", ("t",), (2, 2)),
        ("", ("nothing",), (1, 1)),
    ],
)
def test_positions(text: str, at: tuple[str | int, ...], place: tuple[int, int]) -> None:
    """Lines and columns count from 1, columns in characters; what is missing is its table."""
    assert tuple(Positions(text).of(at)) == place
