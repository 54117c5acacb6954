"""HTML from templates, in which every text is escaped that is not marked as HTML already.

Jinja2 is imported here alone, by those who write HTML.
"""

from base64 import b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

_TEMPLATES = Path(__file__).with_name("templates")


def _environment(filters: Mapping[str, Callable[..., object]]) -> Environment:
    """The templates, with what they may call on a value."""
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= filters
    return made


def asset(name: str) -> str:
    """A style or a script, as it stands beside the templates."""
    return (_TEMPLATES / name).read_text("utf-8")


def page(
    template: str,
    filters: Mapping[str, Callable[..., object]],
    *,
    style: str,
    script: str = "",
    **contents: Any,
) -> str:
    """A whole page from a template that extends ``base.html``, with what it may call and show.

    Its policy allows this very style and script, and nothing else.
    """
    made = _environment(filters).get_template(template)
    return made.render(style=style, script=script, policy=_policy(style, script), **contents)


def _policy(style: str, script: str) -> str:
    allowed = {
        "default-src": "'none'",
        "style-src": _digest(style),
        "script-src": _digest(script) if script else "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def css_string(text: str) -> str:
    """A text as a string of CSS, in which no character has a meaning."""
    return (
        '"' + "".join(c if c.isalnum() and c.isascii() else f"\\{ord(c):x} " for c in text) + '"'
    )
