"""What went up, what went down and what stayed: in numbers, and then in words."""

from collections import Counter
from collections.abc import Iterator

from kic.dataset import Dataset
from kic.model import Record, Text
from kic.model.grouping import grouped
from kic.model.sentences import sentence
from kic.model.wording import TREND, UNCLEAR
from kic.query.change import Change, Series
from kic.query.comparable import unbroken
from kic.query.compare import Comparison, Years
from kic.query.limits import periods_inferred
from kic.query.themes import theme_label
from kic.table import (
    Amount,
    Block,
    Cell,
    Column,
    Delta,
    Line,
    Page,
    Phrase,
    Quote,
    Several,
    When,
    counted,
    phrase,
)
from kic.table.common import LABEL, SAID, capitalised, tallied
from kic.table.figures import (
    limits_of,
    name_of,
    notes_of,
    region_of,
    small_base,
    told_of_change,
    with_cautions,
)
from kic.table.headline import absolute_change, later

DIFFERENCE = Column(sentence("difference"), "number", obvious=True)
PERCENT = Column(sentence("percent"), "number", obvious=True)


def overview(dataset: Dataset, answer: Comparison) -> Page:
    """What went up, what went down and what stayed: in numbers, and then in words."""
    blocks: list[Block] = []
    for title, several in _directions(answer):
        blocks += _moved(dataset, capitalised(title), several, answer.years)
    return Page(
        blocks=tuple(blocks),
        remarks=(*without(answer), *([phrase("computed")] if answer.years else [])),
    )


_TITLES: tuple[tuple[str, Text], ...] = (*TREND.items(), ("unclear", UNCLEAR))


def _directions(answer: Comparison) -> Iterator[tuple[Text, list[Series]]]:
    """The series that go the same way, below what it is called: the way asked for first."""
    directions = grouped(answer.series, direction_of)
    titles = list(_TITLES)
    if answer.query.order and answer.query.order.startswith("-"):
        titles.sort(key=lambda pair: pair[0] != "down")
    return ((title, directions[way]) for way, title in titles if way in directions)


def as_read(answer: Comparison) -> list[Series]:
    """The series of a comparison in the order in which they are laid out."""
    if not answer.is_overview:
        return list(answer.series)
    ways = (several for _, several in _directions(answer))
    return [s for way in ways for s in sorted(way, key=lambda s: s.last_change is None)]


def direction_of(s: Series) -> str | None:
    """Where a series goes: by its last change in numbers, or else in the words of the source."""
    if change := s.last_change:
        return change.direction
    return s.trend.trend if s.trend else None


def _moved(dataset: Dataset, title: Text, several: list[Series], years: Years) -> Iterator[Block]:
    """Series that go the same way: a line for each with numbers, one for all with words."""
    changed = ((s, s.last_change) for s in several)
    columns = (
        LABEL,
        Column(sentence("from"), "number"),
        Column(sentence("to"), "number"),
        DIFFERENCE,
        PERCENT,
    )
    lines = tuple(_moved_series(dataset, s, change, years) for s, change in changed if change)
    if lines:
        yield Block(title, columns, lines)
    worded = [s.trend for s in several if not s.last_change and s.trend]
    if worded:
        names = Several(tuple(_in_words(dataset, r) for r in worded), "; ")
        line = phrase("in_words", names=names)
        if not lines:
            line = phrase("moved_in_words", direction=title, names=names)
        yield Block(None, (SAID,), (Line((line,), (), notes_of(*worded)),))


def _moved_series(dataset: Dataset, s: Series, change: Change, years: Years) -> Line:
    """The last change of a series, with what limits it and what comes later."""
    before, now = change.base, change.now
    told = told_of_change(dataset, change)
    start, end = (limits_of(dataset, r, stated=True) for r in (before, now))
    limits = dict.fromkeys((*unbroken(before, start), *end))
    cautions = [*periods_inferred(before, now), *(c for c in limits if c not in told)]
    if (change.start, change.end) != years:
        cautions.insert(0, phrase("between", start=change.start, end=change.end))
    latest = tuple(later(s, change))
    return Line(
        (
            named(dataset, now),
            *(before, now),
            *change_cells(change, with_base=False),
        ),
        (
            *cautions,
            *change.cautions,
            *([phrase("latest", what=Several(latest, "; "))] if latest else []),
        ),
        notes_of(before, now),
    )


