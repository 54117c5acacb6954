"""Files: written whole or not at all, also when a run is killed half-way.

What is being written has a name of its own, beside its target, that holds a lock for as long
as its process lives.  The next run to the same folder removes those without a lock.
"""

import os
import signal
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, nullcontext, suppress
from pathlib import Path
from shutil import copy2, rmtree

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


def save(path: Path, data: bytes | Iterable[bytes], *, force: bool | None) -> None:
    """The whole file or none: written beside its target, then renamed over it.

    ``force`` is None where a command has no option to replace a file.
    """
    with _naming(path):
        target = path.resolve()  # a link stays a link to the new content
        _sweep(target.parent)
        _may_replace(path, force=force)
        # What comes in parts may take long: it can be stopped, and the next run clears it.
        held = Uninterrupted() if isinstance(data, bytes) else nullcontext()
        with held, _beside(target) as beside:
            _write(beside, data, like=target)
            beside.replace(target)


def save_new(folder: Path, write: Callable[[Path], object]) -> None:
    """A new folder with what is written into it: whole or not at all."""
    with _naming(folder):
        if folder.exists():
            raise OutputError(f"'{folder}' exists; give another name.")
        target = folder.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target.parent)
        with _beside(target, folder=True) as beside:
            write(beside)
            _sync(beside)
            beside.rename(target)


def save_all(
    folder: Path, files: Mapping[str, bytes], *, force: bool, apart: Collection[str] = ()
) -> None:
    """Files into a folder: all of them or none, and none beside another one of those ``apart``.

    A new folder appears with one rename.  In one that exists everything is made ready first,
    and the name of the folder with it then says so: a run that is stopped after that is
    completed by the next one.
    """
    with _naming(folder), Uninterrupted():
        target = folder.resolve()
        _sweep(target.parent)
        if not folder.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            with _beside(target, folder=True) as beside:
                for name, data in files.items():
                    with _naming(folder / name):
                        _write(beside / name, data)
                _sync(beside)
                beside.rename(target)
            _sync(target.parent)
            return
        if not folder.is_dir():
            raise OutputError(f"cannot write into '{folder}': it is no folder.")
        with _lock(folder):
            _finish(folder)
            _check(folder, files, apart, force=force)
            try:
                _prepare(folder, files)
                (folder / _DRAFT).rename(folder / _FORWARD)
            finally:
                with suppress(OSError):  # it is there only if something went wrong
                    _remove(folder / _DRAFT)
            _sync(folder)
            _swap(folder)


@contextmanager
def _naming(path: Path) -> Iterator[None]:
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


_PREFIX = ".kic-new-"


def _sweep(folder: Path) -> None:
    """Remove what killed runs left beside the targets in a folder."""
    for leftover in folder.glob(f"{_PREFIX}*"):
        with suppress(OSError, OutputError), _lock(leftover) as locked:
            if locked:
                _remove(leftover)


@contextmanager
def _beside(target: Path, *, folder: bool = False) -> Iterator[Path]:
    """A new file or folder beside a target, gone again if it is not renamed."""
    with ExitStack() as held:
        while True:  # until another run does not take it for a leftover before it is locked
            path = target.with_name(_PREFIX + os.urandom(8).hex())
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
        rmtree(path)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def _lock(path: Path) -> Iterator[bool]:
    """Hold a file or folder until the process ends, however it does; yields whether it could.

    Windows and some network disks have no such locks: there nothing is held, and what a
    stopped run left beside its target is not known to be that.
    """
    with ExitStack() as stack:
        locked = False
        with suppress(ImportError, OSError):  # also a file that may be written and not read
            import fcntl

            handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)  # a pipe would keep it waiting
            stack.callback(os.close, handle)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise OutputError(
                    f"another run of kic is writing to '{path}'; try again."
                ) from None
            locked = True
        yield locked


