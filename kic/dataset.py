"""The only reader of data files: TOML becomes a checked, immutable Dataset.

A file is read in three steps: TOML, then the shape of every record (:mod:`kic.model`),
then what records must satisfy together.  Each step goes on as far as it can, so that a
person sees all problems of a file at once.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from itertools import chain, pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

import tomli
from pydantic import BaseModel, ValidationError

from kic import model
from kic.errors import DatasetError, Problem
from kic.interval import difference, direction
from kic.model import (
    DatasetInfo,
    File,
    Gap,
    Indicator,
    NotFigure,
    Qualifier,
    Reason,
    Record,
    Region,
    Registration,
    Source,
    Statement,
    Text,
    Topic,
    Trend,
    Unit,
    UnitKind,
    fold,
    record,
)


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
    raw = _parse(where, _read(where))
    _recognise(where, raw)
    problems, file = _shape(raw)
    records = _records(file)
    for check in _CHECKS:
        problems += check(file, records, raw)
    if problems:
        raise DatasetError(where, problems)
    return _dataset(where, file, records)


def _embedded() -> Path:
    """The figures that come with kic: inside the package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "data" / "figures.toml"
    return installed if installed.exists() else package.parent / "data" / "figures.toml"


def _dataset(path: Path, file: File, records: list[Record]) -> Dataset:
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
        records=tuple(records),
    )


def _records(file: File) -> list[Record]:
    return [
        record(id_, indicator, figure, file.dataset.source)
        for id_, indicator in file.indicators.items()
        for figure in indicator.figures
    ]


# ------------------------------------------------------------------- from bytes to TOML


def _refuse(path: Path, message: str) -> DatasetError:
    return DatasetError(path, [Problem("", message)])


def _read(path: Path) -> str:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise _refuse(path, "no such file") from None
    except IsADirectoryError:
        raise _refuse(path, "is a folder; a dataset is one TOML file") from None
    except (OSError, ValueError) as error:  # ValueError: a name with a null byte
        raise _refuse(path, f"cannot be read: {_cause(error)}") from None
    if b"\0" in data:
        raise _refuse(path, "is a binary file; a dataset is a text file in TOML")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start]
        problem = Problem("", f"is not UTF-8 (found byte 0x{byte:02x})", line)
        raise DatasetError(path, [problem]) from None


