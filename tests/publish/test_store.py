"""A store gives the answers that its dataset gives, whatever asks it.

Questions are put together at random, some in each run; with ``KIC_TEST_QUESTIONS`` so many of
each dataset, also through a Spark Connect server, which takes half a second for each.
"""

import hashlib
import json
import os
import re
import socket
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from random import Random
from shutil import copytree
from time import sleep
from typing import Any, NamedTuple

import pytest

import kic
from kic.dataset import comparison, with_other_years
from kic.dataset.engine import DuckDB
from kic.dataset.store import MOST, Store, in_chunks, open_store
from kic.model import (
    GapKind,
    Measure,
    Qualifier,
    Reason,
    Record,
    Registration,
    StatementKind,
    Status,
    Trend,
    UnitKind,
)
from kic.model.errors import DatasetError, KicError, UsageError
from kic.publish import export
from kic.publish.parquet import rewrite
from kic.query import stored
from kic.query.question import GROUPINGS, ORDERS, Scope, TooLargeError
from tests.conftest import ROOT, Write, exact, figure, indicator
from tests.generated import generated
from tests.hostile import HOSTILE, dataset_of
from tests.needs import package

pytestmark = pytest.mark.needs("pyarrow", "duckdb")

QUESTIONS = int(os.environ.get("KIC_TEST_QUESTIONS", "0"))
DATASETS = {
    "embedded": None,
    "template": ROOT / "kic" / "template.toml",
    "odd": ROOT / "tests" / "corpus" / "data" / "odd",
    "generated": Path("generated"),
}
WORDS = ("kinder", "kindr", "wachttijdn jeugdhulp", "caribisch", "hulp jaar", "veilig", "q-")


class Kept(NamedTuple):
    """A dataset, the folder of its store, and the store opened."""

    dataset: kic.Dataset
    folder: Path
    store: Store


def save(dataset: kic.Dataset, folder: Path) -> Path:
    """The folder, with the store of a dataset in it."""
    folder.mkdir(exist_ok=True)
    for name, content in export(dataset, "parquet", datetime(2000, 1, 1, tzinfo=UTC)).items():
        (folder / name).write_bytes(content)
    return folder


def keep(name: str, folder: Path) -> Kept:
    """A dataset with its store, below a folder."""
    package("pyarrow")
    path = generated(folder / name, 14) if name == "generated" else DATASETS[name]
    dataset = kic.load(path)
    saved = save(dataset, folder / f"{name}-store")
    return Kept(dataset, saved, open_store(saved))


Keep = Callable[[str], Kept]


@pytest.fixture(scope="module")
def keeping(tmp_path_factory: pytest.TempPathFactory) -> Keep:
    """A dataset by its name with its store, which is made once for all that only read it."""
    folder = tmp_path_factory.mktemp("stores")
    return cache(lambda name: keep(name, folder))


@pytest.fixture(scope="module", params=DATASETS)
def kept(request: pytest.FixtureRequest, keeping: Keep) -> Kept:
    """Each dataset with its store."""
    return keeping(request.param)


@pytest.fixture
def folder(keeping: Keep, tmp_path: Path) -> Path:
    """A store of the figures that come with kic, which a test may change."""
    return Path(copytree(keeping("embedded").folder, tmp_path / "store"))


class Server(NamedTuple):
    """A server that speaks Spark Connect."""

    address: str
    process: "subprocess.Popen[bytes]"


@pytest.fixture
def server() -> Iterator[Server]:
    """Sail, which is started."""
    package("pyspark")
    package("pysail")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "pysail", "spark", "server", "--port", str(port)]
    with (
        pytest.MonkeyPatch.context() as patch,
        subprocess.Popen(command, stderr=subprocess.DEVNULL) as sail,
    ):
        # PySpark takes a program without a file, as a worker of the tests is, for its own tests.
        patch.setattr(sys.modules["__main__"], "__file__", __file__, raising=False)
        for _ in range(100):
            with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            sleep(0.1)
        yield Server(f"sc://127.0.0.1:{port}", sail)
        sail.kill()


