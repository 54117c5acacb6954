"""What a field is told by."""

from typing import Literal, NamedTuple

from kic.model.text import Text

Kind = Literal[
    "id", "string", "text", "texts", "list", "number", "count", "period", "date", "flag"
]


class Field(NamedTuple):
    """A field by its title in both languages, what it means, and what it holds.

    ``kind`` is ``text`` for a text in two languages, ``texts`` for several of them,
    ``list`` for several codes, ``count`` for a whole number; ``codes`` are all the values that
    it, or each of its items, can have.  A ``required`` field has a value, or a list of them,
    in every record.
    """

    title: Text
    about: str
    kind: Kind = "string"
    codes: tuple[str, ...] = ()
    required: bool = False
