"""JSON: one object, stable and documented, with a version of its own."""

import json
import re
from typing import Any

from kic.formats import Style
from kic.model import as_data
from kic.rows import VERSION
from kic.table import Table

# Characters that could act on a terminal or hide text; JSON has an escape for each.
_ACTS = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)


def write(table: Table, style: Style) -> str:
    """The whole answer in both languages, with raw numbers; keys in a fixed order."""
    document = {
        "schema_version": VERSION,
        "dataset": dict(table.dataset),
        "command": table.command,
        "query": as_data(table.query),
        "records": as_data(table.records),
        **as_data(table.extra),
    }
    return dump(document, style, indent=2) + "\n"


def dump(value: Any, style: Style, indent: int | None = None) -> str:
    """JSON text that any encoding can carry and that does nothing to a terminal."""
    utf = style.encoding.lower().replace("-", "").startswith("utf")
    text = json.dumps(value, ensure_ascii=not utf, indent=indent, allow_nan=False)
    return _ACTS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
