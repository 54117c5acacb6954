"""The shape of the records: what pydantic finds wrong, in the words of the file."""

import re
from collections.abc import Callable, Iterator, Set
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError

from kic import model
from kic.dataset.checks import Checked, Placed
from kic.model import (
    DatasetInfo,
    File,
    Gap,
    Indicator,
    NotFigure,
    Region,
    Source,
    Statement,
    Text,
    Topic,
    Unit,
    record,
)
from kic.model.errors import Problem, did_you_mean, excerpt

_PARTS: dict[str, type[BaseModel]] = {  # what stands under a key, to know its other keys
    "dataset": DatasetInfo,
    "sources": Source,
    "layout": model.Layout,
    "themes": Topic,
    "regions": Region,
    "units": Unit,
    "indicators": Indicator,
    "figures": model.Figure,
    "gaps": Gap,
    "correction": model.Correction,
    "repeated": model.Mention,
    "statements": Statement,
    "not_figures": NotFigure,
}
_Loc = tuple[int | str, ...]


def shape(raw: dict[str, Any]) -> tuple[list[Problem], Checked]:
    """Every problem in the shape of the records, and what is left without the faulty ones."""
    problems: list[Problem] = []
    removed: set[_Loc] = set()
    while True:
        try:
            file = File.model_validate(_without(raw, removed))
        except ValidationError as error:
            errors = error.errors(include_url=False)
            if not problems:
                problems = [p for e in errors for p in explain(e)]
            # Places are those of what is left; each round takes away at least one more.
            kept = cache(lambda at, gone=frozenset(removed): _kept(at, raw, gone))
            faulty = {_original(_record_at(e["loc"]), kept) for e in errors}
            if faulty <= removed:
                raise
            removed |= faulty
        else:
            return problems, _given(file, raw, removed)


def _given(file: File, raw: dict[str, Any], removed: set[_Loc]) -> Checked:
    numbers: dict[_Loc, tuple[int, ...]] = {
        ("indicators", id_, "figures"): _kept(("indicators", id_, "figures"), raw, removed)
        for id_ in file.indicators
    }
    numbers["statements",] = _kept(("statements",), raw, removed)
    placed = tuple(
        Placed(
            record(file, id_, figure),
            (*at, number),
        )
        for id_, indicator in file.indicators.items()
        for at in [("indicators", id_, "figures")]
        for number, figure in zip(numbers[at], indicator.figures, strict=True)
    )
    return Checked(file, placed, raw, ("dataset",) not in removed, numbers)


def _kept(at: _Loc, raw: dict[str, Any], removed: Set[_Loc]) -> tuple[int, ...]:
    """The positions of a list, in the file, that were not taken away."""
    node: Any = raw
    for key in at:
        node = node.get(key) if isinstance(node, dict) else None
    count = len(node) if isinstance(node, list) else 0
    return tuple(n for n in range(count) if (*at, n) not in removed)


def _original(at: _Loc, kept: Callable[[_Loc], tuple[int, ...]]) -> _Loc:
    """A place in what is left as the place in the file, by what is kept of each list."""
    return (*at[:-1], kept(at[:-1])[at[-1]]) if isinstance(at[-1], int) else at


def _record_at(loc: _Loc) -> _Loc:
    """The smallest record around an error, as the place of what has to go."""
    if loc[0] == "indicators" and len(loc) > 3 and loc[2] == "figures":
        return loc[:4]
    if len(loc) > 1 and loc[0] != "dataset":
        return loc[:2]
    return loc[:1]


# Stands in for a [dataset] that is faulty itself, so that the rest can be checked.
_FAULTY = DatasetInfo.model_construct(
    id="", version="", source="", license="", title=Text.model_construct(nl="", en="")
)


