"""The line that answers: which number, change or gap it is, as typed data."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from kic.dataset import Dataset
from kic.model import LACKING, Reason, Record, Status, UnitKind
from kic.model.interval import Interval, difference
from kic.model.sentences import sentence
from kic.model.wording import REASON, TREND, when
from kic.query.change import Change, Series, series
from kic.query.comparable import are_of_publications, ways_of_counting
from kic.query.limits import doubt_of
from kic.table import Amount, Cell, Delta, Phrase, Quote, Several, phrase
from kic.table.figures import gap_words, small_base


def indicator_line(dataset: Dataset, several: Iterable[Series]) -> Phrase:
    """What the series of one indicator come to, one for every region that it is about."""
    regions = list(several)
    if [s.region for s in regions] == [dataset.home]:
        return phrase("about", label=regions[0].label, what=summed_up(dataset, regions[0]))
    parts = (
        phrase("in_region", region=s.points[0].links.region.label, what=summed_up(dataset, s))
        for s in regions
    )
    return phrase("about", label=regions[0].label, what=Several(tuple(parts), "; "))


def summed_up(dataset: Dataset, s: Series) -> Several:
    """The last change that is known, what limits it and comes later; or what is in its place."""
    return Several(tuple(_parts(dataset, s)), "; ")


def _parts(dataset: Dataset, s: Series) -> Iterator[Cell]:
    numbers = [r for r in s.points if r.interval.known]
    if not numbers:
        yield from _instead(s.points)
        return
    plans = [r for r in numbers if r.is_plan]
    outcomes = [r for r in numbers if not r.is_plan]
    latest = max(outcomes or plans, key=lambda r: (r.period.known, r.period))
    changes = [c for c in s.changes if c.direction]
    if changes:
        now = changes[-1].now
        if doubt := changes[-1].doubt:
            yield dated(now)
            yield doubt
        else:
            yield _changed(changes[-1])
            yield from _questioned(dataset, changes[-1])
        if latest is not now:
            is_later = latest.period.start > now.period.end
            yield phrase("afterwards", what=dated(latest)) if is_later else dated(latest)
        yield from _over_time(dataset, s, now)
    elif outcomes:
        yield _with_trend(latest)
    if plans:
        yield dated(plans[-1])
    yield from _without_number(s)


def later(s: Series, change: Change) -> Iterator[Cell]:
    """What a series has after a change: a number that does not compare, or none."""
    outcomes = (r for r in s.points if r.interval.known and r.period.known and not r.is_plan)
    latest = max(outcomes, key=lambda r: r.period)
    if latest is not change.now:
        yield dated(latest)
    yield from _without_number(s)


def _without_number(s: Series) -> Iterator[Phrase]:
    """What the source has after its last number: a direction, or what is in place of a number."""
    if trend := s.later_trend:
        yield direction_line(trend)
    if s.later and not s.later.trend:
        yield no_number(s.later)


def _questioned(dataset: Dataset, change: Change) -> Iterator[Cell]:
    """What may be all that there is to a change: how or where the two numbers come from."""
    both = change.base, change.now
    ways = ways_of_counting(both)
    if are_of_publications(dataset, *both):
        yield phrase("of_publications" if ways else "other_publication")
    if ways:
        yield ways
    if any(r.registration in LACKING for r in both):
        yield phrase("maybe_incomplete")


def _over_time(dataset: Dataset, s: Series, now: Record) -> Iterator[Phrase]:
    """The change over the longest row of numbers that one publication gives, from three up."""
    numbers = (r for r in s.points if r.interval.known and r.period.known and not r.is_plan)
    alike = groupby(numbers, lambda r: (r.source, r.unit, r.period.kind, r.measure))
    row = max(([*own] for _, own in alike), key=len)
    if len(row) < _ROW:
        return
    change = series(dataset, [row[0], row[-1]])[0].last_change
    is_sound = change and not change.doubt and not any(_questioned(dataset, change))
    if change and is_sound and (line := change_line(change)):
        key = "changed" if row[-1].source == now.source else "in_one"
        yield line if row[-1] is now else phrase(key, now=dated(row[-1]), change=line)


_ROW = 3  # numbers between whose ends a change is more than that of the last two


def _changed(change: Change) -> Phrase:
    """A number, and how much more or less it is than before, as far as that is known."""
    line = change_line(change)
    now = change.now
    return phrase("changed", now=dated(now), change=line) if line else _with_trend(now)


def change_line(change: Change) -> Phrase | None:
    """How much more or less a number is than the one before; None where that is not known."""
    if change.direction not in ("up", "down", "stable"):
        return None
    line = _compared(change)
    for doubt in doubts(change.base):
        line = phrase("start_doubtful", change=line, start=change.start, doubt=doubt)
    if "period" not in change.base.inferred:
        return line
    return phrase("start_inferred", change=line, start=when(change.base), by=change.base.by)


def _compared(change: Change) -> Phrase:
    direction = change.direction
    if direction == "stable":
        return phrase("as_much", start=when(change.base))
    before, now = change.base, change.now
    key, size, percentage = "more", absolute_change(change), change.percent
    if direction == "down":
        key = "fewer" if now.unit_kind is UnitKind.COUNT else "less"
        size = size._replace(interval=difference(now.interval, before.interval))
    size = size._replace(interval=_bounds(size.interval), signed=False)
    if size.interval.lower == 0:  # which is itself excluded, where one of the two is "fewer than"
        key = "higher_open" if direction == "up" else "lower_open"
        return phrase(key, start=when(change.base))
    if not percentage.known:
        return phrase(key, size=size, start=when(change.base))
    # "-18.9% or lower" is hard to read beside "at least 5,850 fewer (at least 18.9%)".
    open_ended = (percentage.lower is None) != (percentage.upper is None)
    if open_ended and direction == "down":
        percentage = difference(percentage, Interval.exact(0))
    percent = Delta(_bounds(percentage), "percent", base=small_base(before), signed=not open_ended)
    return phrase(f"{key}_percent", size=size, start=when(change.base), percent=percent)


def _bounds(change: Interval) -> Interval:
    """What is told of a change in a sentence: one number, or else only its bounds."""
    if change.exactly or change.lower is None or change.upper is None:
        return change
    return change._replace(value=None)


def absolute_change(change: Change) -> Delta:
    """How much a number changed, in its unit or in percentage points."""
    kind: Literal["absolute", "points"] = "points" if change.points else "absolute"
    return Delta(change.absolute, kind, change.is_open)


def _with_trend(record: Record) -> Phrase:
    """A number with the direction that is printed with it, in the words of the source."""
    if record.trend_as_printed:
        return phrase("with_trend", now=dated(record), words=Quote(record.trend_as_printed))
    return dated(record)


def dated(record: Record, instead: Cell = None) -> Phrase:
    """A number, or what is ``instead``, with its period and what is not as the source has it."""
    return _planned(record, as_read(record, of_period(record, instead)))


def of_period(record: Record, instead: Cell = None) -> Phrase:
    """A number, or what is ``instead``, with its period alone."""
    kind = "year" if record.period.kind == "year" else "period"
    key = ("end" if record.is_at_end else kind) if record.period.known else "unknown"
    return phrase(f"dated_{key}", amount=instead or Amount(record), period=record.period)


def _planned(record: Record, what: Phrase) -> Phrase:
    return phrase("planned", what=what) if record.is_plan else what


def as_read(record: Record, what: Phrase) -> Phrase:
    """What is told of a figure, with what of it is not as the source has it."""
    printed = Quote(record.as_printed or "")
    repaired = (phrase("repaired", printed=printed),) if record.correction else ()
    return limited(what, *repaired, *read_into(record), *doubts(record))


def period_alone(record: Record) -> Cell:
    """The period of a figure, with that kic read it into the source if it did."""
    if not record.period.known:
        return sentence("no_period")
    read = tuple(read_into(record, ("period",)))
    return phrase("reading", what=record.period, limits=Several(read)) if read else record.period


def read_into(record: Record, of: Iterable[str] | None = None) -> Iterator[Phrase]:
    """What of a figure, or ``of`` some of its fields, kic read into the source, in a few words."""
    kind = "year" if record.period.kind == "year" else "period"
    read_as = {"period": kind, "measure": "measure", "breaks": "break"}
    if record.status is Status.BREAK:
        read_as["status"] = "break"
    fields = [name for name in record.inferred if of is None or name in of]
    if names := [read_as[name] for name in fields if name in read_as]:
        read = Several(tuple(phrase(f"inferred_{name}") for name in names))
        yield phrase("inferred", what=read, by=record.by)


def doubts(record: Record) -> Iterator[Phrase]:
    """That a number is provisional, or not confirmed and by whose word, in a few words."""
    if doubt := doubt_of(record):
        yield phrase(f"dated_{doubt}", by=record.by)


def limited(what: Phrase, *limits: Cell) -> Phrase:
    """What is told, with what limits it in parentheses behind it, if anything does."""
    return phrase("reading", what=what, limits=Several(limits, "; ")) if limits else what


def no_number(record: Record) -> Phrase:
    """What there is in the place of a number, and when."""
    return as_read(record, phrase("about", label=record.period, what=Amount(record)))


def direction_line(record: Record) -> Phrase:
    """A direction in the place of a number, and since when."""
    trend = record.trend and TREND[record.trend]
    if not record.period.known:
        return _planned(record, phrase("undated_trend", trend=trend))
    inferred = "_inferred" if "period" in record.inferred else ""
    told = phrase(f"dated_trend{inferred}", trend=trend, period=when(record), by=record.by)
    return _planned(record, told)


def _instead(records: Iterable[Record]) -> Iterator[Cell]:
    """What there is where no number is: words, a direction, or what the source says of the gap."""
    records = list(records)
    for r in records:
        if r.words:
            yield phrase("only_words", what=dated(r, phrase("quoted_word", words=r.words)))
        elif r.trend:
            yield direction_line(r)
        elif r.reason is Reason.SUPPRESSED or (r.reason is Reason.NOT_STATED and not r.gap):
            yield no_number(r) if r.period.known else REASON[r.reason]
    if gaps := {r.gap: gap_words(r) for r in records if r.gap}:
        yield phrase("no_number_but", words=Several(tuple(gaps.values())))