def _write(path: Path, data: bytes | Iterable[bytes], like: Path | None = None) -> None:
    """Write a file to the disk itself, with the rights of the one that it takes the place of."""
    with path.open("wb") as file:
        if like is not None and like.exists():
            path.chmod(like.stat().st_mode & 0o777)
        file.writelines([data] if isinstance(data, bytes) else data)
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
# In the folder of an export, while it is being replaced, there is one more folder:
#
#     .kic-export            files being made ready; whatever is in it may go
#     .kic-export-forward    all is ready, and the new files are taking their places
#     .kic-export-back       something was in the way, and the old files are put back
#
# with these folders in it:
#
#     new/NAME      a file to come; gone once it has taken its place
#     old/NAME      the file that was there
#     added/NAME    an empty file, where none was there

_DRAFT, _FORWARD, _BACK = ".kic-export", ".kic-export-forward", ".kic-export-back"
_NEW, _OLD, _ADDED = "new", "old", "added"


def _check(
    folder: Path, files: Mapping[str, bytes], apart: Collection[str], *, force: bool
) -> None:
    """Refuse before anything is written if one file may not be replaced, or would be left."""
    if left := sorted(name for name in apart if name not in files and (folder / name).exists()):
        raise OutputError(
            f"'{folder}' has {', '.join(left)} of another export; remove that, or give another "
            "folder."
        )
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
    """Put the new files into a folder of their own, beside the old ones."""
    draft = folder / _DRAFT
    parts = (draft, draft / _NEW, draft / _OLD, draft / _ADDED)
    for part in parts:
        part.mkdir()
    for name, data in files.items():
        path = folder / name
        with _naming(path):
            _write(draft / _NEW / name, data, like=path)
            if path.exists():
                _keep(path, draft / _OLD / name)
            else:
                (draft / _ADDED / name).touch()
    for part in parts:
        _sync(part)


def _keep(path: Path, copy: Path) -> None:
    """The same file under a second name, or a copy where a disk has no second names."""
    try:
        os.link(path, copy)
    except OSError:
        copy2(path, copy)


def _finish(folder: Path) -> None:
    """Complete or undo what a run began that was killed, and clear what it left."""
    for name in (_DRAFT, _FORWARD, _BACK):
        if not _is_ours(folder / name):
            raise OutputError(f"'{folder / name}' was not left by kic; remove it.")
    _remove(folder / _DRAFT)
    if (folder / _BACK).exists():
        _undo(folder)
    elif (folder / _FORWARD).exists():
        _swap(folder)


def _is_ours(work: Path) -> bool:
    """Whether there is nothing, or what a killed run may have left, and nothing else."""
    if not os.path.lexists(work):
        return True
    return (
        work.is_dir()
        and not work.is_symlink()
        and all(
            part.name in (_NEW, _OLD, _ADDED) and part.is_dir() and not part.is_symlink()
            for part in work.iterdir()
        )
    )


def _swap(folder: Path) -> None:
    """Put every new file in its place; if one cannot be, the old ones back."""
    for new in sorted((folder / _FORWARD / _NEW).iterdir()):
        path = folder / new.name
        try:
            with _naming(path):
                new.replace(path)
        except OutputError:
            (folder / _FORWARD).rename(folder / _BACK)
            _undo(folder)
            raise
    _clear(folder / _FORWARD)


def _undo(folder: Path) -> None:
    """Put the old files back where new ones are, however far another run came with that."""
    work = folder / _BACK
    for kept in (*(work / _ADDED).iterdir(), *(work / _OLD).iterdir()):
        path = folder / kept.name
        if (work / _NEW / kept.name).exists():
            continue  # the new file never took its place
        if kept.parent.name == _OLD:
            kept.replace(path)
        else:
            path.unlink(missing_ok=True)
    _clear(work)


def _clear(work: Path) -> None:
    """Remove what was made ready, once the files stand as they should."""
    _sync(work.parent)
    _remove(work.rename(work.with_name(_DRAFT)))
