"""What changed from one dataset to another: gaps first, then numbers, then what they mean."""

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from functools import partial
from typing import Any

from kic.dataset import Dataset
from kic.model import DEFINITIONS, DifferenceKind, Record, Source, Status, Text
from kic.model.fields import FIELDS
from kic.model.grouping import grouped
from kic.model.sentences import sentence
from kic.model.wording import FOUND_KIND, GAP_KIND, MEASURE, REASON, REGISTRATION, STATUS, TREND
from kic.model.wording import named as naming
from kic.query.diff import BACKGROUND, Diff, Difference, FieldChange
from kic.table import (
    Amount,
    Block,
    Cell,
    Column,
    Line,
    Missing,
    Page,
    Phrase,
    Several,
    Table,
    phrase,
)
from kic.table.common import (
    AMOUNT,
    KNOWN,
    LABEL,
    PLACE,
    SAID,
    as_table,
    capitalised,
    elsewhere,
    filters,
    identity,
    publication,
    used_sources,
)
from kic.table.figures import (
    cautions_of,
    gap_words,
    inferred_periods,
    name_and_region,
    notes_of,
)
from kic.table.headline import dated
from kic.table.left_out import all_as, counts, remark
from kic.table.overview import DIFFERENCE, PERCENT, change_cells, named
from kic.table.rows import FIGURE, STATEMENT, Data, Row, figure_row, row
from kic.table.series import CHANGE, change_row
from kic.table.show import said
from kic.table.together import periods_of_gap
from kic.table.view import as_cell

_BOTH = (
    *(Column(sentence("from"), "number"), Column(sentence("to"), "number")),
    *(DIFFERENCE, PERCENT),
)
_BOUNDS = {"lower", "upper"}
_NUMBER = {"value", "qualifier", "unit", "words", "reason", *_BOUNDS}
# Of a figure that stands as it was beside what it is now, what needs no telling.
_PLAIN = {*_NUMBER, *BACKGROUND, "as_printed", "locator", "cautions", "earlier"}
_CODES: dict[str, Any] = {
    "gap": GAP_KIND,
    "measure": MEASURE,
    "reason": REASON,
    "registration": REGISTRATION,
    "status": STATUS,
    "trend": TREND,
}


def diff_table(dataset: Dataset, answer: Diff) -> Table:
    """What one dataset says otherwise than another, a block for each kind of difference."""
    shown = answer.differences
    kinds = grouped(shown, lambda d: d.kind)

    def page() -> Page:
        blocks = (_block(answer, kind, several) for kind, several in kinds.items())
        return Page(tuple(blocks), tuple(_remarks(answer)))

    return as_table(
        dataset,
        "diff",
        {
            "old": [identity(info) for info in answer.old.editions],
            "new": [identity(info) for info in answer.new.editions],
            **filters(answer.query),
        },
        _line(answer, kinds),
        page,
        partial(rows, answer),
        is_empty=False,
        sources=used_sources(
            dataset,
            (r for d in shown for r in (*d.records, *d.beside)),
            (s for d in shown for s in d.statements),
        ),
        left_out=counts(answer.left_out, all_as("differences")),
    )


def _line(answer: Diff, kinds: dict[DifferenceKind, list[Difference]]) -> Phrase:
    """How many differences there are of each kind, and between which versions."""
    parts = Several(tuple(_counted(kind, len(several)) for kind, several in kinds.items()))
    what: Cell = parts if kinds else sentence("no_difference")
    if kinds and not any(_is_of_number(answer, d) for d in answer.differences):
        what = phrase("no_number_differs", what=parts)
    old, new = (d.editions[-1] for d in (answer.old, answer.new))
    now = (new.version,) if old.id == new.id else (new.id, new.version)
    before = Several((old.id, old.version), " ")
    return phrase("from_to", what=what, old=before, new=Several(now, " "))


def _counted(kind: DifferenceKind, count: int) -> Phrase:
    return phrase(f"{kind}_{'one' if count == 1 else 'many'}", **{kind: count})


def _is_of_number(answer: Diff, d: Difference) -> bool:
    """Whether a difference is one of a gap or a number, or of what a number counts."""
    told = ("definition", "statement_added", "statement_gone", "reworded")
    figures = d.records or [r for r in answer.old.records if r.indicator == d.id]
    counts_ = any(r.interval.known for r in figures) and any(f.field in _NUMBER for f in d.fields)
    return d.kind not in told or d.part == "unit" or counts_


def _remarks(answer: Diff) -> Iterator[Cell]:
    yield from remark(answer.left_out, all_as("differences"))
    kinds = {d.kind for d in answer.differences}
    if kinds & {"gap_closed", "gap_answered"}:
        yield phrase("not_all_known")
    if any(d.change for d in answer.differences):
        yield phrase("computed")
    figures = (d.records[-1] for d in answer.differences if d.part == "figure")
    yield from inferred_periods(figures)


