"""Bars of characters, by which numbers are compared at a glance."""

from collections.abc import Mapping

from kic.model.interval import Number
from kic.table import Bar

# The characters of each stroke; a full one grows through all of them up to the last.
Brush = Mapping[str, str]
BRUSHES: dict[str, Brush] = {
    "blocks": {
        "full": "▏▎▍▌▋▊▉█",
        "maybe": "░",
        "open": "→",
        "about": "▒",
        "disputed": "▓",
        "gap": "·",
    },
    "ascii": {
        "full": "#",
        "maybe": "-",
        "open": ">",
        "about": "~",
        "disputed": "%",
        "gap": ".",
    },
}


def bar(content: Bar, width: int, brush: Brush) -> str:
    """A length in at most ``width`` characters, to a part of one, with its bounds.

    What is above zero is never invisible, nor is the distance between two bounds.
    """
    drawn = ""
    for stroke, end in content.parts:
        growing, sign = brush[stroke][:-1], brush[stroke][-1]
        steps = len(growing) + 1
        length = _steps(end, content.longest, width * steps)
        if stroke == "gap":
            drawn = f"{sign} " * ((width + 1) // 2)
        elif stroke == "open":
            drawn = drawn[: width - 1] + sign
        elif stroke == "full":
            whole, part = divmod(length, steps)
            drawn = sign * whole + (growing[part - 1] if part else "")
        else:
            drawn = drawn[: max(length - 1, 0)]
            drawn += sign * (length - len(drawn))
    return drawn


def _steps(value: Number, longest: Number, most: int) -> int:
    """How many of at most ``most`` steps a number is long; at least one if it is not zero."""
    if not value:
        return 0
    return min(max(round(value / longest * most), 1), most)
