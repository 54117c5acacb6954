"""The line that answers: which number, change or gap it is, as typed data."""

from collections.abc import Iterable, Iterator
from typing import Literal

from kic.dataset import Dataset
from kic.model import Reason, Record
from kic.model.interval import difference
from kic.model.wording import REASON, TREND
from kic.query.change import Change, Series, of_one_series
from kic.table import Amount, Cell, Delta, Phrase, Quote, Several, phrase
from kic.table.figures import gap_words, small_base


def indicator_line(dataset: Dataset, several: Iterable[Series]) -> Phrase:
    """What the series of one indicator come to, one for every region that it is about."""
    regions = list(several)
    if [s.region for s in regions] == [dataset.home]:
        return phrase("about", label=regions[0].label, what=_summed_up(dataset, regions[0]))
    parts = (
        phrase("in_region", region=s.points[0].links.region.label, what=_summed_up(dataset, s))
        for s in regions
    )
    return phrase("about", label=regions[0].label, what=Several(tuple(parts), "; "))


def _summed_up(dataset: Dataset, s: Series) -> Cell:
    """The last change that is known, and any later number; or what is in its place."""
    numbers = [r for r in s.points if r.interval.known]
    if not numbers:
        return Several(tuple(_instead(s.points)), "; ")
    changes = [c for c in s.changes if c.direction]
    latest = max(numbers, key=lambda r: (r.period.known, r.period))
    later = s.later_trend
    told = [direction_line(later)] if later else []
    if not changes:
        return Several((_with_trend(latest), *told), "; ")
    before, now = changes[-1].base, changes[-1].now
    more = [phrase("afterwards", what=dated(latest))] if latest is not now else []
    if before.source != now.source and not of_one_series(dataset, before, now):
        more.insert(0, phrase("other_publication"))
    return Several((_changed(changes[-1]), *more, *told), "; ")


def _changed(change: Change) -> Phrase:
    """A number, and how much more or less it is than before, as far as that is known."""
    line = change_line(change)
    now = change.now
    return phrase("changed", now=dated(now), change=line) if line else _with_trend(now)


def change_line(change: Change) -> Phrase | None:
    """How much more or less a number is than the one before; None where that is not known."""
    direction = change.direction
    if direction not in ("up", "down", "stable"):
        return None
    if direction == "stable":
        return phrase("as_much", start=change.start.when)
    key, size = "more", absolute_change(change)._replace(signed=False)
    if direction == "down":
        fall = difference(change.now.interval, change.base.interval)
        key, size = "less", size._replace(interval=fall)
    if not change.percent.known:
        return phrase(key, size=size, start=change.start.when)
    percent = Delta(change.percent, "percent", base=small_base(change.base))
    return phrase(f"{key}_percent", size=size, start=change.start.when, percent=percent)


def absolute_change(change: Change) -> Delta:
    """How much a number changed, in its unit or in percentage points."""
    kind: Literal["absolute", "points"] = "points" if change.points else "absolute"
    return Delta(change.absolute, kind, change.direction == "unclear")


def _with_trend(record: Record) -> Phrase:
    """A number with the direction that is printed with it, in the words of the source."""
    if record.trend_as_printed:
        return phrase("with_trend", now=dated(record), words=Quote(record.trend_as_printed))
    return dated(record)


def dated(record: Record, instead: Cell = None) -> Phrase:
    """A number, or what is ``instead``, with its period and what is not as the source has it."""
    kind = "year" if record.period.kind == "year" else "period"
    key = kind if record.period.known else "unknown"
    amount = instead or Amount(record)
    return as_read(record, phrase(f"dated_{key}", amount=amount, period=record.period))


def as_read(record: Record, what: Phrase) -> Phrase:
    """What is told of a figure, with what of it is not as the source has it."""
    kind = "year" if record.period.kind == "year" else "period"
    limits: list[Cell] = []
    if record.correction:
        limits.append(phrase("repaired", printed=Quote(record.as_printed or "")))
    if record.inferred:
        read_as = {"period": kind, "status": record.status.name.lower()}
        names = (read_as.get(name, name) for name in record.inferred)
        read = Several(tuple(phrase(f"inferred_{name}") for name in names))
        limits.append(phrase("inferred", what=read, by=record.by))
    return phrase("reading", what=what, limits=Several(tuple(limits), "; ")) if limits else what


def direction_line(record: Record) -> Phrase:
    """A direction in the place of a number, and since when."""
    trend = record.trend and TREND[record.trend]
    if not record.period.known:
        return phrase("undated_trend", trend=trend)
    inferred = "_inferred" if "period" in record.inferred else ""
    return phrase(f"dated_trend{inferred}", trend=trend, period=record.period.when, by=record.by)


def _instead(records: Iterable[Record]) -> Iterator[Cell]:
    """What there is where no number is: words, a direction, or what the source says of the gap."""
    records = list(records)
    for r in records:
        if r.words:
            yield phrase("only_words", words=r.words)
        elif r.trend:
            yield direction_line(r)
        elif r.reason is Reason.SUPPRESSED or (r.reason is Reason.NOT_STATED and not r.gap):
            yield REASON[r.reason]
    if gaps := {r.gap: gap_words(r) for r in records if r.gap}:
        yield phrase("no_number_but", words=Several(tuple(gaps.values())))
