"""Streams: what stdout can show, and answers written to it whole or not at all."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout, suppress
from datetime import UTC, date, datetime
from io import StringIO

from kic.formats import Style
from kic.model import Lang
from kic.model.errors import OutputError, UsageError, cause, excerpt, shortened
from kic.model.safe import visible

_LONGEST_LINE = 5000  # characters: the longest path, and what is wrong with it


def one_line(told: str) -> str:
    """What is told of a file or a question, on one line that somebody may read."""
    return visible(shortened(told, _LONGEST_LINE))


def complain(code: int, *lines: str) -> int:
    """Write lines to stderr, each with the name of the program; gives back the code."""
    for line in lines:
        text = f"kic: {one_line(line)}\n"
        with suppress(OSError, ValueError, AttributeError):  # nobody listens
            encoding = sys.stderr.encoding or "utf-8"
            sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))
            sys.stderr.flush()
    return code


def hush() -> None:
    """Nobody reads any more: let the interpreter flush what is left into nothing."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def terminal(lang: Lang, color: str) -> Style:
    """What stdout can show; asked here and nowhere else."""
    tty = sys.stdout is not None and sys.stdout.isatty()
    dumb = os.environ.get("TERM", "") in ("", "dumb") and os.name != "nt"
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    utf = encoding.lower().replace("-", "").startswith("utf")
    return Style(
        lang=lang,
        width=_columns() if tty else None,
        color=_colored(color, tty=tty and not dumb),
        bars=("blocks" if utf and not dumb else "ascii") if tty else None,
        encoding=encoding,
    )


def _columns() -> int:
    """The terminal's width; COLUMNS wins, as everywhere.

    On less than can hold a number and its name lines run over, and no screen is wider than
    the most.
    """
    from shutil import get_terminal_size

    return _bounded(get_terminal_size((80, 24)).columns)


def _bounded(columns: int) -> int:
    return min(max(columns, 20), 1000)


@contextmanager
def as_answer() -> Iterator[None]:
    """Write what Typer writes to stdout (help, version, completion) as an answer is written.

    Typer and Rich take the width from the environment as it is, whatever it is, so they get
    one that is checked.
    """
    shown = _Shown()
    given = os.environ.get("TERMINAL_WIDTH", "")
    checked = int(given) if given.isascii() and given.isdecimal() and len(given) < 9 else 0
    before = {name: os.environ.pop(name, None) for name in ("TERMINAL_WIDTH", "LINES")}
    before["COLUMNS"] = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = str(_bounded(checked) if checked else _columns())
    try:
        with redirect_stdout(shown):
            yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
        if text := shown.getvalue():
            put(text, terminal("en", "auto"), for_people=True)


class _Shown(StringIO):
    """Text that is made for what stdout can show, before it goes there."""

    def __init__(self) -> None:
        super().__init__()
        self._stdout = sys.stdout

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return getattr(self._stdout, "encoding", None) or "utf-8"

    def isatty(self) -> bool:
        return self._stdout is not None and self._stdout.isatty()


def _colored(color: str, *, tty: bool) -> bool:
    """--color first, then NO_COLOR, then FORCE_COLOR, then whether it is a terminal."""
    if color != "auto":
        return color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return tty


def put(written: str | bytes, style: Style, *, for_people: bool) -> None:
    """Write a whole answer to stdout.

    Raises OutputError where stdout is full, cannot hold a character, or is a screen and
    the answer no text.
    """
    if sys.stdout is None:
        raise OutputError("stdout is closed.")
    if isinstance(written, bytes) and sys.stdout.isatty():
        raise OutputError("this format is no text; write it to a file with --output.")
    data = written if isinstance(written, bytes) else _encoded(written, style, for_people)
    try:
        sys.stdout.flush()
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:
            sys.stdout.write(data.decode(style.encoding))
        else:
            rest = memoryview(data)
            while rest:  # an unbuffered stream may take less than it is given
                taken = stream.write(rest)
                if taken is None:
                    raise BlockingIOError("it takes no more for now")
                rest = rest[taken:]
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the answer has seen enough
        hush()
    except OSError as error:
        hush()
        raise OutputError(f"cannot write to stdout: {cause(error)}.") from None


def _encoded(text: str, style: Style, for_people: bool) -> bytes:
    from kic.formats.cells import encodable

    try:
        if for_people:
            text = encodable(text, style.encoding)
        return text.encode(style.encoding)
    except UnicodeEncodeError as error:
        character = error.object[error.start]
        raise OutputError(
            f"the output encoding {style.encoding} has no {character!a}; "
            "set PYTHONIOENCODING=utf-8 or write to a file with --output."
        ) from None
    except UnicodeError:  # one that is not made for text at all, as idna
        raise OutputError(
            f"the output encoding {style.encoding} cannot hold this; set PYTHONIOENCODING=utf-8."
        ) from None


def made_at(published: date | None) -> datetime:
    """The moment to write into metadata: SOURCE_DATE_EPOCH, or the day of publication.

    Never the clock's, so that the same dataset gives the same files on any day.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if given:
        try:
            return datetime.fromtimestamp(int(given), UTC)
        except (ValueError, OverflowError, OSError):
            raise UsageError(
                f"SOURCE_DATE_EPOCH is a number of seconds since 1970 (found {excerpt(given)})."
            ) from None
    day = published or date(2000, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)