def _cause(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _parse(path: Path, text: str) -> dict[str, Any]:
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        problem = Problem("", f"broken TOML: {error.msg}", error.lineno, error.colno)
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


def _shape(raw: dict[str, Any]) -> tuple[list[Problem], File]:
    """Every problem in the shape of the records, and the file without the faulty ones."""
    try:
        return [], File.model_validate(raw)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    problems = list(dict.fromkeys(chain.from_iterable(_explain(e, raw) for e in errors)))
    return problems, _sound(_without(raw, {_record_at(e["loc"]) for e in errors}))


def _sound(raw: dict[str, Any]) -> File:
    """What is left of a file after its faulty records, however little that is."""
    while True:
        try:
            return File.model_validate(raw)
        except ValidationError as error:
            faulty = {_record_at(e["loc"]) for e in error.errors(include_url=False)}
            raw = _without(raw, faulty)


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


def _explain(error: Any, raw: dict[str, Any]) -> Iterator[Problem]:
    """A pydantic error in the words of the file, taken apart where it holds several."""
    loc: _Loc = tuple(part for part in error["loc"] if part != "[key]")
    where = _place(loc, raw)
    match error["type"]:
        case "extra_forbidden":
            yield Problem(where, "unknown key" + _nearest_key(loc))
        case "missing":
            yield Problem(where, "key is missing")
        case "figure":
            for text in error["ctx"]["problems"]:
                yield Problem(where, text)
        case "value_error":
            yield Problem(where, f"{error['ctx']['error']}{_found(error)}")
        case "string_pattern_mismatch":
            yield Problem(where, f"{_PATTERNS[error['ctx']['pattern']]}{_found(error)}")
        case _:
            text = error["msg"].replace("Input should", "must")
            yield Problem(where, f"{text[0].lower()}{text[1:]}{_found(error)}")


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
    return _did_you_mean(str(loc[-1]), part.model_fields)


def _did_you_mean(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # needed for an error only

    near = get_close_matches(name, known, n=1)
    return f"; did you mean '{near[0]}'?" if near else ""


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


# ------------------------------------------------------- what records satisfy together


def _at(record: Record) -> str:
    return f"indicators.{record.indicator} ({record.period}, {record.region})"


def _check_references(file: File, records: list[Record], raw: dict[str, Any]) -> Iterator[Problem]:
    """Every id that is used is defined.

    Measured against what the file names, sound or not: a faulty record is reported
    itself and not by everything that points to it.
    """
    defined = {
        "theme": raw.get("themes"),
        "region": raw.get("regions"),
        "unit": raw.get("units"),
        "source": raw.get("sources"),
        "organisation": raw.get("organisations", {}),
        "indicator": raw.get("indicators"),
    }
    for where, kind, id_ in _references(file):
        known = defined[kind]
        if id_ is None or not isinstance(known, dict) or id_ in known:
            continue
        yield Problem(where, f"unknown {kind} '{id_}'{_did_you_mean(id_, known)}")


def _references(file: File) -> Iterator[tuple[str, str, str | None]]:
    """Every use of an id: where, of what kind, and the id."""
    if file.dataset is not _FAULTY:
        yield "dataset.source", "source", file.dataset.source
    for id_, indicator in file.indicators.items():
        at = f"indicators.{id_}"
        yield f"{at}.theme", "theme", indicator.theme
        yield f"{at}.region", "region", indicator.region
        yield f"{at}.unit", "unit", indicator.unit
        yield f"{at}.registered_by", "organisation", indicator.registered_by
        yield f"{at}.subset_of", "indicator", indicator.subset_of
        yield f"{at}.target_of", "indicator", indicator.target_of
        for number, gap in enumerate(indicator.gaps, 1):
            yield f"{at}.gaps[{number}].region", "region", gap.region
            yield f"{at}.gaps[{number}].responsible", "organisation", gap.responsible
        for number, figure in enumerate(indicator.figures, 1):
            here = f"{at}, figure {number} ({figure.period})"
            yield f"{here}: region", "region", figure.region
            yield f"{here}: unit", "unit", figure.unit
            yield f"{here}: source", "source", figure.source
            yield f"{here}: note_source", "source", figure.note_source
            yield f"{here}: registered_by", "organisation", figure.registered_by
            if figure.correction:
                yield f"{here}: correction.source", "source", figure.correction.source
    for number, statement in enumerate(file.statements, 1):
        yield f"statements[{number}].theme", "theme", statement.theme
        yield f"statements[{number}].region", "region", statement.region


def _check_duplicates(file: File, records: list[Record], _raw: object) -> Iterator[Problem]:
    """One figure for each indicator, region and period."""
    for (indicator, region, period), count in Counter(
        (r.indicator, r.region, str(r.period)) for r in records
    ).items():
        if count > 1:
            yield Problem(
                f"indicators.{indicator}",
                f"{count} figures for the same region and period (found {region}, {period})",
            )


def _check_units(file: File, records: list[Record], _raw: object) -> Iterator[Problem]:
    """A number counts something, and a share lies within 0 and 100."""
    for r in records:
        unit = file.units.get(r.unit or "")
        if file.indicators[r.indicator].breakdown and unit and unit.kind is not UnitKind.SHARE:
            yield Problem(_at(r), f"a 'breakdown' divides shares (found {r.unit})")
        if r.interval.known and r.unit is None:
            yield Problem(_at(r), "a number needs a 'unit'")
        highest = max((n for n in (r.value, r.lower, r.upper) if n is not None), default=0)
        if unit and unit.kind is UnitKind.SHARE and highest > 100:
            yield Problem(_at(r), f"a share lies within 0 and 100 (found {highest})")


def _check_breakdowns(file: File, records: list[Record], _raw: object) -> Iterator[Problem]:
    """The shares that divide one whole add up to at most 100."""
    parts = defaultdict(list)
    for r in records:
        unit, least = file.units.get(r.unit or ""), r.value if r.lower is None else r.lower
        name = file.indicators[r.indicator].breakdown
        if name and least is not None and unit and unit.kind is UnitKind.SHARE:
            parts[name, r.region, str(r.period)].append(Decimal(repr(least)))
    for (name, region, period), shares in parts.items():
        total = sum(shares)
        if total > 100:
            yield Problem(
                f"breakdown '{name}' ({period}, {region})",
                f"the shares of one whole add up to more than 100 (found {total})",
            )


def _check_subsets(file: File, records: list[Record], _raw: object) -> Iterator[Problem]:
    """A part is not larger than its whole, nor a part of itself."""
    found = {(r.indicator, r.region, r.period): r for r in records}
    for part in records:
        whole_id = file.indicators[part.indicator].subset_of
        whole = found.get((whole_id or "", part.region, part.period))
        if whole is None or not part.period.known:
            continue
        if part.unit != whole.unit:
            yield Problem(
                _at(part), f"counts {part.unit}, its whole '{whole_id}' counts {whole.unit}"
            )
        elif part.lower is not None and whole.upper is not None and _exceeds(part, whole):
            yield Problem(
                _at(part),
                f"a part is larger than its whole '{whole_id}' "
                f"(found {part.lower} of {whole.upper})",
            )
    for id_ in file.indicators:
        chain_, next_ = [id_], file.indicators[id_].subset_of
        while next_ in file.indicators and next_ not in chain_:
            chain_.append(next_)
            next_ = file.indicators[next_].subset_of
        if next_ == id_:
            yield Problem(f"indicators.{id_}.subset_of", "an indicator is a part of itself")


def _exceeds(part: Record, whole: Record) -> bool:
    """Whether a part is certainly larger; "less than 5" does not reach its bound."""
    least, most = part.lower or 0, whole.upper or 0
    return least >= most if whole.qualifier is Qualifier.LESS_THAN else least > most


_DENIED = {  # the directions in the numbers that a printed one rules out
    Trend.UP: {"down", "stable"},
    Trend.DOWN: {"up", "stable"},
    Trend.STABLE: {"up", "down"},
    Trend.NOT_UP: {"up"},
    Trend.NOT_DOWN: {"down"},
}


def _check_trends(file: File, records: list[Record], _raw: object) -> Iterator[Problem]:
    """A printed direction agrees with the numbers it goes with."""
    series = defaultdict(list)
    for r in records:
        if r.interval.known and r.period.known:
            series[r.indicator, r.region, r.unit, r.period.kind].append(r)
    for points in series.values():
        points.sort(key=lambda r: r.period)
        for before, now in pairwise(points):
            real = direction(difference(before.interval, now.interval))
            adjoining = before.period.end + timedelta(days=1) == now.period.start
            if now.trend and adjoining and real in _DENIED[now.trend]:
                yield Problem(
                    _at(now),
                    f"trend '{now.trend}' contradicts the numbers "
                    f"({before.value} in {before.period}, {now.value} in {now.period})",
                )


_GOES_WITH = {  # the registration that the reason for a missing number implies
    Reason.NOT_REGISTERED: {Registration.NONE},
    Reason.PARTIALLY_REGISTERED: {Registration.PARTIAL},
    Reason.UNCLEAR: {Registration.PARTIAL},
    Reason.NOT_STATED: {Registration.NATIONAL},
}


def _check_gaps(file: File, records: list[Record], raw: dict[str, Any]) -> Iterator[Problem]:
    """A reason fits the registration, and every gap says what is missing, once a region."""
    for r in records:
        if r.reason and r.registration not in _GOES_WITH[r.reason]:
            fit = " or ".join(sorted(_GOES_WITH[r.reason]))
            yield Problem(
                _at(r),
                f"reason '{r.reason}' goes with registration {fit} (found '{r.registration}')",
            )
    marked = defaultdict(set)
    for r in records:
        if r.is_gap:
            marked[r.indicator].add(r.region)
    for id_, indicator in file.indicators.items():
        told = [gap.region or indicator.region for gap in indicator.gaps]
        for region, count in Counter(told).items():
            if count > 1:
                yield Problem(
                    f"indicators.{id_}.gaps", f"{count} gaps for one region (found {region})"
                )
            if region not in marked[id_] and _is_whole(id_, indicator, raw):
                yield Problem(
                    f"indicators.{id_}.gaps",
                    f"a gap for '{region}', but no figure there is marked partial or none",
                )
        for region in sorted(marked[id_] - set(told)):
            yield Problem(
                f"indicators.{id_}.gaps",
                f"figures for '{region}' are not nationally registered: say what is missing",
            )


def _is_whole(id_: str, indicator: Indicator, raw: dict[str, Any]) -> bool:
    """Whether none of an indicator's figures was left out for faults of its own."""
    return len(raw["indicators"][id_]["figures"]) == len(indicator.figures)


def _check_names(file: File, _records: object, _raw: object) -> Iterator[Problem]:
    """An id or alias means one theme or region, or else only indicators."""
    for kind, topics in (("theme", file.themes), ("region", file.regions)):
        owner: dict[str, str] = {}
        for id_, topic in topics.items():
            for name in dict.fromkeys(map(fold, (id_, *topic.aliases))):
                if name in owner:
                    yield Problem(
                        f"{kind}s.{id_}.aliases", f"'{name}' already means {kind} '{owner[name]}'"
                    )
                owner.setdefault(name, id_)
    themes = {fold(n): id_ for id_, t in file.themes.items() for n in (id_, *t.aliases)}
    ids = {fold(id_): id_ for id_ in file.indicators}
    for id_, indicator in file.indicators.items():
        for name in (id_, *indicator.aliases):
            if (theme := themes.get(fold(name))) is not None:
                yield Problem(
                    f"indicators.{id_}.aliases", f"'{name}' already means theme '{theme}'"
                )
            if ids.get(fold(name), id_) != id_:
                yield Problem(
                    f"indicators.{id_}.aliases",
                    f"'{name}' is the id of another indicator, '{ids[fold(name)]}'",
                )


def _check_locators(file: File, records: list[Record], _raw: object) -> Iterator[Problem]:
    """What belongs to a theme was printed under that theme."""
    placed = [(_at(r), r.theme, m) for r in records for m in (r.locator, *_mentions(r))]
    placed += [
        (f"statements[{number}]", s.theme, s.locator)
        for number, s in enumerate(file.statements, 1)
    ]
    for where, theme, locator in placed:
        if theme is not None and locator.partition("/")[0] != theme:
            yield Problem(where, f"locator '{locator}' is not in its theme '{theme}'")


def _mentions(r: Record) -> list[str]:
    return [mention.locator for mention in r.repeated]


_CHECKS = (
    _check_references,
    _check_duplicates,
    _check_units,
    _check_breakdowns,
    _check_subsets,
    _check_trends,
    _check_gaps,
    _check_names,
    _check_locators,
)
