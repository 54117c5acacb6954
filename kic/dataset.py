"""The only reader of data files: TOML becomes a checked, immutable Dataset.

A file is read in three steps: TOML, then the shape of every record (:mod:`kic.model`),
then what records must satisfy together.  Each step goes on as far as it can, so that a
person sees all problems of a file at once.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tomli
from pydantic import BaseModel, ValidationError

from kic import checks, model
from kic.checks import Checked, Placed, did_you_mean
from kic.errors import DatasetError, Problem
from kic.model import (
    DatasetInfo,
    File,
    Gap,
    Indicator,
    NotFigure,
    Record,
    Region,
    Source,
    Statement,
    Text,
    Topic,
    Unit,
    record,
)
from kic.positions import Positions


@dataclass(frozen=True, slots=True)
class Dataset:
    """A whole dataset, checked; nothing in it can be changed.

    ``records`` are the figures in the order of the file, each with what it takes over
    from its indicator; their ids point into the mappings.
    """

    path: Path
    info: DatasetInfo
    sources: Mapping[str, Source]
    organisations: Mapping[str, Text]
    themes: Mapping[str, Topic]
    regions: Mapping[str, Region]
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    statements: tuple[Statement, ...]
    not_figures: tuple[NotFigure, ...]
    records: tuple[Record, ...]


def load(path: str | Path | None = None) -> Dataset:
    """Read a dataset: the embedded one, or the TOML file at ``path``.

    Raises :class:`~kic.errors.DatasetError`, which holds every problem found.
    """
    where = Path(path) if path is not None else _embedded()
    given, _ = _checked(where)
    return _dataset(where, given)


def placed(path: str | Path | None = None) -> tuple[Placed, ...]:
    """The records of a usable dataset, each with its place in the file."""
    return _checked(Path(path) if path is not None else _embedded())[0].placed


def located(path: Path, problems: list[Problem]) -> list[Problem]:
    """Problems of a file with their places in words and, where known, in its text."""
    text = read_text(path)
    return _located(problems, text, _parse(path, text))


def warnings(path: str | Path | None = None) -> list[Problem]:
    """What a usable dataset has that is allowed, but rarely meant, in the order of the file.

    Raises :class:`~kic.errors.DatasetError` for a dataset that cannot be used.
    """
    given, text = _checked(Path(path) if path is not None else _embedded())
    return _located(checks.warnings(given), text, given.raw)


def _checked(path: Path) -> tuple[Checked, str]:
    """The file without a fault, and its text."""
    text = read_text(path)
    raw = _parse(path, text)
    _recognise(path, raw)
    problems, given = _shape(raw)
    problems += checks.problems(given)
    if problems:
        raise DatasetError(path, _located(problems, text, raw))
    return given, text


def _located(problems: list[Problem], text: str, raw: dict[str, Any]) -> list[Problem]:
    """The problems with their places in words and, if they can be found, in the text."""
    problems = [p._replace(where=_place(p.at, raw)) for p in dict.fromkeys(problems)]
    try:
        positions = Positions(text)
    except ModuleNotFoundError:  # the extra kic[validate] is not there
        return problems
    found = []
    for problem in problems:
        line, column = positions.of(problem.at)
        found.append(problem._replace(line=line, column=column))
    return sorted(found, key=lambda p: (p.line, p.column))


def _embedded() -> Path:
    """The figures that come with kic: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "data" / "figures.toml"
    return installed if installed.exists() else package.parent / "data" / "figures.toml"


def _dataset(path: Path, given: Checked) -> Dataset:
    file = given.file
    return Dataset(
        path=path,
        info=file.dataset,
        sources=MappingProxyType(file.sources),
        organisations=MappingProxyType(file.organisations),
        themes=MappingProxyType(file.themes),
        regions=MappingProxyType(file.regions),
        units=MappingProxyType(file.units),
        indicators=MappingProxyType(file.indicators),
        statements=file.statements,
        not_figures=file.not_figures,
        records=tuple(place.record for place in given.placed),
    )


# ------------------------------------------------------------------- from bytes to TOML


def _refuse(path: Path, message: str) -> DatasetError:
    return DatasetError(path, [Problem((), message)])


