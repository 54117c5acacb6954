"""What is not known, counted first, and then in groups."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, repeat
from typing import Any

from kic.dataset import Dataset
from kic.model import GapKind, Reason, Record, Registration, Status, Text
from kic.model.fields import FIELDS
from kic.model.grouping import grouped
from kic.model.sentences import sentence
from kic.model.wording import ALL_THEMES, GAP_KIND, REASON, REGISTRATION, named
from kic.query.gaps import Gaps, gap_figures, group_ids, of_publishers, telling
from kic.table import (
    Block,
    Cell,
    Column,
    Line,
    Missing,
    Page,
    Phrase,
    Several,
    Table,
    counted,
    phrase,
)
from kic.table.common import (
    PLACE,
    as_table,
    elsewhere,
    filters,
    publication_of,
    tallied,
    titled,
    used_sources,
)
from kic.table.figures import (
    gap_words,
    gaps_beside,
    in_region,
    name_of,
    notes_of,
    place_of,
    sharing_words,
)
from kic.table.headline import dated
from kic.table.left_out import all_as, counts, remark
from kic.table.rows import FIGURE, GAP, Data, Row, figure_row, statement_row
from kic.table.together import periods_of_gap

_MISSING = Column(FIELDS["gap"].title, obvious=True)
_WORDS = Column(sentence("in_the_source"), obvious=True)


def gaps_table(dataset: Dataset, answer: Gaps) -> Table:
    """What is not known, in groups, counted by whose word it is."""
    by = answer.query.by or "theme"

    def page() -> Page:
        labels, groups = _labels(dataset, by), answer.groups(by)
        # A heading over every single gap says less than the place of each.
        if by == "theme" and len(answer.gaps) < 2 * len(groups):
            groups, labels = {None: list(answer.records)}, {None: None}
        blocks = (
            _block(dataset, answer, labels[id_], records, by) for id_, records in groups.items()
        )
        return Page(tuple(blocks), tuple(_remarks(dataset, answer)))

    def extra() -> dict[str, Any]:
        return {
            "counts": _counts(answer),
            "figures": [figure_row(r) for r in answer.of_several],
            "also": {
                "figures": [figure_row(r) for r in answer.worded],
                "statements": [statement_row(dataset, s) for s in answer.statements],
            },
        }

    return as_table(
        dataset,
        "gaps",
        filters(answer.query),
        _counted(dataset, answer),
        page,
        partial(rows, answer),
        is_empty=not answer.records,
        sources=used_sources(
            dataset,
            (*answer.records, *answer.worded, *_numbers(dataset, answer, answer.gaps)),
            answer.statements,
        ),
        extra=extra,
        left_out=counts(answer.left_out, all_as("gaps")),
    )


def _counted(dataset: Dataset, answer: Gaps) -> Phrase:
    """How many gaps there are, where, and how many on whose word."""
    counts = _counts(answer)
    total: Cell = counted("gap", counts["total"])
    if answer.query.region:
        regions = Several(tuple(dataset.regions[id_].label for id_ in answer.query.region))
        total = phrase("gaps_about", total=total, regions=regions)
    by_kind = {f"gaps_{kind}": number for kind, number in counts["kind"].items()}
    if counts["not_stated"]:
        by_kind["not_given"] = counts["not_stated"]
    if not by_kind:
        return phrase("just", total=total)
    if len(by_kind) == 1:
        [(name, number)] = by_kind.items()
        return phrase(f"all_{name}", total=total, by=dataset.by, **{name: number})
    return phrase("counts", total=total, parts=tallied(by_kind, by=dataset.by))


def _counts(answer: Gaps) -> dict[str, Any]:
    gaps = answer.gaps
    kinds = Counter(r.gap.kind for r in gaps if r.gap)
    groups = {
        name: Counter(id_ for r in gaps for id_ in group_ids(r, name))
        for name in ("theme", "region", "named")
    }
    return {
        "total": len(gaps),
        "kind": {kind: kinds[kind] for kind in GapKind if kinds[kind]},
        "registration": dict(Counter(r.registration for r in gaps)),
        **{
            name: [{name: id_, "gaps": number} for id_, number in counted_.items()]
            for name, counted_ in groups.items()
        },
        "not_stated": sum(not r.gap for r in answer.records),
    }


def _remarks(dataset: Dataset, answer: Gaps) -> Iterator[Cell]:
    """What is left out, what else the source says of knowledge in a region, what a gap is not."""
    yield from remark(answer.left_out, all_as("gaps"))
    if answer.numbers:
        yield phrase("also_numbers", numbers=counted("indicator", answer.numbers))
    for r in answer.worded:
        silent = answer.query.region if len(answer.query.region) == 1 else ()
        name = in_region(r, name_of(r), silent)
        yield phrase("also_worded", name=name, words=r.words, place=r.locator)
        yield from publication_of(dataset, r.source)
    for s in answer.statements:
        yield phrase("also_stated", summary=s.summary, place=s.locator)
        yield from publication_of(dataset, s.source)
    for part in (dataset.regions[id_] for id_ in answer.query.region):
        if part.part_of:
            whole = dataset.regions[part.part_of].label
            yield phrase("gaps_of_whole", whole=whole, part=part.label)
    if answer.query.by == "named":
        yield phrase("gaps_by_named")
    if answer.gaps and not answer.query.region:
        yield phrase("gaps_counted")


def _block(
    dataset: Dataset, answer: Gaps, label: Text | None, records: list[Record], by: str
) -> Block:
    """The gaps that have something in common; those that share a sentence stand together."""
    figures = gap_figures(records)
    themed = label is not None and by == "theme"
    lines = [_line(dataset, answer, several, themed=themed) for several in sharing_words(figures)]
    for r in records:
        if not r.gap:
            what = in_region(r, name_of(r), {dataset.home})
            lines.append(Line((what, REASON[Reason.NOT_STATED], _place(r, themed=themed))))
    title: Cell = label
    if label and figures:
        silent = tallied({"not_given": sum(not r.gap for r in records)})
        title = phrase("gaps_under", label=label, count=Several((len(figures), *silent.cells)))
    return Block(title, (_MISSING, _WORDS, PLACE), tuple(lines), sentences=True)


def _line(dataset: Dataset, answer: Gaps, gaps: list[Record], *, themed: bool) -> Line:
    """One sentence of the page, with all that is missing according to it."""
    first = gaps[0].lacking
    known = tuple(
        Several((*_which(gaps, r), _known(dataset, r, first)), ": ")
        for r in _numbers(dataset, answer, gaps)
    )
    beside = (gaps_beside(first, _told_of(dataset, answer, r)) for r in gaps)
    cautions = dict.fromkeys(c for r in gaps for c in r.cautions)
    return Line(
        (
            Missing(_what(dataset, answer, gaps)),
            gap_words(first),
            _place(first, themed=themed),
        ),
        (
            *elsewhere(dataset, first),
            *dict.fromkeys(chain.from_iterable(beside)),
            *([phrase("number_known", numbers=Several(known))] if known else []),
            *cautions,
        ),
        notes_of(*gaps),
    )


def _told_of(dataset: Dataset, answer: Gaps, gap: Record) -> Iterator[Record]:
    """All that is told of the indicator and region of a gap, of the periods asked for."""
    for r in dataset.in_time[gap.indicator, gap.region]:
        yield from filter(answer.query.takes, of_publishers(r))


def _which(gaps: list[Record], number: Record) -> Iterator[Text]:
    """What a number is of, beside several gaps."""
    there = (g.gap for g in gaps if (g.indicator, g.region) == (number.indicator, number.region))
    yield from (gap.missing for gap in there if gap and len(gaps) > 1)


def _numbers(dataset: Dataset, answer: Gaps, gaps: Iterable[Record]) -> list[Record]:
    """The numbers there are beside gaps, also those of other publications.

    A number that the publication of the gap itself calls national is none of them.
    """
    there = ((r, gap) for gap in gaps for r in dataset.in_time[gap.indicator, gap.region])
    others = (
        r
        for r, gap in there
        if not (r.source == gap.source and r.registration is Registration.NATIONAL)
    )
    return [r for r in others if r.interval.known and answer.query.takes(r)]


def _known(dataset: Dataset, record: Record, gap: Record) -> Phrase:
    """A number beside a gap, with its publication where that is another one."""
    if record.source == gap.source:
        return dated(record)
    source = titled(dataset, record.links.source)
    limits = phrase("out_of_part", source=source)
    return phrase("reading", what=dated(record), limits=limits)


def _what(dataset: Dataset, answer: Gaps, gaps: list[Record]) -> Cell:
    """What is missing, after the region where that is not asked for and not that of all."""
    silent = {dataset.home, *(answer.query.region if len(answer.query.region) == 1 else ())}
    if answer.query.by == "region":
        silent.add(gaps[0].region)
    missing = (_dated(dataset, answer, r, r.gap.missing) for r in gaps if r.gap)
    return Several(tuple(map(in_region, gaps, missing, repeat(silent))))


def _dated(dataset: Dataset, answer: Gaps, gap: Record, missing: Text) -> Cell:
    """What is missing, with its periods where there are figures of others that lack nothing."""
    figures = dataset.in_time[gap.indicator, gap.region]
    if all(telling(r).gap for r in figures):
        return missing
    periods = periods_of_gap(gap, filter(answer.query.takes, figures))
    return phrase("missing_in", missing=missing, period=periods) if periods else missing


def _place(record: Record, *, themed: bool) -> str | None:
    """Where a gap is printed, below its theme if that is the heading."""
    return place_of(record) if themed else record.locator


def _labels(dataset: Dataset, by: str) -> Mapping[Any, Text | None]:
    """What the gaps of a block may have in common, by its id."""
    labels: dict[str, Mapping[Any, Text | None]] = {
        "theme": {None: ALL_THEMES, **{id_: t.label for id_, t in dataset.themes.items()}},
        "region": {id_: region.label for id_, region in dataset.regions.items()},
        "registration": REGISTRATION,
        "kind": {
            None: REASON[Reason.NOT_STATED],
            **{kind: named(words, dataset.by) for kind, words in GAP_KIND.items()},
        },
        "named": {None: sentence("nobody_named"), **dataset.organisations},
    }
    return labels[by]


def rows(answer: Gaps) -> Data:
    """The figures of a gap in one row; what is merely not stated stands by itself."""
    several = grouped(
        answer.records, lambda r: (r.indicator, r.region, None if r.gap else r.period)
    ).values()
    alone = (figures[0] if len(figures) == 1 else None for figures in several)
    shown = ("indicator", "region", "value", "reason", "missing", "locator")
    return Data(FIGURE, tuple(map(_gap_row, several)), shown, figures=tuple(alone))


def _gap_row(figures: list[Record]) -> Row:
    """A gap under the names of the JSON contract, in one row for all of its figures.

    Of several figures it has what they share: a list has the items of all of them, and what
    every row has, or is said of the gap, is that of the figure that the gap is told by.
    """
    if len(figures) == 1:
        return figure_row(figures[0])
    rows = [figure_row(r) for r in figures]
    [told_by] = map(figure_row, gap_figures(figures))
    for name, value in told_by.items():
        values = [fields[name] for fields in rows]
        if type(value) is tuple:  # a list; a period is a tuple of another kind
            told_by[name] = tuple(dict.fromkeys(item for items in values for item in items))
        elif not (FIELDS[name].required or name in GAP) and any(
            other != value for other in values
        ):
            told_by[name] = None
    numbers = (told_by[name] for name in ("value", "lower", "upper"))
    if any(r.interval.known for r in figures) and all(number is None for number in numbers):
        told_by |= {"qualifier": None, "status": Status.MISSING}  # of numbers that are not here
    return told_by