class Question(NamedTuple):
    """A verb with what it is asked about, and its other parameters."""

    verb: str
    scope: Scope
    more: dict[str, Any] = {}  # noqa: RUF012


VERBS = ("show", "compare", "compare", "gaps", "gaps", "find", "themes", "grid")


def _questions(dataset: kic.Dataset, count: int) -> Iterator[Question]:
    """Questions with filters put together at random, the same ones each time."""
    random = Random(count)  # noqa: S311
    themes, indicators, regions = map(list, (dataset.themes, dataset.indicators, dataset.regions))
    periods = [*sorted({name for p in dataset.periods for name in p.typed[-1:]}), "latest"]
    ends = [p.text for p in sorted(dataset.periods) if p.kind == "year"]
    options: dict[str, Sequence[dict[str, Any]]] = {
        "show": [{}],
        "compare": [
            *({}, {}, {"per": 1000}, {"per": 100_000}, {"share": True}),
            {"start": ends[0], "end": ends[-1]},
        ],
        "gaps": [
            *({}, {}, {"all": True}),
            *({"by": by} for by in GROUPINGS),
            *({"registration": str(code)} for code in Registration),
        ],
        "find": [{"words": words} for words in WORDS],
    }
    for _ in range(count):
        verb = random.choice(VERBS)
        subjects = random.choice(([], [random.choice(themes)], random.sample(indicators, 2)))
        theme, indicator, region, period = (
            [random.choice(values)] if random.random() < 0.3 else None
            for values in (themes, indicators, regions, periods)
        )
        if verb in options:
            more = random.choice(options[verb])
            yield Question(verb, Scope(subjects, theme, indicator, region, period), more)
        else:
            yield Question(verb, Scope(theme=theme, region=region))


def _ask(dataset: kic.Dataset, q: Question) -> Any:
    """What a dataset answers."""
    if q.verb == "find":
        return kic.find(dataset, q.more["words"])
    if q.verb in ("themes", "grid"):
        return getattr(kic, q.verb)(dataset, theme=q.scope.theme, region=q.scope.region)
    own = {"populations": kic.populations(dataset)} if "per" in q.more else {}
    return getattr(kic, q.verb)(dataset, *q.scope.subjects, **q.scope.filters, **q.more, **own)


def _ask_store(store: Store, q: Question) -> list[Any]:
    """The records of an answer: of a part of the store, or of several one after the other."""
    if q.verb == "find":
        return kic.records(stored.find(store, q.more["words"], most=0, best=1000)[1])
    if q.verb in ("themes", "grid"):
        answer = getattr(stored, q.verb)(store, theme=q.scope.theme, region=q.scope.region)
        return kic.records(answer)
    most = MOST if "by" in q.more else 12  # groups are made of the whole answer
    try:
        return kic.records(_ask(stored.part(store, q.scope, most), q))
    except TooLargeError as error:
        chosen = error.chosen
        if q.verb == "gaps":
            everything = q.more.get("all", False)
            chosen = stored.lacking(chosen, q.more.get("registration"), everything=everything)
        order = q.more.get("order")
        several = stored.batches(chosen, lambda part: _ask(part, q), order, figures=12)
        return [*chain.from_iterable(kic.records(answer) for _, answer in several)]


def _differences(kept: Kept, engine: str, questions: Iterable[Question]) -> list[Question]:
    """The questions to which a store has other records, or the same in another order."""
    store = open_store(kept.folder, engine)
    return [
        q for q in questions if _told(_ask_store, store, q) != _told(_records, kept.dataset, q)
    ]


def _records(dataset: kic.Dataset, q: Question) -> list[Any]:
    return kic.records(_ask(dataset, q))


def _told(ask: Any, of: Any, q: Question) -> Any:
    """The records of an answer, or that there is none."""
    try:
        return ask(of, q)
    except UsageError:
        return "refused"