def named(dataset: Dataset, record: Record) -> Cell:
    """What a line is about: its label, with its unit and region where they need saying."""
    label, unit = name_of(record), record.links.unit
    parts = [
        *([] if unit is None or _says(label, unit.label) else [unit.label]),
        *region_of(dataset, record),
    ]
    return phrase("with_unit", label=label, unit=Several(tuple(parts))) if parts else label


def _says(label: Text, word: Text) -> bool:
    """Whether a label has a word in it, in both languages."""
    both = zip(label.both, word.both, strict=True)
    return all(part.lower() in whole.lower() for whole, part in both)


def _in_words(dataset: Dataset, record: Record) -> Cell:
    """What moved in words: its label, its number if there is one, and the words."""
    amount = [Amount(record)] if record.interval.known else []
    words = [Quote(record.trend_as_printed)] if record.trend_as_printed and amount else []
    undated = [When(record)] if amount and not record.period.known else []
    name = Several((name_of(record), *region_of(dataset, record), *amount, *undated, *words))
    return with_cautions(dataset, record, name)


def moved_line(dataset: Dataset, answer: Comparison) -> Phrase:
    """How many indicators rose or fell, in numbers and in words, and how many did neither."""
    indicators = grouped(answer.series, lambda s: s.indicator)
    ways = Counter(map(_way, indicators.values()))
    moved = [s for s in indicators.values() if _way(s) in ("up", "down", "mixed")]
    in_numbers = sum(any(s.last_change for s in several) for several in moved)
    total = len(indicators) + sum(answer.left_out.values())
    numbers = phrase("counted_moved_in_numbers", moved_in_numbers=in_numbers)
    if answer.years:
        start, end = answer.years
        numbers = phrase("between_unless", numbers=numbers, start=start, end=end)
    words = tallied({"moved_in_words": len(moved) - in_numbers})
    parts = Several((*([numbers] if in_numbers else []), *words.cells))
    uncompared = sum(answer.left_out.values())
    rest = phrase("uncompared", uncompared=uncompared) if uncompared else None
    told = tallied({way: ways[way] for way in ("up", "down", "mixed")})
    others = tallied({way: ways[way] for way in ("neither", "unclear")})
    of_all = {"total": counted("indicator", total), "rest": rest}
    if moved:
        unmoved = phrase("not_moved_beside", ways=others) if others.cells else None
        line = phrase("moved", ways=told, parts=parts, unmoved=unmoved, **of_all)
    elif ways["neither"]:
        line = phrase("not_moved", ways=others, **of_all)
    elif not total:
        line = counted("indicator", total)
    else:
        line = phrase(
            "none_moved",
            total=counted("indicator", total),
            when=_when(answer),
            within=phrase("moved_within", count=answer.within) if answer.within else None,
        )
    themes = {*answer.query.theme, *answer.query.only_theme}
    if len(themes) != 1:
        return line
    return phrase("about", label=theme_label(dataset, themes.pop()), what=line)


def _when(answer: Comparison) -> Phrase | None:
    """Since and until when it is asked what moved, as far as it is."""
    start, end = answer.ends
    if start and end:
        return phrase("moved_from", start=start, end=end)
    if start:
        return phrase("moved_since", start=start)
    return phrase("moved_until", end=end) if end else None


def _way(several: list[Series]) -> str | None:
    """Where the regions of an indicator go, if they go the same way."""
    ways = {way for s in several if (way := direction_of(s))}
    if len(ways) != 1:
        return "mixed" if ways else None
    [way] = ways
    return way if way in ("up", "down", "unclear") else "neither"


def without(answer: Comparison) -> Iterator[Phrase]:
    """How many indicators are in no comparison, by what they do have."""
    order = (
        "within",
        "one_period",
        "no_period",
        "incomparable",
        "in_words",
        "other_periods",
        "neither",
    )
    names = {"one_period": "one_asked"} if any(answer.ends) else {}
    counts = {f"without_{names.get(name, name)}": answer.left_out.get(name, 0) for name in order}
    if answer.left_out:
        yield phrase("without", parts=tallied(counts))


# ----------------------------------------------------------------- a change, as cells


def change_cells(change: Change | None, *, with_base: bool = True) -> tuple[Cell, Cell]:
    """How much a figure changed, in its unit and in per cent of what it was.

    A percentage of a small number names it, unless that stands beside it anyway.
    """
    if change is None or change.direction is None:
        return None, None
    absolute = absolute_change(change) if change.absolute.known else UNCLEAR
    if not change.percent.known:
        return absolute, None
    base = small_base(change.base) if with_base else None
    return absolute, Delta(change.percent, "percent", base=base)
