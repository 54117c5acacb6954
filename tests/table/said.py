"""Cells as plain words, to hold a page against; how numbers look is for the formats."""

from kic.model import Period, Record, Text
from kic.model.interval import Interval
from kic.model.sentences import filled
from kic.model.wording import REASON, TREND
from kic.query.ratio import Ratio
from kic.table import (
    Again,
    Amount,
    Cell,
    Delta,
    Line,
    Missing,
    Page,
    Phrase,
    Quote,
    Several,
    When,
)

_KINDS = {"absolute": "", "percent": "%", "points": " points"}


def said(content: Cell) -> str:
    """A cell in English."""
    match content:
        case Phrase(key=key, blanks=blanks):
            words = filled(key, "en", {name: said(part) for name, part in blanks})
            return words.replace("\u00a0", " ")
        case Several(cells=cells, separator=separator):
            return separator.join(map(said, cells))
        case Text(en=words):
            return words
        case Period():
            return content.words.en
        case Quote(words=words):
            return f'"{words}"'
        case Again(full=full):
            return f"({said(full)})"
        case Missing(words=words):
            return said(words)
        case Amount(record=record):
            unit = record.links.unit if record.interval.known else None
            return f"{_number(record)} {unit.label.en}" if unit else _number(record)
        case When(record=record):
            period = record.period.words.en
            return f"({period})" if "period" in record.inferred else period
        case Record():
            return _number(content)
        case Delta(interval=interval, kind=kind, signed=signed):
            return f"{_interval(interval, '+' if signed else '-')}{_KINDS[kind]}"
        case Ratio(interval=interval):
            return _interval(interval)
        case str() | int():
            return str(content)
        case _:
            return ""


def _number(record: Record) -> str:
    """A number with its bounds, or what stands in its place."""
    if record.words:
        return f'"{record.words.en}"'
    if record.trend and not record.interval.known:
        return TREND[record.trend].en
    return REASON[record.reason].en if record.reason else _interval(record.interval)


def _interval(interval: Interval, sign: str = "-") -> str:
    """A number, with two dots between its bounds if it is not exact."""
    value, low, high = ("" if n is None else f"{round(n, 1):{sign}g}" for n in interval)
    if value == low == high:
        return value
    if value in (low, high) or not value:
        return f"{low}..{high}"
    return f"{value} ({low}..{high})" if low or high else f"about {value}"


def rows(page: Page) -> list[str]:
    """What the page shows without being asked for notes: titles, rows, and cautions below them."""
    return [row for block in page.blocks for row in _rows(block.title, block.lines)]


def _rows(title: Cell, lines: tuple[Line, ...]) -> list[str]:
    shown = [f"# {said(title)}"] if title else []
    for line in lines:
        shown.append(" | ".join(filter(None, (said(content).strip() for content in line.cells))))
        shown += [f"! {said(caution)}" for caution in line.cautions]
    return shown