def test_a_store_gives_the_same_records(kept: Kept) -> None:
    """Whatever is asked of it, in small parts: the same rows in the same order, or a refusal."""
    questions = _questions(kept.dataset, QUESTIONS or 24)
    assert _differences(kept, "duckdb", questions) == []


def test_a_server_gives_the_same_records(server: Server, keeping: Keep, tmp_path: Path) -> None:
    """The same of each dataset, through Spark Connect, and what cannot be read is told."""
    for name in DATASETS:
        kept = keeping(name)
        questions = _questions(kept.dataset, QUESTIONS or 4)
        assert _differences(kept, server.address, questions) == [], name
        for order in ORDERS if QUESTIONS else ["-percent"]:
            assert _ranked(kept, server.address, order) == _sorted(kept, order), name
    with pytest.raises(KicError, match=r"cannot read '.*none'"):
        open_store(tmp_path / "none", server.address)
    store = open_store(kept.folder, server.address)
    server.process.kill()
    server.process.wait()
    with pytest.raises(KicError, match="cannot read "):
        store.whole()


def test_the_generated_dataset_has_every_feature(keeping: Keep) -> None:
    """Every code, kind of period, and what few figures have."""
    dataset = keeping("generated").dataset
    records = dataset.records
    for field, codes in {
        "qualifier": Qualifier,
        "registration": Registration,
        "reason": Reason,
        "status": Status,
        "trend": Trend,
        "measure": Measure,
        "unit_kind": UnitKind,
    }.items():
        assert {*codes} <= {getattr(r, field) for r in records}, field
    assert any(r.breaks and r.status is Status.PROVISIONAL for r in records)
    assert {*GapKind} == {r.gap.kind for r in records if r.gap}
    kinds = {"year", "half_year", "quarter", "month", "day", "school_year", "years-2", "unknown"}
    assert kinds <= {r.period.kind for r in records}
    for field in ("earlier", "correction", "inferred", "named", "cautions", "notes", "words"):
        assert any(getattr(r, field) for r in records), field
    for field in ("subset_of", "target_of", "related_to", "breakdown", "denominator_for", "ages"):
        assert any(getattr(i, field) for i in dataset.indicators.values()), field
    assert {s.kind for s in dataset.statements} == {*StatementKind}
    for answer in (kic.compare(dataset, per=1000), kic.compare(dataset, share=True)):
        assert any(ratio.interval.known for ratio in answer.ratios.values())


def test_the_engine_counts_as_python_does(kept: Kept) -> None:
    """The themes and the grid, of everything and of each region."""
    store = kept.store
    for region in (None, *kept.dataset.regions):
        assert stored.themes(store, region=region) == kic.themes(kept.dataset, region=region)
        assert stored.grid(store, region=region) == kic.grid(kept.dataset, region=region)


def test_the_engine_finds_as_python_does(kept: Kept) -> None:
    """The same things in the same order, also for what is misspelt."""
    store = kept.store
    for words in WORDS:
        expected = kic.find(kept.dataset, words)
        _, found = stored.find(store, words, most=0, best=1000)
        assert kic.records(found) == kic.records(expected), words
        assert found.alike == expected.alike


def _ranked(kept: Kept, engine: str, order: str) -> list[str]:
    """The indicators that moved, as an engine ranks them."""
    with pytest.raises(TooLargeError) as error:
        stored.part(open_store(kept.folder, engine), Scope(), most=0)
    return [id_ for id_, *_ in stored.ranked(stored.moved(error.value.chosen), order)]


def _sorted(kept: Kept, order: str) -> list[str]:
    """The same, as Python sorts them."""
    return [*dict.fromkeys(s.indicator for s in kic.compare(kept.dataset, order=order).series)]


@pytest.mark.parametrize("order", ORDERS)
def test_the_engine_ranks_as_python_does(kept: Kept, order: str) -> None:
    """The largest rise or fall comes first for both."""
    assert _ranked(kept, "duckdb", order) == _sorted(kept, order)


