"""Files: written whole or not at all, also when a run is killed half-way.

What is being written has a name of its own, beside its target, that holds a lock for as long
as its process lives.  The next run to the same target removes those without a lock.
"""

import os
import signal
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from kic.model.errors import OutputError, cause


class Uninterrupted:
    """A block in which signals wait until files stand as they should, with nothing beside them.

    What no program can stop still stops it; Windows has no signals to hold back.
    """

    def __enter__(self) -> None:
        self._before: Iterable[int] | None = None
        if hasattr(signal, "pthread_sigmask"):
            self._before = signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())

    def __exit__(self, *_: object) -> None:
        if self._before is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, self._before)


def save(path: Path, data: bytes, *, force: bool | None) -> None:
    """The whole file or none: written beside its target, then renamed over it.

    ``force`` is None where a command has no option to replace a file.
    """
    with _told(path):
        target = path.resolve()  # a link stays a link to the new content
        _sweep(target)
        _may_replace(path, force=force)
        with Uninterrupted(), _beside(target) as beside:
            _write(beside, data, like=target)
            beside.replace(target)


def save_all(folder: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Files into a folder: all of them or none.

    A new folder appears with one rename.  In one that exists everything is made ready first
    and a note then says so: a run that is stopped after it is completed by the next one.
    """
    with _told(folder), Uninterrupted():
        _sweep(folder.resolve())
        if not folder.exists():
            _save_new(folder, files)
            return
        if not folder.is_dir():
            raise OutputError(f"cannot write into '{folder}': it is no folder.")
        with _lock(folder):
            _finish(folder)
            _check(folder, files, force=force)
            try:
                _prepare(folder, files)
            except BaseException:
                with suppress(OSError):
                    _clear(folder)
                raise
            (folder / _WORK / _READY).rename(folder / _WORK / _FORWARD)
            _sync(folder / _WORK)
            _swap(folder)


def _save_new(folder: Path, files: Mapping[str, bytes]) -> None:
    target = folder.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with _beside(target, folder=True) as beside:
        for name, data in files.items():
            with _told(folder / name):
                _write(beside / name, data)
        _sync(beside)
        beside.rename(target)
    _sync(target.parent)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Name what could not be written."""
    try:
        yield
    except (OSError, RuntimeError, ValueError) as error:  # a circle of links, a null byte
        raise OutputError(f"cannot write '{path}': {cause(error)}.") from None


def _may_replace(path: Path, *, force: bool | None) -> None:
    if path.is_dir():
        raise OutputError(f"cannot write '{path}': it is a folder.")
    if path.exists() and not path.is_file():
        raise OutputError(f"cannot write '{path}': it is no regular file.")
    if path.exists() and not force:
        instead = "give another name" if force is None else "give --force to replace it"
        raise OutputError(f"'{path}' exists; {instead}.")


# ------------------------------------------------------------------------ a new file beside


def _prefix(target: Path) -> str:
    """How the names of what is to be a target begin.

    They have a checksum, since the target's own name may be as long as a name can be.
    """
    from zlib import crc32

    return f".kic-{crc32(os.fsencode(target.name)):08x}-"


def _sweep(target: Path) -> None:
    """Remove what killed runs left beside a target."""
    for leftover in target.parent.glob(f"{_prefix(target)}*"):
        with suppress(OSError, OutputError), _lock(leftover) as locked:
            if locked:
                _remove(leftover)


@contextmanager
def _beside(target: Path, *, folder: bool = False) -> Iterator[Path]:
    """A new file or folder beside a target, gone again if it is not renamed."""
    with ExitStack() as held:
        while True:  # until another run does not take it for a leftover before it is locked
            path = target.with_name(_prefix(target) + os.urandom(4).hex())
            path.mkdir() if folder else path.touch(exist_ok=False)
            with suppress(OutputError):
                held.enter_context(_lock(path))
                if path.exists():
                    break
        try:
            yield path
        finally:
            with suppress(OSError):  # it is there only if something went wrong
                _remove(path)


def _remove(path: Path) -> None:
    if path.is_dir():
        from shutil import rmtree

        rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def _lock(path: Path) -> Iterator[bool]:
    """Hold a file or folder until the process ends, however it does; tells whether it could.

    Windows and some network disks have no such locks: there nothing is held, and what a
    stopped run left beside its target is not known to be that.
    """
    try:
        import fcntl
    except ImportError:
        yield False
        return
    with ExitStack() as stack:
        try:
            handle = os.open(path, os.O_RDONLY)
            stack.callback(os.close, handle)
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OutputError(f"another run of kic is writing to '{path}'; try again.") from None
        except OSError:  # also one that may be written and not read
            locked = False
        else:
            locked = True
        yield locked


def _write(path: Path, data: bytes, like: Path | None = None) -> None:
    """Write a file to the disk itself, with the rights of the one that it takes the place of."""
    with path.open("wb") as file:
        if like is not None and like.exists():
            path.chmod(like.stat().st_mode & 0o777)
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Write the names in a folder to the disk itself, where a system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


# ------------------------------------------------------------------- files being replaced
#
# In the folder of an export, while it is being replaced:
#
#     .kic-export/new/NAME     a file to come; gone once it has taken its place
#     .kic-export/old/NAME     the file that was there, if there was one
#     .kic-export/forward      a note to complete what was begun
#     .kic-export/back         or to undo it, since something was in the way
#
# Without such a note no file has been replaced, or all have been.

_WORK, _NEW, _OLD = ".kic-export", "new", "old"
_READY, _FORWARD, _BACK = "ready", "forward", "back"


def _check(folder: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    """Refuse before anything is written if one file may not be replaced."""
    for name in files:
        path = folder / name
        if path.is_symlink():  # what it points to is no part of this folder
            raise OutputError(f"cannot write '{path}': it is a link.")
        _may_replace(path, force=True)
    existing = [name for name in files if (folder / name).exists()]
    if existing and not force:
        raise OutputError(
            f"'{folder}' has {', '.join(existing)} already; give --force to replace them."
        )


def _prepare(folder: Path, files: Mapping[str, bytes]) -> None:
    """Put the new files beside the old ones, and a note of all names and which were there."""
    work = folder / _WORK
    for part in (work, work / _NEW, work / _OLD):
        part.mkdir()
    for name, data in files.items():
        path = folder / name
        with _told(path):
            _write(work / _NEW / name, data, like=path)
            if path.exists():
                _keep(path, work / _OLD / name)
    _sync(work / _NEW)
    _sync(work / _OLD)
    import json  # not for answers to stdout

    there = {name: (work / _OLD / name).exists() for name in files}
    _write(work / _READY, json.dumps(there).encode("ascii"))


def _keep(path: Path, copy: Path) -> None:
    """The same file under a second name, or a copy where a disk has no second names."""
    try:
        os.link(path, copy)
    except OSError:
        from shutil import copy2

        copy2(path, copy)


def _finish(folder: Path) -> None:
    """Complete or undo what a run began that was killed, and clear what it left."""
    work = folder / _WORK
    if not _is_ours(work):
        raise OutputError(f"'{work}' was not left by kic; remove it.")
    if (work / _BACK).exists():
        _undo(folder)
    elif (work / _FORWARD).exists():
        _swap(folder)
    _clear(folder)


def _is_ours(work: Path) -> bool:
    """Whether there is nothing, or what a killed run may have left, and nothing else."""
    parts = (work, work / _NEW, work / _OLD)
    if any(part.is_symlink() or (part.exists() and not part.is_dir()) for part in parts):
        return False
    notes = (_READY, _FORWARD, _BACK)
    left = work.iterdir() if work.exists() else ()
    return all(p in parts or (p.name in notes and p.is_file()) for p in left)


def _swap(folder: Path) -> None:
    """Put every new file in its place; if one cannot be, the old ones back."""
    work = folder / _WORK
    for name in _noted(work / _FORWARD):
        try:
            if (work / _NEW / name).exists():
                (work / _NEW / name).replace(folder / name)
        except OSError as error:
            (work / _FORWARD).rename(work / _BACK)
            _undo(folder)
            raise OutputError(f"cannot write '{folder / name}': {cause(error)}.") from None
    _sync(folder)
    _clear(folder)


def _undo(folder: Path) -> None:
    """Put the old files back where new ones are, however far another run came with that."""
    work = folder / _WORK
    for name, was_there in _noted(work / _BACK).items():
        if (work / _NEW / name).exists():
            continue  # it never took its place
        if not was_there:
            (folder / name).unlink(missing_ok=True)
        elif (work / _OLD / name).exists():
            (work / _OLD / name).replace(folder / name)
    _sync(folder)
    _clear(folder)


def _noted(note: Path) -> dict[str, bool]:
    """The names of a note and whether they were there; whoever wrote it, no paths."""
    import json

    try:
        names = json.loads(note.read_bytes())
    except (ValueError, RecursionError):
        names = None
    if not isinstance(names, dict):
        raise OutputError(f"'{note.parent}' was not left by kic; remove it.")
    return {n: there for n, there in names.items() if n == Path(n).name and n not in ("", "..")}


def _clear(folder: Path) -> None:
    work = folder / _WORK
    if work.exists():
        for note in (_FORWARD, _BACK):  # first: what is left after it tells nothing
            (work / note).unlink(missing_ok=True)
        _remove(work)
