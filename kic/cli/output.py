"""Streams and files: what stdout can show, and answers written whole or not at all."""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path

from kic.errors import OutputError, UsageError, shortened
from kic.formats import Style
from kic.formats.safe import visible
from kic.interrupt import Uninterrupted
from kic.model import Lang

_LONGEST_LINE = 5000  # characters: the longest path, and what is wrong with it


def complain(code: int, *lines: str) -> int:
    """Write lines to stderr, each with the name of the program; gives back the code."""
    for line in lines:
        text = f"kic: {visible(shortened(line, _LONGEST_LINE))}\n"
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

    On less than can hold a number and its name lines run over.
    """
    from shutil import get_terminal_size

    return max(get_terminal_size((80, 24)).columns, 20)


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
        raise OutputError("stdout is closed; write to a file with --output.")
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


def save(path: Path, data: bytes, *, force: bool) -> None:
    """The whole file or none: written beside its target, then renamed over it."""
    try:
        _may_replace(path, force=force)
        target = path.resolve()  # a link stays a link to the new content
        with Uninterrupted():
            _replace(target, data)
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links, a null byte
        raise OutputError(f"cannot write '{path}': {cause(error)}.") from None


def _replace(target: Path, data: bytes) -> None:
    import tempfile  # costs more than an answer to stdout should wait for

    handle, name = tempfile.mkstemp(prefix=".kic-", dir=target.parent)
    beside = Path(name)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123 - the file is open already
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        beside.replace(target)
    finally:
        with suppress(OSError):  # it is there only if something went wrong
            beside.unlink()


def _may_replace(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise OutputError(f"cannot write '{path}': it is a folder.")
    if path.exists() and not path.is_file():
        raise OutputError(f"cannot write '{path}': it is no regular file.")
    if path.exists() and not force:
        raise OutputError(f"'{path}' exists; give --force to replace it.")


def _umask() -> int:
    """What the user takes from the rights of new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def save_all(folder: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Files into a folder, each whole, the last one last; none if one of them may not."""
    if folder.exists() and not folder.is_dir():
        raise OutputError(f"cannot write into '{folder}': it is no folder.")
    existing = [name for name in files if (folder / name).exists()]
    if existing and not force:
        raise OutputError(
            f"'{folder}' has {', '.join(existing)} already; give --force to replace them."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"cannot make the folder '{folder}': {cause(error)}.") from None
    with Uninterrupted():
        for name, data in files.items():
            save(folder / name, data, force=force)


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
                f"SOURCE_DATE_EPOCH is a number of seconds since 1970 (found {given!r})."
            ) from None
    day = published or date(2000, 1, 1)
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def cause(error: Exception) -> str:
    """Why something could not be read or written, in a few words."""
    return (getattr(error, "strerror", None) or str(error)).lower()