def _too_large(store: Store, scope: Scope) -> stored.Chosen:
    """What a scope chooses, of which not one figure is read."""
    with pytest.raises(TooLargeError) as error:
        stored.part(store, scope, most=0)
    chosen: stored.Chosen = error.value.chosen
    return chosen


def test_the_engine_counts_what_a_large_answer_is_about(kept: Kept) -> None:
    """Its indicators or gaps, of everything and of each theme, region, period and registration."""
    dataset, store = kept.dataset, kept.store
    records = dataset.records
    scopes = [Scope(), *(Scope(theme=theme) for theme in {r.theme for r in records} - {None})]
    scopes += [Scope(region=region) for region in {r.region for r in records}]
    scopes += [Scope(period=period) for period in {r.period.typed[-1] for r in records}]
    for scope in scopes:
        chosen = _too_large(store, scope)
        filters: dict[str, Any] = {**scope.filters}
        shown = kic.show(dataset, **filters).records
        assert stored.size(chosen) == len({r.indicator for r in shown}), scope
        for registration in (None, *Registration):
            lacking = stored.lacking(chosen, registration, everything=False)
            gaps = kic.gaps(dataset, registration=registration, **filters).gaps
            assert stored.size(lacking, gaps=True) == len(gaps), (scope, registration)
    moved = {s.indicator for s in kic.compare(dataset).series}
    assert stored.size(stored.moved(_too_large(store, Scope()))) == len(moved)


@pytest.mark.parametrize(
    ("verb", "more"), [("show", {}), ("gaps", {}), ("compare", {}), ("compare", {"share": True})]
)
def test_a_large_answer_comes_in_parts(kept: Kept, verb: str, more: dict[str, Any]) -> None:
    """The same records in the same order; it is refused only where every part of it is."""
    chosen = _too_large(kept.store, Scope())
    if verb == "gaps":
        chosen = stored.lacking(chosen, None, everything=False)

    def in_parts(chosen: stored.Chosen, q: Question) -> list[Any]:
        parts = stored.batches(chosen, lambda part: _ask(part, q), figures=12)
        return [*chain.from_iterable(kic.records(answer) for _, answer in parts)]

    question = Question(verb, Scope(), more)
    assert _told(in_parts, chosen, question) == _told(_records, kept.dataset, question)


def test_a_part_has_as_many_figures_as_are_read_at_once(kept: Kept) -> None:
    """One figure more is too many; of gaps only what lacks something is read."""
    dataset, store = kept.dataset, kept.store
    there = len(dataset.records)
    assert len(stored.part(store, Scope(), most=there).records) == there
    with pytest.raises(TooLargeError, match=f"about {there} figures, and at most {there - 1} "):
        stored.part(store, Scope(), most=there - 1)
    for region in (None, *dataset.regions):
        expected = kic.gaps(dataset, region=region)
        if len(expected.records) < there:
            part = stored.part(store, Scope(gaps=True, region=region), most=there - 1)
            found = kic.gaps(part, region=region)
            assert kic.records(found) == kic.records(expected)
            assert (found.numbers, len(found.worded)) == (expected.numbers, len(expected.worded))


def test_the_best_of_all_that_is_found_are_read(kept: Kept) -> None:
    """And it is told how many more there are."""
    store = kept.store
    for words in WORDS:
        expected = kic.find(kept.dataset, words)
        ids = [hit.id for hit in expected.hits if hit.kind == "indicator"]
        _, found = stored.find(store, words, most=0, best=2)
        assert [hit.id for hit in found.hits if hit.kind == "indicator"] == ids[:2]
        assert found.more == max(len(ids) - 2, 0)
        counts = {(hit.kind, hit.id): hit.indicators for hit in expected.hits}
        assert all(hit.indicators == counts[hit.kind, hit.id] for hit in found.hits)