def read_text(path: Path) -> str:
    """The text of a file in UTF-8; raises DatasetError for one that cannot be read."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise _refuse(path, "no such file") from None
    except IsADirectoryError:
        raise _refuse(path, "is a folder; a text file is needed") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a null byte
        raise _refuse(path, f"cannot be read: {_cause(error)}") from None
    if b"\0" in data:
        raise _refuse(path, "is a binary file; a text file is needed")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        problem = Problem((), f"is not UTF-8 (found byte 0x{byte:02x})", line=line)
        raise DatasetError(path, [problem]) from None


def _cause(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        problem = Problem((), f"broken TOML: {error.msg}", line=error.lineno, column=error.colno)
        raise DatasetError(path, [problem]) from None
    except (RecursionError, ValueError) as error:  # nesting, or a number, without end
        raise _refuse(path, f"cannot be read as TOML: {error}") from None


def _recognise(path: Path, raw: dict[str, Any]) -> None:
    """Tell a file of quite another kind in one line instead of by its every key."""
    if not raw:
        raise _refuse(path, "is empty; a dataset needs at least [dataset] and [indicators]")
    missing = [key for key in ("dataset", "indicators") if not isinstance(raw.get(key), dict)]
    if missing:
        tables = " and ".join(f"[{key}]" for key in missing)
        raise _refuse(path, f"is TOML but no kic dataset: it has no {tables}")


# ------------------------------------------------------------------ the shape of records

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


def _shape(raw: dict[str, Any]) -> tuple[list[Problem], Checked]:
    """Every problem in the shape of the records, and what is left without the faulty ones."""
    problems: list[Problem] = []
    removed: set[_Loc] = set()
    while True:
        try:
            file = File.model_validate(_without(raw, removed))
        except ValidationError as error:
            errors = error.errors(include_url=False)
            if not problems:
                problems = [p for e in errors for p in _explain(e)]
            # Places are those of what is left; each round takes away at least one more.
            removed |= {_original(_record_at(e["loc"]), removed, raw) for e in errors}
        else:
            return problems, _given(file, raw, removed)


def _given(file: File, raw: dict[str, Any], removed: set[_Loc]) -> Checked:
    numbers: dict[_Loc, tuple[int, ...]] = {
        ("indicators", id_, "figures"): _kept(("indicators", id_, "figures"), raw, removed)
        for id_ in file.indicators
    }
    numbers["statements",] = _kept(("statements",), raw, removed)
    placed = tuple(
        Placed(record(id_, indicator, figure, file.dataset.source), (*at, number))
        for id_, indicator in file.indicators.items()
        for at in [("indicators", id_, "figures")]
        for number, figure in zip(numbers[at], indicator.figures, strict=True)
    )
    return Checked(file, placed, raw, ("dataset",) not in removed, numbers)


def _kept(at: _Loc, raw: dict[str, Any], removed: set[_Loc]) -> tuple[int, ...]:
    """The positions of a list, in the file, that were not taken away."""
    node: Any = raw
    for key in at:
        node = node.get(key, ()) if isinstance(node, dict) else ()
    return tuple(n for n in range(len(node)) if (*at, n) not in removed)


def _original(at: _Loc, removed: set[_Loc], raw: dict[str, Any]) -> _Loc:
    """A place in what is left as the place in the file."""
    if isinstance(at[-1], int):
        return (*at[:-1], _kept(at[:-1], raw, removed)[at[-1]])
    return at


def _record_at(loc: _Loc) -> _Loc:
    """The smallest record around an error, as the place of what has to go."""
    if loc[0] == "indicators" and len(loc) > 3 and loc[2] == "figures":
        return loc[:4]
    if len(loc) > 1 and loc[0] != "dataset":
        return loc[:2]
    return loc[:1]


# Stands in for a [dataset] that is faulty itself, so that the rest can be checked.
_FAULTY = DatasetInfo(id="x", version="0.0.0", source="x", license="x", title=Text(nl="x", en="x"))


def _without(raw: dict[str, Any], places: set[_Loc]) -> dict[str, Any]:
    """A copy of ``raw`` without the records at ``places``; a whole table becomes empty."""

    def copy(node: Any, at: _Loc) -> Any:
        if not any(place[: len(at)] == at for place in places):
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


def _explain(error: Any) -> Iterator[Problem]:
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
            text = error["msg"].replace("Input should", "must")
            yield Problem(at, f"{text[0].lower()}{text[1:]}{_found(error)}")


_PATTERNS = {
    model.ID: "an id is lower-case letters, digits and underscores, beginning with a letter",
    model.LOCATOR: "a locator is theme/list/number, as 'migratie/cijfers/3'",
    model.URL: "an address begins with http:// or https://",
    model.VERSION: "a version is three numbers, as '1.0.0'",
    model.DATASET_ID: "a dataset's id is lower-case letters, digits and hyphens",
    model.REGION_CODE: "a code is ISO 3166, as 'NL' or 'NL-ZH'",
}


def _found(error: Any) -> str:
    found = error["input"]
    if isinstance(found, dict | list):
        return f" (found a {'table' if isinstance(found, dict) else 'list'})"
    text = repr(found) if isinstance(found, str) else str(found)
    return f" (found {text if len(text) <= 60 else text[:57] + '...'})"


def _nearest_key(loc: _Loc) -> str:
    """The keys that may stand where an unknown one does, nearest first."""
    above = [part for part in loc[:-1] if isinstance(part, str) and part in _PARTS]
    part = _PARTS[above[-1]] if above else File
    return did_you_mean(str(loc[-1]), part.model_fields)


def _place(loc: _Loc, raw: dict[str, Any]) -> str:
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
    text = str(key)
    return text if re.fullmatch(r"[\w/?-]+", text, re.ASCII) else repr(text)
