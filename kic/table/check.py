"""A text held against a dataset: what is not as in the source first, with what would be right."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from kic.dataset import Dataset
from kic.model import SOUND, Measure, Record, Verdict
from kic.model.fields import FIELDS
from kic.model.grouping import grouped
from kic.model.sentences import sentence
from kic.model.wording import VERDICT
from kic.query.check import Check
from kic.query.finding import Finding
from kic.table import (
    Amount,
    Block,
    Cell,
    Column,
    Line,
    Page,
    Phrase,
    Quote,
    Several,
    Table,
    When,
    counted,
    phrase,
)
from kic.table.common import AMOUNT, LABEL, PERIOD, PLACE, as_table, column, tallied, used_sources
from kic.table.figures import (
    gap_notes,
    in_region,
    inferred_periods,
    limits_of,
    name_and_region,
    name_of,
    notes_of,
    region_of,
)
from kic.table.headline import dated, period_alone
from kic.table.rows import FIGURE, Data, figure_row

CHECKED = ("verdict", "written", "sentence", "line", "other_region", "other_period")
_NUMBER = Column(FIELDS["written"].title, "whole", obvious=True)
_WRONG = (
    _NUMBER,
    column("sentence")._replace(obvious=True),
    PLACE._replace(obvious=True),
    Column(sentence("in_the_source"), "below"),
)
_SOUND = (_NUMBER, LABEL, AMOUNT, PERIOD._replace(obvious=True), PLACE._replace(obvious=True))


def check_table(dataset: Dataset, answer: Check, text: str) -> Table:
    """The numbers of a text, which is called so, by their verdicts: the wrong ones first."""
    kinds = grouped(answer.as_read, lambda f: f.verdict)
    records = [r for f in answer.findings for r in (f.record, f.other) if r]

    def page() -> Page:
        blocks = (_block(dataset, verdict, found) for verdict, found in kinds.items())
        return Page(tuple(blocks), tuple(_remarks(answer)))

    def extra() -> dict[str, Any]:
        names = ("written", "sentence", "line")
        parts = ((t.written, t.sentence, t.line) for t in answer.not_judged)
        return {"not_judged": [dict(zip(names, part, strict=True)) for part in parts]}

    counts = {v.value: len(kinds[v]) for v in (*SOUND, *Verdict) if v in kinds}
    total = counted("number", len(answer.findings) + len(answer.not_judged))
    parts = tallied({**counts, "not_judged": len(answer.not_judged)})
    return as_table(
        dataset,
        "check",
        {"text": text},
        phrase("counts", total=total, parts=parts) if parts.cells else phrase("just", total=total),
        page,
        partial(rows, answer),
        is_empty=not (answer.findings or answer.not_judged),
        sources=used_sources(dataset, records),
        extra=extra,
    )


def _block(dataset: Dataset, verdict: Verdict, findings: list[Finding]) -> Block:
    """The findings with one verdict: briefly where nothing is wrong."""
    if verdict in SOUND:
        lines = (_sound(dataset, f.told.written, f.record) for f in findings)
        return Block(VERDICT[verdict], _SOUND, tuple(lines))
    return Block(VERDICT[verdict], _WRONG, tuple(_wrong(dataset, f) for f in findings))


def _sound(dataset: Dataset, written: str, record: Record) -> Line:
    """A number with the figure that it is."""
    name = name_and_region(dataset, record)
    cells = (written, name, Amount(record), When(record), record.locator)
    return Line(cells, limits_of(dataset, record), notes_of(record))


def _wrong(dataset: Dataset, finding: Finding) -> Line:
    """A number in its sentence, with what the source says of it."""
    told, record = finding.told, finding.record
    start, end = told.start, told.start + len(told.written)
    marked = f"{told.sentence[:start]}»{told.written}«{told.sentence[end:]}"
    said = Quote(re.sub(r"^[•*–-]\s+", "", marked))
    source = Several(tuple(_in_source(dataset, finding)), " ")
    cautions = limits_of(dataset, record)
    return Line((told.written, said, record.locator, source), cautions, notes_of(record))


def _in_source(dataset: Dataset, finding: Finding) -> Iterator[Cell]:
    """What the source has in the place of a number."""
    record, other = finding.record, finding.other
    if other:
        when = period_alone(other)
        of = (name_of(other), *region_of(dataset, other), when)
        if record is not other:  # only what is another one needs telling
            where = (other.links.region.label,) if other.region != record.region else ()
            of = (*where, *((when,) if other.period != record.period else ()))
        yield phrase("checked_other", number=finding.told.written, of=Several(of))
    if record.interval.known and record is not other:
        label = name_and_region(dataset, record)
        is_lost = finding.verdict is Verdict.LOST_QUALIFIER and record.measure is Measure.MEAN
        key = "checked_mean" if is_lost else "checked_against"
        yield phrase(key, label=label, what=dated(record))
    if record.words:
        words = phrase("only_words", what=dated(record, phrase("quoted_word", words=record.words)))
        yield phrase("checked_against", label=name_and_region(dataset, record), what=words)
    if not record.interval.known:
        yield from (in_region(record, note, {dataset.home}) for note in gap_notes(record))


def _remarks(answer: Check) -> Iterator[Phrase]:
    """What is not judged, what is inferred, and that another source may say otherwise."""
    numbers = (
        phrase("number_at_line", number=told.written, line=told.line) for told in answer.not_judged
    )
    if answer.not_judged:
        yield phrase("numbers_not_judged", numbers=Several(tuple(numbers)))
    yield from inferred_periods(f.record for f in answer.findings if f.verdict in SOUND)
    if any(f.verdict in SOUND for f in answer.findings):
        yield phrase("only_compared")
    if {Verdict.DIFFERS, Verdict.NONE_KNOWN} & {f.verdict for f in answer.wrong}:
        yield phrase("not_as_in_source")


def rows(answer: Check) -> Data:
    """The numbers that could be placed, each with the figure that it is held against."""
    shown = ("line", "written", "verdict", "indicator", "region", "period", "value", "locator")
    found = tuple(
        {
            "verdict": f.verdict,
            "written": f.told.written,
            "sentence": f.told.sentence,
            "line": f.told.line,
            "other_region": f.other and f.other.region,
            "other_period": f.other and f.other.period,
            **figure_row(f.record),
        }
        for f in answer.findings
    )
    figures = tuple(f.record for f in answer.findings)
    return Data((*CHECKED, *FIGURE), found, shown, figures=figures)