def test_a_store_has_what_comes_after_the_latest_number(write: Write, tmp_path: Path) -> None:
    """A number of before is not found as though it were the last that is known."""
    secret = figure("2022", 'status = "Q"')
    dataset = kic.load(write(indicator("a", exact("2019", 4) + exact("2020", 7) + secret)))
    _, found = stored.find(open_store(save(dataset, tmp_path / "store")), "over", most=0)
    assert kic.records(found) == kic.records(kic.find(dataset, "over"))
    assert [row["later"] for row in kic.records(found)] == ["2022"]


def test_a_whole_store_is_its_dataset(kept: Kept) -> None:
    """Every part of every record, and what else a dataset has."""
    again, dataset = kic.load(kept.folder), kept.dataset
    assert kic.records(kic.show(again)) == kic.records(kic.show(dataset))
    for name in ("editions", "own", "sources", "organisations", "themes", "regions", "units"):
        assert [*getattr(again, name)] == [*getattr(dataset, name)]
        assert getattr(again, name) == getattr(dataset, name)
    for name in ("statements", "not_figures", "targets", "periods", "languages", "title"):
        assert getattr(again, name) == getattr(dataset, name)
    for one, other in zip(again.records, dataset.records, strict=True):
        assert (one.links.region, one.links.figure) == (other.links.region, other.links.figure)
        assert one._replace(links=other.links, earlier=()) == other._replace(earlier=())
        assert [e.links.figure for e in one.earlier] == [e.links.figure for e in other.earlier]


def _of_populations(dataset: kic.Dataset) -> list[Record]:
    """The figures that others are divided by."""
    return [r for r in kic.populations(dataset).records if r.links.indicator.denominator_for]


def test_a_store_has_what_its_dataset_is_compared_with(kept: Kept) -> None:
    """The figures for comparison, the marks of what they are about, and the populations."""
    again, dataset = kic.load(kept.folder), kept.dataset
    assert with_other_years(again) == with_other_years(dataset)
    one, other = (
        found and kic.records(kic.show(found)) for found in map(comparison, (again, dataset))
    )
    assert one == other
    assert [r.key for r in _of_populations(again)] == [r.key for r in _of_populations(dataset)]


MISTYPED = ("wachttijdn", "jeugdhulp wachtijd", "zzzzzz", "kinderarmoe")


@pytest.mark.parametrize("name", MISTYPED)
def test_a_name_that_nothing_has_is_refused_as_by_its_dataset(kept: Kept, name: str) -> None:
    """With the same first hint at what may be meant, though not all names are read."""
    store = kept.store
    hints = []
    for ask in (
        lambda: stored.part(store, Scope([name]), most=0),
        lambda: kic.show(kept.dataset, name),
    ):
        with pytest.raises(UsageError, match=f"unknown theme or indicator '{name}'") as error:
            ask()
        hints.append(re.findall("did you mean ('.*?')", str(error.value)))
    assert hints[0] == hints[1]


def test_a_store_too_large_to_be_read_at_once_is_refused(
    monkeypatch: pytest.MonkeyPatch, kept: Kept
) -> None:
    """By what reads all of it; it is not cut off."""
    figures = len(kept.dataset.records)
    monkeypatch.setattr("kic.dataset.store.MOST", figures)
    assert len(kic.load(kept.folder).records) == figures
    monkeypatch.setattr("kic.dataset.store.MOST", figures - 1)
    with pytest.raises(DatasetError, match=f"has more than {figures - 1} figures, too many"):
        kic.load(kept.folder)


def test_indicators_are_read_in_parts_with_few_figures() -> None:
    """Each whole, in their order, and not more of them than one question can name."""
    rows = [("a", 3), ("b", 3), ("c", 7), ("d", 1), ("e", 5), ("f", 1)]
    assert list(in_chunks(rows, 6)) == [["a", "b"], ["c"], ["d", "e"], ["f"]]
    assert [len(ids) for ids in in_chunks(((str(n), 0) for n in range(1001)), 6)] == [500, 500, 1]
    assert list(in_chunks([], 6)) == []


