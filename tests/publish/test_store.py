"""A store gives the answers that its dataset gives, whatever asks it."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from random import Random
from time import sleep
from typing import Any, NamedTuple

import pytest

import kic
from kic.dataset.store import Store, open_store
from kic.model.errors import DatasetError, UsageError
from kic.publish import export
from kic.query import stored
from kic.query.question import ORDERS, Scope, TooLargeError
from tests.conftest import ROOT
from tests.hostile import HOSTILE, dataset_of
from tests.needs import package

pytestmark = pytest.mark.needs("pyarrow", "duckdb")

DATASETS = {
    "embedded": None,
    "template": ROOT / "kic" / "template.toml",
    "odd": ROOT / "tests" / "corpus" / "data" / "odd",
}
WORDS = (
    "kinder",
    "kindr",
    "wachttijdn jeugdhulp",
    "caribisch",
    "hulp jaar",
    "veilig",
    "x-",
)


class Kept(NamedTuple):
    """A dataset and the folder of its store."""

    dataset: kic.Dataset
    folder: Path


def save(dataset: kic.Dataset, folder: Path) -> Path:
    """The folder, with the store of a dataset in it."""
    folder.mkdir(exist_ok=True)
    for name, content in export(dataset, "parquet", datetime(2000, 1, 1, tzinfo=UTC)).items():
        (folder / name).write_bytes(content)
    return folder


@pytest.fixture(scope="module", params=DATASETS)
def kept(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Each dataset with its store."""
    package("pyarrow")
    dataset = kic.load(DATASETS[request.param])
    return Kept(dataset, save(dataset, tmp_path_factory.mktemp(request.param)))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that speaks Spark Connect."""
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
        yield f"sc://127.0.0.1:{port}"
        sail.kill()


@pytest.fixture(scope="module", params=["duckdb", "spark"])
def engine(request: pytest.FixtureRequest) -> str:
    """What asks a store."""
    address: str = request.getfixturevalue("server") if request.param == "spark" else "duckdb"
    return address


def _questions(dataset: kic.Dataset, count: int) -> Iterator[tuple[str, Scope, dict[str, Any]]]:
    """Questions with filters put together at random, the same ones each time."""
    random = Random(count)  # noqa: S311
    themes, indicators = [*dataset.themes], [*dataset.indicators]
    periods = [*sorted({name for p in dataset.periods for name in p.typed[-1:]}), "latest"]
    for _ in range(count):
        verb = random.choice(("show", "compare", "gaps"))
        subjects = random.choice(([], [random.choice(themes)], random.sample(indicators, 2)))
        theme, indicator, region, period = (
            [random.choice(values)] if random.random() < 0.3 else None
            for values in (themes, indicators, [*dataset.regions], periods)
        )
        more: dict[str, Any] = {}
        if verb == "compare":
            more = random.choice(({}, {"per": 1000}, {"share": True}, {"order": "name"}))
        if verb == "gaps":
            more = random.choice(({}, {"all": True}))
        yield verb, Scope(subjects, theme, indicator, region, period), more


def _ask(verb: str, dataset: kic.Dataset, scope: Scope, more: dict[str, Any]) -> Any:
    own = {"populations": kic.populations(dataset)} if "per" in more else {}
    return getattr(kic, verb)(dataset, *scope.subjects, **scope.filters, **more, **own)


def _from_store(store: Store, verb: str, scope: Scope, more: dict[str, Any]) -> list[Any]:
    """The records of an answer: of a part of the store, or of several one after the other."""

    def ask(dataset: kic.Dataset) -> Any:
        return _ask(verb, dataset, scope, more)

    try:
        return kic.records(ask(stored.part(store, scope, most=12)))
    except TooLargeError as error:
        several = stored.batches(error.chosen, ask, more.get("order"), figures=12)
        return [*chain.from_iterable(kic.records(answer) for _, answer in several)]


def test_a_store_gives_the_same_records(kept: Kept, engine: str) -> None:
    """Whatever is asked of it, in small parts: the same rows in the same order, or a refusal."""
    store = open_store(kept.folder, engine)
    for verb, scope, more in _questions(kept.dataset, 35 if engine == "duckdb" else 7):
        try:
            expected = kic.records(_ask(verb, kept.dataset, scope, more))
        except UsageError:
            with pytest.raises(UsageError):
                _from_store(store, verb, scope, more)
        else:
            assert _from_store(store, verb, scope, more) == expected, (verb, scope, more)


def test_the_engine_counts_as_python_does(kept: Kept, engine: str) -> None:
    """The themes and the grid, of everything and of each region."""
    store = open_store(kept.folder, engine)
    for region in (None, *kept.dataset.regions)[: None if engine == "duckdb" else 2]:
        assert stored.themes(store, region=region) == kic.themes(kept.dataset, region=region)
        assert stored.grid(store, region=region) == kic.grid(kept.dataset, region=region)


def test_the_engine_finds_as_python_does(kept: Kept, engine: str) -> None:
    """The same things in the same order, also for what is misspelt."""
    store = open_store(kept.folder, engine)
    for words in WORDS[: None if engine == "duckdb" else 3]:
        expected = kic.find(kept.dataset, words)
        _, found = stored.find(store, words, most=0, best=1000)
        assert kic.records(found) == kic.records(expected), words
        assert found.alike == expected.alike


@pytest.mark.parametrize("order", ORDERS)
def test_the_engine_ranks_as_python_does(kept: Kept, order: str) -> None:
    """The largest rise or fall comes first for both."""
    store = open_store(kept.folder)
    with pytest.raises(TooLargeError) as error:
        stored.part(store, Scope(), most=0)
    several = stored.batches(stored.moved(error.value.chosen), kic.compare, order, figures=1)
    ranked = [s.indicator for _, answer in several for s in answer.series]
    expected = [s.indicator for s in kic.compare(kept.dataset, order=order).series]
    assert [*dict.fromkeys(ranked)] == [*dict.fromkeys(expected)]


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


@pytest.mark.parametrize("name", ["control", "markup", "quoted formula", "shell", "tex"])
def test_hostile_texts_stay_what_they_are(name: str, tmp_path: Path) -> None:
    """In a store, in a folder with a name that SQL and globs know."""
    dataset = dataset_of(HOSTILE[name])
    again = kic.load(save(dataset, tmp_path / 'it\'s [a] "store"*?'))
    assert kic.records(kic.show(again)) == kic.records(kic.show(dataset))
    assert kic.records(kic.find(again, "hulp")) == kic.records(kic.find(dataset, "hulp"))


def _changed(folder: Path, table: str, **values: object) -> None:
    """Write a table of a store with other values in each row."""
    parquet, arrow = package("pyarrow.parquet"), package("pyarrow")
    path = folder / f"{table}.parquet"
    rows = parquet.read_table(path)
    for name, value in values.items():
        column = arrow.array([value] * len(rows), rows.schema.field(name).type)
        rows = rows.set_column(rows.schema.get_field_index(name), name, column)
    parquet.write_table(rows, path)


FIGURE = {"period": "2020", "qualifier": "exact", "value": 1, "as_printed": "1"}
REFUSED: dict[str, tuple[str, dict[str, object], str]] = {
    "another version": ("store", {"version": 2}, "is a store of version 2, and this kic reads"),
    "a value out of range": (
        "figures",
        {"as_typed": json.dumps(FIGURE | {"value": 1e300})},
        "value: Value error, must not be above",
    ),
    "a code that is not known": (
        "figures",
        {"as_typed": json.dumps(FIGURE | {"status": "Z"})},
        "status: Input should be 'A'",
    ),
    "a key of a newer version": (
        "figures",
        {"as_typed": json.dumps(FIGURE | {"colour": "red"})},
        "colour: Extra inputs are not permitted",
    ),
    "an edition that is not there": ("figures", {"edition": 9}, "holds figures that cannot be"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_not_understood_is_refused(
    case: str, dataset: kic.Dataset, tmp_path: Path
) -> None:
    """A store or a row of another version, and a value that no figure has, give one line."""
    table, values, message = REFUSED[case]
    folder = save(dataset, tmp_path)
    _changed(folder, table, **values)
    with pytest.raises(DatasetError) as error:
        kic.load(folder)
    [line] = error.value.lines
    assert line.startswith(f"{folder}: ")
    assert message in line


def test_a_store_that_lacks_rows_is_refused(dataset: kic.Dataset, tmp_path: Path) -> None:
    """A file of another store, a file that is missing, and one that is cut off, give one line."""
    folder = save(dataset, tmp_path)
    other = save(kic.load(DATASETS["odd"]), tmp_path / "other")
    figures = folder / "figures.parquet"
    whole = figures.read_bytes()
    for content in ((other / figures.name).read_bytes(), whole[:1000], b"", None):
        figures.unlink() if content is None else figures.write_bytes(content)
        with pytest.raises(DatasetError) as error:
            kic.load(folder)
        assert len(error.value.lines) == 1


def test_a_store_replaced_while_it_is_read_is_refused(
    dataset: kic.Dataset, tmp_path: Path
) -> None:
    """Never figures of one store with names of another."""
    store = open_store(save(dataset, tmp_path))
    save(kic.load(DATASETS["template"]), tmp_path)
    with pytest.raises(DatasetError, match="was replaced while it was read"):
        store.whole()


@pytest.mark.parametrize("order", ["percent", "-absolute"])
def test_the_first_lines_of_an_order_are_its_first(kept: Kept, order: str) -> None:
    """No series of another indicator belongs between those that people are shown."""
    store = open_store(kept.folder)
    with pytest.raises(TooLargeError) as error:
        stored.part(store, Scope(), most=0)

    def ask(dataset: kic.Dataset) -> Any:
        return kic.compare(dataset, order=order)

    _, answer = next(stored.batches(stored.moved(error.value.chosen), ask, order, 2))
    shown = [(s.indicator, s.region) for s in stored.leading(answer, order).series]
    whole = [(s.indicator, s.region) for s in kic.compare(kept.dataset, order=order).series]
    assert shown == whole[: len(shown)]
