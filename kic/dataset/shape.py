"""The shape of the records: what pydantic finds wrong, in the words of the file."""

import re
from collections.abc import Iterable
from functools import reduce
from operator import getitem
from types import NoneType
from typing import Any, get_args

from pydantic import ValidationError

from kic import model
from kic.model import Figure, File, NotFigure, Period, Statement, fold
from kic.model.errors import At, Problem, excerpt, key_of
from kic.model.fields import FIELDS

# Stand-ins refer to nothing, so that the rest can be checked; in a list they keep every
# other item in its place.
_NOTHING: dict[str, Any] = dict.fromkeys(("source", "region", "kind", "locator"))
NO_FIGURE = Figure.model_construct(**_NOTHING, period=Period.parse("unknown"))
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
        problems = problems or [problem for e in _causes(errors) for problem in _explain(e, raw)]
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
    model.CURRENCY: "a currency is its code of ISO 4217, as 'EUR'",
    model.CODE: "a code is a text without blanks",
}
_TYPES = {
    "dict_type": "must be a table",
    "string_type": "must be a text, in quotation marks",
    "bool_type": "must be true or false, without quotation marks",
    "bool_parsing": "must be true or false, without quotation marks",
}
_CONTAINERS: dict[object, str] = {dict: "a table", list: "a list"}
_MOST_KEYS = 12  # that a message names
_FORMER = {  # keys of before 0.5.0, and what to do with them
    "period_basis": "write inferred = [\"period\"] where it was 'inferred', and else leave it out",
    "responsible": "write named = [{ organisation = ..., role = ... }] at the indicator",
    "strength": "leave it out: kind and as_printed say it",
}
_MEMBER = r"<\w+\.\w+: ('\w+')>"  # a code as Python shows it: <Reason.UNCLEAR: 'unclear'>


def _explain(error: Any, raw: dict[str, Any]) -> list[Problem]:
    """A pydantic error in the words of the file, taken apart where it holds several."""
    from kic.model.typed import date_to_write  # needed for an error only

    at: At = tuple(part for part in error["loc"] if part != "[key]")
    match error["type"]:
        case "extra_forbidden":
            return [Problem(at, f"unknown key{_instead(at)}")]
        case "missing":
            all_ = ", here or for all under [dataset]" if at[-1] == "region" else ""
            return [Problem(at, f"key is missing{all_}")]
        case "figure":
            return [Problem(at, message) for message in error["ctx"]["problems"]]
        case "value_error":
            message = str(error["ctx"]["error"])
            if at[-1] == "published" and (date := date_to_write(str(error["input"]))):
                message = f"a date stands without quotation marks: write {date}"
        case "string_pattern_mismatch":
            message = _PATTERNS[error["ctx"]["pattern"]]
            defined = {id_ for table in raw.values() if isinstance(table, dict) for id_ in table}
            id_ = as_id(error["input"]) if message is _PATTERNS[model.ID] else ""
            if id_ and (error["loc"][-1] == "[key]" or id_ in defined):
                message += f": write {id_}"
        case "model_type":
            keys = reduce(type_under, at, File).model_fields.items()
            needed = ", ".join(f"{key} = ..." for key, field in keys if field.is_required())
            message = f"must be a table, as {{ {needed} }}"
        case "tuple_type" if at[-1] in ("statements", "not_figures"):
            message = f"must be a list: write [[{at[-1]}]], in two brackets, above each of them"
        case "tuple_type" if isinstance(error["input"], dict):
            message = (
                f"must be a list: write [[{'.'.join(map(str, at))}]] as heading, or [{{ ... }}]"
            )
        case "tuple_type":
            inside = f'"{error["input"]}"' if isinstance(error["input"], str) else "..."
            message = f"must be a list, in square brackets: write [{inside}]"
        case kind:
            plain = re.sub(_MEMBER, r"\1", error["msg"].replace("Input should", "must"))
            message = _TYPES.get(kind, f"{plain[0].lower()}{plain[1:]}")
            if kind in ("enum", "literal_error"):
                codes = {fold(code): code for code in re.findall(r"'(\w+)'", message)}
                near = codes.get(fold(str(error["input"])))
                message += f"; did you mean '{near}'?" if near else ""
    if error["type"] == "value_error" and isinstance(error["input"], dict):
        return [Problem(at, message)]  # which part of it is wrong is told
    found = _CONTAINERS.get(type(error["input"])) or excerpt(error["input"])
    # The same mistake may ask for another value at each place.
    like = f"{key_of(at)}: {message.partition(': write ')[0]}"
    return [Problem(at, f"{message} (found {found})", like=like)]