def test_a_place_of_the_page_is_found_in_a_store(kept: Kept) -> None:
    """With what stands at it and below it, alone or beside the name of an indicator."""
    store = kept.store
    placed = [(r.locator, r.indicator) for r in kept.dataset.records if r.locator][:3]
    beside = [placed[0][0], placed[-1][1]]
    for subjects in [*([locator] for locator, _ in placed), beside]:
        part = stored.part(store, Scope(subjects), most=40)
        assert kic.records(kic.show(part, *subjects)) == kic.records(
            kic.show(kept.dataset, *subjects)
        )


def test_a_store_is_made_of_another(kept: Kept, tmp_path: Path) -> None:
    """Part by part, with the same rows in each table."""
    with ExitStack() as opened:
        rewrite(
            kept.store,
            lambda name: opened.enter_context((tmp_path / name).open("w+b")),
        )
    read_table = package("pyarrow.parquet").read_table
    for path in {*kept.folder.iterdir()} - {kept.folder / "store.parquet"}:
        assert read_table(path).to_pylist() == read_table(tmp_path / path.name).to_pylist(), path


@pytest.mark.parametrize("name", ["control", "markup", "quoted formula", "shell", "tex"])
def test_hostile_texts_stay_what_they_are(name: str, tmp_path: Path) -> None:
    """In a store, in a folder with a name that SQL and globs know."""
    dataset = dataset_of(HOSTILE[name])
    again = kic.load(save(dataset, tmp_path / 'it\'s [a] "store"*?'))
    assert kic.records(kic.show(again)) == kic.records(kic.show(dataset))
    assert kic.records(kic.find(again, "hulp")) == kic.records(kic.find(dataset, "hulp"))


def _changed(folder: Path, table: str, **values: object) -> None:
    """Write a table of a store with another value in each row, or with one for each."""
    parquet, arrow = package("pyarrow.parquet"), package("pyarrow")
    path = folder / f"{table}.parquet"
    rows = parquet.read_table(path)
    for name, value in values.items():
        several = value if isinstance(value, list) else [value] * len(rows)
        column = arrow.array(several, rows.schema.field(name).type)
        rows = rows.set_column(rows.schema.get_field_index(name), name, column)
    parquet.write_table(rows, path)
    if table != "store":  # as a program that writes stores would
        listed = parquet.read_table(folder / "store.parquet")
        written = hashlib.sha256(path.read_bytes()).hexdigest()
        pairs = zip(*(listed[name].to_pylist() for name in ("file", "sha256")), strict=True)
        told = arrow.array([written if file == path.name else old for file, old in pairs])
        listed = listed.set_column(listed.schema.get_field_index("sha256"), "sha256", told)
        parquet.write_table(listed, folder / "store.parquet")


