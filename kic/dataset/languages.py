"""The languages of a file, and its texts: in a file of one language they are plain strings."""

from collections.abc import Iterator
from typing import Any

from kic.dataset.shape import type_under
from kic.model import File, Lang, Text
from kic.model.errors import At
from kic.model.text import LANGS

_Fault = tuple[At, str]


def languages(head: dict[str, Any]) -> tuple[Lang, ...]:
    """Those that the head of a file declares; both without any.

    Where what it declares is no list of them, which is a fault by itself, its texts are taken
    for Dutch, so that none of them is one.
    """
    given = head.get("languages", LANGS)
    return tuple(lang for lang in LANGS if isinstance(given, list | tuple) and lang in given) or (
        "nl",
    )


def in_one_language(raw: dict[str, Any], lang: Lang) -> list[_Fault]:
    """Make the plain strings of a file the texts in its language that they are.

    Gives the texts that are in another language, which are left out.
    """
    faults: list[_Fault] = []
    for holder, key, at in list(_texts(raw, File, ())):
        text = holder[key]
        if isinstance(text, str):
            holder[key] = {lang: text}
        elif isinstance(text, dict) and (others := [n for n in LANGS if n in text and n != lang]):
            [other] = others
            message = (
                f"the dataset has one language, {lang}: leave '{other}' out, "
                f'or say languages = ["nl", "en"] under [dataset]'
            )
            faults.append(((*at, other), message))
            holder[key] = {lang: text.get(lang, text[other])}
    return faults


def _texts(node: Any, type_: Any, at: At) -> Iterator[tuple[Any, Any, At]]:
    """Every place of a text: the table or list that holds it, its key there, and its path."""
    if isinstance(node, dict | list):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            held = type_under(type_, key)
            if held is Text:
                yield node, key, (*at, key)
            elif held is not None:
                yield from _texts(value, held, (*at, key))