def _block(answer: Diff, kind: DifferenceKind, several: list[Difference]) -> Block:
    """The differences of one kind."""
    title = _counted(kind, len(several))
    if kind == "reworded":
        return Block(title, (SAID,), (_reworded(answer, several),))
    if kind in ("revised", "corrected", "qualifier"):
        return Block(title, (LABEL, *_BOTH), tuple(_changed(answer, d) for d in several))
    if kind in ("added", "gone"):
        return Block(title, (LABEL, AMOUNT, PLACE), tuple(_alone(answer, d) for d in several))
    line = _gap if kind.startswith("gap") else _told
    return Block(title, (KNOWN, SAID, PLACE), tuple(line(answer, d) for d in several), True)


# -------------------------------------------------------------------------- of each kind


def _gap(answer: Diff, d: Difference) -> Line:
    """What is or was not known, in the words of the source, and the numbers there instead."""
    r, dataset = d.records[-1], _dataset(answer, d)
    label = _name(answer, d)
    if periods := periods_of_gap(r, dataset.in_time[r.indicator, r.region]):
        key = "in_inferred" if "period" in r.inferred else "in_period"
        label = phrase(key, name=label, period=periods)
    missing = phrase("about", label=label, what=r.gap.missing if r.gap else None)
    told = [*elsewhere(dataset, r), *_fields(answer, d, BACKGROUND)]
    if d.beside:
        key = "numbers_before" if d.kind == "gap_opened" else "numbers_now"
        told.append(phrase(key, numbers=Several(tuple(map(dated, d.beside)))))
    elif d.kind == "gap_untold":
        told.append(phrase("no_number_came"))
    return Line((Missing(missing), gap_words(r), r.locator), tuple(told))


def _changed(answer: Diff, d: Difference) -> Line:
    """A figure as it was beside what it is now, and what else of it differs."""
    old, new = d.records
    plain = _PLAIN | ({"source"} if new.earlier else set())
    if not (old.interval.known and new.interval.known):
        plain |= {"status"}
    elif old.qualifier == new.qualifier and d.kind == "qualifier":
        plain -= _BOUNDS
    place = [phrase("place", place=new.locator)] if new.locator else []
    cautions = (*place, *_fields(answer, d, plain), *cautions_of(answer.new, new))
    cells = (_name(answer, d), old, new, *change_cells(d.change, with_base=False))
    return Line(cells, cautions, notes_of(new))


def _alone(answer: Diff, d: Difference) -> Line:
    """A figure that only one of the two has."""
    [r] = d.records
    cautions = cautions_of(_dataset(answer, d), r)
    return Line((_name(answer, d), Amount(r), r.locator), cautions, notes_of(r))


def _told(answer: Diff, d: Difference) -> Line:
    """What a figure is told by that differs; or a statement that only one of the two has."""
    for s in d.statements if not d.fields else ():
        return Line((said(_dataset(answer, d), s), None, s.locator))
    place = d.records[-1].locator if d.records else None
    cautions = tuple(c for r in d.records[-1:] for c in elsewhere(answer.new, r))
    fields = list(_fields(answer, d, BACKGROUND | (_NUMBER if d.records else set())))
    if d.records and _is_of_number(answer, d):
        old, new = map(Amount, d.records)
        fields.insert(0, phrase("field_changed", field=FIELDS["value"].title, old=old, new=new))
    notes = tuple(_field(answer, f) for f in d.fields if f.field in BACKGROUND)
    return Line((_name(answer, d), Several(tuple(fields), " "), place), cautions, notes)


def _reworded(answer: Diff, several: list[Difference]) -> Line:
    """How many texts are in other words, by what they are; and on request which."""
    pairs = [(d, f) for d in several for f in d.fields]
    tally = Counter(f.field for _, f in pairs)
    counts_ = (phrase("about", label=FIELDS[name].title, what=n) for name, n in tally.items())
    notes = (phrase("about", label=_name(answer, d), what=_field(answer, f)) for d, f in pairs)
    return Line((Several(tuple(counts_), "; "),), (), tuple(notes))


# ------------------------------------------------------------------------ names and fields


def _dataset(answer: Diff, d: Difference) -> Dataset:
    """The dataset that has what a difference is about, the newer if both do."""
    return answer.new if d.new or d.part in DEFINITIONS else answer.old


