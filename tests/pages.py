"""What reads a page of kic back: its elements, what they say and what they hold."""

from collections.abc import Iterator
from typing import Any
from xml.etree.ElementTree import Element

import html5lib


def parsed(page: str) -> Element:
    """The page, read by a parser that accepts no error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    found: Element = parser.parse(page)
    return found


def said(element: Element) -> str:
    """What an element says, on one line."""
    return " ".join("".join(element.itertext()).replace("\u00a0", " ").split())


def named(root: Element, name: str) -> Iterator[Element]:
    """The elements of a class."""
    return (e for e in root.iter() if name in (e.get("class") or "").split())


def identified(root: Element, name: str) -> Element:
    """The one element of an id."""
    [found] = (e for e in root.iter() if e.get("id") == name)
    return found


def embedded(root: Element, kind: str) -> Any:
    """The text of the one script of a kind, which holds data."""
    [found] = (e for e in root.iter("script") if e.get("type") == kind)
    return "".join(found.itertext())
