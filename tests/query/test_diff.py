"""What two datasets say otherwise, and that nothing of it stays unseen."""

from pathlib import Path

import pytest

import kic
from kic.model import Record
from kic.model.interval import Interval
from kic.query.diff import Difference
from tests.conftest import MINIMAL, ROOT, saved

CASES = ROOT / "tests" / "query" / "differences"


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_a_difference_is_what_a_reader_would_call_it(name: str, tmp_path: Path) -> None:
    """Each folder holds two datasets, and what differs between them."""
    old, new = (_file(CASES / name / f"{age}.toml", tmp_path) for age in ("old", "new"))
    edition = "builds_on" in new.read_text("utf-8")
    answer = kic.diff(kic.load(old), kic.load([old, new] if edition else new))
    told = (CASES / name / "differences.txt").read_text("utf-8")
    assert list(map(_told, answer.differences)) == told.splitlines()


def _file(path: Path, folder: Path) -> Path:
    """The dataset whole: what is no edition is without its head."""
    text = path.read_text("utf-8")
    return saved(folder / path.name, text if "[dataset]" in text else f"{MINIMAL}\n{text}")


def _told(d: Difference) -> str:
    """A difference on a line."""
    subject = d.id if d.part in ("figure", "gap", "statement") else f"{d.part} {d.id}"
    r = next(iter(reversed(d.records)), None)
    if r:
        subject += f" {r.region}" if d.part == "gap" else f" {r.region} {r.period.text}"
    fields = ", ".join(field.field for field in d.fields)
    amount = [*map(_gap if d.part == "gap" else _amount, d.records)]
    shows_fields = d.kind in ("definition", "reworded", "gap_retold")
    parts = [
        " -> ".join(dict.fromkeys(amount)) if d.part == "gap" else " -> ".join(amount),
        *([_by(d.change.absolute)] if d.change else []),
    ]
    more = [*([fields] if shows_fields else []), *(f"beside it {_amount(b)}" for b in d.beside)]
    what = ", ".join(filter(None, parts))
    line = f"{d.kind}: {subject}"
    if what and d.part != "statement":
        line += f": {what}"
    return "; ".join([line, *more])


def _gap(r: Record) -> str:
    return (r.gap and r.gap.as_printed) or ""


def _amount(r: Record) -> str:
    if r.interval.known:
        return r.typed
    return r.words.en if r.words else str(r.trend or r.reason)


def _by(change: Interval) -> str:
    low, high = change.lower, change.upper
    if low == high:
        return f"{low:+}"
    return f"at most {high:+}" if low is None else f"at least {low:+}"
