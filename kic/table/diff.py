"""What changed from one dataset to another: gaps first, then numbers, then what they mean."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, Literal

from kic.dataset import Dataset
from kic.model import Record, Source, Text
from kic.model.fields import FIELDS
from kic.model.sentences import sentence
from kic.model.wording import FOUND_KIND, MEASURE, REASON, REGISTRATION, STATUS, TREND, UNCLEAR
from kic.query.change import Change
from kic.query.diff import BACKGROUND, Diff, Difference, FieldChange
from kic.query.grouping import grouped
from kic.table import (
    Again,
    Amount,
    Block,
    Cell,
    Column,
    Delta,
    Line,
    Missing,
    Page,
    Phrase,
    Several,
    Table,
    When,
    counted,
    phrase,
)
from kic.table.common import (
    AMOUNT,
    LABEL,
    PERIOD,
    PLACE,
    SAID,
    as_table,
    filters,
    quoted,
    used_sources,
)
from kic.table.figures import (
    cautions_of,
    correction_notes,
    disputes,
    gap_words,
    inferred_periods,
    name_of,
    notes_of,
    region_of,
)
from kic.table.headline import dated
from kic.table.left_out import counts, remark
from kic.table.overview import DIFFERENCE, PERCENT, named
from kic.table.show import said
from kic.table.view import as_text

_WHEN = PERIOD._replace(obvious=True)
_BOTH = (Column(sentence("from"), "number"), Column(sentence("to"), "number"), DIFFERENCE, PERCENT)
_NUMBERS = {"value", "lower", "upper", "qualifier", "unit", "words", "reason"}
_CODES: dict[str, Any] = {
    "measure": MEASURE,
    "reason": REASON,
    "registration": REGISTRATION,
    "status": STATUS,
    "trend": TREND,
}


def diff_table(dataset: Dataset, answer: Diff) -> Table:
    """What one dataset says otherwise than another, a block for each kind of difference."""
    kinds = grouped(answer.differences, lambda d: d.kind)

    def page() -> Page:
        blocks = (_block(answer, kind, several) for kind, several in kinds.items())
        return Page(tuple(blocks), tuple(_remarks(answer)))

    shown = answer.differences
    return as_table(
        dataset,
        answer,
        "diff",
        {"old": _heads(answer.old), "new": _heads(answer.new), **filters(answer.query)},
        _line(answer, kinds),
        page,
        is_empty=False,
        sources=used_sources(
            dataset,
            (r for d in shown for r in (*d.records, *d.beside)),
            (s for d in shown for s in d.statements),
        ),
        left_out=counts(answer.left_out, _noun),
    )


def _noun(_: object) -> str:
    return "differences"


def _heads(dataset: Dataset) -> list[dict[str, str]]:
    return [{"id": info.id, "version": info.version} for info in dataset.editions]


def _line(answer: Diff, kinds: dict[Any, list[Difference]]) -> Phrase:
    """How many differences there are of each kind, and between what."""
    parts = Several(tuple(counted(kind, len(several)) for kind, several in kinds.items()))
    what: Cell = parts if kinds else sentence("no_difference")
    if kinds and not any(map(_is_of_number, answer.differences)):
        what = phrase("no_number_differs", what=parts)
    old, new = (d.editions[-1] for d in (answer.old, answer.new))
    if (old.id, old.version) == (new.id, new.version):
        return phrase("same_version", what=what, id=new.id, version=new.version)
    if old.id == new.id:
        return phrase("versions", what=what, id=new.id, old=old.version, new=new.version)
    names = (phrase("with_version", id=info.id, version=info.version) for info in (old, new))
    return phrase("from_to", what=what, old=next(names), new=next(names))


def _is_of_number(d: Difference) -> bool:
    """Whether a difference is one of a number or a gap, or of what a number counts."""
    fields = {f.field for f in d.fields}
    told = ("definition", "statement_added", "statement_gone", "reworded")
    return d.kind not in told or d.part == "unit" or not _NUMBERS.isdisjoint(fields)


def _remarks(answer: Diff) -> Iterator[Cell]:
    yield from remark(answer.left_out, _noun)
    if any(d.kind in ("gap_closed", "gap_answered") for d in answer.differences):
        yield phrase("not_all_known")
    if any(d.change for d in answer.differences):
        yield phrase("computed")
    figures = (d for d in answer.differences if d.part == "figure")
    yield from inferred_periods(r for d in figures for r in d.records[-1:])


def _block(answer: Diff, kind: str, several: list[Difference]) -> Block:
    """The differences of one kind."""
    title = counted(kind, len(several))
    if kind == "reworded":
        return Block(title, (SAID,), (_reworded(answer, several),))
    if kind in ("added", "gone"):
        lines = _alone(answer.new if kind == "added" else answer.old, several)
        return Block(title, (LABEL, _WHEN, AMOUNT, PLACE), tuple(lines))
    if kind in ("revised", "corrected", "qualifier"):
        lines = (_figure(answer.new, d) for d in several)
        return Block(title, (LABEL, *_BOTH), tuple(lines))
    line = _gap if kind.startswith("gap") else _definition
    return Block(title, (LABEL, SAID, PLACE), tuple(line(answer, d) for d in several), True)


# ------------------------------------------------------------------------ gaps and figures


def _gap(answer: Diff, d: Difference) -> Line:
    """What is or was not known, in the words of the source, and the numbers there instead."""
    r = d.records[-1]
    missing = phrase("about", label=_subject(answer, d), what=r.gap.missing if r.gap else None)
    numbers = Several(tuple(map(dated, d.beside)))
    beside: list[Cell] = []
    if d.beside:
        key = "numbers_before" if d.kind == "gap_opened" else "numbers_now"
        beside.append(phrase(key, numbers=numbers))
    elif d.kind == "gap_untold":
        beside.append(phrase("no_number_came"))
    fields = (_ended(f) for f in d.fields if f.field not in BACKGROUND)
    return Line((Missing(missing), gap_words(r), r.locator), (*fields, *beside))


def _alone(dataset: Dataset, several: list[Difference]) -> Iterator[Line]:
    """The figures that only one dataset has; what is said of one is not said of the next again."""
    told: set[Cell] = set()
    where: tuple[str, str] | None = None
    for r in (r for d in several for r in d.records):
        name = Several((name_of(r), *region_of(dataset, r)))
        again = (r.indicator, r.region) == where
        cautions = cautions_of(dataset, r)
        told = told if again else set()
        new = tuple(c for c in cautions if c not in told)
        yield Line(
            (Again(name) if again else name, When(r), Amount(r), r.locator), new, notes_of(r)
        )
        told, where = {*cautions}, (r.indicator, r.region)


def _figure(dataset: Dataset, d: Difference) -> Line:
    """A figure as it was and as it is, with what else of it changed."""
    old, new = d.records
    names = {f.field for f in d.fields}
    are_numbers = old.interval.known and new.interval.known
    numbers = (_number(r, status=are_numbers and "status" in names) for r in (old, new))
    bounds = (_ended(f) for f in d.fields if f.field in ("lower", "upper"))
    cautions = (
        *([phrase("place", place=new.locator)] if new.locator else []),
        *_corrected(old, new),
        *(bounds if d.kind == "qualifier" and not names & {"qualifier", "status"} else ()),
        *_also(d),
        *_moved(old, new),
        *disputes(new),
        *new.cautions,
    )
    cells = (_dated(new, named(dataset, new)), *numbers, *_change(d.change))
    return Line(cells, cautions, notes_of(new))


def _dated(record: Record, name: Cell) -> Cell:
    """What a figure counts, and when."""
    if not record.period.known:
        return name
    key = "in_inferred" if "period" in record.inferred else "in_period"
    return phrase(key, name=name, period=record.period)


def _change(change: Change | None) -> tuple[Cell, Cell]:
    """How much a number was revised, in its unit and in per cent."""
    if change is None:
        return None, None
    kind: Literal["absolute", "points"] = "points" if change.points else "absolute"
    absolute = Delta(change.absolute, kind, change.direction == "unclear")
    percent = Delta(change.percent, "percent") if change.percent.known else None
    return absolute if change.absolute.known else UNCLEAR, percent


def _number(record: Record, *, status: bool) -> Cell:
    """A number, with its status where that differs."""
    return phrase("reading", what=record, limits=STATUS[record.status]) if status else record


def _corrected(old: Record, new: Record) -> Iterator[Cell]:
    if new.correction != old.correction:
        yield from correction_notes(new) if new.correction else [phrase("not_corrected")]


def _moved(old: Record, new: Record) -> Iterator[Cell]:
    if new.source != old.source:
        yield phrase("moved_source", old=quoted(old.links.source), new=quoted(new.links.source))


# What differs besides is plain from the line, or follows from it.
_PLAIN = {*_NUMBERS, *BACKGROUND, "as_printed", "locator", "source", "status"}
_PLAIN |= {"cautions", "earlier", "correction"}


def _also(d: Difference) -> Iterator[Cell]:
    """The names of the other fields that differ."""
    hidden = _PLAIN if d.records[-1].interval.known else _PLAIN | {"trend"}
    others = (FIELDS[f.field].title for f in d.fields if f.field not in hidden)
    if fields := tuple(others):
        yield phrase("other_fields", fields=Several(fields))


# --------------------------------------------------------------------------- definitions


def _definition(answer: Diff, d: Difference) -> Line:
    """What a figure is told by that differs; or a statement that only one of the two has."""
    dataset = answer.new if d.new else answer.old
    for s in d.statements if not d.fields else ():
        return Line((said(dataset, s), None, s.locator))
    place = (d.records or d.statements)[-1:]
    fields: list[Cell] = []
    if d.records and _NUMBERS & {f.field for f in d.fields}:
        old, new = map(Amount, d.records)
        fields.append(phrase("field_changed", field=FIELDS["value"].title, old=old, new=new))
    hidden = BACKGROUND | (_NUMBERS if d.records else set())
    fields += [_field(f) for f in d.fields if f.field not in hidden]
    notes = tuple(_ended(f) for f in d.fields if f.field in BACKGROUND)
    where = place[0].locator if place else None
    return Line((_subject(answer, d), Several(tuple(fields), "; "), where), (), notes)


def _reworded(answer: Diff, several: list[Difference]) -> Line:
    """How many texts are in other words, by what they are, and on request which."""
    tally = Counter(f.field for d in several for f in d.fields)
    names = (phrase("about", label=FIELDS[name].title, what=n) for name, n in tally.items())
    notes = (
        phrase("ended", what=phrase("about", label=_subject(answer, d), what=_field(f)))
        for d in several
        for f in d.fields
    )
    return Line((Several(tuple(names), "; "),), (), tuple(notes))


def _subject(answer: Diff, d: Difference) -> Cell:
    """What a difference is about, by its name."""
    if d.part == "statement":
        return FOUND_KIND["statement"]
    for r in d.records[-1:]:
        name = Several((name_of(r), *region_of(answer.new, r)))
        return _dated(r, name) if d.part == "figure" else name
    told: Any = getattr(answer.new, f"{d.part}s")[d.id]
    label: Cell = quoted(told) if isinstance(told, Source) else getattr(told, "label", told)
    part = sentence("organisation") if d.part == "organisation" else FIELDS[d.part].title
    return label if d.part == "indicator" else phrase("about", label=part, what=label)


def _field(f: FieldChange) -> Phrase:
    """A field that differs, as it was and as it is."""
    old, new = (_value(f.field, value) for value in _parted(f.old, f.new))
    key = "field_changed" if old and new else "field_added" if new else "field_gone"
    return phrase(key, field=FIELDS[f.field].title, old=old, new=new)


def _ended(f: FieldChange) -> Phrase:
    """The same as a sentence of its own."""
    return phrase("ended", what=_field(f))


def _parted(old: Any, new: Any) -> tuple[Any, Any]:
    """Two values without what they share: items of a list, or a language of a text."""
    if type(old) is tuple:  # a list; a period is a tuple of another kind
        old, new = ([v for v in a if v not in b] for a, b in ((old, new), (new, old)))
        if len(old) == len(new) == 1:
            return _parted(old[0], new[0])
    if isinstance(old, Text) and isinstance(new, Text) and (old.nl == new.nl or old.en == new.en):
        lang = "en" if old.nl == new.nl else "nl"
        old, new = (getattr(words, lang) for words in (old, new))
    return old, new


def _value(name: str, value: Any) -> Cell:
    """The value of a field as people read it; what is not there has none."""
    if isinstance(value, list):
        return Several(tuple(_value(name, item) for item in value)) if value else None
    if name in _CODES and value:
        words: Text = _CODES[name][value]
        return words
    if value is None or isinstance(value, int | float):
        return value
    return phrase("quoted_word", words=as_text(value))