def _without(raw: dict[str, Any], places: set[_Loc]) -> dict[str, Any]:
    """A copy of ``raw`` without the records at ``places``; a whole table becomes empty."""
    above = {place[:length] for place in places for length in range(len(place))}

    def copy(node: Any, at: _Loc) -> Any:
        if at not in above:
            return node
        if isinstance(node, dict):
            return {k: copy(v, (*at, k)) for k, v in node.items() if (*at, k) not in places}
        if isinstance(node, list):
            return [copy(v, (*at, i)) for i, v in enumerate(node) if (*at, i) not in places]
        return node

    rest = copy(raw, ())
    empty: dict[str, Any] = {
        name: {} for name, field in File.model_fields.items() if field.is_required()
    }
    kept: dict[str, Any] = empty | {"dataset": _FAULTY} | rest
    return kept


def explain(error: Any) -> Iterator[Problem]:
    """A pydantic error in the words of the file, taken apart where it holds several."""
    at: _Loc = tuple(part for part in error["loc"] if part != "[key]")
    match error["type"]:
        case "extra_forbidden":
            yield Problem(at, "unknown key" + _nearest_key(at))
        case "missing":
            yield Problem(at, "key is missing")
        case "figure":
            for text in error["ctx"]["problems"]:
                yield Problem(at, text)
        case "value_error":
            yield Problem(at, f"{error['ctx']['error']}{_found(error)}")
        case "string_pattern_mismatch":
            yield Problem(at, f"{_PATTERNS[error['ctx']['pattern']]}{_found(error)}")
        case "model_type" | "model_attributes_type" | "dict_type":
            yield Problem(at, f"must be a table{_found(error)}")
        case "tuple_type":
            yield Problem(at, f"must be a list{_found(error)}")
        case "string_type":
            yield Problem(at, f"must be a text in quotes{_found(error)}")
        case _:
            text = re.sub(_MEMBER, r"\1", error["msg"].replace("Input should", "must"))
            yield Problem(at, f"{text[0].lower()}{text[1:]}{_found(error)}")


_MEMBER = r"<\w+\.\w+: ('\w+')>"  # a code as Python shows it: <Reason.UNCLEAR: 'unclear'>
_PATTERNS = {
    model.FILLED: "a text holds more than blanks",
    model.ID: "an id is lower-case letters, digits and underscores, beginning with a letter",
    model.LOCATOR: "a locator is theme/list/number, as 'migratie/cijfers/3'",
    model.AGES: "ages are two numbers of completed years, as '0-17'",
    model.URL: (
        "an address begins with http:// or https:// and a host, and has no user, blanks, "
        "quotes, backslashes, brackets or braces"
    ),
    model.VERSION: "a version is three numbers, as '1.0.0'",
    model.DATASET_ID: "a dataset's id is lower-case letters, digits and hyphens",
    model.REGION_CODE: "a code is ISO 3166, as 'NL' or 'NL-ZH'",
}


def _found(error: Any) -> str:
    found = error["input"]
    if isinstance(found, dict | list):
        return f" (found a {'table' if isinstance(found, dict) else 'list'})"
    return f" (found {excerpt(found)})"


def _nearest_key(loc: _Loc) -> str:
    """The keys that may stand where an unknown one does, nearest first."""
    above = [part for part in loc[:-1] if isinstance(part, str) and part in _PARTS]
    part = _PARTS[above[-1]] if above else File
    return did_you_mean(str(loc[-1]), part.model_fields)


def place(loc: _Loc, raw: dict[str, Any]) -> str:
    """Where in the file, as a person would point: ``indicators.ots, figure 2 (2020): value``."""
    if loc[0] == "indicators" and len(loc) > 3 and loc[2] == "figures":
        try:
            period = raw["indicators"][loc[1]]["figures"][loc[3]]["period"]
        except (KeyError, TypeError, IndexError):
            period = "?"
        head = f"indicators.{_bare(loc[1])}, figure {int(loc[3]) + 1} ({_bare(period)})"
        return ": ".join([head, *([".".join(map(str, loc[4:]))] if loc[4:] else [])])
    return "".join(
        f"[{part + 1}]" if isinstance(part, int) else f".{_bare(part)}" for part in loc
    ).lstrip(".")


def _bare(key: object) -> str:
    """A key as it stands, or in quotes and with escapes if it is no ordinary one."""
    if isinstance(key, str) and re.fullmatch(r"[\w/?-]{1,100}", key, re.ASCII):
        return key
    return excerpt(key)