FIGURE = {"period": "2020", "qualifier": "exact", "value": 1, "as_printed": "1"}
REFUSED: dict[str, tuple[str, dict[str, object], str]] = {
    "another version": ("store", {"version": 4}, "is a store of version 4, and this kic reads"),
    "no file": ("store", {"file": None}, "lists what is no file of its own (found None)"),
    "no name": ("store", {"name": None}, "lists what is no file of its own"),
    "a file elsewhere": ("store", {"file": "/etc/x"}, "no file of its own (found '/etc/x')"),
    "a file above it": ("store", {"file": "../x.parquet"}, "lists what is no file of its own"),
    "a value out of range": (
        "records",
        {"as_typed": json.dumps(FIGURE | {"value": 1e300})},
        "value: Value error, must not be above",
    ),
    "a code that is not known": (
        "records",
        {"as_typed": json.dumps(FIGURE | {"status": "Z"})},
        "status: Input should be 'A'",
    ),
    "a key of a newer version": (
        "records",
        {"as_typed": json.dumps(FIGURE | {"colour": "red"})},
        "colour: Extra inputs are not permitted",
    ),
    "an earlier version that is none": (
        "records",
        {"before": json.dumps([1])},
        "holds figures that cannot be read",
    ),
    "a figure of no indicator": (
        "records",
        {"indicator": None},
        "holds indicators that cannot be",
    ),
    "an edition that is not there": ("records", {"edition": 9}, "holds figures that cannot be"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_understood_is_refused(case: str, folder: Path) -> None:
    """A store or a row of another version, and a value that no figure has, give one line."""
    table, values, message = REFUSED[case]
    _changed(folder, table, **values)
    with pytest.raises(DatasetError) as error:
        kic.load(folder)
    [line] = error.value.lines
    assert line.startswith(f"{folder}: ")
    assert message in line


def test_a_period_that_is_none_is_refused(folder: Path) -> None:
    """As any other part that cannot be read."""
    parts = package("pyarrow.parquet").read_table(folder / "parts.parquet")
    pairs = zip(parts["kind"].to_pylist(), parts["part"].to_pylist(), strict=True)
    _changed(folder, "parts", part=["ooit" if kind == "period" else p for kind, p in pairs])
    with pytest.raises(DatasetError, match="holds period that cannot be read: a period is"):
        kic.load(folder)


def test_an_indicator_of_no_edition_is_refused(folder: Path) -> None:
    """What one edition says otherwise is no definition."""
    parts = package("pyarrow.parquet").read_table(folder / "parts.parquet")
    pairs = zip(parts["kind"].to_pylist(), parts["edition"].to_pylist(), strict=True)
    _changed(folder, "parts", edition=[0 if kind == "indicator" else e for kind, e in pairs])
    with pytest.raises(DatasetError, match="holds indicators that cannot be read"):
        kic.load(folder)


def test_a_store_with_another_bit_is_refused(folder: Path) -> None:
    """Parquet itself does not notice each: a bound may be lost with a letter of a unit."""
    path = folder / "parts.parquet"
    data = path.read_bytes()
    path.write_bytes(data[:460] + bytes([data[460] ^ 1]) + data[461:])
    with pytest.raises(DatasetError, match=r"has a parts\.parquet that is damaged"):
        kic.load(folder)


@pytest.mark.parametrize("table", ["figures", "records"])
def test_a_store_that_lacks_rows_is_refused(folder: Path, keeping: Keep, table: str) -> None:
    """A file of another store, a file that is missing, and one that is cut off, give one line.

    Also of what kic does not answer from: it is there for others to read.
    """
    other = keeping("odd").folder
    path = folder / f"{table}.parquet"
    whole = path.read_bytes()
    for content in ((other / path.name).read_bytes(), whole[:1000], b"", None):
        path.unlink() if content is None else path.write_bytes(content)
        with pytest.raises(DatasetError) as error:
            kic.load(folder)
        assert len(error.value.lines) == 1


def test_a_store_replaced_while_it_is_read_is_refused(folder: Path, keeping: Keep) -> None:
    """Never figures of one store with names of another."""
    store = open_store(folder)
    copytree(keeping("template").folder, folder, dirs_exist_ok=True)
    with pytest.raises(DatasetError, match="was replaced while it was read"):
        store.whole()


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:15002", "sc://", "sc://:15002", "sc://host:99999", "sc://host:x", "spark"],
)
def test_an_engine_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    """Before anything is asked of it."""
    told = f"an engine is duckdb or sc://HOST:PORT (found '{address}')."
    with pytest.raises(KicError) as error:
        open_store(tmp_path, address)
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("address", "place"), [("sc://host", ("host", 15002)), ("sc://host:81", ("host", 81))]
)
def test_a_server_that_cannot_be_reached_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, address: str, place: tuple[str, int]
) -> None:
    """Soon, and of the port that servers have where none is given."""
    asked = []

    def connected(there: tuple[str, int], seconds: float) -> None:
        asked.append((there, seconds <= 10))
        raise TimeoutError(None, "Timed out")

    monkeypatch.setattr(socket, "create_connection", connected)
    with pytest.raises(KicError, match=f"^{address} cannot be reached: timed out\\.$"):
        open_store(tmp_path, address)
    assert asked == [(place, True)]


