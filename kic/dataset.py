"""The only reader of data files: TOML becomes a checked, immutable Dataset.

A file is read in three steps: TOML, then the shape of every record (:mod:`kic.model`),
then what records must satisfy together.  Each step goes on as far as it can, so that a
person sees all problems of a file at once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from math import isfinite
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

import tomli
from pydantic import BaseModel, ValidationError

from kic import checks, model
from kic.checks import Checked, Placed, did_you_mean
from kic.editions import Edition, Merged, contradiction, merge
from kic.errors import DatasetError, Problem
from kic.model import (
    DatasetInfo,
    File,
    Gap,
    Indicator,
    NotFigure,
    Period,
    Record,
    Region,
    Source,
    Statement,
    Text,
    Topic,
    Unit,
    UnitKind,
    record,
)
from kic.positions import Positions, broken


@dataclass(frozen=True, slots=True)
class Dataset:
    """A whole dataset, checked; nothing in it can be changed.

    ``records`` are the figures in the order of the file, each with what it takes over
    from its indicator; their ids point into the mappings.  ``editions`` are the heads of
    the files that it was read from, ``info`` is the first of them; ``path`` and what is
    ``own_`` belong to the last.
    """

    path: Path
    info: DatasetInfo
    editions: tuple[DatasetInfo, ...]
    sources: Mapping[str, Source]
    organisations: Mapping[str, Text]
    themes: Mapping[str, Topic]
    regions: Mapping[str, Region]
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    statements: tuple[Statement, ...]
    not_figures: tuple[NotFigure, ...]
    own_statements: tuple[Statement, ...]
    own_not_figures: tuple[NotFigure, ...]
    records: tuple[Record, ...]

    @property
    def last(self) -> DatasetInfo:
        """The head of the last file, whose own source its figures are from."""
        return self.editions[-1]


Paths = str | Path | Iterable[str | Path] | None


def load(path: Paths = None, *, alone: bool = False) -> Dataset:
    """Read a dataset: the embedded one, or the TOML file at ``path``.

    Several files, or a folder of them, become one dataset: each adds to those before it,
    and what a later one gives otherwise is a revision.  A file that builds on the embedded
    dataset is read together with it, but not with ``alone``.

    Raises :class:`~kic.errors.DatasetError`, which holds every problem found.
    """
    merged, given, revised = _checked(path, alone=alone)
    return _dataset(merged, given, revised)


def placed(path: Paths = None) -> tuple[Placed, ...]:
    """The records of a usable dataset, each with its place in the file."""
    return _checked(path)[1].placed


def located(path: Paths, problems: list[Problem]) -> list[Problem]:
    """Problems of a usable dataset with their places in words and, if known, in its text."""
    return _located(problems, _checked(path)[0])


def builds_on(path: str | Path) -> str | None:
    """The id of the dataset that a file says it builds on; None if it says none, or is none."""
    try:
        base = _edition(Path(path)).raw["dataset"].get("builds_on")
    except DatasetError:
        return None
    return base if isinstance(base, str) else None


def warnings(path: Paths = None, *, alone: bool = False) -> list[Problem]:
    """What a usable dataset has that is allowed, but rarely meant, in the order of the file.

    Raises :class:`~kic.errors.DatasetError` for a dataset that cannot be used.
    """
    merged, given, _ = _checked(path, alone=alone)
    return _located(checks.warnings(given), merged)


_Key = tuple[str, str, Period]
_T = TypeVar("_T")


def _checked(
    path: Paths, *, alone: bool = False
) -> tuple[Merged, Checked, dict[_Key, list[Record]]]:
    """The files without a fault, as one, and what later ones revised of earlier ones."""
    editions = _editions(path, alone=alone)
    merged = merge(editions)
    problems, given = _shape(merged.raw)
    given, revised = _revise(merged, given)
    infos, faults = _infos(merged)
    problems += faults
    numbers = {id_: merged.origin(("indicators", id_))[0] for id_ in given.file.indicators}
    given = given._replace(editions=numbers)
    problems += checks.problems(given)
    if problems or merged.problems:
        placed_ = [problem for problem in merged.problems if problem.path is not None]
        rest = [problem for problem in merged.problems if problem.path is None]
        told = [*placed_, *_located([*rest, *problems], merged)]
        raise DatasetError(editions[-1].path, told)
    return merged._replace(infos=infos), given, revised


def _editions(path: Paths, *, alone: bool) -> tuple[Edition, ...]:
    """The files that make up a dataset, the one that the others build on first."""
    if path is None:
        return (_edition(embedded()),)
    given = [path] if isinstance(path, str | Path) else list(path)
    files = [file for each in given for file in _files(Path(each))]
    editions = tuple(_edition(file) for file in files) or (_edition(embedded()),)
    return editions if alone else _in_order(editions)


def _in_order(editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """Every edition after the one it builds on; the embedded one is added if it is needed."""
    ids = {edition.id for edition in editions}
    needed = {e.builds_on for e in editions if e.builds_on is not None} - ids
    if needed and (first := _edition(embedded())).id in needed:
        editions = (first, *editions)
        ids.add(first.id)
    ordered: list[Edition] = []
    waiting = list(editions)
    while waiting:
        placed_ = {edition.id for edition in ordered}
        ready = [e for e in waiting if e.builds_on is None or e.builds_on in placed_]
        if not ready:
            edition = waiting[0]
            if edition.builds_on in ids:
                raise _refuse(edition.path, f"and '{edition.builds_on}' build on each other")
            raise _refuse(edition.path, f"builds on '{edition.builds_on}'; give that file too")
        ordered.append(ready[0])
        waiting.remove(ready[0])
    return tuple(ordered)


def _files(path: Path) -> list[Path]:
    """A file, or the datasets of a folder in the order of their names."""
    if not path.is_dir():
        return [path]
    found = sorted(path.glob("*.toml"))
    if not found:
        raise _refuse(path, "is a folder without a dataset (FILE.toml)")
    return found


def _edition(path: Path) -> Edition:
    text = read_text(path)
    raw = _parse(path, text)
    _recognise(path, raw)
    return Edition(path, text, raw)


def _revise(merged: Merged, given: Checked) -> tuple[Checked, dict[_Key, list[Record]]]:
    """What is left of the records when later editions have replaced those of earlier ones.

    The same figure again is no revision: it keeps its first source.  A revision in another
    unit is a contradiction, told among the problems of ``merged``.
    """
    if len(merged.editions) == 1:
        return given, {}
    current: dict[_Key, Placed] = {}
    seen: set[tuple[_Key, int]] = set()
    kept: list[Placed] = []
    revised: dict[_Key, list[Record]] = defaultdict(list)
    for place in given.placed:
        r, number = place.record, merged.origin(place.at)[0]
        key = (r.indicator, r.region, r.period)
        before = current.get(key)
        if before is None or (key, number) in seen:
            current.setdefault(key, place)
            kept.append(place)  # twice in one file is a fault, told by the checks
        elif r.interval.known and before.record.interval.known and r.unit != before.record.unit:
            merged.problems.append(contradiction(merged, (*place.at, "unit"), before.at))
        elif r.content != before.record.content:
            kept[kept.index(before)] = place
            current[key] = place
            revised[key].append(before.record)
        seen.add((key, number))
    return given._replace(placed=tuple(kept)), revised


def _infos(merged: Merged) -> tuple[tuple[DatasetInfo, ...], list[Problem]]:
    """The heads of the editions after the first, which merging leaves out, and their faults."""
    infos, faults = [], []
    for number, edition in enumerate(merged.editions[1:], 1):
        try:
            infos.append(DatasetInfo.model_validate(edition.raw["dataset"]))
        except ValidationError as error:
            for problem in (p for e in error.errors(include_url=False) for p in _explain(e)):
                at = ("dataset", *problem.at)
                merged.origins[f"edition {number}", *at] = (number, at)
                faults.append(problem._replace(at=(f"edition {number}", *at)))
    return tuple(infos), faults


def _located(problems: list[Problem], merged: Merged) -> list[Problem]:
    """The problems with their places in words and, if they can be found, in the texts."""
    found = []
    texts: dict[int, Positions | None] = {}
    for problem in dict.fromkeys(problems):
        number, at = merged.origin(problem.at)
        edition = merged.editions[number]
        if number not in texts:
            try:
                texts[number] = Positions(edition.text)
            except ModuleNotFoundError:  # the extra kic[validate] is not there
                texts[number] = None
        positions = texts[number]
        line, column = positions.of(at) if positions else (None, None)
        where = _place(at, edition.raw)
        told = problem._replace(where=where, line=line, column=column, path=edition.path)
        found.append(((number, line or 0, column or 0), told))
    found.sort(key=lambda pair: pair[0])
    return [problem for _, problem in found]


def context() -> Path:
    """The file of figures for comparison, which are not from the report."""
    return embedded().with_name("context.toml")


def populations(dataset: Dataset) -> Dataset:
    """Where the populations for rates are: in the dataset itself, or else in the context.

    The context is only added to the dataset it is about, or to one that builds on that.
    """
    if any(indicator.denominator_for for indicator in dataset.indicators.values()):
        return dataset
    return load([embedded(), context()]) if has_context(dataset) else dataset


def has_context(dataset: Dataset) -> bool:
    """Whether the figures for comparison are about a dataset, or what it builds on."""
    return builds_on(context()) in {edition.id for edition in dataset.editions}


def embedded() -> Path:
    """The figures that come with kic: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "data" / "figures.toml"
    return installed if installed.exists() else package.parent / "data" / "figures.toml"


