"""Streams: what stdout can show, and answers written to it whole or not at all."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from shutil import get_terminal_size

from kic.formats import UNLIMITED, Bars, Style
from kic.model import Lang
from kic.model.errors import OutputError, UsageError, cause, shortened
from kic.model.safe import visible

Content = str | bytes | Iterator[bytes]
_LONGEST_LINE = 5000  # characters: the longest path, and what is wrong with it


def one_line(text: str) -> str:
    """A text about a file or a question, on one line that is safe to read."""
    return visible(shortened(text, _LONGEST_LINE))


def error_line(text: str) -> None:
    """Write one line to stderr, with the name of the program before it."""
    with suppress(OSError, ValueError, AttributeError):  # stderr is closed, or there is none
        encoding = sys.stderr.encoding or "utf-8"
        line = f"kic: {one_line(text)}\n".encode(encoding, "backslashreplace")
        sys.stderr.write(line.decode(encoding))
        sys.stderr.flush()


def style_for(path: Path | None, lang: Lang = "nl", color: str = "never") -> Style:
    """How to write to a file, or without a path to stdout, as that can show it."""
    if path is not None:
        return Style(lang=lang, alone=True)
    tty = sys.stdout is not None and sys.stdout.isatty()
    dumb = os.environ.get("TERM", "") in ("", "dumb") and os.name != "nt"
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    style = Style(
        lang=lang,
        width=_columns() if tty else UNLIMITED,
        color=_colored(color, tty=tty and not dumb),
        encoding=encoding,
    )
    bars: Bars = "blocks" if style.is_unicode and not dumb else "ascii"
    return style._replace(bars=bars) if tty else style


def _columns(wanted: int = 0) -> int:
    """The width that is wanted, or else the terminal's; COLUMNS wins, as everywhere.

    On less than can hold a number and its name lines run over, and no screen is wider than
    the most.
    """
    return min(max(wanted or get_terminal_size((80, 24)).columns, 20), 1000)


@contextmanager
def as_answer() -> Iterator[None]:
    """Write what Typer writes to stdout (help, version, completion) as an answer is written.

    Typer and Rich take the width from the environment as it is, whatever it is, so they get
    one that is checked.
    """
    shown = _Shown()
    given = os.environ.get("TERMINAL_WIDTH", "")
    is_width = given.isascii() and given.isdecimal() and len(given) < 9
    width = _columns(int(given) if is_width else 0)
    names = ("TERMINAL_WIDTH", "COLUMNS", "LINES")
    before = {name: os.environ.pop(name) for name in names if name in os.environ}
    os.environ["COLUMNS"] = str(width)
    try:
        with redirect_stdout(shown):
            yield
    finally:
        del os.environ["COLUMNS"]
        os.environ.update(before)
        if text := shown.getvalue().rstrip():  # Rich leaves lines empty below its help
            put(f"{text}\n", style_for(None, "en", "auto"), for_people=True)


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
    return tty or os.environ.get("FORCE_COLOR", "0") not in ("", "0")


def target(output: Path | None) -> Path | None:
    """The file of --output; None is stdout, and so is ``-``, as everywhere."""
    if str(output) == ".":
        raise UsageError("--output needs the name of a file.")
    return None if str(output) == "-" else output


def deliver(
    content: str | bytes,
    path: Path | None,
    style: Style,
    *,
    force: bool | None,
    quiet: bool,
    for_people: bool,
) -> None:
    """Write a whole answer to a file, or to stdout where there is none."""
    if path is None:
        put(content, style, for_people=for_people)
    else:
        keep(path, content, force=force, quiet=quiet)


def deliver_parts(
    parts: Iterator[str], path: Path | None, style: Style, *, force: bool, quiet: bool
) -> None:
    """Write an answer that comes in parts: to a file when it is whole, to stdout as it comes."""
    if path is None:
        for part in parts:
            if not put(part, style, for_people=False):
                return
    else:
        keep(path, (part.encode("utf-8") for part in parts), force=force, quiet=quiet)


def keep(path: Path, content: Content, *, force: bool | None, quiet: bool) -> None:
    """Write a whole answer to a file, and tell that on stderr unless ``quiet``."""
    from kic.cli.saving import save  # needed for a file only

    data = content.encode("utf-8") if isinstance(content, str) else content
    save(path, data, force=force)
    if not quiet:
        tell_written(path, path.stat().st_size)


def tell_written(path: Path, size: int, within: Sequence[str] = ()) -> None:
    """Name on stderr what was written: a file, or a folder with the files written into it."""
    from rich.filesize import decimal

    files = f": {', '.join(within)}" if within else ""
    error_line(f"wrote {path}, {decimal(size, precision=0)}{files}")


def put(content: str | bytes, style: Style, *, for_people: bool) -> bool:
    """Write a whole answer, or a part of one, to stdout; gives whether anybody reads on.

    Raises OutputError where stdout is full, cannot hold a character, or is a screen and
    the answer no text.
    """
    if sys.stdout is None:
        raise OutputError("stdout is closed.")
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise OutputError("this format is no text; write it to a file with --output.")
    data = content if isinstance(content, bytes) else _encoded(content, style, for_people)
    try:
        sys.stdout.flush()
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:  # as of StringIO, where a program takes the answer from
            sys.stdout.write(data.decode(style.encoding))
            return True
        rest = memoryview(data)
        while rest:  # an unbuffered stream may take less than it is given
            taken = stream.write(rest)
            if taken is None:
                raise BlockingIOError("it takes no more for now")
            rest = rest[taken:]
        sys.stdout.flush()
        return True
    except OSError as error:
        # What is left in buffers, and flushed at the end, must not raise this once more.
        with suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # a reader who leaves has seen enough
            raise OutputError(f"cannot write to stdout: {cause(error)}.") from None
        return False


def _encoded(text: str, style: Style, for_people: bool) -> bytes:
    from kic.formats.encoding import encodable

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
