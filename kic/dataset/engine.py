"""What answers SQL about a store: DuckDB in this process, or a Spark Connect server.

The SQL is the same for both: markers for what is bound, and no more than both understand.
"""

import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import Any, Protocol
from urllib.parse import urlsplit
from warnings import catch_warnings, simplefilter

from kic.dataset.reading import refusal
from kic.model.errors import KicError, cause, excerpt, needed, shortened

_WAIT = 5  # seconds for a server to take a connection
_MEMORY = "300MB"  # what DuckDB may hold before it goes on from the disk
_AT_ONCE = 10_000  # rows


class Engine(Protocol):
    """Tables of Parquet by their names, and the rows that SQL makes of them."""

    def define(self, tables: Mapping[str, Sequence[str]]) -> None:
        """Name tables, each by the files of the store that hold it."""

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a question, with what is bound to its markers."""


class DuckDB:
    """DuckDB in this process; needs the extra ``kic[duckdb]``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._duckdb = needed("duckdb", "duckdb")
        config = {"memory_limit": _MEMORY, "temp_directory": str(Path(gettempdir(), "kic-duckdb"))}
        self._connection = self._duckdb.connect(config=config)

    def define(self, tables: Mapping[str, Sequence[str]]) -> None:
        """Name tables; raises DatasetError for a file that is missing or no Parquet."""
        for name, files in tables.items():
            paths = [_literal(str(self._folder / file)) for file in files]
            with self._explained():
                self._connection.read_parquet(paths).create_view(name)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a question; raises DatasetError for what cannot be read."""
        with self._explained():
            found = self._connection.cursor().execute(sql, list(parameters))
            while rows := found.fetchmany(_AT_ONCE):
                yield from rows

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (self._duckdb.Error, UnicodeError, RuntimeError) as error:  # a damaged text
            raise refusal(self._folder, f"cannot be read: {_first_line(error)}") from None


def _literal(path: str) -> str:
    """A path in which nothing stands for other characters."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in path)


def _first_line(error: Exception) -> str:
    [line, *_] = str(error).splitlines() or [type(error).__name__]
    return shortened(line)


class Spark:
    """A server that speaks Spark Connect, as ``sc://host:15002``; needs ``kic[spark]``.

    The folder of the store is one of the server.
    """

    def __init__(self, folder: Path, address: str) -> None:
        self._folder, self._address = str(folder), address
        try:
            socket.create_connection(_host(address), _WAIT).close()
        except OSError as error:
            raise KicError(f"{address} cannot be reached: {cause(error)}.") from None
        with catch_warnings():
            simplefilter("ignore")  # of its own about versions, which nobody here can act on
            rpc = needed("grpc", "spark")
            sessions = needed("pyspark.sql.connect.session", "spark")
        errors = needed("pyspark.errors", "spark")
        retries = needed("pyspark.sql.connect.client.retries", "spark")
        self._errors: tuple[type[Exception], ...] = (errors.PySparkException, rpc.RpcError)
        with self._explained():
            self._session = sessions.SparkSession.builder.remote(address).create()
            # Without this PySpark waits ten minutes for a server that went away, also at the exit.
            self._session.client.set_retry_policies([retries.RetryPolicy()])  # which never does

    def define(self, tables: Mapping[str, Sequence[str]]) -> None:
        """Name tables; raises KicError where the server cannot."""
        for name, files in tables.items():
            paths = [f"{self._folder}/{file}" for file in files]
            with self._explained():
                self._session.read.parquet(*paths).createOrReplaceTempView(name)

    def rows(self, sql: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a question; raises KicError where the server cannot answer."""
        with self._explained():
            found = self._session.sql(sql, args=list(parameters))
            yield from map(tuple, found.toLocalIterator())

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except self._errors as error:
            told = f"{self._address} cannot read '{self._folder}': {_first_line(error)}"
            raise KicError(told) from None


def _host(address: str) -> tuple[str, int]:
    """The host and the port of a server; raises KicError for what is no address of one."""
    parts = urlsplit(address)
    try:
        port = parts.port or 15002
    except ValueError:
        port = 0
    if parts.scheme != "sc" or not parts.hostname or not port:
        raise KicError(f"an engine is duckdb or sc://HOST:PORT (found {excerpt(address)}).")
    return parts.hostname, port
