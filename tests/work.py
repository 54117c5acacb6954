"""How much work something takes: files read, datasets validated, lines run."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from kic.dataset.editions import Edition
from kic.model import File


def counted(monkeypatch: pytest.MonkeyPatch) -> tuple[list[Path], list[object]]:
    """The files that are read from now on, and what is validated as a whole dataset."""
    reads: list[Path] = []
    validations: list[object] = []
    read, validate = Edition.__init__, File.model_validate

    def count_reading(file: Edition, path: Path) -> None:
        reads.append(path)
        read(file, path)

    def count_validation(raw: dict[str, Any]) -> File:
        if "sources" in raw:  # not where it is what one file says of figures alone
            validations.append(raw)
        return validate(raw)

    monkeypatch.setattr(Edition, "__init__", count_reading)
    monkeypatch.setattr(File, "model_validate", count_validation)
    return reads, validations


def lines_run(work: Callable[[], object]) -> int:
    """The number of lines of Python that are run, with the ends of functions."""
    lines = 0

    def enter(_frame: FrameType, _event: str, _arg: object) -> Any:
        return step

    def step(_frame: FrameType, _event: str, _arg: object) -> Any:
        nonlocal lines
        lines += 1
        return step

    before = sys.gettrace()
    sys.settrace(enter)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines
