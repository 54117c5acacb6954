"""A store: a dataset of any size as tables of Parquet, of which a question reads a part.

Its figures are kept as a file has them, beside the columns that SQL chooses them by, so that a
part becomes the same records as from TOML, by the same code.  What has few rows (themes,
regions, units, sources, statements) is read whole; indicators and figures as they are needed.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, cached_property
from itertools import chain
from operator import itemgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from kic.dataset.engine import DuckDB, Engine, Spark
from kic.dataset.manifest import CONTEXT, has_context, tables_of, verified
from kic.dataset.reading import STORE, refusal
from kic.dataset.united import Dataset, Stored, publications_of, targets_of
from kic.model import (
    DatasetInfo,
    Figure,
    File,
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
    fold,
    record,
)
from kic.model.versions import after

MOST = 20_000  # figures that are read at once
_AT_ONCE = 500  # ids that are bound to one question

# Every one has to hold: a value of any of its columns is among those given.
Where = Sequence[Mapping[str, Sequence[Any]]]

_PARTS: Mapping[str, type[BaseModel]] = {  # by the kind of a part
    "edition": DatasetInfo,
    "indicator": Indicator,
    "not_figure": NotFigure,
    "organisation": Text,
    "region": Region,
    "source": Source,
    "statement": Statement,
    "theme": Topic,
    "unit": Unit,
}


def open_store(path: Path, engine: str = "duckdb") -> "Store":
    """The store in a folder, asked through DuckDB or the server at an address.

    Raises KicError where that is not there, and DatasetError for what is no store of this version.
    """
    return Store(path, lambda: DuckDB(path) if engine == "duckdb" else Spark(path, engine))


class Extent(NamedTuple):
    """How many indicators there are, with how many figures in how many series."""

    indicators: int
    figures: int
    series: int


class Store:
    """The tables of a store, and the parts of a dataset that are read from them."""

    def __init__(self, path: Path, new_engine: Callable[[], Engine], prefix: str = "") -> None:
        self.path, self._new_engine = path, new_engine
        self._engine = engine = new_engine()
        self._manifest = self._listed()
        tables = tables_of(path, self._manifest, prefix)
        sound = verified(path, self._manifest, prefix, {*chain(*tables.files.values())})
        engine.define(tables.files)
        large = [name for name, files in tables.files.items() if not sound.issuperset(files)]
        sizes = " UNION ALL ".join(_sql("sizes").format(name=name) for name in large)
        if large and dict(engine.rows(sizes)) != {name: tables.rows[name] for name in large}:
            raise refusal(path, "is no whole store: it has other rows than it says; export again")
        self.figures = tables.rows["records"]

    def _listed(self) -> list[tuple[Any, ...]]:
        self._engine.define({STORE: [f"{STORE}.parquet"]})
        return list(self._engine.rows(_sql("store")))

    def check(self) -> None:
        """Raise DatasetError where the store is another one than when it was opened."""
        if self._listed() != self._manifest:
            raise refusal(self.path, "was replaced while it was read; ask again")

    # ------------------------------------------------------------------------- questions

    def rows(
        self, name: str, where: Where = (), parameters: Sequence[Any] = (), **holes: str
    ) -> list[tuple[Any, ...]]:
        """The answer to the question in the file of this name; ``parameters`` are bound last."""
        return list(self.stream(name, where, parameters, **holes))

    def stream(
        self, name: str, where: Where = (), parameters: Sequence[Any] = (), **holes: str
    ) -> Iterator[tuple[Any, ...]]:
        """The same, a row at a time."""
        condition, values = _condition(where)
        sql = _sql(name).format(where=condition, **holes)
        return self._engine.rows(sql, [*values, *parameters])

    def extent(self, where: Where) -> "Extent":
        """How much there is."""
        [counts] = self.rows("extent", where)
        return Extent(*map(int, counts))

    def named(self, names: Iterable[str]) -> set[str]:
        """The indicators that may be called one of some names, or some of them in a row."""
        words = [fold(name) for name in names]
        ends = range(1, len(words) + 1)
        spans = {" ".join(words[start:end]) for end in ends for start in range(end)}
        ids = {
            id_
            for some in _chunks(spans)
            for (id_,) in self.rows("named", (), some, names=_marks(some))
        }
        return ids | self._containing(" ".join(words).split()) if len(words) > 1 else ids

    def near(self, names: Iterable[str]) -> set[str]:
        """Some indicators with a name that is near to one of these, or with the word in a text."""
        ids: set[str] = set()
        for word in map(fold, names):
            ids |= {id_ for id_, _ in self.rows("near", (), (word, word))}
            ids |= self._containing([word])
        return ids

    def _containing(self, words: Sequence[str]) -> set[str]:
        condition = " AND ".join(["position(? IN text) > 0"] * len(words))
        return {id_ for (id_,) in self.rows("containing", (), words, words=condition)}

    def related(self, where: Where) -> tuple[list[str], list[str]]:
        """The indicators near those chosen, and those of which they are parts or targets."""
        pairs = self.rows("related", where)
        near = [id_ for id_, kind in pairs if kind == "near"]
        return near, [id_ for id_, kind in pairs if kind != "near"]

    def at(self, places: Sequence[str]) -> list[str]:
        """The indicators with a figure at one of some places of the page, or below it."""
        held = [f'"locator":"{place.lower()}{end}' for place in places for end in ('"', "/")]
        condition = " OR ".join(["position(? IN as_typed) > 0"] * len(held))
        return [id_ for (id_,) in self.rows("at", (), held, places=condition)] if held else []

    # --------------------------------------------------------------------------- datasets

    @cached_property
    def _parts(self) -> Mapping[str, list[tuple[str, int | None, Any]]]:
        """What is read whole, by its kind: the id, the edition that says so, and the part."""
        parts: dict[str, list[tuple[str, int | None, Any]]] = defaultdict(list)
        for kind, id_, edition, text in self.rows("parts"):
            parts[kind].append((id_, edition, self._part(kind, text)))
        return parts

    def _part(self, kind: str, text: str) -> Any:
        if kind not in _PARTS and kind != "period":
            return text
        with _read(self.path, kind):
            if kind == "period":
                return Period.parse(text)
            return _PARTS[kind].model_validate_json(text)

    def _defined(self, kind: str) -> dict[str, Any]:
        return {id_: part for id_, edition, part in self._parts[kind] if edition is None}

    @cached_property
    def frame(self) -> Dataset:
        """The dataset without its indicators and figures."""
        heads = tuple(part for _, _, part in self._parts["edition"])
        sources = self._defined("source")
        return Dataset(
            files=(),
            editions=heads,
            own=MappingProxyType(publications_of(heads, sources)),
            sources=MappingProxyType(sources),
            organisations=MappingProxyType(self._defined("organisation")),
            themes=MappingProxyType(self._defined("theme")),
            regions=MappingProxyType(self._defined("region")),
            units=MappingProxyType(self._defined("unit")),
            indicators=MappingProxyType({}),
            statements=tuple(self._defined("statement").values()),
            not_figures=tuple(self._defined("not_figure").values()),
            records=(),
            targets=(),
            stored=Stored(
                self.path,
                frozenset(self._defined("period").values()),
                frozenset(self._defined("marked")),
                cache(self._populations),
                cache(self.context),
            ),
        )

    def _populations(self) -> Dataset | None:
        ids = [id_ for (id_,) in self.rows("populations")]
        return self.read(None, beside=ids) if ids else self.context()

    def context(self) -> Dataset | None:
        """The dataset with the figures for comparison, if the store has any."""
        if not has_context(self._manifest):
            return None
        context = Store(self.path, self._new_engine, CONTEXT)
        return context.whole()

    def parts(self, most: int) -> Iterator[Dataset]:
        """All of it in parts with whole indicators, each of at most so many figures if it can."""
        for ids in in_chunks(self.stream("every"), most):
            yield self.read([{"indicator": ids}], ids)

    def whole(self) -> Dataset:
        """All of it; raises DatasetError where that is too much."""
        if self.figures > MOST:
            raise refusal(self.path, f"has more than {MOST} figures, too many to read at once")
        return self.read([], [id_ for id_, _ in self.rows("every")])

    def read(
        self, where: Where | None, defined: Iterable[str] = (), beside: Iterable[str] = ()
    ) -> Dataset:
        """The dataset with the figures chosen, if any, and all those of the indicators beside.

        ``defined`` are indicators that are in it also without a figure.
        """
        with _read(self.path, "indicators"):
            rows = {} if where is None else {row[0]: row for row in self.rows("records", where)}
            for ids in _chunks(beside):
                rows |= {row[0]: row for row in self.rows("records", [{"indicator": ids}])}
            wanted = {*defined, *beside, *(row[1] for row in rows.values())}
            told: dict[str, dict[int | None, Indicator]] = defaultdict(dict)
            parts = [
                part
                for ids in _chunks(wanted)
                for part in self.rows("indicators", (), ids, ids=_marks(ids))
            ]
            for _, id_, edition, text in sorted(parts, key=itemgetter(0)):
                told[id_][edition] = self._part("indicator", text)
            records = tuple(self._records([rows[n] for n in sorted(rows)], told))
            indicators = {id_: editions[None] for id_, editions in told.items()}
        if where is not None:
            self.check()
        return replace(
            self.frame,
            indicators=MappingProxyType(indicators),
            records=records,
            targets=targets_of(indicators),
        )

    def _records(
        self, rows: Iterable[tuple[Any, ...]], told: Mapping[str, Mapping[int | None, Indicator]]
    ) -> Iterator[Record]:
        """The records of rows, in their order."""

        def made(id_: str, edition: int, figure: Figure) -> Record:
            indicator = told[id_].get(edition) or told[id_][None]
            return record(self._spoken[edition], id_, indicator, figure)

        with _read(self.path, "figures"):
            for _, id_, edition, text, before in rows:
                earlier = json.loads(before) if before else ()
                versions = (made(id_, n, Figure.model_validate(told)) for n, told in earlier)
                last = made(id_, edition, Figure.model_validate_json(text))
                yield after(last, versions)

    @cached_property
    def _spoken(self) -> list[File]:
        """What each edition speaks of, without indicators and figures."""
        frame = self.frame
        files = []
        for number, head in enumerate(frame.editions):
            said = {id_: part for id_, edition, part in self._parts["region"] if edition == number}
            files.append(
                File.model_construct(
                    indicators={},
                    dataset=head,
                    sources=dict(frame.sources),
                    organisations=dict(frame.organisations),
                    regions={**frame.regions, **said},
                    units=dict(frame.units),
                )
            )
        return files


@contextmanager
def _read(path: Path, what: str) -> Iterator[None]:
    """Explain a part that is not as this version of kic writes it."""
    try:
        yield
    except (KeyError, IndexError, TypeError, ValueError) as error:
        told = str(error)
        if isinstance(error, ValidationError):
            [first, *_] = error.errors()
            told = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
        raise refusal(path, f"holds {what} that cannot be read: {told}") from None


def _sql(name: str) -> str:
    return Path(__file__).with_name("sql").joinpath(f"{name}.sql").read_text("utf-8")


def _condition(where: Where) -> tuple[str, list[Any]]:
    """The condition of a question with its markers, and what is bound to them."""
    every, bound = ["1 = 1"], []
    for any_ in where:
        given = {column: [v for v in values if v is not None] for column, values in any_.items()}
        bound += [value for values in given.values() for value in values]
        tests = [f"{column} IN ({_marks(values)})" for column, values in given.items() if values]
        tests += [f"{column} IS NULL" for column, values in any_.items() if None in values]
        every.append(f"({' OR '.join(tests) or '1 = 0'})")
    return " AND ".join(every), bound


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def in_chunks(rows: Iterable[tuple[Any, ...]], most: int) -> Iterator[list[str]]:
    """Indicators, as many as have few figures together, from rows with the id and that number."""
    ids: list[str] = []
    figures = 0
    for id_, count, *_ in rows:
        if ids and (figures + count > most or len(ids) == _AT_ONCE):
            yield ids
            ids, figures = [], 0
        ids.append(id_)
        figures += count
    if ids:
        yield ids


def _chunks(ids: Iterable[str]) -> Iterator[list[str]]:
    several = sorted({*ids})
    return (several[first : first + _AT_ONCE] for first in range(0, len(several), _AT_ONCE))
