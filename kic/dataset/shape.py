"""The shape of the records: what pydantic finds wrong, in the words of the file."""

import re
from functools import reduce
from operator import getitem
from typing import Any

from pydantic import BaseModel, ValidationError

from kic import model
from kic.model import Figure, File, Indicator, NotFigure, Statement
from kic.model.errors import At, Problem, did_you_mean, excerpt

# Stand-ins refer to nothing, so that the rest can be checked; in a list they keep every
# other item in its place.
_NOTHING: dict[str, Any] = dict.fromkeys(("source", "region", "kind", "locator"))
NO_FIGURE = Figure.model_construct(**_NOTHING)
NO_STATEMENT = Statement.model_construct(**_NOTHING)
_STAND_INS: dict[object, object] = {
    "figures": NO_FIGURE,
    "statements": NO_STATEMENT,
    "not_figures": NotFigure.model_construct(**_NOTHING),
}
# An indicator of which an edition says no more than that of its figures.
NO_INDICATOR = {"label": {"nl": "-", "en": "-"}, "region": "nowhere", "figures": []}
_EMPTY = {"dataset": model.DatasetInfo.model_construct(**_NOTHING), "indicators": {}}


def shape(raw: dict[str, Any]) -> tuple[list[Problem], File]:
    """Every problem in the shape of the records, and the file with stand-ins for the faulty."""
    problems: list[Problem] = []
    sound: Any = raw
    while True:
        try:
            return problems, File.model_validate(_EMPTY | sound)
        except ValidationError as error:
            errors = error.errors(include_url=False)
        problems = problems or [problem for e in errors for problem in _explain(e)]
        sound = tables_copied(sound)
        # A figure is replaced before the indicator around it is taken out.
        for *above, key in sorted({_record_at(e["loc"]) for e in errors}, key=len, reverse=True):
            holder = reduce(getitem, above, sound)
            if isinstance(holder, dict):
                del holder[key]
            else:
                holder[key] = _STAND_INS[above[-1]]


def tables_copied(value: Any) -> Any:
    """A copy whose tables and lists, but not the tables in lists, can be changed."""
    if isinstance(value, dict):
        return {key: tables_copied(item) for key, item in value.items()}
    return list(value) if isinstance(value, list) else value


def _record_at(at: At) -> At:
    """The smallest record around an error, as the place of what has to go."""
    match at:
        case ("indicators", _, "figures", _, *_):
            return at[:4]
        case ("dataset", *_):
            return at[:1]
        case _:
            return at[:2]


# ------------------------------------------------------------------------------- messages

_PARTS: dict[str | int, type[BaseModel]] = {  # what stands under a key, to know its other keys
    "dataset": model.DatasetInfo,
    "sources": model.Source,
    "layout": model.Layout,
    "themes": model.Topic,
    "regions": model.Region,
    "units": model.Unit,
    "indicators": Indicator,
    "figures": Figure,
    "gaps": model.Gap,
    "correction": model.Correction,
    "repeated": model.Mention,
    "statements": Statement,
    "not_figures": NotFigure,
}
_PATTERNS = {
    model.FILLED: "a text holds more than blanks",
    model.ID: "an id is lower-case letters, digits and underscores, beginning with a letter",
    model.LOCATOR: (
        "a locator is theme/list/number, as 'migratie/cijfers/3', and in a table also its row "
        "and column, as 'zorg/tabel/1/drenthe/2019'"
    ),
    model.AGES: "ages are two numbers of completed years, as '0-17'",
    model.URL: (
        "an address begins with http:// or https:// and a host, and has no user, blanks, "
        "quotes, backslashes, brackets or braces"
    ),
    model.VERSION: "a version is three numbers, as '1.0.0'",
    model.DATASET_ID: "a dataset's id is lower-case letters, digits and hyphens",
    model.REGION_CODE: "a code is ISO 3166, as 'NL' or 'NL-ZH'",
}
_TYPES = {
    "model_type": "must be a table",
    "model_attributes_type": "must be a table",
    "dict_type": "must be a table",
    "tuple_type": "must be a list",
    "string_type": "must be a text in quotes",
}
_CONTAINERS: dict[object, str] = {dict: "a table", list: "a list"}
_MEMBER = r"<\w+\.\w+: ('\w+')>"  # a code as Python shows it: <Reason.UNCLEAR: 'unclear'>


def _explain(error: Any) -> list[Problem]:
    """A pydantic error in the words of the file, taken apart where it holds several."""
    at: At = tuple(part for part in error["loc"] if part != "[key]")
    match error["type"]:
        case "extra_forbidden":
            return [Problem(at, f"unknown key{_nearest_key(at)}")]
        case "missing":
            return [Problem(at, "key is missing")]
        case "figure":
            return [Problem(at, message) for message in error["ctx"]["problems"]]
        case "value_error":
            message = str(error["ctx"]["error"])
        case "string_pattern_mismatch":
            message = _PATTERNS[error["ctx"]["pattern"]]
        case kind:
            plain = re.sub(_MEMBER, r"\1", error["msg"].replace("Input should", "must"))
            message = _TYPES.get(kind, f"{plain[0].lower()}{plain[1:]}")
    found = _CONTAINERS.get(type(error["input"])) or excerpt(error["input"])
    return [Problem(at, f"{message} (found {found})")]


def _nearest_key(at: At) -> str:
    """The keys that may stand where an unknown one does, nearest first."""
    part = next((_PARTS[key] for key in reversed(at[:-1]) if key in _PARTS), File)
    return did_you_mean(str(at[-1]), part.model_fields)


def place(at: At, raw: dict[str, Any]) -> str:
    """Where in the file, as a person would point: ``indicators.ots, figure 2 (2020): value``."""
    match at:
        case ("indicators", id_, "figures", int(number), *below):
            figure = raw["indicators"][id_]["figures"][number]
            period = figure.get("period", "?") if isinstance(figure, dict) else "?"
            head = f"indicators.{_bare(id_)}, figure {number + 1} ({_bare(period)})"
            return f"{head}: {'.'.join(map(str, below))}" if below else head
    keys = (f"[{key + 1}]" if isinstance(key, int) else f".{_bare(key)}" for key in at)
    return "".join(keys).lstrip(".")


def _bare(key: object) -> str:
    """A key as it stands, or in quotes and with escapes if it is no ordinary one."""
    if isinstance(key, str) and re.fullmatch(r"[\w/?-]{1,100}", key, re.ASCII):
        return key
    return excerpt(key)