def _name(answer: Diff, d: Difference) -> Cell:
    """What a difference is about: a figure with its period, a definition with what it is."""
    dataset = _dataset(answer, d)
    for r in d.records[-1:]:
        is_bare = d.kind in ("revised", "corrected", "qualifier")  # its numbers have no unit
        name = named(dataset, r) if is_bare else name_and_region(dataset, r)
        key = "in_inferred" if "period" in r.inferred else "in_period"
        is_dated = d.part == "figure" and r.period.known
        return phrase(key, name=name, period=r.period) if is_dated else name
    for s in d.statements[-1:]:
        return phrase("placed", what=capitalised(FOUND_KIND["statement"]), place=s.locator)
    title = sentence("organisation") if d.part == "organisation" else FIELDS[d.part].title
    return phrase("about", label=title, what=_label(dataset, d.part, d.id))


def _label(dataset: Dataset, part: str, id_: str) -> Cell:
    """What a definition is called; the id of what is none."""
    told: Any = getattr(dataset, f"{part}s", {}).get(id_, id_)
    return told.title if isinstance(told, Source) else getattr(told, "label", told)


def _fields(answer: Diff, d: Difference, plain: Set[str]) -> Iterator[Phrase]:
    """The fields that differ, without those that are plain."""
    return (_field(answer, f) for f in d.fields if f.field not in plain)


def _field(answer: Diff, f: FieldChange) -> Phrase:
    """A field that differs, as it was and as it is."""
    parted = [*zip((answer.old, answer.new), _parted(f.old, f.new), strict=True)]
    old, new = (_value(dataset, f.field, value) for dataset, value in parted)
    if old == new:
        old, new = _alike(f.field, parted)
    key = "field_added" if old is None else "field_gone" if new is None else "field_changed"
    return phrase(key, field=FIELDS[f.field].title, old=old, new=new)


def _alike(name: str, parted: Iterable[tuple[Dataset, Any]]) -> list[Cell]:
    """Two things that are called the same: publications in full, others with their ids."""
    both = [(dataset, id_, getattr(dataset, f"{name}s", {}).get(id_)) for dataset, id_ in parted]
    told: list[Cell] = [publication(s) for _, _, s in both if isinstance(s, Source)]
    if len(set(told)) == len(both):
        return told
    return [
        phrase("with_id", label=_label(dataset, name, id_), id=id_) for dataset, id_, _ in both
    ]


def _parted(old: Any, new: Any) -> tuple[Any, Any]:
    """Two values without what they share: items of a list, or a language of a text."""
    if type(old) is tuple:  # a list; a period is a tuple of another kind
        old, new = (tuple(v for v in a if v not in b) for a, b in ((old, new), (new, old)))
        old, new = (items[0] if len(items) == 1 else items for items in (old, new))
    if isinstance(old, Text) and isinstance(new, Text):
        if old.nl == new.nl:
            return old.en, new.en
        if old.en == new.en:
            return old.nl, new.nl
    return old, new


def _value(dataset: Dataset, name: str, value: Any) -> Cell:
    """The value of a field as people read it; what is not there has none.

    A normal status is what a figure has of which nothing is said.
    """
    if value in (None, (), Status.NORMAL):
        return None
    if name in _CODES:
        return naming(_CODES[name][value], dataset.by)
    told = as_cell(_label(dataset, name, value) if isinstance(value, str) else value)
    is_text = not isinstance(value, tuple | int | float)
    return phrase("quoted_word", words=told) if is_text else told


# -------------------------------------------------------------------------------- rows

ABOUT = ("difference", "part", "id", "fields")
_NUMBERS = ("value", "lower", "upper", "qualifier", "unit")
COMPARED = (*FIGURE, "old", *(f"old_{name}" for name in _NUMBERS), *CHANGE)


def rows(answer: Diff) -> Data:
    """A row for each difference, flat: a figure as it is now and, under ``old``, as it was."""
    return Data(
        columns=(*ABOUT, *COMPARED),
        rows=tuple(map(_row, answer.differences)),
        shown=(
            *("difference", "indicator", "region", "period"),
            *("old", "value", "unit", "change_absolute", "locator"),
        ),
        figures=tuple(d.new if isinstance(d.new, Record) else None for d in answer.differences),
    )


def _row(d: Difference) -> Row:
    """A difference with its figure or statement; what is gone has no number now."""
    told = dict.fromkeys(FIGURE)
    for r in d.records[-1:]:
        told = figure_row(r) | (dict.fromkeys(_NUMBERS) if d.new is None else {})
    for s in d.statements[-1:]:
        told |= {name: getattr(s, name) for name in STATEMENT if name in told}
        told["label"] = s.summary
    old = d.old if isinstance(d.old, Record) else None
    return {
        "difference": d.kind,
        **row(d, ("part", "id")),
        "fields": tuple(f._asdict() for f in d.fields),
        **told,
        "old": old,
        **{f"old_{name}": getattr(old, name, None) for name in _NUMBERS},
        **change_row(d.change),
    }