def _dataset(merged: Merged, given: Checked, revised: dict[_Key, list[Record]]) -> Dataset:
    file, last = given.file, len(merged.editions) - 1

    def own(name: str, items: tuple[_T, ...]) -> tuple[_T, ...]:
        """Those of a list that the last edition added."""
        return tuple(item for n, item in enumerate(items) if merged.origin((name, n))[0] == last)

    return Dataset(
        path=merged.editions[-1].path,
        info=file.dataset,
        editions=(file.dataset, *merged.infos),
        sources=MappingProxyType(file.sources),
        organisations=MappingProxyType(file.organisations),
        themes=MappingProxyType(file.themes),
        regions=MappingProxyType(file.regions),
        units=MappingProxyType(file.units),
        indicators=MappingProxyType(file.indicators),
        statements=file.statements,
        not_figures=file.not_figures,
        own_statements=own("statements", file.statements),
        own_not_figures=own("not_figures", file.not_figures),
        records=tuple(_with_earlier(place.record, revised) for place in given.placed),
    )


def _with_earlier(now: Record, revised: dict[_Key, list[Record]]) -> Record:
    before = revised.get((now.indicator, now.region, now.period), ())
    return now._replace(earlier=tuple(r.as_earlier for r in before)) if before else now


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
        return tomli.loads(text, parse_float=_as_typed)
    except tomli.TOMLDecodeError as error:
        raise DatasetError(path, _syntax(text, error)) from None
    except (RecursionError, ValueError) as error:  # nesting, or a number, without end
        raise _refuse(path, f"cannot be read as TOML: {error}") from None


