"""Bars and dots as small drawings; what they say always stands beside them in digits.

They are told apart by their form and not by their colour.
"""

from kic.model.interval import Number
from kic.table import Bar

# What the drawings refer to: a texture for what lies between two bounds, one for estimates.
TEXTURES = (
    '<svg class="textures" width="0" height="0" aria-hidden="true" focusable="false"><defs>'
    '<pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<path class="line" d="M-1 1 1-1M0 5 5 0M4 6 6 4"/></pattern>'
    '<pattern id="grain" width="4" height="4" patternUnits="userSpaceOnUse">'
    '<circle class="full" cx="2" cy="2" r="1"/></pattern>'
    '<pattern id="cross" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<path class="line" d="M0 0 5 5M5 0 0 5"/></pattern>'
    "</defs></svg>"
)

_WIDTH, _HEIGHT = 200, 16
_TOP, _TALL = 3, 10  # where a bar begins, and how thick it is
_LONGEST = 184  # leaves room for an arrow behind the longest bar

_SIZE, _STEP, _RADIUS = 12, 13, 5  # of a dot, in pixels
_MOST_DOTS = 15


def bar(content: Bar) -> str:
    """A length from zero against the longest in its series, with what is uncertain of it."""
    drawn = []
    start = 0.0
    for stroke, number in content.parts:
        end = _length(number, content.longest)
        if stroke == "gap":
            drawn.append(f'<path class="gap" d="M6 {_HEIGHT / 2:g}H{_LONGEST}"/>')
        elif stroke == "open":
            drawn.append(f'<path class="arrow" d="M{end + 4:g} 3l7 5-7 5"/>')
        else:
            drawn.append(_box(stroke, start, end - start))
        start = end
    drawn.append(f'<path class="axis" d="M.5 0V{_HEIGHT}"/>')
    return _svg("bar", _WIDTH, _HEIGHT, "".join(drawn))


def sample(stroke: str) -> str:
    """A piece of a bar for its legend; ``stroke`` is a key of ``STROKE``."""
    forms = {
        "full": _box("full", 0, 30),
        "maybe": _box("maybe", 0, 30),
        "open": _box("full", 0, 18) + '<path class="arrow" d="M22 3l7 5-7 5"/>',
        "about": _box("about", 0, 30),
        "disputed": _box("disputed", 0, 30),
        "gap": f'<path class="gap" d="M1 {_HEIGHT / 2:g}H31"/>',
    }
    return _svg("sample", 32, _HEIGHT, forms[stroke])


def _box(kind: str, start: float, length: float) -> str:
    pattern = _PATTERNS.get(kind)
    fill = f' fill="url(#{pattern})"' if pattern else ""
    return (
        f'<rect class="{kind}"{fill} x="{start + 0.5:g}" y="{_TOP}" '
        f'width="{max(length, 1):g}" height="{_TALL}"/>'
    )


_PATTERNS = {"maybe": "hatch", "about": "grain", "disputed": "cross"}


def _length(number: Number, longest: Number) -> float:
    """How long a number is; what is above zero is never invisible."""
    return max(round(number / longest * _LONGEST, 1), 1.5) if number and longest else 0


def _svg(name: str, width: int, height: int, inside: str) -> str:
    return (
        f'<svg class="{name}" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'aria-hidden="true" focusable="false">{inside}</svg>'
    )


def signs(code: str, number: int) -> str:
    """A sign for each of a number, by a key of ``TALLY``."""
    shown = number if number <= _MOST_DOTS else _MOST_DOTS - 1
    drawn = "".join(_sign(code, _SIZE / 2 + i * _STEP) for i in range(shown))
    if shown < number:  # nobody counts so many
        centre = _SIZE / 2 + shown * _STEP
        drawn += "".join(
            f'<circle class="full" cx="{centre + i * 4:g}" cy="6" r="1"/>' for i in (-1, 0, 1)
        )
        shown += 1
    return _svg("dots", _SIZE + (shown - 1) * _STEP, _SIZE, drawn)


_STROKES = {  # drawn around the centre of a sign
    "in_words": "m-4.5 4.5q2.2 -3 4.5 0t4.5 0m-9 3q2.2 -3 4.5 0t4.5 0",
    "unavailable": "m-4 2 8 8m-8 0 8 -8",
    "unclear": "m-3 4q0-3 3-3t3 3q0 1.8-3 3v1.5m0 1.5v1.2",
    "concluded": "m0 1.6 4.6 8.6h-9.2z",
}


def _sign(code: str, centre: float) -> str:
    if code in _STROKES:
        return f'<path class="ring" d="M{centre:g} 0{_STROKES[code]}"/>'
    if code == "with_number":
        return f'<circle class="full" cx="{centre:g}" cy="6" r="{_RADIUS}"/>'
    ring = f'<circle class="ring" cx="{centre:g}" cy="6" r="{_RADIUS - 0.75}"/>'
    if code == "incomplete":
        ring += f'<path class="full" d="M{centre:g} 1.5a4.5 4.5 0 0 0 0 9z"/>'
    return ring