def as_id(typed: str) -> str:
    """The id that is meant by a name; empty where none is."""
    id_ = re.sub(r"\W+", "_", fold(typed), flags=re.ASCII).strip("_")
    return id_ if re.match(model.ID, id_) else ""


def _causes(errors: list[Any]) -> list[Any]:
    """The errors without those that only follow: a key is not missing where it is misspelt."""
    misspelt = {
        (*e["loc"][:-1], meant(e["loc"])) for e in errors if e["type"] == "extra_forbidden"
    }
    return [e for e in errors if e["type"] != "missing" or e["loc"] not in misspelt]


def _instead(at: At) -> str:
    """The key that is meant by an unknown one, or else those that may stand there."""
    if former := _FORMER.get(str(at[-1])):
        return f" since 0.5.0; {former}"
    if key := meant(at):
        return f"; did you mean '{key}'?"
    if len(at) == 1 and at[0] in model.DatasetInfo.model_fields:
        return " here; it stands under [dataset]"
    keys = list(_keys(at))
    return f"; the keys here are {', '.join(keys)}" if len(keys) <= _MOST_KEYS else ""


def meant(at: At) -> str | None:
    """The key that an unknown one is near to, or a Dutch word for."""
    from difflib import get_close_matches  # needed for an error only

    keys = {fold(key): key for key in _keys(at)}
    dutch = {fold(field.title.nl): key for key, field in FIELDS.items() if key in keys.values()}
    near = get_close_matches(fold(str(at[-1])), [*keys, *dutch])
    return (dutch | keys)[near[0]] if near else None


def _keys(at: At) -> Iterable[str]:
    """The keys of the part in which a path ends."""
    part: Any = reduce(type_under, at[:-1], File)
    return getattr(part, "model_fields", ())


def type_under(type_: Any, key: object) -> Any:
    """The type of what stands under a key of a model, or in a list or table; None without one."""
    if isinstance(type_, type):
        fields = getattr(type_, "model_fields", {})
        held = fields[key].annotation if key in fields else None
    else:
        held = (None, *(part for part in get_args(type_) if part is not Ellipsis))[-1]
    return get_args(held)[0] if NoneType in get_args(held) else held


def place(at: At, raw: dict[str, Any]) -> str:
    """Where in the file, as a person would point: ``indicators.ots, figure 2 (2020): value``."""
    match at:
        case ("indicators", id_, "figures", int(number), *below):
            figure = raw["indicators"][id_]["figures"][number]
            period = figure.get("period", "?") if isinstance(figure, dict) else "?"
            is_asked = isinstance(period, str) and period.startswith("? ")  # by a proposal
            shown = "?" if is_asked else _bare(period)
            head = f"indicators.{_bare(id_)}, figure {number + 1} ({shown})"
            return f"{head}: {_joined(below)}" if below else head
    return _joined(at)


def _joined(at: Iterable[str | int]) -> str:
    """Keys and positions, which people count from 1."""
    keys = (f"[{key + 1}]" if isinstance(key, int) else f".{_bare(key)}" for key in at)
    return "".join(keys).lstrip(".")


def _bare(key: object) -> str:
    """A key as it stands, or in quotes and with escapes if it is no ordinary one."""
    if isinstance(key, str) and re.fullmatch(r"[\w/?-]{1,100}", key, re.ASCII):
        return key
    return excerpt(key)