@pytest.mark.parametrize("order", ["percent", "-absolute"])
def test_the_first_lines_of_an_order_are_its_first(kept: Kept, order: str) -> None:
    """No series of another indicator belongs between those that people are shown."""
    store = kept.store
    with pytest.raises(TooLargeError) as error:
        stored.part(store, Scope(), most=0)

    def ask(dataset: kic.Dataset) -> Any:
        return kic.compare(dataset, order=order)

    _, answer = next(stored.batches(stored.moved(error.value.chosen), ask, order, 2))
    shown = [(s.indicator, s.region) for s in stored.leading(answer, order).series]
    whole = [(s.indicator, s.region) for s in kic.compare(kept.dataset, order=order).series]
    assert shown == whole[: len(shown)]


def test_what_regions_say_beside_each_other_comes_with_their_part(kept: Kept) -> None:
    """A conclusion stands with the figures of its indicator, in whatever part these are."""
    store = kept.store
    with pytest.raises(TooLargeError) as error:
        stored.part(store, Scope(), most=0)

    def ask(dataset: kic.Dataset) -> Any:
        return kic.compare(dataset, per=1000, populations=kic.populations(dataset))

    try:
        whole = ask(kept.dataset).conclusions
    except UsageError:
        pytest.skip("no figure of it has a rate")
    parts = [part for _, part in stored.batches(error.value.chosen, ask, figures=12)]
    assert [c for part in parts for c in part.conclusions] == list(whole)


def test_a_store_that_only_its_engine_sees_is_counted_by_it(kept: Kept, tmp_path: Path) -> None:
    """As one on a server: there are no files here that could be held to what was written."""
    store = Store(tmp_path / "elsewhere", lambda: DuckDB(kept.folder))
    assert store.figures == len(kept.dataset.records)


def test_rows_that_only_its_engine_misses_are_missed(folder: Path) -> None:
    """On a server too: a store that lacks a row would call unknown what it was written with."""
    path = folder / "words.parquet"
    parquet = package("pyarrow.parquet")
    parquet.write_table(parquet.read_table(path)[1:], path)
    with pytest.raises(DatasetError, match="has other rows than it says"):
        Store(folder / "elsewhere", lambda: DuckDB(folder))


def test_a_store_that_lacks_a_table_is_refused(folder: Path) -> None:
    """Its list has to name every table that answers need, or a question would have none."""
    path = folder / "store.parquet"
    parquet = package("pyarrow.parquet")
    listed = parquet.read_table(path)
    kept = [row for row in listed.to_pylist() if row["name"] != "words"]
    parquet.write_table(package("pyarrow").Table.from_pylist(kept, listed.schema), path)
    with pytest.raises(DatasetError, match="is no whole store"):
        open_store(folder)


def test_a_part_has_what_its_indicators_are_near_to(kept: Kept) -> None:
    """Without its figures: the answer names it."""
    store = kept.store
    for id_, asked in kept.dataset.indicators.items():
        if asked.related_to:
            part = stored.part(store, Scope(subjects=(id_,)), most=store.figures - 1)
            assert {*asked.related_to} <= {*part.indicators}, id_


def test_as_many_figures_as_are_read_at_once_are_read(kept: Kept) -> None:
    """The limit is the most that is read, of the whole and of a part."""
    store = kept.store
    everything = store.figures
    assert len(stored.part(store, Scope(), most=everything).records) == everything
    id_ = kept.dataset.records[0].indicator
    figures = sum(r.indicator == id_ for r in kept.dataset.records)
    part = stored.part(store, Scope(subjects=(id_,)), most=figures)
    assert sum(r.indicator == id_ for r in part.records) == figures
    with pytest.raises(TooLargeError):
        stored.part(store, Scope(subjects=(id_,)), most=figures - 1)