def _as_typed(digits: str) -> float | Decimal:
    """The float that stands for these digits; where none does, the digits, to be refused."""
    number = float(digits)
    typed = Decimal(digits, _NO_TRAPS)
    return number if not isfinite(number) or typed == Decimal(repr(number)) else typed


_NO_TRAPS = Context(traps=[])  # an exponent without end is no number, and no error here


def _syntax(text: str, error: tomli.TOMLDecodeError) -> list[Problem]:
    """Where a text is no TOML: as tomli says, which stops there, and wherever else."""
    lines = text.splitlines()
    written = lines[error.lineno - 1].strip() if error.lineno <= len(lines) else ""
    told = f"broken TOML: {error.msg} (found {_short(written)})"
    first = Problem((), told, line=error.lineno, column=error.colno)
    rest = [
        Problem((), f"broken TOML (found {_short(there)})", line=at.line, column=at.column)
        for at, there in broken(text)
        if at.line > error.lineno
    ]
    return [first, *rest]


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
            faulty = {_original(_record_at(e["loc"]), removed, raw) for e in errors}
            if faulty <= removed:
                raise
            removed |= faulty
        else:
            return problems, _given(file, raw, removed)


def _most(file: File, indicator: Indicator, figure: model.Figure) -> int | None:
    """What no number of a figure's unit can exceed."""
    unit = file.units.get(figure.unit or indicator.unit or "")
    return 100 if unit is not None and unit.kind is UnitKind.SHARE else None


def _given(file: File, raw: dict[str, Any], removed: set[_Loc]) -> Checked:
    numbers: dict[_Loc, tuple[int, ...]] = {
        ("indicators", id_, "figures"): _kept(("indicators", id_, "figures"), raw, removed)
        for id_ in file.indicators
    }
    numbers["statements",] = _kept(("statements",), raw, removed)
    placed = tuple(
        Placed(
            record(id_, indicator, figure, file.dataset.source, _most(file, indicator, figure)),
            (*at, number),
        )
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
_FAULTY = DatasetInfo.model_construct(
    id="", version="", source="", license="", title=Text.model_construct(nl="", en="")
)


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
    return f" (found {_short(found)})"


def _short(found: object) -> str:
    text = repr(found) if isinstance(found, str) else str(found)
    return text if len(text) <= 60 else f"{text[:57]}..."


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
